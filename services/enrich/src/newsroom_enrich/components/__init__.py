"""The pipeline's components: one spaCy component a file, each with one job.

A component is a function `(doc) -> None` that adds to `notes_of(doc)`; `@component` registers it with spaCy
as "newsroom_<name>" and guards it: where it raises on a report, its name is added to the problems of that
report and the other components go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from newsroom.logs import get_logger
from newsroom_enrich.annotations import notes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

PREFIX = "newsroom_"


def component(name: str) -> Callable[[Callable[[Doc], None]], Callable[[Doc], Doc]]:
    """Register a function as the spaCy component newsroom_<name>, guarded."""

    def register(annotate: Callable[[Doc], None]) -> Callable[[Doc], Doc]:
        def guarded(doc: Doc) -> Doc:
            try:
                annotate(doc)
            except Exception as error:  # noqa: BLE001 - one part that fails must not cost the others
                notes_of(doc).problems.append(name)
                get_logger().warning("component.failed", component=name, error=repr(error))
            return doc

        guarded.__doc__ = annotate.__doc__
        Language.component(PREFIX + name, func=guarded)
        return guarded

    return register
