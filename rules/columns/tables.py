"""Reference-table lookups for distinct key combinations of a bulk run, with results as integer codes."""

from __future__ import annotations

from datetime import date
from math import lcm
from typing import TYPE_CHECKING

from rules.columns.expression_nodes import INT64_LIMIT, NotVectorizableError
from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent
from rules.contracts.intervals import UNBOUNDED, point_interval
from rules.contracts.numbers import fraction_of_int, parse_decimal
from rules.contracts.units import UnitError, convert
from rules.model.lookups import KeyDerivation, TableQuantity
from rules.model.scorecard import FactType
from rules.model.table_form import LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL
from rules.model.tables import ValueType
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from rules.contracts.extents import Extent
    from rules.engine.lookups import TableLibrary
    from rules.engine.plan import Plan
    from rules.model.lookups import TableKey

ABSENT, MISSING, OPEN = -1, -2, -3
"""Offsets below the lowest result: not applicable, no table value, undetermined key."""
_OTHER_CELLS = frozenset({LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL})
_ANY_WORD, _ANY_DAY = ChoiceExtent(frozenset(), others=True), NumberExtent(UNBOUNDED)


class ColumnLookup:
    """The lookup of one quantity by column keys, with the same results as the core.

    A result is an index into `words` or an integer over `divisor`, from `low` to `high`; otherwise `low` plus `ABSENT`,
    `MISSING` or `OPEN`.
    """

    def __init__(self, quantity: TableQuantity, library: TableLibrary, domains: Mapping[str, tuple[str, ...]]) -> None:
        """Prepare the lookup; `domains` has the words of keys stored as indexes."""
        self._quantity, self._library, self._domains = quantity, library, domains
        named = (key for row in quantity.rows for key in row.keys if key.name is not None)
        self.keys: tuple[TableKey, ...] = tuple({(key.name, key.reading): key for key in named}.values())
        self.words: tuple[str, ...] = ()
        self.divisor, self.low, self.high = 1, 0, 0
        if quantity.gives == "word":
            self.words = tuple(sorted({cell for _, cell in self._cells()}))
            self.high = max(len(self.words) - 1, 0)
            return
        numbers = list(self._numbers())
        self.divisor = lcm(*(number.denominator for number in numbers))
        scaled = [(number * self.divisor).numerator for number in numbers]
        self.low, self.high = min(scaled, default=0), max(scaled, default=0)
        if max(abs(self.low), abs(self.high)) + abs(OPEN) >= INT64_LIMIT:
            raise NotVectorizableError(f"{quantity.id} is looked up among numbers of too many digits")

    def find(self, keys: Sequence[str | int | None]) -> int:
        extents: dict[str, Extent] = {}
        for key, value in zip(self.keys, keys, strict=True):
            name = key.name or ""
            if value == OPEN or (value is None and name in self._domains):
                return self.low + OPEN
            extents[name] = _extent(key.reading, value, self._domains.get(name, ()))
        return self._code(self._library.consult(self._quantity, Values(extents, {})).extent)

    def _code(self, extent: Extent) -> int:
        match extent:
            case NotApplicable():
                return self.low + ABSENT
            case NumberExtent(interval=interval) if interval.low is not None and interval.low == interval.high:
                return (interval.low * self.divisor).numerator
            case ChoiceExtent(possible=possible, others=False) if len(possible) == 1:
                return self.words.index(next(iter(possible)))
            case _:
                return self.low + MISSING

    def _cells(self) -> Iterator[tuple[str, str]]:
        for name in dict.fromkeys(row.table for row in self._quantity.rows):
            table = self._library.tables.get(name)
            values = () if table is None else table.manifest.values
            for value in values:
                is_number = value.type is ValueType.NUMBER
                if table is None or value.id != self._quantity.column or is_number != (self._quantity.gives != "word"):
                    continue
                position = table.manifest.columns.index(value.id)
                yield from ((value.unit, cell) for cell in {row[position] for row in table.rows} - _OTHER_CELLS)

    def _numbers(self) -> Iterator[Fraction]:
        for symbol, cell in self._cells():
            try:
                yield convert(parse_decimal(cell), symbol, self._quantity.unit)
            except UnitError:
                continue


class ColumnLookups:
    """The table lookups of a scorecard, each prepared once."""

    def __init__(self, library: TableLibrary) -> None:
        self._library = library
        self._prepared: dict[str, ColumnLookup] = {}

    def of(self, quantity: TableQuantity, domains: Mapping[str, tuple[str, ...]]) -> ColumnLookup:
        if quantity.id not in self._prepared:
            self._prepared[quantity.id] = ColumnLookup(quantity, self._library, domains)
        return self._prepared[quantity.id]


def texts_looked_up(plan: Plan) -> frozenset[str]:
    """Return the ids of text facts and record fields used as lookup keys."""
    tabled = (quantity for quantity in plan.scorecard.quantities if isinstance(quantity, TableQuantity))
    named = {name for quantity in tabled for name in quantity.directly_reads}
    fields = (field for record in plan.scorecard.records for field in record.fields)
    return frozenset(fact.id for fact in (*plan.scorecard.facts, *fields) if fact.type is FactType.TEXT) & named


def _extent(derivation: KeyDerivation, value: str | int | None, domain: tuple[str, ...]) -> Extent:
    if derivation is not KeyDerivation.VALUE:
        if not isinstance(value, int):
            return _ANY_DAY
        year, quarter = (value, 0) if derivation is KeyDerivation.YEAR else divmod(value, 4)
        return NumberExtent(point_interval(fraction_of_int(date(year, 3 * quarter + 1, 1).toordinal())))
    if isinstance(value, int):
        if value < 0:
            return NotApplicable() if value == ABSENT else _ANY_WORD
        return ChoiceExtent(frozenset({domain[value]}))
    return _ANY_WORD if value is None else ChoiceExtent(frozenset({value}))
