"""Small tables of a card: independent computation by hand on random subjects, and soundness for unknown keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
)
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_values import unknown_extent
from rules.language.compiler import compile_folder
from tests.support.guide import LEVY, card
from tests.support.tiers import tries

AS_OF = date(2026, 6, 30)
SEEDS = range(tries(40))


@dataclass(frozen=True)
class Delivery:
    """One delivery of the card of the guide."""

    fuel: str
    mass: Fraction
    day: date
    bio: Fraction


@dataclass(frozen=True)
class Supplier:
    """One supplier, everything known."""

    first: date
    last: date
    opened: date
    trade: str
    size: Fraction
    use: Fraction
    deliveries: tuple[Delivery, ...]


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    compiled = compile_folder(card(LEVY))
    assert compiled.scorecard is not None
    engine = InferenceEngine(compiled.scorecard)
    yield engine
    engine.close()


def random_supplier(seed: int) -> Supplier:
    pick = Random(seed)
    first = date(pick.randint(2024, 2030), pick.choice([1, 7]), 1)
    edges = [date(2019, 12, 31), date(2020, 1, 1), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    return Supplier(
        first,
        first + timedelta(days=pick.choice([0, 180, 364, 700])),
        pick.choice(edges),
        pick.choice(["wholesale", "filling"]),
        Fraction(pick.choice(["0", "9.99", "10", "100", "250", "1000", "4000"])),
        Fraction(pick.choice(["0", "12.5", "50", "75", "100"])),
        tuple(
            Delivery(
                pick.choice(["petrol", "gas"]),
                Fraction(pick.randint(0, 90), 7),
                pick.choice([*edges, date(2025, 12, 31)]),
                Fraction(pick.choice([0, 10, 33, 100])),
            )
            for _ in range(pick.randint(0, 4))
        ),
    )


def on_line(value: Fraction, *corners: tuple[int, Fraction | int]) -> Fraction:
    """Read a value off the line by the share of the way between two corners."""
    for (low, start), (high, end) in pairwise(corners):
        if low <= value <= high:
            way = (value - low) / (high - low)
            return (1 - way) * start + way * end
    return Fraction(corners[0][1] if value < corners[0][0] else corners[-1][1])


def share(supplier: Supplier) -> Fraction | None:
    """Read the share in percent; a year that lies across two rows, or after 2028, has none."""
    if supplier.last < date(2026, 1, 1):
        return Fraction(0)
    if supplier.first >= date(2026, 1, 1) and supplier.last <= date(2026, 12, 31):
        return Fraction("97.5")
    if supplier.first >= date(2027, 1, 1) and supplier.last <= date(2028, 12, 31):
        return Fraction(95)
    return None


def charge(delivery: Delivery) -> Fraction:
    price = 0 if delivery.day.year < 2026 else 55 if delivery.day.year == 2026 else 60
    factor = Fraction("3.1" if delivery.fuel == "petrol" else "2.7")
    early, late = Fraction("0.5"), Fraction("0.8")
    weight = 1 if delivery.fuel != "gas" else early if delivery.day.year < 2027 else late
    slope, relief = on_line(delivery.bio, (0, 1), (100, Fraction(1, 3))), on_line(delivery.bio, (0, 0), (100, 90))
    return delivery.mass * factor * weight * slope * price * (1 - relief / 100)


def levy(supplier: Supplier) -> Fraction | None:
    charges = sum(map(charge, supplier.deliveries), Fraction(0))
    rate = 1 if supplier.trade == "filling" or supplier.size < 10 else 3
    percentage = share(supplier)
    if percentage is None:
        return None
    old = Fraction(1, 2) if supplier.opened < date(2020, 1, 1) else 1
    effort = on_line(supplier.size, (100, 1), (1000, 4))
    loss = on_line(supplier.use, (0, 4), (50, 2), (100, 1))
    return charges * percentage / 100 * old * effort * (1 - loss / 100) + charges * rate / 100


def day(value: date) -> Interval:
    return point_interval(Fraction(value.toordinal()))


def facts(supplier: Supplier) -> dict[str, Extent]:
    records = tuple(
        ListRecord(
            f"D{place}",
            {
                "note": ChoiceExtent(frozenset({f"D{place}"})),
                "fuel": ChoiceExtent(frozenset({one.fuel})),
                "mass": NumberExtent(point_interval(one.mass)),
                "day": NumberExtent(day(one.day)),
                "grown": NumberExtent(point_interval(one.bio)),
            },
        )
        for place, one in enumerate(supplier.deliveries)
    )
    return {
        "year": PeriodExtent(day(supplier.first), day(supplier.last)),
        "opened": NumberExtent(day(supplier.opened)),
        "trade": ChoiceExtent(frozenset({supplier.trade})),
        "size": NumberExtent(point_interval(supplier.size)),
        "use": NumberExtent(point_interval(supplier.use)),
        "deliveries": RecordsExtent(records),
    }


def concluded(engine: InferenceEngine, known: dict[str, Extent]) -> Inference:
    unknown = {fact.id: unknown_extent(fact) for fact in engine.plan.scorecard.facts}
    return engine.infer(InferenceQuestion({**unknown, **known}, {}, AS_OF, {}))


def quantity_of(inference: Inference, name: str) -> Interval:
    extent = inference.values.extents[name]
    assert isinstance(extent, NumberExtent)
    return extent.interval


@pytest.mark.parametrize("seed", SEEDS)
def test_a_levy_from_known_facts_equals_the_manual_computation(engine: InferenceEngine, seed: int) -> None:
    supplier = random_supplier(seed)
    expected = levy(supplier)
    there = quantity_of(concluded(engine, facts(supplier)), "levy")
    if expected is not None:
        assert there == point_interval(expected)
    elif any(map(charge, supplier.deliveries)):
        assert there == UNBOUNDED


OTHERS: dict[str, list[date | str | Fraction]] = {
    "opened": [date(1990, 1, 1), date(2030, 1, 1)],
    "trade": ["wholesale", "filling"],
    "size": [Fraction(0), Fraction(9), Fraction(500), Fraction(10**6)],
    "use": [Fraction(0), Fraction(20), Fraction(100)],
}


@pytest.mark.parametrize("name", OTHERS)
def test_an_unknown_fact_leaves_every_completion_possible(engine: InferenceEngine, name: str) -> None:
    lost = []
    for seed in SEEDS:
        supplier = replace(random_supplier(seed), first=date(2026, 1, 1), last=date(2026, 12, 31))
        known = facts(supplier)
        del known[name]
        there = quantity_of(concluded(engine, known), "levy")
        for other in OTHERS[name]:
            amount = levy(replace(supplier, **{name: other}))  # type: ignore[arg-type]
            if amount is None or not there.contains(amount):
                lost.append(f"seed {seed}: {amount} of {other} is not in {there}")
    assert not lost, "\n".join(lost)


def test_all_rows_that_stay_possible_bound_the_value(engine: InferenceEngine) -> None:
    known = facts(random_supplier(1))
    assert quantity_of(concluded(engine, {**known, "opened": NumberExtent(UNBOUNDED)}), "old") == Interval(
        Fraction(1, 2), Fraction(1)
    )
    late = NumberExtent(Interval(Fraction(date(2020, 1, 1).toordinal()), None))
    assert quantity_of(concluded(engine, {**known, "opened": late}), "old") == point_interval(Fraction(1))


def test_a_value_equal_in_every_row_is_known_without_the_date(engine: InferenceEngine) -> None:
    delivery = ListRecord("D0", {**_fields("gas"), "day": NumberExtent(UNBOUNDED)})
    inference = concluded(engine, {"deliveries": RecordsExtent((delivery,))})
    records = inference.values.extents["deliveries"]
    assert isinstance(records, RecordsExtent)
    assert records.records is not None
    assert records.records[0].fields["part"] == NumberExtent(point_interval(Fraction(1)))
    assert records.records[0].fields["price"] == NumberExtent(Interval(Fraction(0), Fraction(60)))


def test_a_value_is_unknown_if_its_key_does_not_apply(engine: InferenceEngine) -> None:
    inference = concluded(engine, {"opened": NotApplicable()})
    assert quantity_of(inference, "old") == UNBOUNDED


def test_an_interpolated_value_is_bounded_by_the_values_at_the_bounds_of_its_key(engine: InferenceEngine) -> None:
    inference = concluded(engine, {"use": NumberExtent(Interval(Fraction(25), Fraction(50)))})
    assert quantity_of(inference, "loss") == Interval(Fraction(2), Fraction(3))


def _fields(fuel: str) -> dict[str, Extent]:
    return {
        "note": ChoiceExtent(frozenset({"D0"})),
        "fuel": ChoiceExtent(frozenset({fuel})),
        "mass": NumberExtent(point_interval(Fraction(1))),
        "grown": NumberExtent(point_interval(Fraction(0))),
    }
