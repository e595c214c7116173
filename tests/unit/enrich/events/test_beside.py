"""Other meetings in the same report."""

from __future__ import annotations

from support.stories import Story


def test_a_wider_meeting_behind_the_summit(tell: Story) -> None:
    """It has its own chair, and its guests were not at the summit."""
    summit, wider = tell(
        "ASTANA, March 14 (Wire) - Kazakh President Kassym-Jomart Tokayev chaired the summit of the "
        "Organization of Turkic States (OTS) in Astana on Friday, with Uzbek President Shavkat Mirziyoyev "
        "attending. In the afternoon Tokayev chaired the OTS Plus Meeting, at which Serbian President "
        "Aleksandar Vucic was among the speakers."
    ).events

    assert summit.participants == ("Kassym-Jomart Tokayev", "Shavkat Mirziyoyev")
    assert wider.name == "OTS Plus Meeting"
    assert wider.start == "2025-03-14"
    assert wider.chair == "Kassym-Jomart Tokayev"
    assert "Aleksandar Vučić" in wider.participants


def test_what_was_signed_the_day_before(tell: Story) -> None:
    """Those who did so need not have been there."""
    (event,) = tell(
        "OSLO, March 14 (Wire) - The Nordic Council held its session in Oslo on Friday. The treaty had been "
        "signed on Tuesday by Danish Foreign Minister Lars Lokke Rasmussen."
    ).events

    assert event.participants == ()


def test_another_summit_in_the_same_days(tell: Story) -> None:
    """That both are summits does not make them one, and that one decided does not make it two."""
    first, second = tell(
        "KUALA LUMPUR, March 14 (Wire) - The Association of Southeast Asian Nations (ASEAN) adopted a "
        "declaration at the 27th ASEAN Summit on Friday. The East Asia Summit sat on Thursday and issued a "
        "statement."
    ).events

    assert (first.name, second.name) == ("27th ASEAN Summit", "East Asia Summit")
