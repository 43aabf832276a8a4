"""Errors of calls: refusals by the server, and failures without a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

import grpc
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status

from touchstone.client.problems import words
from touchstone.client.status_details import details_of

if TYPE_CHECKING:
    from touchstone.client.problems import Slot
    from touchstone.v1.types_pb2 import ItemError

_LOCALES = {"zh": "zh-CN"}
_GRPC_FAILURE_CODES = {
    grpc.StatusCode.UNAVAILABLE: "UNREACHABLE",
    grpc.StatusCode.DEADLINE_EXCEEDED: "NO_ANSWER_IN_TIME",
    grpc.StatusCode.RESOURCE_EXHAUSTED: "MESSAGE_TOO_LARGE",
}


_HANDSHAKE_FAILURES = {
    "Hostname Verification Check failed": "OTHER_HOST_NAME",
    "CERTIFICATE_VERIFY_FAILED": "UNTRUSTED_CERTIFICATE",
    "certificate signature failure": "UNTRUSTED_CERTIFICATE",
    "WRONG_VERSION_NUMBER": "NO_TLS",
}


class ServerError(Exception):
    """A server refused a call, could not be reached, or did not answer in time."""

    def __init__(self, status: status_pb2.Status, *, answered: bool, of_grpc: str = "") -> None:
        self.status = status
        self.answered = answered
        """Whether the server itself returned the error: True for a refusal, False if no answer arrived."""
        self.of_grpc = of_grpc
        """Error text of gRPC if the server did not answer."""
        self.code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
        self.details = details = details_of(status)
        self.reason: str = details.reason
        """Stable reason code, such as `VERSION_NOT_IN_FORCE`; empty if the server did not answer."""
        self.fields = {field.field: field.description for field in details.wrong_fields}
        """Error messages by field path, in the language of the client."""
        self.retry_seconds = details.retry_seconds
        """Seconds after which the same call may be repeated; None if the server states no delay."""
        self.call_id = details.call_id
        """Id of the call in the server's log; empty if the server did not answer."""
        super().__init__(details.message)

    @classmethod
    def of_item(cls, error: ItemError) -> Self:
        """Return the `error` of one answer of a stream as an exception, with reason and fields."""
        return cls(status_pb2.Status(code=error.code, message=error.message, details=error.details), answered=True)


def unreachable_code(of_grpc: str, *, is_encrypted: bool) -> str:
    """Return the message code for an UNAVAILABLE error of gRPC: TLS failed, or no connection."""
    failures = (code for text, code in _HANDSHAKE_FAILURES.items() if text in of_grpc)
    return next(failures, "UNREACHABLE_WITH_TLS" if is_encrypted else "UNREACHABLE")


def error_of(error: grpc.RpcError, address: str, language: str, *, is_encrypted: bool) -> ServerError:
    """Return the error of a failed call; without a response, the client provides the message."""
    call = cast("grpc.Call", error)  # errors of gRPC calls implement both types
    status: status_pb2.Status | None = rpc_status.from_call(call)
    if status is not None:
        return ServerError(status, answered=True)
    of_grpc = call.details() or ""
    code = _GRPC_FAILURE_CODES.get(call.code(), "BROKEN_OFF")
    if code == "UNREACHABLE":
        code = unreachable_code(of_grpc, is_encrypted=is_encrypted)
    slots: dict[str, Slot] = {"address": address, "details": of_grpc}
    status = status_pb2.Status(code=call.code().value[0], message=words(code, "en", **slots))
    if language in _LOCALES:
        localized = error_details_pb2.LocalizedMessage(
            locale=_LOCALES[language], message=words(code, language, **slots)
        )
        status.details.add().Pack(localized)
    return ServerError(status, answered=False, of_grpc=of_grpc)
