"""More ways to say what a set of documents is about, and what is no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

SIGNED = "Kenya and Chad signed nine agreements on Thursday"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (f"{SIGNED}, most of them on drug control and tourism.", ("drug control", "tourism")),
        (f"{SIGNED}, four of them to do with fishing and ports.", ("fishing", "ports")),
        (f"{SIGNED} with a focus on energy and transport.", ("energy", "transport")),
        (f"{SIGNED} to boost cooperation in trade and farming.", ("trade", "farming")),
        (f"{SIGNED}, dealing among other things with coastal shipping.", ("coastal shipping",)),
        (f"{SIGNED}, which relate, among other questions, to ports.", ("ports",)),
        (f"{SIGNED} touching on areas such as fishing and visas.", ("fishing", "visas")),
        (f"{SIGNED}, on subjects as different as waterbirds and youth.", ("waterbirds", "youth")),
        (f"{SIGNED} on matters ranging from food security to debt.", ("food security", "debt")),
        (f"{SIGNED}, among them ones on water and on health.", ("water", "health")),
        (f"{SIGNED}, one of them on ports, the other on tourism.", ("ports", "tourism")),
        (f"{SIGNED} on ports, youth and other matters.", ("ports", "youth")),
        (f"{SIGNED}. They are about ports and tourism.", ("ports", "tourism")),
        (f"{SIGNED}. The topics were ports and youth.", ("ports", "youth")),
        (f"{SIGNED}. Railways and film are among the fields concerned.", ("railways", "film")),
        (f"{SIGNED}. Trade and visas are dealt with in the others.", ("trade", "visas")),
        (f"{SIGNED} on ports. One, on the budget for 2026, took longer.", ("ports", "budget")),
        (f"{SIGNED}. They govern fishing and ban plastic bags.", ("fishing", "plastic bags")),
    ],
)
def test_what_leads_to_topics(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """In the sentence of the set, or in the next one."""
    assert tell(text).resolutions[0].subjects == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (f"{SIGNED} on rules of origin.", ("rules of origin",)),
        (f"{SIGNED} on the budget of the bureau and the future redefinition of the metre.", None),
        (f"{SIGNED} on conflicts, Islamophobia and the safety of children online.", None),
    ],
)
def test_how_far_a_topic_goes(tell: Story, text: str, subjects: tuple[str, ...] | None) -> None:
    """Without whose it is, or that it is to come."""
    told = tell(text).resolutions[0].subjects

    assert told == (subjects or told)
    assert not {"budget of the bureau", "future redefinition of the metre"} & set(told)
    assert ("Islamophobia" in text) == ("islamophobia" in told) == ("safety of children online" in told)


@pytest.mark.parametrize(
    "text",
    [
        "The Arab League adopted a package of six decisions that delegates approved at the same sitting.",
        "The European Union lifted all sanctions on Syria on Thursday, keeping only those on its banks.",
        "Kenya and Chad signed 36 cooperation documents on Thursday.",
    ],
)
def test_what_is_no_topic(tell: Story, text: str) -> None:
    """What others do to the documents, what goes on beside, and that sides work together."""
    assert tell(text).resolutions[0].subjects == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A long package of documents, 19 in all, was adopted by the Arab League on Thursday.", 19),
        ("The Arab League adopted resolutions (14 in total) on Thursday.", 14),
        ("The Arab League adopted a set of decisions on Thursday.", None),
        ("The Arab League adopted a package of sanctions on Thursday.", 1),
        ("The Arab League adopted a score of resolutions on Thursday.", 20),
        ("The Arab League adopted twin resolutions on Thursday.", 2),
        ("The Arab League adopted no fewer than 41 resolutions on Thursday.", 41),
        ("The Council of the European Union agreed two general approaches on Thursday.", 2),
        ("The Arab League adopted two resolutions, one of them on ports, on Thursday.", 2),
    ],
)
def test_counts(tell: Story, text: str, count: int | None) -> None:
    """The total may stand behind; decisions in a bundle stay decisions, measures in one are one."""
    assert tell(text).resolutions[0].count == count
