"""Subject files of a bulk run (Parquet, Arrow, CSV): schema, row slices and duplicates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import polars as pl

from rules.contracts import InputError, Violation, message_factory
from service.base.file_kinds import refusal_of_other_kind
from service.bulk.columnar_input import SUBJECT

_message = message_factory(__name__)

_FORMS = {".parquet": "parquet", ".arrow": "arrow", ".feather": "arrow", ".ipc": "arrow", ".csv": "csv"}
_MEDIA_TYPES = {"parquet": "application/vnd.apache.parquet", "arrow": "application/vnd.apache.arrow.file"}
_CHUNK_BYTES = 1_000_000
_ROWS_STAGED = 32_768
_STAGED = "staged"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of subjects; `read_from` is a staged copy of CSV."""

    path: Path
    form: str
    digest: str
    rows: int
    read_from: Path

    def scan(self) -> pl.LazyFrame:
        return _scan_file(self.read_from, "parquet" if self.form == "csv" else self.form)


@dataclass(frozen=True, slots=True)
class RowSlice:
    """Consecutive rows of one file."""

    file: SourceFile
    first: int
    count: int

    def read(self) -> pl.DataFrame:
        try:
            return self.file.scan().slice(self.first, self.count).collect()
        except pl.exceptions.PolarsError as error:
            _refuse(self.file.path, error)


@dataclass(frozen=True, slots=True)
class SubjectFiles:
    """All subject files of a run."""

    files: tuple[SourceFile, ...]
    schema: pl.Schema

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)

    def slices(self, rows: int) -> Iterator[RowSlice]:
        for file in self.files:
            for first in range(0, file.rows, rows):
                yield RowSlice(file, first, min(rows, file.rows - first))


def open_subject_files(path: Path, staging: Path) -> SubjectFiles:
    """Find the files, and stage CSV files as Parquet for random access."""
    files = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in _FORMS) if path.is_dir() else [path]
    if not files or any(file.suffix.lower() not in _FORMS for file in files):
        raise InputError.of(str(path), _message("NO_COLUMNS_FILE", known=sorted(_FORMS)), "WRONG_FILE")
    source_files, schema = [], None
    for index, file in enumerate(files):
        source_file, file_schema = _source_file(file, staging / f"{_STAGED}-{index:05}.parquet")
        if schema is not None and file_schema != schema:
            raise InputError.of(str(file), _message("OTHER_COLUMNS", first=files[0].name), "WRONG_FILE")
        source_files.append(source_file)
        schema = file_schema
    return SubjectFiles(tuple(source_files), schema or pl.Schema())


def _source_file(path: Path, staged: Path) -> tuple[SourceFile, pl.Schema]:
    form, digest, read_from = _FORMS[path.suffix.lower()], digest_of(path), path
    _check_kind(path, form)
    try:
        if form == "csv":
            read_from = staged
            _stage(path, staged, digest)
        scan = _scan_file(read_from, "parquet" if form == "csv" else form)
        return SourceFile(path, form, digest, scan.select(pl.len()).collect().item(), read_from), scan.collect_schema()
    except pl.exceptions.PolarsError as error:
        _refuse(path, error)


def _check_kind(path: Path, form: str) -> None:
    with path.open("rb") as file:
        message = refusal_of_other_kind(file, "Parquet, Arrow, CSV", _MEDIA_TYPES.get(form, ""))
    if message is not None:
        raise InputError.of(str(path), message, "WRONG_FILE")


def _stage(path: Path, staged: Path, digest: str) -> None:
    staged = staged.absolute()
    digest_file = staged.with_suffix(".digest")
    if staged.exists() and digest_file.exists() and digest_file.read_text(encoding="ascii") == digest:
        return
    staged.parent.mkdir(parents=True, exist_ok=True)
    scan = pl.scan_csv(path, infer_schema=False, glob=False)
    scan.sink_parquet(staged, row_group_size=_ROWS_STAGED, compression="lz4")
    digest_file.write_text(digest, encoding="ascii")


def _scan_file(path: Path, form: str) -> pl.LazyFrame:
    return pl.scan_parquet(path, glob=False) if form == "parquet" else pl.scan_ipc(path, glob=False)


def digest_of(path: Path) -> str:
    """Return the SHA-256 digest of a file."""
    hasher = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK_BYTES):
            hasher.update(piece)
    return hasher.hexdigest()


def _refuse(path: Path, error: Exception) -> NoReturn:
    problem = str(error).splitlines()[0][:200]
    raise InputError.of(str(path), _message("FILE_DAMAGED", problem=problem), "WRONG_FILE") from None


_MAX_HASHES_IN_MEMORY = 4_000_000
"""More subjects are checked in several passes."""
_MAXIMUM_CHECKED_HASHES = 1_000
_MAXIMUM_VIOLATIONS, _MAXIMUM_NAME_CHARACTERS = 20, 80
_HASH, _ROW_INDEX, _FIRST, _SECOND = "hash", "place", "first", "second"


def refuse_duplicate_subjects(source: SubjectFiles, *, held: int = _MAX_HASHES_IN_MEMORY) -> None:
    """Raise InputError if a subject occurs twice; `held` limits the hashes in memory."""
    shares = -(-source.rows // held)
    duplicates = [pair for share in range(shares) for pair in _duplicates_in_share(source, share, shares)]
    if not duplicates:
        return
    violations = []
    for second, first, name in sorted(duplicates)[:_MAXIMUM_VIOLATIONS]:
        message = _message("SUBJECT_TWICE", subject=name[:_MAXIMUM_NAME_CHARACTERS], other=_row_label(source, first))
        violations.append(Violation(_row_label(source, second), message, "DUPLICATE"))
    raise InputError(tuple(violations))


def _duplicates_in_share(source: SubjectFiles, share: int, shares: int) -> Iterator[tuple[int, int, str]]:
    """Yield second row, first row and name of duplicates; names resolve hash collisions."""
    hashed = pl.col(SUBJECT).hash().alias(_HASH)
    in_share = pl.col(SUBJECT).is_not_null() & (pl.col(_HASH) % shares == share)
    parts = [
        _scan_subjects(file, start).with_columns(hashed).filter(in_share).drop(SUBJECT)
        for start, file in _files_with_offsets(source)
    ]
    hashes = pl.concat([part.collect() for part in parts]).sort(_HASH, _ROW_INDEX)
    repeated_hashes = (
        hashes.filter(pl.col(_HASH) == pl.col(_HASH).shift(1)).sort(_ROW_INDEX)[_HASH].head(_MAXIMUM_CHECKED_HASHES)
    )
    if repeated_hashes.is_empty():
        return
    row_indices = hashes.filter(pl.col(_HASH).is_in(repeated_hashes.unique().implode()))[_ROW_INDEX].implode()
    named = [
        _scan_subjects(file, start).filter(pl.col(_ROW_INDEX).is_in(row_indices)).collect()
        for start, file in _files_with_offsets(source)
    ]
    pairs = pl.concat(named).sort(_ROW_INDEX).group_by(SUBJECT).agg(
        pl.col(_ROW_INDEX).get(0).alias(_FIRST), pl.col(_ROW_INDEX).get(1, null_on_oob=True).alias(_SECOND)
    ).drop_nulls()  # fmt: skip
    yield from pairs.select(_SECOND, _FIRST, SUBJECT).iter_rows()


def _files_with_offsets(source: SubjectFiles) -> Iterator[tuple[int, SourceFile]]:
    start = 0
    for file in source.files:
        yield start, file
        start += file.rows


def _scan_subjects(file: SourceFile, start: int) -> pl.LazyFrame:
    return file.scan().select(pl.col(SUBJECT).cast(pl.String)).with_row_index(_ROW_INDEX, offset=start)


def _row_label(source: SubjectFiles, index: int) -> str:
    start, file = [(start, file) for start, file in _files_with_offsets(source) if start <= index][-1]
    return _message("ROW", file=file.path.name, number=index - start + 1)
