"""Choice of the document reader by the first bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rules.contracts import message_factory
from service.base.file_kinds import file_kind
from service.schemes.claims.documents.document import MAXIMUM_BYTES, Document, ReadingError
from service.schemes.claims.documents.plain_text_reader import looks_like_html, read_plain

_message = message_factory(__name__)
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_EXTRA = frozenset({"pypdf", "docx", "pptx"})
"""Libraries of the package extra `documents`."""


def read_bytes(content: bytes, *, name: str = "") -> Document:
    """Read a file; `name` only distinguishes HTML from plain text.

    Raises:
        ReadingError: If it is unreadable, too large, or needs a missing library.
    """
    if len(content) > MAXIMUM_BYTES:
        raise ReadingError(_message("FILE_TOO_LARGE", size=f"{len(content):,}", most=f"{MAXIMUM_BYTES:,}"), "TOO_LONG")
    kind = file_kind(content)
    if kind is not None and kind.media_type == "application/pdf":
        with _optional_import():
            from service.schemes.claims.documents.pdf import read_pdf  # noqa: PLC0415 -- slow to import, and seldom needed

        return read_pdf(content)
    if kind is not None and kind.package:
        with _optional_import():
            from service.schemes.claims.documents.office import kind_of_package, read_docx, read_pptx  # noqa: PLC0415

        return read_docx(content) if kind_of_package(content) == "docx" else read_pptx(content)
    if kind is not None:
        raise ReadingError(_message("OTHER_KIND", kind=kind.name), "UNREADABLE_FORMAT")
    if Path(name).suffix.lower() in _PAGES or looks_like_html(content):
        from service.schemes.claims.documents.html import read_html  # noqa: PLC0415 -- slow to import

        return read_html(content)
    return read_plain(content)


@contextmanager
def _optional_import() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise ReadingError(_message("NO_READER"), "SOFTWARE_MISSING") from None
