"""PlanService: searches for improvement plans, and lists of measures. Nothing is stored."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, message_factory
from service.api.quotas import QuotaKind
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base import instants
from service.base.metrics import PLAN_SECONDS, PLANS, observe_duration
from service.base.resource_names import parse_version
from service.output.mapping.requests import read_date
from service.planning.applicants import check_applicant
from service.planning.group_service import GroupApi
from service.planning.plan_messages import CURRENCY, check_currency, check_goal, check_size
from service.planning.planned_subjects import PlannedSubjects
from service.planning.report_requests import write_report
from service.planning.reported_work import with_reports
from service.planning.worker_specs import planning_worker_spec
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import grpc

    from service.api.baselines import Baseline
    from service.api.service_dependencies import Limiter, ServiceContext

    Context = grpc.aio.ServicerContext[Any, Any]
    _Baselined = pb2.PlanImprovementRequest | pb2.ProposeMeasuresRequest

_message = message_factory(__name__)

_SERVICE = pb2.DESCRIPTOR.services_by_name["PlanService"]
_SLOTS = 4
"""Calls in flight; half of them for one caller."""
_DEFAULT_SECONDS, _MAX_SECONDS = 30, 120


class PlanApi:
    """PlanService methods."""

    def __init__(self, parts: ServiceContext, subjects: PlannedSubjects, slots: Limiter) -> None:
        self._parts, self._subjects, self._slots = parts, subjects, slots
        self._worker = parts.processes(planning_worker_spec(parts.gazette.folder))
        for outcome in ("proved", "best_found", "excluded", "not_found"):
            PLANS.labels(outcome)

    async def PlanImprovement(
        self, request: pb2.PlanImprovementRequest, context: Context
    ) -> AsyncGenerator[pb2.PlanImprovementResponse]:
        self._parts.quotas.take(QuotaKind.ITEMS)
        with self._slots.slot():
            language = language_of_call(request, context)
            job = await self._slots.in_thread(self._plan_job, request)
            with observe_duration(PLAN_SECONDS):
                answers = with_reports(self._worker, job, plan_pb2.PlanResult, language=language)
                async with aclosing(answers):
                    async for answer in answers:
                        if isinstance(answer, bytes):
                            progress = plan_pb2.PlanProgress.FromString(answer)
                            yield pb2.PlanImprovementResponse(progress=progress)
                        else:
                            count_plans(answer)
                            yield pb2.PlanImprovementResponse(result=answer)

    async def ProposeMeasures(self, request: pb2.ProposeMeasuresRequest, context: Context) -> plan_pb2.MeasureList:
        self._parts.quotas.take(QuotaKind.ITEMS)
        with self._slots.slot():
            language = language_of_call(request, context)
            job = await self._slots.in_thread(self._proposal_job, request, language)
            return await self._worker.work(job, plan_pb2.MeasureList, language=language)

    async def ReadMeasures(self, request: pb2.ReadMeasuresRequest, context: Context) -> pb2.ReadMeasuresResponse:
        request.language_code = language_of_call(request, context)
        with self._slots.slot():
            return await self._worker.work(request, pb2.ReadMeasuresResponse, language=request.language_code)

    async def WriteMeasures(self, request: pb2.WriteMeasuresRequest, context: Context) -> pb2.WriteMeasuresResponse:
        request.language_code = language_of_call(request, context)
        with self._slots.slot():
            return await self._worker.work(request, pb2.WriteMeasuresResponse, language=request.language_code)

    async def WritePlanReport(
        self, request: pb2.WritePlanReportRequest, context: Context
    ) -> pb2.WritePlanReportResponse:
        if request.language_code:
            check_language(request.language_code)
        request.language_code = language_of_call(request, context)
        self._parts.quotas.take(QuotaKind.ITEMS)
        with self._slots.slot():
            fonts = self._parts.settings.certificate_fonts
            return await self._slots.in_thread(write_report, self._parts.gazette, request, fonts=fonts)

    def _plan_job(self, request: pb2.PlanImprovementRequest) -> work_pb2.Plan:
        violations: list[Violation] = []
        check_goal(request.goal, violations)
        check_size(request.measures, violations)
        seconds = request.time_limit or _DEFAULT_SECONDS
        if not 1 <= seconds <= _MAX_SECONDS:
            text = _message("TIME_LIMIT", found=seconds, least=1, most=_MAX_SECONDS)
            violations.append(Violation("time_limit", text, "OUT_OF_RANGE"))
        if request.today:
            attempt(violations, read_date, request.today, "today")
        baseline = self._checked_baseline(request, violations)
        version = self._subjects.version(baseline, request.scorecard_version, read_date(request.goal.date, "goal.date"))
        today = request.today or instants.today(version.scorecard.card.time_zone).isoformat()
        return work_pb2.Plan(
            subject=self._subjects.message(
                request, baseline, version, request.goal.date, scorecard=request.scorecard_version
            ),
            measures=request.measures,
            goal=request.goal,
            today=today,
            alternatives=request.alternatives,
            time_limit=seconds,
        )

    def _proposal_job(self, request: pb2.ProposeMeasuresRequest, language: str) -> work_pb2.ProposeMeasures:
        violations: list[Violation] = []
        currency = request.currency or CURRENCY
        check_currency(currency, violations)
        if request.date:
            attempt(violations, read_date, request.date, "date")
        baseline = self._checked_baseline(request, violations)
        date = request.date or baseline.subject.as_of
        version = self._subjects.version(baseline, request.scorecard_version, read_date(date, "date"))
        subject = self._subjects.message(request, baseline, version, date, scorecard=request.scorecard_version)
        return work_pb2.ProposeMeasures(subject=subject, currency=currency, language_code=language)

    def _checked_baseline(self, request: _Baselined, violations: list[Violation]) -> Baseline:
        """Return the baseline; raise InputError with all violations."""
        check_applicant(request)
        if request.language_code:
            attempt(violations, check_language, request.language_code)
        baseline = attempt(violations, self._subjects.baseline, request)
        if request.scorecard_version and baseline is not None:
            attempt(violations, parse_version, request.scorecard_version, field="scorecard_version", card=baseline.card)
        if violations or baseline is None:
            raise InputError(tuple(violations))
        return baseline


def count_plans(result: plan_pb2.PlanResult) -> None:
    """Count the plans and the excluded grades of a result."""
    for plan in result.plans:
        PLANS.labels("proved" if plan.is_proved else "best_found").inc()
    for grade in result.excluded:
        PLANS.labels("excluded" if grade.is_proved else "not_found").inc()


def add(parts: ServiceContext) -> None:
    """Register the service; without a store, only subjects of requests can be planned."""
    subjects, slots = PlannedSubjects(parts), parts.own_limiter(_SLOTS, "planning", shares=2)
    parts.answer(_SERVICE, PlanApi(parts, subjects, slots), GroupApi(parts, subjects, slots))
