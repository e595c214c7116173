"""Cases through the pipeline, and how fast that is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.settings import EnrichSettings
from newsroom_enrich import model
from newsroom_enrich.pipeline import Pipeline, build
from newsroom_enrich.swift import products_by_numpy
from scoring.sentences import SENTENCES, read_sentences, score_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.contracts import Summary
    from scoring.cases import Case
    from scoring.ledger import Figure


@dataclass(frozen=True, slots=True)
class Speed:
    """Words per second of processor time.

    `bare` is the language model as its package brings it, `bare_by_numpy` the same with the faster
    arithmetic of docs/decisions/0069, `full` the model as we load it with all our components.
    """

    words: int
    bare_words_per_second: float
    bare_by_numpy_words_per_second: float
    full_words_per_second: float

    @property
    def ratio(self) -> float:
        """1 where the full pipeline is as fast as the packaged model."""
        return self.full_words_per_second / self.bare_words_per_second

    @property
    def ratio_by_numpy(self) -> float:
        """The same with the arithmetic alike, which leaves the cost of our components."""
        return self.full_words_per_second / self.bare_by_numpy_words_per_second


def open_pipeline(model_name: str | None = None) -> Pipeline:
    """The pipeline as it runs, but without its cache: a second reading has to cost as much as the first."""
    settings = EnrichSettings(cache_entries=0)
    return build(settings.model_copy(update={"model": model_name}) if model_name else settings)


def summarize(pipeline: Pipeline, cases: Sequence[Case]) -> list[Summary]:
    return pipeline.enrich([case.report() for case in cases])


def measure_sentences(pipeline: Pipeline) -> dict[str, Figure]:
    """The mini reports through the pipeline."""
    cases = read_sentences(SENTENCES)
    return score_sentences(cases, summarize(pipeline, cases))


def measure_speed(
    pipeline: Pipeline, cases: Sequence[Case], model_name: str | None = None, rounds: int = 3
) -> Speed:
    """The best of some rounds of each in turn, so that a busy machine slows them alike.

    Processor time, not the clock: other programs take from the one and not from the other.
    """
    texts, reports = [case.text for case in cases], [case.report() for case in cases]
    name = model_name or EnrichSettings().model
    package = model.package_of(name)
    bare = model.load_package(package)
    with products_by_numpy():
        bare_by_numpy = model.load_package(package)
    size = pipeline.batch_size
    work: dict[str, Callable[[], object]] = {
        "bare": lambda: list(bare.pipe(texts, batch_size=size)),
        "bare_by_numpy": lambda: list(bare_by_numpy.pipe(texts, batch_size=size)),
        "full": lambda: pipeline.enrich(reports),
    }
    seconds = [{name: _seconds(task) for name, task in work.items()} for _ in range(rounds)]
    best = {name: min(times[name] for times in seconds) for name in work}
    words = sum(len(text.split()) for text in texts)
    return Speed(words, *(words / best[name] for name in ("bare", "bare_by_numpy", "full")))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
