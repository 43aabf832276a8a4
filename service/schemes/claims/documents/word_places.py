"""DOCX positions: comment anchors of text passages, and new documents from text.

Word supports comments only in the body. Comments on notes are anchored at the note number, on text boxes at the box.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from service.schemes.claims.documents.block_markup import well_formed_containers
from service.schemes.claims.documents.document import TextBlock
from service.schemes.claims.documents.office import characters_of, paragraph_text, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from service.schemes.claims.documents.document import Document

TextContainer = Literal["", "footnote", "endnote", "text_box"]
_RUN, _PARAGRAPH, _BOX = qn("w:r"), qn("w:p"), qn("w:txbxContent")
_ID, _RUN_PROPERTIES = qn("w:id"), qn("w:rPr")
_NOTE_KINDS_AND_REFERENCES: dict[str, tuple[TextContainer, str]] = {
    qn("w:footnote"): ("footnote", qn("w:footnoteReference")),
    qn("w:endnote"): ("endnote", qn("w:endnoteReference")),
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_LIST_STYLES = {"ul": "List Bullet", "ol": "List Number"}
_MOST_LEVELS, _MOST_COLUMNS = 3, 63
"""List levels of the default template, and columns of a Word table."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """First and last run of a comment; `container` is set for words in a note or text box."""

    first: BaseOxmlElement
    last: BaseOxmlElement
    container: TextContainer = ""


@dataclass(frozen=True, slots=True)
class _ParagraphSpan:
    """A paragraph with its text offsets; `lead` counts leading spaces."""

    start: int
    end: int
    lead: int
    paragraph: BaseOxmlElement


class WordPlaces:
    """A Word document with the positions of its text."""

    def __init__(self, word: WordDocument, stretches: tuple[_ParagraphSpan, ...]) -> None:
        self._word, self._spans = word, stretches

    def anchor(self, start: int, end: int) -> Anchor | None:
        """Split the runs at the ends of a text range and return them; None if there are none."""
        at = max(bisect_right(self._spans, start, key=lambda stretch: stretch.start) - 1, 0)
        overlapping = (
            [stretch for stretch in self._spans[at:] if stretch.start < end and start < stretch.end]
            if start < end
            else []
        )
        if not overlapping:
            return None
        first = overlapping[0].paragraph
        if (note := next(first.iterancestors(*_NOTE_KINDS_AND_REFERENCES), None)) is not None:
            return self._at_reference(note)
        if next(first.iterancestors(_BOX), None) is not None:
            run = [*first.iterancestors(_RUN)][-1]
            return Anchor(run, run, "text_box")
        inside = [
            stretch
            for stretch in overlapping
            if next(stretch.paragraph.iterancestors(*_NOTE_KINDS_AND_REFERENCES, _BOX), None) is None
        ]
        runs = [run for stretch in inside if (run := _split_runs(stretch, start, end)) is not None]
        return Anchor(runs[0][0], runs[-1][1]) if runs else None

    def beginning(self) -> Anchor:
        body = self._word.element.body
        for paragraph in body.iter(_PARAGRAPH):
            if next(paragraph.iterancestors(_BOX), None) is None:
                run = next(
                    (candidate for candidate in paragraph.iter(_RUN) if _is_in_paragraph(candidate, paragraph)), None
                )
                if run is None:
                    run = OxmlElement("w:r")
                    paragraph.append(run)
                return Anchor(run, run)
        run = self._word.add_paragraph().add_run()._r
        return Anchor(run, run)

    def comment(self, anchor: Anchor, lines: Iterator[str], author: str) -> None:
        head, *others = map(_replace_control_characters, lines)
        runs = [Run(anchor.first, self._word), Run(anchor.last, self._word)]
        comment = self._word.add_comment(runs, author=author, initials=author[:1])
        comment.paragraphs[0].add_run(head).bold = True
        for line in others:
            comment.add_paragraph(line)

    def content(self) -> bytes:
        written = io.BytesIO()
        self._word.save(written)
        return written.getvalue()

    def _at_reference(self, note: BaseOxmlElement) -> Anchor | None:
        note_name, tag = _NOTE_KINDS_AND_REFERENCES[note.tag]
        for reference in self._word.element.body.iter(tag):
            if reference.get(_ID) == note.get(_ID) and (run := next(reference.iterancestors(_RUN), None)) is not None:
                return Anchor(run, run, note_name)
        return None


def locate_text(content: bytes, document: Document) -> WordPlaces:
    """Locate the text of a Word document in its paragraphs."""
    word = docx.Document(io.BytesIO(content))
    read = ((paragraph, text) for paragraph, _ in paragraphs_of(word) if (text := paragraph_text(paragraph)).strip())
    return WordPlaces(
        word,
        tuple(
            _ParagraphSpan(block.start, block.end, len(text) - len(text.lstrip()), paragraph)
            for (paragraph, text), block in zip(read, document.blocks, strict=True)
        ),
    )


def build_word_document(document: Document) -> WordPlaces:
    """Build a Word document from any text."""
    word, stretches = docx.Document(), list[_ParagraphSpan]()
    word.core_properties.title = _replace_control_characters(document.title)
    blocks = document.blocks or tuple(_lines(document.text))
    for table, parts in groupby(blocks, key=_outermost_table_number):
        words = [(block, _replace_control_characters(document.text[block.start : block.end])) for block in parts]
        paragraphs = [_add_paragraph(word, *each) for each in words] if table is None else _add_table(word, words)
        stretches += (
            _ParagraphSpan(block.start, block.end, 0, paragraph._p)
            for (block, _), paragraph in zip(words, paragraphs, strict=True)
        )
    return WordPlaces(word, tuple(stretches))


def _lines(text: str) -> Iterator[TextBlock]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield TextBlock(start, start + len(line), "")
        start += len(line) + 1


def _outermost_table_number(block: TextBlock) -> int | None:
    chain = well_formed_containers(block)
    tags = [container.tag for container in chain]
    return chain[tags.index("table")].number if "td" in tags or "th" in tags else None


def _add_paragraph(word: WordDocument, block: TextBlock, text: str) -> Paragraph:
    tags = [container.tag for container in well_formed_containers(block)]
    if tags[-1] in _LEVELS:
        heading: Paragraph = word.add_heading(text, _LEVELS[tags[-1]])
        return heading
    lists = [tag for tag in tags if tag in _LIST_STYLES]
    style = _LIST_STYLES[lists[-1]] if lists else None
    depth = f" {min(len(lists), _MOST_LEVELS)}" if len(lists) > 1 else ""
    paragraph: Paragraph = word.add_paragraph(text, None if style is None else style + depth)
    return paragraph


def _add_table(word: WordDocument, words: Sequence[tuple[TextBlock, str]]) -> list[Paragraph]:
    rows: dict[int, int] = {}
    positions = []
    for block, _ in words:
        chain = well_formed_containers(block)
        cell = next(index for index, container in enumerate(chain) if container.tag in {"td", "th"})
        positions.append(
            (rows.setdefault(chain[cell - 1].number, len(rows)), min(chain[cell].ordinal, _MOST_COLUMNS - 1))
        )
    table = word.add_table(len(rows), max(column for _, column in positions) + 1, "Table Grid")
    cells, paragraphs = [row.cells for row in table.rows], list[Paragraph]()
    for (row, column), (_, text) in zip(positions, words, strict=True):
        last = cells[row][column].paragraphs[-1]
        paragraph = cells[row][column].add_paragraph() if last.text else last
        paragraph.add_run(text)
        paragraphs.append(paragraph)
    return paragraphs


def _replace_control_characters(text: str) -> str:
    """Replace characters that XML rejects by spaces; offsets stay the same."""
    return "".join(
        character if character.isprintable() or character == "\t" or ord(character) >= ord(" ") else " "
        for character in text
    ).translate(dict.fromkeys((65534, 65535, *range(55296, 57344)), " "))


def _split_runs(stretch: _ParagraphSpan, start: int, end: int) -> tuple[BaseOxmlElement, BaseOxmlElement] | None:
    first = max(start - stretch.start, 0) + stretch.lead
    stop = min(end, stretch.end) - stretch.start + stretch.lead
    _split_before(stretch.paragraph, stop)
    _split_before(stretch.paragraph, first)
    elements = [element for _, element, _ in characters_of(stretch.paragraph)][first:stop]
    return (_run_of(elements[0], stretch.paragraph), _run_of(elements[-1], stretch.paragraph)) if elements else None


def _split_before(paragraph: BaseOxmlElement, index: int) -> None:
    characters = [*characters_of(paragraph)]
    if not 0 < index < len(characters):
        return
    _, element, offset = characters[index]
    run = element.getparent()
    if run is None or run.tag != _RUN or _run_of(element, paragraph) is not run:
        return
    if offset:
        later = deepcopy(element)
        element.text, later.text = element.text[:offset], element.text[offset:]
        element.set(_SPACE, "preserve")
        later.set(_SPACE, "preserve")
        element.addnext(later)
        element = later
    before = [sibling for sibling in element.itersiblings(preceding=True) if sibling.tag != _RUN_PROPERTIES]
    if not before:
        return
    new_run = OxmlElement("w:r")
    if (properties := run.find(_RUN_PROPERTIES)) is not None:
        new_run.append(deepcopy(properties))
    for moved in [element, *element.itersiblings()]:
        new_run.append(moved)
    run.addnext(new_run)


def _run_of(element: BaseOxmlElement, paragraph: BaseOxmlElement) -> BaseOxmlElement:
    run: BaseOxmlElement = [
        ancestor for ancestor in element.iterancestors(_RUN) if _is_in_paragraph(ancestor, paragraph)
    ][-1]
    return run


def _is_in_paragraph(run: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
    return next(run.iterancestors(_PARAGRAPH)) is paragraph
