"""Do the bounds of bands and ladder rows make sensible spans, and do spans leave gaps?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rules.contracts.intervals import Interval, intersect
from rules.contracts.numbers import format_exact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


class Bounded(Protocol):
    """A band or ladder row: up to four bounds."""

    @property
    def more_than(self) -> Fraction | None:
        """The lower bound, itself outside."""

    @property
    def at_least(self) -> Fraction | None:
        """The lower bound, itself inside."""

    @property
    def at_most(self) -> Fraction | None:
        """The upper bound, itself inside."""

    @property
    def below(self) -> Fraction | None:
        """The upper bound, itself outside."""


def span_of(row: Bounded) -> Interval | None:
    """Give the numbers between the bounds of a row, or None if there are none."""
    low = row.more_than if row.at_least is None else row.at_least
    high = row.below if row.at_most is None else row.at_most
    low_open, high_open = row.at_least is None and low is not None, row.at_most is None and high is not None
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low_open, high_open)


def first_bound(path: str, row: Bounded) -> str:
    """Give the path of the lower bound of a row, or of its upper one if it has no other."""
    bounds = {"more_than": row.more_than, "at_least": row.at_least, "at_most": row.at_most, "below": row.below}
    return next((f"{path}.{bound}" for bound, value in bounds.items() if value is not None), path)


def show(interval: Interval) -> str:
    """Write an interval as mathematicians do, the same in every language: `[50, 80)`."""
    left = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{format_exact(interval.low)}"
    right = "∞)" if interval.high is None else f"{format_exact(interval.high)}{')' if interval.high_open else ']'}"
    return f"{left}, {right}"


@dataclass(frozen=True, slots=True)
class Seam:
    """Two neighbouring spans by their position in the table, and what lies between or in both."""

    first: int
    second: int
    between: Interval | None
    shared: Interval | None


def _low_key(interval: Interval) -> tuple[bool, Fraction | int, bool]:
    return interval.low is not None, interval.low or 0, interval.low_open


def seams(spans: list[tuple[int, Interval]]) -> Iterator[Seam]:
    """Visit the neighbours, from low to high, that overlap or leave a gap."""
    ordered = sorted(spans, key=lambda item: (_low_key(item[1]), item[0]))
    reach: tuple[int, Interval] | None = None
    for position, span in ordered:
        if reach is not None:
            shared, between = intersect(reach[1], span), gap(reach[1], span)
            if shared is not None or between is not None:
                yield Seam(reach[0], position, between, shared)
        if reach is None or _reaches_further(span, reach[1]):
            reach = (position, span)


def _reaches_further(span: Interval, other: Interval) -> bool:
    if other.high is None:
        return False
    if span.high is None:
        return True
    return span.high > other.high or (span.high == other.high and other.high_open and not span.high_open)


def gap(lower: Interval, upper: Interval) -> Interval | None:
    """Give the numbers between two spans, or None if they touch or overlap."""
    if lower.high is None or upper.low is None or lower.high > upper.low:
        return None
    if lower.high == upper.low and not (lower.high_open and upper.low_open):
        return None
    return Interval(lower.high, upper.low, not lower.high_open, not upper.low_open)


def holds_multiple(interval: Interval, step: Fraction) -> bool:
    """Say whether a multiple of the step lies in a bounded interval."""
    if interval.low is None or interval.high is None:
        return True
    first = -((-interval.low / step).__floor__()) * step
    if interval.low_open and first == interval.low:
        first += step
    return interval.contains(first)
