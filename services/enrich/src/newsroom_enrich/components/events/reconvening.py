"""Meetings that a report announces by a verb: "negotiators will gather in Bonn in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.expected import expected_around
from newsroom_enrich.components.events.meant import people_meant
from newsroom_enrich.components.events.naming import phrase_of
from newsroom_enrich.components.events.onward import TRAVEL
from newsroom_enrich.components.events.venues import capital_meant
from newsroom_enrich.components.resolutions.grammar import auxiliaries, carrying_verb, governor, subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

_MEET = frozenset("meet gather convene sit assemble reconvene confer come".split())
_WILL = frozenset({"will", "shall"})
_LEAD_SENTENCES = 3
_BODY_WORDS = frozenset(
    "assembly committee board conference parliament commission "
    "leaders bloc group members ministers council allies two sides presidents heads parties states "
    "delegates".split()
)


def meeting_by_verb(reading: Reading, sentence: Span, main_body: str | None) -> list[Event]:
    """As in "negotiators will gather in Bonn in June", "would meet again in Muscat on Sunday"."""
    today = reading.setting.day.isoformat()
    for verb in reading.with_lemma(_MEET, sentence):
        if verb.pos_ != "VERB" and not auxiliaries(verb) & _WILL:
            continue
        date = reading.date_of(verb) or _only_date(reading, sentence, verb) or _date_above(reading, verb)
        words = {child.lower_ for child in verb.children}
        if _is_of_two(reading, verb) or (verb.lemma_ == "come" and "together" not in words):
            continue  # talks of two persons
        coming = mood(verb) == "planned" or words & {"again", "would"} or _is_present(verb)
        again = bool(words & {"again", "next"}) and mood(verb) == "planned"
        if date is None and not (again and reading.place_of(verb)):
            continue
        if not coming or (date is not None and date.first <= today[: len(date.first)]):
            continue
        who = _people_who(reading, verb)
        going = _travellers(reading, verb)
        chair, people = (None, who)
        if sentence in reading.prose[:_LEAD_SENTENCES]:  # a preview, which goes on about this meeting
            chair, people = expected_around(reading, reading.index_of(sentence), who)
        return [
            Event(
                name=_name_by_verb(reading, verb, who, main_body),
                start=date.first if date is not None else None,
                end=date.last if date is not None else None,
                place=_place_of(reading, sentence, verb),
                status="planned",
                chair=chair.name if chair is not None else None,
                participants=tuple(person.name for person in (*people, *going)),
                evidence=sentence_evidence(sentence),
            )
        ]
    return []


def _is_of_two(reading: Reading, verb: Token) -> bool:
    """As in "he will meet Chancellor X"."""
    told = next((child for child in verb.children if child.dep_ == "dobj"), None)
    who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    is_one = who is None or who.lower_ in {"he", "she", "who", "where"}
    return (
        is_one
        and told is not None
        and bool(reading.entities_in(told.left_edge.i, told.right_edge.i + 1, "person"))
    )


def _only_date(reading: Reading, sentence: Span, verb: Token) -> DateSpan | None:
    """As in "When the bloc meets again, in Nouakchott, in July": the one date of the sentence, behind the
    verb.
    """
    dates = [d for t, d in reading.dates_in(sentence.start, sentence.end) if t.i > verb.i]
    again = any(child.lower_ in {"again", "next"} for child in verb.children)
    return dates[0] if again and len(dates) == 1 else None


def _date_above(reading: Reading, verb: Token) -> DateSpan | None:
    """As in "will join on Tuesday, when the ministers meet in Brussels": the day of the clause above."""
    led = any(child.lower_ == "when" and child.i < verb.i for child in verb.children)
    if not led or verb.dep_ not in {"advcl", "relcl"} or not _is_present(verb):
        return None
    if verb.head.pos_ == "VERB":
        return reading.date_of(verb.head)
    dates = reading.dates_in(verb.sent.start, verb.sent.end)
    return next((date for token, date in dates if token.i == verb.head.i), None)


def _is_present(verb: Token) -> bool:
    """The present tense, which the model may take for an infinitive."""
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VB" and not auxiliaries(verb))


def _who(verb: Token) -> Token | None:
    """The subject of a verb, of "which" the noun before it."""
    told = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject(verb) if told is not None and told.tag_ in {"WDT", "WP"} else told


def _people_who(reading: Reading, verb: Token) -> list[EntityDraft]:
    """The people in the verb's own subject."""
    who = _who(verb)
    if who is None:
        return []
    end = who.right_edge.i + 1 if verb.i > who.right_edge.i or verb.i < who.i else verb.i
    return reading.entities_in(who.left_edge.i, end, "person")


def _travellers(reading: Reading, verb: Token) -> list[EntityDraft]:
    """As in "Xi flies on to Lima, where the ministers meet on Friday": he will be there."""
    above = carrying_verb(verb.head) if _city_where(reading, verb) is not None else None
    who = subject(above) if above is not None and above.lemma_ in TRAVEL else None
    return people_meant(reading, who) if who is not None else []


def _name_by_verb(reading: Reading, verb: Token, people: list[EntityDraft], main_body: str | None) -> str:
    if people:
        return "meeting of " + " and ".join(person.name for person in people)
    who = _who(verb)
    told = who is not None and (
        reading.entities_in(who.left_edge.i, who.i + 1, "organization")
        or any(child.lower_ in {"of", "from"} for child in who.rights)
        or any(child.dep_ in {"amod", "compound"} for child in who.lefts)
    )
    if who is not None and who.pos_ != "PRON" and told:
        return f"meeting of {phrase_of(reading, who)}"
    if who is not None and who.pos_ != "PRON" and who.lower_ not in _BODY_WORDS:
        place = reading.place_of(verb)
        words = reading.doc[who.left_edge.i : who.i + 1].text
        return f"meeting of {words}" + (f" in {place}" if place else "")
    base = f"meeting of the {main_body}" if main_body else "meeting"
    beside = (child for child in verb.children if child.lower_ == "with")
    others = [o for c in beside for o in reading.entities_in(c.i, c.right_edge.i + 1, "organization")]
    return f"{base} and the {others[0].name}" if others else f"next {base}"


def _place_of(reading: Reading, sentence: Span, verb: Token) -> str | None:
    """The city or the country in the clause of the verb."""
    told = capital_meant(reading, sentence) or reading.place_of(verb) or _city_where(reading, verb)
    if told is None and _date_above(reading, verb) is not None:
        above = verb.head if verb.head.pos_ == "VERB" else carrying_verb(verb.head)
        told = reading.place_of(above) if above is not None else None
    if told is not None:
        return told
    for token in reading.doc[verb.i + 1 : sentence.end]:
        entity = reading.entity_at(token)
        before = reading.doc[token.i - 1].lower_
        if (
            entity is not None
            and entity.type in {"place", "country"}
            and before in {"in", "at"}
            and verb.i in {governor(token), token.head.head.i}
        ):
            return entity.name
    return None


def _city_where(reading: Reading, verb: Token) -> str | None:
    """As in "flies on to Lima, where the ministers meet on Friday"."""
    led = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
    entity = reading.entity_at(verb.head) if led else None
    return entity.name if entity is not None and entity.type in {"place", "country"} else None
