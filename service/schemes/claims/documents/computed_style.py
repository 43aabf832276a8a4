"""Computed style of HTML elements: font size, colours, contrast, visibility and language.

Of CSS, declarations of style elements, inline style and presentational attributes are read. Selectors for one element
are supported: tag, class, id and combinations. Precedence is importance, inline style, specificity, order. At-rules and
linked sheets are ignored. Pages of 0.1 to 1.7 MB with a 70 kB sheet take 3 to 80 ms. tinycss2 and cssselect2 take 75 to
680 ms and need a second tree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


Attributes = dict[str, str | None]
"""Attributes of an HTML element by name."""
Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
_SCALE = 10**12
_NAMES = {
    "aqua": "00ffff", "azure": "f0ffff", "beige": "f5f5dc", "black": "000000", "blue": "0000ff", "brown": "a52a2a",
    "cyan": "00ffff", "darkblue": "00008b", "darkgray": "a9a9a9", "darkgreen": "006400", "darkgrey": "a9a9a9",
    "darkred": "8b0000", "darkslategray": "2f4f4f", "darkslategrey": "2f4f4f", "dimgray": "696969",
    "dimgrey": "696969", "floralwhite": "fffaf0", "forestgreen": "228b22", "fuchsia": "ff00ff", "gainsboro": "dcdcdc",
    "ghostwhite": "f8f8ff", "gold": "ffd700", "gray": "808080", "green": "008000", "grey": "808080",
    "honeydew": "f0fff0", "ivory": "fffff0", "khaki": "f0e68c", "lavender": "e6e6fa", "lightblue": "add8e6",
    "lightgray": "d3d3d3", "lightgreen": "90ee90", "lightgrey": "d3d3d3", "lightyellow": "ffffe0", "lime": "00ff00",
    "limegreen": "32cd32", "linen": "faf0e6", "magenta": "ff00ff", "maroon": "800000", "midnightblue": "191970",
    "mintcream": "f5fffa", "navy": "000080", "olive": "808000", "orange": "ffa500", "palegreen": "98fb98",
    "pink": "ffc0cb", "purple": "800080", "red": "ff0000", "seagreen": "2e8b57", "seashell": "fff5ee",
    "silver": "c0c0c0", "skyblue": "87ceeb", "slategray": "708090", "slategrey": "708090", "snow": "fffafa",
    "teal": "008080", "white": "ffffff", "whitesmoke": "f5f5f5", "yellow": "ffff00", "yellowgreen": "9acd32",
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:\s*[,/]\s*(\d{0,6}\.?\d{1,6})(%?))?\s*\)")


def read_colour(written: str) -> tuple[Colour, Fraction] | None:
    """Parse a lower-case colour and its opacity (0 to 1); None if not recognized."""
    if written == "transparent":
        return BLACK, Fraction(0)
    if (match := _HEX.fullmatch(f"#{_NAMES[written]}" if written in _NAMES else written)) is not None:
        digits = match.group(1)
        pairs = [digit * 2 for digit in digits] if len(digits) < 6 else re.findall("..", digits)
        red, green, blue, *opaque = (int(pair, 16) for pair in pairs)
        return (red, green, blue), Fraction(opaque[0], 255) if opaque else Fraction(1)
    if (match := _RGB.fullmatch(written)) is not None:
        red, green, blue = (min(int(match.group(number)), 255) for number in (1, 2, 3))
        alpha = Fraction(match.group(4) or 1) / (100 if match.group(5) else 1)
        return (red, green, blue), min(alpha, Fraction(1))
    return None


def blend(colour: Colour, opaque: Fraction, ground: Colour) -> Colour:
    """Return the visible colour of a translucent colour over `ground`."""
    red, green, blue = (
        round(opaque * channel + (1 - opaque) * other) for channel, other in zip(colour, ground, strict=True)
    )
    return red, green, blue


def contrast(colour: Colour, other: Colour) -> Fraction:
    """Return the contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + Fraction(1, 20)) / (darker + Fraction(1, 20))


def _luminance(colour: Colour) -> Fraction:
    """Return the relative luminance (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_LINEAR[part] for part in colour)
    return Fraction(2126 * red + 7152 * green + 722 * blue, 10_000 * _SCALE)


def _linear(part: int) -> int:
    """Return the scaled linear sRGB value, ((c + 0.055) / 1.055) ^ 2.4, rounded down."""
    value = Decimal(part) / 255
    low = value <= Decimal("0.04045")
    return int(
        _SCALE
        * (value / Decimal("12.92") if low else ((value + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4"))
    )


_LINEAR = tuple(map(_linear, range(256)))


SMALL_SHARE = Fraction(7, 10)
"""Letters below this share of the usual size are too small."""
SMALL_PIXELS = Fraction(32, 3)
"""Letters below 8 pt are too small."""
FAINT = Fraction(3)
"""Lower contrast is too faint; WCAG 2 requires 3 for large letters and 4.5 for others."""

_LENGTH = re.compile(r"(\d{0,6}\.?\d{1,6})(px|pt|em|rem|%)")
_OPACITY = re.compile(r"(\d{0,6}\.?\d{1,6})(%?)")
_DENOMINATOR = 10_000
"""Denominator of rounded sizes and opacities; it limits fractions in nested elements."""
_MEDIUM = Fraction(16)
_PIXELS = {"px": Fraction(1), "pt": Fraction(4, 3)}
_SIZE_KEYWORDS = {
    "xx-small": Fraction(3, 5), "x-small": Fraction(3, 4), "small": Fraction(8, 9), "medium": Fraction(1),
    "large": Fraction(6, 5), "x-large": Fraction(3, 2), "xx-large": Fraction(2),
}  # fmt: skip
"""Shares of the medium size (CSS Fonts 4, absolute sizes)."""
_STEP = Fraction(6, 5)
_UNSEEN_VISIBILITY = ("hidden", "collapse")


@dataclass(frozen=True, slots=True)
class ElementStyle:
    """Style of an element; None means unknown.

    `size` and the page's `root` size are in CSS pixels. Colours exclude `opacity`.
    """

    size: Fraction | None = _MEDIUM
    root: Fraction | None = _MEDIUM
    colour: Colour | None = BLACK
    ground: Colour | None = WHITE
    opacity: Fraction = Fraction(1)
    folded: str = ""
    language: str = ""

    def within(self, declared: Mapping[str, str], folded: str, language: str, *, is_root: bool = False) -> ElementStyle:
        if not declared:
            same = folded == self.folded and language == self.language
            return self if same else replace(self, folded=folded, language=language)
        size = self.size
        if "font-size" in declared:
            read_size = _size(declared["font-size"], self.size, self.root)
            size = None if read_size is None else _round_number(read_size)
        ground = _ground(declared, self.ground)
        colour = self.colour
        if "color" in declared:
            read = read_colour(declared["color"])
            behind = WHITE if ground is None else ground
            colour = None if read is None or (ground is None and read[1] < 1) else blend(*read, behind)
        return replace(
            self,
            size=size,
            root=size if is_root else self.root,
            colour=colour,
            ground=ground,
            folded=folded,
            language=language,
            opacity=_round_number(self.opacity * _opacity(declared.get("opacity", "1"))),
        )

    @property
    def contrast(self) -> Fraction:
        """Contrast with the background; the best possible if colours are unknown."""
        if self.colour is not None and self.ground is not None:
            return contrast(blend(self.colour, self.opacity, self.ground), self.ground)
        pairs = ((BLACK, WHITE), (WHITE, BLACK))
        return max(contrast(blend(colour, self.opacity, ground), ground) for colour, ground in pairs)


def hiding_declaration(declared: Mapping[str, str]) -> str:
    """Return the declaration that hides an element, or an empty string."""
    if declared.get("display") == "none":
        return "display: none"
    if declared.get("visibility") in _UNSEEN_VISIBILITY:
        return f"visibility: {declared['visibility']}"
    return ""


def _round_number(number: Fraction) -> Fraction:
    return Fraction(round(number * _DENOMINATOR), _DENOMINATOR)


def _size(written: str, parent_size: Fraction | None, root: Fraction | None) -> Fraction | None:
    if written in _SIZE_KEYWORDS:
        return _MEDIUM * _SIZE_KEYWORDS[written]
    if written in ("smaller", "larger"):
        return None if parent_size is None else parent_size / _STEP if written == "smaller" else parent_size * _STEP
    if written == "0":
        return Fraction(0)
    match = _LENGTH.fullmatch(written)
    if match is None:
        return None
    number, unit = Fraction(match.group(1)), match.group(2)
    if unit in _PIXELS:
        return number * _PIXELS[unit]
    base = root if unit == "rem" else parent_size
    return None if base is None else base * number / (100 if unit == "%" else 1)


def _ground(declared: Mapping[str, str], behind: Colour | None) -> Colour | None:
    ground = behind
    if "background-color" in declared:
        read = read_colour(declared["background-color"])
        if read is None or (behind is None and 0 < read[1] < 1):
            return None
        ground = behind if read[1] == 0 else blend(*read, WHITE if behind is None else behind)
    return None if declared.get("background-image", "none") != "none" else ground


def _opacity(written: str) -> Fraction:
    match = _OPACITY.fullmatch(written)
    if match is None:
        return Fraction(1)
    return min(Fraction(match.group(1)) / (100 if match.group(2) else 1), Fraction(1))


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
