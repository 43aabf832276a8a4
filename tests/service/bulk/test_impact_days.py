"""Impact of a draft on several days: subjects that move on one day, on both, or differently."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.canonical import canonical_bytes, digest
from service.gazette.versions import Gazette
from service.output.terminal.changelog_entry import entry_of
from tests.service.bulk.test_impact_without_grades import LABEL, ROOT, impact
from tests.support.commands import touchstone

EARLY, LATE = "2026-01-10", "2026-11-20"
LABELS = {
    "before-long": {**LABEL, "issued_on": "2024-11-21"},
    "meanwhile": LABEL,
    "young": {**LABEL, "issued_on": "2025-12-20"},
    "suspended": {**LABEL, "suspended": "yes"},
}
CHANGES = (
    ("date of issue is until the as-of date minus 2 years", "date of issue is until the as-of date minus 1 years"),
)


def compared(report: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (course["count"], *((day["before"], day["after"], day["direction"]) for day in course["days"]))
        for course in report["compared"]
    ]


def test_two_days_are_reported_and_compared(tmp_path: Path) -> None:
    report, text = impact(tmp_path, "carbon-label", LATE, LABELS, CHANGES, "--as-of", EARLY, "--names")
    assert [(day["asOfDate"], day["inEffect"], day["lost"], day["onlyThen"]) for day in report["days"]] == [
        (EARLY, True, 1, 0),
        (LATE, True, 2, 1),
    ]
    stays, loses = ("ok", "ok", ""), ("ok", "prohibited", "DIRECTION_LOST")
    assert (report["alike"], compared(report)) == (1, [(1, stays, loses), (1, loses, loses)])
    page = (tmp_path / "out" / "impact.html").read_text(encoding="utf-8")
    for line in (
        f"changing only as of {EARLY}: 0",
        f"changing only as of {LATE}: 1",
        "changing in the same way on every day: 1",
        "unchanged: ok; then worse: ok → prohibited: organizations/example/subjects/meanwhile",
    ):
        assert line in text
        assert line in page
    assert "suspended" not in text
    assert digest(canonical_bytes(report)) in text
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [EARLY, LATE, "impact.html", "impact.json"]


def test_the_report_of_one_day_states_the_day(tmp_path: Path) -> None:
    reports = {}
    for day in (EARLY, LATE):
        reports[day], text = impact(tmp_path / day, "carbon-label", day, LABELS, CHANGES)
        page = (tmp_path / day / "out" / "impact.html").read_text(encoding="utf-8")
        assert reports[day]["asOfDate"] == day
        assert f"as of {day}" in text
        assert f"<h2>as of {day}</h2>" in page
    assert digest(canonical_bytes(reports[EARLY])) != digest(canonical_bytes(reports[LATE]))


def test_a_day_before_the_draft_takes_effect_is_named_in_chinese(tmp_path: Path) -> None:
    begins = ("| effective from  | 2022-01-01", "| effective from  | 2026-06-01")
    options = ("--as-of", EARLY, "--as-of", "2026-08-01", "--language", "zh")
    report, text = impact(tmp_path, "carbon-label", LATE, LABELS, (*CHANGES, begins), *options)
    assert [day["inEffect"] for day in report["days"]] == [False, True, True]
    assert f"在 {EARLY} 不施行：自 2026-06-01 起施行\n" in text
    assert "subjects/" not in text + json.dumps(report)
    assert "不变：合规         降低：合规 → 禁止  降低：合规 → 禁止  1" in text


@pytest.mark.full
def test_files_with_the_same_name_in_several_folders_stay_separate_and_a_run_resumes(tmp_path: Path) -> None:
    impact(tmp_path, "carbon-label", LATE, LABELS, CHANGES)
    dossiers = tmp_path / "dossiers"
    (dossiers / "more").mkdir()
    shutil.copy(dossiers / "young.json", dossiers / "more" / "meanwhile.json")
    out = tmp_path / "days"
    call = (
        *(
            "draft",
            "impact",
            tmp_path / "draft",
            "--dossiers",
            dossiers,
            "--out",
            out,
            "--processes",
            "1",
            "--format",
            "json",
        ),
        *("--as-of", LATE, "--as-of", EARLY),
    )
    first = touchstone(*call)
    assert first.exit_code == 0, first.output
    report = json.loads(first.stdout)
    assert [day["evaluations"] for day in report["days"]] == [5, 5]
    assert [course[0] for course in compared(report)] == [1, 1]
    assert touchstone(*call).exit_code == 2
    assert touchstone(*call, "--resume").stdout == first.stdout
    other = touchstone(*call[:-1], "2026-02-01", "--resume")
    assert (other.exit_code, f"The folder of --out contains '{EARLY}'" in other.stdout) == (2, True), other.stdout


def test_a_run_for_one_day_cannot_resume_for_another_day(tmp_path: Path) -> None:
    impact(tmp_path, "carbon-label", LATE, {"meanwhile": LABEL}, CHANGES)
    where = ("--dossiers", tmp_path / "dossiers", "--out", tmp_path / "out", "--processes", "1", "--resume")
    shown = touchstone("draft", "impact", tmp_path / "draft", *where, "--as-of", EARLY)
    assert (shown.exit_code, "asOf" in shown.stderr) == (2, True), shown.stderr


@pytest.mark.parametrize(
    ("source", "days", "expected_message"),
    [
        ("--dossiers", (LATE, LATE), f"{LATE} occurs twice"),
        ("--dossiers", (), "The option --dossiers needs a date"),
        ("--dossiers", (LATE, "2026-02-30"), "--as-of"),
        ("--results", (EARLY, LATE), "Remove --as-of, or use --dossiers"),
        ("--archive", (LATE,), "Remove --as-of, or use --dossiers"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(
    source: str, days: tuple[str, ...], expected_message: str, tmp_path: Path
) -> None:
    options = [word for day in days for word in ("--as-of", day)]
    card = ROOT / "features" / "carbon-label"
    (results := tmp_path / "results.jsonl").touch()
    origin = results if source == "--results" else "organizations/example"
    shown = touchstone("draft", "impact", card, source, origin, *options, "--out", tmp_path / "out")
    assert (shown.exit_code, expected_message in shown.stderr, (tmp_path / "out").exists()) == (2, True, False), (
        shown.stderr
    )


def test_the_changelog_entry_reports_each_day(tmp_path: Path) -> None:
    report, _ = impact(tmp_path, "carbon-label", LATE, LABELS, CHANGES, "--as-of", EARLY)
    published = Gazette(ROOT / "scorecards").newest("carbon-label")
    entry = entry_of(published, (published,), {"impact": report}, reason="a test")
    for day, lost in ((EARLY, 1), (LATE, 2)):
        assert f"- **Impact as of {day}:** of 4 evaluations of " in entry
        assert f" would make {lost} worse, 0 better and 0 undetermined, whether or not they are in force" in entry
    ending = f"Stored results do not change. Report {digest(canonical_bytes(report))}."
    assert entry.count(ending) == len((EARLY, LATE))
