"""Claim report as an HTML page: marked text with a note for each claim.

Colour, line and sign show the status, for accessibility.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import takewhile
from typing import NamedTuple

import jinja2

from rules.claims import ClaimStatus
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.claim_notes import SIGNS, ClaimNote, NoteRenderer
from service.schemes.claims.documents.block_markup import MarkupPart, block_markup
from service.schemes.claims.documents.document import TextBlock

_TEXT_HEADING_LEVEL = 2


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


def marked_page(checked: CheckedText, *, full: bool = False) -> str:
    """Render the HTML page."""
    return _PageRenderer(checked, full=full).page()


class _PageRenderer(NoteRenderer):
    def page(self) -> str:
        package, notes, document = resources.files(__package__), self.notes(), self._document
        names, title = self._check_words["standings"], self._marks["title"].format(source=self._source)
        blocks = document.blocks or (TextBlock(0, len(document.text), ""),)
        spans = _marked_spans(notes)
        segments = {block: [*_segments(document.text, block, spans)] for block in blocks}
        silent = [] if self._claims else [self._none_found(), *self._unflagged()]
        return _template(package.joinpath("marked_page.html.jinja").read_text(encoding="utf-8")).render(
            language="zh-Hans" if self._language == "zh" else self._language,
            texts=self._marks,
            colon=self._colon,
            semicolon=self._semicolon,
            title=document.title or title,
            subtitle=title if document.title else "",
            head=[*self._head()],
            silent=silent,
            unread=[line for line in (*self._not_screened(), *self._sum_unread()) if line],
            findings=self.text_findings(),
            notes=[(note, _split_indents(note.rules)) for note in notes],
            text_language=self._checked.text_language,
            is_plain=not document.blocks,
            markup=block_markup(blocks, _TEXT_HEADING_LEVEL) if document.blocks else (MarkupPart(block=blocks[0]),),
            segments=segments,
            placed=_placed_numbers(segments.values()),
            directed=("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "pre"),
            legend=[(status.value, SIGNS[status], names[status.value]) for status in ClaimStatus],
            closing=_split_indents(self.closing_lines()),
            basis=[*self.basis_rows()],
        )


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
    return [IndentedLine((len(line) - len(line.lstrip(" "))) // 2, line.strip()) for line in lines if line.strip()]


def _template(source: str) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    return environment.from_string(source)
