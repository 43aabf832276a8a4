"""Claim reports: an HTML page with table and notes, a Word document with comments, and a PDF.

A checked PDF is highlighted; of other texts, the PDF has the table and the notes. Colour, line and sign show the
verdict, for accessibility. For Word, other file types are converted to a document of their text.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rules.claims import ClaimStatus
from rules.contracts import package_file
from service.schemes.claims.answer_frame import CheckedText, cut_line
from service.schemes.claims.claim_notes import SIGNS, ClaimNote, NoteRenderer
from service.schemes.claims.claim_table import ClaimTable
from service.schemes.claims.documents.block_markup import MarkupPart, block_markup
from service.schemes.claims.documents.document import TextBlock

if TYPE_CHECKING:
    from service.schemes.claims.claim_table import ClaimRow
    from service.schemes.claims.documents.pdf_pages import ReportLine, ReportRow
    from service.schemes.claims.documents.word_places import Anchor

ReportFormat = Literal["html", "docx", "pdf"]
_LIBRARIES: dict[ReportFormat, tuple[str, ...]] = {"html": (), "docx": ("docx",), "pdf": ("pypdf", "pypdfium2")}
_AUTHOR = "Touchstone"
_COLUMNS = ("number", "verdict", "claim", "market", "rule", "why")
_COLUMN_SHARES = (4, 17, 25, 13, 15, 26)
_TEXT_HEADING_LEVEL = 2
_MAX_FOOTER_LENGTH = 80
_COLOURS = {
    ClaimStatus.PROHIBITED_AS_IT_STANDS: "f8a5a5",
    ClaimStatus.MISLEADING_AS_IT_STANDS: "fbc08a",
    ClaimStatus.FORBIDDEN_UNLESS_SHOWN: "fbe56a",
    ClaimStatus.TO_BE_DOCUMENTED: "a9c7fb",
    ClaimStatus.FINE: "a8e0b3",
    "none": "d4d4d4",
}


def can_mark(form: ReportFormat) -> bool:
    """Return whether the optional libraries of a report format are installed."""
    return all(find_spec(library) is not None for library in _LIBRARIES[form])


def marked_report(form: ReportFormat, checked: CheckedText, *, full: bool = False) -> bytes:
    """Render a checked text with its claims marked, or as a PDF with their table if the text is not that of a PDF."""
    renderer = _TablePdfRenderer if form == "pdf" and checked.document.kind != "pdf" else _RENDERERS[form]
    return renderer(checked, full=full).document()


class _DocxRenderer(NoteRenderer):
    def document(self) -> bytes:
        from service.schemes.claims.documents.word_places import (  # noqa: PLC0415 -- optional library
            build_word_document,
            locate_text,
        )

        read = self._document
        is_word = read.kind == "docx"
        word = locate_text(self._content, read) if is_word else build_word_document(read)
        unplaced = []
        for note in self.notes():
            if (anchor := word.anchor(note.start, note.end)) is None:
                unplaced.append(note)
            else:
                word.comment(anchor, self._lines(note, anchor), _AUTHOR)
        remarks = () if is_word else (self._marks["made_of_text"],)
        word.comment(word.beginning(), self.summary(remarks, tuple(unplaced)), _AUTHOR)
        return word.content()

    def _lines(self, note: ClaimNote, anchor: Anchor) -> Iterator[str]:
        head, *others = self.lines_of(note)
        yield head
        if anchor.container:
            yield self._marks["beside"][anchor.container].format(quote=note.quote)
        yield from others


class _PdfRenderer(NoteRenderer):
    def document(self) -> bytes:
        from service.schemes.claims.documents.pdf_pages import ReportPages  # noqa: PLC0415 -- optional library
        from service.schemes.claims.documents.pdf_places import PdfNotes, PdfPlaces  # noqa: PLC0415 -- optional library

        pdf, unplaced = PdfNotes(self._content), []
        with closing(PdfPlaces(self._content, self._document)) as locator:
            for note in self.notes():
                lines = [*self.lines_of(note)]
                boxes = locator.boxes(note.start, note.end)
                for number, filled in boxes.items():
                    pdf.highlight(number, filled, _COLOURS[note.kind], lines, _AUTHOR)
                if not boxes:
                    unplaced.append(note)
        pdf.note(0, [*self.summary((), tuple(unplaced))], _AUTHOR)
        return pdf.written(ReportPages(tuple(self._report_lines()), cut_line(self._title(), _MAX_FOOTER_LENGTH)))

    def _report_lines(self) -> Iterator[ReportLine]:
        from service.schemes.claims.documents.pdf_pages import ReportLine  # noqa: PLC0415 -- optional library

        yield ReportLine(self._title(), is_heading=True)
        for text, is_heading in self.report():
            yield ReportLine(text.strip(), _indent(text), is_heading)


class _TablePdfRenderer(NoteRenderer):
    """PDF of the table of claims, with the details of each."""

    def document(self) -> bytes:
        from service.schemes.claims.documents.pdf_pages import ReportPages  # noqa: PLC0415 -- optional library

        title = cut_line(self._title(), _MAX_FOOTER_LENGTH)
        return ReportPages(tuple(self._lines()), title, is_landscape=True).document(self._title(), self._language)

    def _lines(self) -> Iterator[ReportLine | ReportRow]:
        from service.schemes.claims.documents.pdf_pages import ReportLine  # noqa: PLC0415 -- optional library

        table = ClaimTable(self._checked)
        rows, texts = table.rows(), table.texts
        doubtful = [row for row in rows if row.is_doubtful]
        yield ReportLine(self._title(), is_heading=True)
        yield from map(ReportLine, self._opening(()))
        if any(claim.answers for claim in self._claims):
            yield ReportLine(self._sum())
        yield from _table_rows([row for row in rows if not row.is_doubtful], texts)
        if doubtful:
            yield ReportLine(texts["doubtful"].format(count=len(doubtful)), is_heading=True)
            yield from _table_rows(doubtful, texts)
        if self._claims:
            yield ReportLine(texts["details"], is_heading=True)
        for text, is_heading in self.report_body():
            yield ReportLine(text.strip(), _indent(text), is_heading)


def _table_rows(rows: Sequence[ClaimRow], texts: dict[str, Any]) -> Iterator[ReportRow]:
    """Yield the head and the row of each claim, coloured unless it is doubtful."""
    from service.schemes.claims.documents.pdf_pages import ReportRow  # noqa: PLC0415 -- optional library

    if rows:
        yield ReportRow(tuple(texts[name] for name in _COLUMNS), _COLUMN_SHARES, is_head=True)
    for row in rows:
        verdict, comma = row.worst, texts["comma"]
        others = texts["otherwise"].format(markets=comma.join(row.other_markets)) if row.other_markets else ""
        cells = (
            str(row.number),
            f"{verdict.sign} {verdict.words}",
            f"“{row.quote}”",
            " ".join(filter(None, (comma.join(verdict.markets) or "–", others and f"({others})"))),
            next((f"{rule.id} ({rule.certainty_words})" for rule in verdict.rules), "–"),
            verdict.why,
        )
        yield ReportRow(cells, _COLUMN_SHARES, "" if row.is_doubtful else _COLOURS.get(verdict.kind, _COLOURS["none"]))


def _indent(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // 2


@dataclass(frozen=True, slots=True)
class _TextSegment:
    text: str
    note: ClaimNote | None = None
    begins: bool = False
    ends: bool = False


class _MarkedSpan(NamedTuple):
    start: int
    end: int
    note: ClaimNote


class IndentedLine(NamedTuple):
    """A line of the full report with its indent level."""

    depth: int
    text: str


class _PageRenderer(NoteRenderer):
    def document(self) -> bytes:
        import jinja2  # noqa: PLC0415 -- slow to load

        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(package_file(__package__, "reports")),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        notes, document, standings = self.notes(), self._document, self._check_words["standings"]
        blocks = document.blocks or (TextBlock(0, len(document.text), ""),)
        spans = _marked_spans(notes)
        segments = {block: [*_segments(document.text, block, spans)] for block in blocks}
        silent = [] if self._claims else [self._none_found(), *self._unflagged()]
        script = package_file(__package__, "reports/claim_table.js").read_text(encoding="utf-8")
        table = ClaimTable(self._checked)
        rows = table.rows()
        page = environment.get_template("marked_page.html.jinja").render(
            language="zh-Hans" if self._language == "zh" else self._language,
            texts=self._marks,
            colon=self._colon,
            semicolon=self._semicolon,
            title=document.title or self._title(),
            subtitle=self._title() if document.title else "",
            head=[*self._head()],
            silent=silent,
            unread=[line for line in (*self._not_screened(), *self._sum_unread()) if line],
            findings=[*self._findings()],
            notes={note.number: (note, _split_indents(note.rules)) for note in notes},
            rows=rows,
            choices=table.filters(rows),
            table_texts=table.texts,
            script=script,
            script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            sums=[self._sum()] if any(claim.answers for claim in self._claims) else [],
            text_language=self._checked.text_language,
            is_plain=not document.blocks,
            markup=block_markup(blocks, _TEXT_HEADING_LEVEL) if document.blocks else (MarkupPart(block=blocks[0]),),
            segments=segments,
            placed=_placed_numbers(segments.values()),
            directed=("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "pre"),
            legend=[(status.value, SIGNS[status], standings[status.value]) for status in ClaimStatus],
            closing=_split_indents([*self._assessed(), *self._where_stored()]),
            basis=[*self.basis_rows()],
        )
        return page.encode("utf-8")


def _placed_numbers(segments: Iterable[Iterable[_TextSegment]]) -> set[int]:
    return {piece.note.number for pieces in segments for piece in pieces if piece.note and piece.begins}


def _marked_spans(notes: Iterable[ClaimNote]) -> tuple[_MarkedSpan, ...]:
    spans: list[_MarkedSpan] = []
    done = 0
    for note in sorted(notes, key=lambda claim_note: (claim_note.start, claim_note.end)):
        start = max(note.start, done)
        done = max(note.end, start)
        spans.append(_MarkedSpan(start, done, note))
    return tuple(spans)


def _segments(text: str, block: TextBlock, spans: Sequence[_MarkedSpan]) -> Iterator[_TextSegment]:
    done = block.start
    first = bisect_left(spans, block.start, key=lambda span: span.end)
    for span in takewhile(lambda span: span.start <= block.end, spans[first:]):
        if not _overlaps(span, block):
            continue
        start, end = max(span.start, block.start), min(span.end, block.end)
        yield _TextSegment(text[done:start])
        yield _TextSegment(text[start:end], span.note, start == span.start, end == span.end)
        done = end
    yield _TextSegment(text[done : block.end])


def _overlaps(span: _MarkedSpan, block: TextBlock) -> bool:
    if span.start == span.end:
        return block.start <= span.start <= block.end
    return max(span.start, block.start) < min(span.end, block.end)


def _split_indents(lines: Iterable[str]) -> list[IndentedLine]:
    return [IndentedLine(_indent(line), line.strip()) for line in lines if line.strip()]


_RENDERERS: dict[ReportFormat, type[_PageRenderer | _DocxRenderer | _PdfRenderer]] = {
    "html": _PageRenderer,
    "docx": _DocxRenderer,
    "pdf": _PdfRenderer,
}
