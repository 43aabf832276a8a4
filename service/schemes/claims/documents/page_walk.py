"""HTML traversal: visible words block by block, the style of each run, and links inside the page.

The tree is walked without recursion; what is left out is counted, and kept where it may limit a claim.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from service.base.whole_numbers import parse_whole_number
from service.schemes.claims.documents.computed_style import ElementStyle
from service.schemes.claims.documents.document import MAXIMUM_CONTAINERS, Container
from service.schemes.claims.documents.excluded_parts import (
    BLOCKS,
    FOOTER,
    HIDDEN,
    SILENT,
    Attributes,
    ExcludedText,
    ExcludedTextCollector,
    as_superscript,
    boilerplate_kind,
    footer_notes,
    hidden_by,
    link_fragment,
)
from service.schemes.claims.documents.page_facts import Picture

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from service.schemes.claims.documents.style_sheets import StyleSheets

_SPACE = re.compile(r"[^\S\u00a0]+")
_CONTAINERS = frozenset(
    {
        "blockquote", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "td", "th", "tr",
        "ul",
    }
)  # fmt: skip
_CELLS = ("td", "th")
_MOST_SPANNED = 1_000
"""So many columns or rows a cell fills at most, as in browsers."""


@dataclass(frozen=True, slots=True)
class BlockText:
    """The words of one block, what it is part of, where in it runs of one look begin, and its containers."""

    text: str
    place: str
    runs: tuple[tuple[int, ElementStyle], ...]
    containers: tuple[Container, ...] = ()


@dataclass(slots=True)
class PageContent:
    """What was met on the way: parts that hold words, words aside, links inside the page with their places."""

    parts: list[BlockText] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    asides: list[ExcludedText] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    targets: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each id that a link leads to, the first and the last part of its element."""


def walk(tree: LexborHTMLParser, sheets: StyleSheets) -> PageContent:
    """Walk a page from its root."""
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
    """Remembers where the walk stands."""

    def __init__(self, tree: LexborHTMLParser, sheets: StyleSheets) -> None:
        self.met = PageContent()
        self._sheets = sheets
        self._looks = [
            (0, ElementStyle(size=None, root=None, colour=None, ground=None) if sheets.linked else ElementStyle())
        ]
        self._places = ["body"]
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, ElementStyle]] = []
        self._asides = ExcludedTextCollector(tree)
        self.met.asides = self._asides.kept
        self._begun: dict[str, int] = {}
        self._raised = 0
        self._known: dict[tuple[object, ...], ElementStyle] = {}
        self._containers: list[tuple[int, Container]] = []
        self._container_count = 0
        self._cell_counts: Counter[int] = Counter()

    def enter(self, node: LexborNode) -> bool:
        """Take in an element or its text, and say whether to go on inside it."""
        tag = node.tag or ""
        if tag == "-text":
            self._gather(node.text_content or "", raised=self._raised > 0)
        elif tag == "br":
            self._gather(" ")
        elif tag in BLOCKS:
            self.end_block()
            self._places.append(tag)
        if not node.is_element_node or tag in SILENT:
            return False
        attributes = node.attributes
        declared = self._sheets.declared(tag, attributes)
        if self._leaves_out(node, attributes, declared):
            return False
        look = self._look(tag, attributes, declared)
        if attributes:
            self._note(tag, attributes)
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
        """End what was begun with an element."""
        tag = node.tag or ""
        if tag in BLOCKS:
            self.end_block()
            self._places.pop()
        if self._containers and self._containers[-1][0] == node.mem_id:
            self._containers.pop()
        if self._looks[-1][0] == node.mem_id:
            self._looks.pop()
            self._raised -= tag == "sup"
        if self._begun and node.is_element_node and (id := node.attributes.get("id") or "") in self._begun:
            first = self._begun.pop(id)
            last = max(first, len(self.met.parts) - (tag in BLOCKS))
            self.met.targets.setdefault(id, (first, last))

    def end_block(self) -> None:
        """Take what was gathered since the last block."""
        gathered = "".join(self._pieces)
        if text := gathered.strip():
            cut = len(gathered) - len(gathered.lstrip())
            runs = tuple((max(start - cut, 0), look) for start, look in self._runs)
            self.met.parts.append(BlockText(text, self._places[-1], runs, self._open_containers()))
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

    def _leaves_out(self, node: LexborNode, attributes: Attributes, declared: dict[str, str]) -> bool:
        """Say whether an element is no part of what the page says; count why, and keep what may limit a claim."""
        tag, by = node.tag or "", ""
        why = boilerplate_kind(tag, attributes)
        if not why and (by := hidden_by(tag, attributes, declared)):
            why = HIDDEN
        if not why:
            return False
        self.met.left_out[why] += 1
        inside = any(piece.strip() for piece in self._pieces)
        part = len(self.met.parts) - (not inside)  # the part in which it stands, or the one before it
        self._asides.keep(node, max(part, 0), why, by)
        if why == FOOTER:
            self.end_block()
            look = self._looks[-1][1]
            self.met.parts += (BlockText(note, FOOTER, ((0, look),)) for note in footer_notes(node))
        return True

    def _look(self, tag: str, attributes: Attributes, declared: dict[str, str]) -> ElementStyle:
        """Give the look of an element; elements of which the same is known share one."""
        around = self._looks[-1][1]
        language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip().lower().partition("-")[0]
        folded = self._asides.folded_by(tag, attributes) or around.folded
        if tag == "summary" and around.folded == "details":
            folded = ""  # what is seen of an element that is folded away
        is_root = tag == "html"
        key = (
            id(around),
            tuple(declared.items()),
            folded,
            language,
            is_root,
        )  # kept in it, so that its id stays its own
        if (known := self._known.get(key)) is None:
            known = around.within(declared, folded, language or around.language, is_root=is_root)
            self._known[key] = known
        return known

    def _note(self, tag: str, attributes: Attributes) -> None:
        """Note tooltips, links inside the page, and where such links lead."""
        part = len(self.met.parts)
        self._asides.keep_tooltips(attributes, part)
        if tag == "a" and (leading := link_fragment(attributes)):
            self.met.links.append((leading, part, self._length))
        if (id := attributes.get("id") or "") in self._asides.linked:
            self._begun.setdefault(id, part)

    def _picture(self, attributes: Attributes) -> None:
        """Read a picture as a block of its alternative text."""
        self.end_block()
        alt = attributes.get("alt") or ""
        self.met.pictures.append(Picture(alt, attributes.get("src") or ""))
        if text := alt.strip():
            look = self._looks[-1][1]
            self.met.parts.append(BlockText(text, "img alt", ((0, look),), self._open_containers()))

    def _container(self, tag: str, attributes: Attributes) -> Container:
        """Give an element that gives blocks their form its number, and a cell its place in the row."""
        self._container_count += 1
        if tag in _CELLS:
            row = next((around.number for _, around in reversed(self._containers) if around.tag == "tr"), 0)
            self._cell_counts[row] += 1
            spans = (_whole_number(attributes, "colspan", _MOST_SPANNED), _whole_number(attributes, "rowspan"))
            return Container(tag, self._container_count, self._cell_counts[row] - 1, spans)
        first = _whole_number(attributes, "start", 1_000_000) if tag == "ol" else 1
        return Container(tag, self._container_count, first=first)

    def _open_containers(self) -> tuple[Container, ...]:
        return tuple(container for _, container in self._containers[:MAXIMUM_CONTAINERS])


def _whole_number(attributes: Attributes, name: str, most: int = _MOST_SPANNED) -> int:
    """Read an attribute as a number from one on; one if it is none."""
    written = (attributes.get(name) or "").strip()
    return min(max(parse_whole_number(written) or 1, 1), most)
