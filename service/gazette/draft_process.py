"""What does the process do that compiles a draft? It reads the files, gives the published form or what is wrong.

A process of its own can be ended at any moment, and what it takes of time and memory is taken from nobody else: the
reference tables, too, are read here, those whose manifests are named and no others.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import TrailError
from rules.language.compiler import compile_folder
from rules.model.published import published_bytes
from service.gazette.drafts import WORK
from service.gazette.shelves import as_one
from service.gazette.tables import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.diagnostics import Diagnostic
    from service.base.programs import Work
    from service.gazette.versions import Gazette

_MEMORY = 1024 * 1024 * 1024


def compiled(content: bytes) -> bytes:
    """Compile `{"files": {path: text}, "spoken": language or null, "shelves": [[folder, [manifest, ...]], ...]}`.

    Gives `{"published": text}`, or `{"diagnostics": [...]}` with errors alone, of which there is at least one, or
    `{"damaged": text}` if it is a reference table that cannot be read.
    """
    asked = orjson.loads(content)
    shelves = [Shelf(Path(folder), only=frozenset(manifests)) for folder, manifests in asked["shelves"]]
    try:
        compilation = compile_folder(asked["files"], spoken=asked["spoken"], tables=as_one(shelves))
    except TrailError as error:
        return orjson.dumps({"damaged": str(error)})
    if compilation.scorecard is not None:
        return orjson.dumps({"published": published_bytes(compilation.scorecard, asked["files"]).decode()})
    errors = [_plain(found) for found in compilation.diagnostics if found.severity is Severity.ERROR]
    return orjson.dumps({"diagnostics": errors})


def _plain(found: Diagnostic) -> dict[str, str | int]:
    return {
        "path": found.location.path,
        "line": found.location.line,
        "column": found.location.column,
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    }


def works(_: Gazette | None) -> Mapping[str, Work]:
    """Give what this program does, by name; which tables it reads it is told each time."""
    return {WORK: lambda content, _: compiled(content)}


def main() -> None:
    """Compile for a server until it asks no more."""
    from service.base.apart import work_apart  # noqa: PLC0415 -- a command that does this work has no pipes

    work_apart(works(None), memory=_MEMORY)


if __name__ == "__main__":
    main()
