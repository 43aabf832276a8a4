"""What is wrong in a workbook is told by sheet and cell, with what to do, in templates of both languages."""

from __future__ import annotations

import contextlib
import datetime
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.contracts.errors import InputError
from rules.trail.evaluation import Evaluator
from service.batch.sources import opened_batch
from service.dossier.problems import DossierError
from service.workbook import guard
from service.workbook.forms import FIRST_ROW, Layout
from service.workbook.one import read_workbook
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import Filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from service.dossier.reading import Dossier

AS_OF = "2026-03-01"
FACTS = {"en": "Facts", "zh": "事实"}
BOTH = pytest.mark.parametrize("language", ["en", "zh"])


def filled(language: str = "en", layout: Layout = Layout.ONE) -> Filled:
    found = Filled(small_card(), layout, language)
    if layout is Layout.ONE:
        found.fill_one(small_subject())
    else:
        found.fill_many([small_subject()])
    return found


def read(path: Path) -> Dossier:
    return read_workbook(path, small_card(), as_of=AS_OF, settings={})


def problems(path: Path) -> list[str]:
    with pytest.raises(DossierError) as raised:
        read(path)
    return [problem.render("x.xlsx") for problem in raised.value.problems]


def with_value(book: Filled, fact: str, content: Any, number_format: str = "General") -> str:
    """Put a value into the row of a fact, and give the name of the cell."""
    cell = book.facts.cell(book.row("facts-one", fact), book.column("facts-one", "value"))
    cell.value, cell.number_format = content, number_format
    return cell.coordinate


CELLS: list[tuple[str, Any, str, str]] = [
    ("renewable_share", "about 80", "General", "the text 'about 80' is not a plain decimal"),
    ("renewable_share", "80 %", "General", "write the number alone, its unit is %"),
    ("renewable_share", "1,200", "General", "no thousands mark"),
    ("renewable_share", True, "General", "a number is wanted, but 'True' is a true or false"),
    (
        "renewable_share",
        datetime.date(2026, 1, 2),
        "yyyy-mm-dd",
        "a number is wanted, but '2026-01-02 00:00:00' is a date",
    ),
    ("renewable_share", "=1+2", "General", "a formula stands here; copy the cell and paste it as a value"),
    ("renewable_share", "#DIV/0!", "General", "the cell shows the error #DIV/0!"),
    ("renewable_share", 1 / 3, "General", "0.3333333333333333 is stored with 16 digits, more than the 15"),
    ("energy_used", 0.3, "0%", "the cell is formatted as a percentage, but this fact is in kWh"),
    ("certified", "perhaps", "@", "'perhaps' is not one of yes, no, true, false, 是, 否"),
    ("certified", "不适用", "@", "（不适用） says that it does not apply"),
    ("certified", 1, "General", "'1' is not one of yes, no"),
    ("status", "close", "@", "'close' is not one of open, closed; did you mean 'closed'?"),
    ("themes", "water; wast", "@", "'wast' is not one of water, waste; did you mean 'waste'?"),
    ("themes", 7, "General", "'7' is not one of water, waste"),
    ("themes", True, "General", "names separated by ; are wanted"),
    ("audited_on", 45292, "General", "'45292' is no date; format the cell as a date"),
    ("audited_on", datetime.datetime(2026, 1, 2, 13, 5), "yyyy-mm-dd", "has a time of day"),  # noqa: DTZ001
    ("remark", 12, "General", "'12' is stored as a number, so that zeros before it"),
    ("credits", "A-1", "@", "records are written on their own sheet"),
    ("report_year.first", None, "General", "is required"),
]


@BOTH
@pytest.mark.parametrize(("fact", "content", "number_format", "told"), CELLS)
def test_a_wrong_cell_is_named(
    language: str, fact: str, content: Any, number_format: str, told: str, tmp_path: Path
) -> None:
    book = filled(language)
    coordinate = with_value(book, fact, content, number_format)
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    if content is not None:
        assert line.startswith(f"x.xlsx: Sheet {FACTS[language]}, {coordinate}: facts.{fact}"), line
    assert told in line


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    book = filled()
    for fact, content in (("renewable_share", "much"), ("certified", "maybe"), ("audited_on", 3)):
        with_value(book, fact, content)
    book.put("evidence", FIRST_ROW, "assurance", "some")
    assert len(problems(book.save(tmp_path / "x.xlsx"))) == 4


@BOTH
def test_what_the_core_refuses_is_told_by_cell_too(language: str, tmp_path: Path) -> None:
    book = filled(language)
    coordinates = {with_value(book, "renewable_share", 120), with_value(book, "audited_on", "2026/3/1")}
    unit = book.facts.cell(book.row("facts-one", "serious_violations"), book.column("facts-one", "unit"))
    unit.value = None
    dossier = read(book.save(tmp_path / "x.xlsx"))
    evaluator = Evaluator(small_card(), "0" * 64, "scorecards/small-factory/versions/1.0.0")
    try:
        with pytest.raises(InputError) as raised:
            evaluator.evaluate(dossier.subject.model_copy(update={"known": "2026-03-01T00:00:00Z"}), bytes(32))
    finally:
        evaluator.close()
    lines = [problem.render("x.xlsx") for problem in dossier.located(raised.value).problems]
    places = {line.split(", ")[1].split(":")[0] for line in lines}
    assert places == coordinates | {unit.coordinate}
    assert all(f"Sheet {FACTS[language]}" in line for line in lines)


def test_a_percentage_is_read_as_it_shows_and_that_is_said(tmp_path: Path) -> None:
    book = filled()
    coordinate = with_value(book, "renewable_share", 0.299, "0.0%")
    dossier = read(book.save(tmp_path / "x.xlsx"))
    share = next(fact.value for fact in dossier.subject.facts if fact.id == "renewable_share")
    assert share is not None
    assert (share.number, share.unit) == ("29.9", "%")
    (note,) = dossier.notes
    assert note.render("x.xlsx") == (
        f"x.xlsx: Sheet Facts, {coordinate}: facts.renewable_share: formatted as a percentage, so the stored 0.299 is "
        "read as it shows: 29.9 %"
    )


def test_a_percent_sign_in_quotes_of_the_format_changes_nothing(tmp_path: Path) -> None:
    book = filled()
    with_value(book, "renewable_share", 29.9, '0.0"%"')
    dossier = read(book.save(tmp_path / "x.xlsx"))
    share = next(fact.value for fact in dossier.subject.facts if fact.id == "renewable_share")
    assert share is not None
    assert share.number == "29.9"
    assert not dossier.notes


@pytest.mark.parametrize(
    ("stored", "read_as"), [(0.1, "0.1"), (1e15, "1000000000000000"), (1.5e-7, "0.00000015"), (-0.0, "0"), (85, "85")]
)
def test_a_number_is_the_shortest_decimal_of_its_bits(stored: float, read_as: str, tmp_path: Path) -> None:
    book = filled()
    with_value(book, "energy_used", stored)
    value = next(fact.value for fact in read(book.save(tmp_path / "x.xlsx")).subject.facts if fact.id == "energy_used")
    assert value is not None
    assert value.number == read_as


@BOTH
def test_words_of_either_language_and_ids_are_read(language: str, tmp_path: Path) -> None:
    book = filled(language)
    for fact, content in (
        ("certified", "否"),
        ("status", "CLOSED "),
        ("themes", "waste；water"),
        ("remark", "(不适用)"),
    ):
        with_value(book, fact, content)
    values = {fact.id: fact.value for fact in read(book.save(tmp_path / "x.xlsx")).subject.facts}
    assert values["certified"] is not None
    assert values["certified"].flag is False
    assert values["status"] is not None
    assert values["status"].choice == "closed"
    assert values["themes"] is not None
    assert values["themes"].choices == ("waste", "water")
    assert values["remark"] is not None
    assert values["remark"].not_applicable


@BOTH
def test_merged_cells_are_refused(language: str, tmp_path: Path) -> None:
    book = filled(language)
    book.facts.merge_cells("C5:C6")
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert line.startswith(f"x.xlsx: Sheet {FACTS[language]}, C5: the cells C5:C6 are merged; unmerge them")


def remove_facts(book: Filled) -> None:
    book.book.remove(book.facts)


def rename_column(book: Filled) -> None:
    book.page("evidence").cell(2, 2).value = "kid"


def misspell_fact(book: Filled) -> None:
    book.facts.cell(book.row("facts-one", "certified"), 1).value = "certifed"


def repeat_fact(book: Filled) -> None:
    book.facts.cell(book.row("facts-one", "certified"), 1).value = "status"


def drop_id(book: Filled) -> None:
    book.facts.cell(book.row("facts-one", "certified"), 1).value = None


def copy_sheet(book: Filled) -> None:
    book.book.copy_worksheet(book.page("evidence")).title = "Copy"


def other_card(book: Filled) -> None:
    book.put_setting("scorecard", "big-factory@1.0.0")


def both_none_and_records(book: Filled) -> None:
    with_value(book, "credits", "(none)")


def evidence_twice(book: Filled) -> None:
    for column in range(1, 6):
        book.page("evidence").cell(5, column).value = book.page("evidence").cell(4, column).value


def wrong_setting(book: Filled) -> None:
    book.put_setting("setting.reading", "loose")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (remove_facts, "x.xlsx: Facts: the sheet 'Facts' is missing; it bears 'touchstone facts-one' in its cell A1"),
        (rename_column, "x.xlsx: Sheet Evidence, B2: 'kid' is not a column of this sheet; did you mean 'kind'?"),
        (misspell_fact, "'certifed' is not a fact of the scorecard; did you mean 'certified'?"),
        (repeat_fact, "status: stands here a second time; the first is at Sheet Facts, A"),
        (drop_id, "the row has no id of a fact of the scorecard in its column 'id'"),
        (
            copy_sheet,
            "x.xlsx: Sheet Copy, A1: this sheet and the sheet 'Evidence' are both marked 'touchstone evidence'",
        ),
        (other_card, "the workbook was made for 'big-factory', but is to be evaluated under 'small-factory'"),
        (both_none_and_records, "says that there are no records, but some stand at Sheet credits, A4"),
        (
            evidence_twice,
            "evidence.meter: the evidence id 'meter' stands here a second time; the first is at Sheet Ev",
        ),
        (wrong_setting, "Sheet Settings, C6: setting.reading: 'loose' is not one of cascade, literal"),
    ],
)
def test_a_changed_form_is_refused(harm: Callable[[Filled], None], told: str, tmp_path: Path) -> None:
    book = filled()
    harm(book)
    assert any(told in line for line in problems(book.save(tmp_path / "x.xlsx")))


def test_a_workbook_of_the_other_layout_says_which_command_reads_it(tmp_path: Path) -> None:
    (line,) = problems(filled(layout=Layout.MANY).save(tmp_path / "x.xlsx"))
    assert (
        line
        == "x.xlsx: Sheet Facts, A1: this workbook is about many subjects; it is read by `touchstone evaluate-batch`"
    )


def test_a_template_of_an_older_version_is_read_with_a_note(tmp_path: Path) -> None:
    book = filled()
    book.put_setting("scorecard", "small-factory@0.9.0")
    (note,) = read(book.save(tmp_path / "x.xlsx")).notes
    assert note.description == "the workbook was made for version 0.9.0 and is read for version 1.0.0"


def test_sheets_may_be_renamed_and_columns_moved(tmp_path: Path) -> None:
    book = filled()
    page = book.facts
    page.title = "Ours"
    for row in page.iter_rows(min_row=2, max_col=6):
        row[2].value, row[5].value = row[5].value, row[2].value
    book.book.create_sheet("Scratch")["B7"] = "=1+1"
    assert read(book.save(tmp_path / "x.xlsx")).subject.facts


def test_an_empty_template_lacks_its_subject_only(tmp_path: Path) -> None:
    path = Filled(small_card(), Layout.ONE, "en").save(tmp_path / "x.xlsx")
    (line,) = problems(path)
    assert "Sheet Settings: subject: is required: a name of the form organizations/" in line


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def bomb(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/media.xml", "w") as part:
        for _ in range(80):
            part.write(bytes(1_000_000))


def doctype(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/extra.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>')


def damaged(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"][:200]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def other_package(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: write(path, b"a,b\n1,2\n"), "this is not an XLSX workbook"),
        (lambda path: write(path, b""), "this is not an XLSX workbook"),
        (lambda path: write(path, bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)), "workbook of Excel 97-2003 (.xls)"),
        (
            lambda path: write(path, bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")),
            "the workbook is encrypted; open it, remove its password",
        ),
        (other_package, "this is a packed file, but not an XLSX workbook"),
        (bomb, "'xl/media.xml' in the workbook unpacks to 80000000 bytes, beyond the limit"),
        (doctype, "'xl/extra.xml' in the workbook declares a document type"),
        (damaged, "the workbook is damaged ("),
    ],
)
def test_a_file_that_is_no_sound_workbook_is_refused(make: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    make(tmp_path / "x.xlsx")
    (line,) = problems(tmp_path / "x.xlsx")
    assert told in line


def test_a_hundred_thousand_rows_too_many_are_refused_at_once(tmp_path: Path) -> None:
    path = filled(layout=Layout.MANY).save(tmp_path / "x.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    (name,) = (
        name for name, content in parts.items() if b"touchstone facts-many" in content or name.endswith("sheet3.xml")
    )
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    rows = b"".join(row % (number, number) for number in range(5, 300_000))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    begun = time.monotonic()
    with pytest.raises(DossierError, match="has more than 200000 rows with content"):
        guard.scan(path)
    assert time.monotonic() - begun < 20


def test_too_many_subjects_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.workbook.many_sheets.MAXIMUM_SUBJECTS", 3)
    book = Filled(small_card(), Layout.MANY, "en")
    book.fill_many([small_subject().model_copy(update={"subject": f"organizations/a/subjects/s{n}"}) for n in range(4)])
    path = book.save(tmp_path / "x.xlsx")
    with (
        pytest.raises(DossierError, match="Sheet Facts, A7: there are more than 3 subjects"),
        opened_batch(path, small_card(), as_of=AS_OF, settings={}),
    ):
        pass


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_damaged_is_read_or_refused(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("damaged", numbered=True)
    path = filled().save(folder / "x.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: bytearray(package.read(name)) for name in package.namelist()}
    content = parts[data.draw(st.sampled_from(sorted(parts)))]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 20))] = data.draw(
            st.sampled_from((b"", b"9", b'"', b"<", b"-1"))
        )
        if not content:
            break
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, bytes(part))
    with contextlib.suppress(DossierError):
        read(path)
