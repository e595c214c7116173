"""What bodies and courts lay down without a document, and acts told by nouns and vetoes."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("The General Assembly held by 90 votes to 12 that the blockade is unlawful.", "adopted", "done"),
        ("By 13 votes to four, the Human Rights Council rebuked Belarus on Friday.", "adopted", "done"),
        ("The International Court of Justice ordered Chad on Friday to free them.", "adopted", "done"),
        ("The European Central Bank cut its key rates on Thursday.", "adopted", "done"),
        ("The African Union adopted a long-term goal of net-zero cities.", "adopted", "done"),
        ("The Saeima endorsed the withdrawal from the ban by 60 to 12.", "endorsed", "done"),
        # In nouns
        ("The adoption of the treaty by the Senate delighted its friends.", "adopted", "done"),
        ("The African Union closed its summit with nine decisions.", "adopted", "done"),
        ("The Human Rights Council got through thirty resolutions.", "adopted", "done"),
        ("Adopted on Friday in New York: a convention on deserts.", "adopted", "done"),
        ("The resolution's adoption by the Senate came after two days of talks.", "adopted", "done"),
        ("The Senate consented to the ratification of the treaty.", "approved", "done"),
        ("The conference ended on Friday with a resolution on mercury.", "adopted", "done"),
        ("The vote on the draft resolution failed, with four members in favour.", "rejected", "failed"),
        ("The ceasefire was extended by a week on Friday.", "extended", "done"),
        # Vetoes
        ("An American veto sank the draft resolution in the Security Council.", "vetoed", "failed"),
        ("The draft resolution fell to a Russian veto in the Security Council.", "vetoed", "failed"),
        # To come
        ("The Senate will be asked in May to approve the treaty.", "approved", "planned"),
        ("The General Assembly is due to take up a draft resolution on Mali.", "proposed", "planned"),
        ("A draft resolution on Mali is up for a vote on Monday.", "proposed", "planned"),
    ],
)
def test_told_otherwise(tell: Story, text: str, action: str, status: str) -> None:
    """One item each."""
    assert [(r.action, r.status) for r in tell(text).resolutions] == [(action, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The African Union adopted a tougher tone on Friday.",
        "The General Assembly asked for more time.",
        "The International Court of Justice held a reception.",
        "The law failed to protect workers, unions say.",
        "The ministers were asked to sign the treaty.",
    ],
)
def test_no_ruling(tell: Story, text: str) -> None:
    """What bodies do besides deciding."""
    assert tell(text).resolutions == []
