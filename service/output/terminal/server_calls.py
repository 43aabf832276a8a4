"""Calls of commands to a server, and its refusals as commands tell them."""

from __future__ import annotations

import queue
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc
from google.rpc import status_pb2

from rules.contracts import message_factory
from service.output.terminal.command_language import requested_language
from service.output.terminal.connection_options import connection
from service.output.terminal.output import RemoteError
from touchstone.client import Client, ServerError
from touchstone.client.methods import method_of, service_in
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from google.protobuf.descriptor import ServiceDescriptor

    from touchstone.client.methods import Method


_say = message_factory(__name__)

_SECONDS = 300
"""How long a call may take for which a command says nothing else."""


class RemoteServer:
    """A server, reached as the running command was told."""

    def __init__(self, address: str) -> None:
        """Remember the address, and how to reach it."""
        self._address = address
        self._connection = connection()

    @contextmanager
    def streaming(
        self, requests: Iterator[evaluation_service_pb2.EvaluateSubjectRequest]
    ) -> Iterator[Iterator[evaluation_service_pb2.StreamEvaluateSubjectsResponse]]:
        """Call StreamEvaluateSubjects; the requests are taken from another thread, and leaving ends the call.

        Raises:
            RemoteError: the server refuses the stream, or cannot be reached any more.
        """
        service = service_in("evaluation_service.EvaluationService")
        method = method_of(service.methods_by_name["StreamEvaluateSubjects"])
        with self._client() as client:
            answers = client.stream(method, requests, evaluation_service_pb2.StreamEvaluateSubjectsResponse)
            answer_stream: AnswerStream[evaluation_service_pb2.StreamEvaluateSubjectsResponse] = AnswerStream(answers)
            try:
                yield answer_stream
            finally:
                answer_stream.leave()

    @contextmanager
    def stubs(self) -> Iterator[Callable[[str], Any]]:
        """Give what makes the stub of a service by its name, such as `evidence_service.EvidenceService`.

        Raises:
            RemoteError: the server refuses, or cannot be reached any more.
        """
        with self._client() as client:
            yield lambda service: _Stub(service_in(service), partial(_called, client))

    @contextmanager
    def _client(self) -> Iterator[Client]:
        way, language = self._connection, requested_language()
        way.check(self._address)
        with (
            _telling(self._address),
            Client(
                self._address,
                token=way.token(),
                tls=way.tls,
                ca=way.ca,
                certificate=way.certificate,
                key=way.certificate_key,
                language=language,
                timeout=_SECONDS,
                waits=False,
            ) as client,
        ):
            yield client


class _Stub:
    """Calls the methods of one service."""

    def __init__(self, service: ServiceDescriptor, call: Callable[..., Any]) -> None:
        for declared in service.methods:
            setattr(self, declared.name, partial(call, method_of(declared)))


def _called(client: Client, method: Method, request: Any, timeout: float | None = None) -> Any:
    with _telling(client.address):
        call = client.stream if method.answers_stream else client.send
        return call(method, request, method.answer, timeout=timeout)


@contextmanager
def _telling(address: str) -> Iterator[None]:
    """Tell an error of the client as commands do."""
    try:
        yield
    except ServerError as error:
        if error.answered or error.code is not grpc.StatusCode.UNAVAILABLE:
            raise RemoteError(error.status) from error
        message = _say("NO_SERVER", address=address, details=error.of_grpc)
        raise RemoteError(status_pb2.Status(code=error.status.code, message=message), message) from error


Answer = TypeVar("Answer")


class AnswerStream(Generic[Answer]):
    """The answers of a call, in their order; how many wait here is for whoever sends the requests to bound."""

    def __init__(self, call: Any) -> None:
        """Begin to take them."""
        self._call: Any = call
        self._answers: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._take, name="answers", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Answer]:
        """Give each when it comes."""
        return self

    def __next__(self) -> Answer:
        """Wait for the next one."""
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            self._answers.put(answer)  # whoever asks again is told the same
            raise answer
        return answer

    def is_active(self) -> bool:
        """Say whether more may come."""
        return not self._has_ended.is_set()

    def leave(self) -> None:
        """End the call."""
        self._call.cancel()
        self._thread.join()

    def _take(self) -> None:
        ended: BaseException = StopIteration()
        try:
            for answer in self._call:
                self._answers.put(answer)
        except Exception as error:  # whatever it is, it is raised where the answers are taken
            ended = error
        self._has_ended.set()
        self._answers.put(ended)
