"""Figures of single records: results by list and key, declared or inferred, and their explanation by address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.engine_card import subject
from tests.support.guide import LEVY, card
from tests.trail.explaining import evaluated
from tests.trail.test_small_tables import KNOWN, PETROL, WOOD

SOLD = subject({**KNOWN, "deliveries": DeclaredValue(records=(WOOD, PETROL))})


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    scorecard = compile_folder(card(LEVY)).scorecard
    assert scorecard is not None
    evaluator = Evaluator(scorecard, rule_digest(scorecard), "scorecards/fuel-levy/versions/1.0.0")
    yield evaluator
    evaluator.close()


def test_the_figures_of_each_record_are_listed_in_key_order(evaluator: Evaluator) -> None:
    petrol, wood = evaluated(evaluator, SOLD).record_results
    assert (petrol.list, petrol.key, wood.key) == ("deliveries", "D1", "D2")
    known, open_ = petrol.figures[0], wood.figures[0]
    assert known.figure.exact.low == known.figure.exact.high == "1705"
    assert (known.id, known.figure.unit, known.bases) == ("owed", "EUR", ("act",))
    assert open_.figure.exact.high is None


def test_a_card_without_declared_record_results_shows_the_terms_of_its_sums(evaluator: Evaluator) -> None:
    undeclared = evaluator.engine.plan.scorecard.model_copy(update={"record_results": None})
    other = Evaluator(undeclared, rule_digest(undeclared), "scorecards/fuel-levy/versions/1.0.0")
    record, declared = evaluated(other, SOLD), evaluated(evaluator, SOLD)
    other.close()
    assert [figure.id for of in record.record_results for figure in of.figures] == ["charge", "charge"]
    figures = [[of.figures[0].figure.exact for of in one.record_results] for one in (record, declared)]
    assert figures[0] == figures[1]
    assert record.steps == declared.steps


def test_an_unknown_list_has_no_record_figures(evaluator: Evaluator) -> None:
    known = {name: value for name, value in KNOWN.items() if name != "deliveries"}
    assert evaluated(evaluator, subject(known)).record_results == ()


def test_a_figure_of_one_record_is_explained_by_its_address(evaluator: Evaluator) -> None:
    record = evaluated(evaluator, SOLD)
    statements = [one.text for one in explain(evaluator, record, "en", "deliveries[D1].owed").statements]
    assert "= 1705 EUR, in record D1 of deliveries." in statements[-1]
    assert not any("D2" in one for one in statements)
    assert any("factor looked up by fuel (petrol) = 3.1" in one for one in statements)


def test_an_unknown_address_is_refused_with_the_nearest_address(evaluator: Evaluator) -> None:
    with pytest.raises(InputError, match=r"deliveries\[D1\]\.owed"):
        explain(evaluator, evaluated(evaluator, SOLD), "en", "deliveries[D1].owd")
