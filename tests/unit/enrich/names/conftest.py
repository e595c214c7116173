"""Names after all claims, of texts where the test says what a model marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsroom_enrich.annotations import Name
from newsroom_enrich.components.names import find_names

Settle = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def settle() -> Settle:
    """Names with labels; `marked` gives the label of strings, in order of the text."""

    def run(text: str, **marked: str) -> dict[str, str]:
        names = []
        for surface, label in marked.items():
            string = surface.replace("_", " ")
            names.append(Name(text.index(string), text.index(string) + len(string), label))
        return {text[name.start : name.end]: name.label for name in find_names(text, names)}

    return run
