"""A group planned in this process with the real search and solver, compared with each choice of single plans."""

from contextlib import closing
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from rules.contracts import DeclaredValue, Subject
from rules.engine import InferenceEngine
from rules.planning import (
    CostRange,
    FactEffect,
    GoalKind,
    GroupGoal,
    GroupGoalKind,
    GroupMember,
    GroupProgress,
    GroupRequest,
    Measure,
    MeasureList,
    PlanGoal,
    PlanRequest,
    plan_group,
    plan_improvement,
)
from tests.support.small_card import small_card, small_subject

pytest.importorskip("ortools", reason="the extra plan is not installed")

TODAY, GOAL_DATE = "2026-11-30", date(2027, 11, 30).isoformat()
SHARES = ("45", "10", "90", "60")


def subject(share: str) -> Subject:
    declared = small_subject(renewable_share=DeclaredValue(number=share, unit="%", evidence=("meter",)))
    return declared.model_copy(update={"known": "2026-11-30T00:00:00Z"})


def measures(number: int) -> MeasureList:
    """Return two measures that raise the share by an amount, at costs that differ for each member."""
    costs = {"sun": 100 + 70 * number, "wind": 160 + 30 * number}
    return MeasureList(
        currency="CNY",
        measures=tuple(
            Measure(
                id=id,
                effects=(FactEffect(fact="renewable_share", amount=amount),),
                cost_once=CostRange(least=str(costs[id]), most=str(costs[id])),
            )
            for id, amount in (("sun", "20"), ("wind", "30"))
        ),
    )


def group(kind: GroupGoalKind, budget: int) -> GroupRequest:
    members = tuple(
        GroupMember(id=f"f{number}", subject=subject(share), measures=measures(number), grades=("silver", "gold"))
        for number, share in enumerate(SHARES)
    )
    return GroupRequest(members=members, goal=GroupGoal(kind=kind, budget=str(budget), date=GOAL_DATE), today=TODAY)


@pytest.mark.parametrize("budget", [0, 250, 420, 1000])
@pytest.mark.parametrize("kind", [GroupGoalKind.GRADES, GroupGoalKind.HIGHEST])
def test_a_group_is_as_good_as_the_best_choice_of_single_plans(kind: GroupGoalKind, budget: int) -> None:
    from service.planning.solver import CpSatSolver  # noqa: PLC0415 -- the extra may be absent

    request, states = group(kind, budget), list[GroupProgress]()
    with closing(InferenceEngine(small_card())) as engine:
        result = plan_group(lambda _: engine, request, CpSatSolver(), states.append)
        choices = [single_plans(engine, member, kind) for member in request.members]
    best = max(
        sum(worth for _, worth in chosen) for chosen in product(*choices) if sum(cost for cost, _ in chosen) <= budget
    )
    assert Fraction(result.worth) == best or Fraction(result.gap) <= Fraction(1, 100)
    assert Fraction(result.worth) <= best <= Fraction(result.bound)
    assert Fraction(result.cost) <= budget
    assert states[-1].finished == len(SHARES)


def single_plans(engine: InferenceEngine, member: GroupMember, kind: GroupGoalKind) -> list[tuple[Fraction, Fraction]]:
    """Return cost and worth of the best plan for each possible budget."""
    from service.planning.solver import CpSatSolver  # noqa: PLC0415 -- the extra may be absent

    first, second = (Fraction(measure.cost_once.most) for measure in member.measures.measures)
    found: list[tuple[Fraction, Fraction]] = []
    for budget in (Fraction(0), first, second, first + second):
        goal = PlanGoal(kind=GoalKind.HIGHEST, budget=str(budget), date=GOAL_DATE)
        request = PlanRequest(subject=member.subject, measures=member.measures, goal=goal, today=TODAY)
        [plan] = plan_improvement(engine, request, CpSatSolver()).plans
        assert plan.is_proved
        worth = Fraction(member.grades.index(plan.grade) + 1) if plan.grade else Fraction(0)
        if kind == GroupGoalKind.HIGHEST:
            worth = Fraction(plan.figure_after)
        found.append((Fraction(plan.cost), worth))
    return found
