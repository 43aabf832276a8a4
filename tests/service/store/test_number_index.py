"""Indexes of evaluations by number: what is entered is found, taken away and kept over migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select, text

from service.store.database import MIGRATIONS
from service.store.number_index import SUPPORTS, VALUES
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.store.store import Store

ONE, OTHER = b"one", b"other"
NUMBERS = [1, 255, 256, 257, 511, 512, 70_000]


def entered(connection: Connection) -> list[int]:
    return [number for _, number in SUPPORTS.within(connection, SUPPORTS.table.c.support == ONE)]


def test_numbers_are_found_and_taken_away_wherever_their_stretch_ends(store: Store) -> None:
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


def test_what_is_entered_again_stands_there_once(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        for numbers in (NUMBERS[:3], NUMBERS):
            SUPPORTS.add(connection, [((ONE,), number) for number in numbers], again=True)
        assert entered(connection) == NUMBERS


@pytest.mark.in_turn
def test_rows_of_schema_34_are_written_in_stretches_and_back(store: Store) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with with_write_access(store._engine).begin() as connection:
        SUPPORTS.add(connection, [((key,), number) for key in (OTHER, ONE) for number in NUMBERS])
        VALUES.add(connection, [((ONE, value), number) for value in (b"\0", b"\xff") for number in NUMBERS])
        before = [connection.execute(select(index.table)).all() for index in (SUPPORTS, VALUES)]
        config.attributes["connection"] = connection
        command.downgrade(config, "0034")
        rows = connection.execute(text("SELECT support, number FROM support_index ORDER BY support, number")).all()
        assert [(bytes(support), number) for support, number in rows] == [
            (key, number) for key in (ONE, OTHER) for number in NUMBERS
        ]
        command.upgrade(config, "0035")
        assert [connection.execute(select(index.table)).all() for index in (SUPPORTS, VALUES)] == before
