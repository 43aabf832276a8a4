"""EU battery card: dates of obligations, cases by legal clause, and targets of random past years."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.language.compiler import compile_folder
from rules.model.examples import FactChange
from rules.model.scorecard import Certainty, Scorecard
from rules.rehearsal.example_runner import changed_question
from tests.support.tiers import tries

DESK = Path(__file__).parents[2] / "features" / "eu-battery"
CASES = Path(__file__).with_name("eu_battery_cases.txt")
BATTERIES = {
    "ev": "category ev; use traction; vehicle M1; weight 420 kg; capacity 60 kWh",
    "lmt": "category lmt; use traction; vehicle light; weight 3 kg; capacity 0.5 kWh; materials [lithium]",
    "portable": "category portable; use general; vehicle no_vehicle; weight 0.05 kg; capacity 0.01 kWh; materials []",
    "sli": "category sli; use starting; vehicle M1; weight 18 kg; capacity 0.7 kWh; materials [lead]; "
    "chemistry lead_acid",
    "industrial": "category industrial; use industrial; vehicle no_vehicle; weight 900 kg; capacity 100 kWh; "
    "materials [lithium]",
}
OUTCOMES = {
    "met": Outcome.MET, "fail": Outcome.NOT_MET, "n/a": Outcome.NOT_APPLICABLE, "open": Outcome.UNDETERMINED,
}  # fmt: skip
EARLIEST = {
    "A7-DECLARATION": date(2027, 9, 5), "A7-CLASS": date(2028, 3, 5), "A7-MAXIMUM": date(2028, 3, 5),
    "A13-LABEL": date(2027, 8, 9),
}  # fmt: skip
"""The earliest day that each future obligation can bind an EV battery, regardless of its implementing act."""
ACTS = {
    "A7-DECLARATION": "footprint_acts", "A7-CLASS": "class_acts", "A7-MAXIMUM": "maximum_acts",
    "A13-LABEL": "label_act",
}  # fmt: skip


@cache
def scorecard() -> Scorecard:
    compiled = compile_folder(
        {path.name: path.read_text(encoding="utf-8") for path in DESK.glob("*.feature")}
    ).scorecard
    assert compiled is not None
    return compiled


@cache
def engine() -> InferenceEngine:
    return InferenceEngine(scorecard())


def infer(*changes: FactChange, as_of: date = date(2027, 4, 1)) -> Inference:
    return engine().infer(changed_question(scorecard(), changes, as_of))


def day(fact: str, value: date) -> FactChange:
    return FactChange(fact, DeclaredValue(date=value.isoformat()))


@pytest.mark.full
@given(st.sampled_from(sorted(EARLIEST)), st.dates(date(2020, 1, 1), date(2027, 8, 8)), st.data())
def test_no_reported_act_date_makes_a_future_obligation_bind_early(gate: str, act: date, data: st.DataObject) -> None:
    placed = data.draw(st.dates(date(2024, 2, 18), EARLIEST[gate] - timedelta(days=1)))
    unknown = FactChange(ACTS[gate], None)
    for change in (unknown, day(ACTS[gate], act)):
        inference = infer(change, day("placed", placed), day("first_placed", placed))
        assert inference.gates[gate] is Outcome.NOT_APPLICABLE


@pytest.mark.full
@pytest.mark.parametrize("gate", sorted(EARLIEST))
def test_an_unknown_act_makes_the_obligation_undetermined_from_the_earliest_binding_day(gate: str) -> None:
    changes = [FactChange(ACTS[gate], None), day("placed", EARLIEST[gate]), day("first_placed", EARLIEST[gate])]
    empty = FactChange("footprint_content", DeclaredValue(choices=()))
    assert infer(empty, *changes).gates[gate] is Outcome.UNDETERMINED


def test_unverified_bases_are_marked_as_own_reading() -> None:
    certainties = {basis.id: basis.certainty for basis in scorecard().bases}
    assert Certainty.CONFIRMED not in certainties.values()
    for basis in ("a3", "a7-2", "a7-3", "a9", "a11", "a12", "a17", "a18", "a59", "a71-c", "literature", "scoring"):
        assert certainties[basis] is Certainty.OWN_READING


def cases() -> list[tuple[str, dict[str, str], dict[str, Outcome]]]:
    rows = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            title, battery, changes, expected = (cell.strip() for cell in line.split("|"))
            parts = (part.strip().partition(" ") for part in f"{BATTERIES[battery]}; {changes}".split(";"))
            outcomes = (one.split() for one in expected.split(","))
            rows.append(
                (title, {name: value for name, _, value in parts}, {gate: OUTCOMES[word] for gate, word in outcomes})
            )
    return rows


def value(text: str) -> DeclaredValue | None:
    number, _, unit = text.partition(" ")
    if text in ("?", "n/a"):
        return None if text == "?" else DeclaredValue(not_applicable=True)
    if text in ("yes", "no"):
        return DeclaredValue(flag=text == "yes")
    if text.startswith("["):
        return DeclaredValue(choices=tuple(filter(None, text.strip("[]").split(", "))))
    if text[:4].isdigit() and text.count("-") == 2:
        return DeclaredValue(date=text)
    if unit:
        return DeclaredValue(number=number, unit=unit)
    return DeclaredValue(choice=text)


@pytest.mark.parametrize(("title", "changes", "expected"), cases(), ids=[title for title, _, _ in cases()])
def test_the_card_has_the_outcomes_that_the_clause_requires(
    title: str, changes: dict[str, str], expected: dict[str, Outcome]
) -> None:
    placed = changes.get("placed", "2027-03-15")
    facts = {"placed": placed, "first_placed": placed, "as_of": "2026-11-20", **changes}
    as_of = date.fromisoformat(facts.pop("as_of"))
    inference = infer(*(FactChange(fact, value(text)) for fact, text in facts.items()), as_of=as_of)
    assert {gate: inference.gates[gate] for gate in expected} == expected, title


YEARS = tries(100)


def asked_of_years(asked: date, collection: date, recycling: date, figures: dict[str, int]) -> dict[str, Outcome]:
    """Compute by hand the expected gate outcomes for a portable lithium battery, using past target years only."""
    need = 73 if collection >= date(2030, 12, 31) else 63 if collection >= date(2027, 12, 31) else 45
    reached = 3 * figures["collected"] * 100 >= need * figures["sold"]
    efficient = 70 if recycling >= date(2030, 12, 31) else 65
    gates = {
        "A59-COLLECTION": (collection, collection >= date(2023, 12, 31), reached),
        "A71-EFFICIENCY": (
            recycling,
            recycling >= date(2025, 12, 31),
            figures["out"] * 100 >= efficient * figures["into"],
        ),
        "A71-BALANCE": (recycling, recycling >= date(2025, 12, 31), figures["out"] <= figures["into"]),
    }
    return {
        gate: (Outcome.MET if holds else Outcome.NOT_MET) if binds and asked > last else Outcome.NOT_APPLICABLE
        for gate, (last, binds, holds) in gates.items()
    }


def test_targets_of_random_years_apply_after_the_year_ends() -> None:
    random, outcomes = Random(59), set()
    for _ in range(YEARS):
        collection, recycling = (date(random.randint(2022, 2032), 12, random.choice([30, 31, 31])) for _ in range(2))
        near = random.choice([collection, recycling])
        asked = max(near + timedelta(days=random.choice([-1, 0, 0, 1, 400])), date(2024, 2, 18))
        figures = {name: random.choice([30, 45, 63, 65, 70, 73, 100]) for name in ("collected", "into", "out")}
        figures["sold"] = 3 * random.choice([90, 100, 110])
        changes = {
            "roles": DeclaredValue(choices=("producer", "recycler")),
            "category": DeclaredValue(choice="portable"),
            "chemistry": DeclaredValue(choice="lfp"),
            "collection_end": DeclaredValue(date=collection.isoformat()),
            "recycling_end": DeclaredValue(date=recycling.isoformat()),
            "collected": DeclaredValue(number=str(figures["collected"]), unit="t"),
            "recycled_in": DeclaredValue(number=str(figures["into"]), unit="t"),
            "recycled_out": DeclaredValue(number=str(figures["out"]), unit="t"),
            **{f"sales_{n}": DeclaredValue(number=str(figures["sold"] // 3), unit="t") for n in (1, 2, 3)},
        }
        inference = infer(*(FactChange(name, value) for name, value in changes.items()), as_of=asked)
        expected = asked_of_years(asked, collection, recycling, figures)
        assert {gate: inference.gates[gate] for gate in expected} == expected, (asked, collection, recycling, figures)
        outcomes |= set(expected.values())
    assert outcomes == {Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE}
