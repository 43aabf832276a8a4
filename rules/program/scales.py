"""Lowering of scales: the pieces of each kind of scale."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, complement, point_interval
from rules.contracts.units import convert
from rules.model.edge_rows import row_span
from rules.model.forms import PERCENT
from rules.model.scales import CountScale, LinePoint, LineScale, ShareScale
from rules.program.lowering import LoweringNames, lower_clauses, scaled_node
from rules.program.nodes import NO_MATCH, AtomicTest, Constant, NamedNumber, Piece, Piecewise, PointsByCount, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model.scales import ScaleAxis
    from rules.model.scorecard import Indicator
    from rules.program.nodes import Numeric, Scored, Tests

_ZERO = Fraction(0)


def lower_scale(indicator: Indicator, names: LoweringNames) -> Scored:
    """Lower a scale by rows, or a count of parts; of other scales no piece.

    Values that no row holds get a piece of their own, so that they are never zero points.
    """
    scale = indicator.scale
    if isinstance(scale, CountScale):
        return PointsByCount(tuple(lower_clauses(part, names) for part in scale.parts), indicator.maximum)
    pieces: tuple[Piece, ...] = ()
    if isinstance(scale, LineScale):
        pieces = _by_corners(scale.measure, scale.corners, scale.unit, names)
    elif isinstance(scale, ShareScale):
        full = LinePoint(at=Fraction(100), points=indicator.maximum)
        pieces = _by_corners(scale.measure, (LinePoint(at=_ZERO, points=_ZERO), full), PERCENT, names)
    elif scale.axes:
        pieces = _by_axes([_axis_tests(axis, names) for axis in scale.axes], map(_constant, scale.points.values()))
    return Piecewise(pieces, Interval(_ZERO, indicator.maximum))


def better_pieces(pieces: tuple[Piece, ...]) -> dict[int, Piece | None]:
    """Map each piece with fixed points to the one that gives the next more; to None if none does."""
    return {
        piece.number: next_better(pieces, piece, points)
        for piece in pieces
        if (points := constant_points(piece)) is not None
    }


def next_better(pieces: tuple[Piece, ...], reached: Piece, than: Fraction) -> Piece | None:
    """Give the piece with the least fixed points above some; None if none gives more.

    Of a table of several measures a piece that differs from the one reached in a single measure comes first.
    """
    fixed = [
        (len(changed_tests(reached, piece)), points, piece.number, piece)
        for piece in pieces
        if (points := constant_points(piece)) is not None and points > than
    ]
    return min(fixed, key=lambda ranked: ranked[:3], default=(0, than, 0, None))[3]


def changed_tests(reached: Piece, other: Piece) -> Tests:
    """Give the tests of another piece that are not those of the one reached; all of them with a single measure."""
    return tuple(test for test in other.tests if len(other.tests) == 1 or test not in reached.tests)


def constant_points(piece: Piece) -> Fraction | None:
    """Give the points of a row if they do not depend on what is measured."""
    return piece.fixed.low if piece.fixed is not None and piece.number != NO_MATCH else None


def _by_corners(name: str, corners: tuple[LinePoint, ...], written: str, names: LoweringNames) -> tuple[Piece, ...]:
    """Lower a line through corners: constant before the first and after the last."""
    measure, wanted = NamedNumber(name), names.units[name]
    first, last = corners[0], corners[-1]
    spans, points = [Interval(None, first.at, False, True)], [_constant(first.points)]
    for left, right in pairwise(corners):
        slope = (right.points - left.points) / (right.at - left.at)
        spans.append(Interval(left.at, right.at, False, True))
        points.append(_on_line(measure, slope / convert(Fraction(1), written, wanted), left.points - slope * left.at))
    spans.append(Interval(last.at, None))
    points.append(_constant(last.points))
    return _by_axes([_span_tests(measure, [_in_unit_of(span, written, wanted) for span in spans])], points)


def _constant(points: Fraction) -> Numeric:
    return Constant(point_interval(points))


def _on_line(measure: NamedNumber, slope: Fraction, start: Fraction) -> Numeric:
    """Give points that start where the measure is zero, and rise by the slope."""
    if not slope:
        return _constant(start)
    line = scaled_node(measure, slope)
    return Sum(line, _constant(start)) if start else line


def _by_axes(axes: Sequence[tuple[Tests, Tests]], points: Iterable[Numeric]) -> tuple[Piece, ...]:
    """Make a numbered piece where a test of each axis holds, and one of what is outside of all tests of an axis."""
    cells = enumerate(zip(product(*(inside for inside, _ in axes)), points, strict=True), start=1)
    pieces = [Piece(tests, number, cell_points) for number, (tests, cell_points) in cells]
    return (*pieces, *(Piece((test,), NO_MATCH, _constant(_ZERO)) for _, outside in axes for test in outside))


def _axis_tests(axis: ScaleAxis, names: LoweringNames) -> tuple[Tests, Tests]:
    """Give a test for each band or choice, and one of what is in none of them, if there is any."""
    if axis.measure not in names.domains:
        wanted = names.units[axis.measure]
        return _span_tests(
            NamedNumber(axis.measure), [_in_unit_of(row_span(band), axis.unit, wanted) for band in axis.bands]
        )
    word = names.word(axis.measure)
    unlisted = frozenset(word.domain).difference(*axis.choices)
    tests = tuple(AtomicTest(word, frozenset(choices)) for choices in axis.choices)
    return tests, (AtomicTest(word, unlisted),) if unlisted else ()


def _span_tests(measure: NamedNumber, spans: Sequence[Interval]) -> tuple[Tests, Tests]:
    uncovered = complement(tuple(spans))
    tests = tuple(AtomicTest(measure, (span,)) for span in spans)
    return tests, (AtomicTest(measure, uncovered),) if uncovered else ()


def _in_unit_of(span: Interval, written: str, wanted: str) -> Interval:
    factor = convert(Fraction(1), written, wanted)
    low = None if span.low is None else span.low * factor
    high = None if span.high is None else span.high * factor
    return Interval(low, high, span.low_open, span.high_open)
