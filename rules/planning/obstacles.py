"""Obstacles: the reasons why no plan reaches a grade."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact, round_to
from rules.engine.grades import graded_rows
from rules.planning.integer_program import SolutionStatus
from rules.planning.plans import Obstacle, ObstacleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.planning.integer_program import Literal, Solver
    from rules.planning.linear import Encoder, Linear
    from rules.planning.score_encoding import ScoreEncoder
    from rules.planning.search import PlanSearch


def obstacles_of(search: PlanSearch, solver: Solver, grade: str) -> tuple[Obstacle, ...]:
    """Return every single reason why no plan reaches a grade; that they exclude each other, if there is none."""
    found = [
        obstacle
        for scenario in search.program.scenarios
        for obstacle in _Obstacles(search, solver, grade, scenario).all()
    ]
    return tuple(dict.fromkeys(found)) or (Obstacle(kind=ObstacleKind.TOGETHER),)


class _Obstacles:
    def __init__(self, search: PlanSearch, solver: Solver, grade: str, scenario: ScoreEncoder) -> None:
        self._search, self._solver, self._scenario = search, solver, scenario
        self._encoder: Encoder = search.program.encoder
        self._scorecard = search.engine.plan.scorecard
        self._wanted = search.wanted_grades(grade) if grade else frozenset()

    def all(self) -> Iterator[Obstacle]:
        if self._is_impossible(self._scenario.applies()):
            yield Obstacle(kind=ObstacleKind.APPLICABILITY)
        for gate in self._scorecard.gates:
            if self._is_impossible(self._scenario.passes(gate.id)):
                yield Obstacle(kind=ObstacleKind.GATE, criterion=gate.id)
        if not self._wanted:
            return
        rows = self._search.program.any_row(self._scenario, self._wanted, with_points=False)
        if self._is_impossible(rows):
            yield Obstacle(kind=ObstacleKind.REQUIREMENT)
        yield from self._points()

    def _points(self) -> Iterator[Obstacle]:
        rows = [row for _, row in graded_rows(self._scorecard.ladder) if row.grade in self._wanted]
        bounds = [row.at_least if row.at_least is not None else row.more_than for row in rows]
        required = min((bound for bound in bounds if bound is not None), default=None)
        if required is None or any(bound is None for bound in bounds):
            return
        reachable = self._highest(self._scenario.total())
        if reachable is not None and self._compared(reachable) < required:
            yield Obstacle(kind=ObstacleKind.POINTS, required=format_exact(required), reachable=format_exact(reachable))

    def _compared(self, total: Fraction) -> Fraction:
        card = self._scorecard.card
        return round_to(total, card.rounding.places, card.rounding.mode) if card.compare_rounded else total

    def _is_impossible(self, literal: Literal) -> bool:
        if literal in (self._encoder.true, self._encoder.false):
            return literal == self._encoder.false
        encoder = self._encoder.copy()
        encoder.require_all([literal])
        return self._solver.minimize(encoder.program, {}).status is SolutionStatus.INFEASIBLE

    def _highest(self, number: Linear) -> Fraction | None:
        """Return the highest value that a number cannot exceed."""
        objective = self._encoder.objective(number.times(Fraction(-1)))
        solution = self._solver.minimize(self._encoder.copy().program, objective.terms)
        return None if solution.bound is None else -objective.value(solution.bound)
