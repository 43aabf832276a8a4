"""JSON read into a message: every field that is unknown or not of its kind is named.

The parser of protobuf ends at the first problem and says it in English; it has the last word on what is right here.
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
_WHOLE = {
    FieldDescriptor.TYPE_INT32: range(-(2**31), 2**31),
    FieldDescriptor.TYPE_INT64: range(-(2**63), 2**63),
}
SHOWN = 60
"""How many characters are shown of what was found."""
MOST_PROBLEMS = 100
"""How many problems are looked for; a large document may have millions."""
TIMESTAMP = Timestamp.DESCRIPTOR.full_name


def read_message(plain: Any, message: Message, *, whole: str) -> None:
    """Fill an empty message with a document in the JSON form of protobuf; `whole` names the document.

    Raises:
        FieldsError: fields are unknown or not of their kind; each is named, of very many the first.
    """
    problems = tuple(islice(_of_message(plain, cast("Descriptor", message.DESCRIPTOR), "", whole), MOST_PROBLEMS))
    if problems:
        raise FieldsError(problems)
    try:
        json_format.ParseDict(plain, message)
    except (json_format.ParseError, ValueError) as error:
        problem = str(error).splitlines()[0]
        raise FieldsError((Problem(whole, "NOT_A_MESSAGE", {"problem": problem}, "MALFORMED"),)) from None


@cache
def known_fields(kind: Descriptor) -> Mapping[str, FieldDescriptor]:
    """Give the fields of a message by both of their names: that of JSON, and that of the API definition."""
    return {name: field for field in kind.fields for name in (field.json_name, field.name)}


def _of_message(plain: Any, kind: Descriptor, path: str, whole: str) -> Iterator[Problem]:
    if kind.full_name == TIMESTAMP:
        yield from _of_instant(plain, path)
        return
    if not isinstance(plain, dict):
        yield Problem(path or whole, "OBJECT_WANTED", {"found": _shown(plain)})
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
            one_of = field.containing_oneof
            if one_of is not None and (other := chosen.setdefault(one_of.name, name)) != name:
                yield Problem(_joined(path, name), "NOT_BESIDE", {"other": other})
            yield from _of_field(value, field, _joined(path, name))


def _of_field(value: Any, field: FieldDescriptor, path: str) -> Iterator[Problem]:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        if not isinstance(value, dict):
            yield Problem(path, "MAP_WANTED", {"found": _shown(value)})
            return
        of_values = field.message_type.fields_by_name["value"]
        for key, each in value.items():
            yield from _of_value(key, field.message_type.fields_by_name["key"], f"{path}[{key[:SHOWN]}]")
            yield from _of_value(each, of_values, f"{path}[{key[:SHOWN]}]")
    elif field.is_repeated:
        if not isinstance(value, list):
            yield Problem(path, "LIST_WANTED", {"found": _shown(value)})
            return
        for index, each in enumerate(value):
            yield from _of_value(each, field, f"{path}[{index}]")
    else:
        yield from _of_value(value, field, path)


def _of_value(value: Any, field: FieldDescriptor, path: str) -> Iterator[Problem]:
    if field.message_type is not None:
        yield from _of_message(value, field.message_type, path, path)
        return
    if (wrong := _wrong(value, field)) is not None:
        code, slots = wrong
        yield Problem(path, code, slots)


def _wrong(value: Any, field: FieldDescriptor) -> tuple[str, dict[str, Slot]] | None:
    """Give the code of what is wrong with a value that is no message, and its slots."""
    match field.type:
        case FieldDescriptor.TYPE_STRING:
            if not isinstance(value, str):
                return "TEXT_WANTED", {"found": _shown(value)}
            return None if _is_unicode(value) else ("HALF_CHARACTER", {})
        case FieldDescriptor.TYPE_BOOL:
            return None if isinstance(value, bool) else ("FLAG_WANTED", {"found": _shown(value)})
        case FieldDescriptor.TYPE_INT32 | FieldDescriptor.TYPE_INT64:
            whole = _WHOLE[field.type]
            if _is_in(whole, value):
                return None
            return "INTEGER_WANTED", {"found": _shown(value), "least": whole[0], "most": whole[-1]}
        case FieldDescriptor.TYPE_BYTES:
            right = isinstance(value, str) and _BASE64.fullmatch(value) is not None
            return None if right else ("BASE64_WANTED", {})
        case FieldDescriptor.TYPE_ENUM:
            names = tuple(value.name for value in cast("EnumDescriptor", field.enum_type).values)
            right = isinstance(value, str) and value in names
            return None if right else ("NAME_WANTED", {"found": _shown(value), "known": names})
        case _:
            raise AssertionError(f"{field.full_name}: the API has no field of this type")


def _of_instant(value: Any, path: str) -> Iterator[Problem]:
    try:
        Timestamp().FromJsonString(value)
    except (ValueError, TypeError, AttributeError):
        yield Problem(path, "INSTANT_WANTED", {"found": _shown(value)})


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_in(whole: range, value: Any) -> bool:
    if isinstance(value, str):
        return _INTEGER.fullmatch(value) is not None and int(value) in whole
    return isinstance(value, int) and not isinstance(value, bool) and value in whole


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: Any) -> str:
    """Say what was found as JSON has it, without what stands in lists and objects."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case dict() | list():
            return "{…}" if isinstance(value, dict) else "[…]"
        case _:
            return str(value)[:SHOWN]
