"""Value index: search within bounds, removal and structure of sorted blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, strategies as st
from sqlalchemy import Connection, create_engine, select, update
from sqlmodel import SQLModel

from service.store.result_dependencies import order_preserving_bytes
from service.store.tables import VALUE_BLOCKS
from service.store.value_index import (
    FactValue,
    add_values,
    remove_values,
    value_blocks,
    values_between,
    values_of,
)

FACTS = [hashlib.sha256(name).digest()[:16] for name in (b"energy", b"share", b"year")]
NUMBERS = st.one_of(
    st.integers(-5, 5).map(str),
    st.sampled_from(["1", "10", "100", "101", "1/3", "-1/3", "12.5", "-12.5", "0.001", "1001", "-1001"]),
    st.decimals(-(10**12), 10**12, allow_nan=False, places=4).map(str),
)
VALUES = st.tuples(st.sampled_from(FACTS), NUMBERS.map(order_preserving_bytes))
ADDED = st.lists(st.lists(VALUES, max_size=12, unique=True), max_size=20)
"""Values of each of several new evaluations."""


@contextmanager
def empty_index() -> Iterator[Connection]:
    database = create_engine("sqlite://")
    SQLModel.metadata.create_all(database, [VALUE_BLOCKS])
    with database.begin() as connection:
        yield connection
    database.dispose()


def contents(connection: Connection) -> set[tuple[FactValue, int]]:
    return {((fact, value), number) for fact in FACTS for value, number in every(connection, fact)}


def every(connection: Connection, fact: bytes) -> list[tuple[bytes, int]]:
    return list(values_between(connection, fact, (None, None), None))


def structure_faults(connection: Connection) -> list[bytes]:
    """Return the blocks with an entry outside their range, or that do not begin with an entry."""
    blocks = list(value_blocks(connection))
    ends = [first for first, _ in blocks[1:]] + [b"\xff" * 200]
    return [
        first
        for place, ((first, entries), end) in enumerate(zip(blocks, ends, strict=False))
        if not all(first <= key < end for key in entries) or (min(entries, default=b"") if place else b"") != first
    ]


@given(st.lists(st.tuples(ADDED, st.sets(st.integers(1, 60)), st.tuples(*[st.none() | NUMBERS] * 2)), max_size=5))
def test_values_are_found_in_order_within_bounds(
    batches: list[tuple[list[list[FactValue]], set[int], tuple[str | None, str | None]]],
) -> None:
    """Compare the blocks with a set."""
    expected: dict[int, list[FactValue]] = {}
    with empty_index() as connection:
        for added, gone, limits in batches:
            new = {len(expected) + 1 + place: values for place, values in enumerate(added)}
            add_values(connection, new)
            expected |= new
            for number in gone & expected.keys():
                remove_values(connection, number, expected[number])
                expected[number] = []
            assert contents(connection) == {(value, number) for number in expected for value in expected[number]}
            assert structure_faults(connection) == []
            low, high = (None if limit is None else order_preserving_bytes(limit) for limit in limits)
            for fact in FACTS:
                within = sorted(
                    (value, number)
                    for number, values in expected.items()
                    for its_fact, value in values
                    if its_fact == fact and (low is None or value >= low) and (high is None or value <= high)
                )
                assert list(values_between(connection, fact, (low, high), None)) == within
                for after in within[::7]:
                    remaining = list(values_between(connection, fact, (low, high), after))
                    assert remaining == [place for place in within if place > after]


def count(connection: Connection) -> int:
    return sum(len(numbers) for _, entries in value_blocks(connection) for numbers in entries.values())


def distinct(number: int) -> list[FactValue]:
    return [(fact, order_preserving_bytes(str(number * 7_919 % 100_003))) for fact in FACTS]


def test_most_evaluations_add_no_row() -> None:
    """Different numbers share rows, and each number of many evaluations takes few bytes."""
    with empty_index() as connection:
        for first in range(1, 2_001, 32):
            add_values(connection, {number: distinct(number) for number in range(first, first + 32)})
        sizes = [len(content) for content in connection.execute(select(VALUE_BLOCKS.c.entries)).scalars()]
        assert count(connection) > 25 * len(sizes)
        assert max(sizes) <= 900
        assert structure_faults(connection) == []
    with empty_index() as connection:
        for first in range(1, 2_001, 32):
            add_values(connection, {number: distinct(1) for number in range(first, first + 32)})
        sizes = [len(content) for content in connection.execute(select(VALUE_BLOCKS.c.entries)).scalars()]
        assert sum(sizes) < 2 * 3 * 2_000


def test_thousands_of_values_of_one_evaluation_are_found_and_removed() -> None:
    values = [(FACTS[0], order_preserving_bytes(str(number))) for number in range(5_000)]
    with empty_index() as connection:
        add_values(connection, {7: values})
        assert every(connection, FACTS[0]) == [(value, 7) for _, value in values]
        assert values_of(connection, 7, values) == {*values}
        remove_values(connection, 7, values[1:])
        assert every(connection, FACTS[0]) == [(values[0][1], 7)]


def test_each_changed_bit_of_a_block_changes_an_entry() -> None:
    """Otherwise the audit of the store could not report it."""
    with empty_index() as connection:
        add_values(connection, {number: distinct(number) for number in range(250, 260)})
        before = list(value_blocks(connection))
        for first, content in connection.execute(select(VALUE_BLOCKS)).all():
            for position in range(8 * len(content)):
                changed = (int.from_bytes(content) ^ 1 << position).to_bytes(len(content))
                connection.execute(update(VALUE_BLOCKS).where(VALUE_BLOCKS.c.first == first).values(entries=changed))
                assert list(value_blocks(connection)) != before
            connection.execute(update(VALUE_BLOCKS).where(VALUE_BLOCKS.c.first == first).values(entries=content))


def test_values_added_again_are_stored_once() -> None:
    with empty_index() as connection:
        for values in (2, 3, 3):
            add_values(connection, {number: distinct(number)[:values] for number in range(256, 512)})
            add_values(connection, {number: distinct(1)[:values] for number in range(256, 512)})
        assert count(connection) == 2 * 256 * 3
        assert values_of(connection, 300, [*distinct(300), *distinct(2)]) == {*distinct(300)}
        assert [number for _, number in every(connection, FACTS[2])].count(300) == 2


def test_an_emptied_block_is_deleted_except_the_first() -> None:
    with empty_index() as connection:
        add_values(connection, {number: distinct(number) for number in range(1, 200)})
        assert len(list(value_blocks(connection))) > 9
        for number in range(1, 200):
            remove_values(connection, number, distinct(number))
            remove_values(connection, number, distinct(number))
        assert list(value_blocks(connection)) == [(b"", {})]
        add_values(connection, {7: distinct(7)})
        assert contents(connection) == {(value, 7) for value in distinct(7)}
