"""Coming meetings in other words than "the next meeting will be held"."""

from __future__ import annotations

import pytest

from support.stories import Story

LEAD = (
    "ABUJA, March 14 (Wire) - The Economic Community of West African States (ECOWAS) adopted a declaration "
    "on trade at its sixtieth summit on Friday. "
)


@pytest.mark.parametrize(
    ("told", "start", "place"),
    [
        ("The next one will be held in Monrovia.", None, "Monrovia"),
        ("The next is planned for June in Monrovia.", "2025-06", "Monrovia"),
        ("The two sides agreed to meet again in Monrovia in June.", "2025-06", "Monrovia"),
        ("The sixty-first has been called for June in Monrovia.", "2025-06", "Monrovia"),
        ("Liberia will receive the leaders in Monrovia next year.", "2026", "Monrovia"),
        ("Liberia has offered to welcome the delegates in Monrovia in June.", "2025-06", "Monrovia"),
        ("Liberia plans to invite the presidents to Monrovia next summer.", "2025", "Monrovia"),
        (
            "They thanked the leader of Liberia. The next summit will take place there in June.",
            "2025-06",
            "Liberia",
        ),
    ],
)
def test_the_next_meeting_without_its_noun(tell: Story, told: str, start: str | None, place: str) -> None:
    """A number, "the next" or the people who will be received stand for the meeting."""
    planned = tell(LEAD + told).events[-1]

    assert (planned.status, planned.start, planned.place) == ("planned", start, place)
    assert "of the Economic Community of West African States" in planned.name


@pytest.mark.parametrize(
    ("told", "name", "start", "place"),
    [
        (
            "They sent greetings to the summit of the Arab League, which opens in Tunis tomorrow.",
            "summit of the Arab League",
            "2025-03-15",
            "Tunis",
        ),
        (
            "The president of Ghana flew on to Lima, where the World Trade Organization meets this weekend.",
            "meeting of the World Trade Organization",
            "2025-03-15",
            "Lima",
        ),
        (
            "The results go to the drafting committee, which convenes in Geneva in 2026.",
            "meeting of the drafting committee",
            "2026",
            "Geneva",
        ),
        (
            "Somalia will join on Tuesday, when the finance ministers of the bloc meet in Nairobi.",
            "meeting of the finance ministers of the bloc",
            "2025-03-18",
            "Nairobi",
        ),
        (
            "The process continues in Monrovia in June, when envoys convene again.",
            "meeting of envoys",
            "2025-06",
            "Monrovia",
        ),
        (
            "A donors' conference is to be held in Monrovia in June.",
            "donors' conference",
            "2025-06",
            "Monrovia",
        ),
        (
            "The summit will be followed by a meeting of bankers in Monrovia in June.",
            "meeting of bankers",
            "2025-06",
            "Monrovia",
        ),
        (
            "Members decided to settle it at an extraordinary congress in Dakar in 2027.",
            "extraordinary congress",
            "2027",
            "Dakar",
        ),
    ],
)
def test_meetings_of_others_to_come(tell: Story, told: str, name: str, start: str, place: str) -> None:
    """The present tense with a day ahead announces as "will" does."""
    planned = tell(LEAD + told).events[-1]

    assert planned.name.startswith(name)
    assert (planned.status, planned.start, planned.place) == ("planned", start, place)


def test_whoever_will_preside_over_a_meeting(tell: Story) -> None:
    """It is still to come, and begins on the day from which it will be."""
    planned = tell(
        LEAD + "Mukhtar Babayev, who will preside over COP30 in Belem from November 10, spoke by video."
    ).events[-1]

    assert (planned.name, planned.start, planned.place) == ("COP30", "2025-11-10", "Belem")
    assert planned.chair == "Mukhtar Babayev"


def test_guests_of_another_body_are_no_next_meeting(tell: Story) -> None:
    """Whoever is received for a meeting that the sentence names comes to that one."""
    planned = tell(
        LEAD
        + "In June the president of Liberia will receive leaders of the European Union in Monrovia for an "
        "ECOWAS-EU summit."
    ).events[1:]

    assert [event.name.split()[0] for event in planned] == ["ECOWAS-EU"]


def test_a_second_meeting_of_the_kind(tell: Story) -> None:
    """It has the name of the first."""
    planned = tell(
        "NAIROBI, March 14 (Wire) - The Africa Climate Summit adopted a declaration on Friday. A second "
        "summit of the kind will be held in 2027."
    ).events[-1]

    assert (planned.name, planned.start) == ("2nd Africa Climate Summit", "2027")


def test_a_council_that_will_next_convene(tell: Story) -> None:
    """Also where the model takes the verb for a noun."""
    planned = tell(LEAD + "The Council of Ministers will next convene in Monrovia in October.").events[-1]

    assert (planned.status, planned.start, planned.place) == ("planned", "2025-10", "Monrovia")


def test_what_a_named_meeting_is_makes_no_second_one(tell: Story) -> None:
    """The noun in apposition only explains the name."""
    told = "Progress is to be reviewed in November at COP30, the United Nations climate conference in Belém."

    assert [event.name for event in tell(LEAD + told).events if event.status == "planned"] == ["COP30"]
