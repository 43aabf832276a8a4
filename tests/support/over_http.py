"""API calls as JSON over HTTP, built from the `google.api.http` option of each method."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import httpx
from google.api import annotations_pb2
from google.protobuf import json_format, message_factory

if TYPE_CHECKING:
    from google.protobuf.descriptor import MethodDescriptor
    from google.protobuf.message import Message

_VARIABLE = re.compile(r"\{([a-z]+)=[^}]+\}")


def ask_over_http(address: str, method: MethodDescriptor, request: Message, **headers: str) -> Any:
    rule: Any = method.GetOptions().Extensions[annotations_pb2.http]  # type: ignore[index]
    verb = rule.WhichOneof("pattern")
    fields = json_format.MessageToDict(request)
    path = _VARIABLE.sub(lambda found: str(fields.pop(found[1])), getattr(rule, verb))
    arguments: dict[str, Any] = {"params": fields} if verb == "get" else {"json": fields}
    answer = httpx.request(verb, f"{address}{path}", headers=headers, timeout=120, **arguments)
    answer.raise_for_status()
    return json_format.ParseDict(answer.json(), message_factory.GetMessageClass(method.output_type)())


def refusal_over_http(error: httpx.HTTPStatusError) -> tuple[str, str]:
    """Return the reason and the message of a refusal."""
    status = error.response.json()
    (reason,) = (one["reason"] for one in status["details"] if "reason" in one)
    return reason, status["message"]
