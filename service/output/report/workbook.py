"""Report as a workbook, with a sheet per table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from io import BytesIO
from operator import getitem
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from openpyxl import Workbook
from openpyxl.cell.cell import TYPE_STRING
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from rules.contracts import typeset
from service.output.tables import print_landscape, replace_illegal_characters, sheet_title, without_timestamps

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from service.output.report.html_report import EvaluationReport

Parts = dict[str, Any]
Rows = Sequence[Sequence[object]]

_SHEETS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "rules": (
        "rules",
        {"groups.rule": "id+name", "groups.verdict": "verdict", "answer": "answer", "found": "sentence remedy"},
    ),
    "gates": ("gates", {"gate": "id+name", "answer": "answer", "required": "clauses codes"}),
    "lost": ("losses", {"lost_points": "lost", "found": "sentence codes", "to_next": "to_next"}),
    "findings": (
        "findings",
        {"finding": "name id", "severity_title": "severity", "answer": "answer", "close_within": "close_within"},
    ),
    "missing": ("missing", {"fact": "name", "why": "reason", "leaves_open": "criteria"}),
    "verified": (
        "verified",
        {
            "fact": "name",
            "declared_value": "declared",
            "judgement": "judgement",
            "verified_value": "counts",
            "method": "method reason",
            "person": "person date",
        },
    ),
    "evidence": (
        "evidence",
        {
            "evidence": "id kind",
            "issuer": "issuer",
            "dates": "dates",
            "locator": "uri page cell quote",
            "used_for": "used_for",
            "digest_word": "digest",
        },
    ),
    "standing": ("standing.bases", {"basis": "number", "instrument": "place note", "certainty_title": "certainty"}),
    "proof": ("checks", {"check_number": "number", "check": "name", "result": "result"}),
}
"""Page part by sheet, and row fields by column title; a space starts a new line, "+" joins fields."""
_POINT_HEADS = ("indicator", "level_title", "maximum_points", "points", "lost_points")
_NUMBER = re.compile(r"-?[0-9]+(?:\.([0-9]+))?")
_MAX_CELL_LENGTH = 32_767
_FIRST_COLUMN_WIDTH, _COLUMN_WIDTH = 28, 44


def render_workbook(report: EvaluationReport) -> bytes:
    """Return the workbook; equal reports yield equal bytes."""
    parts, book = report.parts(), Workbook()
    book.remove(book.worksheets[0])
    for title, rows in _tables(parts):
        if rows:
            _fill(book.create_sheet(sheet_title(title, book.sheetnames)), rows, report)
    content = BytesIO()
    book.save(content)
    return without_timestamps(content.getvalue())


def _tables(parts: Parts) -> Iterator[tuple[str, Rows]]:
    yield _word(parts, "conclusion"), [[_word(parts, "report"), parts["head"]["title"]], *_summary_rows(parts)]
    yield _table(parts, "sections", _POINT_HEADS, _points(parts))
    for table in parts["conclusion"]["record_results"]:
        of_records = [[row["key"], *row["figures"]] for row in table["rows"]]
        yield table["list"], [[table["list"], *table["heads"]], *of_records]
    for title, (part, columns) in _SHEETS.items():
        rows = ([_fields(row, names) for names in columns.values()] for row in _part(parts, part))
        yield _table(parts, title, columns, rows)
    title, improvements = parts["ways"]["next"]["title"], [*parts["ways"]["next"]["rows"], *parts["changes"]]
    lines = [title or _word(parts, "ways"), *improvements] if improvements else []
    yield _word(parts, "ways"), [[line] for line in lines]
    if parts["appendix"]:
        yield _table(parts, "trail", ("trail", "found", "answer", "why"), _steps(parts))


def _table(parts: Parts, title: str, heads: Iterable[str], rows: Iterable[Sequence[object]]) -> tuple[str, Rows]:
    content = list(rows)
    return _word(parts, title), [[_word(parts, head) for head in heads], *content] if content else []


def _steps(parts: Parts) -> Iterator[list[object]]:
    for step in (step for group in parts["trail"] for step in group["steps"]):
        clauses = [f"{clause['answer']} {clause['text']}" for clause in step["clauses"]]
        yield [step["id"], step["text"], step["answer"], clauses]


def _fields(row: Mapping[str, Any], names: str) -> list[object]:
    return [
        " ".join(str(row[key]) for key in column.split("+")) if "+" in column else row[column]
        for column in names.split()
    ]


def _summary_rows(parts: Parts) -> Iterator[Sequence[object]]:
    record, conclusion, certainty = parts["record"], parts["conclusion"], parts["standing"]
    yield ["", parts["decided"]]
    yield ["", "" if parts["issued"] else [_word(parts, "draft"), _word(parts, "draft_note")]]
    yield from ([row["label"], row["value"]] for row in parts["particulars"])
    yield [_word(parts, "subject"), record.subject]
    yield from ([row["label"], row["value"]] for row in parts["described"])
    yield [_word(parts, "criteria"), parts["criteria"]]
    yield [_word(parts, "version"), record.scorecard_version]
    yield [_word(parts, "as_of"), record.as_of_date]
    yield [_word(parts, "known"), record.known_time]
    for setting in parts["head"]["settings"]:
        yield [setting["name"], setting["choice"] or _word(parts, "settings_open")]
    yield [_word(parts, "assurance_title"), parts["assurance"] or _word(parts, "assurance_none")]
    yield [_word(parts, "evaluation"), parts["name"]]
    yield [_word(parts, "made_by.title"), parts["made_by"]]
    yield [_word(parts, "record_digest"), parts["record_digest"]]
    yield from ([_word(parts, "findings"), text] for text in (parts["double_use"] or {}).get("sentences", ()))
    for part in ("kind", "grade", "verdict", "stage", "score", "declared"):
        yield [_word(parts, "conclusion"), conclusion[part]]
    yield from ([result["label"], result["figure"]] for result in conclusion["results"])
    yield from ([other["settings"], other["grade"]] for other in conclusion["alternatives"])
    yield [_word(parts, "certainty_title"), certainty["certainty"]]
    yield from ([_word(parts, "not_assessed_title"), text] for text in certainty["not_assessed"])
    yield ["", [_word(parts, "notice"), _word(parts, "responsibility")]]


def _points(parts: Parts) -> Iterator[list[object]]:
    for section in parts["scoring"]:
        yield [section["name"], "", section["maximum"], section["got"], section["lost"]]
        for indicator in section["indicators"]:
            yield [
                f"{indicator['id']} {indicator['name']}",
                indicator["reached"],
                indicator["maximum"],
                indicator["got"],
                indicator["lost"],
            ]
    if (total := parts["total"]) is not None:
        yield [_word(parts, "total"), "", total["maximum"], total["got"], total["lost"]]


def _word(parts: Parts, key: str) -> str:
    return str(_part(parts["w"], key))


def _part(parts: Parts, path: str) -> Any:
    return reduce(getitem, path.split("."), parts)


def _fill(sheet: Worksheet, rows: Rows, report: EvaluationReport) -> None:
    row_number = 0
    for row in rows:
        texts = [_text(value, report.language) for value in row]
        if not any(texts[1:]) and len(texts) == 2:
            continue
        row_number += 1
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row_number, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row_number > 1 and (number := _NUMBER.fullmatch(text)) is not None:
                cell.value, cell.number_format = Decimal(text), "0." + "0" * len(number[1]) if number[1] else "0"
                continue
            cell.value, cell.data_type = text, TYPE_STRING  # otherwise a leading = starts a formula
            cell.font = Font(bold=row_number == 1)
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _FIRST_COLUMN_WIDTH if column == 1 else _COLUMN_WIDTH
    sheet.freeze_panes = "A2"
    print_landscape(sheet)
    footing = f"{report.record.scorecard_version} {report.record_digest}"
    for part, text in ((sheet.oddHeader, report.mark), (sheet.oddFooter, footing)):
        if part is not None and text:
            part.center.text = text


def _text(value: object, language: str) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, (_text(item, language) for item in value)))[:_MAX_CELL_LENGTH]
    plain = value.striptags() if isinstance(value, Markup) else "" if value is None else str(value)
    return typeset(replace_illegal_characters(plain), language)[:_MAX_CELL_LENGTH]
