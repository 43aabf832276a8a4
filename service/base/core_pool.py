"""Parallel execution of a command's work in processes.

After Ctrl-C, running pieces are finished and no new ones start.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from concurrent.futures import Future

_message = message_factory(__name__)

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
_Piece_contra = TypeVar("_Piece_contra", contravariant=True)
_Answer_co = TypeVar("_Answer_co", covariant=True)

WAITING = 2


class PieceWorker(Protocol[_Piece_contra, _Answer_co]):
    """Worker in one process of a run."""

    def do(self, piece: _Piece_contra) -> _Answer_co:
        """Process one piece."""

    def close(self) -> None:
        """Release resources."""


class ParallelRun(Protocol[_Piece_contra, _Answer_co]):
    """Picklable work shared by all processes of a run."""

    def begin(self) -> PieceWorker[_Piece_contra, _Answer_co]:
        """Return a worker for this process."""


def map_in_processes(
    run: ParallelRun[Piece, Answer],
    pieces: Iterable[Piece],
    processes: int,
    *,
    environment: Mapping[str, str] | None = None,
) -> Generator[Answer]:
    """Yield each answer on completion; with one process, work in this one.

    `environment` adds missing variables for the processes. Raises Refusal if a process is ended from outside.
    """
    if isinstance(pieces, Sized):
        processes = min(processes, len(pieces))
    if processes > 1:
        yield from _map_in_pool(run, pieces, processes, environment or {})
        return
    work = run.begin()
    try:
        yield from map(work.do, pieces)
    finally:
        work.close()


def _map_in_pool(
    run: ParallelRun[Piece, Answer], pieces: Iterable[Piece], processes: int, environment: Mapping[str, str]
) -> Generator[Answer]:
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait  # noqa: PLC0415 -- only for several processes
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 -- only for several processes
    from multiprocessing import get_context  # noqa: PLC0415 -- only for several processes

    remaining = iter(pieces)
    pending: set[Future[Answer]] = set()
    with (
        _with_variables(environment),
        ProcessPoolExecutor(processes, get_context("spawn"), _start_worker, (run,)) as pool,
    ):
        try:
            while True:
                pending.update(
                    pool.submit(_process_piece, piece)
                    for piece in islice(remaining, processes * WAITING - len(pending))
                )
                if not pending:
                    return
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        except KeyboardInterrupt:
            for future in wait([each for each in pending if not each.cancel()]).done:
                yield future.result()
            raise
        except BrokenProcessPool:
            raise Refusal(Reason.SERVER_UNAVAILABLE, _message("PROCESS_ENDED")) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_workers: list[PieceWorker[Any, Any]] = []


def _start_worker(run: ParallelRun[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _workers.append(run.begin())


def _process_piece(piece: Any) -> Any:
    return _workers[0].do(piece)


@contextmanager
def _with_variables(environment: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update({name: before[name] or value for name, value in environment.items()})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
