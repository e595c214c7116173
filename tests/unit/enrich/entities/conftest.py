"""Reads texts with the components that find entities, on our own names model."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsroom_enrich import model
from newsroom_enrich.annotations import Annotations, notes_of
from newsroom_enrich.pipeline import assemble
from support.entities import Found, Read

STEPS = ("names", "countries", "bodies", "places", "occasions", "people", "roles", "relevance")


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a text."""
    nlp = assemble(model.load(), STEPS)

    def find(text: str) -> Found:
        doc = nlp.make_doc(text)
        doc._.annotations = Annotations(published_at=datetime(2025, 3, 14, tzinfo=UTC))
        return Found(text, notes_of(nlp(doc)))

    return find
