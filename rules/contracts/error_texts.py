"""Texts of errors in both languages, also of errors that Python or a library raised."""

from __future__ import annotations

import errno
import re
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import lazy_loader  # type: ignore[import-untyped] # it has no types

from rules.contracts.messages import Message, message_factory

if TYPE_CHECKING:
    import pydantic
else:
    pydantic = lazy_loader.load("pydantic")  # needed only when an error is shown

_MAXIMUM_CHARACTERS = 400
_OS_PROBLEMS = {
    errno.ENOENT: "FILE_ABSENT",
    errno.EEXIST: "FILE_PRESENT",
    errno.EISDIR: "FILE_IS_FOLDER",
    errno.ENOTDIR: "FOLDER_IS_FILE",
    errno.EACCES: "FILE_FORBIDDEN",
    errno.EPERM: "FILE_FORBIDDEN",
    errno.EROFS: "DISK_READ_ONLY",
    errno.ENOSPC: "DISK_FULL",
    errno.EADDRINUSE: "ADDRESS_IN_USE",
    errno.EADDRNOTAVAIL: "ADDRESS_OF_OTHER_MACHINE",
    errno.ECONNREFUSED: "CONNECTION_REFUSED",
}
_FIELD_PROBLEMS = {
    "missing": "FIELD_REQUIRED",
    "extra_forbidden": "FIELD_UNKNOWN",
    "string_type": "NO_TEXT",
    "bool_type": "NO_BOOLEAN",
    "bool_parsing": "NO_BOOLEAN",
    "int_type": "NO_INTEGER",
    "int_parsing": "NO_INTEGER",
    "int_from_float": "NO_INTEGER",
    "list_type": "NO_LIST",
    "tuple_type": "NO_LIST",
    "dict_type": "NO_OBJECT",
    "model_type": "NO_OBJECT",
    "model_attributes_type": "NO_OBJECT",
    "dataclass_type": "NO_OBJECT",
    "literal_error": "NONE_OF",
    "enum": "NONE_OF",
    "union_tag_invalid": "NONE_OF",
    "greater_than": "NOT_ABOVE",
    "greater_than_equal": "BELOW",
    "less_than": "NOT_BELOW",
    "less_than_equal": "ABOVE",
    "string_too_short": "TEXT_TOO_SHORT",
    "string_too_long": "TEXT_TOO_LONG",
    "too_short": "LIST_TOO_SHORT",
    "too_long": "LIST_TOO_LONG",
    "string_pattern_mismatch": "OTHER_PATTERN",
}
"""The fragment for each kind of pydantic error; its slots are those of the error's context."""
_BETWEEN_VALUES = re.compile(", | or ")


def error_message(error: BaseException) -> str:
    """Return the text of an error, as a `Message` if it is known in both languages."""
    message = error.args[0] if error.args else ""
    if isinstance(message, Message):
        return message
    match error:
        case pydantic.ValidationError():
            return _first_problem(error)
        case OSError(errno=number) if number in _OS_PROBLEMS:
            return _message(_OS_PROBLEMS[number])
        case OSError(strerror=str(text)):
            return text
        case KeyError():
            return _message("ENTRY_ABSENT", name=str(message))
        case TypeError() | AttributeError():
            return _message("OTHER_STRUCTURE")
        case zlib.error():
            return _message("COMPRESSION_BROKEN")
    return str(error)[:_MAXIMUM_CHARACTERS]


def _first_problem(error: pydantic.ValidationError) -> str:
    """Return the field and description of the first violation of a pydantic model."""
    first = error.errors(include_url=False, include_input=False)[0]
    problem = field_problem(first)
    return _message("OF_FIELD", field=".".join(map(str, first["loc"])), problem=problem) if first["loc"] else problem


def field_problem(detail: Mapping[str, Any]) -> str:
    """Return the description of a violation of a pydantic model, from its `ErrorDetails`."""
    context, code = dict(detail.get("ctx", {})), _FIELD_PROBLEMS.get(detail["type"])
    if isinstance(raised := context.get("error"), Exception):
        return error_message(raised)
    if code == "NONE_OF":
        expected = context.get("expected") or context["expected_tags"]
        context["expected"] = [value.strip("'\"") for value in _BETWEEN_VALUES.split(expected)]
    return detail["msg"] if code is None else _message(code, **context)


_message = message_factory(__name__)
