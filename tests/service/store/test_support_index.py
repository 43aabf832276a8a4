"""Indexes of evaluations by number: search, removal and uniqueness of entries, in blocks and rows."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import Connection, create_engine, func, select
from sqlmodel import SQLModel

from service.store.hash_blocks import MAX_NUMBERS, SUPPORT_BLOCKS, HashBlocks
from service.store.store import Store
from service.store.support_index import SUPPORTS
from service.store.tables import SUPPORT_BLOCKS as BLOCKS, SUPPORT_ENTRIES as ROWS
from service.store.write_access import with_write_access


def digest(name: object) -> bytes:
    return hashlib.sha256(str(name).encode()).digest()[:16]


ONE, OTHER = digest("one"), digest("other")
NUMBERS = [1, 255, 256, 257, 511, 512, 600, 700, 70_000, 2**33]


def entered(connection: Connection) -> list[int]:
    return SUPPORTS.numbers(connection, ONE, 1_000)


def test_numbers_are_found_and_removed_across_block_boundaries(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        for numbers in (NUMBERS[::2], NUMBERS[1::2]):
            SUPPORTS.add(connection, dict.fromkeys(numbers, (ONE, OTHER)))
        assert entered(connection) == NUMBERS
        assert connection.execute(select(ROWS)).all(), "a support with many evaluations has rows"
        assert SUPPORTS.numbers(connection, ONE, 2, newest=True) == [2**33, 70_000]
        assert SUPPORTS.numbers(connection, ONE, 3, newest=True, before=512) == [511, 257, 256]
        assert set(SUPPORTS.of(connection, [257, 70_000], [ONE, digest("none")])) == {(ONE, 257), (ONE, 70_000)}
        SUPPORTS.remove(connection, ONE, 256)
        SUPPORTS.remove(connection, ONE, 2)
        assert entered(connection) == [number for number in NUMBERS if number != 256]
        assert SUPPORTS.holds(connection, OTHER, 256)
        assert not SUPPORTS.holds(connection, ONE, 256)
        SUPPORTS.remove_all(connection, [1, 255, 70_000])
        assert entered(connection) == [257, 511, 512, 600, 700, 2**33]
        SUPPORTS.remove_all(connection, NUMBERS)
        assert not connection.execute(select(ROWS)).all()
        assert not connection.execute(select(func.sum(func.length(BLOCKS.c.entries)))).scalar_one()


def test_an_entry_added_twice_is_stored_once(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        for numbers in (NUMBERS[:3], NUMBERS):
            for number in numbers:
                SUPPORTS.add_again(connection, number, [ONE])
        assert entered(connection) == NUMBERS


def test_an_entry_is_found_if_blocks_are_added_during_the_search(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL, another transaction may add blocks after they were counted."""
    entries = {digest(name): [name] for name in range(1, 101)}
    with with_write_access(store._engine).begin() as connection:
        SUPPORT_BLOCKS.add(connection, entries, evaluations=100)
        for earlier in (1, 5, 64, 99):
            monkeypatch.setattr(HashBlocks, "count", lambda *_, earlier=earlier: earlier)
            assert SUPPORT_BLOCKS.find(connection, entries.keys()) == entries


BATCHES = st.tuples(
    st.dictionaries(st.integers(0, 40), st.integers(1, MAX_NUMBERS), max_size=12), st.integers(0, 9), st.booleans()
)
"""New numbers of each key, added blocks, and whether an entry is removed afterwards."""


@given(st.lists(BATCHES, max_size=12))
def test_each_entry_is_in_the_one_block_of_its_key(batches: list[tuple[dict[int, int], int, bool]]) -> None:
    """Compare growing blocks with a dictionary."""
    database = create_engine("sqlite://")
    SQLModel.metadata.create_all(database, [BLOCKS])
    expected: dict[bytes, list[int]] = {}
    with database.begin() as connection:
        last = count = 0
        for batch, grown, removes in batches:
            entries: dict[bytes, list[int]] = {}
            for name, how_many in batch.items():
                entries[digest(name)] = list(range(last + 1, last + 1 + how_many))
                last += how_many
            count = max(count + grown, 1)
            remaining = SUPPORT_BLOCKS.add(connection, entries, evaluations=grown)
            for key, numbers in entries.items():
                earlier = expected.get(key, [])
                assert (key in remaining) == (len(earlier) + len(numbers) > MAX_NUMBERS)
                if key not in remaining:
                    expected[key] = earlier + numbers
            if expected and removes:
                key = min(expected)
                number = expected[key].pop()
                assert SUPPORT_BLOCKS.remove(connection, key, number)
                assert not SUPPORT_BLOCKS.remove(connection, key, number)
                expected = {key: numbers for key, numbers in expected.items() if numbers}
            assert SUPPORT_BLOCKS.find(connection, [digest(name) for name in range(41)]) == expected
            blocks = connection.execute(select(BLOCKS.c.block).order_by(BLOCKS.c.block)).scalars().all()
            assert blocks == list(range(count))
    database.dispose()
