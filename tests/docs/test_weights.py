"""Weights guide: the worked example against the output of the command."""

import re
from pathlib import Path

import pytest

from tests.support.commands import touchstone

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "weights.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (code,) = re.findall(rf"^```{language}\n(.*?)^```", GUIDE, flags=re.MULTILINE | re.DOTALL)
    return str(code)


def test_the_worked_example_has_the_documented_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("panel.csv").write_text(block("csv"), encoding="utf-8")
    shown = touchstone("draft", "weights", "panel.csv")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout == block("text")
