"""Support index: evaluation numbers by support, one row per 256 numbers, one byte each.

Supports with few evaluations are in hash blocks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, text, update

from service.store.hash_blocks import SUPPORT_BLOCKS, HashBlocks
from service.store.prepared_statements import PreparedStatement
from service.store.tables import SUPPORT_ENTRIES as _ROWS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_STRETCH = 256
_APPEND_SQL = {
    "sqlite": "CAST(support_index.numbers || excluded.numbers AS BLOB)"
    " WHERE instr(support_index.numbers, excluded.numbers) = 0",
    "postgresql": "support_index.numbers || excluded.numbers"
    " WHERE position(excluded.numbers IN support_index.numbers) = 0",
}
_SELECT = PreparedStatement(
    lambda _: select(_ROWS.c.numbers).where(*(column == bindparam(column.name) for column in _ROWS.primary_key))
)
_APPEND = PreparedStatement(
    lambda dialect: text(
        "INSERT INTO support_index (support, stretch, numbers) VALUES (:support, :stretch, :numbers)"  # noqa: S608
        f" ON CONFLICT (support, stretch) DO UPDATE SET numbers = {_APPEND_SQL[dialect]}"
    )
)


class SupportRows:
    """Index of evaluation numbers, which are in storage order, by support with many of them."""

    table = _ROWS

    def add(self, connection: Connection, numbers_by_support: Mapping[bytes, Sequence[int]]) -> None:
        """Add numbers, which must be new if a support has several of one stretch."""
        rows = [
            {"support": support, "stretch": stretch, "numbers": bytes([number % _STRETCH for number in its_numbers])}
            for support in sorted(numbers_by_support)
            for stretch, its_numbers in groupby(numbers_by_support[support], lambda number: number // _STRETCH)
        ]
        _APPEND.run_each(connection, rows)

    def holds(self, connection: Connection, support: bytes, number: int) -> bool:
        stretch, last = divmod(number, _STRETCH)
        return last in (_SELECT.value(connection, {"support": support, "stretch": stretch}) or b"")

    def remove(self, connection: Connection, support: bytes, number: int) -> None:
        stretch, last = divmod(number, _STRETCH)
        numbers = _SELECT.value(connection, {"support": support, "stretch": stretch})
        if numbers is not None:
            self._replace(connection, support, stretch, bytes(numbers), {last})

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
        gone: dict[int, set[int]] = {}
        for number in numbers:
            stretch, last = divmod(number, _STRETCH)
            gone.setdefault(stretch, set()).add(last)
        for support, stretch, entered in connection.execute(select(_ROWS).where(_ROWS.c.stretch.in_(gone))).all():
            self._replace(connection, support, stretch, bytes(entered), gone[stretch])

    def within(
        self, connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, newest: bool = False
    ) -> Iterator[tuple[bytes, int]]:
        """Yield supports and numbers in order or newest first; `limit` counts rows with at least one number."""
        order = [column.desc() if newest else column for column in _ROWS.primary_key]
        rows = connection.execute(select(_ROWS).where(*conditions).order_by(*order).limit(limit))
        for support, stretch, numbers in rows:
            for last in sorted(numbers, reverse=newest):
                yield bytes(support), stretch * _STRETCH + last

    def until(self, number: int) -> ColumnElement[bool]:
        return _ROWS.c.stretch <= number // _STRETCH

    def of(self, numbers: Iterable[int]) -> ColumnElement[bool]:
        return _ROWS.c.stretch.in_({number // _STRETCH for number in numbers})

    def _replace(
        self, connection: Connection, support: bytes, stretch: int, entered: bytes, gone: Collection[int]
    ) -> None:
        remaining = bytes(last for last in entered if last not in gone)
        is_row = (_ROWS.c.support == support, _ROWS.c.stretch == stretch)
        if not remaining:
            connection.execute(delete(_ROWS).where(*is_row))
        elif remaining != entered:
            connection.execute(update(_ROWS).where(*is_row).values(numbers=remaining))


class SupportIndex:
    """Index of evaluation numbers by support: hash blocks, and rows of supports with many evaluations."""

    def __init__(self, rows: SupportRows, blocks: HashBlocks) -> None:
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
        self.rows.add(connection, remaining)

    def holds(self, connection: Connection, support: bytes, number: int) -> bool:
        in_rows = self.rows.holds(connection, support, number)
        return in_rows or number in self.blocks.find(connection, [support]).get(support, ())

    def remove(self, connection: Connection, support: bytes, number: int) -> None:
        if not self.blocks.remove(connection, support, number):
            self.rows.remove(connection, support, number)

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
        self.blocks.remove_all(connection, numbers)
        self.rows.remove_all(connection, numbers)

    def numbers(
        self, connection: Connection, support: bytes, limit: int, *, newest: bool = False, before: int | None = None
    ) -> list[int]:
        """Return up to `limit` numbers of a support in order, or newest first; with `before`, only lower numbers."""
        conditions = [_ROWS.c.support == support]
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
        entries = self.rows.within(connection, _ROWS.c.support.in_(supports), self.rows.of(numbers))
        yield from (entry for entry in entries if entry[1] in numbers)


SUPPORTS = SupportIndex(SupportRows(), SUPPORT_BLOCKS)
