"""Overload test: calls at a multiple of the measured capacity, with idle, slow and vanishing clients.

Calls arrive at a fixed rate, whether earlier calls were answered or not, as they do from many clients. The capacity is
measured first, by a few callers that wait for each answer. In addition, a thousand connections may be idle, some
callers read none of their answers, and some vanish during a call. Each call evaluates a different factory with its own
serial numbers, because an accumulation of double uses would be unrealistic.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice
from pathlib import Path

from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.reliability.plain_calls import (
    REFUSED,
    TAKEN,
    Answered,
    Connection,
    GrpcConnection,
    HttpConnection,
    at_rate,
    framed,
    one_after_the_other,
    posted,
)
from tests.support.calling import request_for
from tests.support.running import ROOT, RunningServer
from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_pb2
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest

DOORS = ("grpc", "streams", "http")
"""Kinds of call: single subjects, streams of a few subjects, and JSON over HTTP."""
CARD = "zero-carbon-factory"
MOST_SPREAD = 3
"""Maximum ratio of the 99th percentile to the median time of accepted calls."""

_CALLERS = 8
_CHANNELS = {"grpc": 64, "streams": 64, "http": 256}
"""Over how many connections calls come; one of HTTP takes one call at once."""
_MEASURED = {"grpc": 160, "streams": 48, "http": 96}
"""Numbers of calls that measure the capacity."""
_ITEMS = 3
"""Subjects of each stream."""
_STREAMED = 200
_GREETED_SECONDS = 30
_OF_STREAMS = 500_000_000
"""First number of the factories in streams, distinct from those of other calls."""
_SLOW = 2
_ONE_LEAVES = 20
"""Share of vanishing callers, as one in this number, on shared connections."""
_OWN = re.compile(
    rb"worked-factory|CCER-2023-0001|PURO-2024-0007|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
"""Parts unique to a factory: name, register numbers, documents and request id."""
_DIGITS = 9


@dataclass
class Overloaded:
    door: str
    capacity: float = 0.0
    idle: list[float] = field(default_factory=list)
    accepted: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)
    """Calls that ended in any other way, by how."""
    memory: tuple[float, float] = (0.0, 0.0)
    """Resident, before and at the end, in MB."""
    rate: float = 0.0
    connections: int = 0
    worked: float = 0.0
    """Processor time of the client, as a share of the time."""

    @property
    def spread(self) -> float:
        """Ratio of the 99th percentile to the median time of accepted calls."""
        return part_of(self.accepted, 0.99) / part_of(self.accepted, 0.5)

    def __str__(self) -> str:
        accepted, worst = _told(self.accepted), self.spread
        return (
            f"{self.door}: {self.capacity:.0f} calls a second can be taken, one caller waits {_told(self.idle)}; "
            f"{self.rate:.0f} came, beside {self.connections} idle connections: {len(self.accepted)} accepted, "
            f"{accepted} ({worst:.2f} x, aim {MOST_SPREAD}); {len(self.refused)} refused, {_told(self.refused)}; "
            f"others {self.others}; memory {self.memory[0]:.0f} MB before, {self.memory[1]:.0f} MB after; "
            f"the client computed {self.worked:.0%} of the time"
        )


def _told(times: list[float]) -> str:
    return ", ".join(f"p{share:.0f} {part_of(times, share / 100) * 1e3:.0f} ms" for share in (50, 90, 99))


def part_of(times: list[float], share: float) -> float:
    """Return the time that this share of the calls did not exceed."""
    ordered = sorted(times) or [float("nan")]
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def overload(
    server: RunningServer, *, door: str = "grpc", times: float = 10, seconds: float = 10, connections: int = 1_000
) -> Overloaded:
    """Send calls at a multiple of the capacity for a number of seconds, with idle connections open."""
    report = Overloaded(door, connections=connections)
    request = _factory()
    connected, body = _door(server, door, _factory())
    with ExitStack() as opened:
        callers = _connections(connected, _CALLERS, opened)
        # The scorecard is prepared, by few at first: while it is, a busy machine would refuse some of many.
        one_after_the_other(callers[:1], body, _CALLERS)
        one_after_the_other(callers, body, 2 * _CALLERS)
        report.idle = one_after_the_other(callers[:1], body, 10)
        begun, calls = time.monotonic(), _MEASURED[door]
        one_after_the_other(callers, body, calls)
        report.capacity = calls / (time.monotonic() - begun)
        report.rate = times * report.capacity
        channels = _connections(connected, _CHANNELS[door], opened)
        _idle(server, connections, opened)
        for items in islice(_streams_of_others(request), _SLOW):
            opened.callback(server.evaluations.StreamEvaluateSubjects(iter(items)).cancel)  # answers stay unread
        before, worked, begun = megabytes(server.process.pid), time.process_time(), time.monotonic()
        leaving = 0 if door == "http" else _ONE_LEAVES
        _sort(report, at_rate(channels, body, report.rate, seconds, leaving=leaving))
        report.worked = (time.process_time() - worked) / (time.monotonic() - begun)
        report.memory = before, megabytes(server.process.pid)
    return report


def _idle(server: RunningServer, number: int, opened: ExitStack) -> None:
    """Open idle connections and return when the server has greeted the last one."""
    host, _, port = server.address.rpartition(":")
    sockets = [opened.enter_context(socket.create_connection((host, int(port)))) for _ in range(number)]
    for client_socket in sockets:
        client_socket.settimeout(_GREETED_SECONDS)
        client_socket.recv(1)


def _connections(connected: Callable[[], Connection], number: int, opened: ExitStack) -> Sequence[Connection]:
    connections = [connected() for _ in range(number)]
    for connection in connections:
        opened.callback(connection.socket.close)
    return connections


def _sort(report: Overloaded, answers: Sequence[Answered]) -> None:
    for answer in answers:
        if answer.how == TAKEN:
            report.accepted.append(answer.seconds)
        elif answer.how == REFUSED:
            report.refused.append(answer.seconds)
        else:
            report.others[answer.how] = report.others.get(answer.how, 0) + 1


def _factory() -> EvaluateSubjectRequest:
    scorecard = Gazette(ROOT / "scorecards").newest(CARD).scorecard
    content = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, scorecard, as_of="2026-11-20", settings={"reading": "cascade"}).subject
    request = request_for(subject, scorecard=f"scorecards/{CARD}")
    request.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
    return request


def _streams_of_others(request: EvaluateSubjectRequest) -> Iterator[list[EvaluateSubjectRequest]]:
    """Yield the items of one stream after another, each for a different factory."""
    written, numbers = request.SerializeToString(), count(_OF_STREAMS)
    while True:
        yield [type(request).FromString(_another(written, next(numbers))) for _ in range(_STREAMED)]


def _door(
    server: RunningServer, door: str, request: EvaluateSubjectRequest
) -> tuple[Callable[[], Connection], Callable[[], bytes]]:
    """Return a connection factory and a function that returns a call for a new factory."""
    numbers = count(1)
    if door == "http":
        path = f"/v1/{request.subject}:evaluate"
        request.ClearField("subject")  # the subject is in the path
        address = server.http.rpartition("/")[2]
        written = posted(address, path, as_json(request, indent=None).encode())
        return partial(HttpConnection, address), lambda: _another(written, next(numbers))
    message = framed(request.SerializeToString())
    if door == "grpc":
        method = "/touchstone.v1.EvaluationService/EvaluateSubject"
        return partial(GrpcConnection, server.address, method), lambda: _another(message, next(numbers))
    method = "/touchstone.v1.EvaluationService/StreamEvaluateSubjects"
    return (
        partial(GrpcConnection, server.address, method),
        lambda: b"".join(_another(message, next(numbers)) for _ in range(_ITEMS)),
    )


def _another(written: bytes, number: int) -> bytes:
    """Replace the end of every part unique to a factory by a number."""
    digits = f"{number:0{_DIGITS}}".encode()
    return _OWN.sub(lambda found: found[0][:-_DIGITS] + digits, written)
