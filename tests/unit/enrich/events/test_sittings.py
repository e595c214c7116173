"""Sittings that a report tells by what a body did, and not by a word for the meeting."""

from __future__ import annotations

import pytest

from support.stories import Story


def test_a_debate_stands_for_the_sitting(tell: Story) -> None:
    """Also where no document is decided."""
    (event,) = tell(
        "CAPE TOWN, March 14 (Wire) - Members of the National Assembly of South Africa on Friday debated the "
        "state of the railways for six hours. Speaker Thoko Didiza presided."
    ).events

    assert (event.status, event.start, event.place) == ("past", "2025-03-14", "Cape Town")
    assert "National Assembly" in event.name
    assert event.chair == "Thoko Didiza"


def test_a_vote_of_lawmakers_is_one_of_the_parliament(tell: Story) -> None:
    """Where the report names one."""
    (event,) = tell(
        "NAIROBI, March 14 (Wire) - Kenya's lawmakers voted on Thursday to lower the tax on books. "
        "In the National Assembly 240 of them were in favour."
    ).events

    assert (event.name, event.start) == ("sitting of the National Assembly of Kenya", "2025-03-13")


def test_a_vote_that_is_announced(tell: Story) -> None:
    """The sitting is a coming event, with the city that opens the sentence."""
    events = tell(
        "TALLINN, March 14 (Wire) - Estonia's parliament, the Riigikogu, ratified the treaty on fisheries on "
        "Friday. In Helsinki, the Parliament of Finland is to debate it on 20 March."
    ).events

    assert [(e.status, e.start, e.place) for e in events] == [
        ("past", "2025-03-14", "Tallinn"),
        ("planned", "2025-03-20", "Helsinki"),
    ]


def test_ministers_who_come_together_again(tell: Story) -> None:
    """The next meeting of a body, told by its verb."""
    events = tell(
        "JEDDAH, March 14 (Wire) - The Council of Foreign Ministers of the Organisation of Islamic "
        "Cooperation (OIC) held its 51st session in Jeddah on Friday. The ministers will come "
        "together again in Istanbul on 21 June."
    ).events

    assert [(e.status, e.start, e.place) for e in events] == [
        ("past", "2025-03-14", "Jeddah"),
        ("planned", "2025-06-21", "Istanbul"),
    ]


def test_meetings_of_a_part_are_one(tell: Story) -> None:
    """A session of a summit is no second meeting."""
    events = tell(
        "LUSAKA, March 14 (Wire) - The third ordinary session of the summit of the Common Market for Eastern "
        "and Southern Africa (COMESA) closed in Lusaka on Friday."
    ).events

    assert len(events) == 1


def test_ministers_are_not_those_of_the_main_body(tell: Story) -> None:
    """A meeting of others keeps its own words."""
    planned = tell(
        "RABAT, March 14 (Wire) - The African Union (AU) held a summit in Rabat on Friday. A meeting of Arab "
        "finance ministers will take place in Tunis on 2 April."
    ).events[-1]

    assert planned.name == "meeting of Arab finance ministers"


def test_an_organ_that_decided_on_another_day(tell: Story) -> None:
    """Held a meeting of its own; one on the same day is part of that of the whole."""
    text = (
        "SUVA, March 14 (Wire) - The Indian Ocean Rim Association adopted a concord at its summit on Friday. "
        "Its leaders welcomed a declaration on piracy, adopted on {day} by the Council of Ministers of the "
        "Indian Ocean Rim Association."
    )

    _, second = tell(text.format(day="Thursday")).events
    (_,) = tell(text.format(day="Friday")).events

    assert second.start == "2025-03-13"
    assert "Council of Ministers" in second.name


@pytest.mark.parametrize(
    ("city", "told", "name"),
    [
        (
            "KATHMANDU",
            "Nepal's parliament passed a law on ferries on Friday.",
            "sitting of the parliament of Nepal",
        ),
        (
            "ACCRA",
            "Lawmakers in Ghana passed a law on ferries on Friday.",
            "sitting of the parliament of Ghana",
        ),
        ("ROME", "Italy's lower house approved a decree on Friday.", "sitting of the lower house of Italy"),
        ("LIMA", "Deputies rejected a bill on ferries on Friday.", "sitting of the parliament of Peru"),
    ],
)
def test_a_parliament_without_a_name(tell: Story, city: str, told: str, name: str) -> None:
    """Its country is told with it, or is that of the dateline."""
    (event,) = tell(f"{city}, March 14 (Wire) - {told} It takes effect in May.").events

    assert (event.name, event.start) == (name, "2025-03-14")


def test_lawmakers_who_only_talk(tell: Story) -> None:
    """Hold no sitting: only votes are told by what lawmakers do."""
    events = tell(
        "ACCRA, March 14 (Wire) - Lawmakers in Ghana discussed ferries over lunch on Friday."
    ).events

    assert events == []


def test_the_speaker_and_the_president_of_a_country(tell: Story) -> None:
    """The one presides over its parliament, the other only speaks of it."""
    (event,) = tell(
        "KATHMANDU, March 14 (Wire) - Nepal's parliament passed a law on ferries on Friday. Nepali Speaker "
        "Dev Raj Ghimire read out the figures. Nepali President Ramchandra Paudel spoke of a good day."
    ).events

    assert event.participants == ("Dev Raj Ghimire",)


def test_a_text_that_will_be_taken_up(tell: Story) -> None:
    """On a day: that of the coming meeting."""
    planned = tell(
        "NEW YORK, March 14 (Wire) - The Security Council adopted a resolution on Libya on Friday. The "
        "General Assembly will take up the text on Tuesday."
    ).events[-1]

    assert (planned.name, planned.start) == ("meeting of the United Nations General Assembly", "2025-03-18")


def test_a_chamber_that_takes_something_up(tell: Story) -> None:
    """The present tense with a day announces its sitting; a chamber of deputies has one too."""
    first, second = tell(
        "BUENOS AIRES, March 14 (Wire) - Argentina's Chamber of Deputies approved a bill on pensions on "
        "Thursday. The Senate takes it up next Wednesday."
    ).events

    assert first.name.startswith("sitting of the Chamber of Deputies")
    assert (second.status, second.start) == ("planned", "2025-03-19")


@pytest.mark.parametrize(("told", "planned"), [("next week", True), ("this month", False)])
def test_a_sitting_next_week(tell: Story, told: str, *, planned: bool) -> None:
    """Is announced as one on a day is; one at some time in the month that runs is not."""
    events = tell(
        "OTTAWA, March 14 (Wire) - The House of Commons of Canada passed a motion on Friday. The Senate is "
        f"to debate a similar text {told}."
    ).events

    assert len(events) == 1 + planned


def test_a_decision_by_written_procedure(tell: Story) -> None:
    """Nobody met for it."""
    events = tell(
        "Brussels, 14 March 2025\n\nThe Council of the European Union today lifted sanctions on Peru and "
        "adopted a decision on trade. The step was completed by written procedure."
    ).events

    assert events == []


@pytest.mark.parametrize(
    "told",
    [
        "Deserts were on the agenda of the United Nations Security Council on Thursday.",
        "An envoy briefed the United Nations Security Council on Thursday. He saw little hope.",
    ],
)
def test_what_was_before_a_body(tell: Story, told: str) -> None:
    """Tells of a sitting, whatever else nobody did there."""
    (event,) = tell(f"NEW YORK, March 14 (Wire) - {told} No text was on the table.").events

    assert (event.name, event.start) == ("meeting of the United Nations Security Council", "2025-03-13")


def test_one_in_a_series_of_meetings(tell: Story) -> None:
    """Is a meeting with its number, though the noun has a plural."""
    event, *_ = tell(
        "BERGEN, March 14 (Wire) - So ended, on Friday, the fourth of the consultative meetings of Nordic "
        "leaders. They adopted a statement on cod."
    ).events

    assert event.name.startswith("4th consultative meeting")
