"""Excluded parts of an HTML page, and footnotes that may limit a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.schemes.claims.documents.computed_style import hiding_declaration

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from rules.claims import Manner


Attributes = dict[str, str | None]
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
