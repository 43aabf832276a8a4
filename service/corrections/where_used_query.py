"""Parser of where-used queries into store searches."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from rules.api import basis_usage
from rules.contracts import (
    DateError,
    InputError,
    NumberError,
    error_message,
    format_exact,
    message_factory,
    parse_date,
    parse_decimal_or_ratio,
)
from rules.model import FactDefinition, FactType, Scorecard
from service.base.resource_names import DIGEST_PATTERN, ID_PATTERN, UUID_PATTERN, parse_card_reference
from service.store.dependents import UseQuery
from service.store.result_dependencies import DAY, NAMED, SupportKind, order_preserving_bytes, support_digest
from service.store.serial_use import normalize_identifier
from touchstone.v1 import correction_service_pb2

if TYPE_CHECKING:
    from service.gazette.versions import Gazette


KINDS: Mapping[int, str] = {
    number: name.removeprefix("SUPPORT_KIND_").lower()
    for name, number in correction_service_pb2.SupportKind.items()
    if number
}


_message = message_factory(__name__)

_NORMALIZED_KINDS = set(NAMED)
NAMES = frozenset((SupportKind.NAME, SupportKind.VERIFIER, SupportKind.ISSUER))
"""Kinds of names: a search covers all roles, because results may differ in the role."""
_MAX_VALUE_CHARS = 1_000
_VALUE_PATTERNS = {
    SupportKind.DOCUMENT: re.compile(rf"(?P<digest>{DIGEST_PATTERN})\Z"),
    SupportKind.TABLE: re.compile(r"(?P<edition>[^@:]+@[^@:]+)\Z"),
    SupportKind.ROW: re.compile(r"(?P<edition>[^@:]+@[^@:]+):(?P<cells>.+)\Z", re.DOTALL),
    SupportKind.LOOKUP: re.compile(r"(?P<edition>[^@:]+@[^@:]+):(?P<cells>.+)\Z", re.DOTALL),
    SupportKind.READING: re.compile(r"(?P<card>[^/=]+)/(?P<name>[^/=]+)\Z"),
    SupportKind.BASIS: re.compile(r"(?P<card>[^/=]+)/(?P<name>[^/=]+)\Z"),
    SupportKind.SETTING: re.compile(r"(?P<card>[^/=]+)/(?P<name>[^/=]+)=(?P<choice>[^/=]+)\Z"),
    SupportKind.SOFTWARE: re.compile(r"(?P<name>[^=]+)=(?P<version>.+)\Z"),
    SupportKind.EVALUATION: re.compile(rf"(?P<name>organizations/{ID_PATTERN}/evaluations/{UUID_PATTERN})\Z"),
    SupportKind.FACT: re.compile(r"(?P<card>[^/=]+)/(?P<name>[^/=]+)(?:=(?P<word>.+))?\Z"),
}


class WhereUsedQuery(Protocol):
    """Fields of a where-used request."""

    kind: correction_service_pb2.SupportKind
    value: str
    at_least: str
    at_most: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Comparison:
    unit: str
    is_ordered: bool


def read_support(query: WhereUsedQuery, organization: str, gazette: Gazette) -> UseQuery:
    """Return the store search of a valid request, otherwise raise InputError."""
    kind = KINDS.get(query.kind)
    if kind is None:
        raise _input_error("kind", _message("NO_KIND", known=tuple(KINDS.values())))
    if not query.value.strip() or len(query.value) > _MAX_VALUE_CHARS:
        raise _input_error(
            "value", _message("NO_VALUE", kind=kind, example=_message(f"KIND_{kind.upper()}"), most=_MAX_VALUE_CHARS)
        )
    for field in ("at_least", "at_most", "unit"):
        if getattr(query, field) and kind != SupportKind.FACT:
            raise _input_error(field, _message("NOT_BOUNDED", kind=kind))
    if kind == SupportKind.FACT:
        return _fact_query(query, _parse_value(kind, query.value), organization, gazette)
    if kind == SupportKind.BASIS:
        return UseQuery(
            organization, tuple(_basis_digests(_parse_value(SupportKind.BASIS, query.value), organization, gazette))
        )
    if kind in NAMES:
        digests = tuple(support_digest(organization, role, normalize_identifier(query.value)) for role in NAMED)
        return UseQuery(organization, digests, roles=NAMED)
    return UseQuery(
        organization, (support_digest(organization, SupportKind(kind), *_support_name(SupportKind(kind), query.value)),)
    )


def _support_name(kind: SupportKind, value: str) -> tuple[str, ...]:
    if kind in _NORMALIZED_KINDS:
        return (normalize_identifier(value),)
    if kind is SupportKind.VERSION:
        return (str(parse_card_reference(value)),)
    parts = _parse_value(kind, value.lower() if kind is SupportKind.DOCUMENT else value)
    if kind is SupportKind.ROW:
        return (parts["edition"], *_cells(parts["cells"]))
    if kind is SupportKind.LOOKUP:
        return (parts["edition"], *sorted(_cells(parts["cells"])))
    return tuple(parts.values())


def _parse_value(kind: str, value: str) -> dict[str, str]:
    match = _VALUE_PATTERNS[SupportKind(kind)].match(value.strip())
    if match is None:
        message = _message("OTHER_FORM", found=value[:80], kind=kind, example=_message(f"KIND_{kind.upper()}"))
        raise _input_error("value", message)
    return match.groupdict()


def _cells(text: str) -> list[str]:
    return next(csv.reader([text], strict=False))


def _basis_digests(parts: dict[str, str], organization: str, gazette: Gazette) -> Iterator[bytes]:
    card, name = parts["card"], parts["name"]
    versions = [
        candidate
        for candidate in gazette.versions(card)
        if any(basis.id == name for basis in candidate.scorecard.bases)
    ]
    if not versions:
        known = sorted({basis.id for candidate in gazette.versions(card) for basis in candidate.scorecard.bases})
        raise _input_error("value", _message("NO_BASIS", card=card, found=name[:80], known=tuple(known)), "NOT_FOUND")
    for version in versions:
        if name in basis_usage(version.scorecard, version.rule_digest).always:
            yield support_digest(organization, SupportKind.VERSION, version.name)
        else:
            yield support_digest(organization, SupportKind.BASIS, version.name, name)
            yield support_digest(organization, SupportKind.BASIS, version.name)


def _fact_query(request: WhereUsedQuery, parts: dict[str, str], organization: str, gazette: Gazette) -> UseQuery:
    card, name = parts["card"], parts["name"]
    word: str | None = parts["word"]
    bounded = bool(request.at_least or request.at_most)
    if word is not None and bounded:
        raise _input_error("value", _message("WORD_AND_BOUNDS"))
    comparisons = {
        kind for version in gazette.versions(card) if (kind := _comparison(version.scorecard, name)) is not None
    }
    if not comparisons:
        known = sorted({fact.id for version in gazette.versions(card) for fact in version.scorecard.facts})
        raise _input_error("value", _message("NO_FACT", card=card, found=name[:80], known=tuple(known)), "NOT_FOUND")
    units = sorted(kind.unit for kind in comparisons if kind.is_ordered)
    if word is not None and not units:
        return UseQuery(organization, (support_digest(organization, SupportKind.FACT, card, name, word),))
    unit = _chosen_unit(name, units, request.unit)
    digest = support_digest(organization, SupportKind.FACT, card, name, unit)
    low, high = (request.at_least, request.at_most) if word is None else (word, word)
    bounds = (_bound("at_least", low, unit), _bound("at_most", high, unit))
    return UseQuery(organization, (digest,), bounds)


def _chosen_unit(fact: str, units: Sequence[str], requested: str) -> str:
    if not units:
        raise _input_error("value", _message("WORD_NEEDED", found=fact))
    if len(units) > 1 and requested not in units:
        raise _input_error("unit", _message("UNIT_NEEDED", found=fact, known=tuple(units)))
    if requested and requested not in units:
        raise _input_error("unit", _message("OTHER_UNIT", found=requested[:40], fact=fact, known=tuple(units)))
    return requested or units[0]


def _comparison(scorecard: Scorecard, name: str) -> _Comparison | None:
    outer, _, inner = name.partition(".")
    fact = next((fact for fact in scorecard.facts if fact.id == outer), None)
    if fact is None:
        return None
    if inner and fact.type is FactType.PERIOD:
        return _Comparison(DAY, is_ordered=True) if inner in ("first", "last") else None
    if inner:
        return next((_comparison_of_fact(field) for field in _fields(scorecard, fact) if field.id == inner), None)
    return _comparison_of_fact(fact)


def _fields(scorecard: Scorecard, fact: FactDefinition) -> tuple[FactDefinition, ...]:
    return next((record.fields for record in scorecard.records if record.id == fact.record), ())


def _comparison_of_fact(fact: FactDefinition) -> _Comparison:
    if fact.type is FactType.DATE:
        return _Comparison(DAY, is_ordered=True)
    return _Comparison(fact.unit, is_ordered=fact.type is FactType.NUMBER)


def _bound(field: str, text: str, unit: str) -> bytes | None:
    if not text:
        return None
    try:
        number = str(_day_number(text)) if unit == DAY else format_exact(parse_decimal_or_ratio(text))
    except (DateError, NumberError) as error:
        raise _input_error(field, error_message(error)) from None
    return order_preserving_bytes(number)


def _day_number(text: str) -> int:
    day: date = parse_date(text)
    return day.toordinal()


def _input_error(field: str, description: str, reason: str = "WRONG_VALUE") -> InputError:
    return InputError.of(field, description, reason)
