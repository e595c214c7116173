"""Markup and raw text to clean text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom_ingest.cleaning import (
    clean_line,
    clean_text,
    detect_language,
    html_to_text,
    read_markdown,
    read_page,
    split_title,
)
from newsroom_ingest.cleaning.plain import MAX_TITLE_CHARACTERS

MARKUP = (
    *("<p>", "</p>", "<div hidden>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<pre>"),
    *("&#0;", "&#x1F;", "&#xD800;", "&#133;", "&nbsp;", "&", "<", "\r\n", "\x00", "\ud800", "\u2028"),
    *("# ", "- ", "> ", "```\n", "---\n", "[a](b", "![", "*_", "|a|\n|-|\n", "<table><tr><td>", "</table>"),
)
# Whole characters, lone surrogates, and pieces of markup in any order.
HOSTILE = st.lists(
    st.one_of(st.text(alphabet=st.characters(), max_size=10), st.sampled_from(MARKUP)), max_size=30
).map("".join)


def is_clean(text: str) -> bool:
    """No control character but the line feed, no lone surrogate, at most one blank line, and composed."""
    return (
        not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text.replace("\n", ""))
        and "\n\n\n" not in text
        and text == text.strip("\n ")
        and unicodedata.is_normalized("NFC", text)
    )


@settings(deadline=None)  # the first call loads what it needs
@given(HOSTILE)
def test_whatever_comes_in_comes_out_clean(source: str) -> None:
    """No input breaks the cleaning or leaves a control character."""
    results = [clean_text(source), html_to_text(source), read_page(source).text, read_markdown(source).text]

    assert [text for text in results if not is_clean(text)] == []


@settings(deadline=None)  # the first call loads what it needs
@given(HOSTILE)
def test_clean_text_is_stable(source: str) -> None:
    """Cleaning clean text changes nothing, so that offsets stay right."""
    cleaned = clean_text(source)

    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\n \n\n\n\ntwo  \n", "one\n\ntwo"),
        ("page one\fpage two", "page one\n\npage two"),
        ("10\u202f000 \u00a0euro\tnow", "10 000  euro now"),
        ("Kaza\u00adkh\u200bstan\ufeff", "Kazakhstan"),
        ("Cafe\u0301", "Café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("bell\x07 \x1b[31mred", "bell [31mred"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("  “Quotes” — stay", "“Quotes” — stay"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    """Only what no reader sees is changed."""
    assert clean_text(text) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("a<br>b<ul><li>c</li><li>d</li></ul>e", "a\nb\n\nc\nd\n\ne"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("x<script>alert(1)</script>y<style>p{}</style>z<!-- no -->", "xyz"),
        ("AT&amp;T &lt;b&gt; caf&eacute;&nbsp; &#128;", "AT&T <b> café €"),
        ("<b>bo</b>ld  <i>\n and</i>\tmore", "bold and more"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("seen<p hidden>not seen</p>tail", "seen\n\ntail"),
        ("plain & simple < 3", "plain & simple < 3"),
        ("<div>" * 3_000 + "deep", "deep"),
        ("<script>alert(1)</script>", ""),
        ("<p hidden>secret</p>", ""),
        ("<!-- a > b -->", ""),
        ("", ""),
    ],
)
def test_html(html: str, expected: str) -> None:
    """Blocks become paragraphs, and nothing that runs or hides comes through."""
    assert html_to_text(html) == expected


def test_a_page_is_its_article() -> None:
    """Menus and footers are left behind; the page says its title, language, date and address."""
    paragraphs = "".join(
        f"<p>{number}. The assembly adopted the resolution after a debate that went on for a day, and the "
        f"chair thanked delegation {number} for its patience.</p>"
        for number in range(1, 5)
    )
    page = read_page(
        "<!doctype html><html lang='en-GB'><head><title>Resolution adopted | Site</title>"
        "<link rel='canonical' href='https://site.example/a'>"
        "<meta property='article:published_time' content='2024-05-01T10:00:00Z'></head>"
        "<body><nav><a href='/'>Home</a> <a href='/x'>Sport</a></nav>"
        f"<article><h1>Resolution adopted</h1>{paragraphs}</article><footer>Cookies</footer></body></html>"
    )

    assert page.text.count("\n\n") >= 3
    assert "chair thanked delegation 4" in page.text
    assert not any(word in page.text for word in ("Sport", "Cookies"))
    assert (page.title, page.language, page.published, page.url) == (
        "Resolution adopted",
        "en-GB",
        "2024-05-01T10:00:00Z",
        "https://site.example/a",
    )


def test_a_short_page_is_taken_whole() -> None:
    """Where no article is found, all of the text counts."""
    page = read_page("<html><body><p>Three words only.</p></body></html>")

    assert (page.text, page.title, page.url) == ("Three words only.", None, None)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Title</h1><p>Text.", ("Title", "Text.")),
        ("<title>Title</title><h1>Title</h1><h1>Other</h1><p>Text.", ("Title", "Other\n\nText.")),
        ("<h1>Title</h1>", ("Title", "Title")),
        ("<h1>Titles</h1><h1>b</h1><p>Title of the text", (None, "Titles\n\nb\n\nTitle of the text")),
    ],
)
def test_the_title_of_a_page_leaves_its_text(html: str, expected: tuple[str | None, str]) -> None:
    """As in Markdown; a page that is nothing but its title keeps it."""
    page = read_page(html)

    assert (page.title, page.text) == expected


def test_markdown() -> None:
    """The first heading is the title, and of the marks nothing is left."""
    document = read_markdown(
        "# The *big* title\n\nA [link](https://a.example) and `code`.\n\n- one\n- two\n\n> said"
    )

    assert document.title == "The big title"
    assert document.text == "A link and code.\n\none\ntwo\n\nsaid"


def test_markdown_front_matter() -> None:
    """Front matter is no text; its title counts, and then a heading is part of the text."""
    document = read_markdown(
        '---\r\ntitle: "From the front"\r\ndate: 2024-05-01\r\n---\r\n# Heading\r\n\r\nText'
    )

    assert (document.title, document.published, document.text) == (
        "From the front",
        "2024-05-01",
        "Heading\n\nText",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Headline\n\nThe text.", ("Headline", "The text.")),
        ("Headline\nThe text.", ("Headline", "The text.")),
        ("A sentence.\n\nThe text.", ("A sentence.", "A sentence.\n\nThe text.")),
        ("Only one line", ("Only one line", "Only one line")),
    ],
)
def test_title_from_text(text: str, expected: tuple[str, str]) -> None:
    """A headline leaves the text, a sentence does not."""
    assert split_title(text) == expected


def test_a_long_first_line_is_cut_at_a_word() -> None:
    """The title of a text that has none is short, and the text stays whole."""
    text = "word " * 100 + "end"

    title, rest = split_title(text)

    assert (title.endswith("word…"), len(title) <= MAX_TITLE_CHARACTERS, rest) == (True, True, text)


def test_lines() -> None:
    """A title is one line."""
    assert clean_line("  Two\n\nlines\tand\u00a0more ") == "Two lines and more"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign ministers signed twenty-two documents in Astana.", "en"),
        ("Министры иностранных дел подписали двадцать два документа.", "ru"),
        ("Les ministres ont signé vingt-deux documents à Astana.", "fr"),
        ("Hm", None),
        ("12345 67890 12345 67890 12345", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """The language of a text that is long enough to tell."""
    assert detect_language(text) == language
