"""Excluded parts of an HTML page: navigation, hidden and folded words, and footnotes that may limit a claim.

Navigation and hidden parts are left out, except for notes in a footer; an `ExcludedText` is an excluded part that may
limit a claim.
"""

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
"""What an element says of itself."""
SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
        "select", "datalist", "meta", "link", "math",
    }
)  # fmt: skip
"""Elements that hold no words for readers."""
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "title", "tr", "ul",
    }
)  # fmt: skip
"""Elements whose words stand apart from those around them."""
HIDDEN, FOOTER = "hidden", "footer"
_PAGE_ELEMENTS = frozenset({"html", "body", "main"})
"""Elements that hold the page: scripts unveil them, and no banner is as large."""
_FURNITURE = {"nav": "navigation", "footer": FOOTER, "menu": "navigation"}
_ROLES = {"navigation": "navigation", "contentinfo": FOOTER, "search": "search", "menu": "navigation"}
_COOKIES = re.compile(
    r"(?i)cookie[-_]?(banner|bar|notice|consent|popup|policy|wall|message|modal|dialog|settings|law|overlay)"
    r"|consent[-_]?(banner|manager|notice|dialog|popup)|onetrust|usercentrics|didomi"
)
UNSPOKEN = "aria-hidden"
"""What hides words from those who hear a page, not from those who see it."""


def boilerplate_kind(tag: str, attributes: Attributes) -> str:
    """Say which furniture an element is; the empty text if none."""
    known = _FURNITURE.get(tag) or _ROLES.get((attributes.get("role") or "").lower())
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if known is None and tag not in _PAGE_ELEMENTS and _COOKIES.search(named):
        return "cookie banner"
    return known or ""


def hidden_by(tag: str, attributes: Attributes, declared: Mapping[str, str]) -> str:
    """Say by what an element is hidden; the empty text if by nothing."""
    if "hidden" in attributes:
        return "hidden"
    if attributes.get("aria-hidden") == "true":
        return UNSPOKEN
    return "" if tag in _PAGE_ELEMENTS else hiding_declaration(declared)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_superscript(words: str) -> str:
    """Keep raised digits so, or the mark of a note would become part of the word beside it."""
    return words.translate(_RAISED)


_SPACE = re.compile(r"[^\S\u00a0]+")
_TOOLTIPS = ("title", "data-tooltip", "data-bs-title", "data-bs-content")
_COLLAPSIBLE_ELEMENTS = ("details", "dialog")
"""Elements that are closed unless they say `open`."""
_CONTROLS = ("aria-controls", "data-bs-target", "data-target", "href")
_UNFOLDED = ("tabpanel", "tooltip")
"""Roles of parts that are hidden until readers ask for them."""
_COLLAPSED = 'aria-expanded="false"'
_MAX_HIDDEN_CHARS = 200_000
"""So many characters of words that readers do not see are kept."""


@dataclass(frozen=True, slots=True)
class ExcludedText:
    """Words that are no part of the text: beside which part, why readers do not see them, and the ids in them."""

    words: str
    part: int
    manner: Manner
    measure: str
    ids: tuple[str, ...] = ()


class ExcludedTextCollector:
    """Keeps the words that stand aside, of which there may be many on a page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Find out what controls fold away, and where links inside the page lead."""
        self.kept: list[ExcludedText] = []
        self.linked = frozenset(filter(None, (link_fragment(node.attributes) for node in tree.css("a[href]"))))
        self._collapsed = frozenset(_collapsed(tree))
        self._room = _MAX_HIDDEN_CHARS

    def folded_by(self, tag: str, attributes: Attributes) -> str:
        """Say by what an element that is part of the text is folded away; the empty text if by nothing."""
        if tag in _COLLAPSIBLE_ELEMENTS and "open" not in attributes:
            return tag
        if "popover" in attributes:
            return "popover"
        return _COLLAPSED if attributes.get("id") in self._collapsed else ""

    def keep(self, node: LexborNode, part: int, why: str, by: str) -> None:
        """Keep the words of an element that is left out beside a part, if they may limit a claim."""
        attributes = node.attributes
        role = (attributes.get("role") or "").lower()
        unfolding = self.folded_by(node.tag or "", attributes) or (f'role="{role}"' if role in _UNFOLDED else "")
        if why == FOOTER:
            self._keep_all(node, part, "footer", FOOTER)
        elif why == HIDDEN and unfolding:
            self._keep_all(node, part, "folded", unfolding)
        elif why == HIDDEN and by != UNSPOKEN:
            self._keep_all(node, part, "hidden", by)

    def keep_tooltips(self, attributes: Attributes, part: int) -> None:
        """Keep what an element says when it is pointed at."""
        for name in _TOOLTIPS:
            if words := _SPACE.sub(" ", attributes.get(name) or "").strip():
                self._keep(ExcludedText(words, part, "folded", name))

    def _keep_all(self, node: LexborNode, part: int, manner: Manner, measure: str) -> None:
        for words, ids in _blocks_of(node, self.linked):
            self._keep(ExcludedText(words, part, manner, measure, ids))

    def _keep(self, aside: ExcludedText) -> None:
        if self._room >= len(aside.words):
            self._room -= len(aside.words)
            self.kept.append(aside)


_NOTE = re.compile(r"(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|[(\[]\d{1,2}[)\]]|\d{1,2}[.)]?(?= ?[^\W\d]))")
"""How a note begins, with the mark that a claim above bears."""


def footer_notes(footer: LexborNode) -> Iterator[str]:
    """Give the notes in a footer: its readers see them, and claims refer to them."""
    return (words for words, _ in _blocks_of(footer, frozenset()) if _NOTE.match(words))


def link_fragment(attributes: Attributes) -> str:
    """Give the id that a link leads to in its page; the empty text if it leads elsewhere."""
    address = (attributes.get("href") or "").strip()
    return address[1:] if address.startswith("#") else ""


def _collapsed(tree: LexborHTMLParser) -> Iterator[str]:
    """Give the ids of what controls say to be folded away."""
    for control in tree.css('[aria-expanded="false"]'):
        for name in _CONTROLS:
            for word in (control.attributes.get(name) or "").split():
                if name == "aria-controls" or word.startswith("#"):
                    yield word.removeprefix("#")


def _blocks_of(root: LexborNode, linked: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the words of an element, block by block, each with the ids in it to which links lead."""
    words: list[str] = []
    ids: list[str] = []
    raised = 0
    node: LexborNode | None = root
    entering = True
    while node is not None:
        tag = node.tag or ""
        if tag in BLOCKS and (text := _SPACE.sub(" ", "".join(words)).strip()):
            yield text, tuple(ids)
            words.clear()
            ids.clear()
        if entering:
            if tag == "-text":
                words.append(as_superscript(node.text_content or "") if raised else node.text_content or "")
            if node.is_element_node and (id := node.attributes.get("id") or "") in linked:
                ids.append(id)
            if node.is_element_node and tag not in SILENT and node.child is not None:
                raised += tag == "sup"
                node = node.child
                continue
        else:
            raised -= tag == "sup"
        if node.mem_id == root.mem_id:
            break
        entering = node.next is not None
        node = node.next if entering else node.parent
    if text := _SPACE.sub(" ", "".join(words)).strip():
        yield text, tuple(ids)
