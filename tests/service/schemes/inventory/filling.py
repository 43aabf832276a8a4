"""Inventory workbook filled from a dossier, cell by cell."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from rules.contracts.inputs import DeclaredValue
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.workbook.sheet_layout import ID_ROW
from service.schemes.inventory.command_handlers import template_workbook
from service.schemes.inventory.workbook_form import InventoryForm

SAMPLE = CHECKOUT / "examples" / "inventory" / "company.yaml"
SUBJECT = "organizations/example/subjects/inventory"
_FIRST_ROW = 4


def filled(path: Path, language: str = "en") -> Workbook:
    """Write the sample workbook to `path` and return it for changes."""
    path.write_bytes(_sample(language))
    return load_workbook(path)


@cache
def _sample(language: str) -> bytes:
    form = InventoryForm(Gazette(CHECKOUT / "scorecards"))
    book = load_workbook(BytesIO(template_workbook(form, SUBJECT, language)))
    subject = read_dossier(SAMPLE.read_bytes(), form.scorecard, as_of="2027-03-01", settings={}).subject
    for fact in subject.facts:
        value = fact.value
        assert value is not None
        if value.period is not None:
            put(book, f"{fact.id}.first", value.period.first)
            put(book, f"{fact.id}.last", value.period.last)
        elif value.records:
            for row, record in enumerate(value.records, _FIRST_ROW):
                for field, field_value in record.items():
                    put_field(book, fact.id, row, field, written(field_value))
        else:
            put(book, fact.id, written(value))
            put(book, fact.id, "; ".join(value.evidence) or None, "evidence")
    for row, paper in enumerate(subject.evidence, _FIRST_ROW):
        put_at(book, "evidence", row, "evidence_id", paper.id)
        for field in ("kind", "issuer", "digest", "issue_date"):
            put_at(book, "evidence", row, field, getattr(paper, field))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def written(value: DeclaredValue) -> Any:
    if value.number is not None:
        return float(value.number)
    if value.flag is not None:
        return "yes" if value.flag else "no"
    if value.choices is not None:
        return "; ".join(value.choices) or "(none)"
    if value.records is not None:
        return "(none)"
    return value.choice or value.date or value.text


def put(book: Workbook, id: str, value: Any, column: str = "value") -> str:
    """Fill the cell of a fact, and name it."""
    page = sheet(book, "facts-one")
    at = columns(page)[column]
    row = next(row for row in range(_FIRST_ROW, page.max_row + 1) if page.cell(row, 1).value == id)
    cell = page.cell(row, at)
    cell.value = value
    return f"Sheet {page.title}, {cell.coordinate}"


def put_field(book: Workbook, fact: str, row: int, field: str, value: Any) -> str:
    """Fill a cell of a list, and name it."""
    return put_at(book, f"records {fact}", row, field, value)


def put_at(book: Workbook, mark: str, row: int, field: str, value: Any) -> str:
    """Fill a cell of a sheet, and name it."""
    page = sheet(book, mark)
    cell = page.cell(row, columns(page)[field])
    cell.value = value
    return f"Sheet {page.title}, {cell.coordinate}"


def sheet(book: Workbook, mark: str) -> Any:
    return next(page for page in book.worksheets if page["A1"].value == f"touchstone {mark}")


def columns(page: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in page[ID_ROW] if cell.value}
