"""Which stretches of a page's text are worse to see than the rest, and which words stand outside of it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rules.claims.presentation import Link, Presentation, Shown, Tongue, Withheld
from service.schemes.claims.documents.looks import FAINT, SMALL_PIXELS, SMALL_SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from rules.claims.presentation import Manner
    from service.schemes.claims.documents.document import Block
    from service.schemes.claims.documents.looks import Look
    from service.schemes.claims.documents.page_walk import Walked

_Stretch = tuple[int, int, "Look"]


def presentation(walked: Walked, blocks: Sequence[Block]) -> Presentation:
    """Say how a page presents its text; each part of it became one block."""
    if not blocks:
        return Presentation()
    stretches = tuple(_stretches(walked, blocks))
    return Presentation(
        tuple(_shown(stretches)), tuple(_withheld(walked, blocks)), tuple(_links(walked, blocks)), _tongues(stretches)
    )


def _stretches(walked: Walked, blocks: Sequence[Block]) -> Iterator[_Stretch]:
    """Give every stretch of one look."""
    for part, block in zip(walked.parts, blocks, strict=True):
        ends = (*(start for start, _ in part.runs[1:]), len(part.text))
        for (start, look), end in zip(part.runs, ends, strict=True):
            if start < (last := min(end, len(part.text))):
                yield block.start + start, block.start + last, look


def _shown(stretches: Sequence[_Stretch]) -> Iterator[Shown]:
    looks = {id(look): look for _, _, look in stretches}
    lengths: Counter[int] = Counter()
    for start, end, look in stretches:
        lengths[id(look)] += end - start
    sizes: Counter[Fraction | None] = Counter()
    for one, length in lengths.items():
        sizes[looks[one].size] += length
    usual = sizes.most_common(1)[0][0]
    known = {one: tuple(_manners(look, usual)) for one, look in looks.items()}
    for start, end, look in stretches:
        yield from (Shown(start, end, manner, measure) for manner, measure in known[id(look)])


def _manners(look: Look, usual: Fraction | None) -> Iterator[tuple[Manner, str]]:
    """Say in which manners a look is worse than that of most of the page, and by what."""
    size = look.size
    if size is not None and (size < SMALL_PIXELS or (usual is not None and size < SMALL_SHARE * usual)):
        yield (
            "small",
            f"{_tenths(size)}px" if usual is None or usual <= size else f"{_tenths(size)}px : {_tenths(usual)}px",
        )
    if (ratio := look.contrast) < FAINT:
        yield "faint", f"{_tenths(ratio)}:1"
    if look.folded:
        yield "folded", look.folded


def _tenths(number: Fraction) -> str:
    """Write a number with one decimal at most, rounded down."""
    whole, tenth = divmod(int(number * 10), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _withheld(walked: Walked, blocks: Sequence[Block]) -> Iterator[Withheld]:
    leading: defaultdict[str, list[int]] = defaultdict(list)
    for fragment, part, place in walked.links:
        leading[fragment].append(_at(blocks, part, place))
    for aside in walked.asides:
        block = blocks[min(aside.part, len(blocks) - 1)]
        linked = tuple(place for id in aside.ids for place in leading[id])
        yield Withheld(aside.words, block.start, block.end, aside.manner, aside.measure, linked)


def _links(walked: Walked, blocks: Sequence[Block]) -> Iterator[Link]:
    for fragment, part, place in walked.links:
        first, last = walked.targets.get(fragment, (len(blocks), 0))
        at = _at(blocks, part, place)
        if first < len(blocks) and at < blocks[first].start:
            yield Link(at, blocks[first].start, blocks[min(last, len(blocks) - 1)].end)


def _at(blocks: Sequence[Block], part: int, place: int) -> int:
    block = blocks[min(part, len(blocks) - 1)]
    return min(block.start + place, block.end)


def _tongues(stretches: Sequence[_Stretch]) -> tuple[Tongue, ...]:
    return tuple(Tongue(start, end, look.language) for start, end, look in stretches if look.language)
