"""What must be true of the EU battery card beyond its own examples?"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Outcome
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Inference
from rules.language.compiler import compile_folder
from rules.model.examples import FactChange
from rules.model.scorecard import Certainty, Scorecard
from rules.rehearsal.run import changed_question

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
"""The first day on which each waiting obligation can bind an EV battery, whatever is said about its act."""
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
def test_no_date_that_circulates_makes_a_waiting_obligation_bind_too_early(
    gate: str, act: date, data: st.DataObject
) -> None:
    placed = data.draw(st.dates(date(2024, 2, 18), EARLIEST[gate] - timedelta(days=1)))
    unknown = FactChange(ACTS[gate], None)
    for said in (unknown, day(ACTS[gate], act)):
        inference = infer(said, day("placed", placed), day("first_placed", placed))
        assert inference.gates[gate] is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("gate", sorted(EARLIEST))
def test_from_that_day_an_unknown_act_leaves_the_obligation_open(gate: str) -> None:
    changes = [FactChange(ACTS[gate], None), day("placed", EARLIEST[gate]), day("first_placed", EARLIEST[gate])]
    empty = FactChange("footprint_content", DeclaredValue(choices=()))
    assert infer(empty, *changes).gates[gate] is Outcome.UNDETERMINED


def test_what_was_not_read_in_the_text_is_marked_as_our_own_reading() -> None:
    certainties = {basis.id: basis.certainty for basis in scorecard().bases}
    assert Certainty.CONFIRMED not in certainties.values()
    for basis in ("a3", "a7-2", "a7-3", "a9", "a11", "a12", "a17", "a18", "a59", "a71-c", "literature", "scoring"):
        assert certainties[basis] is Certainty.OWN_READING


def cases() -> list[tuple[str, dict[str, str], dict[str, Outcome]]]:
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            title, battery, changes, expected = (cell.strip() for cell in line.split("|"))
            parts = (part.strip().partition(" ") for part in f"{BATTERIES[battery]}; {changes}".split(";"))
            outcomes = (one.split() for one in expected.split(","))
            found.append(
                (title, {name: value for name, _, value in parts}, {gate: OUTCOMES[word] for gate, word in outcomes})
            )
    return found


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
def test_the_card_answers_as_the_clause_says(title: str, changes: dict[str, str], expected: dict[str, Outcome]) -> None:
    placed = changes.get("placed", "2027-03-15")
    facts = {"placed": placed, "first_placed": placed, "as_of": "2026-11-20", **changes}
    as_of = date.fromisoformat(facts.pop("as_of"))
    inference = infer(*(FactChange(fact, value(text)) for fact, text in facts.items()), as_of=as_of)
    assert {gate: inference.gates[gate] for gate in expected} == expected, title
