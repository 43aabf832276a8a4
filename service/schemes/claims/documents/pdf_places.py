"""PDF positions: boxes of text passages, and highlight notes.

pypdf reads the text; PDFium locates characters. The comparison ignores spaces, hyphens and ligatures, which they write
differently.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.constants import UserAccessPermissions
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from rules.contracts import message_factory
from service.schemes.claims.documents.document import Document, ReadingError

if TYPE_CHECKING:
    from pypdf.annotations import MarkupAnnotation

    from service.schemes.claims.documents.pdf_pages import ReportPages

_message = message_factory(__name__)
_CONTEXT_CHARACTERS = 40
_COLUMN_GAP = 2
"""A gap of this many line heights separates columns."""
_HYPHENS = frozenset("-\u2010\u2011")
_SKIPPED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"})
_ICON, _NOTE_MARGIN = 18, 6


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class _ComparedPage:
    """Normalized characters: document text with offsets, PDFium text with indices."""

    text: str
    offsets: list[int]
    drawn: str
    numbers: list[int]


@dataclass(slots=True)
class PdfPlaces:
    """A PDF with the positions of its text."""

    content: bytes
    document: Document
    _pdf_document: pypdfium2.PdfDocument = field(init=False)
    _pages: dict[int, _ComparedPage] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._pdf_document = pypdfium2.PdfDocument(self.content)

    def close(self) -> None:
        self._pdf_document.close()

    def boxes(self, start: int, end: int) -> dict[int, list[Box]]:
        by_page = {}
        for number in self._pages_of(start, end):
            page = self._page(number)
            indices = [index for index, offset in enumerate(page.offsets) if start <= offset < end]
            if not indices:
                continue
            numbers = _find_drawn_characters(page, indices[0], indices[-1] + 1) or self._by_lines(page, indices)
            if not numbers or not (boxes := self._boxes(number, numbers)):
                return {}
            by_page[number] = boxes
        return by_page

    def _by_lines(self, page: _ComparedPage, indices: list[int]) -> list[int]:
        ends = [
            index
            for index, after in pairwise(indices)
            if "\n" in self.document.text[page.offsets[index] : page.offsets[after]]
        ]
        firsts = [indices[0], *(index + 1 for index in ends)]
        lines = [
            _find_drawn_characters(page, first, last + 1)
            for first, last in zip(firsts, [*ends, indices[-1]], strict=True)
        ]
        return [number for line in lines for number in line] if all(lines) else []

    def _pages_of(self, start: int, end: int) -> list[int]:
        locations = dict.fromkeys(
            block.place for block in self.document.blocks if block.start < end and start < block.end
        )
        return [int(location.removeprefix("page ")) - 1 for location in locations]

    def _page(self, number: int) -> _ComparedPage:
        if number not in self._pages:
            location, text = f"page {number + 1}", self.document.text
            written = (
                (offset, text[offset])
                for block in self.document.blocks
                if block.place == location
                for offset in range(block.start, block.end)
            )
            text_page = self._pdf_document[number].get_textpage()
            drawn = ((at, chr(pdfium.FPDFText_GetUnicode(text_page, at))) for at in range(text_page.count_chars()))
            self._pages[number] = _ComparedPage(*_normalized(written), *_normalized(drawn))
        return self._pages[number]

    def _boxes(self, number: int, characters: list[int]) -> list[Box]:
        text_page = self._pdf_document[number].get_textpage()
        boxes: list[Box] = []
        for at in characters:
            box = Box(*text_page.get_charbox(at, loose=True))
            if box.right <= box.left or box.top <= box.bottom:
                continue
            if boxes and _on_same_line(boxes[-1], box):
                boxes[-1] = boxes[-1].joined(box)
            else:
                boxes.append(box)
        return boxes


def _normalized(characters: Iterator[tuple[int, str]]) -> tuple[str, list[int]]:
    letters, numbers = [], []
    for number, character in characters:
        for letter in unicodedata.normalize("NFKD", character):
            if letter not in _HYPHENS and unicodedata.category(letter) not in _SKIPPED:
                letters.append(letter)
                numbers.append(number)
    return "".join(letters), numbers


def _find_drawn_characters(page: _ComparedPage, first: int, last: int) -> list[int]:
    """Return the PDFium indices of words by the most similar context; empty if another occurrence fits better."""
    words = page.text[first:last]
    same = re.compile(f"(?={re.escape(words)})")
    written = [match.start() for match in same.finditer(page.text)]
    drawn = [match.start() for match in same.finditer(page.drawn)]
    if not words or not drawn:
        return []

    def likeness(index: int, at: int) -> tuple[int, int]:
        before = _common_prefix_length(_backwards(page.text, index), _backwards(page.drawn, at))
        behind = _common_prefix_length(_onwards(page.text, index + len(words)), _onwards(page.drawn, at + len(words)))
        return before + behind, -abs(written.index(index) - drawn.index(at))

    best = max(drawn, key=lambda at: likeness(first, at))
    if any(likeness(index, best) > likeness(first, best) for index in written):
        return []
    return list(dict.fromkeys(page.numbers[best : best + len(words)]))


def _backwards(text: str, index: int) -> str:
    return text[max(index - _CONTEXT_CHARACTERS, 0) : index][::-1]


def _onwards(text: str, index: int) -> str:
    return text[index : index + _CONTEXT_CHARACTERS]


def _common_prefix_length(text: str, other: str) -> int:
    pairs = zip(text, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _on_same_line(line: Box, other: Box) -> bool:
    height = min(line.top - line.bottom, other.top - other.bottom)
    overlap = min(line.top, other.top) - max(line.bottom, other.bottom)
    apart = max(other.left - line.right, line.left - other.right)
    return 2 * overlap >= height and apart <= _COLUMN_GAP * height


class PdfNotes:
    """Notes for a PDF, appended to its original bytes where possible.

    Page numbers start at 0.
    """

    def __init__(self, content: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(content))
        self._content, self._is_unencrypted = content, not self._reader.is_encrypted
        if self._reader.is_encrypted:
            self._reader.decrypt("")
        allowed = self._reader.user_access_permissions
        if allowed is not None and not allowed & UserAccessPermissions.ADD_OR_MODIFY:
            raise ReadingError(_message("NO_NOTES_ALLOWED"), "ENCRYPTED")
        self._notes: list[tuple[int, MarkupAnnotation]] = []

    def highlight(self, number: int, boxes: list[Box], colour: str, lines: list[str], author: str) -> None:
        outline = boxes[0]
        for box in boxes[1:]:
            outline = outline.joined(box)
        corners = [
            FloatObject(round(value, 2))
            for box in boxes
            for value in (box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom)
        ]
        mark = Highlight(rect=outline, quad_points=ArrayObject(corners), highlight_color=colour, printing=True)
        self._add(number, mark, lines, author)

    def note(self, number: int, lines: list[str], author: str) -> None:
        box = self._reader.pages[number].cropbox
        x, y = float(box.left) + _NOTE_MARGIN, float(box.top) - _NOTE_MARGIN
        self._add(number, Text(rect=(x, y - _ICON, x + _ICON, y), text=""), lines, author)

    def _add(self, number: int, mark: MarkupAnnotation, lines: list[str], author: str) -> None:
        mark[NameObject("/Contents")] = TextStringObject("\n".join(lines))
        mark[NameObject("/T")] = TextStringObject(author)
        self._notes.append((number, mark))

    def written(self, report: ReportPages | None = None) -> bytes:
        if self._is_unencrypted:
            added = self._with_notes(PdfWriter(io.BytesIO(self._content), incremental=True), report)
            if _pdfium_finds_notes(added, self._notes):
                return added
        return self._with_notes(PdfWriter(clone_from=self._reader), report)

    def _with_notes(self, writer: PdfWriter, report: ReportPages | None) -> bytes:
        for number, mark in self._notes:
            writer.add_annotation(number, mark)
        if report is not None:
            report.add_to(writer)
        written = io.BytesIO()
        writer.write(written)
        return written.getvalue()


def _pdfium_finds_notes(content: bytes, notes: list[tuple[int, MarkupAnnotation]]) -> bool:
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return False
    try:
        return all(pdfium.FPDFPage_GetAnnotCount(opened[number]) > 0 for number, _ in notes)
    finally:
        opened.close()
