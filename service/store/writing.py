"""Which connections write? Those of an engine that was told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_WRITES = "touchstone_writes"


def writing(engine: Engine) -> Engine:
    """Give the same engine for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def writes(connection: Connection) -> bool:
    """Say whether a transaction may write."""
    return bool(connection.get_execution_options().get(_WRITES, False))
