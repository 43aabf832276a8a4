"""Export of stored rows as CSV, XLSX or Parquet, with formula-like texts escaped."""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from rules.contracts import InputError, error_message, message_factory
from service.base.resource_names import parse_organization
from service.bulk.command_handlers import words
from service.bulk.table_writers import write_parquet
from service.gazette.versions import CardResolver, Gazette
from service.output.erasure_notices import left_out_document, left_out_message
from service.output.tables import separated_cells, sheet_cells
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.evaluation_lines import print_left_out
from service.store import reporting_views
from service.store.database import resolve_store_url
from service.store.listing_query import read_listing
from service.store.outcome_projection import omitted_evaluations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from service.store.reporting_views import View

    Rows = Iterable[tuple[Any, ...]]
    Writer = Callable[[Path, View, Rows], int]

_message = message_factory(__name__)

_VIEWS = {
    "evaluations": reporting_views.EVALUATIONS,
    "standings": reporting_views.STANDINGS,
    "criteria": reporting_views.CRITERIA,
    "gates": reporting_views.GATES,
    "findings": reporting_views.FINDINGS,
    "records": reporting_views.RECORDS,
    "archive-findings": reporting_views.ARCHIVE_FINDINGS,
}
_MOST_ROWS = 1_048_575


def export(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    organization: str, what: str, filter: str, out: Path, database_url: str | None, gazette: Path, language: str
) -> CommandResult:
    """Export an organisation's stored results as one table."""
    url = resolve_store_url(database_url)
    listing = read_listing(parse_organization(organization, field="ORGANIZATION"), filter_text=filter, order_by="")
    write, view = writer_for(out), _VIEWS[what]
    with reporting_views.open_archive(url, CardResolver(Gazette(gazette))) as archive:
        if not archive.knows(listing.organization):
            raise InputError.of("ORGANIZATION", _message("NOTHING_STORED", name=organization), "NOT_FOUND")
        count = write_table(out, view, archive.rows(view, listing), write)
        lacking = left_out_message(omitted_evaluations(archive.connection, listing.organization))
    document = {"organization": organization, "view": view.name, "rows": count, "out": str(out)}
    message = words(language)["exported"].format(count=count, view=view.name, path=out)
    return CommandResult(message, print_left_out(lacking, language), {**document, **left_out_document(lacking)})


def writer_for(path: Path) -> Writer:
    """Return the writer for a file suffix, or raise InputError."""
    match path.suffix.lower():
        case ".csv":
            return _write_csv
        case ".xlsx":
            return _write_xlsx
        case ".parquet":
            import_module("polars")  # refused before anything is read
            return write_parquet
    raise _refused(_message("NO_TABLE_FORM", path=path))


def write_table(path: Path, view: View, rows: Rows, write: Writer) -> int:
    """Write rows and return their number; an existing file is replaced only on success."""
    try:
        with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as staging:
            written = Path(staging) / path.name
            count = write(written, view, rows)
            written.replace(path)
    except OSError as error:
        raise _refused(_message("TABLE_UNWRITABLE", path=path, problem=error_message(error))) from error
    return count


def _write_csv(path: Path, view: View, rows: Rows) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)  # CRLF line ends (RFC 4180), so texts with CR or LF are quoted
        writer.writerow(view.columns)
        for row in rows:
            writer.writerow(separated_cells(row))
            count += 1
    return count


def _write_xlsx(path: Path, view: View, rows: Rows) -> int:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(view.name)
    sheet.append(view.columns)
    count = 0
    try:
        for count, row in enumerate(rows, 1):
            if count > _MOST_ROWS:
                raise _refused(_message("SHEET_FULL", most=_MOST_ROWS))
            sheet.append(sheet_cells(sheet, row))
    except BaseException:
        sheet.close()
        raise
    book.save(path)
    return count


def _refused(description: str) -> InputError:
    return InputError.of("--out", description, "WRONG_VALUE")
