"""Random subjects of any card as columns, near its thresholds, half of them near its reference case."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import polars as pl

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import parse_decimal
from rules.contracts.units import convert
from rules.engine.plan import Plan
from rules.engine.threshold_codes import codings
from rules.model.lookups import KeyDerivation
from rules.model.scorecard import FactDefinition, FactType, RecordType, Scorecard, TableQuantity
from rules.model.tables import Table

_FIRST = date(2020, 1, 1)
_KINDS: dict[FactType, Any] = {
    FactType.NUMBER: pl.Decimal(38, 2),
    FactType.FLAG: pl.Boolean(),
    FactType.CHOICE: pl.String(),
    FactType.CHOICES: pl.List(pl.String),
    FactType.DATE: pl.Date(),
    FactType.TEXT: pl.String(),
}


def thresholds(plan: Plan) -> dict[str, list[Fraction]]:
    """List by name the numbers that the rules of a plan compare with."""
    networks = (plan.first_network, plan.second_network, *(scope.network for scope in plan.records.values()))
    limits: dict[str, set[Fraction]] = {}
    for network in networks:
        for measure, coding in codings(atom for rule in network.rules for atom in rule.atoms).items():
            limits.setdefault(getattr(measure, "name", ""), set()).update(coding.thresholds)
    return {name: sorted(numbers) for name, numbers in limits.items()}


def random_columns(
    plan: Plan,
    random: Random,
    count: int,
    *,
    unknown: float,
    absent: float = 0.15,
    tables: Mapping[str, Table] | None = None,
) -> pl.DataFrame:
    """Return random subjects; `unknown` is the probability that a value is missing.

    Lookup keys are mostly words from the `tables`, and dates are then mostly near those of the reference case.
    """
    made = _Random(plan, random, unknown, absent, _words_looked_up(plan.scorecard, tables or {}))
    card = plan.scorecard
    near = [random.random() < 0.5 for _ in range(count)]
    columns: dict[str, pl.Series] = {"subject": pl.Series([f"organizations/o/subjects/s{n}" for n in range(count)])}
    for fact in card.facts:
        columns |= made.columns(fact, near)
    return pl.DataFrame(columns)


def _words_looked_up(card: Scorecard, tables: Mapping[str, Table]) -> dict[str, list[str]]:
    words_by_key: dict[str, set[str]] = {}
    for quantity in card.quantities:
        for place in quantity.rows if isinstance(quantity, TableQuantity) else ():
            table = tables.get(place.table)
            for key in place.keys:
                if table is not None and key.name is not None and key.reading is KeyDerivation.VALUE:
                    column = table.manifest.columns.index(key.column)
                    words_by_key.setdefault(key.name, set()).update(row[column] for row in table.rows)
    return {name: sorted(words) for name, words in words_by_key.items()}


class _Random:
    def __init__(self, plan: Plan, random: Random, unknown: float, absent: float, words: dict[str, list[str]]) -> None:
        self._words = words
        self._card: Scorecard = plan.scorecard
        self._random = random
        self._unknown = unknown
        self._absent = absent
        self._edges = thresholds(plan)
        self._case = {value.fact: value.value for value in self._card.reference_case}
        self._days = dict(_days_given(self._case))
        self._records = {record.id: record for record in self._card.records}

    def columns(self, fact: FactDefinition, near: list[bool]) -> dict[str, pl.Series]:
        if fact.type is FactType.PERIOD:
            periods = [self._period(fact, is_near) for is_near in near]
            return {
                f"{fact.id}.{part}": pl.Series([period[place] for period in periods], dtype=pl.Date)
                for place, part in enumerate(("first", "last"))
            }
        absent = [fact.may_not_apply and self._random.random() < self._absent for _ in near]
        values = [
            None if gone or self._random.random() < self._unknown else self._value(fact, is_near)
            for gone, is_near in zip(absent, near, strict=True)
        ]
        kind = _KINDS[fact.type] if fact.record is None else self._kind_of_list(self._records[fact.record])
        series = {fact.id: pl.Series(values, dtype=kind)}
        return series | ({f"{fact.id}.not_applicable": pl.Series(absent)} if fact.may_not_apply else {})

    @staticmethod
    def _kind_of_list(record: RecordType) -> Any:
        kinds = {field.id: _KINDS[field.type] for field in record.fields}
        kinds |= {f"{field.id}.not_applicable": pl.Boolean() for field in record.fields if field.may_not_apply}
        return pl.List(pl.Struct(kinds))

    def _value(self, fact: FactDefinition, near: bool) -> Any:
        if fact.record is not None:
            return self._list(fact, self._records[fact.record], near)
        declared = self._case.get(fact.id)
        if near and declared is not None and self._random.random() < 0.85:
            return _plain(fact, declared)
        return self._scalar(fact)

    def _list(self, fact: FactDefinition, record: RecordType, near: bool) -> list[dict[str, Any]]:
        declared = self._case.get(fact.id)
        rows: list[dict[str, Any]] = []
        if near and declared is not None:
            rows = [self._as_given(record, one) for one in declared.records or ()]
        rows += [self._invented(record) for _ in range(self._random.choice((0, 0, 1, 2)))]
        for place, row in enumerate(rows):
            for name in (record.key, *record.unique):
                if next(field for field in record.fields if field.id == name).type is FactType.TEXT:
                    row[name] = None if row.get(f"{name}.not_applicable") else f"K-{place}"
        return rows

    @staticmethod
    def _as_given(record: RecordType, given: dict[str, DeclaredValue]) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for field in record.fields:
            row[field.id] = _plain(field, given[field.id]) if field.id in given else None
            if field.may_not_apply:
                row[f"{field.id}.not_applicable"] = field.id in given and bool(given[field.id].not_applicable)
        return row

    def _invented(self, record: RecordType) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for field in record.fields:
            absent = field.may_not_apply and self._random.random() < self._absent
            row[field.id] = None if absent or self._random.random() < self._unknown else self._scalar(field)
            if field.may_not_apply:
                row[f"{field.id}.not_applicable"] = absent
        return row

    def _scalar(self, fact: FactDefinition) -> Any:
        random = self._random
        match fact.type:
            case FactType.NUMBER:
                return self._number(fact)
            case FactType.FLAG:
                return random.random() < 0.6
            case FactType.CHOICE:
                return random.choice(fact.choices).id
            case FactType.CHOICES:
                return [choice.id for choice in fact.choices if random.random() < 0.4]
            case FactType.DATE if self._words and fact.id in self._days and random.random() < 0.7:
                return self._days[fact.id] + timedelta(days=random.choice((0, 1, -1, random.randint(-300, 500))))
            case FactType.TEXT if fact.id in self._words and random.random() < 0.9:
                return random.choice(self._words[fact.id])
            case FactType.DATE:
                return _FIRST + timedelta(days=random.randint(0, 3_800))
            case _:
                return random.choice(["alpha", "beta", 'it\'s "so"', "__import__('os')", "72081200"])

    def _number(self, fact: FactDefinition) -> Decimal:
        random = self._random
        low = Fraction(-200) if fact.at_least is None else fact.at_least
        high = max(Fraction(200), low + 1_000) if fact.at_most is None else fact.at_most
        value = Fraction(random.randint(int(low * 100), int(high * 100)), 100)
        edges = self._edges.get(fact.id)
        if edges and random.random() < 0.4:
            value = Fraction(round(random.choice(edges) * 100) + random.choice((-1, 0, 0, 1)), 100)
        elif random.random() < 0.1:
            value = Fraction(0)
        value = min(max(value, low), high)
        if fact.multiple_of is not None:
            value = value // fact.multiple_of * fact.multiple_of
        return Decimal(round(value * 100)) / 100

    def _period(self, fact: FactDefinition, near: bool) -> tuple[date | None, date | None]:
        random, declared = self._random, self._case.get(fact.id)
        if random.random() < self._unknown:
            return None, None
        if near and declared is not None and declared.period is not None:
            return date.fromisoformat(declared.period.first), date.fromisoformat(declared.period.last)
        first = _FIRST + timedelta(days=random.randint(0, 3_800))
        return first, first + timedelta(days=random.choice((0, 30, 364, 365, random.randint(0, 800))))


def _days_given(case: Mapping[str, DeclaredValue]) -> Iterator[tuple[str, date]]:
    """List the dates of a reference case, those in its records by the names of the fields."""
    for name, value in case.items():
        if value.date is not None:
            yield name, date.fromisoformat(value.date)
        for record in value.records or ():
            yield from _days_given(record)


def _plain(fact: FactDefinition, declared: DeclaredValue) -> Any:
    if declared.not_applicable:
        return None
    match fact.type:
        case FactType.NUMBER:
            number = convert(parse_decimal(declared.number or "0"), declared.unit or "", fact.unit)
            return Decimal(round(number * 100)) / 100
        case FactType.DATE:
            return date.fromisoformat(declared.date or "")
        case FactType.CHOICES:
            return list(declared.choices or ())
        case _:
            return declared.flag if declared.flag is not None else declared.choice or declared.text
