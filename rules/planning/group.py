"""Models of a group under one budget: members with their own measures, one goal, and the chosen plan of each member.

Amounts are exact text: a decimal, or a fraction such as "1/3" in results.
"""

from __future__ import annotations

from enum import StrEnum

from rules.contracts.inputs import FrozenModel, Subject
from rules.planning.measures import GoalKind, MeasureList, PlanGoal, PlanRequest
from rules.planning.plans import ImprovementPlan

MAXIMUM_MEMBERS = 500


class GroupGoalKind(StrEnum):
    """Aims of a group; each adds up a worth over all members."""

    GRADES = "grades"
    """The highest sum of the worth of all grades."""
    HIGHEST = "highest"
    """The highest sum of a figure."""
    LOWEST = "lowest"
    """The lowest sum of a figure."""


class GradeWorth(FrozenModel):
    """The worth of a grade."""

    grade: str
    worth: str


class GroupGoal(FrozenModel):
    """The goal of a group within `budget`, evaluated on `date`.

    `worths` belong to the kind `grades`. Without them, a grade is worth its position on the ladder, the worst grade 1.
    With them, a grade that is not listed is worth as much as the next lower grade. No grade is worth 0. `figure` is a
    quantity of the scorecard, or empty for the total points; it belongs to the other kinds. `years` of yearly costs
    count, in addition to the costs once.
    """

    kind: GroupGoalKind = GroupGoalKind.GRADES
    figure: str = ""
    worths: tuple[GradeWorth, ...] = ()
    budget: str
    date: str
    years: int = 1


class GroupMember(FrozenModel):
    """A subject as it is today with its measures.

    `grades` are the ids of all grades of its scorecard, worst first. `unit` is the unit of the figure.
    """

    id: str
    subject: Subject
    measures: MeasureList
    grades: tuple[str, ...] = ()
    unit: str = ""


class GroupRequest(FrozenModel):
    """Members with measures in one currency, and their goal. A measure can begin `today` or later."""

    members: tuple[GroupMember, ...]
    goal: GroupGoal
    today: str


class MemberSearch(FrozenModel):
    """One search for plans of one member. A search for a figure has a budget, and can have a price of money."""

    member: int
    budget: str | None = None
    price: str | None = None
    with_cheaper: bool = False


def plan_request(request: GroupRequest, search: MemberSearch) -> PlanRequest:
    """Return the request of one search."""
    member, goal = request.members[search.member], request.goal
    kind = GoalKind.EVERY_GRADE if goal.kind == GroupGoalKind.GRADES else GoalKind(goal.kind.value)
    return PlanRequest(
        subject=member.subject,
        measures=member.measures,
        goal=PlanGoal(kind=kind, figure=goal.figure, budget=search.budget, date=goal.date, years=goal.years),
        today=request.today,
        alternatives=False,
        with_cheaper=search.with_cheaper,
        price=search.price,
    )


class PlannedMember(FrozenModel):
    """A member with its chosen plan, or without measures.

    `worth` is that of the grade, or the figure. The member `is_proved` if its searches left no better plan open at any
    cost.
    """

    member: str
    plan: ImprovementPlan | None = None
    cost: str
    worth_before: str
    worth: str
    is_proved: bool


class FailedMember(FrozenModel):
    """A member without a plan, with the reason; the totals and the bound exclude it.

    It `is_unfinished` if the time was over before its search ended.
    """

    member: str
    reason: str
    is_unfinished: bool = False


class GroupResult(FrozenModel):
    """The chosen plans of all members, within the budget.

    `worth` is the sum over all planned members. No choice of plans within the budget has a better sum than `bound`.
    `gap` is the difference of the two, divided by the difference of the bound and `worth_before`. `price` is the worth
    that one more unit of money adds at most, near the budget. The solver worked with whole numbers: amounts of money
    times `money_scale`, and worths times `worth_scale`.
    """

    members: tuple[PlannedMember, ...] = ()
    failed: tuple[FailedMember, ...] = ()
    cost: str
    worth_before: str
    worth: str
    bound: str
    gap: str
    is_proved: bool
    price: str
    money_scale: str
    worth_scale: str
    searches: int


class GroupProgress(FrozenModel):
    """The state of a running search: members with a result, and the best worth and the bound once all have one."""

    members: int
    finished: int
    failed: int
    searches: int
    worth: str | None = None
    bound: str | None = None
    gap: str | None = None
