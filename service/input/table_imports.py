"""Import of reference tables: an edition from a workbook or CSV file, with its manifest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rules.contracts import InputError, Violation, digest, error_message, message_factory
from rules.model import Correction, Manifest, PlacedRow, Table, seal_table
from service.input.cells import CellProblems, Column, Header, read_header
from service.input.tabular.cell_texts import TextSheet
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.placed_errors import REQUIRED, WHOLE_FILE, FilePosition, PlacedError, quote_value
from service.input.tree.strict_json import read_json

_say = message_factory(__name__)

NOTHING = _say("NOTHING")
_SEARCHED = 15
"""In so many rows of a sheet its header is looked for."""


def find_header(sheet: TextSheet, columns: Sequence[Column], problems: CellProblems) -> Header | None:
    """Find the row that names the columns; None if there is none, or it is wrong.

    The notes on the sheet are added to the notes of the import.
    """
    for note in sheet.notes:
        problems.note(_say("OF_SHEET", sheet=sheet.named, note=note.description))
    best, most = None, 1
    for row in sheet.rows:
        count = sum(any(column.heads(text) for text in row.cells) for column in columns)
        if row.number <= _SEARCHED and count > most:
            best, most = row, count
    if best is None:
        headings = [quote_value(column.heading) for column in columns if column.required]
        problems.add(sheet.named, _say("NO_HEADER", rows=_SEARCHED, headings=headings), "NO_HEADER")
        return None
    number = best.number
    header = read_header(best, columns, problems, lambda place: sheet.cell_name(number, place), sheet.row_place(number))
    return header if header.is_sound else None


MAXIMUM_BYTES = 20_000_000
"""No file that is read is larger."""


@dataclass(frozen=True, slots=True)
class WorkbookFormat:
    """A kind of workbook: its name, what the manifests of its tables have in common, and how its sheets are read."""

    name: str
    draft: Mapping[str, Any]
    read: Callable[[Sequence[TextSheet], Collection[str], CellProblems], list[PlacedRow]]


@dataclass(frozen=True, slots=True)
class ImportedEdition:
    """The edition that was read, and what a person should look at although it was accepted."""

    table: Table
    notes: tuple[str, ...]


def read_draft_manifest(content: bytes) -> dict[str, Any]:
    """Read a manifest to be, as JSON.

    Raises:
        InputError: it is no JSON object.
    """
    try:
        document = read_json(content)
    except PlacedError as error:
        raise error.of_file("manifest") from None
    if not isinstance(document, dict):
        raise InputError((Violation("manifest", _say("MANIFEST_SHAPE"), "NOT_JSON"),))
    return document


def manifest_of(document: Mapping[str, Any], overrides: Mapping[str, object]) -> Manifest:
    """Make a manifest from a draft and what was given besides; the number and digest of rows are never taken over.

    Raises:
        InputError: a field is missing or wrong; all are named.
    """
    fields = {**document, **{key: value for key, value in overrides.items() if value is not None}}
    fields.pop("rows", None)
    fields.pop("content_digest", None)
    try:
        return Manifest.model_validate(fields)
    except ValidationError as error:
        wrong = [
            Violation(".".join(("manifest", *map(str, detail["loc"]))), _wrong(detail), "BAD_MANIFEST")
            for detail in error.errors()
        ]
        raise InputError(tuple(wrong)) from None


def _wrong(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return REQUIRED
    raised = detail.get("ctx", {}).get("error")
    return _say("REFUSED_FIELD", problem=error_message(raised) if isinstance(raised, ValueError) else detail["msg"])


def import_file(
    content: bytes, kind: WorkbookFormat | None, draft: Manifest, *, unknown: Sequence[str] = (), workbook: str = ""
) -> ImportedEdition:
    """Read a workbook of a kind, or CSV in our own form, as the rows of a draft manifest.

    `unknown` names rows of a workbook whose figures are recorded as unknown, each with a correction in the manifest;
    `workbook` is the name of the file.

    Raises:
        InputError: something in the file is wrong; each problem names sheet and cell, or line and column.
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
    """Read all cells of a workbook, formulas by the value that was saved with them; each text stands on one line."""
    from service.input.tabular.cell_texts import read_text_sheet  # noqa: PLC0415 -- likewise
    from service.input.tabular.xlsx_access import open_workbook  # noqa: PLC0415 -- the help names kinds of workbook alone

    try:
        with open_workbook(content, saved_values=True) as book:
            return tuple(_on_one_line(read_text_sheet(sheet)) for sheet in book)
    except PlacedError as error:
        raise error.of_cells(WHOLE_FILE) from None


def _on_one_line(sheet: TextSheet) -> TextSheet:
    """Let headings be the same wherever the Commission breaks their lines."""
    rows = (replace(row, cells=tuple(" ".join(cell.split()) for cell in row.cells)) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _recorded_unknown(name: str) -> Correction:
    reason = {
        "en": "The row contradicts itself in the workbook; its figures are recorded as unknown.",
        "zh": "该行在工作簿中自相矛盾, 其数值记为未知。",
    }
    return Correction(place=name, was="contradictory", now="unknown", reason=reason)


def _csv_rows(content: bytes, draft: Manifest) -> list[PlacedRow]:
    """Read CSV leniently in what carries no meaning: order of rows, quotes, line ends, a mark at the beginning.

    No cell is trimmed, and commas alone separate, for this is the form in which tables are published.
    """
    rows: list[PlacedRow] = []
    wrong: list[Violation] = []
    columns = draft.columns
    try:
        text = DelimitedText(content)
        records = text.records()
        first = next(records, None)
        header = () if first is None else tuple(text.values(first, ","))
        if header != columns:
            message = _say("OTHER_COLUMNS", found=header or (NOTHING,), columns=columns)
            raise InputError((Violation("line 1", message, "NOT_A_TABLE"),))
        for record in records:
            cells = tuple(text.values(record, ","))
            if len(cells) == len(columns):
                rows.append(PlacedRow(cells, tuple(f"line {record.line}, column {column}" for column in columns)))
            else:
                message = _say("CELL_COUNT", count=len(cells), needed=len(columns))
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
