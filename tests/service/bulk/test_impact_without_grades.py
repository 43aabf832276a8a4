"""Impact of a draft on cards without grades, by gate, finding, result or verdict, and by rule."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.outcomes import Outcome
from service.bulk.outcome_changes import FINDINGS, GATES, RESULTS, OutcomeChange, ResultChange, changed_outcomes
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[3]

UNIT = {"year_end": "2027-12-31", "similar": "0.820 tCO2e/MWh", "retrofitted": "0.405 tCO2e/MWh", "route": "biomass"}
POWER = {
    "country_of_origin": "UA", "imported_on": "2026-05-10", "quantity": "1000 MWh", "determination": "actual",
    "country_listed": "no", "actual_factor": "0.3 tCO2e/MWh", "agreement_made": "yes", "agreement_amount": "1000 MWh",
    "connected": "yes", "uncongested": "yes", "fossil_factor": "0.54 tCO2e/MWh", "nominated": "yes", "same_hour": "yes",
    "reported_monthly": "yes", "verified_report": "yes",
}  # fmt: skip
LABEL = {
    "request": "show", "standard_chosen": "yes", "footprint_verified": "yes", "issued": "yes", "issuer": "carbon_trust",
    "term": "none_set", "issued_on": "2025-01-21", "last_day": "2026-12-31", "suspended": "no",
}  # fmt: skip
PAPERS = {
    "retrofitted": "heat-rate-report", "standard_chosen": "scheme-document",
    "footprint_verified": "verification-statement", "issued_on": "certificate", "last_day": "certificate",
    "actual_factor": "verification-report", "agreement_made": "purchase-agreement",
    "agreement_amount": "purchase-agreement", "connected": "interim-report", "uncongested": "interim-report",
    "fossil_factor": "verification-report", "nominated": "interim-report", "same_hour": "interim-report",
    "reported_monthly": "interim-report", "verified_report": "verification-report",
}  # fmt: skip
"""The evidence kind of each fact that needs evidence."""
PAPER = {"issuer": "Example Test Institute", "issue_date": "2024-01-02", "digest": "ab" * 32}


def impact(
    folder: Path,
    card: str,
    as_of: str,
    subjects: Mapping[str, Mapping[str, str]],
    changes: Iterable[tuple[str, str]],
    *options: str,
) -> tuple[dict[str, Any], str]:
    """Change the English sentences of a card and return the impact as a document and as text."""
    draft = folder / "draft"
    shutil.copytree(ROOT / "features" / card, draft, ignore=shutil.ignore_patterns("*.zh.feature", "further.*"))
    for old, new in changes:
        feature_file = next(path for path in draft.glob("*.feature") if old in path.read_text(encoding="utf-8"))
        feature_file.write_text(feature_file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    dossiers = folder / "dossiers"
    dossiers.mkdir()
    for name, facts in subjects.items():
        proved = {id: {"value": facts[id], "evidence": [PAPERS[id]]} for id in facts.keys() & PAPERS.keys()}
        dossier = {"subject": f"organizations/example/subjects/{name}", "facts": {**facts, **proved}}
        dossier["evidence"] = {kind: {**PAPER, "kind": kind} for kind in sorted({PAPERS[id] for id in proved})}
        (dossiers / f"{name}.json").write_text(json.dumps(dossier), encoding="utf-8")
    where = ("--dossiers", dossiers, "--as-of", as_of, "--out", folder / "out", "--processes", "1")
    shown = touchstone("draft", "impact", draft, *where, *options)
    assert shown.exit_code == 0, shown.output
    return json.loads((folder / "out" / "impact.json").read_bytes()), shown.stdout


def moves(report: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            group["direction"].removeprefix("DIRECTION_"),
            group["before"],
            group["after"],
            *((turn["part"], turn["id"], turn["before"], turn["after"]) for turn in group["turns"]),
        )
        for group in report["groups"]
    ]


def test_gates_and_findings_show_losing_and_gaining_subjects(tmp_path: Path) -> None:
    subjects = {
        "falls-by-half": UNIT,
        "other-route": {**UNIT, "route": "other_route", "retrofitted": "0.300 tCO2e/MWh"},
        "early": {**UNIT, "year_end": "2026-12-31"},
        "far-below": {**UNIT, "retrofitted": "0.100 tCO2e/MWh"},
        "not-known": {"year_end": "2027-12-31", "route": "biomass"},
    }
    changes = (
        ("| at least 50 %         | 50 |", "| at least 50 %         | 60 |"),
        ("biomass, green ammonia, carbon capture     |", "biomass, green ammonia, carbon capture, another route |"),
        ("measured year is before 2027-01-01 | obs", "measured year is before 2026-01-01 | obs"),
    )
    report, text = impact(tmp_path, "coal-retrofit", "2028-03-31", subjects, changes, "--language", "zh")
    assert moves(report) == [
        ("LOST", "scored", "gate_failed", (GATES, "CR1", "met", "not_met")),
        ("GAINED", "gate_failed", "scored", (GATES, "CR2", "not_met", "met")),
        ("GAINED", "scored", "scored", (FINDINGS, "CR1.EARLY", "met", "not_met")),
    ]
    assert (report["lost"], report["gained"], report["evaluations"]) == (1, 2, 5)
    assert "CR1 满足 → 不满足 (1)" in text, text
    page = (tmp_path / "out" / "impact.html").read_text(encoding="utf-8")
    assert "CR1.EARLY 开具 → 不开具 (1)" in page


def test_results_move_with_the_number_and_are_undetermined_without_a_new_fact(tmp_path: Path) -> None:
    subjects = {"actual": POWER, "by-default": {**POWER, "determination": "default"}}
    changes = (
        ("installation per MWh is at most 0.55 tCO2e/MWh", "installation per MWh is at most 0.5 tCO2e/MWh"),
        (
            "      | electricity imported * emission factor used |",
            "      | 0.9 * electricity imported * emission factor used |",
        ),
    )
    report, text = impact(tmp_path, "cbam-electricity", "2026-11-20", subjects, changes)
    by_default = [
        ("OTHER", "scored", "scored", *((RESULTS, id, "", "falls") for id in ("certificates_due", "cost_due")))
    ]
    (lost,) = [one for one in moves(report) if one[0] == "LOST"]
    assert lost[1:4] == ("scored", "gate_failed", (GATES, "E3", "met", "not_met"))
    assert (RESULTS, "factor_used", "", "rises") in lost
    assert [one for one in moves(report) if one[0] == "OTHER"] == by_default
    assert "Certificates due falls (1)" in text


def test_verdict_changes_name_the_rule(tmp_path: Path) -> None:
    subjects = {"old": LABEL, "young": {**LABEL, "issued_on": "2026-10-01"}, "suspended": {**LABEL, "suspended": "yes"}}
    changes = (
        ("date of issue is until the as-of date minus 2 years", "date of issue is until the as-of date minus 1 years"),
    )
    report, text = impact(tmp_path, "carbon-label", "2026-11-20", subjects, changes)
    (group,) = report["groups"]
    assert (group["before"], group["after"], group["direction"]) == ("ok", "prohibited", "DIRECTION_LOST")
    assert (group["criteria"], group["turns"]) == ([{"id": "LAB-03", "count": 1}], [])
    assert "LAB-03 (1)" in text


@pytest.mark.parametrize(
    ("part", "before", "after", "step"),
    [
        (GATES, Outcome.MET, Outcome.NOT_MET, -1),
        (GATES, Outcome.NOT_MET, Outcome.NOT_APPLICABLE, 1),
        (GATES, Outcome.MET, Outcome.UNDETERMINED, 0),
        (GATES, Outcome.UNDETERMINED, Outcome.MET, None),
        (FINDINGS, Outcome.NOT_MET, Outcome.MET, -1),
        (RESULTS, "", ResultChange.OPEN, 0),
        (RESULTS, "", ResultChange.RISES, None),
    ],
)
def test_an_outcome_change_is_better_worse_undetermined_or_neutral(
    part: str, before: str, after: str, step: int | None
) -> None:
    assert OutcomeChange(part, "X", before, after).step == step


def test_parts_of_only_one_version_count_only_if_they_affect_the_outcome() -> None:
    before = json.dumps(
        {"gates.OLD": "met", "gates.GONE": "not_met", "findings.F": "not_applicable", "results.R": "1/3"}
    )
    after = {"gates.NEW": "not_applicable", "findings.F": "not_met", "findings.G": "met", "results.R": "(,)"}
    assert changed_outcomes(before, after) == (
        OutcomeChange(FINDINGS, "G", "not_met", "met"),
        OutcomeChange(RESULTS, "R", "", "open"),
        OutcomeChange(GATES, "GONE", "not_met", "met"),
    )
    assert changed_outcomes(None, after) == ()
