"""A part of the pipeline that fails: it is named, and the rest is delivered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsroom.contracts import Report
from newsroom_enrich import languages
from newsroom_enrich.annotations import EntityDraft, notes_of
from newsroom_enrich.components import PREFIX, component
from newsroom_enrich.pipeline import Pipeline

NewReport = Callable[..., Report]
POISON = "poison"


@component("breaks")
def breaks(doc: Doc) -> None:
    """Finds something and then fails on what it does not like."""
    notes_of(doc).entities.append(EntityDraft("place", "Before", mentions=[(0, 1)]))
    if POISON in doc.text:
        raise RecursionError("too deep")


@component("goes_on")
def goes_on(doc: Doc) -> None:
    """Finds something in every text."""
    notes_of(doc).entities.append(EntityDraft("place", "After", mentions=[(0, 1)]))


@Language.component("model_that_breaks")
def model_that_breaks(doc: Doc) -> Doc:
    """A part that is not ours, without a guard."""
    if POISON in doc.text:
        raise ValueError("[E999] no such luck")
    return doc


@pytest.fixture
def assembled() -> Callable[..., Pipeline]:
    """Makes a pipeline for English of the named parts alone."""

    def assemble(*parts: str) -> Pipeline:
        nlp = spacy.blank("en")
        for part in parts:
            nlp.add_pipe(part)
        return Pipeline(pipelines={"en": nlp}, fallback=languages.fallback(), cache_entries=0)

    return assemble


def test_component_that_fails_is_named_and_the_rest_delivered(
    assembled: Callable[..., Pipeline], report: NewReport
) -> None:
    """Its part may be missing; what came before and after it is there, and the summary is partial."""
    pipeline = assembled(PREFIX + "breaks", PREFIX + "goes_on")
    sound, sick = pipeline.enrich([report("A sound text.", "en"), report(f"A {POISON} text.", "en")])

    assert (sound.enrichment, sound.problems) == ("full", ())
    assert (sick.enrichment, sick.problems) == ("partial", ("breaks",))
    assert [entity.name for entity in sick.entities] == ["Before", "After"]


def test_model_that_fails_on_one_text_costs_no_other(
    assembled: Callable[..., Pipeline], report: NewReport
) -> None:
    """The innocent texts of the batch are read; the sick one passes, empty and partial."""
    pipeline = assembled("model_that_breaks", PREFIX + "goes_on")
    texts = ["One.", f"Two {POISON}.", "Three."]
    summaries = pipeline.enrich([report(text, "en") for text in texts])

    assert [summary.problems for summary in summaries] == [(), ("model",), ()]
    assert [summary.enrichment for summary in summaries] == ["full", "partial", "full"]
    assert [len(summary.entities) for summary in summaries] == [1, 0, 1]


def test_withdrawn_report_is_not_read(assembled: Callable[..., Pipeline], report: NewReport) -> None:
    """It passes with nothing found, whatever its text would do."""
    withdrawn = report(f"{POISON}", "en").model_copy(update={"status": "canceled"})
    (summary,) = assembled(PREFIX + "breaks").enrich([withdrawn])

    assert (summary.status, summary.enrichment, summary.problems) == ("canceled", "none", ())


def test_language_without_a_pipeline_passes_as_partial(
    assembled: Callable[..., Pipeline], report: NewReport
) -> None:
    """With the countries and bodies that the dictionaries know."""
    pipeline = assembled(PREFIX + "goes_on")
    (summary,) = pipeline.enrich([report("Қазақстан мен Ресей БҰҰ отырысына қатысты.", "kk")])

    assert (summary.enrichment, summary.language) == ("partial", "kk")
    assert {entity.name for entity in summary.entities} == {"Kazakhstan", "Russia", "United Nations"}
