"""Draft compilation worker: files in, published form or diagnostics out.

A process of its own can be ended at any moment, and what it takes of time and memory is taken from nobody else: the
reference tables, too, are read here, those whose manifests are named and no others.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import Diagnostic, Severity, TrailError
from rules.model import published_bytes
from service.gazette.table_order import chain_table_stores
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from service.base.worker_specs import Works

_MEMORY = 1024 * 1024 * 1024


def compile_draft(asked: work_pb2.CompileDraft) -> work_pb2.CompiledDraft:
    """Compile a draft: of its diagnostics the errors alone are told."""
    shelves = [
        TableStore(Path(table_store.folder), only=frozenset(table_store.manifests)) for table_store in asked.shelves
    ]
    files = dict(sorted(asked.files.items()))
    try:
        compilation = compile_folder(files, spoken=asked.language_code or None, tables=chain_table_stores(shelves))
    except TrailError as error:
        return work_pb2.CompiledDraft(damaged=str(error))
    if compilation.scorecard is not None:
        return work_pb2.CompiledDraft(published=published_bytes(compilation.scorecard, files))
    errors = [
        _diagnostic(diagnostic) for diagnostic in compilation.diagnostics if diagnostic.severity is Severity.ERROR
    ]
    return work_pb2.CompiledDraft(diagnostics=errors)


def _diagnostic(diagnostic: Diagnostic) -> work_pb2.Diagnostic:
    place = diagnostic.location
    return work_pb2.Diagnostic(
        path=place.path,
        line=place.line,
        column=place.column,
        code=diagnostic.code,
        message=diagnostic.message,
        hint=diagnostic.hint,
    )


def works(_: Gazette | None) -> Works:
    """Give what this program does; which tables it reads it is told each time."""
    return {work_pb2.CompileDraft: lambda asked, _: compile_draft(asked)}


def main() -> None:
    """Compile for a server until it asks no more."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- a command that does this work has no pipes

    worker_main(works(None), memory=_MEMORY)


if __name__ == "__main__":
    main()
