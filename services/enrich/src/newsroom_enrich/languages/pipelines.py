"""The pipelines of other languages than English."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import spacy

from newsroom.errors import SettingError
from newsroom_enrich import model
from newsroom_enrich.components import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

NATASHA = "natasha"
_STEPS = ("foreign_names", "countries", "bodies", "places", "people")
_LAST_STEPS = ("adopted", "abstract", "relevance")
_MODULES = {
    "foreign_names": "newsroom_enrich.languages.names",
    "adopted": "newsroom_enrich.languages.adopted",
    "russian_nominative": "newsroom_enrich.languages.russian",
}


def pipeline(package: str) -> Language:
    """Entities by the gazetteer and by that package: "natasha" for Russian, else a spaCy pipeline.

    Raises SettingError where it is not installed.
    """
    if package == NATASHA:
        return _with(_natasha(), (*_STEPS, "russian_nominative", *_LAST_STEPS))
    return _with(model.load(package), (*_STEPS, *_LAST_STEPS))


def fallback() -> Language:
    """For every language that has no pipeline: the gazetteer alone."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return _with(nlp, (*_STEPS, *_LAST_STEPS))


def _natasha() -> Language:
    try:
        from newsroom_enrich.languages import russian  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingError(
            f"Russian by natasha (setting enrich.pipelines) is not installed ({error}): "
            "install newsroom-enrich[russian], or take ru out of enrich.pipelines."
        ) from error
    return russian.load()


def _with(nlp: Language, steps: Iterable[str]) -> Language:
    for step in steps:
        importlib.import_module(_MODULES.get(step, f"newsroom_enrich.components.{step}"))
        nlp.add_pipe(PREFIX + step, name=PREFIX + step)
    return nlp
