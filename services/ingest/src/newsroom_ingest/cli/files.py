"""What is in a file: which kind of report, or several."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath

JSON, TEXT, MARKDOWN, HTML = "application/json", "text/plain", "text/markdown", "text/html"
TYPES_BY_ENDING = {
    ".json": JSON,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
JSON_LINES = frozenset({".jsonl", ".ndjson"})

_HTML = re.compile(rb"\s*<(!doctype html|html|head|body|article|main|section|div|p|h[1-6])\b", re.IGNORECASE)
_MARKDOWN = re.compile(rb"\s*(#{1,6} \S|---\r?\n[\w-]+: )")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Upload:
    """A report as it is sent."""

    content_type: str
    body: bytes


def uploads(name: str, content: bytes) -> list[Upload]:
    """The reports in a file, by the ending of its name, else by its beginning.

    A JSON array and a .jsonl file hold several. Broken JSON is sent as it is: the service says what is wrong.
    """
    ending = PurePath(name).suffix.lower()
    if ending in JSON_LINES:
        return [Upload(JSON, line) for line in content.splitlines() if line.strip()]
    content_type = TYPES_BY_ENDING.get(ending) or _sniffed(content)
    if content_type == JSON:
        return [Upload(JSON, body) for body in _objects(content)]
    return [Upload(content_type, content)]


def _objects(content: bytes) -> list[bytes]:
    if not content.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"["):
        return [content]
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return [content]
    return [json.dumps(value).encode() for value in values]


def _sniffed(content: bytes) -> str:
    content = content.removeprefix(_BYTE_ORDER_MARK)
    if content.lstrip()[:1] in {b"{", b"["} and _is_json(content):
        return JSON
    if _HTML.match(content):
        return HTML
    return MARKDOWN if _MARKDOWN.match(content) else TEXT


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
