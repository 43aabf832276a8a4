"""Text encodings of input files: strict UTF-8, and detection for delimited text."""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from typing import BinaryIO

from rules.contracts import Message, TouchstoneError, message_factory
from service.base.file_kinds import FileKind, file_kind, refusal_of_kind

_message = message_factory(__name__)

BYTE_ORDER_MARK = "\ufeff"

UTF8, UTF16, GB18030 = "utf-8-sig", "utf-16", "gb18030"
MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32"),  # longer, because the UTF-16 mark is its prefix
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, UTF16),
    (codecs.BOM_UTF16_BE, UTF16),
)
_SAMPLE_BYTES = 65_536
_CHINESE_PAIR = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
_NON_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_UNPAIRED_BYTES = re.compile(rb"(?<![\x80-\xff])(?:[\x80-\xff]{2})*[\x80-\xff][\x00-\x7f]")
_BYTES_PER_ZERO = 4
"""Maximum bytes per zero byte in UTF-16 Latin text."""


class NotUtf8Error(TouchstoneError):
    """Bytes that are not UTF-8; `line` is the first invalid line."""

    def __init__(self, message: Message, line: int) -> None:
        self.line = line
        super().__init__(message)


def decode_utf8(content: bytes) -> str:
    """Decode UTF-8, and preserve a byte order mark.

    Raises:
        NotUtf8Error: If the bytes are invalid, contain zeros, or are another file kind.
    """
    _check_kind(file_kind(content))
    if (fault := _decoding_error(BytesIO(content), "utf-8")) is not None:
        raise fault
    return content.decode("utf-8")


def detect_table_encoding(file: BinaryIO) -> tuple[str, int]:
    """Return the encoding of delimited text, and the first non-UTF-8 line of a guessed GB18030, else 0."""
    _check_kind(file_kind(file))
    head = file.read(_SAMPLE_BYTES)
    file.seek(0)
    if encoding_of_mark(head) == UTF16:
        if (fault := _decoding_error(file, UTF16)) is not None:
            raise NotUtf8Error(_message("BROKEN_UTF16"), fault.line)
        return UTF16, 0
    if (fault := _decoding_error(file, "utf-8")) is None:
        return UTF8, 0
    file.seek(0)
    if (_UNPAIRED_BYTES.search(head) and not looks_like_gbk(head)) or _decoding_error(file, GB18030) is not None:
        raise fault
    return GB18030, fault.line


def check_beginning(file: BinaryIO) -> None:
    """Raise NotUtf8Error if the first bytes show another format."""
    _check_kind(file_kind(file))
    head = file.read(_SAMPLE_BYTES)
    file.seek(0)
    if encoding_of_mark(head) not in {"", UTF8}:
        raise NotUtf8Error(_encoding_message(head), 1)


def _check_kind(kind: FileKind | None) -> None:
    if kind is not None:
        raise NotUtf8Error(refusal_of_kind(kind), 1)


def encoding_of_mark(content: bytes) -> str:
    """Return the encoding of the byte order mark, empty without one."""
    return next((encoding for mark, encoding in MARKS if content.startswith(mark)), "")


def _decoding_error(file: BinaryIO, encoding: str) -> NotUtf8Error | None:
    decoder, line, head = codecs.getincrementaldecoder(encoding)(), 1, b""
    while True:
        piece = file.read(_SAMPLE_BYTES)
        head = head or piece
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:  # its bytes begin with the undecoded rest of the previous piece
            sound = error.object[: error.start].decode(error.encoding)
            return NotUtf8Error(_encoding_message(head), line + sound.count("\n"))
        if "\0" in text:
            return NotUtf8Error(
                _encoding_message(head if b"\0" in head else piece), line + text.count("\n", 0, text.index("\0"))
            )
        line += text.count("\n")
        if not piece:
            return None


def looks_like_gbk(content: bytes) -> bool:
    """Return whether most non-ASCII bytes are common GBK characters, unlike European text."""
    sample = content[:_SAMPLE_BYTES]
    paired = 2 * len(_CHINESE_PAIR.findall(sample))
    return paired > 2 and 10 * paired >= 7 * len(_NON_ASCII_BYTE.findall(sample))


def _encoding_message(content: bytes) -> Message:
    if (encoding := encoding_of_mark(content).upper()) not in {"", UTF8.upper()}:
        return _message("OTHER_ENCODING", name=encoding, encoding=encoding)
    sample = content[:_SAMPLE_BYTES]
    if b"\0" in sample:
        line_ends = max(sample.count(b"\n\0"), sample.count(b"\0\n"))
        if line_ends or sample.count(0) * _BYTES_PER_ZERO >= len(sample):
            is_little_endian = sample[1::2].count(0) >= sample[::2].count(0)
            return _message("OTHER_ENCODING", name="UTF-16", encoding="UTF-16LE" if is_little_endian else "UTF-16BE")
        return _message("NO_TEXT")
    return (
        _message("OTHER_ENCODING", name="GBK", encoding="GB18030") if looks_like_gbk(content) else _message("NOT_UTF8")
    )
