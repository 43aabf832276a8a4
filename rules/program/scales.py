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
    """Lower a scale with rows, or a count of parts; other scales have no pieces.

    Values that match no row have their own piece, so that they never score zero points.
    """
    scale = indicator.scale
    if isinstance(scale, CountScale):
        return PointsByCount(tuple(lower_clauses(part, names) for part in scale.parts), indicator.maximum)
    pieces: tuple[Piece, ...] = ()
    if isinstance(scale, LineScale):
        pieces = _line_pieces(scale.measure, scale.corners, scale.unit, names)
    elif isinstance(scale, ShareScale):
        full = LinePoint(at=Fraction(100), points=indicator.maximum)
        pieces = _line_pieces(scale.measure, (LinePoint(at=_ZERO, points=_ZERO), full), PERCENT, names)
    elif scale.axes:
        pieces = _grid_pieces([_axis_tests(axis, names) for axis in scale.axes], map(_constant, scale.points.values()))
    return Piecewise(pieces, Interval(_ZERO, indicator.maximum))


def better_pieces(pieces: tuple[Piece, ...]) -> dict[int, Piece | None]:
    """Map the number of each piece with fixed points to the piece with the next higher points, or to None."""
    return {
        piece.number: next_better(pieces, piece, points)
        for piece in pieces
        if (points := constant_points(piece)) is not None
    }


def next_better(pieces: tuple[Piece, ...], reached: Piece, than: Fraction) -> Piece | None:
    """Return the closest piece with more fixed points than `than`; None if there is none.

    The fewest changed measures are preferred, then the fewest points.
    """
    fixed = [
        (len(changed_tests(reached, piece)), points, piece.number, piece)
        for piece in pieces
        if (points := constant_points(piece)) is not None and points > than
    ]
    return min(fixed, key=lambda ranked: ranked[:3], default=(0, than, 0, None))[3]


def changed_tests(reached: Piece, other: Piece) -> Tests:
    """Return the tests of `other` that `reached` does not have; all tests if there is a single measure."""
    return tuple(test for test in other.tests if len(other.tests) == 1 or test not in reached.tests)


def constant_points(piece: Piece) -> Fraction | None:
    """Return the points of a row; None if they depend on the measure, or if the piece matches no row."""
    return piece.fixed.low if piece.fixed is not None and piece.number != NO_MATCH else None


def _line_pieces(name: str, corners: tuple[LinePoint, ...], written: str, names: LoweringNames) -> tuple[Piece, ...]:
    measure, wanted = NamedNumber(name), names.units[name]
    first, last = corners[0], corners[-1]
    spans, points = [Interval(None, first.at, False, True)], [_constant(first.points)]
    for left, right in pairwise(corners):
        slope = (right.points - left.points) / (right.at - left.at)
        spans.append(Interval(left.at, right.at, False, True))
        points.append(
            _linear_points(measure, slope / convert(Fraction(1), written, wanted), left.points - slope * left.at)
        )
    spans.append(Interval(last.at, None))
    points.append(_constant(last.points))
    return _grid_pieces([_span_tests(measure, [_converted_span(span, written, wanted) for span in spans])], points)


def _constant(points: Fraction) -> Numeric:
    return Constant(point_interval(points))


def _linear_points(measure: NamedNumber, slope: Fraction, start: Fraction) -> Numeric:
    if not slope:
        return _constant(start)
    line = scaled_node(measure, slope)
    return Sum(line, _constant(start)) if start else line


def _grid_pieces(axes: Sequence[tuple[Tests, Tests]], points: Iterable[Numeric]) -> tuple[Piece, ...]:
    cells = enumerate(zip(product(*(inside for inside, _ in axes)), points, strict=True), start=1)
    pieces = [Piece(tests, number, cell_points) for number, (tests, cell_points) in cells]
    return (*pieces, *(Piece((test,), NO_MATCH, _constant(_ZERO)) for _, outside in axes for test in outside))


def _axis_tests(axis: ScaleAxis, names: LoweringNames) -> tuple[Tests, Tests]:
    if axis.measure not in names.domains:
        wanted = names.units[axis.measure]
        return _span_tests(
            NamedNumber(axis.measure), [_converted_span(row_span(band), axis.unit, wanted) for band in axis.bands]
        )
    word = names.word(axis.measure)
    unlisted = frozenset(word.domain).difference(*axis.choices)
    tests = tuple(AtomicTest(word, frozenset(choices)) for choices in axis.choices)
    return tests, (AtomicTest(word, unlisted),) if unlisted else ()


def _span_tests(measure: NamedNumber, spans: Sequence[Interval]) -> tuple[Tests, Tests]:
    uncovered = complement(tuple(spans))
    tests = tuple(AtomicTest(measure, (span,)) for span in spans)
    return tests, (AtomicTest(measure, uncovered),) if uncovered else ()


def _converted_span(span: Interval, written: str, wanted: str) -> Interval:
    factor = convert(Fraction(1), written, wanted)
    low = None if span.low is None else span.low * factor
    high = None if span.high is None else span.high * factor
    return Interval(low, high, span.low_open, span.high_open)
