"""Number indexes: evaluation numbers by key, one row per 256 numbers, one byte each.

Supports with few evaluations are in hash blocks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select, text, tuple_, update

from service.store.hash_blocks import SUPPORT_BLOCKS, HashBlocks
from service.store.prepared_statements import PreparedStatement
from service.store.tables import SUPPORT_ENTRIES, VALUE_ENTRIES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table, TextClause

Key = tuple[bytes, ...]
_STRETCH = 256
_APPEND_SQL = {
    "sqlite": "CAST({table}.numbers || excluded.numbers AS BLOB) WHERE instr({table}.numbers, excluded.numbers) = 0",
    "postgresql": "{table}.numbers || excluded.numbers WHERE position(excluded.numbers IN {table}.numbers) = 0",
}


class NumberIndex:
    """Index of evaluation numbers, which are in storage order."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._keys = tuple(column.name for column in table.primary_key if column is not table.c.stretch)
        key_conditions = [column == bindparam(column.name) for column in table.primary_key]
        self._row = PreparedStatement(lambda _: select(table.c.numbers).where(*key_conditions))
        self._append = PreparedStatement(partial(_append_statement, table.name, (*self._keys, "stretch", "numbers")))

    def add(self, connection: Connection, numbers_by_key: Mapping[Key, Sequence[int]]) -> None:
        """Add numbers, which must be new if a key has several of one stretch."""
        rows = [
            (*key, stretch, bytes([number % _STRETCH for number in its_numbers]))
            for key in sorted(numbers_by_key)
            for stretch, its_numbers in groupby(numbers_by_key[key], lambda number: number // _STRETCH)
        ]
        names = (*self._keys, "stretch", "numbers")
        self._append.run_each(connection, [dict(zip(names, row, strict=True)) for row in rows])

    def holds(self, connection: Connection, key: Key, number: int) -> bool:
        stretch, last = divmod(number, _STRETCH)
        return last in (self._row.value(connection, self._row_values(key, stretch)) or b"")

    def remove(self, connection: Connection, key: Key, number: int) -> None:
        stretch, last = divmod(number, _STRETCH)
        numbers = self._row.value(connection, self._row_values(key, stretch))
        if numbers is not None:
            self._replace(connection, key, stretch, bytes(numbers), {last})

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
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
        """Yield keys and numbers in order or newest first; `limit` counts rows with at least one number."""
        order = [column.desc() if newest else column for column in self.table.primary_key]
        rows = connection.execute(select(self.table).where(*conditions).order_by(*order).limit(limit))
        for *key, stretch, numbers in rows:
            for last in sorted(numbers, reverse=newest):
                yield tuple(key), stretch * _STRETCH + last

    def until(self, number: int) -> ColumnElement[bool]:
        return self.table.c.stretch <= number // _STRETCH

    def since(self, value: bytes, number: int) -> ColumnElement[bool]:
        return tuple_(self.table.c.value, self.table.c.stretch) >= tuple_(value, number // _STRETCH)

    def of(self, numbers: Iterable[int]) -> ColumnElement[bool]:
        return self.table.c.stretch.in_({number // _STRETCH for number in numbers})

    def _row_values(self, key: Key, stretch: int) -> dict[str, Any]:
        return {**dict(zip(self._keys, key, strict=True)), "stretch": stretch}

    def _replace(self, connection: Connection, key: Key, stretch: int, entered: bytes, gone: Collection[int]) -> None:
        remaining = bytes(last for last in entered if last not in gone)
        key_conditions = [self.table.c[name] == value for name, value in self._row_values(key, stretch).items()]
        if not remaining:
            connection.execute(delete(self.table).where(*key_conditions))
        elif remaining != entered:
            connection.execute(update(self.table).where(*key_conditions).values(numbers=remaining))


def _append_statement(table: str, columns: Sequence[str], database: str) -> TextClause:
    values, keys = (", ".join(f":{name}" for name in columns), ", ".join(columns[:-1]))
    return text(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608 -- only constant names
        f" ON CONFLICT ({keys}) DO UPDATE SET numbers = {_APPEND_SQL[database].format(table=table)}"
    )


class SupportIndex:
    """Index of evaluation numbers by support: hash blocks, and rows of supports with many evaluations."""

    def __init__(self, rows: NumberIndex, blocks: HashBlocks) -> None:
        self.rows, self.blocks = rows, blocks

    def add(self, connection: Connection, supports: Mapping[int, Collection[bytes]]) -> None:
        """Add the supports of new evaluations, by number."""
        numbers: dict[bytes, list[int]] = {}
        for number in supports:
            for support in supports[number]:
                numbers.setdefault(support, []).append(number)
        self._add(connection, numbers, evaluations=len(supports))

    def add_again(self, connection: Connection, number: int, supports: Collection[bytes]) -> None:
        """Add supports of an evaluation unless they exist."""
        present = {support for support, _ in self.of(connection, [number], supports)}
        missing = {support: [number] for support in supports if support not in present}
        self._add(connection, missing, evaluations=0)

    def _add(self, connection: Connection, numbers: Mapping[bytes, Sequence[int]], *, evaluations: int) -> None:
        remaining = self.blocks.add(connection, numbers, evaluations=evaluations)
        self.rows.add(connection, {(support,): remaining[support] for support in remaining})

    def holds(self, connection: Connection, support: bytes, number: int) -> bool:
        in_rows = self.rows.holds(connection, (support,), number)
        return in_rows or number in self.blocks.find(connection, [support]).get(support, ())

    def remove(self, connection: Connection, support: bytes, number: int) -> None:
        if not self.blocks.remove(connection, support, number):
            self.rows.remove(connection, (support,), number)

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
        self.blocks.remove_all(connection, numbers)
        self.rows.remove_all(connection, numbers)

    def numbers(
        self, connection: Connection, support: bytes, limit: int, *, newest: bool = False, before: int | None = None
    ) -> list[int]:
        """Return up to `limit` numbers of a support in order, or newest first; with `before`, only lower numbers."""
        conditions = [self.rows.table.c.support == support]
        if before is not None:
            conditions.append(self.rows.until(before))
        entries = self.rows.within(connection, *conditions, limit=limit + 1, newest=newest)
        in_rows = (number for _, number in entries if before is None or number < before)
        in_blocks = self.blocks.find(connection, [support]).get(support, ())
        found = {*islice(in_rows, limit), *(number for number in in_blocks if before is None or number < before)}
        return sorted(found, reverse=newest)[:limit]

    def of(
        self, connection: Connection, numbers: Collection[int], supports: Collection[bytes]
    ) -> Iterator[tuple[bytes, int]]:
        """Yield which of the supports each evaluation has."""
        for support, found in self.blocks.find(connection, supports).items():
            yield from ((support, number) for number in found if number in numbers)
        entries = self.rows.within(connection, self.rows.table.c.support.in_(supports), self.rows.of(numbers))
        yield from ((bytes(support), number) for (support,), number in entries if number in numbers)


SUPPORTS = SupportIndex(NumberIndex(SUPPORT_ENTRIES), SUPPORT_BLOCKS)
VALUES = NumberIndex(VALUE_ENTRIES)
