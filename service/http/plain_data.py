"""JSON and queries over HTTP, read into messages and refused in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from rules.contracts import InputError, Message as Words, Violation, message_factory
from touchstone.client import json_reading
from touchstone.client.json_reading import SHOWN, TIMESTAMP, known_fields
from touchstone.client.problems import PACKAGE, FieldsError

if TYPE_CHECKING:
    from google.protobuf.message import Message


_say = message_factory(__name__)


def read_message(plain: Any, message: Message, *, whole: str) -> None:
    """Fill an empty message with a document in the JSON form of protobuf; `whole` names the document."""
    try:
        json_reading.read_message(plain, message, whole=whole)
    except FieldsError as error:
        wrong = (
            Violation(problem.field, Words(PACKAGE, problem.code, {**problem.slots}), problem.reason)
            for problem in error.problems
        )
        raise InputError(tuple(wrong)) from None


def count_values(plain: Any, *, most: int) -> int:
    """Count the values of a document, lists and objects among them, as far as there are no more than so many."""
    waiting, count = [plain], 0
    while waiting and count <= most:
        part = waiting.pop()
        count += 1
        if isinstance(part, dict | list):
            waiting += islice(part.values() if isinstance(part, dict) else part, most)
    return count


def fits_query(field: FieldDescriptor) -> bool:
    """Say whether a query can give a field: a message stands in bodies only, unless JSON writes it as one text."""
    return field.message_type is None or (field.message_type.full_name == TIMESTAMP and not field.is_repeated)


def query_document(parameters: Mapping[str, list[str]], kind: Descriptor) -> dict[str, Any]:
    """Give the parameters of a query as a document; what is not of its kind stays, to be refused with the rest."""
    known = known_fields(kind)
    plain: dict[str, Any] = {}
    violations = []
    for name, values in parameters.items():
        field = known.get(name)
        if field is not None and not fits_query(field):
            violations.append(Violation(name, _say("BODY_ONLY"), "WRONG_VALUE"))
        elif field is not None and field.is_repeated:
            plain[name] = [_read(value, field) for value in values]
        elif len(values) > 1:
            violations.append(Violation(name[:SHOWN], _say("GIVEN_TWICE"), "REPEATED"))
        else:
            plain[name] = values[0] if field is None else _read(values[0], field)
    if violations:
        raise InputError(tuple(violations))
    return plain


def _read(value: str, field: FieldDescriptor) -> Any:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return {"true": True, "false": False}.get(value, value)
    return value
