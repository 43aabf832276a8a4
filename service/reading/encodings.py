"""In which encoding is a text that should be UTF-8, and how is it saved as that?"""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from typing import TYPE_CHECKING

from rules.contracts.errors import TouchstoneError
from rules.contracts.messages import Message, speaker

if TYPE_CHECKING:
    from typing import BinaryIO

_say = speaker(__name__)

BYTE_ORDER_MARK = "\ufeff"
"""Some programs begin a file in UTF-8 with it."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 65_536
_CHINESE_PAIR = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""One of the commonest Chinese characters in GB 2312 and its successors."""
_HIGH = re.compile(rb"[\x80-\xff]")
_WIDE_ZEROS = 4
"""In UTF-16 of Latin letters at least one byte in so many is zero; in Chinese perhaps only at the ends of lines."""


class NotUtf8Error(TouchstoneError):
    """Bytes are no UTF-8; the message says what they probably are, `line` where the first stands that is not."""

    def __init__(self, message: Message, line: int) -> None:
        """Keep the line."""
        self.line = line
        super().__init__(message)


def decode_utf8(content: bytes) -> str:
    """Read bytes as UTF-8; a byte order mark is left where it stands.

    Raises:
        NotUtf8Error: they are none, or hold zero bytes, which no text does.
    """
    if (fault := not_utf8(BytesIO(content))) is not None:
        raise fault
    return content.decode("utf-8")


def not_utf8(file: BinaryIO, *, encoding: str = "utf-8") -> NotUtf8Error | None:
    """Say why a file, however large it is, is no text in UTF-8 or in another encoding; None if it is one."""
    decoder, line, head = codecs.getincrementaldecoder(encoding)(), 1, b""
    while True:
        piece = file.read(_SAMPLE)
        head = head or piece
        try:
            decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            start = max(
                error.start + len(piece) - len(error.object), 0
            )  # what was left of the piece before stands first
            return NotUtf8Error(_words(head), line + piece.count(b"\n", 0, start))
        if b"\0" in piece:
            return NotUtf8Error(_words(head if b"\0" in head else piece), line + piece.count(b"\n", 0, piece.index(0)))
        line += piece.count(b"\n")
        if not piece:
            return None


def is_chinese(content: bytes) -> bool:
    """Say whether most bytes beyond ASCII pair up to common Chinese characters of GBK; no European text does."""
    sample = content[:_SAMPLE]
    paired = 2 * len(_CHINESE_PAIR.findall(sample))
    return paired > 2 and 10 * paired >= 7 * len(_HIGH.findall(sample))


def _words(content: bytes) -> Message:
    """Name the encoding that the bytes probably have, if anything tells it, by the name that `iconv` has for it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _say("OTHER_ENCODING", name=encoding, encoding=encoding)
    sample = content[:_SAMPLE]
    if b"\0" in sample:
        ends = max(sample.count(b"\n\0"), sample.count(b"\0\n"))
        if ends or sample.count(0) * _WIDE_ZEROS >= len(sample):
            little = sample[1::2].count(0) >= sample[::2].count(0)
            return _say("OTHER_ENCODING", name="UTF-16", encoding="UTF-16LE" if little else "UTF-16BE")
        return _say("NO_TEXT")
    return _say("OTHER_ENCODING", name="GBK", encoding="GB18030") if is_chinese(content) else _say("NOT_UTF8")
