"""What views show of an entry: safe texts and links, honest dates, tags, facets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsroom.contracts import Summary
from newsroom.settings import Filter
from newsroom_publish.digest import items
from newsroom_publish.digest.facets import facets
from newsroom_publish.digest.items import Item
from newsroom_publish.digest.pages import Pages, narrowed, query_string, without


@given(st.text())
def test_clean_text_can_stand_in_xml(text: str) -> None:
    """Whatever text comes, an XML parser takes what is left of it."""
    element = etree.Element("x")

    element.text = items.clean(text)

    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).tag == "x"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=c#d", True),
        ("http://[::1]/", True),
        ("HTTPS://news.example", True),
        ("javascript:alert(1)", False),
        (" https://news.example", False),
        ("https://news.example/a b", False),
        ('https://news.example/"><script>', False),
        ("https://news.example/\x00", False),
        ("https:///path", False),
        ("https://[", False),
        ("mailto:desk@news.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_urls_become_links(url: str | None, kept: bool) -> None:
    """A link is http or https with a host, and nothing that would break out of an attribute."""
    assert items.web_url(url) == (url if kept else None)


def test_date_of_the_report_is_clipped(
    create_summary: Callable[..., Summary], create_item: Callable[[Summary], Item], now: datetime
) -> None:
    """A report from the future is dated when it appeared; one from the past keeps its date."""
    past, future = now - timedelta(days=3), now + timedelta(days=3)

    assert create_item(create_summary(published_at=future.isoformat())).published == now
    assert create_item(create_summary(published_at=past.isoformat())).published == past


def test_readers_see_the_newest_report_first(
    create_summary: Callable[..., Summary], create_item: Callable[[Summary], Item]
) -> None:
    """Items that were selected by arrival are shown by date."""
    days = [2, 3, 1]
    unsorted = [create_item(create_summary(published_at=f"2025-03-0{day}T00:00:00Z")) for day in days]

    assert [item.published.day for item in items.by_date(unsorted)] == [3, 2, 1]


def test_tags_are_said_once(
    create_summary: Callable[..., Summary], create_item: Callable[[Summary], Item]
) -> None:
    """A topic and a kind of the same name are one tag."""
    item = create_item(create_summary())

    assert item.tags == ("treaty", "Nepal", "Parliament")


def test_facets_count_summaries_and_leave_out_what_is_chosen(create_summary: Callable[..., Summary]) -> None:
    """A page offers what narrows it further."""
    golden = create_summary()
    plain = create_summary(entities=[], resolutions=[], source={"id": "x", "name": "X"})

    found = {facet.title: facet.choices for facet in facets([golden, golden, plain], Filter(kind="Treaty"))}

    assert [(choice.value, choice.label, choice.count) for choice in found["Countries"]] == [
        ("NP", "Nepal", 2)
    ]
    assert [choice.count for choice in found["Sources"]] == [2, 1]
    assert "Documents" not in found


def test_filters_become_links() -> None:
    """A filter is a query, and a link narrows or widens it."""
    wanted = Filter(country=["KZ", "UZ"], q="a & b")

    assert query_string(wanted, limit="5", cursor=None) == "?country=KZ&country=UZ&q=a+%26+b&limit=5"
    assert query_string(Filter()) == ""
    assert without(wanted, "country", "KZ") == Filter(country="UZ", q="a & b")
    assert narrowed(wanted, "country", "TJ") == Filter(country="TJ", q="a & b")


def test_page_of_a_summary_shows_every_claim(
    pages: Pages, summary: Summary, create_item: Callable[[Summary], Item]
) -> None:
    """Each claim stands beside its quote and where the quote is in the report."""
    page = pages.summary(create_item(summary))

    assert "Treaty approved" in page
    assert "Speaker, Parliament" in page
    assert "Parties: Nepal, Bhutan" in page
    for evidence in (
        summary.resolutions[0].evidence,
        summary.entities[1].roles[0].evidence,
        summary.events[0].evidence,
    ):
        assert f"characters {evidence.start}–{evidence.end} of the report" in page
