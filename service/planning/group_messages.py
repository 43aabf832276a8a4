"""Messages of groups, and the work of combining the curves of their members."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, Subject, Violation, attempt, format_exact, message_factory, parse_exact
from rules.planning import (
    MAXIMUM_MEMBERS,
    Combination,
    CostedWorth,
    FailedMember,
    GradeWorth,
    GroupGoal,
    GroupProgress,
    GroupResult,
    ImprovementPlan,
    MemberCurve,
    PlannedMember,
    PlanResult,
    PriceLimit,
    combine,
)
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField
from service.output.mapping.requests import read_date
from service.planning.plan_messages import PLANS, check_size
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model import Scorecard
    from rules.planning import Solver
    from touchstone.v1 import plan_service_pb2 as pb2

_message = message_factory(__name__)

_NO_END_STATE = Subject(subject="", as_of="", known="")
_FOUND = Mapper(
    MessageMapping(
        plan_pb2.ImprovementPlan,
        ImprovementPlan,
        {"end_state": ConvertedField(of="end_state", read=lambda *_: _NO_END_STATE)},
    ),
    base=PLANS,
)
_GROUPS = Mapper(
    MessageMapping(plan_pb2.GradeWorth, GradeWorth),
    MessageMapping(plan_pb2.GroupGoal, GroupGoal),
    MessageMapping(plan_pb2.PlannedMember, PlannedMember),
    MessageMapping(
        plan_pb2.FailedMember,
        FailedMember,
        {"error": UnmappedField("the service knows it")},
        not_in_message=frozenset({"reason", "is_unfinished"}),
    ),
    MessageMapping(plan_pb2.GroupResult, GroupResult),
    MessageMapping(plan_pb2.GroupProgress, GroupProgress),
    base=PLANS,
)


def check_group_request(request: pb2.PlanGroupRequest, violations: list[Violation]) -> None:
    """Report a group that cannot be read."""
    if request.goal.kind not in plan_pb2.GroupGoalKind.values()[1:]:
        known = plan_pb2.GroupGoalKind.keys()[1:]
        violations.append(Violation("goal.kind", _message("GOAL_KIND", known=known), "REQUIRED"))
    attempt(violations, read_date, request.goal.date, "goal.date")
    if request.today:
        attempt(violations, read_date, request.today, "today")
    count = len(request.members)
    if not 1 <= count <= MAXIMUM_MEMBERS:
        text = _message("MEMBERS", count=count, most=MAXIMUM_MEMBERS)
        violations.append(Violation("members", text, "TOO_MANY" if count else "REQUIRED"))
        return
    _check_ids([member.id for member in request.members], violations)
    check_size(request.measures, violations)
    for position, member in enumerate(request.members):
        of_member: list[Violation] = []
        check_size(member.measures, of_member)
        violations += (
            Violation(f"members[{position}].{item.field}", item.description, item.reason) for item in of_member
        )
        if not (member.HasField("measures") or request.HasField("measures")):
            violations.append(Violation(f"members[{position}].measures", _message("NO_MEASURES"), "REQUIRED"))


def _check_ids(ids: Sequence[str], violations: list[Violation]) -> None:
    for position, id in enumerate(ids):
        if not id:
            violations.append(Violation(f"members[{position}].id", _message("MEMBER_ID"), "REQUIRED"))
    for id, count in Counter(ids).items():
        if id and count > 1:
            violations.append(Violation("members", _message("MEMBER_TWICE", id=id[:80]), "DUPLICATE"))


def read_group_goal(message: plan_pb2.GroupGoal, violations: list[Violation]) -> GroupGoal:
    """Read a goal; append violations."""
    return _GROUPS.read(GroupGoal, message, "goal", violations.append)


def ladder_of(scorecard: Scorecard) -> tuple[str, ...]:
    """Return the grades of a scorecard, worst first; its stages, if it has no grades."""
    best_first = [each.id for each in scorecard.grades or scorecard.stage_definitions]
    return tuple(grade for grade in reversed(best_first) if grade != NO_GRADE)


def write_search_goal(goal: plan_pb2.GroupGoal) -> plan_pb2.PlanGoal:
    """Return the goal of the searches of members, without a budget."""
    kinds = {
        plan_pb2.GROUP_GOAL_KIND_GRADES: plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE,
        plan_pb2.GROUP_GOAL_KIND_HIGHEST: plan_pb2.PLAN_GOAL_KIND_HIGHEST,
        plan_pb2.GROUP_GOAL_KIND_LOWEST: plan_pb2.PLAN_GOAL_KIND_LOWEST,
    }
    return plan_pb2.PlanGoal(kind=kinds[goal.kind], figure=goal.figure, date=goal.date, years=goal.years)


def read_found(message: plan_pb2.PlanResult) -> PlanResult:
    """Read the result of one search, without end states."""
    return _FOUND.read(PlanResult, message)


def write_group_result(result: GroupResult) -> plan_pb2.GroupResult:
    """Return the message of a result; the errors of failed members are to be added."""
    return _GROUPS.write(plan_pb2.GroupResult, result)


def write_group_progress(progress: GroupProgress) -> plan_pb2.GroupProgress:
    """Return the message of the state of a search."""
    return _GROUPS.write(plan_pb2.GroupProgress, progress)


def combine_job(curves: Iterable[MemberCurve], budget: str, seconds: int) -> work_pb2.CombineCurves:
    """Return the work of combining curves."""
    return work_pb2.CombineCurves(
        curves=[
            work_pb2.MemberCurve(
                options=_write_points(curve.options),
                limits=_write_points(curve.limits),
                by_price=[
                    work_pb2.PriceLimit(price=format_exact(limit.price), worth=format_exact(limit.worth))
                    for limit in curve.by_price
                ],
            )
            for curve in curves
        ],
        budget=budget,
        time_limit=seconds,
    )


def combined(job: work_pb2.CombineCurves, solver: Solver) -> work_pb2.CombinedCurves:
    """Combine curves."""
    curves = [
        MemberCurve(
            _read_points(curve.options),
            _read_points(curve.limits),
            tuple(PriceLimit(parse_exact(limit.price), parse_exact(limit.worth)) for limit in curve.by_price),
        )
        for curve in job.curves
    ]
    found = combine(curves, parse_exact(job.budget), solver)
    numbers = ("cost", "worth", "bound", "price", "money_scale", "worth_scale")
    return work_pb2.CombinedCurves(
        chosen=found.chosen,
        possible=_write_points(found.possible),
        **{name: format_exact(getattr(found, name)) for name in numbers},
    )


def read_combination(message: work_pb2.CombinedCurves) -> Combination:
    """Read the answer of the work."""
    return Combination(
        chosen=tuple(message.chosen),
        cost=parse_exact(message.cost),
        worth=parse_exact(message.worth),
        bound=parse_exact(message.bound),
        price=parse_exact(message.price),
        money_scale=parse_exact(message.money_scale),
        worth_scale=parse_exact(message.worth_scale),
        possible=_read_points(message.possible),
    )


def _write_points(points: Iterable[CostedWorth]) -> list[work_pb2.CostedWorth]:
    return [work_pb2.CostedWorth(cost=format_exact(point.cost), worth=format_exact(point.worth)) for point in points]


def _read_points(points: Iterable[work_pb2.CostedWorth]) -> tuple[CostedWorth, ...]:
    return tuple(CostedWorth(parse_exact(point.cost), parse_exact(point.worth)) for point in points)
