"""Annotated reports as texts for the names model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from newsroom_enrich import model

TRAINING = Path(__file__).parents[4] / "services" / "enrich"

Marks = list[tuple[str, str]]
Marker = Callable[..., Marks]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The model whose marks stand in for what annotations leave out."""
    return model.load()


@pytest.fixture
def marked(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Marker:
    """The marks of a text with the given entities, as (string, label)."""
    monkeypatch.syspath_prepend(str(TRAINING))
    from training.annotated import marked_report  # training is a tool and no part of the package

    def mark(text: str, **entities: list[str]) -> Marks:
        told = [{"type": kind, "mentions": names} for kind, names in entities.items()]
        case: dict[str, Any] = {"id": "x", "text": text, "gold": {"entities": told}}
        return [(text[start:end], label) for start, end, label in marked_report(nlp, case).marks]

    return mark


def test_each_place_of_a_mention_is_a_mark(marked: Marker) -> None:
    """As a whole word, and not within a longer name."""
    found = marked(
        "Ines Abreu met the Abreu Foundation. Abreu and Abreus spoke.",
        person=["Ines Abreu", "Abreu"],
        organization=["Abreu Foundation"],
    )

    assert found == [("Ines Abreu", "PERSON"), ("Abreu Foundation", "ORG"), ("Abreu", "PERSON")]


def test_a_month_is_no_name(marked: Marker) -> None:
    """The prime minister is."""
    found = marked(
        "On 21 May Theresa May spoke in Rome; on Friday May left, and on May 25 she was back.",
        person=["Theresa May", "May"],
    )

    assert [name for name, label in found if label == "PERSON"] == ["Theresa May", "May"]


def test_what_is_not_annotated_is_marked_as_the_model_does(marked: Marker) -> None:
    """Documents and continents; a country keeps the label by which the model tells its people from it."""
    found = marked(
        "African leaders and the Kenyan president signed the Treaty of Lisbon in Kenya on Monday.",
        country=["Kenyan", "Kenya"],
    )

    assert set(found) >= {
        ("African", "NORP"),
        ("Kenyan", "NORP"),
        ("Kenya", "GPE"),
        ("Treaty of Lisbon", "LAW"),
    }
