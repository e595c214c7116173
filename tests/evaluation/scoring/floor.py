"""The floor under the figures. It only moves up."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scoring.scorer import HEADLINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.ledger import Figure

FLOOR = Path(__file__).parents[1] / "floor.json"
# Set of cases -> figure -> the F1 that has to be reached.
Floor = dict[str, dict[str, float]]

# Another processor rounds differently in the model, and a name on the edge may tip. Offsets have no edge.
MARGIN = 0.01
_EXACT = frozenset({"offsets"})


def read_floor(path: Path) -> Floor:
    """The floor; empty where none was set yet."""
    return cast("Floor", json.loads(path.read_text("utf-8"))) if path.exists() else {}


def write_floor(path: Path, floor: Floor) -> None:
    path.write_text(json.dumps(floor, indent=2) + "\n", "utf-8")


def raised(floor: Mapping[str, Mapping[str, float]], figures: Mapping[str, Mapping[str, Figure]]) -> Floor:
    """The floor a hair below these figures wherever that is higher than it was."""
    return {
        name: {**floor.get(name, {}), **_raised(floor.get(name, {}), figures.get(name, {}))}
        for name in sorted({*floor, *figures})
    }


def _raised(floor: Mapping[str, float], figures: Mapping[str, Figure]) -> dict[str, float]:
    return {
        name: max(floor.get(name, 0.0), _below(name, figures[name].f1))
        for name in HEADLINE
        if name in figures
    }


def _below(figure: str, value: float) -> float:
    if figure in _EXACT:
        return value
    # In thousandths, so that 0.95 - 0.01 is 0.94.
    return max(0, math.floor(round((value - MARGIN) * 1000, 6))) / 1000


def shortfalls(floor: Mapping[str, float], figures: Mapping[str, Figure]) -> list[str]:
    """A line for each figure that is below the floor, or gone."""
    lines = []
    for name, least in floor.items():
        if name not in figures:
            lines.append(f"{name} is not measured any more; its floor is {least:.3f}")
        elif figures[name].f1 < least:
            lines.append(f"{name} is {figures[name].f1:.3f}, below its floor {least:.3f}")
    return lines
