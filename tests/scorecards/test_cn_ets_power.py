"""China ETS power card: differential test of allocation and carry-over, and the worked entity.

Set `TOUCHSTONE_ETS_SUBJECTS=1000` to test 1000 random entities.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.outcomes import ConclusionKind
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import FindingSeverity
from service.configuration.folders import CHECKOUT
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.store.serial_use import usages_of
from tests.scorecards.cn_ets_by_hand import Movement, Request, Unit, carry_over, holding, totals
from tests.support.cbam_cards import SHELF, choice, exact, inferred, text, value
from tests.support.tiers import tries

CARD = Gazette(CHECKOUT / "scorecards").versions("cn-ets-power")[-1].scorecard
AS_OF = "2026-11-20"
SUBJECTS = int(os.environ.get("TOUCHSTONE_ETS_SUBJECTS", max(tries(120), 48)))


TIMELY = Request(day=date(2026, 3, 10), frozen=False, missed=False, today=date.fromisoformat(AS_OF))
PROOF = tuple(
    EvidenceItem(id=kind, kind=kind, issuer="Example Ltd", digest="0" * 64, issue_date="2023-01-01")
    for kind in ("verification-statement", "registry-extract")
)
PROVED_BY = {
    "emissions_before": ("verification-statement",),
    "units": ("verification-statement",),
    "movements": ("registry-extract",),
    "credits": ("registry-extract",),
}


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    made = InferenceEngine(CARD, SHELF)
    yield made
    made.close()


def some(pick: Random, most: int, parts: int = 1) -> Fraction:
    return Fraction(pick.randint(0, most * parts), parts)


def random_unit(pick: Random) -> Unit:
    fuel = pick.choice(["coal"] * 5 + ["gas"] * 3 + ["oil", "biomass_or_waste", "special_gas"])
    kinds = ["ordinary"] * 6 + ["circulating_bed", "heat_only", "combined_gasification", "boiler_turned_to_gas"]
    return Unit(
        fuel=fuel,
        kind=pick.choice(kinds),
        state=pick.choice(["whole_year"] * 8 + ["new", "closed"]),
        rated=pick.choice([Fraction(400), Fraction("399.99"), Fraction(1000), some(pick, 1000, 100)]),
        low_grade=pick.choice([Fraction(0), Fraction(50), Fraction("50.01"), some(pick, 100)]),
        biomass=pick.choice([Fraction(0)] * 6 + [Fraction(10), Fraction("10.01"), Fraction(50)]),
        secondary=pick.choice([Fraction(0)] * 6 + [Fraction(10), Fraction("10.01")]),
        others=pick.choice([Fraction(0), Fraction(10)]),
        joint=pick.choice(["alone"] * 8 + ["I", "II", "III", "IV"]),
        generated=some(pick, 5_000_000, 100),
        heat=some(pick, 3_000_000, 100),
        load=pick.choice([Fraction(65), Fraction("64.99"), some(pick, 100, 1000)]),
        emitted=some(pick, 6_000_000, 10),
    )


def random_movement(pick: Random) -> Movement:
    edges = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31)]
    return Movement(
        day=pick.choice([*edges, date(2026, 1, 1), date(2021, 7, 16) + timedelta(days=pick.randint(0, 1700))]),
        kind=pick.choice(["issued", "issued", "bought", "sold", "received", "given", "surrendered", "cancelled"]),
        amount=some(pick, 60_000, pick.choice([1, 10])),
        vintage=pick.choice(["2019_2020", "2021", "2022", "2023", "2024", "2025"]),
    )


def units_of(units: list[Unit]) -> DeclaredValue:
    measured = {"rated": "MW", "generated": "MWh", "heat": "GJ", "emitted": "tCO2e"}
    shares = dict.fromkeys(("low_grade", "biomass", "secondary", "others", "load"), "%")
    records = []
    for place, unit in enumerate(units):
        record = {"unit": text(f"U{place}"), "serial": text(f"2024/{place}")}
        record |= {"fuel": choice(unit.fuel), "kind_of": choice(unit.kind), "state": choice(unit.state)}
        record["joint"] = choice(unit.joint)
        record |= {name: value(getattr(unit, name), symbol) for name, symbol in (measured | shares).items()}
        records.append(record)
    return DeclaredValue(records=tuple(records))


def movements_of(movements: list[Movement]) -> DeclaredValue:
    return DeclaredValue(
        records=tuple(
            {
                "booking": text(f"M{place}"), "day": value(one.day), "kind": choice(one.kind),
                "amount": value(one.amount, "tCO2e"), "vintage": choice(one.vintage), "for_year": value(None),
            }
            for place, one in enumerate(movements)
        )
    )  # fmt: skip


def subject_of(
    units: list[Unit],
    movements: list[Movement],
    year: str,
    pending: Fraction,
    settings: dict[str, str],
    request: Request = TIMELY,
) -> Subject:
    facts = {
        "allowance_year": choice(year),
        "entity_status": choice("running"),
        "listed_before": value(of=True),
        "emissions_before": value(Fraction(30_000), "tCO2e"),
        "at_risk": value(of=False),
        "price": value(Fraction("62.36"), "CNY/tCO2e"),
        "month_price": value(Fraction(60), "CNY/tCO2e"),
        "units": units_of(units),
        "movements": movements_of(movements),
        "credits": DeclaredValue(records=()),
        "surrender_missed": value(of=request.missed),
        "carry_requested": value(of=request.day is not None),
        "carry_day": value(request.day or date(2026, 3, 10)),
        "court_frozen": value(of=request.frozen),
        "pending": value(pending, "tCO2e"),
        "local_counted": value(of=False),
        "barred_trade": value(of=False),
        "captive": value(of=False),
    }
    return Subject(
        subject="organizations/o/subjects/s",
        as_of=request.today.isoformat(),
        known=f"{AS_OF}T00:00:00Z",
        settings=settings,
        facts=tuple(
            DeclaredFact(id=name, value=one.model_copy(update={"evidence": PROVED_BY.get(name, ())}))
            for name, one in facts.items()
        ),
        evidence=PROOF,
    )


def test_random_entities_have_the_same_allocation_and_carry_over_as_a_second_computation(
    engine: InferenceEngine,
) -> None:
    topped = limited = left_out = 0
    for seed in range(SUBJECTS):
        pick = Random(f"ets {seed}")
        units = [random_unit(pick) for _ in range(pick.randint(1, 6))]
        movements = [random_movement(pick) for _ in range(pick.randint(0, 8))]
        year, pending = pick.choice(["2023", "2024"]), some(pick, 20_000)
        place, order = pick.choice(["entity", "unit", "nowhere"]), pick.choice(["gas_first", "limit_first"])
        counted = pick.choice(["count", "do_not_count"])
        settings = {"rounding_place": place, "top_up_order": order, "left_out": counted}
        inference = inferred(engine, subject_of(units, movements, year, pending, settings))
        expected = totals(units, year, place, order, count=counted == "count")
        assert exact(inference, "allowances") == expected.allowances, seed
        assert exact(inference, "due") == expected.due, seed
        assert exact(inference, "gas_sum") == expected.gas, seed
        assert exact(inference, "limit_top_up") == expected.filled, seed
        assert exact(inference, "gap") == expected.due - expected.allowances, seed
        for end in (2023, 2024, 2025):
            assert exact(inference, f"held_{end}") == holding(movements, date(end, 12, 31)), seed
        assert exact(inference, "carried") == carry_over(movements, pending, TIMELY)["carried"], seed
        topped += expected.gas > 0
        limited += expected.filled > 0
        left_out += exact(inference, "excluded_units") != 0
    assert min(topped, limited, left_out) > SUBJECTS // 10


def random_request(pick: Random) -> Request:
    """Return a request on, or one day from, a decisive date, or without a date."""
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 20), date(2026, 6, 10), date(2026, 6, 11)]
    return Request(
        day=pick.choice([None, None, *days]),
        frozen=pick.random() < 0.5,
        missed=pick.random() < 0.15,
        today=pick.choice(days) + timedelta(days=pick.choice([-1, 0, 0, 1, 60])),
    )


def test_random_requests_have_the_same_carry_over_as_a_second_computation(engine: InferenceEngine) -> None:
    frozen = 0
    for seed in range(SUBJECTS):
        pick = Random(f"request {seed}")
        movements = [random_movement(pick) for _ in range(pick.randint(1, 6))]
        request, pending = random_request(pick), some(pick, 2_000)
        inference = inferred(engine, subject_of([], movements, "2024", pending, {}, request))
        expected = carry_over(movements, pending, request)
        assert {name: exact(inference, name) for name in expected} == expected, seed
        frozen += request.frozen and not request.made and expected["carry_open"] > 0
    assert frozen


def test_the_example_dossier_is_that_of_the_worked_entity(engine: InferenceEngine) -> None:
    content = (CHECKOUT / "examples" / "cn-ets" / "power-2024.yaml").read_bytes()
    example = read_dossier(content, CARD, as_of=AS_OF, settings={}).subject
    inference = inferred(engine, example.model_copy(update={"known": f"{AS_OF}T00:00:00Z"}))
    assert inference.kind is ConclusionKind.SCORED
    wanted = {"allowances": 4_170_099, "gap": 219_901, "to_buy": 401, "missing": 0, "carried": 300_000}
    assert {name: exact(inference, name) for name in wanted} == wanted


def test_unit_codes_are_compared_with_other_entities_and_movement_names_are_not() -> None:
    gazette = Gazette(CHECKOUT / "scorecards")
    content = (CHECKOUT / "examples" / "cn-ets" / "power-2024.yaml").read_bytes()
    example = read_dossier(content, CARD, as_of=AS_OF, settings={}).subject
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        known = example.model_copy(update={"known": f"{AS_OF}T23:59:59Z"})
        evaluated = evaluators.evaluate(gazette.newest("cn-ets-power"), known, bytes(32)).evaluation
    used = usages_of(evaluated, CARD)
    grave = {one.kind for one in used if one.severity is FindingSeverity.MAJOR}
    assert grave == {"unit.serial", "movement.entry", "credit.serial"}
