"""Small table lookups in steps and explanations: matched row, interpolation, and undetermined values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.trail.dependency_trace import open_answers
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.engine_card import subject
from tests.support.guide import LEVY, card
from tests.trail.explaining import evaluated

YEAR_2026 = DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"))
YEAR_2029 = DeclaredValue(period=PeriodText(first="2029-01-01", last="2029-12-31"))
ACROSS = DeclaredValue(period=PeriodText(first="2026-07-01", last="2027-06-30"))
PETROL = {
    "note": DeclaredValue(text="D1"),
    "fuel": DeclaredValue(choice="petrol"),
    "mass": DeclaredValue(number="10", unit="t"),
    "day": DeclaredValue(date="2026-03-01"),
    "grown": DeclaredValue(number="0", unit="%"),
}
WOOD = {**PETROL, "note": DeclaredValue(text="D2"), "fuel": DeclaredValue(choice="wood")}
KNOWN = {
    "year": YEAR_2026,
    "opened": DeclaredValue(date="2019-05-01"),
    "trade": DeclaredValue(choice="wholesale"),
    "size": DeclaredValue(number="550", unit="t"),
    "use": DeclaredValue(number="40", unit="%"),
    "deliveries": DeclaredValue(records=(PETROL,)),
}


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    scorecard = compile_folder(card(LEVY)).scorecard
    assert scorecard is not None
    evaluator = Evaluator(scorecard, rule_digest(scorecard), "scorecards/fuel-levy/versions/1.0.0")
    yield evaluator
    evaluator.close()


def statements_of(evaluator: Evaluator, language: str, **changed: DeclaredValue) -> list[str]:
    record = evaluated(evaluator, subject({**KNOWN, **changed}))
    return [one.text for one in explain(evaluator, record, language).statements]


def test_a_value_in_force_is_explained_with_its_date_and_the_basis_of_its_row_only(evaluator: Evaluator) -> None:
    sentences = statements_of(evaluator, "en")
    share = "levied share in force on levy year (2026-01-01 to 2026-12-31) = 97.5 %."
    assert f"{share} Basis: Fuel Levy Act, 4 (confirmed)." in sentences
    price = next(one for one in sentences if "price in force on" in one)
    assert price.endswith("= 55 EUR/tCO2e, in record D1 of deliveries. Basis: Fuel Levy Order, Annex 1 (confirmed).")


def test_an_interpolation_is_explained_with_its_computation(evaluator: Evaluator) -> None:
    sentences = statements_of(evaluator, "en")
    assert any("effort = 1 + (4 - 1) * (storage (550 t) - 100 t) / (1000 t - 100 t) = 2.5" in one for one in sentences)
    assert any(one.startswith("rate looked up by trade (wholesale), storage (550 t) = 3 %") for one in sentences)


def test_a_value_undetermined_by_the_rules_is_explained_in_both_languages(evaluator: Evaluator) -> None:
    english = "levied share is undetermined for levy year (2029-01-01 to 2029-12-31): the rules do not determine it."
    chinese = "征收比例对征收年度（2029-01-01 至 2029-12-31）待定：规则本身未作规定。"
    assert any(one.startswith(english) for one in statements_of(evaluator, "en", year=YEAR_2029))
    assert any(one.startswith(chinese) for one in statements_of(evaluator, "zh", year=YEAR_2029))


@pytest.mark.parametrize("year", [YEAR_2029, ACROSS], ids=["left open", "across two rows"])
def test_a_result_names_the_quantity_that_the_rules_leave_undetermined(
    evaluator: Evaluator, year: DeclaredValue
) -> None:
    record = evaluated(evaluator, subject({**KNOWN, "year": year}))
    (answer,) = open_answers(evaluator.engine, record)
    assert (answer.id, answer.facts, answer.left_open) == ("due", (), ("share",))


def test_an_undetermined_quantity_of_a_record_is_named_with_its_record(evaluator: Evaluator) -> None:
    record = evaluated(evaluator, subject({**KNOWN, "deliveries": DeclaredValue(records=(PETROL, WOOD))}))
    (answer,) = open_answers(evaluator.engine, record)
    assert answer.left_open == ("deliveries[D2].factor",)


def test_an_undetermined_result_names_the_missing_date(evaluator: Evaluator) -> None:
    known = {name: value for name, value in KNOWN.items() if name != "opened"}
    (answer,) = open_answers(evaluator.engine, evaluated(evaluator, subject(known)))
    assert (answer.facts, answer.left_open) == (("opened",), ())


def test_only_the_matched_row_determines_the_certainty_of_the_conclusion(evaluator: Evaluator) -> None:
    assert evaluated(evaluator, subject({**KNOWN, "year": YEAR_2029})).standing.certainty == "secondary"
