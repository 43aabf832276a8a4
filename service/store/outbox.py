"""Transactional outbox: transactions that write events, their order, delivery positions and dead letters.

Writers are serialized, so a reader has missed no event before its position.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from service.base.instants import now
from service.store.advisory_lock import try_lock
from service.store.database import StorePart
from service.store.prepared_statements import PreparedStatement
from service.store.tables import DEAD_LETTERS, ENDPOINTS, EVENTS, DeadLetterRow, EndpointRow, EvaluationRow

if TYPE_CHECKING:
    from collections.abc import Callable

EVALUATION_MADE = "touchstone.evaluation.made"
VERSION_PUBLISHED = "touchstone.version.published"
VERSION_REPEALED = "touchstone.version.repealed"
TABLE_IMPORTED = "touchstone.table.imported"
FEED_RECEIVED = "touchstone.feed.received"
FEED_REFUSED = "touchstone.feed.refused"
CASE_STEP_TAKEN = "touchstone.case.step"
CASE_DUE = "touchstone.case.due"
FACT_SOURCE_CORRECTED = "touchstone.fact.source_corrected"
RESULT_CHANGE_EXPECTED = "touchstone.result.change_expected"
PULL_TAKEN = "touchstone.pull.taken"
PULL_FAILED = "touchstone.pull.failed"


class Transactions(StorePart):
    """Read and write transactions."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.on_events: Callable[[], None] | None = None
        """Called after events were written. If None, no events are written."""

    reading = StorePart._reading
    rows, row, values = StorePart._rows, StorePart._row, StorePart._values

    @contextmanager
    def writing(self, events: Sequence[Mapping[str, Any]] = ()) -> Iterator[Connection]:
        """Commit at the end of the block, together with the `events` that the block adds to the list."""
        with self._writing() as connection:
            yield connection
            if self.on_events is not None:
                add_events(connection, events)
        if events and self.on_events is not None:
            self.on_events()


_INSERT_COLUMNS = [column.name for column in EVENTS.c if not column.primary_key]
_INSERT_EVENT = PreparedStatement(
    lambda _: insert(EVENTS).values({name: bindparam(name) for name in _INSERT_COLUMNS}).inline()
)
_LOCK_SPACE = 0x746F7563


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event, with its position among all events."""

    position: int
    id: str
    type: str
    organization: str
    time: str
    subject: str
    data: str


@dataclass(frozen=True, slots=True)
class Backlog:
    """Number of waiting events, time of the oldest, and number of dead letters."""

    waiting: int
    oldest: str | None
    dead: int


def event_of(row: EvaluationRow) -> dict[str, Any]:
    """Return the event of a new evaluation, without facts."""
    data = {
        "evaluation": row.name,
        "subject": row.subject,
        "scorecardVersion": row.scorecard_version,
        "asOfDate": row.as_of_date,
        "conclusionKind": row.conclusion_kind,
        "recordDigest": row.record_digest,
    }
    return {
        "id": row.name.rpartition("/")[2],
        "type": EVALUATION_MADE,
        "organization": row.organization,
        "time": row.create_time,
        "subject": row.name,
        "data": orjson.dumps(data).decode(),
    }


def publication_event(
    kind: str, subject: str, time: str, data: Mapping[str, str | int], *, distinct_by: Sequence[str] = ()
) -> dict[str, Any]:
    """Return a publication event, with the same id on every server.

    A subject has one event of each kind, or one for each different `distinct_by`.
    """
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, " ".join((kind, subject, *distinct_by)))),
        "type": kind,
        "organization": "",
        "time": time,
        "subject": subject,
        "data": orjson.dumps(data).decode(),
    }


def add_events(connection: Connection, events: Sequence[Mapping[str, Any]]) -> None:
    """Add events in the transaction that they report."""
    _INSERT_EVENT.run_each(connection, events)


class StaleEndpointError(Exception):
    """The endpoint's position changed in the meantime."""


class Outbox(StorePart):
    """Events and endpoint progress."""

    def add_new(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Add the events with new ids; events of an organization are always added."""
        with self._writing() as connection:
            stored_ids = set(connection.execute(select(EVENTS.c.id).where(EVENTS.c.organization == "")).scalars())
            add_events(connection, [event for event in events if event["id"] not in stored_ids])

    def enter(self, endpoint: str) -> None:
        with self._writing() as connection:
            if _progress(connection, endpoint) is None:
                newest = connection.execute(select(func.max(EVENTS.c.position))).scalar() or 0
                connection.execute(insert(ENDPOINTS), EndpointRow(name=endpoint, position=newest).model_dump())

    @contextmanager
    def delivering(self, endpoint: str) -> Iterator[EndpointRow | None]:
        """Lock an endpoint and yield its progress; None if unknown or locked by another server."""
        with self._reading() as connection:
            yield _progress(connection, endpoint) if try_lock(connection, _LOCK_SPACE, endpoint) else None

    def after(self, position: int, organization: str | None, limit: int) -> list[Event]:
        chosen = select(EVENTS).where(EVENTS.c.position > position, *_concerning(organization))
        with self._reading() as connection:
            rows = connection.execute(chosen.order_by(EVENTS.c.position).limit(limit))
            return [Event(**row._mapping) for row in rows]

    def progress(self, endpoint: str) -> EndpointRow | None:
        with self._reading() as connection:
            return _progress(connection, endpoint)

    def names(self) -> list[str]:
        return self._values(select(ENDPOINTS.c.name).order_by(ENDPOINTS.c.name))

    def dead(self, endpoint: str) -> list[int]:
        of_endpoint = select(DEAD_LETTERS.c.position).where(DEAD_LETTERS.c.endpoint == endpoint)
        return self._values(of_endpoint.order_by(DEAD_LETTERS.c.position))

    def backlog(self, endpoint: str, organization: str | None) -> Backlog:
        with self._reading() as connection:
            progress = _progress(connection, endpoint)
            beyond = (EVENTS.c.position > (progress.position if progress else 0), *_concerning(organization))
            waiting = connection.execute(select(func.count()).select_from(EVENTS).where(*beyond)).scalar_one()
            first = select(EVENTS.c.time).where(*beyond).order_by(EVENTS.c.position).limit(1)
            dead = select(func.count()).select_from(DEAD_LETTERS).where(DEAD_LETTERS.c.endpoint == endpoint)
            return Backlog(waiting, connection.execute(first).scalar(), connection.execute(dead).scalar_one())

    @contextmanager
    def advancing(self, before: EndpointRow, position: int) -> Iterator[Connection]:
        """Advance an endpoint at the end of the block, or raise StaleEndpointError if it was advanced meanwhile."""
        moved = update(ENDPOINTS).where(ENDPOINTS.c.name == before.name, ENDPOINTS.c.position == before.position)
        with self._writing() as connection:
            yield connection
            if connection.execute(moved.values(position=position)).rowcount != 1:
                raise StaleEndpointError

    def advance(self, before: EndpointRow, after: EndpointRow, *, dead: str = "") -> None:
        """Advance an endpoint unless its position changed in the meantime.

        If `dead` is not empty, it is the reason for a dead letter at the new position.
        """
        moved = update(ENDPOINTS).where(ENDPOINTS.c.name == before.name, ENDPOINTS.c.position == before.position)
        with self._writing() as connection:
            update_result = connection.execute(moved.values(after.model_dump(exclude={"name"})))
            if dead and update_result.rowcount:
                letter = DeadLetterRow(endpoint=before.name, position=after.position, time=now(), problem=dead)
                connection.execute(insert(DEAD_LETTERS), letter.model_dump())

    def replay(self, endpoint: str, position: int) -> bool:
        with self._writing() as connection:
            progress = _progress(connection, endpoint)
            if progress is None:
                return False
            back = {"position": min(progress.position, position - 1), "attempts": 0, "retry_time": 0, "problem": ""}
            connection.execute(update(ENDPOINTS).where(ENDPOINTS.c.name == endpoint).values(back))
            connection.execute(
                delete(DEAD_LETTERS).where(DEAD_LETTERS.c.endpoint == endpoint, DEAD_LETTERS.c.position >= position)
            )
            return True


open_outbox = Outbox.opened


def _concerning(organization: str | None) -> tuple[Any, ...]:
    return () if organization is None else (EVENTS.c.organization.in_((organization, "")),)


def _progress(connection: Connection, endpoint: str) -> EndpointRow | None:
    row = connection.execute(select(ENDPOINTS).where(ENDPOINTS.c.name == endpoint)).first()
    return None if row is None else EndpointRow.model_validate(dict(row._mapping))
