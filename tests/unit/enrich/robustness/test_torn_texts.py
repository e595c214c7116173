"""Reports cut off, with words missing or in another order: no component fails on what syntax is left."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from newsroom.contracts import Report
from newsroom_enrich.pipeline import Pipeline
from scoring.cases import SETS, read_all

PIECES = 60


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(5, 400)]


def _with_gaps(text: str, chance: random.Random) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.15)


def _in_other_order(text: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(chance.sample(sentences, min(len(sentences), 6)))


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(chance.sample(words, min(len(words), 80)))


@pytest.mark.parametrize("tear", [_cut, _with_gaps, _in_other_order, _shuffled])
def test_no_component_fails(
    pipeline: Pipeline, report: Callable[..., Report], tear: Callable[[str, random.Random], str]
) -> None:
    """A failure would make the summary partial."""
    chance = random.Random(tear.__name__)
    texts = [case.text for case in read_all(SETS["opened"])]
    torn = [tear(text, chance) for text in chance.sample(texts, PIECES)]

    summaries = pipeline.enrich([report(text, "en") for text in torn])

    assert [text for text, told in zip(torn, summaries, strict=True) if told.enrichment != "full"] == []
