"""CSS subset: declarations from style elements, inline style and presentational attributes.

Selectors for one element are supported: tag, class, id and combinations. Precedence is importance, inline style,
specificity, order. At-rules and linked sheets are ignored.

Pages of 0.1 to 1.7 MB with a 70 kB sheet take 3 to 80 ms. tinycss2 and cssselect2 take 75 to 680 ms and need a second
tree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from service.schemes.claims.documents.excluded_parts import Attributes

_SUPPORTED_PROPERTIES = frozenset(
    {"font-size", "color", "background-color", "background-image", "display", "visibility", "opacity"}
)
_SHORTHANDS = frozenset({"font", "background"})
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_PART = re.compile(r"([.#])([\w-]+)")
_SIZE = re.compile(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%)|(?:xx?-)?(?:small|large)|medium|smaller|larger)(?=[\s/]|$)")
_PAINT = re.compile(r"rgba?\([^)]*\)|#[0-9a-f]+|[a-z-]+\([^)]*\)?|[a-z]+")
_NO_PAINT = frozenset(
    {"none", "repeat", "no", "scroll", "fixed", "local", "top", "bottom", "left", "right", "center", "cover", "contain"}
)
_INHERITING = frozenset({"inherit", "unset", "revert"})
_MEDIA = frozenset({"", "all", "screen"})
_MAXIMUM_STYLE_CHARACTERS = 500_000
_TAG_SIZES = {
    "h1": "2em", "h2": "1.5em", "h3": "1.17em", "h5": "0.83em", "h6": "0.67em", "small": "smaller", "sub": "smaller",
    "sup": "smaller",
}  # fmt: skip
"""Default sizes in browsers (HTML standard, rendering)."""
_FONT_SIZES = {"1": "x-small", "2": "small", "3": "medium", "4": "large", "5": "x-large", "6": "xx-large"}


class _Weight(NamedTuple):
    important: bool
    inline: bool
    specificity: tuple[int, int, int]
    order: int


Declared = tuple[tuple[str, str, bool], ...]
"""Property, lower-case value, and whether it is important."""


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    id: str
    classes: frozenset[str]
    specificity: tuple[int, int, int]
    declared: Declared

    def selects(self, tag: str, id: str, classes: frozenset[str]) -> bool:
        return self.tag in ("", "*", tag) and self.id in ("", id) and self.classes <= classes


class StyleSheets:
    """Style elements of a page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        sheets = [
            node.text() or ""
            for node in tree.css("style")
            if (node.attributes.get("media") or "").strip().lower() in _MEDIA
            and (node.parent is None or node.parent.tag != "noscript")
        ]
        text = _COMMENT.sub(" ", "\n".join(sheets)[:_MAXIMUM_STYLE_CHARACTERS])
        self.linked = "@import" in text or tree.css_first("link[rel~=stylesheet]") is not None
        """Whether the page has styles that are not read."""
        self._rules: defaultdict[str, list[tuple[int, _Rule]]] = defaultdict(list)
        for order, rule in enumerate(_rules(text)):
            self._rules[_bucket_key(rule)].append((order, rule))

    def declared(self, tag: str, attributes: Attributes) -> dict[str, str]:
        id, classes = attributes.get("id") or "", frozenset((attributes.get("class") or "").split())
        declarations: dict[str, tuple[_Weight, str]] = {}

        def note(declared: Declared, *, inline: bool, specificity: tuple[int, int, int], order: int) -> None:
            for name, value, important in declared:
                weight = _Weight(important, inline, specificity, order)
                if name not in declarations or declarations[name][0] <= weight:
                    declarations[name] = weight, value

        note(tuple(_presentational_hints(tag, attributes)), inline=False, specificity=(0, 0, 0), order=-1)
        for key in (f"#{id}", *(f".{name}" for name in classes), tag, "*") if self._rules else ():
            for order, rule in self._rules.get(key, ()):
                if rule.selects(tag, id, classes):
                    note(rule.declared, inline=False, specificity=rule.specificity, order=order)
        if style := attributes.get("style"):
            note(_declarations(style), inline=True, specificity=(0, 0, 0), order=0)
        return {name: value for name, (_, value) in declarations.items() if value not in _INHERITING}


def _presentational_hints(tag: str, attributes: Attributes) -> Iterator[tuple[str, str, bool]]:
    if tag in _TAG_SIZES:
        yield "font-size", _TAG_SIZES[tag], False
    if tag == "font":
        if (size := _FONT_SIZES.get(attributes.get("size") or "")) is not None:
            yield "font-size", size, False
        if colour := attributes.get("color"):
            yield "color", colour.strip().lower(), False
    if ground := attributes.get("bgcolor"):
        yield "background-color", ground.strip().lower(), False


def _bucket_key(rule: _Rule) -> str:
    if rule.id:
        return f"#{rule.id}"
    return f".{min(rule.classes)}" if rule.classes else rule.tag or "*"


def _rules(text: str) -> Iterator[_Rule]:
    position = 0
    while (opened := text.find("{", position)) >= 0:
        selectors = text[position:opened]
        selectors = selectors[selectors.rfind(";") + 1 :].replace("<!--", "").strip()
        position = _find_block_end(text, opened)
        if selectors.startswith("@"):
            continue
        declared = _declarations(text[opened + 1 : position - 1])
        for selector in selectors.split(",") if declared else ():
            if (match := _SIMPLE.fullmatch(selector.strip())) is not None and match.group():
                parts = _PART.findall(match.group(2))
                ids = [name for mark, name in parts if mark == "#"]
                classes = frozenset(name for mark, name in parts if mark == ".")
                tag = (match.group(1) or "").lower()
                specificity = (len(ids), len(classes), int(tag not in ("", "*")))
                if len(ids) < 2:
                    yield _Rule(tag, "".join(ids), classes, specificity, declared)


def _find_block_end(text: str, opened: int) -> int:
    depth, position = 0, opened
    for brace in re.compile(r"[{}]").finditer(text, opened):
        depth += 1 if brace.group() == "{" else -1
        position = brace.end()
        if depth == 0:
            return position
    return max(position, len(text))


@lru_cache(maxsize=1_024)
def _declarations(text: str) -> Declared:
    return tuple(_parse_declarations(_COMMENT.sub(" ", text)))


def _parse_declarations(text: str) -> Iterator[tuple[str, str, bool]]:
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip().lower()
        important = value.endswith("!important")
        value = value.removesuffix("!important").strip()
        if name in _SUPPORTED_PROPERTIES:
            yield name, value, important
        elif name in _SHORTHANDS and value in _INHERITING:
            continue
        elif name == "font":
            size = _SIZE.search(value)
            yield "font-size", size.group(1) if size is not None else "medium", important
        elif name == "background":
            colours, pictures = _painted(value)
            yield "background-image", "url" if pictures else "none", important
            yield "background-color", colours[-1] if colours else "transparent", important


def _painted(background: str) -> tuple[list[str], list[str]]:
    """Return the colours and the pictures of a background."""
    painted = [word for word in _PAINT.findall(background) if word not in _NO_PAINT]
    colours = [word for word in painted if "(" not in word or word.startswith("rgb")]
    return colours, [word for word in painted if word not in colours]
