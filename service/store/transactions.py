"""Transactions of a store: tables of the core or a product, and events in the same commit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from service.store.database import translating_database_errors
from service.store.outbox import add_events
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine


class Transactions:
    """Read and write transactions, which raise Refusal if the database is unavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.on_events: Callable[[], None] | None = None
        """Called after events were written. If None, no events are written."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, events: Sequence[Mapping[str, Any]] = ()) -> Iterator[Connection]:
        """Commit at the end of the block, together with the `events` that the block adds to the list."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            yield connection
            if self.on_events is not None:
                add_events(connection, events)
        if events and self.on_events is not None:
            self.on_events()
