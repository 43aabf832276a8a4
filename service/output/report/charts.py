"""SVG bars and hatch patterns of a report, distinguishable without colour."""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup

_WIDTH = 600

PATTERNS = Markup(
    '<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#1f3a5f"/></pattern>'
    '<pattern id="hatch-fine" width="3.4" height="3.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="3.4" height="3.4" fill="#fff"/><rect width="1.2" height="3.4" fill="#1f3a5f"/></pattern></defs></svg>'
)
"""Hatch patterns for undetermined points; include once per page."""

_SVG = Markup('<svg class="{kind}" viewBox="0 0 {width} {height}" role="img"><title>{title}</title>{body}</svg>')


def bar(*, low: Fraction, high: Fraction, maximum: Fraction, title: str) -> Markup:
    """Draw points as a bar: solid for earned, hatched for undetermined, empty for lost."""
    return _SVG.format(kind="bar", width=_WIDTH + 2, height=22, title=title, body=_bar(low, high, maximum))


def _bar(low: Fraction, high: Fraction, maximum: Fraction) -> Markup:
    first, last = _x_position(low, maximum), _x_position(high, maximum)
    parts = [_rectangle("lost", 0, _WIDTH)]
    if last > first:
        parts.append(_rectangle("open", first, last))
    if first > 0:
        parts.append(_rectangle("certain", 0, first))
    return Markup("").join(parts)


def _rectangle(css_class: str, first: int, last: int) -> Markup:
    return Markup('<rect class="{}" x="{}" y="1" width="{}" height="20"/>').format(css_class, first + 1, last - first)


def _x_position(value: Fraction, maximum: Fraction) -> int:
    return int(min(max(value / maximum, Fraction(0)), Fraction(1)) * _WIDTH) if maximum else 0
