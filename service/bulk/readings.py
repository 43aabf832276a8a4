"""As which whole numbers are the values of facts computed with, whatever columns they stand in?"""

from __future__ import annotations

from functools import reduce
from math import ceil, floor
from operator import or_
from typing import TYPE_CHECKING

import polars as pl

from rules.columns.cells import ended_places
from rules.columns.values import MAY_BE_ABSENT, MOST_CHOICES, WORD, field_column, input_column
from rules.engine.read_subject import MAXIMUM_RECORDS
from rules.model.scorecard import FactType
from service.bulk.cells_given import ABSENT_TEXT, CHOICES_BETWEEN, FLAGS, NONE_TEXT

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from rules.columns.forms import Column
    from rules.model.scorecard import FactDefinition

ABSENT = "not_applicable"
WORDS = (pl.String, pl.Categorical, pl.Enum)
TEXT_PLACES, _MOST_PLACES = 6, 9
_DIGITS = 17
LARGEST = 10**_DIGITS
"""Whole numbers of more than seventeen digits go to the core, whatever they say."""
_NUMBER = r"^-?[0-9]{1,11}(\.[0-9]{1,6})?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PLAIN_TEXT = r"^[!-~]([ -~]{0,1998}[!-~])?$"
EPOCH = 719_163
"""The day number of 1970-01-01, from which Polars counts."""
_SMALL = (pl.Int8, pl.Int16, pl.Int32, pl.UInt8, pl.UInt16, pl.UInt32)


def parts(fact: FactDefinition) -> dict[str, str]:
    """Name the columns in which a fact may stand, each by the part that it holds."""
    if fact.type is FactType.PERIOD:
        return {part: f"{fact.id}.{part}" for part in ("first", "last")}
    absent = {MAY_BE_ABSENT: f"{fact.id}.{ABSENT}"} if fact.may_not_apply else {}
    return {"": fact.id, **absent}


class Readings:
    """Reads the columns of facts, or of the fields of the records `within` a list.

    `places` says by how many decimal places numbers are scaled.
    """

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        domains: Mapping[str, tuple[str, ...]],
        words: Container[str],
        within: str,
    ) -> None:
        """Read columns of these types; `domains` are the values of choices and texts, `words` those that are kept."""
        self._schema = schema
        self._domains = domains
        self._words = words
        self._within = within
        self.places: dict[str, int] = {}

    def column(self, fact: FactDefinition, part: str = "") -> Column:
        """Name the column that is computed with."""
        return field_column(self._within, fact.id, part) if self._within else input_column(fact.id, part)

    def outside(self, fact: FactDefinition, made: pl.DataFrame) -> pl.Series | None:
        """Mark the numbers that are not in the domain of their fact; none are marked where all are."""
        if fact.type is not FactType.NUMBER:
            return None
        numbers, unity = made[self.column(fact).name], 10 ** self.places[fact.id]
        masks: list[pl.Series] = []
        least, most = numbers.min(), numbers.max()
        if fact.at_least is not None and isinstance(least, int) and least < fact.at_least * unity:
            masks.append(numbers < ceil(fact.at_least * unity))
        if fact.at_most is not None and isinstance(most, int) and most > fact.at_most * unity:
            masks.append(numbers > floor(fact.at_most * unity))
        if fact.multiple_of is not None:
            masks.append(numbers % int(fact.multiple_of * unity) != 0)
        return reduce(or_, masks) if masks else None

    def columns(self, fact: FactDefinition) -> Iterator[tuple[str, pl.Expr, pl.Expr | None]]:
        """Give the columns of a fact with their names, and what of them is odd."""
        names = parts(fact)
        found: pl.Expr
        odd: pl.Expr | None
        match fact.type:
            case FactType.RECORDS:
                listed = pl.col(fact.id).list.len() if self._is_there(fact.id) else pl.lit(None)
                found, odd = listed.cast(pl.Int64), listed > MAXIMUM_RECORDS
            case FactType.PERIOD:
                days = {part: self._day(name) for part, name in names.items()}
                first, last = days["first"][0], days["last"][0]
                reversed_ = (last < first) | (first.is_null() != last.is_null())
                for part, (day, unread) in days.items():
                    wrong = reversed_ if unread is None else unread | reversed_
                    yield self.column(fact, part).name, day, wrong
                return
            case FactType.NUMBER:
                found, odd = self._number(fact)
            case FactType.DATE:
                found, odd = self._day(fact.id)
            case FactType.CHOICES:
                found, odd = self._bits(fact)
            case _:
                found, odd = self._code(fact)
        if fact.id in self._words:
            written = self._text(fact.id) if self._is_there(fact.id) else pl.lit(None, pl.String)
            yield self.column(fact, WORD).name, written, None
        if fact.may_not_apply:
            absent, unread = self._absent(fact, names[MAY_BE_ABSENT])
            twice = absent & found.is_not_null()
            yield self.column(fact, MAY_BE_ABSENT).name, absent, twice if unread is None else twice | unread
            if odd is not None:
                odd &= ~absent
        yield self.column(fact).name, found, odd

    def _absent(self, fact: FactDefinition, column: str) -> tuple[pl.Expr, pl.Expr | None]:
        """Say where a fact does not apply, by its own word or by the column beside it, and where that is unreadable."""
        said, unread = [], None
        if self._is_there(column):
            beside = pl.col(column)
            if self._schema[column] in WORDS:
                text = self._text(column)
                beside = text.replace_strict(FLAGS, default=None, return_dtype=pl.Boolean)
                unread = text.is_not_null() & beside.is_null()
            said.append(beside.fill_null(False))
        if self._is_there(fact.id) and self._schema[fact.id] in WORDS:
            said.append((pl.col(fact.id).cast(pl.String) == ABSENT_TEXT).fill_null(False))
        return pl.any_horizontal(said) if said else pl.lit(False), unread

    def _text(self, name: str) -> pl.Expr:
        """Give a column of text; what is empty is missing."""
        text = pl.col(name).cast(pl.String)
        return pl.when(text != "").then(text)

    def _is_there(self, name: str) -> bool:
        return name in self._schema and self._schema[name] != pl.Null

    def _number(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        least = places_of_domain(fact)
        self.places[fact.id] = least
        if not self._is_there(fact.id):
            return pl.lit(None, pl.Int64), None
        kind = self._schema[fact.id]
        if fact.multiple_of is not None and (fact.multiple_of * 10**least).denominator != 1:
            return pl.lit(None, pl.Int64), pl.col(fact.id).is_not_null()
        if isinstance(kind, pl.Decimal):
            return self._decimal(fact, kind, least)
        if kind in WORDS:
            return self._written(fact, least)
        raw = pl.col(fact.id).cast(pl.Int64, strict=False)
        if kind in _SMALL:
            return raw * 10**least if least else raw, None
        most = LARGEST // 10**least
        fits = raw.is_between(-most, most)
        return pl.when(fits).then(raw) * 10**least, pl.col(fact.id).is_not_null() & ~fits.fill_null(False)

    def _decimal(self, fact: FactDefinition, kind: pl.Decimal, least: int) -> tuple[pl.Expr, pl.Expr | None]:
        """Read decimals; one with more places than are computed with goes to the core."""
        own = kind.scale
        places = max(least, min(own, _MOST_PLACES))
        self.places[fact.id] = places
        whole = pl.col(fact.id).to_physical()
        if kind.precision + places - own < _DIGITS and own <= places:
            return whole.cast(pl.Int64) * 10 ** (places - own) if places > own else whole.cast(pl.Int64), None
        most = min(LARGEST * 10 ** (own - places), 10**38 - 1) if own > places else LARGEST // 10 ** (places - own)
        fits = whole.is_between(-most, most)
        if own > places:
            fits &= (whole % 10 ** (own - places)) == 0
        within = pl.when(fits).then(whole)
        scaled = within // 10 ** (own - places) if own > places else within * 10 ** (places - own)
        return scaled.cast(pl.Int64, strict=False), ~fits

    def _written(self, fact: FactDefinition, least: int) -> tuple[pl.Expr, pl.Expr | None]:
        places = max(least, TEXT_PLACES)
        self.places[fact.id] = places
        text = self._text(fact.id)
        fits = text.str.contains(_NUMBER)
        whole = pl.when(fits).then(text).cast(pl.Decimal(38, TEXT_PLACES)).to_physical()
        return (whole * 10 ** (places - TEXT_PLACES)).cast(pl.Int64, strict=False), text.is_not_null() & ~fits

    def _day(self, name: str) -> tuple[pl.Expr, pl.Expr | None]:
        if not self._is_there(name):
            return pl.lit(None, pl.Int64), None
        if self._schema[name] == pl.Date:
            day = pl.col(name).to_physical().cast(pl.Int64) + EPOCH
            return day, ~day.is_between(1, 3_652_059)
        text = self._text(name)
        formed = pl.when(text.str.contains(_DAY)).then(text)
        day = formed.str.to_date("%Y-%m-%d", strict=False).to_physical().cast(pl.Int64) + EPOCH
        return day, text.is_not_null() & (day.is_null() | (day < 1))

    def _code(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        domain = self._domains[fact.id]
        kind = pl.UInt8 if len(domain) <= 255 else pl.UInt32
        if not self._is_there(fact.id):
            return pl.lit(None, kind), None
        if self._schema[fact.id] == pl.Boolean:
            return pl.col(fact.id).cast(kind), None
        text = self._text(fact.id)
        codes: dict[str, int] = {word: code for code, word in enumerate(domain)}
        if fact.type is FactType.FLAG:
            codes = {word: int(value) for word, value in FLAGS.items()}
        if fact.type is FactType.TEXT:
            codes.pop(domain[-1])
            plain = text.str.contains(_PLAIN_TEXT) & (text != ABSENT_TEXT)
            other = pl.lit(len(domain) - 1, kind)
            known = text.replace_strict(codes, default=other, return_dtype=kind) if codes else other
            return pl.when(text.is_not_null()).then(known), text.is_not_null() & ~plain
        code = text.replace_strict(codes, default=None, return_dtype=kind)
        return code, text.is_not_null() & code.is_null()

    def _bits(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        if not self._is_there(fact.id) or len(fact.choices) > MOST_CHOICES:
            there = pl.col(fact.id).is_not_null() if fact.id in self._schema else None
            return pl.lit(None, pl.Int64), there
        words = pl.col(fact.id)
        if self._schema[fact.id] in WORDS:
            text = self._text(fact.id)
            none = pl.lit([], pl.List(pl.String))
            words = pl.when(text == NONE_TEXT).then(none).otherwise(text.str.split(CHOICES_BETWEEN))
        else:
            words = words.cast(pl.List(pl.String))
        has = [words.list.contains(choice.id) for choice in fact.choices]
        bits = pl.sum_horizontal([one.cast(pl.Int64) * (1 << place) for place, one in enumerate(has)])
        count = pl.sum_horizontal([one.cast(pl.UInt32) for one in has])
        return pl.when(words.is_not_null()).then(bits), words.is_not_null() & (count != words.list.len())


def places_of_domain(fact: FactDefinition) -> int:
    """Give the decimal places that the domain of a fact needs, as far as columns can have them."""
    bounds = [bound for bound in (fact.at_least, fact.at_most, fact.multiple_of) if bound is not None]
    needed = [ended_places(bound) for bound in bounds]
    return max((_MOST_PLACES if places is None else min(places, _MOST_PLACES) for places in needed), default=0)
