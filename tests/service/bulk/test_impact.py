"""Whom a draft moves is told as the core tells it, grouped, by the criteria that moved, without names unless asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from rules.contracts.canonical import canonical_bytes, digest
from service.gazette.publishing import write_version
from service.gazette.versions import Gazette
from tests.service.bulk.test_replay import ORGANIZATION, renamed, small_subjects, store_all
from tests.support.commands import touchstone
from tests.support.small_card import CARD, small_card


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Store evaluations of a small card of which a milder version is to come."""
    folder = tmp_path_factory.mktemp("archive")
    milder = small_card(version="2.0.0", first="2027-01-01", gold=65)
    for card in (small_card(last="2026-12-31"), milder, renamed(small_card(), id="other-factory")):
        write_version(folder / "scorecards", card, {}, publish_time="2025-01-01T00:00:00Z")
    gazette, url = Gazette(folder / "scorecards"), f"sqlite:///{folder}/store.sqlite3"
    store_all(url, gazette, gazette.version(CARD, "1.0.0"), small_subjects())
    return folder, url


def impact(archive: tuple[Path, str], out: Path, *options: object) -> Any:
    folder, url = archive
    where = ("--archive", ORGANIZATION, "--database-url", url, "--gazette", folder / "scorecards", "--out", out)
    return touchstone("impact", f"{CARD}@2.0.0", *where, "--processes", "1", *options)


@pytest.mark.full
def test_who_gains_is_counted_by_grade_and_named_only_if_asked(archive: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    shown = impact(archive, out)
    assert shown.exit_code == 0, shown.output
    found = json.loads((out / "impact.json").read_bytes())
    parts = pl.read_parquet(out / "parts" / "*.parquet")
    assert found["evaluations"] == parts.height > 0
    assert found["moved"] == parts["moved"].sum() > 0
    assert found["gained"] + found["lost"] + found["open"] + found["other"] == found["moved"]
    raised = parts.filter((pl.col("grade_before") == "silver") & (pl.col("grade") == "gold"))
    assert ("silver", "gold", "DIRECTION_GAINED", raised.height) in [
        (one["before"], one["after"], one["direction"], one["count"]) for one in found["groups"]
    ]
    assert digest(canonical_bytes(found)) in shown.stdout
    page = (out / "impact.html").read_text(encoding="utf-8")
    assert "subjects/" not in shown.stdout + page + json.dumps(found)
    named = impact(archive, tmp_path / "named", "--names", "--sample", "2", "--language", "zh")
    assert 0 < named.stdout.count("subjects/") <= 2 * len(found["groups"])
    assert "提高" in named.stdout


def test_a_run_goes_on_where_it_stopped(archive: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = impact(archive, out, "--format", "json").stdout
    assert impact(archive, out).exit_code == 2
    assert impact(archive, out, "--resume", "--format", "json").stdout == before


def test_one_source_is_asked_for(archive: tuple[Path, str], tmp_path: Path) -> None:
    refused = impact(archive, tmp_path / "out", "--results", tmp_path / "none.jsonl")
    assert (refused.exit_code, "exactly one" in refused.stderr) == (2, True)


ROOT = Path(__file__).resolve().parents[3]
FACTORY = ROOT / "examples" / "worked-factory.yaml"


@pytest.mark.full
def test_of_dossiers_and_results_it_is_told_by_what_they_moved(tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    shutil.copytree(ROOT / "features" / "zero-carbon-factory", draft)
    for name, old, new in (
        ("stars.en.feature", "| 3     | 70 ", "| 3     | 75 "),
        ("stars.zh.feature", "| 3    | 70 ", "| 3    | 75 "),
    ):
        text = (draft / name).read_text(encoding="utf-8")
        (draft / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    dossiers = tmp_path / "dossiers"
    dossiers.mkdir()
    shutil.copy(FACTORY, dossiers)
    evaluated = touchstone("evaluate", "zero-carbon-factory", FACTORY, "--as-of", "2026-11-20", "--format", "json")
    results = tmp_path / "results.jsonl"
    results.write_text(json.dumps(json.loads(evaluated.stdout)) + "\n", encoding="utf-8")
    for name, source in (("one", ("--dossiers", dossiers, "--as-of", "2026-11-20")), ("other", ("--results", results))):
        out = tmp_path / name
        shown = touchstone("impact", draft, *source, "--out", out, "--processes", "1")
        assert shown.exit_code == 0, shown.output
        (group,) = json.loads((out / "impact.json").read_bytes())["groups"]
        assert (group["before"], group["count"]) == ("3", 1)
        assert group["criteria"] == [{"id": "ladder", "count": 1}]
