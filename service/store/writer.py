"""Evaluation writer: group commits of evaluations on one thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine, Row, Select, String, bindparam, column, insert, select, table

from rules.contracts import message_factory
from service.base import logs
from service.base.metrics import COMMIT_SECONDS, COMMITS_FAILED, observe_duration
from service.base.refusals import Reason, Refusal
from service.store.database import translating_database_errors
from service.store.dictionary_rows import DictionaryWriter
from service.store.erasure_index import erased_request_refusal
from service.store.log_sequencer import LogIdentity, integrate_leaves, log_evaluations
from service.store.months import Month, archived_refusal, create_partitions, is_evaluation, present_month
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
from service.store.tables import EVALUATIONS, UNPROJECTED_ROWS, EvaluationRow, trusted_row
from service.store.use_index import NO_USES, EvaluationUses, RecentUses, index_uses, store_uses
from service.store.write_access import WriteScope, with_write_access

_message = message_factory(__name__)
_T = TypeVar("_T")

_COLUMN_NAMES = tuple(column.name for column in EVALUATIONS.columns)
_EVALUATED_REQUEST = table(
    "evaluated_request", *(column(name, String) for name in ("organization", "request_id", "evaluation"))
)
"""Requests of all evaluations on PostgreSQL, also of archived ones; a trigger inserts them."""


def _select_name_by_request(database: str) -> Select[Any]:
    requests = EVALUATIONS if database == "sqlite" else _EVALUATED_REQUEST
    name = requests.c.name if database == "sqlite" else requests.c.evaluation
    return select(name).where(*(requests.c[key] == bindparam(key) for key in ("organization", "request_id")))


_SELECT_NAME_BY_REQUEST = PreparedStatement(_select_name_by_request)
_SELECT_EVALUATION = PreparedStatement(
    lambda database: select(EVALUATIONS).where(is_evaluation(database, bindparam("name", type_=String)))
)
_INSERT = PreparedStatement(lambda _: insert(EVALUATIONS))
_INSERT_UNPROJECTED = PreparedStatement(lambda _: insert(UNPROJECTED_ROWS))
_MAX_GROUP_SIZE = 64
_FOLLOWING_PER_ROW = 4
"""A commit waits for one row per this number of evaluations in work."""
_GATHER_SECONDS = 0.02
_PAUSE_SECONDS = 0.1
"""Time without commits after which leaves are integrated into the log tree."""
_MAX_LAG_SECONDS = 2.0
"""Age of committed evaluations at which they are projected; searches project them earlier."""
_RETRY_SECONDS = 5.0
_PROJECTION_BATCH = 32
"""Number of committed evaluations that are projected at once, and earlier than their age requires."""


@dataclass(frozen=True, slots=True)
class _PendingRow:
    row: EvaluationRow
    uses: EvaluationUses
    listing_entry: ListingEntry
    answer: Future[EvaluationRow]
    dictionary: bytes = b""
    """Stored form of the dictionary of the record, if it has one."""
    following: int = 0
    """Number of evaluations that were in work when this one was made."""


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
        self._dictionaries = DictionaryWriter()
        self._unprojected = 1  # an earlier run may have left unprojected evaluations
        self._integrate_at = monotonic() + _PAUSE_SECONDS
        """Time to integrate logged leaves into the tree; infinite if there are none."""
        self._project_at = monotonic() + _MAX_LAG_SECONDS
        """Time to project evaluations; infinite if there are none."""
        self._month: Month | None = None
        """First month of the last creation of partitions."""
        self._create_partitions()
        self._queue: queue.SimpleQueue[_PendingRow | _Task[Any]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = self._is_stopped = False
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=False)
        self._thread.start()

    def append(  # noqa: PLR0913 -- parts of one evaluation
        self,
        row: EvaluationRow,
        uses: EvaluationUses = NO_USES,
        *,
        stage: str | None = None,
        verdict: str | None = None,
        dictionary: bytes = b"",
        following: int = 0,
    ) -> Future[EvaluationRow]:
        """Store a row; the future returns it, or the stored row of a repeated request.

        `following` is the number of evaluations in work; the commit may wait for some of them. The future fails with
        Refusal if the request id has another body, or the database is locked or full.
        """
        answer: Future[EvaluationRow] = Future()
        listing_entry = new_listing_entry(row, stage=stage, verdict=verdict)
        self._enqueue(_PendingRow(row, uses, listing_entry, answer, dictionary, following))
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
                self._queue.put(_Task(self._stop, Future()))
        self._thread.join()

    def _enqueue(self, work: _PendingRow | _Task[Any]) -> None:
        with self._lock:
            if self._closed:
                raise Refusal(Reason.SHUTTING_DOWN, _message("SHUTTING_DOWN"))
            work.answer.set_running_or_notify_cancel()
            self._queue.put(work)

    def _run(self) -> None:
        while not self._is_stopped:
            first = self._next_task()
            group, task = self._gather(first) if isinstance(first, _PendingRow) else ([], first)
            if group:
                self._commit(group)
            if task is not None:
                try:
                    task.answer.set_result(task.run())
                except Exception as error:
                    task.answer.set_exception(error)

    def _stop(self) -> None:
        self._is_stopped = True

    def _gather(self, first: _PendingRow) -> tuple[list[_PendingRow], _Task[Any] | None]:
        """Return the rows of one commit, and the next other task if it arrived.

        A commit costs more than its rows. While many evaluations follow, it therefore waits for some of them.
        """
        group, deadline = [first], monotonic() + _GATHER_SECONDS
        wanted = 1 + first.following // _FOLLOWING_PER_ROW
        while len(group) < _MAX_GROUP_SIZE:
            wait = deadline - monotonic() if len(group) < wanted else 0
            try:
                task = self._queue.get(wait > 0, max(wait, 0))
            except queue.Empty:
                break
            if isinstance(task, _Task):
                return group, task
            group.append(task)
        return group, None

    def _next_task(self) -> _PendingRow | _Task[Any]:
        if self._project_at <= monotonic():
            self._project()
        while True:
            due = min(self._integrate_at, self._project_at)
            try:
                return self._queue.get(timeout=None if due == inf else max(due - monotonic(), 0))
            except queue.Empty:
                self._project()

    def _commit(self, group: list[_PendingRow]) -> None:
        try:
            with (
                observe_duration(COMMIT_SECONDS),
                translating_database_errors(to="write"),
                self._for_commits.begin() as connection,
            ):
                answers, new = self._store_group(connection, group)
                dictionaries = self._dictionaries.store(
                    connection, ((each.row.record, each.dictionary) for each in new)
                )
        except Exception as error:
            self._report_failure(group, error)
            return
        for pending, result in zip(group, answers, strict=True):
            if isinstance(result, Refusal):
                pending.answer.set_exception(result)
                continue
            pending.answer.set_result(result)
        self._dictionaries.committed |= dictionaries
        if new:
            self._unprojected += len(new)
            self._integrate_at = monotonic() + _PAUSE_SECONDS
            self._schedule_projection()
        if new and self.on_events is not None:
            self.on_events()

    def _store_group(
        self, connection: Connection, group: list[_PendingRow]
    ) -> tuple[list[EvaluationRow | Refusal], list[_PendingRow]]:
        """Store a group; return the answers, and the requests that were not repetitions."""
        self._recent_uses.bring_up_to_date(connection, [pending.uses.digests for pending in group])
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
        self._integrate_at = monotonic() + _RETRY_SECONDS  # remains if the integration fails
        size = 0 if self._log_identity is None else integrate_leaves(self._for_projections, self._log_identity)
        self._integrate_at = inf
        return size

    def _project(self) -> None:
        """Do the work that follows commits; before a projection, integrate all leaves."""
        projects = self._project_at <= monotonic()
        if self._integrate_at < (inf if projects else monotonic()):
            try:
                self._integrate()
            except Exception as error:  # the evaluations are stored and logged; integration is retried
                logs.error("log_not_integrated", error=type(error).__name__, problem=str(error)[:400])
        if not projects:
            return
        self._project_at = monotonic() + _RETRY_SECONDS  # remains if the projection fails
        self._create_partitions()
        try:
            if self._recent_uses.is_due:
                index_uses(self._for_projections)
            self._project_batches()
        except Exception as error:  # the evaluations are stored; the projection is retried
            logs.error("outcomes_not_projected", error=type(error).__name__)

    def _create_partitions(self) -> None:
        """Create partitions once a month; evaluations of other months are stored in a partition of their own."""
        if self._month == (month := present_month()):
            return
        self._month = month
        try:
            create_partitions(self._engine)
        except Exception as error:  # evaluations are stored in the default partition
            logs.warning("partitions_not_created", problem=str(error)[:400], hint="run `touchstone data months`")

    def _project_batches(self) -> None:
        """Project the pending evaluations, or one batch if other work waits."""
        projected = _PROJECTION_BATCH
        while projected == _PROJECTION_BATCH:
            projected, _ = project_pending_batch(self._for_projections, self._cards, most=_PROJECTION_BATCH)
            self._unprojected = max(self._unprojected - projected, 1) if projected == _PROJECTION_BATCH else 0
            if not self._queue.empty():
                break
        self._project_at = inf
        if self._unprojected:
            self._schedule_projection()

    def _schedule_projection(self) -> None:
        wait = 0 if self._unprojected >= _PROJECTION_BATCH else _MAX_LAG_SECONDS
        self._project_at = min(self._project_at, monotonic() + wait)


def _store_row(connection: Connection, pending: _PendingRow, recent: RecentUses) -> EvaluationRow | Refusal:
    row = pending.row
    try:
        existing = find_by_request(connection, row.organization, row.request_id)
    except Refusal as archived:
        return archived
    if existing is not None:
        return match_request_body(existing, row.body_digest)
    if (erased := erased_request_refusal(connection, row.organization, row.request_id)) is not None:
        return erased
    stored = row.model_copy(update={"archive_findings": store_uses(connection, recent, row, pending.uses)})
    _INSERT.run_each(connection, [{name: getattr(stored, name) for name in _COLUMN_NAMES}])
    return stored


def find_evaluation(connection: Connection, name: str) -> EvaluationRow | None:
    """Return an evaluation unless it does not exist or is archived."""
    rows = _SELECT_EVALUATION.rows(connection, {"name": name})
    return trusted_row(EvaluationRow, dict(zip(_COLUMN_NAMES, rows[0], strict=True))) if rows else None


def find_by_request(connection: Connection, organization: str, request_id: str) -> EvaluationRow | None:
    """Return the evaluation of a request, or None; raise Refusal if it is archived."""
    name = _SELECT_NAME_BY_REQUEST.value(connection, {"organization": organization, "request_id": request_id})
    row = None if name is None else find_evaluation(connection, name)
    if name is not None and row is None and (archived := archived_refusal(connection, name)) is not None:
        raise archived
    return row


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
    return trusted_row(EvaluationRow, dict(columns._mapping))
