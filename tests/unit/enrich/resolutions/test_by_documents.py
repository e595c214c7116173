"""Resolutions and decisions by which a body does something, told as the means or as the subject."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    "text",
    [
        "By resolution 2771 (2025), the Security Council keeps the mission in Haiti for a year.",
        "Under the terms of a further resolution, the fund will be wound up in June.",
        "Finally, by a decision of the African Union, Amina Diallo was named head of the fund.",
        "Another decision opens the port to ships of the African Union.",
        "In a second resolution, members of the African Union asked for quiet in Chad.",
        "Water is a right of all, the General Assembly declared on Thursday in resolution 79/45.",
        "The Security Council, in its resolution 2771 (2025), thanked the mission in Haiti.",
        "Resolution 2771 (2025) extends the mandate of the mission in Haiti.",
        "In its resolution 79/45, adopted without a vote, the General Assembly proclaims a year of goats.",
    ],
)
def test_new(tell: Story, text: str) -> None:
    """A document of this meeting has been adopted."""
    assert [(r.action, r.status, r.count) for r in tell(text).resolutions] == [("adopted", "done", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "By resolution 1701 (2006), the Security Council widened the mission in Lebanon.",
        "The Security Council recalled the threat in resolution 2771 (2025).",
        "In resolution 62/11, the General Assembly asked for peace.",
        "Under the decision, Kenya will pay the bill.",
        "By a draft resolution before it, the Council would end the mission.",
    ],
)
def test_old_or_open(tell: Story, text: str) -> None:
    """A symbol of another year, a document spoken of before, and a draft that would do something."""
    assert tell(text).resolutions == []


def test_in_a_separate_decision(tell: Story) -> None:
    """A document told beside another one."""
    text = "The African Union adopted a charter and exempted its members from fees in a separate decision."
    assert [r.kind for r in tell(text).resolutions] == ["charter", "decision"]


def test_taken_up_and_approved(tell: Story) -> None:
    """What is done without a vote has been done."""
    text = "The African Union took up a draft resolution on rivers, approving it without a vote."
    assert [(r.action, r.status) for r in tell(text).resolutions] == [("approved", "done")]


def test_subject_of_the_next_clause(tell: Story) -> None:
    """A pronoun behind the participle is no document."""
    text = "At the request of Peru, a decision opening the port was approved; it will let ships in."
    assert [(r.kind, r.action) for r in tell(text).resolutions] == [("decision", "approved")]


def test_topics_of_a_set(tell: Story) -> None:
    """What the documents of a set are about are no documents beside it."""
    text = "The African Union took ten decisions, on trade, visas and the budget of the fund."
    assert [(r.kind, r.count) for r in tell(text).resolutions] == [("decision", 10)]


def test_one_after_the_other(tell: Story) -> None:
    """Each such sentence tells of a document of its own, whatever words they share."""
    notes = tell(
        "In a resolution on human rights in Peru, the Human Rights Council asks for trials. Under a "
        "resolution on human rights in Fiji, an expert is named."
    )

    assert len(notes.resolutions) == 2
