"""Reports as a person or a script writes them."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from newsroom.errors import NewsroomError
from newsroom_enrich.loose import read_object, read_text


def test_only_the_text_is_needed() -> None:
    """The contract's other fields have defaults."""
    report = read_object('{"text": "Kazakhstan signed."}', "line 1").report

    assert (report.text, report.title, report.version, report.status) == (
        "Kazakhstan signed.",
        "",
        1,
        "usable",
    )


def test_a_report_says_whether_it_was_dated() -> None:
    """The moment of receipt is no date of publication."""
    dated = read_object('{"text": "x", "published_at": "2024-05-22T09:00:00Z"}', "line 1").report

    assert (dated.dated, read_text("x", "file").report.dated) == (True, False)


def test_an_id_that_is_no_uuid_comes_back_as_it_was_given() -> None:
    """The report has a UUID all the same, the same one each time."""
    first = read_object('{"id": "case-1", "text": "x"}', "line 1")
    second = read_object('{"id": "case-1", "text": "y"}', "line 2")

    assert first.given_id == "case-1"
    assert first.report.id == second.report.id


def test_a_uuid_is_kept() -> None:
    """An id of the contract stays what it is."""
    identifier = "6f6f3a0e-6a7b-4c80-a1e7-6a1f5f0a3c11"

    assert read_object(json.dumps({"id": identifier, "text": "x"}), "line 1").report.id == UUID(identifier)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a JSON object"),
        ("[1]", '"text"'),
        ('{"title": "x"}', '"text"'),
        ('{"text": 5}', '"text"'),
        ('{"text": "x", "published_at": "yesterday"}', "published_at"),
        ("[" * 100_000, "not a JSON object"),
    ],
)
def test_a_wrong_line_is_named(line: str, said: str) -> None:
    """The error says where it stands and what is wrong."""
    with pytest.raises(NewsroomError, match="line 7") as error:
        read_object(line, "standard input, line 7")

    assert said in str(error.value)


def test_the_first_line_of_a_text_is_its_headline() -> None:
    """Where a blank line follows it; else all of it is text."""
    titled = read_text("# Talks end\r\n\r\nThey agreed.", "a.txt").report
    assert (titled.title, titled.text) == ("Talks end", "They agreed.")

    plain = read_text("They agreed.\nAll of them.", "b.txt").report
    assert (plain.title, plain.text) == ("", "They agreed.\nAll of them.")
