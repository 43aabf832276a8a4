"""HTTP error responses: status, headers and JSON of a gRPC status, and refusals of calls that gRPC ended."""

from __future__ import annotations

from collections.abc import Mapping

import grpc
from google.protobuf.message import DecodeError
from google.rpc import code_pb2, error_details_pb2, status_pb2

from rules.contracts import message_factory
from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from touchstone.client.json_form import as_json

_say = message_factory(__name__)

_DETAILS = "grpc-status-details-bin"
"""The trailing metadata in which gRPC carries the whole status."""

JSON = "application/json"
HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
"""Of every answer."""

OF_CODES: Mapping[int, int] = {
    code_pb2.CANCELLED: 499,
    code_pb2.UNKNOWN: 500,
    code_pb2.INVALID_ARGUMENT: 400,
    code_pb2.DEADLINE_EXCEEDED: 504,
    code_pb2.NOT_FOUND: 404,
    code_pb2.ALREADY_EXISTS: 409,
    code_pb2.PERMISSION_DENIED: 403,
    code_pb2.UNAUTHENTICATED: 401,
    code_pb2.RESOURCE_EXHAUSTED: 429,
    code_pb2.FAILED_PRECONDITION: 400,
    code_pb2.ABORTED: 409,
    code_pb2.OUT_OF_RANGE: 400,
    code_pb2.UNIMPLEMENTED: 501,
    code_pb2.INTERNAL: 500,
    code_pb2.UNAVAILABLE: 503,
    code_pb2.DATA_LOSS: 500,
}
"""As `google.rpc.Code` says."""
_OF_REASONS: Mapping[Reason | None, int] = {
    Reason.MESSAGE_TOO_LARGE: 413,
    Reason.METHOD_NOT_ALLOWED: 405,
    Reason.UNSUPPORTED_MEDIA_TYPE: 415,
    Reason.REQUEST_TOO_SLOW: 408,
}
"""What HTTP has a word of its own for."""


def http_status(status: status_pb2.Status) -> int:
    """Give the status of HTTP."""
    reason = _reason(status)
    return _OF_REASONS[reason] if reason in _OF_REASONS else OF_CODES.get(status.code, 500)


def error_headers(status: status_pb2.Status) -> dict[str, str]:
    """Give the headers of an error: when to try again, how to say who one is, and that the connection ends."""
    headers = {"connection": "close"} if _reason(status) is Reason.REQUEST_TOO_SLOW else {}
    headers |= retry_headers(status)
    if status.code == code_pb2.UNAUTHENTICATED:
        headers["www-authenticate"] = "Bearer"
    return headers


def retry_headers(status: status_pb2.Status) -> dict[str, str]:
    """Return the header that states after how many seconds the call may be repeated, if the error states it."""
    retry = error_details_pb2.RetryInfo()
    if not any(detail.Unpack(retry) for detail in status.details):
        return {}
    return {"retry-after": str(retry.retry_delay.seconds + bool(retry.retry_delay.nanos))}


def error_response(status: status_pb2.Status) -> tuple[dict[str, str], bytes]:
    """Write an error as JSON, with all headers but those of the way it is sent."""
    body = as_json(status, indent=None).encode()
    return {"content-type": JSON, **HEADERS, **error_headers(status)}, body


def status_of_call(error: grpc.aio.AioRpcError, language: str, *, has_deadline: bool) -> status_pb2.Status:
    """Read the status that the port answered with; what gRPC itself ends has none, and is told here.

    gRPC says INTERNAL of a stream that ended while a message was written to it, by its deadline or with the port.
    """
    for key, value in error.trailing_metadata() or ():
        if key == _DETAILS and isinstance(value, bytes):
            try:
                return status_pb2.Status.FromString(value)
            except DecodeError:
                break
    if error.code() is grpc.StatusCode.DEADLINE_EXCEEDED:
        return status_of(aborted_call_refusal(has_deadline=True), language)
    if error.code() is grpc.StatusCode.UNAVAILABLE:
        return status_of(aborted_call_refusal(has_deadline=False), language)
    if error.code() is grpc.StatusCode.INTERNAL:
        return status_of(aborted_call_refusal(has_deadline=has_deadline), language)
    number, _ = error.code().value
    return status_pb2.Status(code=number, message=error.details() or "")


def aborted_call_refusal(*, has_deadline: bool) -> Refusal:
    """Give the refusal of a call that gRPC itself ended: by its deadline if it has one, or else with the port."""
    if has_deadline:
        return Refusal(Reason.TOOK_TOO_LONG, _say("DEADLINE_PASSED"))
    return Refusal(Reason.SERVER_UNAVAILABLE, _say("PORT_UNREACHABLE"))


def _reason(status: status_pb2.Status) -> Reason | None:
    information = error_details_pb2.ErrorInfo()
    if not any(detail.Unpack(information) for detail in status.details):
        return None
    return Reason[information.reason] if information.reason in Reason.__members__ else None
