"""Details of an error status: reason, invalid fields, retry delay and call id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from google.rpc import error_details_pb2

if TYPE_CHECKING:
    from google.rpc import status_pb2


@dataclass(frozen=True, slots=True)
class WrongField:
    """Field that the server refuses, with a localized description and a code."""

    field: str
    description: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatusDetails:
    """Parsed details of a status; absent details are empty or None."""

    message: str
    reason: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    wrong_fields: tuple[WrongField, ...] = ()
    retry_seconds: float | None = None
    call_id: str = ""


def details_of(status: status_pb2.Status) -> StatusDetails:
    """Parse the details of a status."""
    information, bad_request = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    retry, localized = error_details_pb2.RetryInfo(), error_details_pb2.LocalizedMessage()
    call = error_details_pb2.RequestInfo()
    kinds = information, bad_request, retry, localized, call
    present = {type(kind) for kind in kinds if any(detail.Unpack(kind) for detail in status.details)}
    delay = retry.retry_delay
    return StatusDetails(
        message=localized.message or status.message,
        reason=information.reason,
        metadata=dict(information.metadata),
        wrong_fields=tuple(
            WrongField(violation.field, violation.localized_message.message or violation.description, violation.reason)
            for violation in bad_request.field_violations
        ),
        retry_seconds=delay.seconds + delay.nanos / 1e9 if error_details_pb2.RetryInfo in present else None,
        call_id=call.request_id,
    )
