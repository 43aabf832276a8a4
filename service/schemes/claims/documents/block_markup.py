"""Well-formed markup for document blocks, even of a malformed source."""

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
_PERMITTED_PARENTS = {"li": _LISTS, "tr": ("table",), "td": ("tr",), "th": ("tr",), "caption": ("table",)}
_PERMITTED_CHILDREN = {**dict.fromkeys(_LISTS, ("li",)), "table": ("tr", "caption"), "tr": ("td", "th")}
_TEXT_ONLY_TAGS = ("p", *_HEADINGS)
_CELLS = ("td", "th")
_FIRST_ADDED_NUMBER = 1_000_000_000
_MAXIMUM_PHONE_CELLS = 4


@dataclass(frozen=True, slots=True)
class MarkupPart:
    """A tag or a block of words.

    `level` is the corrected level of a heading that skips levels, otherwise 0. A table with many cells in a row is
    `wide`.
    """

    opens: str = ""
    closes: str = ""
    block: TextBlock | None = None
    spans: tuple[int, int] = (1, 1)
    first: int = 1
    level: int = 0
    wide: bool = False


def block_markup(blocks: Sequence[TextBlock], heading_above: int) -> Iterator[MarkupPart]:
    """Yield the markup; `heading_above` is the level of the preceding heading."""
    chains = [well_formed_containers(block) for block in blocks]
    return _MarkupWriter(_wide_tables(chains), heading_above).parts(blocks, chains)


class _MarkupWriter:
    def __init__(self, wide: frozenset[int], heading_above: int) -> None:
        self._wide, self._level = wide, heading_above
        self._opened: list[Container] = []
        self._cells: Counter[int] = Counter()
        self._filled: set[int] = set()

    def parts(self, blocks: Sequence[TextBlock], chains: Sequence[tuple[Container, ...]]) -> Iterator[MarkupPart]:
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
    """Return the corrected containers of a block: misplaced ones removed, missing ones added."""
    chain: list[Container] = []
    for container in block.containers:
        above = chain[-1].tag if chain else ""
        if above in _TEXT_ONLY_TAGS or above not in _PERMITTED_PARENTS.get(container.tag, (above,)):
            continue
        if container.tag not in _PERMITTED_CHILDREN.get(above, (container.tag,)):
            if above not in _LISTS:
                continue
            chain.append(Container("li", -container.number))
        chain.append(container)
    while chain and chain[-1].tag in {"table", "tr"}:
        chain.pop()
    if not chain or chain[-1].tag == "blockquote":
        chain.append(Container("p", _FIRST_ADDED_NUMBER + block.start))
    elif chain[-1].tag in _LISTS:
        chain.append(Container("li", _FIRST_ADDED_NUMBER + block.start))
    return tuple(chain)


def _wide_tables(chains: Iterable[tuple[Container, ...]]) -> frozenset[int]:
    wide = set()
    for chain in chains:
        for index, container in enumerate(chain):
            if container.tag in _CELLS and container.ordinal >= _MAXIMUM_PHONE_CELLS:
                wide.add(chain[index - 2].number)
    return frozenset(wide)


def _shared_length(opened: Sequence[Container], chain: Sequence[Container]) -> int:
    pairs = zip(opened, chain, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
