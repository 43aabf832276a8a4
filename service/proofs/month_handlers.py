"""Handlers of `data months`, `data archive` and `data archive-restore`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rules.contracts import Json, in_language, wording_loader
from service.gazette.versions import CardResolver, Gazette
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.proofs.store_audit import audit
from service.store.database import resolve_existing_store_url
from service.store.month_archives import MonthArchives
from service.store.months import Month
from service.store.reporting_views import open_archive
from service.store.tables import ArchivedMonthRow

words = wording_loader(__name__)

_ROWS_PER_LINE = 50_000
_MEGABYTE = 1_000_000


def months(database_url: str | None, language: str) -> CommandResult:
    """Create the partitions of the next months, and list all partitions and archives."""
    spoken = words(language)
    with MonthArchives.opened(resolve_existing_store_url(database_url)) as archives:
        created, partitions, archived = archives.create_partitions(), archives.partitions(), archives.archived()
    lines = [spoken["month_created"].format(month=month) for month in created]
    lines += [
        spoken["partition"].format(name=name, count=count, size=-(-size // _MEGABYTE))
        for name, count, size in partitions
    ]
    lines += [_archived_line(row, language) for row in archived]
    document: dict[str, Json] = {
        "created": [str(month) for month in created],
        "partitions": [{"name": name, "estimate": str(count), "bytes": str(size)} for name, count, size in partitions],
        "archives": [_archived_document(row) for row in archived],
    }
    return CommandResult("\n".join(lines or [spoken["no_months"]]), False, document)


def archive(  # noqa: PLR0913, PLR0917 -- the options of the command
    month: str, folder: Path, drop: bool, database_url: str | None, gazette: Path, language: str
) -> CommandResult:
    """Write the evaluations of a month to a store file, audit the file, and detach the month from the store."""
    spoken, published = words(language), Gazette(gazette)
    cards, chosen = CardResolver(published), Month.parse(month)
    path = folder / f"{chosen}.sqlite3"
    with MonthArchives.opened(resolve_existing_store_url(database_url)) as archives:
        written = archives.write(chosen, path, cards, _progress(spoken["archived_rows"]))
        with open_archive(f"sqlite:///{path}", cards) as file:
            report = audit(file.connection, published, with_derived=False)  # just computed
        if report.faults:
            problems = [f"{fault.place}: {in_language(fault.problem, language)}" for fault in report.faults]
            faults: list[Json] = [*problems]
            document: dict[str, Json] = {"archived": False, "file": str(path), "faults": faults}
            return CommandResult("\n".join((*problems, spoken["not_archived"].format(path=path))), True, document)
        row = archives.detach(written, drop=drop)
    lines = [_archived_line(row, language), spoken["archive_written"].format(path=path)]
    return CommandResult("\n".join(lines), False, {"archived": True, "file": str(path), **_archived_document(row)})


def archive_restore(file: Path, database_url: str | None, language: str) -> CommandResult:
    """Return the evaluations of an archive file to the store."""
    spoken = words(language)
    with MonthArchives.opened(resolve_existing_store_url(database_url)) as archives:
        row = archives.restore(file, _progress(spoken["restored_rows"]))
    text = spoken["month_restored"].format(month=row.month, count=row.evaluations)
    return CommandResult(text, False, _archived_document(row))


def _progress(template: str) -> Callable[[int], None]:
    def report(done: int) -> None:
        if done % _ROWS_PER_LINE == 0:
            print_error(template.format(done=done))

    return report


def _archived_line(row: ArchivedMonthRow, language: str) -> str:
    template: str = words(language)["month_archived"]
    return template.format(month=row.month, count=row.evaluations, digest=row.file_digest)


def _archived_document(row: ArchivedMonthRow) -> dict[str, Json]:
    return {
        "month": row.month,
        "evaluationCount": str(row.evaluations),
        "records": row.records,
        "fileDigest": row.file_digest,
    }
