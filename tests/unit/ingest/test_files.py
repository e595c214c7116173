"""What newsroom submit sends for a file."""

from __future__ import annotations

import pytest

from newsroom_ingest.cli.files import HTML, JSON, MARKDOWN, TEXT, Upload, uploads


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.txt", b"# not markdown", TEXT),
        ("a.MD", b"text", MARKDOWN),
        ("a.html", b"text", HTML),
        ("a.json", b"{broken", JSON),
        ("-", b'{"text": "x"}', JSON),
        ("-", b'\xef\xbb\xbf {"text": "x"}', JSON),
        ("-", b"{braces} in a text", TEXT),
        ("-", b"[UN] in a text", TEXT),
        ("-", b"<!DOCTYPE html><p>x", HTML),
        ("-", b"\n<article>x", HTML),
        ("-", b"<3 is no markup", TEXT),
        ("-", b"# Heading\n\nText", MARKDOWN),
        ("-", b"---\ntitle: x\n---\nText", MARKDOWN),
        ("report", b"#hashtag", TEXT),
    ],
)
def test_content_types(name: str, content: bytes, content_type: str) -> None:
    """The ending of the name tells, else the beginning of the content."""
    assert uploads(name, content) == [Upload(content_type, content)]


def test_several_reports_in_a_file() -> None:
    """Arrays and JSON lines hold one report each."""
    assert [upload.body for upload in uploads("a.json", b'[{"text": "1"}, {"text": "2"}]')] == [
        b'{"text": "1"}',
        b'{"text": "2"}',
    ]
    assert [upload.body for upload in uploads("a.jsonl", b'{"text": "1"}\n\n{broken\n')] == [
        b'{"text": "1"}',
        b"{broken",
    ]
