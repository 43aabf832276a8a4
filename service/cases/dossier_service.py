"""DossierService: dossiers, documents, reports and comparisons of cases."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Violation, message_factory
from service.api.evaluation_queries import Archive
from service.api.evaluation_worker_specs import (
    build_evaluate_request,
    explanation_worker_spec,
    simulation_worker_spec,
)
from service.api.service_dependencies import Limiter, ServiceContext, answers_in_threads, require_store
from service.base import instants
from service.base.call_context import preferred_language
from service.base.refusals import Reason, Refusal
from service.cases import dossiers
from service.cases.case_evidence import case_evidence
from service.cases.case_files import CaseFileApi, CaseFiles
from service.cases.case_names import check_name, person_calling
from service.cases.case_workflow import find_item
from service.cases.certificate_files import read_body
from service.cases.client_side import check_own, is_applicant, is_decided, strip_assessments
from service.cases.profile_versions import case_context
from service.cases.step_context import parse_day
from service.files.document_pages import DRAWING
from service.output.mapping.answers import write_difference
from service.output.result_status import is_in_effect
from service.store.stored_records import restore_record
from service.store.tables import EvaluationRow
from touchstone.v1 import case_dossier_service_pb2, evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from pathlib import Path

    import grpc

    from service.base.worker_specs import Worker
    from service.cases.step_context import StepContext
    from service.evaluating.evaluators import RecordReader
    from service.files.file_intake import FileStorage
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)
_SERVICE = case_dossier_service_pb2.DESCRIPTOR.services_by_name["DossierService"]


_UndeterminedAnswers = list[tuple[str, list[str]]]
_CACHE_SECONDS, _MAX_CACHED = 60.0, 200


@dataclass(frozen=True, slots=True)
class DossierQueries:
    """Queries for dossiers and evaluations of cases."""

    store: Store
    gazette: Gazette
    reader: RecordReader
    storage: FileStorage | None
    certifying: Path | None

    def _load_context(self, reading: CaseReader, name: str, item: str) -> StepContext:
        check_name(name)
        step_context = case_context(reading, self.gazette, check_own(reading, reading.case(name), name))
        return replace(step_context, item=find_item(step_context.items, item))

    def get(
        self, request: case_dossier_service_pb2.GetCaseDossierRequest
    ) -> tuple[case_dossier_service_pb2.CaseDossier, str]:
        from service.input.workbook.groups import groups_of  # noqa: PLC0415 -- the file readers import slowly

        with self.store.cases.read_transaction() as reading:
            step_context = self._load_context(reading, request.name, request.item)
            dossier = self._visible_revision(step_context, request.revision)
            message = case_dossier_service_pb2.CaseDossier(
                case_revision=step_context.row.revision, subject=step_context.row.subject,
                scorecard=step_context.content["scorecard"],
            )  # fmt: skip
            content = dossiers.DossierContent()
            if dossier is not None:
                content = dossier.content
                message.name, message.revision = (
                    dossiers.dossier_revision_name(step_context.row, dossier.revision),
                    dossier.revision,
                )
                message.save_time.CopyFrom(instants.to_timestamp(dossier.time))
            message.content.CopyFrom(content)
            states = dossiers.fact_states(content, dossiers.unsettled_facts(step_context, content))
            for group in groups_of(dossiers.scorecard_of(step_context), request.language_code or "en"):
                for fact in group.facts:
                    message.facts.add(fact_id=fact.id, section=group.part, state=states.get(fact.id, "open"))
            if not is_applicant():
                message.person = "" if dossier is None else dossier.person
                self._add_comments(step_context, message)
                self._add_ratings(
                    step_context, message, person_calling(reading, step_context.row.organization, request.person)
                )
            if request.fact_id:
                self._add_history(step_context, message, request.fact_id)
            if request.since_revision:
                before = self._visible_revision(step_context, request.since_revision)
                message.changes.extend(dossiers.fact_changes(before.content, content) if before is not None else ())
        return message, step_context.day.isoformat()

    def _visible_revision(self, step_context: StepContext, revision: int) -> dossiers.DossierRevision | None:
        dossier = dossiers.find_dossier(step_context.case_reader, step_context.row, revision or None)
        if dossier is None and revision:
            raise Refusal(
                Reason.CASE_NOT_FOUND,
                _message("NO_REVISION", name=dossiers.dossier_revision_name(step_context.row, revision)),
            )
        if dossier is not None and is_applicant():
            strip_assessments(dossier.content)
        return dossier

    @staticmethod
    def _add_history(step_context: StepContext, message: case_dossier_service_pb2.CaseDossier, fact_id: str) -> None:
        if all(fact.fact_id != fact_id for fact in message.facts):
            raise InputError((Violation("fact_id", _message("NO_FACT", found=fact_id[:60]), "NOT_FOUND"),))
        history = dossiers.fact_history(
            step_context.case_reader, step_context.row, fact_id, message.revision,
            strip_assessments if is_applicant() else lambda _content: None,
        )  # fmt: skip
        for dossier, fact in history:
            message.fact_history.add(
                revision=dossier.revision, person="" if is_applicant() else dossier.person, fact=fact,
                save_time=instants.to_timestamp(dossier.time),
            )  # fmt: skip

    def _add_comments(self, step_context: StepContext, message: case_dossier_service_pb2.CaseDossier) -> None:
        for step in step_context.steps:
            if step.step == "comment":
                comment = orjson.loads(step.content)
                message.comments.add(
                    fact_id=comment["fact"], person=step.person, statement=comment["statement"],
                    step_time=instants.to_timestamp(step.time),
                )  # fmt: skip

    def _add_ratings(
        self, step_context: StepContext, message: case_dossier_service_pb2.CaseDossier, person: str
    ) -> None:
        if step_context.profile.assessors == 1:
            return
        team = step_context.content.get("team", ())
        handed_in = dossiers.ratings(step_context.case_reader, step_context.row, step_context.item_name, team)
        message.rated_by.extend(sorted(handed_in))
        message.awaited.extend(sorted(set(team) - handed_in.keys()))
        if message.awaited and person in handed_in:
            message.own_ratings.extend(handed_in[person].content.facts)

    def evidence(
        self, request: case_dossier_service_pb2.ListCaseEvidenceRequest
    ) -> case_dossier_service_pb2.ListCaseEvidenceResponse:
        if request.as_of_date:
            parse_day(request.as_of_date, "as_of_date")
        with self.store.cases.read_transaction() as reading:
            answer = case_evidence(self._load_context(reading, request.name, ""), request.as_of_date)
        if self.storage is not None:
            answer.files_kept, answer.maximum_bytes = True, self.storage.most_bytes
        return answer

    def compare(
        self, request: case_dossier_service_pb2.CompareCaseEvaluationsRequest
    ) -> case_dossier_service_pb2.CaseComparison:
        with self.store.cases.read_transaction() as reading:
            step_context = self._load_context(reading, request.name, request.item)
            now, before = (
                step_context.content.get("evaluation", ""),
                step_context.content.get("previous_evaluation", ""),
            )
            if not now or not before:
                raise Refusal(Reason.CASE_NOT_FOUND, _message("NOTHING_TO_COMPARE"))
            rows = [replace(step_context, submitted_content={"evaluation": name}).evaluation for name in (before, now)]
        records = [self._record(row) for row in rows]
        difference = write_difference(*records, evaluation=before)
        return case_dossier_service_pb2.CaseComparison(
            previous_evaluation=before, evaluation=now, difference=difference
        )

    def report_request(
        self, request: case_dossier_service_pb2.GetCaseReportRequest
    ) -> tuple[evaluation_service_pb2.GetReportRequest, str]:
        with self.store.cases.read_transaction() as reading:
            step_context = self._load_context(reading, request.name, "")
            if is_applicant() and not is_decided(step_context.row):
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("REPORT_NOT_TOLD_YET", name=request.name))
            name = step_context.content.get("evaluation", "")
            if not name:
                raise Refusal(Reason.CASE_NOT_FOUND, _message("NOT_CONCLUDED", name=request.name))
            particulars = self._particulars(step_context)
        archive = Archive(self.store, self.gazette, self.reader)
        evaluation = archive.to_message(archive.unerased_row(name), view=evaluation_pb2.EVALUATION_VIEW_FULL)
        answer = evaluation_service_pb2.GetReportRequest(
            evaluation=evaluation, language_code=request.language_code, form=request.form
        )
        if request.form != evaluation_service_pb2.Report.FORM_OSCAL:
            if not is_in_effect(evaluation.status):
                particulars.ClearField("issue_date")  # an invalid result has no issue date
            answer.particulars.CopyFrom(particulars)
        return answer, step_context.content.get("report_digest", "")

    def _particulars(self, step_context: StepContext) -> evaluation_service_pb2.ReportParticulars:
        row, client = step_context.row, step_context.client
        body = read_body(self.certifying, row.organization)
        conclusion_times = [step.time for step in step_context.steps if step.step == "conclude" and not step.item]
        sites = [site["address"] for site in client.get("sites", ()) if site["site"] in step_context.content["sites"]]
        return evaluation_service_pb2.ReportParticulars(
            number=row.name.rpartition("/")[2],
            body=row.organization if body is None else body.settings.issuer.name.en or body.settings.issuer.name.zh,
            issue_date=instants.day_of(conclusion_times[-1], step_context.profile.time_zone).isoformat()
            if conclusion_times
            else "",
            legal_name=client.get("display_name", ""),
            site="; ".join(sites) or row.subject,
        )

    def _record(self, row: EvaluationRow) -> Any:
        return self.reader.restore(restore_record(row.record, row.record_key)).without_steps


def _add_waiting_ids(message: case_dossier_service_pb2.CaseDossier, waiting: _UndeterminedAnswers) -> None:
    facts = {fact.fact_id: fact for fact in message.facts}
    for answer, ids in waiting:
        for id in dict.fromkeys(full_id.partition("[")[0] for full_id in ids):
            if id in facts:
                facts[id].waiting_ids.append(answer)


class DossierApi:
    """Methods of DossierService that use worker processes."""

    def __init__(self, files: DossierQueries, reading: Limiter, trying: Worker, explaining: Worker) -> None:
        self._files, self._read_limiter, self._simulator, self._explainer = files, reading, trying, explaining
        self._cache: dict[bytes, tuple[float, asyncio.Task[_UndeterminedAnswers]]] = {}

    async def GetCaseDossier(
        self, request: case_dossier_service_pb2.GetCaseDossierRequest, context: Context
    ) -> case_dossier_service_pb2.CaseDossier:
        if request.language_code not in ("", "en", "zh"):
            raise InputError((Violation("language_code", _message("NO_LANGUAGE_HERE"), "WRONG_VALUE"),))
        if request.as_of_date:
            parse_day(request.as_of_date, "as_of_date")
        with self._read_limiter.slot():
            message, day = await self._read_limiter.in_thread(self._files.get, request)
            evaluate_request = dossiers.request_of(
                message, request.as_of_date or day, validate_only=True, view=evaluation_pb2.EVALUATION_VIEW_FULL
            )
            language = preferred_language(request, context.invocation_metadata())
            _add_waiting_ids(message, await self._undetermined_answers(evaluate_request, language))
            return message

    async def GetCaseReport(
        self, request: case_dossier_service_pb2.GetCaseReportRequest, context: Context
    ) -> case_dossier_service_pb2.CaseReport:
        with self._read_limiter.slot():
            report_request, stored_digest = await self._read_limiter.in_thread(self._files.report_request, request)
            language = preferred_language(request, context.invocation_metadata())
            report = await self._explainer.work(report_request, evaluation_service_pb2.Report, language=language)
            digest = hashlib.sha256(report.content).hexdigest()
            return case_dossier_service_pb2.CaseReport(report=report, digest=digest, concluded_digest=stored_digest)

    async def _undetermined_answers(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, language: str
    ) -> _UndeterminedAnswers:
        """Return the undetermined answers, cached because pages show one fact at a time."""
        key, now = hashlib.sha256(request.SerializeToString(deterministic=True)).digest(), time.monotonic()
        cached = self._cache.get(key)
        if cached is None or now - cached[0] >= _CACHE_SECONDS:
            cached = now, asyncio.create_task(self._simulate(request, language))  # shared by concurrent callers
            self._cache.pop(key, None)
            self._cache[key] = cached
            if len(self._cache) > _MAX_CACHED:
                del self._cache[next(iter(self._cache))]
        try:
            return await asyncio.shield(cached[1])
        except Exception:
            if self._cache.get(key) is cached:
                del self._cache[key]
            raise

    async def _simulate(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, language: str
    ) -> _UndeterminedAnswers:
        evaluation = await self._simulator.work(
            build_evaluate_request(request), evaluation_pb2.Evaluation, language=language
        )
        return [(answer.answer_id, list(answer.fact_ids)) for answer in evaluation.open_answers]


def add(parts: ServiceContext) -> None:
    """Register the methods of DossierService."""
    store, storage = require_store(parts), parts.keeping
    queries = DossierQueries(store, parts.gazette, parts.reader, storage, parts.settings.certifying)
    working = parts.processes(simulation_worker_spec(parts.gazette.folder))
    explaining = parts.processes(explanation_worker_spec(parts.gazette.folder))
    reading = parts.limiters.reading
    listing = answers_in_threads(
        reading, {"CompareCaseEvaluations": queries.compare, "ListCaseEvidence": queries.evidence}
    )
    files = None if storage is None else CaseFiles(store, storage)
    documents = CaseFileApi(files, parts.limiters.files, parts.processes(DRAWING))
    parts.answer(_SERVICE, DossierApi(queries, reading, working, explaining), listing, documents)
