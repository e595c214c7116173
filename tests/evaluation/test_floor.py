"""Enrichment does not get worse: its figures on annotated reports stay above a floor that only rises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.cases import SETS, read_all
from scoring.floor import FLOOR, read_floor, shortfalls
from scoring.running import measure_sentences, open_pipeline, summarize
from scoring.scorer import HEADLINE, score

if TYPE_CHECKING:
    from newsroom.contracts import Evidence, Summary
    from newsroom_enrich.pipeline import Pipeline
    from scoring.cases import Case

Answers = list[tuple["Case", "Summary"]]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return open_pipeline()


@pytest.fixture(scope="module", params=SETS)
def answers(request: pytest.FixtureRequest, pipeline: Pipeline) -> tuple[str, Answers]:
    """A set of cases, each with its summary."""
    cases = read_all(SETS[request.param])
    return request.param, list(zip(cases, summarize(pipeline, cases), strict=True))


def test_no_figure_is_below_its_floor(answers: tuple[str, Answers]) -> None:
    """Where one is, mend the change behind it; make evaluate ARGS=--details shows each mistake."""
    name, pairs = answers
    floor = read_floor(FLOOR)[name]

    assert set(floor) == set(HEADLINE)
    assert shortfalls(floor, score(*zip(*pairs, strict=True)).figures()) == []


def test_no_wording_is_lost(pipeline: Pipeline) -> None:
    """What is decided is found in the many words that news has for it."""
    assert shortfalls(read_floor(FLOOR)["sentences"], measure_sentences(pipeline)) == []


def test_every_claim_quotes_the_text(answers: tuple[str, Answers]) -> None:
    """Mentions, roles, resolutions, events, quotations and topics: text[start:end] is the quote."""
    for case, summary in answers[1]:
        for quote, start, end in quotes(summary):
            assert case.text[start:end] == quote, case.id


def test_every_report_is_read_in_full(answers: tuple[str, Answers]) -> None:
    """No component fails on a report that ordinary newsrooms write, and all are recognised as English."""
    for case, summary in answers[1]:
        assert (summary.enrichment, summary.problems, summary.language) == ("full", (), "en"), case.id


def quotes(summary: Summary) -> list[tuple[str, int, int]]:
    """Everything in a summary that says what the text says, and where."""
    evidence: list[Evidence | None] = [role.evidence for entity in summary.entities for role in entity.roles]
    evidence += [item.evidence for item in summary.resolutions]
    evidence += [event.evidence for event in summary.events]
    evidence += [quotation.evidence for quotation in summary.quotations]
    evidence += [topic.evidence for topic in summary.topics]
    mentions = [mention for entity in summary.entities for mention in entity.mentions]
    return [(mention.text, mention.start, mention.end) for mention in mentions] + [
        (quoted.quote, quoted.start, quoted.end) for quoted in evidence if quoted
    ]
