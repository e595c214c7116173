"""Builds reports and summaries by the words that are named, so that no test counts characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from rich.console import Console

from newsroom.contracts import Entity, Evidence, Mention, Report, Role, Source, Summary
from newsroom_enrich.show import render

_SOURCE = Source(id="wire", name="The Wire")
_ID = UUID(int=7)
_NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)


class Case:
    """A report with the summary that its parts are added to."""

    def __init__(self, text: str, title: str = "A title", **summary: Any) -> None:
        self.report = Report(
            id=_ID,
            version=1,
            kind="raw",
            source=_SOURCE,
            title=title,
            text=text,
            language="en",
            published_at=_NOON,
            received_at=_NOON,
            content_hash="",
        )
        self._summary = summary
        self._entities: list[Entity] = []

    def evidence(self, quote: str) -> Evidence:
        start = self.report.text.index(quote)
        return Evidence(quote=quote, start=start, end=start + len(quote))

    def entity(self, kind: Any, name: str, *forms: str, roles: Any = (), **more: Any) -> None:
        """Add an entity that is mentioned wherever one of the forms (or else its name) stands."""
        mentions = [
            Mention(text=form, start=start, end=start + len(form))
            for form in forms or (name,)
            for start in _all(self.report.text, form)
        ]
        self._entities.append(
            Entity(
                id=name,
                type=kind,
                name=name,
                mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
                roles=tuple(Role(title=title, of=of, evidence=self.evidence(title)) for title, of in roles),
                **more,
            )
        )

    def add(self, **parts: Any) -> None:
        """Set parts of the summary, such as resolutions."""
        self._summary |= parts

    @property
    def summary(self) -> Summary:
        return Summary(
            id=_ID,
            version=1,
            headline=self.report.title,
            source=_SOURCE,
            published_at=_NOON,
            received_at=_NOON,
            enriched_at=_NOON,
            entities=tuple(self._entities),
            **{"language": "en", **self._summary},
        )

    def printed(self, width: int = 80, *, colours: bool = False) -> str:
        """The page as printed; without colours, as into a pipe."""
        console = Console(
            width=width, force_terminal=colours, color_system="256" if colours else None, legacy_windows=False
        )
        with console.capture() as captured:
            console.print(render(self.report, self.summary, width))
        return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])


def _all(text: str, form: str) -> Iterator[int]:
    start = text.find(form)
    while start >= 0:
        yield start
        start = text.find(form, start + len(form))


@pytest.fixture(scope="session")
def case() -> Callable[..., Case]:
    """Makes a case from a text."""
    return Case
