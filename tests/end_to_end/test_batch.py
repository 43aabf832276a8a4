"""Batches over a real socket: answers, errors, resumption, Ctrl-C, a server that dies, and the commands about them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rules.contracts.errors import InputError
from rules.contracts.inputs import Subject
from service.batch.batch_results import BatchWriter, Outputs
from service.cli.main import app
from service.input.workbook.sheet_layout import Layout
from tests.support.commands import Result
from tests.support.running import RunningServer
from tests.support.small_card import CARD, DIGEST, small_card, small_subject
from tests.support.waiting import until
from tests.support.workbooks import Filled
from touchstone.v1 import evaluation_service_pb2

AS_OF = "2026-03-01"
ROOT = Path(__file__).resolve().parents[2]


def touchstone(*arguments: object, gazette: Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--gazette", str(gazette)])


def batch(source: Path, *arguments: object, gazette: Path, server: RunningServer | None) -> Result:
    at = () if server is None else ("--server", server.address)
    return touchstone("batch", "evaluate", CARD, source, "--as-of", AS_OF, *at, *arguments, gazette=gazette)


def subjects(organization: str, count: int) -> list[Subject]:
    return [
        small_subject(credits=None).model_copy(
            update={"subject": f"organizations/{organization}/subjects/s{number:04}"}
        )
        for number in range(count)
    ]


def lines_of(organization: str, count: int, *, wrong: tuple[int, ...] = (), sparse: bool = False) -> str:
    """Return dossiers as lines; the wrong lines contain an error that only the evaluation can detect."""
    meter = {"kind": "meter-reading", "issuer": "Grid company", "digest": DIGEST, "issue_date": "2026-01-15",
             "assurance": "reasonable"}  # fmt: skip
    lines = []
    for number in range(count):
        facts: dict[str, Any] = {"serious_violations": "0 time", "status": "closed", "energy_used": f"{number} MWh"}
        if not sparse:
            facts["renewable_share"] = {"value": "85 %", "evidence": ["meter"]}
        if number in wrong:
            facts["energy_used"] = "5 tCO2e"
        subject = f"organizations/{organization}/subjects/s{number:04}"
        lines.append(json.dumps({"subject": subject, "facts": facts, "evidence": {"meter": meter}}))
    return "\n".join(lines) + "\n"


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stored(server: RunningServer, organization: str) -> int:
    request = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{organization}", page_size=1_000)
    return len(server.evaluations.ListEvaluations(request).evaluations)


def test_a_template_filled_in_by_many_is_evaluated_and_each_answer_verifies(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    path = tmp_path / "factories.xlsx"
    made = touchstone(
        "dossier", "template", CARD, "--version", "1.0.0", "--layout", "many", "--language", "zh", "--out", path,
        gazette=gazette,
    )  # fmt: skip
    assert made.exit_code == 0, made.stderr
    assert "small-factory@1.0.0，10 项事实" in made.stdout
    book = Filled(small_card(), Layout.MANY, "zh")
    book.fill_many(subjects("book-body", 5))
    cell = book.facts.cell(6, book.column("facts-many", "renewable_share"))
    cell.value, cell.number_format = 0.855, "0.0%"
    book.put("facts-many", 7, "status", "ajar")
    book.put("facts-many", 8, "energy_used", -1)
    book.save(path)
    result = batch(path, "--out", tmp_path / "out", gazette=gazette, server=server)
    assert result.exit_code == 1, result.stderr
    assert "Evaluated: 3" in result.stdout
    assert "     3  grade Gold" in result.stdout
    assert "Score: minimum 100, median 100, maximum 100" in result.stdout
    assert "Cells interpreted differently from their stored form (see the guide): 1 cell\n" in result.stdout
    errors = read_lines(tmp_path / "out" / "errors.jsonl")
    assert [(error["reason"], error["place"]) for error in errors] == [
        ("UNKNOWN_CHOICE", "Sheet 事实, row 7"), ("OUTSIDE_DOMAIN", "Sheet 事实, row 8"),
    ]  # fmt: skip
    assert errors[0]["problems"][0].startswith(f"{path}: Sheet 事实, D7: facts.status: 'ajar' is not one of")
    assert errors[1]["problems"][0].startswith(f"{path}: Sheet 事实, F8: facts.energy_used: -1 MWh is")
    verification = touchstone("verify", tmp_path / "out" / "book-body.s0002.json", gazette=gazette)
    assert verification.exit_code == 0, verification.stdout
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert (summary["evaluated"], summary["failed"], summary["notes"]) == (3, 2, 1)


def test_repeating_a_batch_returns_the_stored_results(server: RunningServer, gazette: Path, tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text(lines_of("again-body", 6))
    outs = [tmp_path / name for name in ("first.jsonl", "second.jsonl")]
    for out in outs:
        assert batch(source, "--out", out, gazette=gazette, server=server).exit_code == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert stored(server, "again-body") == 6
    other = batch(source, "--set", "reading=cascade", "--out", tmp_path / "third.jsonl", gazette=gazette, server=server)
    assert other.exit_code == 0
    assert stored(server, "again-body") == 12


def lines_in(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


@pytest.mark.full
def test_an_interrupted_batch_is_resumed_without_gap_or_repetition(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    source, out = tmp_path / "x.jsonl", tmp_path / "out.jsonl"
    source.write_text(lines_of("stop-body", 150, wrong=(0, 149)))
    command = [
        sys.executable, "-m", "service.cli.main", "batch", "evaluate", CARD, str(source), "--as-of", AS_OF,
        "--server", server.address, "--out", str(out), "--gazette", str(gazette),
    ]  # fmt: skip
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603
    journal = tmp_path / "out.journal.jsonl"
    until(lambda: lines_in(journal) >= 5)
    running.send_signal(signal.SIGINT)
    printed, complained = running.communicate(timeout=60)
    assert running.returncode == 130, complained
    done = len(read_lines(journal)) - 1
    assert 4 <= done < 150
    assert f"Stopped after {done} of 150. To continue, run the same command with --resume." in complained
    assert "Evaluated:" in printed
    with out.open("ab") as file, journal.open("ab") as notes:
        file.write(b'{"half an answer')  # as a machine that loses power would leave them
        notes.write(b'{"key": "organ')
    refused = batch(source, "--out", out, gazette=gazette, server=server)
    assert refused.exit_code == 2
    assert "shows that this run was started" in refused.stderr
    resumed = batch(source, "--out", out, "--resume", "--format", "json", gazette=gazette, server=server)
    assert resumed.exit_code == 1, resumed.stderr
    summary = json.loads(resumed.stdout)
    assert (summary["resumed"], summary["evaluated"], summary["failed"]) == (done, 148, 2)
    answers = [line["record"]["subject"] for line in read_lines(out)]
    assert answers == [f"organizations/stop-body/subjects/s{number:04}" for number in range(1, 149)]
    assert [error["place"] for error in read_lines(tmp_path / "out.errors.jsonl")] == ["line 1", "line 150"]
    assert stored(server, "stop-body") == 148


def test_another_batch_cannot_be_resumed_with_the_same_output(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    source, out = tmp_path / "x.jsonl", tmp_path / "out.jsonl"
    source.write_text(lines_of("swap-body", 2))
    assert batch(source, "--out", out, gazette=gazette, server=server).exit_code == 0
    source.write_text(lines_of("swap-body", 3))
    result = batch(source, "--out", out, "--resume", "--set", "reading=literal", gazette=gazette, server=server)
    assert result.exit_code == 2
    assert "belongs to another run; these settings differ: batch, settings. Choose another --out" in result.stderr
    stray = tmp_path / "other.jsonl"
    stray.write_text("something of the user\n")
    result = batch(source, "--out", stray, gazette=gazette, server=server)
    assert result.exit_code == 2
    assert stray.read_text() == "something of the user\n"


def test_two_processes_cannot_write_one_batch(tmp_path: Path) -> None:
    files = Outputs.of(tmp_path / "out.jsonl")
    with (
        BatchWriter(files, {"batch": "x"}, resume=False),
        pytest.raises(InputError, match="Another process is working on the run in"),
    ):
        BatchWriter(files, {"batch": "x"}, resume=True)


@pytest.mark.full
def test_a_batch_ends_when_its_server_dies_and_another_server_completes_the_rest(gazette: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "x.jsonl", tmp_path / "out.jsonl"
    source.write_text(lines_of("dying-body", 120))
    command = [
        sys.executable, "-m", "service.cli.main", "batch", "evaluate", CARD, str(source), "--as-of", AS_OF,
        "--out", str(out), "--gazette", str(gazette),
    ]  # fmt: skip
    with RunningServer(tmp_path, gazette) as dying:
        running = subprocess.Popen(  # noqa: S603
            [*command, "--server", dying.address], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        journal = tmp_path / "out.journal.jsonl"
        until(lambda: lines_in(journal) >= 5)
        dying.process.kill()
        _, complained = running.communicate(timeout=60)
    assert running.returncode == 3, complained
    assert "--resume" in complained
    # without --server the command starts one of its own, on the database that the environment names
    environment = {**os.environ, "TOUCHSTONE_DATABASE_URL": f"sqlite:///{tmp_path}/store.sqlite3"}
    before = lines_in(journal)
    running = subprocess.Popen(  # noqa: S603
        [*command, "--resume"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until(lambda: lines_in(journal) >= before + 5)
    running.terminate()
    _, complained = running.communicate(timeout=60)
    assert running.returncode == 130, complained
    # its server is gone with it, or this one could not open the database
    again = subprocess.run(  # noqa: S603
        [*command, "--resume"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert again.returncode == 0, again.stderr
    assert "Evaluated: 120" in again.stdout
    answers = [line["record"]["subject"] for line in read_lines(out)]
    assert answers == [f"organizations/dying-body/subjects/s{number:04}" for number in range(120)]


def test_a_batch_that_is_invalid_as_a_whole_evaluates_no_subject(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    source = tmp_path / "x.csv"
    rows = "".join(f"organizations/none-body/subjects/s{number % 150},open\n" for number in range(300))
    source.write_text(f"subject,status\n{rows}")
    result = batch(source, gazette=gazette, server=server)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert lines[0].startswith(
        f"{source}:152:1: subject: The subject 'organizations/none-body/subjects/s0' occurs a second time;"
        " the first is at line 2."
    )
    assert lines[-1] == "and 50 more"
    assert stored(server, "none-body") == 0
    as_json = batch(source, "--format", "json", gazette=gazette, server=server)
    assert as_json.exit_code == 2
    assert json.loads(as_json.stdout)["code"] == 3


def test_without_an_output_file_errors_and_a_translated_summary_are_shown(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text(lines_of("shown-body", 3, wrong=(1,), sparse=True) + "[]\n")
    result = batch(source, "--language", "zh", gazette=gazette, server=server)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith(f"{source}:2:")
    assert "tCO2e" in result.stderr
    assert f"{source}:4:1: 此处不是映射。请将案卷写成映射" in result.stderr
    assert "已评价：2" in result.stdout
    assert "可再生能源占比 (renewable_share)" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        ((CARD, "x.jsonl"), "--as-of: The date of the evaluation is missing"),
        ((CARD, "x.jsonl", "--as-of", AS_OF, "--resume"), "--resume: The option --resume needs the location of"),
        ((str(ROOT / "features" / "zero-carbon-factory"), "x.jsonl", "--as-of", AS_OF), "scorecard must be published"),
        ((CARD, "nowhere.jsonl", "--as-of", AS_OF), "does not exist. Check the name"),
        (
            (CARD, str(ROOT / "examples"), "--as-of", AS_OF, "--out", str(ROOT / "examples" / "out")),
            "is in the folder of the dossiers and would be read as a dossier",
        ),
        (
            (CARD, "x.jsonl", "--as-of", AS_OF, "--out", "results.json"),
            "'results.json' is not a folder or a .jsonl file",
        ),
    ],
)
def test_the_error_for_wrong_arguments_names_the_fix(
    arguments: tuple[str, ...],
    expected_message: str,
    gazette: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.jsonl").touch()
    result = touchstone("batch", "evaluate", *arguments, gazette=gazette)
    assert result.exit_code == 2
    assert expected_message in result.stderr


def test_a_workbook_about_one_subject_is_evaluated_like_a_dossier(
    server: RunningServer, gazette: Path, tmp_path: Path
) -> None:
    book = Filled(small_card(), Layout.ONE, "en")
    book.fill_one(small_subject())
    cell = book.facts.cell(book.row("facts-one", "renewable_share"), 3)
    cell.value, cell.number_format = 0.855, "0%"
    path = book.save(tmp_path / "x.xlsx")
    for at in ((), ("--server", server.address)):
        result = touchstone("evaluate", CARD, path, "--as-of", AS_OF, *at, gazette=gazette)
        assert result.exit_code == 0, result.stderr
        assert "Gold" in result.stdout
        assert "Sheet Facts, C9: facts.renewable_share: The cell is formatted as a percentage" in result.stderr
    cell.number_format, cell.value = "General", 101
    path = book.save(tmp_path / "y.xlsx")
    for at in ((), ("--server", server.address)):
        result = touchstone("evaluate", CARD, path, "--as-of", AS_OF, *at, gazette=gazette)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{path}: Sheet Facts, C9: facts.renewable_share: 101 % is outside")


@pytest.mark.full
def test_a_draft_has_a_template_and_invalid_template_requests_are_refused(gazette: Path, tmp_path: Path) -> None:
    draft = ROOT / "features" / "zero-carbon-factory"
    made = touchstone("dossier", "template", draft, "--out", tmp_path / "d.xlsx", gazette=gazette)
    assert made.exit_code == 0, made.stderr
    assert "zero-carbon-factory@1.0.0, 63 facts" in made.stdout
    for arguments, message in (
        ((draft, "--version", "1.0.0", "--out", "d.xlsx"), "The option --version cannot be used with a draft"),
        ((CARD, "--out", "d.csv"), "does not end with .xlsx, so spreadsheet programs would not open it"),
        ((CARD, "--version", "9.9.9", "--out", "d.xlsx"), "has no version 9.9.9"),
        (("nothing", "--out", "d.xlsx"), "nothing"),
        ((CARD, "--out", tmp_path / "d.xlsx"), "already exists and may contain entries"),
    ):
        result = touchstone("dossier", "template", *arguments, gazette=gazette)
        assert result.exit_code == 2
        assert message in result.stderr
