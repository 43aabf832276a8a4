"""Shared meanings of scorecard facts, and the reporting period of each scorecard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    DateError,
    NumberError,
    add_days,
    add_months,
    convert,
    convertible_units,
    format_exact,
    parse_date,
    parse_exact,
    read_toml,
)
from rules.model import FactType
from service.configuration.products import product_modules
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from rules.model import FactDefinition, Scorecard

_DECLARED: Mapping[str, Any] = read_toml(__package__, "meanings.toml")
_OWN_READING = "own_reading"
_MONTHS = 12
REPORTING_PERIOD = "reporting_period"
"""Meaning of the facts that state the reporting period."""
PRODUCT_MODULE = "shared_meanings"
"""Module of a product with more meanings."""


class About(StrEnum):
    """Object of a fact, which must be the same in both cases."""

    CLIENT = "client"
    SITE = "site"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Shared meaning of facts, each named `scorecard/fact`."""

    id: str
    words: Mapping[str, str]
    about: About
    is_of_period: bool
    is_own_reading: bool
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Reporting period, both days included."""

    first: str
    last: str


def meaning_of(card: str, fact: str) -> Meaning:
    """Return the shared meaning of a fact; without an entry, the meaning of its own scorecard."""
    name = f"{card}/{fact}"
    if fact in period_facts(card):
        return Meaning(REPORTING_PERIOD, {}, About.SITE, is_of_period=False, is_own_reading=False, facts=(name,))
    is_of_period = card in _DECLARED["periods"] and fact not in _DECLARED["states"].get(card, ())
    return _meanings_by_fact().get(name) or Meaning(name, {}, About.SUBJECT, is_of_period, False, (name,))


def declared_meanings() -> Mapping[str, Meaning]:
    """Return all declared meanings by id, those of products included.

    A meaning of a product that shares a fact with an earlier meaning extends it. Each fact has its first meaning only.
    """
    entries = dict(_DECLARED["meanings"])
    named = {fact: id for id, entry in entries.items() for fact in entry["facts"]}
    for module in product_modules(PRODUCT_MODULE):
        for id, entry in module.MEANINGS.items():
            shared = next((named[fact] for fact in entry["facts"] if fact in named), id)
            new = [fact for fact in entry["facts"] if fact not in named and not _states_period(fact)]
            known = entries.get(shared, {**entry, "facts": []})
            facts = [*known["facts"], *new]
            if len(facts) > 1:
                entries[shared] = {**known, "facts": facts}
                named |= dict.fromkeys(facts, shared)
    return {id: _meaning(id, entry) for id, entry in entries.items()}


def _states_period(name: str) -> bool:
    card, _, fact = name.partition("/")
    return fact in period_facts(card)


def unverified_cards() -> frozenset[str]:
    """Return the scorecards of products with stored evaluations that are offered without a case."""
    return frozenset(card for module in product_modules(PRODUCT_MODULE) for card in module.CARDS)


def declared_periods() -> Mapping[str, Mapping[str, str]]:
    """Return the facts that state the reporting period, by scorecard."""
    return dict(_DECLARED["periods"])


def declared_states() -> Mapping[str, Collection[str]]:
    """Return the facts that state a condition, by scorecard."""
    return dict(_DECLARED["states"])


@cache
def _meanings_by_fact() -> Mapping[str, Meaning]:
    return {fact: meaning for meaning in declared_meanings().values() for fact in meaning.facts}


def _meaning(id: str, entry: Mapping[str, Any]) -> Meaning:
    words = {"en": entry["en"], "zh": entry["zh"]}
    is_of_period, is_own_reading = entry["period"] == "reporting", entry["certainty"] == _OWN_READING
    return Meaning(id, words, About(entry["about"]), is_of_period, is_own_reading, tuple(entry["facts"]))


def period_facts(card: str) -> frozenset[str]:
    """Return the facts that state the reporting period of a scorecard."""
    return frozenset(_DECLARED["periods"].get(card, {}).values())


def period_of(card: str, facts: Mapping[str, types_pb2.Value]) -> Period | None:
    """Return the stated reporting period; None if it is missing or incomplete."""
    declared = _DECLARED["periods"].get(card, {})
    values = {part: facts[fact] for part, fact in declared.items() if fact in facts}
    if len(values) < len(declared) or not values:
        return None
    if "period" in declared:
        stated = values["period"].period
        return Period(stated.first_date, stated.last_date) if stated.first_date else None
    if "year" in declared:
        year = values["year"].choice or values["year"].number
        return Period(f"{year}-01-01", f"{year}-12-31") if len(year) == 4 and year.isdecimal() else None
    return _period_of_dates({part: value.date for part, value in values.items()})


def _period_of_dates(days: Mapping[str, str]) -> Period | None:
    """Return a period from its days; a single day is the first or last one of twelve months."""
    try:
        stated = {part: parse_date(day) for part, day in days.items()}
        last = stated["last"] if "last" in stated else add_days(add_months(stated["first"], _MONTHS), -1)
        first = stated["first"] if "first" in stated else add_months(add_days(last, 1), -_MONTHS)
    except DateError:
        return None
    return Period(first.isoformat(), last.isoformat())


def period_values(card: str, period: Period) -> dict[str, types_pb2.Value]:
    """Return the facts of a scorecard that state a reporting period; empty if they state another one."""
    dates = types_pb2.DateRange(first_date=period.first, last_date=period.last)
    made = {
        "period": types_pb2.Value(period=dates),
        "first": types_pb2.Value(date=period.first),
        "last": types_pb2.Value(date=period.last),
    }
    declared = _DECLARED["periods"].get(card, {})
    values = {fact: made[part] for part, fact in declared.items() if part in made}
    return values if period_of(card, values) == period else {}


def converted_value(
    value: types_pb2.Value, source: FactDefinition, target: FactDefinition, cards: tuple[Scorecard, Scorecard]
) -> types_pb2.Value | None:
    """Return a value for another fact, without its evidence; None if type, unit or choices do not fit."""
    kind = value.WhichOneof("kind")
    made = types_pb2.Value()
    made.CopyFrom(value)
    made.ClearField("evidence_ids")
    if kind is None or source.type is not target.type:
        return None
    if kind == "not_applicable":
        return made if target.may_not_apply else None
    if kind == "number":
        return _converted_number(made, target)
    if kind == "records":
        return _without_evidence(made) if _fields(source, cards[0]) == _fields(target, cards[1]) else None
    selected = {"choice": [value.choice], "choices": list(value.choices.values)}.get(kind, [])
    return made if {choice.id for choice in target.choices}.issuperset(selected) else None


def _converted_number(value: types_pb2.Value, target: FactDefinition) -> types_pb2.Value | None:
    if value.unit != target.unit and (not target.unit or value.unit not in convertible_units(target.unit)):
        return None
    try:
        number = parse_exact(value.number)
    except NumberError:
        return None
    if value.unit != target.unit:
        number = convert(number, value.unit, target.unit)
    is_low = target.at_least is not None and number < target.at_least
    if is_low or (target.at_most is not None and number > target.at_most):
        return None
    return types_pb2.Value(number=format_exact(number), unit=target.unit)


def _without_evidence(value: types_pb2.Value) -> types_pb2.Value:
    for record in value.records.values:
        for part in record.fields.values():
            part.ClearField("evidence_ids")
    return value


def _fields(fact: FactDefinition, card: Scorecard) -> set[tuple[str, FactType, str, tuple[str, ...]]]:
    record = next((record for record in card.records if record.id == fact.record), None)
    if record is None:
        return set()
    return {(part.id, part.type, part.unit, tuple(choice.id for choice in part.choices)) for part in record.fields}
