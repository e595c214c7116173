"""HTML to clean text: whole pages (their article only) and fragments (all of it).

The parser is libxml2's: it takes any input, in linear time, and limits the depth of the tree.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html
import trafilatura
from lxml import etree

from newsroom_ingest.cleaning.plain import clean_line, clean_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Above it the search for the article of a page takes seconds; the page is then taken as it is.
MAX_ARTICLE_SEARCH_CHARACTERS = 1_000_000
# With less than this the article was likely missed.
MIN_ARTICLE_CHARACTERS = 250
# The parser's depth is limited to 256, so a tree that was cut off has about so many elements.
MANY_ELEMENTS = 200

# fmt: off
DROPPED = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio",
    "video", "canvas", "select", "textarea", "button", "input", "map", "title",
})
PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
})
# fmt: on
LINES = frozenset({"br", "li", "tr", "caption"})
CELLS = frozenset({"td", "th"})

# No-break spaces are layout in HTML, and mostly stand beside other spaces.
_WHITESPACE = re.compile("[ \t\r\n\f\u00a0]+")
_RUNS_OF_SPACES = re.compile(" {2,}")
_TAGS = re.compile("<[^<>]*>")
_NUMERIC_CONTROLS = re.compile(r"&#(?:x0*[0-8bcefBCEF]|x0*1[0-9a-fA-F]|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]));")


# It warns about markup that it cannot read, which is our daily bread.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says about itself; None for what it does not say. Dates and URLs are unchecked."""

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None


def html_to_text(html: str) -> str:
    """The clean text of a fragment or page, whatever its markup is worth; "" where there is none."""
    root = _parse(html)
    if root is None:
        return ""
    text = clean_text(_flatten(root))
    if text or sum(1 for _ in root.iter()) < MANY_ELEMENTS:
        return text
    # The parser cut off what is nested too deeply for any reader; between the tags there is still text.
    return clean_text(_WHITESPACE.sub(" ", _TAGS.sub(" ", html)))


def read_page(html: str) -> Page:
    """The article of a page, without its menus and notices where they can be told from it.

    A heading that says the title leaves the text.
    """
    root = _parse(html)
    if root is None:
        return Page(text="")
    canonical = _attribute(root, "//link[@rel='canonical']/@href") or _meta(root, "og:url")
    title = _title(root)
    text = find_article(html) or html_to_text(html)
    return Page(
        text=text.removeprefix(f"{title}\n").lstrip("\n"),
        title=title,
        language=_attribute(root, "/html/@lang"),
        published=_meta(root, "article:published_time"),
        url=canonical,
    )


def find_article(html: str) -> str:
    """The article, or "" where the search found too little to be one."""
    if len(html) > MAX_ARTICLE_SEARCH_CHARACTERS:
        return ""
    try:
        found = trafilatura.extract(
            html, output_format="html", include_comments=False, include_formatting=False
        )
    except Exception:  # noqa: BLE001 - a heuristic over hostile input: any failure means "not found"
        return ""
    text = html_to_text(found) if found else ""
    return text if len(text) >= MIN_ARTICLE_CHARACTERS else ""


def _parse(html: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    # libxml2 ends a text at NUL.
    content = _NUMERIC_CONTROLS.sub("", html.replace("\x00", "")).encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(content, parser=parser)
    except etree.LxmlError:  # nothing in it
        return None


def _flatten(root: HtmlElement) -> str:
    """The text with its breaks; iterative, since the depth of the tree is the sender's choice."""
    parts: list[str] = []
    preformatted = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        dropped = tag in DROPPED or element.get("hidden") is not None
        if event == "start":
            parts.append(_break_before(tag))
            if dropped:
                walker.skip_subtree()
                continue
            preformatted += tag == "pre"
            parts.append(_text(element.text, preformatted))
        else:
            if not dropped:
                preformatted -= tag == "pre"
            parts.append("\n\n" if tag in PARAGRAPHS else "")
            if element is not root:
                parts.append(_text(element.tail, preformatted))
    lines = _RUNS_OF_SPACES.sub(" ", "".join(parts)).split("\n")
    return "\n".join(line.strip(" ") for line in lines)


def _break_before(tag: object) -> str:
    if tag in PARAGRAPHS:
        return "\n\n"
    if tag in LINES:
        return "\n"
    return " " if tag in CELLS else ""


def _text(text: str | None, preformatted: int) -> str:
    if not text:
        return ""
    return text if preformatted else _WHITESPACE.sub(" ", text)


def _title(root: HtmlElement) -> str | None:
    headings = [clean_line(heading.text_content()) for heading in root.iter("h1")]
    own = headings[0] if len(headings) == 1 else ""
    document = root.find(".//title")
    candidates = (
        own,
        _meta(root, "og:title"),
        clean_line(document.text or "") if document is not None else "",
    )
    return next((candidate for candidate in candidates if candidate), None)


def _meta(root: HtmlElement, name: str) -> str | None:
    return _attribute(root, "//meta[@property=$name or @name=$name]/@content", name=name)


def _attribute(root: HtmlElement, path: str, **variables: str) -> str | None:
    found = root.xpath(path, **variables)
    values = [clean_line(str(value)) for value in found] if isinstance(found, list) else []
    return next((value for value in values if value), None)
