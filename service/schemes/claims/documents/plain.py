"""Which text do the bytes of a plain text file hold, in whatever encoding?"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from rules.contracts.messages import speaker
from service.reading.encodings import is_chinese, marked
from service.schemes.claims.documents.document import Document, ReadingError, check_length

_say = speaker(__name__)
_SAMPLE = 65_536
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_LIKELY = ["cp1252", "big5", "cp1251", "shift_jis", "euc_kr"]
_PAIR = re.compile(rb"[\x80-\xff]{2}")


def decode(content: bytes) -> str:
    """Read bytes as text: by their mark, as UTF-8, or in the encoding that they most likely have.

    Raises:
        ReadingError: they are no text in any encoding that is tried.
    """
    if encoding := marked(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            said = _say("BROKEN_ENCODING", encoding=encoding, place=error.start)
            raise ReadingError(said, "BROKEN_ENCODING") from None
    if any(byte in _CONTROLS for byte in content[:_SAMPLE]):
        raise ReadingError(_say("BINARY"), "UNREADABLE_FORMAT")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if is_chinese(content):
        return content.decode("gb18030", errors="replace")
    if not _PAIR.search(content):
        return content.decode("cp1252", errors="replace")  # single accents between letters
    best = from_bytes(content[:_SAMPLE], cp_isolation=_LIKELY).best()
    if best is None:
        raise ReadingError(_say("UNKNOWN_ENCODING"), "UNKNOWN_ENCODING")
    return content.decode(best.encoding, errors="replace")


def read_plain(content: bytes) -> Document:
    """Read a plain text file; its text is given as it stands."""
    text = decode(content)
    check_length(len(text))
    return Document("text", text)
