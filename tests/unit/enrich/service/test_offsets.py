"""Offsets count the code points of the report as it came, whatever those are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsroom.contracts import Evidence, Report, Source, Summary
from newsroom.settings import EnrichSettings
from newsroom_enrich.pipeline import Pipeline, build

NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)
EXAMPLES = 40  # each takes the time of reading a short report

SENTENCES = (
    "ASTANA, May 21 — Ministers of the Shanghai Cooperation Organisation (SCO) signed 22 resolutions.",
    "Kazakhstan's Deputy Prime Minister and Foreign Minister Murat Nurtleu chaired the session.",
    "At the table sat two presidents: Marta Ruiz of Chile and Diego Sosa of Uruguay.",
    "Ishaq Dar came for Pakistan, Deputy Foreign Minister Mahdi Safari for Iran.",
    "The Security Council adopted resolution 2728 (2024) by 14 votes to none, with one abstention.",
    "“We are ready,” said UN Secretary-General António Guterres.",
    "The leaders will meet in Samarkand on July 3–4, said Türkiye's president, Recep Tayyip Erdoğan.",
    "• Cambodia: Prak Sokhonn, Deputy Prime Minister",
    "Photo: Reuters",
)
# An emoji of several code points, combining marks, line ends, right-to-left text with its marks, characters
# of no width, a capital that grows when it is lowered, a private character, text without spaces.
STRANGE = (
    " ",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\u2028",
    "\t",
    "\u00a0",
    "👩‍👩‍👧‍👦",
    "🇰🇿",
    "e\u0301\u0323",
    "\u0301",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u202eمجلس الأمن\u202c",
    "القاهرة، الأمين العام",
    "ירושלים",
    "İstanbul",
    "ﬁ",
    "\ue001",
    "𝒦enya",
    "安理会通过决议",
    "\x00",
)


def _broken(sentence: str, at: int, piece: str) -> str:
    """A sentence with something strange in the middle of it."""
    cut = at % (len(sentence) + 1)
    return sentence[:cut] + piece + sentence[cut:]


_parts = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(STRANGE),
    st.builds(_broken, st.sampled_from(SENTENCES), st.integers(0, 200), st.sampled_from(STRANGE)),
    st.text(max_size=12),
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The pipeline that the service builds."""
    return build(EnrichSettings(cache_entries=0))


@settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_parts, min_size=1, max_size=10).map("".join))
@example("\r\n".join(SENTENCES))
@example("👩‍👩‍👧‍👦".join(SENTENCES))
@example("\u200b".join(" ".join(SENTENCES)))
def test_all_that_is_quoted_stands_where_it_says(pipeline: Pipeline, text: str) -> None:
    """text[start:end] is the quote, for each mention and each evidence, and no component fails."""
    summary = pipeline.enrich([_report(text)])[0]

    assert summary.problems == ()
    assert [(quote, start, end) for quote, start, end in _quotes(summary) if text[start:end] != quote] == []


def test_the_sentences_do_say_something(pipeline: Pipeline) -> None:
    """So that the property above is about mentions, roles, resolutions, events and quotations."""
    summary = pipeline.enrich([_report(" ".join(SENTENCES))])[0]

    assert summary.entities
    assert any(entity.roles for entity in summary.entities)
    assert summary.resolutions
    assert summary.events
    assert summary.quotations


def _report(text: str) -> Report:
    return Report(
        id=UUID(int=1),
        version=1,
        kind="raw",
        source=Source(id="wire", name="The Wire"),
        title="",
        text=text,
        language="en",
        published_at=NOON,
        received_at=NOON,
        content_hash="",
    )


def _quotes(summary: Summary) -> Iterator[tuple[str, int, int]]:
    """Everything that the summary says the text says, and where."""
    for entity in summary.entities:
        yield from ((mention.text, mention.start, mention.end) for mention in entity.mentions)
        yield from ((role.evidence.quote, role.evidence.start, role.evidence.end) for role in entity.roles)
    evidence: list[Evidence | None] = [item.evidence for item in summary.resolutions]
    evidence += [item.evidence for item in summary.events]
    evidence += [item.evidence for item in summary.quotations]
    evidence += [item.evidence for item in summary.topics]
    yield from ((found.quote, found.start, found.end) for found in evidence if found)
