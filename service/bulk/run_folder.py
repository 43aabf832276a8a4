"""Run folder of a bulk run: journal, manifest and parts, resumable and shared by processes or a Ray cluster."""

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

from rules.contracts import InputError, Violation, message_factory
from service.base.core_pool import ParallelRun, map_in_processes
from service.base.durable_files import Journal, is_begun, replace_file
from service.base.software import software_versions
from service.bulk.screening import BY, COLUMNS, CORE, REFUSED
from service.bulk.sources import digest_of
from service.configuration.available_cores import cores
from service.output.terminal.progress import progress

_say = message_factory(__name__)
_Piece = TypeVar("_Piece")

FORMS = ("parquet", "csv", "arrow")
JOURNAL, MANIFEST, PARTS, STAGING = "journal.jsonl", "manifest.json", "parts", "staging"
_NOT_COMPARED = ("known", "storedBefore")
_UNFINISHED = ".unfinished"
_MOST_NAMED = 5
_ANSWERS = ("conclusion", "grade", "stage", "verdict")


@dataclass(frozen=True, slots=True)
class RunPart:
    """What a part of the answer holds: how many subjects were told by whom, and what came out.

    `beyond` says why columns could not hold the card, if they could not. Of a replay `moves` are what was concluded
    otherwise, by cell, before and after, with how often, and the part reaches `until` this position of the archive.
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
        """Whether a run is noted there."""
        return is_begun(self.path / JOURNAL)

    def absolute(self) -> RunFolder:
        """Give the same folder by a path that holds in every process."""
        return RunFolder(self.path.absolute(), self.form)

    def begin(self, head: dict[str, Any], *, resume: bool) -> Journal:
        """Open the journal of a run, or of one that is the same and is taken up."""
        if not self.is_begun and self.path.is_dir() and any(entry.name != STAGING for entry in self.path.iterdir()):
            _refuse(_say("OUT_NOT_EMPTY", path=self.path))
        (self.path / PARTS).mkdir(parents=True, exist_ok=True)
        return Journal(self.path / JOURNAL, head, resume=resume, varies=_NOT_COMPARED)

    def stands(self, part: RunPart) -> bool:
        """Say whether the file of a part is there as it was written."""
        file = self.path / PARTS / part.file
        return file.exists() and digest_of(file) == part.digest

    def write(self, number: int, answer: pl.DataFrame, beyond: str = "", **of_replay: Any) -> RunPart:
        """Write a part of the answer; `of_replay` are the fields of a part that a replay alone has."""
        file = self.path / PARTS / f"part-{number:05}.{self.form}"
        with _atomic_file(file) as unfinished:
            match self.form:
                case "csv":
                    answer.write_csv(unfinished)
                case "arrow":
                    answer.write_ipc(unfinished, compression="zstd")
                case _:
                    # Whoever reads all of it gains nothing from statistics, which take a fifth of the time.
                    answer.write_parquet(unfinished, compression="zstd", compression_level=1, statistics=False)
        return replace(_summarize_part(number, file.name, digest_of(file), answer, beyond), **of_replay)

    def finish(self, manifest: dict[str, Any]) -> None:
        """Write the manifest and remove what was staged."""
        missing = [part["file"] for part in manifest["parts"] if not (self.path / part["file"]).exists()]
        if missing:
            _refuse(_say("PARTS_NOT_HERE", path=self.path, files=missing[:_MOST_NAMED]))
        staging = self.path / STAGING
        leftovers = [*(staging.iterdir() if staging.is_dir() else ()), *(self.path / PARTS).glob(f".*{_UNFINISHED}")]
        for file in leftovers:
            file.unlink(missing_ok=True)
        if staging.is_dir():
            staging.rmdir()
        replace_file(self.path / MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2))


@contextmanager
def _atomic_file(file: Path) -> Iterator[Path]:
    """Give a file to write, which then takes its place; a part may be begun again while another still writes it."""
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
            for name in _ANSWERS
            if name in answer.columns
        },
        beyond=beyond,
        refusals=tuple(refused.rows()),
    )


def sum_parts(parts: list[RunPart]) -> dict[str, Any]:
    """Sum parts up."""
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
    raise InputError((Violation("--out", description, "WRONG_VALUE"),))


class BulkResult:
    """What came out of a run over so many `rows`, None if nobody counted them; `head` says what the run is.

    `done` are the parts of earlier runs by number; one whose file is not what was noted is done again.
    """

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
        """How many subjects earlier runs answered for."""
        return sum(part.subjects for part in self.done.values())

    @property
    def answered(self) -> int:
        """How many subjects are answered for, by this run and earlier ones."""
        return sum(part.subjects for part in self.parts)

    def follow(self, parts: Generator[RunPart], label: str) -> None:
        """Note parts as they are done, until all are or Ctrl-C; what is begun then is ended in any case."""
        begun = time.monotonic()
        try:
            with progress(self.rows, label) as advance, closing(parts):
                for part in self.done.values():
                    self.take(part)
                    advance(part.subjects)
                for part in parts:
                    self._journal.note(asdict(part))
                    self.take(part)
                    advance(part.subjects)
        except KeyboardInterrupt:
            self.interrupted = True
        self.seconds = time.monotonic() - begun
        self.parts.sort(key=lambda part: part.number)

    def take(self, part: RunPart) -> None:
        """Add a part that is done."""
        self.parts.append(part)

    def finish(self, extra: dict[str, Any], *, rows: str = "subjects") -> None:
        """Sum up, and write the manifest unless the run was interrupted; `rows` is what the manifest calls them."""
        parts = [{"file": f"{PARTS}/{part.file}", "digest": part.digest, rows: part.subjects} for part in self.parts]
        self.manifest = {**self.head, **extra, rows: self.answered, **sum_parts(self.parts), "parts": parts}
        if not self.interrupted:
            self._folder.finish(self.manifest)


def _part_from_line(line: dict[str, Any]) -> RunPart:
    listed = {name: tuple(map(tuple, line[name])) for name in ("refusals", "moves")}
    return RunPart(**{**line, **listed, "until": tuple(line["until"])})


SINGLE_THREADED = "POLARS_MAX_THREADS"
"""The variable that says in how many threads a process computes."""


@dataclass(frozen=True, slots=True)
class Parallelism:
    """Over how many processes of this machine, one for each core if None; or over the Ray `cluster` at an address."""

    processes: int | None = None
    cluster: str | None = None

    def parts(
        self, run: ParallelRun[tuple[int, _Piece], RunPart], pieces: Iterable[tuple[int, _Piece]]
    ) -> Generator[RunPart]:
        """Work on all pieces, and give each part as soon as it is done."""
        if self.cluster is not None:
            parts: Generator[RunPart] = _cluster().run_on_cluster(run, pieces, self.cluster)
            return parts
        # One process for each core, so that each computes in one thread.
        return map_in_processes(run, pieces, self.processes or cores(), environment={SINGLE_THREADED: "1"})


def software() -> dict[str, str]:
    """Name the software that a run is made with, the same in all of its processes."""
    return {"touchstone": software_versions()["touchstone"], "polars": pl.__version__}


def _cluster() -> ModuleType:
    """Load what works with Ray, which is an extra."""
    try:
        from service.bulk import cluster  # noqa: PLC0415 -- only when it is called, since Ray may be absent
    except ModuleNotFoundError as error:
        if error.name != "ray":
            raise
        raise InputError((Violation("--ray", _say("NO_RAY"), "SOFTWARE_MISSING"),)) from None
    return cluster
