"""PlanService: searches for improvement plans, and lists of measures. Nothing is stored."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, message_factory
from service.api.baselines import Baseline, baseline_of_evaluation, baseline_of_request, migrated_subject
from service.api.evaluation_worker_specs import TRIED
from service.api.quotas import QuotaKind
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base import instants
from service.base.metrics import PLAN_SECONDS, PLANS, observe_duration
from service.base.resource_names import CardName, parse_version
from service.base.worker_specs import WorkerSpec
from service.output.mapping.requests import read_date
from service.planning.plan_messages import check_goal, check_size
from service.planning.reported_work import with_reports
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from datetime import date
    from pathlib import Path

    import grpc

    from rules.model import PublishedVersion
    from service.api.earlier_evaluations import EarlierEvaluations
    from service.api.evaluation_queries import Archive
    from service.api.service_dependencies import ServiceContext
    from service.store.stored_records import StoredRecord

    Context = grpc.aio.ServicerContext[Any, Any]
    _Baselined = pb2.PlanImprovementRequest | pb2.ProposeMeasuresRequest

_message = message_factory(__name__)

_SERVICE = pb2.DESCRIPTOR.services_by_name["PlanService"]
_PROCESSES, _SLOTS = 2, 4
"""Searches at once, and calls in flight; half of them for one caller."""
_SECONDS = 150
"""Limit of a piece of work: the longest search, and the evaluations around it."""
_DEFAULT_SECONDS, _MAX_SECONDS = 30, 120
_CURRENCY = "CNY"


def planning_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the specification of the planning worker."""
    return WorkerSpec(
        "service.planning.plan_process",
        (str(gazette),),
        max_processes=_PROCESSES,
        seconds=_SECONDS,
        max_idle=1,
        cancellable=True,
    )


class PlanApi:
    """PlanService methods."""

    def __init__(self, parts: ServiceContext, archive: Archive | None, earlier: EarlierEvaluations | None) -> None:
        self._parts, self._archive, self._earlier = parts, archive, earlier
        self._gazette = parts.gazette
        self._slots = parts.own_limiter(_SLOTS, "planning", shares=2)
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
        version = self._version(baseline, request.scorecard_version, read_date(request.goal.date, "goal.date"))
        today = request.today or instants.today(version.scorecard.card.time_zone).isoformat()
        return work_pb2.Plan(
            subject=self._planned_subject(request, baseline, version, request.goal.date),
            measures=request.measures,
            goal=request.goal,
            today=today,
            alternatives=request.alternatives,
            time_limit=seconds,
        )

    def _proposal_job(self, request: pb2.ProposeMeasuresRequest, language: str) -> work_pb2.ProposeMeasures:
        violations: list[Violation] = []
        currency = request.currency or _CURRENCY
        if not (len(currency) == 3 and currency.isascii() and currency.isupper()):
            violations.append(Violation("currency", _message("NO_CURRENCY"), "MALFORMED"))
        if request.date:
            attempt(violations, read_date, request.date, "date")
        baseline = self._checked_baseline(request, violations)
        date = request.date or baseline.subject.as_of
        version = self._version(baseline, request.scorecard_version, read_date(date, "date"))
        subject = self._planned_subject(request, baseline, version, date)
        return work_pb2.ProposeMeasures(subject=subject, currency=currency, language_code=language)

    def _checked_baseline(self, request: _Baselined, violations: list[Violation]) -> Baseline:
        """Return the baseline; raise InputError with all violations."""
        if request.language_code:
            attempt(violations, check_language, request.language_code)
        baseline = attempt(violations, self._baseline, request)
        if request.scorecard_version and baseline is not None:
            attempt(violations, parse_version, request.scorecard_version, field="scorecard_version", card=baseline.card)
        if violations or baseline is None:
            raise InputError(tuple(violations))
        return baseline

    def _baseline(self, request: _Baselined) -> Baseline:
        match request.WhichOneof("baseline"):
            case "evaluation":
                archive = self._parts.refuse_unkept() if self._archive is None else self._archive
                evaluation = archive.complete_evaluation(request.evaluation, field="evaluation")
                return baseline_of_evaluation(evaluation, self._parts.reader, self._gazette)
            case "request":
                return baseline_of_request(request.request, self._gazette)
            case _:
                raise InputError.of("baseline", _message("BASELINE"), "REQUIRED")

    def _version(self, baseline: Baseline, requested: str, day: date) -> PublishedVersion:
        if requested:
            return self._gazette.version(*parse_version(requested, field="scorecard_version", card=baseline.card))
        return self._gazette.find(CardName(baseline.card), as_of=day, known=instants.now())

    def _planned_subject(
        self, request: _Baselined, baseline: Baseline, version: PublishedVersion, day: str
    ) -> work_pb2.PlannedSubject:
        subject = migrated_subject(baseline.subject, baseline.version, version, self._gazette)
        requested = request.WhichOneof("baseline") == "request"
        return TRIED.write(
            work_pb2.PlannedSubject,
            subject=subject.model_copy(update={"known": instants.now()}),
            version=work_pb2.Version(name=version.name, rule_digest=version.rule_digest),
            scorecard=request.scorecard_version or str(CardName(baseline.card)),
            date=day,
            requested=requested,
            stored=self._stored(subject.subject, baseline.card, day),
            previous_evaluations=request.request.previous_evaluations,
            previous_bundles=request.request.previous_bundles,
        )

    def _stored(self, subject: str, card: str, until: str) -> Sequence[StoredRecord]:
        return () if self._earlier is None else self._earlier.of_subject(subject, card, until=until)


def count_plans(result: plan_pb2.PlanResult) -> None:
    """Count the plans and the excluded grades of a result."""
    for plan in result.plans:
        PLANS.labels("proved" if plan.is_proved else "best_found").inc()
    for grade in result.excluded:
        PLANS.labels("excluded" if grade.is_proved else "not_found").inc()


def add(parts: ServiceContext) -> None:
    """Register the service; without a store, only subjects of requests can be planned."""
    archive: Archive | None = None
    earlier: EarlierEvaluations | None = None
    if parts.store is not None:
        from service.api.earlier_evaluations import EarlierEvaluations  # noqa: PLC0415 -- only with a store
        from service.api.evaluation_queries import Archive  # noqa: PLC0415 -- only with a store

        archive = Archive(parts.store, parts.gazette, parts.reader)
        earlier = EarlierEvaluations(parts.store, parts.gazette)
    parts.answer(_SERVICE, PlanApi(parts, archive, earlier))
