"""Advisory locks of servers that share one database."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(:space, :name)")


def try_lock(connection: Connection, space: int, name: str) -> bool:
    """Lock a name until the transaction ends; return False if another server has the lock.

    Only one server can use an SQLite store, so its locks are always free.
    """
    if connection.dialect.name != "postgresql":
        return True
    number = zlib.crc32(name.encode()) - 2**31
    return bool(connection.execute(_TRY_LOCK, {"space": space, "name": number}).scalar_one())
