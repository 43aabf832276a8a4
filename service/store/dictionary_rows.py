"""Table of the dictionaries of stored records.

A dictionary is stored in the transaction of the first record that needs it, and never changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, inspect, select

from service.store.prepared_statements import PreparedStatement
from service.store.record_dictionaries import dictionary_content, split_record
from service.store.tables import RECORD_DICTIONARIES as _DICTIONARIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_SELECT = PreparedStatement(lambda _: select(_DICTIONARIES.c.content).where(_DICTIONARIES.c.name == bindparam("name")))
_INSERT = PreparedStatement(lambda _: insert(_DICTIONARIES))


def read_dictionary(connection: Connection, name: bytes) -> bytes | None:
    """Return the stored form of a dictionary."""
    stored = _SELECT.value(connection, {"name": name})
    return None if stored is None else bytes(stored)


def read_dictionaries(connection: Connection) -> dict[bytes, bytes]:
    """Return the stored form of all dictionaries by name; none in a store of earlier software."""
    if not inspect(connection).has_table(_DICTIONARIES.name):
        return {}
    return {bytes(name): bytes(stored) for name, stored in connection.execute(select(_DICTIONARIES))}


class DictionaryWriter:
    """Stores each dictionary in the transaction of the first record that needs it."""

    def __init__(self) -> None:
        self.committed: set[bytes] = set()

    def store(self, connection: Connection, records: Iterable[tuple[bytes, bytes]]) -> set[bytes]:
        """Store the missing dictionaries of records; return names to add to `committed` after the commit.

        Raises:
            TrailError: If a dictionary is missing or altered.
        """
        new = {name: stored for record, stored in records if (name := split_record(record)[0]) is not None}
        for name in new.keys() - self.committed:
            existing = read_dictionary(connection, name)
            dictionary_content(name, new[name] if existing is None else existing)
            if existing is None:
                _INSERT.run_each(connection, [{"name": name, "content": new[name]}])
        return set(new)
