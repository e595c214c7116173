"""From markup to clean text: no control characters, a blank line between paragraphs."""

from newsroom_ingest.cleaning.html import Page, find_article, html_to_text, read_page
from newsroom_ingest.cleaning.language import detect_language, primary_language
from newsroom_ingest.cleaning.markdown import Document, read_markdown
from newsroom_ingest.cleaning.plain import clean_line, clean_text, split_title

__all__ = [
    "Document",
    "Page",
    "clean_line",
    "clean_text",
    "detect_language",
    "find_article",
    "html_to_text",
    "primary_language",
    "read_markdown",
    "read_page",
    "split_title",
]
