"""What is the JSON form of an answer: of a message, or of a document with the conventions of messages?

Protobuf leaves the order of a map open, so that it differs from one copy of a message to the next; here its keys are
sorted. Where no message has the form of an answer, a document keeps the conventions of protobuf JSON: fields in
lowerCamelCase, enums by their full names (`SEVERITY_ERROR`), exact numbers as text, dates as ISO 8601, and null, which
protobuf reads as absent, where there is no value. Ids are values, never keys, so that a key is always a field.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor
    from google.protobuf.message import Message

    from rules.contracts.canonical import Json

_FIELD = re.compile(r"[a-z][a-zA-Z0-9]*\Z")
_MAPS = ("fields",)
"""Fields of messages that are maps, whose keys are ids."""


def as_json(message: Message, *, indent: int | None = 2) -> str:
    """Write a message in the JSON form of protobuf, on one line if there is no indent."""
    return json.dumps(plain_message(message), ensure_ascii=False, indent=indent) + "\n"


def as_document(document: Json, *, beside: Message | None = None) -> str:
    """Write a document with the conventions of messages; its fields stand `beside` those of a message, if one is given.

    Raises:
        AssertionError: a key is no name of a field, which is a fault of the caller.
    """
    plain = _fields(document)
    if beside is not None and isinstance(plain, dict):
        plain = {**plain, **plain_message(beside)}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _fields(value: Json) -> Any:
    """Hold every key to the form of names."""
    if isinstance(value, dict):
        if wrong := [key for key in value if not _FIELD.match(key)]:
            raise AssertionError(f"not names of fields: {wrong}")
        return {key: each if key in _MAPS else _fields(each) for key, each in value.items()}
    return [_fields(each) for each in value] if isinstance(value, list | tuple) else value


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
