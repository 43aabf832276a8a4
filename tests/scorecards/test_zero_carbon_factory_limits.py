"""Zero-carbon factory: implausible norm values, age of records, claim years, and verification of a record."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.model.examples import EvidenceDateChange, FactChange, MissingEvidenceChange, SettingChange
from rules.rehearsal.example_runner import changed_question
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier

ROOT = Path(__file__).parents[2]
GAZETTE = Gazette(ROOT / "scorecards")
CARD = "zero-carbon-factory"
KNOWN = "2030-01-01T00:00:00Z"
CASCADE = SettingChange("reading", "cascade")


@cache
def engine() -> InferenceEngine:
    return InferenceEngine(GAZETTE.newest(CARD).scorecard)


def infer(*changes: FactChange | EvidenceDateChange | MissingEvidenceChange, as_of: str = "2025-06-30") -> Inference:
    card = GAZETTE.newest(CARD).scorecard
    return engine().infer(changed_question(card, (CASCADE, *changes), date.fromisoformat(as_of)))


def number(fact: str, text: str) -> FactChange:
    return FactChange(fact, DeclaredValue(number=text))


def year(first: str, last: str) -> FactChange:
    return FactChange("claim_year", DeclaredValue(period=PeriodText(first=first, last=last)))


@pytest.mark.parametrize(
    ("limit", "advanced", "unit_energy"),
    [("0.8", "1", "1.2"), ("0.8", "1", "0.5"), ("1", "1", "0.92"), ("1", "0", "0.92"), ("1", "0.8", "0")],
)
def test_an_implausible_norm_costs_points_and_not_the_star(limit: str, advanced: str, unit_energy: str) -> None:
    changes = (number("norm_limit", limit), number("norm_advanced", advanced), number("unit_energy", unit_energy))
    inference = infer(*changes)
    assert inference.score.earned["C3"].points.value == 0
    assert inference.grades == ("3",)


@pytest.mark.parametrize("fact", ["unit_energy", "norm_limit", "norm_advanced"])
def test_a_missing_norm_value_does_not_make_the_star_undetermined(fact: str) -> None:
    assert infer(FactChange(fact, None)).grades == ("3",)


@pytest.mark.parametrize("record", ["accident_record_clear", "penalty_record_clear"])
@pytest.mark.parametrize(("issued", "outcome"), [("2025-11-20", Outcome.MET), ("2022-03-15", Outcome.UNDETERMINED)])
def test_a_record_of_three_years_is_accepted_for_twelve_months(record: str, issued: str, outcome: Outcome) -> None:
    changed = EvidenceDateChange(record, date.fromisoformat(issued))
    assert infer(changed, as_of="2026-11-20").gates["G2"] is outcome


@pytest.mark.parametrize(
    ("fact", "record"), [("accidents", "accident_record_clear"), ("penalties", "penalty_record_clear")]
)
def test_a_reported_fault_counts_regardless_of_the_age_of_its_document(fact: str, record: str) -> None:
    change, old = FactChange(fact, DeclaredValue(number="1", unit="time")), date(2022, 3, 15)
    for document in (EvidenceDateChange(record, old), MissingEvidenceChange(record)):
        inference = infer(change, document, as_of="2026-11-20")
        assert (inference.gates["G2"], inference.grades) == (Outcome.NOT_MET, (NO_GRADE,))


def test_a_limit_below_the_advanced_value_earns_no_points() -> None:
    changes = (number("norm_limit", "0.8"), number("norm_advanced", "1"), number("unit_energy", "1.2"))
    assert infer(*changes).score.earned["C3"].points.value == 0


@pytest.mark.parametrize(
    ("first", "last", "as_of"),
    [
        ("2015-01-01", "2024-12-31", "2025-06-30"),
        ("2023-12-31", "2024-12-31", "2025-06-30"),
        ("2020-06-01", "2021-05-31", "2025-06-30"),
        ("1990-01-01", "1990-12-31", "2025-06-30"),
    ],
)
def test_a_claim_year_that_is_too_long_or_too_old_earns_no_star(first: str, last: str, as_of: str) -> None:
    inference = infer(year(first, last), as_of=as_of)
    assert inference.gates["G9"] is Outcome.NOT_MET
    assert inference.grades == (NO_GRADE,)


def test_a_claim_year_is_undetermined_until_its_last_day_has_passed() -> None:
    running = year("2024-08-01", "2025-07-31")
    assert infer(running, as_of="2025-07-31").gates["G9"] is Outcome.UNDETERMINED
    assert infer(running, as_of="2025-08-01").gates["G9"] is Outcome.MET


@pytest.mark.parametrize(
    ("first", "last", "longer"),
    [
        ("2023-01-01", "2023-12-31", "2024-01-01"),
        ("2023-03-01", "2024-02-29", "2024-03-01"),
        ("2024-03-01", "2025-02-28", "2025-03-01"),
        ("2024-02-29", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_claim_year_may_begin_on_any_day(first: str, last: str, longer: str) -> None:
    assert infer(year(first, last)).gates["G9"] is Outcome.MET
    assert infer(year(first, longer)).gates["G9"] is Outcome.NOT_MET


@pytest.mark.parametrize(("last", "outcome"), [("2022-12-31", Outcome.NOT_APPLICABLE), ("2023-12-31", Outcome.NOT_MET)])
def test_the_benchmark_list_of_2023_does_not_apply_to_earlier_claims(last: str, outcome: Outcome) -> None:
    listed = FactChange("benchmark_list_covers", DeclaredValue(flag=True))
    claimed = year(f"{last[:4]}-01-01", last)
    assert infer(listed, claimed).gates["G4-B"] is outcome


def test_a_record_of_the_worked_factory_verifies() -> None:
    published = GAZETTE.newest(CARD)
    content = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
    dossier = read_dossier(content, published.scorecard, as_of="2026-11-20", settings={})
    evaluator = Evaluator(published.scorecard, published.rule_digest, published.name)
    key = bytes(range(32))
    try:
        recorded = evaluator.evaluate(dossier.subject.model_copy(update={"known": KNOWN}), key)
    finally:
        evaluator.close()
    checks = verify(
        content=recorded.content, stated_digest=recorded.digest, record_key=key, versions=GAZETTE.versions(CARD)
    )
    assert {check.result for check in checks} == {CheckResult.PASSED}
