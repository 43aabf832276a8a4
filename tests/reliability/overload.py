"""What becomes of callers when ten times as many calls come as a server can take, some of them never leaving?

Calls come at the rate of a clock, whether earlier ones were answered or not, as they do from many clients. The capacity
is measured first, by few callers who wait for each answer. Beside them a thousand connections may stand idle, some
callers read nothing of what they are answered, and some vanish in the midst of their call.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from tests.support.calling import request_for
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    from tests.support.running import RunningServer
    from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest

_CALLERS = 8
_PATIENCE = 60
_CHANNELS = 16
"""Over which calls come; one connection takes a hundred calls at once."""
_STREAMED = 400


@dataclass
class Overloaded:
    """What came of it; times are seconds."""

    capacity: float = 0.0
    idle: list[float] = field(default_factory=list)
    accepted: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)
    """Calls that ended in any other way, by how."""
    memory: tuple[float, float] = (0.0, 0.0)
    """Resident, before and at most, in MB."""
    rate: float = 0.0
    connections: int = 0

    def __str__(self) -> str:
        """Tell the figures."""
        middle, worst = part_of(self.accepted, 0.5), part_of(self.accepted, 0.99)
        return (
            f"capacity {self.capacity:.0f} evaluations a second, one caller {part_of(self.idle, 0.5) * 1e3:.0f} ms; "
            f"{self.rate:.0f} calls a second came, beside {self.connections} idle connections: {len(self.accepted)} "
            f"accepted, p50 {middle * 1e3:.0f} ms, p99 {worst * 1e3:.0f} ms ({worst / middle:.2f} x); "
            f"{len(self.refused)} refused, p50 {part_of(self.refused, 0.5) * 1e3:.0f} ms, "
            f"p99 {part_of(self.refused, 0.99) * 1e3:.0f} ms; memory {self.memory[0]:.0f} MB before, "
            f"{self.memory[1]:.0f} MB at most; others {self.others}"
        )


def part_of(times: list[float], share: float) -> float:
    """Give the time that this share of the calls did not exceed."""
    ordered = sorted(times) or [float("nan")]
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def megabytes(pid: int) -> float:
    """Give the resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def overload(server: RunningServer, *, times: float = 10, seconds: float = 10, connections: int = 1_000) -> Overloaded:
    """Let so many times as many calls come as the server can take, for so long, beside idle connections."""
    return asyncio.run(_overload(server, times=times, seconds=seconds, connections=connections))


async def _overload(server: RunningServer, *, times: float, seconds: float, connections: int) -> Overloaded:
    found = Overloaded(connections=connections)
    host, _, port = server.address.rpartition(":")
    async with AsyncExitStack() as opened:
        stubs = [await _stub(server, opened) for _ in range(_CHANNELS)]
        for _ in range(20):
            found.idle.append(await _timed(stubs[0]))
        begun, count = time.monotonic(), 160
        await asyncio.gather(*(_some(stubs[number], count // _CALLERS) for number in range(_CALLERS)))
        found.capacity = count / (time.monotonic() - begun)
        for _ in range(connections):
            _, writer = await asyncio.open_connection(host, int(port))
            opened.callback(writer.close)
        before = highest = megabytes(server.process.pid)
        slow = [asyncio.create_task(_reads_nothing(stub)) for stub in stubs[:2]]
        found.rate = times * found.capacity
        calls: set[asyncio.Task[None]] = set()
        begun, sent = time.monotonic(), 0
        while (elapsed := time.monotonic() - begun) < seconds:
            while sent < elapsed * found.rate:
                stub, leaves = stubs[sent % _CHANNELS], sent % 20 == 0
                calls.add(asyncio.create_task(_call(stub, found, leaves_after=0.02 if leaves else None)))
                sent += 1
            highest = max(highest, megabytes(server.process.pid))
            await asyncio.sleep(0.005)
        await asyncio.gather(*calls)
        found.memory = before, max(highest, megabytes(server.process.pid))
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
    return found


async def _stub(server: RunningServer, opened: AsyncExitStack) -> Any:
    options = (("grpc.use_local_subchannel_pool", 1),)
    channel = await opened.enter_async_context(grpc.aio.insecure_channel(server.address, options=options))
    return evaluation_service_pb2_grpc.EvaluationServiceStub(channel)


def _request() -> EvaluateSubjectRequest:
    subject = small_subject().model_copy(update={"subject": f"organizations/green-body/subjects/s-{uuid.uuid4().hex}"})
    request = request_for(subject)
    request.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
    return request


async def _timed(stub: Any) -> float:
    begun = time.monotonic()
    await stub.EvaluateSubject(_request(), timeout=_PATIENCE)
    return time.monotonic() - begun


async def _some(stub: Any, count: int) -> None:
    for _ in range(count):
        await _timed(stub)


async def _call(stub: Any, found: Overloaded, *, leaves_after: float | None) -> None:
    """Make one call; who leaves is counted in neither column."""
    begun = time.monotonic()
    call = stub.EvaluateSubject(_request(), timeout=_PATIENCE)
    if leaves_after is not None:
        await asyncio.sleep(leaves_after)
        call.cancel()
    try:
        await call
    except grpc.aio.AioRpcError as error:
        elapsed = time.monotonic() - begun
        if error.code() is grpc.StatusCode.RESOURCE_EXHAUSTED and _says_when(error):
            found.refused.append(elapsed)
        else:
            how = f"{error.code().name}: {error.details()}"
            found.others[how] = found.others.get(how, 0) + 1
    except asyncio.CancelledError:
        found.others["left"] = found.others.get("left", 0) + 1
    else:
        if leaves_after is None:
            found.accepted.append(time.monotonic() - begun)


def _says_when(error: Any) -> bool:
    """Say whether a refusal tells after which delay the call may be repeated."""
    status, retry = rpc_status.from_call(error), error_details_pb2.RetryInfo()
    return status is not None and any(detail.Unpack(retry) for detail in status.details)


async def _reads_nothing(stub: Any) -> None:
    """Send many subjects in a stream, and take no answer."""
    call = stub.StreamEvaluateSubjects()
    with suppress(grpc.RpcError):
        for _ in range(_STREAMED):
            await call.write(_request())
    await asyncio.Event().wait()
