"""Evidence of a case: documents with what rests on them, until when they count, and what is asked for and not here."""

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
    """List the documents of a case as whoever calls may see them, and whether they count on a civil day."""
    dossier = find_dossier(step_context.case_reader, step_context.row)
    content = DossierContent() if dossier is None else dossier.content
    if is_applicant():
        strip_assessments(content)
    files = files_of_case(step_context.case_reader, step_context.row)
    answer = case_dossier_service_pb2.ListCaseEvidenceResponse()
    stating, resting = _stating_items(step_context), _resting_facts(content)
    for item in content.evidence:
        document = answer.documents.add(evidence=item, items=stating.get(item.content_digest, ()))
        document.fact_ids.extend(resting.get(item.evidence_id, ()))
        if item.content_digest in files:
            document.file.CopyFrom(files[item.content_digest])
    stated = {item.content_digest for item in content.evidence}
    for digest, file in files.items():
        if digest in stated:
            continue
        answer.documents.add(file=file, items=stating.get(digest, ()))
    scorecard, subject = scorecard_of(step_context), subject_of(step_context, content)
    day = parse_date(as_of_date or step_context.day.isoformat())
    _add_standings(answer.documents, scorecard, subject, day)
    wanted: dict[tuple[str, ...], list[str]] = {}
    for fact_id, kinds in unproved_facts(scorecard, subject, day):
        wanted.setdefault(kinds, []).append(fact_id)
    for kinds, fact_ids in wanted.items():
        answer.wanted.add(kinds=kinds, fact_ids=dict.fromkeys(fact_ids))
    return answer


def _resting_facts(content: DossierContent) -> dict[str, list[str]]:
    """Name the facts that rest on each piece of evidence."""
    resting: dict[str, list[str]] = {}
    for fact in content.facts:
        for evidence_id in rests_on(fact):
            resting.setdefault(evidence_id, []).append(fact.fact_id)
    return resting


def _stating_items(step_context: StepContext) -> dict[str, list[str]]:
    """Name the findings and the like that state each digest; an applicant is told of those of the client side alone."""
    stating: dict[str, list[str]] = {}
    for item in step_context.items:
        if is_applicant() and item.kind != "findings":
            continue
        for digest in orjson.loads(item.content).get("evidence", ()):
            stating.setdefault(digest, []).append(f"{item.kind}/{item.number}")
    return stating


def _add_standings(documents: Iterable[CaseEvidence], scorecard: Scorecard, subject: Subject, day: date) -> None:
    by_id = {document.evidence.evidence_id: document for document in documents if document.HasField("evidence")}
    counting: dict[str, list[str]] = {}
    short: dict[tuple[str, str], tuple[str, str]] = {}
    for standing in evidence_standings(scorecard, subject, day):
        decides = "" if standing.day is None else standing.day.isoformat()
        if standing.shortcoming:
            short[standing.item.id, standing.fact] = standing.shortcoming, decides
        elif decides:
            counting.setdefault(standing.item.id, []).append(decides)
    for (id, fact_id), (reason, decides) in short.items():
        by_id[id].shortcomings.add(fact_id=fact_id, reason=reason, date=decides)
    for id, days in counting.items():
        by_id[id].counts_until = min(days)
