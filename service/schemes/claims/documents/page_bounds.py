"""Is a page built as pages are, so that a parser of HTML reads it in a time that goes with its size?

A parser looks along all open elements at each tag, and along all attributes of an element at each of them. Tags are
counted here in one pass, nearly as a parser would take them; what misleads this count is ended by whoever set the
reader a time.
"""

from __future__ import annotations

import re
from collections import Counter

from rules.contracts.messages import speaker
from service.schemes.claims.documents.document import ReadingError

_say = speaker(__name__)

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


def check_page(page: str) -> None:
    """Refuse a page whose elements are too many, too deep in one another, or have too many attributes.

    Raises:
        ReadingError: it is such a page.
    """
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
