"""Statements of decisions strung together at random: evidence always stands in the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.contracts import Evidence
from support.stories import Story

PIECES = (
    "The Security Council",
    "Kenya and Ghana",
    "it",
    "they",
    "both",
    "adopted",
    "signed",
    "will sign",
    "vetoed",
    "failed to adopt",
    "a draft resolution",
    "resolution 2728 (2024)",
    "22 documents",
    "the Oslo Declaration",
    "on Friday",
    "on 3–4 July",
    "in Doha",
    "by 13 votes to none",
    "14-1",
    "with two abstentions",
    "unanimously",
    "the signing of",
    "including",
    "“",
    "”",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "\n\n",
    "—",
    "🙂",
    "e\u0301",
    "1.",
    "summit",
    "will meet",
    "visit",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_evidence_is_the_text(tell: Story, text: str) -> None:
    """Every quote is the slice of the text that its offsets give."""
    notes = tell(text)

    found: list[Evidence | None] = [item.evidence for item in notes.resolutions]
    found += [item.evidence for item in notes.events]
    found += [item.evidence for item in notes.topics]
    found += [item.evidence for item in notes.quotations]
    assert None not in found
    assert all(e.quote == text[e.start : e.end] for e in found if e is not None)
