"""Tables as a grid: the same rows again after writing, for all cards; no paste changes another row."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts import InputError
from rules.language import tables_of
from service.input.rule_tables.table_grid import (
    MAX_ROWS,
    CellLocator,
    ColumnType,
    clean_cell,
    grid_tables,
    write_grid,
)

ROOT = Path(__file__).resolve().parents[4]
CARDS = sorted(path.name for path in (ROOT / "features").iterdir() if any(path.glob("*.feature")))
CARD = "event-neutrality"
HOSTILE = (
    "|", "\\", "\\n", "a|b", "a\nb", "\r\n", "\ufeff", "\u2028x", "\x85", "\x0b", "# x", '"""', "| x |", "\\|", " ",
    "\x00",
)  # fmt: skip
PASTED = st.text(max_size=40) | st.sampled_from(HOSTILE)


@cache
def files_of(card: str) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((ROOT / "features" / card).glob("*.feature"))}


@pytest.mark.parametrize("card", CARDS)
def test_rows_written_to_the_files_are_the_same_rows(card: str) -> None:
    files = files_of(card)
    grids = grid_tables(files)
    assert sum(len(grid.parts) for grid in grids) == len(tables_of(files))
    for grid in grids:
        for number, part in enumerate(grid.parts):
            assert grid.part_rows(number, grid.rows) == [list(row) for row in part.rows]
    added = [(grid.id, [*grid.rows, *grid.rows[-1:]]) for grid in grids]
    written = {**files, **write_grid(files, added, grids)}
    again = {(part.path, part.number): part.rows for grid in grid_tables(written) for part in grid.parts}
    for grid in grids:
        for part in grid.parts:
            assert again[part.path, part.number] == (*part.rows, *part.rows[-1:]) if grid.rows else part.rows
    shorter = {(grid.id): grid.rows for grid in grids}
    back = grid_tables(written)
    restored = write_grid(written, [(grid.id, shorter[grid.id]) for grid in back if grid.id in shorter], back)
    assert [(part.path, part.rows) for part in tables_of({**written, **restored})] == [
        (part.path, part.rows) for part in tables_of(files)
    ]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_pasted_text_changes_another_row(data: st.DataObject) -> None:
    files = files_of(CARD)
    grids = grid_tables(files)
    grid = data.draw(st.sampled_from(grids))
    rows = [list(row) for row in grid.rows]
    at = data.draw(st.integers(0, len(rows)))
    pasted = data.draw(st.lists(st.lists(PASTED, min_size=len(grid.columns), max_size=len(grid.columns)), max_size=4))
    edited = [*rows[:at], *pasted, *rows[at:]]
    written = {**files, **write_grid(files, [(grid.id, edited)], grids)}
    expected = [[clean_cell(text) for text in row] for row in edited]
    tables = {(table.path, table.number): table for table in tables_of(written)}
    for number, part in enumerate(grid.parts):
        assert [list(row) for row in tables[part.path, part.number].rows] == grid.part_rows(number, expected)
    own = {(part.path, part.number) for part in grid.parts}
    for table in tables_of(files):
        if (table.path, table.number) not in own:
            assert tables[table.path, table.number].rows == table.rows


def test_both_languages_are_one_table_and_change_together() -> None:
    files = files_of(CARD)
    grids = grid_tables(files)
    grid = next(grid for grid in grids if grid.parts[0].kind == "facts")
    assert [part.path for part in grid.parts] == [grid.parts[0].path, grid.parts[0].path.replace(".en.", ".zh.")]
    by_heading = {(grid.heading(column, "en"), column.language): column for column in grid.columns}
    assert len(by_heading["fact", ""].sources) == 2
    assert ("label", "en") in by_heading
    assert grid.heading(by_heading["fact", ""], "zh") != "fact"
    kinds = [column for column in grid.columns if column.type is ColumnType.CHOICE]
    assert len(kinds[0].choices) == len(kinds[1].choices) > 1
    new = ["new_fact" if column.language == "" else f"x {column.language}" for column in grid.columns]
    written = write_grid(files, [(grid.id, [*grid.rows, new])], grids)
    assert set(written) == {part.path for part in grid.parts}
    assert all("new_fact" in text for text in written.values())
    assert "x zh" not in written[grid.parts[0].path]


def test_cells_are_found_again_by_line_and_column() -> None:
    files = files_of(CARD)
    grids = grid_tables(files)
    locator, seen = CellLocator(files, grids), set()
    for grid in grids:
        for part in grid.parts:
            text = files[part.path].split("\n")
            for row, line in enumerate(part.row_lines):
                found = locator.find(part.path, line + 1, text[line].index("|") + 3)
                assert found is not None
                assert (found.table, found.row) == (grid.id, row)
                seen.add(found.column)
            sentence = locator.find(part.path, part.sentence_line + 1, 1)
            assert sentence is not None
            assert (sentence.table, sentence.row) == (grid.id, 0)
    assert locator.find(grids[0].parts[0].path, 1, 1) is None
    assert len(seen) > 1


def test_a_sentence_of_an_outline_leads_to_the_blank_cell_of_its_examples() -> None:
    files = files_of(CARD)
    grids = grid_tables(files)
    grid = next(grid for grid in grids if grid.parts[0].sentence == "Examples:" and len(grid.rows) > 1)
    path, line = grid.parts[0].path, grid.parts[0].sentence_line
    assert CellLocator(files, grids).find(path, line, 7) is None
    rows = [list(row) for row in grid.rows]
    rows[1][0] = ""
    written = {**files, **write_grid(files, [(grid.id, rows)], grids)}
    found = CellLocator(written, grids).find(path, line, 7)
    assert found is not None
    assert (found.table, found.row, found.column) == (grid.id, 2, 0)


@pytest.mark.parametrize(
    ("edits", "field", "words"),
    [
        ([("card.en.feature 99", [])], "edits[0].table", "no table"),
        ([("card.en.feature 1", [["x"]])], "edits[0].rows[0].cells", "row: 1."),
        ([("card.en.feature 1", [[""] * 4] * (MAX_ROWS + 1))], "edits[0].rows", "table: 2001."),
        ([("card.en.feature 1", [["x" * 10_001, "", "", ""]])], "edits[0].rows[0].cells[0]", "10001"),
        ([("card.en.feature 1", [["x" * 9_000, "", "", ""]] * 400)], "edits[0].rows", "3600000 characters"),
        ([("card.en.feature 1", []), ("card.en.feature 1", [])], "edits", "twice"),
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[tuple[str, list[list[str]]]], field: str, words: str) -> None:
    files = files_of(CARD)
    with pytest.raises(InputError) as refused:
        write_grid(files, edits, grid_tables(files))
    assert (refused.value.violations[0].field, words in str(refused.value.violations[0].description)) == (field, True)
