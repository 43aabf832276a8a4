"""Messages with an invalid number in each field that accepts only some numbers: enumerations and times."""

from collections.abc import Iterator
from typing import Any, cast

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

TIMESTAMP = "google.protobuf.Timestamp"
WRONG_NUMBERS = (2**31 - 1, -1)
"""Invalid numbers for an enumeration."""
WRONG_SECONDS = (253_402_300_800, -62_135_596_801, 2**63 - 1)


def kind_of(field: FieldDescriptor) -> Descriptor | None:
    """The message that a field holds, or that the values of the map are that it is."""
    kind = field.message_type
    if kind is not None and kind.GetOptions().map_entry:
        return kind.fields_by_name["value"].message_type
    return kind


def ways(kind: Descriptor, above: tuple[FieldDescriptor, ...] = ()) -> Iterator[tuple[FieldDescriptor, ...]]:
    """Every way from a message to an enumeration or a time in it; a kind that lies in itself is entered once."""
    for field in kind.fields:
        inner = kind_of(field)
        if field.enum_type is not None or (inner is not None and inner.full_name == TIMESTAMP):
            yield (*above, field)
        elif inner is not None and inner not in [kind_of(one) for one in above]:
            yield from ways(inner, (*above, field))


def with_number(kind: Descriptor, way: tuple[FieldDescriptor, ...], number: int) -> tuple[Message, str]:
    """Return a message with the number at the end of the field path, and the name of that field."""
    made = message = cast("Any", GetMessageClass(kind)())
    places = []
    for field in way:
        value, place = getattr(message, field.name), field.name
        if kind_of(field) is not field.message_type:
            message, place = value["k"], f"{place}[k]"
        elif field.message_type is not None:
            message = value.add() if field.is_repeated else value
        elif field.is_repeated:
            value.append(number)
        else:
            setattr(message, field.name, number)
        places.append(f"{place}[0]" if field.is_repeated and not place.endswith("]") else place)
    if way[-1].enum_type is None:
        message.seconds = number
        places.append("seconds")
    return made, ".".join(places)
