"""Benchmark of servers that share one database: throughput by servers and evaluating processes, and a year of storage.

Sixteen callers send distinct subjects to all servers at once. Wall-clock time on few cores includes the callers and all
other load, so throughput is computed from processor time:

- evaluations per second of one core: how many evaluations the cores of the servers and of the database make,
- evaluations per second with a core for each process: the process that computed longest limits all others,
- the limit of all servers together, because one transaction commits evaluations at a time. A thread samples how long
  its lock was held. The limit rises with the number of waiting callers: up to 64 evaluations share a commit.

From the first figure and the size of the database follow the cores and terabytes for a number of evaluations a year.
"""

from __future__ import annotations

import argparse
import os
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy.engine import make_url

from benchmarks.service import AS_OF, CARD, start, stub, surroundings
from benchmarks.variations import variations
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from service.store.postgres import EVALUATIONS_LOCK
from tests.support.postgres import new_database, running_server
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    from rules.contracts import Subject
    from touchstone.v1 import evaluation_service_pb2

_CALLERS = 16
_WARM_UP = 32
_SAMPLE_SECONDS = 0.002
_LOCK_HELD = (
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"  # noqa: S608 -- only constants
    f" AND classid = {EVALUATIONS_LOCK >> 32} AND objid = {EVALUATIONS_LOCK & 0xFFFFFFFF})"
)
_YEARS = (10**6, 10**8, 10**9)
_WORKING_SECONDS = 250 * 8 * 3_600
"""The evaluations of a year arrive on 250 days in eight hours each."""
_USED_SHARE = 0.5
"""The share of a core that may be used at a usual hour, so that twice as many calls in another hour are answered."""
_CORES_OF_MACHINE = 16


@dataclass
class Layout:
    """A number of servers on one database, each with a number of evaluating processes, and its measured work."""

    servers: int
    processes: int
    database: str
    started: list[subprocess.Popen[str]] = field(default_factory=list)
    calls: list[Callable[[evaluation_service_pb2.EvaluateSubjectRequest], object]] = field(default_factory=list)
    evaluated: int = 0
    seconds: float = 0
    computed: dict[int, float] = field(default_factory=dict)
    database_seconds: float = 0
    lock_seconds: float = 0
    size: float = 0

    def start(self, until: ExitStack) -> None:
        """Start the servers, and stop them at the end."""
        for _ in range(self.servers):
            environment = {
                **os.environ,
                "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
                "TOUCHSTONE_DATABASE_URL": self.database,
                "TOUCHSTONE_EVALUATING_PROCESSES": str(self.processes),
                "TOUCHSTONE_LOG_LEVEL": "error",
            }
            server, address = start(["-m", "service.cli.main", "serve"], environment)
            until.callback(server.wait, 60)
            until.callback(server.terminate)
            self.started.append(server)
            self.calls.append(stub(address).EvaluateSubject)

    def measure(self, requests: list[evaluation_service_pb2.EvaluateSubjectRequest]) -> None:
        """Evaluate requests, wait until they are projected, and add the time spent."""
        before, in_database, size = self._processor_seconds(), _database_seconds(self.database), self._size()
        begun = time.perf_counter()
        with _sampled_lock(self.database) as held:
            call_all(self.calls, requests)
            self.seconds += time.perf_counter() - begun
            self._settle()
        self.lock_seconds += held()
        for pid, seconds in self._processor_seconds().items():
            self.computed[pid] = self.computed.get(pid, 0) + seconds - before.get(pid, 0)
        self.database_seconds += _database_seconds(self.database) - in_database
        self.size += self._size() - size
        self.evaluated += len(requests)

    def _settle(self) -> None:
        waiting = "SELECT EXISTS (SELECT FROM unprojected)"
        with psycopg.connect(_address(self.database), autocommit=True) as connection:
            while connection.execute(waiting).fetchone() != (False,):
                time.sleep(0.05)

    def _size(self) -> float:
        with psycopg.connect(_address(self.database), autocommit=True) as connection:
            (size,) = connection.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
        return float(size)

    def _processor_seconds(self) -> dict[int, float]:
        """Return the processor time of each server and each of its evaluating processes."""
        processes = [pid for server in self.started for pid in (server.pid, *_children(server.pid))]
        return {pid: _processor_seconds(pid) for pid in processes}

    @property
    def by_core(self) -> float:
        """Evaluations for each second that the servers and the database computed."""
        return self.evaluated / (sum(self.computed.values()) + self.database_seconds)

    @property
    def by_process(self) -> float:
        """Evaluations for each second of the process that computed longest."""
        return self.evaluated / max(self.computed.values())

    @property
    def by_lock(self) -> float:
        """Evaluations for each second of the lock for commits: a limit for all servers together."""
        return self.evaluated / max(self.lock_seconds, 1e-9)

    def summary(self) -> str:
        name = f"{self.servers} server{'s' * (self.servers > 1)} with {self.processes} evaluating"
        own = sum(self.computed[server.pid] for server in self.started)
        parts = (sum(self.computed.values()) - own, own, self.database_seconds)
        evaluating, serving, storing = (seconds / self.evaluated * 1e3 for seconds in parts)
        return (
            f"{name}: {self.evaluated / self.seconds:.0f} a second by the clock, {self.by_core:.0f} a second and core, "
            f"{self.by_process:.0f} with a core for each process, at most {self.by_lock:.0f} by the lock for commits; "
            f"each takes {evaluating:.1f} ms to evaluate, {serving:.1f} in the server, {storing:.1f} in the database"
        )


def call_all(
    calls: list[Callable[[evaluation_service_pb2.EvaluateSubjectRequest], object]],
    requests: list[evaluation_service_pb2.EvaluateSubjectRequest],
) -> None:
    """Send requests to servers by turns, from several threads."""
    with ThreadPoolExecutor(_CALLERS) as pool:
        list(pool.map(lambda pair: pair[0](pair[1]), zip(cycle(calls), requests, strict=False)))


@contextmanager
def _sampled_lock(database: str) -> Iterator[Callable[[], float]]:
    """Sample the lock for commits in a thread; the function returns the seconds for which it was held."""
    ended, found = threading.Event(), [0, 0]
    begun = time.perf_counter()

    def sample() -> None:
        with psycopg.connect(_address(database), autocommit=True, prepare_threshold=0) as connection:
            while not ended.wait(_SAMPLE_SECONDS):
                found[0] += 1
                found[1] += connection.execute(_LOCK_HELD).fetchone() == (True,)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield lambda: (time.perf_counter() - begun) * found[1] / max(found[0], 1)
    finally:
        ended.set()
        thread.join()


def _address(database: str) -> str:
    return make_url(database).set(drivername="postgresql").render_as_string(hide_password=False)


def _database_seconds(database: str) -> float:
    """Return the processor time of all connections to a database on this machine, except those of the benchmark."""
    query = "SELECT pid FROM pg_stat_activity WHERE application_name = 'touchstone' AND datname = current_database()"
    with psycopg.connect(_address(database), autocommit=True) as connection:
        return sum(_processor_seconds(pid) for (pid,) in connection.execute(query))


def _children(pid: int) -> list[int]:
    return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())]


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def years(layout: Layout) -> None:
    """Print the cores, machines and terabytes for a number of evaluations a year."""
    each = layout.size / layout.evaluated
    print(f"an evaluation takes {each / 1e3:.1f} kB on PostgreSQL, {1e3 / layout.by_core:.1f} ms of a core")
    for many in _YEARS:
        cores = many / _WORKING_SECONDS / layout.by_core / _USED_SHARE
        machines = max(1, -(-cores // _CORES_OF_MACHINE))
        print(
            f"{many:,} a year, in 2,000 working hours at half load: {many / _WORKING_SECONDS:.1f} a second, "
            f"{cores:.1f} cores ({machines:.0f} machines of {_CORES_OF_MACHINE}), {many * each / 1e12:.3g} TB"
        )


def compare(layouts: list[Layout], *, rounds: int, calls: int) -> None:
    """Measure layouts in turn and print the results."""
    published = Gazette(CHECKOUT / "scorecards").newest(CARD)
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject
    with ExitStack() as until:
        subjects = variations(subject)
        for layout in layouts:
            layout.start(until)
            call_all(layout.calls, [*map(_request, islice(subjects, _WARM_UP * layout.servers * layout.processes))])
        for _ in range(rounds):
            for layout in layouts:
                layout.measure([*map(_request, islice(subjects, calls))])
    for layout in layouts:
        print(layout.summary())
    one = layouts[0]
    for layout in layouts[1:]:
        print(
            f"{layout.servers} × {layout.processes} compared with {one.servers} × {one.processes}: "
            f"{layout.by_process / one.by_process:.2f} with a core for each process"
        )
    years(one)
    print(surroundings())


def _request(subject: Subject) -> evaluation_service_pb2.EvaluateSubjectRequest:
    request = write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))
    request.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
    return request


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="in turn (3)")
    parser.add_argument("--calls", type=int, default=200, help="of each layout in a round (200)")
    parser.add_argument(
        "--layouts", nargs="+", default=["1x1", "1x2", "1x4", "2x2"], help="servers x evaluating processes"
    )
    options = parser.parse_args()
    with ExitStack() as until:
        server = until.enter_context(contextmanager(running_server)())
        sizes = [tuple(map(int, layout.split("x"))) for layout in options.layouts]
        layouts = [Layout(servers, processes, new_database(server)) for servers, processes in sizes]
        compare(layouts, rounds=options.rounds, calls=options.calls)


if __name__ == "__main__":
    main()
