"""Draft compilation worker: files in, published form or diagnostics out.

A separate process can be killed at any time, and has its own memory limit. It reads only tables with named manifests.
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

_MEMORY_BYTES = 1024 * 1024 * 1024


def compile_draft(job: work_pb2.CompileDraft) -> work_pb2.CompiledDraft:
    """Compile a draft to its published form, its errors, or a table problem."""
    shelves = [
        TableStore(Path(table_store.folder), only=frozenset(table_store.manifests)) for table_store in job.shelves
    ]
    files = dict(sorted(job.files.items()))
    try:
        compilation = compile_folder(files, spoken=job.language_code or None, tables=chain_table_stores(shelves))
    except TrailError as error:
        return work_pb2.CompiledDraft(damaged=str(error))
    if compilation.scorecard is not None:
        return work_pb2.CompiledDraft(published=published_bytes(compilation.scorecard, files))
    errors = [
        _diagnostic(diagnostic) for diagnostic in compilation.diagnostics if diagnostic.severity is Severity.ERROR
    ]
    return work_pb2.CompiledDraft(diagnostics=errors)


def _diagnostic(diagnostic: Diagnostic) -> work_pb2.Diagnostic:
    location = diagnostic.location
    return work_pb2.Diagnostic(
        path=location.path,
        line=location.line,
        column=location.column,
        code=diagnostic.code,
        message=diagnostic.message,
        hint=diagnostic.hint,
    )


def works(_: Gazette | None) -> Works:
    """Return the worker functions by request type."""
    return {work_pb2.CompileDraft: lambda request, _: compile_draft(request)}


def main() -> None:
    """Run the worker."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- needed only in a worker process

    worker_main(works(None), memory=_MEMORY_BYTES)


if __name__ == "__main__":
    main()
