"""Cells as people and spreadsheet programs leave them: read right, or refused by cell."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import in_language
from tests.support.filled_workbooks import BOTH, FACTS, filled, problems, read, with_value
from tests.support.workbooks import Filled


def value_of(path: Path, fact: str) -> DeclaredValue:
    value = next(one.value for one in read(path).subject.facts if one.id == fact)
    assert value is not None
    return value


def rewritten(path: Path, edit: Callable[[str, str], str]) -> Path:
    other = path.with_name(f"edited-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith((".xml", ".rels")):
                content = edit(part.filename, content.decode()).encode()
            new.writestr(part.filename, content)
    return other


def cell_as(book: Filled, coordinate: str, path: Path, xml: str) -> Path:
    """Save a workbook with the XML of one fact cell replaced."""
    number = book.book.sheetnames.index(book.facts.title) + 1
    pattern = re.compile(rf'<c r="{coordinate}"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)

    def edit(name: str, text: str) -> str:
        return pattern.sub(xml, text) if name == f"xl/worksheets/sheet{number}.xml" else text

    return rewritten(book.save(path), edit)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "stored",
    [
        '<c r="{0}"><f>1+2</f><v>3</v></c>',
        '<c r="{0}"><f t="shared" ref="{0}:{0}" si="0">1+2</f><v>3</v></c>',
        '<c r="{0}"><f t="shared" si="0"/><v>3</v></c>',
        '<c r="{0}"><f t="array" ref="{0}">SUM(1,2)</f><v>3</v></c>',
        '<c r="{0}" t="str"><f>"a"</f><v>a</v></c>',
        '<c r="{0}"><f/><v>3</v></c>',
    ],
)
@pytest.mark.parametrize("column", ["value", "unit", "evidence", "verified_value", "method", "id"])
def test_a_formula_of_any_kind_is_refused_at_its_cell(stored: str, column: str, tmp_path: Path) -> None:
    book = filled("zh")
    coordinate = book.facts.cell(book.row("facts-one", "energy_used"), book.column("facts-one", column)).coordinate
    book.facts[coordinate] = "x"
    lines = problems(cell_as(book, coordinate, tmp_path / "x.xlsx", stored.format(coordinate)))
    assert any(f"Sheet {FACTS['zh']}, {coordinate}: " in line for line in lines), lines


def test_an_array_formula_of_the_library_is_refused(tmp_path: Path) -> None:
    book = filled()
    coordinate = with_value(book, "energy_used", None)
    book.facts[coordinate] = ArrayFormula(coordinate, "=SUM(1,2)")
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert f"{coordinate}: facts.energy_used: The cell contains a formula" in line


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize("column", ["value", "verified_value", "unit"])
def test_merged_cells_are_refused_with_their_location(language: str, column: str, tmp_path: Path) -> None:
    book = filled(language)
    row = book.row("facts-one", "energy_used")
    first = book.facts.cell(row, book.column("facts-one", column))
    area = f"{first.coordinate}:{book.facts.cell(row + 1, book.column('facts-one', column)).coordinate}"
    book.facts.merge_cells(area)
    lines = problems(book.save(tmp_path / "x.xlsx"))
    assert any(f"{first.coordinate}: The cells {area} are merged" in line for line in lines)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("fact", "content", "number_format", "kind", "expected"),
    [
        ("renewable_share", "85.50", "@", "number", "85.50"),
        ("renewable_share", " 85.5\u00a0", "@", "number", "85.5"),
        ("renewable_share", 0.855, "0.00%", "number", "85.5"),
        ("energy_used", 1234.5, "#,##0", "number", "1234.5"),
        ("energy_used", 1234.5, "0.00E+00", "number", "1234.5"),
        ("audited_on", "2026-01-02 ", "@", "date", "2026-01-02"),
        ("audited_on", datetime.date(2026, 1, 2), "dd.mm.yyyy", "date", "2026-01-02"),
        ("audited_on", datetime.date(2026, 1, 2), 'yyyy"年"m"月"d"日"', "date", "2026-01-02"),
        ("audited_on", 46024, "yyyy-mm-dd", "date", "2026-01-02"),
        ("remark", "  a word \u3000", "@", "text", "a word"),
        ("remark", "0012", "@", "text", "0012"),
        ("status", " closed\t", "@", "choice", "closed"),
        ("certified", " 是 ", "@", "flag", True),
        ("themes", "water ; ； waste ;", "@", "choices", ("water", "waste")),
    ],
)
def test_formats_and_blanks_do_not_change_the_value(
    fact: str, content: Any, number_format: str, kind: str, expected: Any, tmp_path: Path
) -> None:
    book = filled()
    with_value(book, fact, content, number_format)
    assert getattr(value_of(book.save(tmp_path / "x.xlsx"), fact), kind) == expected


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("content", [45, 45.5])
def test_a_number_that_shows_as_a_date_is_refused(content: float, tmp_path: Path) -> None:
    book = filled()
    coordinate = with_value(book, "renewable_share", content, "yyyy-mm-dd")
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert f"{coordinate}: facts.renewable_share: A number is required" in line


@pytest.mark.full(sample=5)
@BOTH
def test_blanks_around_names_and_ids_are_not_seen(language: str, tmp_path: Path) -> None:
    book = filled(language)
    plain = read(book.save(tmp_path / "x.xlsx")).subject
    for page in book.book.worksheets:
        for row in page.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str) and not cell.value.startswith("="):
                    cell.value, cell.data_type = f" {cell.value}\u00a0", "s"
    assert read(book.save(tmp_path / "y.xlsx")).subject == plain


@pytest.mark.full(sample=5)
@BOTH
def test_hidden_rows_and_columns_and_filters_are_read_like_all_others(language: str, tmp_path: Path) -> None:
    book = filled(language)
    plain = read(book.save(tmp_path / "x.xlsx")).subject
    for row in range(5, book.facts.max_row, 2):
        book.facts.row_dimensions[row].hidden = True
    book.facts.column_dimensions["E"].hidden = True
    book.facts.auto_filter.ref = f"A3:M{book.facts.max_row}"
    book.facts.column_dimensions["G"].hidden = True
    book.facts.row_dimensions[2].hidden = True  # above the ids
    book.facts.row_dimensions[900].hidden = True  # without content
    book.page("evidence").sheet_state = "hidden"
    dossier = read(book.save(tmp_path / "y.xlsx"))
    assert dossier.subject == plain
    facts, evidence = book.facts.title, book.page("evidence").title
    said = {in_language(note.render("y.xlsx", "en"), "en") for note in dossier.notes if note.reason == "HIDDEN"}
    assert (
        f"y.xlsx: Sheet {evidence}: This sheet is hidden, but its cells are read like all others. "
        "Show the sheet and check its content, or delete it."
    ) in said
    (rows,) = (text for text in said if "Hidden rows are read like all others:" in text)
    assert rows.startswith(f"y.xlsx: Sheet {facts}: Hidden rows are read like all others: 5, 7, 9, ")
    (columns,) = (text for text in said if "Hidden columns are read like all others:" in text)
    assert columns.startswith(f"y.xlsx: Sheet {facts}: Hidden columns are read like all others: E, G.")
    assert "隐藏的列照常读取：E、G。" in "".join(note.render("y.xlsx", "zh") for note in dossier.notes)


@pytest.mark.full(sample=5)
@BOTH
def test_every_sheet_may_be_renamed(language: str, tmp_path: Path) -> None:
    book = filled(language)
    plain = read(book.save(tmp_path / "x.xlsx")).subject
    for number, page in enumerate(book.book.worksheets):
        page.title = f"表 {number}"
    assert read(book.save(tmp_path / "y.xlsx")).subject == plain


def as_wps(name: str, text: str) -> str:
    """Write a part as WPS does: inline and rich strings, parts named from the root, tags with a prefix of their own."""
    if name == "xl/_rels/workbook.xml.rels":
        return re.sub(r'Target="/?(?:xl/)?', 'Target="/xl/', text)
    if name == "xl/sharedStrings.xml":
        return re.sub(r"<si><t([^>]*)>(.*?)</t></si>", r'<si><r><rPr><sz val="11"/></rPr><t\1>\2</t></r></si>', text)
    if name.startswith("xl/worksheets/sheet"):
        text = re.sub(r'<row r="(\d+)"', r'<row r="\1" spans="1:20" hidden="0"', text)
        return text.replace("</worksheet>", '<extLst><ext uri="{WPS}"/></extLst></worksheet>')
    return text


@pytest.mark.full(sample=5)
@BOTH
def test_a_workbook_written_by_wps_is_read(language: str, tmp_path: Path) -> None:
    path = filled(language).save(tmp_path / "x.xlsx")
    assert read(rewritten(path, as_wps)).subject == read(path).subject


def test_a_date_is_read_identically_in_both_date_systems(tmp_path: Path) -> None:
    book = filled()
    path = book.save(tmp_path / "x.xlsx")
    plain = value_of(path, "audited_on").date
    assert plain is not None
    later = datetime.date.fromisoformat(plain) + datetime.timedelta(days=1462)

    def edit(name: str, text: str) -> str:
        return text.replace("<workbookPr", '<workbookPr date1904="1"', 1) if name == "xl/workbook.xml" else text

    assert value_of(rewritten(path, edit), "audited_on").date == later.isoformat()
