"""From the acts of a report to its resolutions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import describe
from newsroom_enrich.components.resolutions.actors import is_legislature
from newsroom_enrich.components.resolutions.acts import find_acts
from newsroom_enrich.components.resolutions.antecedents import antecedents
from newsroom_enrich.components.resolutions.background import is_for_comparison
from newsroom_enrich.components.resolutions.balloting import (
    SECURITY_COUNCIL,
    SECURITY_COUNCIL_MAJORITY,
    SECURITY_COUNCIL_SEATS,
)
from newsroom_enrich.components.resolutions.bodies import Bodies
from newsroom_enrich.components.resolutions.contents import (
    is_replaced,
    listed_contents,
    without_prepared,
)
from newsroom_enrich.components.resolutions.items import Item
from newsroom_enrich.components.resolutions.likely import likely_acts
from newsroom_enrich.components.resolutions.measures import is_sum
from newsroom_enrich.components.resolutions.merging import merge
from newsroom_enrich.components.resolutions.numbered import with_later_symbol, with_symbol
from newsroom_enrich.components.resolutions.parties import Parties
from newsroom_enrich.components.resolutions.series import one_by_one
from newsroom_enrich.components.resolutions.speech import is_own_deed, is_quoted
from newsroom_enrich.components.resolutions.subjects import subjects_of
from newsroom_enrich.components.resolutions.tallies import attach_tallies
from newsroom_enrich.components.resolutions.timing import Timing, stands_alone
from newsroom_enrich.components.resolutions.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

    from newsroom.contracts import Resolution, ResolutionKind
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_TO_LEADERS = re.compile(r"\b(?:before|to|for|of|by) (?:the |their )?(?:leaders|presidents|heads of state)\b")
_ONE_MORE = frozenset({"also", "too", "well", "further", "furthermore", "separately", "likewise"})


@dataclass
class Finder:
    """Reads one report, sentence by sentence."""

    reading: Reading
    items: list[Item] = field(default_factory=list)
    guesses: bool = True  # whether what no rule tells is judged by likelihood
    of_other_days: set[int] = field(default_factory=set)  # heads of documents of another time
    settled: set[int] = field(default_factory=set)  # heads of the documents on which nothing was done

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.reading)
        self.parties = Parties(self.reading, self.bodies)
        self.verdicts = Verdicts(self.reading, self.bodies)
        self.timing = Timing(self.reading)

    def find(self) -> list[Resolution]:
        """The resolutions in the order of the text."""
        for index, sentence in enumerate(self.reading.sentences):
            self._read(index, sentence)
        told = attach_tallies(
            self.reading, [with_symbol(self.reading, self.items, item) for item in self.items]
        )
        merged = merge(told)
        merged = [with_later_symbol(self.reading, merged, item) for item in merged]
        kept = [item for item in merged if not is_replaced(self.reading, item, merged)]
        return [self._judged(item).resolution(self.reading.sentences) for item in kept]

    def _read(self, index: int, sentence: Span) -> None:
        acts = find_acts(self.reading, sentence)
        self.settled |= {p.head for act in acts for p in act.phrases if self.verdicts.is_settled(act)}
        self._add(acts, index, sentence)
        if self.guesses and not any(item.sentence == index for item in self.items):
            self._add(likely_acts(self.reading, sentence, self.settled, self.of_other_days), index, sentence)
        contents = listed_contents(self.reading, self.items, index, sentence)
        self.items = [*without_prepared(self.items, contents), *contents]

    def _add(self, acts: Iterable[Act], index: int, sentence: Span) -> None:
        for act in acts:
            told_here = not is_quoted(act.trigger, sentence) or is_own_deed(act)
            if told_here and not is_for_comparison(self.reading, act):
                self.items.extend(self._items_of(act, index, sentence))

    def _items_of(self, act: Act, index: int, sentence: Span) -> list[Item]:
        """The items that an act states; none where it does not count."""
        verdict = self.verdicts.verdict(act, sentence)
        when = self.timing.when(act, verdict[1], known=self._is_known(act)) if verdict is not None else None
        if verdict is None or when is None:
            self._settle(act, known=verdict is not None)
            if verdict is not None and self.timing.is_dated(act):
                self.of_other_days |= {phrase.head for phrase in act.phrases}
            return []
        action, status = verdict
        body = self.bodies.body_of(act)
        self.bodies.remember(act, body)
        body = None if act.action == "signed" and stands_alone(act) else body
        if action == "proposed" and _TO_LEADERS.search(self.reading.words_of(sentence)):
            body = self.reading.parent_of(body) or body
        self.timing.remember(when, status)
        base = Item(
            kind="decision",
            action=action,
            status=status,
            count=1,
            sentence=index,
            at=act.trigger.i,
            body=body,
            day=when.day,
            day_said=when.said,
            place=self.timing.place(act, status),
            parties=self.parties.parties_of(act, body),
            reason=act.reason,
            also=any(child.lower_ in _ONE_MORE for child in act.verb.children),
        )
        if act.phrases:
            phrases = one_by_one(self.reading, act.phrases, sentence)
            return [self._documented(self._parted(base, act, p), p, sentence) for p in phrases]
        return self._pronominal(base, act.pronoun) if act.pronoun is not None else [self._on_thing(base, act)]

    def _settle(self, act: Act, *, known: bool) -> None:
        """Leave little to likelihood where a rule knows the act: one of another time, or of others than
        those who decide on such documents.
        """
        done = act.mood == "done"
        by_others = (done and act.reason == "verb" and bool(act.actors)) or act.action == "proposed"
        told = (p for p in act.phrases if known or by_others or (done and not p.strong))
        self.settled |= {phrase.head for phrase in told}

    def _parted(self, base: Item, act: Act, phrase: DocumentPhrase) -> Item:
        """The item of one document with its own parties."""
        return replace(base, parties=self.parties.of_document(base.parties, act, phrase))

    def _is_known(self, act: Act) -> bool:
        """Whether the act is on a document of which the report has stated an act already."""
        if not self.items:
            return False
        return act.pronoun is not None or any(
            p.definite and not p.plural and not p.is_named for p in act.phrases
        )

    def _documented(self, base: Item, phrase: DocumentPhrase, sentence: Span) -> Item:
        doc = self.reading.doc
        kind = self._kind_told_before(phrase) or phrase.kind
        if kind == "document" and phrase.is_bare_draft(doc) and base.body is not None:
            kind = "law" if is_legislature(base.body) else "resolution"
        return replace(
            base,
            kind=describe.kind_by_act(doc, phrase, kind, base.action),
            count=phrase.count,
            phrase=phrase,
            title=describe.title_of(doc, phrase),
            subjects=subjects_of(self.reading, phrase, sentence, self.reading.sentence_after(sentence)),
            words=describe.content_words(doc[phrase.head]),
        )

    def _kind_told_before(self, phrase: DocumentPhrase) -> ResolutionKind | None:
        """The kind of the item that "the amendment", "the same text" goes back to."""
        if not phrase.definite or phrase.is_named or not self.items:
            return None
        doc = self.reading.doc
        told = [item for item in self.items if item.phrase is not None and item.count == 1]
        same = [
            item.kind
            for item in told
            if item.phrase and doc[item.phrase.head].lemma_ == doc[phrase.head].lemma_
        ]
        if same:
            return same[-1]
        if doc[phrase.head].lower_ == "document" and len(told) > 1:
            words = describe.content_words(doc[phrase.head])
            told = [item for item in told if item.words & words] or told[-1:]
        stands_for_it = phrase.is_bare_draft(doc) or doc[phrase.head].lower_ == "document"
        return told[-1].kind if told and stands_for_it else None

    def _pronominal(self, base: Item, pronoun: Token) -> list[Item]:
        """As in "It was rejected by 4 in favour to 2 against": the documents that the pronoun stands for."""
        meant = antecedents(self.reading, pronoun, self.items)
        if not meant:
            return []
        if pronoun.lower_ == "both":
            kinds = {phrase.kind for phrase in meant}
            return [replace(base, kind=meant[0].kind if len(kinds) == 1 else "document", count=len(meant))]
        phrase = meant[0]
        kind = self._kind_told_before(phrase) or phrase.kind
        return [
            replace(
                base,
                kind=kind,
                count=phrase.count,
                phrase=phrase,
                title=describe.title_of(self.reading.doc, phrase),
                parties=() if kind == "law" else base.parties,
                words=describe.content_words(self.reading.doc[phrase.head]),
                by_pronoun=True,
            )
        ]

    def _on_thing(self, base: Item, act: Act) -> Item:
        title = describe.title_of_thing(self.reading.doc, act)
        spent = act.thing is not None and is_sum(act.thing) and is_legislature(base.body)
        kind = "law" if spent else describe.kind_of_thing(act)
        return replace(base, kind=kind, title=title, words=describe.content_words(act.thing))

    def _judged(self, item: Item) -> Item:
        """Tells vetoes from lost votes, in the one body where a draft that has the votes can fall."""
        if SECURITY_COUNCIL not in (item.body or ""):
            return item
        item = replace(item, seats=SECURITY_COUNCIL_SEATS)
        if item.status != "failed":
            return item
        text = self.reading.sentences[item.sentence].text.casefold()
        had_votes = (item.tally.in_favour or 0) >= SECURITY_COUNCIL_MAJORITY
        vetoed = had_votes or "veto" in text or "permanent member" in text
        if not vetoed:
            return item
        return replace(item, action="vetoed", tally=item.tally.with_veto(SECURITY_COUNCIL_SEATS))
