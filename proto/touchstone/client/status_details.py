"""Details of an error as a server sends them: reason, wrong fields, delay, the id of the call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from google.rpc import error_details_pb2

if TYPE_CHECKING:
    from google.rpc import status_pb2


@dataclass(frozen=True, slots=True)
class WrongField:
    """A field that the server refuses: its path, why in the language that was asked for, and the code of that."""

    field: str
    description: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatusDetails:
    """What the details of a status say; what it does not say is empty."""

    said: str
    """Its message, in the language that was asked for where the server speaks it."""
    reason: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    wrong_fields: tuple[WrongField, ...] = ()
    retry_seconds: float | None = None
    """After how long the same call may be made again."""
    call_id: str = ""
    """Under which the server logged the call."""


def details_of(status: status_pb2.Status) -> StatusDetails:
    """Read the details of a status."""
    information, wrong = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    retry, localized = error_details_pb2.RetryInfo(), error_details_pb2.LocalizedMessage()
    call = error_details_pb2.RequestInfo()
    kinds = information, wrong, retry, localized, call
    found = {type(kind) for kind in kinds if any(detail.Unpack(kind) for detail in status.details)}
    delay = retry.retry_delay
    return StatusDetails(
        said=localized.message or status.message,
        reason=information.reason,
        metadata=dict(information.metadata),
        wrong_fields=tuple(
            WrongField(one.field, one.localized_message.message or one.description, one.reason)
            for one in wrong.field_violations
        ),
        retry_seconds=delay.seconds + delay.nanos / 1e9 if error_details_pb2.RetryInfo in found else None,
        call_id=call.request_id,
    )
