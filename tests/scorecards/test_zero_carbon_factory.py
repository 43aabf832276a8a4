"""Zero-carbon factory card: monotone stars, points, gates, search effort, and cases computed by hand."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.engine.search import MAXIMUM_EFFORT, WitnessSearch, grade_target
from rules.language.compiler import compile_folder
from rules.model.examples import Change, FactChange, SettingChange, ValueOverride
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import Scorecard
from rules.rehearsal.example_runner import changed_question, run_example
from tests.features.desk import compilation_of
from tests.language.folders import read_folder

DESK = Path(__file__).parents[2] / "features" / "zero-carbon-factory"
CASES = Path(__file__).with_name("zero_carbon_factory_cases.txt")
"""Computed by hand before the card was evaluated; do not adjust them to the card."""
AS_OF = date(2025, 6, 30)
USED = 50_000
"""Electricity used by the reference factory, MWh."""


@cache
def scorecard() -> Scorecard:
    compiled = compilation_of(DESK).scorecard
    assert compiled is not None
    return compiled


@cache
def engine() -> InferenceEngine:
    return InferenceEngine(scorecard())


def infer(*changes: Change) -> Inference:
    return engine().infer(changed_question(scorecard(), changes, AS_OF))


def cascade() -> SettingChange:
    return SettingChange("reading", "cascade")


def own_generation(amount: int) -> FactChange:
    supply: Mapping[str, DeclaredValue] = {
        "supply_number": DeclaredValue(text="ROOF"),
        "origin": DeclaredValue(choice="own_use"),
        "delivered": DeclaredValue(number=str(amount), unit="MWh"),
        "generated_on": DeclaredValue(date="2024-07-31"),
        "attributes_kept": DeclaredValue(flag=True),
    }
    fields = {field.id for record in scorecard().records for field in record.fields}
    assert supply.keys() <= fields
    return FactChange("green_power", DeclaredValue(records=(dict(supply),)))


def stars(inference: Inference) -> int:
    (grade,) = inference.grades
    return 0 if grade == NO_GRADE else int(grade)


percentages = st.integers(0, 100).map(lambda number: DeclaredValue(number=str(number), unit="%"))
indicator_facts = ("lighting_share", "efficient_machine_share", "online_source_share", "valid_record_share")


@pytest.mark.full
@given(
    shares=st.tuples(st.integers(0, USED), st.integers(0, USED)),
    others=st.fixed_dictionaries(dict.fromkeys(indicator_facts, percentages)),
    offset=st.sampled_from([0, 49, 50, 80, 99, 100]),
    removal=st.sampled_from([0, 100]),
)
def test_in_the_cascade_more_renewable_electricity_never_lowers_the_star(
    shares: tuple[int, int], others: dict[str, DeclaredValue], offset: int, removal: int
) -> None:
    less, more = sorted(shares)
    common: list[Change] = [cascade(), *(FactChange(name, value) for name, value in others.items())]
    common += [
        ValueOverride("offset_ratio", Fraction(max(offset, removal))),
        ValueOverride("removal_ratio", Fraction(removal)),
    ]
    assert stars(infer(*common, own_generation(less))) <= stars(infer(*common, own_generation(more)))


@pytest.mark.full
@given(
    score=st.fractions(0, 100, max_denominator=1000),
    share=st.sampled_from([0, 50, 99, 100]),
    offset=st.integers(0, 100),
)
def test_the_literal_interpretation_never_grants_more_stars_than_the_cascade(
    score: Fraction, share: int, offset: int
) -> None:
    supposed: list[Change] = [
        ValueOverride(TOTAL_SCORE, score),
        ValueOverride("renewable_electricity_share", Fraction(share)),
        ValueOverride("offset_ratio", Fraction(offset)),
        ValueOverride("removal_ratio", Fraction(offset)),
    ]
    literal = stars(infer(SettingChange("reading", "literal"), *supposed))
    assert literal in (0, stars(infer(cascade(), *supposed)))


def test_the_points_of_the_tree_add_up_to_a_hundred() -> None:
    card = scorecard()
    assert sum(section.maximum for section in card.sections) == 100
    assert sum(indicator.maximum for indicator in card.indicators) == 100


def test_every_rule_names_a_basis_and_the_tree_is_marked_as_own_reading() -> None:
    card = scorecard()
    certainties = {basis.id: basis.certainty.value for basis in card.bases}
    for indicator in card.indicators:
        assert "own_reading" in {certainties[basis] for basis in indicator.basis}
    for row in card.ladder.rows if card.ladder else ():
        assert "confirmed" not in {certainties[basis] for basis in row.basis}


def test_without_full_removal_a_hundred_points_cannot_arise() -> None:
    best = infer(
        cascade(),
        ValueOverride("removal_ratio", Fraction(99)),
        ValueOverride("offset_ratio", Fraction(100)),
        ValueOverride("renewable_electricity_share", Fraction(100)),
    )
    assert best.score.earned["F3"].awarded.high is not None
    assert best.score.earned["F3"].awarded.high < 2


@pytest.mark.parametrize("gate", ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9"])
def test_every_gate_is_met_by_the_reference_case_and_depends_on_facts(gate: str) -> None:
    assert infer(cascade()).gates[gate] is Outcome.MET
    assert engine().dependencies.of((gate,))


def test_the_worked_factory_has_the_points_of_the_digest() -> None:
    total = infer(cascade()).total.value
    assert total is not None
    assert format_exact(total) == "111551/1500"


@pytest.mark.full
def test_credits_without_amounts_do_not_slow_down_the_search() -> None:
    record = {
        "registry": DeclaredValue(choice="CCER"),
        "kind": DeclaredValue(choice="reduction"),
        "vintage": DeclaredValue(date="2023-06-30"),
        "retired_on": DeclaredValue(date="2025-02-01"),
    }
    many = tuple({**record, "serial": DeclaredValue(text=f"C-{number}")} for number in range(60))
    question = changed_question(scorecard(), [cascade(), FactChange("credits", DeclaredValue(records=many))], AS_OF)
    search = WitnessSearch(engine(), engine().infer(question), grade_target(engine()))
    search.witnesses({"3", NO_GRADE})
    assert search.probe.effort <= MAXIMUM_EFFORT * 1.1


@pytest.mark.full
def test_the_card_agrees_with_cases_computed_by_hand() -> None:
    files = read_folder(DESK)
    last = files["results.en.feature"].count("\n")
    files["results.en.feature"] += "\n" + CASES.read_text(encoding="utf-8")
    cases = [
        example
        for example in compile_folder(files).examples
        if example.location.path == "results.en.feature" and example.location.line > last
    ]
    assert len(cases) == 17
    for case in cases:
        assert not run_example(engine(), case).failures, case.title
