"""Which text do the bytes of a plain text file hold, in whatever encoding?"""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from service.readers.document import Document, ReadingError, check_length

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_LIKELY = [
    "gb18030", "big5", "cp1252", "latin_1", "iso8859_15", "cp1250", "cp1251", "shift_jis", "euc_kr", "utf_16_le",
    "utf_16_be",
]  # fmt: skip
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030"}


def decode(content: bytes) -> str:
    """Read bytes as text: by their mark, as UTF-8, or in the encoding that they most likely have.

    Raises:
        ReadingError: they are no text in any encoding that is tried.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadingError(
                    f"the file begins as {encoding} but breaks that encoding at byte {error.start}; save it as UTF-8",
                    "BROKEN_ENCODING",
                ) from None
    if any(byte in _CONTROLS for byte in content[:_SAMPLE]):
        raise ReadingError("the file is binary; plain text, HTML, PDF, DOCX and PPTX can be read", "UNREADABLE_FORMAT")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(content[:_SAMPLE], cp_isolation=_LIKELY).best()
    if best is None:
        raise ReadingError("the encoding of the file cannot be told; save it as UTF-8", "UNKNOWN_ENCODING")
    return content.decode(_WIDER.get(best.encoding, best.encoding), errors="replace")


def read_plain(content: bytes) -> Document:
    """Read a plain text file; its text is given as it stands."""
    text = decode(content)
    check_length(len(text))
    return Document("text", text)
