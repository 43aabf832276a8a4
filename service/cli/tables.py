"""What do the `tables` commands show, and which edition do they mean?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from rules.contracts.canonical import Json
from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.model.table_form import file_stems, rows_bytes
from service.cli.output import Format, columns_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model.table_diff import Change, TableDifference
    from rules.model.tables import Manifest, Row, Table
    from service.tables import Shelf


JsonOption = Annotated[Format, typer.Option("--format", help="text for people, json for programs.")]
TableArgument = Annotated[
    str, typer.Argument(metavar="TABLE", help="A table (cbam-benchmarks), or one edition of it (TABLE@2026-02-06).")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The edition valid on this civil date, YYYY-MM-DD.")
]
KnownOption = Annotated[
    str | None, typer.Option("--known", metavar="DATE", help="As published by this day; with --as-of.")
]


def as_document(document: Json) -> str:
    """Write a document as JSON for programs and people."""
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"


def list_text(editions: Sequence[Manifest]) -> str:
    """List editions, one on a line."""
    if not editions:
        return "There are no reference tables."
    head = ("table", "edition", "valid", "known from", "rows", "complete", "certainty", "supersedes")
    rows = [
        (
            edition.name,
            edition.edition,
            f"{edition.first_date} to {edition.last_date or 'further notice'}",
            str(edition.known_from),
            str(edition.rows),
            "yes" if edition.complete else "no",
            edition.certainty.value,
            edition.supersedes or "",
        )
        for edition in editions
    ]
    return columns_text(head, rows)


def list_json(editions: Sequence[Manifest]) -> str:
    """List the manifests of editions."""
    return as_document({"editions": [edition.model_dump(mode="json", by_alias=True) for edition in editions]})


def show_text(table: Table, language: str) -> str:
    """Show what an edition says about itself, then its rows as CSV."""
    manifest = table.manifest
    rows_stem, manifest_stem = file_stems(table)
    lines = [
        f"{table.name}: {manifest.title.get(language, manifest.title.get('en', ''))}",
        f"valid       {manifest.first_date} to {manifest.last_date or 'further notice'}",
        f"known from  {manifest.known_from}",
        f"certainty   {manifest.certainty.value}",
        f"coverage    {manifest.coverage.get(language, '')}{'' if manifest.complete else ' (not complete)'}",
        *(f"source      {' '.join((one.instrument, one.clause, one.workbook)).strip()}" for one in manifest.sources),
        *(f"supersedes  {edition}" for edition in [manifest.supersedes] if edition),
        *(f"gap         {_pairs(gap.keys.items())}: {gap.reason.get(language, '')}" for gap in manifest.gaps),
        *(
            f"correction  {one.place}: {one.was} → {one.now}. {one.reason.get(language, '')}"
            for one in manifest.corrections
        ),
        f"files       {rows_stem}.csv, {manifest_stem}.json",
        "",
        rows_bytes(manifest, table.rows).decode("ascii").rstrip("\n"),
    ]
    return "\n".join(lines)


def show_json(table: Table) -> str:
    """Show the manifest and the rows of an edition."""
    document = _described(table)
    columns = table.manifest.columns
    document["rows"] = [dict(zip(columns, row, strict=True)) for row in table.rows]
    return as_document(document)


def difference_text(old: Table, new: Table, difference: TableDifference, *, limit: int) -> str:
    """Say what differs, one row or cell on a line; at most `limit` of each kind, all of them if it is 0."""
    added, removed, changed = (len(part) for part in (difference.added, difference.removed, difference.changed))
    count = f"{added} rows added, {removed} removed, {changed} cells changed"
    lines = [f"{old.name} → {new.name}: {'the same' if difference.same else count}"]
    lines.extend(f"+ column {column}" for column in difference.added_columns)
    lines.extend(f"- column {column}" for column in difference.removed_columns)
    lines.extend(_cut([f"+ {_row_text(new, row)}" for row in difference.added], limit, "rows added"))
    lines.extend(_cut([f"- {_row_text(old, row)}" for row in difference.removed], limit, "rows removed"))
    lines.extend(_cut([f"~ {_change_text(new, change)}" for change in difference.changed], limit, "cells changed"))
    return "\n".join(lines)


def difference_document(old: Table, new: Table, difference: TableDifference) -> dict[str, Json]:
    """Say what differs, for programs; every row and cell is there."""
    return {
        "old": _described(old),
        "new": _described(new),
        "added_columns": list(difference.added_columns),
        "removed_columns": list(difference.removed_columns),
        "added": [dict(zip(new.manifest.columns, row, strict=True)) for row in difference.added],
        "removed": [dict(zip(old.manifest.columns, row, strict=True)) for row in difference.removed],
        "changed": [
            {"keys": _keys(new, change.keys), "column": change.column, "old": change.old, "new": change.new}
            for change in difference.changed
        ],
    }


def _described(table: Table) -> dict[str, Json]:
    manifest: Json = table.manifest.model_dump(mode="json", by_alias=True)
    return {"manifest": manifest, "manifest_digest": table.manifest_digest}


def _cut(lines: list[str], limit: int, what: str) -> list[str]:
    if not limit or len(lines) <= limit:
        return lines
    return [*lines[:limit], f"  … and {len(lines) - limit} more {what}; --limit 0 shows all"]


def _keys(table: Table, row: Row) -> dict[str, str]:
    return {key.id: cell for key, cell in zip(table.manifest.keys, row, strict=False)}


def _row_text(table: Table, row: Row) -> str:
    count = len(table.manifest.keys)
    values = zip(table.manifest.columns[count:], row[count:], strict=True)
    return f"{_pairs(_keys(table, row).items())}: {_pairs((column, cell or 'unknown') for column, cell in values)}"


def _change_text(table: Table, change: Change) -> str:
    keys = _pairs(_keys(table, change.keys).items())
    return f"{keys}: {change.column} {change.old or 'unknown'} → {change.new or 'unknown'}"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{key} {word}" for key, word in pairs)


def find_table(shelf: Shelf, name: str, as_of: str | None, known: str | None) -> Table:
    """Find an edition: the one named, the one valid on a date as known on a day, else the newest.

    Raises:
        InputError: a date cannot be read, or the day is given without the date.
        VersionError: there is no such table or edition, or none was valid.
    """
    table, _, edition = name.partition("@")
    if edition:
        return shelf.table(table, edition)
    if as_of is None:
        if known is not None:
            raise InputError((Violation("known", "--known needs --as-of; give both", "MISSING"),))
        return shelf.newest(table)
    return shelf.valid(table, as_of=_day("as-of", as_of), known=date.max if known is None else _day("known", known))


def _day(field: str, text: str) -> date:
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(field, str(error), "MALFORMED"),)) from None
