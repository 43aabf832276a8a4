"""Transactional outbox: events in order, delivery position of each endpoint, and dead letters.

Positions are given by transactions that follow one another, so whoever has read up to one has missed none before it.
"""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, text, update

from service.base.instants import now
from service.store.database import open_database, parse_database_url, translating_database_errors
from service.store.prepared_statements import PreparedStatement
from service.store.tables import DeadLetterRow, EndpointRow, EvaluationRow, EventRow
from service.store.write_access import with_write_access

EVALUATION_MADE = "touchstone.evaluation.made"
VERSION_PUBLISHED = "touchstone.version.published"
VERSION_REPEALED = "touchstone.version.repealed"
TABLE_IMPORTED = "touchstone.table.imported"
CASE_STEP_TAKEN = "touchstone.case.step"
CASE_DUE = "touchstone.case.due"
CLAIM_STANDING_CHANGED = "touchstone.claim.standing"

_EVENTS = EventRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_ENDPOINTS = EndpointRow.__table__  # type: ignore[attr-defined] # likewise
_DEAD = DeadLetterRow.__table__  # type: ignore[attr-defined] # likewise
_INSERT_COLUMNS = [column.name for column in _EVENTS.c if not column.primary_key]
_ADD = PreparedStatement(lambda _: insert(_EVENTS).values({name: bindparam(name) for name in _INSERT_COLUMNS}).inline())
_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(:space, :endpoint)")
_DELIVERING = 0x746F7563
"""The first number of the advisory locks of endpoints."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, and where it stands among all that did."""

    position: int
    id: str
    type: str
    organization: str
    time: str
    subject: str
    data: str


@dataclass(frozen=True, slots=True)
class DeliveryProgress:
    """How far an endpoint has the events; see EndpointRow."""

    position: int
    attempts: int
    retry_time: int
    problem: str


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many events wait for an endpoint, when the oldest of them happened, and how many it never took."""

    waiting: int
    oldest: str | None
    dead: int


def event_of(row: EvaluationRow) -> dict[str, Any]:
    """Write the event of an evaluation that is being stored: names, digests and kinds, and no facts."""
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


def publication_event(kind: str, subject: str, time: str, data: Mapping[str, str]) -> dict[str, Any]:
    """Write the event of something published; its id is the same in every server."""
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {subject}")),
        "type": kind,
        "organization": "",
        "time": time,
        "subject": subject,
        "data": orjson.dumps(data).decode(),
    }


def add_events(connection: Connection, events: Sequence[Mapping[str, Any]]) -> None:
    """Add events in the transaction that makes them true."""
    _ADD.run_each(connection, events)


class Outbox:
    """The events of a store, and how far each endpoint has them."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def add_new(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Add those events that are not there yet.

        Raises:
            Refusal: the database cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            there = set(connection.execute(select(_EVENTS.c.id).where(_EVENTS.c.organization == "")).scalars())
            add_events(connection, [event for event in events if event["id"] not in there])

    def enter(self, endpoint: str) -> None:
        """Let an endpoint that is new have what happens from now on.

        Raises:
            Refusal: the database cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            if _progress(connection, endpoint) is None:
                newest = connection.execute(select(func.max(_EVENTS.c.position))).scalar() or 0
                connection.execute(insert(_ENDPOINTS), EndpointRow(name=endpoint, position=newest).model_dump())

    @contextmanager
    def delivering(self, endpoint: str) -> Iterator[DeliveryProgress | None]:
        """Have an endpoint to oneself and give how far it is; None if another server delivers to it just now."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            locked = (
                connection.dialect.name != "postgresql"
                or connection.execute(
                    _TRY_LOCK, {"space": _DELIVERING, "endpoint": zlib.crc32(endpoint.encode()) - 2**31}
                ).scalar_one()
            )
            yield _progress(connection, endpoint) if locked else None

    def after(self, position: int, organization: str | None, limit: int) -> list[Event]:
        """Give the next events after a position that concern an organisation, or any if none is named.

        Raises:
            Refusal: the database cannot be read now.
        """
        chosen = select(_EVENTS).where(_EVENTS.c.position > position, *_concerning(organization))
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(_EVENTS.c.position).limit(limit))
            return [Event(**row._mapping) for row in rows]

    def progress(self, endpoint: str) -> DeliveryProgress | None:
        """Say how far an endpoint is, if it was ever there.

        Raises:
            Refusal: the database cannot be read now.
        """
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return _progress(connection, endpoint)

    def names(self) -> list[str]:
        """List the endpoints that were ever there.

        Raises:
            Refusal: the database cannot be read now.
        """
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return list(connection.execute(select(_ENDPOINTS.c.name).order_by(_ENDPOINTS.c.name)).scalars())

    def dead(self, endpoint: str) -> list[int]:
        """List the positions of what an endpoint never took.

        Raises:
            Refusal: the database cannot be read now.
        """
        chosen = select(_DEAD.c.position).where(_DEAD.c.endpoint == endpoint).order_by(_DEAD.c.position)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return list(connection.execute(chosen).scalars())

    def backlog(self, endpoint: str, organization: str | None) -> Backlog:
        """Say what waits for an endpoint that has the events of an organisation, or all.

        Raises:
            Refusal: the database cannot be read now.
        """
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            progress = _progress(connection, endpoint)
            beyond = (_EVENTS.c.position > (progress.position if progress else 0), *_concerning(organization))
            waiting = connection.execute(select(func.count()).select_from(_EVENTS).where(*beyond)).scalar_one()
            first = select(_EVENTS.c.time).where(*beyond).order_by(_EVENTS.c.position).limit(1)
            dead = select(func.count()).select_from(_DEAD).where(_DEAD.c.endpoint == endpoint)
            return Backlog(waiting, connection.execute(first).scalar(), connection.execute(dead).scalar_one())

    def advance(self, endpoint: str, before: DeliveryProgress, after: DeliveryProgress, *, dead: str = "") -> None:
        """Move an endpoint on, unless it was moved meanwhile; `dead` is why it never took the event that it passes.

        Raises:
            Refusal: the database cannot be written now.
        """
        moved = update(_ENDPOINTS).where(_ENDPOINTS.c.name == endpoint, _ENDPOINTS.c.position == before.position)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            update_result = connection.execute(
                moved.values(
                    position=after.position,
                    attempts=after.attempts,
                    retry_time=after.retry_time,
                    problem=after.problem,
                )
            )
            if dead and update_result.rowcount:
                letter = DeadLetterRow(endpoint=endpoint, position=after.position, time=now(), problem=dead)
                connection.execute(insert(_DEAD), letter.model_dump())

    def replay(self, endpoint: str, position: int) -> bool:
        """Let an endpoint have again what stands from a position on; say whether there is such an endpoint.

        What it does not have yet is never passed over.

        Raises:
            Refusal: the database cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            progress = _progress(connection, endpoint)
            if progress is None:
                return False
            back = {"position": min(progress.position, position - 1), "attempts": 0, "retry_time": 0, "problem": ""}
            connection.execute(update(_ENDPOINTS).where(_ENDPOINTS.c.name == endpoint).values(back))
            connection.execute(delete(_DEAD).where(_DEAD.c.endpoint == endpoint, _DEAD.c.position >= position))
            return True


@contextmanager
def open_outbox(url: str) -> Iterator[Outbox]:
    """Open the events of a store, also while a server has it open.

    Raises:
        StoreError: it cannot be opened, or has an older schema and is in use.
    """
    with ExitStack() as held:
        yield Outbox(open_database(parse_database_url(url), 5_000, held, beside=True))


def _concerning(organization: str | None) -> tuple[Any, ...]:
    return () if organization is None else (_EVENTS.c.organization.in_((organization, "")),)


def _progress(connection: Connection, endpoint: str) -> DeliveryProgress | None:
    chosen = select(_ENDPOINTS).where(_ENDPOINTS.c.name == endpoint)
    row = connection.execute(chosen).mappings().first()
    return (
        None if row is None else DeliveryProgress(**{name: row[name] for name in DeliveryProgress.__dataclass_fields__})
    )
