"""Markup of blocks: tags that give the blocks of a document their form again, well-formed whatever the source was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from service.schemes.claims.documents.document import Container

if TYPE_CHECKING:
    from service.schemes.claims.documents.document import TextBlock

_LISTS = ("ul", "ol")
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_PARENTS = {"li": _LISTS, "tr": ("table",), "td": ("tr",), "th": ("tr",), "caption": ("table",)}
"""Elements that stand in these only."""
_CHILDREN = {**dict.fromkeys(_LISTS, ("li",)), "table": ("tr", "caption"), "tr": ("td", "th")}
"""Elements that hold these only."""
_ONLY_WORDS = ("p", *_HEADINGS)
"""Elements that hold no others."""
_CELLS = ("td", "th")
_ADDED = 1_000_000_000
"""Elements that are added have their numbers from here on."""
_MANY_CELLS = 4
"""A row of more cells is no longer read beside one another on a phone."""


@dataclass(frozen=True, slots=True)
class MarkupPart:
    """A tag that opens or closes an element, or the block whose words stand there.

    `level` is that of a heading where its tag skips one; a table is `wide` if it has many cells in a row.
    """

    opens: str = ""
    closes: str = ""
    block: TextBlock | None = None
    spans: tuple[int, int] = (1, 1)
    first: int = 1
    level: int = 0
    wide: bool = False


def block_markup(blocks: Sequence[TextBlock], heading_above: int) -> Iterator[MarkupPart]:
    """Give the parts of the markup in order; `heading_above` is the level of the heading before all of them."""
    chains = [well_formed_containers(block) for block in blocks]
    return _MarkupWriter(_wide_tables(chains), heading_above).parts(blocks, chains)


class _MarkupWriter:
    """Remembers which elements are open, how many cells a row has, and the level of the last heading."""

    def __init__(self, wide: frozenset[int], heading_above: int) -> None:
        self._wide, self._level = wide, heading_above
        self._opened: list[Container] = []
        self._cells: Counter[int] = Counter()
        self._filled: set[int] = set()

    def parts(self, blocks: Sequence[TextBlock], chains: Sequence[tuple[Container, ...]]) -> Iterator[MarkupPart]:
        """Open and close what the blocks stand in, one after the other; blocks of one element have a break between."""
        for block, chain in zip(blocks, chains, strict=True):
            shared = _shared_length(self._opened, chain)
            yield from self._closed(shared)
            for container in chain[shared:]:
                yield from self._opening(container)
            if chain[-1].number in self._filled:
                yield MarkupPart(opens="br")
            self._filled.add(chain[-1].number)
            yield MarkupPart(block=block)
        yield from self._closed(0)

    def _closed(self, length: int) -> Iterator[MarkupPart]:
        while len(self._opened) > length:
            yield MarkupPart(closes=self._opened.pop().tag)

    def _opening(self, container: Container) -> Iterator[MarkupPart]:
        """Open an element, after the empty cells before it."""
        if container.tag in _CELLS:
            row = self._opened[-1].number
            for _ in range(self._cells[row], container.ordinal):
                yield from (MarkupPart(opens="td"), MarkupPart(closes="td"))
            self._cells[row] = container.ordinal + 1
        level = 0
        if container.tag in _HEADINGS:
            own = int(container.tag[1])
            level = self._level + 1 if own > self._level + 1 else 0
            self._level = level or own
        self._opened.append(container)
        is_wide = container.number in self._wide
        yield MarkupPart(container.tag, spans=container.spans, first=container.first, level=level, wide=is_wide)


def well_formed_containers(block: TextBlock) -> tuple[Container, ...]:
    """Give the containers of a block, without those that cannot stand where they do, with those that are missing."""
    chain: list[Container] = []
    for container in block.containers:
        above = chain[-1].tag if chain else ""
        if above in _ONLY_WORDS or above not in _PARENTS.get(container.tag, (above,)):
            continue
        if container.tag not in _CHILDREN.get(above, (container.tag,)):
            if above not in _LISTS:
                continue
            chain.append(Container("li", -container.number))
        chain.append(container)
    while chain and chain[-1].tag in {"table", "tr"}:
        chain.pop()
    if not chain or chain[-1].tag == "blockquote":
        chain.append(Container("p", _ADDED + block.start))
    elif chain[-1].tag in _LISTS:
        chain.append(Container("li", _ADDED + block.start))
    return tuple(chain)


def _wide_tables(chains: Iterable[tuple[Container, ...]]) -> frozenset[int]:
    """Give the numbers of the tables that have many cells in a row."""
    wide = set()
    for chain in chains:
        for place, container in enumerate(chain):
            if container.tag in _CELLS and container.ordinal >= _MANY_CELLS:
                wide.add(chain[place - 2].number)
    return frozenset(wide)


def _shared_length(opened: Sequence[Container], chain: Sequence[Container]) -> int:
    """Count the elements that stay open for a block."""
    pairs = zip(opened, chain, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
