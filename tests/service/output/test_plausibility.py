"""Plausibility questions: small shares, parts above wholes and jumps since last year, without any refusal."""

from pathlib import Path

import pytest
import yaml

from rules.contracts.inputs import DeclaredValue
from rules.contracts.record import Record
from rules.model.expressions import FormulaOperator, NameReference, Operation
from rules.model.quantities import FormulaQuantity, FormulaRow
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from service.output.plausibility_remarks import jumps, parts_above_wholes, small_shares
from tests.support.commands import answered, touchstone
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import LAW, small_card, small_subject

WORKED = ROOT / "examples" / "worked-factory.yaml"


def record_of(card: Scorecard | None = None, **changes: DeclaredValue) -> Record:
    subject = small_subject(**changes).model_copy(update={"known": "2026-03-01T00:00:00Z"})
    evaluator = Evaluator(card or small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    try:
        return evaluator.evaluate(subject, bytes(32)).without_steps
    finally:
        evaluator.close()


@pytest.mark.parametrize(
    ("number", "expected_percentages"), [("0.95", ["95"]), ("1", []), ("0", []), ("95", []), ("1/2", ["50"])]
)
def test_a_share_below_one_percent_is_questioned(number: str, expected_percentages: list[str]) -> None:
    record = record_of(renewable_share=DeclaredValue(number=number, unit="%"))
    questions = list(small_shares(record, small_card()))
    assert [field for field, _, _ in questions] == ["facts[renewable_share]"] * len(expected_percentages)
    assert all(
        f"If you mean {meant} %, enter {meant}." in said
        for meant, (_, _, said) in zip(expected_percentages, questions, strict=True)
    )


@pytest.mark.parametrize(
    ("number", "unit", "is_told"),
    [("50", "GWh", True), ("500", "MWh", True), ("499", "MWh", False), ("5.001", "MWh", False), ("5", "MWh", True),
     ("50000", "kWh", False), ("0", "MWh", False)],
)  # fmt: skip
def test_a_jump_is_questioned_whatever_the_units(number: str, unit: str, is_told: bool) -> None:
    before = record_of(energy_used=DeclaredValue(number="50", unit="MWh"))
    now = record_of(energy_used=DeclaredValue(number=number, unit=unit))
    assert [fact for _, fact, _ in jumps(now, before)] == (["energy_used"] if is_told else [])


def share_card() -> Scorecard:
    """A card that makes one fact a share of another."""
    card = small_card()
    energy = next(fact for fact in card.facts if fact.id == "energy_used")
    formula = Operation(
        operator=FormulaOperator.DIVIDE, operands=(NameReference(id="green_energy"), NameReference(id="energy_used"))
    )
    share = FormulaQuantity(id="green_share", unit="%", rows=(FormulaRow(formula=formula, basis=LAW),))
    green = energy.model_copy(update={"id": "green_energy"})
    return card.model_copy(update={"facts": (*card.facts, green), "quantities": (*card.quantities, share)})


@pytest.mark.parametrize(
    ("part", "unit", "is_questioned"), [("50", "GWh", True), ("50", "MWh", False), ("51", "MWh", True)]
)
def test_a_part_above_its_whole_is_questioned(part: str, unit: str, is_questioned: bool) -> None:
    values = {
        "green_energy": DeclaredValue(number=part, unit=unit),
        "energy_used": DeclaredValue(number="50", unit="MWh"),
    }
    questions = list(parts_above_wholes(record_of(share_card(), **values), share_card()))
    assert [field for field, _, _ in questions] == (["facts[green_energy]"] if is_questioned else [])


def test_a_question_is_printed_with_the_line_of_the_dossier(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.yaml"
    text = WORKED.read_text(encoding="utf-8")
    plain = yaml.safe_load(text)["facts"]["waste_use_share"]["value"]
    dossier.write_text(text.replace(str(plain), "0.95 %"), encoding="utf-8")
    result = touchstone("evaluate", "zero-carbon-factory", dossier, "--as-of", "2026-03-01")
    assert result.exit_code == 0
    assert (
        ":63:3: facts.waste_use_share: The value 0.95 % is less than 1 %. If you mean 95 %, enter 95." in result.stderr
    )
    assert "If 0.95 % is correct, leave the value unchanged." in result.stderr
    chinese = touchstone("evaluate", "zero-carbon-factory", dossier, "--as-of", "2026-03-01", "--language", "zh")
    assert "该值 0.95% 不足 1%。如指 95%，请填写 95；如 0.95% 无误，请保持不变" in chinese.stderr


@pytest.mark.full
def test_the_previous_year_is_found_by_the_server_or_read_from_a_file(tmp_path: Path) -> None:
    text = WORKED.read_text(encoding="utf-8")
    scope = yaml.safe_load(text)["facts"]["scope_1"]["value"]
    other = tmp_path / "other.yaml"
    other.write_text(text.replace(f"value: {scope}", "value: 1.2 tCO2e", 1), encoding="utf-8")
    kept = tmp_path / "last.json"
    command = ("evaluate", "zero-carbon-factory")
    answered(*command, WORKED, "--as-of", "2026-03-01", "--format", "json", "--out", kept)
    alone = touchstone(*command, other, "--as-of", "2026-06-01", "--compare", kept)
    assert (alone.exit_code, "1.2 tCO2e is at least ten times, or at most a tenth of" in alone.stderr) == (0, True)
    with RunningServer(tmp_path, ROOT / "scorecards") as server:
        at = ("--server", server.address)
        first = touchstone(*command, WORKED, "--as-of", "2026-03-01", *at)
        assert "tenth" not in first.stderr
        second = touchstone(*command, other, "--as-of", "2026-06-01", *at)
        assert second.exit_code == 0
        assert "at most a tenth of, the value 1200 tCO2e in the evaluation for 2026-03-01" in second.stderr


def test_an_evaluation_of_another_subject_or_card_is_not_compared(tmp_path: Path) -> None:
    other, kept = tmp_path / "other.yaml", tmp_path / "last.json"
    text = WORKED.read_text(encoding="utf-8")
    subject = yaml.safe_load(text)["subject"]
    other.write_text(text.replace(subject, f"{subject}-2", 1), encoding="utf-8")
    answered("evaluate", "zero-carbon-factory", WORKED, "--as-of", "2026-03-01", "--format", "json", "--out", kept)
    for card, dossier in (("zero-carbon-factory", other), ("eu-battery", ROOT / "examples" / "eu-battery-ev.yaml")):
        refused = touchstone("evaluate", card, dossier, "--as-of", "2026-06-01", "--compare", kept)
        assert refused.exit_code == 2
        assert f"--compare: The file is an evaluation of {subject} under zero-carbon-factory, not of" in refused.stderr
