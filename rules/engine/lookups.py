"""Lookups in reference tables over all possible keys.

An unknown key represents all its values. If these are few, the result allows every value found; otherwise it is
unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable, NumberExtent, UnknownOrAbsent, day_of
from rules.contracts.intervals import UNBOUNDED, hull, point_interval
from rules.contracts.outcomes import MissingReason
from rules.contracts.units import UnitError, convert
from rules.model.definitions import lowest_certainty
from rules.model.lookups import KeyDerivation, TableKey, TableQuantity
from rules.model.table_form import ANY_KEY_CELL
from rules.model.table_lookup import (
    CodeAnswer,
    ExhaustedLookup,
    LookupAttempt,
    LookupStep,
    MissingAnswer,
    NumberAnswer,
    OutOfScopeAnswer,
    look_up,
)
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.intervals import Interval
    from rules.model.definitions import Certainty
    from rules.model.lookups import TableLookup
    from rules.model.table_lookup import LookupAnswer
    from rules.model.tables import Table
    from rules.program.value_environment import Values

MAXIMUM_COMBINATIONS = 64
"""With more combinations of words, the value is unknown."""
MAX_CACHED_RESULTS = 1_024
"""Results cached per quantity, so that one quantity cannot evict the results of others."""
_MAX_LIBRARIES = 4
_CONTINUE_REASONS = (MissingReason.LOOK_FURTHER, MissingReason.NO_ROW)

_Words = tuple[str | None, ...] | None
"""The possible words of a key; None if unknown or too many. A None item means that the key does not apply."""
_Columns = tuple[tuple[str, int], ...]


class LookupResult(NamedTuple):
    """The result of one lookup.

    `reason` is set if the tables have no value for known keys. `table`, `keys` and `detail` then describe the last
    step. `open_keys` are the unknown keys. `row_index` is the lookup row that answered.
    """

    extent: Extent
    tried: tuple[LookupStep, ...] = ()
    certainty: Certainty | None = None
    reason: MissingReason | None = None
    table: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    detail: str = ""
    open_keys: tuple[str, ...] = ()
    row_index: int | None = None


class _Keys(NamedTuple):
    keys: tuple[TableKey, ...]
    rows: tuple[_Columns, ...]

    @staticmethod
    def of(quantity: TableQuantity) -> _Keys:
        keys = tuple(dict.fromkeys(key for row in quantity.rows for key in row.keys))
        rows = tuple(tuple({key.column: keys.index(key) for key in row.keys}.items()) for row in quantity.rows)
        return _Keys(keys, rows)


@dataclass(frozen=True, slots=True)
class TableLibrary:
    """The reference tables of one evaluation, with cached results.

    A quantity in `giving_words` may return `*` for any word.
    """

    tables: Mapping[str, Table]
    giving_words: frozenset[str]
    _results: dict[str, dict[tuple[_Words, ...], LookupResult]] = field(default_factory=dict, compare=False, repr=False)
    _keys: dict[str, _Keys] = field(default_factory=dict, compare=False, repr=False)

    def consult(self, quantity: TableQuantity, values: Values) -> LookupResult:
        keys = self._keys.get(quantity.id)
        if keys is None:
            keys = self._keys[quantity.id] = _Keys.of(quantity)
        words = tuple([self._possible_words(key, values) for key in keys.keys])
        results = self._results.setdefault(quantity.id, {})
        lookup_result = results.get(words)
        if lookup_result is None:
            lookup_result = self._consult_uncached(quantity, keys, words, values)
            if None not in words:
                if len(results) >= MAX_CACHED_RESULTS:
                    results.clear()
                results[words] = lookup_result
        return lookup_result

    def _consult_uncached(
        self, quantity: TableQuantity, keys: _Keys, possible: tuple[_Words, ...], values: Values
    ) -> LookupResult:
        chosen = [words[0] if words is not None and len(words) == 1 else None for words in possible]
        leading = 0
        while leading < len(keys.rows) and all(_is_single(possible[index]) for _, index in keys.rows[leading]):
            leading += 1
        if leading:
            lookup_result = self._look_up_rows(quantity, keys.rows[:leading], chosen)
            if leading == len(keys.rows) or lookup_result.reason not in _CONTINUE_REASONS:
                return lookup_result
        named = zip(keys.keys, possible, strict=True)
        names = [key.name for key, words in named if not _is_single(words) and key.name is not None]
        return LookupResult(
            self._every_combination(quantity, keys, possible, values), open_keys=tuple(dict.fromkeys(names))
        )

    def _possible_words(self, key: TableKey, values: Values) -> _Words:
        """Return the possible words of a key. A fact with the value `*` is quoted: tables use `*` for any word."""
        if key.name is None:
            return (key.word,)
        extent = values.extents[key.name]
        if isinstance(extent, NotApplicable):
            return (None,)
        if key.reading is not KeyDerivation.VALUE:
            return _calendar_words(key.reading, extent.interval) if isinstance(extent, NumberExtent) else None
        if not isinstance(extent, ChoiceExtent) or extent.others:
            return None
        if ANY_KEY_CELL not in extent.possible or key.name in self.giving_words:
            return tuple(sorted(extent.possible))
        return tuple(sorted(f"'{word}'" if word == ANY_KEY_CELL else word for word in extent.possible))

    def _every_combination(
        self, quantity: TableQuantity, keys: _Keys, possible: tuple[_Words, ...], values: Values
    ) -> Extent:
        few = [words for words in possible if words is not None]
        if len(few) < len(possible) or prod(map(len, few)) > MAXIMUM_COMBINATIONS:
            return self._any_value(quantity, keys, values)
        return reduce(
            _merge_extents, (self._look_up_rows(quantity, keys.rows, words).extent for words in product(*few))
        )

    def _any_value(self, quantity: TableQuantity, keys: _Keys, values: Values) -> Extent:
        extents = [values.extents[key.name] for key in keys.keys if key.name is not None]
        absent = any(isinstance(extent, (NotApplicable, UnknownOrAbsent)) for extent in extents)
        return UnknownOrAbsent() if absent else self._extent_if_missing(quantity)

    def _extent_if_missing(self, quantity: TableQuantity) -> Extent:
        for row in quantity.rows:
            table = self.tables.get(row.table)
            columns = () if table is None else table.manifest.values
            if all(column.id != quantity.column or column.out_of_scope for column in columns):
                return UnknownOrAbsent()
        return ChoiceExtent(frozenset(), others=True) if quantity.gives == "word" else NumberExtent(UNBOUNDED)

    def _look_up_rows(
        self, quantity: TableQuantity, rows: Sequence[_Columns], words: Sequence[str | None]
    ) -> LookupResult:
        attempts: list[LookupAttempt] = []
        table_lookups = quantity.rows[: len(rows)]
        for table_lookup, keys in zip(table_lookups, rows, strict=True):
            known = {column: word for column, index in keys if (word := words[index]) is not None}
            table = self.tables.get(table_lookup.table)
            if len(known) == len(keys) and table is not None:
                attempts.append(LookupAttempt(table, known))
                continue
            before = self._look_up_attempts(quantity, table_lookups, attempts) if attempts else None
            if before is not None and before.reason not in _CONTINUE_REASONS:
                return before
            tried = before.tried if before is not None else ()
            if len(known) < len(keys):
                return LookupResult(NotApplicable(), tried)
            return self._missing_result(
                quantity, MissingReason.NO_EDITION, table_lookup.table, tuple(known.items()), tried=tried
            )
        return self._look_up_attempts(quantity, table_lookups, attempts)

    def _look_up_attempts(
        self, quantity: TableQuantity, table_lookups: Sequence[TableLookup], attempts: list[LookupAttempt]
    ) -> LookupResult:
        try:
            answer = look_up(quantity.column, attempts)
        except KeyError as error:
            return self._missing_result(
                quantity, MissingReason.UNFIT, table_lookups[0].table, detail=str(error.args[0])
            )
        extent = _extent(quantity, answer)
        certainty = lowest_certainty(step.certainty for step in answer.tried)
        if extent is not None:
            return LookupResult(extent, answer.tried, certainty, row_index=_final_row_index(answer, attempts))
        reason, last = _reason(answer), answer.tried[-1]
        ended = table_lookups[_final_row_index(answer, attempts)].table
        detail = answer.detail if isinstance(answer, MissingAnswer) else last.detail
        return self._missing_result(quantity, reason, ended, last.keys, tried=answer.tried, detail=detail)

    def _missing_result(  # noqa: PLR0913 -- one argument for each field of the result
        self,
        quantity: TableQuantity,
        reason: MissingReason,
        table: str,
        keys: tuple[tuple[str, str], ...] = (),
        *,
        tried: tuple[LookupStep, ...] = (),
        detail: str = "",
    ) -> LookupResult:
        return LookupResult(self._extent_if_missing(quantity), tried, None, reason, table, keys, detail)


class TableLibraryCache:
    """Cache of the table libraries of one scorecard."""

    def __init__(self, giving_words: frozenset[str]) -> None:
        self._word_quantities = giving_words
        self._libraries: dict[tuple[tuple[str, int], ...], TableLibrary] = {}

    def forget(self) -> None:
        self._libraries.clear()

    def of(self, tables: Mapping[str, Table]) -> TableLibrary:
        """Return the library of these table objects; it references them, so their ids stay unique."""
        cache_key = tuple([(name, id(table)) for name, table in tables.items()])
        library = self._libraries.get(cache_key)
        if library is None:
            if len(self._libraries) >= _MAX_LIBRARIES:
                self._libraries.clear()
            library = self._libraries[cache_key] = TableLibrary(dict(tables), self._word_quantities)
        return library


def _is_single(words: _Words) -> bool:
    return words is not None and len(words) == 1


def _calendar_words(derivation: KeyDerivation, days: Interval) -> _Words:
    if days.low is None or days.high is None or days.high >= NEVER:
        return None
    first, last = (date.fromordinal(day_of(end)) for end in (days.low, days.high))
    if last.year - first.year > MAXIMUM_COMBINATIONS:
        return None
    if derivation is KeyDerivation.YEAR:
        return tuple(str(year) for year in range(first.year, last.year + 1))
    quarters = range(_quarter(first), _quarter(last) + 1)
    return tuple(f"{number // 4}-Q{number % 4 + 1}" for number in quarters)


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _extent(quantity: TableQuantity, answer: LookupAnswer) -> Extent | None:
    match answer:
        case OutOfScopeAnswer():
            return NotApplicable()
        case CodeAnswer(code=code) if quantity.gives == "word":
            return ChoiceExtent(frozenset({code}))
        case NumberAnswer(number=number, unit=symbol) if quantity.gives == "number":
            try:
                return NumberExtent(point_interval(convert(number, symbol, quantity.unit)))
            except UnitError:
                return None
        case _:
            return None


def _final_row_index(answer: LookupAnswer, attempts: Sequence[LookupAttempt]) -> int:
    """Return the index of the last row tried. Each row is first tried with its original keys."""
    position = 0
    for step in answer.tried[1:]:
        if position + 1 < len(attempts):
            following = attempts[position + 1]
            position += step.table == following.table.name and step.keys == tuple(following.keys.items())
    return position


def _reason(answer: LookupAnswer) -> MissingReason:
    match answer:
        case MissingAnswer(reason=finding):
            return MissingReason(finding.value)
        case ExhaustedLookup():
            return MissingReason.LOOK_FURTHER
        case _:
            return MissingReason.UNFIT


def _merge_extents(left: Extent, right: Extent) -> Extent:
    if isinstance(left, NumberExtent) and isinstance(right, NumberExtent):
        return NumberExtent(hull(left.interval, right.interval))
    if isinstance(left, ChoiceExtent) and isinstance(right, ChoiceExtent):
        return ChoiceExtent(left.possible | right.possible, left.others or right.others)
    return left if left == right else UnknownOrAbsent()
