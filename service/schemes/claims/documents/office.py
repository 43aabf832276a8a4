"""DOCX and PPTX reader: paragraphs in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import docx
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

from rules.contracts import error_message, message_factory
from service.input import packages
from service.input.packages import PackageError, PackageFormat, check_markup, open_package
from service.schemes.claims.documents.document import Container, Document, ReadingError, assemble, one_line_title
from service.schemes.claims.documents.word_form import UNTITLED, ParagraphForm

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape

_message = message_factory(__name__)
MAXIMUM_UNPACKED = 200_000_000
_END, _TAIL = b"PK\x05\x06", 70_000
_REASONS = {
    packages.BROKEN: "BROKEN",
    packages.DOCUMENT_TYPE: "BROKEN",
    packages.ENCRYPTED: "ENCRYPTED",
    packages.OLD_FORMAT: "UNREADABLE_FORMAT",
    packages.TOO_LARGE: "TOO_LONG",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")


def kind_of_package(content: bytes) -> str:
    """Return "docx" or "pptx"; raise ReadingError for other archives."""
    form = PackageFormat(
        _message("DOCUMENT"), _message("OLD_FORMAT"), MAXIMUM_UNPACKED, lambda _: MAXIMUM_UNPACKED, _message("DIVIDE")
    )
    try:
        with open_package(io.BytesIO(content), form) as package:
            for part in package.infolist():
                check_markup(package, part, form)
            names = set(package.namelist())
    except PackageError as error:
        if error.reason == packages.BROKEN and _END not in content[-_TAIL:]:
            raise ReadingError(_message("HALF_ZIP"), "BROKEN") from None
        description = (
            _message("BROKEN_ZIP", problem=error_message(error))
            if error.reason == packages.BROKEN
            else error_message(error)
        )
        raise ReadingError(description, _REASONS[error.reason]) from None
    if "word/document.xml" in names:
        return "docx"
    if "ppt/presentation.xml" in names:
        return "pptx"
    raise ReadingError(_message("WORKBOOK" if "xl/workbook.xml" in names else "OTHER_ARCHIVE"), "UNREADABLE_FORMAT")


def read_docx(content: bytes) -> Document:
    """Read the body of a DOCX and its notes, without headers and footers."""
    try:
        document = docx.Document(io.BytesIO(content))
        form = ParagraphForm(document)
        parts = ((paragraph_text(each), location, form.containers(each)) for each, location in paragraphs_of(document))
        return replace(assemble("docx", parts), title=one_line_title(form.title()))
    except ReadingError:
        raise
    except Exception as error:  # the library raises any exception for a broken file
        raise ReadingError(_message("BROKEN_OFFICE", form="DOCX", problem=type(error).__name__), "BROKEN") from None


def paragraphs_of(document: WordDocument) -> Iterator[tuple[BaseOxmlElement, str]]:
    """Yield every paragraph in reading order with its location."""
    for paragraph in document.element.body.iter(_PARAGRAPH):
        yield paragraph, "body"
    for ending, location in (("/footnotes", "footnote"), ("/endnotes", "endnote")):
        for relation in document.part.rels.values():
            if relation.reltype.endswith(ending):
                for paragraph in parse_xml(relation.target_part.blob).iter(_PARAGRAPH):
                    yield paragraph, location


def paragraph_text(paragraph: BaseOxmlElement) -> str:
    """Return the text of a paragraph without anchored text boxes."""
    return "".join(character for character, _, _ in characters_of(paragraph))


def characters_of(paragraph: BaseOxmlElement) -> Iterator[tuple[str, BaseOxmlElement, int]]:
    """Yield every character with its element and its index there."""
    if next(paragraph.iterancestors(_FALLBACK), None) is not None:
        return  # a duplicate for older programs
    for element in paragraph.iter(_TEXT, qn("w:tab"), qn("w:br")):
        if next(element.iterancestors(_PARAGRAPH)) is paragraph:
            content = (element.text or "") if element.tag == _TEXT else " "
            yield from ((character, element, index) for index, character in enumerate(content))


def read_pptx(content: bytes) -> Document:
    """Read the slides of a PPTX without speaker notes, which no audience sees."""
    try:
        presentation = pptx.Presentation(io.BytesIO(content))
        numbers = count(1)
        parts = (
            (text, f"slide {number}", containers)
            for number, slide in enumerate(presentation.slides, start=1)
            for text, containers in _texts_of(slide.shapes, numbers)
        )
        title = presentation.core_properties.title
        return replace(assemble("pptx", parts), title="" if title in UNTITLED else one_line_title(title))
    except ReadingError:
        raise
    except Exception as error:  # the library raises any exception for a broken file
        raise ReadingError(_message("BROKEN_OFFICE", form="PPTX", problem=type(error).__name__), "BROKEN") from None


def _texts_of(shapes: Iterable[BaseShape], numbers: Iterator[int]) -> Iterator[tuple[str, tuple[Container, ...]]]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _texts_of(shape.shapes, numbers)
        elif isinstance(shape, Shape):
            for paragraph in shape.text_frame.paragraphs:
                yield paragraph.text.replace("\v", " "), ()
        elif isinstance(shape, GraphicFrame) and shape.has_table:
            table = Container("table", next(numbers))
            for cells in shape.table.rows:
                row = Container("tr", next(numbers))
                for column, cell in enumerate(cells.cells):
                    yield cell.text, (table, row, Container("td", next(numbers), column))
