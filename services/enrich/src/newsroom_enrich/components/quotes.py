"""quotes"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components import component

if TYPE_CHECKING:
    from spacy.tokens import Doc


@component("quotes")
def quotes(doc: Doc) -> None:
    """Nothing yet."""
