"""Simulation RPC: comparison of a baseline with changed facts, evidence, settings or rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from google.protobuf.empty_pb2 import Empty

from rules.contracts import InputError, Violation, attempt, message_factory, parse_date
from service.api.baselines import baseline_of_evaluation, baseline_of_request, migrated_subject, request_errors
from service.api.evaluation_worker_specs import build_simulate_request, simulation_worker_spec
from service.base.instants import from_past_timestamp
from service.base.resource_names import CardName, parse_version
from service.gazette.table_order import TableStores
from service.output.exported_evaluations import fill_from_exports
from service.output.mapping.requests import read_all_evidence, read_facts
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts import DeclaredFact, EvidenceItem, Subject
    from rules.model import PublishedVersion
    from service.api.service_dependencies import ServiceContext
    from service.api.stored_evaluations import StoredEvaluations
    from service.gazette.drafts import DraftCompiler
    from touchstone.v1 import evaluation_pb2

_message = message_factory(__name__)


class _Baseline(NamedTuple):
    """Evaluation to compare with; if `record` is empty, the worker first evaluates under `version`."""

    name: str
    subject: Subject
    version: PublishedVersion | None
    card: str
    record: bytes
    made_by: PublishedVersion | None = None
    findings: Sequence[evaluation_pb2.Finding] = ()
    status: evaluation_pb2.ResultStatus | None = None


class SimulationChanges(NamedTuple):
    """Changes to a subject; a fact without a value becomes unknown."""

    facts: tuple[DeclaredFact, ...]
    evidence: tuple[EvidenceItem, ...]
    settings: dict[str, str]

    def duplicate_violations(self) -> list[Violation]:
        named = {"facts": [fact.id for fact in self.facts], "evidence": [item.id for item in self.evidence]}
        return [
            Violation(f"{what}[{id}]", _message("GIVEN_TWICE"), "DUPLICATE")
            for what, ids in named.items()
            for id in sorted({id for id in ids if ids.count(id) > 1})
        ]

    def apply_to(self, subject: Subject) -> Subject:
        replaced = {fact.id for fact in self.facts}
        renewed = {item.id for item in self.evidence}
        new_facts = (
            fact for fact in self.facts if fact.value is not None or fact.ratings or fact.verification is not None
        )
        return subject.model_copy(
            update={
                "facts": (*(fact for fact in subject.facts if fact.id not in replaced), *new_facts),
                "evidence": (*(item for item in subject.evidence if item.id not in renewed), *self.evidence),
                "settings": {**subject.settings, **self.settings},
            }
        )


class Simulations:
    """Simulations and trial evaluations, which are never stored."""

    def __init__(self, parts: ServiceContext, stored: StoredEvaluations | None) -> None:
        self._stored = stored
        self._refuse_without_store = parts.refuse_unkept
        self._gazette = parts.gazette
        self._worker_pool = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._reader = parts.reader
        self._in_thread = parts.limiters.trying.in_thread
        self._processes = parts.processes

    @cached_property
    def _drafts(self) -> DraftCompiler:
        from service.gazette.drafts import PROGRAM, DraftCompiler  # noqa: PLC0415 -- most commands compile no draft

        return DraftCompiler(TableStores(self._gazette), self._processes(PROGRAM), self._in_thread)

    async def draft(self, draft: evaluation_service_pb2.ScorecardDraft) -> PublishedVersion:
        return await self._drafts.compile(draft)

    async def simulate(
        self, request: evaluation_service_pb2.SimulateEvaluationRequest, language: str
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        if request.HasField("exported"):
            await self._worker_pool.work(request.exported, Empty, language=language)
        baseline, version, changes = await self._in_thread(self._read_request, request)
        if version is None:
            version = await self._draft_of(request.scorecard_draft, baseline.card)
        subject = baseline.subject
        if request.HasField("known_time"):
            known = from_past_timestamp(request.known_time, field="known_time")
            subject = subject.model_copy(update={"known": known})
        if baseline.made_by is not None:
            subject = await self._in_thread(migrated_subject, subject, baseline.made_by, version, self._gazette)
        previous = request.previous_evaluations, request.previous_bundles
        changed = await self._in_thread(fill_from_exports, version, changes.apply_to(subject), *previous, self._gazette)
        worker_request = await self._in_thread(
            build_simulate_request,
            evaluation=baseline.name,
            record=baseline.record,
            subject=baseline.subject,
            version=baseline.version,
            changed=changed,
            changed_version=version,
        )
        kind = evaluation_service_pb2.SimulateEvaluationResponse
        response = await self._worker_pool.work(worker_request, kind, language=language)
        response.archive_findings.extend(baseline.findings)
        if baseline.status is not None:
            response.status.CopyFrom(baseline.status)
        return response

    async def _draft_of(self, draft: evaluation_service_pb2.ScorecardDraft, card: str) -> PublishedVersion:
        from service.gazette.drafts import FIELD  # noqa: PLC0415 -- most commands compile no draft

        version = await self.draft(draft)
        card_id = version.scorecard.card.id
        if card_id != card:
            description = _message("OTHER_CARD", found=card_id, card=card)
            raise InputError.of(f"{FIELD}.source_files", description, "WRONG_VALUE")
        return version

    def _read_request(
        self, request: evaluation_service_pb2.SimulateEvaluationRequest
    ) -> tuple[_Baseline, PublishedVersion | None, SimulationChanges]:
        violations: list[Violation] = []
        changes = SimulationChanges(
            facts=read_facts(request.facts, violations),
            evidence=read_all_evidence(request.evidence, violations),
            settings=dict(request.settings),
        )
        violations.extend(changes.duplicate_violations())
        chosen: tuple[str, str] | None = None
        baseline = attempt(violations, self._baseline, request)
        requested_version = request.scorecard_version
        drafted = request.HasField("scorecard_draft")
        if drafted:
            from service.gazette.drafts import check_draft  # noqa: PLC0415 -- most commands compile no draft

            violations.extend(check_draft(request.scorecard_draft))
        if drafted and requested_version:
            violations.append(Violation("scorecard_version", _message("NOT_WITH_DRAFT"), "WRONG_VALUE"))
        elif requested_version and baseline is not None:
            chosen = attempt(
                violations, parse_version, requested_version, field="scorecard_version", card=baseline.card
            )
        if violations or baseline is None:
            raise InputError(tuple(violations))
        if drafted:
            return baseline, None, changes
        if chosen is not None:
            return baseline, self._gazette.version(*chosen), changes
        if request.HasField("known_time"):
            known = from_past_timestamp(request.known_time, field="known_time")
            as_of = parse_date(baseline.subject.as_of)
            return baseline, self._gazette.find(CardName(baseline.card), as_of=as_of, known=known), changes
        return baseline, baseline.version, changes

    def _baseline(self, request: evaluation_service_pb2.SimulateEvaluationRequest) -> _Baseline:
        other = request.scorecard_version or request.HasField("scorecard_draft") or request.HasField("known_time")
        match request.WhichOneof("baseline"):
            case "evaluation":
                return self._baseline_from_store(request.evaluation, uses_same_version=not other)
            case "exported":
                exported = request.exported
                known = exported if self._stored is None else self._stored.archive.known(exported)
                return self._baseline_from_record(known, uses_same_version=not other)
            case "request":
                return self._baseline_from_request(request.request)
            case _:
                raise InputError.of("baseline", _message("BASELINE_REQUIRED"), "REQUIRED")

    def _baseline_from_store(self, name: str, *, uses_same_version: bool) -> _Baseline:
        if self._stored is None:
            self._refuse_without_store()
        evaluation = self._stored.archive.complete_evaluation(name, field="evaluation")
        return self._baseline_from_record(evaluation, uses_same_version=uses_same_version)

    def _baseline_from_record(self, evaluation: evaluation_pb2.Evaluation, *, uses_same_version: bool) -> _Baseline:
        found = baseline_of_evaluation(evaluation, self._reader, self._gazette)
        return _Baseline(
            evaluation.name,
            found.subject,
            found.version if uses_same_version else None,
            found.card,
            found.content,
            found.version,
            evaluation.archive_findings,
            evaluation.status if evaluation.HasField("status") else None,
        )

    def _baseline_from_request(self, request: evaluation_service_pb2.EvaluateSubjectRequest) -> _Baseline:
        found = baseline_of_request(request, self._gazette)
        earlier = request.previous_evaluations, request.previous_bundles
        with request_errors():
            subject = fill_from_exports(found.version, found.subject, *earlier, self._gazette)
        return _Baseline("", subject, found.version, found.card, b"")
