"""The work of a command, shared over the cores of its machine in processes that end with it.

A server has `service.base.worker_pool` for this: there each piece has somebody who waits for it and may leave. A
command has one run of many pieces, of which few wait at once, so that memory stays bounded. Ctrl-C is for the command:
what is begun then is finished and given, and nothing new is begun.
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

_say = message_factory(__name__)

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
_Piece_contra = TypeVar("_Piece_contra", contravariant=True)
_Answer_co = TypeVar("_Answer_co", covariant=True)

WAITING = 2
"""How many pieces are handed out for each process, so that none is idle."""


class PieceWorker(Protocol[_Piece_contra, _Answer_co]):
    """What one process does of a run."""

    def do(self, piece: _Piece_contra) -> _Answer_co:
        """Do one piece."""

    def close(self) -> None:
        """Free what was prepared."""


class ParallelRun(Protocol[_Piece_contra, _Answer_co]):
    """What every process of a run is told of it."""

    def begin(self) -> PieceWorker[_Piece_contra, _Answer_co]:
        """Prepare to work."""


def map_in_processes(
    run: ParallelRun[Piece, Answer],
    pieces: Iterable[Piece],
    processes: int,
    *,
    environment: Mapping[str, str] | None = None,
) -> Generator[Answer]:
    """Do all pieces, and give each answer as soon as it is there; with one process in this one.

    `environment` are variables for the processes; what this one has says more.

    Raises:
        Refusal: a process was ended from outside.
    """
    if isinstance(pieces, Sized):
        processes = min(processes, len(pieces))
    if processes > 1:
        yield from _by_processes(run, pieces, processes, environment or {})
        return
    work = run.begin()
    try:
        yield from map(work.do, pieces)
    finally:
        work.close()


def _by_processes(
    run: ParallelRun[Piece, Answer], pieces: Iterable[Piece], processes: int, environment: Mapping[str, str]
) -> Generator[Answer]:
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait  # noqa: PLC0415 -- only for several
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 -- likewise
    from multiprocessing import get_context  # noqa: PLC0415 -- likewise

    remaining = iter(pieces)
    begun: set[Future[Answer]] = set()
    with _with_variables(environment), ProcessPoolExecutor(processes, get_context("spawn"), _begin, (run,)) as pool:
        try:
            while True:
                begun.update(pool.submit(_do, piece) for piece in islice(remaining, processes * WAITING - len(begun)))
                if not begun:
                    return
                done, begun = wait(begun, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        except KeyboardInterrupt:
            for future in wait([one for one in begun if not one.cancel()]).done:
                yield future.result()
            raise
        except BrokenProcessPool:
            raise Refusal(Reason.SERVER_UNAVAILABLE, _say("PROCESS_ENDED")) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_working: list[PieceWorker[Any, Any]] = []
"""The work of this process, if it is one of a run."""


def _begin(run: ParallelRun[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _working.append(run.begin())


def _do(piece: Any) -> Any:
    return _working[0].do(piece)


@contextmanager
def _with_variables(environment: Mapping[str, str]) -> Iterator[None]:
    """Let every process begun meanwhile have these variables."""
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
