"""Lookups in reference tables over all possible keys: values, attempts, and reasons for a missing value.

A key that is not known stands for all its values. As long as these are few, each is looked up and the answer allows
whatever any of them gives; otherwise nothing is known of the value.
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
"""If keys can have more combinations of words, none is looked up."""
KEPT = 1_024
"""How many answers a library keeps of each quantity, so that one of many keys costs the others none of theirs."""
_LIBRARIES = 4
_LEADS_ON = (MissingReason.LOOK_FURTHER, MissingReason.NO_ROW)

_Words = tuple[str | None, ...] | None
"""The words that a key can be, None for one that does not apply; None instead of all of them if they are not few."""
_Columns = tuple[tuple[str, int], ...]
"""The columns in which a row looks, each with the place of its key."""


class LookupResult(NamedTuple):
    """What one lookup came to: all values still possible, the places that were tried, and why there is no value.

    `reason` is given if the tables give no value for known keys; `table` is then the id of the table where the search
    ended, `keys` what was looked up there and `detail` the words of the table. `open_keys` are the names that are not
    known well enough to look, `row_index` the row of the lookup, from 0, that answered.
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
    """The keys of a quantity, each once; of each of its rows, the columns with the places of their keys among these."""

    keys: tuple[TableKey, ...]
    rows: tuple[_Columns, ...]

    @staticmethod
    def of(quantity: TableQuantity) -> _Keys:
        keys = tuple(dict.fromkeys(key for row in quantity.rows for key in row.keys))
        rows = tuple(tuple({key.column: keys.index(key) for key in row.keys}.items()) for row in quantity.rows)
        return _Keys(keys, rows)


@dataclass(frozen=True, slots=True)
class TableLibrary:
    """The tables of one evaluation by their ids, and the quantities that give words, whose `*` stands for any word.

    What the quantities of one card found for few words is kept, because it follows from tables and words alone.
    """

    tables: Mapping[str, Table]
    giving_words: frozenset[str]
    _results: dict[str, dict[tuple[_Words, ...], LookupResult]] = field(default_factory=dict, compare=False, repr=False)
    _keys: dict[str, _Keys] = field(default_factory=dict, compare=False, repr=False)

    def consult(self, quantity: TableQuantity, values: Values) -> LookupResult:
        """Look a value up for everything that its keys can be."""
        keys = self._keys.get(quantity.id)
        if keys is None:
            keys = self._keys[quantity.id] = _Keys.of(quantity)
        words = tuple([self._words(key, values) for key in keys.keys])
        results = self._results.setdefault(quantity.id, {})
        lookup_result = results.get(words)
        if lookup_result is None:
            lookup_result = self._consulted(quantity, keys, words, values)
            if None not in words:
                if len(results) >= KEPT:
                    results.clear()
                results[words] = lookup_result
        return lookup_result

    def _consulted(
        self, quantity: TableQuantity, keys: _Keys, possible: tuple[_Words, ...], values: Values
    ) -> LookupResult:
        chosen = [words[0] if words is not None and len(words) == 1 else None for words in possible]
        leading = 0
        while leading < len(keys.rows) and all(_single(possible[place]) for _, place in keys.rows[leading]):
            leading += 1
        if leading:
            lookup_result = self._look(quantity, keys.rows[:leading], chosen)
            if leading == len(keys.rows) or lookup_result.reason not in _LEADS_ON:
                return lookup_result
        named = zip(keys.keys, possible, strict=True)
        names = [key.name for key, words in named if not _single(words) and key.name is not None]
        return LookupResult(
            self._every_combination(quantity, keys, possible, values), open_keys=tuple(dict.fromkeys(names))
        )

    def _words(self, key: TableKey, values: Values) -> _Words:
        """Give what a key can be; `*` as the value of a fact means no word, for a table would take it for any."""
        if key.name is None:
            return (key.word,)
        extent = values.extents[key.name]
        if isinstance(extent, NotApplicable):
            return (None,)
        if key.reading is not KeyDerivation.VALUE:
            return _calendar(key.reading, extent.interval) if isinstance(extent, NumberExtent) else None
        if not isinstance(extent, ChoiceExtent) or extent.others:
            return None
        any_word = key.name in self.giving_words
        return tuple(sorted(word if any_word or word != ANY_KEY_CELL else f"'{word}'" for word in extent.possible))

    def _every_combination(
        self, quantity: TableQuantity, keys: _Keys, possible: tuple[_Words, ...], values: Values
    ) -> Extent:
        """Look up every combination of the words that the keys can be, if they are few."""
        few = [words for words in possible if words is not None]
        if len(few) < len(possible) or prod(map(len, few)) > MAXIMUM_COMBINATIONS:
            return self._any_value(quantity, keys, values)
        return reduce(_merge_extents, (self._look(quantity, keys.rows, words).extent for words in product(*few)))

    def _any_value(self, quantity: TableQuantity, keys: _Keys, values: Values) -> Extent:
        """Give everything that the quantity can be; if a key may not apply, that it does not apply as well."""
        extents = [values.extents[key.name] for key in keys.keys if key.name is not None]
        absent = any(isinstance(extent, (NotApplicable, UnknownOrAbsent)) for extent in extents)
        return UnknownOrAbsent() if absent else self._unknown(quantity)

    def _unknown(self, quantity: TableQuantity) -> Extent:
        """Give what a missing value can be; also that it does not apply, where a table can say so or is not there."""
        for row in quantity.rows:
            table = self.tables.get(row.table)
            columns = () if table is None else table.manifest.values
            if all(column.id != quantity.column or column.out_of_scope for column in columns):
                return UnknownOrAbsent()
        return ChoiceExtent(frozenset(), others=True) if quantity.gives == "word" else NumberExtent(UNBOUNDED)

    def _look(self, quantity: TableQuantity, rows: Sequence[_Columns], words: Sequence[str | None]) -> LookupResult:
        """Look in one place after the other; one whose keys do not apply ends the search, and nothing applies then."""
        attempts: list[LookupAttempt] = []
        places = quantity.rows[: len(rows)]
        for table_lookup, keys in zip(places, rows, strict=True):
            known = {column: word for column, place in keys if (word := words[place]) is not None}
            table = self.tables.get(table_lookup.table)
            if len(known) == len(keys) and table is not None:
                attempts.append(LookupAttempt(table, known))
                continue
            before = self._answer(quantity, places, attempts) if attempts else None
            if before is not None and before.reason not in _LEADS_ON:
                return before
            tried = before.tried if before is not None else ()
            if len(known) < len(keys):
                return LookupResult(NotApplicable(), tried)
            return self._missing_result(
                quantity, MissingReason.NO_EDITION, table_lookup.table, tuple(known.items()), tried=tried
            )
        return self._answer(quantity, places, attempts)

    def _answer(
        self, quantity: TableQuantity, places: Sequence[TableLookup], attempts: list[LookupAttempt]
    ) -> LookupResult:
        try:
            answer = look_up(quantity.column, attempts)
        except KeyError as error:
            return self._missing_result(quantity, MissingReason.UNFIT, places[0].table, detail=str(error.args[0]))
        extent = _extent(quantity, answer)
        certainty = lowest_certainty(step.certainty for step in answer.tried)
        if extent is not None:
            return LookupResult(extent, answer.tried, certainty, row_index=_ended_at(answer, attempts))
        reason, last = _reason(answer), answer.tried[-1]
        ended = places[_ended_at(answer, attempts)].table
        detail = answer.detail if isinstance(answer, MissingAnswer) else last.detail
        return self._missing_result(quantity, reason, ended, last.keys, tried=answer.tried, detail=detail)

    def _missing_result(  # noqa: PLR0913 - what is said of a missing value
        self,
        quantity: TableQuantity,
        reason: MissingReason,
        table: str,
        keys: tuple[tuple[str, str], ...] = (),
        *,
        tried: tuple[LookupStep, ...] = (),
        detail: str = "",
    ) -> LookupResult:
        return LookupResult(self._unknown(quantity), tried, None, reason, table, keys, detail)


class TableLibraryCache:
    """The libraries of one card, each with what it found, for the tables that were last looked in."""

    def __init__(self, giving_words: frozenset[str]) -> None:
        """Begin with none."""
        self._giving_words = giving_words
        self._libraries: dict[tuple[tuple[str, int], ...], TableLibrary] = {}

    def forget(self) -> None:
        """Forget all that was found."""
        self._libraries.clear()

    def of(self, tables: Mapping[str, Table]) -> TableLibrary:
        """Give the library of these very tables; it holds them, so that no other ever has their identity."""
        cache_key = tuple([(name, id(table)) for name, table in tables.items()])
        library = self._libraries.get(cache_key)
        if library is None:
            if len(self._libraries) >= _LIBRARIES:
                self._libraries.clear()
            library = self._libraries[cache_key] = TableLibrary(dict(tables), self._giving_words)
        return library


def _single(words: _Words) -> bool:
    return words is not None and len(words) == 1


def _calendar(derivation: KeyDerivation, days: Interval) -> _Words:
    """Give the years or quarters that hold the days, if they are few; a day that may never come lies in none."""
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
    """Give the value of an answer in the unit of the quantity; None if it is none."""
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


def _ended_at(answer: LookupAnswer, attempts: Sequence[LookupAttempt]) -> int:
    """Give the place at which a search ended: each place is tried with its keys as they are first."""
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
    """Allow both of two answers."""
    if isinstance(left, NumberExtent) and isinstance(right, NumberExtent):
        return NumberExtent(hull(left.interval, right.interval))
    if isinstance(left, ChoiceExtent) and isinstance(right, ChoiceExtent):
        return ChoiceExtent(left.possible | right.possible, left.others or right.others)
    return left if left == right else UnknownOrAbsent()
