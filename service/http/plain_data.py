"""Has a document in JSON the form of a message? Collects every field that has not.

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

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import Message as Words
from rules.contracts.messages import speaker
from rules.contracts.suggestions import nearest

if TYPE_CHECKING:
    from google.protobuf.message import Message


_say = speaker(__name__)

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2,3}(?:={0,2}))?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,19})")
_WHOLE = {
    FieldDescriptor.TYPE_INT32: range(-(2**31), 2**31),
    FieldDescriptor.TYPE_INT64: range(-(2**63), 2**63),
}
_SHOWN = 60
MOST_PROBLEMS = 100
"""How many problems are looked for; a large document may have millions."""
_TIMESTAMP = Timestamp.DESCRIPTOR.full_name


def read_message(plain: Any, message: Message, *, whole: str) -> None:
    """Fill an empty message with a document in the JSON form of protobuf; `whole` names the document.

    Raises:
        InputError: fields are unknown or not of their kind; each is named, of very many the first.
    """
    violations = tuple(islice(_of_message(plain, cast("Descriptor", message.DESCRIPTOR), "", whole), MOST_PROBLEMS))
    if violations:
        raise InputError(violations)
    try:
        json_format.ParseDict(plain, message)
    except (json_format.ParseError, ValueError) as error:
        problem = str(error).splitlines()[0]
        raise InputError((Violation(whole, _say("NOT_A_MESSAGE", problem=problem), "MALFORMED"),)) from None


def count_values(plain: Any, *, most: int) -> int:
    """Count the values of a document, lists and objects among them, as far as there are no more than so many."""
    waiting, count = [plain], 0
    while waiting and count <= most:
        part = waiting.pop()
        count += 1
        if isinstance(part, dict | list):
            waiting += islice(part.values() if isinstance(part, dict) else part, most)
    return count


@cache
def known_fields(kind: Descriptor) -> Mapping[str, FieldDescriptor]:
    """Give the fields of a message by both of their names: that of JSON, and that of the API definition."""
    return {name: field for field in kind.fields for name in (field.json_name, field.name)}


def _of_message(plain: Any, kind: Descriptor, path: str, whole: str) -> Iterator[Violation]:
    if kind.full_name == _TIMESTAMP:
        yield from _of_instant(plain, path)
        return
    if not isinstance(plain, dict):
        yield _violation(path or whole, _say("OBJECT_WANTED", found=_shown(plain)))
        return
    known = known_fields(kind)
    names: dict[str, str] = {}
    chosen: dict[str, str] = {}
    for name, value in plain.items():
        field = known.get(name)
        if field is None:
            hint = nearest(name, known)
            yield Violation(_joined(path, name[:_SHOWN]), _say("NO_FIELD", message=kind.name, hint=hint), "UNKNOWN")
        elif names.setdefault(field.name, name) != name:
            yield Violation(_joined(path, name), _say("GIVEN_TWICE"), "REPEATED")
        elif value is not None:
            one_of = field.containing_oneof
            if one_of is not None and (other := chosen.setdefault(one_of.name, name)) != name:
                yield _violation(_joined(path, name), _say("NOT_BESIDE", other=other))
            yield from _of_field(value, field, _joined(path, name))


def _of_field(value: Any, field: FieldDescriptor, path: str) -> Iterator[Violation]:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        if not isinstance(value, dict):
            yield _violation(path, _say("MAP_WANTED", found=_shown(value)))
            return
        of_values = field.message_type.fields_by_name["value"]
        for key, each in value.items():
            yield from _of_value(key, field.message_type.fields_by_name["key"], f"{path}[{key[:_SHOWN]}]")
            yield from _of_value(each, of_values, f"{path}[{key[:_SHOWN]}]")
    elif field.is_repeated:
        if not isinstance(value, list):
            yield _violation(path, _say("LIST_WANTED", found=_shown(value)))
            return
        for index, each in enumerate(value):
            yield from _of_value(each, field, f"{path}[{index}]")
    else:
        yield from _of_value(value, field, path)


def _of_value(value: Any, field: FieldDescriptor, path: str) -> Iterator[Violation]:
    if field.message_type is not None:
        yield from _of_message(value, field.message_type, path, path)
        return
    match field.type:
        case FieldDescriptor.TYPE_STRING:
            problem = None if isinstance(value, str) else _say("TEXT_WANTED", found=_shown(value))
            if isinstance(value, str) and not _is_unicode(value):
                problem = _say("HALF_CHARACTER")
        case FieldDescriptor.TYPE_BOOL:
            problem = None if isinstance(value, bool) else _say("FLAG_WANTED", found=_shown(value))
        case FieldDescriptor.TYPE_INT32 | FieldDescriptor.TYPE_INT64:
            whole = _WHOLE[field.type]
            problem = None
            if not _is_in(whole, value):
                problem = _say("INTEGER_WANTED", found=_shown(value), least=whole[0], most=whole[-1])
        case FieldDescriptor.TYPE_BYTES:
            right = isinstance(value, str) and _BASE64.fullmatch(value) is not None
            problem = None if right else _say("BASE64_WANTED")
        case FieldDescriptor.TYPE_ENUM:
            names = [value.name for value in cast("EnumDescriptor", field.enum_type).values]
            right = isinstance(value, str) and value in names
            problem = None if right else _say("NAME_WANTED", found=_shown(value), known=names)
        case _:
            raise AssertionError(f"{field.full_name}: the API has no field of this type")
    if problem is not None:
        yield _violation(path, problem)


def _of_instant(value: Any, path: str) -> Iterator[Violation]:
    try:
        Timestamp().FromJsonString(value)
    except (ValueError, TypeError, AttributeError):
        yield _violation(path, _say("INSTANT_WANTED", found=_shown(value)))


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


def _violation(field: str, said: Words) -> Violation:
    return Violation(field, said, "WRONG_VALUE")


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
            return str(value)[:_SHOWN]


def fits_query(field: FieldDescriptor) -> bool:
    """Say whether a query can give a field: a message stands in bodies only, unless JSON writes it as one text."""
    return field.message_type is None or (field.message_type.full_name == _TIMESTAMP and not field.is_repeated)


def of_query(given: Mapping[str, list[str]], kind: Descriptor) -> dict[str, Any]:
    """Give the parameters of a query as a document; what is not of its kind stays, to be refused with the rest."""
    known = known_fields(kind)
    plain: dict[str, Any] = {}
    violations = []
    for name, values in given.items():
        field = known.get(name)
        if field is not None and not fits_query(field):
            violations.append(Violation(name, _say("BODY_ONLY"), "WRONG_VALUE"))
        elif field is not None and field.is_repeated:
            plain[name] = [_read(value, field) for value in values]
        elif len(values) > 1:
            violations.append(Violation(name[:_SHOWN], _say("GIVEN_TWICE"), "REPEATED"))
        else:
            plain[name] = values[0] if field is None else _read(values[0], field)
    if violations:
        raise InputError(tuple(violations))
    return plain


def _read(value: str, field: FieldDescriptor) -> Any:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return {"true": True, "false": False}.get(value, value)
    return value
