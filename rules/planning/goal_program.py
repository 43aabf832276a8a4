"""Integer programs of goals: the options with their costs and days, and all scenarios that a plan must satisfy."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import ceil, lcm
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.numbers import parse_decimal
from rules.contracts.outcomes import NO_GRADE
from rules.engine.grades import graded_rows
from rules.planning.integer_program import IntegerProgram
from rules.planning.linear import Encoder, Linear, Objective, sum_of_linear
from rules.planning.measures import GoalKind
from rules.planning.options import parse_cost
from rules.planning.plans import PlanKind
from rules.planning.scenario import OptionLevels
from rules.planning.score_encoding import ScoreEncoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.fact_states import FactStates, LevelRanges
    from rules.planning.integer_program import Literal
    from rules.planning.measures import PlanGoal
    from rules.planning.options import Option
    from rules.planning.scenario import Scenario

_ZERO = Fraction(0)
_ONE = Fraction(1)


class OutsideGoal(NamedTuple):
    """Choices that miss the goal: those within ranges of levels, and any levels of the options that are not listed.

    With a `limit`, they only cannot exceed it: the figure, or the points of an indicator in a scenario by its number.
    """

    ranges: LevelRanges
    limit: Fraction | None = None
    points: tuple[int, str] | None = None


def decision_levels(options: Sequence[Option], states: FactStates) -> OptionLevels:
    """Return the levels of all options, and which of them exclude each other."""
    position = {option.measure.id: number for number, option in enumerate(options)}
    pairs = [pair for state in states.by_name.values() for pair in combinations(state.setters, 2)]
    groups: dict[str, list[int]] = {}
    requires: dict[int, frozenset[int]] = {}
    for number, option in enumerate(options):
        excluded = (position[other] for other in option.measure.excludes if other in position)
        pairs += [(number, other) for other in excluded]
        requires[number] = frozenset(position[other] for other in option.measure.requires)
        if option.measure.group:
            groups.setdefault(option.measure.group, []).append(number)
    pairs += [pair for members in groups.values() for pair in combinations(members, 2)]
    conflicts: dict[int, set[int]] = {}
    for one, other in pairs:
        conflicts.setdefault(one, set()).add(other)
        conflicts.setdefault(other, set()).add(one)
    return OptionLevels(
        tuple(range(1, len(options) + 1)),  # the variable 0 is the constant of the encoder
        tuple(option.levels for option in options),
        tuple(option.first for option in options),
        tuple(option.step for option in options),
        {option: frozenset(others) for option, others in conflicts.items()},
        requires,
    )


def grades_of(engine: InferenceEngine) -> tuple[str, ...]:
    """Return the grades of a scorecard, best first; its stages, highest first, if it has no grades."""
    return tuple(grade for grade in engine.every_grade or engine.every_stage if grade != NO_GRADE)


class BaseProgram:
    """The program of all scenarios, with one literal for each grade."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        engine: InferenceEngine,
        scenarios: Sequence[Scenario],
        states: FactStates,
        decisions: OptionLevels,
        options: Sequence[Option],
        goal: PlanGoal,
    ) -> None:
        self._engine = engine
        self.decisions = decisions
        self._options = options
        self._goal = goal
        self.encoder = encoder = Encoder(IntegerProgram())
        for levels in decisions.levels:
            encoder.program.variable(0, levels)
        self._chosen = [encoder.at_least(Linear.variable(variable), _ONE) for variable in decisions.variables]
        self._require_compatible()
        self.cost = sum_of_linear(self._costs())
        self.count = sum_of_linear(
            encoder.number(self._chosen[number]) for number, option in enumerate(options) if not option.is_assumption
        )
        self.assumptions = sum_of_linear(
            encoder.number(self._chosen[number]) for number, option in enumerate(options) if option.is_assumption
        )
        self.last_day = self._last_day()
        self.scenarios = [ScoreEncoder(engine, scenario, states, decisions, encoder) for scenario in scenarios]
        self._grades: dict[str, Literal] = {}
        self.figure: Linear | None = None
        if goal.kind in (GoalKind.HIGHEST, GoalKind.LOWEST):
            self.figure = self._figure()

    @property
    def is_exact(self) -> bool:
        """Whether no part of the rules is left free so far."""
        return all(scenario.is_exact for scenario in self.scenarios)

    @property
    def most_points(self) -> Fraction:
        return sum((section.maximum for section in self._engine.plan.scorecard.sections), _ZERO)

    @property
    def scale(self) -> int:
        """The whole number that points are multiplied by."""
        return lcm(*(scenario.total().scale for scenario in self.scenarios))

    def points(self, scenario: int, indicator: str) -> Linear | None:
        """Return the points of an indicator in a scenario; None if no goal so far needs them."""
        return self.scenarios[scenario].encoded_points.get(indicator)

    def wanted(self, grade: str) -> Literal:
        """Return a literal that is true exactly if all scenarios have a grade or a better one."""
        if grade not in self._grades:
            grades = grades_of(self._engine)
            wanted = frozenset(grades[: grades.index(grade) + 1])
            self._grades[grade] = self.encoder.all_of([self._reaches(scenario, wanted) for scenario in self.scenarios])
        return self._grades[grade]

    def _reaches(self, scenario: ScoreEncoder, wanted: frozenset[str]) -> Literal:
        return self.encoder.all_of([*self._before_rows(scenario), self.any_row(scenario, wanted)])

    def any_row(self, scenario: ScoreEncoder, wanted: frozenset[str], *, with_points: bool = True) -> Literal:
        """Return a literal that is true exactly if a row of a wanted grade is the first true one, or for a stage."""
        if not self._engine.every_grade:
            return self.encoder.any_of([literal for stage, literal in scenario.stages if stage in wanted])
        earlier: list[Literal] = []
        rows: list[Literal] = []
        listed = list(graded_rows(self._engine.plan.scorecard.ladder))
        last = max((index for index, (_, row) in enumerate(listed) if row.grade in wanted), default=-1)
        for position, row in listed[: last + 1]:
            if row.grade in wanted:
                rows.append(self.encoder.all_of([scenario.row(position, with_points=with_points), *earlier]))
            else:
                earlier.append(self.encoder.negated(scenario.row(position)))
        return self.encoder.any_of(rows)

    def passed(self) -> Literal:
        """Return a literal that is true exactly if the subject passes all gates in all scenarios."""
        return self.encoder.all_of([literal for scenario in self.scenarios for literal in self._before_rows(scenario)])

    def _before_rows(self, scenario: ScoreEncoder) -> list[Literal]:
        gates = self._engine.plan.scorecard.gates
        return [scenario.applies(), *(scenario.passes(gate.id) for gate in gates)]

    def for_goal(self, kind: PlanKind, grade: str, price: Fraction, cuts: Iterable[OutsideGoal]) -> GoalProgram:
        """Return a program for one goal, which later cuts do not share. `price` is the price of money of a figure."""
        required = [self.wanted(grade)] if grade else [] if self.figure is not None else [self.passed()]
        program = GoalProgram(self, kind, required, self._goal, price)
        for cut in cuts:
            program.add_cut(cut)
        return program

    def _require_compatible(self) -> None:
        encoder, chosen = self.encoder, self._chosen
        groups: dict[str, list[int]] = {}
        for number, option in enumerate(self._options):
            if option.measure.group:
                groups.setdefault(option.measure.group, []).append(number)
        for members in groups.values():
            encoder.require(sum_of_linear(encoder.number(chosen[number]) for number in members), None, _ONE)
        for one, others in self.decisions.conflicts.items():
            for other in others:
                if one < other:
                    encoder.program.require_any([encoder.negated(chosen[one]), encoder.negated(chosen[other])])
        for one, required in self.decisions.requires.items():
            for other in required:
                encoder.program.require_any([encoder.negated(chosen[one]), chosen[other]])

    def _costs(self) -> Iterable[Linear]:
        years = self._goal.years
        for number, option in enumerate(self._options):
            fixed = parse_cost(option.measure.cost_once.most) + years * parse_cost(option.measure.cost_per_year.most)
            yield self.encoder.number(self._chosen[number]).times(fixed)
            if (by_level := option.measure.range) is not None:
                unit = parse_cost(by_level.cost_once.most) + years * parse_cost(by_level.cost_per_year.most)
                level = self.encoder.number(self._chosen[number]).times(option.first - option.step)
                level += Linear.variable(self.decisions.variables[number], option.step)
                yield level.times(unit)

    def _last_day(self) -> Linear:
        days = sorted({option.end.toordinal() for option in self._options})
        number = Linear.of(_ZERO)
        before = 0
        for day in days:
            later = [self._chosen[item] for item, option in enumerate(self._options) if option.end.toordinal() >= day]
            number += self.encoder.number(self.encoder.any_of(later)).times(Fraction(day - before))
            before = day
        return number

    def _figure(self) -> Linear:
        """Return the figure to maximize: the smallest one of all scenarios, negated for the lowest value."""
        sign = _ONE if self._goal.kind is GoalKind.HIGHEST else -_ONE
        figures = [scenario.figure(self._goal.figure).times(sign) for scenario in self.scenarios]
        smallest, *others = figures
        for other in others:
            smallest = self.encoder.least(smallest, other)
        return smallest


class GoalProgram:
    """The program of one goal, with its objectives in the order of their importance."""

    def __init__(
        self, base: BaseProgram, kind: PlanKind, required: Sequence[Literal], goal: PlanGoal, price: Fraction
    ) -> None:
        self._base = base
        self._encoder = base.encoder.copy()
        self.program = self._encoder.program
        self._encoder.require_all(required)
        self._figure: Linear | None = None
        self.cuts = 0
        if goal.budget is not None:
            self._encoder.require(base.cost, None, parse_decimal(goal.budget))
        self.objectives = tuple(map(self._encoder.objective, self._aims(kind, price)))

    def _aims(self, kind: PlanKind, price: Fraction) -> tuple[Linear, ...]:
        base = self._base
        match kind:
            case PlanKind.CHEAPEST:
                return base.cost, base.assumptions, base.count
            case PlanKind.FASTEST:
                return base.last_day, base.cost, base.count
            case PlanKind.FEWEST:
                return base.count, base.cost
            case PlanKind.BEST_FIGURE:
                self._figure = self._whole_figure()
                lost = self._figure.times(-_ONE)
                return (lost + base.cost.times(price),) if price else (lost, base.cost, base.count)

    def _whole_figure(self) -> Linear:
        """Return the figure as a variable, so that a cut can limit it."""
        figure = self._base.figure or Linear.of(_ZERO)
        low, high = self._encoder.bounds(figure)
        # Undetermined parts of the figure are encoded by one of their values, so the certain value can be lower.
        return self._encoder.at_most(figure, min(low - (high - low), -self._base.most_points))

    def promised_figure(self, values: Sequence[int]) -> Fraction | None:
        """Return the figure of a solution, negated for the lowest value; None without one."""
        return None if self._figure is None else self._figure.at(values)

    def promised_points(self, scenario: int, values: Sequence[int]) -> Iterator[tuple[str, Fraction]]:
        """Yield the points of each indicator that the program contains."""
        for indicator, number in self._base.scenarios[scenario].encoded_points.items():
            yield indicator, number.at(values)

    @property
    def figure_unit(self) -> Fraction:
        """The distance between two values of the figure that the program distinguishes."""
        return max(map(abs, self._figure.weights.values()), default=_ZERO) if self._figure is not None else _ZERO

    def require_at_most(self, objective: Objective, minimized: int) -> None:
        """Fix the value of an objective before the next one."""
        if objective.terms:
            self.program.require(objective.terms, None, minimized)

    def add_cut(self, outside: OutsideGoal) -> None:
        """Exclude choices that miss the goal, or limit their figure."""
        encoder = self._encoder
        self.cuts += 1
        literals: list[Literal] = []
        for option, (least, most) in sorted(outside.ranges.items()):
            level = Linear.variable(self._base.decisions.variables[option])
            literals.append(encoder.negated(encoder.at_least(level, Fraction(least))))
            literals.append(encoder.at_least(level, Fraction(most + 1)))
        if outside.limit is not None:
            limited = self._figure if outside.points is None else self._base.points(*outside.points)
            if limited is None:
                return
            # The limit is rounded up to a value of the number, so that the bound stays valid.
            unit = min(map(abs, limited.weights.values()), default=_ONE)
            limit = limited.constant + ceil((outside.limit - limited.constant) / unit) * unit
            literals.append(encoder.negated(encoder.at_least(limited, limit, is_open=True)))
        encoder.program.require_any([literal for literal in literals if literal != encoder.false])
