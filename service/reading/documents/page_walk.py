"""Which words does a page show its reader, block by block, and how is each run of them shown?

The tree is walked without recursion, so that no page is nested too deeply. What is left out is counted; words of hidden
parts and footers are kept apart, since they may limit what the page claims.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from service.reading.documents.furniture import FOOTER, HIDDEN, SILENT, UNSPOKEN, furniture, hidden_by
from service.reading.documents.looks import Look
from service.reading.documents.page_facts import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from rules.claims.presentation import Manner
    from service.reading.documents.style_sheets import StyleSheets

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "title", "tr", "ul",
    }
)  # fmt: skip
_SPACE = re.compile(r"[^\S\u00a0]+")
_TOOLTIPS = ("title", "data-tooltip", "data-bs-title")
_FOLDING = ("details", "dialog")
"""Elements that are closed unless they say `open`."""
_CONTROLLED = ("aria-controls", "data-bs-target", "data-target", "href")
_MOST_WITHHELD = 200_000
"""So many characters of words that readers do not see are kept."""


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one block, what it is part of, and where in it runs of one look begin."""

    text: str
    place: str
    runs: tuple[tuple[int, Look], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that are no part of the text: of which element, beside which part, and why readers do not see them."""

    words: str
    part: int
    manner: Manner
    measure: str
    ids: tuple[str, ...] = ()


@dataclass(slots=True)
class Walked:
    """What was met on the way: parts that hold words, words kept apart, links inside the page with their places."""

    parts: list[Part] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    kept: list[Kept] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    targets: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each id that a link leads to, the first and the last part of its element."""


def walk(tree: LexborHTMLParser, sheets: StyleSheets) -> Walked:
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
        self.met = Walked()
        self._sheets = sheets
        self._looks = [(0, Look(size=None, root=None, colour=None, ground=None) if sheets.linked else Look())]
        self._places = ["body"]
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, Look]] = []
        self._room = _MOST_WITHHELD
        self._collapsed = frozenset(_collapsed(tree))
        self._wanted = frozenset(filter(None, map(_fragment, tree.css("a[href]"))))
        self._begun: dict[str, int] = {}

    def enter(self, node: LexborNode) -> bool:
        """Take in an element or its text, and say whether to go on inside it."""
        tag = node.tag or ""
        if tag == "-text":
            self._gather(node.text_content or "")
        elif tag == "br":
            self._gather(" ")
        elif tag in _BLOCKS:
            self.end_block()
            self._places.append(tag)
        if not node.is_element_node or tag in SILENT:
            return False
        declared = self._sheets.declared(node)
        if self._leaves_out(node, declared):
            return False
        look = self._folded(node, self._looks[-1][1].within(declared, is_root=tag == "html"))
        self._note(node)
        if tag == "img":
            self._picture(node)
        if node.child is None:
            return False
        self._looks.append((node.mem_id, look))
        return True

    def leave(self, node: LexborNode) -> None:
        """End what was begun with an element."""
        tag = node.tag or ""
        if tag in _BLOCKS:
            self.end_block()
            self._places.pop()
        if self._looks[-1][0] == node.mem_id:
            self._looks.pop()
        if node.is_element_node and (id := node.attributes.get("id") or "") in self._begun:
            first = self._begun.pop(id)
            last = max(first, len(self.met.parts) - (tag in _BLOCKS))
            self.met.targets.setdefault(id, (first, last))

    def end_block(self) -> None:
        """Take what was gathered since the last block."""
        gathered = "".join(self._pieces)
        if text := gathered.strip():
            cut = len(gathered) - len(gathered.lstrip())
            runs = tuple((max(start - cut, 0), look) for start, look in self._runs)
            self.met.parts.append(Part(text, self._places[-1], runs))
        self._pieces.clear()
        self._runs.clear()
        self._length = 0

    def _gather(self, written: str) -> None:
        text = _SPACE.sub(" ", written)
        if not self._pieces or self._pieces[-1].endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            return
        look = self._looks[-1][1]
        if not self._runs or self._runs[-1][1] != look:
            self._runs.append((self._length, look))
        self._pieces.append(text)
        self._length += len(text)

    def _leaves_out(self, node: LexborNode, declared: dict[str, str]) -> bool:
        """Say whether an element is no part of what the page says; count why, and keep what may limit a claim."""
        why, by = furniture(node), ""
        if not why and (by := hidden_by(node, declared)):
            why = HIDDEN
        if not why:
            return False
        self.met.left_out[why] += 1
        if why == HIDDEN and by != UNSPOKEN:
            tab = (node.attributes.get("role") or "").lower() == "tabpanel"
            unfolding = 'aria-expanded="false"' if node.attributes.get("id") in self._collapsed else ""
            unfolding = unfolding or ('role="tabpanel"' if tab else "")
            self._keep(node, "folded" if unfolding else "hidden", unfolding or by)
        elif why == FOOTER:
            self._keep(node, "footer", "footer")
        return True

    def _keep(self, node: LexborNode, manner: Manner, measure: str) -> None:
        """Keep the words of an element beside the part before it, or in which it stands."""
        part = len(self.met.parts) - (not self._pieces)
        for words, ids in _blocks_of(node, self._wanted):
            self._withhold(Kept(words, max(part, 0), manner, measure, ids))

    def _withhold(self, kept: Kept) -> None:
        if self._room >= len(kept.words):
            self._room -= len(kept.words)
            self.met.kept.append(kept)

    def _folded(self, node: LexborNode, look: Look) -> Look:
        """Say of a look by what its element is folded away until a reader unfolds it, and in which language it is."""
        attributes, tag = node.attributes, node.tag or ""
        language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip().lower()
        folded = look.folded
        if tag in _FOLDING and "open" not in attributes:
            folded = tag
        elif tag == "summary" and look.folded == "details":
            folded = ""  # what is seen of an element that is folded away
        elif attributes.get("id") in self._collapsed:
            folded = 'aria-expanded="false"'
        if folded == look.folded and not language:
            return look
        return replace(look, folded=folded, language=language.partition("-")[0] or look.language)

    def _note(self, node: LexborNode) -> None:
        """Note tooltips, links inside the page, and where such links lead."""
        attributes, part = node.attributes, len(self.met.parts)
        for name in _TOOLTIPS:
            if words := _SPACE.sub(" ", attributes.get(name) or "").strip():
                self._withhold(Kept(words, part, "folded", name))
        if node.tag == "a" and (fragment := _fragment(node)):
            self.met.links.append((fragment, part, self._length))
        if (id := attributes.get("id") or "") in self._wanted:
            self._begun.setdefault(id, part)

    def _picture(self, node: LexborNode) -> None:
        """Read a picture as a block of its alternative text."""
        self.end_block()
        alt = node.attributes.get("alt") or ""
        self.met.pictures.append(Picture(alt, node.attributes.get("src") or ""))
        if text := alt.strip():
            self.met.parts.append(Part(text, "img alt", ((0, self._looks[-1][1]),)))


def _collapsed(tree: LexborHTMLParser) -> Iterator[str]:
    """Give the ids of what controls say to be folded away."""
    for control in tree.css('[aria-expanded="false"]'):
        for name in _CONTROLLED:
            for word in (control.attributes.get(name) or "").split():
                if name == "aria-controls" or word.startswith("#"):
                    yield word.removeprefix("#")


def _fragment(node: LexborNode) -> str:
    """Give the id that a link leads to in its page; the empty text if it leads elsewhere."""
    address = (node.attributes.get("href") or "").strip()
    return address[1:] if address.startswith("#") else ""


def _blocks_of(root: LexborNode, wanted: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the words of an element, block by block, each with the ids in it to which links lead."""
    words: list[str] = []
    ids: list[str] = []
    node: LexborNode | None = root
    entering = True
    while node is not None:
        tag = node.tag or ""
        if tag in _BLOCKS and (text := _SPACE.sub(" ", "".join(words)).strip()):
            yield text, tuple(ids)
            words.clear()
            ids.clear()
        if entering:
            if tag == "-text":
                words.append(node.text_content or "")
            if node.is_element_node and (id := node.attributes.get("id") or "") in wanted:
                ids.append(id)
            if node.is_element_node and tag not in SILENT and node.child is not None:
                node = node.child
                continue
        if node.mem_id == root.mem_id:
            break
        entering = node.next is not None
        node = node.next if entering else node.parent
    if text := _SPACE.sub(" ", "".join(words)).strip():
        yield text, tuple(ids)
