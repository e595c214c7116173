"""Reports on what is still to come."""

from __future__ import annotations

from support.stories import Story


def test_who_is_expected(tell: Story) -> None:
    """The chair and the guests are told in the sentences behind the announcement."""
    summit, ministers = tell(
        "NUUK, March 14 (Wire) - Leaders of the Nordic Council will gather in Nuuk on March 27-28, its "
        "office said on Friday.\n\nGreenlandic Prime Minister Mute Egede will preside. Icelandic Prime "
        "Minister Kristrun Frostadottir is to join them by video link. Ahead of the summit, fisheries "
        "ministers will meet in Torshavn on March 25."
    ).events

    assert (summit.status, summit.start, summit.end) == ("planned", "2025-03-27", "2025-03-28")
    assert summit.chair is not None
    assert len(summit.participants) == 2
    assert (ministers.start, ministers.place) == ("2025-03-25", "Torshavn")


def test_onward_from_a_visit_that_is_announced(tell: Story) -> None:
    """ "He" is who travels, not whom he will meet."""
    events = tell(
        "PRAGUE, March 14 (Wire) - French President Emmanuel Macron will pay a state visit to Czechia on "
        "Sunday. He will hold talks with President Petr Pavel on Monday. From Prague he travels to Moldova."
    ).events

    assert [event.participants[0] for event in events] == ["Emmanuel Macron", "Emmanuel Macron"]
    assert events[-1].place == "Moldova"


def test_the_name_of_a_coming_conference_told_before(tell: Story) -> None:
    """ "The conference" is the one that the sentence before names."""
    planned = tell(
        "LIMA, March 14 (Wire) - Peruvian President Dina Boluarte received Brazilian Foreign Minister Mauro "
        "Vieira in Lima on Friday. He asked for support for COP30. The conference will be held in Belem from "
        "10 to 21 November."
    ).events[-1]

    assert (planned.name, planned.start) == ("COP30", "2025-11-10")


def test_who_will_preside_told_aside(tell: Story) -> None:
    """As "with X presiding" in the announcement, not in the sentence behind it."""
    planned = tell(
        "SUVA, March 14 (Wire) - The Pacific Islands Forum adopted a declaration on Friday. It will hold a "
        "special session on tuna in Apia on March 20, with Samoan minister Peni Tuilagi presiding."
    ).events[-1]

    assert (planned.start, planned.chair) == ("2025-03-20", "Peni Tuilagi")


def test_who_tells_of_a_meeting_need_not_go_there(tell: Story) -> None:
    """Those who are to sign there will, in whatever words."""
    planned = tell(
        "GENEVA, March 14 (Wire) - Peru and Chile adopted a joint statement on fishing on Friday. At a "
        "summit in Lima in July, President Dina Boluarte and President Gabriel Boric are to sign a "
        "treaty, said Adrian Nastase, an adviser."
    ).events[-1]

    assert planned.participants == ("Dina Boluarte", "Gabriel Boric")


def test_whoever_travels_to_a_meeting_will_be_there(tell: Story) -> None:
    """As the subject of the clause that names its city."""
    planned = tell(
        "SUVA, March 14 (Wire) - The Pacific Islands Forum adopted a declaration on Friday. Samoan Prime "
        "Minister Peni Tuilagi was flying on to Lima, where the World Trade Organization meets on Monday."
    ).events[-1]

    assert (planned.start, planned.place) == ("2025-03-17", "Lima")
    assert planned.participants == ("Peni Tuilagi",)


def test_a_debate_that_a_council_will_hold(tell: Story) -> None:
    """Is a meeting, as debates that are only spoken of are not."""
    first, second = tell(
        "NEW YORK, March 14 (Wire) - The Security Council adopted a resolution on Libya on Friday after a "
        "long debate. It will hold a debate on hunger on March 20, with Foreign Minister Hakan Fidan of "
        "Turkey presiding; Martin Griffiths is to brief it."
    ).events

    assert first.status == "past"
    assert (second.name, second.start) == ("debate on hunger", "2025-03-20")
    assert second.participants == ("Hakan Fidan", "Martin Griffiths")
