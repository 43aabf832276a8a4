"""What does a result rest on? Told of a record, once, in the form in which it is searched for.

A support is known by a digest over its organisation, its kind and its name, so nothing is told of another organisation,
and neither names of people nor what documents say stand in the index. Names of people, issuers and identifiers are
levelled as serials are: case, width and spaces do not count. Numbers and days rest in their order beside the digest of
their fact, so that ranges can be asked for.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
import structlog
from sqlalchemy import select, text

from rules.contracts.errors import TouchstoneError
from rules.model.definitions import Certainty
from rules.trail.bases_read import bases_read
from rules.trail.walk_conclusion import STANDING
from service.base.names import parse_card
from service.store.ordered_numbers import ordered
from service.store.prepared import Prepared
from service.store.records import unpack
from service.store.tables import EvaluationRow
from service.store.usages import levelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Engine

    from rules.contracts.written import Head, WrittenSteps
    from rules.model.scorecard import Scorecard

    Cards = Callable[[str, Head], Scorecard | None]
    """Gives the card of a record of an organisation, if it is known."""

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_STORED = (
    _EVALUATIONS.c.name, _EVALUATIONS.c.organization, _EVALUATIONS.c.record, _EVALUATIONS.c.software_versions,
)  # fmt: skip
_ADD = Prepared(
    lambda _: text("INSERT INTO support (support, evaluation) VALUES (:support, :evaluation) ON CONFLICT DO NOTHING")
)
_ADD_VALUES = Prepared(
    lambda _: text(
        "INSERT INTO supporting_value (support, value, evaluation) VALUES (:support, :value, :evaluation) "
        "ON CONFLICT DO NOTHING"
    )
)
_TAKE = Prepared(lambda _: text("DELETE FROM support WHERE support = :support AND evaluation = :evaluation"))
_AT_ONCE = 256
_DIGEST_BYTES = 16
"""Half a SHA-256: nothing is proved by it, and who finds two names of one digest is shown too much of what is his."""
_READ = frozenset(("evidence", "facts", "quantities", STANDING))
"""The groups of steps that say what a result rests on."""
_SEEN = 16_384
"""How many digests are kept: facts, words, versions and issuers come again with the next evaluation."""

_log = structlog.get_logger("touchstone.store")

DAY = "date"
"""Stands in place of a unit for days, which are numbered as in the proleptic Gregorian calendar."""


class Support(StrEnum):
    """The kinds of supports by which evaluations are found.

    A version stands for each basis that all evaluations under it read; a basis with its version is told of those that
    read one of the others. Where no basis was told, because the version was not at hand, that is a support as well.
    """

    VERIFIER = "verifier"
    ISSUER = "issuer"
    DOCUMENT = "document"
    IDENTIFIER = "identifier"
    TABLE = "table"
    ROW = "row"
    LOOKUP = "lookup"
    BASIS = "basis"
    READING = "reading"
    SETTING = "setting"
    VERSION = "version"
    SOFTWARE = "software"
    FACT = "fact"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Supports:
    """What one evaluation rests on: the digests of its supports, and of facts each with a value in its order."""

    digests: tuple[bytes, ...] = ()
    values: tuple[tuple[bytes, bytes], ...] = ()


NOTHING = Supports()


@lru_cache(_SEEN)
def support_digest(organization: str, kind: Support, *name: str) -> bytes:
    """Give the digest by which a support is found; with the version alone, that of bases that were not told."""
    return hashlib.sha256(orjson.dumps((organization, kind._value_, *name))).digest()[:_DIGEST_BYTES]


def supports_of(written: WrittenSteps, organization: str, software: str, scorecard: Scorecard | None) -> Supports:
    """Tell what the evaluation of a record rests on, which software made in these versions, a JSON object.

    Without the card of the record it is not told which bases were read.
    """
    head = written.head
    collected = _Collected(organization, parse_card(head.scorecard_version).card)
    collected.add(Support.VERSION, head.scorecard_version)
    if scorecard is None:
        collected.add(Support.BASIS, head.scorecard_version)
    else:
        for basis in bases_read(scorecard, head.rule_digest).of(written):
            collected.add(Support.BASIS, head.scorecard_version, basis)
    for setting, choice in head.settings.items():
        collected.add(Support.SETTING, collected.card, setting, choice)
    for name, version in orjson.loads(software).items():
        collected.add(Support.SOFTWARE, name, version)
    for step, found in written.found.items():
        group, _, name = step.partition("/")
        if group in _READ:
            collected.step(group, name, found)
    return collected.supports()


def add_supports(connection: Connection, found: Iterable[tuple[str, Supports]]) -> None:
    """Write what evaluations, given by their names, rest on; what is there already stays."""
    digests: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    for name, supports in found:
        id = name.rpartition("/")[2]
        digests += ({"support": one, "evaluation": id} for one in supports.digests)
        values += ({"support": one, "value": value, "evaluation": id} for one, value in supports.values)
    _ADD.run_each(connection, digests)
    _ADD_VALUES.run_each(connection, values)


def support_stored(connection: Connection, after: str, cards: Cards | None = None) -> str:
    """Write what the next stored evaluations after a name rest on; give the last name, or nothing if there is none.

    Without cards nothing is told of bases yet; with them, of a record whose card they do not know it stays as it is. A
    damaged record rests on nothing here; verifying that evaluation says what is wrong with it.
    """
    page = select(*_STORED).where(_EVALUATIONS.c.name > after).order_by(_EVALUATIONS.c.name).limit(_AT_ONCE)
    rows = connection.execute(page).all()
    found, told = [], []
    for row in rows:
        try:
            written = unpack(row.record)
            card = None if cards is None else cards(row.organization, written.head)
            supports = supports_of(written, row.organization, row.software_versions, card)
        except (TouchstoneError, ValueError, KeyError, IndexError, TypeError, AttributeError):
            _log.error("record_unreadable", evaluation=row.name)
            continue
        untold = support_digest(row.organization, Support.BASIS, written.head.scorecard_version)
        if card is not None:
            told.append({"support": untold, "evaluation": row.name.rpartition("/")[2]})
        elif cards is not None:
            supports = replace(supports, digests=tuple(one for one in supports.digests if one != untold))
        found.append((row.name, supports))
    add_supports(connection, found)
    _TAKE.run_each(connection, told)
    return str(rows[-1].name) if rows else ""


def support_again(engine: Engine, cards: Cards) -> None:
    """Write what is missing of all stored evaluations, some in each transaction; `cards` tell which bases they read."""
    last: str | None = None
    while last != "":
        with engine.begin() as connection:
            last = support_stored(connection, last or "", cards)


class _Collected:
    """Gathers the supports of one evaluation, each once."""

    def __init__(self, organization: str, card: str) -> None:
        self._organization = organization
        self.card = card
        self._named: dict[tuple[Support, *tuple[str, ...]], None] = {}
        self._values: dict[tuple[bytes, bytes], None] = {}

    def add(self, *kind_and_name: *tuple[Support, *tuple[str, ...]]) -> None:
        self._named[kind_and_name] = None

    def supports(self) -> Supports:
        """Give what was gathered."""
        digests = (support_digest(self._organization, *one) for one in self._named)
        return Supports(tuple(digests), tuple(self._values))

    def step(self, group: str, name: str, found: list[Any]) -> None:
        """Read a step."""
        if group == "evidence":
            self.add(Support.ISSUER, levelled(found[0]["issuer"]))
            self.add(Support.DOCUMENT, found[0]["digest"])
        elif group == "quantities":
            self._lookups(found[1:])
        elif group == STANDING:
            self._standing(found[0])
        elif "/" in name:
            for part in found[1:]:
                self._lookups(one[-1] for one in part.values())
        else:
            self._fact(name, found)

    def _fact(self, name: str, found: list[Any]) -> None:
        declared = found[0]
        people = [one["person"] for one in declared.get("ratings", ())]
        if "verification" in declared:
            people.append(declared["verification"]["person"])
        if (earlier := declared.get("previous", {}).get("evaluation")) is not None:
            self.add(Support.EVALUATION, earlier)
        for person in people:
            self.add(Support.VERIFIER, levelled(person))
        used = [part for part in found[1:] if isinstance(part, dict)]
        if used or len(found) == 1:
            self._value(name, used[0] if used else declared.get("value", {}))

    def _value(self, name: str, value: dict[str, Any]) -> None:
        for record in value.get("records", ()):
            for field, part in record.items():
                self._value(f"{name}.{field}", part)
        if "number" in value:
            self._ordered(name, value.get("unit", ""), value["number"])
        if "date" in value:
            self._day(name, value["date"])
        for end, day in value.get("period", {}).items():
            self._day(f"{name}.{end}", day)
        if "text" in value:
            self.add(Support.IDENTIFIER, levelled(value["text"]))
        for word in _words(value):
            self.add(Support.FACT, self.card, name, word)

    def _day(self, name: str, day: str) -> None:
        self._ordered(name, DAY, str(date.fromisoformat(day).toordinal()))

    def _ordered(self, name: str, unit: str, number: str) -> None:
        self._values[support_digest(self._organization, Support.FACT, self.card, name, unit), ordered(number)] = None

    def _lookups(self, found: Iterable[Any]) -> None:
        for lookup in found:
            for edition, keys, _, _, *row in lookup.get("tried", ()) if isinstance(lookup, dict) else ():
                self.add(Support.TABLE, edition)
                self.add(Support.LOOKUP, edition, *lookup_name(keys))
                if row and isinstance(row[0], list):
                    self.add(Support.ROW, edition, *row[0])

    def _standing(self, standing: dict[str, Any]) -> None:
        if standing["certainty"] == Certainty.OWN_READING:
            for basis in standing.get("weakest_bases", ()):
                self.add(Support.READING, self.card, basis)


def lookup_name(keys: Mapping[str, str]) -> Iterator[str]:
    """Name the keys of a lookup, whatever their order."""
    return (f"{key}={word}" for key, word in sorted(keys.items()))


def _words(value: dict[str, Any]) -> Iterator[str]:
    if "choice" in value:
        yield value["choice"]
    if "flag" in value:
        yield "true" if value["flag"] else "false"
    if "not_applicable" in value:
        yield "not_applicable"
    yield from value.get("choices", ())
