"""Modified dossier workbooks: renamed or deleted sheets and columns accepted, broken layouts refused by cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from service.input.workbook.sheet_layout import PLACE_COLUMNS, VERIFICATION_COLUMNS, Layout
from tests.service.input.workbook.test_workbook_round_trip import read_many, read_one
from tests.support.filled_workbooks import BOTH, FACTS, filled, problems, read, with_value
from tests.support.small_card import small_card
from tests.support.workbooks import Filled


@BOTH
def test_merged_cells_are_refused(language: str, tmp_path: Path) -> None:
    book = filled(language)
    book.facts.merge_cells("C5:C6")
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert line.startswith(f"x.xlsx: Sheet {FACTS[language]}, C5: The cells C5:C6 are merged. Unmerge them")


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


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("harm", "expected_message"),
    [
        (remove_facts, "x.xlsx: Facts: The sheet 'Facts' is missing. Its cell A1 must contain 'touchstone facts-one'"),
        (rename_column, "x.xlsx: Sheet Evidence, B2: 'kid' is not a column of this table. Did you mean 'kind'?"),
        (misspell_fact, "'certifed' is not a fact of the scorecard. Did you mean 'certified'?"),
        (repeat_fact, "status: The id occurs a second time; the first is at Sheet Facts, A"),
        (drop_id, "The row has no id of a fact of the scorecard in the column 'id'"),
        (
            copy_sheet,
            "x.xlsx: Sheet Copy, A1: This sheet and the sheet 'Evidence' both have 'touchstone evidence'",
        ),
        (other_card, "The workbook was made for 'big-factory', but is being evaluated under 'small-factory'"),
        (both_none_and_records, "states that there are no records, but Sheet credits, A4 has a record"),
        (evidence_twice, "evidence.meter: The evidence id 'meter' occurs a second time; the first is at Sheet Ev"),
        (wrong_setting, "Sheet Settings, C6: setting.reading: 'loose' is not one of cascade, literal"),
    ],
)
def test_a_changed_form_is_refused(harm: Callable[[Filled], None], expected_message: str, tmp_path: Path) -> None:
    book = filled()
    harm(book)
    assert any(expected_message in line for line in problems(book.save(tmp_path / "x.xlsx")))


def test_a_workbook_of_the_other_layout_is_refused_with_the_correct_command(tmp_path: Path) -> None:
    (line,) = problems(filled(layout=Layout.MANY).save(tmp_path / "x.xlsx"))
    assert (
        line == "x.xlsx: Sheet Facts, A1: This workbook is about many subjects, so this command cannot read it. "
        "Use `touchstone batch evaluate` to read it."
    )


def test_a_template_of_an_older_version_is_read_with_a_note(tmp_path: Path) -> None:
    book = filled()
    book.put_setting("scorecard", "small-factory@0.9.0")
    (note,) = read(book.save(tmp_path / "x.xlsx")).notes
    assert note.description == (
        "The workbook was made for version 0.9.0 of the scorecard, but is read for version 1.0.0. "
        "Check that its facts are complete, or fill in a template of version 1.0.0."
    )


def test_sheets_may_be_renamed_and_columns_moved(tmp_path: Path) -> None:
    book = filled()
    page = book.facts
    page.title = "Ours"
    for row in page.iter_rows(min_row=2, max_col=6):
        row[2].value, row[5].value = row[5].value, row[2].value
    book.book.create_sheet("Scratch")["B7"] = "=1+1"
    assert read(book.save(tmp_path / "x.xlsx")).subject.facts


def test_an_empty_template_lacks_only_its_subject(tmp_path: Path) -> None:
    path = Filled(small_card(), Layout.ONE, "en").save(tmp_path / "x.xlsx")
    (line,) = problems(path)
    assert "Sheet Settings: subject: A value is required. Use a name of the form organizations/" in line


def test_columns_of_judgements_and_evidence_locations_may_be_deleted() -> None:
    book = filled()
    before = read_one(book)
    for id in (*VERIFICATION_COLUMNS, *PLACE_COLUMNS):
        book.facts.delete_cols(book.column("facts-one", id))
    assert read_one(book) == before


def test_sheets_of_judgements_and_evidence_locations_may_be_deleted() -> None:
    book = filled(layout=Layout.MANY)
    before = read_many(book)
    for mark in ("verification", "places"):
        book.book.remove(book.page(mark))
    assert read_many(book) == before
