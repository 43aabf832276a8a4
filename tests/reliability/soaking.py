"""Soak test: memory, open handles, threads and processes of a server under long use."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.good_calls import call, good_calls, methods
from tests.reliability.good_drafts import ONCE, REFUSED
from tests.reliability.killing import children_of
from tests.reliability.overload import megabytes
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject

_OFTEN = 5.0
"""Seconds between two looks."""
_WARM = 0.2
"""Share of the run excluded at the start; caches are warm afterwards."""


@dataclass(frozen=True)
class Look:
    """Resources of a server at one moment."""

    megabytes: float
    handles: int
    threads: int
    processes: int


@dataclass
class Soaked:
    calls: int = 0
    seconds: float = 0.0
    looks: list[Look] = field(default_factory=list)

    @property
    def settled(self) -> list[Look]:
        """The looks after everything was warm."""
        return self.looks[int(len(self.looks) * _WARM) :]

    def grown(self) -> float:
        """Return the growth in MB between the medians of both halves of the settled time."""
        half = len(self.settled) // 2
        first, second = (sorted(one.megabytes for one in part) for part in (self.settled[:half], self.settled[half:]))
        return second[len(second) // 2] - first[len(first) // 2]

    def __str__(self) -> str:
        figures = ", ".join(
            f"{name} {min(values):.0f} to {max(values):.0f}"
            for name in ("megabytes", "handles", "threads", "processes")
            if (values := [getattr(one, name) for one in self.settled])
        )
        minutes = self.seconds / 60
        return f"{self.calls} calls of every kind in {minutes:.1f} minutes: {figures}; grown by {self.grown():+.1f} MB"


def soak(server: RunningServer, *, minutes: float, callers: int = 3) -> Soaked:
    """Make calls of every kind that stays right for so long, and look at the server now and then."""
    soaked, good = Soaked(), good_calls(server)
    begun = time.monotonic()
    ended, failures = threading.Event(), list[BaseException]()
    often = [path for path, method in methods().items() if method.name not in REFUSED | ONCE]
    turns = [(path, one) for path in often for one in good[path] if one.ByteSize() < 20_000]

    def work() -> None:
        try:
            while not ended.is_set():
                for path, request in turns:
                    again = request_for(small_subject()) if path.endswith("EvaluateSubject") else request
                    call(server.channel, path, [again.SerializeToString()], timeout=60)
                    soaked.calls += 1
                    if ended.is_set():
                        return
        except BaseException as error:  # raised where the threads are joined
            failures.append(error)
            ended.set()

    threads = [threading.Thread(target=work) for _ in range(callers)]
    for thread in threads:
        thread.start()
    while not ended.wait(min(_OFTEN, minutes * 60 / 20)) and time.monotonic() < begun + 60 * minutes:
        soaked.looks.append(_look(server.process.pid))
    ended.set()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    soaked.seconds = time.monotonic() - begun
    return soaked


def _look(pid: int) -> Look:
    folder = Path(f"/proc/{pid}")
    handles, threads = (len(list((folder / name).iterdir())) for name in ("fd", "task"))
    return Look(megabytes(pid), handles, threads, len(children_of(pid)))
