"""How is a call passed on to the gRPC port, so that all its rules are those of the port?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from google.protobuf.message_factory import GetMessageClass

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    import grpc
    from google.protobuf.message import Message
    from starlette.datastructures import Headers

    from service.http.routes import Route

    Call = grpc.aio.UnaryUnaryCall[Any, Any] | grpc.aio.UnaryStreamCall[Any, Any] | grpc.aio.StreamStreamCall[Any, Any]

_say = speaker(__name__)

FORWARDED = ("authorization", "accept-language", "x-request-id", "traceparent", "tracestate")
"""The headers that the port is told as metadata: who calls, in which language, and by which trace it is followed."""
DEADLINE = "grpc-timeout"
"""The header that says how long a caller waits, as gRPC writes it: such as `5S`, `500m`."""
_TIMEOUT = re.compile(r"([0-9]{1,8})([HMSmun])")
_SECONDS = {"H": 3600, "M": 60, "S": 1, "m": 1e-3, "u": 1e-6, "n": 1e-9}
_PRINTABLE = re.compile(r"[ -~]*")


class Port:
    """The gRPC port, as callers over HTTP reach it."""

    def __init__(self, channel: grpc.aio.Channel) -> None:
        """Call over this channel."""
        self._channel = channel

    def call(self, route: Route, messages: Sequence[Message], headers: Headers) -> Any:
        """Begin a call, and give it: awaited for its one answer, or iterated over.

        Raises:
            InputError: a header that is passed on cannot be.
        """
        method = route.method
        kind = "_".join(("stream" if many else "unary") for many in (method.client_streaming, method.server_streaming))
        begin = getattr(self._channel, kind)(
            route.called,
            request_serializer=GetMessageClass(method.input_type).SerializeToString,
            response_deserializer=GetMessageClass(method.output_type).FromString,
        )
        given = iter(messages) if method.client_streaming else messages[0]
        return begin(given, timeout=_timeout(headers), metadata=_metadata(headers))


def _metadata(headers: Headers) -> tuple[tuple[str, str], ...]:
    metadata = tuple((name, value) for name in FORWARDED for value in headers.getlist(name))
    wrong = [name for name, value in metadata if not _PRINTABLE.fullmatch(value)]
    if wrong:
        raise InputError(tuple(Violation(name, _say("NOT_PRINTABLE"), "MALFORMED") for name in wrong))
    return metadata


def _timeout(headers: Headers) -> float | None:
    given = headers.get(DEADLINE)
    if given is None:
        return None
    found = _TIMEOUT.fullmatch(given)
    if found is None:
        raise InputError((Violation(DEADLINE, _say("TIMEOUT"), "MALFORMED"),))
    return int(found[1]) * _SECONDS[found[2]]
