"""Resolutions in the making: what acts state, with the slots filled from their clause, merged where two say one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom.contracts import Resolution
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.dates.patterns import MONTHS, WEEKDAYS
from newsroom_enrich.components.documents import lexicon
from newsroom_enrich.components.documents.symbols import complete
from newsroom_enrich.components.votes import Tally

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from newsroom.contracts import Action, ResolutionKind, ResolutionStatus
    from newsroom_enrich.components.documents import DocumentPhrase


_RETOLD_SENTENCES = 3
_MAX_TITLE = 160
_MARGINS = frozenset("sidelines margins behalf basis proposal condition".split())
_DESCRIBING = frozenset("on for against between of to concerning about with".split())


@dataclass(frozen=True, slots=True)
class Item:
    """One resolution with where it stands. `at` is the token that states it, `explicit` whether its date is its own."""

    kind: ResolutionKind
    action: Action
    status: ResolutionStatus
    count: int | None
    sentence: int
    at: int
    phrase: DocumentPhrase | None = None
    title: str | None = None
    body: str | None = None
    day: str | None = None
    explicit: bool = False
    place: str | None = None
    subjects: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tally: Tally = Tally()
    words: frozenset[str] = frozenset()
    reason: str = "verb"
    seats: int | None = None
    pronoun: bool = False

    def resolution(self, sentences: list[Span]) -> Resolution:
        """The contract value."""
        span = sentences[self.sentence]
        symbol = self.phrase.symbol if self.phrase else None
        year = int(self.day[:4]) if self.day else None
        return Resolution(
            kind=self.kind,
            action=self.action,
            status=self.status,
            count=self.count,
            title=self.title,
            symbol=complete(symbol, self.body, year) if symbol else None,
            body=self.body,
            date=self.day,
            place=self.place,
            subjects=self.subjects if self.count != 1 else (),
            parties=self.parties,
            vote=self.tally.as_vote(self.seats),
            evidence=sentence_evidence(span),
        )


def merge(items: list[Item]) -> list[Item]:
    """One item for each decision: a later sentence that speaks of the same one completes the earlier."""
    kept: list[Item] = []
    for item in items:
        index = next((i for i in range(len(kept) - 1, -1, -1) if same_decision(kept[i], item)), None)
        if index is None:
            kept.append(item)
        else:
            kept[index] = completed(kept[index], item)
    return _without_summaries(kept)


def same_decision(first: Item, later: Item) -> bool:
    """Whether two items are one decision, told twice."""
    if first.phrase and later.phrase and first.phrase.symbol and later.phrase.symbol:
        return _symbol_key(first) == _symbol_key(later)
    if _retold(first, later):
        return True
    if first.kind != later.kind and not _anaphoric(later) and not _akin(first, later):
        return False
    if first.status != later.status and not (first.status == "failed" or later.status == "failed"):
        return False
    if first.status != later.status and not (
        later.pronoun or _anaphoric(later) or (later.phrase and later.phrase.definite)
    ):
        return False
    if {first.action, later.action} == {"adopted", "signed"} and later.pronoun:
        return False
    if "thing" in {first.reason, later.reason} and (first.body, first.parties) != (later.body, later.parties):
        return False
    if _two_votes(first, later) or _two_titles(first, later):
        return False
    if first.sentence == later.sentence and first.phrase is not later.phrase and not _anaphoric(later):
        return False
    if first.count != later.count and not (later.phrase and later.phrase.definite and later.count is None):
        return False
    if _anaphoric(later) or (later.phrase and later.phrase.definite and not later.phrase.is_named):
        return later.sentence - first.sentence <= 12
    if first.count != 1 and first.count is not None:
        return first.count == later.count and (first.action == later.action)
    return first.action == later.action and _alike(first, later)


_TREATIES = frozenset({"treaty", "convention", "agreement", "protocol"})


def _akin(first: Item, later: Item) -> bool:
    """ "The first global treaty against X" and "the X Convention": one kind is the other's general word."""
    return (
        {first.kind, later.kind} <= _TREATIES
        and bool(first.words & later.words)
        and bool(later.phrase and later.phrase.definite)
    )


def _retold(first: Item, later: Item) -> bool:
    """The lead tells the matter without name or numbers, the next sentences the named document and its vote."""
    if (
        later.sentence == first.sentence
        or later.sentence - first.sentence > _RETOLD_SENTENCES
        or first.status != later.status
    ):
        return False
    loose = first.count == 1 and first.tally.is_empty and not (first.phrase and first.phrase.is_named)
    told = later.count == 1 and not later.tally.is_empty and bool(later.phrase and later.phrase.is_named)
    if not (loose and told) or (
        first.phrase and first.phrase.kind in {"statement", "declaration", "communique"}
    ):
        return False
    return (
        bool(first.words & later.words)
        or bool(first.phrase and not first.phrase.strong)
        or first.phrase is None
    )


def _symbol_key(item: Item) -> str:
    symbol = item.phrase.symbol if item.phrase else None
    return (symbol.code or symbol.number or "") if symbol else ""


def _anaphoric(item: Item) -> bool:
    """ "the text", "it": words that stand for a document spoken of before."""
    phrase = item.phrase
    if item.pronoun:
        return True
    return phrase is not None and phrase.definite and not phrase.is_named and not phrase.strong


def _two_votes(first: Item, later: Item) -> bool:
    a, b = first.tally, later.tally
    return (a.in_favour is not None and b.in_favour is not None and a.in_favour != b.in_favour) or (
        a.in_favour is not None and b.unanimous
    )


def _two_titles(first: Item, later: Item) -> bool:
    if first.phrase is None or later.phrase is None or not (first.phrase.title and later.phrase.title):
        return False
    a, b = set(first.phrase.title.casefold().split()), set(later.phrase.title.casefold().split())
    return not (a <= b or b <= a)


def _alike(first: Item, later: Item) -> bool:
    """Whether two indefinite documents of a kind are about the same: their words overlap, or one has none."""
    if first.phrase and later.phrase and (first.phrase.title and later.phrase.title):
        return True
    if first.phrase and later.phrase and bool(first.phrase.is_named) != bool(later.phrase.is_named):
        named = first if first.phrase.is_named else later
        other = later if named is first else first
        return bool(other.words & named.words) or not other.words
    if not first.words or not later.words:
        return True
    shared = first.words & later.words
    return len(shared) * 2 >= min(len(first.words), len(later.words))


def completed(first: Item, later: Item) -> Item:
    """The earlier item with what the later adds; the sentence with the document, its number or its vote is kept."""
    leading, other = (later, first) if _states_better(later, first) else (first, later)
    phrase = leading.phrase
    if other.phrase is not None and (phrase is None or (other.phrase.is_named and not phrase.is_named)):
        if phrase is None or other.phrase.symbol or other.phrase.title:
            phrase = replace(
                phrase or other.phrase,
                symbol=(phrase.symbol if phrase else None) or other.phrase.symbol,
                title=(phrase.title if phrase else None) or other.phrase.title,
            )
    failed = "failed" in {first.status, later.status}
    status: ResolutionStatus = "failed" if failed else leading.status
    action: Action = leading.action
    if failed:
        actions = [item.action for item in (first, later) if item.status == "failed"]
        action = "vetoed" if "vetoed" in actions else actions[0]
    tally = leading.tally if not leading.tally.is_empty else other.tally
    return replace(
        leading,
        phrase=phrase,
        status=status,
        action=action,
        title=leading.title or other.title,
        body=leading.body or other.body,
        day=leading.day if leading.explicit or not other.explicit else other.day,
        explicit=leading.explicit or other.explicit,
        place=leading.place or other.place,
        subjects=leading.subjects or other.subjects,
        parties=leading.parties or other.parties,
        tally=tally,
        seats=leading.seats or other.seats,
        words=leading.words | other.words,
    )


def _states_better(later: Item, first: Item) -> bool:
    """Whether the later sentence is the one that states the decision."""
    if first.reason == "thing" and later.reason != "thing":
        return True
    if later.pronoun:
        return False
    if _retold(first, later) or (
        _akin(first, later)
        and later.phrase
        and later.phrase.title
        and not (first.phrase and first.phrase.title)
    ):
        return True
    told_before = bool(first.phrase and first.phrase.is_named)
    return bool(
        later.phrase
        and later.phrase.symbol
        and not told_before
        and not later.tally.is_empty
        and first.tally.is_empty
    )


def _without_summaries(items: list[Item]) -> list[Item]:
    """Drops "two texts fell" where each of the two is an item, and loose decisions that a document states."""
    kept = []
    for item in items:
        others = [other for other in items if other is not item]
        if _sums_up(item, others) or _restates(item, others):
            continue
        kept.append(item)
    return kept


def _sums_up(item: Item, others: list[Item]) -> bool:
    if item.count is None or item.count < 2 or item.kind != "document":
        return False
    alike = [
        o
        for o in others
        if o.status == item.status and o.at > item.at and o.count == 1 and not o.tally.is_empty
    ]
    return len(alike) == item.count


def _restates(item: Item, others: list[Item]) -> bool:
    """ "extended the mandate" beside "adopted resolution 2749": the resolution does it."""
    if item.reason not in {"thing", "decided"} or item.phrase is not None:
        return False
    return any(
        o.kind == "resolution"
        and o.count == 1
        and o.body == item.body
        and abs(o.sentence - item.sentence) <= 2
        for o in others
    )


def year_month(first: str, last: str | None) -> str:
    """A range of days as the month, where it lies within one; else its first day."""
    if last is None:
        return first
    return first[:7] if first[:7] == last[:7] else first


def days_apart(first: str, second: str) -> int | None:
    """The days between two full dates, None where one is less exact."""
    if len(first) != 10 or len(second) != 10:
        return None
    return (date.fromisoformat(first) - date.fromisoformat(second)) // timedelta(days=1)


def kind_and_title(doc: Doc, phrase: DocumentPhrase) -> tuple[ResolutionKind, str | None]:
    """The kind of a phrase, and its title, or a short "on ..." description from its own words."""
    if phrase.title is not None:
        return phrase.kind, phrase.title
    head = doc[phrase.head]
    words = [
        doc[i]
        for i in range(phrase.start, phrase.head)
        if doc[i].pos_ not in {"DET", "NUM", "PUNCT", "PRON", "ADP"}
    ]
    words = [t for t in words if lexicon.singular(t.lower_) not in lexicon.QUANTITIES and t.tag_ != "POS"]
    words = [t for t in words if t.i == 0 or doc[t.i - 1].tag_ != "HYPH" or doc[t.i - 2].pos_ != "NUM"]
    described = _complement(doc, head)
    if described is not None and described.startswith("on "):
        return phrase.kind, described
    if described is not None:
        return phrase.kind, " ".join([*(t.text for t in words), head.text, described])[:_MAX_TITLE]
    if words and phrase.count == 1 and not lexicon.says_nothing([t.text for t in words]):
        return phrase.kind, doc[words[0].i : head.i + 1].text
    return phrase.kind, None


def _is_time(token: Token) -> bool:
    return (
        token.ent_type_ in {"DATE", "TIME"}
        or token.text.casefold() in WEEKDAYS
        or token.text.casefold() in MONTHS
    )


def _complement(doc: Doc, head: Token) -> str | None:
    """ "on debt restructuring", "for the heads of state", "between the EU and Ukraine"; no dates, no clauses."""
    found = [c for c in head.rights if c.dep_ == "prep" and c.lower_ in _DESCRIBING]
    found += [
        c
        for inner in found
        if inner.lower_ == "of"
        for t in inner.children
        for c in t.children
        if c.dep_ == "prep" and c.lower_ == "on"
    ]
    found = [c for c in found if not {t.lower_ for t in c.children} & _MARGINS]
    found = [
        c
        for c in found
        if not any(_is_time(t) for t in c.children) and "understanding" not in {t.lower_ for t in c.children}
    ]
    if not found:
        return None
    child = next((c for c in found if c.lower_ == "on"), found[0])
    end = child.right_edge.i + 1
    clause = next((t.i for t in doc[child.i : end] if t.tag_ in {"WDT", "WP"} or t.text in {";", ":"}), end)
    return doc[child.i : clause].text.strip(" ,")[:_MAX_TITLE] or None
