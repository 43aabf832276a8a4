"""What do the `tables` commands show, and which edition do they mean?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from rules.contracts.typesetting import typeset
from service.answering.terminal.output import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model.table_diff import Change, TableDifference
    from rules.model.tables import Manifest, Row, Table
    from service.gazette.tables import Shelf


_say = speaker(__name__)

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


def list_text(editions: Sequence[Manifest], language: str) -> str:
    """List editions, one on a line."""
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.words import span, words  # noqa: PLC0415 -- likewise

    spoken = words(language)
    own = spoken["tables"]
    if not editions:
        return str(own["none"])
    rows = [
        (
            edition.name,
            edition.edition,
            span(edition.first_date, edition.last_date, language),
            str(edition.known_from),
            str(edition.rows),
            own["complete" if edition.complete else "incomplete"],
            spoken["certainties"][edition.certainty.value],
            ", ".join(edition.predecessors),
        )
        for edition in editions
    ]
    return columns_text(tuple(own["heads"]), rows)


def show_text(table: Table, language: str) -> str:
    """Show what an edition says about itself, then its rows as CSV."""
    from rules.model.table_form import file_stems, rows_bytes  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.columns import padded  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import span, words  # noqa: PLC0415 -- likewise

    manifest = table.manifest
    rows_stem, manifest_stem = file_stems(table)
    spoken = words(language)
    own, joins = spoken["tables"], spoken["joins"]
    coverage = manifest.coverage.get(language, "")
    rows = [
        ("valid", span(manifest.first_date, manifest.last_date, language)),
        ("known_from", str(manifest.known_from)),
        ("certainty", spoken["certainties"][manifest.certainty.value]),
        ("coverage", coverage if manifest.complete else own["not_complete"].format(coverage=coverage)),
        *(("source", " ".join((one.instrument, one.clause, one.workbook)).strip()) for one in manifest.sources),
        *(("supersedes", edition) for edition in manifest.predecessors),
        *(
            ("gap", joins["pair"].format(name=_pairs(gap.keys.items()), value=gap.reason.get(language, "")))
            for gap in manifest.gaps
        ),
        *(
            (
                "correction",
                own["corrected"].format(place=one.place, was=one.was, now=one.now, reason=one.reason.get(language, "")),
            )
            for one in manifest.corrections
        ),
        ("files", f"{rows_stem}.csv, {manifest_stem}.json"),
    ]
    title = manifest.title.get(language, manifest.title.get("en", ""))
    lines = [
        typeset(joins["pair"].format(name=table.name, value=title), language),
        *(f"{padded(own['of'][name], 11)} {typeset(text, language)}" for name, text in rows),
        "",
        rows_bytes(manifest, table.rows).decode("ascii").rstrip("\n"),
    ]
    return "\n".join(lines)


def difference_text(old: Table, new: Table, difference: TableDifference, language: str, *, limit: int) -> str:
    """Say what differs, one row or cell on a line; at most `limit` of each kind, all of them if it is 0."""
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help

    added, removed, changed = (len(part) for part in (difference.added, difference.removed, difference.changed))
    spoken = words(language)
    own = spoken["tables"]
    count = own["same"] if difference.same else own["counts"].format(added=added, removed=removed, changed=changed)
    lines = [spoken["joins"]["pair"].format(name=f"{old.name} → {new.name}", value=count)]
    lines.extend(f"+ {own['column'].format(column=column)}" for column in difference.added_columns)
    lines.extend(f"- {own['column'].format(column=column)}" for column in difference.removed_columns)
    parts = (
        (own["more_added"], [f"+ {_row_text(new, row, own)}" for row in difference.added]),
        (own["more_removed"], [f"- {_row_text(old, row, own)}" for row in difference.removed]),
        (own["more_changed"], [f"~ {_change_text(new, change, own)}" for change in difference.changed]),
    )
    for more, told in parts:
        lines.extend(_cut(told, limit, more))
    return "\n".join(lines)


def _cut(lines: list[str], limit: int, more: str) -> list[str]:
    if not limit or len(lines) <= limit:
        return lines
    return [*lines[:limit], f"  {more.format(count=len(lines) - limit)}"]


def _keys(table: Table, row: Row) -> dict[str, str]:
    return {key.id: cell for key, cell in zip(table.manifest.keys, row, strict=False)}


def _row_text(table: Table, row: Row, own: Mapping[str, str]) -> str:
    count = len(table.manifest.keys)
    values = zip(table.manifest.columns[count:], row[count:], strict=True)
    shown = _pairs((column, cell or own["unknown"]) for column, cell in values)
    return f"{_pairs(_keys(table, row).items())}: {shown}"


def _change_text(table: Table, change: Change, own: Mapping[str, str]) -> str:
    keys = _pairs(_keys(table, change.keys).items())
    return f"{keys}: {change.column} {change.old or own['unknown']} → {change.new or own['unknown']}"


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
            raise InputError((Violation("known", _say("KNOWN_NEEDS_AS_OF"), "MISSING"),))
        return shelf.newest(table)
    return shelf.valid(table, as_of=_day("as-of", as_of), known=date.max if known is None else _day("known", known))


def _day(field: str, text: str) -> date:
    from rules.contracts.dates import DateError, parse_date  # noqa: PLC0415 -- not for the help

    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(field, words_of(error), "MALFORMED"),)) from None
