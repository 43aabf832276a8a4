"""Errors of calls: refusals by the server, and failures without a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import grpc
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status

from touchstone.client.problems import words
from touchstone.client.status_details import details_of

if TYPE_CHECKING:
    from touchstone.client.problems import Slot

_LOCALES = {"zh": "zh-CN"}
_GRPC_FAILURE_CODES = {
    grpc.StatusCode.UNAVAILABLE: "UNREACHABLE",
    grpc.StatusCode.DEADLINE_EXCEEDED: "NO_ANSWER_IN_TIME",
    grpc.StatusCode.RESOURCE_EXHAUSTED: "MESSAGE_TOO_LARGE",
}


class ServerError(Exception):
    """A server refused a call, could not be reached, or did not answer in time."""

    def __init__(self, status: status_pb2.Status, *, answered: bool, of_grpc: str = "") -> None:
        self.status = status
        self.answered = answered
        """Whether the server itself returned the error."""
        self.of_grpc = of_grpc
        """Error text of gRPC if the server did not answer."""
        self.code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
        self.details = details = details_of(status)
        self.reason: str = details.reason
        """Stable reason code, such as `VERSION_NOT_IN_FORCE`; empty if the server did not answer."""
        self.fields = {field.field: field.description for field in details.wrong_fields}
        """Error messages by field path, in the language of the client."""
        self.retry_seconds = details.retry_seconds
        """Seconds to wait before a retry, if the server states them."""
        self.call_id = details.call_id
        """Id of the call in the server's log; empty if the server did not answer."""
        super().__init__(details.message)


def error_of(error: grpc.RpcError, address: str, language: str) -> ServerError:
    """Return the error of a failed call; without a response, the client provides the message."""
    call = cast("grpc.Call", error)  # errors of gRPC calls implement both types
    status: status_pb2.Status | None = rpc_status.from_call(call)
    if status is not None:
        return ServerError(status, answered=True)
    code, of_grpc = _GRPC_FAILURE_CODES.get(call.code(), "BROKEN_OFF"), call.details() or ""
    slots: dict[str, Slot] = {"address": address, "details": of_grpc}
    status = status_pb2.Status(code=call.code().value[0], message=words(code, "en", **slots))
    if language in _LOCALES:
        localized = error_details_pb2.LocalizedMessage(
            locale=_LOCALES[language], message=words(code, language, **slots)
        )
        status.details.add().Pack(localized)
    return ServerError(status, answered=False, of_grpc=of_grpc)
