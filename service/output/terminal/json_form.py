"""JSON form of documents that no message has.

It follows protobuf JSON: lowerCamelCase fields, full enum names and ISO 8601 dates. Exact numbers are text, null means
no value, and ids are never keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import BaseModel

from rules.contracts import format_exact
from touchstone.client.json_form import plain_message

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from rules.contracts import Json

_FIELD = re.compile(r"[a-z][a-zA-Z0-9]*\Z")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAP_FIELDS = ("fields",)
_NESTED = (dict, list, tuple)


def document_of(model: Any) -> Any:
    """Return a model as a document with a field for each of its fields, by alias if it has one."""
    if isinstance(model, BaseModel):
        fields = type(model).model_fields.items()
        return {_camel_case(field.alias or name): document_of(getattr(model, name)) for name, field in fields}
    if isinstance(model, tuple) and hasattr(model, "_fields"):
        return {_camel_case(name): document_of(getattr(model, name)) for name in model._fields}
    if isinstance(model, Mapping):
        return {key: document_of(each) for key, each in model.items()}
    if isinstance(model, tuple | list):
        return [document_of(each) for each in model]
    if isinstance(model, Enum):
        return f"{_WORDS.sub('_', type(model).__name__).upper()}_{model.name}"
    if isinstance(model, Fraction):
        return format_exact(model)
    return model.isoformat() if isinstance(model, date) else model


def _camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def to_json_document(document: Json, *, message: Message | None = None) -> str:
    """Return JSON text, merged with the fields of `message`; keys must be field names."""
    plain = _fields(document)
    if message is not None and isinstance(plain, dict):
        plain = {**plain, **plain_message(message)}
    try:
        return orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    except TypeError:  # a number beyond 64 bits, or half of a surrogate pair
        return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _fields(value: Json) -> Any:
    if isinstance(value, dict):
        if not all(map(_is_field_name, value)):
            raise AssertionError(f"not names of fields: {[key for key in value if not _is_field_name(key)]}")
        return {
            key: _fields(element) if isinstance(element, _NESTED) and key not in _MAP_FIELDS else element
            for key, element in value.items()
        }
    if isinstance(value, list | tuple):
        return [_fields(element) if isinstance(element, _NESTED) else element for element in value]
    return value


@lru_cache(maxsize=4_096)
def _is_field_name(key: str) -> bool:
    return _FIELD.match(key) is not None
