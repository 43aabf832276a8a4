"""How are the `tables` commands called?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, VersionError, Violation
from rules.contracts.messages import speaker, told
from rules.model.definitions import Certainty
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption, add_command, help_of
from service.answering.terminal.output import Format, Language, answering, complain, put
from service.answering.terminal.usage import Group
from service.cli.tables import AsOfOption, JsonOption, KnownOption, TableArgument
from service.cli.tables_lookup import lookup_command
from service.products import additions
from service.reading.table_imports import Kind

if TYPE_CHECKING:
    from rules.model.tables import Table
    from service.gazette.tables import Shelf
    from service.reading.table_imports import Imported

_say = speaker(__name__)

_KINDS: dict[str, Kind] = {kind.name: kind for imports in additions("table_imports") for kind in imports.KINDS}
LimitOption = Annotated[int, typer.Option("--limit", min=0, help="Differences shown of each kind; 0 shows all.")]


class KindName(StrEnum):
    """What a file to be imported can be: our own form, or a kind of workbook that a scheme reads."""

    CSV = "csv"
    vars().update({name.upper(): name for name in _KINDS})


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(tables)
    add_command(group, "list", list_command)
    add_command(group, "show", show_command)
    add_command(group, "diff", diff_command)
    add_command(group, "lookup", lookup_command)
    add_command(group, "check", check_command)
    add_command(group, "import", import_command)
    app.add_typer(group, name="tables", help=help_of(tables))


def tables() -> None:
    """List, show, ask, compare, check and import reference tables, the numbers that scorecards look up."""


def list_command(
    *,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""List every edition of every reference table, with the dates for which it is valid and how sure it is.

    \b
    Example:
      touchstone table list

    \b
    Exit codes: 0 listed, 3 a file is damaged.
    """
    from service.cli.tables import list_text  # noqa: PLC0415 -- not for the help
    from service.cli.tables_document import list_document  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        editions = Shelf(gazette / FOLDER).editions()
        put(as_document(list_document(editions)) if form is Format.JSON else list_text(editions, language.value))


def show_command(  # noqa: PLR0913 -- one for each option
    table: TableArgument,
    *,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Show an edition: what it says about itself, and its rows. Without edition and date, the newest.

    \b
    Examples:
      touchstone table show cbam-retained-share
      touchstone table show cbam-default-values --as-of 2026-05-10 --known 2026-06-30

    \b
    Exit codes: 0 shown, 2 there is no such table, edition or date, 3 a file is damaged.
    """
    from service.cli.tables import find_table, show_text  # noqa: PLC0415 -- not for the help
    from service.cli.tables_document import show_document  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        found = find_table(Shelf(gazette / FOLDER), table, as_of, known)
        put(as_document(show_document(found)) if form is Format.JSON else show_text(found, language.value))


def diff_command(  # noqa: PLR0913 -- one for each option
    before: Annotated[str, typer.Argument(metavar="TABLE", help="An edition, TABLE@2026-02-04.")],
    after: Annotated[str, typer.Argument(metavar="TABLE", help="What to compare it with, likewise.")],
    *,
    limit: LimitOption = 100,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say which rows were added or removed between two editions, and which cells say something else.

    \b
    Examples:
      touchstone table diff cbam-default-values@2026-02-04 cbam-default-values@2026-08-06
      touchstone table diff cbam-certificate-price@2026-04-07 cbam-certificate-price --format json

    \b
    Exit codes: 0 compared, 2 there is no such edition, or the keys differ, 3 a file is damaged.
    """
    from rules.model.table_diff import compare_tables  # noqa: PLC0415 -- not for the help
    from service.cli.tables import difference_text, find_table  # noqa: PLC0415 -- likewise
    from service.cli.tables_document import difference_document  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        shelf = Shelf(gazette / FOLDER)
        old, new = (find_table(shelf, name, None, None) for name in (before, after))
        difference = compare_tables(old, new)
        if form is Format.JSON:
            put(as_document(difference_document(old, new, difference)))
        else:
            put(difference_text(old, new, difference, language.value, limit=limit))


def check_command(
    *,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Read every reference table and compare each file with its digest, and the editions with each other.

    \b
    Example:
      touchstone table check

    \b
    Exit codes: 0 everything is as published, 3 files are damaged, missing or left over.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        count = Shelf(gazette / FOLDER).check()
        said = words(language.value)["tables"]["as_published"].format(count=count)
        put(as_document({"editions": count}) if form is Format.JSON else said)


def import_command(  # noqa: PLR0913 -- one for each option
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workbook (.xlsx) or a CSV file.")],
    *,
    kind: Annotated[KindName, typer.Option("--kind", help="What the file is.")] = KindName.CSV,
    manifest: Annotated[
        Path | None,
        typer.Option("--manifest", metavar="FILE", help="A draft manifest (JSON); needed for csv, see docs/tables.md."),
    ] = None,
    edition: Annotated[str | None, typer.Option("--edition", help="The edition, such as 2026-08-06.")] = None,
    known_from: Annotated[
        str | None, typer.Option("--known-from", metavar="DATE", help="The day on which the source was published.")
    ] = None,
    first_date: Annotated[
        str | None, typer.Option("--first-date", metavar="DATE", help="The first civil date for which it is valid.")
    ] = None,
    certainty: Annotated[Certainty | None, typer.Option("--certainty", help="How sure the figures are.")] = None,
    supersedes: Annotated[str | None, typer.Option("--supersedes", help="The edition that this one replaces.")] = None,
    unknown: Annotated[
        list[str] | None,
        typer.Option("--unknown", metavar="SHEET!ROW", help="A row that contradicts itself; record it as unknown."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Put the edition into the gazette, for ever.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Write the two files there instead.")
    ] = None,
    limit: LimitOption = 100,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Read a workbook of the Commission, or a CSV file of our own form, as a new edition of a reference table.

    Every cell is checked; what is wrong is named by sheet and cell, and nothing is then written. Without --write and
    --out the command only shows what would differ from the edition before.

    \b
    Examples:
      touchstone table import defaults.xlsx --kind cbam-defaults --edition 2026-08-06 --known-from 2026-07-31
      touchstone table import prices.csv --manifest prices.json --write

    \b
    Exit codes: 0 read (and written if asked), 2 the file or the manifest is wrong, 3 the gazette is damaged.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.gazette.tables import FOLDER, Shelf, write_edition  # noqa: PLC0415 -- likewise
    from service.reading.given_files import read_file  # noqa: PLC0415 -- likewise
    from service.reading.table_imports import MAXIMUM_BYTES, import_file, manifest_of  # noqa: PLC0415 -- likewise

    with answering(form):
        shelf = Shelf(gazette / FOLDER)
        given = {
            "edition": edition,
            "known_from": known_from,
            "first_date": first_date,
            "certainty": None if certainty is None else certainty.value,
            "supersedes": supersedes,
        }
        draft = manifest_of(_draft(shelf, _KINDS.get(kind), manifest, given), given)
        content = read_file(file, most=MAXIMUM_BYTES)
        imported = import_file(content, _KINDS.get(kind), draft, unknown=unknown or (), workbook=file.name)
        before = _before(shelf, imported.table)
        _show(imported, before, form, language.value, limit)
        if out is not None:
            paths = write_edition(out, imported.table)
        elif write:
            paths = shelf.add(imported.table)
        else:
            complain(words(language.value)["tables"]["nothing_written"])
            return
        for path in paths:
            complain(words(language.value)["tables"]["written"].format(path=path))


def _draft(shelf: Shelf, kind: Kind | None, manifest: Path | None, given: dict[str, str | None]) -> dict[str, Any]:
    from service.reading.given_files import read_file  # noqa: PLC0415 -- not for the help
    from service.reading.table_imports import MAXIMUM_BYTES, read_draft  # noqa: PLC0415 -- likewise

    if manifest is not None:
        return read_draft(read_file(manifest, most=MAXIMUM_BYTES))
    if kind is None:
        said = _say("CSV_NEEDS_MANIFEST")
        raise InputError((Violation("manifest", said, "MISSING"),))
    common = kind.draft
    supersedes = given["supersedes"] or _newest_edition(shelf, common["name"], given["edition"])
    return {
        "certainty": Certainty.SECONDARY.value,
        "first_date": "2026-01-01",
        "complete": True,
        "supersedes": supersedes,
        **common,
    }


def _newest_edition(shelf: Shelf, name: str, edition: str | None) -> str | None:
    try:
        newest = shelf.newest(name).manifest
    except VersionError:
        return None
    return next(iter(newest.predecessors), None) if newest.edition == edition else newest.edition


def _before(shelf: Shelf, table: Table) -> Table | None:
    """Give the edition to compare with: the one superseded, else the newest other one."""
    manifest = table.manifest
    try:
        if manifest.predecessors:
            return shelf.table(manifest.name, manifest.predecessors[0])
        newest = shelf.newest(manifest.name)
    except VersionError:
        return None
    return None if newest.manifest.edition == manifest.edition else newest


def _show(imported: Imported, before: Table | None, form: Format, language: str, limit: int) -> None:
    from rules.model.table_diff import compare_tables  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise
    from service.cli.tables import difference_text  # noqa: PLC0415 -- likewise
    from service.cli.tables_document import difference_document, manifest_document  # noqa: PLC0415 -- likewise

    table = imported.table
    difference = None if before is None else compare_tables(before, table)
    if form is Format.JSON:
        compared = None if before is None or difference is None else difference_document(before, table, difference)
        document = {"manifest": manifest_document(table.manifest), "notes": [*imported.notes], "difference": compared}
        put(as_document(document))
        return
    for note in imported.notes:
        complain(words(language)["note"].format(note=told(note, language)))
    if before is None or difference is None:
        put(words(language)["tables"]["first"].format(table=table.name, count=len(table.rows)))
    else:
        put(difference_text(before, table, difference, language, limit=limit))
