"""Multiples of a step: neighbours of a value, rounding down, and the first multiple in an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.contracts.intervals import Interval


def adjacent_multiples(value: Fraction, multiple: Fraction) -> tuple[Fraction, ...]:
    """Give the multiples on either side of a value, or the value alone if it is one."""
    below = value // multiple * multiple
    return (below,) if below == value else (below, below + multiple)


def round_down_to_multiple(value: Fraction, multiple: Fraction | None) -> Fraction:
    """Give the multiple at or below a value; the value itself if every number is allowed."""
    return value if multiple is None else value // multiple * multiple


def first_multiple_inside(span: Interval, multiple: Fraction) -> Fraction | None:
    """Give a multiple that an interval holds, the lowest if it has a low end; None if it holds none."""
    if span.low is not None:
        first = -(-span.low // multiple) * multiple
        first += multiple if span.low_open and first == span.low else 0
    elif span.high is not None:
        first = span.high // multiple * multiple
        first -= multiple if span.high_open and first == span.high else 0
    else:
        first = 0 * multiple
    return first if span.contains(first) else None
