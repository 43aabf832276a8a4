"""Swapped table columns: one diagnostic for the heading, against one for each row with a wrong cell."""

from pathlib import Path

import pytest

from rules.contracts.diagnostics import Diagnostic
from rules.language.compiler import compile_folder
from tests.language.folders import read_folder

CARD = read_folder(Path(__file__).resolve().parents[2] / "features" / "zero-carbon-factory")
SWAPPED = {"en": "are two columns swapped?", "zh": "是否有两列互换"}


def swapped(path: str, heading: str, other: str) -> list[Diagnostic]:
    """Swap the headings of two columns of the first table that has both."""
    language = path.split(".")[1]
    files = {name: text for name, text in CARD.items() if name.split(".")[1] == language}
    lines = files[path].split("\n")
    place = next(
        number for number, line in enumerate(lines) if {heading, other} <= {cell.strip() for cell in line.split("|")}
    )
    names = {f" {heading} ": f" {other} ", f" {other} ": f" {heading} "}
    cells = [f" {cell.strip()} " for cell in lines[place].strip().strip("|").split("|")]
    lines[place] = f"|{'|'.join(names.get(cell, cell) for cell in cells)}|"
    return list(compile_folder({**files, path: "\n".join(lines)}).diagnostics)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("path", "column", "other"),
    [
        ("gates.en.feature", "label", "type"),
        ("gates.zh.feature", "名称", "类型"),
        ("gates.en.feature", "requires", "basis"),
        ("gates.zh.feature", "要求", "依据"),
        ("stars.en.feature", "more than", "also requires"),
        ("stars.zh.feature", "高于", "另须"),
    ],
)
def test_swapped_columns_are_reported_once(path: str, column: str, other: str) -> None:
    (diagnostic,) = swapped(path, column, other)
    assert SWAPPED[path.split(".")[1]] in diagnostic.message
    assert diagnostic.location.path == path


def test_a_mistake_in_some_rows_is_reported_for_each_row() -> None:
    path = "gates.en.feature"
    files = {name: text for name, text in CARD.items() if ".en." in name}
    text = files[path].replace("| flag ", "| flog ", 2)
    diagnostics = compile_folder({**files, path: text}).diagnostics
    assert [one.code for one in diagnostics] == ["RL022", "RL022"]
    assert not any(SWAPPED["en"] in one.message for one in diagnostics)
