"""JSON form of documents that no message has.

It follows protobuf JSON: lowerCamelCase fields, full enum names and ISO 8601 dates. Exact numbers are text, null means
no value, and ids are never keys.
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
_MAP_FIELDS = ("fields",)


def to_json_document(document: Json, *, message: Message | None = None) -> str:
    """Return JSON text, merged with the fields of `message`; keys must be field names."""
    plain = _fields(document)
    if message is not None and isinstance(plain, dict):
        plain = {**plain, **plain_message(message)}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _fields(value: Json) -> Any:
    if isinstance(value, dict):
        if invalid := [key for key in value if not _FIELD.match(key)]:
            raise AssertionError(f"not names of fields: {invalid}")
        return {key: element if key in _MAP_FIELDS else _fields(element) for key, element in value.items()}
    return [_fields(element) for element in value] if isinstance(value, list | tuple) else value
