"""Lowering of scoring and maturity to column expressions, with the exact core as fallback."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING, Generic

from rules.columns.exact_arithmetic import (
    ExactColumn,
    add,
    compare,
    constant,
    divide,
    may_lie_within,
    scale,
    select_exact,
    smaller,
    total,
)
from rules.columns.expression_nodes import (
    FALSE,
    TRUE,
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    equals_any,
    is_missing,
    negate,
)
from rules.columns.input_columns import BoundedValue
from rules.columns.outcomes import TruthColumns
from rules.columns.point_arithmetic import Number
from rules.contracts.intervals import UNBOUNDED, Interval, hull, point_interval
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.grades import NO_STAGE, every_stage, sections_of
from rules.model.forms import PERCENT
from rules.model.maturity import RAISING, LevelMethod, MaturityScale, level_name, trend_name
from rules.model.scorecard import NotApplicablePolicy
from rules.program.abstract_interpretation import ask, piece_points
from rules.program.nodes import NO_MATCH, PointsByCount, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.columns.expression_nodes import Node
    from rules.columns.outcomes import TestLowering
    from rules.columns.point_arithmetic import PointArithmetic
    from rules.columns.shared_subexpressions import SharedColumns
    from rules.engine.network import PlannedRule
    from rules.engine.plan import Plan
    from rules.model.scorecard import Indicator, Section
    from rules.program.nodes import Piece


_FULL = constant(100)


class MaturityLowering:
    """Column counterpart of `rules.engine.maturity`; unknown ratings go to the core."""

    def __init__(self, plan: Plan, tests: TestLowering, steps: SharedColumns, core_conditions: list[Node]) -> None:
        self._maturity = plan.scorecard.maturity
        self._tests = tests
        self._steps = steps
        self._core_conditions = core_conditions
        self._network: dict[str, PlannedRule] = {rule.id: rule for rule in plan.first_network.rules}
        self._shared_rows: dict[str, Node] = {}

    def percent(self, indicator: str, scale_: MaturityScale) -> tuple[ExactColumn, Node]:
        maturity = self._maturity
        if maturity is None:
            raise NotVectorizableError(f"{indicator} is rated without rules of maturity")
        ratings = [self._rating(name) for name in scale_.level]
        applies = negate(any_true(*(rating.absent for rating in ratings)))
        levels = [self._level(row.reading, [rating.low for rating in ratings], applies) for row in maturity.level_rows]
        level = self._steps.keep_exact(self._first_row_number("level", levels, None, applies))
        trend = self._rating(scale_.trend)
        full = [compare(Operator.AT_MOST, constant(row.at_least), trend.low) for row in maturity.trend_rows]
        counted = [select_exact(condition, _FULL, trend.low) for condition in full]
        counts = self._steps.keep_exact(self._first_row_number("trend", counted, trend.low, negate(trend.absent)))
        self._tests.points[level_name(indicator)] = BoundedValue(level, level, absent=negate(applies))
        self._tests.points[trend_name(indicator)] = BoundedValue(counts, counts, absent=trend.absent)
        reached = [
            self._aspect_condition(indicator, aspect.value, len(maturity.aspect_rows), applies) for aspect in RAISING
        ]
        count = total([select_exact(self._steps.keep(condition), constant(1), constant(0)) for condition in reached])
        enough = compare(Operator.AT_MOST, constant(maturity.needed), count)
        rises = self._first_row_condition(
            "rise", [f"{indicator}:rise:{position}" for position in range(len(maturity.rise_rows))], applies
        )
        raised = smaller(add(level, constant(maturity.rise)), _FULL)
        return select_exact(all_true(enough, rises), raised, level), applies

    def _rating(self, name: str) -> BoundedValue:
        definition = self._tests.facts.definitions[name]
        value = self._tests.facts.number(name)
        number = scale(value.low, convert(Fraction(1), definition.unit, PERCENT))
        outside = any_true(compare(Operator.LESS, number, constant(0)), compare(Operator.LESS, _FULL, number))
        self._core_conditions += [
            value.missing,
            value.unknown,
            value.maybe_absent,
            all_true(negate(value.absent), outside),
        ]
        return BoundedValue(number, number, absent=value.absent)

    def _level(self, method: LevelMethod, ratings: list[ExactColumn], applies: Node) -> ExactColumn:
        parts = ratings if method is LevelMethod.MEAN else [self._middle(rating, applies) for rating in ratings]
        return scale(total(parts), Fraction(1, len(parts)))

    def _middle(self, rating: ExactColumn, applies: Node) -> ExactColumn:
        levels = self._maturity.levels if self._maturity is not None else ()
        inside = [may_lie_within(rating, rating, [(level.at_least, False, level.at_most, False)]) for level in levels]
        twice = [
            all_true(inside[first], inside[other])
            for first, other in combinations(range(len(levels)), 2)
            if levels[first].at_least <= levels[other].at_most and levels[other].at_least <= levels[first].at_most
        ]
        self._core_conditions.append(all_true(applies, any_true(negate(any_true(*inside)), *twice)))
        middle = constant(0)
        for level, condition in zip(levels, inside, strict=True):
            middle = select_exact(condition, constant((level.at_least + level.at_most) / 2), middle)
        return middle

    def _first_matching_rows(self, kind: str, applies: Node) -> list[Node]:
        holds: list[Node] = []
        rules = self._maturity.rows[kind] if self._maturity is not None else ()
        for position in range(len(rules)):
            name = f"maturity:{kind}:{position}"
            reply = self._tests.rule(self._network[name].atoms)
            self._core_conditions.append(all_true(applies, reply.is_open))
            if name not in self._shared_rows:
                self._shared_rows[name] = self._steps.keep(reply.met)
            holds.append(all_true(self._shared_rows[name], *(negate(before) for before in holds)))
        return holds

    def _first_row_number(
        self, kind: str, numbers: Sequence[ExactColumn], otherwise: ExactColumn | None, applies: Node
    ) -> ExactColumn:
        first = self._first_matching_rows(kind, applies)
        if otherwise is None:
            self._core_conditions.append(all_true(applies, negate(any_true(*first))))
        chosen_number = constant(0) if otherwise is None else otherwise
        for row, number in zip(first, numbers, strict=True):
            chosen_number = select_exact(row, number, chosen_number)
        return chosen_number

    def _aspect_condition(self, indicator: str, aspect: str, rows: int, applies: Node) -> Node:
        names = [f"{indicator}:{aspect}:{position}" for position in range(rows)]
        self._core_conditions.append(all_true(applies, negate(any_true(*self._first_matching_rows("aspect", applies)))))
        return self._first_row_condition("aspect", names, applies, otherwise=FALSE)

    def _first_row_condition(self, kind: str, names: Sequence[str], applies: Node, *, otherwise: Node = TRUE) -> Node:
        first = self._first_matching_rows(kind, applies)
        replies: list[TruthColumns] = [self._tests.rule(self._network[name].atoms) for name in names]
        self._core_conditions += [
            all_true(applies, row, reply.is_open) for row, reply in zip(first, replies, strict=True)
        ]
        answered = [all_true(row, reply.met) for row, reply in zip(first, replies, strict=True)]
        if otherwise is FALSE:
            return any_true(*answered)
        return any_true(*answered, negate(any_true(*first)))


_ZERO = constant(0)
_ZERO_INTERVAL = point_interval(Fraction(0))


@dataclass(frozen=True, slots=True)
class PointsColumns:
    """Minimum and maximum points of an indicator, for subjects where it applies."""

    low: ExactColumn
    high: ExactColumn
    applies: Node


class ScoreLowering:
    """Column counterpart of `rules.engine.score`; undetermined cases go to the core."""

    def __init__(self, plan: Plan, tests: TestLowering, steps: SharedColumns, core_conditions: list[Node]) -> None:
        self._plan = plan
        self._tests = tests
        self._steps = steps
        self._core_conditions = core_conditions
        self._network = {rule.id: rule for rule in plan.first_network.rules}
        self._maturity = MaturityLowering(plan, tests, steps, core_conditions)

    def points(self) -> dict[str, PointsColumns]:
        return {indicator.id: self._earned(indicator) for indicator in self._plan.scorecard.indicators}

    def _rule(self, name: str) -> TruthColumns | None:
        return self._tests.rule(self._network[name].atoms) if name in self._network else None

    def _earned(self, indicator: Indicator) -> PointsColumns:
        applies = self._rule(f"{indicator.id}:applies")
        must = self._rule(f"{indicator.id}:must")
        low, high, applicable = self._indicator_points(indicator)
        if applies is not None:
            self._core_conditions.append(applies.is_open)
            applicable = all_true(applicable, applies.met)
        if must is not None:
            exact = low is high and must.is_open is FALSE
            most = select_exact(negate(any_true(must.fails, must.absent)), high, _ZERO)
            low = select_exact(must.met, low, _ZERO)
            high = low if exact else most
        shared_low = self._steps.keep_exact(low)
        return PointsColumns(
            shared_low, shared_low if low is high else self._steps.keep_exact(high), self._steps.keep(applicable)
        )

    def _indicator_points(self, indicator: Indicator) -> tuple[ExactColumn, ExactColumn, Node]:
        lowered = self._plan.scales[indicator.id]
        if isinstance(lowered, PointsByCount):
            return (*self._points_by_count(lowered), TRUE)
        if isinstance(indicator.scale, MaturityScale):
            percent, applies = self._maturity.percent(indicator.id, indicator.scale)
            points = scale(percent, indicator.maximum / 100)
            return points, points, applies
        pieces = lowered.pieces
        if not pieces:
            raise NotVectorizableError(f"the scale of {indicator.id} has no rows")
        if (_hull_all([piece_points(piece, UNBOUNDED) for piece in pieces]).low or 0) < 0:
            raise NotVectorizableError(f"{indicator.id} can take points away")
        return self._by_rows(pieces)

    def _points_by_count(self, node: PointsByCount) -> tuple[ExactColumn, ExactColumn]:
        replies = [self._tests.rule(tuple(atom for tests in part for atom in tests)) for part in node.parts]
        each_points = constant(node.each)
        least = [self._steps.keep(reply.met) for reply in replies]
        low = total([select_exact(met, each_points, _ZERO) for met in least])
        if all(reply.is_open is FALSE for reply in replies):
            return low, low
        may_be_met = [negate(any_true(reply.fails, reply.absent)) for reply in replies]
        return low, total([select_exact(part, each_points, _ZERO) for part in may_be_met])

    def _by_rows(self, pieces: tuple[Piece, ...]) -> tuple[ExactColumn, ExactColumn, Node]:
        if any(len(piece.tests) > 1 for piece in pieces):
            return self._by_cells(pieces)
        replies = [self._tests.atom(piece.tests[0]) for piece in pieces]
        self._core_conditions += _no_match_conditions(pieces, replies)
        known = [(reply.met, piece) for reply, piece in zip(replies, pieces, strict=True) if piece.number != NO_MATCH]
        points = self._tests.number(known[-1][1].points)
        for met, piece in reversed(known[:-1]):
            points = select_exact(met, self._tests.number(piece.points), points)
        measure, applies = pieces[0].tests[0].measure, negate(replies[0].absent)
        if isinstance(measure, Word):
            if all(reply.is_open is FALSE for reply in replies):
                return points, points, applies
            code, _, _, maybe_absent = self._tests.facts.code(measure.name)
            self._core_conditions.append(maybe_absent)
            missing, possible = is_missing(code), [piece_points(piece, None) for _, piece in known]
        else:
            value = self._tests.value(measure)
            self._core_conditions += [value.unknown, value.maybe_absent]
            missing, applies = value.missing, negate(value.absent)
            if missing is FALSE:
                return points, points, applies
            if any(piece.fixed is None for piece in pieces):
                self._core_conditions.append(missing)
            divisor = value.low.divisor
            domain = Interval(Fraction(value.low.numerator.low, divisor), Fraction(value.high.numerator.high, divisor))
            possible_pieces = [piece for _, piece in known if ask(piece.tests[0], domain) is not Outcome.NOT_MET]
            possible = [piece_points(piece, domain) for piece in possible_pieces]
        joined = _hull_all(possible)
        least, most = constant(joined.low or Fraction(0)), constant(joined.high or Fraction(0))
        return select_exact(missing, least, points), select_exact(missing, most, points), applies

    def _by_cells(self, pieces: tuple[Piece, ...]) -> tuple[ExactColumn, ExactColumn, Node]:
        replies = [self._tests.rule(piece.tests) for piece in pieces]
        self._core_conditions += _no_match_conditions(pieces, replies)
        applies: Node = TRUE
        for test in pieces[0].tests:
            reply = self._tests.atom(test)
            applies = all_true(applies, negate(reply.absent))
            if not isinstance(test.measure, Word):
                value = self._tests.value(test.measure)
                self._core_conditions += [value.unknown, value.maybe_absent]
            elif reply.is_open is not FALSE:
                self._core_conditions.append(self._tests.facts.code(test.measure.name)[3])
        cells = [
            (piece.fixed.low or Fraction(0), negate(any_true(reply.fails, reply.absent)))
            for piece, reply in zip(pieces, replies, strict=True)
            if piece.fixed is not None and piece.number != NO_MATCH
        ]
        cells.sort(key=lambda cell: cell[0])
        high, low = constant(cells[0][0]), constant(cells[-1][0])
        for points, is_possible in cells[1:]:
            high = select_exact(is_possible, constant(points), high)
        if all(reply.is_open is FALSE for reply in replies):
            return high, high, applies
        for points, is_possible in reversed(cells[:-1]):
            low = select_exact(is_possible, constant(points), low)
        return low, high, applies


def _hull_all(possible: list[Interval | None]) -> Interval:
    return reduce(hull, [interval for interval in possible if interval is not None] or [_ZERO_INTERVAL])


class PointsAdder(Generic[Number]):
    """Sum of indicator points, exact or with bounds."""

    def __init__(
        self, plan: Plan, points: dict[str, PointsColumns], core_conditions: list[Node], way: PointArithmetic[Number]
    ) -> None:
        self._card = plan.scorecard
        self._core_conditions = core_conditions
        self._arithmetic = way
        self._zero = way.take(_ZERO)
        self._applies = {name: column.applies for name, column in points.items()}
        self._low = {
            name: way.either_of(column.applies, way.take(column.low), self._zero) for name, column in points.items()
        }
        self._high = {
            name: self._low[name]
            if column.low is column.high
            else way.either_of(column.applies, way.take(column.high), self._zero)
            for name, column in points.items()
        }

    def total(self, stage: Node | None) -> tuple[Number, Number]:
        card = self._card
        if card.stages is None:
            return self._sections(card.sections)
        bounds = self._zero, self._zero
        for code, name in enumerate(every_stage(card)):
            counting = sections_of(card, name) if name != NO_STAGE else ()
            low, high = self._sections(tuple(section for section in card.sections if section.id in counting))
            is_stage = equals_any(stage, [code]) if stage is not None else FALSE
            first = self._arithmetic.either_of(is_stage, low, bounds[0])
            same = low is high and bounds[0] is bounds[1]
            bounds = first, first if same else self._arithmetic.either_of(is_stage, high, bounds[1])
        return bounds

    def _sections(self, sections: tuple[Section, ...]) -> tuple[Number, Number]:
        if not sections:
            return self._zero, self._zero
        scored = [self._section(section) for section in sections]
        same = all(low is high for low, high, _ in scored)
        lows = self._arithmetic.total([low for low, _, _ in scored])
        highs = lows if same else self._arithmetic.total([high for _, high, _ in scored])
        full = sum((section.maximum for section in sections), Fraction(0))
        weights = [weight for _, _, weight in scored]
        if all(weight is None for weight in weights) or not full:
            return lows, highs
        most = [(constant(section.maximum), weight) for section, weight in zip(sections, weights, strict=True)]
        remaining = total(
            [maximum if weight is None else select_exact(weight, maximum, _ZERO) for maximum, weight in most]
        )
        factor = divide(constant(full), remaining)
        low = self._arithmetic.multiply(lows, factor)
        return low, low if same else self._arithmetic.multiply(highs, factor)

    def _section(self, section: Section) -> tuple[Number, Number, Node | None]:
        members = [item for item in self._card.indicators if item.section == section.id]
        if not members:
            return self._zero, self._zero, FALSE
        policy = self._card.card.not_applicable
        applies = [self._applies[item.id] for item in members]
        always = all(applicable is TRUE for applicable in applies)
        if policy is NotApplicablePolicy.REFUSE:
            self._core_conditions += [negate(applicable) for applicable in applies]
        lows, highs = ([ends[item.id] for item in members] for ends in (self._low, self._high))
        same = all(low is high for low, high in zip(lows, highs, strict=True))
        low = self._arithmetic.total(lows)
        high = low if same else self._arithmetic.total(highs)
        weight = sum((item.maximum for item in members), Fraction(0))
        if policy is not NotApplicablePolicy.DROP_AND_RESCALE or (always and weight == section.maximum):
            return low, high, None
        weights = [
            select_exact(applicable, constant(item.maximum), _ZERO)
            for applicable, item in zip(applies, members, strict=True)
        ]
        factor = divide(constant(section.maximum), total(weights))
        first = self._arithmetic.multiply(low, factor)
        return first, first if same else self._arithmetic.multiply(high, factor), None if always else any_true(*applies)


def _no_match_conditions(pieces: tuple[Piece, ...], replies: list[TruthColumns]) -> list[Node]:
    return [
        negate(any_true(reply.fails, reply.absent))
        for piece, reply in zip(pieces, replies, strict=True)
        if piece.number == NO_MATCH
    ]
