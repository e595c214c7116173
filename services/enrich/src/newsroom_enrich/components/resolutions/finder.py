"""From the acts of a report to its resolutions: which acts count, and what their clause says about them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents import lexicon
from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.resolutions import items as making
from newsroom_enrich.components.resolutions.actors import Actors, is_legislature
from newsroom_enrich.components.resolutions.acts import Act, find_acts
from newsroom_enrich.components.resolutions.antecedents import antecedents
from newsroom_enrich.components.resolutions.contents import listed_contents
from newsroom_enrich.components.resolutions.items import Item
from newsroom_enrich.components.resolutions.subjects import subjects_of
from newsroom_enrich.components.resolutions.tallies import attach_tallies
from newsroom_enrich.components.votes import Tally, read_tally

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom.contracts import Action, Resolution, ResolutionKind, ResolutionStatus
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.actors import ActorClass
    from newsroom_enrich.components.resolutions.reading import Reading

# An act lies in the news of the report when its day is at most so far from the report's, or from its main act.
RECENT_DAYS = 2
MAIN_ACT_DAYS = 7
SECURITY_COUNCIL_SEATS = 15
SECURITY_COUNCIL_MAJORITY = 9
_COMPANY_OF_BODIES = frozenset({"body", "collective"})
_ANYBODY = frozenset({"body", "collective", "country", "person", "none"})
_MAY: dict[str, frozenset[str]] = {
    "signed": _ANYBODY,
    "agreed": frozenset({"body", "collective", "country", "none"}),
    "ratified": frozenset({"body", "collective", "country", "none"}),
    "adopted": frozenset({"body", "collective", "none"}),
    "approved": frozenset({"body", "collective", "country", "none"}),
    "endorsed": frozenset({"body", "collective", "none"}),
    "rejected": frozenset({"body", "collective", "none"}),
    "vetoed": frozenset({"body", "country", "person", "none", "collective"}),
    "extended": frozenset({"body", "collective", "country", "none"}),
    "repealed": frozenset({"body", "collective", "country", "none"}),
    "proposed": _ANYBODY,
}
_BARE_THINGS = frozenset(
    "call idea position view stance approach candidate candidacy condolence support cooperation tie relation thank invitation stay "
    "visit deadline contract lead hand welcome greeting wish belief friendship one ones predecessor action need importance bid request "
    "date life career run streak season record partnership gratitude appreciation congratulation olive work drug loan vaccine".split()
)
_EXTENDED_MEASURES = frozenset(
    "sanction sanctions embargo ban cut cuts mandate ceasefire truce measure measures restriction mission moratorium emergency suspension freeze deadline".split()
)


@dataclass
class Finder:
    """Reads one report sentence by sentence."""

    reading: Reading
    items: list[Item] = field(default_factory=list)
    _day: str | None = None
    _day_sentence: int = -1

    def find(self) -> list[Resolution]:
        """The resolutions in the order of the text."""
        self.actors = Actors(self.reading)
        for index, sentence in enumerate(self.reading.sentences):
            self._read(index, sentence)
        found = making.merge(attach_tallies(self.reading, [self._with_symbol(item) for item in self.items]))
        return [item.resolution(self.reading.sentences) for item in map(self._judged, found)]

    def _read(self, index: int, sentence: Span) -> None:
        for act in find_acts(self.reading, sentence):
            if self._inside_quotation(act.trigger):
                continue
            self.items.extend(self._items(act, index, sentence))
        self.items.extend(listed_contents(self.reading, self.items, index, sentence))

    def _items(self, act: Act, index: int, sentence: Span) -> list[Item]:
        """The items that an act states; none where it does not count."""
        verdict = self._verdict(act, sentence)
        if verdict is None:
            return []
        action, status = verdict
        day, explicit = self._when(act, status)
        if day is None and explicit:
            return []
        body = self.actors.body(act)
        body = self._deciding_body(act, body)
        parties = self.actors.parties(act, body)
        base = Item(
            kind="decision",
            action=action,
            status=status,
            count=1,
            sentence=index,
            at=act.trigger.i,
            body=body,
            day=day,
            explicit=explicit,
            place=self._place(act, status),
            parties=parties,
            reason=act.reason,
        )
        if status == "done" and day is not None and explicit:
            self._day = day
        if act.phrases:
            return [self._documented(base, phrase, sentence, index) for phrase in act.phrases]
        if act.pronoun is not None:
            return self._pronominal(base, act)
        return [
            replace(
                base, title=self._thing_title(act), kind=self._thing_kind(act), words=self._words(act.thing)
            )
        ]

    def _documented(self, base: Item, phrase: DocumentPhrase, sentence: Span, index: int) -> Item:
        kind, title = making.kind_and_title(self.reading.doc, phrase)
        if phrase.bare_draft(self.reading.doc):
            kind = "law" if is_legislature(base.body) else "resolution" if base.body else kind
        following = self.reading.sentences[index + 1] if index + 1 < len(self.reading.sentences) else None
        return replace(
            base,
            kind=kind,
            count=phrase.count,
            phrase=phrase,
            title=title,
            subjects=subjects_of(self.reading, phrase, sentence, following),
            words=self._words(self.reading.doc[phrase.head]),
        )

    def _pronominal(self, base: Item, act: Act) -> list[Item]:
        """ "It was rejected by ...": the documents that the pronoun stands for."""
        assert act.pronoun is not None
        meant = antecedents(self.reading, act.pronoun, self.items)
        if not meant:
            return []
        if act.pronoun.lower_ == "both":
            kinds = {phrase.kind for phrase in meant}
            kind: ResolutionKind = kinds.pop() if len(kinds) == 1 else "document"
            return [replace(base, kind=kind, count=len(meant), pronoun=False, title=None)]
        phrase = meant[0]
        kind, title = making.kind_and_title(self.reading.doc, phrase)
        words = self._words(self.reading.doc[phrase.head])
        base = replace(base, parties=() if kind == "law" else base.parties)
        return [
            replace(
                base, kind=kind, count=phrase.count, phrase=phrase, title=title, pronoun=True, words=words
            )
        ]

    def _verdict(self, act: Act, sentence: Span) -> tuple[Action, ResolutionStatus] | None:
        """What the act comes to, or None where it is no decision of this report."""
        if act.mood == "unreal":
            return None
        classified = self.actors.classify(act)
        if act.reason in {"support", "votes"}:
            return self._voted(act, sentence)
        if act.reason == "put" or act.action == "proposed":
            return ("proposed", "planned") if act.mood == "planned" and act.phrases + (act.pronoun,) else None
        action = self._action(act, classified)
        allowed = _ANYBODY if act.reason in {"joint", "issued"} else _MAY.get(action or "", frozenset())
        if action is None or classified not in allowed or not self._fits(act, action, classified):
            return None
        if act.mood == "planned":
            return (action, "planned") if action not in {"rejected", "vetoed"} else None
        if act.mood == "failed":
            return None if action in {"signed", "ratified", "agreed"} else ("rejected", "failed")
        return action, "failed" if action in {"rejected", "vetoed"} else "done"

    def _action(self, act: Act, classified: ActorClass) -> Action | None:
        lemma = act.trigger.lemma_.casefold()
        kinds = {phrase.kind for phrase in act.phrases}
        if lemma in {"back", "accept"} and kinds & {"resolution", "law", "treaty"}:
            return "adopted"
        if lemma == "impose":
            return "adopted" if "sanctions" in kinds else None
        if lemma == "accept" and classified != "body":
            return None
        if lemma in {"block"} and not (
            kinds and all(p.draft or p.kind in {"resolution", "law"} for p in act.phrases)
        ):
            return None
        return act.action

    def _fits(self, act: Act, action: Action, classified: ActorClass) -> bool:
        """Whether such an actor decides on such things."""
        if act.reason == "thing":
            return self._decides_on_thing(act, classified)
        if act.reason == "decided":
            return classified in _COMPANY_OF_BODIES and self.actors.body(act) is not None
        if not act.phrases:
            return True
        if all(p.strong for p in act.phrases):
            return not (action == "signed" and classified == "person" and not self._is_state_act(act))
        if classified in _COMPANY_OF_BODIES:
            return True
        if classified == "country":
            return action in {"signed", "ratified", "agreed"}
        if action == "signed" and classified == "none" and any(p.count != 1 for p in act.phrases):
            return any(e.type == "country" for e in self.reading.notes.entities)
        return classified == "none" and (
            self.actors.body(act) is not None or any(p.strong for p in act.phrases)
        )

    def _is_state_act(self, act: Act) -> bool:
        """Whether one person's signature is that of a state: several signers, a title, a law."""
        if len(act.actors) > 1 or act.phrases[0].kind in {
            "law",
            "treaty",
            "convention",
            "agreement",
            "memorandum",
            "declaration",
            "protocol",
            "charter",
        }:
            return True
        entity = self.reading.entity_at(act.actors[0]) if act.actors else None
        return entity is not None and bool(entity.roles)

    def _decides_on_thing(self, act: Act, classified: ActorClass) -> bool:
        thing = act.thing
        if (
            thing is None
            or thing.lemma_.casefold() in _BARE_THINGS
            or self.reading.entity_at(thing) is not None
        ):
            return False
        lemma = thing.lemma_.casefold()
        if act.action == "extended":
            if lemma not in _EXTENDED_MEASURES and thing.lower_ not in _EXTENDED_MEASURES:
                return False
            return classified in {"body", "collective", "country", "none"}
        if act.action == "endorsed":
            return False
        if classified not in _COMPANY_OF_BODIES or self.actors.body(act) is None:
            return False
        return not (self._inside_series(act))

    def _inside_series(self, act: Act) -> bool:
        """ "By these decisions they approved a flag": the set of decisions is listed, not its parts."""
        current: Token = act.verb
        for _ in range(4):
            for child in current.children:
                if child.dep_ == "prep" and child.lower_ in {"by", "under", "with", "in"}:
                    for inner in child.children:
                        phrase = self.reading.phrase_at(inner)
                        if phrase is not None and phrase.plural and phrase.kind == "decision":
                            return True
            if current.dep_ != "conj":
                return False
            current = current.head
        return False

    def _voted(self, act: Act, sentence: Span) -> tuple[Action, ResolutionStatus] | None:
        """What a vote without a verb of deciding comes to, by its numbers."""
        if act.mood == "failed":
            return "rejected", "failed"
        if act.mood != "done":
            return None
        tally = self._tally(sentence)
        if tally.in_favour is None and not tally.unanimous:
            return None
        return ("adopted", "done") if not self._lost(tally, act) else ("rejected", "failed")

    def _lost(self, tally: Tally, act: Act) -> bool:
        in_favour, against = tally.in_favour or 0, tally.against
        if against is not None and in_favour <= against:
            return True
        body = self.actors.last_body or self.actors.body(act) or ""
        return "Security Council" in body and in_favour < SECURITY_COUNCIL_MAJORITY

    def _tally(self, sentence: Span) -> Tally:
        return read_tally(sentence.text, self.reading.voters_in(sentence))

    def _when(self, act: Act, status: ResolutionStatus) -> tuple[str | None, bool]:
        """The day of the act and whether the clause itself says it; (None, True) for what lies outside the news."""
        own = self._own_date(act)
        if own is not None:
            day = making.year_month(own.first, own.last)
            if status == "planned":
                return day, True
            return (day, True) if self._is_news(own.first, own.form) else (None, True)
        clause = (
            act.verb.dep_ == "acl"
            and act.verb.tag_ == "VBN"
            and act.verb.head.dep_ != "ROOT"
            and act.reason == "verb"
        )
        if act.mood == "earlier" or clause or self._long_ago(act):
            return None, True
        if status == "planned":
            return self._coming_day(act), False
        scene = self._scene(act)
        if scene is not None and self._is_news(scene, "day"):
            return scene, False
        if self._stands_alone(act):
            return None, False
        return self._day or self._default_day(), False

    def _own_date(self, act: Act):
        found = self.reading.date_of(act.verb) or (
            self.reading.date_of(act.trigger) if act.trigger.i != act.verb.i else None
        )
        current = act.verb
        while (
            found is None
            and current.dep_ in {"conj", "xcomp", "advcl", "ccomp", "acomp", "dep", "pcomp"}
            and current.head.i != current.i
        ):
            if current.head.sent.start != act.verb.sent.start:
                break
            current = current.head
            found = self.reading.date_of(current)
        return found

    def _is_news(self, first: str, form: str) -> bool:
        base = self.reading.setting.day
        if len(first) == 7:
            return (form == "period" and first == base.isoformat()[:7]) or (
                form == "period" and abs((base.year - int(first[:4])) * 12 + base.month - int(first[5:])) <= 0
            )
        if len(first) != 10:
            return False
        day = date.fromisoformat(first)
        if day > base + timedelta(1):
            return False
        main = date.fromisoformat(self._day) if self._day and len(self._day) == 10 else None
        if main is None:
            return (base - day).days <= MAIN_ACT_DAYS
        spans = self.reading.occasion
        inside = spans is not None and spans[0] <= first <= spans[1]
        return abs((day - main).days) <= RECENT_DAYS or inside or 0 <= (base - day).days <= RECENT_DAYS

    def _coming_day(self, act: Act) -> str | None:
        """ "It will have before it ...": the day of the meeting that the sentence before announces."""
        if not act.actors or act.actors[0].pos_ != "PRON":
            return None
        today = self.reading.setting.day.isoformat()
        index = next(i for i, s in enumerate(self.reading.sentences) if s.start == act.verb.sent.start)
        for before in reversed(self.reading.sentences[max(0, index - 2) : index]):
            for _, found in self.reading.dates_in(before.start, before.end):
                if found.first > today[: len(found.first)]:
                    return making.year_month(found.first, found.last)
        return None

    def _long_ago(self, act: Act) -> bool:
        """ "When the Assembly first dealt with it in 1992, 59 states backed ...": another time, said beside the verb."""
        sentence = act.verb.sent
        today = self.reading.setting.day.isoformat()
        for child in act.verb.children:
            if (
                child.dep_ == "advcl"
                and (found := self.reading.date_of(child)) is not None
                and len(found.first) < 10
            ):
                return found.first < today[: len(found.first)]
        opening = [
            d
            for t, d in self.reading.dates_in(sentence.start, sentence.end)
            if t.i - sentence.start <= 3 and t.i < act.verb.i
        ]
        return any(d.first[:4] < today[:4] and len(d.first) < 10 for d in opening)

    def _scene(self, act: Act) -> str | None:
        """The day that an earlier sentence of the paragraph opens with: "A day earlier ..." """
        start = self.reading.text.rfind("\n", 0, act.verb.sent.start_char) + 1
        found = None
        for sentence in self.reading.sentences:
            if sentence.start_char < start or sentence.start >= act.verb.sent.start:
                continue
            for token, date_span in self.reading.dates_in(sentence.start, sentence.end):
                if token.i - sentence.start <= 2 and date_span.is_day:
                    found = date_span.first
        return found

    def _stands_alone(self, act: Act) -> bool:
        """ "Memorandums have been signed as well": done, but not said to be done at the meeting."""
        words = {child.lower_ for child in act.verb.children if child.dep_ == "aux"}
        return bool(words & {"has", "have"}) and act.passive and not act.actors

    def _default_day(self) -> str:
        spans = self.reading.occasion
        if spans is not None and spans[0] != spans[1] and not self.reading.is_visit:
            return making.year_month(*spans)
        return self.reading.setting.day.isoformat()

    def _place(self, act: Act, status: ResolutionStatus) -> str | None:
        own = self.reading.place_of(act.verb) or (
            self.reading.place_of(act.trigger) if act.trigger.i != act.verb.i else None
        )
        if own is not None or status == "planned":
            return own
        sentence = act.verb.sent
        if is_online(sentence.text) or self._stands_alone(act):
            return None
        for token in sentence:
            entity = self.reading.entity_at(token)
            if (
                entity is not None
                and entity.type == "place"
                and token.i
                and self.reading.doc[token.i - 1].lower_ == "in"
                and token.i < act.verb.i
                and token.i - sentence.start <= 3
            ):
                return entity.name
        if act.reason == "joint" and all(
            (e := self.reading.entity_at(t)) is not None and e.type == "organization" for t in act.actors
        ):
            return None
        return self.reading.meeting_place

    def _deciding_body(self, act: Act, body: str | None) -> str | None:
        """None for what states do among themselves, or what nobody is said to have done."""
        if act.reason == "joint" or (act.action == "signed" and self._stands_alone(act)):
            return None
        return body

    def _thing_kind(self, act: Act) -> ResolutionKind:
        thing = act.thing
        assert thing is not None
        if act.reason == "thing" and thing.lower_ in {"sanctions", "embargo"}:
            return "sanctions"
        return lexicon.kind_of(thing.text, frozenset(c.lower_ for c in thing.lefts)) or "decision"

    def _thing_title(self, act: Act) -> str | None:
        thing = act.thing
        assert thing is not None
        end = next(
            (
                t.i
                for t in self.reading.doc[thing.i : thing.right_edge.i + 1]
                if t.text in {",", ";", ":"} or t.tag_ in {"WDT", "WP"}
            ),
            thing.right_edge.i + 1,
        )
        start = thing.left_edge.i if act.reason == "thing" else thing.i
        return ("on " if act.reason == "thing" else "to ") + self.reading.doc[
            start : max(end, thing.i + 1)
        ].text[:150]

    def _words(self, head: Token | None) -> frozenset[str]:
        """The content words of a noun phrase, by which two tellings of one document are known."""
        if head is None:
            return frozenset()
        return frozenset(
            t.lemma_.casefold()
            for t in head.subtree
            if t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
            and not t.is_stop
            and lexicon.kind_of(t.text) is None
            and t.ent_type_ != "DATE"
        )

    def _inside_quotation(self, token: Token) -> bool:
        sentence = token.sent
        opened = sum(t.text in {"“", "«"} for t in self.reading.doc[sentence.start : token.i])
        closed = sum(t.text in {"”", "»"} for t in self.reading.doc[sentence.start : token.i])
        straight = sum(t.text == '"' for t in self.reading.doc[sentence.start : token.i])
        return opened > closed or straight % 2 == 1

    def _with_symbol(self, item: Item) -> Item:
        """ "Contained in document A/78/L.67, it ...": the symbol that the next sentence gives for the document."""
        if (
            item.phrase is None
            or item.count != 1
            or item.phrase.symbol
            or item.kind not in {"resolution", "decision", "document"}
        ):
            return item
        for at in (item.sentence - 1, item.sentence + 1):
            if not 0 <= at < len(self.reading.sentences) or any(o.sentence == at for o in self.items):
                continue
            span = self.reading.sentences[at]
            for phrase in self.reading.phrases_in(span.start, span.end):
                told = (
                    phrase.kind == "document" and phrase.symbol is not None and phrase.symbol.code is not None
                )
                if told and self.reading.doc[phrase.start - 1].lower_ in {"in", "as", "(", "of"}:
                    return replace(item, phrase=replace(item.phrase, symbol=phrase.symbol))
        return item

    def _judged(self, item: Item) -> Item:
        """Vetoes: a draft that had the votes and fell all the same, in the one body where that can happen."""
        council = "Security Council" in (item.body or "")
        item = replace(item, seats=SECURITY_COUNCIL_SEATS if council else item.seats)
        if item.status != "failed" or not council or item.action == "vetoed":
            return item
        text = self.reading.sentences[item.sentence].text.casefold()
        had_votes = (item.tally.in_favour or 0) >= SECURITY_COUNCIL_MAJORITY
        if had_votes or "veto" in text or "permanent member" in text:
            return replace(item, action="vetoed")
        return item
