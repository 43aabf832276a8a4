"""HTML traversal without recursion: visible words by block, their style, page links, and excluded parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from service.base.whole_numbers import parse_whole_number
from service.schemes.claims.documents.computed_style import Attributes, ElementStyle, StyleSheets, hiding_declaration
from service.schemes.claims.documents.document import MAXIMUM_CONTAINERS, Container
from service.schemes.claims.documents.page_facts import Picture

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from rules.claims import Manner


SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
        "select", "datalist", "meta", "link", "math",
    }
)  # fmt: skip
"""Elements without words for readers."""
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "title", "tr", "ul",
    }
)  # fmt: skip
"""Elements that separate their words from surrounding words."""
HIDDEN, FOOTER = "hidden", "footer"
_PAGE_ELEMENTS = frozenset({"html", "body", "main"})
"""Page elements: scripts unhide them, and no banner is as large."""
_FURNITURE = {"nav": "navigation", "footer": FOOTER, "menu": "navigation"}
_ROLES = {"navigation": "navigation", "contentinfo": FOOTER, "search": "search", "menu": "navigation"}
_COOKIES = re.compile(
    r"(?i)cookie[-_]?(banner|bar|notice|consent|popup|policy|wall|message|modal|dialog|settings|law|overlay)"
    r"|consent[-_]?(banner|manager|notice|dialog|popup)|onetrust|usercentrics|didomi"
)
UNSPOKEN = "aria-hidden"
"""Attribute that hides words only from screen readers."""


def boilerplate_kind(tag: str, attributes: Attributes) -> str:
    """Return the kind of boilerplate, or an empty string."""
    known = _FURNITURE.get(tag) or _ROLES.get((attributes.get("role") or "").lower())
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if known is None and tag not in _PAGE_ELEMENTS and _COOKIES.search(named):
        return "cookie banner"
    return known or ""


def hidden_by(tag: str, attributes: Attributes, declared: Mapping[str, str]) -> str:
    """Return the attribute or declaration that hides an element, or an empty string."""
    if "hidden" in attributes:
        return "hidden"
    if attributes.get("aria-hidden") == "true":
        return UNSPOKEN
    return "" if tag in _PAGE_ELEMENTS else hiding_declaration(declared)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_superscript(words: str) -> str:
    """Return superscript digits, so that note marks do not merge with words."""
    return words.translate(_RAISED)


_SPACE = re.compile(r"[^\S\u00a0]+")
_TOOLTIPS = ("title", "data-tooltip", "data-bs-title", "data-bs-content")
_COLLAPSIBLE_ELEMENTS = ("details", "dialog")
_CONTROLS = ("aria-controls", "data-bs-target", "data-target", "href")
_ON_DEMAND_ROLES = ("tabpanel", "tooltip")
_COLLAPSED = 'aria-expanded="false"'
_MAX_HIDDEN_CHARS = 200_000


@dataclass(frozen=True, slots=True)
class ExcludedText:
    """Excluded words and link targets; `part` is the index of the adjacent part."""

    words: str
    part: int
    manner: Manner
    measure: str
    ids: tuple[str, ...] = ()


class ExcludedTextCollector:
    """Collector of excluded words up to a total length."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.texts: list[ExcludedText] = []
        self.linked = frozenset(filter(None, (link_fragment(node.attributes) for node in tree.css("a[href]"))))
        self._collapsed = frozenset(_collapsed(tree))
        self._remaining_characters = _MAX_HIDDEN_CHARS

    def folded_by(self, tag: str, attributes: Attributes) -> str:
        if tag in _COLLAPSIBLE_ELEMENTS and "open" not in attributes:
            return tag
        if "popover" in attributes:
            return "popover"
        return _COLLAPSED if attributes.get("id") in self._collapsed else ""

    def keep(self, node: LexborNode, part: int, why: str, by: str) -> None:
        attributes = node.attributes
        role = (attributes.get("role") or "").lower()
        unfolding = self.folded_by(node.tag or "", attributes) or (f'role="{role}"' if role in _ON_DEMAND_ROLES else "")
        if why == FOOTER:
            self._collect_blocks(node, part, "footer", FOOTER)
        elif why == HIDDEN and unfolding:
            self._collect_blocks(node, part, "folded", unfolding)
        elif why == HIDDEN and by != UNSPOKEN:
            self._collect_blocks(node, part, "hidden", by)

    def keep_tooltips(self, attributes: Attributes, part: int) -> None:
        for name in _TOOLTIPS:
            if words := _SPACE.sub(" ", attributes.get(name) or "").strip():
                self._collect(ExcludedText(words, part, "folded", name))

    def _collect_blocks(self, node: LexborNode, part: int, manner: Manner, measure: str) -> None:
        for words, ids in _blocks_of(node, self.linked):
            self._collect(ExcludedText(words, part, manner, measure, ids))

    def _collect(self, aside: ExcludedText) -> None:
        if self._remaining_characters >= len(aside.words):
            self._remaining_characters -= len(aside.words)
            self.texts.append(aside)


_NOTE_MARK = re.compile(r"(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|[(\[]\d{1,2}[)\]]|\d{1,2}[.)]?(?= ?[^\W\d]))")


def footer_notes(footer: LexborNode) -> Iterator[str]:
    """Yield footer notes, which readers see and claims refer to."""
    return (words for words, _ in _blocks_of(footer, frozenset()) if _NOTE_MARK.match(words))


def link_fragment(attributes: Attributes) -> str:
    """Return the target id of a link inside the page, or an empty string."""
    address = (attributes.get("href") or "").strip()
    return address[1:] if address.startswith("#") else ""


def _collapsed(tree: LexborHTMLParser) -> Iterator[str]:
    for control in tree.css('[aria-expanded="false"]'):
        for name in _CONTROLS:
            for word in (control.attributes.get(name) or "").split():
                if name == "aria-controls" or word.startswith("#"):
                    yield word.removeprefix("#")


def _blocks_of(root: LexborNode, linked: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    words: list[str] = []
    ids: list[str] = []
    raised = 0
    for node, change_of_depth in _steps(root):
        tag = node.tag or ""
        if tag in BLOCKS and (text := _SPACE.sub(" ", "".join(words)).strip()):
            yield text, tuple(ids)
            words.clear()
            ids.clear()
        if tag == "-text":
            words.append(as_superscript(node.text_content or "") if raised else node.text_content or "")
        if change_of_depth >= 0 and node.is_element_node and (id := node.attributes.get("id") or "") in linked:
            ids.append(id)
        if tag == "sup":
            raised += change_of_depth
    if text := _SPACE.sub(" ", "".join(words)).strip():
        yield text, tuple(ids)


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, int]]:
    """Walk through a tree: a node with read children is entered (1) and left (-1), another is passed (0)."""
    node: LexborNode | None = root
    entering = True
    while node is not None:
        if entering and node.is_element_node and node.tag not in SILENT and node.child is not None:
            yield node, 1
            node = node.child
            continue
        yield node, 0 if entering else -1
        if node.mem_id == root.mem_id:
            break
        entering = node.next is not None
        node = node.next if entering else node.parent


_CONTAINERS = frozenset(
    {
        "blockquote", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "td", "th", "tr",
        "ul",
    }
)  # fmt: skip
_CELLS = ("td", "th")
_MOST_SPANNED = 1_000


@dataclass(frozen=True, slots=True)
class BlockText:
    """Words of a block, and the start and style of each run."""

    text: str
    place: str
    runs: tuple[tuple[int, ElementStyle], ...]
    containers: tuple[Container, ...] = ()


@dataclass(slots=True)
class PageContent:
    """Traversal result; `links` are target ids, parts and offsets."""

    parts: list[BlockText] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    asides: list[ExcludedText] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    targets: dict[str, tuple[int, int]] = field(default_factory=dict)
    """First and last part of each linked element, by id."""


def walk(tree: LexborHTMLParser, sheets: StyleSheets) -> PageContent:
    """Return the content of a page."""
    walker = _Walker(tree, sheets)
    root = node = tree.root
    entering = True
    while root is not None and node is not None:
        if entering and walker.enter(node):
            node = node.child
            continue
        walker.leave(node)
        if node.mem_id == root.mem_id:
            break
        entering = node.next is not None
        node = node.next if entering else node.parent
    walker.end_block()
    return walker.met


class _Walker:
    def __init__(self, tree: LexborHTMLParser, sheets: StyleSheets) -> None:
        self.met = PageContent()
        self._sheets = sheets
        self._looks = [
            (0, ElementStyle(size=None, root=None, colour=None, ground=None) if sheets.linked else ElementStyle())
        ]
        self._locations = ["body"]
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, ElementStyle]] = []
        self._asides = ExcludedTextCollector(tree)
        self.met.asides = self._asides.texts
        self._open_targets: dict[str, int] = {}
        self._raised = 0
        self._style_cache: dict[tuple[object, ...], ElementStyle] = {}
        self._containers: list[tuple[int, Container]] = []
        self._container_count = 0
        self._cell_counts: Counter[int] = Counter()

    def enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._gather(node.text_content or "", raised=self._raised > 0)
        elif tag == "br":
            self._gather(" ")
        elif tag in BLOCKS:
            self.end_block()
            self._locations.append(tag)
        if not node.is_element_node or tag in SILENT:
            return False
        attributes = node.attributes
        declared = self._sheets.declared(tag, attributes)
        if self._excludes(node, attributes, declared):
            return False
        look = self._look(tag, attributes, declared)
        if attributes:
            self._record_attributes(tag, attributes)
        if tag == "img":
            self._picture(attributes)
        container = self._container(tag, attributes) if tag in _CONTAINERS else None
        if node.child is None:
            return False
        if container is not None:
            self._containers.append((node.mem_id, container))
        self._looks.append((node.mem_id, look))
        self._raised += tag == "sup"
        return True

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BLOCKS:
            self.end_block()
            self._locations.pop()
        if self._containers and self._containers[-1][0] == node.mem_id:
            self._containers.pop()
        if self._looks[-1][0] == node.mem_id:
            self._looks.pop()
            self._raised -= tag == "sup"
        if (
            self._open_targets
            and node.is_element_node
            and (id := node.attributes.get("id") or "") in self._open_targets
        ):
            first = self._open_targets.pop(id)
            last = max(first, len(self.met.parts) - (tag in BLOCKS))
            self.met.targets.setdefault(id, (first, last))

    def end_block(self) -> None:
        gathered = "".join(self._pieces)
        if text := gathered.strip():
            cut = len(gathered) - len(gathered.lstrip())
            runs = tuple((max(start - cut, 0), look) for start, look in self._runs)
            self.met.parts.append(BlockText(text, self._locations[-1], runs, self._open_containers()))
        self._pieces.clear()
        self._runs.clear()
        self._length = 0

    def _gather(self, written: str, *, raised: bool = False) -> None:
        text = _SPACE.sub(" ", as_superscript(written) if raised else written)
        if not self._pieces or self._pieces[-1].endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            return
        look = self._looks[-1][1]
        if not self._runs or self._runs[-1][1] is not look:
            self._runs.append((self._length, look))
        self._pieces.append(text)
        self._length += len(text)

    def _excludes(self, node: LexborNode, attributes: Attributes, declared: dict[str, str]) -> bool:
        """Return whether an element is excluded; collect words that may limit a claim."""
        tag, hiding = node.tag or "", ""
        reason = boilerplate_kind(tag, attributes)
        if not reason and (hiding := hidden_by(tag, attributes, declared)):
            reason = HIDDEN
        if not reason:
            return False
        self.met.left_out[reason] += 1
        inside = any(piece.strip() for piece in self._pieces)
        part = len(self.met.parts) - (not inside)  # the part around it, or the previous part
        self._asides.keep(node, max(part, 0), reason, hiding)
        if reason == FOOTER:
            self.end_block()
            look = self._looks[-1][1]
            self.met.parts += (BlockText(note, FOOTER, ((0, look),)) for note in footer_notes(node))
        return True

    def _look(self, tag: str, attributes: Attributes, declared: dict[str, str]) -> ElementStyle:
        around = self._looks[-1][1]
        language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip().lower().partition("-")[0]
        folded = self._asides.folded_by(tag, attributes) or around.folded
        if tag == "summary" and around.folded == "details":
            folded = ""  # the summary of a folded element is visible
        is_root = tag == "html"
        key = (
            id(around),
            tuple(declared.items()),
            folded,
            language,
            is_root,
        )  # cached styles stay alive, so their ids stay unique
        if (style := self._style_cache.get(key)) is None:
            style = around.within(declared, folded, language or around.language, is_root=is_root)
            self._style_cache[key] = style
        return style

    def _record_attributes(self, tag: str, attributes: Attributes) -> None:
        part = len(self.met.parts)
        self._asides.keep_tooltips(attributes, part)
        if tag == "a" and (fragment := link_fragment(attributes)):
            self.met.links.append((fragment, part, self._length))
        if (id := attributes.get("id") or "") in self._asides.linked:
            self._open_targets.setdefault(id, part)

    def _picture(self, attributes: Attributes) -> None:
        self.end_block()
        alt = attributes.get("alt") or ""
        self.met.pictures.append(Picture(alt, attributes.get("src") or ""))
        if text := alt.strip():
            look = self._looks[-1][1]
            self.met.parts.append(BlockText(text, "img alt", ((0, look),), self._open_containers()))

    def _container(self, tag: str, attributes: Attributes) -> Container:
        self._container_count += 1
        if tag in _CELLS:
            row = next((around.number for _, around in reversed(self._containers) if around.tag == "tr"), 0)
            self._cell_counts[row] += 1
            spans = (
                _parse_number_attribute(attributes, "colspan", _MOST_SPANNED),
                _parse_number_attribute(attributes, "rowspan"),
            )
            return Container(tag, self._container_count, self._cell_counts[row] - 1, spans)
        first = _parse_number_attribute(attributes, "start", 1_000_000) if tag == "ol" else 1
        return Container(tag, self._container_count, first=first)

    def _open_containers(self) -> tuple[Container, ...]:
        return tuple(container for _, container in self._containers[:MAXIMUM_CONTAINERS])


def _parse_number_attribute(attributes: Attributes, name: str, most: int = _MOST_SPANNED) -> int:
    written = (attributes.get(name) or "").strip()
    return min(max(parse_whole_number(written) or 1, 1), most)
