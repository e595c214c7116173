"""The pipeline as a whole: reports in, summaries out. Nothing here touches a network or a file."""

from __future__ import annotations

import hashlib
import importlib
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.logs import get_logger
from newsroom_enrich import languages, model
from newsroom_enrich.annotations import Annotations, notes_of
from newsroom_enrich.components import PREFIX
from newsroom_enrich.summary import bare, summarize
from newsroom_enrich.tokenizing import make_doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from newsroom.contracts import Report, Summary
    from newsroom.settings import EnrichSettings

# In the order of the story: what is named; which countries, bodies, places and people that is, in which
# roles; and then what they decided, where and when they met, about what, in whose words.
STEPS = (
    "names",
    "countries",
    "bodies",
    "places",
    "occasions",
    "people",
    "roles",
    "resolutions",
    "events",
    "topics",
    "quotes",
    "abstract",
    "relevance",
)
DEFAULT_LANGUAGE = "en"  # for a text too short to tell


@dataclass(slots=True)
class Pipeline:
    """Language pipelines by language code, with a cache of what was found in texts already read.

    `fallback` reads every other language with dictionaries alone.
    """

    pipelines: dict[str, Language]
    fallback: Language
    batch_size: int = 16
    max_text_characters: int = 200_000
    cache_entries: int = 1_000
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _cache: OrderedDict[str, Annotations] = field(default_factory=OrderedDict)

    def enrich(self, reports: Sequence[Report]) -> list[Summary]:
        """One summary for each report, in order. Never raises on what a report contains.

        A text above max_text_characters is read up to there, and its summary is partial. A withdrawn report
        is not read at all.
        """
        found = self._annotate([report for report in reports if report.status != "canceled"])
        return [self._summary(report, found.get(_key(report))) for report in reports]

    def _summary(self, report: Report, found: Annotations | None) -> Summary:
        if report.status == "canceled" or found is None:
            return bare(report, self.now())
        known = (found.language or DEFAULT_LANGUAGE) in self.pipelines
        full = known and len(report.text) <= self.max_text_characters
        return summarize(report, found, self.now(), full=full)

    def _annotate(self, reports: Sequence[Report]) -> dict[str, Annotations]:
        """Annotations by the key of the report; texts already read come from the cache."""
        wanted = {_key(report): report for report in reports}
        found = {key: self._cache[key] for key in wanted if key in self._cache}
        fresh = {key: report for key, report in wanted.items() if key not in found}
        for nlp, batch in self._batches(fresh):
            found |= zip(batch, _read(nlp, list(batch.values())), strict=True)
        self._remember(found)
        return found

    def _batches(self, reports: dict[str, Report]) -> Iterator[tuple[Language, dict[str, _Reading]]]:
        """Batches of one language each, bounded in number and in characters, so that memory is too."""
        batches: dict[int, tuple[Language, dict[str, _Reading]]] = {}
        for key, report in reports.items():
            reading = _Reading(report, languages.of(report), report.text[: self.max_text_characters])
            nlp = self.pipelines.get(reading.language or DEFAULT_LANGUAGE, self.fallback)
            _, batch = batches.setdefault(id(nlp), (nlp, {}))
            size = sum(len(other.text) for other in batch.values()) + len(reading.text)
            if len(batch) == self.batch_size or (batch and size > self.max_text_characters):
                yield batches.pop(id(nlp))
                _, batch = batches.setdefault(id(nlp), (nlp, {}))
            batch[key] = reading
        yield from batches.values()

    def _remember(self, found: dict[str, Annotations]) -> None:
        for key, notes in found.items():
            self._cache[key] = notes
            self._cache.move_to_end(key)
        while len(self._cache) > self.cache_entries:
            self._cache.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A report about to be read: in which language, and how much of its text."""

    report: Report
    language: str | None
    text: str

    def doc(self, nlp: Language) -> Doc:
        doc = make_doc(nlp, self.text)
        doc._.annotations = Annotations(
            title=self.report.title,
            published_at=self.report.published_at,
            dated=self.report.dated,
            language=self.language,
            text=self.text,  # what the tokens make together, without putting it together
        )
        return doc


def build(settings: EnrichSettings) -> Pipeline:
    """The pipelines that the settings name; loading the model takes some seconds.

    Raises SettingError where a language model is not installed.
    """
    others = {language: languages.pipeline(package) for language, package in settings.pipelines.items()}
    pipelines = {**others, DEFAULT_LANGUAGE: assemble(model.load(settings.model), STEPS)}
    return Pipeline(
        pipelines=pipelines,
        fallback=languages.fallback(),
        batch_size=settings.batch_size,
        max_text_characters=settings.max_text_characters,
        cache_entries=settings.cache_entries,
    )


def assemble(nlp: Language, steps: Iterable[str]) -> Language:
    """Put our components around the model's: segment before the parser, the steps after everything."""
    for name in ("segment", *steps):
        importlib.import_module(f"newsroom_enrich.components.{name}")
        nlp.add_pipe(PREFIX + name, name=PREFIX + name, first=True if name == "segment" else None)
    return nlp


def _key(report: Report) -> str:
    """A hash of all that the annotations depend on."""
    parts = (
        report.text,
        report.title,
        report.published_at.isoformat(),
        str(report.dated),
        report.language or "",
    )
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _read(nlp: Language, batch: Sequence[_Reading]) -> list[Annotations]:
    """Annotations in order. Our components are guarded; where the model fails, only that text is lost."""
    try:
        return [notes_of(doc) for doc in nlp.pipe([reading.doc(nlp) for reading in batch])]
    except Exception as error:  # noqa: BLE001 - whatever a model raises, the other texts are innocent
        if len(batch) > 1:
            return [_read(nlp, [reading])[0] for reading in batch]
        get_logger().warning("model.failed", report_id=str(batch[0].report.id), error=repr(error))
        return [Annotations(language=batch[0].language, problems=["model"])]
