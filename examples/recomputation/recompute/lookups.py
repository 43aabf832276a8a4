"""Lookups over all possible keys: rows by choices, and reference tables with the attempts for the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import product, takewhile
from math import prod

from recompute.conditions import days_of, measured_choice
from recompute.days import NEVER
from recompute.formulas import either
from recompute.intervals import EVERYTHING, Interval, exactly, hull_of
from recompute.known import ABSENT, PERHAPS, Choice, Gone, Json, Known, Number, Seen, choice_of
from recompute.numbers import convert, read_number
from recompute.tables import CERTAINTIES, LEADS_ON, Table, Tried
from recompute.words import GivenError

MOST = 64

Words = tuple[str | None, ...]
"""The possible words of a key. None means that it does not apply; an empty tuple means unlimited."""


def possible_rows(quantity: Json, seen: Seen) -> tuple[list[Json], bool] | Gone:
    """Return the rows with possible keys, and whether a combination has no row.

    Returns ABSENT or PERHAPS if a key is, or may be, absent.
    """
    if seen.is_perhaps(*quantity["by"]):
        return PERHAPS
    if any(seen.known[name] == ABSENT for name in quantity["by"]):
        return ABSENT
    keys = [measured_choice(name, seen) for name in quantity["by"]]
    rows = [row for row in quantity["rows"] if all(key in words for key, words in zip(row["keys"], keys, strict=True))]
    return rows, len(rows) < prod(map(len, keys))


def by_choices(quantity: Json, seen: Seen) -> Known:
    """Return a number or a day selected by choices."""
    found = possible_rows(quantity, seen)
    if isinstance(found, Gone):
        return found
    values = [row["value"] for row in found[0]] + ([quantity.get("otherwise")] if found[1] else [])
    if quantity["kind"] == "lookup":
        return Number(hull_of(EVERYTHING if one is None else exactly(read_number(one)) for one in values))
    days = [_day(one, seen) for one in values]
    there = [day for day in days if day is not None]
    if not there:
        return ABSENT
    return Number(hull_of(there)) if len(there) == len(days) else PERHAPS


def _day(value: Json, seen: Seen) -> Interval | None:
    if value is None:
        return EVERYTHING
    return exactly(NEVER) if value == "never" else days_of(value, seen)


@dataclass
class Consulted:
    """The result of one lookup, as recorded."""

    known: Known
    tried: list[Tried]
    reason: str = ""
    table: str = ""
    keys: Mapping[str, str] | None = None
    detail: str = ""
    open_keys: tuple[str, ...] = ()

    @property
    def certainty(self) -> str | None:
        """The weakest certainty of the rows and tables used, if there is an answer."""
        there = self.tried and not self.reason and self.tried[-1].finding not in LEADS_ON
        return max((one.certainty for one in self.tried), key=CERTAINTIES.index) if there else None

    def written(self) -> Json:
        said = {
            "missing": [self.reason, self.table, dict(self.keys or {})] if self.reason else [],
            "detail": self.detail,
            "open_keys": list(self.open_keys),
        }
        return {"tried": [one.written() for one in self.tried], **{name: one for name, one in said.items() if one}}


class Library:
    """The tables of one record by id, and the quantities that return words."""

    def __init__(self, tables: Mapping[str, Table], giving_words: list[str]) -> None:
        self._tables = tables
        self._giving_words = giving_words

    def consult(self, quantity: Json, seen: Seen) -> Consulted:
        """Find a value for all possible keys."""
        places = quantity["rows"]
        every = [key for place in places for key in place["keys"]]
        words = {_key(key): self._words(key, seen) for key in every}
        leading = list(takewhile(lambda place: all(len(words[_key(key)]) == 1 for key in place["keys"]), places))
        if leading:
            looked = self._look(quantity, leading, {key: found[0] for key, found in words.items() if found})
            if leading == places or looked.reason not in LEADS_ON:
                return looked
        names = dict.fromkeys(key["name"] for key in every if "name" in key and len(words[_key(key)]) != 1)
        return Consulted(self._of_all(quantity, words, every, seen), [], open_keys=tuple(names))

    def _words(self, key: Json, seen: Seen) -> Words:
        if "word" in key:
            return (key["word"],)
        found = seen.known[key["name"]]
        if found == ABSENT:
            return (None,)
        if key.get("reading", "value") != "value":
            return _calendar(key["reading"], found.interval) if isinstance(found, Number) else ()
        if not isinstance(found, Choice) or found.any_word:
            return ()
        any_word = key["name"] in self._giving_words
        return tuple(sorted(word if any_word or word != "*" else "'*'" for word in found.possible))

    def _of_all(self, quantity: Json, words: Mapping[tuple[str, ...], Words], every: list[Json], seen: Seen) -> Known:
        if 0 < prod(map(len, words.values())) <= MOST:
            combinations = (dict(zip(words, chosen, strict=True)) for chosen in product(*words.values()))
            return reduce(_any_answer, (self._look(quantity, quantity["rows"], one).known for one in combinations))
        gone = any(isinstance(seen.known[key["name"]], Gone) for key in every if "name" in key)
        return PERHAPS if gone else self._missing_value(quantity)

    def _missing_value(self, quantity: Json) -> Known:
        for place in quantity["rows"]:
            table = self._tables.get(place["table"])
            columns = [] if table is None else [one for one in table.values if one["id"] == quantity["column"]]
            if all(one.get("out_of_scope") for one in columns):
                return PERHAPS
        return Choice(frozenset(), any_word=True) if quantity.get("gives") == "word" else Number(EVERYTHING)

    def _look(self, quantity: Json, places: list[Json], words: Mapping[tuple[str, ...], str | None]) -> Consulted:
        """Try the tables in order. Only findings that permit a fallback continue with the next table."""
        unknown, tried, detail = self._missing_value(quantity), list[Tried](), ""
        for place in places:
            keys = {key["column"]: words[_key(key)] for key in place["keys"]}
            known = {column: word for column, word in keys.items() if word is not None}
            table = self._tables.get(place["table"])
            if len(known) < len(keys):
                return Consulted(ABSENT, tried)
            if table is None:
                return Consulted(unknown, tried, "no_edition", place["table"], known)
            unfit = table.lacks(quantity["column"], known)
            if unfit:
                return Consulted(unknown, [], "unfit", places[0]["table"], detail=unfit)
            steps = table.steps(known, quantity["column"])
            tried, last = tried + steps, steps[-1]
            detail = steps[0].detail
            if last.finding not in LEADS_ON:
                value = _value(quantity, table, last)
                if value is not None:
                    return Consulted(value, tried)
                reason = "unfit" if last.finding in {"value", "out_of_scope"} else last.finding
                return Consulted(unknown, tried, reason, place["table"], last.keys, last.detail)
        further = any(one.finding == "look_further" for one in tried)
        reason, detail = ("look_further", tried[-1].detail) if further else ("no_row", detail)
        return Consulted(unknown, tried, reason, places[-1]["table"], tried[-1].keys, detail)


def _key(key: Json) -> tuple[str, ...]:
    return key["column"], key.get("name", ""), key.get("reading", "value"), key.get("word", "")


def _calendar(reading: str, days: Interval) -> Words:
    if days.low is None or days.high is None or days.high >= NEVER:
        return ()
    first, last = (date.fromordinal(int(end)) for end in (days.low, days.high))
    if last.year - first.year > MOST:
        return ()
    if reading == "year":
        return tuple(str(year) for year in range(first.year, last.year + 1))
    quarters = [day.year * 4 + (day.month - 1) // 3 for day in (first, last)]
    return tuple(f"{number // 4}-Q{number % 4 + 1}" for number in range(quarters[0], quarters[1] + 1))


def _value(quantity: Json, table: Table, last: Tried) -> Known | None:
    """Return the value of the matching cell; None if it does not have the required kind."""
    if last.finding == "out_of_scope":
        return ABSENT
    column, gives = table.column(quantity["column"]), quantity.get("gives", "number")
    if last.finding != "value" or (column.get("type", "number") == "number") != (gives == "number"):
        return None
    cell = last.row[table.columns.index(column["id"])]
    if gives != "number":
        return choice_of(cell)
    try:
        return Number(exactly(convert(read_number(cell), column.get("unit", ""), quantity.get("unit", ""))))
    except GivenError:
        return None


def _any_answer(one: Known, other: Known) -> Known:
    if isinstance(one, Choice) and isinstance(other, Choice):
        return Choice(one.possible | other.possible, one.any_word or other.any_word)
    return either(one, other)
