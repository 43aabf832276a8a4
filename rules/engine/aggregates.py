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
    """The possible amount of one record. A share also includes records that do not count."""

    amount: Interval
    counts: Outcome
    surely_there: bool

    @property
    def surely(self) -> bool:
        return self.counts is Outcome.MET and self.surely_there


def counts(quantity: SumQuantity, outcomes: Mapping[str, Outcome]) -> Outcome:
    """Return whether a record counts (any row is true, or there are no rows). Cached in `outcomes`."""
    cached = outcomes.counting if isinstance(outcomes, Outcomes) else {}
    counted = cached.get(quantity.id)
    if counted is None:
        answers = [outcomes[f"{quantity.id}:{index}"] for index in range(len(quantity.rows))]
        counted = cached[quantity.id] = any_of(answers) if answers else Outcome.MET
    return counted


def is_neutral(quantity: SumQuantity, values: Values) -> bool:
    """Return whether counting a record leaves the aggregate unchanged."""
    amount = values.extents[quantity.of] if quantity.of else None
    if isinstance(amount, NumberExtent):
        return quantity.figure is None and amount.interval.value == 0
    return isinstance(amount, NotApplicable)


def aggregate_extent(
    quantity: SumQuantity, extent: Extent, field: FactDefinition, counted: Mapping[str, Mapping[str, Outcome]]
) -> Extent:
    """Return all possible values of an aggregate over a list, in the unit of the quantity."""
    if isinstance(extent, (NotApplicable, UnknownOrAbsent)):
        return extent
    if not isinstance(extent, RecordsExtent) or extent.records is None:
        return NumberExtent(_interval_of_unknown_records(quantity, field))
    parts = []
    answers: dict[int, Outcome] = {}  # records often share an outcomes object
    for record in extent.records:
        outcomes = counted[record.key]
        answer = answers.get(id(outcomes))
        if answer is None:
            answer = answers[id(outcomes)] = counts(quantity, outcomes)
        part = _amount_of_record(record, quantity, field, answer)
        if part is not None:
            parts.append(part)
    interval = _aggregate_interval(quantity.figure, parts)
    if quantity.figure is AggregateKind.COUNT:
        return NumberExtent(interval or _ZERO)
    converted = _in_unit_of_quantity(interval, quantity, field)
    if not _may_be_empty(quantity.figure, parts):
        return NumberExtent(converted or UNBOUNDED)
    instead = _value_when_empty(quantity)
    return NumberExtent(instead if converted is None else hull(converted, instead))


def _in_unit_of_quantity(interval: Interval | None, quantity: SumQuantity, field: FactDefinition) -> Interval | None:
    if interval is None:
        return None
    return scale_interval(
        interval, _factor("" if quantity.figure is AggregateKind.SHARE else field.unit, quantity.unit)
    )


@cache
def _factor(source_unit: str, target_unit: str) -> Fraction:
    return unit(source_unit).factor / unit(target_unit).factor


def _interval_of_unknown_records(quantity: SumQuantity, field: FactDefinition) -> Interval:
    never_negative = not quantity.of or (field.at_least is not None and field.at_least >= 0)
    if quantity.figure in (None, AggregateKind.COUNT):
        return Interval(Fraction(0), None) if never_negative else UNBOUNDED
    if (instead := _value_when_empty(quantity)) == UNBOUNDED:
        return UNBOUNDED
    if quantity.figure is AggregateKind.SHARE:
        any_value = Interval(Fraction(0), _factor("", quantity.unit)) if never_negative else UNBOUNDED
    else:
        domain = Interval(field.at_least, field.at_most)
        any_value = scale_interval(domain, _factor(field.unit, quantity.unit))
    return hull(any_value, instead)


def _value_when_empty(quantity: SumQuantity) -> Interval:
    if quantity.when_none_day is not None:
        day = quantity.when_none_day
        return point_interval(fraction_of_int(day.toordinal() if isinstance(day, date) else NEVER))
    return UNBOUNDED if quantity.when_none is None else point_interval(quantity.when_none)


def _amount_of_record(
    record: ListRecord, quantity: SumQuantity, field: FactDefinition, answer: Outcome
) -> _RecordAmount | None:
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


def _may_be_empty(figure: AggregateKind | None, parts: list[_RecordAmount]) -> bool:
    match figure:
        case None | AggregateKind.COUNT:
            return False
        case AggregateKind.SHARE:
            return _total_amount(parts).contains(Fraction(0))
        case _:
            return not any(part.surely for part in parts)


def _amount_if_present(part: _RecordAmount) -> Interval:
    return part.amount if part.surely_there else hull(_ZERO, part.amount)


def _aggregate_interval(figure: AggregateKind | None, parts: list[_RecordAmount]) -> Interval | None:
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
    """Return the counted share; None if the total is certainly zero.

    Without negative amounts, the extreme amounts determine exact bounds.
    """
    counting = [part for part in parts if part.counts is not Outcome.NOT_MET]
    total_amount = _total_amount(parts)
    if total_amount.value == 0:
        return None
    if any(part.amount.low is None or part.amount.low < 0 for part in parts):
        part_amount = total_of(part.amount if part.surely else hull(_ZERO, part.amount) for part in counting)
        return divide(part_amount, total_amount)
    surely = [part for part in parts if part.counts is Outcome.MET]
    low, low_open = _lower_bound_of_share(
        _total_amount(surely), _total_amount(part for part in parts if part.counts is not Outcome.MET)
    )
    high, high_open = _lower_bound_of_share(
        _total_amount(part for part in parts if part.counts is Outcome.NOT_MET), _total_amount(counting)
    )
    return Interval(low, 1 - high, low_open, high_open)


def _total_amount(parts: Iterable[_RecordAmount]) -> Interval:
    return total_of(_amount_if_present(part) for part in parts)


def _lower_bound_of_share(inside: Interval, outside: Interval) -> tuple[Fraction, bool]:
    if outside.value == 0:
        return Fraction(1), False
    low = inside.low or Fraction(0)
    if low == 0 or outside.high is None:
        return Fraction(0), inside.low_open if low == 0 else True
    return low / (low + outside.high), inside.low_open or outside.high_open


def _extreme(parts: list[_RecordAmount], *, greatest: bool) -> Interval | None:
    more_extreme = maximum if greatest else minimum
    sure = [part.amount for part in parts if part.surely]
    if not sure:
        return reduce(hull, (part.amount for part in parts)) if parts else None
    surely = reduce(more_extreme, sure)
    perhaps = (hull(surely, more_extreme(surely, part.amount)) for part in parts if not part.surely)
    return reduce(hull, perhaps, surely)


def _least_average(amounts: list[tuple[Interval, bool]]) -> Interval | None:
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
