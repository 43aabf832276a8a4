"""PDF positions: boxes of text passages on a page, and highlight notes added to the file.

The text is read by pypdf, which knows no places; PDFium knows the place of every character. Both write spaces,
hyphens and ligatures in ways of their own, so that words are compared without them.
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

_say = message_factory(__name__)
_CONTEXT = 40
"""So many characters before and behind tell which of several equal words are meant."""
_GAP = 2
"""A gap of so many times the height of a line ends a stretch of it: what follows stands in another column."""
_HYPHENS = frozenset("-\u2010\u2011")
_SKIPPED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"})
_ICON, _EDGE = 18, 6


class Box(NamedTuple):
    """A part of a page: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: Box) -> Box:
        """Give the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class _ComparedPage:
    """The words of a page, compared: as the document has them with their offsets, and as PDFium has them by number."""

    text: str
    offsets: list[int]
    drawn: str
    numbers: list[int]


@dataclass(slots=True)
class PdfPlaces:
    """A PDF, and where each part of its text stands."""

    content: bytes
    document: Document
    _pdf_document: pypdfium2.PdfDocument = field(init=False)
    _pages: dict[int, _ComparedPage] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Open it with what knows the places."""
        self._pdf_document = pypdfium2.PdfDocument(self.content)

    def close(self) -> None:
        """Free it."""
        self._pdf_document.close()

    def boxes(self, start: int, end: int) -> dict[int, list[Box]]:
        """Give, page by page, the boxes that words of the text fill; nothing if one of the pages has no such words."""
        by_page = {}
        for number in self._pages_of(start, end):
            page = self._page(number)
            held = [place for place, offset in enumerate(page.offsets) if start <= offset < end]
            if not held:
                continue
            numbers = _find_drawn_characters(page, held[0], held[-1] + 1) or self._by_lines(page, held)
            if not numbers or not (boxes := self._boxes(number, numbers)):
                return {}
            by_page[number] = boxes
        return by_page

    def _by_lines(self, page: _ComparedPage, held: list[int]) -> list[int]:
        """Find the lines of words one by one, for what stands between them elsewhere; nothing if one is missing."""
        ends = [
            place
            for place, after in pairwise(held)
            if "\n" in self.document.text[page.offsets[place] : page.offsets[after]]
        ]
        firsts = [held[0], *(place + 1 for place in ends)]
        lines = [
            _find_drawn_characters(page, first, last + 1) for first, last in zip(firsts, [*ends, held[-1]], strict=True)
        ]
        return [number for line in lines for number in line] if all(lines) else []

    def _pages_of(self, start: int, end: int) -> list[int]:
        places = dict.fromkeys(block.place for block in self.document.blocks if block.start < end and start < block.end)
        return [int(place.removeprefix("page ")) - 1 for place in places]

    def _page(self, number: int) -> _ComparedPage:
        if number not in self._pages:
            place, text = f"page {number + 1}", self.document.text
            written = (
                (offset, text[offset])
                for block in self.document.blocks
                if block.place == place
                for offset in range(block.start, block.end)
            )
            opened = self._pdf_document[number].get_textpage()
            drawn = ((at, chr(pdfium.FPDFText_GetUnicode(opened, at))) for at in range(opened.count_chars()))
            self._pages[number] = _ComparedPage(*_compared(written), *_compared(drawn))
        return self._pages[number]

    def _boxes(self, number: int, characters: list[int]) -> list[Box]:
        """Give a box for each line, or part of a line, that characters fill."""
        opened = self._pdf_document[number].get_textpage()
        boxes: list[Box] = []
        for at in characters:
            box = Box(*opened.get_charbox(at, loose=True))
            if box.right <= box.left or box.top <= box.bottom:
                continue
            if boxes and _on_one_line(boxes[-1], box):
                boxes[-1] = boxes[-1].joined(box)
            else:
                boxes.append(box)
        return boxes


def _compared(characters: Iterator[tuple[int, str]]) -> tuple[str, list[int]]:
    """Write characters as they are compared, each with its number; a ligature becomes several."""
    kept, numbers = [], []
    for number, character in characters:
        for letter in unicodedata.normalize("NFKD", character):
            if letter not in _HYPHENS and unicodedata.category(letter) not in _SKIPPED:
                kept.append(letter)
                numbers.append(number)
    return "".join(kept), numbers


def _find_drawn_characters(page: _ComparedPage, first: int, last: int) -> list[int]:
    """Find words on a page by what stands around them, and give the numbers of their characters.

    Where the same words stand more than once, a place that another of them is more like is not taken.
    """
    words = page.text[first:last]
    same = re.compile(f"(?={re.escape(words)})")
    written = [match.start() for match in same.finditer(page.text)]
    drawn = [match.start() for match in same.finditer(page.drawn)]
    if not words or not drawn:
        return []

    def likeness(place: int, at: int) -> tuple[int, int]:
        before = _alike(_backwards(page.text, place), _backwards(page.drawn, at))
        behind = _alike(_onwards(page.text, place + len(words)), _onwards(page.drawn, at + len(words)))
        return before + behind, -abs(written.index(place) - drawn.index(at))

    best = max(drawn, key=lambda at: likeness(first, at))
    if any(likeness(place, best) > likeness(first, best) for place in written):
        return []
    return list(dict.fromkeys(page.numbers[best : best + len(words)]))


def _backwards(text: str, place: int) -> str:
    return text[max(place - _CONTEXT, 0) : place][::-1]


def _onwards(text: str, place: int) -> str:
    return text[place : place + _CONTEXT]


def _alike(text: str, other: str) -> int:
    """Count the characters with which both begin alike."""
    pairs = zip(text, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _on_one_line(line: Box, other: Box) -> bool:
    height = min(line.top - line.bottom, other.top - other.bottom)
    overlap = min(line.top, other.top) - max(line.bottom, other.bottom)
    apart = max(other.left - line.right, line.left - other.right)
    return 2 * overlap >= height and apart <= _GAP * height


class PdfNotes:
    """Adds notes to a PDF, whose own bytes stay as they are wherever it is not encrypted."""

    def __init__(self, content: bytes) -> None:
        """Open it for writing."""
        self._reader = PdfReader(io.BytesIO(content))
        self._content, self._is_whole = content, not self._reader.is_encrypted
        if self._reader.is_encrypted:
            self._reader.decrypt("")
        allowed = self._reader.user_access_permissions
        if allowed is not None and not allowed & UserAccessPermissions.ADD_OR_MODIFY:
            raise ReadingError(_say("NO_NOTES_ALLOWED"), "ENCRYPTED")
        self._notes: list[tuple[int, MarkupAnnotation]] = []

    def highlight(self, number: int, boxes: list[Box], colour: str, lines: list[str], author: str) -> None:
        """Mark words on a page, counted from nought, with a note."""
        around = boxes[0]
        for box in boxes[1:]:
            around = around.joined(box)
        corners = [
            FloatObject(round(value, 2))
            for line_box in boxes
            for value in (
                line_box.left,
                line_box.top,
                line_box.right,
                line_box.top,
                line_box.left,
                line_box.bottom,
                line_box.right,
                line_box.bottom,
            )
        ]
        mark = Highlight(rect=around, quad_points=ArrayObject(corners), highlight_color=colour, printing=True)
        self._add(number, mark, lines, author)

    def note(self, number: int, lines: list[str], author: str) -> None:
        """Put a note in the upper left corner of a page, counted from nought."""
        box = self._reader.pages[number].cropbox
        x, y = float(box.left) + _EDGE, float(box.top) - _EDGE
        self._add(number, Text(rect=(x, y - _ICON, x + _ICON, y), text=""), lines, author)

    def _add(self, number: int, mark: MarkupAnnotation, lines: list[str], author: str) -> None:
        mark[NameObject("/Contents")] = TextStringObject("\n".join(lines))
        mark[NameObject("/T")] = TextStringObject(author)
        self._notes.append((number, mark))

    def written(self, report: ReportPages | None = None) -> bytes:
        """Write the PDF with its notes, and pages of a report at its end.

        They are added behind its bytes, or it is written again where that gives none that can be read.
        """
        if self._is_whole:
            added = self._with_notes(PdfWriter(io.BytesIO(self._content), incremental=True), report)
            if _shows(added, self._notes):
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


def _shows(content: bytes, notes: list[tuple[int, MarkupAnnotation]]) -> bool:
    """Say whether another reader finds notes on every page that has some."""
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return False
    try:
        return all(pdfium.FPDFPage_GetAnnotCount(opened[number]) > 0 for number, _ in notes)
    finally:
        opened.close()
