"""Date expressions: which words are one, and which days they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.components.dates import find_dates
from support.stories import Story

PUBLISHED = date(2025, 3, 14)  # a Friday


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The vote was on Wednesday.", "Wednesday", "2025-03-12", None),
        ("They met yesterday.", "yesterday", "2025-03-13", None),
        ("It was signed on 9 March.", "9 March", "2025-03-09", None),
        ("It was signed on March 9, 2021.", "March 9, 2021", "2021-03-09", None),
        ("It was signed on the 9th of March.", "9th of March", "2025-03-09", None),
        ("It was signed on Sept. 9, 2021.", "Sept. 9, 2021", "2021-09-09", None),
        ("It was signed on 2025-03-09.", "2025-03-09", "2025-03-09", None),
        ("It was signed on 09.03.2025.", "09.03.2025", "2025-03-09", None),
        ("The summit of 20-21 April is near.", "20-21 April", "2025-04-20", "2025-04-21"),
        ("The summit of April 20–21 is near.", "April 20–21", "2025-04-20", "2025-04-21"),
        ("They meet from 3 to 4 July.", "3 to 4 July", "2025-07-03", "2025-07-04"),
        ("They meet on 30 June – 2 July 2026.", "30 June – 2 July 2026", "2026-06-30", "2026-07-02"),
        ("They meet next month.", "next month", "2025-04", None),
        ("The law takes effect in July.", "July", "2025-07", None),
        ("The law takes effect this year.", "this year", "2025", None),
        ("The goals are for 2030.", "2030", "2030", None),
        ("The plan for 2026–2028 is ready.", "2026–2028", "2026", "2028"),
        ("They last met in June 2019.", "June 2019", "2019-06", None),
        ("They meet this weekend.", "this weekend", "2025-03-15", "2025-03-16"),
        ("They met last weekend.", "last weekend", "2025-03-08", "2025-03-09"),
        ("They meet next summer.", "next summer", "2025", None),
        ("They meet next winter.", "next winter", "2025", None),
        ("They meet next spring.", "next spring", "2026", None),
        ("They signed the previous afternoon.", "the previous afternoon", "2025-03-13", None),
    ],
)
def test_forms_of_dates(text: str, words: str, first: str, last: str | None) -> None:
    """Each has the exact words, and is as exact as they are."""
    (span,) = find_dates(text, PUBLISHED)

    assert (text[span.start : span.end], span.first, span.last) == (words, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2728 (2024) was recalled.",
        "Some 2025 votes were cast.",
        "It may march on.",
        "On 30 February nothing happened.",
        "In the 1990s things were different.",
        "The score was 20-21.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Symbols, numbers, words that look like months, and days that no calendar has."""
    assert find_dates(text, PUBLISHED) == []


def test_the_dateline_tells_the_day() -> None:
    """What is written on Thursday and published on Friday means Thursday with "today"."""
    text = "ROME, March 13 – The envoys met today."

    assert [span.first for span in find_dates(text, PUBLISHED)] == ["2025-03-13", "2025-03-13"]


@pytest.mark.parametrize(
    "dateline",
    ["ASTANA, May 21, 2019 — ", "Astana, 21 May 2019: ", "21 May 2019\n\n", "ASTANA (Wire, May 21, 2019) - "],
)
def test_a_dateline_of_years_ago(dateline: str) -> None:
    """An old report that comes in late is read as of its own day."""
    spans = find_dates(f"{dateline}The ministers met on Tuesday. A summit follows on July 3–4.", PUBLISHED)

    assert [(span.first, span.last) for span in spans[1:]] == [
        ("2019-05-21", None),
        ("2019-07-03", "2019-07-04"),
    ]


def test_a_heading_with_an_old_date_is_no_dateline() -> None:
    """It says what the text is about, not when it was written."""
    spans = find_dates("Law in force since 1 May 2004\n\nThe envoys met on Thursday.", PUBLISHED)

    assert [span.first for span in spans] == ["2004-05-01", "2025-03-13"]


def test_days_are_counted_from_the_last_day_told() -> None:
    """As in "a day earlier"."""
    text = "The draft was tabled on 6 March. A day earlier the talks had failed."

    assert [span.first for span in find_dates(text, PUBLISHED)] == ["2025-03-06", "2025-03-05"]


def test_the_tense_of_the_clause_decides(tell: Story) -> None:
    """A weekday lies ahead where the clause does."""
    notes = tell("The Security Council will vote on a draft resolution on Libya on Tuesday.")

    assert notes.resolutions[0].date == "2025-03-18"


def test_what_is_due_lies_ahead(tell: Story) -> None:
    """However the clause goes on."""
    _, planned = tell(
        "ACCRA, March 14 (Wire) -- The leaders of the Economic Community of West African States (ECOWAS) met "
        "in Accra on Friday. The Lome summit of the bloc, due on 3 June, dominated the talks."
    ).events

    assert (planned.name, planned.start) == ("Lome summit", "2025-06-03")


@given(st.text(max_size=300), st.dates())
def test_any_text_on_any_day(text: str, day: date) -> None:
    """Spans are in order, inside the text, and never overlap."""
    at = 0
    for span in find_dates(text, day):
        assert at <= span.start < span.end <= len(text)
        at = span.end


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
    st.sampled_from(["%-d %B %Y", "%B %-d, %Y"]),
)
def test_written_days_come_back(day: date, form: str) -> None:
    """Every day with its year means itself, whenever it is read."""
    (span,) = find_dates(f"It was signed on {day.strftime(form)}.", PUBLISHED)

    assert (span.first, span.last) == (day.isoformat(), None)
