"""PlanGroup: one budget over many subjects. Nothing is stored."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TouchstoneError, Violation, attempt, message_factory
from rules.planning import GroupMember, GroupProgress, GroupRequest, GroupResult
from service.api.quotas import QuotaKind
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base import instants
from service.base.grpc_status import item_error_of
from service.base.metrics import PLAN_SECONDS, observe_duration
from service.base.refusals import Reason, Refusal
from service.output.mapping.requests import read_date
from service.planning.group_messages import (
    check_group_request,
    ladder_of,
    read_group_goal,
    write_group_progress,
    write_group_result,
    write_search_goal,
)
from service.planning.group_run import GroupRun, RunLimits
from service.planning.plan_messages import read_measure_list, request_error
from service.planning.worker_specs import group_worker_spec
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import grpc

    from rules.model import PublishedVersion
    from rules.planning import GroupGoal
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.planning.planned_subjects import PlannedSubjects
    from touchstone.v1 import types_pb2

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_DEFAULT_SECONDS, _MAX_SECONDS = 120, 900


@dataclass(slots=True)
class _Group:
    """The members of a request that can be planned, and the errors of the others."""

    goal: GroupGoal
    today: str = ""
    members: list[GroupMember] = field(default_factory=list)
    jobs: list[work_pb2.Plan] = field(default_factory=list)
    errors: dict[str, types_pb2.ItemError] = field(default_factory=dict)

    @property
    def request(self) -> GroupRequest:
        return GroupRequest(members=tuple(self.members), goal=self.goal, today=self.today)


class GroupApi:
    """The method PlanGroup."""

    def __init__(self, parts: ServiceContext, subjects: PlannedSubjects, slots: Limiter) -> None:
        self._parts, self._subjects, self._slots = parts, subjects, slots
        self._processes = parts.settings.evaluating_processes
        self._worker = parts.processes(group_worker_spec(parts.gazette.folder, self._processes))

    async def PlanGroup(self, request: pb2.PlanGroupRequest, context: Context) -> AsyncGenerator[pb2.PlanGroupResponse]:
        for _ in request.members:
            self._parts.quotas.take(QuotaKind.ITEMS)
        with self._slots.slot():
            language = language_of_call(request, context)
            group = await self._slots.in_thread(self._group, request, language)
            if not group.members:
                yield pb2.PlanGroupResponse(result=_without_plans(group.errors))
                return
            limits = RunLimits(2 * self._processes, request.time_limit or _DEFAULT_SECONDS)
            run = GroupRun(group.request, group.jobs, self._worker, limits, language)
            with observe_duration(PLAN_SECONDS):
                async with aclosing(run.answers()) as answers:
                    async for answer in answers:
                        yield _response(answer, {**group.errors, **run.errors}, len(group.errors), language)

    def _group(self, request: pb2.PlanGroupRequest, language: str) -> _Group:
        violations: list[Violation] = []
        check_group_request(request, violations)
        if request.language_code:
            attempt(violations, check_language, request.language_code)
        if not 0 <= request.time_limit <= _MAX_SECONDS:
            text = _message("TIME_LIMIT", found=request.time_limit, least=1, most=_MAX_SECONDS)
            violations.append(Violation("time_limit", text, "OUT_OF_RANGE"))
        goal = read_group_goal(request.goal, violations)
        if violations:
            raise InputError(tuple(violations))
        group = _Group(goal, request.today)
        for member in request.members:
            try:
                self._add(group, member, request)
            except TouchstoneError as error:
                group.errors[member.id] = item_error_of(error, language)
        return group

    def _add(self, group: _Group, member: pb2.GroupMember, request: pb2.PlanGroupRequest) -> None:
        violations: list[Violation] = []
        listed = member.measures if member.HasField("measures") else request.measures
        measures = read_measure_list(listed, violations)
        baseline = attempt(violations, self._subjects.baseline, member)
        if violations or baseline is None:
            raise request_error(InputError(tuple(violations)))
        date = request.goal.date
        version = self._subjects.version(baseline, "", read_date(date, "goal.date"))
        group.today = group.today or instants.today(version.scorecard.card.time_zone).isoformat()
        job = work_pb2.Plan(
            subject=self._subjects.message(member, baseline, version, date),
            measures=listed,
            goal=write_search_goal(request.goal),
            today=group.today,
        )
        group.jobs.append(job)
        group.members.append(
            GroupMember(
                id=member.id,
                subject=baseline.subject,
                measures=measures,
                grades=ladder_of(version.scorecard),
                unit=_unit(version, request.goal.figure),
            )
        )


def _unit(version: PublishedVersion, figure: str) -> str:
    return next((quantity.unit for quantity in version.scorecard.quantities if quantity.id == figure), "")


def _response(
    answer: GroupProgress | GroupResult, errors: dict[str, types_pb2.ItemError], unread: int, language: str
) -> pb2.PlanGroupResponse:
    """Return the response, in addition with the members that could not be read."""
    if isinstance(answer, GroupProgress):
        progress = write_group_progress(answer)
        progress.members += unread
        progress.failed += unread
        return pb2.PlanGroupResponse(progress=progress)
    result = write_group_result(answer)
    del result.failed[:]
    left = dict(errors)
    for failed in answer.failed:
        error = left.pop(failed.member, None) or _own_error(failed.reason, language, is_unfinished=failed.is_unfinished)
        result.failed.add(member_id=failed.member, error=error)
    planned = {member.member for member in answer.members}
    result.failed.extend(_failures({id: error for id, error in left.items() if id not in planned}))
    return pb2.PlanGroupResponse(result=result)


def _own_error(reason: str, language: str, *, is_unfinished: bool) -> types_pb2.ItemError:
    if is_unfinished:
        return item_error_of(Refusal(Reason.TOOK_TOO_LONG, _message("NOT_FINISHED")), language)
    return item_error_of(InputError.of("goal.figure", reason, "WRONG_VALUE"), language)


def _without_plans(errors: dict[str, types_pb2.ItemError]) -> plan_pb2.GroupResult:
    result = plan_pb2.GroupResult(failed=_failures(errors), is_proved=True, money_scale="1", worth_scale="1")
    for name in ("cost", "worth_before", "worth", "bound", "gap", "price"):
        setattr(result, name, "0")
    return result


def _failures(errors: dict[str, types_pb2.ItemError]) -> list[plan_pb2.FailedMember]:
    return [plan_pb2.FailedMember(member_id=id, error=error) for id, error in errors.items()]
