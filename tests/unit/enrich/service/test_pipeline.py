"""The pipeline as a whole, on a small one without a model."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import spacy
from spacy.tokens import Doc

from newsroom.contracts import Report, ReportStatus, Source
from newsroom_enrich.annotations import EntityDraft, notes_of
from newsroom_enrich.components import PREFIX, component
from newsroom_enrich.pipeline import Pipeline

NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)
_read: list[str] = []


@component("counted")
def counted(doc: Doc) -> None:
    """Remembers what it reads."""
    _read.append(doc.text)
    notes_of(doc).entities.append(EntityDraft("country", "Kazakhstan", "Q232", "KZ", [(0, 3)]))


def new_pipeline(
    *, batch_size: int = 16, max_text_characters: int = 1_000, cache_entries: int = 10
) -> Pipeline:
    nlp = spacy.blank("en")
    nlp.add_pipe(PREFIX + "counted")
    _read.clear()
    return Pipeline(
        pipelines={"en": nlp},
        fallback=nlp,
        batch_size=batch_size,
        max_text_characters=max_text_characters,
        cache_entries=cache_entries,
        now=lambda: NOON,
    )


def new_report(text: str, *, version: int = 1, status: ReportStatus = "usable") -> Report:
    return Report(
        id=uuid5(NAMESPACE_URL, text),
        version=version,
        kind="raw",
        source=Source(id="wire", name="The Wire"),
        title="",
        text=text,
        language="en",
        published_at=NOON,
        received_at=NOON,
        status=status,
        content_hash="",
    )


def test_summaries_come_in_the_order_of_their_reports() -> None:
    """Also where a batch is split and one is withdrawn."""
    reports = [
        new_report("one"),
        new_report("two", status="canceled"),
        new_report("three"),
        new_report("four"),
    ]

    summaries = new_pipeline(batch_size=2).enrich(reports)

    assert [summary.id for summary in summaries] == [report.id for report in reports]


def test_a_withdrawn_report_is_not_read() -> None:
    """Its summary says canceled and nothing else."""
    summary = new_pipeline().enrich([new_report("gone", status="canceled")])[0]

    assert (summary.status, summary.enrichment, summary.entities) == ("canceled", "none", ())
    assert _read == []


def test_an_unchanged_text_is_read_once() -> None:
    """A second version of the same words is answered from the cache, under its own version."""
    pipeline = new_pipeline()
    first = pipeline.enrich([new_report("same")])[0]
    second = pipeline.enrich([new_report("same", version=2)])[0]

    assert _read == ["same"]
    assert (first.version, second.version) == (1, 2)
    assert second.entities == first.entities


def test_the_cache_forgets_the_oldest() -> None:
    """It never holds more than it is told to."""
    pipeline = new_pipeline(cache_entries=1)
    for text in ("one", "two", "one"):
        pipeline.enrich([new_report(text)])

    assert _read == ["one", "two", "one"]


def test_a_text_above_the_limit_is_read_up_to_it_and_marked() -> None:
    """Partial, since what comes after is unread."""
    summary = new_pipeline(max_text_characters=4).enrich([new_report("abcdefgh")])[0]

    assert _read == ["abcd"]
    assert summary.enrichment == "partial"
