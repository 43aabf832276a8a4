"""Resource exhaustion by CSV and XLSX files: cell, text, decompression and line limits, with bounded work."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from rules.contracts.messages import in_language
from service.input.tabular import xlsx_scan
from service.input.tabular.cell_texts import read_delimited_rows
from service.input.tabular.csv_parser import MAXIMUM_FIELDS, DelimitedText
from service.input.tabular.xlsx_access import open_workbook
from service.input.tree.placed_errors import PlacedError
from tests.support import attack_files as attacks
from tests.support.work import calls_made

FEW, MANY = 30_000, 300_000
LAST = "XFD1"


def read(content: bytes) -> None:
    with open_workbook(content) as book:
        for sheet in book:
            list(sheet.rows())


def refused(content: bytes) -> PlacedError:
    with pytest.raises(PlacedError) as raised:
        read(content)
    return raised.value


@pytest.mark.parametrize(
    ("make", "cell", "reason"),
    [
        (attacks.same_cell, "Sheet Sheet, A1", "CELL_ASTRAY"),
        (attacks.descending, "Sheet Sheet, C1", "CELL_ASTRAY"),
        (attacks.nameless, f"Sheet Sheet, {LAST}", "CELL_ASTRAY"),
        (attacks.beyond_last_column, "Sheet Sheet, row 1", "CELL_ASTRAY"),
        (attacks.same_row, "Sheet Sheet, row 1", "ROW_ASTRAY"),
        (attacks.beyond_last_row, "Sheet Sheet, row 1", "ROW_ASTRAY"),
        (attacks.ods, "", "NOT_A_WORKBOOK"),
    ],
)
def test_rows_and_cells_out_of_order_or_out_of_range_are_refused(
    make: Callable[[int], bytes], cell: str, reason: str
) -> None:
    few, many = make(FEW), make(MANY)
    (problem,) = refused(many).problems
    assert problem.reason == reason
    assert (problem.position.cell if problem.position else "") == cell
    assert in_language(problem.description, "zh") != problem.description
    assert calls_made(lambda: refused(many)) < 1.2 * calls_made(lambda: refused(few))


@pytest.mark.parametrize(
    ("make", "bound", "words"),
    [
        (
            attacks.styles,
            "MAXIMUM_OTHERS",
            "'xl/styles.xml' has more than the maximum of 1,000 elements other than cells",
        ),
        (
            attacks.parts_of_one_cell,
            "MAXIMUM_OTHERS",
            "'xl/worksheets/sheet1.xml' has more than the maximum of 1,000 elements",
        ),
        (attacks.texts, "MAXIMUM_TEXTS", "more than the maximum of 1,000 different cell texts"),
    ],
)
def test_the_memory_of_the_workbook_library_is_bounded(
    make: Callable[[int], bytes], bound: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = make(FEW), make(MANY)
    monkeypatch.setattr(xlsx_scan, bound, 1_000)
    (problem,) = refused(many).problems
    assert words in problem.description
    assert problem.reason == "TOO_LARGE"
    assert calls_made(lambda: refused(many)) < 1.2 * calls_made(lambda: refused(few))


def test_the_cells_of_all_sheets_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_scan, "MAXIMUM_CELLS", 100)
    rows = b"".join(b'<row r="%d"><c r="A%d"/><c r="C%d"/></row>' % (number, number, number) for number in range(1, 99))
    (problem,) = refused(attacks.sheet(rows)).problems
    assert problem.position is not None
    assert problem.position.cell == "Sheet Sheet, A51"
    assert "more than the maximum of 100 cells" in problem.description


@pytest.mark.full
def test_a_part_that_unpacks_to_much_is_not_unpacked() -> None:
    few, many = attacks.zeros(65_000_000), attacks.zeros(80_000_000)
    assert "The limit is" in str(refused(many))
    assert calls_made(lambda: refused(many)) <= calls_made(lambda: refused(few))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("quoted", [b"", b'"a"'])
def test_a_line_with_excessive_fields_is_refused_at_the_first_excess_field(quoted: bytes) -> None:
    def separated(count: int) -> PlacedError:
        with pytest.raises(PlacedError) as raised:
            list(read_delimited_rows(DelimitedText(b"a,b\n1,2\n" + quoted + b"," * count), ","))
        return raised.value

    (problem,) = separated(MANY).problems
    assert problem.reason == "TOO_MANY_CELLS"
    assert problem.position is not None
    assert (problem.position.line, problem.position.column) == (3, MAXIMUM_FIELDS + 1 + len(quoted))
    assert calls_made(lambda: separated(MANY)) < 1.2 * calls_made(lambda: separated(FEW))


def test_an_endless_line_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a,b\n" + b"x" * 40_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(PlacedError, match=r"line 2.*more than 2000000 characters"):
            list(DelimitedText(tmp_path / "x.csv").records())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000
