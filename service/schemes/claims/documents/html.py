"""HTML reader: visible text, proposed facts, and obscured spans."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from rules.claims import HiddenText, LanguageSpan, Link, Manner, ObscuredSpan, Presentation
from rules.contracts import message_factory
from service.schemes.claims.documents.computed_style import FAINT, SMALL_PIXELS, SMALL_SHARE, ElementStyle, StyleSheets
from service.schemes.claims.documents.document import Document, ReadingError, TextBlock, assemble, one_line_title
from service.schemes.claims.documents.page_facts import page_facts
from service.schemes.claims.documents.page_walk import PageContent, walk
from service.schemes.claims.documents.plain_text_reader import decode_page

_message = message_factory(__name__)

MAXIMUM_DEPTH = 2_000
"""Four times the browser limit: unclosed elements count here, but mostly not in browsers."""
MAXIMUM_ATTRIBUTES = 256
MAXIMUM_TAGS = 1_000_000
_ATTRIBUTES = r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?|["'])*+"""
_TAG = re.compile(
    rf"""<(?:!--.*?(?:-->|\Z)|(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>?)""",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+)""")
_RAW_TEXT_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
"""End tags of elements that contain only raw text, except in drawings and formulas."""
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
"""Elements with optional end tags; they nest only inside other elements, which are counted."""
_CELLS = frozenset({"td", "th", "tr"})
"""Elements that end all open elements of the previous cell."""


def check_page_limits(page: str) -> None:
    """Raise ReadingError if elements are too many or deep, or have too many attributes."""
    opened: list[str] = []
    still_open: Counter[str] = Counter()
    tags = position = 0
    while (tag := _TAG.search(page, position)) is not None:
        position = tag.end()
        if (name := (tag["name"] or "").lower()) == "":
            continue
        tags += 1
        if tags > MAXIMUM_TAGS:
            raise ReadingError(_message("TOO_MANY_TAGS", most=f"{MAXIMUM_TAGS:,}"), "TOO_LONG")
        _check_attributes(name, tag["attributes"])
        is_foreign = any(still_open[foreign] for foreign in _FOREIGN)
        if name in _CELLS and still_open["table"]:
            _close(opened, still_open, "table")
            name = "table"  # the table continues
        elif tag["end"]:
            if still_open[name]:
                _close(opened, still_open, name)
            continue
        elif name in _RAW_TEXT_ENDS and not is_foreign:
            end_tag = _RAW_TEXT_ENDS[name].search(page, position)
            position = len(page) if end_tag is None else end_tag.start()
            continue
        elif _is_unclosed(name, tag["attributes"], is_foreign=is_foreign):
            continue
        opened.append(name)
        still_open[name] += 1
        if len(opened) > MAXIMUM_DEPTH:
            raise ReadingError(_message("TOO_DEEP", name=name[:40], most=f"{MAXIMUM_DEPTH:,}"), "TOO_DEEP")


def _is_unclosed(name: str, attributes: str, *, is_foreign: bool) -> bool:
    return name in _EMPTY or name in _ENDED_BY_NEIGHBOURS or (is_foreign and attributes.endswith("/"))


def _close(opened: list[str], still_open: Counter[str], name: str) -> None:
    closed = ""
    while closed != name:
        closed = opened.pop()
        still_open[closed] -= 1


def _check_attributes(name: str, attributes: str) -> None:
    if len(attributes) > MAXIMUM_ATTRIBUTES and len(_VALUE.sub(" ", attributes).split()) > MAXIMUM_ATTRIBUTES:
        raise ReadingError(_message("TOO_MANY_ATTRIBUTES", name=name[:40], most=MAXIMUM_ATTRIBUTES), "TOO_MANY")


def read_html(content: bytes) -> Document:
    """Read the visible text of a page."""
    page = decode_page(content)
    check_page_limits(page)
    try:
        tree = LexborHTMLParser(page)
    except SelectolaxError as error:  # out of memory
        raise ReadingError(_message("BROKEN_PAGE"), "TOO_LONG") from error
    walked = walk(tree, StyleSheets(tree))
    document = assemble("html", ((part.text, part.place, part.containers) for part in walked.parts))
    first_texts = {part.place: part.text for part in reversed(walked.parts)}
    return Document(
        document.kind,
        document.text,
        document.blocks,
        dict(walked.left_out),
        page_facts(tree, document.text, walked.pictures),
        presentation(walked, document.blocks),
        one_line_title(first_texts.get("title") or first_texts.get("h1")),
    )


_StyleRun = tuple[int, int, "ElementStyle"]


def presentation(walked: PageContent, blocks: Sequence[TextBlock]) -> Presentation:
    """Return the presentation of a page; each part is one block."""
    if not blocks:
        return Presentation()
    stretches = tuple(_style_runs(walked, blocks))
    return Presentation(
        tuple(_obscured_spans(stretches)),
        tuple(_hidden_texts(walked, blocks)),
        tuple(_links(walked, blocks)),
        _language_spans(stretches),
    )


def _style_runs(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[_StyleRun]:
    for part, block in zip(walked.parts, blocks, strict=True):
        ends = (*(start for start, _ in part.runs[1:]), len(part.text))
        for (start, look), end in zip(part.runs, ends, strict=True):
            if start < (last := min(end, len(part.text))):
                yield block.start + start, block.start + last, look


def _obscured_spans(stretches: Sequence[_StyleRun]) -> Iterator[ObscuredSpan]:
    looks = {id(look): look for _, _, look in stretches}
    lengths: Counter[int] = Counter()
    for start, end, look in stretches:
        lengths[id(look)] += end - start
    sizes: Counter[Fraction | None] = Counter()
    for key, length in lengths.items():
        sizes[looks[key].size] += length
    usual = sizes.most_common(1)[0][0]
    known = {look_id: tuple(_manners(look, usual)) for look_id, look in looks.items()}
    for start, end, look in stretches:
        yield from (ObscuredSpan(start, end, manner, measure) for manner, measure in known[id(look)])


def _manners(look: ElementStyle, usual: Fraction | None) -> Iterator[tuple[Manner, str]]:
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
    units, tenth = divmod(int(number * 10), 10)
    return f"{units}.{tenth}" if tenth else str(units)


def _hidden_texts(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[HiddenText]:
    link_offsets: defaultdict[str, list[int]] = defaultdict(list)
    for fragment, part, offset in walked.links:
        link_offsets[fragment].append(_text_offset(blocks, part, offset))
    for aside in walked.asides:
        block = blocks[min(aside.part, len(blocks) - 1)]
        linked = tuple(offset for id in aside.ids for offset in link_offsets[id])
        yield HiddenText(aside.words, block.start, block.end, aside.manner, aside.measure, linked)


def _links(walked: PageContent, blocks: Sequence[TextBlock]) -> Iterator[Link]:
    for fragment, part, offset in walked.links:
        first, last = walked.targets.get(fragment, (len(blocks), 0))
        at = _text_offset(blocks, part, offset)
        if first < len(blocks) and at < blocks[first].start:
            yield Link(at, blocks[first].start, blocks[min(last, len(blocks) - 1)].end)


def _text_offset(blocks: Sequence[TextBlock], part: int, offset: int) -> int:
    block = blocks[min(part, len(blocks) - 1)]
    return min(block.start + offset, block.end)


def _language_spans(stretches: Sequence[_StyleRun]) -> tuple[LanguageSpan, ...]:
    return tuple(LanguageSpan(start, end, look.language) for start, end, look in stretches if look.language)
