"""Columns and sheets that a workbook need not have."""

from __future__ import annotations

from service.input.workbook.sheet_layout import PLACE_COLUMNS, VERIFICATION_COLUMNS, Layout
from tests.service.input.workbook.test_workbook_round_trip import read_many, read_one
from tests.support.filled_workbooks import filled


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
