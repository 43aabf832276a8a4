"""Zero-carbon factory versions: outcomes for impossible figures, and verification of old records."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.model.examples import EvidenceDateChange, FactChange, MissingEvidenceChange, SettingChange
from rules.rehearsal.example_runner import changed_question
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from service.base.resource_names import CardName
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.support.worked_factory import worked_factory_before_3_0_0

if TYPE_CHECKING:
    from rules.engine.inference import Inference

ROOT = Path(__file__).parents[2]
GAZETTE = Gazette(ROOT / "scorecards")
CARD = "zero-carbon-factory"
OLD, CURRENT = "1.0.0", "4.0.0"
BEFORE_CURRENT = "2026-11-20T12:00:00Z"
LATER = "2030-01-01T00:00:00Z"
CASCADE = SettingChange("reading", "cascade")


@cache
def engine(version: str) -> InferenceEngine:
    return InferenceEngine(GAZETTE.version(CARD, version).scorecard)


def infer(
    version: str, *changes: FactChange | EvidenceDateChange | MissingEvidenceChange, as_of: str = "2025-06-30"
) -> Inference:
    card = GAZETTE.version(CARD, version).scorecard
    return engine(version).infer(changed_question(card, (CASCADE, *changes), date.fromisoformat(as_of)))


def number(fact: str, text: str) -> FactChange:
    return FactChange(fact, DeclaredValue(number=text))


def year(first: str, last: str) -> FactChange:
    return FactChange("claim_year", DeclaredValue(period=PeriodText(first=first, last=last)))


@pytest.mark.parametrize(
    ("limit", "advanced", "unit_energy"),
    [("0.8", "1", "1.2"), ("0.8", "1", "0.5"), ("1", "1", "0.92"), ("1", "0", "0.92"), ("1", "0.8", "0")],
)
def test_a_norm_that_cannot_be_one_costs_points_and_no_longer_the_star(
    limit: str, advanced: str, unit_energy: str
) -> None:
    changes = (number("norm_limit", limit), number("norm_advanced", advanced), number("unit_energy", unit_energy))
    assert infer(OLD, *changes).grades == ("3",)
    vetoed = infer("1.2.0", *changes)
    assert vetoed.gates["G4-N"] is Outcome.NOT_MET
    assert vetoed.grades == (NO_GRADE,)
    now = infer(CURRENT, *changes)
    assert now.score.earned["C3"].points.value == 0
    assert now.grades == ("3",)


@pytest.mark.parametrize("fact", ["unit_energy", "norm_limit", "norm_advanced"])
def test_a_figure_of_the_norm_that_is_missing_no_longer_keeps_the_star_open(fact: str) -> None:
    missing = FactChange(fact, None)
    assert set(infer("1.2.0", missing).grades) == {"3", NO_GRADE}
    assert infer(CURRENT, missing).grades == ("3",)


@pytest.mark.parametrize(
    ("fact", "record"), [("accidents", "accident_record_clear"), ("penalties", "penalty_record_clear")]
)
@pytest.mark.parametrize(("issued", "outcome"), [("2025-11-20", Outcome.MET), ("2022-03-15", Outcome.UNDETERMINED)])
def test_a_record_of_three_years_counts_for_twelve_months(
    fact: str, record: str, issued: str, outcome: Outcome
) -> None:
    day = date.fromisoformat(issued)
    assert infer("1.2.0", EvidenceDateChange(fact, day), as_of="2026-11-20").gates["G2"] is Outcome.MET
    assert infer("2.0.0", EvidenceDateChange(fact, day), as_of="2026-11-20").gates["G2"] is outcome
    assert infer(CURRENT, EvidenceDateChange(record, day), as_of="2026-11-20").gates["G2"] is outcome


@pytest.mark.parametrize(
    ("fact", "record"), [("accidents", "accident_record_clear"), ("penalties", "penalty_record_clear")]
)
def test_what_is_told_counts_against_the_factory_whatever_the_age_of_its_paper(fact: str, record: str) -> None:
    change, old = FactChange(fact, DeclaredValue(number="1", unit="time")), date(2022, 3, 15)
    before = infer("2.0.0", change, EvidenceDateChange(fact, old), as_of="2026-11-20")
    assert before.gates["G2"] is Outcome.UNDETERMINED
    for paper in (EvidenceDateChange(record, old), MissingEvidenceChange(record)):
        now = infer(CURRENT, change, paper, as_of="2026-11-20")
        assert (now.gates["G2"], now.grades) == (Outcome.NOT_MET, (NO_GRADE,))


def test_a_limit_below_the_advanced_value_used_to_earn_full_points() -> None:
    changes = (number("norm_limit", "0.8"), number("norm_advanced", "1"), number("unit_energy", "1.2"))
    points = [infer(version, *changes).score.earned["C3"].points.value for version in (OLD, CURRENT)]
    assert points == [6, 0]


@pytest.mark.parametrize(
    ("first", "last", "as_of"),
    [
        ("2015-01-01", "2024-12-31", "2025-06-30"),
        ("2023-12-31", "2024-12-31", "2025-06-30"),
        ("2020-06-01", "2021-05-31", "2025-06-30"),
        ("1990-01-01", "1990-12-31", "2025-06-30"),
    ],
)
def test_a_claim_year_that_is_too_long_or_too_old_gives_no_star(first: str, last: str, as_of: str) -> None:
    assert "G9" not in infer(OLD, year(first, last), as_of=as_of).gates
    now = infer(CURRENT, year(first, last), as_of=as_of)
    assert now.gates["G9"] is Outcome.NOT_MET
    assert now.grades == (NO_GRADE,)


def test_a_claim_year_that_is_not_over_is_open_until_its_last_day_has_passed() -> None:
    running = year("2024-08-01", "2025-07-31")
    assert infer(CURRENT, running, as_of="2025-07-31").gates["G9"] is Outcome.UNDETERMINED
    assert infer(CURRENT, running, as_of="2025-08-01").gates["G9"] is Outcome.MET


@pytest.mark.parametrize(
    ("first", "last", "longer"),
    [
        ("2023-01-01", "2023-12-31", "2024-01-01"),
        ("2023-03-01", "2024-02-29", "2024-03-01"),
        ("2024-03-01", "2025-02-28", "2025-03-01"),
        ("2024-02-29", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_year_may_begin_on_any_day(first: str, last: str, longer: str) -> None:
    assert infer(CURRENT, year(first, last)).gates["G9"] is Outcome.MET
    assert infer(CURRENT, year(first, longer)).gates["G9"] is Outcome.NOT_MET


@pytest.mark.parametrize(("last", "outcome"), [("2022-12-31", Outcome.NOT_APPLICABLE), ("2023-12-31", Outcome.NOT_MET)])
def test_the_list_of_2023_is_not_asked_of_claims_before_it(last: str, outcome: Outcome) -> None:
    listed = FactChange("benchmark_list_covers", DeclaredValue(flag=True))
    claimed = year(f"{last[:4]}-01-01", last)
    assert infer(OLD, listed, claimed).gates["G4-B"] is Outcome.NOT_MET
    assert infer(CURRENT, listed, claimed).gates["G4-B"] is outcome


def test_nothing_moves_for_a_factory_whose_figures_can_be() -> None:
    old, now = infer(OLD), infer(CURRENT)
    assert now.total == old.total
    assert now.grades == old.grades == ("3",)
    assert {name: now.gates[name] for name in old.gates} == old.gates
    assert set(now.gates) - set(old.gates) == {"G9"}


def test_the_current_version_governs_and_what_was_known_before_stays() -> None:
    for day in (date(2022, 6, 1), date(2025, 6, 30), date(2026, 11, 20)):
        version = GAZETTE.find(CardName(CARD), as_of=day, known=LATER)
        assert version.scorecard.card.version == CURRENT
    version = GAZETTE.find(CardName(CARD), as_of=date(2025, 6, 30), known=BEFORE_CURRENT)
    assert version.scorecard.card.version == OLD


@pytest.mark.parametrize(("version", "known"), [(OLD, BEFORE_CURRENT), (CURRENT, LATER)])
def test_records_under_both_versions_verify(version: str, known: str) -> None:
    published = GAZETTE.version(CARD, version)
    newest = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
    content = worked_factory_before_3_0_0() if version == OLD else newest
    dossier = read_dossier(content, published.scorecard, as_of="2026-11-20", settings={})
    evaluator = Evaluator(published.scorecard, published.rule_digest, published.name)
    key = bytes(range(32))
    try:
        recorded = evaluator.evaluate(dossier.subject.model_copy(update={"known": known}), key)
    finally:
        evaluator.close()
    checks = verify(
        content=recorded.content,
        stated_digest=recorded.digest,
        record_key=key,
        versions=GAZETTE.versions(CARD),
    )
    assert {check.result for check in checks} == {CheckResult.PASSED}
