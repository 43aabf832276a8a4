"""EvaluationService: RPC methods that need a store, which notes known versions first."""

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


_LARGE = 16 * 1024
"""A request of more bytes may take far longer to be evaluated than to be looked up, so it is looked up before."""


@dataclass(frozen=True, slots=True)
class KnownVersions:
    """Notes what a gazette holds in the log of a store, and says what was known when an evaluation was made."""

    store: Store
    gazette: Gazette
    _logged_listings: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """By cards, each with its owner: of their versions that are noted, when the repeal was written."""

    def note(self, scorecard: str) -> None:
        """Note the versions of a card that is asked for, and their repeals; nothing of a card that is not here."""
        try:
            card = parse_card(scorecard).card
        except InputError:
            return  # of which whoever evaluates tells
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
        there = self.store.log.names(kind, parent)
        return any(f"{parent}/{number}" not in there for number in numbers)

    def known_to(self, evaluation: str, head: RecordHead) -> KnownVersionNames | None:
        """Return the versions of its card that the log has before an evaluation; None if its order is no proof.

        That is so for what is not in the log, and where the log does not have its own version before it.
        """
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
    """The methods that need a store, and what the others take from it."""

    def __init__(self, parts: ServiceContext) -> None:
        """Answer by these parts; the processes that evaluate do nothing but what is to be stored."""
        self._limiters = parts.limiters
        self._gazette = parts.gazette
        self._evaluating = parts.processes(evaluation_worker_spec(parts.settings))
        self._trying = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self.store = require_store(parts)
        self._rankings = Rankings(self.store, parts.gazette)
        self._portfolio = Portfolio(self.store, parts.gazette)
        self.archive = Archive(self.store, parts.gazette, parts.reader)
        self.earlier = EarlierEvaluations(self.store, parts.gazette)
        self.logged = LogChecker(self.store)
        self.known_versions = KnownVersions(self.store, parts.gazette)
        self._without_earlier: set[tuple[tuple[Path, int], ...]] = set()
        """When the folders were changed of cards that take nothing from earlier evaluations, and are noted."""
        for card in parts.gazette.card_ids():
            EVALUATIONS_LOST.labels(card)  # told as none, before there is one

    async def GetEvaluation(
        self, request: evaluation_service_pb2.GetEvaluationRequest, context: Context
    ) -> evaluation_pb2.Evaluation:
        """Return one stored evaluation."""
        reading = self._limiters.reading
        with reading.slot():
            view = read_view(request.view, default=FULL)
            row = await reading.in_thread(self.archive.row, request.name)
            message = await reading.in_thread(self.archive.to_message, row, view=view)
            return await self._with_open_answers(message, view=view)

    async def ListEvaluations(
        self, request: evaluation_service_pb2.ListEvaluationsRequest, context: Context
    ) -> evaluation_service_pb2.ListEvaluationsResponse:
        """List one page of the evaluations of an organisation."""
        with self._limiters.reading.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._limiters.reading.in_thread(self.archive.evaluations, request, language)

    async def ListTrailSteps(
        self, request: evaluation_service_pb2.ListTrailStepsRequest, context: Context
    ) -> evaluation_service_pb2.ListTrailStepsResponse:
        """List one page of the steps of an evaluation."""
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self.archive.steps, request)

    async def RankSubjects(
        self, request: evaluation_service_pb2.RankSubjectsRequest, context: Context
    ) -> evaluation_service_pb2.RankSubjectsResponse:
        """Rank the subjects of one track."""
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._rankings.rank_subjects, request)

    async def SummarizeEvaluations(
        self, request: evaluation_service_pb2.SummarizeEvaluationsRequest, context: Context
    ) -> evaluation_service_pb2.SummarizeEvaluationsResponse:
        """Summarize the results of one year and of the year before."""
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._portfolio.summarize, request)

    async def ListCountedResults(
        self, request: evaluation_service_pb2.ListCountedResultsRequest, context: Context
    ) -> evaluation_service_pb2.ListCountedResultsResponse:
        """List one page of the results behind a number."""
        with self._limiters.reading.slot():
            return await self._limiters.reading.in_thread(self._portfolio.list, request)

    async def ExportEvaluations(
        self, request: evaluation_service_pb2.ExportEvaluationsRequest, context: Context
    ) -> AsyncIterator[evaluation_service_pb2.ExportEvaluationsResponse]:
        """Give these results as a table, piece by piece."""
        with self._limiters.reading.slot():
            content = await self._limiters.reading.in_thread(self._portfolio.export, request)
            for piece in pieces_of(content):
                yield piece

    async def answer(self, request: Request, language: str) -> bytes:
        """Evaluate one subject and store the evaluation, or give the answer stored for the same request.

        The answer is a touchstone.v1.Evaluation as it is written.
        """
        view = read_view(request.view, default=FULL)
        with trace_step("read"):
            answered = await self._find_answered(request) if request.ByteSize() > _LARGE else None
            earlier = () if answered is not None else await self._find_earlier(request)
        if answered is not None:
            return await self._answer_again(answered, view)
        try:
            with trace_step("evaluate") as span:
                made = await self._evaluate_apart(request, earlier, language)
                if span is not None:
                    span.set_attribute("touchstone.version", made.row.scorecard_version)
        except TouchstoneError:  # what was answered is answered again, whatever became of the rules since
            answered = await self._find_answered(request)
            if answered is None:
                raise
            return await self._answer_again(answered, view)
        return await self._store_and_answer(made, view)

    async def _find_earlier(self, request: Request) -> Sequence[StoredRecord]:
        """Find the earlier evaluations that a request may mean, by a card whose versions are noted by then.

        What is wrong with a request is told by who evaluates it.
        """
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
        with suppress(TouchstoneError):  # of which whoever evaluates tells
            if not self.earlier.cards(card) and changes is not None:
                self._without_earlier.add(changes)
        return self.earlier.for_request(request)

    async def _find_answered(self, request: Request) -> EvaluationRow | None:
        """Find what was stored for a request."""
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

    async def _store_and_answer(self, made: UnstoredEvaluation, view: evaluation_pb2.EvaluationView) -> bytes:
        """Store an evaluation; the answer is an earlier one if the same request was stored before."""
        logs.bind(body_digest=made.row.body_digest, version=made.row.scorecard_version)
        EVALUATION_SECONDS.labels(parse_card(made.row.scorecard_version).card).observe(made.seconds)
        with trace_step("commit"):
            # Once the writer has the row the evaluation exists: a caller that leaves does not undo it.
            stored = self.store.append(made.row, made.usages, stage=made.stage, verdict=made.verdict)
            row = await asyncio.wrap_future(stored)
        instants.set_floor(name_milliseconds(row.name))
        if row.name != made.row.name:
            return await self._answer_again(row, view)
        logs.bind(evaluation=row.name, record_digest=row.record_digest)
        _count_conclusion(made)
        findings = archive_findings(row)  # which, written behind the rest, are read as a part of it
        return made.answer + evaluation_pb2.Evaluation(archive_findings=findings).SerializeToString()

    async def _evaluate_apart(
        self, request: Request, earlier: Sequence[StoredRecord], language: str
    ) -> UnstoredEvaluation:
        """Let a process evaluate; whose evaluations cost processes is counted by the card."""
        asked = to_evaluate_message(request, caller(), earlier)
        try:
            made = await self._evaluating.work(asked, work_pb2.Evaluated, language=language)
        except Refusal as refusal:
            if refusal.reason is Reason.PROCESS_LOST:
                self._count_lost(request.scorecard)
            raise
        return PIPE.read(UnstoredEvaluation, made)

    def _count_lost(self, scorecard: str) -> None:
        with suppress(InputError):
            card = parse_card(scorecard).card
            if card in self._gazette.card_ids():
                logs.bind(scorecard=card)
                EVALUATIONS_LOST.labels(card).inc()

    async def _answer_again(self, row: EvaluationRow, view: evaluation_pb2.EvaluationView) -> bytes:
        """Give the answer that was stored for the same request before."""
        logs.bind(version=row.scorecard_version, evaluation=row.name, record_digest=row.record_digest)
        message = await self._limiters.evaluating.in_thread(self.archive.to_message, row, view=view)
        return (await self._with_open_answers(message, view=view)).SerializeToString()

    async def _with_open_answers(
        self, message: evaluation_pb2.Evaluation, *, view: evaluation_pb2.EvaluationView
    ) -> evaluation_pb2.Evaluation:
        """Say of everything that is not known what it waits for; not where rules or tables are no longer there."""
        if view != FULL or message.erasures or not has_open_answers(message.record):
            return message
        with trace_step("answer"):
            asked = work_pb2.TellOpenAnswers(record_json=message.record_json)
            message.MergeFrom(await self._trying.work(asked, evaluation_pb2.Evaluation))
        return message


def _count_conclusion(made: UnstoredEvaluation) -> None:
    row = made.row
    card = parse_card(row.scorecard_version).card
    CONCLUSIONS.labels(card, row.conclusion_kind, row.grade or "", made.stage or "", made.verdict or "").inc()
