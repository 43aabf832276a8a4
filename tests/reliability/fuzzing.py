"""API fuzzing run over gRPC and HTTP: concurrent random and mutated calls, with counts and findings.

No call may end as UNKNOWN or INTERNAL, take longer than five seconds, or end the server. A finding is reported with the
bytes sent; add them to the files of `tests/corpus/calls` once the fault is fixed.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import Protocol

from google.protobuf.message import Message

from tests.reliability.fuzz_grpc import GrpcDoor
from tests.reliability.fuzz_http import HttpDoor
from tests.reliability.good_calls import good_calls
from tests.reliability.good_drafts import REFUSED
from tests.reliability.sent_calls import Sent
from tests.support.running import RunningServer

_MOST_FINDINGS = 50
_BY_GRPC, _BY_HTTP = 4, 2
"""Numbers of concurrent callers: enough for calls to overlap, and few enough that none waits for a worker."""


class Door(Protocol):
    """A way to call a server."""

    def call(self, drawn: random.Random) -> Sent:
        """Make one call, drawn by chance."""

    def close(self) -> None:
        """End the connection."""


@dataclass
class Fuzzed:
    calls: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    findings: list[Sent] = field(default_factory=list)
    slowest: Sent | None = None
    seconds: float = 0.0
    processor_seconds: float = 0.0
    """CPU time of the server process, without its child processes."""

    def __str__(self) -> str:
        slow = "" if self.slowest is None else f"{self.slowest.seconds:.2f} s ({self.slowest.to})"
        answers = ", ".join(f"{name} {count:,}" for name, count in self.answers.most_common())
        listing = "".join(f"\n{one.problem}: {one.written()[:3000]}" for one in self.findings[:_MOST_FINDINGS])
        made = ", ".join(f"{count:,} by {door}" for door, count in sorted(self.calls.items()))
        each = self.processor_seconds / max(self.calls.total(), 1) * 1e3
        made += f" in {self.seconds:.0f} s, {each:.1f} ms of processor time of the server for each"
        return f"{made}; slowest {slow}; {answers}; {len(self.findings)} findings{listing}"


def fuzz(server: RunningServer, *, calls: int, seed: int, minutes: float = float("inf"), part: str = "") -> Fuzzed:
    """Send up to this number of calls, within the time limit, a third over HTTP. Each part draws its own calls."""
    report, lock = Fuzzed(), threading.Lock()
    good = good_calls(server)
    _warm_up(server, good)
    begun, spent = time.monotonic(), server.seconds_of_work

    def work(door: Door, number: int, many: int) -> None:
        for index in range(many):
            is_over = time.monotonic() > begun + 60 * minutes or len(report.findings) >= _MOST_FINDINGS
            if is_over or server.process.poll() is not None:
                return
            sent = door.call(random.Random(f"{seed}{part}/{number}/{index}"))
            with lock:
                _note(report, sent)

    doors: list[Door] = [GrpcDoor(server, good) for _ in range(_BY_GRPC)]
    doors += [HttpDoor(server, good) for _ in range(_BY_HTTP)]
    each = -(-calls // len(doors))
    with ExitStack() as opened, ThreadPoolExecutor(len(doors)) as callers:
        for door in doors:
            opened.enter_context(closing(door))
        for ended in [callers.submit(work, door, number, each) for number, door in enumerate(doors)]:
            ended.result()
    report.seconds, report.processor_seconds = time.monotonic() - begun, server.seconds_of_work - spent
    return report


def _warm_up(server: RunningServer, good: Mapping[str, Sequence[Message]]) -> None:
    """Make every right call once, so that processes are there, and see that it is right."""
    with closing(GrpcDoor(server, good)) as door:
        sent = [door.sent(path, [one.SerializeToString()]) for path, requests in good.items() for one in requests]
    refused = {one.to.rpartition("/")[2]: one.answer for one in sent if one.answer != "OK"}
    assert refused.keys() == REFUSED, refused


def _note(report: Fuzzed, sent: Sent) -> None:
    report.calls[sent.door] += 1
    report.answers[sent.answer] += 1
    if report.slowest is None or sent.seconds > report.slowest.seconds:
        report.slowest = sent
    if sent.problem:
        report.findings.append(sent)
