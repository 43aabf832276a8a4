"""What do rows by choices give, and what does a lookup in reference tables give for everything its keys can be?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import reduce
from itertools import product
from math import prod

from recompute.conditions import days_of, measured_choice
from recompute.days import NEVER
from recompute.formulas import either
from recompute.intervals import EVERYTHING, Interval, exactly, hull_of
from recompute.known import ABSENT, PERHAPS, Choice, Gone, Json, Known, Number, Seen, choice_of
from recompute.numbers import convert
from recompute.tables import CERTAINTIES, LEADS_ON, Table, Tried, UnfitError, search
from recompute.words import GivenError

MOST = 64

Words = tuple[str | None, ...] | None


def possible_rows(quantity: Json, seen: Seen) -> tuple[list[Json], bool] | Known:
    """Give the rows whose keys are possible, and whether some combination has none; or that it is (perhaps) absent."""
    if seen.is_perhaps(*quantity["by"]):
        return PERHAPS
    measured = [measured_choice(name, seen) for name in quantity["by"]]
    keys = [words for words in measured if words is not None]
    if len(keys) < len(measured):
        return ABSENT
    rows = [row for row in quantity["rows"] if all(key in words for key, words in zip(row["keys"], keys, strict=True))]
    return rows, len(rows) < prod(map(len, keys))


def by_choices(quantity: Json, seen: Seen) -> Known:
    """Give a number or a day by choices."""
    found = possible_rows(quantity, seen)
    if not isinstance(found, tuple):
        return found
    values = [row["value"] for row in found[0]] + ([quantity.get("otherwise")] if found[1] else [])
    if quantity["kind"] == "lookup":
        return Number(hull_of(EVERYTHING if one is None else exactly(Fraction(one)) for one in values))
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
    """What one lookup came to, as it stands in the record."""

    known: Known
    tried: tuple[Tried, ...] = ()
    certainty: str | None = None
    reason: str = ""
    table: str = ""
    keys: Mapping[str, str] | None = None
    detail: str = ""
    open_keys: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the search ended otherwise than by leading on."""
        return self.reason not in LEADS_ON

    def written(self) -> Json:
        """Write it as it stands in the record."""
        found: dict[str, Json] = {"tried": [one.written() for one in self.tried]}
        if self.reason:
            found["missing"] = [self.reason, self.table, dict(self.keys or {})]
        if self.detail:
            found["detail"] = self.detail
        if self.open_keys:
            found["open_keys"] = list(self.open_keys)
        return found


class Library:
    """The tables of one record by their ids, and the quantities that give words."""

    def __init__(self, tables: Mapping[str, Table], giving_words: set[str]) -> None:
        """Take them."""
        self._tables = tables
        self._giving_words = giving_words

    def consult(self, quantity: Json, seen: Seen) -> Consulted:
        """Look a value up for everything that its keys can be."""
        places = quantity["rows"]
        words = {_key(key): self._words(key, seen) for place in places for key in place["keys"]}
        leading = 0
        while leading < len(places) and all(_single(words[_key(key)]) for key in places[leading]["keys"]):
            leading += 1
        if leading:
            known = {key: found[0] for key, found in words.items() if found is not None and len(found) == 1}
            looked = self._look(quantity, places[:leading], known)
            if leading == len(places) or looked.ended:
                return looked
        every = [key for place in places for key in place["keys"]]
        names = dict.fromkeys(key["name"] for key in every if "name" in key and not _single(words[_key(key)]))
        return Consulted(self._of_all(quantity, words, every, seen), open_keys=tuple(names))

    def _words(self, key: Json, seen: Seen) -> Words:
        if "word" in key:
            return (key["word"],)
        found = seen.known[key["name"]]
        if found == ABSENT:
            return (None,)
        if key.get("reading", "value") != "value":
            return _calendar(key["reading"], found.interval) if isinstance(found, Number) else None
        if not isinstance(found, Choice) or found.any_word:
            return None
        any_word = key["name"] in self._giving_words
        return tuple(sorted(word if any_word or word != "*" else "'*'" for word in found.possible))

    def _of_all(self, quantity: Json, words: Mapping[tuple[str, ...], Words], every: list[Json], seen: Seen) -> Known:
        few = {key: found for key, found in words.items() if found is not None}
        if len(few) == len(words) and prod(map(len, few.values())) <= MOST:
            combinations = (dict(zip(few, chosen, strict=True)) for chosen in product(*few.values()))
            answers = (self._look(quantity, quantity["rows"], one).known for one in combinations)
            return reduce(_any_answer, answers)
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
        attempts: list[tuple[Table, dict[str, str], str]] = []
        for place in places:
            keys = {key["column"]: words[_key(key)] for key in place["keys"]}
            known = {column: word for column, word in keys.items() if word is not None}
            table = self._tables.get(place["table"])
            if len(known) == len(keys) and table is not None:
                attempts.append((table, known, place["table"]))
                continue
            before = self._answer(quantity, attempts) if attempts else None
            if before is not None and before.ended:
                return before
            tried = before.tried if before is not None else ()
            if len(known) < len(keys):
                return Consulted(ABSENT, tried)
            unknown = self._missing_value(quantity)
            return Consulted(unknown, tried, reason="no_edition", table=place["table"], keys=known)
        return self._answer(quantity, attempts)

    def _answer(self, quantity: Json, attempts: list[tuple[Table, dict[str, str], str]]) -> Consulted:
        unknown = self._missing_value(quantity)
        try:
            found = search(quantity["column"], [(table, keys) for table, keys, _ in attempts])
        except UnfitError as error:
            return Consulted(unknown, reason="unfit", table=attempts[0][2], detail=str(error))
        known = _value(quantity, found.reason, found.cell, found.column)
        if known is not None:
            weakest = max((one.certainty for one in found.tried), key=CERTAINTIES.index)
            return Consulted(known, found.tried, weakest)
        reason = "unfit" if found.reason in {"value", "out_of_scope"} else found.reason
        ended, last = attempts[found.place][2], found.tried[-1]
        return Consulted(unknown, found.tried, None, reason, ended, last.keys, found.detail)


def _key(key: Json) -> tuple[str, ...]:
    return key["column"], key.get("name", ""), key.get("reading", "value"), key.get("word", "")


def _single(words: Words) -> bool:
    return words is not None and len(words) == 1


def _calendar(reading: str, days: Interval) -> Words:
    if days.low is None or days.high is None or days.high >= NEVER:
        return None
    first, last = (date.fromordinal(int(end)) for end in (days.low, days.high))
    if last.year - first.year > MOST:
        return None
    if reading == "year":
        return tuple(str(year) for year in range(first.year, last.year + 1))
    quarters = [day.year * 4 + (day.month - 1) // 3 for day in (first, last)]
    return tuple(f"{number // 4}-Q{number % 4 + 1}" for number in range(quarters[0], quarters[1] + 1))


def _value(quantity: Json, reason: str, cell: str, column: Json) -> Known | None:
    """Give the value of a cell; None if there is none of the kind that is wanted."""
    if reason == "out_of_scope":
        return ABSENT
    if reason != "value":
        return None
    number = column.get("type", "number") == "number"
    if number is not (quantity.get("gives", "number") == "number"):
        return None
    if not number:
        return choice_of(cell)
    try:
        return Number(exactly(convert(Fraction(cell), column.get("unit", ""), quantity.get("unit", ""))))
    except GivenError:
        return None


def _any_answer(one: Known, other: Known) -> Known:
    if isinstance(one, Choice) and isinstance(other, Choice):
        return Choice(one.possible | other.possible, one.any_word or other.any_word)
    return either(one, other)
