"""Texts that are no news: the pipeline gives what it can, in bounded work, and never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from string import ascii_lowercase

import pytest
from spacy.tokens import Doc

from newsroom.contracts import Evidence, Report, Summary
from newsroom_enrich.pipeline import Pipeline

NewReport = Callable[..., Report]

SENTENCE = (
    "Foreign Minister Wang Yi of China met Sergei Lavrov in Astana on May 21, and the Security Council "
    "adopted resolution 2728 (2024) by 14 votes in favour. "
)
NAMES = ", ".join(
    f"{first.upper()}man {second.upper()}bekov"
    for first in ascii_lowercase
    for second in ascii_lowercase[:12]
)
TEXTS = {
    "empty": "",
    "blank": " \n\t\u00a0\n " * 50,
    "a megabyte": SENTENCE * 6_900,
    "one word": "x" * 100_000,
    "one word in capitals": "X" * 100_000,
    "one hyphenated word": "Aa1-" * 25_000,
    "one slashed word": "A/" * 50_000,
    "no letters": "1701 (2006) – 12:30 – 15/3 – " * 600,
    "brackets": "(" * 20_000,
    "line breaks": "\n" * 100_000,
    "a table": "| Country | Documents | Status |\n|---|---|---|\n" + "| Kazakhstan | 22 | Signed |\n" * 500,
    "300 names": NAMES,
    "a poem": "O wind,\nyou sign the sea\nwith foam —\nresolution of the dawn.\n\n" * 60,
    "emoji": "😀👩‍👩‍👧🇫🇷🏳️‍🌈" * 1_500,
    "right to left": "عقد مجلس الأمن اجتماعا بشأن السودان وروسيا في نيويورك. " * 150,
    "no spaces": "中国和哈萨克斯坦签署了二十二项决议。" * 500,
    "NUL": "Asta\x00na and\x00 Kazakhstan \x00signed\x00 it. " * 200,
    "controls": "\x1b[31mAstana\x1b[0m \x07\x08\x7f\u202eKazakhstan\u202c " * 200,
    "lone surrogates": "Astana \ud800 and Kazakhstan \udfff. " * 300,
    "combining marks": "a" + "\u0301" * 20_000,
    "Windows line ends": "ASTANA, May 21 —\r\nKazakhstan\r\n\r\nand Iran met.\r\n" * 100,
    "many languages": "Резолюция Council قرار 決議 Kazakhstan résolution " * 300,
    "titles without names": "Minister of Foreign Affairs and Minister of Trade of " * 300,
    "votes without end": "13-0 with two abstentions, 14 in favour, by 188 votes to 6, " * 250,
    "quotation marks": "“a” said “b” and “ " * 900,
    "signing without end": "signed resolutions and treaties and agreed to sign " * 300,
    "full stops": "a. b. c. " * 2_000,
}


@pytest.fixture(scope="module", params=TEXTS, ids=str)
def read(request: pytest.FixtureRequest, pipeline: Pipeline, report: NewReport) -> tuple[Report, Summary]:
    """Each text with its summary."""
    strange = report(TEXTS[request.param])
    (summary,) = pipeline.enrich([strange])
    return strange, summary


def test_no_component_fails(read: tuple[Report, Summary]) -> None:
    """Nothing is reported as a problem: strange text is no excuse."""
    assert read[1].problems == ()


def test_every_claim_stands_in_the_text(read: tuple[Report, Summary]) -> None:
    """Offsets are code points of the text as it came, and within the part that was read."""
    report, summary = read
    for start, end, quote in _claims(summary):
        assert report.text[start:end] == quote
        assert quote.strip()


def test_text_above_the_limit_is_partial(read: tuple[Report, Summary], pipeline: Pipeline) -> None:
    """Only up to max_text_characters is read, and the summary says that it is not all."""
    report, summary = read
    if len(report.text) > pipeline.max_text_characters:
        assert summary.enrichment == "partial"
    assert all(end <= pipeline.max_text_characters for _, end, _ in _claims(summary))


def test_known_names_are_found_in_strange_company(pipeline: Pipeline, report: NewReport) -> None:
    """A table, controls and lone surrogates around a country do not hide it."""
    texts = [TEXTS[name] for name in ("a table", "lone surrogates", "Windows line ends")]
    for summary in pipeline.enrich([report(text, "en") for text in texts]):
        assert "Kazakhstan" in {entity.name for entity in summary.entities}


def test_list_of_names_is_a_list_of_people(pipeline: Pipeline, report: NewReport) -> None:
    """Most of 300 names are people, each once."""
    (summary,) = pipeline.enrich([report(NAMES, "en")])
    people = [entity.name for entity in summary.entities if entity.type == "person"]

    assert len(people) == len(set(people))
    assert len(people) > 150


@pytest.mark.parametrize("count", [1, 7])
def test_work_and_memory_are_bounded(
    count: int, pipeline: Pipeline, report: NewReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long and many the texts are, no batch holds more characters than the limit."""
    language = pipeline.pipelines["en"]
    batches: list[int] = []

    def pipe(docs: list[Doc]) -> Iterator[Doc]:
        batches.append(sum(len(doc.text) for doc in docs))
        return iter(docs)

    monkeypatch.setattr(language, "pipe", pipe)
    texts = [f"{number}. {SENTENCE * 6_900}" for number in range(count)]
    summaries = pipeline.enrich([report(text, "en") for text in texts])

    assert len(summaries) == count
    assert sum(batches) == count * pipeline.max_text_characters
    assert max(batches) <= pipeline.max_text_characters


def test_published_at_the_ends_of_time(pipeline: Pipeline, report: NewReport) -> None:
    """Dates that are resolved against the first and the last year do not overflow."""
    strange = report("They met on Thursday, today, last year and next week, on July 3–4 and in 9999.", "en")
    for moment in (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)):
        dated = strange.model_copy(update={"published_at": moment})
        (summary,) = pipeline.enrich([dated])

        assert summary.problems == ()


def _claims(summary: Summary) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of everything that the summary points at."""
    for entity in summary.entities:
        yield from ((mention.start, mention.end, mention.text) for mention in entity.mentions)
    for evidence in _evidence(summary):
        yield evidence.start, evidence.end, evidence.quote


def _evidence(summary: Summary) -> Iterator[Evidence]:
    for entity in summary.entities:
        yield from (role.evidence for role in entity.roles)
    for part in (summary.resolutions, summary.events, summary.quotations):
        yield from (claim.evidence for claim in part)
    yield from (topic.evidence for topic in summary.topics if topic.evidence)
