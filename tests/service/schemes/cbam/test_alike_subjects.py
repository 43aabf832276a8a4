"""Shared evaluation of similar goods: the same figures as an individual evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

import pytest

from rules.contracts import DeclaredValue, EngineDisagreement, InputError, NumberExtent, point_interval
from rules.engine import SharedEvaluator
from rules.engine.plan import deciding_quantity_rows
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.card_evaluation import UntracedEvaluation, UntracedEvaluator
from service.schemes.cbam.declaration import CARD

GAZETTE = CHECKOUT / "scorecards"
DAYS = [date(2026, 1, 5), date(2026, 3, 31), date(2026, 4, 1), date(2026, 11, 26), date(2027, 2, 1)]
CODES = (
    "72083900", "72061000", "76011090", "84818011", "25231000", "73181588", "31021010", "28041000", "27160000",
    "72072710",
)  # fmt: skip
STATED = {
    "cn_code": [DeclaredValue(text=code) for code in CODES],
    "country_of_origin": [DeclaredValue(text=country) for country in ("BR", "IN", "CH", "unknown", "LR")],
    "net_mass": [DeclaredValue(number=mass, unit="t") for mass in ("1", "617.3", "1/3")],
    "carved_out": [DeclaredValue(flag=False), DeclaredValue(flag=False), DeclaredValue(flag=True)],
    "determination": [DeclaredValue(choice=choice) for choice in ("default", "default", "default", "actual")],
    "own_direct": [DeclaredValue(number=number, unit="tCO2e/t") for number in ("1.9", "0.05")],
    "production_route": [DeclaredValue(choice="no_route"), DeclaredValue(choice="C")],
    "precursors": [DeclaredValue(records=())],
    "opinion": [DeclaredValue(choice="positive")],
    "carbon_price_paid": [DeclaredValue(number=price, unit="EUR/t") for price in ("0", "20")],
}
ALWAYS = ("cn_code", "country_of_origin", "net_mass", "determination")
SUBJECTS = 150


@pytest.fixture(scope="module")
def reckoner() -> Iterator[UntracedEvaluator]:
    made = UntracedEvaluator(Gazette(GAZETTE), TableStore(GAZETTE / FOLDER), "2026-12-01T00:00:00Z")
    yield made
    made.close()


def told(evaluation: UntracedEvaluation) -> object:
    inference = evaluation.inference
    concluded = inference.applies, inference.gates, inference.passes, inference.second_pass
    return evaluation.kind, evaluation.certainty, evaluation.results(), evaluation.way, concluded, inference.lookups


def goods(drawn: Random) -> tuple[date, dict[str, DeclaredValue]]:
    day = drawn.choice(DAYS)
    rest = drawn.random() < 0.25
    stated = {name: drawn.choice(values) for name, values in STATED.items() if rest or name in ALWAYS}
    return day, {**stated, "imported_on": DeclaredValue(date=day.isoformat())}


@pytest.mark.full
def test_shared_evaluation_returns_the_results_of_individual_evaluation(reckoner: UntracedEvaluator) -> None:
    drawn = Random(58)
    settings, published = {"after_2030": "none"}, reckoner.newest(CARD)
    for _ in range(SUBJECTS):
        day, facts = goods(drawn)
        alike = told(reckoner.reckon_alike(published, day, facts, settings))
        assert alike == told(reckoner.reckon(published, day, facts, settings)), (day, facts)
    (shared,) = (entry for key, entry in reckoner._similar_subjects.items() if ("after_2030", "none") in key)
    assert len(shared.examples) < SUBJECTS * 3 / 4 < shared.request_count


def test_subjects_on_the_same_path_depend_on_the_same_table_rows(reckoner: UntracedEvaluator) -> None:
    drawn = Random(59)
    published = reckoner.newest(CARD)
    engine = reckoner._evaluators.engine(published)
    evaluator, rests_on = SharedEvaluator(engine, {}), dict[object, object]()
    quantities = [quantity for quantity in published.scorecard.quantities if quantity.owner is None]
    for _ in range(SUBJECTS):
        day, facts = goods(drawn)
        figures = evaluator.figures(facts, day, reckoner._tables_at(published, day))
        assert figures is not None
        answers = [figures.lookups[name][""] for name in sorted(figures.lookups)]
        rows = [deciding_quantity_rows(engine.plan, each, figures.values) for each in quantities]
        rests = [(len(answer.tried), answer.certainty) for answer in answers], rows
        assert rests_on.setdefault(figures.way, rests) == rests


@pytest.mark.parametrize(
    ("facts", "settings"),
    [
        ({"net_mass": DeclaredValue(number="heavy")}, {}),
        ({"cn_code": DeclaredValue(flag=True)}, {"no_setting": "x"}),
        ({"no_fact": DeclaredValue(flag=True)}, {}),
    ],
)
def test_shared_and_individual_evaluation_refuse_the_same_errors(
    reckoner: UntracedEvaluator, facts: dict[str, DeclaredValue], settings: dict[str, str]
) -> None:
    published = reckoner.newest(CARD)
    refused = []
    for reckon in (reckoner.reckon_alike, reckoner.reckon):
        with pytest.raises(InputError) as raised:
            reckon(published, DAYS[0], facts, settings)
        refused.append(raised.value.violations)
    assert refused[0] == refused[1]


def test_records_are_evaluated_whole(reckoner: UntracedEvaluator) -> None:
    published = reckoner.newest(CARD)
    engine = reckoner._evaluators.engine(published)
    evaluator = SharedEvaluator(engine, {})
    key = next(record.key for record in published.scorecard.records if record.id == "precursor")
    listed = {"precursors": DeclaredValue(records=({key: DeclaredValue(text="billet")},))}
    assert evaluator.figures(listed, DAYS[0], {}) is None
    figures = evaluator.figures({"precursors": DeclaredValue(records=())}, DAYS[0], {})
    assert figures is not None
    whole = engine.infer(figures.question)
    figures.check(whole)
    whole.values.extents["see"] = NumberExtent(point_interval(Fraction(7)))
    with pytest.raises(EngineDisagreement, match="see"):
        figures.check(whole)
