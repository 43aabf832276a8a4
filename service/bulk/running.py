"""How is a bulk run shared out over processes, part by part?"""

from __future__ import annotations

import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import polars as pl
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rules.columns.cells import cells
from rules.columns.core import Core
from rules.contracts.inputs import Subject
from rules.contracts.messages import speaker
from rules.engine.read_subject import read_subject
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions
from service.bulk.inputs import Inputs
from service.bulk.parts import PARTS, STAGING, Folder, Part, summed
from service.bulk.screening import Asked, Screening
from service.bulk.sources import Slice, opened_source
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from rules.model.published import Published
    from service.bulk.sources import Source

_say = speaker(__name__)

ROWS = 32_768
"""How many subjects a part holds, so that memory does not grow with their number."""
SEMANTICS = 1
"""Which way of computing in columns made a run; a run is not resumed in another."""


@dataclass(frozen=True, slots=True)
class Run:
    """What every process of a run must know."""

    gazette: Path
    version: str
    as_of: date
    known: str
    settings: Mapping[str, str]
    criteria: bool
    folder: Folder
    schema: pl.Schema


@dataclass(slots=True)
class BulkResult:
    """What came out of a run."""

    manifest: dict[str, Any]
    rows: int
    resumed: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    parts: list[Part] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many subjects this run answered for."""
        return sum(part.subjects for part in self.parts) - self.resumed


def evaluate_bulk(  # noqa: PLR0913 -- one for each option of the command
    published: Published,
    source: Path,
    out: Path,
    *,
    gazette: Gazette,
    as_of: date,
    known: str,
    settings: Mapping[str, str],
    form: str = "parquet",
    criteria: bool = True,
    resume: bool = False,
    processes: int | None = None,
    rows: int = ROWS,
    label: str = "",
) -> BulkResult:
    """Screen the subjects of files by columns and write answers and manifest into a folder.

    Raises:
        InputError: the inputs, a setting or the folder cannot be accepted.
        EngineDisagreement: the two evaluators of the core differ on a subject.
        VersionError: an edition of a reference table that the card names is not there.
        Refusal: a process of the run was ended from outside.
    """
    folder = Folder(out, form)
    nobody = Subject(subject="", as_of=as_of.isoformat(), known=known, settings=dict(settings))
    chosen = read_subject(published.scorecard, nobody).settings
    subjects = opened_source(source, out / STAGING)
    evaluators = Evaluators.beside(gazette)
    try:
        engine = evaluators.engine(published)
        Inputs(engine.plan, subjects.schema)
        tables = engine.tables_at(as_of, as_of.fromisoformat(known[:10]))
        told = [one for one in cells(engine) if criteria or not one.criterion]
    finally:
        evaluators.close()
    head: dict[str, Any] = {
        "screening": SEMANTICS,
        "scorecard": published.name,
        "ruleDigest": published.rule_digest,
        "tables": [
            {"tableId": id, "table": f"{table.manifest.name}@{table.manifest.edition}", "digest": table.manifest_digest}
            for id, table in sorted(tables.items())
        ],
        "asOfDate": as_of.isoformat(),
        "known": known,
        "settings": [{"settingId": name, "choice": choice} for name, choice in sorted(chosen.items())],
        "inputs": [{"file": file.path.name, "digest": file.digest, "subjects": file.rows} for file in subjects.files],
        "form": form,
        "criteria": criteria,
        "subjectsInPart": rows,
        "software": {"touchstone": software_versions()["touchstone"], "polars": pl.__version__},
    }
    head = folder.begin(head, resume=resume)
    run = Run(gazette.folder, published.name, as_of, head["known"], dict(settings), criteria, folder, subjects.schema)
    result = BulkResult(head, subjects.rows)
    begun = time.monotonic()
    try:
        with _progress(subjects.rows, label) as advance:
            _work(run, subjects, rows, processes or _cores(), result, advance)
    except KeyboardInterrupt:
        result.interrupted = True
    result.seconds = time.monotonic() - begun
    result.parts.sort(key=lambda part: part.number)
    columns = [{"cell": one.name, "places": one.places, "rounded": one.rounded} for one in told]
    result.manifest = {
        **head,
        "cells": columns,
        **summed(result.parts),
        "parts": [_listed(part) for part in result.parts],
    }
    if not result.interrupted:
        folder.finish(result.manifest)
    return result


def _listed(part: Part) -> dict[str, Any]:
    return {"file": f"{PARTS}/{part.file}", "digest": part.digest, "subjects": part.subjects}


def _work(  # noqa: PLR0913, PLR0917 -- what every part needs
    run: Run, source: Source, rows: int, processes: int, result: BulkResult, advance: Callable[[int], None]
) -> None:
    left: list[tuple[int, Slice]] = []
    for number, piece in enumerate(source.slices(rows)):
        done = run.folder.done(number)
        if done is None:
            left.append((number, piece))
        else:
            result.parts.append(done)
            result.resumed += done.subjects
            advance(done.subjects)
    if processes == 1 or len(left) == 1:
        working = _Working(run)
        try:
            for number, piece in left:
                _take(working.part(number, piece), result, advance)
        finally:
            working.close()
        return
    with _single_threads(), ProcessPoolExecutor(
        min(processes, max(len(left), 1)), get_context("spawn"), _begin, (run,)
    ) as pool:  # fmt: skip
        waiting = [pool.submit(_part, number, piece) for number, piece in left]
        try:
            for done_part in as_completed(waiting):
                _take(done_part.result(), result, advance)
        except BrokenProcessPool:
            raise Refusal(Reason.SERVER_UNAVAILABLE, _say("PROCESS_ENDED")) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _take(part: Part, result: BulkResult, advance: Callable[[int], None]) -> None:
    result.parts.append(part)
    advance(part.subjects)


class _Working:
    """One process of a run."""

    def __init__(self, run: Run) -> None:
        gazette = Gazette(run.gazette)
        self._evaluators = Evaluators.beside(gazette)
        engine = self._evaluators.engine(gazette.version_named(run.version))
        tables = engine.tables_at(run.as_of, run.as_of.fromisoformat(run.known[:10]))
        self._screening = Screening(
            Core(engine, tables), Asked(run.as_of, run.known, run.settings), run.schema, criteria=run.criteria
        )
        self._folder = run.folder

    def part(self, number: int, piece: Slice) -> Part:
        answer = self._screening.answer(piece.read())
        return self._folder.write(number, answer, self._screening.why)

    def close(self) -> None:
        self._evaluators.close()


_working: list[_Working] = []
"""The work of this process, if it is one of a pool."""


def _begin(run: Run) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _working.append(_Working(run))


def _part(number: int, piece: Slice) -> Part:
    return _working[0].part(number, piece)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _single_threads() -> Iterator[None]:
    """Let every process begun meanwhile compute in one thread, since there is one for each core."""
    name = "POLARS_MAX_THREADS"
    before = os.environ.get(name)
    os.environ[name] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]


@contextmanager
def _progress(count: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, and nothing elsewhere."""
    if not (label and sys.stderr.isatty()):
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=count)
        yield lambda steps: progress.advance(task, steps)
