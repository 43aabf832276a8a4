"""Are bytes a page, and in which encoding is it written?"""

from __future__ import annotations

import re

from service.reading.encodings import marked
from service.schemes.claims.documents.plain import decode

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})""")
_BEGINS = re.compile(
    rb"(?i)\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype html|html|head|body|div|p|h[1-6]|section|article|main|title|meta|table|ul|ol|span|img|nav|header)\b"
)
_HEAD = 4_096


def looks_like_html(content: bytes) -> bool:
    """Say whether bytes begin as a page does."""
    return _BEGINS.match(content[:_HEAD]) is not None


def decode_page(content: bytes) -> str:
    """Read bytes as text, in the encoding that the page declares if it is in that one.

    Raises:
        ReadingError: its encoding cannot be told.
    """
    declared = _CHARSET.search(content[:_HEAD])
    if declared is not None and not marked(content):
        name = declared.group(1).decode("ascii").lower()
        try:
            return content.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeDecodeError):
            pass  # what the page says of itself is wrong
    return decode(content)
