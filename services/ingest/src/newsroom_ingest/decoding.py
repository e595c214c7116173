"""From bytes to text, by what the sender declares about them."""

from __future__ import annotations

import codecs
import re
from email.message import Message

from newsroom.errors import NewsroomError

# Python knows these as encodings of text; no report is written in them, and some take quadratic time.
NOT_FOR_TEXT = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
# The HTML standard looks for the declaration here.
_META_WITHIN_BYTES = 1024


class UnknownCharsetError(NewsroomError):
    """The declared charset is none that text is written in."""


class NotTextError(NewsroomError):
    """The bytes are not text in the declared charset, or no text at all."""


def media_type_of(content_type: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header; "" where there is none."""
    header = Message()
    header["Content-Type"] = " ".join(content_type.split())
    return (header.get_content_type() if content_type.strip() else ""), header.get_content_charset()


def decode(body: bytes, charset: str | None) -> str:
    """The text; a byte order mark tells most, then the declared charset, then UTF-8 is expected.

    Raises UnknownCharsetError, NotTextError.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark)), None)
    name = marked or charset or "utf-8"
    try:
        usable = codecs.lookup(name).name.replace("-", "_") not in NOT_FOR_TEXT
        return body.decode(name if usable else "unknown")
    except LookupError as error:
        raise UnknownCharsetError(f"The charset {name[:40]} is unknown; send UTF-8.") from error
    except UnicodeError as error:
        hint = "" if charset else " Name its encoding: Content-Type: text/plain; charset=..."
        raise NotTextError(f"The body is not {name} text.{hint}") from error


def decode_html(body: bytes, charset: str | None) -> str:
    """The source of a page in the charset of its header, else in the one that it names itself."""
    declared = _META_CHARSET.search(body, 0, _META_WITHIN_BYTES)
    return decode_markup(body, charset or (declared[1].decode() if declared else None))


def decode_markup(body: bytes, charset: str | None) -> str:
    """As decode(); NUL is refused, since markup that holds it is something else."""
    source = decode(body, charset)
    if "\x00" in source:
        raise NotTextError("The body holds U+0000: this is no text; send plain text, Markdown or HTML.")
    return source
