"""Topics by the words of the text."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.components.topics import MAX_TOPICS, find_topics, topic_words

LIST = Path(__file__).parents[4] / "services/enrich/src/newsroom_enrich/data/topics.tsv"


def names(text: str) -> list[str]:
    return [found.topic.name for found in find_topics(text)]


def test_a_topic_with_its_words() -> None:
    """The evidence is the first word that supports it."""
    text = "The two sides spoke about climate change and trade."
    found = {item.topic.name: text[item.start : item.end] for item in find_topics(text)}

    assert found["climate change"] == "climate change"


def test_weak_words_need_company() -> None:
    """One that may mean many things counts when it comes twice."""
    assert names("They spoke of nothing.") == []


def test_words_are_whole() -> None:
    """No topic in a part of a word."""
    assert names("The sanctionsx and warlikeness of treatyish words.") == []


def test_the_list_is_well_formed() -> None:
    """Codes of eight digits, each once; words in at least one column."""
    with LIST.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    codes = [row["code"] for row in rows]

    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"(?:medtop:)?\d{8}", code) for code in codes)
    assert all(topic.words and (topic.once or topic.twice) for topic in topic_words())


@pytest.mark.parametrize("times", [1, 50])
def test_at_most_so_many(times: int) -> None:
    """A report is about a few things."""
    text = " ".join(word for topic in topic_words() for word in topic.words) * times

    assert len(find_topics(text)) == MAX_TOPICS


@given(st.text(max_size=300))
def test_spans_are_inside(text: str) -> None:
    """Whatever the text."""
    assert all(0 <= found.start < found.end <= len(text) for found in find_topics(text))
