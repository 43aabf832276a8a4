"""Lint messages of a compiled card: labels instead of ids for rows, combinations and indicators."""

from __future__ import annotations

from rules.language.compiler import compile_folder
from tests.language.folders import CORPUS, read_folder


def only_message(case: str, *edits: tuple[str, str]) -> str:
    """Apply edits to a card of the error corpus and return its only diagnostic message."""
    ((path, text),) = read_folder(CORPUS / "bad" / case).items()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (diagnostic,) = compile_folder({path: text}).diagnostics
    return diagnostic.message


def test_a_case_without_a_row_is_reported_with_labels() -> None:
    message = only_message("RL044-uncovered", ("quantity levy,", "quantity the levy (levy),"))
    assert message == "no row says what 'the levy' is for renewable share: 80 %"


def test_a_combination_without_a_row_is_reported_with_labels() -> None:
    columns = ("| fact   | type   | unit | one of ", "| fact   | label | type   | unit | one of ")
    share = ("| share  | number |", "| share  |       | number |")
    system = ("| system | choice |", "| system | management system | choice |")
    words = (
        "    And this reference case",
        "    And the choices of system\n      | value  | words   |\n      | absent | nothing |\n"
        "    And this reference case",
    )
    message = only_message("RL044-combination", columns, share, system, words)
    assert message == "'factor' has no row for management system: nothing"


def test_an_indicator_is_reported_with_its_label() -> None:
    ((path, text),) = read_folder(CORPUS / "bad" / "RL044-never").items()
    heading, *rows = [line for line in text.split("\n") if "| section | points | basis |" in line or "| I1 |" in line]
    message = only_message(
        "RL044-never",
        (heading, heading.replace("| id |", "| id | indicator |")),
        *((row, row.replace("| I1 |", "| I1 | Green power |")) for row in rows),
        *((row, row.replace("| I2 |", "| I2 | Other |")) for row in text.split("\n") if "| I2 |" in row),
    )
    assert "'Green power'" in message, path
