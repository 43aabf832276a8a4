"""Subject files of a bulk run (Parquet, Arrow, CSV): schema, slices of rows, and duplicate subjects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import polars as pl

from rules.contracts import InputError, Violation, message_factory
from service.bulk.columnar_input import SUBJECT
from service.input.file_kinds import file_kind, refusal_of_kind

_say = message_factory(__name__)

_FORMS = {".parquet": "parquet", ".arrow": "arrow", ".feather": "arrow", ".ipc": "arrow", ".csv": "csv"}
_CHUNK = 1_000_000
_ROWS_STAGED = 32_768
_STAGED = "staged"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of subjects, its digest and its rows; `read_from` is what is read, a staged copy where it is CSV."""

    path: Path
    form: str
    digest: str
    rows: int
    read_from: Path

    def scan(self) -> pl.LazyFrame:
        """Read it lazily."""
        return _scanned(self.read_from, "parquet" if self.form == "csv" else self.form)


@dataclass(frozen=True, slots=True)
class RowSlice:
    """Some consecutive rows of one file."""

    file: SourceFile
    first: int
    count: int

    def read(self) -> pl.DataFrame:
        """Read the rows."""
        try:
            return self.file.scan().slice(self.first, self.count).collect()
        except pl.exceptions.PolarsError as error:
            _refuse(self.file.path, error)


@dataclass(frozen=True, slots=True)
class SubjectFiles:
    """All subjects of a run."""

    files: tuple[SourceFile, ...]
    schema: pl.Schema

    @property
    def rows(self) -> int:
        """How many subjects there are."""
        return sum(file.rows for file in self.files)

    def slices(self, rows: int) -> Iterator[RowSlice]:
        """Cut the files into slices of so many rows."""
        for file in self.files:
            for first in range(0, file.rows, rows):
                yield RowSlice(file, first, min(rows, file.rows - first))


def open_subject_files(path: Path, staging: Path) -> SubjectFiles:
    """Find the files, and stage those that cannot be read from the middle."""
    files = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in _FORMS) if path.is_dir() else [path]
    if not files or any(file.suffix.lower() not in _FORMS for file in files):
        raise InputError((Violation(str(path), _say("NO_COLUMNS_FILE", known=sorted(_FORMS)), "WRONG_FILE"),))
    source_files, schema = [], None
    for place, file in enumerate(files):
        source_file, own = _source_file(file, staging / f"{_STAGED}-{place:05}.parquet")
        if schema is not None and own != schema:
            raise InputError((Violation(str(file), _say("OTHER_COLUMNS", first=files[0].name), "WRONG_FILE"),))
        source_files.append(source_file)
        schema = own
    return SubjectFiles(tuple(source_files), schema or pl.Schema())


def _source_file(path: Path, staged: Path) -> tuple[SourceFile, pl.Schema]:
    form, digest, read_from = _FORMS[path.suffix.lower()], digest_of(path), path
    if form == "csv":
        _check_text(path)
    try:
        if form == "csv":
            read_from = staged
            _stage(path, staged, digest)
        scan = _scanned(read_from, "parquet" if form == "csv" else form)
        return SourceFile(path, form, digest, scan.select(pl.len()).collect().item(), read_from), scan.collect_schema()
    except pl.exceptions.PolarsError as error:
        _refuse(path, error)


def _check_text(path: Path) -> None:
    """Refuse separated values that are a file of another kind."""
    with path.open("rb") as file:
        kind = file_kind(file)
    if kind is not None:
        raise InputError((Violation(str(path), refusal_of_kind(kind), "WRONG_FILE"),))


def _stage(path: Path, staged: Path, digest: str) -> None:
    """Copy separated values into a file that can be read from the middle, every cell as text."""
    staged = staged.absolute()
    noted = staged.with_suffix(".digest")
    if staged.exists() and noted.exists() and noted.read_text(encoding="ascii") == digest:
        return
    staged.parent.mkdir(parents=True, exist_ok=True)
    scan = pl.scan_csv(path, infer_schema=False, glob=False)
    scan.sink_parquet(staged, row_group_size=_ROWS_STAGED, compression="lz4")
    noted.write_text(digest, encoding="ascii")


def _scanned(path: Path, form: str) -> pl.LazyFrame:
    return pl.scan_parquet(path, glob=False) if form == "parquet" else pl.scan_ipc(path, glob=False)


def digest_of(path: Path) -> str:
    """Digest the bytes of a file."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            whole.update(piece)
    return whole.hexdigest()


def _refuse(path: Path, error: Exception) -> NoReturn:
    problem = str(error).splitlines()[0][:200]
    raise InputError((Violation(str(path), _say("FILE_DAMAGED", problem=problem), "WRONG_FILE"),)) from None


_MAX_HASHES_IN_MEMORY = 4_000_000
"""Of how many subjects the hashes are held at once; of more the names are read several times."""
_LOOKED_AT = 1_000
"""How many hashes that repeat are looked at by name."""
_MOST_TOLD, _MOST_SHOWN = 20, 80
_HASH, _PLACE, _FIRST, _SECOND = "hash", "place", "first", "second"


def refuse_duplicate_subjects(source: SubjectFiles, *, held: int = _MAX_HASHES_IN_MEMORY) -> None:
    """Refuse files in which a subject stands twice."""
    shares = -(-source.rows // held)
    duplicates = [pair for share in range(shares) for pair in _repeated(source, share, shares)]
    if not duplicates:
        return
    violations = []
    for second, first, name in sorted(duplicates)[:_MOST_TOLD]:
        message = _say("SUBJECT_TWICE", subject=name[:_MOST_SHOWN], other=_row(source, first))
        violations.append(Violation(_row(source, second), message, "DUPLICATE"))
    raise InputError(tuple(violations))


def _repeated(source: SubjectFiles, share: int, shares: int) -> Iterator[tuple[int, int, str]]:
    """Give where names repeat whose hashes fall to this share: the second row, the first, and the name."""
    hashed = pl.col(SUBJECT).hash().alias(_HASH)
    mine = pl.col(SUBJECT).is_not_null() & (pl.col(_HASH) % shares == share)
    parts = [
        _scan_subjects(file, start).with_columns(hashed).filter(mine).drop(SUBJECT)
        for start, file in _files_with_offsets(source)
    ]
    hashes = pl.concat([part.collect() for part in parts]).sort(_HASH, _PLACE)
    again = hashes.filter(pl.col(_HASH) == pl.col(_HASH).shift(1)).sort(_PLACE)[_HASH].head(_LOOKED_AT)
    if again.is_empty():
        return
    places = hashes.filter(pl.col(_HASH).is_in(again.unique().implode()))[_PLACE].implode()
    named = [
        _scan_subjects(file, start).filter(pl.col(_PLACE).is_in(places)).collect()
        for start, file in _files_with_offsets(source)
    ]
    pairs = pl.concat(named).sort(_PLACE).group_by(SUBJECT).agg(
        pl.col(_PLACE).get(0).alias(_FIRST), pl.col(_PLACE).get(1, null_on_oob=True).alias(_SECOND)
    ).drop_nulls()  # fmt: skip
    yield from pairs.select(_SECOND, _FIRST, SUBJECT).iter_rows()


def _files_with_offsets(source: SubjectFiles) -> Iterator[tuple[int, SourceFile]]:
    """Give each file with how many rows stand before it."""
    start = 0
    for file in source.files:
        yield start, file
        start += file.rows


def _scan_subjects(file: SourceFile, start: int) -> pl.LazyFrame:
    return file.scan().select(pl.col(SUBJECT).cast(pl.String)).with_row_index(_PLACE, offset=start)


def _row(source: SubjectFiles, place: int) -> str:
    """Name a row by its file and its number there."""
    start, file = [(start, file) for start, file in _files_with_offsets(source) if start <= place][-1]
    return _say("ROW", file=file.path.name, number=place - start + 1)
