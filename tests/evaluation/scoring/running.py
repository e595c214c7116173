"""Cases through the pipeline, and how fast that is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.settings import EnrichSettings
from newsroom_enrich import model
from newsroom_enrich.pipeline import Pipeline, build

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.contracts import Summary
    from scoring.cases import Case


@dataclass(frozen=True, slots=True)
class Speed:
    """Words per second of processor time, of the model alone and of the pipeline around it."""

    words: int
    bare_words_per_second: float
    full_words_per_second: float

    @property
    def ratio(self) -> float:
        """1 where our components cost nothing."""
        return self.full_words_per_second / self.bare_words_per_second


def open_pipeline(model_name: str | None = None) -> Pipeline:
    """The pipeline as it runs, but without its cache: a second reading has to cost as much as the first."""
    settings = EnrichSettings(cache_entries=0)
    return build(settings.model_copy(update={"model": model_name}) if model_name else settings)


def summarize(pipeline: Pipeline, cases: Sequence[Case]) -> list[Summary]:
    return pipeline.enrich([case.report() for case in cases])


def measure_speed(
    pipeline: Pipeline, cases: Sequence[Case], model_name: str | None = None, rounds: int = 3
) -> Speed:
    """The best of some rounds, the model alone and the pipeline in turn, so that a busy machine slows both.

    Processor time, not the clock: other programs take from the one and not from the other.
    """
    bare = model.load(model_name or EnrichSettings().model)
    texts = [case.text for case in cases]
    reports = [case.report() for case in cases]
    words = sum(len(text.split()) for text in texts)
    bare_seconds, full_seconds = [], []
    for _ in range(rounds):
        bare_seconds.append(_seconds(lambda: list(bare.pipe(texts, batch_size=pipeline.batch_size))))
        full_seconds.append(_seconds(lambda: pipeline.enrich(reports)))
    return Speed(words, words / min(bare_seconds), words / min(full_seconds))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
