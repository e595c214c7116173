"""The body that a report is about, among all that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

PLAN = "A plan on rivers was adopted on Monday."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            f"The United Nations Conference on Mountain Rivers opened. {PLAN} The conference goes on.",
            "United Nations Conference on Mountain Rivers",
        ),
        (
            f"The Convention on Wetlands is old. {PLAN} The Conference of the Contracting Parties was happy.",
            "Conference of the Contracting Parties to the Convention on Wetlands",
        ),
        (
            f"The African Union met in Lome. The African Continental Free Trade Area is young. {PLAN}",
            "African Union",
        ),
        (
            f"Peru dreams of joining the European Union. The Andean Community met in Lima. {PLAN}",
            "Andean Community",
        ),
    ],
)
def test_the_body_of_a_plan(tell: Story, text: str, body: str) -> None:
    """That of the meeting, not whoever else is named."""
    (item,) = tell(text).resolutions

    assert item.body == body


def test_whose_envoy_somebody_is_decides_nothing(tell: Story) -> None:
    """Greece and its neighbour act for themselves, though an envoy looks on."""
    items = tell(
        "The United Nations envoy Ana Silva smiled. On Monday the two states adopted a declaration."
    ).resolutions

    assert {item.body for item in items} == {None}
