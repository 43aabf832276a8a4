"""Shared published cards, reference tables and drafts, read or compiled once for all tests.

Each command normally reads its inputs again, and one test process calls hundreds of commands. Files do not change
during a run, and invalid files are refused each time. Slow compilations are also cached in a folder shared by all
processes and later runs. The cache key is the digest of the input and of the compiler code, so a change of either
compiles again.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache, wraps
from pathlib import Path
from tempfile import NamedTemporaryFile

from rules.language import compiler
from rules.language.compiler import Compilation, CompilationCache
from rules.model import published_version
from rules.model.lookups import TableSource
from rules.model.table_form import read_table
from service.gazette import tables
from service.gazette.tables import TableStore

_CARDS, _TABLES, _DRAFTS = 512, 128, 256
"""Cache sizes above the number of published files, so that a sequential read evicts none of them."""
_LONG = 0.1
"""Minimum compile time in seconds for caching a result in the folder; reading takes a fifth of that time."""
_BUILT = {".pyc", ".so"}
"""Suffixes of build output, which differs between machines."""
_ROOT = Path(__file__).resolve().parents[2]
_OURS = _ROOT / "scorecards" / tables.FOLDER
_COMPILED = _ROOT / ".pytest_cache" / "compiled"


def read_once() -> None:
    """Cache published cards, tables and compiled drafts by their content."""
    published_version._checked_version = lru_cache(_CARDS)(published_version._checked_version.__wrapped__)
    tables.read_table = lru_cache(_TABLES)(read_table)  # type: ignore[attr-defined]
    compiler.compile_folder = _compile_once()


def _compile_once() -> Callable[..., Compilation]:
    """Return a caching compiler for drafts without tables or with tables of this project.

    These tables never change during tests.
    """
    original = compiler.compile_folder

    @lru_cache(_DRAFTS)
    def kept(
        files: tuple[tuple[str, str], ...],
        languages: frozenset[str] | None,
        spoken: str | None,
        manifests: tuple[str, ...] | None,
    ) -> Compilation:
        asked = repr((files, sorted(languages or ()), languages is None, spoken, manifests))
        place = _folder() / hashlib.sha256(asked.encode()).hexdigest()
        with suppress(FileNotFoundError, EOFError, pickle.UnpicklingError):  # cut short when the machine went down
            read: Compilation = pickle.loads(place.read_bytes())  # noqa: S301 -- written here, by the same code
            return read
        began = time.process_time()
        only = None if manifests is None else tables.TableStore(_OURS, only=frozenset(manifests))
        compiled = original(dict(files), languages=languages, spoken=spoken, tables=only)
        if time.process_time() - began > _LONG:
            _keep(place, compiled)
        return compiled

    @wraps(original)
    def compile_folder(
        files: Mapping[str, str],
        *,
        languages: frozenset[str] | None = None,
        spoken: str | None = None,
        tables: TableSource | None = None,
        cache: CompilationCache | None = None,
    ) -> Compilation:
        if cache is not None or (tables is not None and not _is_ours(tables)):
            return original(files, languages=languages, spoken=spoken, tables=tables, cache=cache)
        manifests = tuple(tables.manifest_files()) if isinstance(tables, TableStore) else None
        return kept(tuple(files.items()), languages, spoken, manifests)

    return compile_folder


def _is_ours(source: TableSource) -> bool:
    return type(source) is TableStore and source.folder.resolve() == _OURS


@cache
def _folder() -> Path:
    """Return the cache folder of the present code, and delete the caches of other code."""
    code = hashlib.sha256(sys.version.encode())
    for path in sorted(path for path in (_ROOT / "rules").rglob("*") if path.is_file() and path.suffix not in _BUILT):
        code.update(f"{path.relative_to(_ROOT)}\n".encode())
        code.update(hashlib.sha256(path.read_bytes()).digest())
    folder = _COMPILED / code.hexdigest()
    for other in _COMPILED.glob("*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep(place: Path, compiled: Compilation) -> None:
    """Write it under another name first: others may read the folder."""
    with NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(pickle.dumps(compiled))
    Path(file.name).replace(place)
