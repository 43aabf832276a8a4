"""DossierService: dossiers, documents, evidence, reports and comparisons of cases."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory, parse_date
from rules.engine import evidence_standings, unproved_facts
from service.api.evaluation_queries import Archive
from service.api.evaluation_worker_specs import build_evaluate_request, explanation_worker_spec, simulation_worker_spec
from service.api.service_dependencies import Limiter, ServiceContext, answers_in_threads, require_store
from service.base import instants
from service.base.call_context import preferred_language
from service.base.refusals import Reason, Refusal
from service.cases import dossiers
from service.cases.case_files import CaseFileApi, CaseFiles, files_of_case
from service.cases.case_names import check_name, person_calling
from service.cases.case_workflow import find_item
from service.cases.certificate_files import read_body
from service.cases.client_side import check_own, is_applicant, is_decided, strip_assessments
from service.cases.dossiers import DossierContent, find_dossier, rests_on, scorecard_of, subject_of
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

    from rules.contracts import Subject
    from rules.model import Scorecard
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


CaseEvidence = case_dossier_service_pb2.CaseEvidence


def case_evidence(step_context: StepContext, as_of_date: str) -> case_dossier_service_pb2.ListCaseEvidenceResponse:
    """List the documents visible to the caller, and missing evidence, on a day (empty: today)."""
    dossier = find_dossier(step_context.case_reader, step_context.row)
    content = DossierContent() if dossier is None else dossier.content
    if is_applicant():
        strip_assessments(content)
    files = files_of_case(step_context.case_reader, step_context.row)
    answer = case_dossier_service_pb2.ListCaseEvidenceResponse()
    citing_items, facts_by_evidence = _citing_items(step_context), _citing_facts(content)
    for item in content.evidence:
        document = answer.documents.add(evidence=item, items=citing_items.get(item.content_digest, ()))
        document.fact_ids.extend(facts_by_evidence.get(item.evidence_id, ()))
        if item.content_digest in files:
            document.file.CopyFrom(files[item.content_digest])
    cited_digests = {item.content_digest for item in content.evidence}
    for digest, file in files.items():
        if digest in cited_digests:
            continue
        answer.documents.add(file=file, items=citing_items.get(digest, ()))
    scorecard, subject = scorecard_of(step_context), subject_of(step_context, content)
    day = parse_date(as_of_date or step_context.day.isoformat())
    _add_validity(answer.documents, scorecard, subject, day)
    wanted: dict[tuple[str, ...], list[str]] = {}
    for fact_id, kinds in unproved_facts(scorecard, subject, day):
        wanted.setdefault(kinds, []).append(fact_id)
    for kinds, fact_ids in wanted.items():
        answer.wanted.add(kinds=kinds, fact_ids=dict.fromkeys(fact_ids))
    return answer


def _citing_facts(content: DossierContent) -> dict[str, list[str]]:
    resting: dict[str, list[str]] = {}
    for fact in content.facts:
        for evidence_id in rests_on(fact):
            resting.setdefault(evidence_id, []).append(fact.fact_id)
    return resting


def _citing_items(step_context: StepContext) -> dict[str, list[str]]:
    stating: dict[str, list[str]] = {}
    for item in step_context.items:
        if is_applicant() and item.kind != "findings":
            continue
        for digest in orjson.loads(item.content).get("evidence", ()):
            stating.setdefault(digest, []).append(f"{item.kind}/{item.number}")
    return stating


def _add_validity(documents: Iterable[CaseEvidence], scorecard: Scorecard, subject: Subject, day: date) -> None:
    by_id = {document.evidence.evidence_id: document for document in documents if document.HasField("evidence")}
    valid_days: dict[str, list[str]] = {}
    shortcomings: dict[tuple[str, str], tuple[str, str]] = {}
    for validity in evidence_standings(scorecard, subject, day):
        deciding_day = "" if validity.day is None else validity.day.isoformat()
        if validity.shortcoming:
            shortcomings[validity.item.id, validity.fact] = validity.shortcoming, deciding_day
        elif deciding_day:
            valid_days.setdefault(validity.item.id, []).append(deciding_day)
    for (id, fact_id), (reason, deciding_day) in shortcomings.items():
        by_id[id].shortcomings.add(fact_id=fact_id, reason=reason, date=deciding_day)
    for id, days in valid_days.items():
        by_id[id].counts_until = min(days)


_cached_sections: dict[tuple[str, str], Mapping[str, str]] = {}


def _sections_by_fact(step_context: StepContext, language: str) -> Mapping[str, str]:
    """Return the sections of facts in order of display, computed once for each scorecard version and language."""
    version = dossiers.version_in_force(step_context)
    key = version.content_digest, language
    sections = _cached_sections.get(key)
    if sections is None:
        from service.input.workbook.groups import groups_of  # noqa: PLC0415 -- the file readers import slowly

        if len(_cached_sections) >= _MAX_CACHED:
            _cached_sections.clear()
        groups = groups_of(version.scorecard, language)
        sections = _cached_sections[key] = {fact.id: group.part for group in groups for fact in group.facts}
    return sections


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
            for id, section in _sections_by_fact(step_context, request.language_code or "en").items():
                message.facts.add(fact_id=id, section=section, state=states.get(id, "open"))
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
            raise InputError.of("fact_id", _message("NO_FACT", found=fact_id[:60]), "NOT_FOUND")
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
            raise InputError.of("language_code", _message("NO_LANGUAGE_HERE"), "WRONG_VALUE")
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
