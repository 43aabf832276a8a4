"""Under which id is a call known to its caller, in the log and in its error?"""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar
from typing import TYPE_CHECKING

from google.rpc import error_details_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.rpc import status_pb2

    Metadata = Iterable[tuple[str, str | bytes]] | None

GIVEN_KEY = "x-request-id"
"""The metadata by which a caller, or a proxy before the server, names a call."""
CALL_KEY = "touchstone-call"
"""The metadata that name a call to its caller as the log names it."""

_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}\Z")
_CALL: ContextVar[str] = ContextVar("call", default="")


def begin_call(metadata: Metadata) -> str:
    """Give the id of the call that begins here: the one it brings if that is one and well formed, else a new one."""
    given = [value for key, value in metadata or () if key == GIVEN_KEY]
    call = given[0] if len(given) == 1 else ""
    if not isinstance(call, str) or not _WELL_FORMED.match(call):
        call = secrets.token_hex(8)
    _CALL.set(call)
    return call


def with_call(status: status_pb2.Status) -> status_pb2.Status:
    """Write the id of the call that this is the answer to into the details of an error, as google.rpc.RequestInfo."""
    if call := _CALL.get():
        status.details.add().Pack(error_details_pb2.RequestInfo(request_id=call))
    return status
