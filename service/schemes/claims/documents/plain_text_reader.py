"""Plain text reader with encoding and HTML detection."""

from __future__ import annotations

import re

from rules.contracts import message_factory
from service.input.encodings import encoding_of_mark, looks_like_gbk
from service.schemes.claims.documents.document import Document, ReadingError, check_length

_message = message_factory(__name__)
_SAMPLE = 65_536
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_LIKELY = ["cp1252", "big5", "cp1251", "shift_jis", "euc_kr"]
_PAIR = re.compile(rb"[\x80-\xff]{2}")


def decode(content: bytes) -> str:
    """Decode bytes by byte order mark, as UTF-8, or by detection.

    Raises:
        ReadingError: If the bytes are binary or cannot be decoded.
    """
    if encoding := encoding_of_mark(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            description = _message("BROKEN_ENCODING", encoding=encoding, place=error.start)
            raise ReadingError(description, "BROKEN_ENCODING") from None
    if any(byte in _CONTROLS for byte in content[:_SAMPLE]):
        raise ReadingError(_message("BINARY"), "UNREADABLE_FORMAT")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if looks_like_gbk(content):
        return content.decode("gb18030", errors="replace")
    if not _PAIR.search(content):
        return content.decode("cp1252", errors="replace")  # only isolated accented letters
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- slow to import, and seldom needed

    best = from_bytes(content[:_SAMPLE], cp_isolation=_LIKELY).best()
    if best is None:
        raise ReadingError(_message("UNKNOWN_ENCODING"), "UNKNOWN_ENCODING")
    return content.decode(best.encoding, errors="replace")


def read_plain(content: bytes) -> Document:
    """Read a plain text file without changes to its text."""
    text = decode(content)
    check_length(len(text))
    return Document("text", text)


_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})""")
_BEGINS = re.compile(
    rb"(?i)\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype html|html|head|body|div|p|h[1-6]|section|article|main|title|meta|table|ul|ol|span|img|nav|header)\b"
)
_HEAD = 4_096


def looks_like_html(content: bytes) -> bool:
    """Return whether bytes begin like an HTML page."""
    return _BEGINS.match(content[:_HEAD]) is not None


def decode_page(content: bytes) -> str:
    """Decode a page in its declared encoding if valid, otherwise by detection."""
    declared = _CHARSET.search(content[:_HEAD])
    if declared is not None and not encoding_of_mark(content):
        name = declared.group(1).decode("ascii").lower()
        try:
            return content.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeDecodeError):
            pass  # the declared encoding is wrong
    return decode(content)
