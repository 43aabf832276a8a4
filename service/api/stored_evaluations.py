"""EvaluationService methods that need a store, and the log of known versions."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TouchstoneError
from rules.trail import KnownVersionNames
from service.api.earlier_evaluations import EarlierEvaluations
from service.api.evaluation_queries import Archive
from service.api.evaluation_worker_specs import evaluation_worker_spec, simulation_worker_spec
from service.api.portfolio import Portfolio, pieces_of
from service.api.ranking import Rankings
from service.api.service_dependencies import require_store
from service.api.worker_messages import PIPE, UnstoredEvaluation, to_evaluate_message
from service.base import instants, logs
from service.base.call_context import preferred_language
from service.base.metrics import CONCLUSIONS, EVALUATION_SECONDS, EVALUATIONS_LOST
from service.base.refusals import Reason, Refusal
from service.base.resource_names import name_milliseconds, organization_of, parse_card, parse_request_id
from service.base.tracing import trace_step
from service.identity.principals import caller
from service.output.envelopes import archive_findings
from service.output.log_checks import LogChecker
from service.output.mapping.answers import has_open_answers
from service.output.mapping.requests import FULL, read_request, read_view
from service.transparency.gazette_leaves import leaves_of_card
from service.transparency.leaves import EVALUATION, PUBLICATION, REPEAL
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
    from pathlib import Path

    import grpc

    from rules.contracts import RecordHead
    from service.api.service_dependencies import ServiceContext
    from service.gazette.versions import Gazette
    from service.store.store import Store
    from service.store.stored_records import StoredRecord
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_service_pb2

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Context = grpc.aio.ServicerContext[Any, Any]


_LOOKUP_FIRST_BYTES = 16 * 1024
"""Larger requests are looked up first, because their evaluation is slower."""


@dataclass(frozen=True, slots=True)
class KnownVersions:
    """Log that proves which versions and repeals were known when an evaluation was made."""

    store: Store
    gazette: Gazette
    _logged_listings: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """Listings logged so far, by parent name."""

    def note(self, scorecard: str) -> None:
        try:
            card = parse_card(scorecard).card
        except InputError:
            return  # the evaluation reports the error
        owner, listing = self.gazette.owner(card), self.gazette.listing(card)
        parent = _parent(owner, card)
        if listing == self._logged_listings.get(parent, {}):
            return
        repealed = [number for number, written in listing.items() if written]
        if self._lacks(PUBLICATION, parent, listing) or self._lacks(REPEAL, parent, repealed):
            own = self.gazette.of_current_organization() if owner else self.gazette
            self.store.log.add_new(list(leaves_of_card(own, card, owner)))
        self._logged_listings[parent] = listing

    def _lacks(self, kind: str, parent: str, numbers: Iterable[str]) -> bool:
        logged_names = self.store.log.names(kind, parent)
        return any(f"{parent}/{number}" not in logged_names for number in numbers)

    def known_to(self, evaluation: str, head: RecordHead) -> KnownVersionNames | None:
        """Return the versions logged before an evaluation; None if the log order proves nothing."""
        noted = self.store.log.leaf(EVALUATION, evaluation)
        if noted is None:
            return None
        try:
            owner = self.gazette.owner_of(head.scorecard_version, head.rule_digest)
            parent = _parent(owner, parse_card(head.scorecard_version).card)
        except TouchstoneError:
            return None
        versions, repeals = (
            frozenset(
                name.removeprefix(f"{owner}/") for name in self.store.log.names(kind, parent, before=noted.position)
            )
            for kind in (PUBLICATION, REPEAL)
        )
        return KnownVersionNames(versions, repeals) if head.scorecard_version in versions else None


def _parent(owner: str, card: str) -> str:
    return f"{owner}/scorecards/{card}/versions" if owner else f"scorecards/{card}/versions"


class StoredEvaluations:
    """EvaluationService methods that need a store."""

    def __init__(self, parts: ServiceContext) -> None:
        self._limiters = parts.limiters
        self._gazette = parts.gazette
        self._evaluating = parts.processes(evaluation_worker_spec(parts.settings))
        self._trying = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._observers = parts.evaluation_observers
        self.store = require_store(parts)
        self._rankings = Rankings(self.store, parts.gazette)
        self._portfolio = Portfolio(self.store, parts.gazette)
        self.archive = Archive(self.store, parts.gazette, parts.reader)
        self.earlier = EarlierEvaluations(self.store, parts.gazette)
        self.logged = LogChecker(self.store)
        self.known_versions = KnownVersions(self.store, parts.gazette)
        self._in_work = 0
        """Number of evaluations that a worker process makes, or that wait for one."""
        self._without_earlier: set[tuple[tuple[Path, int], ...]] = set()
        """Change times of folders of scorecards that use no earlier evaluations and have logged versions."""
        for card in parts.gazette.card_ids():
            EVALUATIONS_LOST.labels(card)  # exports the counter as 0 before the first loss

    async def GetEvaluation(
        self, request: evaluation_service_pb2.GetEvaluationRequest, context: Context
    ) -> evaluation_pb2.Evaluation:
        reading = self._limiters.reading
        with reading.slot():
            view = read_view(request.view, default=FULL)
            row = await reading.in_thread(self.archive.row, request.name)
            message = await reading.in_thread(self.archive.to_message, row, view=view)
            return await self._with_open_answers(message, view=view)

    async def ListEvaluations(
        self, request: evaluation_service_pb2.ListEvaluationsRequest, context: Context
    ) -> evaluation_service_pb2.ListEvaluationsResponse:
        with self._limiters.reading.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._limiters.reading.in_thread(self.archive.evaluations, request, language)

    async def ListTrailSteps(
        self, request: evaluation_service_pb2.ListTrailStepsRequest, context: Context
    ) -> evaluation_service_pb2.ListTrailStepsResponse:
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self.archive.steps, request)

    async def RankSubjects(
        self, request: evaluation_service_pb2.RankSubjectsRequest, context: Context
    ) -> evaluation_service_pb2.RankSubjectsResponse:
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._rankings.rank_subjects, request)

    async def SummarizeEvaluations(
        self, request: evaluation_service_pb2.SummarizeEvaluationsRequest, context: Context
    ) -> evaluation_service_pb2.SummarizeEvaluationsResponse:
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._portfolio.summarize, request)

    async def ListCountedResults(
        self, request: evaluation_service_pb2.ListCountedResultsRequest, context: Context
    ) -> evaluation_service_pb2.ListCountedResultsResponse:
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._portfolio.list, request)

    async def ExportEvaluations(
        self, request: evaluation_service_pb2.ExportEvaluationsRequest, context: Context
    ) -> AsyncIterator[evaluation_service_pb2.ExportEvaluationsResponse]:
        with self._limiters.reading.slot():
            content = await self._limiters.reading.in_thread(self._portfolio.export, request)
            for piece in pieces_of(content):
                yield piece

    async def answer(self, request: Request, language: str) -> bytes:
        view = read_view(request.view, default=FULL)
        with trace_step("read"):
            stored_row = await self._find_stored(request) if request.ByteSize() > _LOOKUP_FIRST_BYTES else None
            earlier = () if stored_row is not None else await self._find_earlier(request)
        if stored_row is not None:
            return await self._stored_answer(stored_row, view)
        try:
            with trace_step("evaluate") as span:
                made = await self._evaluate_in_worker(request, earlier, language)
                if span is not None:
                    span.set_attribute("touchstone.version", made.row.scorecard_version)
        except TouchstoneError:  # a stored answer is returned even if the rules have changed since
            stored_row = await self._find_stored(request)
            if stored_row is None:
                raise
            return await self._stored_answer(stored_row, view)
        return await self._store_and_answer(made, view, request, reads_earlier=bool(earlier))

    async def _find_earlier(self, request: Request) -> Sequence[StoredRecord]:
        try:
            logs.bind(organization=organization_of(request.subject), request_id=parse_request_id(request.request_id))
            card = parse_card(request.scorecard).card
        except InputError:
            return ()
        changes = self._gazette.change_times(card)
        if changes in self._without_earlier:
            return ()
        return await self._limiters.evaluating.in_thread(self._note_and_find, request, card, changes)

    def _note_and_find(
        self, request: Request, card: str, changes: tuple[tuple[Path, int], ...] | None
    ) -> Sequence[StoredRecord]:
        self.known_versions.note(request.scorecard)
        with suppress(TouchstoneError):  # the evaluation reports the error
            if not self.earlier.cards(card) and changes is not None:
                self._without_earlier.add(changes)
        return self.earlier.for_request(request)

    async def _find_stored(self, request: Request) -> EvaluationRow | None:
        try:
            organization, request_id = organization_of(request.subject), parse_request_id(request.request_id)
        except InputError:
            return None

        def find() -> EvaluationRow | None:
            if not self.store.has_answered(organization=organization, request_id=request_id):
                return None
            body_digest = read_request(request).body_digest
            logs.bind(body_digest=body_digest)
            return self.store.find_request(organization=organization, request_id=request_id, body_digest=body_digest)

        return await self._limiters.evaluating.in_thread(find)

    async def _store_and_answer(
        self, made: UnstoredEvaluation, view: evaluation_pb2.EvaluationView, request: Request, *, reads_earlier: bool
    ) -> bytes:
        logs.bind(body_digest=made.row.body_digest, version=made.row.scorecard_version)
        EVALUATION_SECONDS.labels(parse_card(made.row.scorecard_version).card).observe(made.seconds)
        with trace_step("commit"):
            # Once the writer has the row, the evaluation exists, even if the caller disconnects.
            stored = self.store.append(
                made.row,
                made.usages,
                stage=made.stage,
                verdict=made.verdict,
                dictionary=made.dictionary,
                following=self._in_work,
            )
            row = await asyncio.wrap_future(stored)
        instants.set_floor(name_milliseconds(row.name))
        if row.name != made.row.name:
            return await self._stored_answer(row, view)
        logs.bind(evaluation=row.name, record_digest=row.record_digest)
        _count_conclusion(made)
        for observe in self._observers:
            observe(request, row, reads_earlier)
        findings = archive_findings(row)  # appended to the serialized message, which merges it
        return made.answer + evaluation_pb2.Evaluation(archive_findings=findings).SerializeToString()

    async def _evaluate_in_worker(
        self, request: Request, earlier: Sequence[StoredRecord], language: str
    ) -> UnstoredEvaluation:
        worker_request = to_evaluate_message(request, caller(), earlier)
        self._in_work += 1
        try:
            made = await self._evaluating.work(worker_request, work_pb2.Evaluated, language=language)
        except Refusal as refusal:
            if refusal.reason is Reason.PROCESS_LOST:
                self._count_lost(request.scorecard)
            raise
        finally:
            self._in_work -= 1
        return PIPE.read(UnstoredEvaluation, made)

    def _count_lost(self, scorecard: str) -> None:
        with suppress(InputError):
            card = parse_card(scorecard).card
            if card in self._gazette.card_ids():
                logs.bind(scorecard=card)
                EVALUATIONS_LOST.labels(card).inc()

    async def _stored_answer(self, row: EvaluationRow, view: evaluation_pb2.EvaluationView) -> bytes:
        logs.bind(version=row.scorecard_version, evaluation=row.name, record_digest=row.record_digest)
        message = await self._limiters.evaluating.in_thread(self.archive.to_message, row, view=view)
        return (await self._with_open_answers(message, view=view)).SerializeToString()

    async def _with_open_answers(
        self, message: evaluation_pb2.Evaluation, *, view: evaluation_pb2.EvaluationView
    ) -> evaluation_pb2.Evaluation:
        if view != FULL or message.erasures or not has_open_answers(message.record):
            return message
        with trace_step("answer"):
            worker_request = work_pb2.TellOpenAnswers(record_json=message.record_json)
            message.MergeFrom(await self._trying.work(worker_request, evaluation_pb2.Evaluation))
        return message


def _count_conclusion(made: UnstoredEvaluation) -> None:
    row = made.row
    card = parse_card(row.scorecard_version).card
    CONCLUSIONS.labels(card, row.conclusion_kind, row.grade or "", made.stage or "", made.verdict or "").inc()
