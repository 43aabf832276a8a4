"""Handlers of store maintenance: backup, restore, table rebuild."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from service.gazette.versions import CardResolver, Gazette
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.words import words
from service.store.backups import Manifest, restore_backup, write_backup
from service.store.database import resolve_existing_store_url, resolve_store_url
from service.store.store import Store

_MEGABYTE = 1_000_000


def rebuild(database_url: str | None, gazette: Path, language: str) -> CommandResult:
    """Rebuild the projected tables from stored records."""
    store = Store(resolve_existing_store_url(database_url), cards=CardResolver(Gazette(gazette)))
    try:
        result = store.rebuild_outcomes()
    finally:
        store.close()
    spoken = words(language)
    lines = [spoken["outcomes"].format(count=result.outcomes)]
    lines += [spoken["not_rebuilt"].format(name=name) for name in result.unreadable]
    document = {
        "outcomeCount": result.outcomes,
        "unreadableEvaluations": list(result.unreadable),
    }
    return CommandResult("\n".join(lines), bool(result.unreadable), document)


def backup(folder: Path, database_url: str | None, gazette: Path, language: str) -> CommandResult:
    """Back up the store to a new folder."""
    manifest = write_backup(resolve_store_url(database_url), Gazette(gazette), folder)
    text = words(language)["backed_up"].format(
        count=manifest.contents.evaluations,
        folder=folder,
        size=-(-manifest.file_bytes // _MEGABYTE),
        schema=manifest.contents.schema_revision,
    )
    return _manifest_result(text, manifest, (), language)


def restore(folder: Path, database_url: str | None, gazette: Path, language: str) -> CommandResult:
    """Create a store from a backup."""
    restored = restore_backup(folder, resolve_store_url(database_url), Gazette(gazette))
    manifest = restored.manifest.model_copy(update={"contents": restored.contents})
    text = words(language)["restored"].format(count=manifest.contents.evaluations, time=manifest.create_time)
    return _manifest_result(text, manifest, restored.lacking, language)


def _manifest_result(text: str, manifest: Manifest, lacking: Sequence[str], language: str) -> CommandResult:
    spoken = words(language)
    problems = [spoken["record_damaged"].format(name=name) for name in manifest.contents.damaged]
    problems += [spoken["not_in_gazette"].format(name=name) for name in lacking]
    document = {
        "evaluationCount": manifest.contents.evaluations,
        "schemaRevision": manifest.contents.schema_revision,
        "database": manifest.database,
        "fileBytes": str(manifest.file_bytes),
        "fileDigest": manifest.file_digest,
        "createTime": manifest.create_time,
        "damagedEvaluations": list(manifest.contents.damaged),
        "lackingInGazette": list(lacking),
    }
    return CommandResult("\n".join((text, *problems)), bool(problems), document)
