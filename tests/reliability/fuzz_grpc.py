"""gRPC fuzzing client: random and mutated messages and metadata, and the statuses that are findings."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import grpc
from google.protobuf.message import Message
from grpc_status import rpc_status

from tests.reliability.good_calls import call, methods
from tests.reliability.made_messages import Maker
from tests.reliability.sent_calls import Sent
from tests.support.running import RunningServer

One = TypeVar("One")

_PATIENCE = 60
_HEAVY = (
    "ScreenClaims", "CheckClaims", "ExportClaims", "SaveClaim", "RecheckClaims", "ExplainEvaluation",
    "SimulateEvaluation", "VerifyEvaluationTrail", "EvaluateSubject", "StreamEvaluateSubjects",
    "PlanImprovement", "PlanGroup", "TryPlan",
)  # fmt: skip
_HEAVY_SHARE = 0.3
"""Share of calls to methods with slow valid requests."""
_APART_SHARE = 0.05
"""Share of those slow calls to methods that use a separate process."""
_LARGE, _LARGE_SHARE = 16_000, 0.02
_WRONG = (grpc.StatusCode.UNKNOWN, grpc.StatusCode.INTERNAL, grpc.StatusCode.DATA_LOSS)
_METADATA = (
    ("accept-language", "zh"), ("accept-language", "x" * 500), ("accept-language", "en;q=nan, *;q=-1"),
    ("x-request-id", "a"), ("x-request-id", "abcdefgh-1"), ("authorization", "Bearer " + "x" * 200),
    ("authorization", "Basic \\"), ("traceparent", "00-" + "0" * 32 + "-" + "f" * 16 + "-01"),
    ("note-bin", b"\x00\xff"),
)  # fmt: skip


class GrpcDoor:
    """Calls methods with the bytes of messages."""

    def __init__(self, server: RunningServer, good: Mapping[str, Sequence[Message]]) -> None:
        self._channel: Any = grpc.insecure_channel(
            server.address,
            options=(
                ("grpc.use_local_subchannel_pool", 1),
                ("grpc.max_send_message_length", -1),
                ("grpc.max_receive_message_length", -1),
            ),
        )
        self._good = good
        self._methods = methods()
        self._contents = [one.SerializeToString() for many in good.values() for one in many]

    def call(self, drawn: random.Random) -> Sent:
        """Make one call, drawn by chance."""
        path = seldom_heavy(self._methods, lambda path: path, drawn)
        contents = [self._content(path, drawn) for _ in range(drawn.choice((0, 1, 2, 5)) if self._streams(path) else 1)]
        if drawn.random() < 0.005:
            path = drawn.choice(("/", "//", "/touchstone.v1.EvaluationService/", f"{path}s", "/touchstone.v1.X/Y"))
        metadata = tuple(drawn.choice(_METADATA) for _ in range(drawn.choice((0, 0, 0, 1, 2))))
        timeout = drawn.choice((0.001, 0.02)) if drawn.random() < 0.01 else _PATIENCE
        return self.sent(path, contents, metadata, timeout)

    def sent(
        self, path: str, contents: Sequence[bytes], metadata: tuple[Any, ...] = (), timeout: float = _PATIENCE
    ) -> Sent:
        """Send bytes to a method and record the answer. A call that takes too long is sent once more."""
        sent = self._sent(path, contents, metadata, timeout)
        return sent.or_sooner(lambda: self._sent(path, contents, metadata, timeout))

    def _sent(self, path: str, contents: Sequence[bytes], metadata: tuple[Any, ...], timeout: float) -> Sent:
        begun = time.monotonic()
        answer, problem = "OK", ""
        try:
            call(self._channel, path, contents, timeout=timeout, metadata=metadata)
        except grpc.RpcError as error:
            answer, problem = _told(error, in_time=timeout == _PATIENCE)
        return Sent("grpc", path, b"".join(contents), answer, time.monotonic() - begun, problem)

    def close(self) -> None:
        """End the connection."""
        self._channel.close()

    def _streams(self, path: str) -> bool:
        return path in self._methods and self._methods[path].client_streaming

    def _content(self, path: str, drawn: random.Random) -> bytes:
        maker, good = Maker(drawn), one_of(self._good[path], drawn)
        match drawn.randrange(10):
            case 0 | 1 | 2:
                return maker.message(self._methods[path].input_type).SerializeToString()
            case 3 | 4:
                return maker.spoilt(good.SerializeToString(), self._contents)
            case 5:
                return drawn.choice(self._contents)
            case _:
                return maker.changed(good).SerializeToString()


def seldom_heavy(all: Iterable[One], named: Callable[[One], str], drawn: random.Random) -> One:
    """Return a random method or address, a slow one less often; `named` returns its name."""
    heavy = drawn.random() < _HEAVY_SHARE
    names = _HEAVY[:3] if heavy and drawn.random() < _APART_SHARE else _HEAVY[3:]
    return drawn.choice([one for one in all if named(one).endswith(names if heavy else _HEAVY) == heavy])


def one_of(good: Sequence[Message], drawn: random.Random) -> Message:
    """Return a random message, a large one seldom, because it may take a thousand times longer."""
    message = drawn.choice(good)
    return good[0] if message.ByteSize() > _LARGE and drawn.random() > _LARGE_SHARE else message


def _told(error: Any, *, in_time: bool) -> tuple[str, str]:
    """Return the status of an error, and the fault of the answer if there is one."""
    code, details = error.code(), error.details()
    if code in _WRONG:
        return code.name, f"{code.name}: {details}"
    if in_time and code is grpc.StatusCode.UNAVAILABLE:
        return code.name, f"UNAVAILABLE: {details}"
    if in_time and code is not grpc.StatusCode.UNIMPLEMENTED and rpc_status.from_call(error) is None:
        return code.name, f"{code.name} without details: {details}"
    return code.name, ""
