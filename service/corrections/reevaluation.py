"""Re-evaluation of campaign results without the faulty input, as known at campaign start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts import (
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Subject,
    TouchstoneError,
    TrailError,
    error_message,
)
from rules.engine import drop_unused_places
from rules.model import migrate_facts
from rules.trail import inputs_of
from service.api.baselines import declared_settings
from service.api.evaluation_worker_specs import build_simulate_request
from service.base import logs
from service.base.refusals import TEMPORARY_REASONS, Reason, Refusal
from service.base.resource_names import CardName, parse_card
from service.base.worker_specs import Worker
from service.gazette.versions import Gazette
from service.output.mapping.mapper import word_of
from service.output.result_changes import changed_parts
from service.store.result_dependencies import NAMED, SupportKind
from service.store.serial_use import normalize_identifier
from service.store.stored_records import restore_record
from service.store.tables import CampaignItemRow, CampaignRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from service.base.thread_pool import ThreadRunner
    from service.store.store import Store


def without_support(subject: Subject, kind: str, value: str) -> Subject:
    """Return the subject without a name, document, identifier or evaluation; unchanged for other kinds."""
    reduced = _remove_support(subject, kind, value)
    if reduced is subject:
        return subject
    return reduced.model_copy(update={"facts": tuple(map(drop_unused_places, reduced.facts))})


def _remove_support(subject: Subject, kind: str, value: str) -> Subject:
    match kind:
        case SupportKind.NAME:
            for role in NAMED:
                subject = _remove_support(subject, role, value)
            return subject
        case SupportKind.VERIFIER:
            return subject.model_copy(update={"facts": tuple(_without_person(fact, value) for fact in subject.facts)})
        case SupportKind.ISSUER:
            return _without_evidence(
                subject, lambda item: normalize_identifier(item.issuer) == normalize_identifier(value)
            )
        case SupportKind.DOCUMENT:
            return _without_evidence(subject, lambda item: item.digest == value.strip().lower())
        case SupportKind.IDENTIFIER:
            reduced_facts = (_without_text(fact, value) for fact in subject.facts)
            return subject.model_copy(update={"facts": tuple(fact for fact in reduced_facts if fact is not None)})
        case SupportKind.EVALUATION:
            return subject.model_copy(update={"facts": tuple(_without_previous(fact, value) for fact in subject.facts)})
    return subject


def _without_previous(fact: DeclaredFact, evaluation: str) -> DeclaredFact:
    matches = fact.previous is not None and fact.previous.evaluation == evaluation.strip()
    return fact.model_copy(update={"previous": None}) if matches else fact


def _without_person(fact: DeclaredFact, person: str) -> DeclaredFact:
    ratings = tuple(
        rating for rating in fact.ratings if normalize_identifier(rating.person) != normalize_identifier(person)
    )
    judged = fact.verification
    if judged is not None and normalize_identifier(judged.person) == normalize_identifier(person):
        judged = None
    return fact.model_copy(update={"ratings": ratings, "verification": judged})


def _without_evidence(subject: Subject, is_wrong: Callable[[EvidenceItem], bool]) -> Subject:
    wrong = {item.id for item in subject.evidence if is_wrong(item)}
    return subject.model_copy(
        update={
            "evidence": tuple(item for item in subject.evidence if item.id not in wrong),
            "facts": tuple(_drop_evidence_of_fact(fact, wrong) for fact in subject.facts),
        }
    )


def _drop_evidence_of_fact(fact: DeclaredFact, wrong: set[str]) -> DeclaredFact:
    judged = fact.verification
    if judged is not None and judged.corrected is not None:
        judged = judged.model_copy(update={"corrected": _drop_evidence(judged.corrected, wrong)})
    return fact.model_copy(
        update={
            "value": None if fact.value is None else _drop_evidence(fact.value, wrong),
            "ratings": tuple(
                rating.model_copy(update={"value": _drop_evidence(rating.value, wrong)}) for rating in fact.ratings
            ),
            "verification": judged,
        }
    )  # fmt: skip


def _drop_evidence(value: DeclaredValue, wrong: set[str]) -> DeclaredValue:
    records = value.records
    if records is not None:
        records = tuple({name: _drop_evidence(part, wrong) for name, part in row.items()} for row in records)
    evidence = tuple(id for id in value.evidence if id not in wrong)
    return value.model_copy(update={"evidence": evidence, "records": records})


def _without_text(fact: DeclaredFact, text: str) -> DeclaredFact | None:
    value = fact.value
    if value is None:
        return fact
    if _equals_text(value, text):
        return None
    if value.records is None:
        return fact
    remaining_records = tuple(
        row for row in value.records if not any(_equals_text(part, text) for part in row.values())
    )
    return fact.model_copy(update={"value": value.model_copy(update={"records": remaining_records})})


def _equals_text(value: DeclaredValue, text: str) -> bool:
    return value.text is not None and normalize_identifier(value.text) == normalize_identifier(text)


SAME, CHANGED, FAILED = "same", "changed", "failed"
_RETRY_REASONS = {Reason.PROCESS_LOST, Reason.TOOK_TOO_LONG}
"""Reasons for one retry; a second failure is recorded."""


@dataclass(frozen=True, slots=True)
class Reevaluator:
    """Re-evaluation of stored results in worker processes."""

    store: Store
    gazette: Gazette
    trying: Worker
    in_thread: ThreadRunner

    async def _simulate_with_retry(
        self, request: work_pb2.Simulate
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        try:
            return await self.trying.work(request, evaluation_service_pb2.SimulateEvaluationResponse)
        except Refusal as error:
            if error.reason not in _RETRY_REASONS:
                raise
            return await self.trying.work(request, evaluation_service_pb2.SimulateEvaluationResponse)

    async def item(self, campaign: CampaignRow, item: CampaignItemRow) -> CampaignItemRow:
        try:
            request, version = await self.in_thread(self._simulation_request, campaign, item)
            answer = await self._simulate_with_retry(request)
        except Exception as error:  # one result that cannot be evaluated must not stop the others
            if isinstance(error, Refusal) and error.reason in TEMPORARY_REASONS:
                raise
            problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
            logs.warning("result_not_reevaluated", evaluation=item.evaluation, error=type(error).__name__)
            return item.model_copy(update={"state": FAILED, "problem": problem})
        difference = answer.difference
        criteria = [criterion.criterion_id for criterion in difference.criterion_differences]
        after = _conclusion_values(difference.after)
        return item.model_copy(
            update={
                "state": CHANGED if changed_parts(difference) else SAME,
                "after": orjson.dumps(after).decode(),
                "after_version": version,
                "criteria": orjson.dumps(criteria).decode(),
            }
        )

    def _simulation_request(self, campaign: CampaignRow, item: CampaignItemRow) -> tuple[work_pb2.Simulate, str]:
        row = self.store.find(item.evaluation)
        if row is None:
            raise TrailError(item.evaluation)
        written = restore_record(row.record, row.record_key)
        head, subject = written.head, inputs_of(written)
        card = parse_card(head.scorecard_version).card
        made_by = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        version = self.gazette.find(
            CardName(card), as_of=date.fromisoformat(head.as_of_date), known=campaign.create_time
        )
        changed = without_support(subject, campaign.kind, campaign.value).model_copy(
            update={"known": campaign.create_time, "settings": declared_settings(subject.settings, version)}
        )
        facts = migrate_facts(changed.facts, made_by, version, self.gazette.versions(card))
        request = build_simulate_request(
            evaluation=row.name,
            record=written.content,
            subject=subject,
            version=made_by,
            changed=changed.model_copy(update={"facts": facts}),
            changed_version=version,
        )
        return request, version.name


def _conclusion_values(conclusion: evaluation_pb2.Conclusion) -> dict[str, str]:
    verdict = evaluation_pb2.Verdict.Name(conclusion.verdict) if conclusion.verdict else ""
    return {
        "kind": word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind),
        "grade": conclusion.grade,
        "stage": conclusion.stage,
        "verdict": verdict.removeprefix("VERDICT_").lower(),
    }
