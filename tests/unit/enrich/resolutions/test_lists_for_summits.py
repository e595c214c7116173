"""Lists of papers for a coming meeting, and lists of spheres as subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.stories import Story


def test_papers_in_an_approved_list_are_to_come(tell: Story) -> None:
    """The list is approved; the papers in it are put before the summit, on its day and in its city."""
    approved, plan, charter = tell(
        "NAIROBI, March 14 - The Council of Ministers of the African Union met on Friday. It discussed the "
        "Lusaka Summit, scheduled for 5 June. The ministers approved a list of papers submitted for the "
        "consideration of the heads of state, including the Plan on Clean Rivers and the draft roadmap for "
        "the growth of trade."
    ).resolutions

    assert (approved.action, approved.status) == ("approved", "done")
    assert [(r.action, r.status, r.date) for r in (plan, charter)] == [
        ("proposed", "planned", "2025-06-05")
    ] * 2
    assert "including" not in (approved.title or "")


def test_spheres_are_subjects_one_by_one(tell: Story) -> None:
    """What stands before "spheres" are the subjects."""
    (item,) = tell(
        "The presidents of Chile and Peru signed nine agreements on cooperation in the fiscal, naval, mining "
        "and cultural spheres on Friday."
    ).resolutions

    assert item.subjects == ("fiscal", "naval", "mining", "cultural")
