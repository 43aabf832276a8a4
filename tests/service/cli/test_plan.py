"""The commands `plan` and `dossier measures`: texts in both languages, exit codes, locations of errors, and Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import json_format

from service.gazette.publication import write_version
from service.input.dossier.dossier_writer import write_dossier
from tests.support.commands import answered, touchstone
from tests.support.planning import poor_subject
from tests.support.running import ROOT
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2

pytest.importorskip("ortools", reason="the extra plan is not installed")

MEASURES = """\
currency: CNY
measures:
  - id: solar
    name: Solar roof
    effects: {renewable_share: {value: 85 %}}
    cost_once: 900-1200
    lead_days: 30
  - id: wind
    name: Wind contract
    effects: {renewable_share: {value: 90 %}}
    cost_per_year: 700
  - id: late
    name: Late measure
    effects: {energy_used: {value: 1 MWh}}
    lead_days: 3000
"""
DAYS = ("--on", "2027-11-30", "--today", "2026-11-30")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    (tmp_path / "dossier.yaml").write_text(write_dossier(poor_subject()), "utf-8")
    (tmp_path / "measures.yaml").write_text(MEASURES, "utf-8")
    return tmp_path


def command(files: Path, *options: str) -> tuple[str, ...]:
    places = (str(files / "dossier.yaml"), str(files / "measures.yaml"), "--gazette", str(files / "gazette"))
    return ("plan", *places, "--scorecard", CARD, *DAYS, *options)


def test_the_cheapest_plan_is_shown_with_its_proof(files: Path) -> None:
    text = answered(*command(files, "--to", "Gold"))
    assert "Goal: Gold or better on 2027-11-30." in text
    assert "Cheapest plan for Gold\nProved: no cheaper plan exists." in text
    assert "2026-11-30  2026-11-30  Wind contract  0 CNY      700 CNY" in text
    assert "Solar roof" not in text
    assert "I1 Renewable energy" in text
    assert "Late measure  It ends on 2035-02-16, after the date of the goal." in text


def test_the_years_that_count_decide_between_measures(files: Path) -> None:
    text = answered(*command(files, "--to", "gold", "--years", "3"))
    assert "Solar roof" in text
    assert "900 … 1,200 CNY" in text


def test_a_plan_is_shown_in_chinese(files: Path) -> None:
    text = answered(*command(files, "--to", "金", "--language", "zh", "--alternatives"))
    assert "目标：2027-11-30 达到金或更高等级。" in text
    assert "已证明：没有费用更低的方案。" in text
    assert "已证明：没有更早完成的方案。" in text
    assert "已证明：没有措施更少的方案。" in text


def test_a_goal_without_plan_names_the_reason_and_exits_with_1(files: Path) -> None:
    (files / "measures.yaml").write_text(MEASURES.replace("85 %", "50 %").replace("90 %", "60 %"), "utf-8")
    result = touchstone(*command(files, "--to", "gold"))
    assert result.exit_code == 1
    assert "Proved: no plan reaches Gold." in result.stdout
    assert "The grade requires 80 points, and no plan earns more than 70." in result.stdout


def test_json_is_the_message_of_the_api(files: Path) -> None:
    document = json.loads(answered(*command(files, "--all-grades", "--format", "json")))
    result = json_format.ParseDict(document, plan_pb2.PlanResult())
    assert [plan.grade for plan in result.plans] == ["gold"]
    assert result.plans[0].end_state.scorecard == f"scorecards/{CARD}"


def test_a_budget_alone_asks_for_the_highest_points(files: Path) -> None:
    text = answered(*command(files, "--budget", "800"))
    assert "Goal: the highest value of the total points" in text
    assert "The total cost is limited to 800 CNY." in text


@pytest.mark.parametrize("suffix", ["yaml", "xlsx"])
def test_the_measures_of_a_plan_are_written_and_read_again(files: Path, suffix: str) -> None:
    chosen = files / f"chosen.{suffix}"
    answered(*command(files, "--to", "gold", "--write-measures", str(chosen)))
    again = command(files, "--to", "gold")
    text = answered(*(str(chosen) if word.endswith("measures.yaml") else word for word in again))
    assert "Wind contract" in text
    assert "Late measure" not in text


@pytest.mark.parametrize(("suffix", "language"), [("yaml", "en"), ("xlsx", "zh")])
def test_proposed_measures_are_written_to_be_completed(files: Path, suffix: str, language: str) -> None:
    out = files / f"proposed.{suffix}"
    words = ("dossier", "measures", files / "dossier.yaml", "--scorecard", CARD, "--on", "2027-11-30", "--out", out)
    options = ("--gazette", files / "gazette", "--language", language)
    text = answered(*words, *options)
    assert str(out) in text
    again = command(files, "--to", "gold")
    planned = answered(*(str(out) if word.endswith("measures.yaml") else word for word in again))
    assert "Proved: no cheaper plan exists." in planned
    result = touchstone(*words, *options)
    assert (result.exit_code, str(out) in result.stderr) == (2, True), "entered costs are never overwritten"


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--to", "platinum"), "--to: The scorecard has no grade 'platinum'."),
        (("--to", "gold", "--all-grades"), "A plan has exactly one goal"),
        ((), "A plan has exactly one goal"),
        (("--to", "gold", "--budget", "5"), "--budget: "),
        (("--highest", "nonsense"), "--highest: "),
        (("--to", "gold", "--today", "2028-01-01"), "--on: "),
    ],
)
def test_wrong_goals_name_the_option(files: Path, options: tuple[str, ...], error: str) -> None:
    result = touchstone(*command(files, *options))
    assert result.exit_code == 2
    assert error in result.stderr


def test_errors_of_measures_name_file_and_line(files: Path) -> None:
    (files / "measures.yaml").write_text(
        MEASURES.replace("renewable_share: {value: 90 %}", "wind: {value: 1}"), "utf-8"
    )
    result = touchstone(*command(files, "--to", "gold"))
    assert result.exit_code == 2
    assert f"{files / 'measures.yaml'}:10:" in result.stderr


def test_a_dossier_needs_its_scorecard(files: Path) -> None:
    words: list[Any] = [word for word in command(files, "--to", "gold") if word not in ("--scorecard", CARD)]
    result = touchstone(*words)
    assert (result.exit_code, "--scorecard" in result.stderr) == (2, True)


def test_a_stored_evaluation_is_planned_from_its_store(files: Path) -> None:
    store = ("--database-url", f"sqlite:///{files}/store.sqlite3", "--gazette", str(files / "gazette"))
    evaluated = ("evaluate", CARD, files / "dossier.yaml", "--as-of", "2026-03-01", "--format", "json", *store)
    name = json.loads(answered(*evaluated))["name"]
    text = answered("plan", name, files / "measures.yaml", "--to", "gold", *DAYS, *store)
    assert "Wind contract" in text
    without_store = touchstone("plan", name, files / "measures.yaml", "--to", "gold", *DAYS, *store[2:])
    assert without_store.exit_code == 2


def test_ctrl_c_ends_a_search_with_a_message(files: Path) -> None:
    code = (
        "import sys, time\n"
        "from service.planning import plan_process\n"
        "from tests.support.planning import FakePlanning\n"
        "plan_process.OwnPlanning = FakePlanning\n"
        "from service.cli.main import app\n"
        "print('ready', flush=True)\n"
        "app(sys.argv[1:])\n"
    )
    (files / "measures.yaml").write_text(MEASURES.replace("id: wind", "id: endless"), "utf-8")
    words = command(files, "--to", "gold")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 -- ours
        (sys.executable, "-c", code, *words),
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        time.sleep(4)
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "The search was stopped (Cheapest plan for Gold: round" in errors
    assert "Traceback" not in errors
