"""Run folder of a bulk run: resumable journal, manifest and parts."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, TypeVar
from uuid import uuid4

import orjson
import polars as pl

from rules.contracts import InputError, message_factory
from service.base.core_pool import ParallelRun, map_in_processes
from service.base.durable_files import Journal, is_begun, replace_file
from service.base.software import software_versions
from service.bulk.screening import BY, COLUMNS, CORE, REFUSED
from service.bulk.sources import digest_of
from service.configuration.available_cores import cores
from service.output.terminal.progress import progress

_message = message_factory(__name__)
_Piece = TypeVar("_Piece")

JOURNAL, MANIFEST, PARTS, STAGING = "journal.jsonl", "manifest.json", "parts", "staging"
_VARYING_KEYS = ("known", "storedBefore")
_UNFINISHED = ".unfinished"
_MAXIMUM_FILES_SHOWN = 5
_ANSWER_COLUMNS = ("conclusion", "grade", "stage", "verdict")


@dataclass(frozen=True, slots=True)
class RunPart:
    """Summary of a part; `columns` and `core` count subjects by evaluator.

    `beyond` is the reason why columns cannot represent the scorecard. In a replay, `moves` holds column, before, after
    and count of changes, and `until` the last archive position.
    """

    number: int
    file: str
    digest: str
    subjects: int
    columns: int
    core: int
    refused: int
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    beyond: str = ""
    refusals: tuple[tuple[str, str], ...] = ()
    moved: int = 0
    moves: tuple[tuple[str, str, str, int], ...] = ()
    until: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The folder of one run."""

    path: Path
    form: str

    @property
    def is_begun(self) -> bool:
        return is_begun(self.path / JOURNAL)

    def absolute(self) -> RunFolder:
        return RunFolder(self.path.absolute(), self.form)

    def begin(self, head: dict[str, Any], *, resume: bool) -> Journal:
        if not self.is_begun and self.path.is_dir() and any(entry.name != STAGING for entry in self.path.iterdir()):
            _refuse(_message("OUT_NOT_EMPTY", path=self.path))
        (self.path / PARTS).mkdir(parents=True, exist_ok=True)
        return Journal(self.path / JOURNAL, head, resume=resume, varies=_VARYING_KEYS)

    def stands(self, part: RunPart) -> bool:
        file = self.path / PARTS / part.file
        return file.exists() and digest_of(file) == part.digest

    def write(self, number: int, answer: pl.DataFrame, beyond: str = "", **of_replay: Any) -> RunPart:
        file = self.path / PARTS / f"part-{number:05}.{self.form}"
        with _atomic_file(file) as unfinished:
            match self.form:
                case "csv":
                    answer.write_csv(unfinished)
                case "arrow":
                    answer.write_ipc(unfinished, compression="zstd")
                case _:
                    # Statistics cost a fifth of the time and do not help sequential readers.
                    answer.write_parquet(unfinished, compression="zstd", compression_level=1, statistics=False)
        return replace(_summarize_part(number, file.name, digest_of(file), answer, beyond), **of_replay)

    def finish(self, manifest: dict[str, Any]) -> None:
        missing = [part["file"] for part in manifest["parts"] if not (self.path / part["file"]).exists()]
        if missing:
            _refuse(_message("PARTS_NOT_HERE", path=self.path, files=missing[:_MAXIMUM_FILES_SHOWN]))
        staging = self.path / STAGING
        leftovers = [*(staging.iterdir() if staging.is_dir() else ()), *(self.path / PARTS).glob(f".*{_UNFINISHED}")]
        for file in leftovers:
            file.unlink(missing_ok=True)
        if staging.is_dir():
            staging.rmdir()
        replace_file(self.path / MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2))


@contextmanager
def _atomic_file(file: Path) -> Iterator[Path]:
    """Yield a temporary path, then rename it; the unique name allows concurrent writers."""
    unfinished = file.with_name(f".{file.name}.{uuid4().hex}{_UNFINISHED}")
    yield unfinished
    unfinished.replace(file)


def _summarize_part(number: int, file: str, digest: str, answer: pl.DataFrame, beyond: str) -> RunPart:
    by = dict(answer[BY].cast(pl.String).value_counts().rows())
    refused = answer.filter(pl.col(BY) == REFUSED).select(answer.columns[0], REFUSED).head(20)
    return RunPart(
        number=number,
        file=file,
        digest=digest,
        subjects=answer.height,
        columns=by.get(COLUMNS, 0),
        core=by.get(CORE, 0),
        refused=by.get(REFUSED, 0),
        answers={
            name: dict(answer[name].drop_nulls().cast(pl.String).value_counts().sort(name).rows())
            for name in _ANSWER_COLUMNS
            if name in answer.columns
        },
        beyond=beyond,
        refusals=tuple(refused.rows()),
    )


def _sum_parts(parts: list[RunPart]) -> dict[str, Any]:
    answers: dict[str, Counter[str]] = {}
    for part in parts:
        for name, counted in part.answers.items():
            answers.setdefault(name, Counter()).update(counted)
    subjects, core = sum(part.subjects for part in parts), sum(part.core for part in parts)
    return {
        "byColumns": sum(part.columns for part in parts),
        "byCore": core,
        "refused": sum(part.refused for part in parts),
        "shareOfCore": f"{core / subjects:.4f}" if subjects else "0",
        "beyondColumns": next((part.beyond for part in parts if part.beyond), None),
        "answers": [
            {"cell": name, "answer": answer, "count": count}
            for name, counted in answers.items()
            for answer, count in sorted(counted.items())
        ],
    }


def _refuse(description: str) -> NoReturn:
    raise InputError.of("--out", description, "WRONG_VALUE")


class BulkResult:
    """Progress and result of a run; `rows` is None if unknown, `done` contains intact earlier parts."""

    def __init__(self, folder: RunFolder, journal: Journal, rows: int | None) -> None:
        self.head, self.rows = journal.head, rows
        self.seconds, self.interrupted = 0.0, False
        self.parts: list[RunPart] = []
        self.manifest: dict[str, Any] = {}
        self._folder, self._journal = folder, journal
        noted = {part.number: part for part in map(_part_from_line, journal.lines)}
        self.done = {number: part for number, part in noted.items() if folder.stands(part)}

    @property
    def resumed(self) -> int:
        return sum(part.subjects for part in self.done.values())

    @property
    def answered(self) -> int:
        return sum(part.subjects for part in self.parts)

    def follow(self, parts: Generator[RunPart], label: str) -> None:
        begun = time.monotonic()
        with self._interruptible(), progress(self.rows, label) as advance, closing(parts):
            for part in self.done.values():
                self.take(part)
                advance(part.subjects)
            for part in parts:
                self._journal.note(asdict(part))
                self.take(part)
                advance(part.subjects)
        self.seconds = time.monotonic() - begun
        self.parts.sort(key=lambda part: part.number)

    def take(self, part: RunPart) -> None:
        self.parts.append(part)

    def finish(self, extra: dict[str, Any], *, rows: str = "subjects") -> None:
        parts = [{"file": f"{PARTS}/{part.file}", "digest": part.digest, rows: part.subjects} for part in self.parts]
        self.manifest = {**self.head, **extra, rows: self.answered, **_sum_parts(self.parts), "parts": parts}
        if not self.interrupted:
            with self._interruptible():
                self._folder.finish(self.manifest)

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            self.interrupted = True


def _part_from_line(line: dict[str, Any]) -> RunPart:
    listed = {name: tuple(map(tuple, line[name])) for name in ("refusals", "moves")}
    return RunPart(**{**line, **listed, "until": tuple(line["until"])})


SINGLE_THREADED = "POLARS_MAX_THREADS"


@dataclass(frozen=True, slots=True)
class Parallelism:
    """Local processes (None: one per core), or a Ray `cluster` address."""

    processes: int | None = None
    cluster: str | None = None

    def parts(
        self, run: ParallelRun[tuple[int, _Piece], RunPart], pieces: Iterable[tuple[int, _Piece]]
    ) -> Generator[RunPart]:
        if self.cluster is not None:
            parts: Generator[RunPart] = _load_cluster_module().run_on_cluster(run, pieces, self.cluster)
            return parts
        # One process per core, so each computes in one thread.
        return map_in_processes(run, pieces, self.processes or cores(), environment={SINGLE_THREADED: "1"})


def software() -> dict[str, str]:
    """Return the software versions that all processes must share."""
    return {"touchstone": software_versions()["touchstone"], "polars": pl.__version__}


def _load_cluster_module() -> ModuleType:
    from service.bulk import cluster  # noqa: PLC0415 -- Ray is optional

    return cluster
