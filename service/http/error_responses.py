"""HTTP error responses: status, headers and JSON of a gRPC status, and refusals of aborted calls."""

from __future__ import annotations

from collections.abc import Mapping

import grpc
from google.protobuf.message import DecodeError
from google.rpc import code_pb2, error_details_pb2, status_pb2

from rules.contracts import message_factory
from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from touchstone.client.json_form import as_json

_message = message_factory(__name__)

_STATUS_METADATA = "grpc-status-details-bin"

JSON = "application/json"
HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}

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
"""HTTP statuses as documented in `google.rpc.Code`."""
_HTTP_STATUS_BY_REASON: Mapping[Reason | None, int] = {
    Reason.MESSAGE_TOO_LARGE: 413,
    Reason.METHOD_NOT_ALLOWED: 405,
    Reason.UNSUPPORTED_MEDIA_TYPE: 415,
    Reason.REQUEST_TOO_SLOW: 408,
}


def http_status(status: status_pb2.Status) -> int:
    """Return the HTTP status of a gRPC status."""
    reason = _reason(status)
    return _HTTP_STATUS_BY_REASON[reason] if reason in _HTTP_STATUS_BY_REASON else OF_CODES.get(status.code, 500)


def error_headers(status: status_pb2.Status) -> dict[str, str]:
    """Return the headers of an error: retry delay, authentication scheme, and closed connection."""
    headers = {"connection": "close"} if _reason(status) is Reason.REQUEST_TOO_SLOW else {}
    headers |= retry_headers(status)
    if status.code == code_pb2.UNAUTHENTICATED:
        headers["www-authenticate"] = "Bearer"
    return headers


def retry_headers(status: status_pb2.Status) -> dict[str, str]:
    """Return the `retry-after` header if the error states a delay, else no header."""
    retry = error_details_pb2.RetryInfo()
    if not any(detail.Unpack(retry) for detail in status.details):
        return {}
    return {"retry-after": str(retry.retry_delay.seconds + bool(retry.retry_delay.nanos))}


def error_response(status: status_pb2.Status) -> tuple[dict[str, str], bytes]:
    """Return the headers and JSON body of an error."""
    body = as_json(status, indent=None).encode()
    return {"content-type": JSON, **HEADERS, **error_headers(status)}, body


def status_of_call(error: grpc.aio.AioRpcError, language: str, *, has_deadline: bool) -> status_pb2.Status:
    """Return the status sent by the port, or the refusal of a call that gRPC aborted.

    gRPC reports INTERNAL if a stream ends during a write, by deadline or shutdown.
    """
    for key, value in error.trailing_metadata() or ():
        if key == _STATUS_METADATA and isinstance(value, bytes):
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
    """Return the refusal of a call aborted by gRPC: deadline passed, or port unavailable."""
    if has_deadline:
        return Refusal(Reason.TOOK_TOO_LONG, _message("DEADLINE_PASSED"))
    return Refusal(Reason.SERVER_UNAVAILABLE, _message("PORT_UNREACHABLE"))


def _reason(status: status_pb2.Status) -> Reason | None:
    information = error_details_pb2.ErrorInfo()
    if not any(detail.Unpack(information) for detail in status.details):
        return None
    return Reason[information.reason] if information.reason in Reason.__members__ else None
