"""Aggregates over the records of a list: sum, count, share, average, minimum and maximum as intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from recompute.days import NEVER, day_number
from recompute.intervals import (
    EVERYTHING,
    NOTHING,
    ZERO,
    Interval,
    divide,
    exactly,
    greatest,
    hull,
    hull_of,
    interval,
    least,
    negate,
    times,
    total,
)
from recompute.known import ABSENT, MET, NOT_MET, Gone, Json, Known, Number, Records, any_of, number_of
from recompute.numbers import factor_of, read_number
from recompute.reading import bounds_of


class Part(NamedTuple):
    """The contribution of one record to a figure: amount, whether it counts, and whether it certainly exists."""

    amount: Interval
    counts: str
    there: bool

    @property
    def sure(self) -> bool:
        """Whether it surely counts, as a number."""
        return self.counts == MET and self.there

    @property
    def if_there(self) -> Interval:
        """The amount, extended to zero if the value may be absent."""
        return self.amount if self.there else hull(NOTHING, self.amount)


def counts(quantity: Json, rows: list[str]) -> str:
    """Return whether a record counts, from the outcomes of the rows of a sum."""
    return any_of(rows) if quantity["rows"] else MET


def figure_of(quantity: Json, listed: Known, field: Json, counted: Mapping[str, str]) -> Known:
    """Return all possible values of a sum over a list. `counted` maps each key to whether its record counts."""
    if isinstance(listed, Gone):
        return listed
    if not isinstance(listed, Records) or listed.records is None:
        return Number(_of_any(quantity, field))
    found = [_part(quantity, fields, field, counted[key]) for key, fields in listed.records]
    parts = [part for part in found if part is not None]
    kind = quantity.get("figure")
    if kind in {None, "count"}:
        ones = parts if kind is None else [part._replace(amount=exactly(1)) for part in parts]
        added = total(part.amount if part.sure else hull(NOTHING, part.amount) for part in ones)
        return Number(added if kind else times(added, _own(quantity, field)))
    figure = _figure(kind, parts)
    possible = [] if figure is None else [times(figure, _own(quantity, field))]
    if _whole(parts).holds(ZERO) if kind == "share" else not any(part.sure for part in parts):
        possible.append(instead(quantity))
    return Number(hull_of(possible))


def _own(quantity: Json, field: Json) -> Fraction:
    given = Fraction(1) if quantity.get("figure") == "share" else factor_of(field.get("unit", ""))
    return given / factor_of(quantity.get("unit", ""))


def instead(quantity: Json) -> Interval:
    """Return the value of a figure over no records."""
    if "when_none_day" in quantity:
        day = quantity["when_none_day"]
        return exactly(NEVER if day == "never" else day_number(day))
    return exactly(read_number(quantity["when_none"])) if "when_none" in quantity else EVERYTHING


def never_below(one: Interval) -> bool:
    """Return whether an interval has no negative numbers."""
    return one.low is not None and one.low >= 0


def of_amounts(quantity: Json, one: Interval) -> Interval:
    """Return the range of a figure, except sum and count, over amounts in its unit."""
    if quantity["figure"] != "share":
        return one
    return Interval(ZERO, 1 / factor_of(quantity.get("unit", ""))) if never_below(one) else EVERYTHING


def _of_any(quantity: Json, field: Json) -> Interval:
    one = times(bounds_of(field), _own(quantity, field)) if quantity["of"] else exactly(1)
    if quantity.get("figure") in {None, "count"}:
        return interval(ZERO, None) if never_below(one) else EVERYTHING
    return hull(of_amounts(quantity, one), instead(quantity))


def _part(quantity: Json, fields: Mapping[str, Known], field: Json, answer: str) -> Part | None:
    if answer == NOT_MET and quantity.get("figure") != "share":
        return None
    found = fields[quantity["of"]] if quantity["of"] else Number(exactly(1))
    if found == ABSENT:
        return None
    return Part(number_of(found, bounds_of(field)), answer, isinstance(found, Number))


def _figure(kind: str, parts: list[Part]) -> Interval | None:
    if not parts:
        return None
    if kind == "share":
        return _share(parts)
    if kind == "average":
        low = _least_mean([(part.amount, part.sure) for part in parts])
        high = negate(_least_mean([(negate(part.amount), part.sure) for part in parts]))
        return Interval(low.low, high.high, low.low_open, high.high_open)
    further = greatest if kind in {"greatest", "latest"} else least
    sure = [part.amount for part in parts if part.sure]
    if not sure:
        return hull_of(part.amount for part in parts)
    surely = reduce(further, sure)
    return hull_of([surely, *(further(surely, part.amount) for part in parts if not part.sure)])


def _least_mean(amounts: list[tuple[Interval, bool]]) -> Interval:
    ends = [(amount.low, amount.low_open, sure) for amount, sure in amounts if amount.low is not None]
    if len(ends) < len(amounts):
        return EVERYTHING
    taken = [(low, opened) for low, opened, sure in ends if sure]
    others = sorted((low, opened) for low, opened, sure in ends if not sure)
    taken = taken or [others.pop(0)]
    for low, opened in others:
        if low < _mean(taken):
            taken.append((low, opened))
    return interval(_mean(taken), None, any(opened for _, opened in taken))


def _mean(taken: list[tuple[Fraction, bool]]) -> Fraction:
    return sum((low for low, _ in taken), ZERO) / len(taken)


def _whole(parts: Iterable[Part]) -> Interval:
    return total(part.if_there for part in parts)


def _share(parts: list[Part]) -> Interval | None:
    counting = [part for part in parts if part.counts != NOT_MET]
    if _whole(parts).value == 0:
        return None
    if not all(never_below(part.amount) for part in parts):
        possible = total(part.amount if part.sure else hull(NOTHING, part.amount) for part in counting)
        return divide(possible, _whole(parts))
    surely, not_surely = [p for p in parts if p.counts == MET], [p for p in parts if p.counts != MET]
    low = _least_share(_whole(surely), _whole(not_surely))
    high = _least_share(_whole(p for p in parts if p.counts == NOT_MET), _whole(counting))
    return Interval(low[0], 1 - high[0], low[1], high[1])


def _least_share(inside: Interval, outside: Interval) -> tuple[Fraction, bool]:
    if outside.value == 0:
        return Fraction(1), False
    low = inside.low or ZERO
    if low == 0 or outside.high is None:
        return ZERO, inside.low_open if low == 0 else True
    return low / (low + outside.high), inside.low_open or outside.high_open
