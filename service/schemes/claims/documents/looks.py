"""How is an element of a page shown: how large are its letters, in which colours, opened or folded, in which language?

The thresholds of what is too small or too faint are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from service.schemes.claims.documents.colours import BLACK, WHITE, Colour, contrast, over, read_colour

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL_SHARE = Fraction(7, 10)
"""Letters smaller than this share of those in which most of the page is set are too small."""
SMALL_PIXELS = Fraction(32, 3)
"""Letters smaller than 8 pt are, too; of a claim that is as small nothing is found."""
FAINT = Fraction(3)
"""A lower contrast with what is behind is too faint; WCAG 2 wants 3 of large letters and 4.5 of others."""

_LENGTH = re.compile(r"(\d{0,6}\.?\d{1,6})(px|pt|em|rem|%)")
_OPACITY = re.compile(r"(\d{0,6}\.?\d{1,6})(%?)")
_FINEST = 10_000
"""Sizes and opacities are kept in parts of this, so that no nesting makes their fractions long."""
_MEDIUM = Fraction(16)
_PIXELS = {"px": Fraction(1), "pt": Fraction(4, 3)}
_KEYWORDS = {
    "xx-small": Fraction(3, 5), "x-small": Fraction(3, 4), "small": Fraction(8, 9), "medium": Fraction(1),
    "large": Fraction(6, 5), "x-large": Fraction(3, 2), "xx-large": Fraction(2),
}  # fmt: skip
"""Shares of medium (CSS Fonts 4, absolute sizes)."""
_STEP = Fraction(6, 5)
_UNSEEN_VISIBILITY = ("hidden", "collapse")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element inherits or has; what is not understood, or styled by what is not read, is none.

    `size` is in CSS pixels, `root` that of the whole page; `colour` and `ground` are what is seen before `opacity`.
    """

    size: Fraction | None = _MEDIUM
    root: Fraction | None = _MEDIUM
    colour: Colour | None = BLACK
    ground: Colour | None = WHITE
    opacity: Fraction = Fraction(1)
    folded: str = ""
    language: str = ""

    def within(self, declared: Mapping[str, str], folded: str, language: str, *, is_root: bool = False) -> Look:
        """Give the look of an element inside this one of which this is declared, and how it is folded."""
        if not declared:
            same = folded == self.folded and language == self.language
            return self if same else replace(self, folded=folded, language=language)
        size = self.size
        if "font-size" in declared:
            read_size = _size(declared["font-size"], self.size, self.root)
            size = None if read_size is None else _kept(read_size)
        ground = _ground(declared, self.ground)
        colour = self.colour
        if "color" in declared:
            read = read_colour(declared["color"])
            behind = WHITE if ground is None else ground
            colour = None if read is None or (ground is None and read[1] < 1) else over(*read, behind)
        return replace(
            self,
            size=size,
            root=size if is_root else self.root,
            colour=colour,
            ground=ground,
            folded=folded,
            language=language,
            opacity=_kept(self.opacity * _opacity(declared.get("opacity", "1"))),
        )

    @property
    def contrast(self) -> Fraction:
        """Give the contrast of letters with what is behind them; the best possible one where colours are not known."""
        if self.colour is not None and self.ground is not None:
            return contrast(over(self.colour, self.opacity, self.ground), self.ground)
        pairs = ((BLACK, WHITE), (WHITE, BLACK))
        return max(contrast(over(colour, self.opacity, ground), ground) for colour, ground in pairs)


def hides(declared: Mapping[str, str]) -> str:
    """Say by which declaration an element is not shown at all; the empty text if by none."""
    if declared.get("display") == "none":
        return "display: none"
    if declared.get("visibility") in _UNSEEN_VISIBILITY:
        return f"visibility: {declared['visibility']}"
    return ""


def _kept(number: Fraction) -> Fraction:
    return Fraction(round(number * _FINEST), _FINEST)


def _size(written: str, around: Fraction | None, root: Fraction | None) -> Fraction | None:
    if written in _KEYWORDS:
        return _MEDIUM * _KEYWORDS[written]
    if written in ("smaller", "larger"):
        return None if around is None else around / _STEP if written == "smaller" else around * _STEP
    if written == "0":
        return Fraction(0)
    found = _LENGTH.fullmatch(written)
    if found is None:
        return None
    number, unit = Fraction(found.group(1)), found.group(2)
    if unit in _PIXELS:
        return number * _PIXELS[unit]
    base = root if unit == "rem" else around
    return None if base is None else base * number / (100 if unit == "%" else 1)


def _ground(declared: Mapping[str, str], behind: Colour | None) -> Colour | None:
    """Give the colour behind an element; none where there is a picture, or a colour that is not understood."""
    ground = behind
    if "background-color" in declared:
        read = read_colour(declared["background-color"])
        if read is None or (behind is None and 0 < read[1] < 1):
            return None
        ground = behind if read[1] == 0 else over(*read, WHITE if behind is None else behind)
    return None if declared.get("background-image", "none") != "none" else ground


def _opacity(written: str) -> Fraction:
    found = _OPACITY.fullmatch(written)
    if found is None:
        return Fraction(1)
    return min(Fraction(found.group(1)) / (100 if found.group(2) else 1), Fraction(1))
