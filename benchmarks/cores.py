"""Benchmark of a server with several evaluation processes against one process, by wall clock and by processor time.

`h2load` (nghttp2), a client in C, calls the two servers in turn. It opens several concurrent streams. Each stream sends
many subjects of the worked factory, each with its own request id. Every evaluation is stored, and the stored rows are
counted.

Wall-clock time on few cores includes the client, the server and all other load. Two more figures are therefore printed.

The throughput by processor time is evaluations per second of the process that computed longest, the server included.
This is the throughput if every process had its own core, because the slowest process limits all others.

The throughput of two cores without the client shows the server and its processes on two cores while the client runs
elsewhere.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import time
import uuid
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.service import AS_OF, CARD, start
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from rules.contracts.inputs import Subject

_METHOD = "touchstone.v1.EvaluationService/StreamEvaluateSubjects"
_FRAME = struct.Struct("!?I")
"""The prefix of a gRPC message: a compression flag and the length in bytes."""


@dataclass
class Contestant:
    """A server with a number of evaluation processes, and its measured work."""

    processes: int
    folder: Path
    pid: int = 0
    address: str = ""
    evaluated: int = 0
    seconds: float = 0
    computed: dict[int, float] = field(default_factory=dict)
    asking: float = 0
    """The processor time of the client, in seconds."""

    def start(self, until: ExitStack) -> None:
        """Start it, and stop it at the end."""
        environment = {
            **os.environ,
            "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_DATABASE_URL": f"sqlite:///{self.folder}/store.sqlite3",
            "TOUCHSTONE_EVALUATING_PROCESSES": str(self.processes),
            "TOUCHSTONE_LOG_LEVEL": "error",
        }
        server, self.address = start(["-m", "service.cli.main", "serve"], environment)
        until.callback(server.wait, 60)
        until.callback(server.terminate)
        self.pid = server.pid

    @property
    def stored(self) -> int:
        with closing(sqlite3.connect(self.folder / "store.sqlite3")) as store:
            return int(store.execute("SELECT count(*) FROM evaluation").fetchone()[0])

    def processor_seconds(self) -> dict[int, float]:
        """Return the processor time of the server and of each evaluation process."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii").split()
        return {pid: _processor_seconds(pid) for pid in (self.pid, *map(int, children))}

    def ask(self, subject: Subject, *, streams: int, items: int) -> None:
        """Evaluate streams of subjects and add the time spent.

        Raises:
            SystemExit: not every subject was evaluated.
        """
        bodies = [self.folder / f"stream-{number}" for number in range(streams)]
        for body in bodies:
            body.write_bytes(b"".join(_message(subject) for _ in range(items)))
        there, before, asked, begun = self.stored, self.processor_seconds(), _of_clients(), time.perf_counter()
        callers = [
            subprocess.Popen(_command(self.address, body), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)  # noqa: S603 -- ours
            for body in bodies
        ]
        for caller in callers:
            caller.wait()
        self.seconds += time.perf_counter() - begun
        self.asking += _of_clients() - asked
        for pid, seconds in self.processor_seconds().items():
            self.computed[pid] = self.computed.get(pid, 0) + seconds - before.get(pid, 0)
        done = self.stored - there
        if done != streams * items:
            raise SystemExit(f"{done} of {streams * items} were evaluated")
        self.evaluated += done

    @property
    def by_clock(self) -> float:
        """Evaluations a second."""
        return self.evaluated / self.seconds

    @property
    def by_processor(self) -> float:
        """Evaluations for each second of the process that computed longest."""
        return self.evaluated / max(self.computed.values())

    @property
    def by_two_cores(self) -> float:
        """Evaluations a second on two cores without the client. No process computes on both cores at once."""
        return self.evaluated / max(*self.computed.values(), sum(self.computed.values()) / 2)

    def summary_line(self) -> str:
        own = self.computed[self.pid]
        evaluating = [seconds for pid, seconds in self.computed.items() if pid != self.pid]
        each = sum(evaluating) / self.evaluated * 1e3
        shares = ", ".join(f"{seconds / self.seconds:.0%}" for seconds in evaluating)
        rates = f"{self.by_clock:.0f} a second by the clock, {self.by_processor:.0f} by processor time"
        served, asked = (seconds / self.evaluated * 1e3 for seconds in (own, self.asking))
        breakdown = f"{served:.1f} ms in the server, {asked:.2f} ms in the client"
        costs = f"of each evaluation {each:.1f} ms there, {breakdown}"
        return f"{self.processes} evaluating: {rates}; {costs}; of the time they computed {shares}"


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _of_clients() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _message(subject: Subject) -> bytes:
    request = write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))
    request.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
    content = request.SerializeToString()
    return _FRAME.pack(False, len(content)) + content


def _command(address: str, body: Path) -> list[str]:
    client = shutil.which("h2load")
    if client is None:
        raise SystemExit("h2load is not installed: apt-get install nghttp2-client")
    headers = ["--header=content-type: application/grpc", "--header=te: trailers"]
    return [client, "-n1", "-c1", "-m1", "-w30", "-W30", f"--data={body}", *headers, f"http://{address}/{_METHOD}"]


def compare(processes: int, *, rounds: int, streams: int, items: int) -> None:
    """Run both servers in turn and print the results."""
    published = Gazette(CHECKOUT / "scorecards").newest(CARD)
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject
    with tempfile.TemporaryDirectory() as folder, ExitStack() as until:
        single, several = (Contestant(count, Path(folder) / str(count)) for count in (1, processes))
        for contestant in (single, several):
            contestant.folder.mkdir()
            contestant.start(until)
            contestant.ask(subject, streams=streams, items=8)  # every process prepares the card
            contestant.evaluated, contestant.seconds, contestant.computed, contestant.asking = 0, 0, {}, 0
        for _ in range(rounds):
            for contestant in (single, several):
                contestant.ask(subject, streams=streams, items=items)
        print(single.summary_line(), several.summary_line(), sep="\n")
    print(
        f"{processes} against 1: {several.by_clock / single.by_clock:.2f} by the clock of {os.cpu_count()} cores, "
        f"{several.by_processor / single.by_processor:.2f} by processor time (aim 1.7 for 2), "
        f"{several.by_two_cores / single.by_two_cores:.2f} of two cores without the client"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2, help="that evaluate, against one (2)")
    parser.add_argument("--rounds", type=int, default=4, help="in turn (4)")
    parser.add_argument("--streams", type=int, default=6, help="at once (6)")
    parser.add_argument("--items", type=int, default=60, help="subjects of each stream (60)")
    options = parser.parse_args()
    compare(options.processes, rounds=options.rounds, streams=options.streams, items=options.items)


if __name__ == "__main__":
    main()
