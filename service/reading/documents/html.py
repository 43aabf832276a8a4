"""Which text does a page show its reader, block by block, without the furniture around it?

Navigation, footers, scripts, choices of forms, hidden parts and cookie banners make no claim about a product.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from service.reading.documents.document import Document, assemble
from service.reading.documents.page_facts import Picture, page_facts
from service.reading.documents.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_UNSEEN = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
        "select", "datalist", "meta", "link", "math",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "title", "tr", "ul",
    }
)  # fmt: skip
_WHOLE = frozenset({"html", "body", "main"})
_FURNITURE = {"nav": "navigation", "footer": "footer", "menu": "navigation"}
_ROLES = {"navigation": "navigation", "contentinfo": "footer", "search": "search", "menu": "navigation"}
_COOKIES = re.compile(
    r"(?i)cookie[-_]?(banner|bar|notice|consent|popup|policy|wall|message|modal|dialog|settings|law|overlay)"
    r"|consent[-_]?(banner|manager|notice|dialog|popup)|onetrust|usercentrics|didomi"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})""")
_BEGINS = re.compile(
    rb"(?i)\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype html|html|head|body|div|p|h[1-6]|section|article|main|title|meta|table|ul|ol|span|img|nav|header)\b"
)
_SPACE = re.compile(r"[^\S\u00a0]+")
_HEAD = 4_096


def read_html(content: bytes) -> Document:
    """Read the visible text of a page.

    Raises:
        ReadingError: its encoding cannot be told, or it is too long.
    """
    left_out: Counter[str] = Counter()
    tree = LexborHTMLParser(_decode(content))
    pictures: list[Picture] = []
    document = assemble("html", _blocks(tree.root, left_out, pictures))
    shown = page_facts(tree, document.text, pictures)
    return Document(document.kind, document.text, document.blocks, dict(left_out), shown)


def looks_like_html(content: bytes) -> bool:
    """Say whether bytes begin as a page does."""
    return _BEGINS.match(content[:_HEAD]) is not None


def _decode(content: bytes) -> str:
    declared = _CHARSET.search(content[:_HEAD])
    if declared is not None and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii").lower()
        try:
            return content.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeDecodeError):
            pass  # what the page says of itself is wrong
    return decode(content)


def _blocks(root: LexborNode | None, left_out: Counter[str], pictures: list[Picture]) -> Iterator[tuple[str, str]]:
    """Walk the tree without recursion, so that no page is nested too deeply; pictures met are put into the list."""
    gathered: list[str] = []
    places = ["body"]
    node, entering = root, True
    while node is not None and root is not None:
        tag = node.tag or ""
        if entering:
            if tag == "-text":
                gathered.append(node.text_content or "")
            elif tag == "br":
                gathered.append(" ")
            elif tag in _BLOCKS:
                yield _taken(gathered), places[-1]
                places.append(tag)
            if node.is_element_node and not _is_unseen(node, left_out):
                if tag == "img":
                    yield _taken(gathered), places[-1]
                    alt = node.attributes.get("alt") or ""
                    pictures.append(Picture(alt, node.attributes.get("src") or ""))
                    yield alt, "img alt"
                elif node.child is not None:
                    node = node.child
                    continue
        if tag in _BLOCKS:
            yield _taken(gathered), places.pop()
        if node.mem_id == root.mem_id:
            break
        entering = node.next is not None
        node = node.next if entering else node.parent
    yield _taken(gathered), "body"


def _taken(gathered: list[str]) -> str:
    """Take what was gathered since the last block."""
    text = _SPACE.sub(" ", "".join(gathered)).strip()
    gathered.clear()
    return text


def _is_unseen(node: LexborNode, left_out: Counter[str]) -> bool:
    """Say whether a node and all in it is no part of what the page says, and count why."""
    tag = node.tag or ""
    if tag in _UNSEEN:
        return True
    attributes = node.attributes
    why = _FURNITURE.get(tag) or _ROLES.get((attributes.get("role") or "").lower())
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if why is None and tag not in _WHOLE and _COOKIES.search(named):
        why = "cookie banner"
    if why is None and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style") or "")
    ):
        why = "hidden"
    if why is None:
        return False
    left_out[why] += 1
    return True
