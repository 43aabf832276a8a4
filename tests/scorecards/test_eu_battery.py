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


def infer(*changes: FactChange) -> Inference:
    return engine().infer(changed_question(scorecard(), changes, date(2027, 4, 1)))


def day(fact: str, value: date) -> FactChange:
    return FactChange(fact, DeclaredValue(date=value.isoformat()))


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
