"""PDF reader: text by page, with limits on page content."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from pypdf import PdfReader

from rules.contracts import message_factory
from service.schemes.claims.documents.document import (
    PICTURED,
    Container,
    Document,
    ReadingError,
    assemble,
    one_line_title,
)

_message = message_factory(__name__)
MAXIMUM_PAGES = 1_000
MAXIMUM_CONTENT_BYTES = 40_000_000
"""Limit on unpacked content without pictures; shared content counts for each page."""
_END, _TAIL = b"%%EOF", 2_048
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def read_pdf(content: bytes) -> Document:
    """Read the text of a PDF, and join words hyphenated at line ends."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # warnings concern the creation of the file
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(_message("ENCRYPTED_PDF"), "ENCRYPTED")
        if len(reader.pages) > MAXIMUM_PAGES:
            raise ReadingError(_message("TOO_MANY_PAGES", count=len(reader.pages), most=MAXIMUM_PAGES), "TOO_LONG")
        _check_content(reader)
        document = assemble("pdf", _blocks(reader))
        title = reader.metadata.title if reader.metadata is not None else None
    except ReadingError:
        raise
    except Exception as error:  # the library raises any exception for a broken file
        if _END not in content[-_TAIL:]:
            raise ReadingError(_message("HALF_PDF"), "BROKEN") from None
        raise ReadingError(_message("BROKEN_PDF", problem=type(error).__name__), "BROKEN") from None
    if not document.text:
        raise ReadingError(_message("PICTURES_ONLY" if len(reader.pages) else "NO_PAGES"), "NO_TEXT")
    readable = {block.place for block in document.blocks}
    pictured = sum(f"page {number}" not in readable for number in range(1, len(reader.pages) + 1))
    return replace(document, left_out={PICTURED: pictured} if pictured else {}, title=one_line_title(title))


def _check_content(reader: PdfReader) -> None:
    size = 0
    for number, page in enumerate(reader.pages, start=1):
        content = page.get_contents()
        size += len(content.get_data()) if content is not None else 0
        if size > MAXIMUM_CONTENT_BYTES:
            raise ReadingError(_message("PAGES_TOO_LARGE", page=number, most=f"{MAXIMUM_CONTENT_BYTES:,}"), "TOO_LONG")


def _blocks(reader: PdfReader) -> Iterator[tuple[str, str, tuple[Container, ...]]]:
    for number, page in enumerate(reader.pages, start=1):
        for paragraph in _PARAGRAPH.split(_DIVIDED.sub("", page.extract_text())):
            yield paragraph, f"page {number}", ()
