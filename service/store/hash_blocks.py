"""Hash blocks: evaluation numbers of rare keys, some forty entries in a row.

A table grows by linear hashing: one block for each added evaluation splits one earlier block. Thus a search reads one
row at any size. Keys of many evaluations have rows of their own elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from service.store.prepared_statements import LIST_ELEMENTS, PreparedStatement, replacing_rows
from service.store.tables import SUPPORT_BLOCKS as _SUPPORTS, USE_BLOCKS as _USES

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table, TextClause

_POSITION_BYTES = 4
"""The first bytes of a digest, which select the block."""
_NUMBER_BYTES = 5
MAX_NUMBERS = 8
"""Limit of entries for one key, so that no block becomes large."""
_ALL_BLOCKS_AT_ONCE = 10_000


class HashBlocks:
    """Blocks 0, 1, 2 … of a table. Keys are digests; their first `key_bytes` are stored and compared."""

    def __init__(self, table: Table, key_bytes: int) -> None:
        self.table = table
        self.entry_bytes = key_bytes + _NUMBER_BYTES
        self.key_bytes = key_bytes
        self._last = PreparedStatement(lambda _: select(func.max(table.c.block)))
        self._select = PreparedStatement(partial(_select_blocks, table.name))
        self._write = PreparedStatement(lambda dialect: replacing_rows(dialect, table))

    def count(self, connection: Connection) -> int:
        last = self._last.value(connection, {})
        return 0 if last is None else int(last) + 1

    def find(self, connection: Connection, keys: Collection[bytes]) -> dict[bytes, list[int]]:
        """Return the numbers of the keys that have entries."""
        block_of, blocks = dict[bytes, int](), dict[int, bytes]()
        count, counted = 0, self.count(connection) if keys else 0
        while counted and count != counted:  # on PostgreSQL, blocks may be added between two statements
            count = counted
            block_of = {key: block for block, its in _by_block(keys, count).items() for key in its}
            blocks, counted = self._read_with_count(connection, {*block_of.values()})
        found = [key for key, block in block_of.items() if key[: self.key_bytes] in blocks.get(block, b"")]
        numbers_by_key = {key: self._numbers(blocks[block_of[key]], key) for key in found}
        return {key: numbers for key, numbers in numbers_by_key.items() if numbers}

    def add(
        self, connection: Connection, entries: Mapping[bytes, Sequence[int]], *, evaluations: int
    ) -> dict[bytes, Sequence[int]]:
        """Add new numbers of keys and a block for each evaluation; return the entries of keys with too many numbers."""
        before = self.count(connection)
        count = max(before + evaluations, 1)
        keys_by_block = _by_block(entries, count)
        blocks = self._grown(connection, before, count, keys_by_block)
        remaining: dict[bytes, Sequence[int]] = {}
        for block, keys in keys_by_block.items():
            content = blocks.get(block, b"")
            for key in keys:
                numbers, short = entries[key], key[: self.key_bytes]
                if len(numbers) + content.count(short) > MAX_NUMBERS:
                    remaining[key] = numbers
                else:
                    content += b"".join([short + number.to_bytes(_NUMBER_BYTES) for number in numbers])
            blocks[block] = content
        self._store(connection, blocks)
        return remaining

    def remove(self, connection: Connection, key: bytes, number: int) -> bool:
        """Remove an entry; return whether it existed."""
        count = self.count(connection)
        for block, content in self._read(connection, {_block_of(key, count)} if count else ()).items():
            if number in self._numbers(content, key):
                gone = key[: self.key_bytes] + number.to_bytes(_NUMBER_BYTES)
                self._store(connection, {block: b"".join(entry for entry in self._entries(content) if entry != gone)})
                return True
        return False

    def remove_all(self, connection: Connection, numbers: Collection[int]) -> None:
        """Remove all entries of some numbers; reads every block."""
        gone = {number.to_bytes(_NUMBER_BYTES) for number in numbers}
        count = self.count(connection)
        for first in range(0, count, _ALL_BLOCKS_AT_ONCE):
            blocks = self._read(connection, range(first, min(first + _ALL_BLOCKS_AT_ONCE, count)))
            remaining = {
                block: b"".join(entry for entry in self._entries(content) if entry[self.key_bytes :] not in gone)
                for block, content in blocks.items()
            }
            self._store(connection, {block: left for block, left in remaining.items() if left != blocks[block]})

    def count_entries(self, connection: Connection, numbers: Collection[int]) -> int:
        """Return the number of entries of some evaluations; reads every block."""
        counted = {number.to_bytes(_NUMBER_BYTES) for number in numbers}
        rows = connection.execute(select(self.table.c.entries), execution_options={"yield_per": _ALL_BLOCKS_AT_ONCE})
        return sum(entry[self.key_bytes :] in counted for (entries,) in rows for entry in self._entries(bytes(entries)))

    def _grown(self, connection: Connection, before: int, count: int, needed: Collection[int]) -> dict[int, bytes]:
        """Return the needed blocks and those that change if the number of blocks grows, with their entries."""
        split = {_split_block(block, before) for block in range(before, count)} if before else set[int]()
        stored = self._read(connection, split | {block for block in needed if block < before})
        blocks = dict.fromkeys(range(before, count), b"") | stored
        for block in split:
            shares = {block: list[bytes]()} | _by_block(self._entries(stored.get(block, b"")), count)
            blocks.update({share: b"".join(entries) for share, entries in shares.items()})
        return blocks

    def _numbers(self, content: bytes, key: bytes) -> list[int]:
        short, numbers = key[: self.key_bytes], list[int]()
        start = content.find(short)
        while start >= 0:
            if not start % self.entry_bytes:
                numbers.append(int.from_bytes(content[start + self.key_bytes : start + self.entry_bytes]))
            start = content.find(short, start + 1)
        return numbers

    def _entries(self, content: bytes) -> Iterator[bytes]:
        return (content[start : start + self.entry_bytes] for start in range(0, len(content), self.entry_bytes))

    def _read(self, connection: Connection, blocks: Collection[int]) -> dict[int, bytes]:
        return self._read_with_count(connection, blocks)[0] if blocks else {}

    def _read_with_count(self, connection: Connection, blocks: Collection[int]) -> tuple[dict[int, bytes], int]:
        """Return blocks and the number of all blocks at the same moment, which is 0 if none of these exists."""
        rows = self._select.rows(connection, {"blocks": json.dumps([*blocks])})
        return {block: bytes(entries) for block, entries, _ in rows}, rows[0][2] + 1 if rows else 0

    def _store(self, connection: Connection, blocks: Mapping[int, bytes]) -> None:
        self._write.run_each(connection, [{"block": block, "entries": blocks[block]} for block in sorted(blocks)])


def _select_blocks(table: str, database: str) -> TextClause:
    listed = LIST_ELEMENTS[database].format(list=":blocks")
    last = f"(SELECT max(block) FROM {table})"  # noqa: S608 -- only constant names
    return text(f"SELECT block, entries, {last} FROM {table} WHERE block IN ({listed})")  # noqa: S608


def _by_block(keys: Iterable[bytes], count: int) -> dict[int, list[bytes]]:
    """Return keys by block, which is the largest remainder by powers of two that is below the count."""
    half = 1 << (count.bit_length() - 1)
    remainder, lower_remainder = 2 * half - 1, half - 1
    by_block: dict[int, list[bytes]] = {}
    for key in keys:
        block = int.from_bytes(key[:_POSITION_BYTES]) & remainder
        if block >= count:
            block &= lower_remainder
        if block in by_block:
            by_block[block].append(key)
        else:
            by_block[block] = [key]
    return by_block


def _block_of(key: bytes, count: int) -> int:
    (block,) = _by_block((key,), count)
    return block


def _split_block(block: int, before: int) -> int:
    """Return the existing block with the entries of a new block."""
    while block >= before:
        block -= 1 << (block.bit_length() - 1)
    return block


SUPPORT_BLOCKS = HashBlocks(_SUPPORTS, key_bytes=11)
USE_BLOCKS = HashBlocks(_USES, key_bytes=7)
"""Hits are compared by the full digest."""
