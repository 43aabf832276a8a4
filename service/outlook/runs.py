"""Runs of the outlook: evaluation of due results again, in turns, with progress in the store.

Each result is stored immediately, so a run continues after a crash. On a shared database, one server at a time runs for
an organization. A turn is followed by a rest of the same length, and the worker has the lowest priority.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TouchstoneError, error_message
from service.api.worker_messages import PIPE
from service.base import instants, logs
from service.base.background_work import logging_failures, wait_for_stop
from service.base.call_context import set_current_organization
from service.base.grpc_status import reason_of
from service.base.metrics import OUTLOOK_CHECKED
from service.base.refusals import TEMPORARY_REASONS
from service.base.resource_names import parse_card
from service.base.software import software_versions
from service.base.worker_pool import WorkerPool
from service.base.worker_specs import WorkerSpec
from service.store.expected_changes import CountedResult, FoundChange, RemovedInput
from service.store.stored_records import StoredRecord
from service.store.tables import OutlookCheckRow, OutlookRunRow
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from pathlib import Path

    from service.api.service_dependencies import Limiter
    from service.base.worker_specs import Worker
    from service.gazette.table_order import TableStores
    from service.gazette.versions import Gazette
    from service.store.store import Store

DEFAULT_DAYS = 400
_RECHECK_DAYS = 7
"""Days after which a result is evaluated again without a known change."""
_RETRY_DAYS = 1
_RESULTS_PER_TURN = 10
_POLL_SECONDS = 10.0
_WORK_SECONDS = 120
_MAX_PROBLEM_LENGTH = 400
_MAX_AGENDA_AGE = timedelta(hours=1)
"""Age after which an unfinished run reads the rules and the due results again."""


def outlook_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the specification of the worker, which ends when a run ends."""
    return WorkerSpec("service.outlook.outlook_process", (str(gazette),), seconds=_WORK_SECONDS, cancellable=True)


@dataclass
class Progress:
    """Figures of a part of a run."""

    checked: int = 0
    new: int = 0
    failed: int = 0
    pending: int = 0


@dataclass
class _Agenda:
    """Due results of a run of one organization; `known` is the time at which rules are known."""

    run: OutlookRunRow
    due: list[tuple[CountedResult, str]]
    known: str = field(default_factory=instants.now)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


class OutlookRuns:
    """Runs of all organizations of one server."""

    def __init__(self, store: Store, gazette: Gazette, shelves: TableStores, limiter: Limiter, days: int) -> None:
        self._store, self._gazette, self._shelves = store, gazette, shelves
        self.in_thread = limiter.in_thread
        self._days = days or DEFAULT_DAYS
        self._busy = asyncio.Lock()
        self._agendas: dict[str, _Agenda] = {}

    async def part(self, organization: str, worker: Worker, limit: int) -> Progress | None:
        """Evaluate the next due results of an organization; a run ends when none is due.

        Return None if another server runs for the organization.

        Raises:
            TouchstoneError: If evaluating is impossible for a while.
        """
        async with self._busy:
            set_current_organization(organization)
            with ExitStack() as locks:
                if not await self.in_thread(locks.enter_context, self._store.expected_changes.running(organization)):
                    self._agendas.pop(organization, None)  # the other run changes the due results
                    return None
                return await self._part(organization, worker, limit)

    async def _part(self, organization: str, worker: Worker, limit: int) -> Progress:
        agenda = self._agendas.get(organization)
        if agenda is None or agenda.known < instants.now_plus(-_MAX_AGENDA_AGE):
            agenda = await self.in_thread(self._begin, organization)
            self._agendas[organization] = agenda
        progress, begun = Progress(), time.monotonic()
        try:
            while agenda.due and progress.checked < limit:
                result, state = agenda.due[0]
                await self._check(agenda, result, state, worker, progress)
                agenda.due.pop(0)
        finally:
            run = agenda.run
            agenda.run = run.model_copy(
                update={
                    "checked": run.checked + progress.checked,
                    "failed": run.failed + progress.failed,
                    "milliseconds": run.milliseconds + round((time.monotonic() - begun) * 1_000),
                    "end_time": "" if agenda.due else instants.now(),
                }
            )
        progress.pending = len(agenda.due)
        await self.in_thread(self._store.expected_changes.save_run, agenda.run)
        if not agenda.due:
            del self._agendas[organization]
        return progress

    def is_due(self, organization: str, interval: timedelta, started: str) -> bool:
        """Return whether a run is not finished, or the interval since the last one has passed."""
        run = self._store.expected_changes.run(organization)
        if run is not None and not run.end_time:
            return True
        last = started if run is None else run.end_time
        return last <= instants.now_plus(-interval)

    def organizations(self) -> list[str]:
        return self._store.expected_changes.organizations()

    def _begin(self, organization: str) -> _Agenda:
        set_current_organization(organization)
        changes = self._store.expected_changes
        before = changes.run(organization)
        run = (
            before
            if before is not None and not before.end_time
            else OutlookRunRow(organization=organization, begin_time=instants.now())
        )
        changes.save_run(run)
        counted, checks = changes.counted(organization), changes.checks(organization)
        changes.close_others(organization, {result.evaluation for result in counted})
        states = self._states(counted)
        due = [
            (result, states[result.evaluation])
            for result in counted
            if _is_due(checks.get(result.evaluation), states[result.evaluation])
        ]
        return _Agenda(run, due)

    def _states(self, counted: Sequence[CountedResult]) -> Mapping[str, str]:
        """Return a digest of the rules and inputs of each result; an equal digest needs no evaluation."""
        known_cards, rules = {*self._gazette.card_ids()}, dict[str, object]()
        editions = [list(store.digests()) for store in self._shelves.here()]
        states = {}
        for result in counted:
            card = parse_card(result.scorecard_version).card
            if card not in rules:
                listing = self._gazette.listing(card) if card in known_cards else {}
                rules[card] = sorted((number, bool(repeal)) for number, repeal in listing.items())
            removed = [(item.kind, item.value, item.source) for item in result.removed]
            place = result.client, result.case, result.certificate, result.last_date
            software = software_versions()["touchstone"]
            content = orjson.dumps([rules[card], editions, removed, place, self._days, software])
            states[result.evaluation] = hashlib.sha256(content).hexdigest()
        return states

    async def _check(
        self, agenda: _Agenda, result: CountedResult, state: str, worker: Worker, progress: Progress
    ) -> None:
        found: work_pb2.FoundChanges | None = None
        problem = ""
        try:
            job = await self.in_thread(self._job, result, agenda)
            if job is None:
                return  # erased in the meantime
            found = await worker.work(job, work_pb2.FoundChanges)
            problem = found.problem
        except TouchstoneError as error:
            if reason_of(error) in TEMPORARY_REASONS:  # other errors concern one result
                raise
            problem = error_message(error)
        except Exception as error:  # one result must not end the run
            problem = type(error).__name__
        if problem:
            logs.warning("result_outlook_incomplete", evaluation=result.evaluation)
        check = OutlookCheckRow(
            evaluation=result.evaluation,
            organization=agenda.run.organization,
            state=state,
            check_time=instants.now(),
            next_date="" if found is None else found.next_date,
            problem=problem[:_MAX_PROBLEM_LENGTH],
        )
        changes = None if found is None else [_found_change(change) for change in found.changes]
        new = await self.in_thread(self._store.expected_changes.record, result, check, changes)
        progress.checked += 1
        progress.new += new
        progress.failed += bool(problem)
        OUTLOOK_CHECKED.labels("failed" if problem else "checked").inc()

    def _job(self, result: CountedResult, agenda: _Agenda) -> work_pb2.FindResultChanges | None:
        stored = self.stored_message(result.evaluation)
        if stored is None:
            return None
        return work_pb2.FindResultChanges(
            stored=stored,
            removed=removed_messages(result.removed),
            known_time=agenda.known,
            run_id=agenda.id,
            days=self._days,
            last_date=result.last_date,
        )

    def stored_message(self, evaluation: str) -> work_pb2.StoredRecord | None:
        """Return the message of a stored record; None if it was erased."""
        row = self._store.find(evaluation)
        if row is None or row.erasures != "[]":
            return None
        return PIPE.write(work_pb2.StoredRecord, StoredRecord(row.name, row.record, row.record_key).expanded())


def removed_messages(removed: Iterable[RemovedInput]) -> list[work_pb2.RemovedSupport]:
    """Return the messages of the inputs that corrections remove."""
    return [work_pb2.RemovedSupport(kind=item.kind, value=item.value, source=item.source) for item in removed]


def _is_due(check: OutlookCheckRow | None, state: str) -> bool:
    if check is None or check.state != state:
        return True
    days = _RETRY_DAYS if check.problem else _RECHECK_DAYS
    today = instants.today("UTC").isoformat()
    is_next = bool(check.next_date) and check.next_date <= today and check.check_time[:10] < today
    return is_next or check.check_time <= instants.now_plus(-timedelta(days=days))


def _found_change(change: work_pb2.FoundChange) -> FoundChange:
    return FoundChange(
        from_version=change.from_version,
        to_version=change.to_version,
        from_date=change.from_date,
        change_date=change.date,
        before=change.before,
        after=change.after,
        causes=tuple((cause.kind, cause.name) for cause in change.causes),
        criteria=tuple(change.criterion_ids),
    )


class ScheduledRuns:
    """Loop that runs for each organization at an interval, until the server stops."""

    def __init__(self, runs: OutlookRuns, gazette: Path, interval: timedelta, stopping: asyncio.Event) -> None:
        self._runs, self._spec, self._interval, self._stopping = runs, outlook_worker_spec(gazette), interval, stopping
        self._started = instants.now()

    async def run(self) -> None:
        while not await wait_for_stop(self._stopping, _POLL_SECONDS):
            with logging_failures("outlook_waits", "outlook_failed"):
                await self._round()

    async def _round(self) -> None:
        in_thread = self._runs.in_thread
        due = [
            organization
            for organization in await in_thread(self._runs.organizations)
            if await in_thread(self._runs.is_due, organization, self._interval, self._started)
        ]
        if not due:
            return
        processes = WorkerPool(self._spec)
        try:
            while due and not self._stopping.is_set():
                due = [organization for organization in due if await self._turn(organization, processes)]
        finally:
            await processes.close()

    async def _turn(self, organization: str, processes: Worker) -> bool:
        """Run a part, rest for as long as it took, and return whether results are pending."""
        if self._stopping.is_set():
            return False
        begun = time.monotonic()
        progress = None
        with logging_failures("outlook_waits", "outlook_failed", organization=organization):
            progress = await self._runs.part(organization, processes, _RESULTS_PER_TURN)
        if progress is None:
            return False
        logs.info(
            "outlook_run",
            organization=organization,
            results=progress.checked,
            new=progress.new,
            failed=progress.failed,
            pending=progress.pending,
        )
        await wait_for_stop(self._stopping, time.monotonic() - begun)
        return progress.pending > 0
