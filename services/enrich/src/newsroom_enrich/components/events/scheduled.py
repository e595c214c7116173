"""Sittings that a report announces by what a body will do there: "the Senate is to vote on it on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.acting import sitting_in
from newsroom_enrich.components.events.sittings import sitting_noun

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

_OPENING_TOKENS = 3


def planned_sitting(reading: Reading, sentence: Span, main_body: str | None) -> list[Event]:
    """The sitting of a sentence that says on which day a body will decide or debate."""
    today = reading.setting.day.isoformat()
    told = sitting_in(reading, sentence, "planned", main_body)
    date = told.date if told is not None else None
    if told is None or date is None or not _is_ahead(reading, date, today):
        return []
    return [
        Event(
            name=f"{sitting_noun(told.body)} of {told.words}",
            start=date.first,
            end=date.last,
            place=reading.place_of(told.verb) or _city_before(reading, sentence),
            status="planned",
            evidence=sentence_evidence(sentence),
        )
    ]


def _is_ahead(reading: Reading, date: DateSpan, today: str) -> bool:
    """A coming day; also "next week", which may be in the month that runs."""
    if date.form == "period":
        return reading.text[date.start : date.end].casefold().startswith("next")
    return date.is_day and date.first > today


def _city_before(reading: Reading, sentence: Span) -> str | None:
    """As in "In Ankara, the Assembly is to ratify it": the city that opens the sentence."""
    first = next(iter(reading.named_in(sentence.start, sentence.end, "place")), None)
    words = [token.lower_ for token in reading.tokens_of(sentence) if not token.is_space][:1]
    opens = first is not None and words == ["in"] and first[0].i <= sentence.start + _OPENING_TOKENS
    return first[1].name if first is not None and opens else None
