"""Impact of a draft: agreement with the core, groups, moved criteria, names only on request."""

from __future__ import annotations

import json
import shutil
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl
import pytest

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.numbers import format_exact
from rules.model.scorecard import ChoicePoints, ChoiceScale, Scorecard
from service.bulk import replay
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.output.terminal.own_server import temporary_server
from tests.service.bulk.test_replay import ORGANIZATION, renamed, small_subjects, store_all
from tests.support.commands import touchstone
from tests.support.small_card import CARD, small_card


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Store evaluations of a small card that has later, milder versions."""
    folder = tmp_path_factory.mktemp("archive")
    milder = small_card(version="2.0.0", first="2027-01-01", gold=65)
    fuller = with_points_of_i2(small_card(version="3.0.0", first="2028-01-01", supersedes="2.0.0"), closed=39, open_=2)
    for card in (small_card(last="2026-12-31"), milder, fuller, renamed(small_card(), id="other-factory")):
        write_version(folder / "scorecards", card, {}, publish_time="2025-01-01T00:00:00Z")
    gazette, url = Gazette(folder / "scorecards"), f"sqlite:///{folder}/store.sqlite3"
    store_all(url, gazette, gazette.version(CARD, "1.0.0"), small_subjects())
    return folder, url


def with_points_of_i2(card: Scorecard, **points: int) -> Scorecard:
    first, second = card.indicators
    assert isinstance(second.scale, ChoiceScale)
    rows = tuple(
        ChoicePoints(value=name.rstrip("_"), points=Fraction(points[name])) for name in sorted(points, reverse=True)
    )
    other = second.model_copy(update={"scale": second.scale.model_copy(update={"rows": rows})})
    return card.model_copy(update={"indicators": (first, other)})


def impact(archive: tuple[Path, str], out: Path, *options: object, version: str = "2.0.0") -> Any:
    folder, url = archive
    where = ("--archive", ORGANIZATION, "--database-url", url, "--gazette", folder / "scorecards", "--out", out)
    return touchstone("draft", "impact", f"{CARD}@{version}", *where, "--processes", "1", *options)


@pytest.mark.full
def test_changes_are_counted_by_grade_and_subjects_are_named_only_on_request(
    archive: tuple[Path, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shown = impact(archive, out)
    assert shown.exit_code == 0, shown.output
    report = json.loads((out / "impact.json").read_bytes())
    parts = pl.read_parquet(out / "parts" / "*.parquet")
    assert report["evaluations"] == parts.height > 0
    assert report["moved"] == parts["moved"].sum() > 0
    assert report["gained"] + report["lost"] + report["open"] + report["other"] == report["moved"]
    raised = parts.filter((pl.col("grade_before") == "silver") & (pl.col("grade") == "gold"))
    assert ("silver", "gold", "DIRECTION_GAINED", raised.height) in [
        (one["before"], one["after"], one["direction"], one["count"]) for one in report["groups"]
    ]
    assert digest(canonical_bytes(report)) in shown.stdout
    page = (out / "impact.html").read_text(encoding="utf-8")
    assert "subjects/" not in shown.stdout + page + json.dumps(report)
    named = impact(archive, tmp_path / "named", "--names", "--sample", "2", "--language", "zh")
    assert 0 < named.stdout.count("subjects/") <= 2 * len(report["groups"])
    assert "提高" in named.stdout


@pytest.mark.full
def test_a_run_resumes_after_an_interruption(archive: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = impact(archive, out, "--format", "json").stdout
    assert impact(archive, out).exit_code == 2
    assert impact(archive, out, "--resume", "--format", "json").stdout == before


def test_scores_that_move_while_the_grade_stays_are_summed_up(archive: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    shown = impact(archive, out, version="3.0.0")
    assert shown.exit_code == 0, shown.output
    shifts = json.loads((out / "impact.json").read_bytes())["scoreShifts"]
    after = pl.read_parquet(out / "parts" / "*.parquet").filter(
        pl.col("refused").is_null()
        & (pl.col("conclusion").cast(pl.String) != "not_applicable")
        & pl.col("grade").cast(pl.String).eq_missing(pl.col("grade_before"))
        & pl.col("possible_grades").eq_missing(pl.col("possible_grades_before"))
        & pl.col("conclusion").cast(pl.String).eq_missing(pl.col("conclusion_before"))
    )
    sure = after.filter((pl.col("score_low") == pl.col("score_high")).fill_null(value=False))
    moved = [now - was for now, was in zip(sure["score_low"], sure["score_low_before"], strict=True) if now != was]
    assert set(moved) == {-1, 2}
    assert (shifts["count"], shifts["raised"], shifts["lowered"]) == (len(moved), moved.count(2), moved.count(-1))
    middle = median(map(Fraction, moved))
    assert (shifts["least"], shifts["median"], shifts["greatest"]) == ("-1", format_exact(middle), "2")
    assert shifts["open"] > 0
    summary = (
        f"same answer, different score: {len(moved)} (up {moved.count(2)}, down {moved.count(-1)}); change from -1"
    )
    assert summary in shown.stdout
    assert summary in (out / "impact.html").read_text(encoding="utf-8")
    assert (shifts["most"], "largest changes of score" in shown.stdout) == ([], False)


def test_the_subjects_with_the_largest_score_changes_are_named_on_request(
    archive: tuple[Path, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shown = impact(archive, out, "--names", "--sample", "3", "--language", "zh", version="3.0.0")
    most = json.loads((out / "impact.json").read_bytes())["scoreShifts"]["most"]
    assert len({one["subject"] for one in most}) == 3
    assert [abs(int(one["by"])) for one in most] == [2, 2, 2]
    first = most[0]
    assert f"得分变动最大：{first['subject']} {first['before']} → {first['after']} (+2)" in shown.stdout


def test_no_score_change_is_reported_when_no_score_moves(archive: tuple[Path, str], tmp_path: Path) -> None:
    shown = impact(archive, tmp_path / "out")
    shifts = json.loads((tmp_path / "out" / "impact.json").read_bytes())["scoreShifts"]
    assert shifts == {"count": 0, "raised": 0, "lowered": 0, "open": 0, "most": []}
    assert "another score" not in shown.stdout


@pytest.mark.full
def test_the_evaluations_of_a_server_have_the_same_impact_as_local_evaluations(
    archive: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, url = archive
    here = impact(archive, tmp_path / "here", "--format", "json").stdout
    monkeypatch.setattr(replay, "ROWS", 7)
    with temporary_server(folder / "scorecards", database_url=url) as address:
        where = ("--archive", ORGANIZATION, "--server", address, "--gazette", folder / "scorecards", "--processes", "1")
        asked = ("draft", "impact", f"{CARD}@2.0.0", *where, "--format", "json", "--out")
        assert touchstone(*asked, tmp_path / "there").stdout == here
        journal = next((tmp_path / "there").glob("journal*"))
        lines = journal.read_bytes().splitlines(keepends=True)
        assert len(lines) > 4, "several parts"
        journal.write_bytes(b"".join(lines[:3]))
        assert touchstone(*asked, tmp_path / "there", "--resume").stdout == here
        nobody = touchstone(*asked, tmp_path / "nobody", "--archive", "organizations/nobody")
        assert (nobody.exit_code, "No evaluation of 'organizations/nobody' is stored" in nobody.output) == (2, True)
        both = touchstone(*asked, tmp_path / "both", "--database-url", url)
        assert (both.exit_code, "--database-url" in both.output) == (2, True)


def test_an_organization_without_stored_evaluations_is_refused(archive: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = archive
    where = ("--database-url", url, "--gazette", folder / "scorecards", "--out", tmp_path / "out")
    for command in (("draft", "impact", f"{CARD}@2.0.0", "--archive"), ("batch", "replay")):
        card = () if command[0] == "draft" else (f"{CARD}@2.0.0",)
        refused = touchstone(*command, "organizations/nobody", *card, *where)
        assert (refused.exit_code, "No evaluation of 'organizations/nobody' is stored" in refused.stderr) == (2, True)


def test_exactly_one_source_is_required(archive: tuple[Path, str], tmp_path: Path) -> None:
    (results := tmp_path / "results.jsonl").touch()
    refused = impact(archive, tmp_path / "out", "--results", results)
    assert (refused.exit_code, "exactly one" in refused.stderr) == (2, True)


ROOT = Path(__file__).resolve().parents[3]
FACTORY = ROOT / "examples" / "worked-factory.yaml"


def stricter(folder: Path) -> Path:
    """Draft the card of factories with three stars from 75 points on."""
    draft = folder / "draft"
    shutil.copytree(ROOT / "features" / "zero-carbon-factory", draft)
    for name, old, new in (
        ("stars.en.feature", "| 3     | 70 ", "| 3     | 75 "),
        ("stars.zh.feature", "| 3    | 70 ", "| 3    | 75 "),
    ):
        text = (draft / name).read_text(encoding="utf-8")
        (draft / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return draft


@pytest.mark.full
def test_the_impact_on_dossiers_and_results_names_the_criteria_that_moved(tmp_path: Path) -> None:
    draft = stricter(tmp_path)
    dossiers = tmp_path / "dossiers"
    dossiers.mkdir()
    shutil.copy(FACTORY, dossiers)
    evaluated = touchstone("evaluate", "zero-carbon-factory", FACTORY, "--as-of", "2026-11-20", "--format", "json")
    results = tmp_path / "results.jsonl"
    results.write_text(json.dumps(json.loads(evaluated.stdout)) + "\n", encoding="utf-8")
    for name, source in (("one", ("--dossiers", dossiers, "--as-of", "2026-11-20")), ("other", ("--results", results))):
        out = tmp_path / name
        shown = touchstone("draft", "impact", draft, *source, "--out", out, "--processes", "1")
        assert shown.exit_code == 0, shown.output
        (group,) = json.loads((out / "impact.json").read_bytes())["groups"]
        assert (group["before"], group["count"]) == ("3", 1)
        assert group["criteria"] == [{"id": "ladder", "count": 1}]


@pytest.mark.full
def test_the_output_of_a_batch_is_accepted_unchanged(tmp_path: Path) -> None:
    dossiers = tmp_path / "dossiers"
    dossiers.mkdir()
    shutil.copy(FACTORY, dossiers)
    draft, asked, reports = stricter(tmp_path), ("zero-carbon-factory", "--as-of", "2026-11-20"), []
    for out in (tmp_path / "folder", tmp_path / "results.jsonl"):
        evaluated = touchstone("batch", "evaluate", asked[0], dossiers, *asked[1:], "--out", out)
        assert evaluated.exit_code == 0, evaluated.output
        where = ("--results", out, "--out", tmp_path / f"impact-{out.name}", "--processes", "1", "--format", "json")
        reports.append(json.loads(touchstone("draft", "impact", draft, *where).stdout))
    assert [(one["evaluations"], one["refused"], one["moved"]) for one in reports] == [(1, 0, 1), (1, 0, 1)]
    assert reports[0]["groups"] == reports[1]["groups"]
    empty = touchstone("draft", "impact", draft, "--results", dossiers, "--out", tmp_path / "no")
    assert (empty.exit_code, "contains no evaluations (.json)" in empty.stderr) == (2, True)
