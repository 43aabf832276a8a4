"""The command `claims check` with what it answers."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from service.cli.main import app

SCORECARDS = Path(__file__).parents[2] / "scorecards"
TEXT = "Our soap is carbon neutral. Eco-friendly soap."


def run(*arguments: str | Path) -> tuple[int, str, str]:
    asked = ["claims", "check", "--as-of", "2026-11-20", *map(str, arguments)]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.stdout, result.stderr


def answers(gazette: Path, text: str, jurisdictions: str, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    code, shown, complaint = run(
        text, "--jurisdiction", jurisdictions, "--gazette", gazette, "--format", "json", *arguments
    )
    assert not complaint
    return code, json.loads(shown)


def verdicts(answer: dict[str, Any]) -> list[dict[str, str | None]]:
    """Give the verdict of each claim by jurisdiction."""
    return [{each["jurisdiction"]: each["verdict"] for each in claim["answers"]} for claim in answer["claims"]]
