"""Calls from commands to a server."""

from __future__ import annotations

import queue
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc
from google.rpc import status_pb2

from rules.contracts import message_factory
from service.output.terminal.connection_options import connection
from service.output.terminal.output import RemoteError
from service.output.terminal.words import requested_language
from touchstone.client import Client, ServerError
from touchstone.client.errors import unreachable_code
from touchstone.client.methods import method_of, service_in
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from google.protobuf.descriptor import ServiceDescriptor

    from touchstone.client.methods import Method


_message = message_factory(__name__)

_DEFAULT_TIMEOUT_SECONDS = 300
_UNREACHABLE_MESSAGES = {
    "UNREACHABLE": "NO_SERVER",
    "UNREACHABLE_WITH_TLS": "NO_SERVER_WITH_TLS",
    "NO_TLS": "SERVER_WITHOUT_TLS",
    "OTHER_HOST_NAME": "CERTIFICATE_OF_OTHER_HOST",
    "UNTRUSTED_CERTIFICATE": "CERTIFICATE_UNTRUSTED",
}
"""Message code of commands by that of the client; the next steps name command-line options."""


class RemoteServer:
    """Server reached with the options of the running command."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._connection = connection()

    @contextmanager
    def streaming(
        self, requests: Iterator[evaluation_service_pb2.EvaluateSubjectRequest]
    ) -> Iterator[Iterator[evaluation_service_pb2.StreamEvaluateSubjectsResponse]]:
        """Call StreamEvaluateSubjects, and cancel the call on exit. Another thread consumes `requests`.

        Raises:
            RemoteError: If the call fails.
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
        with self._client() as client:
            yield lambda service: _Stub(service_in(service), partial(_send, client))

    @contextmanager
    def _client(self) -> Iterator[Client]:
        options, language = self._connection, requested_language()
        options.check(self._address)
        with (
            _converting_errors(self._address, is_encrypted=options.is_encrypted),
            Client(
                self._address,
                token=options.token() or None,
                tls=options.tls,
                ca=options.ca,
                certificate=options.certificate,
                key=options.certificate_key,
                language=language,
                timeout=_DEFAULT_TIMEOUT_SECONDS,
                waits=False,
            ) as client,
        ):
            yield client


class _Stub:
    def __init__(self, service: ServiceDescriptor, call: Callable[..., Any]) -> None:
        for declared in service.methods:
            setattr(self, declared.name, partial(call, method_of(declared)))


def _send(client: Client, method: Method, request: Any, timeout: float | None = None) -> Any:
    if method.answers_stream:
        return _answers(client, method, request, timeout)
    with _converting_errors(client.address, is_encrypted=client.is_encrypted):
        return client.send(method, request, method.answer, timeout=timeout)


def _answers(client: Client, method: Method, request: Any, timeout: float | None) -> Iterator[Any]:
    with _converting_errors(client.address, is_encrypted=client.is_encrypted):
        yield from client.stream(method, request, method.answer, timeout=timeout)


@contextmanager
def _converting_errors(address: str, *, is_encrypted: bool) -> Iterator[None]:
    try:
        yield
    except ServerError as error:
        if error.answered or error.code is not grpc.StatusCode.UNAVAILABLE:
            raise RemoteError(error.status) from error
        code = _UNREACHABLE_MESSAGES[unreachable_code(error.of_grpc, is_encrypted=is_encrypted)]
        message = _message(code, address=address, details=error.of_grpc)
        raise RemoteError(status_pb2.Status(code=error.status.code, message=message), message) from error


Answer = TypeVar("Answer")


class AnswerStream(Generic[Answer]):
    """Iterator over the answers of a call. The buffer is unlimited, so the sender must limit pending requests."""

    def __init__(self, call: Any) -> None:
        self._call: Any = call
        self._answers: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._receive, name="answers", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Answer]:
        return self

    def __next__(self) -> Answer:
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            self._answers.put(answer)  # the next call raises the same error
            raise answer
        return answer

    def is_active(self) -> bool:
        return not self._has_ended.is_set()

    def leave(self) -> None:
        self._call.cancel()
        self._thread.join()

    def _receive(self) -> None:
        ended: BaseException = StopIteration()
        try:
            for answer in self._call:
                self._answers.put(answer)
        except Exception as error:  # raised in the consuming thread
            ended = error
        self._has_ended.set()
        self._answers.put(ended)
