"""How do commands call a server, and what does its error say?"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import grpc
from google.rpc import status_pb2
from grpc_status import rpc_status

from rules.contracts.messages import speaker
from service.answering.terminal.connecting import connection
from service.answering.terminal.output import RemoteError
from service.answering.terminal.spoken import asked_language
from service.answering.terminal.taken import Taken
from service.base.of_call import KEY
from touchstone.v1 import (
    evaluation_pb2,
    evaluation_service_pb2,
    evaluation_service_pb2_grpc,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from google.protobuf.message import Message

_say = speaker(__name__)

_TIMEOUT_SECONDS = 60


class Remote:
    """A server, reached as the running command was told."""

    def __init__(self, address: str) -> None:
        """Remember the address, and how to reach it."""
        self._address = address
        self._connection = connection()

    def evaluate(self, request: evaluation_service_pb2.EvaluateSubjectRequest) -> evaluation_pb2.Evaluation:
        """Call EvaluateSubject.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        answer: evaluation_pb2.Evaluation = self.ask("EvaluateSubject", request)
        return answer

    def evaluation(self, name: str) -> evaluation_pb2.Evaluation:
        """Call GetEvaluation for the whole evaluation.

        Raises:
            RemoteError: there is no such evaluation, or the server cannot be reached.
        """
        request = evaluation_service_pb2.GetEvaluationRequest(name=name, view=evaluation_pb2.EVALUATION_VIEW_FULL)
        answer: evaluation_pb2.Evaluation = self.ask("GetEvaluation", request)
        return answer

    def evaluations(
        self, request: evaluation_service_pb2.ListEvaluationsRequest
    ) -> evaluation_service_pb2.ListEvaluationsResponse:
        """Call ListEvaluations.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        answer: evaluation_service_pb2.ListEvaluationsResponse = self.ask("ListEvaluations", request)
        return answer

    def verify(
        self, request: evaluation_service_pb2.VerifyEvaluationTrailRequest
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        """Call VerifyEvaluationTrail.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        answer: evaluation_service_pb2.VerifyEvaluationTrailResponse = self.ask("VerifyEvaluationTrail", request)
        return answer

    def explain(
        self, request: evaluation_service_pb2.ExplainEvaluationRequest
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        """Call ExplainEvaluation.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        answer: evaluation_service_pb2.ExplainEvaluationResponse = self.ask("ExplainEvaluation", request)
        return answer

    def simulate(
        self, request: evaluation_service_pb2.SimulateEvaluationRequest
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        """Call SimulateEvaluation.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        answer: evaluation_service_pb2.SimulateEvaluationResponse = self.ask("SimulateEvaluation", request)
        return answer

    @contextmanager
    def streaming(
        self, requests: Iterator[evaluation_service_pb2.EvaluateSubjectRequest]
    ) -> Iterator[Iterator[evaluation_service_pb2.StreamEvaluateSubjectsResponse]]:
        """Call StreamEvaluateSubjects; the requests are taken from another thread, and leaving ends the call.

        Raises:
            RemoteError: the server refuses the stream, or cannot be reached any more.
        """
        with self._stub() as stub:
            taken: Taken[evaluation_service_pb2.StreamEvaluateSubjectsResponse] = Taken(
                stub.StreamEvaluateSubjects(requests, metadata=self._metadata())
            )
            try:
                yield taken
            finally:
                taken.leave()

    def ask(
        self,
        method: str,
        request: Message,
        kind: Callable[[grpc.Channel], Any] = evaluation_service_pb2_grpc.EvaluationServiceStub,
        *,
        seconds: float = _TIMEOUT_SECONDS,
    ) -> Any:
        """Call a method that answers once, within so many seconds, of the service of this kind.

        Raises:
            RemoteError: the server refuses, or cannot be reached.
        """
        with self._stub(kind) as stub:
            return getattr(stub, method)(request, timeout=seconds, metadata=self._metadata())

    @contextmanager
    def _stub(
        self, kind: Callable[[grpc.Channel], Any] = evaluation_service_pb2_grpc.EvaluationServiceStub
    ) -> Iterator[Any]:
        with self._reached() as channel:
            yield kind(channel)

    @contextmanager
    def stubs(self) -> Iterator[Callable[[str], Any]]:
        """Give what makes the stub of a service by its name, such as `evidence_service.EvidenceService`.

        Raises:
            RemoteError: the server refuses, or cannot be reached any more.
        """
        with self._reached() as channel:
            yield lambda service: _Shown(stub_class(service)(channel), self._metadata(), self._telling)

    @contextmanager
    def _reached(self) -> Iterator[grpc.Channel]:
        with self._telling(), self._channel((("grpc.max_receive_message_length", -1),)) as channel:
            yield channel

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell an error of the server as one."""
        try:
            yield
        except grpc.RpcError as error:
            raise self._error(error) from error

    def _channel(self, options: tuple[tuple[str, int], ...]) -> grpc.Channel:
        self._connection.check(self._address)
        if not self._connection.is_encrypted:
            return grpc.insecure_channel(self._address, options=options)
        files = (self._connection.ca, self._connection.certificate_key, self._connection.certificate)
        credentials = grpc.ssl_channel_credentials(*(None if path is None else path.read_bytes() for path in files))
        return grpc.secure_channel(self._address, credentials, options=options)

    def _error(self, error: grpc.RpcError) -> RemoteError:
        call = cast("grpc.Call", error)  # what the stubs raise is both
        status: status_pb2.Status | None = rpc_status.from_call(call)
        if status is not None:
            return RemoteError(status)
        number, _ = call.code().value
        message = f"{self._address}: {call.details()}"
        if call.code() is grpc.StatusCode.RESOURCE_EXHAUSTED:
            message = _say("MESSAGE_TOO_LARGE", address=self._address, details=call.details())
        if call.code() is grpc.StatusCode.UNAVAILABLE:
            message = _say("NO_SERVER", address=self._address, details=call.details())
        return RemoteError(status_pb2.Status(code=number, message=message), message)

    def _metadata(self) -> tuple[tuple[str, str], ...]:
        """Say who calls, and ask for refusals in the language that the command speaks."""
        return ((KEY, asked_language()), *self._connection.metadata())


class _Shown:
    """A stub whose calls show who asks, and in which language."""

    def __init__(
        self, stub: Any, metadata: tuple[tuple[str, str], ...], telling: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """Take the stub."""
        self._stub, self._metadata, self._telling = stub, metadata, telling

    def __getattr__(self, method: str) -> Callable[..., Any]:
        """Give a call of it."""
        call = partial(getattr(self._stub, method), metadata=self._metadata)

        def asked(*given: Any, **named: Any) -> Any:
            with self._telling():
                return call(*given, **named)

        return asked


def stub_class(service: str) -> Any:
    """Give the class of the stubs of a service: `evidence_service.EvidenceService`."""
    file, _, name = service.partition(".")
    return getattr(import_module(f"touchstone.v1.{file}_pb2_grpc"), f"{name}Stub")
