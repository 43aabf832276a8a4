"""Handlers of reference tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rules.contracts import (
    InputError,
    Json,
    VersionError,
    Violation,
    format_exact,
    in_language,
    message_factory,
    typeset,
)
from rules.model import (
    CellChange,
    Certainty,
    CodeAnswer,
    ExhaustedLookup,
    LookupAnswer,
    LookupAttempt,
    LookupStep,
    Manifest,
    MissingAnswer,
    NumberAnswer,
    OutOfScopeAnswer,
    Row,
    Table,
    TableDifference,
    compare_tables,
    file_stems,
    look_up,
    rows_bytes,
)
from service.configuration.products import workbook_kinds
from service.gazette.tables import FOLDER, TableStore, write_edition
from service.input.given_files import read_file, read_text_file
from service.input.table_imports import (
    MAXIMUM_BYTES,
    ImportedEdition,
    import_file,
    manifest_of,
    read_draft_manifest,
)
from service.input.workbook_formats import WorkbookFormat
from service.output.mapping.requests import read_date
from service.output.terminal.columns import listing_text, pad_to_width
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.json_form import document_of
from service.output.terminal.streams import print_error
from service.output.terminal.words import period_text, requested_language, words

_message = message_factory(__name__)

_ANSWERS = {
    NumberAnswer: "NUMBER_FOUND",
    CodeAnswer: "CODE_FOUND",
    OutOfScopeAnswer: "OUT_OF_SCOPE",
    ExhaustedLookup: "LOOK_FURTHER",
    MissingAnswer: "MISSING",
}


def editions(gazette: Path, language: str) -> CommandResult:
    """List all editions."""
    manifests = TableStore(gazette / FOLDER).editions()
    return CommandResult(
        _list_text(manifests, language), document={"editions": list(map(_manifest_document, manifests))}
    )


def show(table: str, as_of: str | None, known: str | None, gazette: Path, language: str) -> CommandResult:
    """Show an edition and its rows."""
    edition = _find(TableStore(gazette / FOLDER), table, as_of, known)
    return CommandResult(
        _show_text(edition, language), document={**_edition_document(edition), "rows": document_of(edition.rows)}
    )


def compare(before: str, after: str, limit: int, gazette: Path, language: str) -> CommandResult:
    """Compare two editions."""
    table_store = TableStore(gazette / FOLDER)
    old, new = (_find(table_store, name, None, None) for name in (before, after))
    difference = compare_tables(old, new)
    document = _difference_document(old, new, difference)
    return CommandResult(_difference_text(old, new, difference, language, limit=limit), document=document)


def check(gazette: Path, language: str) -> CommandResult:
    """Check all table files against their digests."""
    count = TableStore(gazette / FOLDER).check()
    return CommandResult(words(language)["tables"]["as_published"].format(count=count), document={"editions": count})


def look_up_value(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    table: str,
    column: str,
    keys: Sequence[str],
    otherwise: Sequence[str],
    as_of: str | None,
    known: str | None,
    gazette: Path,
    language: str,
) -> CommandResult:
    """Return one looked-up value and every attempt."""
    chosen = _find(TableStore(gazette / FOLDER), table, as_of, known)
    columns = [value.id for value in chosen.manifest.values]
    if column not in columns:
        message = _message("NO_COLUMN", table=chosen.name, column=column, known=columns)
        raise InputError.of("column", message, "UNKNOWN_COLUMN")
    first = LookupAttempt(chosen, _parse_keys(chosen, keys))
    answer = look_up(column, [first, *(first.elsewhere(**_parse_keys(chosen, [pair])) for pair in otherwise)])
    is_no = isinstance(answer, ExhaustedLookup | MissingAnswer)
    return CommandResult(
        _lookup_text(answer, words(language)),
        is_no,
        _lookup_document(answer),
    )


def _find(table_store: TableStore, name: str, as_of: str | None, known: str | None) -> Table:
    table, _, edition = name.partition("@")
    if edition:
        return table_store.table(table, edition)
    if as_of is None:
        if known is not None:
            raise InputError.of("known", _message("KNOWN_NEEDS_AS_OF"), "MISSING")
        return table_store.newest(table)
    return table_store.valid(
        table, as_of=read_date(as_of, "as-of"), known=date.max if known is None else read_date(known, "known")
    )


def _parse_keys(table: Table, pairs: Sequence[str]) -> dict[str, str]:
    known = [key.id for key in table.manifest.keys]
    wrong = [pair for pair in pairs if pair.partition("=")[0] not in known or "=" not in pair]
    if wrong:
        raise InputError(tuple(Violation(pair, _message("KEY_WORD", known=known), "UNKNOWN_KEY") for pair in wrong))
    return {key: word for key, _, word in (pair.partition("=") for pair in pairs)}


def import_edition(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    file: Path,
    kind: str,
    manifest: Path | None,
    edition: str | None,
    known_from: str | None,
    first_date: str | None,
    certainty: str | None,
    supersedes: str | None,
    unknown: Sequence[str],
    write: bool,
    out: Path | None,
    limit: int,
    gazette: Path,
    format: str,
    language: str,
) -> CommandResult:
    """Import a file as a new edition; store it only with `out` or `write`."""
    table_store, workbook_format = TableStore(gazette / FOLDER), workbook_kinds().get(kind)
    options = {
        "edition": edition,
        "known_from": known_from,
        "first_date": first_date,
        "certainty": certainty,
        "supersedes": supersedes,
    }
    draft = manifest_of(_draft_manifest(table_store, workbook_format, manifest, options), options)
    content = read_file(file, most=MAXIMUM_BYTES)
    imported = import_file(content, workbook_format, draft, unknown=unknown, workbook=file.name)
    result = _import_result(imported, _previous_edition(table_store, imported.table), language, limit)
    paths = write_edition(out, imported.table) if out is not None else table_store.add(imported.table) if write else ()
    spoken = words(language)
    notes = (
        [] if format == "json" else [spoken["note"].format(note=in_language(note, language)) for note in imported.notes]
    )
    written = [spoken["tables"]["written"].format(path=path) for path in paths]
    for line in (*notes, *(written or [spoken["tables"]["nothing_written"]])):
        print_error(line)
    return result


def _draft_manifest(
    table_store: TableStore, kind: WorkbookFormat | None, manifest: Path | None, options: dict[str, str | None]
) -> dict[str, Any]:

    if manifest is not None:
        return read_draft_manifest(read_text_file(manifest, most=MAXIMUM_BYTES, allowed="JSON"))
    if kind is None:
        raise InputError.of("manifest", _message("CSV_NEEDS_MANIFEST"), "MISSING")
    common = kind.draft
    supersedes = options["supersedes"] or _newest_edition(table_store, common["name"], options["edition"])
    return {
        "certainty": Certainty.SECONDARY.value,
        "first_date": "2026-01-01",
        "complete": True,
        "supersedes": supersedes,
        **common,
    }


def _newest_edition(table_store: TableStore, name: str, edition: str | None) -> str | None:
    try:
        newest = table_store.newest(name).manifest
    except VersionError:
        return None
    return next(iter(newest.predecessors), None) if newest.edition == edition else newest.edition


def _previous_edition(table_store: TableStore, table: Table) -> Table | None:
    manifest = table.manifest
    try:
        if manifest.predecessors:
            return table_store.table(manifest.name, manifest.predecessors[0])
        newest = table_store.newest(manifest.name)
    except VersionError:
        return None
    return None if newest.manifest.edition == manifest.edition else newest


def _import_result(imported: ImportedEdition, before: Table | None, language: str, limit: int) -> CommandResult:
    table = imported.table
    document: dict[str, Json] = {"manifest": _manifest_document(table.manifest), "notes": [*imported.notes]}
    if before is None:
        text = words(language)["tables"]["first"].format(table=table.name, count=len(table.rows))
        return CommandResult(text, document=document | {"difference": None})
    difference = compare_tables(before, table)
    document["difference"] = _difference_document(before, table, difference)
    return CommandResult(_difference_text(before, table, difference, language, limit=limit), document=document)


def _list_text(editions: Sequence[Manifest], language: str) -> str:
    spoken = words(language)
    own = spoken["tables"]
    rows = [
        (
            edition.name,
            edition.edition,
            period_text(edition.first_date, edition.last_date, language),
            str(edition.known_from),
            str(edition.rows),
            own["complete" if edition.complete else "incomplete"],
            spoken["certainties"][edition.certainty.value],
            ", ".join(edition.predecessors),
        )
        for edition in editions
    ]
    return listing_text(own, rows)


def _show_text(table: Table, language: str) -> str:
    manifest = table.manifest
    rows_stem, manifest_stem = file_stems(table)
    spoken = words(language)
    own, joins = spoken["tables"], spoken["joins"]
    coverage = manifest.coverage.get(language, "")
    rows = [
        ("valid", period_text(manifest.first_date, manifest.last_date, language)),
        ("known_from", str(manifest.known_from)),
        ("certainty", spoken["certainties"][manifest.certainty.value]),
        ("coverage", coverage if manifest.complete else own["not_complete"].format(coverage=coverage)),
        *(
            ("source", " ".join((source.instrument, source.clause, source.workbook)).strip())
            for source in manifest.sources
        ),
        *(("supersedes", edition) for edition in manifest.predecessors),
        *(
            ("gap", joins["pair"].format(name=_pairs_text(gap.keys.items()), value=gap.reason.get(language, "")))
            for gap in manifest.gaps
        ),
        *(
            (
                "correction",
                own["corrected"].format(
                    place=correction.place,
                    was=correction.was,
                    now=correction.now,
                    reason=correction.reason.get(language, ""),
                ),
            )
            for correction in manifest.corrections
        ),
        ("files", f"{rows_stem}.csv, {manifest_stem}.json"),
    ]
    title = manifest.title.get(language, manifest.title.get("en", ""))
    lines = [
        typeset(joins["pair"].format(name=table.name, value=title), language),
        *(f"{pad_to_width(own['of'][name], 11)} {typeset(text, language)}" for name, text in rows),
        "",
        rows_bytes(manifest, table.rows).decode("ascii").rstrip("\n"),
    ]
    return "\n".join(lines)


def _difference_text(old: Table, new: Table, difference: TableDifference, language: str, *, limit: int) -> str:
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
    for more, rows in parts:
        lines.extend(_truncate(rows, limit, more))
    return "\n".join(lines)


def _truncate(lines: list[str], limit: int, more: str) -> list[str]:
    if not limit or len(lines) <= limit:
        return lines
    return [*lines[:limit], f"  {more.format(count=len(lines) - limit)}"]


def _keys(table: Table, row: Row) -> dict[str, str]:
    return {key.id: cell for key, cell in zip(table.manifest.keys, row, strict=False)}


def _row_text(table: Table, row: Row, own: Mapping[str, str]) -> str:
    count = len(table.manifest.keys)
    values = zip(table.manifest.columns[count:], row[count:], strict=True)
    shown = _pairs_text((column, cell or own["unknown"]) for column, cell in values)
    return f"{_pairs_text(_keys(table, row).items())}: {shown}"


def _change_text(table: Table, change: CellChange, own: Mapping[str, str]) -> str:
    keys = _pairs_text(_keys(table, change.keys).items())
    return f"{keys}: {change.column} {change.old or own['unknown']} → {change.new or own['unknown']}"


def _pairs_text(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{key} {word}" for key, word in pairs)


def _answer_text(answer: LookupAnswer, spoken: dict[str, Any]) -> str:

    own = spoken["lookup"]
    match answer:
        case NumberAnswer(number=number, unit=unit):
            return f"{format_exact(number)} {unit}".rstrip()
        case CodeAnswer(code=code):
            return code
        case OutOfScopeAnswer():
            return str(own["out_of_scope"])
        case ExhaustedLookup():
            return str(own["look_further"])
        case MissingAnswer(reason=reason, detail=detail):
            return str(
                own["missing"].format(
                    reason=own["findings"][reason.value], detail=in_language(detail, requested_language())
                )
            )


def _lookup_text(answer: LookupAnswer, spoken: dict[str, Any]) -> str:

    sure = (
        spoken["lookup"]["sure"].format(how=spoken["certainties"][answer.certainty.value])
        if isinstance(answer, NumberAnswer | CodeAnswer | OutOfScopeAnswer)
        else ""
    )
    return "\n".join(
        (f"{_answer_text(answer, spoken)}{sure}", *(f"  {_step_text(step, spoken)}" for step in answer.tried))
    )


def _step_text(step: LookupStep, spoken: dict[str, Any]) -> str:
    keys = ", ".join(f"{key} {word}" for key, word in step.keys)
    finding = spoken["lookup"]["findings"][step.finding.value]
    row = "" if step.row is None else spoken["lookup"]["in_row"].format(row=",".join(step.row))
    return str(spoken["joins"]["pair"].format(name=f"{step.table}, {keys}", value=f"{finding}{row}"))


def _lookup_document(answer: LookupAnswer) -> dict[str, Json]:
    """Return an answer as a document; its enum values have the prefix of their field, as in the API."""
    document: dict[str, Json] = {"answer": f"ANSWER_{_ANSWERS[type(answer)]}", **document_of(answer)}
    if isinstance(answer, MissingAnswer):
        document["reason"] = f"REASON_{answer.reason.name}"
    document["tried"] = [
        {
            "table": step.table,
            "keys": _pairs(step.keys),
            "finding": f"FINDING_{step.finding.name}",
            "row": document_of(step.row),
        }
        for step in answer.tried
    ]
    return document


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Json]:
    """Return column ids as values, because JSON keys must be field names."""
    return [{"column": column, "word": word} for column, word in pairs]


def _manifest_document(manifest: Manifest) -> dict[str, Json]:
    gaps: list[Json] = [{**document_of(gap), "keys": _pairs(gap.keys.items())} for gap in manifest.gaps]
    return {**document_of(manifest), "gaps": gaps}


def _edition_document(table: Table) -> dict[str, Json]:
    return {
        "manifest": _manifest_document(table.manifest),
        "manifestDigest": table.manifest_digest,
        "columns": list(table.manifest.columns),
    }


def _difference_document(old: Table, new: Table, difference: TableDifference) -> dict[str, Json]:
    ids = [key.id for key in new.manifest.keys]
    return {
        "old": _edition_document(old),
        "new": _edition_document(new),
        **document_of(difference),
        "changed": [
            {**document_of(change), "keys": _pairs(zip(ids, change.keys, strict=True))} for change in difference.changed
        ],
    }
