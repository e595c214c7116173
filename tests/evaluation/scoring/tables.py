"""The figures for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from scoring.scorer import HEADLINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.ledger import Figure
    from scoring.running import Speed


def ordered(figures: Mapping[str, Figure]) -> Iterator[tuple[str, Figure]]:
    """Headline figures in their order, each followed by those of its parts."""
    for name in HEADLINE:
        if name in figures:
            yield name, figures[name]
        prefix = {"entities": "entities.", "resolutions.slots": "resolutions."}.get(name)
        for part, figure in figures.items():
            if prefix and part.startswith(prefix) and part not in HEADLINE:
                yield part, figure


def table(title: str, figures: Mapping[str, Figure], floor: Mapping[str, float]) -> Table:
    """One set of cases, for the terminal; a figure below its floor is red."""
    grid = Table(title=title, title_justify="left")
    grid.add_column("figure")
    for heading in ("P", "R", "F1", "gold", "floor"):
        grid.add_column(heading, justify="right")
    for name, figure in ordered(figures):
        least = floor.get(name)
        low = least is not None and figure.f1 < least
        grid.add_row(
            name if name in HEADLINE else f"  {name}",
            f"{figure.precision:.3f}",
            f"{figure.recall:.3f}",
            f"{figure.f1:.3f}",
            str(figure.gold),
            "" if least is None else f"{least:.3f}",
            style="red" if low else "bold" if name in HEADLINE else "",
        )
    return grid


def sentence(speed: Speed) -> str:
    """The speed in one line."""
    return (
        f"{speed.full_words_per_second:,.0f} words a second with the full pipeline, "
        f"{speed.bare_words_per_second:,.0f} with the packaged model alone: {speed.ratio:.2f} of it. "
        f"That model with our arithmetic: {speed.bare_by_numpy_words_per_second:,.0f}, "
        f"{speed.ratio_by_numpy:.2f} of it ({speed.words:,} words, processor time)."
    )


def markdown(
    figures: Mapping[str, Mapping[str, Figure]], titles: Mapping[str, str], speed: Speed | None = None
) -> str:
    """All sets side by side, as F1 (precision / recall), and the speed below them."""
    names = list(dict.fromkeys(name for of_set in figures.values() for name, _ in ordered(of_set)))
    lines = [
        "| figure | " + " | ".join(f"{titles[key]}: F1 (P / R), gold" for key in figures) + " |",
        "|---|" + "---|" * len(figures),
    ]
    for name in names:
        label = f"**{name}**" if name in HEADLINE else name
        cells = (_cell(of_set.get(name)) for of_set in figures.values())
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    if speed:
        lines += ["", sentence(speed)]
    return "\n".join(lines) + "\n"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return f"{figure.f1:.3f} ({figure.precision:.3f} / {figure.recall:.3f}), {figure.gold}"
