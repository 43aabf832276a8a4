"""Vectorized maturity scoring: level, rising aspects and percentage from known ratings."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from rules.columns.exact import (
    NotVectorizableError,
    add,
    compare,
    constant,
    may_lie_within,
    scale,
    select_exact,
    smaller,
    total,
)
from rules.columns.forms import FALSE, TRUE, Operator, all_true, any_true, negate
from rules.columns.values import BoundedValue
from rules.contracts.units import convert
from rules.model.maturity import RAISING, LevelMethod, level_name, trend_name
from rules.model.scale_form import PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.columns.asking import TestLowering, TruthColumns
    from rules.columns.exact import ExactColumn
    from rules.columns.forms import Node
    from rules.columns.steps import SharedColumns
    from rules.engine.network import PlannedRule
    from rules.engine.plan import Plan
    from rules.model.maturity import MaturityScale

_FULL = constant(100)


class MaturityLowering:
    """Raises levels as `rules.engine.maturity` does; whoever has a rating that is not known goes to the core."""

    def __init__(self, plan: Plan, asking: TestLowering, steps: SharedColumns, odd: list[Node]) -> None:
        """Rate under a plan."""
        self._maturity = plan.scorecard.maturity
        self._asking = asking
        self._steps = steps
        self._odd = odd
        self._network: dict[str, PlannedRule] = {rule.id: rule for rule in plan.first.rules}
        self._kept: dict[str, Node] = {}

    def percent(self, indicator: str, scale_: MaturityScale) -> tuple[ExactColumn, Node]:
        """Give how mature an indicator is, in percent, and to whom it applies."""
        maturity = self._maturity
        if maturity is None:
            raise NotVectorizableError(f"{indicator} is rated without rules of maturity")
        ratings = [self._rating(name) for name in scale_.level]
        there = negate(any_true(*(rating.absent for rating in ratings)))
        levels = [self._level(row.reading, [rating.low for rating in ratings], there) for row in maturity.level_rows]
        level = self._steps.keep_exact(self._first("level", levels, None, there))
        trend = self._rating(scale_.trend)
        full = [compare(Operator.AT_MOST, constant(row.at_least), trend.low) for row in maturity.trend_rows]
        counted = [select_exact(condition, _FULL, trend.low) for condition in full]
        counts = self._steps.keep_exact(self._first("trend", counted, trend.low, negate(trend.absent)))
        self._asking.points[level_name(indicator)] = BoundedValue(level, level, absent=negate(there))
        self._asking.points[trend_name(indicator)] = BoundedValue(counts, counts, absent=trend.absent)
        reached = [self._reached(indicator, aspect.value, len(maturity.aspect_rows), there) for aspect in RAISING]
        count = total([select_exact(self._steps.keep(condition), constant(1), constant(0)) for condition in reached])
        enough = compare(Operator.AT_MOST, constant(maturity.needed), count)
        rises = self._answer("rise", [f"{indicator}:rise:{place}" for place in range(len(maturity.rise_rows))], there)
        raised = smaller(add(level, constant(maturity.rise)), _FULL)
        return select_exact(all_true(enough, rises), raised, level), there

    def _rating(self, name: str) -> BoundedValue:
        """Give a rating in percent; whether it is missing, and whatever lies outside, is odd."""
        definition = self._asking.facts.definitions[name]
        value = self._asking.facts.number(name)
        number = scale(value.low, convert(Fraction(1), definition.unit, PERCENT))
        outside = any_true(compare(Operator.LESS, number, constant(0)), compare(Operator.LESS, _FULL, number))
        self._odd += [value.missing, value.unknown, value.perhaps, all_true(negate(value.absent), outside)]
        return BoundedValue(number, number, absent=value.absent)

    def _level(self, reading: LevelMethod, ratings: list[ExactColumn], there: Node) -> ExactColumn:
        parts = ratings if reading is LevelMethod.MEAN else [self._middle(rating, there) for rating in ratings]
        return scale(total(parts), Fraction(1, len(parts)))

    def _middle(self, rating: ExactColumn, there: Node) -> ExactColumn:
        """Give the middle of the span that a rating falls into; one in none, or in two, is odd."""
        levels = self._maturity.levels if self._maturity is not None else ()
        inside = [may_lie_within(rating, rating, [(level.at_least, False, level.at_most, False)]) for level in levels]
        twice = [
            all_true(inside[first], inside[other])
            for first, other in combinations(range(len(levels)), 2)
            if levels[first].at_least <= levels[other].at_most and levels[other].at_least <= levels[first].at_most
        ]
        self._odd.append(all_true(there, any_true(negate(any_true(*inside)), *twice)))
        middle = constant(0)
        for level, condition in zip(levels, inside, strict=True):
            middle = select_exact(condition, constant((level.at_least + level.at_most) / 2), middle)
        return middle

    def _rows(self, kind: str, there: Node) -> list[Node]:
        """Say of each row of a list whether it is the first that holds; where one is open is odd."""
        holds: list[Node] = []
        rules = self._maturity.rows[kind] if self._maturity is not None else ()
        for place in range(len(rules)):
            name = f"maturity:{kind}:{place}"
            reply = self._asking.rule(self._network[name].atoms)
            self._odd.append(all_true(there, reply.is_open))
            if name not in self._kept:
                self._kept[name] = self._steps.keep(reply.met)
            holds.append(all_true(self._kept[name], *(negate(before) for before in holds)))
        return holds

    def _first(
        self, kind: str, numbers: Sequence[ExactColumn], otherwise: ExactColumn | None, there: Node
    ) -> ExactColumn:
        """Give the number of the first row that holds; if no row may hold otherwise, that none does is odd."""
        first = self._rows(kind, there)
        if otherwise is None:
            self._odd.append(all_true(there, negate(any_true(*first))))
        chosen_number = constant(0) if otherwise is None else otherwise
        for row, number in zip(first, numbers, strict=True):
            chosen_number = select_exact(row, number, chosen_number)
        return chosen_number

    def _reached(self, indicator: str, aspect: str, rows: int, there: Node) -> Node:
        """Say whether an aspect reaches the level, by the first row that holds; one that does not apply does not."""
        names = [f"{indicator}:{aspect}:{place}" for place in range(rows)]
        self._odd.append(all_true(there, negate(any_true(*self._rows("aspect", there)))))
        return self._answer("aspect", names, there, otherwise=FALSE)

    def _answer(self, kind: str, names: Sequence[str], there: Node, *, otherwise: Node = TRUE) -> Node:
        first = self._rows(kind, there)
        replies: list[TruthColumns] = [self._asking.rule(self._network[name].atoms) for name in names]
        self._odd += [all_true(there, row, reply.is_open) for row, reply in zip(first, replies, strict=True)]
        answered = [all_true(row, reply.met) for row, reply in zip(first, replies, strict=True)]
        if otherwise is FALSE:
            return any_true(*answered)
        return any_true(*answered, negate(any_true(*first)))
