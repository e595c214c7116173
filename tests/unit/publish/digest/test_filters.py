"""One meaning of a filter: AND across fields, OR within one, without case and accents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.contracts import Summary
from newsroom.settings import Filter
from newsroom_publish.filters import FACETS, Searchable, fold, matches


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"entity": "Q837"},
        {"entity": "q837"},
        {"entity": "Asha Rai"},
        {"entity": "ASHA  RAÏ"},
        {"country": "NP"},
        {"country": "nepal"},
        {"body": "parliament"},
        {"kind": "treaty"},
        {"kind": ["resolution", "Treaty"]},
        {"action": "approved"},
        {"topic": "medtop:20000641"},
        {"topic": "20000641"},
        {"topic": "Treaty"},
        {"source": "example-wire"},
        {"source": "Example Wire"},
        {"language": "EN"},
        {"q": "nepal"},
        {"q": "treaty Rai"},
        {"q": "safet"},
        {"q": ["nothing of the sort", "bhutan"]},
        {"q": "!?"},
        {"country": "NP", "kind": "treaty", "q": "river"},
    ],
)
def test_admits(wanted: dict[str, Any], summary: Summary) -> None:
    """The golden summary passes."""
    assert matches(Filter(**wanted), summary)


@pytest.mark.parametrize(
    "wanted",
    [
        {"entity": "Asha"},
        {"entity": ""},
        {"country": "IN"},
        {"country": ["IN", "BT"]},
        {"body": "Asha Rai"},
        {"kind": "resolution"},
        {"q": "riv"},
        {"q": "nepal tibet"},
        {"country": "NP", "kind": "resolution"},
        {"country": "NP", "q": "tibet"},
    ],
)
def test_excludes(wanted: dict[str, Any], summary: Summary) -> None:
    """The golden summary does not pass."""
    assert not matches(Filter(**wanted), summary)


def test_body_is_asked_for_by_id_and_acronym(create_summary: Callable[..., Summary]) -> None:
    """A body that is an entity too answers to the entity's id and to the ways the report names it."""
    golden = create_summary().model_dump(mode="json")
    golden["entities"].append(
        {
            "id": "Q485207",
            "type": "organization",
            "name": "Shanghai Cooperation Organisation",
            "mentions": [{"text": "SCO", "start": 0, "end": 3}],
        }
    )
    golden["resolutions"][0]["body"] = "Shanghai Cooperation Organisation"
    summary = create_summary(**golden)

    assert all(
        matches(Filter(body=body), summary)
        for body in ("Q485207", "sco", "shanghai cooperation organisation")
    )


def test_language_is_asked_for_by_its_primary_tag(create_summary: Callable[..., Summary]) -> None:
    """A filter for en admits en-GB."""
    assert matches(Filter(language="en"), create_summary(language="en-GB"))
    assert not matches(Filter(language="en"), create_summary(language=None))


def test_words_of_a_script_without_spaces_are_found_within(create_summary: Callable[..., Summary]) -> None:
    """In Chinese or Japanese a word need not stand alone."""
    assert matches(Filter(q="哈萨克斯坦"), create_summary(headline="上海合作组织在哈萨克斯坦举行会议"))


def test_every_term_admits_its_own_summary(summary: Summary) -> None:
    """What the index files a summary under is what a filter finds it by."""
    terms = Searchable(summary).terms

    assert {term.facet for term in terms} == set(FACETS)
    assert all(matches(Filter(**{term.facet: term.value}), summary) for term in terms)


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    """Folding twice is folding once, so that stored and asked terms meet."""
    assert fold(fold(text)) == fold(text)
