"""The command `batch plan`: a temporary server, texts in both languages, tables, failures and errors of options."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from google.protobuf import json_format
from openpyxl import load_workbook

from service.gazette.publication import write_version
from service.input.dossier.dossier_writer import write_dossier
from tests.support.commands import answered, touchstone
from tests.support.planning import poor_subject
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2

pytest.importorskip("ortools", reason="the extra plan is not installed")

MEASURES = """\
currency: CNY
measures:
  - id: solar
    name: Solar roof
    effects: {renewable_share: {value: 85 %}}
    cost_once: COST
    lead_days: 30
"""
COSTS = {"north": "900-1200", "south": "700", "west": "800"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    for folder in ("dossiers", "measures"):
        (tmp_path / folder).mkdir()
    for name, cost in COSTS.items():
        subject = poor_subject().model_copy(update={"subject": f"organizations/group/subjects/{name}"})
        (tmp_path / "dossiers" / f"{name}.yaml").write_text(write_dossier(subject), "utf-8")
        (tmp_path / "measures" / f"{name}.yaml").write_text(MEASURES.replace("COST", cost), "utf-8")
    (tmp_path / "measures.yaml").write_text(MEASURES.replace("COST", "500"), "utf-8")
    return tmp_path


def command(files: Path, *options: str, measures: str = "measures") -> tuple[str, ...]:
    places = (CARD, str(files / "dossiers"), str(files / measures), "--gazette", str(files / "gazette"))
    return ("batch", "plan", *places, "--on", "2027-11-30", "--today", "2026-11-30", *options)


def test_a_budget_is_distributed_with_a_proof_and_tables(files: Path) -> None:
    table = files / "plans.csv"
    text = answered(*command(files, "--budget", "2000", "--table", str(table)))
    assert "The plans cost 1,500 CNY. The sum rises from 3 to 5." in text
    assert "Proved: no choice of plans within the budget has a better sum." in text
    rows = list(csv.reader(StringIO(table.read_text("utf-8"))))
    assert rows[0][:3] == ["Member", "Measure", "Name"]
    assert [(row[0], row[1], row[2], row[7]) for row in rows[1:]] == [
        ("south", "solar", "Solar roof", "700"), ("west", "solar", "Solar roof", "800"),
    ]  # fmt: skip


def test_one_file_of_measures_is_for_all_members_and_figures_are_added(files: Path) -> None:
    table = files / "plans.xlsx"
    words = ("--budget", "1100", "--highest", "points", "--table", str(table), "--format", "json")
    document = json.loads(answered(*command(files, *words, measures="measures.yaml")))
    result = json_format.ParseDict(document, plan_pb2.GroupResult())
    assert (result.cost, result.gap, len(result.members)) == ("1000", "0", 3)
    assert float(result.worth) - float(result.worth_before) == 60
    book = load_workbook(table)
    assert book.sheetnames == ["Measures", "Members"]
    assert [cell.value for cell in book["Members"][1]][:3] == ["Member", "Before", "After"]


def test_an_unreadable_member_is_reported_in_chinese_and_exits_with_1(files: Path) -> None:
    (files / "dossiers" / "west.yaml").write_text("subject: west\nfacts: {nothing: 1}\n", "utf-8")
    result = touchstone(*command(files, "--budget", "2000", "--worth", "gold=4", "--language", "zh"))
    assert result.exit_code == 1
    assert "各方案费用共 1,900 CNY。合计由 0 升至 8。" in result.stdout
    assert "没有方案的成员" in result.stdout
    assert "west" in result.stdout


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--budget", "-1"), "--budget: "),
        (("--budget", "1", "--highest", "points", "--lowest", "offset"), "--lowest: "),
        (("--budget", "1", "--highest", "points", "--worth", "gold=1"), "--worth: "),
        (("--budget", "1", "--worth", "gold"), "--worth: "),
        (("--budget", "1", "--table", "plans.pdf"), "--table: "),
    ],
)
def test_wrong_options_are_named(files: Path, options: tuple[str, ...], error: str) -> None:
    result = touchstone(*command(files, *options))
    assert result.exit_code == 2
    assert error in result.stderr


def test_a_member_without_a_file_of_measures_is_named(files: Path) -> None:
    (files / "measures" / "west.yaml").unlink()
    result = touchstone(*command(files, "--budget", "1"))
    assert result.exit_code == 2
    assert "no measures for 'west'" in result.stderr
