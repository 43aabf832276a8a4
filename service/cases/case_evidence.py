"""Evidence of a case: documents, dependent facts, validity and missing kinds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts import parse_date
from rules.engine import evidence_standings, unproved_facts
from service.cases.case_files import files_of_case
from service.cases.client_side import is_applicant, strip_assessments
from service.cases.dossiers import DossierContent, find_dossier, rests_on, scorecard_of, subject_of
from touchstone.v1 import case_dossier_service_pb2

if TYPE_CHECKING:
    from rules.contracts import Subject
    from rules.model import Scorecard
    from service.cases.step_context import StepContext

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
