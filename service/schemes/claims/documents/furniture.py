"""Which parts of a page make no claim: its furniture, and what it does not show?

Navigation, footers, scripts, choices of forms, hidden parts and cookie banners make no claim about a product.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.schemes.claims.documents.looks import hides

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_WHOLE = frozenset({"html", "body", "main"})
"""Elements that hold the page: scripts unveil them, and no banner is as large."""
_FURNITURE = {"nav": "navigation", "footer": FOOTER, "menu": "navigation"}
_ROLES = {"navigation": "navigation", "contentinfo": FOOTER, "search": "search", "menu": "navigation"}
_COOKIES = re.compile(
    r"(?i)cookie[-_]?(banner|bar|notice|consent|popup|policy|wall|message|modal|dialog|settings|law|overlay)"
    r"|consent[-_]?(banner|manager|notice|dialog|popup)|onetrust|usercentrics|didomi"
)
UNSPOKEN = "aria-hidden"
"""What hides words from those who hear a page, not from those who see it."""


def furniture(tag: str, attributes: Attributes) -> str:
    """Say which furniture an element is; the empty text if none."""
    known = _FURNITURE.get(tag) or _ROLES.get((attributes.get("role") or "").lower())
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if known is None and tag not in _WHOLE and _COOKIES.search(named):
        return "cookie banner"
    return known or ""


def hidden_by(tag: str, attributes: Attributes, declared: Mapping[str, str]) -> str:
    """Say by what an element is hidden; the empty text if by nothing."""
    if "hidden" in attributes:
        return "hidden"
    if attributes.get("aria-hidden") == "true":
        return UNSPOKEN
    return "" if tag in _WHOLE else hides(declared)
