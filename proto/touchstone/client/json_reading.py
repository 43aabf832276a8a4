"""JSON parser for messages that reports every unknown or invalid field.

The protobuf parser runs last; it reports only one problem, in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from google.protobuf import json_format
from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.timestamp_pb2 import Timestamp

from touchstone.client.problems import FieldsError, Problem, Slot, unknown

if TYPE_CHECKING:
    from google.protobuf.message import Message

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2,3}(?:={0,2}))?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,19})")
_INTEGER_RANGES = {
    FieldDescriptor.TYPE_INT32: range(-(2**31), 2**31),
    FieldDescriptor.TYPE_INT64: range(-(2**63), 2**63),
}
SHOWN = 60
MOST_PROBLEMS = 100
TIMESTAMP = Timestamp.DESCRIPTOR.full_name


def read_message(plain: Any, message: Message, *, whole: str) -> None:
    """Fill an empty message from a JSON document named `whole`.

    Raises:
        FieldsError: Fields are unknown or invalid; at most MOST_PROBLEMS are listed.
    """
    problems = tuple(islice(_message_problems(plain, cast("Descriptor", message.DESCRIPTOR), "", whole), MOST_PROBLEMS))
    if problems:
        raise FieldsError(problems)
    try:
        json_format.ParseDict(plain, message)
    except (json_format.ParseError, ValueError) as error:
        problem = str(error).splitlines()[0]
        raise FieldsError((Problem(whole, "NOT_A_MESSAGE", {"problem": problem}, "MALFORMED"),)) from None


@cache
def known_fields(kind: Descriptor) -> Mapping[str, FieldDescriptor]:
    """Return the fields of a message by JSON name and by proto name."""
    return {name: field for field in kind.fields for name in (field.json_name, field.name)}


def _message_problems(plain: Any, kind: Descriptor, path: str, document: str) -> Iterator[Problem]:
    if kind.full_name == TIMESTAMP:
        yield from _timestamp_problems(plain, path)
        return
    if not isinstance(plain, dict):
        yield Problem(path or document, "OBJECT_WANTED", {"found": _short_text(plain)})
        return
    known = known_fields(kind)
    names: dict[str, str] = {}
    chosen: dict[str, str] = {}
    for name, value in plain.items():
        field = known.get(name)
        if field is None:
            short = name[:SHOWN]
            yield unknown(short, known, "NO_FIELD", path=_joined(path, short), message=kind.name)
        elif names.setdefault(field.name, name) != name:
            yield Problem(_joined(path, name), "GIVEN_TWICE", reason="REPEATED")
        elif value is not None:
            oneof = field.containing_oneof
            if oneof is not None and (other := chosen.setdefault(oneof.name, name)) != name:
                yield Problem(_joined(path, name), "NOT_BESIDE", {"other": other})
            yield from _field_problems(value, field, _joined(path, name))


def _field_problems(value: Any, field: FieldDescriptor, path: str) -> Iterator[Problem]:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        if not isinstance(value, dict):
            yield Problem(path, "MAP_WANTED", {"found": _short_text(value)})
            return
        value_field = field.message_type.fields_by_name["value"]
        for key, each in value.items():
            yield from _value_problems(key, field.message_type.fields_by_name["key"], f"{path}[{key[:SHOWN]}]")
            yield from _value_problems(each, value_field, f"{path}[{key[:SHOWN]}]")
    elif field.is_repeated:
        if not isinstance(value, list):
            yield Problem(path, "LIST_WANTED", {"found": _short_text(value)})
            return
        for index, each in enumerate(value):
            yield from _value_problems(each, field, f"{path}[{index}]")
    else:
        yield from _value_problems(value, field, path)


def _value_problems(value: Any, field: FieldDescriptor, path: str) -> Iterator[Problem]:
    if field.message_type is not None:
        yield from _message_problems(value, field.message_type, path, path)
        return
    if (mismatch := _type_mismatch(value, field)) is not None:
        code, slots = mismatch
        yield Problem(path, code, slots)


def _type_mismatch(value: Any, field: FieldDescriptor) -> tuple[str, dict[str, Slot]] | None:
    match field.type:
        case FieldDescriptor.TYPE_STRING:
            if not isinstance(value, str):
                return "TEXT_WANTED", {"found": _short_text(value)}
            return None if _is_unicode(value) else ("HALF_CHARACTER", {})
        case FieldDescriptor.TYPE_BOOL:
            return None if isinstance(value, bool) else ("FLAG_WANTED", {"found": _quoted(value)})
        case FieldDescriptor.TYPE_INT32 | FieldDescriptor.TYPE_INT64:
            allowed = _INTEGER_RANGES[field.type]
            if _is_in(allowed, value):
                return None
            return "INTEGER_WANTED", {"found": _short_text(value), "least": allowed[0], "most": allowed[-1]}
        case FieldDescriptor.TYPE_BYTES:
            right = isinstance(value, str) and _BASE64.fullmatch(value) is not None
            return None if right else ("BASE64_WANTED", {})
        case FieldDescriptor.TYPE_ENUM:
            names = tuple(value.name for value in cast("EnumDescriptor", field.enum_type).values)
            right = isinstance(value, str) and value in names
            return None if right else ("NAME_WANTED", {"found": _short_text(value), "known": names})
        case _:
            raise AssertionError(f"{field.full_name}: the API has no field of this type")


def _timestamp_problems(value: Any, path: str) -> Iterator[Problem]:
    try:
        Timestamp().FromJsonString(value)
    except (ValueError, TypeError, AttributeError):
        yield Problem(path, "INSTANT_WANTED", {"found": _short_text(value)})


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_in(allowed: range, value: Any) -> bool:
    if isinstance(value, str):
        return _INTEGER.fullmatch(value) is not None and int(value) in allowed
    return isinstance(value, int) and not isinstance(value, bool) and value in allowed


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _quoted(value: Any) -> str:
    return f'"{value[:SHOWN]}"' if isinstance(value, str) else _short_text(value)


def _short_text(value: Any) -> str:
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case dict() | list():
            return "{…}" if isinstance(value, dict) else "[…]"
        case _:
            return str(value)[:SHOWN]
