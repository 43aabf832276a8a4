"""Accounts and API keys as the log notes them: whoever alters a role or a password in the store is found out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import orjson
from sqlalchemy import Connection, Row, Table, func, select

from rules.contracts import canonical_bytes, digest
from service.base import instants
from service.store.sequencing import add_leaves
from service.store.tables import AccountRow, ApiKeyRow, LogLeafRow
from service.transparency.leaves import ACCESS, Leaf, leaf_without_subject

_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CHANGES = "/changes/"


class Credential(Enum):
    """What somebody is let in by: its name in the log, its table, the column of its id, and what is not noted of it."""

    ACCOUNT = "accounts", AccountRow, "name", frozenset[str]()
    API_KEY = "apiKeys", ApiKeyRow, "id", frozenset({"last_use_time"})

    @property
    def table(self) -> Table:
        """Where it is kept."""
        table: Table = self.value[1].__table__
        return table

    def named(self, id: str) -> str:
        """Give the name of one."""
        return f"{self.value[0]}/{id}"

    def rows(self, connection: Connection) -> Iterator[tuple[str, str, str]]:
        """Give the name, the content digest and the time of making of each that is kept."""
        for row in connection.execute(select(self.table)):
            yield self.named(row._mapping[self.value[2]]), self._content(row), row.create_time

    def note(self, connection: Connection, id: str) -> None:
        """Note how one stands after a change, in the transaction of the change; also that it is gone."""
        row = connection.execute(select(self.table).where(self.table.c[self.value[2]] == id)).first()
        state = {"content": "", "organization": "", "roles": []} if row is None else {
            "content": self._content(row), "organization": row.organization, "roles": orjson.loads(row.roles),
        }  # fmt: skip
        name = self.named(id)
        under = f"{name}{_CHANGES}"
        before = select(func.count()).where(
            _LEAVES.c.kind == ACCESS, _LEAVES.c.name > under, _LEAVES.c.name < f"{under[:-1]}0"
        )
        number = int(connection.execute(before).scalar_one()) + 1
        add_leaves(connection, [leaf_without_subject(ACCESS, f"{under}{number}", {**state, "time": instants.now()})])

    def _content(self, row: Row[tuple[object, ...]]) -> str:
        """Give the digest of all that is kept of one, its hash of a secret included, which so is told to nobody."""
        columns = {name: value for name, value in row._mapping.items() if name not in self.value[3]}
        return digest(canonical_bytes(columns))


def logged_credentials(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Give the name of each account and key that the log tells of, with its content and time at each change in turn."""
    chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(_LEAVES.c.kind == ACCESS).order_by(_LEAVES.c.position)
    for row in connection.execute(chosen):
        fields = Leaf(ACCESS, row.name, "", row.document).said
        yield row.name.rpartition(_CHANGES)[0], str(fields["content"]), str(fields["time"])
