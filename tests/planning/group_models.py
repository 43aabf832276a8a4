"""Made-up curves, plans and solvers for the tests of groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from rules.contracts import Subject, format_exact
from rules.planning import (
    ChosenMeasure,
    CostedWorth,
    CostRange,
    FactEffect,
    GroupGoal,
    GroupMember,
    GroupRequest,
    ImprovementPlan,
    IntegerProgram,
    Measure,
    MeasureList,
    MemberCurve,
    PlanKind,
    PlanResult,
    SearchEffort,
    Solution,
    SolutionStatus,
)

SUBJECT = Subject(subject="factory", as_of="2026-11-30", known="2026-11-30T00:00:00Z")
EFFORT = SearchEffort(evaluations=1, rounds=1, cuts=0, scale="1")
GRADES = ("one_star", "two_stars", "three_stars")


class ExhaustiveSolver:
    """Tries all values."""

    is_over = False

    def minimize(
        self,
        program: IntegerProgram,
        objective: Mapping[int, int],
        hint: Sequence[int] = (),  # noqa: ARG002 -- part of the protocol
        on_bound: Callable[[int | None, int | None], None] | None = None,  # noqa: ARG002 -- part of the protocol
        *,
        confirms: bool = True,  # noqa: ARG002 -- part of the protocol
    ) -> Solution:
        ranges = [range(low, high + 1) for low, high in program.bounds]
        allowed = [values for values in product(*ranges) if _is_allowed(program, values)]
        if not allowed:
            return Solution(SolutionStatus.INFEASIBLE)
        best = min(allowed, key=lambda values: _value(objective, values))
        return Solution(SolutionStatus.OPTIMAL, best, _value(objective, best))


class HintOnlySolver:
    """Returns the hint, with a bound that is too low by `slack`; without a hint it finds nothing."""

    is_over = False

    def __init__(self, slack: int) -> None:
        self._slack = slack

    def minimize(
        self,
        program: IntegerProgram,
        objective: Mapping[int, int],
        hint: Sequence[int] = (),
        on_bound: Callable[[int | None, int | None], None] | None = None,  # noqa: ARG002 -- part of the protocol
        *,
        confirms: bool = True,  # noqa: ARG002 -- part of the protocol
    ) -> Solution:
        best = ExhaustiveSolver().minimize(program, objective)
        assert best.bound is not None
        status = SolutionStatus.FEASIBLE if hint else SolutionStatus.UNKNOWN
        return Solution(status, tuple(hint), best.bound - self._slack)


def _is_allowed(program: IntegerProgram, values: Sequence[int]) -> bool:
    for constraint in program.constraints:
        total = sum(factor * values[variable] for variable, factor in constraint.terms)
        applies = all(values[variable] == wanted for variable, wanted in constraint.when)
        if applies and not (
            (constraint.low is None or constraint.low <= total)
            and (constraint.high is None or total <= constraint.high)
        ):
            return False
    return True


def _value(objective: Mapping[int, int], values: Sequence[int]) -> int:
    return sum(factor * values[variable] for variable, factor in objective.items())


def curve(*points: tuple[str, str], limits: Sequence[tuple[str, str]] | None = None) -> MemberCurve:
    """Return the curve of pairs of cost and worth, proved unless there are other limits."""
    options = tuple(CostedWorth(Fraction(cost), Fraction(worth)) for cost, worth in points)
    bounds = (
        options if limits is None else tuple(CostedWorth(Fraction(cost), Fraction(worth)) for cost, worth in limits)
    )
    return MemberCurve(options, bounds)


def best_worth(curves: Sequence[Sequence[CostedWorth]], budget: Fraction) -> tuple[Fraction, Fraction]:
    """Return the best worth of all choices, and its least cost, by trying all choices."""
    totals = (
        (sum((point.worth for point in chosen), Fraction(0)), -sum((point.cost for point in chosen), Fraction(0)))
        for chosen in product(*curves)
    )
    worth, cost = max(total for total in totals if -total[1] <= budget)
    return worth, -cost


def plan(kind: PlanKind, *, cost: Fraction, bound: str, is_proved: bool, **more: str) -> ImprovementPlan:
    """Return a plan with one measure, or none if it costs nothing."""
    money = CostRange(least=format_exact(cost), most=format_exact(cost))
    measure = ChosenMeasure(
        measure="m", start_date="2026-12-01", end_date="2026-12-02", cost_once=money, cost_per_year=CostRange()
    )
    return ImprovementPlan.model_validate(
        {
            "kind": kind,
            "measures": (measure,) if cost else (),
            "end_date": "2026-12-02",
            "cost_once": money,
            "cost_per_year": CostRange(),
            "cost": format_exact(cost),
            "bound": bound,
            "is_proved": is_proved,
            "end_state": SUBJECT,
            **more,
        }
    )


def plan_result(*plans: ImprovementPlan, **more: object) -> PlanResult:
    """Return a result with these plans."""
    return PlanResult.model_validate({"plans": plans, "effort": EFFORT, **more})


def group_request(count: int, goal: GroupGoal, *, least_cost: str = "1") -> GroupRequest:
    """Return a group with one measure for each member."""
    measure = Measure(
        id="m", effects=(FactEffect(fact="area", amount="1"),), cost_once=CostRange(least=least_cost, most=least_cost)
    )
    measures = MeasureList(currency="CNY", measures=(measure,))
    members = tuple(
        GroupMember(id=f"f{number}", subject=SUBJECT, measures=measures, grades=GRADES, unit="t")
        for number in range(count)
    )
    return GroupRequest(members=members, goal=goal, today="2026-11-30")
