"""Summary of `evaluate` for a complete, an incomplete and a failed evaluation; all criteria with `--full`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.configuration.folders import CHECKOUT
from service.gazette.publication import write_version
from service.output.report.formatters import words
from tests.support.commands import answered
from tests.support.small_card import DIGEST, small_card

WORKED = (CHECKOUT / "examples" / "worked-factory.yaml").read_text(encoding="utf-8")
FACTORY = ("zero-carbon-factory", "--as-of", "2026-11-20")
LINES_OF_A_SCREEN = 34
OPEN_SETTING = f"""subject: organizations/green-body/subjects/factory-7
facts:
  renewable_share: {{value: 30 %, evidence: [meter]}}
  serious_violations: 0 time
  energy_used: 1200 kWh
  status: closed
  credits: []
evidence:
  meter: {{kind: meter-reading, issuer: Grid company, digest: "{DIGEST}", issue_date: 2026-01-15,
          assurance: reasonable}}
"""
TEXTS = words("en")
FULL = "Run with --full for all criteria, results and sources."


def evaluated(tmp_path: Path, changes: dict[str, str], *options: str) -> str:
    """Evaluate the worked factory with changed lines; an empty text removes the line."""
    lines = []
    for line in WORKED.splitlines():
        fact = line.split(":")[0].strip()
        if changes.get(fact, line):
            lines.append(changes.get(fact, line))
    text = "\n".join(lines)
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(text, encoding="utf-8")
    return answered("evaluate", *FACTORY[:1], dossier, *FACTORY[1:], *options)


def test_a_complete_evaluation_shows_the_largest_losses_and_the_next_grade(tmp_path: Path) -> None:
    shown = evaluated(tmp_path, {}).splitlines()
    assert len(shown) <= LINES_OF_A_SCREEN
    assert "★★★☆☆☆  Grade: three stars" in shown
    assert "Score: 74.37 of 100.00 points" in shown
    assert "Gates: 9 met, 1 not applicable" in shown
    lost = [line.split() for line in shown if line.lstrip().startswith("-") and "earns" in line]
    assert [words[1] for words in lost] == ["F1", "C3", "F3", "C2", "C1"]
    assert "  and 15 more" in shown
    assert any("offset ratio is 50 %, required: at least 80 %" in line for line in shown)
    assert TEXTS["proof"] not in shown
    assert shown[-2:] == [
        "Not stored, because neither --server nor --database-url is set. To verify or explain this evaluation later, "
        "save it with --format json --out FILE.",
        FULL,
    ]


def test_an_incomplete_evaluation_shows_the_missing_facts_and_the_first_one_to_add(tmp_path: Path) -> None:
    gate_facts = (
        "normal_operation",
        "boundary_stated",
        "legally_established",
        "accidents",
        "data_truthful",
        "penalties",
    )
    shown = evaluated(tmp_path, dict.fromkeys((*gate_facts, "lighting_share"), "")).splitlines()
    assert len(shown) <= LINES_OF_A_SCREEN
    assert TEXTS["kinds"]["incomplete"] in shown
    assert any(line.startswith("Score: ") and " … " in line for line in shown)
    assert any(line.startswith("  ? G1 ") for line in shown)
    missing = shown[shown.index(TEXTS["missing"]) + 1 :]
    missing = missing[: missing.index("")]
    assert len(missing) == 6
    assert missing[-1] == "  and 1 more"
    assert all(f": {TEXTS['unknown']['not_given']}; needed for G" in line for line in missing[:-1])
    step = shown[shown.index("Next step") + 1]
    assert step.startswith("  Add the fact ")
    assert step.endswith(" to the dossier, then evaluate again.")
    assert TEXTS["lost"] not in shown


def test_a_certain_grade_shows_its_certain_losses_although_a_fact_is_missing(tmp_path: Path) -> None:
    shown = evaluated(tmp_path, {"process_water": ""}).splitlines()
    assert len(shown) <= LINES_OF_A_SCREEN
    assert TEXTS["missing"] in shown
    lost = shown[shown.index(TEXTS["lost"]) + 1 :]
    lost = lost[: lost.index("")]
    assert lost[0].split()[:2] == ["-4.00", "F1"]
    assert all(line.lstrip().startswith("-") for line in lost[:-1])


def test_a_failed_evaluation_shows_the_failed_gate_with_its_cause(tmp_path: Path) -> None:
    changes = {"penalties": "  penalties: {value: 1 time}"}
    shown = evaluated(tmp_path, changes).splitlines()
    assert len(shown) <= LINES_OF_A_SCREEN
    assert TEXTS["kinds"]["gate_failed"] in shown
    place = next(number for number, line in enumerate(shown) if line.startswith("Gates: "))
    assert "1 NOT MET" in shown[place]
    assert shown[place + 1].startswith("  ✗ G2 ")
    assert shown[place + 2].startswith("      ")
    assert any(
        "G2" in line
        for line in shown[shown.index(next(line for line in shown if line.startswith(TEXTS["way"].format(grade="")))) :]
    )


def test_the_chinese_summary_has_the_same_parts(tmp_path: Path) -> None:
    changes = {"legally_established": ""}
    shown = evaluated(tmp_path, changes, "--language", "zh").splitlines()
    assert words("zh")["kinds"]["incomplete"] in shown
    assert any(line.startswith("门槛：") and "待定 1 项" in line for line in shown)
    step = shown[shown.index("下一步") + 1]
    assert step.startswith("  请在材料中补充事实“")
    assert "(legally_established)" in step
    assert shown[-1] == "加 --full 可显示全部准则、结果和来源。"


def test_full_prints_all_criteria_and_sources(tmp_path: Path) -> None:
    shown = evaluated(tmp_path, {}, "--full")
    assert f"\n{TEXTS['proof']}\n" in shown
    assert "  ✓ G9 " in shown
    assert FULL not in shown
    assert shown.count(" earns ") > 15


@pytest.mark.full
def test_a_stored_evaluation_names_the_commands_to_verify_and_explain_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    shown = evaluated(tmp_path, {}, "--database-url", url)
    name = shown.partition("Stored as ")[2].split()[0]
    assert f"touchstone verify {name} --database-url URL" in shown
    assert f"touchstone explain {name} --database-url URL" in shown
    assert "All checks passed" in answered("verify", name, "--database-url", url)
    listed = json.loads(
        answered("evaluation", "list", "organizations/example", "--database-url", url, "--format", "json")
    )
    assert [one["name"] for one in listed["evaluations"]] == [name]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            "the choice of this open setting makes no difference: "
            "interpretation of the grade table = cascade or literal",
        ),
        ("zh", "未选设定如何选择均不影响以上要求：等级表解释方式 = 逐级顺延或逐字适用"),
    ],
)
def test_equal_requirements_of_an_open_setting_are_listed_once(tmp_path: Path, language: str, expected: str) -> None:
    lines = evaluated(tmp_path, {"settings": ""}, "--language", language).splitlines()
    assert [line.strip() for line in lines if "makes no difference" in line or "均不影响" in line] == [expected]
    assert not [line for line in lines if "required: cascade" in line or "All conditions of one" in line]
    assert [line for line in lines if "`touchstone explain`" in line]


def test_requirements_that_differ_by_choice_name_the_choice(tmp_path: Path) -> None:
    dossier = tmp_path / "small.yaml"
    dossier.write_text(OPEN_SETTING, encoding="utf-8")
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    options = ("--as-of", "2026-03-01", "--gazette", tmp_path / "gazette")
    lines = [line.strip() for line in answered("evaluate", "small-factory", dossier, *options).splitlines()]
    assert "- score 40.00; at least 50.00 is needed" in lines
    assert "applies if this open setting is chosen: reading = cascade" in lines
