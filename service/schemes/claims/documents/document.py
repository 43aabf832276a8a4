"""Document model: text, blocks, omissions, shown facts and presentation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rules.claims import Presentation
from rules.contracts import InputError, Violation, message_factory
from service.schemes.claims.documents.page_facts import PageFact
from service.schemes.claims.documents.table_heads import cell_heads

if TYPE_CHECKING:
    from rules.claims import CellHeads, ScreeningResult

_message = message_factory(__name__)
MAXIMUM_BYTES = 50_000_000
MAXIMUM_CHARACTERS = 2_000_000
SEPARATOR = "\n\n"
_LONGEST_TITLE = 200
PICTURED = "page without text"
"""Omission of a PDF page without readable text."""


class Container(NamedTuple):
    """An element that structures blocks; `number` is its number in the file.

    `ordinal` counts cells of a row from 0, `spans` are columns and rows, and `first` is the first number of a list.
    """

    tag: str
    number: int
    ordinal: int = 0
    spans: tuple[int, int] = (1, 1)
    first: int = 1


MAXIMUM_CONTAINERS = 24
"""Maximum per block; the outermost are retained."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading, item or cell, with a location such as "page 3".

    PDF and plain text have no `containers`; others begin with the outermost.
    """

    start: int
    end: int
    place: str
    containers: tuple[Container, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Text of a file with its blocks, counted omissions, shown facts and presentation."""

    kind: str
    text: str
    blocks: tuple[TextBlock, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    shown: tuple[PageFact, ...] = ()
    presentation: Presentation = field(default_factory=Presentation)
    title: str = ""

    def place(self, start: int) -> str:
        index = bisect_right(self.blocks, start, key=lambda block: block.start) - 1
        return self.blocks[index].place if index >= 0 and start < self.blocks[index].end else ""

    @property
    def cell_heads(self) -> tuple[CellHeads, ...]:
        return cell_heads(self.text, self.blocks)

    def unread(self, screened: ScreeningResult) -> int:
        stretches = sum(segment.not_screened is not None for segment in screened.segments)
        return stretches + self.left_out.get(PICTURED, 0) or int(not self.text.strip())


class ReadingError(InputError):
    """Failure to read a file as text."""

    def __init__(self, description: str, reason: str) -> None:
        super().__init__((Violation("file", description, reason),))


def assemble(kind: str, parts: Iterable[tuple[str, str, tuple[Container, ...]]]) -> Document:
    """Join the non-blank texts of blocks into a document."""
    texts: list[str] = []
    blocks: list[TextBlock] = []
    length = 0
    for text, location, containers in parts:
        stripped = text.strip()
        if not stripped:
            continue
        start = length + (len(SEPARATOR) if texts else 0)
        length = start + len(stripped)
        check_length(length)
        texts.append(stripped)
        blocks.append(TextBlock(start, length, location, containers))
    return Document(kind, SEPARATOR.join(texts), tuple(blocks))


def one_line_title(title: str | None) -> str:
    """Return the title on one line, cut to the maximum; empty if absent."""
    return " ".join((title or "").split())[:_LONGEST_TITLE]


def check_length(length: int) -> None:
    """Raise ReadingError if a text is too long."""
    if length > MAXIMUM_CHARACTERS:
        raise ReadingError(_message("TEXT_TOO_LONG", most=f"{MAXIMUM_CHARACTERS:,}"), "TOO_LONG")
