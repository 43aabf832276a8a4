"""Chained yearly evaluations on the command line: `--previous` in evaluate, verify, explain and simulate."""

import json
from pathlib import Path

import pytest

from service.gazette.publication import write_version
from tests.support.commands import answered, touchstone
from tests.support.surplus import surplus

FACTS = {"issued": "100 tCO2e", "used": "90 tCO2e", "audited": "a"}
LEDGER = {"led": {"kind": "ledger", "issuer": "acme", "digest": "0" * 64}}


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Evaluate five years, and keep dossiers and answers."""
    folder = tmp_path_factory.mktemp("chain")
    version = surplus()
    write_version(folder / "gazette", version.scorecard, version.sources, publish_time=version.publish_time)
    for number in range(2021, 2026):
        facts: dict[str, object] = {"year": number, **FACTS}
        if number == 2021:
            facts["brought"] = {"value": "3 tCO2e", "evidence": "led"}
        dossier = {"subject": "organizations/acme/subjects/plant", "facts": facts, "evidence": LEDGER}
        (folder / f"{number}.yaml").write_text(json.dumps(dossier), "utf-8")
        before = () if number == 2021 else ("--previous", folder / f"{number - 1}.json")
        out = ("--format", "json", "--out", folder / f"{number}.json")
        answered(*evaluating(folder, number), *before, *out)
    return folder


def evaluating(folder: Path, number: int) -> tuple[object, ...]:
    dossier = folder / f"{number}.yaml"
    return "evaluate", "surplus-account", dossier, "--as-of", f"{number + 1}-06-30", "--gazette", folder / "gazette"


def test_five_yearly_evaluations_are_chained(chain: Path) -> None:
    output = answered(*evaluating(chain, 2025), "--previous", chain / "2024.json", "--full")
    assert "Over: 53 tCO2e" in output
    digest = json.loads((chain / "2024.json").read_text("utf-8"))["recordDigest"]
    assert (
        "brought forward (43 tCO2e) is the quantity left over in the evaluation of the year before account year (2024)"
        in output
    )
    assert digest in output


def test_without_a_previous_evaluation_the_answer_names_the_missing_value(chain: Path) -> None:
    output = answered(*evaluating(chain, 2025))
    assert (
        "Over: 10 … ∞ tCO2e; depends on the evaluation of the year before account year (2024) by surplus-account, "
        "the quantity left over" in output
    )
    output = answered(*evaluating(chain, 2025), "--language", "zh")
    assert "尚待surplus-account 的评定（核算年度 的上一年 (2024)）中的量 结余" in output.replace(
        "核算年度的", "核算年度 的"
    ).replace("量结余", "量 结余")


def test_verification_needs_the_file_of_the_previous_evaluation(chain: Path) -> None:
    gazette = ("--gazette", chain / "gazette")
    result = touchstone("verify", chain / "2025.json", *gazette)
    assert result.exit_code == 1
    assert "10. previous" in result.stdout
    assert "is missing, so the value is not proved" in result.stdout
    assert "All checks passed" in answered("verify", chain / "2025.json", "--previous", chain / "2024.json", *gazette)
    assert "此前评定" in touchstone("verify", chain / "2025.json", *gazette, "--language", "zh").stdout


@pytest.mark.parametrize(
    ("asked", "previous_year", "expected_message"),
    [
        (2025, 2023, "is of another year: its 'year' is 2023, but 2024 is required"),
        (2025, 2025, "which is not before 2026-06-30"),
        (2021, 2025, "which is not before 2022-06-30"),
    ],
)
def test_an_unsuitable_previous_evaluation_is_refused(
    chain: Path, asked: int, previous_year: int, expected_message: str
) -> None:
    result = touchstone(*evaluating(chain, asked), "--previous", chain / f"{previous_year}.json")
    assert result.exit_code == 2
    assert expected_message in result.stderr or "is of another year" in result.stderr


def test_a_changed_file_is_refused(chain: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.json"
    whole = json.loads((chain / "2024.json").read_text("utf-8"))
    whole["recordJson"] = whole["recordJson"].replace('["quantities/left","43"]', '["quantities/left","44"]')
    forged.write_text(json.dumps(whole), "utf-8")
    result = touchstone(*evaluating(chain, 2025), "--previous", forged)
    assert result.exit_code == 2
    assert "do not match their digests; its steps or its key were changed" in result.stderr


def test_a_previous_file_is_refused_if_a_server_is_used(chain: Path) -> None:
    result = touchstone(*evaluating(chain, 2025), "--previous", chain / "2024.json", "--server", "127.0.0.1:1")
    assert result.exit_code == 2
    assert "Remove --previous" in result.stderr


def test_an_explanation_names_the_source_evaluation_and_a_different_stated_value(chain: Path, tmp_path: Path) -> None:
    dossier = json.loads((chain / "2025.yaml").read_text("utf-8"))
    dossier["facts"]["brought"] = {"value": "40 tCO2e", "evidence": "led"}
    (tmp_path / "2025.yaml").write_text(json.dumps(dossier), "utf-8")
    out = tmp_path / "2025.json"
    asked = ("evaluate", "surplus-account", tmp_path / "2025.yaml", "--as-of", "2026-06-30")
    gazette = ("--gazette", chain / "gazette")
    answered(*asked, *gazette, "--previous", chain / "2024.json", "--format", "json", "--out", out)
    output = answered("explain", out, *gazette)
    assert "brought forward is stated as 40 tCO2e, but the earlier evaluation has 43 tCO2e, which is used" in output
    assert "brought forward (43 tCO2e) is the quantity left over" in output
    assert "上年结转填报为 40 tCO2e" in answered("explain", out, *gazette, "--language", "zh")


def test_a_list_of_facts_marks_facts_from_an_earlier_evaluation(chain: Path) -> None:
    asked = ("card", "show", "surplus-account", "--gazette", chain / "gazette")
    output = answered(*asked)
    assert "tCO2e (from an earlier evaluation; otherwise declared)" in output
    assert "short last time   (from an earlier evaluation)" in output
    assert "上年不足（取自此前的评定）" in answered(*asked, "--language", "zh").replace(" ", "")


def test_a_simulation_accepts_a_previous_evaluation_for_a_result_or_a_dossier(chain: Path) -> None:
    gazette = ("--gazette", chain / "gazette")
    less = chain / "less.yaml"
    dossier = json.loads((chain / "2024.yaml").read_text("utf-8"))
    less.write_text(json.dumps({**dossier, "facts": {**dossier["facts"], "used": "95 tCO2e"}}), "utf-8")
    earlier = chain / "less.json"
    again = ("evaluate", "surplus-account", less, "--as-of", "2025-06-30", *gazette, "--previous", chain / "2023.json")
    answered(*again, "--format", "json", "--out", earlier)
    tried = answered("simulate", chain / "2025.json", *gazette, "--previous", earlier)
    assert "53" in tried
    assert "48" in tried
    start = (chain / "2025.yaml", "--as-of", "2026-06-30", "--version", "surplus-account@1.0.0")
    begun = answered("simulate", *start, *gazette, "--previous", chain / "2024.json", "--fact", "used=91 tCO2e")
    assert "53" in begun
    assert "52" in begun


def test_evaluate_does_not_accept_both_a_server_and_a_previous_file(chain: Path) -> None:
    arguments = ("surplus-account", chain / "2025.yaml", "--as-of", "2026-06-30", "--gazette", chain / "gazette")
    result = touchstone("evaluate", *arguments, "--server", "127.0.0.1:1", "--previous", chain / "2024.json")
    assert result.exit_code == 2
    assert "Remove --previous" in result.stderr
