"""Which language a report is taken to be in."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from newsroom.contracts import Report, Source
from newsroom_enrich import languages

_NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)


def report(text: str, language: str | None = None) -> Report:
    return Report(
        id=UUID(int=1),
        version=1,
        kind="raw",
        source=Source(id="wire", name="The Wire"),
        title="",
        text=text,
        language=language,
        published_at=_NOON,
        received_at=_NOON,
        content_hash="",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Security Council extended the mandate of the mission by a year.", "en"),
        ("SCO foreign ministers sign 22 resolutions in Astana, Kazakhstan", "en"),
        ("Le Conseil de sécurité a prolongé d'un an le mandat de la mission.", "fr"),
        ("Совет Безопасности продлил мандат миссии на один год.", "ru"),
        ("Қазақстан Президенті Қасым-Жомарт Тоқаев Астанада кездесу өткізді.", "kk"),
        ("مدد مجلس الأمن ولاية البعثة لمدة عام واحد بعد مناقشات طويلة.", "ar"),
        (
            "安全理事会将特派团的任务期限延长一年，与会代表就地区局势交换了意见，并通过了一项联合声明，呼吁各方保持克制。",
            "zh",
        ),
    ],
)
def test_language_of_a_text(text: str, code: str) -> None:
    """A sentence is enough."""
    assert languages.of(report(text)) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1701 (2006) – 12:30 – 15/3",
        "😀" * 400,
        "x" * 5_000,
        "\ud800" * 100,
        "Wang Yi, Mahdi Safari, Zhang Ming, Sirojiddin Mukhriddin, Bakhtiyor Saidov, Dammu Ravi\n" * 9,
    ],
)
def test_what_is_no_sentence_has_no_language(text: str) -> None:
    """Too little text, noise and lists of names are left to the default."""
    assert languages.of(report(text)) is None


@pytest.mark.parametrize(("tag", "code"), [("fr", "fr"), ("FR-ca", "fr"), ("zh_Hant", "zh"), ("kaz", "kaz")])
def test_source_wins(tag: str, code: str) -> None:
    """What the source says counts, whatever the text looks like."""
    assert languages.of(report("The Security Council extended the mandate of the mission.", tag)) == code


@pytest.mark.parametrize("tag", ["English (UK)", "", "-", "e", "русский"])
def test_tag_that_is_none_is_ignored(tag: str) -> None:
    """A source that writes anything else into the field is no guide."""
    assert languages.of(report("The Security Council extended the mandate of the mission.", tag)) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Nigeria and Ghana sign deal on power lines in Accra.",
        "Ministers from Kenya, Uganda and Rwanda on Wednesday inked a pact on trade.",
    ],
)
def test_short_english_reports_of_africa_are_english(text: str) -> None:
    """They look like Nigerian Pidgin to the identifier, and would be read without a pipeline."""
    assert languages.of(report(text)) == "en"
