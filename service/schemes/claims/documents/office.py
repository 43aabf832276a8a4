"""DOCX and PPTX reader: paragraphs in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
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
from service.base.whole_numbers import parse_whole_number
from service.input import packages
from service.input.packages import PackageError, PackageFormat, check_markup, open_package
from service.schemes.claims.documents.document import (
    MAXIMUM_CONTAINERS,
    Container,
    Document,
    ReadingError,
    assemble,
    one_line_title,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape


UNTITLED = ("Word Document", "PowerPoint Presentation")
"""Default titles that the libraries write."""
_VALUE = qn("w:val")
_TABLE_TAGS = {qn("w:tbl"): "table", qn("w:tr"): "tr", qn("w:tc"): "td"}
_PROPERTIES = {"pPr": qn("w:pPr"), "numPr": qn("w:numPr"), "pStyle": qn("w:pStyle"), "basedOn": qn("w:basedOn")}
_MOST_LEVELS, _MOST_STYLES = 6, 12
_LEVELS = tuple("12345678")


class ParagraphForm:
    """Containers of paragraphs, computed in document order."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._styles = {str(style.get(qn("w:styleId"))): style for style in word.styles.element.iter(qn("w:style"))}
        self._numbers: dict[BaseOxmlElement, int] = {}
        self._list: list[tuple[str, Container, Container]] = []
        """The numbering, the open list and its open item, by level."""
        self._count = 0
        self._numbering_format = cache(self._find_numbering_format)

    def title(self) -> str:
        for paragraph in self._word.paragraphs:
            if paragraph.text.strip() and self._style_names(paragraph._p)[:1] == ("title",):
                return paragraph.text
        title = self._word.core_properties.title
        return "" if title in UNTITLED else title

    def containers(self, paragraph: BaseOxmlElement) -> tuple[Container, ...]:
        cells = tuple(self._cells(paragraph))
        level = self._heading_level(paragraph)
        numbering = self._numbering(paragraph) if level is None else None
        if numbering is None:
            self._list.clear()
            own: tuple[Container, ...] = () if level is None else (Container(f"h{level}", self._next_number()),)
        else:
            own = self._items(cells, *numbering)
        return (*cells, *own)[:MAXIMUM_CONTAINERS]

    def _next_number(self) -> int:
        self._count += 1
        return self._count

    def _cells(self, paragraph: BaseOxmlElement) -> Iterator[Container]:
        for element in reversed([*paragraph.iterancestors(*_TABLE_TAGS)]):
            if element not in self._numbers:
                self._numbers[element] = self._next_number()
            tag = _TABLE_TAGS[element.tag]
            if tag != "td":
                yield Container(tag, self._numbers[element])
                continue
            before = sum(1 for _ in element.itersiblings(element.tag, preceding=True))
            span = next(element.iterfind(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), None)
            width = "" if span is None else str(span.get(_VALUE))
            columns = parse_whole_number(width, least=1, most=999) or 1
            yield Container(tag, self._numbers[element], before, (columns, 1))

    def _style_chain(self, paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        name = paragraph.find(f"{_PROPERTIES['pPr']}/{_PROPERTIES['pStyle']}")
        for _ in range(_MOST_STYLES):
            if name is None or (style := self._styles.get(str(name.get(_VALUE)))) is None:
                return
            yield style
            name = style.find(_PROPERTIES["basedOn"])

    def _style_names(self, paragraph: BaseOxmlElement) -> tuple[str, ...]:
        names = (style.find(qn("w:name")) for style in self._style_chain(paragraph))
        return tuple(str(name.get(_VALUE)).lower() for name in names if name is not None)

    def _heading_level(self, paragraph: BaseOxmlElement) -> int | None:
        for name in self._style_names(paragraph):
            if name == "title":
                return 1
            word, _, level = name.partition(" ")
            if word == "heading" and level in (*_LEVELS, "9"):
                return min(int(level), _MOST_LEVELS)
        return None

    def _numbering(self, paragraph: BaseOxmlElement) -> tuple[str, int] | None:
        for element in (paragraph, *self._style_chain(paragraph)):
            numbering = element.find(f"{_PROPERTIES['pPr']}/{_PROPERTIES['numPr']}")
            if numbering is None or (id := numbering.find(qn("w:numId"))) is None:
                continue
            level = numbering.find(qn("w:ilvl"))
            depth = "" if level is None else str(level.get(_VALUE))
            return None if id.get(_VALUE) == "0" else (str(id.get(_VALUE)), int(depth) if depth in _LEVELS else 0)
        return None

    def _items(self, cells: tuple[Container, ...], id: str, level: int) -> tuple[Container, ...]:
        if self._list and self._list[0][0] != f"{id} {cells}":
            self._list.clear()
        del self._list[level + 1 :]
        while len(self._list) <= level:
            tag = self._numbering_format(id, len(self._list))
            list_container, item = Container(tag, self._next_number()), Container("li", self._next_number())
            self._list.append((f"{id} {cells}", list_container, item))
        owner, list_container, _ = self._list[level]
        self._list[level] = (owner, list_container, Container("li", self._next_number()))
        return tuple(container for _, list_container, item in self._list for container in (list_container, item))

    def _find_numbering_format(self, id: str, level: int) -> str:
        try:
            numbering = self._word.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return "ul"
        for number in numbering.iterfind(qn("w:num")):
            if number.get(qn("w:numId")) != id or (reference := number.find(qn("w:abstractNumId"))) is None:
                continue
            for abstract in numbering.iterfind(qn("w:abstractNum")):
                if abstract.get(qn("w:abstractNumId")) == reference.get(_VALUE):
                    return self._format_of(abstract, level)
        return "ul"

    @staticmethod
    def _format_of(abstract: BaseOxmlElement, level: int) -> str:
        for described in abstract.iterfind(qn("w:lvl")):
            if described.get(qn("w:ilvl")) == str(level):
                form = described.find(qn("w:numFmt"))
                return "ul" if form is None or form.get(_VALUE) in {"bullet", "none"} else "ol"
        return "ul"


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
