"""Bodies of answers, decompressed no further than a limit."""

from __future__ import annotations

import zlib

ACCEPT_ENCODING = "gzip, deflate"

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS  # detects which of the two from the header
_BARE_DEFLATE = -zlib.MAX_WBITS  # what some servers send as "deflate"


class TooLargeError(Exception):
    """More than the limit has come out."""


class EncodingError(Exception):
    """A content coding that was not asked for, or data that is not in it."""


class Body:
    """Collects one body: feed() what arrives, then read `content`. It never holds more than the limit."""

    def __init__(self, encoding: str, limit_bytes: int) -> None:
        """`encoding` is the Content-Encoding header; raises EncodingError when it is not one of ours."""
        self._limit = limit_bytes
        self._content = bytearray()
        coding = encoding.strip().lower()
        self._compressed = coding not in {"", "identity"}
        self._may_be_bare = coding == "deflate"
        if self._compressed and coding not in {"gzip", "x-gzip", "deflate"}:
            raise EncodingError(f"it is encoded as {encoding[:40]!r}, which was not asked for")
        self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False

    @property
    def content(self) -> bytes:
        return bytes(self._content)

    @property
    def complete(self) -> bool:
        """Whether the compressed stream has come to its end; an uncompressed one cannot tell."""
        return not self._begun or self._inflater.eof

    def feed(self, chunk: bytes) -> None:
        """Take in what arrived. On TooLargeError the content holds the first `limit_bytes`."""
        if self._compressed:
            self._inflate(chunk)
        else:
            self._append(chunk)

    def _append(self, data: bytes) -> None:
        room = self._limit - len(self._content)
        self._content += data[:room]
        if len(data) > room:
            raise TooLargeError

    def _inflate(self, data: bytes) -> None:
        while data:
            if self._inflater.eof:  # gzip allows several members in a row
                self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB)
            self._append(self._inflate_once(data))
            # With output to spare zlib has taken everything up to the end of the member.
            data = self._inflater.unused_data

    def _inflate_once(self, data: bytes) -> bytes:
        most = self._limit - len(self._content) + 1  # one above the limit shows that there is more
        try:
            return self._inflater.decompress(data, most)
        except zlib.error as error:
            if self._begun or not self._may_be_bare:
                raise EncodingError("its compressed data is damaged") from error
        finally:
            self._begun = True
        self._inflater = zlib.decompressobj(_BARE_DEFLATE)
        try:
            return self._inflater.decompress(data, most)
        except zlib.error as error:
            raise EncodingError("its compressed data is damaged") from error
