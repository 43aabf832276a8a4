"""Which rows does a scale have, for which values does each hold, and what points does it give there?"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.intervals import EVERYTHING, Interval, add, complement, exactly, intersect, multiply, subtract
from rules.contracts.units import convert
from rules.model.scorecard import BandScale, ChoiceScale, LinePoint, LineScale, ShareScale
from rules.program.lowering import Names
from rules.program.nodes import Atom, Number, Word

if TYPE_CHECKING:
    from rules.model.scorecard import Indicator
    from rules.program.values import MeasureValue

NO_MATCH = -1
"""Number of the row that stands for values which no row of the scale holds."""


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One row: the atom that decides it, its number counted from 1, and its points as a straight line.

    Points are `points + slope * (measured - at)`, `fixed` if there is no slope. A row numbered `NO_MATCH` leaves
    the points open.
    """

    atom: Atom
    number: int
    points: Fraction
    slope: Fraction = Fraction(0)
    at: Fraction = Fraction(0)
    fixed: Interval | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fixed", exactly(self.points) if self.slope == 0 else None)

    def points_for(self, measured: MeasureValue) -> Interval | None:
        """Give all points that this row can give for the measured values that it holds; None if it holds none."""
        if self.fixed is not None:
            return self.fixed
        if isinstance(measured, Interval) and (number := measured.value) is not None:
            return exactly(self.on_line(number)) if self.atom.allows(number) else None
        possible = measured if isinstance(measured, Interval) else EVERYTHING
        pieces = [intersect(possible, span) for span in self.atom.allowed if isinstance(span, Interval)]
        held = next((piece for piece in pieces if piece is not None), None)
        if held is None:
            return None
        return add(exactly(self.points), multiply(exactly(self.slope), subtract(held, exactly(self.at))))

    def on_line(self, number: Fraction) -> Fraction:
        """Give the points for one number: whole numbers until the end, since `Fraction` reduces after each step."""
        start, whole_start = self.points.as_integer_ratio()
        rise, run = self.slope.as_integer_ratio()
        at, whole_at = self.at.as_integer_ratio()
        numerator, denominator = number.as_integer_ratio()
        beyond, unit = numerator * whole_at - at * denominator, denominator * whole_at
        return Fraction(start * run * unit + rise * beyond * whole_start, whole_start * run * unit)


def scale_rows(indicator: Indicator, names: Names) -> tuple[ScaleRow, ...]:
    """Lower a scale to rows; values that no row holds get a row of their own, so that they are never zero points."""
    scale = indicator.scale
    match scale:
        case BandScale():
            rows = [
                ScaleRow(Atom(Number(scale.measure), (span,)), index, band.points)
                for index, band in enumerate(scale.bands, start=1)
                for span in (_band_span(band.more_than, band.at_least, band.at_most, band.below),)
            ]
            return _in_unit_of(rows, scale.unit, names.units[scale.measure])
        case LineScale():
            rows = _segments(scale.measure, scale.corners)
            return _in_unit_of(rows, scale.unit, names.units[scale.measure])
        case ShareScale():
            corners = (
                LinePoint(at=Fraction(0), points=Fraction(0)),
                LinePoint(at=Fraction(100), points=indicator.maximum),
            )
            return _in_unit_of(_segments(scale.measure, corners), "%", names.units[scale.measure])
        case ChoiceScale():
            return _choice_rows(scale, names)
        case _:
            return ()


def better_rows(rows: tuple[ScaleRow, ...]) -> dict[int, ScaleRow | None]:
    """Map each row with fixed points to the row that gives the next more; to None if none does."""
    fixed = [row for row in rows if row.number > 0 and row.slope == 0]
    return {
        reached.number: min(
            (row for row in fixed if row.points > reached.points),
            key=lambda row: (row.points, row.number),
            default=None,
        )
        for reached in fixed
    }


def _band_span(
    more_than: Fraction | None, at_least: Fraction | None, at_most: Fraction | None, below: Fraction | None
) -> Interval:
    return Interval(
        at_least if at_least is not None else more_than,
        at_most if at_most is not None else below,
        at_least is None and more_than is not None,
        at_most is None and below is not None,
    )


def _segments(measure: str, corners: tuple[LinePoint, ...]) -> list[ScaleRow]:
    first, last = corners[0], corners[-1]
    rows = [ScaleRow(Atom(Number(measure), (Interval(None, first.at, False, True),)), 1, first.points)]
    for left, right in pairwise(corners):
        slope = (right.points - left.points) / (right.at - left.at)
        atom = Atom(Number(measure), (Interval(left.at, right.at, False, True),))
        rows.append(ScaleRow(atom, len(rows) + 1, left.points, slope, left.at))
    rows.append(ScaleRow(Atom(Number(measure), (Interval(last.at, None),)), len(rows) + 1, last.points))
    return rows


def _in_unit_of(rows: list[ScaleRow], written: str, wanted: str) -> tuple[ScaleRow, ...]:
    """Convert the rows to the unit of what they measure and add the row of values that none holds."""
    factor = convert(Fraction(1), written, wanted)
    converted = [
        ScaleRow(
            Atom(row.atom.measure, tuple(_scaled(span, factor) for span in row.atom.allowed)),
            row.number,
            row.points,
            row.slope / factor,
            row.at * factor,
        )
        for row in rows
    ]
    held = tuple(span for row in converted for span in row.atom.allowed if isinstance(span, Interval))
    left = complement(held)
    if left:
        converted.append(ScaleRow(Atom(converted[0].atom.measure, left), NO_MATCH, Fraction(0)))
    return tuple(converted)


def _scaled(span: Interval | str, factor: Fraction) -> Interval:
    if not isinstance(span, Interval):
        raise TypeError("a scale of numbers has intervals only")
    low = None if span.low is None else span.low * factor
    high = None if span.high is None else span.high * factor
    return Interval(low, high, span.low_open, span.high_open)


def _choice_rows(scale: ChoiceScale, names: Names) -> tuple[ScaleRow, ...]:
    domain = names.domains[scale.measure]
    measure = Word(scale.measure, domain)
    rows = [
        ScaleRow(Atom(measure, frozenset({row.value})), number, row.points)
        for number, row in enumerate(scale.rows, start=1)
    ]
    left = frozenset(domain) - {row.value for row in scale.rows}
    if left:
        rows.append(ScaleRow(Atom(measure, left), NO_MATCH, Fraction(0)))
    return tuple(rows)
