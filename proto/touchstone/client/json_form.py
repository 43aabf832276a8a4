"""JSON form of messages: that of protobuf, with the keys of maps sorted.

Protobuf leaves the order of a map open, so that it differs from one copy of a message to the next.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor
    from google.protobuf.message import Message


def as_json(message: Message, *, indent: int | None = 2) -> str:
    """Write a message as text, on one line if there is no indent."""
    return json.dumps(plain_message(message), ensure_ascii=False, indent=indent) + "\n"


def plain_message(message: Message) -> dict[str, Any]:
    """Give a message as a document."""
    from google.protobuf import json_format  # noqa: PLC0415 -- slow to load, and most answers are text

    plain: dict[str, Any] = json_format.MessageToDict(message)
    ordered: dict[str, Any] = _ordered(plain, cast("Descriptor", message.DESCRIPTOR))
    return ordered


def _ordered(plain: Any, kind: Descriptor) -> Any:
    """Sort the keys of every map; well-known types such as a time are written as plain values and stay."""
    if not isinstance(plain, dict) or kind.full_name.startswith("google.protobuf."):
        return plain
    fields = {field.json_name: field.message_type for field in kind.fields}
    ordered: dict[str, Any] = {}
    for name, value in plain.items():
        inner = fields.get(name)
        if inner is None:
            ordered[name] = value
        elif inner.GetOptions().map_entry:
            of_values = inner.fields_by_name["value"].message_type
            entries = sorted(value.items())
            ordered[name] = {key: each if of_values is None else _ordered(each, of_values) for key, each in entries}
        elif isinstance(value, list):
            ordered[name] = [_ordered(each, inner) for each in value]
        else:
            ordered[name] = _ordered(value, inner)
    return ordered
