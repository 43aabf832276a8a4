"""Benchmark of EvaluateSubject on SQLite against a bare RPC with the same messages, called in turn.

Both servers are separate processes on the loopback address. The bare server returns the same stored evaluation for
every call, in the same view. The difference is therefore the cost of the evaluation, the record and the commit. Every
call sends another subject, alternately similar to the worked factory and very different, so that no cached result is
used.

The output shows the latency for a caller and the processor time of each server per call, which depends less on other
load. It also shows the load of the machine and the Python build.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import grpc

from benchmarks.timing import in_turn, percentile
from benchmarks.variations import variations
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.contracts import Subject

CARD = "zero-carbon-factory"
AS_OF = "2026-11-20"
_VIEWS = {
    "basic": evaluation_pb2.EVALUATION_VIEW_BASIC,
    "written": evaluation_pb2.EVALUATION_VIEW_WRITTEN,
    "full": evaluation_pb2.EVALUATION_VIEW_FULL,
}
_OPTIONS = (("grpc.max_receive_message_length", 16 * 2**20), ("grpc.max_send_message_length", 16 * 2**20))


class Bare(evaluation_service_pb2_grpc.EvaluationServiceServicer):
    """A service without any work: it parses and returns the same bytes for every evaluation."""

    def __init__(self, answer: bytes) -> None:
        """Store the answer as bytes, so that building the message is part of the call."""
        self._answer = answer

    async def EvaluateSubject(  # noqa: N802 - the name is the contract's
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, context: object
    ) -> evaluation_pb2.Evaluation:
        del request, context
        return evaluation_pb2.Evaluation.FromString(self._answer)


async def serve_bare(answer: bytes) -> None:
    """Serve on a free port and print the address."""
    server = grpc.aio.server(options=_OPTIONS)
    evaluation_service_pb2_grpc.add_EvaluationServiceServicer_to_server(Bare(answer), server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    print(f"listening on 127.0.0.1:{port}", flush=True)
    await server.wait_for_termination()


def start(arguments: list[str], environment: dict[str, str]) -> tuple[subprocess.Popen[str], str]:
    """Start a server process and wait for its address."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *arguments], env=environment, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while process.stdout is not None and time.monotonic() < deadline:
        if select.select([process.stdout], [], [], 0.5)[0] and (line := process.stdout.readline()):
            return process, line.split()[-1]
    raise SystemExit("a server did not start")


def stub(address: str) -> evaluation_service_pb2_grpc.EvaluationServiceStub:
    """Connect to a server."""
    return evaluation_service_pb2_grpc.EvaluationServiceStub(grpc.insecure_channel(address, options=_OPTIONS))


def processor_seconds(process: subprocess.Popen[str]) -> float:
    """Return the processor time of a server and its evaluation processes, as counted by Linux."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    return sum(map(_spent, (process.pid, *map(int, children))))


def _spent(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def loaded(call: Callable[[], object], *, connections: int, calls: int) -> list[float]:
    """Call a function from several threads at once and return the time of each call."""
    times: list[float] = []
    lock = threading.Lock()

    def work() -> None:
        for _ in range(calls // connections):
            begun = time.perf_counter()
            call()
            elapsed = time.perf_counter() - begun
            with lock:
                times.append(elapsed)

    with ThreadPoolExecutor(connections) as pool:
        for future in [pool.submit(work) for _ in range(connections)]:
            future.result()
    return times


def surroundings() -> str:
    """Return the load of the machine and the Python build, because results depend on both."""
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return f"load average {load}; Python {' '.join(sys.version.split())} in {sys.base_prefix}"


def compare(rounds: int, view: str) -> None:
    """Start both servers, measure, stop them."""
    gazette = Gazette(CHECKOUT / "scorecards")
    published = gazette.newest(CARD)
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_DATABASE_URL": f"sqlite:///{folder}/store.sqlite3",
            "TOUCHSTONE_LOG_LEVEL": "error",
        }
        ours, address = start(["-m", "service.cli.main", "serve"], environment)
        service = stub(address)

        def request(subject: Subject) -> evaluation_service_pb2.EvaluateSubjectRequest:
            message = write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))
            message.view = _VIEWS[view]
            return message

        calls = 2 * rounds + rounds // 10 + 2
        requests = map(request, list(islice(variations(subject), calls)))  # drawn before, written by the call
        answer = Path(folder) / "answer"
        answer.write_bytes(service.EvaluateSubject(request(subject)).SerializeToString())
        bare, bare_address = start(["-m", "benchmarks.service", "--bare", str(answer)], environment)
        other = stub(bare_address)
        try:
            spent = [-processor_seconds(process) for process in (ours, bare)]
            measured = in_turn(
                lambda _: service.EvaluateSubject(next(requests)),
                lambda _: other.EvaluateSubject(request(subject)),
                rounds=rounds,
            )
            spent = [before + processor_seconds(process) for before, process in zip(spent, (ours, bare), strict=True)]
            together = loaded(lambda: service.EvaluateSubject(next(requests)), connections=16, calls=rounds)
        finally:
            ours.terminate()
            bare.terminate()
            ours.wait(30)
            bare.wait(30)
    measurements = (("EvaluateSubject", measured.ours, spent[0]), ("bare RPC", measured.theirs, spent[1]))
    for name, times, processor in measurements:
        middle, worst = percentile(times, 0.5) * 1e3, percentile(times, 0.99) * 1e3
        each = processor / (rounds - -rounds // 10) * 1e3  # the warm-up was counted too
        print(
            f"{name}, one caller: p50 {middle:.2f} ms, p99 {worst:.2f} ms, processor time of the server {each:.1f} ms"
        )
    print(f"ratio: {measured.ratio:.3f} (aim 0.35, stretch 0.5; p50 aim 5 ms)")
    middle, worst = percentile(together, 0.5), percentile(together, 0.99)
    spread = f"p99 / p50 {worst / middle:.2f} (aim at most 3)"
    print(f"16 callers: p50 {middle * 1e3:.1f} ms, p99 {worst * 1e3:.1f} ms, {spread}")
    print(surroundings())


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="calls of each kind (200)")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--view", choices=_VIEWS, default="written", help="how much is answered")
    options = parser.parse_args()
    if options.bare:
        asyncio.run(serve_bare(options.bare.read_bytes()))
    else:
        compare(options.rounds, options.view)


if __name__ == "__main__":
    main()
