"""Dependencies of a result: searchable supports from its record.

Digests hide personal names, documents and other organizations. Names are normalized for case, width and spaces. Numbers
and dates are sortable within their fact, for range searches.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection

from rules.api import basis_usage
from rules.contracts import RecordHead, TrailError, WrittenSteps, message_factory, parse_exact
from rules.model import Certainty
from rules.trail import STANDING_STEP
from service.base.resource_names import parse_card
from service.store.serial_use import normalize_identifier
from service.store.support_index import SUPPORTS
from service.store.use_index import evaluation_numbers
from service.store.value_index import FactValue, add_values

if TYPE_CHECKING:
    from rules.model import Scorecard

_message = message_factory(__name__)

Cards = Callable[[str, RecordHead], "Scorecard | None"]
"""Lookup of a record's scorecard; None if unknown."""

_NEGATIVE, _ZERO, _POSITIVE = b"\x00", b"\x01", b"\x02"
_NEGATIVE_TERMINATOR = b"\xff"
_EXPONENT_OFFSET = 1 << 15
_MAX_DIGITS = 240
_CACHE_SIZE = 4_096
_INVERTED = bytes(255 - byte for byte in range(256))
_PAIRS = bytes(1 + 10 * (byte >> 4) + (byte & 15) & 255 for byte in range(256))
"""One plus two decimal digits, by the byte with these hexadecimal digits."""
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@lru_cache(_CACHE_SIZE)
def order_preserving_bytes(text: str) -> bytes:
    """Encode a decimal or fraction as sortable bytes; raise NumberError for other text."""
    is_negative = text.startswith("-")
    if len(text) < _MAX_DIGITS and _DECIMAL.fullmatch(text):
        whole, _, fraction = text.removeprefix("-").partition(".")
        written = (whole + fraction).lstrip("0")
        exponent = len(written) - len(fraction)
    else:
        size = abs(parse_exact(text))
        written, shift = str(size.numerator), 0
        if size.denominator > 1:
            shift = max(_MAX_DIGITS - len(written) + len(str(size.denominator)), 0)
            written = str(size.numerator * 10**shift // size.denominator)
        exponent = len(written) - shift
    digits = written[: _MAX_DIGITS + 1].rstrip("0")
    if not digits:
        return _ZERO
    pairs = digits if len(digits) % 2 == 0 else digits + "0"
    packed = (exponent + _EXPONENT_OFFSET).to_bytes(2) + bytes.fromhex(pairs).translate(_PAIRS)
    return _NEGATIVE + packed.translate(_INVERTED) + _NEGATIVE_TERMINATOR if is_negative else _POSITIVE + packed


_DIGEST_BYTES = 16
"""Half a SHA-256: a collision only adds an organization's own results to a search."""

DAY = "date"
"""Unit of dates (proleptic Gregorian ordinals)."""


class SupportKind(StrEnum):
    """Kinds of supports, used to find evaluations.

    VERSION covers the bases that all evaluations of a version read, BASIS the others. BASIS with only a version means
    unknown bases.
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
    NAME = "name"
    """Verifier, issuer or identifier in searches, never stored."""


NAMED = (SupportKind.VERIFIER, SupportKind.ISSUER, SupportKind.IDENTIFIER)


@dataclass(frozen=True, slots=True)
class EvaluationSupports:
    """Digests and sortable values of an evaluation's supports; `untold` marks unknown bases."""

    digests: tuple[bytes, ...] = ()
    values: tuple[FactValue, ...] = ()
    version: bytes = b""
    untold: bytes = b""


def no_cards(_organization: str, _head: RecordHead) -> None:
    """Return None, so that bases are unknown."""


@lru_cache(2 * _CACHE_SIZE)
def support_digest(organization: str, kind: SupportKind, *name: str) -> bytes:
    """Return a support digest; BASIS with only a version means unknown bases."""
    return hashlib.sha256(orjson.dumps((organization, kind._value_, *name))).digest()[:_DIGEST_BYTES]


def supports_of(
    written: WrittenSteps, organization: str, software: str, scorecard: Scorecard | None
) -> EvaluationSupports:
    """Return the supports of a record; without a scorecard, its bases are unknown."""
    head = written.head
    collected = _SupportCollector(organization, parse_card(head.scorecard_version).card)
    collected.add(SupportKind.VERSION, head.scorecard_version)
    if scorecard is None:
        collected.add(SupportKind.BASIS, head.scorecard_version)
    else:
        for basis in basis_usage(scorecard, head.rule_digest).of(written):
            collected.add(SupportKind.BASIS, head.scorecard_version, basis)
    for setting, choice in head.settings.items():
        collected.add(SupportKind.SETTING, collected.card, setting, choice)
    for name, version in orjson.loads(software).items():
        collected.add(SupportKind.SOFTWARE, name, version)
    for id, content in written.results_by_step.items():
        collected.step(id, content)
    return EvaluationSupports(
        tuple(collected.digests),
        tuple(collected.values),
        version=support_digest(organization, SupportKind.VERSION, head.scorecard_version),
        untold=support_digest(organization, SupportKind.BASIS, head.scorecard_version),
    )


@lru_cache(_CACHE_SIZE)
def _issuer_digest(organization: str, issuer: str) -> bytes:
    return support_digest(organization, SupportKind.ISSUER, normalize_identifier(issuer))


def recorded_names(written: WrittenSteps) -> Iterator[tuple[SupportKind, str]]:
    """Yield people and organizations of a record, with their roles."""
    for id, values in written.results_by_step.items():
        group, _, rest = id.partition("/")
        if group == "evidence":
            yield SupportKind.ISSUER, values[0]["issuer"]
        elif group == "facts" and "/" not in rest:
            yield from ((SupportKind.VERIFIER, name) for name in _people(values[0]))


def _people(declared: dict[str, Any]) -> Iterator[str]:
    yield from (rating["person"] for rating in declared.get("ratings", ()))
    if "verification" in declared:
        yield declared["verification"]["person"]


def add_supports(connection: Connection, named_supports: Iterable[tuple[str, EvaluationSupports]]) -> None:
    """Add supports of evaluations; known bases replace unknown bases, never the reverse.

    Raises:
        TrailError: If an evaluation has no index rows.
    """
    of_each = list(named_supports)
    numbers = evaluation_numbers(connection, [name for name, _ in of_each])
    present = {*SUPPORTS.of(connection, numbers.values(), {supports.version for _, supports in of_each})}
    new: dict[int, tuple[bytes, ...]] = {}
    for name, supports in of_each:
        if name not in numbers:
            raise TrailError(_message("NOT_INDEXED", name=name))
        number, digests = numbers[name], supports.digests
        if (supports.version, number) in present:
            if supports.untold in digests:
                digests = tuple(digest for digest in digests if digest != supports.untold)
            else:
                SUPPORTS.remove(connection, supports.untold, number)
            SUPPORTS.add_again(connection, number, digests)
        else:
            new[number] = digests
    SUPPORTS.add(connection, new)
    add_values(connection, {numbers[name]: supports.values for name, supports in of_each})


class _SupportCollector:
    def __init__(self, organization: str, card: str) -> None:
        self._organization = organization
        self.card = card
        self.digests: dict[bytes, None] = {}
        self.values: dict[FactValue, None] = {}

    def add(self, kind: SupportKind, *name: str) -> None:
        self.digests[support_digest(self._organization, kind, *name)] = None

    def step(self, id: str, values: list[Any]) -> None:
        group, _, name = id.partition("/")
        if group == "quantities":
            self._lookups(values[1:])
        elif group == "evidence":
            self.digests[_issuer_digest(self._organization, values[0]["issuer"])] = None
            self.add(SupportKind.DOCUMENT, values[0]["digest"])
        elif id == STANDING_STEP:
            self._weakest_bases(values[0])
        elif group == "facts" and "/" in name:
            for part in values[1:]:
                self._lookups(entry[-1] for entry in part.values())
        elif group == "facts":
            self._fact(name, values)

    def _fact(self, name: str, values: list[Any]) -> None:
        declared = values[0]
        if (earlier := declared.get("previous", {}).get("evaluation")) is not None:
            self.add(SupportKind.EVALUATION, earlier)
        for person in _people(declared):
            self.add(SupportKind.VERIFIER, normalize_identifier(person))
        used = [part for part in values[1:] if isinstance(part, dict)]
        if used or len(values) == 1:
            self._value(name, used[0] if used else declared.get("value", {}))

    def _value(self, name: str, value: dict[str, Any]) -> None:
        for record in value.get("records", ()):
            for field, part in record.items():
                self._value(f"{name}.{field}", part)
        if "number" in value:
            self._sortable(name, value.get("unit", ""), value["number"])
        if "date" in value:
            self._day(name, value["date"])
        for end, day in value.get("period", {}).items():
            self._day(f"{name}.{end}", day)
        if "text" in value:
            self.add(SupportKind.IDENTIFIER, normalize_identifier(value["text"]))
        for word in _words(value):
            self.add(SupportKind.FACT, self.card, name, word)

    def _day(self, name: str, day: str) -> None:
        self._sortable(name, DAY, str(date.fromisoformat(day).toordinal()))

    def _sortable(self, name: str, unit: str, number: str) -> None:
        self.values[
            support_digest(self._organization, SupportKind.FACT, self.card, name, unit), order_preserving_bytes(number)
        ] = None

    def _lookups(self, lookups: Iterable[Any]) -> None:
        for lookup in lookups:
            for edition, keys, _, _, *row in lookup.get("tried", ()) if isinstance(lookup, dict) else ():
                self.add(SupportKind.TABLE, edition)
                self.add(SupportKind.LOOKUP, edition, *_lookup_name(keys))
                if row and isinstance(row[0], list):
                    self.add(SupportKind.ROW, edition, *row[0])

    def _weakest_bases(self, certainty_step: dict[str, Any]) -> None:
        if certainty_step["certainty"] == Certainty.OWN_READING:
            for basis in certainty_step.get("weakest_bases", ()):
                self.add(SupportKind.READING, self.card, basis)


def _lookup_name(keys: Mapping[str, str]) -> Iterator[str]:
    return (f"{key}={word}" for key, word in sorted(keys.items()))


def _words(value: dict[str, Any]) -> Iterator[str]:
    if "choice" in value:
        yield value["choice"]
    if "flag" in value:
        yield "true" if value["flag"] else "false"
    if "not_applicable" in value:
        yield "not_applicable"
    yield from value.get("choices", ())
