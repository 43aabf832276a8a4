"""Evaluation writer: group commits of evaluations on one thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine, Row, bindparam, insert, select

from rules.contracts import message_factory
from service.base import logs
from service.base.metrics import COMMIT_SECONDS, COMMITS_FAILED, observe_duration
from service.base.refusals import Reason, Refusal
from service.store.database import translating_database_errors
from service.store.erasure_index import erased_request_refusal
from service.store.log_sequencer import LogIdentity, integrate_leaves, log_evaluations
from service.store.outbox import add_events, event_of
from service.store.outcome_projection import (
    ListingEntry,
    RebuildResult,
    add_listing_entries,
    new_listing_entry,
    project_pending,
    project_pending_batch,
    rebuild_projections,
)
from service.store.prepared_statements import PreparedStatement
from service.store.result_dependencies import Cards
from service.store.tables import EVALUATIONS, UNPROJECTED_ROWS, EvaluationRow
from service.store.use_index import NO_USES, EvaluationUses, RecentUses, index_uses, store_uses
from service.store.write_access import WriteScope, with_write_access

_message = message_factory(__name__)
_T = TypeVar("_T")

_COLUMN_NAMES = tuple(column.name for column in EVALUATIONS.columns)
_REQUEST_CONDITIONS = (
    EVALUATIONS.c.organization == bindparam("organization"),
    EVALUATIONS.c.request_id == bindparam("request_id"),
)
_SELECT_BY_REQUEST = PreparedStatement(lambda _: select(EVALUATIONS).where(*_REQUEST_CONDITIONS))
_SELECT_NAME_BY_REQUEST = PreparedStatement(lambda _: select(EVALUATIONS.c.name).where(*_REQUEST_CONDITIONS))
_INSERT = PreparedStatement(lambda _: insert(EVALUATIONS))
_INSERT_UNPROJECTED = PreparedStatement(lambda _: insert(UNPROJECTED_ROWS))
_MAX_GROUP_SIZE = 64
_PAUSE_SECONDS = 0.1
_RETRY_SECONDS = 5.0
_MAX_UNPROJECTED = 128
_PROJECTION_BATCH = 16


@dataclass(frozen=True, slots=True)
class _PendingRow:
    row: EvaluationRow
    uses: EvaluationUses
    listing_entry: ListingEntry
    answer: Future[EvaluationRow]


@dataclass(frozen=True, slots=True)
class _Task(Generic[_T]):
    """Work for the writer thread other than a commit."""

    run: Callable[[], _T]
    answer: Future[_T]


class EvaluationWriter:
    """The only writer of evaluations; accepted rows are committed even if no caller waits.

    Projections and the log tree follow in later transactions, if necessary after a restart.
    """

    def __init__(self, engine: Engine, log_identity: LogIdentity | None, cards: Cards) -> None:
        self.on_events: Callable[[], None] | None = None
        """Called after evaluations were committed with their events. If None, no events are written."""
        self._engine = with_write_access(engine)
        self._for_commits = with_write_access(engine, WriteScope.EVALUATIONS)
        self._for_projections = with_write_access(engine, WriteScope.DERIVED)
        self._log_identity = log_identity
        self._cards = cards
        self._recent_uses = RecentUses()
        self._unprojected = 1  # an earlier run may have left unprojected evaluations
        self._is_behind = False
        """Whether logged leaves could not be integrated into the tree yet."""
        self._queue: queue.SimpleQueue[_PendingRow | _Task[Any] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=False)
        self._thread.start()

    def append(
        self,
        row: EvaluationRow,
        uses: EvaluationUses = NO_USES,
        *,
        stage: str | None = None,
        verdict: str | None = None,
    ) -> Future[EvaluationRow]:
        """Store a row; the future returns it, or the stored row of a repeated request.

        It fails with Refusal if the request id has another body, or the database is locked or full.
        """
        answer: Future[EvaluationRow] = Future()
        self._enqueue(_PendingRow(row, uses, new_listing_entry(row, stage=stage, verdict=verdict), answer))
        return answer

    def rebuild_outcomes(self) -> Future[RebuildResult]:
        return self._submit(self._rebuild)

    def settle_outcomes(self) -> Future[None]:
        return self._submit(self._settle)

    def integrate(self) -> Future[int]:
        return self._submit(translating_database_errors(to="write")(self._integrate))

    def _submit(self, work: Callable[[], _T]) -> Future[_T]:
        answer: Future[_T] = Future()
        self._enqueue(_Task(work, answer))
        return answer

    def close(self) -> None:
        with self._lock:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _enqueue(self, work: _PendingRow | _Task[Any]) -> None:
        with self._lock:
            if self._closed:
                raise Refusal(Reason.SHUTTING_DOWN, _message("SHUTTING_DOWN"))
            work.answer.set_running_or_notify_cancel()
            self._queue.put(work)

    def _run(self) -> None:
        closing = False
        while not closing:
            work = self._next_task()
            group: list[_PendingRow] = []
            while isinstance(work, _PendingRow):
                group.append(work)
                if len(group) == _MAX_GROUP_SIZE or self._queue.empty():
                    break
                work = self._queue.get()
            if group:
                self._commit(group)
            if isinstance(work, _Task):
                try:
                    work.answer.set_result(work.run())
                except Exception as error:
                    work.answer.set_exception(error)
            closing = work is None

    def _next_task(self) -> _PendingRow | _Task[Any] | None:
        if self._unprojected < _MAX_UNPROJECTED:
            try:
                return self._queue.get(timeout=_PAUSE_SECONDS)
            except queue.Empty:
                pass
        self._project()
        while self._is_behind:
            try:
                return self._queue.get(timeout=_RETRY_SECONDS)
            except queue.Empty:
                self._project()
        return self._queue.get()

    def _commit(self, group: list[_PendingRow]) -> None:
        try:
            with (
                observe_duration(COMMIT_SECONDS),
                translating_database_errors(to="write"),
                self._for_commits.begin() as connection,
            ):
                answers, new = self._store_group(connection, group)
        except Exception as error:
            self._report_failure(group, error)
            return
        for pending, result in zip(group, answers, strict=True):
            if isinstance(result, Refusal):
                pending.answer.set_exception(result)
                continue
            pending.answer.set_result(result)
        self._unprojected += len(new)
        if new and self.on_events is not None:
            self.on_events()

    def _store_group(
        self, connection: Connection, group: list[_PendingRow]
    ) -> tuple[list[EvaluationRow | Refusal], list[_PendingRow]]:
        """Store a group; return the answers, and the requests that were not repetitions."""
        self._recent_uses.bring_up_to_date(connection)
        answers = [_store_row(connection, pending, self._recent_uses) for pending in group]
        rows = {row.name: row for row in answers if isinstance(row, EvaluationRow)}
        new = [pending for pending in group if pending.row.name in rows]  # repetitions return a row of another name
        log_evaluations(connection, [rows[pending.row.name] for pending in new])
        add_listing_entries(connection, [pending.listing_entry for pending in new])
        _INSERT_UNPROJECTED.run_each(connection, [{"evaluation": pending.row.name} for pending in new])
        if self.on_events is not None:
            add_events(connection, [event_of(pending.row) for pending in new])
        return answers, new

    def _report_failure(self, group: list[_PendingRow], error: Exception) -> None:
        self._recent_uses.forget()
        COMMITS_FAILED.inc()
        for pending in group:
            if isinstance(error, Refusal) or len(group) == 1:
                pending.answer.set_exception(error)
            else:  # retry one by one, so that a failing row does not fail the others
                self._commit([pending])

    def _rebuild(self) -> RebuildResult:
        self._unprojected = 1  # remains if the rebuild fails
        with translating_database_errors(to="write"):
            result = rebuild_projections(self._engine, self._cards)
        self._unprojected = 0
        return result

    def _settle(self) -> None:
        with translating_database_errors(to="read"):
            project_pending(self._for_projections, self._cards)  # includes evaluations stored by other servers
            self._unprojected = 0

    def _integrate(self) -> int:
        self._is_behind = True  # remains if the integration fails
        size = 0 if self._log_identity is None else integrate_leaves(self._for_projections, self._log_identity)
        self._is_behind = False
        return size

    def _project(self) -> None:
        if not self._unprojected and not self._is_behind:
            return
        if self._log_identity is not None:
            try:
                self._integrate()
            except Exception as error:  # the evaluations are stored and logged; integration is retried
                logs.error("log_not_integrated", error=type(error).__name__, problem=str(error)[:400])
        try:
            if self._recent_uses.is_due:
                index_uses(self._for_projections)
            self._project_batches()
        except Exception as error:  # the evaluations are stored; the projection is retried
            logs.error("outcomes_not_projected", error=type(error).__name__)

    def _project_batches(self) -> None:
        projected = _PROJECTION_BATCH
        while projected == _PROJECTION_BATCH:
            projected, _ = project_pending_batch(self._for_projections, self._cards, most=_PROJECTION_BATCH)
            self._unprojected = max(self._unprojected - projected, 1) if projected == _PROJECTION_BATCH else 0
            if not self._queue.empty():
                break


def _store_row(connection: Connection, pending: _PendingRow, recent: RecentUses) -> EvaluationRow | Refusal:
    row = pending.row
    existing = find_by_request(connection, row.organization, row.request_id)
    if existing is not None:
        return match_request_body(existing, row.body_digest)
    if (erased := erased_request_refusal(connection, row.organization, row.request_id)) is not None:
        return erased
    stored = row.model_copy(update={"archive_findings": store_uses(connection, recent, row, pending.uses)})
    _INSERT.run_each(connection, [{name: getattr(stored, name) for name in _COLUMN_NAMES}])
    return stored


def find_by_request(connection: Connection, organization: str, request_id: str) -> EvaluationRow | None:
    """Return the evaluation of a request, or None."""
    rows = _SELECT_BY_REQUEST.rows(connection, {"organization": organization, "request_id": request_id})
    return EvaluationRow.trusted(dict(zip(_COLUMN_NAMES, rows[0], strict=True))) if rows else None


def is_answered(connection: Connection, organization: str, request_id: str) -> bool:
    """Return whether a request has an evaluation."""
    request = {"organization": organization, "request_id": request_id}
    return _SELECT_NAME_BY_REQUEST.value(connection, request) is not None


def match_request_body(stored: EvaluationRow, body_digest: str) -> EvaluationRow | Refusal:
    """Return the stored row if the bodies match, else a refusal."""
    if stored.body_digest == body_digest:
        return stored
    message = _message("REQUEST_ID_REUSED", id=stored.request_id, time=stored.create_time)
    return Refusal(Reason.REQUEST_ID_REUSED, message)


def to_evaluation_row(columns: Row[tuple[object, ...]]) -> EvaluationRow:
    """Convert a table row."""
    return EvaluationRow.trusted(dict(columns._mapping))
