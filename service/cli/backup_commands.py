"""How are `backup` and `restore` called?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.canonical import Json
    from service.store.backups import Manifest

_MEGABYTE = 1_000_000


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "backup", backup_command)
    add_command(app, "restore", restore_command)


def backup_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder; what it holds must stay secret.")],
    *,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
) -> None:
    r"""Back the store up into a folder, while servers go on writing to it, and check every record of the copy.

    The folder gets the database in one file and a manifest of digests. It holds the keys of records and the facts of
    subjects. Of the gazette the digests are kept, by which `restore` tells whether the one there is the same.

    \b
    Examples:
      touchstone data backup backups/2026-11-21
      PGPASSFILE=/run/secrets/pgpass touchstone data backup backups/today --database-url postgresql://touchstone@db/touchstone

    \b
    Exit codes: 0 backed up, 1 backed up, and records are damaged, which are named, 2 the folder cannot be used, 3 the
    store cannot be read.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.backups import write_backup  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    with answering(form):
        check_no_password(database_url)
        manifest = write_backup(database_url or Settings().database_url, Gazette(gazette), folder)
        spoken = words(language.value)
        said = spoken["backed_up"].format(
            count=manifest.contents.evaluations,
            folder=folder,
            size=-(-manifest.file_bytes // _MEGABYTE),
            schema=manifest.contents.schema_revision,
        )
        _answer(form, said, manifest, _damaged(manifest, language.value))


def restore_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The backup.")],
    *,
    database_url: Annotated[
        str | None,
        typer.Option(
            "--database-url",
            metavar="URL",
            help="Where the store is made, and nothing may be yet; TOUCHSTONE_DATABASE_URL otherwise.",
        ),
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
) -> None:
    r"""Make a store from a backup, where there is none yet, and check every record of it.

    The next start of a server migrates it if its schema is older than the software.

    \b
    Examples:
      touchstone data restore backups/2026-11-21 --database-url sqlite:///var/restored.sqlite3
      PGPASSFILE=/run/secrets/pgpass touchstone data restore backups/today --database-url postgresql://touchstone@db/restored

    \b
    Exit codes: 0 restored, 1 restored, and records were damaged, or the gazette lacks versions or tables, which are
    named, 2 the folder is no whole backup, 3 a store is there already, or the database cannot be used.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.backups import restore_backup  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    with answering(form):
        check_no_password(database_url)
        restored = restore_backup(folder, database_url or Settings().database_url, Gazette(gazette))
        manifest, spoken = restored.manifest, words(language.value)
        said = spoken["restored"].format(count=manifest.contents.evaluations, time=manifest.create_time)
        lacking = [spoken["not_in_gazette"].format(name=name) for name in restored.lacking]
        _answer(form, said, manifest, [*_damaged(manifest, language.value), *lacking], lacking=restored.lacking)


def _damaged(manifest: Manifest, language: str) -> list[str]:
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help

    return [words(language)["record_damaged"].format(name=name) for name in manifest.contents.damaged]


def _answer(
    form: Format, said: str, manifest: Manifest, problems: Sequence[str], *, lacking: Sequence[str] = ()
) -> None:
    document: Json = {
        "evaluationCount": manifest.contents.evaluations,
        "schemaRevision": manifest.contents.schema_revision,
        "database": manifest.database,
        "fileBytes": str(manifest.file_bytes),
        "fileDigest": manifest.file_digest,
        "createTime": manifest.create_time,
        "damagedEvaluations": list(manifest.contents.damaged),
        "lackingInGazette": list(lacking),
    }
    put(as_document(document) if form is Format.JSON else "\n".join((said, *problems)))
    if problems:
        raise typer.Exit(Exit.NEGATIVE)
