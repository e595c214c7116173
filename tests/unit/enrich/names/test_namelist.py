"""Names by place, without overlaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.annotations import Name
from newsroom_enrich.namelist import NameList

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=30)


def names(spans: list[tuple[int, int]]) -> list[Name]:
    return [Name(start, start + length, "ORG") for start, length in spans]


@given(SPANS)
def test_names_never_overlap(spans: list[tuple[int, int]]) -> None:
    """However names are added, they are sorted and apart."""
    kept = NameList(names(spans))
    kept.put(*names(spans))

    found = list(kept)
    assert found == sorted(found, key=lambda name: name.start)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(SPANS, st.integers(0, 60), st.integers(1, 12))
def test_around_finds_exactly_the_overlapping_names(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    """The quick way finds what looking at each name finds."""
    kept = NameList(names(spans))
    end = start + length

    assert list(kept.around(start, end)) == [name for name in kept if name.start < end and start < name.end]


def test_the_longer_name_wins() -> None:
    """Of two that overlap, the longer one is kept."""
    assert list(NameList([Name(0, 3, "GPE"), Name(2, 9, "ORG")])) == [Name(2, 9, "ORG")]
