"""Rows of data tables: the cells are those of the Gherkin parser in all parts of the program."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from gherkin.parser import Parser
from hypothesis import example, given, strategies as st

from rules.language.canonical import to_canonical
from rules.language.file_edits import replace_tables, tables_of
from rules.language.lexicon import load_lexicon
from rules.language.row_lines import (
    bars,
    begun_cells,
    cell_position,
    cell_values,
    ends_with_bar,
    is_row,
    rest_of_cell,
    written_cells,
)
from rules.language.tables import table_lines

ROOT = Path(__file__).resolve().parents[2]
HEAD = "Feature: Rows\n\n  Scenario: Escapes\n    Given the rows\n"
ESCAPES = st.text(st.sampled_from([*"ab|\\nø #\t", "｜", "\u3000", "\x1c"]), max_size=20)
ROWS = ESCAPES.map(lambda text: f"|{text}|").filter(lambda row: row.strip() == row)


def parsed_cells(row: str) -> list[str]:
    """Parse a row with the official parser, inside a document."""
    document = cast("Any", Parser().parse(f"{HEAD}      {row}\n"))
    (child,) = document["feature"]["children"]
    (table_row,) = child["scenario"]["steps"][0]["dataTable"]["rows"]
    return [cell["value"] for cell in table_row["cells"]]


@given(ROWS)
@example("| ø\\\\|")
@example("| \\\\\\|a\\\\\\\\n | ø\\\\\\nø\\\\|")
@example("| a \\ | \\b |")
@example("| x \\|")
@example("|\\|")
def test_cells_are_those_of_the_official_parser(row: str) -> None:
    assert cell_values(row) == parsed_cells(row)
    assert len(written_cells(row)) == len(cell_values(row)) == max(len(bars(row)) - 1, 0)
    assert [cell_values(f"| {cell} |") for cell in written_cells(row)] == [[value] for value in cell_values(row)]
    assert all(row[bar] == "|" for bar in bars(row))
    assert is_row(row) == (len(bars(row)) > 1 and ends_with_bar(row))


@given(st.lists(ROWS.filter(is_row), min_size=1, max_size=3), st.integers(0, 20))
def test_the_formatter_and_the_editor_of_tables_keep_the_parsed_values(rows: list[str], indent: int) -> None:
    text = HEAD + "".join(f"{' ' * indent}{row}\n" for row in rows)
    values = [parsed_cells(row) for row in rows]
    formatted = to_canonical(text, load_lexicon("en"))
    written = [line.strip() for line in formatted.split("\n") if line.lstrip().startswith("|")]
    assert [parsed_cells(row) for row in written] == values
    assert to_canonical(formatted, load_lexicon("en")) == formatted
    (table,) = tables_of({"card.en.feature": text})
    assert [list(row) for row in table.rows] == values
    if len({len(row) for row in values}) == 1:
        replaced = replace_tables(text, [(table, table.rows)])
        assert [parsed_cells(line.strip()) for line in replaced.split("\n") if line.strip().startswith("|")] == values


@given(st.lists(st.text(st.sampled_from([*"a|\\nø\n "]), max_size=8).map(str.strip), min_size=1, max_size=4))
def test_a_written_row_is_parsed_to_its_texts(texts: list[str]) -> None:
    (line,) = table_lines([texts])
    assert cell_values(line) == parsed_cells(line)
    assert [value.strip() for value in cell_values(line)] == [text.strip() for text in texts]


@given(ROWS, st.integers(0, 22))
def test_the_cell_at_an_offset_is_between_its_bars(row: str, offset: int) -> None:
    position = cell_position(row, offset)
    separators = (-1, *bars(row), len(row))
    before, after = list(pairwise(separators))[position + 1]
    assert before < offset or (before, offset) == (-1, 0)
    assert rest_of_cell(row, max(offset, before + 1)) == row[max(offset, before + 1) : after]
    assert begun_cells(row)[:-1] == [row[first + 1 : last] for first, last in pairwise(bars(row))]


@pytest.mark.parametrize("folder", ["rules", "service"])
def test_no_other_module_splits_rows_at_bars(folder: str) -> None:
    """A bar in a call of `split`, `partition` or `count`, or an escaped bar in a pattern, is a splitter of its own."""
    found: list[str] = []
    # Bars in names, keys and typed lines of forms, not in rows.
    others = {"vocabulary.py", "yearly_results.py", "portfolio.py", "results.py", "forms.py"}
    for path in (ROOT / folder).rglob("*.py"):
        if path.name in others or "row_lines" in path.name:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and r"(?<!\\)\|" in node.value:
                found.append(f"{path}:{node.lineno}")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if node.func.attr in {"split", "partition", "rpartition", "count"} and "|" in texts:
                    found.append(f"{path}:{node.lineno}")
    assert not found
