"""Write access of connections, granted by an engine option."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class DatabaseFault(Enum):
    """Kinds of database error: locked, full, or any other."""

    LOCKED = auto()
    FULL = auto()
    OTHER = auto()


class StoreError(Refusal):
    """Failure to open the store, with reason and fix."""

    def __init__(self, message: str) -> None:
        super().__init__(Reason.STORE_UNAVAILABLE, message)


_WRITES = "touchstone_writes"


def with_write_access(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def may_write(connection: Connection) -> bool:
    """Return whether a transaction may write."""
    return bool(connection.get_execution_options().get(_WRITES, False))
