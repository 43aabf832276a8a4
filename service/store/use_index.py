"""Index of uses: which evaluations used a value before, exact at commit though its entries are written later.

What an evaluation uses is stored with it in one row, under its number. Entries by value are written behind the answers,
those of many evaluations at once and in order; of what is not entered yet `RecentUses` holds the values.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from service.store.prepared_statements import PreparedStatement
from service.store.tables import EvaluationUsesRow, IndexedUsesRow, UseHolderRow, UseIndexRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from service.store.serial_use import Usage
    from service.store.tables import EvaluationRow

_say = message_factory(__name__)

_USES = EvaluationUsesRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_ENTRIES = UseIndexRow.__table__  # type: ignore[attr-defined] # likewise
_HOLDERS = UseHolderRow.__table__  # type: ignore[attr-defined] # likewise
_INDEXED = IndexedUsesRow.__table__  # type: ignore[attr-defined] # likewise
DIGEST_BYTES = 32
"""The length of the digest of a value."""
_KEY = struct.Struct(">q24x")
"""The first 64 bits of a digest; whoever is found by them is compared by the whole digest."""
MAX_EVALUATIONS = 100
"""The most other evaluations that one finding names."""
_AT_ONCE = 256
"""So many evaluations are entered into the index in one transaction."""
_ENOUGH = 4_096
"""So many values are entered at once while a server runs: some 10 ms, and none is entered at a commit."""


@dataclass(frozen=True, slots=True)
class EvaluationUses:
    """What an evaluation uses, as it is stored: the claim period, the digests of the values, kinds and places.

    `registered` has a byte for each value: 1 where it is the number of a register, so that using it twice is grave.
    """

    period: str = ""
    digests: bytes = b""
    places: bytes = b""
    registered: bytes = b""


NO_USES = EvaluationUses()


def pack_uses(usages: Sequence[Usage]) -> EvaluationUses:
    """Write what an evaluation uses as it is stored."""
    if not usages:
        return NO_USES
    return EvaluationUses(
        usages[0].period,
        b"".join(bytes.fromhex(usage.value_digest) for usage in usages),
        _pack_places((usage.kind, usage.place) for usage in usages),
        bytes(usage.severity is FindingSeverity.MAJOR for usage in usages),
    )


def unpack_uses(digests: bytes, places: bytes) -> list[tuple[str, str, str]]:
    """Give the kind, the digest and the place of each value.

    Raises:
        ValueError: they are damaged.
    """
    try:
        read = orjson.loads(zlib.decompress(places)) if places else []
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return [(kind, value.hex(), place) for value, (kind, place) in zip(_values(digests), read, strict=True)]


def index_key(value_digest: str) -> int:
    """Give the key under which a digest is entered."""
    return int.from_bytes(bytes.fromhex(value_digest[:16]), signed=True)


def _pack_places(places: Iterable[tuple[str, str]]) -> bytes:
    return zlib.compress(orjson.dumps(list(places)))


def _values(digests: bytes) -> list[bytes]:
    return [digests[start : start + DIGEST_BYTES] for start in range(0, len(digests), DIGEST_BYTES)]


def _keys(digests: bytes) -> list[int]:
    """Return the keys of digests; none for a malformed value."""
    if len(digests) % DIGEST_BYTES:
        logs.error("uses_malformed", bytes=len(digests), hint="run `touchstone data audit`")
        return []
    return [key for (key,) in _KEY.iter_unpack(digests)]


_LAST_INDEXED = PreparedStatement(lambda _: select(_INDEXED.c.number))
_LATER = PreparedStatement(
    lambda _: (
        select(_USES.c.number, _USES.c.holder, _USES.c.digests)
        .where(_USES.c.number > bindparam("number"))
        .order_by(_USES.c.number)
        .limit(bindparam("most"))
    )
)
_NO_LIMIT = 2**31 - 1
_NOBODY: Mapping[int, list[int]] = {}


class RecentUses:
    """The values used by evaluations that are not entered into the index yet."""

    def __init__(self) -> None:
        """Know none; `bring_up_to_date` reads them."""
        self.forget()

    def forget(self) -> None:
        """Forget what was read and added, such as by a transaction that was undone."""
        self._users: dict[int, dict[int, list[int]]] = {}
        """By the key of a value, who uses it and in which evaluations."""
        self._indexed = self._last = 0
        self.count = 0

    def bring_up_to_date(self, connection: Connection) -> None:
        """Read what was stored since, by any server, and drop what was entered into the index."""
        indexed = _LAST_INDEXED.value(connection, {})
        if indexed != self._indexed:
            self.forget()
            self._indexed = self._last = indexed
        for number, holder, digests in _LATER.rows(connection, {"number": self._last, "most": _NO_LIMIT}):
            self.add(number, holder, _keys(digests))

    @property
    def next_number(self) -> int:
        """The number of the next evaluation; numbers are never given again."""
        return self._last + 1

    @property
    def is_due(self) -> bool:
        """Whether there are enough values to be entered into the index at once."""
        return self.count >= _ENOUGH

    def add(self, number: int, holder: int, keys: Sequence[int]) -> None:
        """Add what an evaluation uses."""
        for key in keys:
            self._users.setdefault(key, {}).setdefault(holder, []).append(number)
        self._last = number
        self.count += len(keys)

    def by_others(self, keys: Iterable[int], holder: int) -> set[int]:
        """Give those of some keys that others use."""
        return {key for key in keys if self._users.get(key, _NOBODY).keys() - {holder}}

    def numbers(self, key: int) -> list[int]:
        """Give the numbers of the evaluations that use a value under a key."""
        return sorted(chain.from_iterable(self._users.get(key, _NOBODY).values()))


_ELEMENTS = {
    "sqlite": "SELECT value FROM json_each({list})",
    "postgresql": "SELECT CAST(value AS BIGINT) AS value FROM json_array_elements_text(CAST({list} AS json))",
}
"""How each database reads a JSON list of whole numbers: so any number of them is one parameter."""
_CONTAINS = {
    "sqlite": "instr(u.digests, :digest) > 0",
    "postgresql": "position(CAST(:digest AS bytea) IN u.digests) > 0",
}
_WITHIN = (
    "h.organization = :organization AND (h.subject <> :subject"
    " OR (:period <> '' AND h.period <> '' AND h.period <> :period))"
)
"""A double use within the organisation: by another subject, or for another period, where both are known."""


def _used_by_others(database: str) -> TextClause:
    """Ask which of some values were used by another subject, or for another period, from index ranges alone."""
    entry = "SELECT 1 FROM use_index i WHERE i.value = asked.value AND i.holder"
    return text(
        f"SELECT asked.value FROM ({_ELEMENTS[database].format(list=':keys')}) AS asked"  # noqa: S608 -- ours, likewise below
        f" WHERE EXISTS ({entry} < :holder) OR EXISTS ({entry} > :holder)"
    )


def _users(database: str, *, condition: str, order: str) -> TextClause:
    """Ask who used a value, whatever holder is left aside, among what is entered and what is not yet."""
    recent = _ELEMENTS[database].format(list=":recent")
    return text(
        "WITH candidate AS (SELECT i.number, i.holder FROM use_index i"  # noqa: S608
        " WHERE i.value = :key AND (i.holder < :holder OR i.holder > :holder)"
        f" UNION SELECT r.number, r.holder FROM evaluation_uses r WHERE r.number IN ({recent})),"
        " chosen AS (SELECT c.number, h.subject, h.period FROM candidate c JOIN use_holder h ON h.id = c.holder"
        f" WHERE {condition} ORDER BY c.number {order} LIMIT {MAX_EVALUATIONS})"
        " SELECT c.subject, u.evaluation, c.period FROM chosen c JOIN evaluation_uses u ON u.number = c.number"
        f" WHERE {_CONTAINS[database]} ORDER BY c.number {order}"
    )


_USED_BY_OTHERS = PreparedStatement(_used_by_others)
_WITHIN_ORGANIZATION = PreparedStatement(partial(_users, condition=_WITHIN, order="DESC"))
_ELSEWHERE = PreparedStatement(partial(_users, condition="h.organization <> :organization", order="DESC"))
_ALSO = PreparedStatement(
    partial(_users, condition="h.organization = :organization AND c.number <> :number", order="ASC")
)
_FIND_HOLDER = PreparedStatement(
    lambda _: select(_HOLDERS.c.id).where(
        *(_HOLDERS.c[name] == bindparam(name) for name in ("organization", "subject", "period"))
    )
)
_INSERT = PreparedStatement(lambda _: insert(_USES))
_ENTER = PreparedStatement(
    lambda _: text(
        "INSERT INTO use_index (value, holder, number) VALUES (:value, :holder, :number) ON CONFLICT DO NOTHING"
    )
)


def store_uses(connection: Connection, recent: RecentUses, row: EvaluationRow, uses: EvaluationUses) -> str:
    """Store what an evaluation uses; the answer is the JSON list of what was used before.

    `recent` was brought up to date in this transaction.
    """
    whose = {"organization": row.organization, "subject": row.subject, "period": uses.period}
    holder, keys = _holder(connection, whose), _keys(uses.digests)
    findings = list(_double_uses(connection, recent, uses, keys, {**whose, "holder": holder})) if keys else []
    number = recent.next_number
    written = {"holder": holder, "digests": uses.digests, "places": uses.places}
    _INSERT.run_each(connection, [{"number": number, "evaluation": row.name, **written}])
    recent.add(number, holder, keys)
    return json.dumps(findings, sort_keys=True)


def _holder(connection: Connection, whose: Mapping[str, str]) -> int:
    holder = _FIND_HOLDER.value(connection, whose)
    if holder is None:
        connection.execute(insert(_HOLDERS), whose)
        holder = _FIND_HOLDER.value(connection, whose)
    return int(holder)


def _double_uses(
    connection: Connection, recent: RecentUses, uses: EvaluationUses, keys: Sequence[int], whose: Mapping[str, Any]
) -> Iterator[dict[str, object]]:
    holder = whose["holder"]
    asked = {"keys": json.dumps(keys), "holder": holder}
    used = {*_USED_BY_OTHERS.values(connection, asked), *recent.by_others(keys, holder)}
    if not used:
        return
    for key, registered, (_, value, place) in zip(
        keys, uses.registered, unpack_uses(uses.digests, uses.places), strict=True
    ):
        if key not in used:
            continue
        severity = (FindingSeverity.MAJOR if registered else FindingSeverity.OBSERVATION).value
        of_value = {**whose, **_of_value(recent, key, value)}
        within = _WITHIN_ORGANIZATION.rows(connection, of_value)
        others = [row for row in within if row[0] != whose["subject"]]
        periods = [row for row in within if row[0] == whose["subject"]]
        elsewhere = _ELSEWHERE.rows(connection, of_value) if registered else []
        for finding, rows in ((OTHER_SUBJECT, others), (OTHER_PERIOD, periods), (OTHER_ORGANIZATION, elsewhere)):
            if rows:
                name, place_in_row = ("periods", 2) if finding == OTHER_PERIOD else ("subjects", 0)
                yield {
                    "id": finding,
                    "severity": severity,
                    "place": place,
                    "evaluations": [row[1] for row in rows],
                    name: list(dict.fromkeys(row[place_in_row] for row in rows)),
                }


def _of_value(recent: RecentUses, key: int, value_digest: str) -> dict[str, Any]:
    return {
        "key": key,
        "digest": bytes.fromhex(value_digest),
        "recent": json.dumps(recent.numbers(key)),
    }


def index_uses(engine: Engine) -> None:
    """Enter all that is not yet into the index, the values of many evaluations at once and in order."""
    entered = _AT_ONCE
    while entered == _AT_ONCE:
        with engine.begin() as connection:
            asked = {"number": _LAST_INDEXED.value(connection, {}), "most": _AT_ONCE}
            rows = _LATER.rows(connection, asked)
            entries = sorted((key, holder, number) for number, holder, digests in rows for key in _keys(digests))
            names = ("value", "holder", "number")
            _ENTER.run_each(connection, [dict(zip(names, entry, strict=True)) for entry in entries])
            if rows:
                connection.execute(update(_INDEXED).values(number=rows[-1][0]))
        entered = len(rows)


def also_used(connection: Connection, evaluation: str, organization: str, values: Iterable[str]) -> tuple[str, ...]:
    """Name other evaluations of an organisation that use one of some values, given by their digests."""
    recent = RecentUses()
    recent.bring_up_to_date(connection)
    number = evaluation_number(connection, evaluation)
    names: set[str] = set()
    for value in values:
        asked = {"holder": 0, "organization": organization, "number": number}
        rows = _ALSO.rows(connection, {**asked, **_of_value(recent, index_key(value), value)})
        names.update(name for _, name, _ in rows)
    return tuple(sorted(names)[:MAX_EVALUATIONS])


def evaluation_numbers(connection: Connection, evaluations: Sequence[str]) -> dict[str, int]:
    """Give the numbers of evaluations by their names."""
    chosen = select(_USES.c.evaluation, _USES.c.number).where(_USES.c.evaluation.in_(evaluations))
    return {row.evaluation: row.number for row in connection.execute(chosen)}


def evaluation_number(connection: Connection, evaluation: str) -> int:
    """Return the number of an evaluation.

    Raises:
        TrailError: the evaluation has no index rows.
    """
    number = evaluation_numbers(connection, [evaluation]).get(evaluation)
    if number is None:
        raise TrailError(_say("NOT_INDEXED", name=evaluation))
    return number


_WHOLE = (
    select(_USES, _HOLDERS.c.organization, _HOLDERS.c.subject, _HOLDERS.c.period)
    .select_from(_USES.join(_HOLDERS, _HOLDERS.c.id == _USES.c.holder))
)  # fmt: skip


def stored_uses(connection: Connection, evaluations: Sequence[str]) -> Mapping[str, list[dict[str, str]]]:
    """Return what evaluations use, with whose use it is and for which period."""
    uses: dict[str, list[dict[str, str]]] = {name: [] for name in evaluations}
    for row in connection.execute(_WHOLE.where(_USES.c.evaluation.in_(evaluations))):
        names = ("evaluation", "organization", "subject", "period")
        whose = {name: getattr(row, name) for name in names}
        uses[row.evaluation] += (
            {**whose, "kind": kind, "value_digest": value, "place": place}
            for kind, value, place in unpack_uses(row.digests, row.places)
        )
    return uses


def change_places(connection: Connection, evaluation: str, changed: Mapping[str, str]) -> None:
    """Let values of an evaluation, given by their digests, stand in other places."""
    row = connection.execute(_WHOLE.where(_USES.c.number == evaluation_number(connection, evaluation))).one()
    uses = unpack_uses(row.digests, row.places)
    places = _pack_places((kind, changed.get(value, place)) for kind, value, place in uses)
    connection.execute(update(_USES).where(_USES.c.number == row.number).values(places=places))


def erase_uses(connection: Connection, evaluation: str) -> None:
    """Erase what an evaluation uses; its number stays, so that no other is given it."""
    values = [use["value_digest"] for use in stored_uses(connection, [evaluation])[evaluation]]
    row = connection.execute(_WHOLE.where(_USES.c.number == evaluation_number(connection, evaluation))).one()
    its = (_ENTRIES.c.holder == row.holder, _ENTRIES.c.number == row.number)
    for value in values:
        connection.execute(delete(_ENTRIES).where(_ENTRIES.c.value == index_key(value), *its))
    connection.execute(update(_USES).where(_USES.c.number == row.number).values(holder=0, digests=b"", places=b""))
    others = select(_USES.c.number).where(_USES.c.holder == row.holder)
    connection.execute(delete(_HOLDERS).where(_HOLDERS.c.id == row.holder, ~others.exists()))
