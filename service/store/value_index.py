"""Value index: evaluation numbers by fact and sortable value, in sorted blocks of some forty entries in a row.

The key of an entry is the digest of a fact, a value, a zero byte and the number without its last byte; keys sort as
bytes. An entry has the last byte of each number with its key. A block has the entries from its first key up to that of
the next block; the first block begins with no bytes. New entries are appended unsorted. A full block is sorted, and
split if it remains large.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, text

from service.store.prepared_statements import LIST_ELEMENTS, PreparedStatement, replacing_rows
from service.store.tables import VALUE_BLOCKS as _BLOCKS

if TYPE_CHECKING:
    from sqlalchemy import Connection

FactValue = tuple[bytes, bytes]
"""Digest of a fact, and the value in sortable bytes."""
_FACT_BYTES = 16
_STRETCH = 256
_STRETCH_BYTES = 4
_END = b"\0"
"""Byte after a value. It sorts before the further digits of a longer value."""
_FULL_BYTES = 900
"""A row of SQLite that is much larger would not be stored within its page of the index."""
_SPLIT_BYTES = 600
_MAX_KEY_BYTES = 255
_PADDING_BYTES = 3 + _MAX_KEY_BYTES + _STRETCH
_ROWS_AT_ONCE = 16
_KEYS_AT_ONCE = 2_000
"""Each key is answered with the content of its block, also if several have the same block."""

_SELECT_HOLDING = PreparedStatement(
    lambda dialect: text(
        "SELECT searched.value, b.first, b.entries"  # noqa: S608 -- only constant names
        f" FROM ({LIST_ELEMENTS[dialect].format(list=':offsets')}) AS searched JOIN value_block b"
        " ON b.first = (SELECT max(o.first) FROM value_block o"
        " WHERE o.first <= substr(:keys, CAST(searched.value AS INTEGER), :width))"
    )
)
_SELECT_FROM = PreparedStatement(
    lambda _: (
        select(_BLOCKS.c.first, _BLOCKS.c.entries)
        .where(_BLOCKS.c.first >= bindparam("start"), _BLOCKS.c.first < bindparam("end"))
        .order_by(_BLOCKS.c.first)
        .limit(_ROWS_AT_ONCE)
    )
)
_FIRST_HOLDING = PreparedStatement(
    lambda _: select(func.max(_BLOCKS.c.first)).where(_BLOCKS.c.first <= bindparam("key"))
)
_NEXT = PreparedStatement(lambda _: select(func.min(_BLOCKS.c.first)).where(_BLOCKS.c.first > bindparam("first")))
_STORE = PreparedStatement(lambda dialect: replacing_rows(dialect, _BLOCKS))
_DELETE = PreparedStatement(lambda _: delete(_BLOCKS).where(_BLOCKS.c.first == bindparam("first")))


def add_values(connection: Connection, values: Mapping[int, Collection[FactValue]]) -> None:
    """Add the values of evaluations, by number; existing entries have no effect."""
    added: dict[bytes, list[int]] = {}
    for number in values:
        stretch, last = _stretch_and_last(number)
        for fact, value in values[number]:
            added.setdefault(fact + value + stretch, []).append(last)
    changed: dict[bytes, bytes] = {}
    for first, (content, keys) in _blocks_holding(connection, added).items():
        grown = content + b"".join(_pack((key, bytes(added[key])) for key in keys))
        if len(grown) <= _FULL_BYTES:
            changed[first] = grown
            continue
        entries = _entries_in_range(connection, first, content)
        for key in keys:
            entries[key] = bytes(sorted({*entries.get(key, b""), *added[key]}))
        changed.update(_divided(first, entries))
    _store(connection, changed)


def values_of(connection: Connection, number: int, values: Collection[FactValue]) -> set[FactValue]:
    """Return which of the values an evaluation has."""
    stretch, last = _stretch_and_last(number)
    blocks = _blocks_holding(connection, {fact + value + stretch for fact, value in values})
    blocks_with_keys = ((_unpack(content), keys) for content, keys in blocks.values())
    return {_value(key) for entries, keys in blocks_with_keys for key in keys if last in entries.get(key, b"")}


def remove_values(connection: Connection, number: int, values: Collection[FactValue]) -> None:
    """Remove values of an evaluation. Every block but the first still begins with its first key."""
    stretch, last = _stretch_and_last(number)
    blocks = _blocks_holding(connection, {fact + value + stretch for fact, value in values})
    changed: dict[bytes, bytes] = {}
    for first, (content, keys) in blocks.items():
        entries = _entries_in_range(connection, first, content)
        for key in keys:
            remaining = entries.pop(key, b"").replace(bytes((last,)), b"")
            if remaining:
                entries[key] = remaining
        if entries or not first:
            changed[first and min(entries)] = b"".join(_pack(sorted(entries.items())))
    _DELETE.run_each(connection, [{"first": first} for first in blocks])
    _store(connection, changed)


def values_between(
    connection: Connection, fact: bytes, bounds: tuple[bytes | None, bytes | None], after: tuple[bytes, int] | None
) -> Iterator[tuple[bytes, int]]:
    """Yield values of a fact with evaluation numbers in order, within inclusive bounds and after a position."""
    low, high = bounds
    start = fact + (low or b"") if after is None else fact + after[0] + _stretch_and_last(after[1])[0]
    end = fact + (b"\xff" if high is None else high + b"\x01")  # after all numbers of the value, before longer values
    first = _FIRST_HOLDING.value(connection, {"key": start})
    for _, entries in () if first is None else _blocks_from(connection, first, end):
        for key in sorted(key for key in entries if start <= key < end):
            found = ((_value(key)[1], number) for number in entries[key])
            yield from (position for position in found if after is None or position > after)


def value_blocks(connection: Connection) -> Iterator[tuple[bytes, Mapping[bytes, Sequence[int]]]]:
    """Yield all blocks: the bytes that each begins with, and the evaluation numbers by key."""
    return _blocks_from(connection, b"", b"\xff" * (_FACT_BYTES + 1))


def _stretch_and_last(number: int) -> tuple[bytes, int]:
    """Return a number as the end of a key, and its last byte."""
    stretch, last = divmod(number, _STRETCH)
    return _END + stretch.to_bytes(_STRETCH_BYTES), last


def _value(key: bytes) -> FactValue:
    return key[:_FACT_BYTES], key[_FACT_BYTES : -len(_END) - _STRETCH_BYTES]


def _blocks_holding(connection: Connection, keys: Collection[bytes]) -> dict[bytes, tuple[bytes, list[bytes]]]:
    """Return the blocks of some keys by the bytes that they begin with: the content, and these keys in order."""
    in_order, width = sorted(keys), max(map(len, keys), default=0)
    blocks: dict[bytes, tuple[bytes, list[bytes]]] = {}
    for start in range(0, len(in_order), _KEYS_AT_ONCE):
        key_at = {1 + number * width: key for number, key in enumerate(in_order[start : start + _KEYS_AT_ONCE])}
        padded = b"".join(key.ljust(width, b"\0") for key in key_at.values())
        rows = _SELECT_HOLDING.rows(connection, {"offsets": json.dumps([*key_at]), "keys": padded, "width": width})
        found = {offset: (bytes(first), bytes(content)) for offset, first, content in rows}
        for offset, key in key_at.items():
            first, content = found.get(offset, (b"", b""))
            blocks.setdefault(first, (content, []))[1].append(key)
    return blocks


def _entries_in_range(connection: Connection, first: bytes, content: bytes) -> dict[bytes, bytes]:
    """Return the entries of a block. Entries outside its range, if it is malformed, would change other ranges."""
    end = _NEXT.value(connection, {"first": first})
    return {
        key: entered for key, entered in _unpack(content).items() if first <= key and (end is None or key < bytes(end))
    }


def _blocks_from(
    connection: Connection, start: bytes, end: bytes
) -> Iterator[tuple[bytes, Mapping[bytes, Sequence[int]]]]:
    rows = _SELECT_FROM.rows(connection, {"start": start, "end": end})
    while rows:
        for first, content in rows:
            yield bytes(first), {key: _numbers(key, entered) for key, entered in _unpack(bytes(content)).items()}
        rows = _SELECT_FROM.rows(connection, {"start": bytes(rows[-1][0]) + b"\0", "end": end})


def _numbers(key: bytes, entered: bytes) -> list[int]:
    stretch = int.from_bytes(key[-_STRETCH_BYTES:])
    return [stretch * _STRETCH + last for last in sorted(entered)]


def _store(connection: Connection, blocks: Mapping[bytes, bytes]) -> None:
    _STORE.run_each(connection, [{"first": first, "entries": blocks[first]} for first in sorted(blocks)])


def _divided(first: bytes, entries: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
    """Return blocks with all entries of a block, each small enough for further ones."""
    in_order = sorted(entries.items())
    packed = _pack(in_order)
    parts = -(-sum(map(len, packed)) // _SPLIT_BYTES)
    limits = sorted({len(in_order) * part // parts for part in range(parts + 1)})
    blocks = {first: b"".join(packed[: limits[1]])}
    for low, high in pairwise(limits[1:]):
        blocks[in_order[low][0]] = b"".join(chain(_pack([in_order[low]]), packed[low + 1 : high]))
    return blocks


def _pack(entries: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
    """Pack entries, each as: bytes that its key shares with the former one, length of the others, these, numbers.

    The numbers follow their count less one.
    """
    packed: list[bytes] = []
    fact = b""
    for key, entered in entries:
        shared = _FACT_BYTES if key[:_FACT_BYTES] == fact else 0
        fact = key[:_FACT_BYTES]
        packed.append(bytes((shared, len(key) - shared, len(entered) - 1)) + key[shared:] + entered)
    return packed


def _unpack(content: bytes) -> dict[bytes, bytes]:
    """Unpack entries. Padding makes a changed length change an entry, too, which the audit reports."""
    entries: dict[bytes, bytes] = {}
    padded, key, position = content.ljust(len(content) + _PADDING_BYTES), b"", 0
    while position < len(content):
        shared, length, last_index = padded[position : position + 3]
        position += 3 + length
        key = key[:shared].ljust(shared) + padded[position - length : position]
        entered = padded[position : position + last_index + 1]
        if len(key) <= _MAX_KEY_BYTES:
            entries[key] = bytes(sorted({*entries[key], *entered})) if key in entries else entered
        position += len(entered)
    return entries
