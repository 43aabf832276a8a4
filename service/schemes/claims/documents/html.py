"""HTML reader: visible text, proposed facts, and spans obscured by size, contrast or folding.

`page_walk.py` walks it, `excluded_parts.py` says what is left out, `computed_style.py` how words look. Pages too deep
or too large are refused first (`check_page_limits`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from rules.claims import HiddenText, LanguageSpan, Link, Manner, ObscuredSpan, Presentation
from rules.contracts import message_factory
from service.schemes.claims.documents.computed_style import FAINT, SMALL_PIXELS, SMALL_SHARE, ElementStyle
from service.schemes.claims.documents.document import Document, ReadingError, TextBlock, assemble, one_line_title
from service.schemes.claims.documents.page_facts import page_facts
from service.schemes.claims.documents.page_walk import PageContent, walk
from service.schemes.claims.documents.plain_text_reader import decode_page
from service.schemes.claims.documents.style_sheets import StyleSheets

_say = message_factory(__name__)

MAXIMUM_DEPTH = 2_000
"""Four times what browsers keep, since elements that are never ended count here and mostly not there."""
MAXIMUM_ATTRIBUTES = 256
MAXIMUM_TAGS = 1_000_000
_ATTRIBUTES = r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?|["'])*+"""
_TAG = re.compile(
    rf"""<(?:!--.*?(?:-->|\Z)|(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>?)""",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+)""")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
"""Elements that hold no others, and what ends them; not so inside of drawings and formulas."""
_FOREIGN = ("svg", "math")
_EMPTY = frozenset(
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
_ENDED_BY_NEIGHBOURS = frozenset(
    {
        "a", "body", "button", "caption", "colgroup", "dd", "dt", "head", "html", "li", "nobr", "optgroup", "option",
        "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
    }
)  # fmt: skip
"""Elements that need no end, and are in one another only with others between them, which are counted."""
_CELLS = frozenset({"td", "th", "tr"})
"""Elements that end whatever is open in the cell before them."""


def check_page_limits(page: str) -> None:
    """Refuse a page whose elements are too many, too deep in one another, or have too many attributes."""
    opened: list[str] = []
    still_open: Counter[str] = Counter()
    tags = place = 0
    while (tag := _TAG.search(page, place)) is not None:
        place = tag.end()
        if (name := (tag["name"] or "").lower()) == "":
            continue
        tags += 1
        if tags > MAXIMUM_TAGS:
            raise ReadingError(_say("TOO_MANY_TAGS", most=f"{MAXIMUM_TAGS:,}"), "TOO_LONG")
        _check_attributes(name, tag["attributes"])
        is_foreign = any(still_open[foreign] for foreign in _FOREIGN)
        if name in _CELLS and still_open["table"]:
            _close(opened, still_open, "table")
            name = "table"  # which goes on
        elif tag["end"]:
            if still_open[name]:
                _close(opened, still_open, name)
            continue
        elif name in _RAW and not is_foreign:
            ended = _RAW[name].search(page, place)
            place = len(page) if ended is None else ended.start()
            continue
        elif name in _EMPTY or name in _ENDED_BY_NEIGHBOURS or (is_foreign and tag["attributes"].endswith("/")):
            continue
        opened.append(name)
        still_open[name] += 1
        if len(opened) > MAXIMUM_DEPTH:
            raise ReadingError(_say("TOO_DEEP", name=name[:40], most=f"{MAXIMUM_DEPTH:,}"), "TOO_DEEP")


def _close(opened: list[str], still_open: Counter[str], name: str) -> None:
    """End the element of this name that was opened last, with all that is open in it."""
    closed = ""
    while closed != name:
        closed = opened.pop()
        still_open[closed] -= 1


def _check_attributes(name: str, attributes: str) -> None:
    if len(attributes) > MAXIMUM_ATTRIBUTES and len(_VALUE.sub(" ", attributes).split()) > MAXIMUM_ATTRIBUTES:
        raise ReadingError(_say("TOO_MANY_ATTRIBUTES", name=name[:40], most=MAXIMUM_ATTRIBUTES), "TOO_MANY")


def read_html(content: bytes) -> Document:
    """Read the visible text of a page."""
    page = decode_page(content)
    check_page_limits(page)
    try:
        tree = LexborHTMLParser(page)
    except SelectolaxError as error:  # its memory does not suffice
        raise ReadingError(_say("BROKEN_PAGE"), "TOO_LONG") from error
    walked = walk(tree, StyleSheets(tree))
    document = assemble("html", ((part.text, part.place, part.containers) for part in walked.parts))
    named = {part.place: part.text for part in reversed(walked.parts)}
    return Document(
        document.kind,
        document.text,
        document.blocks,
        dict(walked.left_out),
        page_facts(tree, document.text, walked.pictures),
        presentation(walked, document.blocks),
        one_line_title(named.get("title") or named.get("h1")),
    )


_Stretch = tuple[int, int, "ElementStyle"]


def presentation(walked: PageContent, blocks: Sequence[TextBlock]) -> Presentation:
    """Say how a page presents its text; each part of it became one block."""
    if not blocks:
        return Presentation()
    stretches = tuple(_stretches(walked, blocks))
    return Presentation(
        tuple(_obscured_spans(stretches)),
        tuple(_hidden_texts(walked, blocks)),
        tuple(_links(walked, blocks)),
        _language_spans(stretches),
    )


def _stretches(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[_Stretch]:
    """Give every stretch of one look."""
    for part, block in zip(walked.parts, blocks, strict=True):
        ends = (*(start for start, _ in part.runs[1:]), len(part.text))
        for (start, look), end in zip(part.runs, ends, strict=True):
            if start < (last := min(end, len(part.text))):
                yield block.start + start, block.start + last, look


def _obscured_spans(stretches: Sequence[_Stretch]) -> Iterator[ObscuredSpan]:
    looks = {id(look): look for _, _, look in stretches}
    lengths: Counter[int] = Counter()
    for start, end, look in stretches:
        lengths[id(look)] += end - start
    sizes: Counter[Fraction | None] = Counter()
    for key, length in lengths.items():
        sizes[looks[key].size] += length
    usual = sizes.most_common(1)[0][0]
    known = {one: tuple(_manners(look, usual)) for one, look in looks.items()}
    for start, end, look in stretches:
        yield from (ObscuredSpan(start, end, manner, measure) for manner, measure in known[id(look)])


def _manners(look: ElementStyle, usual: Fraction | None) -> Iterator[tuple[Manner, str]]:
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


def _hidden_texts(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[HiddenText]:
    leading: defaultdict[str, list[int]] = defaultdict(list)
    for fragment, part, place in walked.links:
        leading[fragment].append(_text_offset(blocks, part, place))
    for aside in walked.asides:
        block = blocks[min(aside.part, len(blocks) - 1)]
        linked = tuple(place for id in aside.ids for place in leading[id])
        yield HiddenText(aside.words, block.start, block.end, aside.manner, aside.measure, linked)


def _links(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[Link]:
    for fragment, part, place in walked.links:
        first, last = walked.targets.get(fragment, (len(blocks), 0))
        at = _text_offset(blocks, part, place)
        if first < len(blocks) and at < blocks[first].start:
            yield Link(at, blocks[first].start, blocks[min(last, len(blocks) - 1)].end)


def _text_offset(blocks: Sequence[TextBlock], part: int, place: int) -> int:
    block = blocks[min(part, len(blocks) - 1)]
    return min(block.start + place, block.end)


def _language_spans(stretches: Sequence[_Stretch]) -> tuple[LanguageSpan, ...]:
    return tuple(LanguageSpan(start, end, look.language) for start, end, look in stretches if look.language)
