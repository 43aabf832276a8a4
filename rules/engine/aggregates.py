"""Interval aggregates over list records: sum, count, share, average, minimum and maximum."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache, reduce
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import Extent, NotApplicable, NumberExtent, RecordsExtent, UnknownOrAbsent
from rules.contracts.intervals import (
    UNBOUNDED,
    Interval,
    divide,
    hull,
    maximum,
    minimum,
    negate,
    point_interval,
    scale_interval,
    total_of,
)
from rules.contracts.numbers import fraction_of_int, sum_of
from rules.contracts.outcomes import Outcome, any_of
from rules.contracts.units import unit
from rules.engine.both_evaluators import Outcomes
from rules.model.quantities import AggregateKind, SumQuantity
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.extents import ListRecord
    from rules.model.definitions import FactDefinition
    from rules.program.value_environment import Values

_ZERO, _ONE = point_interval(Fraction(0)), point_interval(Fraction(1))


class _RecordAmount(NamedTuple):
    """The number that one record brings, in the unit of its field, and whether it counts and surely has one.

    Of a share every record brings its number to the whole, if it surely does not count too.
    """

    amount: Interval
    counts: Outcome
    surely_there: bool

    @property
    def surely(self) -> bool:
        """Whether the record surely counts, with a number."""
        return self.counts is Outcome.MET and self.surely_there


def counts(quantity: SumQuantity, outcomes: Mapping[str, Outcome]) -> Outcome:
    """Say whether one record counts: it does if any row holds, and once only; without rows every record counts."""
    kept = outcomes.counting if isinstance(outcomes, Outcomes) else {}
    counted = kept.get(quantity.id)
    if counted is None:
        answers = [outcomes[f"{quantity.id}:{index}"] for index in range(len(quantity.rows))]
        counted = kept[quantity.id] = any_of(answers) if answers else Outcome.MET
    return counted


def is_neutral(quantity: SumQuantity, values: Values) -> bool:
    """Say whether it changes nothing if a record counts: its number does not apply, or is zero and summed."""
    amount = values.extents[quantity.of] if quantity.of else None
    if isinstance(amount, NumberExtent):
        return quantity.figure is None and amount.interval.value == 0
    return isinstance(amount, NotApplicable)


def aggregate_extent(
    quantity: SumQuantity, extent: Extent, field: FactDefinition, counted: Mapping[str, Mapping[str, Outcome]]
) -> Extent:
    """Give all values that a figure of a list of records can have, in its own unit."""
    if isinstance(extent, (NotApplicable, UnknownOrAbsent)):
        return extent
    if not isinstance(extent, RecordsExtent) or extent.records is None:
        return NumberExtent(_of_any_records(quantity, field))
    parts = []
    answers: dict[int, Outcome] = {}  # many records share their outcomes
    for record in extent.records:
        outcomes = counted[record.key]
        answer = answers.get(id(outcomes))
        if answer is None:
            answer = answers[id(outcomes)] = counts(quantity, outcomes)
        part = _part(record, quantity, field, answer)
        if part is not None:
            parts.append(part)
    interval = _figure(quantity.figure, parts)
    if quantity.figure is AggregateKind.COUNT:
        return NumberExtent(interval or _ZERO)
    converted = _to_own(interval, quantity, field)
    if not _may_be_none(quantity.figure, parts):
        return NumberExtent(converted or UNBOUNDED)
    instead = _instead(quantity)
    return NumberExtent(instead if converted is None else hull(converted, instead))


def _to_own(interval: Interval | None, quantity: SumQuantity, field: FactDefinition) -> Interval | None:
    if interval is None:
        return None
    return scale_interval(
        interval, _factor("" if quantity.figure is AggregateKind.SHARE else field.unit, quantity.unit)
    )


@cache
def _factor(given: str, wanted: str) -> Fraction:
    """Give by what numbers of one unit are multiplied to stand in another."""
    return unit(given).factor / unit(wanted).factor


def _of_any_records(quantity: SumQuantity, field: FactDefinition) -> Interval:
    """Give all that a list may give whose records are not known."""
    never_negative = not quantity.of or (field.at_least is not None and field.at_least >= 0)
    if quantity.figure in (None, AggregateKind.COUNT):
        return Interval(Fraction(0), None) if never_negative else UNBOUNDED
    if (instead := _instead(quantity)) == UNBOUNDED:
        return UNBOUNDED
    if quantity.figure is AggregateKind.SHARE:
        all_of_it = Interval(Fraction(0), _factor("", quantity.unit)) if never_negative else UNBOUNDED
    else:
        domain = Interval(field.at_least, field.at_most)
        all_of_it = scale_interval(domain, _factor(field.unit, quantity.unit))
    return hull(all_of_it, instead)


def _instead(quantity: SumQuantity) -> Interval:
    """Give what the quantity is where there is nothing to take the figure of; anything if nothing says so."""
    if quantity.when_none_day is not None:
        day = quantity.when_none_day
        return point_interval(fraction_of_int(day.toordinal() if isinstance(day, date) else NEVER))
    return UNBOUNDED if quantity.when_none is None else point_interval(quantity.when_none)


def _part(record: ListRecord, quantity: SumQuantity, field: FactDefinition, answer: Outcome) -> _RecordAmount | None:
    """Give what a record brings; nothing if it does not count, or its number does not apply."""
    if answer is Outcome.NOT_MET and quantity.figure is not AggregateKind.SHARE:
        return None
    if not quantity.of:
        return _RecordAmount(_ONE, answer, surely_there=True)
    extent = record.fields[quantity.of]
    if isinstance(extent, NotApplicable):
        return None
    if isinstance(extent, NumberExtent):
        return _RecordAmount(extent.interval, answer, surely_there=True)
    return _RecordAmount(Interval(field.at_least, field.at_most), answer, surely_there=False)


def _may_be_none(figure: AggregateKind | None, parts: list[_RecordAmount]) -> bool:
    """Say whether there may be nothing to take the figure of."""
    match figure:
        case None | AggregateKind.COUNT:
            return False
        case AggregateKind.SHARE:
            return _total_amount(parts).contains(Fraction(0))
        case _:
            return not any(part.surely for part in parts)


def _if_there(part: _RecordAmount) -> Interval:
    return part.amount if part.surely_there else hull(_ZERO, part.amount)


def _figure(figure: AggregateKind | None, parts: list[_RecordAmount]) -> Interval | None:
    """Give a figure in the unit of the field; none if there is surely nothing to take it of."""
    match figure:
        case None:
            return total_of(part.amount if part.surely else hull(_ZERO, part.amount) for part in parts)
        case AggregateKind.COUNT:
            return total_of(_ONE if part.surely else Interval(Fraction(0), Fraction(1)) for part in parts)
        case AggregateKind.SHARE:
            return _share(parts)
        case AggregateKind.AVERAGE:
            lowest = _least_average([(part.amount, part.surely) for part in parts])
            highest = _least_average([(negate(part.amount), part.surely) for part in parts])
            return None if lowest is None or highest is None else _combine_bounds(lowest, negate(highest))
        case AggregateKind.LEAST | AggregateKind.EARLIEST:
            return _extreme(parts, greatest=False)
        case AggregateKind.GREATEST | AggregateKind.LATEST:
            return _extreme(parts, greatest=True)


def _share(parts: list[_RecordAmount]) -> Interval | None:
    """Give the share of what counts; the more counts, and the less does not, the greater it is."""
    counting = [part for part in parts if part.counts is not Outcome.NOT_MET]
    whole_amount = _total_amount(parts)
    if whole_amount.value == 0:
        return None
    if any(part.amount.low is None or part.amount.low < 0 for part in parts):
        part_amount = total_of(part.amount if part.surely else hull(_ZERO, part.amount) for part in counting)
        return divide(part_amount, whole_amount)
    surely = [part for part in parts if part.counts is Outcome.MET]
    low, low_open = _least_share(
        _total_amount(surely), _total_amount(part for part in parts if part.counts is not Outcome.MET)
    )
    high, high_open = _least_share(
        _total_amount(part for part in parts if part.counts is Outcome.NOT_MET), _total_amount(counting)
    )
    return Interval(low, 1 - high, low_open, high_open)


def _total_amount(parts: Iterable[_RecordAmount]) -> Interval:
    return total_of(_if_there(part) for part in parts)


def _least_share(inside: Interval, outside: Interval) -> tuple[Fraction, bool]:
    """Give the least share of one amount in both, neither below zero, and whether it is only come near to."""
    if outside.value == 0:
        return Fraction(1), False
    low = inside.low or Fraction(0)
    if low == 0 or outside.high is None:
        return Fraction(0), inside.low_open if low == 0 else True
    return low / (low + outside.high), inside.low_open or outside.high_open


def _extreme(parts: list[_RecordAmount], *, greatest: bool) -> Interval | None:
    """Give the greatest or least of the numbers that count; those that may count can only take it further."""
    further = maximum if greatest else minimum
    sure = [part.amount for part in parts if part.surely]
    if not sure:
        return reduce(hull, (part.amount for part in parts)) if parts else None
    surely = reduce(further, sure)
    perhaps = (hull(surely, further(surely, part.amount)) for part in parts if not part.surely)
    return reduce(hull, perhaps, surely)


def _least_average(amounts: list[tuple[Interval, bool]]) -> Interval | None:
    """Give the least average as the low end of an interval; what may count is taken in while it brings that down."""
    if not amounts:
        return None
    if any(amount.low is None for amount, _ in amounts):
        return UNBOUNDED
    ends = [(amount.low or Fraction(0), amount.low_open, surely) for amount, surely in amounts]
    sure = [(low, is_open) for low, is_open, surely in ends if surely]
    perhaps = sorted((low, is_open) for low, is_open, surely in ends if not surely)
    included = sure or [perhaps.pop(0)]
    for low, is_open in perhaps:
        if low >= _mean(included):
            break
        included.append((low, is_open))
    least = _mean(included)
    return Interval(least, None, any(is_open for _, is_open in included), False)


def _mean(included: list[tuple[Fraction, bool]]) -> Fraction:
    return sum_of(low for low, _ in included) / fraction_of_int(len(included))


def _combine_bounds(low: Interval, high: Interval) -> Interval:
    return Interval(low.low, high.high, low.low_open, high.high_open)
