"""Published cards, reference tables and drafts, which the tests read or make once.

Every command reads what it needs anew, and hundreds of commands are called in one process here. What is read never
changes, and what cannot be read is refused each time. What takes long to compile is kept in a folder besides, so that
one process of a run, and the next run, read what another compiled: under the digest of what was compiled and of the
code that did, so that a change of either compiles anew.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
import sys
import time
from contextlib import suppress
from functools import cache, lru_cache, wraps
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from rules.language import compiler
from rules.model import published_version
from rules.model.table_form import read_table
from service.gazette import tables
from service.gazette.tables import TableStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.language.compiler import Compilation, CompilationCache
    from rules.model.lookups import TableSource

_CARDS, _TABLES, _DRAFTS = 512, 128, 256
"""So many are kept; more than all that are published, or those read one after another would push each other out."""
_LONG = 0.1
"""From how many seconds of compiling on a result is kept in the folder; reading it back takes a fifth of that."""
_BUILT = {".pyc", ".so"}
"""What is made of the code, and differs from machine to machine."""
_ROOT = Path(__file__).resolve().parents[2]
_OURS = _ROOT / "scorecards" / tables.FOLDER
_COMPILED = _ROOT / ".pytest_cache" / "compiled"


def read_once() -> None:
    """Let the gazette give the same card, and the same table, for the same bytes, and the compiler the same draft."""
    published_version._checked_version = lru_cache(_CARDS)(published_version._checked_version.__wrapped__)
    tables.read_table = lru_cache(_TABLES)(read_table)  # type: ignore[attr-defined]
    compiler.compile_folder = _compile_once()


def _compile_once() -> Callable[..., Compilation]:
    """Let what is compiled be kept with no tables, or with those of this project, which do not change under test."""
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
    """Where what this code compiles is kept; what other code compiled goes."""
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
