"""Text encodings: strict UTF-8, detection for separated values, and advice on conversion to UTF-8.

What programs write and what is published is UTF-8 alone; of separated values three encodings are read.
"""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from typing import BinaryIO

from rules.contracts import Message, TouchstoneError, message_factory
from service.input.file_kinds import FileKind, file_kind, refusal_of_kind

_say = message_factory(__name__)

BYTE_ORDER_MARK = "\ufeff"
"""Some programs begin a file in UTF-8 with it."""

UTF8, UTF16, GB18030 = "utf-8-sig", "utf-16", "gb18030"
"""The encodings of separated values."""
MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, UTF16),
    (codecs.BOM_UTF16_BE, UTF16),
)
"""How a file begins that tells its encoding."""
_SAMPLE = 65_536
_CHINESE_PAIR = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""One of the commonest Chinese characters in GB 2312 and its successors."""
_HIGH = re.compile(rb"[\x80-\xff]")
_ALONE = re.compile(rb"(?<![\x80-\xff])(?:[\x80-\xff]{2})*[\x80-\xff][\x00-\x7f]")
"""An odd number of bytes beyond ASCII: accented letters of Europe mostly stand by themselves."""
_WIDE_ZEROS = 4
"""In UTF-16 of Latin letters at least one byte in so many is zero; in Chinese perhaps only at the ends of lines."""


class NotUtf8Error(TouchstoneError):
    """Bytes are no UTF-8; the message says what they probably are, `line` where the first stands that is not."""

    def __init__(self, message: Message, line: int) -> None:
        self.line = line
        super().__init__(message)


def decode_utf8(content: bytes) -> str:
    """Read bytes as UTF-8; a byte order mark is left where it stands.

    Raises:
        NotUtf8Error: they are a file of another kind, no UTF-8, or hold zero bytes, which no text does.
    """
    _check_kind(file_kind(content))
    if (fault := _fault(BytesIO(content), "utf-8")) is not None:
        raise fault
    return content.decode("utf-8")


def detect_table_encoding(file: BinaryIO) -> tuple[str, int]:
    """Decide how separated values are read: as UTF-8, as UTF-16 with its mark, or perhaps as GB18030.

    What is taken for GB18030 is a guess, so the line is given in which the first byte stands that is no UTF-8; else 0.
    """
    _check_kind(file_kind(file))
    head = file.read(_SAMPLE)
    file.seek(0)
    if encoding_of_mark(head) == UTF16:
        if (fault := _fault(file, UTF16)) is not None:
            raise NotUtf8Error(_say("BROKEN_UTF16"), fault.line)
        return UTF16, 0
    if (fault := _fault(file, "utf-8")) is None:
        return UTF8, 0
    file.seek(0)
    if (_ALONE.search(head) and not looks_like_gbk(head)) or _fault(file, GB18030) is not None:
        raise fault
    return GB18030, fault.line


def check_beginning(file: BinaryIO) -> None:
    """Refuse a text in UTF-8 whose first bytes are not those of one, before it is read in pieces.

    Raises:
        NotUtf8Error: it is of another kind, or its byte order mark is another.
    """
    _check_kind(file_kind(file))
    head = file.read(_SAMPLE)
    file.seek(0)
    if encoding_of_mark(head) not in {"", UTF8}:
        raise NotUtf8Error(_words(head), 1)


def _check_kind(kind: FileKind | None) -> None:
    if kind is not None:
        raise NotUtf8Error(refusal_of_kind(kind), 1)


def encoding_of_mark(content: bytes) -> str:
    """Give the encoding that the first bytes tell; empty if they tell none."""
    return next((encoding for mark, encoding in MARKS if content.startswith(mark)), "")


def _fault(file: BinaryIO, encoding: str) -> NotUtf8Error | None:
    """Say why a file, however large it is, is no text in an encoding; None if it is one."""
    decoder, line, head = codecs.getincrementaldecoder(encoding)(), 1, b""
    while True:
        piece = file.read(_SAMPLE)
        head = head or piece
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:  # whose bytes begin with what was left of the piece before
            sound = error.object[: error.start].decode(error.encoding)
            return NotUtf8Error(_words(head), line + sound.count("\n"))
        if "\0" in text:
            return NotUtf8Error(_words(head if b"\0" in head else piece), line + text.count("\n", 0, text.index("\0")))
        line += text.count("\n")
        if not piece:
            return None


def looks_like_gbk(content: bytes) -> bool:
    """Say whether most bytes beyond ASCII pair up to common Chinese characters of GBK; no European text does."""
    sample = content[:_SAMPLE]
    paired = 2 * len(_CHINESE_PAIR.findall(sample))
    return paired > 2 and 10 * paired >= 7 * len(_HIGH.findall(sample))


def _words(content: bytes) -> Message:
    """Name the encoding that the bytes probably have, if anything tells it, by the name that `iconv` has for it."""
    if (encoding := encoding_of_mark(content).upper()) not in {"", UTF8.upper()}:
        return _say("OTHER_ENCODING", name=encoding, encoding=encoding)
    sample = content[:_SAMPLE]
    if b"\0" in sample:
        ends = max(sample.count(b"\n\0"), sample.count(b"\0\n"))
        if ends or sample.count(0) * _WIDE_ZEROS >= len(sample):
            little = sample[1::2].count(0) >= sample[::2].count(0)
            return _say("OTHER_ENCODING", name="UTF-16", encoding="UTF-16LE" if little else "UTF-16BE")
        return _say("NO_TEXT")
    return _say("OTHER_ENCODING", name="GBK", encoding="GB18030") if looks_like_gbk(content) else _say("NOT_UTF8")
