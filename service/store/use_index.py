"""Use index: earlier evaluations with the same value, exact despite delayed entries.

Until its entries are written, `RecentUses` has the values of an evaluation. The first entries of a value are in hash
blocks, the others in rows by holder.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import TextClause, bindparam, delete, insert, select, text, update

from rules.contracts import TrailError, message_factory
from rules.model import FindingSeverity
from service.base import logs
from service.base.resource_names import OTHER_ORGANIZATION, OTHER_PERIOD, OTHER_SUBJECT
from service.store.hash_blocks import USE_BLOCKS
from service.store.prepared_statements import LIST_ELEMENTS, PreparedStatement
from service.store.tables import (
    EVALUATION_USES as _USES,
    INDEXED_USES as _INDEXED,
    USE_ENTRIES as _ENTRIES,
    USE_HOLDERS as _HOLDERS,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from service.store.serial_use import Usage
    from service.store.tables import EvaluationRow

_message = message_factory(__name__)

DIGEST_BYTES = 32
_INDEX_KEY = struct.Struct(">q24x")
_INDEX_KEY_BYTES = 8
"""First 64 bits; matches are then compared by the full digest."""
MAX_EVALUATIONS = 100
_EVALUATIONS_PER_TRANSACTION = 256
_VALUES_PER_BATCH = 4_096


@dataclass(frozen=True, slots=True)
class EvaluationUses:
    """Stored uses of an evaluation, with packed kinds and locations.

    `registered` has one byte per value: 1 for a register number, where double use is severe.
    """

    period: str = ""
    digests: bytes = b""
    places: bytes = b""
    registered: bytes = b""


NO_USES = EvaluationUses()


def pack_uses(usages: Sequence[Usage]) -> EvaluationUses:
    """Pack the uses of an evaluation."""
    if not usages:
        return NO_USES
    return EvaluationUses(
        usages[0].period,
        b"".join(bytes.fromhex(usage.value_digest) for usage in usages),
        _pack_places((usage.kind, usage.place) for usage in usages),
        bytes(usage.severity is FindingSeverity.MAJOR for usage in usages),
    )


def _unpack_uses(digests: bytes, places: bytes) -> list[tuple[str, str, str]]:
    try:
        read = orjson.loads(zlib.decompress(places)) if places else []
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return [(kind, value.hex(), place) for value, (kind, place) in zip(_values(digests), read, strict=True)]


def index_key(value_digest: str) -> int:
    """Return the index key of a digest."""
    return int.from_bytes(bytes.fromhex(value_digest[:16]), signed=True)


def packed_key(key: int) -> bytes:
    """Return an index key as the bytes of its digest."""
    return key.to_bytes(_INDEX_KEY_BYTES, signed=True)


def _unpacked_key(key: bytes) -> int:
    return int.from_bytes(key, signed=True)


def _pack_places(places: Iterable[tuple[str, str]]) -> bytes:
    return zlib.compress(orjson.dumps(list(places)))


def _values(digests: bytes) -> list[bytes]:
    return [digests[start : start + DIGEST_BYTES] for start in range(0, len(digests), DIGEST_BYTES)]


def _keys(digests: bytes) -> list[int]:
    if len(digests) % DIGEST_BYTES:
        logs.error("uses_malformed", bytes=len(digests), hint="run `touchstone data audit`")
        return []
    return [key for (key,) in _INDEX_KEY.iter_unpack(digests)]


_LAST_INDEXED = PreparedStatement(lambda _: select(_INDEXED.c.number))
_HOLDERS_OF_NUMBERS = PreparedStatement(
    lambda database: text(
        "SELECT number, holder FROM evaluation_uses"  # noqa: S608 -- only constant names
        f" WHERE number IN ({LIST_ELEMENTS[database].format(list=':numbers')})"
    )
)
_AFTER_NUMBER = PreparedStatement(
    lambda _: (
        select(_USES.c.number, _USES.c.holder, _USES.c.digests)
        .where(_USES.c.number > bindparam("number"))
        .order_by(_USES.c.number)
        .limit(bindparam("most"))
    )
)
_NO_LIMIT = 2**31 - 1
_Users = dict[int, dict[int, list[int]]]
"""Evaluations by key of the value and by holder."""
_NO_USERS: Mapping[int, list[int]] = {}


class RecentUses:
    """Values of evaluations that are not indexed yet, and index entries of values that are being stored."""

    def __init__(self) -> None:
        self._indexed_users: _Users = {}
        self._with_rows: set[int] = set()
        """Keys with rows in the index."""
        self.forget()

    def forget(self) -> None:
        self._users: _Users = {}
        self._indexed = self._last = 0
        self.count = 0

    def bring_up_to_date(self, connection: Connection, digests: Iterable[bytes]) -> None:
        """Read recent uses, and the index entries of packed digests."""
        indexed = _LAST_INDEXED.value(connection, {})
        if indexed != self._indexed:
            self.forget()
            self._indexed = self._last = indexed
        for number, holder, its_digests in _AFTER_NUMBER.rows(connection, {"number": self._last, "most": _NO_LIMIT}):
            self.add(number, holder, _keys(its_digests))
        self._find_indexed(connection, {key for packed in digests for key in _keys(packed)})

    def _find_indexed(self, connection: Connection, keys: Collection[int]) -> None:
        self._indexed_users.clear()
        self._with_rows = set(_WITH_ROWS.values(connection, {"keys": json.dumps([*keys])}))
        found = USE_BLOCKS.find(connection, list(map(packed_key, keys)))
        if not found:
            return
        numbers = json.dumps(sorted({*chain.from_iterable(found.values())}))
        holders = dict(_HOLDERS_OF_NUMBERS.rows(connection, {"numbers": numbers}))
        for packed, its_numbers in found.items():
            users = self._indexed_users.setdefault(_unpacked_key(packed), {})
            for number in its_numbers:
                users.setdefault(holders.get(number, 0), []).append(number)

    @property
    def next_number(self) -> int:
        return self._last + 1

    @property
    def is_due(self) -> bool:
        return self.count >= _VALUES_PER_BATCH

    def add(self, number: int, holder: int, keys: Sequence[int]) -> None:
        for key in keys:
            self._users.setdefault(key, {}).setdefault(holder, []).append(number)
        self._last = number
        self.count += len(keys)

    def by_others(self, connection: Connection, keys: Sequence[int], holder: int) -> set[int]:
        """Return the keys of values that other holders use."""
        used = {
            key
            for users in (self._users, self._indexed_users)
            for key in keys
            if users.get(key, _NO_USERS).keys() - {holder}
        }
        if with_rows := [key for key in keys if key in self._with_rows]:
            used.update(_USED_BY_OTHERS.values(connection, {"keys": json.dumps(with_rows), "holder": holder}))
        return used

    def numbers(self, key: int) -> list[int]:
        """Return the evaluations with a value that has no row for them."""
        users = (self._users.get(key, _NO_USERS), self._indexed_users.get(key, _NO_USERS))
        return sorted(chain.from_iterable(chain(*(by_holder.values() for by_holder in users))))


_DIGEST_MATCHES = {
    "sqlite": "instr(u.digests, :digest) > 0",
    "postgresql": "position(CAST(:digest AS bytea) IN u.digests) > 0",
}
_IS_DOUBLE_USE = (
    "h.organization = :organization AND (h.subject <> :subject"
    " OR (:period <> '' AND h.period <> '' AND h.period <> :period))"
)


def _used_by_others(database: str) -> TextClause:
    entry = "SELECT 1 FROM use_index i WHERE i.value = asked.value AND i.holder"
    return text(
        f"SELECT asked.value FROM ({LIST_ELEMENTS[database].format(list=':keys')}) AS asked"  # noqa: S608 -- only constant names
        f" WHERE EXISTS ({entry} < :holder) OR EXISTS ({entry} > :holder)"
    )


def _users(database: str, *, condition: str, order: str) -> TextClause:
    unlisted = LIST_ELEMENTS[database].format(list=":unlisted")
    return text(
        "WITH candidate AS (SELECT i.number, i.holder FROM use_index i"  # noqa: S608
        " WHERE i.value = :key AND (i.holder < :holder OR i.holder > :holder)"
        f" UNION SELECT r.number, r.holder FROM evaluation_uses r WHERE r.number IN ({unlisted})),"
        " chosen AS (SELECT c.number, h.subject, h.period FROM candidate c JOIN use_holder h ON h.id = c.holder"
        f" WHERE {condition} ORDER BY c.number {order} LIMIT {MAX_EVALUATIONS})"
        " SELECT c.subject, u.evaluation, c.period FROM chosen c JOIN evaluation_uses u ON u.number = c.number"
        f" WHERE {_DIGEST_MATCHES[database]} ORDER BY c.number {order}"
    )


_USED_BY_OTHERS = PreparedStatement(_used_by_others)
_WITH_ROWS = PreparedStatement(
    lambda database: text(
        f"SELECT asked.value FROM ({LIST_ELEMENTS[database].format(list=':keys')}) AS asked"  # noqa: S608
        " WHERE EXISTS (SELECT 1 FROM use_index i WHERE i.value = asked.value)"
    )
)
_WITHIN_ORGANIZATION = PreparedStatement(partial(_users, condition=_IS_DOUBLE_USE, order="DESC"))
_ELSEWHERE = PreparedStatement(partial(_users, condition="h.organization <> :organization", order="DESC"))
_OTHER_USERS = PreparedStatement(
    partial(_users, condition="h.organization = :organization AND c.number <> :number", order="ASC")
)
_FIND_HOLDER = PreparedStatement(
    lambda _: select(_HOLDERS.c.id).where(
        *(_HOLDERS.c[name] == bindparam(name) for name in ("organization", "subject", "period"))
    )
)
_INSERT_USES = PreparedStatement(lambda _: insert(_USES))
_INSERT_ENTRY = PreparedStatement(
    lambda _: text(
        "INSERT INTO use_index (value, holder, number) VALUES (:value, :holder, :number) ON CONFLICT DO NOTHING"
    )
)


def store_uses(connection: Connection, recent: RecentUses, row: EvaluationRow, uses: EvaluationUses) -> str:
    """Store uses, and return JSON findings on earlier uses.

    `recent` must be current in this transaction, also for these uses, and is extended.
    """
    holder_key = {"organization": row.organization, "subject": row.subject, "period": uses.period}
    holder, keys = _holder(connection, holder_key), _keys(uses.digests)
    findings = list(_double_uses(connection, recent, uses, keys, {**holder_key, "holder": holder})) if keys else []
    number = recent.next_number
    written = {"holder": holder, "digests": uses.digests, "places": uses.places}
    _INSERT_USES.run_each(connection, [{"number": number, "evaluation": row.name, **written}])
    recent.add(number, holder, keys)
    return json.dumps(findings, sort_keys=True)


def _holder(connection: Connection, holder_key: Mapping[str, str]) -> int:
    holder = _FIND_HOLDER.value(connection, holder_key)
    if holder is None:
        connection.execute(insert(_HOLDERS), holder_key)
        holder = _FIND_HOLDER.value(connection, holder_key)
    return int(holder)


def _double_uses(
    connection: Connection, recent: RecentUses, uses: EvaluationUses, keys: Sequence[int], holder_key: Mapping[str, Any]
) -> Iterator[dict[str, object]]:
    holder = holder_key["holder"]
    used = recent.by_others(connection, keys, holder)
    if not used:
        return
    for key, registered, (_, value, location) in zip(
        keys, uses.registered, _unpack_uses(uses.digests, uses.places), strict=True
    ):
        if key not in used:
            continue
        severity = (FindingSeverity.MAJOR if registered else FindingSeverity.OBSERVATION).value
        of_value = {**holder_key, **_value_parameters(recent, key, value)}
        within = _WITHIN_ORGANIZATION.rows(connection, of_value)
        others = [row for row in within if row[0] != holder_key["subject"]]
        periods = [row for row in within if row[0] == holder_key["subject"]]
        elsewhere = _ELSEWHERE.rows(connection, of_value) if registered else []
        for finding, rows in ((OTHER_SUBJECT, others), (OTHER_PERIOD, periods), (OTHER_ORGANIZATION, elsewhere)):
            if rows:
                name, place_in_row = ("periods", 2) if finding == OTHER_PERIOD else ("subjects", 0)
                yield {
                    "id": finding,
                    "severity": severity,
                    "place": location,
                    "evaluations": [row[1] for row in rows],
                    name: list(dict.fromkeys(row[place_in_row] for row in rows)),
                }


def _value_parameters(recent: RecentUses, key: int, value_digest: str) -> dict[str, Any]:
    return {"key": key, "digest": bytes.fromhex(value_digest), "unlisted": json.dumps(recent.numbers(key))}


def index_uses(engine: Engine) -> None:
    """Write all pending index entries, in sorted batches."""
    entered = _EVALUATIONS_PER_TRANSACTION
    while entered == _EVALUATIONS_PER_TRANSACTION:
        with engine.begin() as connection:
            parameters = {"number": _LAST_INDEXED.value(connection, {}), "most": _EVALUATIONS_PER_TRANSACTION}
            rows = _AFTER_NUMBER.rows(connection, parameters)
            holders = {number: holder for number, holder, _ in rows}
            numbers: dict[bytes, list[int]] = {}
            for number, _, digests in rows:
                for key in dict.fromkeys(_keys(digests)):
                    numbers.setdefault(packed_key(key), []).append(number)
            remaining = USE_BLOCKS.add(connection, numbers, evaluations=len(rows))
            entries = sorted(
                (_unpacked_key(key), holders[number], number) for key in remaining for number in remaining[key]
            )
            names = ("value", "holder", "number")
            _INSERT_ENTRY.run_each(connection, [dict(zip(names, entry, strict=True)) for entry in entries])
            if rows:
                connection.execute(update(_INDEXED).values(number=rows[-1][0]))
        entered = len(rows)


def also_used(connection: Connection, evaluation: str, organization: str, values: Iterable[str]) -> tuple[str, ...]:
    """Return other evaluations of the organization with any of the values."""
    recent = RecentUses()
    searched = list(values)
    recent.bring_up_to_date(connection, map(bytes.fromhex, searched))
    number = evaluation_number(connection, evaluation)
    names: set[str] = set()
    for value in searched:
        parameters = {"holder": 0, "organization": organization, "number": number}
        rows = _OTHER_USERS.rows(connection, {**parameters, **_value_parameters(recent, index_key(value), value)})
        names.update(name for _, name, _ in rows)
    return tuple(sorted(names)[:MAX_EVALUATIONS])


def evaluation_numbers(connection: Connection, evaluations: Sequence[str]) -> dict[str, int]:
    """Return the numbers of evaluations by name."""
    chosen = select(_USES.c.evaluation, _USES.c.number).where(_USES.c.evaluation.in_(evaluations))
    return {row.evaluation: row.number for row in connection.execute(chosen)}


def evaluation_number(connection: Connection, evaluation: str) -> int:
    """Return the number of an evaluation; raise TrailError if it is not indexed."""
    number = evaluation_numbers(connection, [evaluation]).get(evaluation)
    if number is None:
        raise TrailError(_message("NOT_INDEXED", name=evaluation))
    return number


_USES_WITH_HOLDER = (
    select(_USES, _HOLDERS.c.organization, _HOLDERS.c.subject, _HOLDERS.c.period)
    .select_from(_USES.join(_HOLDERS, _HOLDERS.c.id == _USES.c.holder))
)  # fmt: skip


def stored_uses(connection: Connection, evaluations: Sequence[str]) -> Mapping[str, list[dict[str, str]]]:
    """Return the uses of evaluations, with holder and period."""
    uses: dict[str, list[dict[str, str]]] = {name: [] for name in evaluations}
    for row in connection.execute(_USES_WITH_HOLDER.where(_USES.c.evaluation.in_(evaluations))):
        names = ("evaluation", "organization", "subject", "period")
        holder_fields = {name: getattr(row, name) for name in names}
        uses[row.evaluation] += (
            {**holder_fields, "kind": kind, "value_digest": value, "place": location}
            for kind, value, location in _unpack_uses(row.digests, row.places)
        )
    return uses


def change_places(connection: Connection, evaluation: str, changed: Mapping[str, str]) -> None:
    """Change the locations of values, by value digest."""
    row = connection.execute(_USES_WITH_HOLDER.where(_USES.c.number == evaluation_number(connection, evaluation))).one()
    uses = _unpack_uses(row.digests, row.places)
    places = _pack_places((kind, changed.get(value, location)) for kind, value, location in uses)
    connection.execute(update(_USES).where(_USES.c.number == row.number).values(places=places))


def erase_uses(connection: Connection, evaluation: str) -> None:
    """Erase uses; the number stays reserved."""
    values = [use["value_digest"] for use in stored_uses(connection, [evaluation])[evaluation]]
    row = connection.execute(_USES_WITH_HOLDER.where(_USES.c.number == evaluation_number(connection, evaluation))).one()
    conditions = (_ENTRIES.c.holder == row.holder, _ENTRIES.c.number == row.number)
    for value in values:
        if not USE_BLOCKS.remove(connection, packed_key(index_key(value)), row.number):
            connection.execute(delete(_ENTRIES).where(_ENTRIES.c.value == index_key(value), *conditions))
    connection.execute(update(_USES).where(_USES.c.number == row.number).values(holder=0, digests=b"", places=b""))
    others = select(_USES.c.number).where(_USES.c.holder == row.holder)
    connection.execute(delete(_HOLDERS).where(_HOLDERS.c.id == row.holder, ~others.exists()))
