"""Judgement sheets from CSV and XLSX: experts, cell addresses, filled templates and refused files."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from rules.contracts.errors import InputError
from rules.weighting.judgements import DiagonalRule, Judgements, read_panel
from rules.weighting.weighting_diagnostics import NoteCollector, Sheet
from service.schemes.rating.weights.drafts import (
    MAXIMUM_BYTES,
    MAXIMUM_ROWS,
    JudgementTemplate,
    csv_template,
    read_sheets,
    read_table,
    xlsx_template,
)

MATRIX: list[list[object]] = [["item", "A", "B"], ["A", 0.5, 1], ["B", 0, 0.5]]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def text(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def panel(*sheets: Sheet) -> tuple[Judgements, ...]:
    notes = NoteCollector()
    judgements = read_panel(sheets, DiagonalRule.WITH_DIAGONAL, notes)
    notes.refuse("en")
    return judgements


def refused(*paths: Path) -> list[str]:
    with pytest.raises(InputError) as error:
        read_sheets(paths)
    return [violation.reason for violation in error.value.violations]


def test_each_sheet_that_is_not_empty_is_an_expert(tmp_path: Path) -> None:
    path = workbook(tmp_path / "panel.xlsx", Li=MATRIX, Wang=MATRIX, Sheet3=[])
    sheets = read_sheets([path])
    assert [sheet.expert for sheet in sheets] == ["Li", "Wang"]
    first, two = panel(*sheets)
    assert first.values == two.values


def test_csv_and_workbook_are_read_with_equal_values(tmp_path: Path) -> None:
    csv = text(tmp_path / "Li.csv", "\ufeffitem,A,B\r\nA,0.5,1\r\nB,0,0.5\r\n")
    first, two = panel(*read_sheets([csv, workbook(tmp_path / "Wang.xlsx", Wang=MATRIX)]))
    assert (first.expert, first.values) == ("Li", two.values)


def test_experts_with_the_same_name_are_distinguished_by_their_files(tmp_path: Path) -> None:
    paths = [workbook(tmp_path / f"{name}.xlsx", Expert=MATRIX) for name in ("li", "wang")]
    assert [sheet.expert for sheet in read_sheets(paths)] == [f"{path}: Expert" for path in paths]


def test_lines_are_numbered_as_in_an_editor(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", '"# a comment\nof two lines"\n\nitem,A,B\nA,0.5,9\nB,0,0.5\n')
    notes = NoteCollector()
    read_panel(read_sheets([path]), DiagonalRule.WITH_DIAGONAL, notes)
    assert [note.place.describe("en") for note in notes.found] == [f"{path} line 5, column 3"]


def test_a_workbook_cell_is_named_as_in_a_spreadsheet_program(tmp_path: Path) -> None:
    wrong: list[list[object]] = [["# for the panel"], ["item", "A", "B"], ["A", 0.5, "yes"], ["B", True, 0.5]]
    path = workbook(tmp_path / "a.xlsx", **{"Expert 2": wrong})
    notes = NoteCollector()
    read_panel(read_sheets([path]), DiagonalRule.WITH_DIAGONAL, notes)
    assert [(note.place.describe("en"), note.arguments["text"]) for note in notes.found] == [
        (f"{path}, sheet Expert 2, C3", "yes"),
        (f"{path}, sheet Expert 2, B4", "TRUE"),
    ]


def test_a_broken_formula_is_no_comment(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "item,A,B\nA,0.5,1\n#REF!,0,0.5\n")
    notes = NoteCollector()
    read_panel(read_sheets([path]), DiagonalRule.WITH_DIAGONAL, notes)
    assert {note.code for note in notes.found} == {"ROW_MISSING", "COLUMN_MISSING"}


def test_files_that_cannot_be_read_are_refused_all_at_once(tmp_path: Path) -> None:
    good = text(tmp_path / "good.csv", "item,A,B\nA,0.5,1\nB,0,0.5\n")
    assert refused(
        tmp_path / "nowhere.csv",
        tmp_path,
        text(tmp_path / "a.ods", "x"),
        text(tmp_path / "a.csv", b"item,\xff\xfe"),
        text(tmp_path / "b.csv", 'item,"A'),
        text(tmp_path / "large.csv", b"x" * (MAXIMUM_BYTES + 1)),
        text(tmp_path / "c.csv", "item;A;B\nA;0,5;1\nB;0;0,5\n".replace(",", ".")),
        text(tmp_path / "d.csv", "item\tA\tB\nA\t0.5\t1\nB\t0\t0.5\n"),
        text(tmp_path / "long.csv", "A,\n" * (MAXIMUM_ROWS + 1)),
        text(tmp_path / "wide.csv", "x," * 300),
        text(tmp_path / "a.xlsx", "not a workbook"),
        good,
        tmp_path / "." / "good.csv",
    ) == [
        "NOT_FOUND", "NOT_FOUND", "UNKNOWN_FORMAT", "NOT_UTF8", "NOT_CSV", "TOO_LARGE", "NOT_COMMAS", "NOT_COMMAS",
        "FAR_CELL", "FAR_CELL", "NOT_A_WORKBOOK", "FILE_TWICE",
    ]  # fmt: skip


def test_a_workbook_that_unpacks_to_an_excessive_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", b"")
        parts.writestr("xl/workbook.xml", b" " * 65_000_000)
    assert refused(path) == ["TOO_LARGE"]


def test_a_sheet_with_cells_far_away_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Li=MATRIX)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["ZZ9"] = 1
    book.save(path)
    with pytest.raises(InputError, match="Sheet Li, ZZ9: The cell is too far out; cells up to IV1000 are read"):
        read_sheets([path])


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        parts.writestr("hello.txt", "hello")
    assert refused(text(tmp_path / "a.xlsx", content.getvalue())) == ["NOT_A_WORKBOOK"]


def test_a_table_must_be_the_only_filled_sheet_of_its_workbook(tmp_path: Path) -> None:
    assert read_table(workbook(tmp_path / "a.xlsx", Blocks=MATRIX, Sheet2=[])).title == "Blocks"
    with pytest.raises(InputError, match=r"has 2 sheets with content: Blocks, Other\."):
        read_table(workbook(tmp_path / "b.xlsx", Blocks=MATRIX, Other=MATRIX))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_filled_in_csv_template_is_read(tmp_path: Path, language: str) -> None:
    template = csv_template(JudgementTemplate(("A", "B", "C"), {"A": "Energy, all", "B": "Waste"}, language))
    filled = template.replace("0.5,,\n", "0.5,1,0.5\n").replace("0.5,\n", "0.5,0\n")
    (judgements,) = panel(*read_sheets([text(tmp_path / "Li.csv", filled)]))
    assert judgements.labels == {"A": "Energy, all", "B": "Waste"}
    assert [[str(value) for value in row] for row in judgements.values] == [
        ["1/2", "1", "1/2"],
        ["0", "1/2", "0"],
        ["1/2", "1", "1/2"],
    ]


def test_a_csv_template_escapes_formula_like_texts(tmp_path: Path) -> None:
    template = csv_template(JudgementTemplate(("=A", "B"), {"=A": "=1+1", "B": "-5"}, "en"))
    assert "'=A,'=1+1,0.5," in template
    assert "\nB,-5,,0.5\n" in template
    (judgements,) = panel(*read_sheets([text(tmp_path / "Li.csv", template.replace("0.5,\n", "0.5,1\n"))]))
    assert judgements.items == ("=A", "B")
    assert judgements.labels == {"=A": "=1+1", "B": "-5"}


def test_a_workbook_template_computes_the_judgements_below_the_diagonal(tmp_path: Path) -> None:
    path = tmp_path / "panel.xlsx"
    path.write_bytes(xlsx_template(JudgementTemplate(("A", "B", "C"), {"A": "=Energy"}, "en"), 2))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Expert 1", "Expert 2"]
    for sheet in book.worksheets:
        assert sheet["B3"].value == "=Energy"
        assert sheet["B3"].data_type == "s"
        assert sheet["C4"].value == '=IF(ISNUMBER(D3),1-D3,"")'
        assert sheet["D5"].value == '=IF(ISNUMBER(E4),1-E4,"")'
        (allowed,) = sheet.data_validations.dataValidation
        assert allowed.formula1 == '"0,0.5,1"'
        assert {str(cells) for cells in allowed.sqref.ranges} == {"D3:E3", "E4"}
        sheet["D3"], sheet["E3"], sheet["E4"] = 1, 0.5, 0
    book.save(path)
    first, two = panel(*read_sheets([path]))
    assert first.values == two.values
    assert [str(value) for value in first.values[2]] == ["1/2", "1", "1/2"]
