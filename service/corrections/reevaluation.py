"""Re-evaluation of the results of a correction campaign: same day, known as at its start, wrong input removed."""

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
from service.api.evaluation_worker_specs import build_simulate_request
from service.api.simulation import declared_settings
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName, parse_card
from service.base.worker_specs import Worker
from service.gazette.versions import Gazette
from service.output.mapping.mapper import word_of
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
    """Return the subject without a support; unchanged unless the kind is a name, document, identifier or evaluation."""
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
            return subject.model_copy(update={"facts": tuple(_unverified(fact, value) for fact in subject.facts)})
        case SupportKind.ISSUER:
            return _unproved(subject, lambda item: normalize_identifier(item.issuer) == normalize_identifier(value))
        case SupportKind.DOCUMENT:
            return _unproved(subject, lambda item: item.digest == value.strip().lower())
        case SupportKind.IDENTIFIER:
            kept = (_unnamed(fact, value) for fact in subject.facts)
            return subject.model_copy(update={"facts": tuple(fact for fact in kept if fact is not None)})
        case SupportKind.EVALUATION:
            return subject.model_copy(update={"facts": tuple(_untaken(fact, value) for fact in subject.facts)})
    return subject


def _untaken(fact: DeclaredFact, evaluation: str) -> DeclaredFact:
    matches = fact.previous is not None and fact.previous.evaluation == evaluation.strip()
    return fact.model_copy(update={"previous": None}) if matches else fact


def _unverified(fact: DeclaredFact, person: str) -> DeclaredFact:
    ratings = tuple(
        rating for rating in fact.ratings if normalize_identifier(rating.person) != normalize_identifier(person)
    )
    judged = fact.verification
    if judged is not None and normalize_identifier(judged.person) == normalize_identifier(person):
        judged = None
    return fact.model_copy(update={"ratings": ratings, "verification": judged})


def _unproved(subject: Subject, is_wrong: Callable[[EvidenceItem], bool]) -> Subject:
    wrong = {item.id for item in subject.evidence if is_wrong(item)}
    return subject.model_copy(
        update={
            "evidence": tuple(item for item in subject.evidence if item.id not in wrong),
            "facts": tuple(_of_fact(fact, wrong) for fact in subject.facts),
        }
    )


def _of_fact(fact: DeclaredFact, wrong: set[str]) -> DeclaredFact:
    judged = fact.verification
    if judged is not None and judged.corrected is not None:
        judged = judged.model_copy(update={"corrected": _of_value(judged.corrected, wrong)})
    return fact.model_copy(
        update={
            "value": None if fact.value is None else _of_value(fact.value, wrong),
            "ratings": tuple(
                rating.model_copy(update={"value": _of_value(rating.value, wrong)}) for rating in fact.ratings
            ),
            "verification": judged,
        }
    )  # fmt: skip


def _of_value(value: DeclaredValue, wrong: set[str]) -> DeclaredValue:
    records = value.records
    if records is not None:
        records = tuple({name: _of_value(part, wrong) for name, part in row.items()} for row in records)
    evidence = tuple(id for id in value.evidence if id not in wrong)
    return value.model_copy(update={"evidence": evidence, "records": records})


def _unnamed(fact: DeclaredFact, text: str) -> DeclaredFact | None:
    """Leave out the records in which a text stands; a fact that is the text is not given."""
    value = fact.value
    if value is None:
        return fact
    if _is(value, text):
        return None
    if value.records is None:
        return fact
    kept = tuple(row for row in value.records if not any(_is(part, text) for part in row.values()))
    return fact.model_copy(update={"value": value.model_copy(update={"records": kept})})


def _is(value: DeclaredValue, text: str) -> bool:
    return value.text is not None and normalize_identifier(value.text) == normalize_identifier(text)


SAME, CHANGED, FAILED = "same", "changed", "failed"
_LATER = {
    Reason.SHUTTING_DOWN, Reason.TOO_MANY_CALLS, Reason.STORE_LOCKED, Reason.STORE_FULL, Reason.STORE_UNAVAILABLE,
}  # fmt: skip
"""Reasons that concern every result, so that the campaign waits."""
_ONCE_MORE = {Reason.PROCESS_LOST, Reason.TOOK_TOO_LONG}
"""Reasons for which a result is evaluated a second time. A second failure is recorded with the result."""


@dataclass(frozen=True, slots=True)
class Reevaluator:
    """Evaluates stored results again, in processes that try things."""

    store: Store
    gazette: Gazette
    trying: Worker
    in_thread: ThreadRunner

    async def _simulated(self, asked: work_pb2.Simulate) -> evaluation_service_pb2.SimulateEvaluationResponse:
        try:
            return await self.trying.work(asked, evaluation_service_pb2.SimulateEvaluationResponse)
        except Refusal as error:
            if error.reason not in _ONCE_MORE:
                raise
            return await self.trying.work(asked, evaluation_service_pb2.SimulateEvaluationResponse)

    async def item(self, campaign: CampaignRow, item: CampaignItemRow) -> CampaignItemRow:
        """Evaluate a result again. Returns its new conclusion, or the reason why it cannot be evaluated."""
        try:
            asked, version = await self.in_thread(self._simulation_request, campaign, item)
            answer = await self._simulated(asked)
        except Exception as error:  # one result that cannot be evaluated must not stop the others
            if isinstance(error, Refusal) and error.reason in _LATER:
                raise
            problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
            logs.warning("result_not_reevaluated", evaluation=item.evaluation, error=type(error).__name__)
            return item.model_copy(update={"state": FAILED, "problem": problem})
        difference = answer.difference
        criteria = [criterion.criterion_id for criterion in difference.criterion_differences]
        before, after = (_concluded(side) for side in (difference.before, difference.after))
        figures = difference.before.score == difference.after.score and not difference.figure_differences
        same = before == after and figures and not criteria
        return item.model_copy(
            update={
                "state": SAME if same else CHANGED,
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
        asked = build_simulate_request(
            evaluation=row.name,
            record=written.content,
            subject=subject,
            version=made_by,
            changed=changed.model_copy(update={"facts": facts}),
            changed_version=version,
        )
        return asked, version.name


def _concluded(conclusion: evaluation_pb2.Conclusion) -> dict[str, str]:
    verdict = evaluation_pb2.Verdict.Name(conclusion.verdict) if conclusion.verdict else ""
    return {
        "kind": word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind),
        "grade": conclusion.grade,
        "stage": conclusion.stage,
        "verdict": verdict.removeprefix("VERDICT_").lower(),
    }
