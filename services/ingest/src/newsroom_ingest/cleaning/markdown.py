"""Markdown to clean text: by CommonMark to HTML, and on from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from newsroom_ingest.cleaning.html import html_to_text
from newsroom_ingest.cleaning.plain import clean_line, clean_text

# A longer text is taken as plain text: the parser needs seconds for a million hostile characters.
MAX_CHARACTERS = 1_000_000

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Document:
    """The clean text, the title of front matter or first heading, and the date of the front matter."""

    text: str
    title: str | None = None
    published: str | None = None


def read_markdown(source: str) -> Document:
    """A leading heading becomes the title and leaves the text; front matter is no text either."""
    source = source.replace("\r\n", "\n").lstrip("\ufeff")
    if len(source) > MAX_CHARACTERS:
        return Document(text=clean_text(source))
    fields, source = _front_matter(source)
    parser = MarkdownIt("commonmark").enable("table")
    environment: dict[str, object] = {}
    tokens = parser.parse(source, environment)
    heading = None
    if tokens and tokens[0].type == "heading_open":
        heading = clean_line(html_to_text(parser.renderer.render(tokens[:3], parser.options, environment)))
        if fields.get("title", heading) == heading:
            tokens = tokens[3:]
    html = parser.renderer.render(tokens, parser.options, environment)
    return Document(
        text=html_to_text(html), title=fields.get("title") or heading or None, published=fields.get("date")
    )


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    """The plain `name: value` lines before the text, and the text."""
    match = _FRONT_MATTER.match(source)
    if match is None:
        return {}, source
    fields = {}
    for line in match["lines"].splitlines():
        if found := _FIELD.fullmatch(line.strip()):
            fields[found["name"].lower()] = clean_line(found["value"].strip("\"'"))
    return fields, source[match.end() :]
