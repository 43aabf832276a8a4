"""Exit codes of commands: internal fault 70, interrupt 130, negative answer 1, invalid input 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.drafts import folder_handlers
from service.output.terminal import draft_folder
from tests.support.commands import touchstone

ROOT = Path(__file__).parents[3]
GIVEN = "what the company wrote"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.en.feature").write_text("# language: en\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("error", [KeyError(GIVEN), RecursionError(GIVEN), MemoryError(), AssertionError(GIVEN)])
def test_an_internal_fault_exits_with_70_and_a_message_without_user_input(
    monkeypatch: pytest.MonkeyPatch, folder: Path, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(folder_handlers, "check_folder", fail)
    answer = touchstone("check", folder)
    assert answer.exit_code == 70
    assert f"an error in Touchstone ({type(error).__name__})" in answer.stderr
    assert "service/drafts/folder_handlers.py:" in answer.stderr
    assert "Traceback" not in answer.output
    assert GIVEN not in answer.output
    assert "自身的缺陷" in touchstone("check", folder, "--language", "zh").stderr
    as_json = touchstone("check", folder, "--format", "json")
    assert (as_json.exit_code, json.loads(as_json.stdout)["details"][0]["reason"]) == (70, "UNEXPECTED")


def test_an_interrupt_anywhere_ends_with_130(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(draft_folder, "read_sources", interrupted)
    assert touchstone("check", folder).exit_code == 130


def test_a_negative_answer_exits_with_1_and_invalid_input_with_2(folder: Path) -> None:
    assert touchstone("check", folder).exit_code == 1
    assert touchstone("check", folder / "none").exit_code == 2


@pytest.mark.full
def test_a_closed_output_pipe_exits_with_141_and_no_message() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = (sys.executable, "-m", "service.cli.main", "card", "list")
    with os.fdopen(writing, "wb") as output:
        ended = subprocess.run(command, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_names_with_control_characters_or_invalid_encoding_are_escaped(folder: Path) -> None:
    (folder / "a.en.feature").rename(folder / os.fsdecode(b"a\x07\x1b[2J\xff.en.feature"))
    for form in ("text", "json"):
        answer = touchstone("check", folder, "--format", form)
        assert answer.exit_code == 1
        assert not any(one in answer.output for one in "\x07\x1b\udcff")
        assert "\\u001b[2J\\udcff.en.feature" in answer.output
