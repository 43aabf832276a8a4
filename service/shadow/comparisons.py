"""Queue of sampled requests, and their comparison with candidate versions in processes of their own.

Nothing here can slow or fail a real call: a full queue drops requests, and every failure is only counted.
"""

from __future__ import annotations

import hashlib
from contextvars import copy_context
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, TouchstoneError, error_message, message_factory
from rules.model import published_bytes
from service.api.worker_messages import PIPE
from service.base import instants, logs
from service.base.background_work import repeat
from service.base.call_context import set_current_organization
from service.base.grpc_status import WorkerError, reason_of
from service.base.metrics import SHADOW_COMPARED, SHADOW_DROPPED
from service.base.refusals import Refusal
from service.base.resource_names import parse_card, parse_draft_child, shadow_result_name
from service.base.worker_specs import WorkerSpec
from service.gazette.drafts import PROGRAM, DraftCompiler
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.shadow.bounded_queue import BoundedQueue
from service.shadow.sampling import is_sampled
from service.store.tables import ShadowResultRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_service_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.base.resource_names import CardName
    from service.base.worker_specs import Worker
    from service.shadow.shadow_settings import Candidate, ShadowSettings
    from service.store.shadow_results import ShadowResults
    from service.store.stored_records import StoredRecord

_message = message_factory(__name__)

SAME, DIFFERENT, FAILED = "same", "different", "failed"
OUTCOMES = (SAME, DIFFERENT, FAILED)
QUEUE, STORE, UNEXPECTED = "queue", "store", "unexpected"
DROP_REASONS = (QUEUE, STORE, UNEXPECTED)
_PROGRAM = "service.shadow.shadow_process"
_MAX_PROBLEM_FIELDS = 10
_SWEEP_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class SampledRequest:
    """Real request with its stored record, or forwarded request; it is never stored."""

    organization: str
    digest: str
    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    stored: StoredRecord | None = None
    request: evaluation_service_pb2.EvaluateSubjectRequest | None = None

    @property
    def card(self) -> str:
        return parse_card(self.scorecard_version).card

    @property
    def size(self) -> int:
        if self.stored is not None:
            return len(self.stored.record)
        return 0 if self.request is None else self.request.ByteSize()


@dataclass(slots=True)
class PreparedCandidate:
    """Candidate with its version, or the problem that prevents its use."""

    settings: Candidate
    gazette: Path
    name: str = ""
    candidate_digest: str = ""
    draft: bytes = b""
    problem: str = ""

    @property
    def card(self) -> str:
        return parse_card(self.name).card if self.name else ""

    def applies_to(self, sampled: SampledRequest) -> bool:
        organization = self.settings.organization
        return (
            self.card == sampled.card
            and self.name != sampled.scorecard_version
            and organization in ("", sampled.organization)
            and is_sampled(sampled.digest, self.settings.share)
        )

    def message(self) -> work_pb2.Version:
        return work_pb2.Version(draft=self.draft) if self.draft else work_pb2.Version(name=self.name)

    def use(self, version: PublishedVersion) -> None:
        self.name, self.candidate_digest = version.name, version.content_digest
        if self.settings.draft:
            self.draft = published_bytes(version.scorecard, version.sources)


class Comparisons:
    """Bounded queue of comparisons, each of one request with one candidate."""

    def __init__(
        self, settings: ShadowSettings, parts: ServiceContext, results: ShadowResults, limiter: Limiter
    ) -> None:
        """Find the published candidates; raise InputError if one is missing."""
        self._parts, self._results, self._limiter, self._settings = parts, results, limiter, settings
        self._waiting: BoundedQueue[tuple[SampledRequest, PreparedCandidate]] = BoundedQueue(settings.queue)
        self.dropped = 0
        self.candidates = [self._prepared(candidate) for candidate in settings.candidates]

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def offer(self, sampled: SampledRequest) -> int:
        """Add the comparisons of a request without waiting; return how many were added."""
        added = 0
        for candidate in self.candidates:
            if not candidate.applies_to(sampled) or self._is_of_others(candidate, sampled):
                continue
            if self._waiting.offer((sampled, candidate), sampled.size):
                added += 1
            else:
                self._drop(QUEUE)
        return added

    def _is_of_others(self, candidate: PreparedCandidate, sampled: SampledRequest) -> bool:
        """Return whether the organisation has its own scorecard, which the candidate does not concern."""
        own = self._parts.gazette.of(sampled.organization)
        is_own = own is not self._parts.gazette and candidate.card in own.card_ids()
        return is_own and not candidate.settings.organization

    async def run(self) -> None:
        """Compare until cancelled."""
        while True:
            sampled, candidate = await self._waiting.take()
            try:
                set_current_organization(sampled.organization)
                row = await self._compare(sampled, candidate)
                if await self._limiter.in_thread(self._results.add, row):
                    SHADOW_COMPARED.labels(candidate.card, candidate.name.rpartition("/")[2], row.outcome).inc()
            except Refusal as refusal:
                self._drop(STORE)
                logs.warning("shadow_result_not_stored", reason=refusal.reason.value)
            except Exception as error:  # one comparison must not end the others
                self._drop(UNEXPECTED)
                logs.error("shadow_comparison_failed", error=type(error).__name__)

    async def prepare_drafts(self) -> None:
        """Compile the candidates that are drafts."""
        store, gazette = self._parts.store, self._parts.gazette
        drafts = [candidate for candidate in self.candidates if candidate.settings.draft]
        if not drafts or store is None:
            return
        compiler = DraftCompiler(TableStores(gazette), self._parts.processes(PROGRAM), self._limiter.in_thread)
        for candidate in drafts:
            set_current_organization(candidate.settings.organization)
            name, number = parse_draft_child(candidate.settings.draft, "revisions")
            revision = await self._limiter.in_thread(store.drafts.revision, name, number)
            if revision is None:
                candidate.problem = "DRAFT_NOT_FOUND"
                continue
            files = await self._limiter.in_thread(store.drafts.files, revision)
            sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
            draft = evaluation_service_pb2.ScorecardDraft(source_files=sources)
            try:
                candidate.use(await compiler.compile(draft))
            except TouchstoneError as error:
                candidate.problem = reason_of(error).value
                logs.warning("shadow_candidate_unusable", draft=candidate.settings.draft, reason=candidate.problem)

    async def sweep(self, days: int) -> None:
        """Remove results older than `days`, every hour."""

        async def remove() -> None:
            await self._limiter.in_thread(self._results.remove_before, instants.now_plus(-timedelta(days=days)))

        await repeat(remove, _SWEEP_SECONDS, "shadow_results_not_removed")

    async def _compare(self, sampled: SampledRequest, candidate: PreparedCandidate) -> ShadowResultRow:
        job = work_pb2.CompareShadow(
            stored=None if sampled.stored is None else PIPE.write(work_pb2.StoredRecord, sampled.stored.expanded()),
            request=sampled.request,
            scorecard_version=sampled.scorecard_version,
            candidate=candidate.message(),
        )
        row = ShadowResultRow(
            name=shadow_result_name(sampled.organization, _result_id(sampled, candidate)),
            organization=sampled.organization,
            evaluation=sampled.evaluation,
            subject=sampled.subject,
            sample_digest=sampled.digest,
            scorecard_version=sampled.scorecard_version,
            candidate=candidate.name,
            candidate_digest=candidate.candidate_digest,
            as_of_date=sampled.as_of_date,
            create_time=instants.now(),
            outcome=FAILED,
        )
        try:
            comparison = await self._worker(candidate).work(job, work_pb2.ShadowComparison)
        except TouchstoneError as error:
            return row.model_copy(update={"problem": problem_of(error)})
        update = {
            "outcome": DIFFERENT if comparison.parts else SAME,
            "parts": " ".join(comparison.parts),
            "before": comparison.before,
            "after": comparison.after,
            "criteria": orjson.dumps(list(comparison.criterion_ids)).decode(),
            "results": orjson.dumps(list(comparison.result_ids)).decode(),
        }
        return row.model_copy(update=update)

    def _worker(self, candidate: PreparedCandidate) -> Worker:
        settings = self._settings
        return self._parts.processes(
            WorkerSpec(
                _PROGRAM,
                (str(self._parts.gazette.folder), str(candidate.gazette)),
                max_processes=settings.processes,
                seconds=settings.seconds,
                max_idle=settings.processes,
                cancellable=True,
            )
        )

    def _prepared(self, candidate: Candidate) -> PreparedCandidate:
        own = self._parts.gazette
        self._refuse_private_folder(candidate)
        prepared = PreparedCandidate(candidate, own.folder if candidate.gazette is None else candidate.gazette)
        if candidate.version is not None:
            gazette = own if candidate.gazette is None else Gazette(prepared.gazette, private=True)
            try:
                prepared.use(copy_context().run(_find_version, gazette, candidate.version, candidate.organization))
            except TouchstoneError as error:
                raise InputError.of(f"{candidate.place}.version", error_message(error), "UNKNOWN") from None
        if prepared.card:
            for outcome in OUTCOMES:
                SHADOW_COMPARED.labels(prepared.card, prepared.name.rpartition("/")[2], outcome)
        return prepared

    def _refuse_private_folder(self, candidate: Candidate) -> None:
        """Raise InputError for the private gazette of another organisation."""
        private = self._parts.settings.private_gazettes
        if private is None or candidate.gazette is None:
            return
        folder, private = candidate.gazette.resolve(), private.resolve()
        owner = folder.relative_to(private).parts[:1] if folder.is_relative_to(private) else ()
        if owner and owner[0] != candidate.organization:
            message = _message("PRIVATE_GAZETTE", path=candidate.gazette, organization=owner[0])
            raise InputError.of(f"{candidate.place}.gazette", message, "WRONG_VALUE")

    def _drop(self, reason: str) -> None:
        self.dropped += 1
        SHADOW_DROPPED.labels(reason).inc()


def _find_version(gazette: Gazette, name: CardName, organization: str) -> PublishedVersion:
    set_current_organization(organization)
    return gazette.version_named(str(name))


def problem_of(error: TouchstoneError) -> str:
    """Return the reason of a failure and its fields, without texts that could quote a fact."""
    fields: Sequence[str] = ()
    if isinstance(error, WorkerError):
        fields = [field for field, _ in error.wrong_fields()]
    elif isinstance(error, InputError):
        fields = [violation.field for violation in error.violations]
    return " ".join([reason_of(error).value, *fields[:_MAX_PROBLEM_FIELDS]])


def _result_id(sampled: SampledRequest, candidate: PreparedCandidate) -> str:
    """Return an id that is the same when the request is compared again with the same content."""
    return hashlib.sha256(f"{sampled.digest}\0{candidate.name}\0{candidate.candidate_digest}".encode()).hexdigest()
