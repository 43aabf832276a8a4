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
from service.store.prepared_statements import insert_or_update
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
        with self._transactions.reading() as connection:
            rows = connection.execute(select(_STATES)).all()
        return {row.name: PullStateRow.model_validate(dict(row._mapping)) for row in rows}

    def state(self, name: str) -> PullStateRow | None:
        with self._transactions.reading() as connection:
            row = connection.execute(select(_STATES).where(_STATES.c.name == name)).first()
        return None if row is None else PullStateRow.model_validate(dict(row._mapping))

    def request(self, row: PullStateRow) -> None:
        """Store the time of the next attempt, without changing other columns of a stored state."""
        with self._transactions.writing() as connection:
            adding = insert_or_update(connection.dialect.name, _STATES).values(row.model_dump())
            changed = {"next_time": row.next_time}
            connection.execute(adding.on_conflict_do_update(index_elements=["name"], set_=changed))

    def save(self, state: PullStateRow, run: PullRunRow | None = None, reason: str = "") -> None:
        """Store the state after an attempt, the end of its run, and the event that announces it.

        A problem is announced once until it changes or the pull succeeds; `reason` is its stable name. A refused file
        that was refused before for the same reasons is not stored again.
        """
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            stored = connection.execute(select(_STATES.c.problem).where(_STATES.c.name == state.name)).scalar()
            adding = insert_or_update(connection.dialect.name, _STATES).values(state.model_dump())
            connection.execute(adding.on_conflict_do_update(index_elements=["name"], set_=state.model_dump()))
            if run is not None:
                _end(connection, run)
            if run is not None and run.state == TAKEN:
                events.append(_event(PULL_TAKEN, state, _taken_data(run)))
            elif state.problem and state.problem != stored:
                digest = {} if run is None else {"digest": run.digest}
                events.append(_event(PULL_FAILED, state, {"pull": state.name, **digest, "reason": reason}))

    def pending(self, name: str) -> PullRunRow | None:
        """Return the run that is not finished."""
        return self._run(name, _RUNS.c.state == PENDING)

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
        with self._transactions.reading() as connection:
            rows = connection.execute(chosen.order_by(_RUNS.c.number.desc()).limit(limit)).all()
        return [PullRunRow.model_validate(dict(row._mapping)) for row in rows]

    def _run(self, name: str, *clauses: Any) -> PullRunRow | None:
        chosen = select(_RUNS).where(_RUNS.c.name == name, *clauses).order_by(_RUNS.c.number.desc()).limit(1)
        with self._transactions.reading() as connection:
            row = connection.execute(chosen).first()
        return None if row is None else PullRunRow.model_validate(dict(row._mapping))


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
