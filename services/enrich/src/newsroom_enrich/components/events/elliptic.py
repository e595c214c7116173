"""Coming meetings told without their noun: "hosts the next one in 2026", "The tenth will be held in Lima",
"will receive the leaders in Lima next year".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.documents.numbers import ordinal, parse_ordinal
from newsroom_enrich.components.events.venues import capital_meant
from newsroom_enrich.components.resolutions.grammar import auxiliaries, carrying_verb, climb
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

_WHICH = frozenset({"next", "informal", "extraordinary"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FIXED = frozenset("call schedule plan set fix slate".split())
_HOSTING = frozenset("receive welcome host invite".split())
_DELEGATES = frozenset(
    "leader minister delegate head president member party delegation colleague counterpart peer".split()
)
_LED_BY = frozenset({"in", "at", "to"})


def elliptic_events(reading: Reading, sentence: Span, main_body: str | None, noun: str | None) -> list[Event]:
    """The coming meetings of a sentence without a noun for them; `noun` is what the covered meeting is."""
    if noun is None:
        return []
    found = [_event_of_one(reading, word, main_body, noun) for word in _elliptic_words(reading, sentence)]
    return [event for event in found if event is not None]


def hosted_events(reading: Reading, sentence: Span, main_body: str | None, noun: str | None) -> list[Event]:
    """The coming meeting for which a sentence says who will receive its people."""
    if noun is None:
        return []
    found = [_event_of_hosts(reading, verb, main_body, noun) for verb in _hosting(reading, sentence)]
    return [event for event in found if event is not None]


def _elliptic_words(reading: Reading, sentence: Span) -> list[Token]:
    """As "one" in "the next one", "next" in "The next will be held", "tenth" in "The tenth will be held"."""
    return [word for word in reading.tokens_of(sentence) if _is_elliptic(word)]


def _is_elliptic(word: Token) -> bool:
    if word.lower_ == "one":
        return any(child.lower_ in _WHICH for child in word.lefts)
    if word.dep_ not in _SUBJECTS or not any(child.lower_ == "the" for child in word.lefts):
        return False
    return word.lower_ == "next" or _number(word) is not None


def _number(word: Token) -> int | None:
    words = "".join(part.text for part in word.doc[word.left_edge.i : word.i + 1])
    return parse_ordinal(words.casefold().removeprefix("the"))


def _event_of_one(reading: Reading, word: Token, main_body: str | None, noun: str) -> Event | None:
    verb = carrying_verb(word)
    if verb is None:
        return None
    date = _date_ahead(reading, word.sent)
    place = _place_behind(reading, word, verb)
    is_next = word.lower_ != "one" or any(child.lower_ == "next" for child in word.lefts)
    if date is None and not (is_next and place and _is_announced(verb)):
        return None
    if word.lower_ != "one" and not _is_announced(verb):
        return None
    place = place or capital_meant(reading, word.sent)
    if place is None:
        before = reading.entities_in(word.sent.start, word.i, "country", "place")
        place = before[-1].name if before else None
    which = next((child.lower_ for child in word.lefts if child.lower_ in _WHICH), word.lower_)
    number = _number(word) if word.lower_ != "one" else None
    return _event(f"{ordinal(number) if number else which} {noun}", main_body, date, place, word.sent)


def _event(name: str, body: str | None, date: DateSpan | None, place: str | None, sentence: Span) -> Event:
    return Event(
        name=name + (f" of the {body}" if body else ""),
        start=date.first if date is not None else None,
        end=date.last if date is not None else None,
        place=place,
        status="planned",
        evidence=sentence_evidence(sentence),
    )


def _is_announced(verb: Token) -> bool:
    """As in "will be held", "is planned for May", "is two years off and will be held"."""
    verbs = [verb, *(child for child in verb.children if child.dep_ == "conj")]
    fixed = verb.lemma_ in _FIXED and verb.tag_ == "VBN" and not auxiliaries(verb) & {"was", "were", "had"}
    return fixed or any(mood(v) == "planned" for v in verbs)


def _date_ahead(reading: Reading, sentence: Span) -> DateSpan | None:
    """The last date of a sentence that lies ahead."""
    today = reading.setting.day.isoformat()
    dates = [d for _, d in reading.dates_in(sentence.start, sentence.end)]
    ahead = [d for d in dates if len(d.first) == len("2025") or d.first > today[: len(d.first)]]
    return ahead[-1] if ahead else None


def _place_behind(reading: Reading, word: Token, verb: Token) -> str | None:
    """The place behind "in" in the clause of a verb, or of one that is coordinated with it."""
    for token, entity in reading.named_in(word.i, word.sent.end, "country", "place"):
        led = reading.doc[token.i - 1].lower_ in _LED_BY
        if led and any(head.i == verb.i for head in climb(token)):
            return entity.name
    return None


def _hosting(reading: Reading, sentence: Span) -> list[Token]:
    """As "receive" in "Laos will receive the leaders", "Peru has offered to receive the delegates"."""
    return [
        verb
        for verb in reading.with_lemma(_HOSTING, sentence)
        if verb.pos_ == "VERB"
        and (mood(verb) == "planned" or (verb.dep_ == "xcomp" and verb.head.lemma_ == "offer"))
        and any(c.dep_ == "dobj" and c.lemma_.casefold() in _DELEGATES for c in verb.children)
    ]


def _event_of_hosts(reading: Reading, verb: Token, main_body: str | None, noun: str) -> Event | None:
    date = _date_ahead(reading, verb.sent)
    place = _place_behind(reading, verb, verb) or _place_behind(reading, verb, verb.head)
    if date is None or place is None:
        return None
    return _event(f"next {noun}", main_body, date, place, verb.sent)
