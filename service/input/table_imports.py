"""Import of reference tables: an edition from a workbook or CSV file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rules.contracts import InputError, Violation, digest, field_problem, message_factory
from rules.model import Correction, Manifest, PlacedRow, Table, seal_table
from service.input.cells import CellProblems, Column, Header, read_header
from service.input.tabular.cell_texts import TextSheet
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.placed_errors import REQUIRED, WHOLE_FILE, FilePosition, PlacedError, quote_value
from service.input.tree.strict_json import read_json
from service.input.workbook_formats import WorkbookFormat

_message = message_factory(__name__)

NOTHING = _message("NOTHING")
_HEADER_SEARCH_ROWS = 15


def find_header(sheet: TextSheet, columns: Sequence[Column], problems: CellProblems) -> Header | None:
    """Return the header row, None after an error; add sheet notes to `problems`."""
    for note in sheet.notes:
        problems.note(_message("OF_SHEET", sheet=sheet.named, note=note.description))
    best, best_count = None, 1
    for row in sheet.rows:
        count = sum(any(column.heads(text) for text in row.cells) for column in columns)
        if row.number <= _HEADER_SEARCH_ROWS and count > best_count:
            best, best_count = row, count
    if best is None:
        headings = [quote_value(column.heading) for column in columns if column.required]
        problems.add(sheet.named, _message("NO_HEADER", rows=_HEADER_SEARCH_ROWS, headings=headings), "NO_HEADER")
        return None
    number = best.number
    header = read_header(best, columns, problems, lambda index: sheet.cell_name(number, index), sheet.row_place(number))
    return header if header.is_sound else None


MAXIMUM_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class ImportedEdition:
    """An imported edition, with accepted input that a person should check."""

    table: Table
    notes: tuple[str, ...]


def read_draft_manifest(content: bytes) -> dict[str, Any]:
    """Read a draft manifest from a JSON object.

    Raises:
        InputError: If the content is not a JSON object.
    """
    try:
        document = read_json(content)
    except PlacedError as error:
        raise error.of_file("manifest") from None
    if not isinstance(document, dict):
        raise InputError.of("manifest", _message("MANIFEST_SHAPE"), "NOT_JSON")
    return document


def manifest_of(document: Mapping[str, Any], overrides: Mapping[str, object]) -> Manifest:
    """Build a manifest from a draft and overrides; ignore None, row count and digest.

    Raises:
        InputError: If fields are invalid.
    """
    fields = {**document, **{key: value for key, value in overrides.items() if value is not None}}
    fields.pop("rows", None)
    fields.pop("content_digest", None)
    try:
        return Manifest.model_validate(fields)
    except ValidationError as error:
        wrong = [
            Violation(".".join(("manifest", *map(str, detail["loc"]))), _field_problem(detail), "BAD_MANIFEST")
            for detail in error.errors()
        ]
        raise InputError(tuple(wrong)) from None


def _field_problem(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return REQUIRED
    return _message("REFUSED_FIELD", problem=field_problem(detail))


def import_file(
    content: bytes, kind: WorkbookFormat | None, draft: Manifest, *, unknown: Sequence[str] = (), workbook: str = ""
) -> ImportedEdition:
    """Import a workbook, or published CSV if `kind` is None.

    Figures of `unknown` rows become unknown, with corrections in the manifest. `workbook` is the file name.

    Raises:
        InputError: If the file is invalid; problems are located.
    """
    if kind is None:
        return ImportedEdition(seal_table(draft, _csv_rows(content, draft)), ())
    problems = CellProblems()
    rows = kind.read(read_sheets(content), unknown, problems)
    problems.refuse_if_any()
    manifest = draft.model_copy(
        update={
            "sources": tuple(
                source.model_copy(update={"workbook": workbook, "workbook_digest": digest(content)})
                for source in draft.sources
            ),
            "corrections": (*draft.corrections, *(_recorded_unknown(name) for name in sorted(set(unknown)))),
        }
    )
    return ImportedEdition(seal_table(manifest, rows), tuple(problems.notes))


def read_sheets(content: bytes) -> tuple[TextSheet, ...]:
    """Read all cells of a workbook, formulas as saved values, without line breaks."""
    from service.input.tabular.cell_texts import read_text_sheet  # noqa: PLC0415 -- not needed for command help
    from service.input.tabular.xlsx_access import open_workbook  # noqa: PLC0415 -- not needed for command help, which only lists workbook formats

    try:
        with open_workbook(content, saved_values=True) as book:
            return tuple(_without_line_breaks(read_text_sheet(sheet)) for sheet in book)
    except PlacedError as error:
        raise error.of_cells(WHOLE_FILE) from None


def _without_line_breaks(sheet: TextSheet) -> TextSheet:
    """Remove line breaks, because they vary in the Commission's headings."""
    rows = (replace(row, cells=tuple(" ".join(cell.split()) for cell in row.cells)) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _recorded_unknown(name: str) -> Correction:
    reason = {
        "en": "The row contradicts itself in the workbook; its figures are recorded as unknown.",
        "zh": "该行在工作簿中自相矛盾, 其数值记为未知。",
    }
    return Correction(place=name, was="contradictory", now="unknown", reason=reason)


def _csv_rows(content: bytes, draft: Manifest) -> list[PlacedRow]:
    rows: list[PlacedRow] = []
    wrong: list[Violation] = []
    columns = draft.columns
    try:
        text = DelimitedText(content)
        records = text.records()
        first = next(records, None)
        header = () if first is None else tuple(text.values(first, ","))
        if header != columns:
            message = _message("OTHER_COLUMNS", found=header or (NOTHING,), columns=columns)
            raise InputError.of("line 1", message, "NOT_A_TABLE")
        for record in records:
            cells = tuple(text.values(record, ","))
            if len(cells) == len(columns):
                rows.append(PlacedRow(cells, tuple(f"line {record.line}, column {column}" for column in columns)))
            else:
                message = _message("CELL_COUNT", count=len(cells), needed=len(columns))
                wrong.append(Violation(FilePosition(record.line, 0).cell, message, "BAD_LINE"))
    except PlacedError as error:
        wrong = [
            Violation(
                FilePosition(problem.position.line, 0).cell if problem.position else WHOLE_FILE,
                problem.description,
                "NOT_A_TABLE",
            )
            for problem in error.problems
        ]
    if wrong:
        raise InputError(tuple(wrong))
    return rows
