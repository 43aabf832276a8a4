"""How is the work on the parts of a run shared out: in this process, over processes, or over a cluster?"""

from __future__ import annotations

import os
import signal
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from concurrent.futures import Future
    from types import ModuleType

    from service.bulk.parts import Part

_say = speaker(__name__)

SINGLE_THREADED = "POLARS_MAX_THREADS"
"""The variable that says in how many threads a process computes."""
WAITING = 2
"""How many parts are handed out for each process that works, so that none waits and memory stays bounded."""


class Work(Protocol):
    """What one process does of a run."""

    def part(self, number: int, piece: Any) -> Part:
        """Answer for a piece, write the part and note it."""

    def close(self) -> None:
        """Free what was prepared."""


class Run(Protocol):
    """A run as every process is told of it."""

    def begin(self) -> Work:
        """Prepare to work on parts."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Over how many processes of this machine, one for each core if None; or over the Ray `cluster` at an address."""

    processes: int | None = None
    cluster: str | None = None

    def parts(self, run: Run, pieces: Iterable[tuple[int, Any]], count: int | None = None) -> Generator[Part]:
        """Work on all pieces, `count` of them if that is known, and give each part as soon as it is done.

        Raises:
            InputError: Ray is not installed.
            Refusal: a process was ended from outside, or the cluster cannot be used.
        """
        if self.cluster is not None:
            parts: Generator[Part] = _cluster().by_cluster(run, pieces, self.cluster)
            return parts
        processes = self.processes or _cores()
        if count is not None:
            processes = min(processes, count)
        return by_processes(run, pieces, processes) if processes > 1 else by_this_process(run, pieces)


def by_this_process(run: Run, pieces: Iterable[tuple[int, Any]]) -> Generator[Part]:
    """Work on one piece after the other."""
    work = run.begin()
    try:
        for number, piece in pieces:
            yield work.part(number, piece)
    finally:
        work.close()


def by_processes(run: Run, pieces: Iterable[tuple[int, Any]], processes: int) -> Generator[Part]:
    """Work on several pieces at once, each part given as soon as it is done.

    Raises:
        Refusal: a process was ended from outside.
    """
    left = iter(pieces)
    with _single_threads(), ProcessPoolExecutor(processes, get_context("spawn"), _begin, (run,)) as pool:
        working: set[Future[Part]] = set()
        try:
            while True:
                for number, piece in left:
                    working.add(pool.submit(_part, number, piece))
                    if len(working) >= processes * WAITING:
                        break
                if not working:
                    return
                done, working = wait(working, return_when=FIRST_COMPLETED)
                for one in done:
                    yield one.result()
        except BrokenProcessPool:
            raise Refusal(Reason.SERVER_UNAVAILABLE, _say("PROCESS_ENDED")) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


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


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_working: list[Work] = []
"""The work of this process, if it is one of a pool."""


def _begin(run: Run) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _working.append(run.begin())


def _part(number: int, piece: Any) -> Part:
    return _working[0].part(number, piece)


@contextmanager
def _single_threads() -> Iterator[None]:
    """Let every process begun meanwhile compute in one thread, since there is one for each core."""
    before = os.environ.get(SINGLE_THREADED)
    os.environ[SINGLE_THREADED] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SINGLE_THREADED]
