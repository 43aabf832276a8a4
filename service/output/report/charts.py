"""SVG charts of a report: stars, bars and scales, distinguishable without colour."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STAR = "12,2 15.1,8.6 22.2,9.5 17,14.5 18.3,21.6 12,18.1 5.7,21.6 7,14.5 1.8,9.5 8.9,8.6"
_STAR_SIDE = 26
_WIDTH = 600

PATTERNS = Markup(
    '<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#1f3a5f"/></pattern></defs></svg>'
)
"""The hatching that stands for what is still open; once on a page."""

_SVG = Markup('<svg class="{kind}" viewBox="0 0 {width} {height}" role="img"><title>{title}</title>{body}</svg>')


def stars(*, least: int, reached: int, most: int, title: str) -> Markup:
    """Draw stars: filled if certain, hatched if still possible, else empty."""

    def star(place: int) -> Markup:
        look = "certain" if place < least else "open" if place < reached else "lost"
        offset = place * _STAR_SIDE + 1
        return Markup('<polygon class="{}" transform="translate({} 1)" points="{}"/>').format(look, offset, _STAR)

    body = Markup("").join(star(place) for place in range(most))
    return _SVG.format(kind="stars", width=most * _STAR_SIDE, height=_STAR_SIDE, title=title, body=body)


def bar(*, low: Fraction, high: Fraction, maximum: Fraction, title: str) -> Markup:
    """Draw points as a bar: solid what is earned, hatched what is still open, empty what is lost."""
    return _SVG.format(kind="bar", width=_WIDTH + 2, height=22, title=title, body=_bar(low, high, maximum))


def scale(  # noqa: PLR0913 -- these are the parts of the chart
    *,
    low: Fraction,
    high: Fraction,
    maximum: Fraction,
    ticks: Sequence[tuple[Fraction, str]],
    title: str,
    counts: bool = True,
) -> Markup:
    """Draw a score as a bar, with a labelled tick where a grade begins; pale if it counts for no grade."""
    body = _bar(low, high, maximum, "certain" if counts else "void") + Markup("").join(_ticks(ticks, maximum))
    return _SVG.format(kind="scale", width=_WIDTH + 2, height=44, title=title, body=body)


def _bar(low: Fraction, high: Fraction, maximum: Fraction, earned: str = "certain") -> Markup:
    first, last = _place(low, maximum), _place(high, maximum)
    parts = [_rectangle("lost", 0, _WIDTH)]
    if last > first:
        parts.append(_rectangle("open", first, last))
    if first > 0:
        parts.append(_rectangle(earned, 0, first))
    return Markup("").join(parts)


def _rectangle(look: str, first: int, last: int) -> Markup:
    return Markup('<rect class="{}" x="{}" y="1" width="{}" height="20"/>').format(look, first + 1, last - first)


def _ticks(ticks: Sequence[tuple[Fraction, str]], maximum: Fraction) -> Iterable[Markup]:
    mark = Markup('<path class="tick" d="M{place} 19v9"/><text x="{place}" y="41" text-anchor="{anchor}">{text}</text>')
    for value, text in ticks:
        place = _place(value, maximum)
        anchor = "start" if place < 10 else "end" if place > _WIDTH - 10 else "middle"
        yield mark.format(place=place + 1, anchor=anchor, text=text)


def _place(value: Fraction, maximum: Fraction) -> int:
    return int(min(max(value / maximum, Fraction(0)), Fraction(1)) * _WIDTH) if maximum else 0
