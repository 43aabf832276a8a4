"""Store of scheduled pulls: their states, and the files that were taken or refused."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import delete, func, insert, select, update

from service.base import instants
from service.store.advisory_lock import try_lock
from service.store.outbox import PULL_FAILED, PULL_TAKEN
from service.store.prepared_statements import store_row
from service.store.tables import PULL_RUNS as _RUNS, PULL_STATES as _STATES, PullRunRow, PullStateRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.store.outbox import Transactions

PENDING, TAKEN, REFUSED = "pending", "taken", "refused"
_LOCK_SPACE = 0x70756C6C
_STORED_RUNS = 200
"""Number of runs stored for each pull."""


class Pulls:
    """Scheduled pulls of all organizations."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    @contextmanager
    def running(self, name: str) -> Iterator[bool]:
        """Lock a pull; yield False while another server runs it."""
        with self._transactions.reading() as connection:
            yield try_lock(connection, _LOCK_SPACE, name)

    def states(self) -> dict[str, PullStateRow]:
        """Return all stored states by name."""
        return {row.name: row for row in self._transactions.rows(PullStateRow, select(_STATES))}

    def state(self, name: str) -> PullStateRow | None:
        return self._transactions.row(PullStateRow, select(_STATES).where(_STATES.c.name == name))

    def request(self, row: PullStateRow) -> None:
        """Store the time of the next attempt, without changing other columns of a stored state."""
        with self._transactions.writing() as connection:
            store_row(connection, _STATES, row.model_dump(), {"next_time": row.next_time})

    def save(
        self, state: PullStateRow, run: PullRunRow | None = None, reason: str = "", *, known_next_time: str
    ) -> None:
        """Store the state after an attempt, the end of its run, and the event that announces it.

        A time that was requested during the attempt, and differs from `known_next_time`, is not replaced. A problem is
        announced once until it changes or the pull succeeds; `reason` is its stable name. A refused file that was
        refused before for the same reasons is not stored again.
        """
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            columns = select(_STATES.c.problem, _STATES.c.next_time).where(_STATES.c.name == state.name)
            problem, next_time = connection.execute(columns).first() or ("", known_next_time)
            if next_time != known_next_time:
                state = state.model_copy(update={"next_time": next_time})
            store_row(connection, _STATES, state.model_dump())
            if run is not None:
                _end(connection, run)
            if run is not None and run.state == TAKEN:
                events.append(_event(PULL_TAKEN, state, _taken_data(run)))
            elif state.problem and state.problem != problem:
                digest = {} if run is None else {"digest": run.digest}
                events.append(_event(PULL_FAILED, state, {"pull": state.name, **digest, "reason": reason}))

    def pending(self, name: str) -> PullRunRow | None:
        """Return the run that is not finished."""
        chosen = select(_RUNS).where(_RUNS.c.name == name, _RUNS.c.state == PENDING)
        return self._transactions.row(PullRunRow, chosen.order_by(_RUNS.c.number.desc()).limit(1))

    def begin(self, row: PullRunRow) -> PullRunRow:
        """Store a new run with the next number; the oldest runs are deleted."""
        with self._transactions.writing() as connection:
            last = connection.execute(select(func.max(_RUNS.c.number)).where(_RUNS.c.name == row.name)).scalar() or 0
            begun = row.model_copy(update={"number": last + 1})
            connection.execute(insert(_RUNS), begun.model_dump())
            oldest = (_RUNS.c.name == row.name, _RUNS.c.number <= begun.number - _STORED_RUNS)
            connection.execute(delete(_RUNS).where(*oldest))
        return begun

    def runs(self, name: str, *, before: int, limit: int) -> Sequence[PullRunRow]:
        """Return the runs of a pull without content, the newest first; `before` 0 starts with the newest."""
        columns = [column for column in _RUNS.c if column.name != "content"]
        chosen = select(*columns).where(_RUNS.c.name == name)
        if before:
            chosen = chosen.where(_RUNS.c.number < before)
        return self._transactions.rows(PullRunRow, chosen.order_by(_RUNS.c.number.desc()).limit(limit))


def _end(connection: Connection, run: PullRunRow) -> None:
    key = (_RUNS.c.name == run.name, _RUNS.c.number == run.number)
    same = select(_RUNS.c.number).where(
        _RUNS.c.name == run.name, _RUNS.c.number == run.number - 1, _RUNS.c.state == REFUSED,
        _RUNS.c.digest == run.digest, _RUNS.c.problem == run.problem,
    )  # fmt: skip
    if run.state == REFUSED and connection.execute(same).first() is not None:
        connection.execute(delete(_RUNS).where(*key))
        return
    connection.execute(update(_RUNS).where(*key).values(run.model_dump(exclude={"name", "number"})))


def _taken_data(run: PullRunRow) -> dict[str, Any]:
    return {
        "pull": run.name,
        "run": run.number,
        "digest": run.digest,
        "dossier": run.result,
        "evaluationCount": run.evaluations,
    }


def _event(kind: str, state: PullStateRow, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "type": kind,
        "organization": state.organization,
        "time": instants.now(),
        "subject": state.name,
        "data": orjson.dumps(data).decode(),
    }
