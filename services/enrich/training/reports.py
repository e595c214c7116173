"""Annotated reports as what the trainings read."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsroom_enrich.annotations import Annotations
from newsroom_enrich.components.resolutions.reading import Reading, reading_of
from newsroom_enrich.tokenizing import make_doc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language


def read_annotated(folders: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The annotated reports of the folders, one JSON file each, with their `resolutions` at the top."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            case = json.loads(path.read_text("utf-8"))
            yield {**case, "resolutions": case["gold"]["resolutions"]}


def reading_of_case(nlp: Language, case: dict[str, Any]) -> Reading:
    """A report as the finder of resolutions gets it."""
    doc = make_doc(nlp, case["text"])
    doc._.annotations = Annotations(published_at=datetime.fromisoformat(case["published_at"]), language="en")
    return reading_of(nlp(doc))


def readable(names: Sequence[str], weights: Sequence[float], decimals: int) -> dict[str, float]:
    """The weights by the name of their fact, without those that come to nothing."""
    rounded = {name: round(weight, decimals) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}
