"""JSON form of protobuf messages, with sorted map keys.

Protobuf does not define the order of map entries.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor
    from google.protobuf.message import Message


def as_json(message: Message, *, indent: int | None = 2) -> str:
    """Serialize a message as JSON text; on one line if `indent` is None."""
    return json.dumps(plain_message(message), ensure_ascii=False, indent=indent) + "\n"


def plain_message(message: Message) -> dict[str, Any]:
    """Convert a message to a dictionary in JSON form."""
    from google.protobuf import json_format  # noqa: PLC0415 -- slow to load, and often not needed

    plain: dict[str, Any] = json_format.MessageToDict(message)
    ordered: dict[str, Any] = _ordered(plain, cast("Descriptor", message.DESCRIPTOR))
    return ordered


def _ordered(plain: Any, kind: Descriptor) -> Any:
    if not isinstance(plain, dict) or kind.full_name.startswith("google.protobuf."):
        return plain
    fields = {field.json_name: field.message_type for field in kind.fields}
    ordered: dict[str, Any] = {}
    for name, value in plain.items():
        inner = fields.get(name)
        if inner is None:
            ordered[name] = value
        elif inner.GetOptions().map_entry:
            value_kind = inner.fields_by_name["value"].message_type
            entries = sorted(value.items())
            ordered[name] = {key: each if value_kind is None else _ordered(each, value_kind) for key, each in entries}
        elif isinstance(value, list):
            ordered[name] = [_ordered(each, inner) for each in value]
        else:
            ordered[name] = _ordered(value, inner)
    return ordered
