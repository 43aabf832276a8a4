"""Published cards, reference tables and drafts, which the tests read once of the same bytes.

Every command reads what it needs anew, and hundreds of commands are called in one process here. What is read never
changes, and what cannot be read is refused each time.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING

from rules.language import compiler
from rules.model.published import read_published
from rules.model.table_form import read_table
from service.gazette import tables, versions
from service.gazette.tables import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.language.compiler import Compilation
    from rules.model.lookups import TableSource

_CARDS, _TABLES, _DRAFTS = 512, 128, 256
"""So many are kept; more than all that are published, or those read one after another would push each other out."""
_OURS = Path(__file__).resolve().parents[2] / "scorecards" / tables.FOLDER


def read_once() -> None:
    """Let the gazette give the same card, and the same table, for the same bytes, and the compiler the same draft."""
    versions.read_published = lru_cache(_CARDS)(read_published)  # type: ignore[attr-defined]
    tables.read_table = lru_cache(_TABLES)(read_table)  # type: ignore[attr-defined]
    compiler.compile_folder = _compile_once()


def _compile_once() -> Callable[..., Compilation]:
    """Let what is compiled be kept with no tables, or with those of this project, which do not change under test."""
    anew = compiler.compile_folder

    @lru_cache(_DRAFTS)
    def kept(
        files: tuple[tuple[str, str], ...],
        languages: frozenset[str] | None,
        spoken: str | None,
        manifests: tuple[str, ...] | None,
    ) -> Compilation:
        only = None if manifests is None else tables.Shelf(_OURS, only=frozenset(manifests))
        return anew(dict(files), languages=languages, spoken=spoken, tables=only)

    @wraps(anew)
    def compile_folder(
        files: Mapping[str, str],
        *,
        languages: frozenset[str] | None = None,
        spoken: str | None = None,
        tables: TableSource | None = None,
    ) -> Compilation:
        if tables is not None and not _is_ours(tables):
            return anew(files, languages=languages, spoken=spoken, tables=tables)
        manifests = tuple(tables.manifest_files()) if isinstance(tables, Shelf) else None
        return kept(tuple(files.items()), languages, spoken, manifests)

    return compile_folder


def _is_ours(source: TableSource) -> bool:
    return type(source) is Shelf and source.folder.resolve() == _OURS
