"""Indexes of evaluations by number: under each key a row for a stretch of 256 numbers, with a byte for each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select, text, tuple_, update

from service.store.prepared_statements import PreparedStatement
from service.store.tables import SupportIndexRow, ValueIndexRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table, TextClause

Key = tuple[bytes, ...]
_STRETCH = 256
_APPENDED = {
    "sqlite": "CAST({table}.numbers || excluded.numbers AS BLOB) WHERE instr({table}.numbers, excluded.numbers) = 0",
    "postgresql": "{table}.numbers || excluded.numbers WHERE position(excluded.numbers IN {table}.numbers) = 0",
}
"""How each database appends numbers to others, unless they are there."""


class NumberIndex:
    """One such index; numbers of evaluations are in the order of storing."""

    def __init__(self, table: Table) -> None:
        """Use a table whose columns are those of the key, `stretch` and `numbers`."""
        self.table = table
        self._keys = tuple(column.name for column in table.primary_key if column is not table.c.stretch)
        its = [column == bindparam(column.name) for column in table.primary_key]
        self._row = PreparedStatement(lambda _: select(table.c.numbers).where(*its))
        self._append = PreparedStatement(partial(_appending, table.name, (*self._keys, "stretch", "numbers")))

    def add(self, connection: Connection, entries: Iterable[tuple[Key, int]], *, again: bool = False) -> None:
        """Enter numbers under keys; those that may be there are entered `again`, each by itself."""
        numbers: dict[tuple[Key, int], bytearray] = {}
        rows: list[tuple[tuple[Key, int], bytes | bytearray]] = []
        for key, number in entries:
            stretch, last = divmod(number, _STRETCH)
            if again:
                rows.append(((key, stretch), bytes((last,))))
            else:
                numbers.setdefault((key, stretch), bytearray()).append(last)
        rows.extend(sorted(numbers.items()))
        values = ({**self._its(*place), "numbers": bytes(entered)} for place, entered in rows)
        self._append.run_each(connection, list(values))

    def holds(self, connection: Connection, key: Key, number: int) -> bool:
        """Say whether a number stands under a key."""
        stretch, last = divmod(number, _STRETCH)
        return last in (self._row.value(connection, self._its(key, stretch)) or b"")

    def remove(self, connection: Connection, key: Key, number: int) -> None:
        """Take a number away from under a key, if it stands there."""
        stretch, last = divmod(number, _STRETCH)
        numbers = self._row.value(connection, self._its(key, stretch))
        if numbers is not None:
            self._replace(connection, key, stretch, bytes(numbers), {last})

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
        """Take numbers away from under all keys, in one pass over the index."""
        gone: dict[int, set[int]] = {}
        for number in numbers:
            stretch, last = divmod(number, _STRETCH)
            gone.setdefault(stretch, set()).add(last)
        for row in connection.execute(select(self.table).where(self.table.c.stretch.in_(gone))).all():
            *key, stretch, entered = row
            self._replace(connection, tuple(key), stretch, bytes(entered), gone[stretch])

    def within(
        self, connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, newest: bool = False
    ) -> Iterator[tuple[Key, int]]:
        """Give keys with their numbers in order, or the newest first, of the rows that conditions hold for.

        No more than so many rows are read, each of which has one number or more.
        """
        order = [column.desc() if newest else column for column in self.table.primary_key]
        rows = connection.execute(select(self.table).where(*conditions).order_by(*order).limit(limit))
        for *key, stretch, numbers in rows:
            for last in sorted(numbers, reverse=newest):
                yield tuple(key), stretch * _STRETCH + last

    def until(self, number: int) -> ColumnElement[bool]:
        """Give the condition for the rows that may have numbers below one."""
        return self.table.c.stretch <= number // _STRETCH

    def since(self, value: bytes, number: int) -> ColumnElement[bool]:
        """Give the condition for the rows that may have a number from one on under a value, or greater values."""
        return tuple_(self.table.c.value, self.table.c.stretch) >= tuple_(value, number // _STRETCH)

    def of(self, numbers: Iterable[int]) -> ColumnElement[bool]:
        """Give the condition for the rows that may have some numbers."""
        return self.table.c.stretch.in_({number // _STRETCH for number in numbers})

    def _its(self, key: Key, stretch: int) -> dict[str, Any]:
        return {**dict(zip(self._keys, key, strict=True)), "stretch": stretch}

    def _replace(self, connection: Connection, key: Key, stretch: int, entered: bytes, gone: Collection[int]) -> None:
        left = bytes(last for last in entered if last not in gone)
        its = [self.table.c[name] == value for name, value in self._its(key, stretch).items()]
        if not left:
            connection.execute(delete(self.table).where(*its))
        elif left != entered:
            connection.execute(update(self.table).where(*its).values(numbers=left))


def _appending(table: str, columns: Sequence[str], database: str) -> TextClause:
    values, keys = (", ".join(f":{name}" for name in columns), ", ".join(columns[:-1]))
    return text(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608 -- ours
        f" ON CONFLICT ({keys}) DO UPDATE SET numbers = {_APPENDED[database].format(table=table)}"
    )


SUPPORTS = NumberIndex(SupportIndexRow.__table__)  # type: ignore[attr-defined] # SQLModel does not declare it
VALUES = NumberIndex(ValueIndexRow.__table__)  # type: ignore[attr-defined] # likewise
