"""Decisions on things: by a vote, by a numbered committee, on what will be; and in the present of a
communiqué.
"""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            (
                "At the World Wildlife Conference the committee approved on Sunday the transfer of parrots "
                "to another list by 95 votes to 35, with five abstentions."
            ),
            "approved",
        ),
        ("Catch limits for hunters were extended on Wednesday by 58 votes to seven.", "extended"),
        (
            "Without a vote, the African Union Executive Council agreed to move the parrot to another list.",
            "agreed",
        ),
        ("The Pacific Islands Forum approved the Pacific Resilience Facility on Friday.", "approved"),
    ],
)
def test_decided_on_a_thing(tell: Story, text: str, action: str) -> None:
    """A vote, or a body, makes it a decision, whatever it is on."""
    assert [(r.action, r.kind) for r in tell(text).resolutions] == [(action, "decision")]


def test_when_the_thing_will_be_is_no_day_of_the_decision(tell: Story) -> None:
    """The day behind the object is its own."""
    (item,) = tell(
        "The East African Community held its summit in Arusha on 14 March. It approved the start of a "
        "single market on January 1."
    ).resolutions

    assert item.date == "2025-03-14"


@pytest.mark.parametrize(
    "present", ["lifts with immediate effect the sanctions on Guinea", "adopts the budget"]
)
def test_a_communique_decides_in_the_present(tell: Story, present: str) -> None:
    """Its text does what it says."""
    told = tell(
        f"1. The African Union met in Lusaka on Friday.\n\n2. The African Union {present}.\n\n3. The present "
        "Final Communiqué was adopted at the close."
    )

    assert [r.status for r in told.resolutions] == ["done", "done"]


def test_news_in_the_present_decides_nothing(tell: Story) -> None:
    """Elsewhere it tells what somebody does now and then."""
    assert tell("The African Union lifts sanctions when a government asks for it.").resolutions == []


def test_members_that_are_let_in_are_one_decision(tell: Story) -> None:
    """Agreed to, and not admitted once more."""
    (item,) = tell("The African Union agreed on Friday to admit Fiji and Peru as members.").resolutions

    assert item.action == "agreed"


@pytest.mark.parametrize(
    "text",
    [
        "The African Union was founded in Lomé. Its charter was signed two years later.",
        "The spokesman of the African Union said every document had been agreed beforehand.",
    ],
)
def test_of_another_time(tell: Story, text: str) -> None:
    """Years later in a story of former years, and before the meeting."""
    assert tell(text).resolutions == []


def test_a_veto_is_used_to_stop_a_draft(tell: Story) -> None:
    """The draft is the object of the infinitive."""
    (item,) = tell(
        "Russia on Wednesday used its veto in the United Nations Security Council to stop a draft resolution "
        "on Mali."
    ).resolutions

    assert (item.action, item.status, item.kind) == ("vetoed", "failed", "resolution")


def test_a_numbered_committee_decides(tell: Story) -> None:
    """As "Committee I" of a convention."""
    (item,) = tell(
        "Committee I of the wildlife summit on Monday adopted the proposal on sharks by 92 votes to 42."
    ).resolutions

    assert (item.action, item.status) == ("adopted", "done")


def test_a_treaty_that_is_to_come_is_noted(tell: Story) -> None:
    """Reported speech keeps its future, wherever the syntax hangs it."""
    (item,) = tell(
        "The Pacific Islands Forum met in Majuro on Friday. Leaders noted with pleasure that a treaty "
        "between Kiribati and Fiji would be signed in Suva on 6 June."
    ).resolutions

    assert (item.action, item.status) == ("signed", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Option D was adopted by acclamation at the Universal Postal Congress on Wednesday.",
        "Option C was approved by consensus at the Universal Postal Congress on Wednesday.",
    ],
)
def test_adopted_by_all(tell: Story, text: str) -> None:
    """What nobody opposed is a decision, whatever it is called."""
    assert [(r.kind, r.status) for r in tell(text).resolutions] == [("decision", "done")]


def test_a_bill_on_the_agenda_is_planned(tell: Story) -> None:
    """The present with a day to come."""
    (item,) = tell("A bill on rivers goes before the Senate of Argentina on Wednesday.").resolutions

    assert (item.action, item.status, item.date) == ("proposed", "planned", "2025-03-19")


def test_what_is_noted_is_not_adopted(tell: Story) -> None:
    """A declaration of others."""
    assert tell("The African Union took note of the Lusaka Declaration on Rivers.").resolutions == []


def test_a_joint_statement_is_that_of_the_states_behind_it(tell: Story) -> None:
    """Wherever the syntax hangs them."""
    (item,) = tell(
        "The United Nations Security Council met on Mali. In a joint statement issued on Thursday, France, "
        "Germany, the United Kingdom and the United States called upon Mali to hold elections."
    ).resolutions

    assert (item.body, item.parties) == (None, ("France", "Germany", "United Kingdom", "United States"))


def test_let_in_as_members(tell: Story) -> None:
    """Told in the passive, without those who let them in."""
    (item,) = tell(
        "The Pacific Islands Forum met in Suva on Friday. At the same sitting Guam and American Samoa were "
        "admitted as associate members."
    ).resolutions

    assert (item.action, item.kind, item.body) == ("adopted", "decision", "Pacific Islands Forum")
