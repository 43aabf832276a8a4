"""Lowering of scales: the pieces of each kind of scale."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, complement, point_interval
from rules.contracts.units import convert
from rules.model.edge_rows import row_span
from rules.model.scorecard import BandScale, ChoiceScale, CountScale, LinePoint, LineScale, ShareScale
from rules.program.lowering import LoweringNames, lower_clauses, scaled_node
from rules.program.nodes import NO_MATCH, AtomicTest, Constant, NamedNumber, Piece, Piecewise, PointsByCount, Sum, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.scorecard import Indicator
    from rules.program.nodes import Numeric, Scored

_ZERO = Fraction(0)


def lower_scale(indicator: Indicator, names: LoweringNames) -> Scored:
    """Lower a scale by rows, or a count of parts; of other scales no piece.

    Values that no row holds get a piece of their own, so that they are never zero points.
    """
    if isinstance(indicator.scale, CountScale):
        return PointsByCount(tuple(lower_clauses(part, names) for part in indicator.scale.parts), indicator.maximum)
    return Piecewise(_pieces(indicator, names), Interval(_ZERO, indicator.maximum))


def _pieces(indicator: Indicator, names: LoweringNames) -> tuple[Piece, ...]:
    scale = indicator.scale
    match scale:
        case BandScale():
            spans = [_in_unit_of(row_span(band), scale.unit, names.units[scale.measure]) for band in scale.bands]
            points = [_constant(band.points) for band in scale.bands]
            return _by_spans(NamedNumber(scale.measure), spans, points)
        case LineScale():
            return _by_corners(scale.measure, scale.corners, scale.unit, names)
        case ShareScale():
            full = LinePoint(at=Fraction(100), points=indicator.maximum)
            return _by_corners(scale.measure, (LinePoint(at=_ZERO, points=_ZERO), full), "%", names)
        case ChoiceScale():
            return _by_choice(scale, names)
        case _:
            return ()


def better_pieces(pieces: tuple[Piece, ...]) -> dict[int, Piece | None]:
    """Map each piece with fixed points to the one that gives the next more; to None if none does."""
    return {
        piece.number: next_better(pieces, points) for piece in pieces if (points := constant_points(piece)) is not None
    }


def next_better(pieces: tuple[Piece, ...], than: Fraction) -> Piece | None:
    """Give the piece with the least fixed points above some; None if none gives more."""
    fixed = [(points, piece) for piece in pieces if (points := constant_points(piece)) is not None and points > than]
    return min(fixed, key=lambda pair: (pair[0], pair[1].number), default=(than, None))[1]


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
    return _by_spans(measure, [_in_unit_of(span, written, wanted) for span in spans], points)


def _constant(points: Fraction) -> Numeric:
    return Constant(point_interval(points))


def _on_line(measure: NamedNumber, slope: Fraction, start: Fraction) -> Numeric:
    """Give points that start where the measure is zero, and rise by the slope."""
    if not slope:
        return _constant(start)
    line = scaled_node(measure, slope)
    return Sum(line, _constant(start)) if start else line


def _by_spans(measure: NamedNumber, spans: Sequence[Interval], points: Sequence[Numeric]) -> tuple[Piece, ...]:
    """Make numbered pieces, and one of the numbers that no span holds."""
    each = enumerate(zip(spans, points, strict=True), start=1)
    pieces = [Piece(AtomicTest(measure, (span,)), number, span_points) for number, (span, span_points) in each]
    if uncovered := complement(tuple(spans)):
        pieces.append(Piece(AtomicTest(measure, uncovered), NO_MATCH, _constant(_ZERO)))
    return tuple(pieces)


def _in_unit_of(span: Interval, written: str, wanted: str) -> Interval:
    factor = convert(Fraction(1), written, wanted)
    low = None if span.low is None else span.low * factor
    high = None if span.high is None else span.high * factor
    return Interval(low, high, span.low_open, span.high_open)


def _by_choice(scale: ChoiceScale, names: LoweringNames) -> tuple[Piece, ...]:
    measure: Word = names.word(scale.measure)
    pieces = [
        Piece(AtomicTest(measure, frozenset({row.value})), number, _constant(row.points))
        for number, row in enumerate(scale.rows, start=1)
    ]
    if unlisted := frozenset(measure.domain) - {row.value for row in scale.rows}:
        pieces.append(Piece(AtomicTest(measure, unlisted), NO_MATCH, _constant(_ZERO)))
    return tuple(pieces)
