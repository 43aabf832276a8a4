"""Planning worker: searches for improvement plans, and proposals of measures.

The solver is an optional extra. Reports of progress are sent at most ten times per second.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Protocol

from rules.contracts import InputError, Subject, Violation
from rules.planning import (
    MeasureList,
    PlanGoal,
    PlanProgress,
    PlanRequest,
    PlanResult,
    assume_evidence,
    plan_improvement,
    propose_measures,
)
from service.api.earlier_evaluations import with_earlier_evaluations
from service.api.evaluation_worker_specs import TRIED
from service.api.self_check_process import declared_answers
from service.base import instants
from service.base.resource_names import CardName, parse_card
from service.base.worker_specs import ReportingWork
from service.evaluating.evaluators import Evaluators
from service.gazette.gazette_worker import worker_entry
from service.output.exported_evaluations import fill_from_exports
from service.output.mapping.requests import read_date
from service.planning.file_requests import read_file, write_file
from service.planning.group_messages import combined
from service.planning.plan_messages import (
    CURRENCY,
    PLANS,
    check_currency,
    check_goal,
    check_size,
    declared_facts,
    read_measure_list,
    request_error,
    write_measure_list,
    write_progress,
    write_result,
)
from service.store.stored_records import StoredRecord
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_service_pb2, self_check_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine import InferenceEngine, ShouldStop
    from rules.model import PublishedVersion
    from rules.planning import Solver
    from service.base.worker_specs import Report, Works
    from service.gazette.versions import Gazette
    from touchstone.v1 import plan_pb2

_MEMORY = 4 * 1024 * 1024 * 1024
_REPORT_SECONDS = 0.1
MAXIMUM_TRIED_MEASURES = 60
TRIED_SECONDS = 10


class Planning(Protocol):
    """The search, the solver and the proposals; replaced in tests."""

    def search(
        self,
        engine: InferenceEngine,
        request: PlanRequest,
        solver: Solver,
        on_progress: Callable[[PlanProgress], None] | None = None,
    ) -> PlanResult:
        """Return the plans of a request."""

    def solver(self, seconds: float, should_stop: ShouldStop) -> Solver:
        """Return a solver; raise ModuleNotFoundError without the extra `plan`."""

    def propose(self, engine: InferenceEngine, subject: Subject, *, currency: str, language: str) -> MeasureList:
        """Return measures for the lost points of a subject."""


class OwnPlanning:
    """The search of `rules.planning` with the solver of the extra `plan`."""

    def search(
        self,
        engine: InferenceEngine,
        request: PlanRequest,
        solver: Solver,
        on_progress: Callable[[PlanProgress], None] | None = None,
    ) -> PlanResult:
        return plan_improvement(engine, request, solver, on_progress)

    def solver(self, seconds: float, should_stop: ShouldStop) -> Solver:
        from service.planning.solver import CpSatSolver, SolverLimits  # noqa: PLC0415 -- it needs the extra `plan`

        return CpSatSolver(SolverLimits(seconds=seconds), should_stop)

    def propose(self, engine: InferenceEngine, subject: Subject, *, currency: str, language: str) -> MeasureList:
        return propose_measures(engine, subject, currency=currency, language=language)


class PlanWorker:
    """Searches and proposes under one gazette."""

    def __init__(self, gazette: Gazette, planning: Planning, *, lasting: bool) -> None:
        self._gazette, self._planning = gazette, planning
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)

    def plan(self, job: work_pb2.Plan, should_stop: ShouldStop, report: Report) -> plan_pb2.PlanResult:
        """Search for the plans of a stored or requested subject."""
        planned = job.subject
        version = self._gazette.made_by(planned.version.name, planned.version.rule_digest)
        violations: list[Violation] = []
        measures = read_measure_list(job.measures, violations)
        goal = PLANS.read(PlanGoal, job.goal, "goal", violations.append)
        if violations:
            raise InputError(tuple(violations))
        try:
            subject = self._subject(planned, version)
            request = PlanRequest(
                subject=subject,
                measures=measures,
                goal=goal,
                today=job.today,
                alternatives=job.alternatives,
                with_cheaper=job.with_cheaper,
                price=job.price if job.HasField("price") else None,
            )
            result = self._search(version, request, job.time_limit, should_stop, report)
        except InputError as error:
            raise request_error(error, baseline=planned.baseline) from None
        return write_result(result, scorecard=planned.scorecard, version=version.name, today=job.today)

    def combine(self, job: work_pb2.CombineCurves, should_stop: ShouldStop) -> work_pb2.CombinedCurves:
        """Choose the plans of a group."""
        return combined(job, self._planning.solver(job.time_limit, should_stop))

    def propose(self, job: work_pb2.ProposeMeasures, should_stop: ShouldStop) -> plan_pb2.MeasureList:
        planned = job.subject
        version = self._gazette.made_by(planned.version.name, planned.version.rule_digest)
        try:
            subject = self._subject(planned, version).model_copy(update={"as_of": planned.date})
            return self._propose(version, subject, job.currency, job.language_code, should_stop)
        except InputError as error:
            raise request_error(error, baseline=planned.baseline) from None

    def try_plan(self, request: self_check_service_pb2.TryPlanRequest, should_stop: ShouldStop) -> plan_pb2.PlanResult:
        """Search for the plans of answers, as if all evidence had been provided."""
        violations: list[Violation] = []
        check_goal(request.goal, violations)
        check_size(request.measures, violations, most=MAXIMUM_TRIED_MEASURES)
        if violations:
            raise InputError(tuple(violations))
        measures = read_measure_list(request.measures, violations)
        goal = PLANS.read(PlanGoal, request.goal, "goal", violations.append)
        version, today = self._tried_version(request.scorecard, request.goal.date)
        if violations:
            raise InputError(tuple(violations))
        try:
            plan_request = PlanRequest(
                subject=_proved_answers(request, version, today, request.goal.date),
                measures=measures,
                goal=goal,
                today=today,
                alternatives=request.alternatives,
            )
            result = self._search(version, plan_request, TRIED_SECONDS, should_stop, lambda _: None)
        except InputError as error:
            raise request_error(error) from None
        return write_result(result, scorecard=request.scorecard, version=version.name, today=today)

    def try_measures(
        self, request: self_check_service_pb2.TryMeasuresRequest, should_stop: ShouldStop
    ) -> plan_pb2.MeasureList:
        violations: list[Violation] = []
        currency = request.currency or CURRENCY
        check_currency(currency, violations)
        if violations:
            raise InputError(tuple(violations))
        version, today = self._tried_version(request.scorecard, "")
        if request.content:
            reading = plan_service_pb2.ReadMeasuresRequest(
                scorecard=version.name, content=request.content, language_code=request.language_code or "en"
            )
            return read_file(self._gazette, reading, should_stop).measures
        subject = _proved_answers(request, version, today, today)
        return self._propose(version, subject, currency, request.language_code or "en", should_stop)

    def _tried_version(self, scorecard: str, date: str) -> tuple[PublishedVersion, str]:
        card = parse_card(scorecard, field="scorecard").card
        today = instants.today(self._gazette.outlines(card)[-1].card.time_zone)
        as_of = read_date(date, "goal.date") if date else today
        return self._gazette.find(CardName(card), as_of=as_of, known=instants.now()), today.isoformat()

    def _subject(self, planned: work_pb2.PlannedSubject, version: PublishedVersion) -> Subject:
        """Return the subject with the values that earlier evaluations provide on the date of the evaluation."""
        subject = TRIED.read(Subject, planned.subject)
        at_goal = subject.model_copy(update={"as_of": planned.date, "facts": declared_facts(subject)})
        if planned.previous_evaluations or planned.previous_bundles:
            previous = planned.previous_evaluations, planned.previous_bundles
            filled = fill_from_exports(version, at_goal, *previous, self._gazette)
        else:
            stored = [TRIED.read(StoredRecord, record) for record in planned.stored]
            filled = with_earlier_evaluations(version, at_goal, stored, self._gazette)
        return filled.model_copy(update={"as_of": subject.as_of})

    def _search(
        self,
        version: PublishedVersion,
        request: PlanRequest,
        seconds: float,
        should_stop: ShouldStop,
        report: Report,
    ) -> PlanResult:
        solver = self._planning.solver(seconds, should_stop)
        engine = self._evaluators.engine(version)
        with engine.cancellation.until(should_stop):
            return self._planning.search(engine, request, solver, _seldom(report))

    def _propose(
        self, version: PublishedVersion, subject: Subject, currency: str, language: str, should_stop: ShouldStop
    ) -> plan_pb2.MeasureList:
        engine = self._evaluators.engine(version)
        with engine.cancellation.until(should_stop):
            return write_measure_list(self._planning.propose(engine, subject, currency=currency, language=language))


def _proved_answers(
    request: self_check_service_pb2.TryPlanRequest | self_check_service_pb2.TryMeasuresRequest,
    version: PublishedVersion,
    today: str,
    evidence_day: str,
) -> Subject:
    """Return the answers with documents that are new on the day of the goal."""
    declared = declared_answers(request, evidence_day).model_copy(update={"known": instants.now()})
    return assume_evidence(declared, version.scorecard).model_copy(update={"as_of": today})


def _seldom(report: Report) -> Callable[[PlanProgress], None]:
    last: tuple[float, object] = (0.0, None)

    def on_progress(progress: PlanProgress) -> None:
        nonlocal last
        now, aim = time.monotonic(), (progress.kind, progress.goal_grade)
        if aim != last[1] or now - last[0] >= _REPORT_SECONDS:
            last = now, aim
            report(write_progress(progress))

    return on_progress


def works(gazette: Gazette, *, lasting: bool = False, planning: Planning | None = None) -> Works:
    """Return the handlers by request type; `lasting` exempts versions from garbage collection."""
    worker = PlanWorker(gazette, planning or OwnPlanning(), lasting=lasting)
    return {
        plan_service_pb2.ReadMeasuresRequest: partial(read_file, gazette),
        plan_service_pb2.WriteMeasuresRequest: partial(write_file, gazette),
        work_pb2.Plan: ReportingWork(worker.plan),
        work_pb2.ProposeMeasures: worker.propose,
        work_pb2.CombineCurves: worker.combine,
        self_check_service_pb2.TryPlanRequest: worker.try_plan,
        self_check_service_pb2.TryMeasuresRequest: worker.try_measures,
    }


main = worker_entry(partial(works, lasting=True), memory=_MEMORY)

if __name__ == "__main__":
    main()
