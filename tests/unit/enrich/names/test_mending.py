"""The boundaries of what a model marks are mended."""

from __future__ import annotations

import pytest

from newsroom_enrich.annotations import Name
from newsroom_enrich.mending import mend


def mended(text: str, label: str) -> list[tuple[str, str]]:
    """Mend a name that is the whole text."""
    return [(text[name.start : name.end], name.label) for name in mend(text, Name(0, len(text), label))]


@pytest.mark.parametrize(
    ("marked", "label", "expected"),
    [
        ("President Kassym-Jomart Tokayev", "PERSON", "Kassym-Jomart Tokayev"),
        ("H.E. Mr Abdulla Aripov", "PERSON", "Abdulla Aripov"),
        ("His Royal Highness Prince Turki Al Faisal", "PERSON", "Turki Al Faisal"),
        ("Anthony Albanese MP", "PERSON", "Anthony Albanese"),
        ("Orbán's", "PERSON", "Orbán"),
        ("Presidents Banda", "PERSON", "Banda"),
        ("Mullah Karim Noorzai", "PERSON", "Karim Noorzai"),
        ("the United Arab Emirates", "GPE", "United Arab Emirates"),
        ("the World Bank,", "ORG", "World Bank"),
        ("The Astana Times", "ORG", "The Astana Times"),
        ("European Council of 27 and 28 June", "EVENT", "European Council"),
        ("Ferdinand Marcos Jr.", "PERSON", "Ferdinand Marcos Jr."),
    ],
)
def test_titles_articles_and_marks_stand_outside(marked: str, label: str, expected: str) -> None:
    """Titles, articles, possessives, dates and punctuation are no part of a name."""
    assert mended(marked, label) == [(expected, label)]


def test_a_line_break_parts_names() -> None:
    """A photo credit and the next paragraph are two names."""
    assert mended("The Astana Times\n\nAttendees", "ORG") == [
        ("The Astana Times", "ORG"),
        ("Attendees", "ORG"),
    ]


def test_an_open_bracket_parts_a_name_from_its_acronym() -> None:
    """The acronym is a name of its own."""
    assert sorted(mended("Shanghai Cooperation Organization (SCO", "ORG")) == [
        ("SCO", "ORG"),
        ("Shanghai Cooperation Organization", "ORG"),
    ]


@pytest.mark.parametrize(
    "marked", ["Minister of External Affairs", "AU Commissioner for Trade", "President", "Easter"]
)
def test_an_office_or_a_holiday_is_no_name(marked: str) -> None:
    """Whoever holds an office is no organization."""
    assert mended(marked, "ORG") == []


def test_what_ends_like_a_document_is_one() -> None:
    """A treaty is no organization, and a bureau is no document."""
    assert mended("Minamata Convention", "ORG") == [("Minamata Convention", "LAW")]
    assert mended("Anti-Corruption Bureau of Ukraine", "LAW") == [
        ("Anti-Corruption Bureau of Ukraine", "ORG")
    ]
