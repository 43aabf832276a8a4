"""Aggregates over list records: plain arithmetic, and tight bounds over all completions of unknown fields."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.extents import ListRecord, NotApplicable, NumberExtent, RecordsExtent, UnknownOrAbsent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.aggregates import aggregate_extent
from rules.model.scorecard import AggregateKind, FactDefinition, FactType, SumQuantity, SumRow
from rules.program.date_arithmetic import NEVER
from tests.support.tiers import tries

FIELD = FactDefinition(id="amount", type=FactType.NUMBER, unit="kg", at_least=Fraction(-5), may_not_apply=True)
INSTEAD = Fraction(7)
AMOUNTS = st.integers(-4, 6).map(Fraction)
ANSWERS = st.sampled_from([Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED])
Open = tuple[Interval | None, Outcome]
"""A record: the interval of its amount, or None without amount, and whether the record counts."""


def records(lowest: int) -> st.SearchStrategy[list[Open]]:
    amounts = AMOUNTS.map(lambda amount: max(amount, Fraction(lowest)))
    spans = st.tuples(amounts, amounts).map(lambda pair: Interval(min(pair), max(pair)))
    return st.lists(st.tuples(st.none() | spans, ANSWERS), max_size=4)


def quantity(kind: AggregateKind | None, of: str = "amount", unit: str = "kg") -> SumQuantity:
    rows = (SumRow(basis=("law",)),)
    instead = None if kind in (None, AggregateKind.COUNT) else INSTEAD
    return SumQuantity(id="q", unit=unit, list="lots", of=of, rows=rows, figure=kind, when_none=instead)


def concluded(sum_quantity: SumQuantity, given_records: list[Open]) -> Interval:
    held = tuple(
        ListRecord(str(number), {"amount": NotApplicable() if span is None else NumberExtent(span)})
        for number, (span, _) in enumerate(given_records)
    )
    counted = {str(number): {"q:0": answer} for number, (_, answer) in enumerate(given_records)}
    extent = aggregate_extent(sum_quantity, RecordsExtent(held), FIELD, counted)
    assert isinstance(extent, NumberExtent)
    return extent.interval


def plainly(kind: AggregateKind | None, of: str, chosen: list[tuple[Fraction | None, bool]]) -> Fraction:
    if not of:
        everything, counting = [Fraction(1) for _ in chosen], [Fraction(1) for _, counts in chosen if counts]
    else:
        everything = [amount for amount, _ in chosen if amount is not None]
        counting = [amount for amount, counts in chosen if counts and amount is not None]
    match kind:
        case None:
            return sum(counting, Fraction(0))
        case AggregateKind.COUNT:
            return Fraction(len(counting))
        case AggregateKind.SHARE:
            return sum(counting, Fraction(0)) / sum(everything, Fraction(0)) if sum(everything) else INSTEAD
        case AggregateKind.AVERAGE:
            return sum(counting, Fraction(0)) / len(counting) if counting else INSTEAD
        case AggregateKind.LEAST | AggregateKind.EARLIEST:
            return min(counting, default=INSTEAD)
        case AggregateKind.GREATEST | AggregateKind.LATEST:
            return max(counting, default=INSTEAD)


def completions(given_records: list[Open]) -> list[list[tuple[Fraction | None, bool]]]:
    """List every completion at the ends of the amounts."""
    ways = []
    for span, answer in given_records:
        amounts = [None] if span is None else sorted({span.low, span.high}, key=lambda end: end or 0)
        counts = [True, False] if answer is Outcome.UNDETERMINED else [answer is Outcome.MET]
        ways.append([(amount, one) for amount in amounts for one in counts])
    return [list(way) for way in product(*ways)]


KINDS: list[tuple[AggregateKind | None, str, str]] = [
    (None, "amount", "kg"),
    (AggregateKind.COUNT, "", ""),
    (AggregateKind.SHARE, "", ""),
    (AggregateKind.SHARE, "amount", ""),
    (AggregateKind.AVERAGE, "amount", "kg"),
    (AggregateKind.LEAST, "amount", "kg"),
    (AggregateKind.GREATEST, "amount", "kg"),
]


@pytest.mark.parametrize(("kind", "of", "unit"), KINDS, ids=[f"{kind}-{of}" for kind, of, _ in KINDS])
@settings(max_examples=tries(150))
@given(data=st.data())
def test_every_completion_is_allowed_and_both_ends_are_reached(
    kind: AggregateKind | None, of: str, unit: str, data: st.DataObject
) -> None:
    never_negative = kind is AggregateKind.SHARE or data.draw(st.booleans())
    given_records = data.draw(records(0 if never_negative else -4))
    interval = concluded(quantity(kind, of, unit), given_records)
    values = [plainly(kind, of, way) for way in completions(given_records)]
    assert all(interval.contains(value) for value in values), (interval, values)
    assert (interval.low, interval.high) == (min(values), max(values))


@given(given_records=records(-4))
def test_a_share_of_possibly_negative_amounts_is_bounded(given_records: list[Open]) -> None:
    interval = concluded(quantity(AggregateKind.SHARE, "amount", "%"), given_records)
    for way in completions(given_records):
        value = plainly(AggregateKind.SHARE, "amount", way)
        assert interval.contains(value if value == INSTEAD else value * 100)


def test_an_unknown_list_may_contain_any_records() -> None:
    unknown = RecordsExtent(None)
    expected = {
        AggregateKind.COUNT: Interval(Fraction(0), None),
        AggregateKind.SHARE: UNBOUNDED,
        AggregateKind.LEAST: Interval(Fraction(-5), None),
    }
    for kind, interval in expected.items():
        of = "" if kind is AggregateKind.COUNT else "amount"
        assert aggregate_extent(quantity(kind, of), unknown, FIELD, {}) == NumberExtent(interval)
    share_of_count = quantity(AggregateKind.SHARE, "", "%").model_copy(update={"when_none": Fraction(100)})
    assert aggregate_extent(share_of_count, unknown, FIELD, {}) == NumberExtent(Interval(Fraction(0), Fraction(100)))


@pytest.mark.parametrize("extent", [NotApplicable(), UnknownOrAbsent()])
def test_a_list_that_does_not_apply_has_no_figures(extent: NotApplicable | UnknownOrAbsent) -> None:
    assert aggregate_extent(quantity(AggregateKind.AVERAGE), extent, FIELD, {}) == extent


def test_dates_are_aggregated_like_numbers() -> None:
    first, last = (Fraction(date(2026, 1, day).toordinal()) for day in (3, 9))
    lots: list[Open] = [(point_interval(first), Outcome.UNDETERMINED), (point_interval(last), Outcome.MET)]
    for kind, expected in (
        (AggregateKind.EARLIEST, Interval(first, last)),
        (AggregateKind.LATEST, point_interval(last)),
    ):
        days = quantity(kind, unit="").model_copy(update={"when_none": None, "when_none_day": "never"})
        counted = {str(number): {"q:0": answer} for number, (_, answer) in enumerate(lots)}
        held = tuple(
            ListRecord(str(number), {"amount": NumberExtent(span or UNBOUNDED)})
            for number, (span, _) in enumerate(lots)
        )
        plain = FactDefinition(id="amount", type=FactType.DATE)
        assert aggregate_extent(days, RecordsExtent(held), plain, counted) == NumberExtent(expected)
        assert aggregate_extent(days, RecordsExtent(()), plain, {}) == NumberExtent(point_interval(Fraction(NEVER)))


def test_an_aggregate_is_returned_in_its_own_unit() -> None:
    lots: list[Open] = [(point_interval(Fraction(3)), Outcome.MET), (point_interval(Fraction(4)), Outcome.MET)]
    tonnes = quantity(AggregateKind.AVERAGE, unit="t")
    assert concluded(tonnes, lots) == point_interval(Fraction(7, 2000))
    assert concluded(quantity(AggregateKind.SHARE, unit="%"), lots) == point_interval(Fraction(100))
