"""Indexes of evaluations by number: search, removal and uniqueness of entries."""

from __future__ import annotations

from sqlalchemy import Connection, select

from service.store.number_index import SUPPORTS
from service.store.store import Store
from service.store.write_access import with_write_access

ONE, OTHER = b"one", b"other"
NUMBERS = [1, 255, 256, 257, 511, 512, 70_000]


def entered(connection: Connection) -> list[int]:
    return [number for _, number in SUPPORTS.within(connection, SUPPORTS.table.c.support == ONE)]


def test_numbers_are_found_and_removed_across_block_boundaries(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        for numbers in (NUMBERS[::2], NUMBERS[1::2]):
            SUPPORTS.add(connection, [((key,), number) for number in numbers for key in (ONE, OTHER)])
        assert entered(connection) == NUMBERS
        assert [number for _, number in SUPPORTS.within(connection, newest=True, limit=1)] == [70_000]
        SUPPORTS.remove(connection, (ONE,), 256)
        SUPPORTS.remove(connection, (ONE,), 2)
        assert entered(connection) == [number for number in NUMBERS if number != 256]
        assert SUPPORTS.holds(connection, (OTHER,), 256)
        assert not SUPPORTS.holds(connection, (ONE,), 256)
        SUPPORTS.remove_all(connection, [1, 255, 70_000])
        assert entered(connection) == [257, 511, 512]
        SUPPORTS.remove_all(connection, NUMBERS)
        assert not connection.execute(select(SUPPORTS.table)).all()


def test_an_entry_added_twice_is_stored_once(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        for numbers in (NUMBERS[:3], NUMBERS):
            SUPPORTS.add(connection, [((ONE,), number) for number in numbers], again=True)
        assert entered(connection) == NUMBERS
