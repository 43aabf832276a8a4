"""Command line: answers, output streams and exit codes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from google.protobuf import json_format
from google.rpc import status_pb2

from service.cli.main import app
from service.gazette.publication import write_version
from tests.service.input.dossier.test_dossier import COMPLETE
from tests.support.commands import Result
from tests.support.running import RunningServer
from tests.support.small_card import CARD, DIGEST, small_card
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, scorecard_service_pb2

DAY = ("--as-of", "2026-03-01")


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    card = small_card(last="2026-12-31")
    write_version(folder, card, {}, publish_time="2025-01-01T00:00:00Z")
    return folder


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.yaml"
    path.write_text(COMPLETE, encoding="utf-8")
    return path


@pytest.fixture
def touchstone(gazette: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["Touchstone"]:
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(gazette))
    return Touchstone()  # type: ignore[return-value] # a fixture without teardown


class Touchstone:
    """Runs commands in this process."""

    def __call__(self, *arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    def json(self, *arguments: object) -> dict[str, object]:
        result = self(*arguments, "--format", "json")
        assert result.stderr == ""
        answer = json.loads(result.stdout)
        assert isinstance(answer, dict)
        return answer


def test_an_evaluation_is_printed_as_text(touchstone: Touchstone, dossier: Path) -> None:
    result = touchstone("evaluate", CARD, dossier, *DAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "organizations/green-body/subjects/factory-7" in result.stdout
    assert "Stored as" not in result.stdout
    chinese = touchstone("evaluate", f"{CARD}@1.0.0", dossier, *DAY, "--language", "zh")
    assert chinese.exit_code == 0
    assert "小工厂" in chinese.stdout


def test_an_evaluation_saved_as_json_can_be_verified(touchstone: Touchstone, dossier: Path, tmp_path: Path) -> None:
    kept = tmp_path / "result.json"
    result = touchstone("evaluate", CARD, dossier, *DAY, "--format", "json", "--out", kept)
    assert (result.exit_code, result.stdout) == (0, "")
    evaluation = json_format.Parse(kept.read_text(encoding="utf-8"), evaluation_pb2.Evaluation())
    assert evaluation.record.conclusion.grade == "gold"
    assert not evaluation.name
    assert len(evaluation.record_key) == 32
    verified = touchstone("verify", kept)
    assert verified.exit_code == 0
    assert [line[:2] for line in verified.stdout.splitlines()[:7]] == [f"{number}." for number in range(1, 8)]
    assert "All checks passed" in verified.stdout
    answer = touchstone.json("verify", kept)
    parsed = json_format.ParseDict(answer, evaluation_service_pb2.VerifyEvaluationTrailResponse())
    assert parsed.result == evaluation_service_pb2.TrailCheck.RESULT_PASSED


@pytest.mark.parametrize(
    ("original", "replacement", "failed"),
    [
        ('"recordDigest": "', '"recordDigest": "0', "1. record digest"),
        ('"grade": "gold"', '"grade": "silver"', "1. record digest"),
        ("85.50", "95.50", "7. recomputation"),
        ("2026-01-15", "2026-01-16", "2. commitments"),
    ],
)
def test_a_corrupted_file_fails_with_the_check_named(
    touchstone: Touchstone, dossier: Path, tmp_path: Path, original: str, replacement: str, failed: str
) -> None:
    kept = tmp_path / "result.json"
    touchstone("evaluate", CARD, dossier, *DAY, "--format", "json", "--out", kept)
    text = kept.read_text(encoding="utf-8")
    assert original in text
    kept.write_text(text.replace(original, replacement), encoding="utf-8")
    verified = touchstone("verify", kept)
    assert verified.exit_code == 1
    assert any(line.startswith(failed) and "FAILED" in line for line in verified.stdout.splitlines())
    assert "The record is invalid." in verified.stdout


def test_a_record_of_another_gazette_does_not_verify(touchstone: Touchstone, dossier: Path, tmp_path: Path) -> None:
    kept = tmp_path / "result.json"
    touchstone("evaluate", CARD, dossier, *DAY, "--format", "json", "--out", kept)
    verified = touchstone("verify", kept, "--gazette", tmp_path / "empty")
    assert verified.exit_code == 1
    assert re.search(r"4\. rules +FAILED", verified.stdout)
    refused = touchstone("verify", kept, "--trust", kept)
    assert (refused.exit_code, "Only the checks of a proof bundle use a trust file." in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"record": 3}', '{"grade": "gold"}', "\x00", "{}", '{"recordJson": "{}"}']
)
def test_a_file_that_is_no_evaluation_is_refused(touchstone: Touchstone, tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content)
    result = touchstone("verify", path)
    if "recordJson" in content:
        assert (result.exit_code, "FAILED" in result.stdout) == (1, True)
    else:
        assert (result.exit_code, result.stdout, str(path) in result.stderr) == (2, "", True)


@pytest.mark.parametrize(
    ("original", "replacement", "expected"),
    [
        ("renewable_share:", "renewable_shar:", "4:3: facts.renewable_shar: 'renewable_shar' is not a fact"),
        ("status: closed", "status: close", "8:11: facts.status: 'close' is not one of open, closed"),
        ("85.50", "185.50", "4:28: facts.renewable_share: 185.50 % is outside the allowed range"),
        ("1200 kWh", "1200 kW", "6:16: facts.energy_used.unit: 'kW' cannot be converted to 'MWh'"),
        ("1200 kWh", "1200", "6:16: facts.energy_used.unit: A unit is required, for example MWh."),
        ("1200 kWh", "NaN kWh", "6:16: facts.energy_used: 'NaN' is neither a plain decimal such as 79.99"),
        ("1200 kWh", "1.2e3 kWh", "6:16: facts.energy_used: '1.2e3' is neither a plain decimal such as 79.99"),
        (
            "1200 kWh",
            f"{'9' * 10_000} kWh",
            "6:16: facts.energy_used: The number has 10000 digits; at most 34 are allowed.",
        ),
        (
            "audited_on: 2026-02-01",
            "audited_on: 2026-02-30",
            "11:15: facts.audited_on: The day 2026-02-30 does not exist",
        ),
        (DIGEST, "abc", "23:13: evidence.meter.digest: 'abc' is not a SHA-256 digest"),
        ("serial: A-2", "serial: A-1", "15:15: facts.credits.A-1.serial: serial 'A-1' is in two records"),
        ("certificate of A-2", "certificate of A-1", "16:20: facts.credits.A-2.certificate: certificate"),
        ("[waste, water]", "[waste, wind]", "9:11: facts.themes: 'wind' is not one of water, waste"),
        ("reading: cascade", "reading: cascad", "2:12: settings.reading: 'cascad' is not one of cascade, literal"),
    ],
)
def test_errors_in_a_dossier_are_reported_with_their_location(
    touchstone: Touchstone, dossier: Path, original: str, replacement: str, expected: str
) -> None:
    dossier.write_text(COMPLETE.replace(original, replacement), encoding="utf-8")
    result = touchstone("evaluate", CARD, dossier, *DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{dossier}:{expected}" in result.stderr


def test_a_number_outside_its_domain_is_reported_with_a_single_space_after_the_number(tmp_path: Path) -> None:
    content = Path("examples/worked-factory.yaml").read_text(encoding="utf-8")
    path = tmp_path / "dossier.yaml"
    path.write_text(content.replace("norm_limit: {value: 1,", "norm_limit: {value: -1,"), encoding="utf-8")
    asked = ["evaluate", "zero-carbon-factory", str(path), "--as-of", "2026-11-20"]
    result = CliRunner().invoke(app, asked)
    assert "facts.norm_limit: -1 is outside the allowed range. Enter a value in the range: at least 0." in result.stderr
    result = CliRunner().invoke(app, [*asked, "--language", "zh"])
    assert "-1 超出允许范围" in result.stderr


def test_expired_evidence_is_no_error(touchstone: Touchstone, dossier: Path) -> None:
    dossier.write_text(COMPLETE.replace("2026-01-15", "2020-01-15"), encoding="utf-8")
    answer = touchstone.json("evaluate", CARD, dossier, *DAY)
    evaluation = json_format.ParseDict(answer, evaluation_pb2.Evaluation())
    assert [fact.fact_id for fact in evaluation.record.open_facts] == ["renewable_share"]


def test_a_dossier_of_50_megabytes_is_refused_with_its_size(touchstone: Touchstone, dossier: Path) -> None:
    with dossier.open("wb") as file:
        file.truncate(50_000_000)
    result = touchstone("evaluate", CARD, dossier, *DAY)
    assert result.exit_code == 2
    assert "The file has 50,000,000 bytes; at most 5,000,000 are allowed" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            (CARD, "DOSSIER"),
            "--as-of: The date of the evaluation is missing; it determines which version of the scorecard applies. "
            "To evaluate as of today, add --as-of",
        ),
        ((CARD, "DOSSIER", "--as-of", "2026-02-30"), "--as-of: The day 2026-02-30 does not exist in the calendar."),
        (
            (CARD, "DOSSIER", "--as-of", "today"),
            "--as-of: 'today' is not a date. Use the form YYYY-MM-DD, for example 2027-01-31.",
        ),
        ((CARD, "DOSSIER", "--as-of", "2024-01-01"), "1.0.0 applies from 2025-01-01 until 2026-12-31"),
        (
            ("smal-factory", "DOSSIER", *DAY),
            "The scorecard 'smal-factory' was not found. Correct the name. Did you mean small-factory?",
        ),
        ((f"{CARD}@2.0.0", "DOSSIER", *DAY), "has no version 2.0.0. Use one of the published versions: 1.0.0."),
        ((f"{CARD}@1.0.0", "DOSSIER", "--as-of", "2027-01-01"), "is not in force"),
        (("No such", "DOSSIER", *DAY), "CARD: 'No such' is not the id of a scorecard. Use lowercase letters"),
        ((CARD, "DOSSIER", *DAY, "--set", "reading"), "--set: 'reading' does not have the form setting=choice"),
        (
            (CARD, "DOSSIER", *DAY, "--set", "reading=a", "--set", "reading=b"),
            "--set: The setting 'reading' is set twice. Remove one of the two.",
        ),
        ((CARD, "DOSSIER", *DAY, "--set", "reading=cascad"), "touchstone: --set reading: 'cascad' is not one of"),
        ((CARD, "DOSSIER", *DAY, "--set", "foo=bar"), "touchstone: --set foo: "),
        ((CARD, "missing.yaml", *DAY), "The file 'missing.yaml' does not exist"),
        ((".", "DOSSIER", *DAY), "contains no .feature files"),
    ],
)
def test_wrong_arguments_are_explained(
    touchstone: Touchstone,
    dossier: Path,
    arguments: tuple[str, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    command_arguments = [str(dossier) if argument == "DOSSIER" else argument for argument in arguments]
    result = touchstone("evaluate", *command_arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_an_error_as_json_is_a_status(touchstone: Touchstone, dossier: Path) -> None:
    dossier.write_text(COMPLETE.replace("1200 kWh", "1200 kW"), encoding="utf-8")
    answer = touchstone.json("evaluate", CARD, dossier, *DAY)
    status = json_format.ParseDict(answer, status_pb2.Status())
    assert status.code == 3
    assert "facts[energy_used].value.unit" in status.message
    assert "line 6, column 16" in status.message


def test_a_setting_on_the_command_line_overrides_the_dossier(touchstone: Touchstone, dossier: Path) -> None:
    answer = touchstone.json("evaluate", CARD, dossier, *DAY, "--set", "reading=literal")
    assert json_format.ParseDict(answer, evaluation_pb2.Evaluation()).record.settings["reading"] == "literal"


def test_the_gazette_is_listed(touchstone: Touchstone, tmp_path: Path) -> None:
    assert "small-factory" in touchstone("card", "list").stdout
    shown = touchstone("card", "show", CARD, "--language", "zh").stdout
    assert "2025-01-01 至 2026-12-31" in shown
    assert re.search(
        r"renewable_share +数字 +meter-reading（至少有限保证；签发日至评定日期不超过 24 个月） +可再生能源占比 +%",
        shown,
    )
    assert re.search(r"  amount +数字 .*tCO2e", shown)
    assert re.search(r"\nG1 +门槛 +\S", shown)
    assert re.search(r"\nI1 +indicator +\S", touchstone("card", "show", CARD).stdout)
    listed = json_format.ParseDict(touchstone.json("card", "list"), scorecard_service_pb2.ListScorecardsResponse())
    assert [card.name for card in listed.scorecards] == [f"scorecards/{CARD}"]
    versions = touchstone.json("card", "show", CARD)
    parsed = json_format.ParseDict(versions, scorecard_service_pb2.ListScorecardVersionsResponse())
    assert len(parsed.scorecard_versions) == 1
    assert touchstone("card", "show", "other").exit_code == 2
    assert "is empty" in touchstone("card", "list", "--gazette", tmp_path).stdout


@pytest.mark.full
def test_a_server_evaluates_stores_and_verifies(
    touchstone: Touchstone, dossier: Path, gazette: Path, tmp_path: Path
) -> None:
    with RunningServer(tmp_path, gazette) as server:
        call = ("evaluate", CARD, dossier, *DAY, "--server", server.address)
        assert "Stored as organizations/green-body/evaluations/" in touchstone(*call).stdout
        repeat = (*call, "--request-id", "123e4567-e89b-42d3-a456-426614174000", "--format", "json")
        first = touchstone(*repeat, "--out", tmp_path / "first.json")
        assert first.exit_code == 0
        assert touchstone(*repeat).stdout == (tmp_path / "first.json").read_text(encoding="utf-8")
        assert touchstone("verify", tmp_path / "first.json").exit_code == 0
        assert touchstone("verify", tmp_path / "first.json", "--server", server.address).exit_code == 0
        dossier.write_text(COMPLETE.replace("1200 kWh", "1200 kW"), encoding="utf-8")
        wrong = touchstone(*call)
        assert wrong.exit_code == 2
        assert f"{dossier}:6:16: facts.energy_used.unit" in wrong.stderr
        reused = touchstone(*call, "--request-id", "123e4567-e89b-42d3-a456-426614174000")
        assert reused.exit_code == 2
        assert "for another request" in reused.stderr
        status = json_format.Parse(touchstone(*call, "--format", "json").stdout, status_pb2.Status())
        assert status.code == 3
    dossier.write_text(COMPLETE, encoding="utf-8")
    gone = touchstone(*call)
    assert (gone.exit_code, gone.stdout) == (3, "")
    assert "No server responds at" in gone.stderr


def test_without_arguments_the_commands_are_shown(touchstone: Touchstone) -> None:
    result = touchstone()
    assert result.exit_code == 2
    assert "Main commands:\n  evaluate " in result.output


def test_a_device_is_not_read_as_a_file(touchstone: "Touchstone") -> None:
    for command in (("evaluate", CARD, "/dev/zero", *DAY), ("verify", "/dev/zero")):
        result = touchstone(*command)
        assert result.exit_code == 2
        assert "is not a regular file" in result.stderr
