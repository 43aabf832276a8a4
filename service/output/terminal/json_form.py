"""JSON form of documents that no message has.

They keep the conventions of protobuf JSON: fields in lowerCamelCase, enums by their full names (`SEVERITY_ERROR`),
exact numbers as text, dates as ISO 8601, and null, which protobuf reads as absent, where there is no value. Ids are
values, never keys, so that a key is always a field.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from touchstone.client.json_form import plain_message

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from rules.contracts import Json

_FIELD = re.compile(r"[a-z][a-zA-Z0-9]*\Z")
_MAPS = ("fields",)
"""Fields of messages that are maps, whose keys are ids."""


def to_json_document(document: Json, *, beside: Message | None = None) -> str:
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
