"""Write access of connections: those of an engine opened for it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class DatabaseFault(Enum):
    """What is wrong, as far as a caller can do something about it."""

    LOCKED = auto()
    FULL = auto()
    OTHER = auto()


class StoreError(Refusal):
    """The store cannot be opened; the message says why and what to do."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(Reason.STORE_UNAVAILABLE, message)


_WRITES = "touchstone_writes"


def with_write_access(engine: Engine) -> Engine:
    """Give the same engine for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def may_write(connection: Connection) -> bool:
    """Say whether a transaction may write."""
    return bool(connection.get_execution_options().get(_WRITES, False))
