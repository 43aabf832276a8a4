"""Document model: text, blocks with their places, omissions, shown facts and presentation."""

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

_say = message_factory(__name__)
MAXIMUM_BYTES = 50_000_000
MAXIMUM_CHARACTERS = 2_000_000
SEPARATOR = "\n\n"
_LONGEST_TITLE = 200
PICTURED = "page without text"
"""What is left out of a PDF: a page of which nothing can be read, perhaps a picture of one."""


class Container(NamedTuple):
    """An element that gives blocks their form: its tag as in HTML, and its number in the file.

    `ordinal` counts the cells of a row from nought; `spans` are the columns and rows of a cell; `first` is the number
    that a list begins with.
    """

    tag: str
    number: int
    ordinal: int = 0
    spans: tuple[int, int] = (1, 1)
    first: int = 1


MAXIMUM_CONTAINERS = 24
"""So many containers of a block are kept, the outermost."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading, item or cell, what it is part of, such as `page 3`, and its containers from the outermost.

    Containers are known of pages and of documents of Word.
    """

    start: int
    end: int
    place: str
    containers: tuple[Container, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, its blocks in order, what was left out and how often, the facts that it shows, and how.

    `title` is what the file calls itself, if it does.
    """

    kind: str
    text: str
    blocks: tuple[TextBlock, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    shown: tuple[PageFact, ...] = ()
    presentation: Presentation = field(default_factory=Presentation)
    title: str = ""

    def place(self, start: int) -> str:
        """Give what the block at an offset is part of; the empty text if that is not known."""
        index = bisect_right(self.blocks, start, key=lambda block: block.start) - 1
        return self.blocks[index].place if index >= 0 and start < self.blocks[index].end else ""

    @property
    def cell_heads(self) -> tuple[CellHeads, ...]:
        """What the heads of the cells of its tables say."""
        return cell_heads(self.text, self.blocks)

    def unread(self, screened: ScreeningResult) -> int:
        """Count the stretches that were not screened and the pages without text; one if there is no text at all.

        A text in which no word stands, such as a number alone, is wholly read.
        """
        stretches = sum(segment.not_screened is not None for segment in screened.segments)
        return stretches + self.left_out.get(PICTURED, 0) or int(not self.text.strip())


class ReadingError(InputError):
    """A file cannot be read as text; the message says what it is and what can be read."""

    def __init__(self, description: str, reason: str) -> None:
        """Say what was found and what to do."""
        super().__init__((Violation("file", description, reason),))


def assemble(kind: str, parts: Iterable[tuple[str, str, tuple[Container, ...]]]) -> Document:
    """Join the texts of blocks, each with what it is part of and its containers, into a document."""
    texts: list[str] = []
    blocks: list[TextBlock] = []
    length = 0
    for text, place, containers in parts:
        kept = text.strip()
        if not kept:
            continue
        start = length + (len(SEPARATOR) if texts else 0)
        length = start + len(kept)
        check_length(length)
        texts.append(kept)
        blocks.append(TextBlock(start, length, place, containers))
    return Document(kind, SEPARATOR.join(texts), tuple(blocks))


def one_line_title(title: str | None) -> str:
    """Write what a file calls itself on one line, at most so long as a heading may be; empty if it has no title."""
    return " ".join((title or "").split())[:_LONGEST_TITLE]


def check_length(length: int) -> None:
    """Refuse a text that is too long."""
    if length > MAXIMUM_CHARACTERS:
        raise ReadingError(_say("TEXT_TOO_LONG", most=f"{MAXIMUM_CHARACTERS:,}"), "TOO_LONG")
