"""The numbers of a message that its kind does not have: no name of an enumeration, or a time outside the calendar.

Protobuf lets both through, and whatever reads them later would fail. Only fields that can hold one are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError, Violation, message_factory

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor
    from google.protobuf.message import Message

_say = message_factory(__name__)

_OF_TIME = {
    f"{Timestamp.DESCRIPTOR.full_name}.seconds": range(-62_135_596_800, 253_402_300_800),
    f"{Timestamp.DESCRIPTOR.full_name}.nanos": range(1_000_000_000),
}
"""The years 1 to 9999, counted from 1970, and the parts of a second."""
_MOST_PROBLEMS = 100
"""How many are told; a large message may have millions."""


class _RangedField(NamedTuple):
    """A field that can hold such a number, itself or in what lies in it."""

    name: str
    holds: FieldDescriptor
    """The field, or that of the values of a map."""
    is_repeated: bool
    is_map: bool
    numbers: Collection[int] | None
    """Those that it can have; none if it holds messages."""

    @property
    def within(self) -> tuple[_RangedField, ...]:
        """Those of the messages that it holds."""
        return _ranged(cast("Descriptor", self.holds.message_type))


def check_ranges(message: Message) -> None:
    """Refuse numbers that an enumeration does not have, and times that do not exist.

    Raises:
        InputError: there are some; each is named by its field, of very many the first.
    """
    fields = _ranged(cast("Descriptor", message.DESCRIPTOR))
    if not _is_right(message, fields):
        raise InputError(tuple(islice(_violations(message, fields, ""), _MOST_PROBLEMS)))


def _is_right(message: Any, fields: tuple[_RangedField, ...]) -> bool:
    for field in fields:
        if field.is_repeated:
            values = getattr(message, field.name)
            if values and not _are_right(values.values() if field.is_map else values, field):
                return False
        elif field.numbers is not None:
            if getattr(message, field.name) not in field.numbers:
                return False
        elif message.HasField(field.name) and not _is_right(getattr(message, field.name), field.within):
            return False
    return True


def _are_right(values: Iterable[Any], field: _RangedField) -> bool:
    if field.numbers is not None:
        return all(value in field.numbers for value in values)
    within = field.within
    return all(_is_right(value, within) for value in values)


def _violations(message: Any, fields: tuple[_RangedField, ...], path: str) -> Iterator[Violation]:
    for field in fields:
        value, place = getattr(message, field.name), f"{path}{field.name}"
        if field.is_repeated:
            for key, each in ((key, value[key]) for key in value) if field.is_map else enumerate(value):
                yield from _of_value(each, field, f"{place}[{key}]")
        elif field.numbers is not None or message.HasField(field.name):
            yield from _of_value(value, field, place)


def _of_value(value: Any, field: _RangedField, path: str) -> Iterator[Violation]:
    enum = field.holds.enum_type
    if field.numbers is None:
        yield from _violations(value, field.within, f"{path}.")
    elif value in field.numbers:
        return
    elif enum is not None:
        known = [f"{enum_value.name} ({enum_value.number})" for enum_value in enum.values]
        yield Violation(path, _say("NO_SUCH_NUMBER", found=value, enum=enum.name, known=known), "WRONG_VALUE")
    else:
        least, most = (f"{_OF_TIME[field.holds.full_name][end]:,}" for end in (0, -1))
        yield Violation(path, _say("NO_SUCH_TIME", found=value, least=least, most=most), "WRONG_VALUE")


@cache
def _ranged(kind: Descriptor) -> tuple[_RangedField, ...]:
    """Give the fields of a message that can hold such a number."""
    return tuple(_ranged_field(field) for field in kind.fields if _can_hold(_of_values(field), frozenset()))


def _ranged_field(field: FieldDescriptor) -> _RangedField:
    holds = _of_values(field)
    numbers: Collection[int] | None = _OF_TIME.get(holds.full_name)
    if holds.enum_type is not None:
        numbers = frozenset(holds.enum_type.values_by_number)
    return _RangedField(field.name, holds, field.is_repeated, holds is not field, numbers)


def _of_values(field: FieldDescriptor) -> FieldDescriptor:
    """Give a field, or of a map that of its values."""
    kind = field.message_type
    return kind.fields_by_name["value"] if kind is not None and kind.GetOptions().map_entry else field


def _can_hold(field: FieldDescriptor, above: frozenset[str]) -> bool:
    """Say whether a field holds numbers of an enumeration or times; messages `above` it are being asked already."""
    kind = field.message_type
    if kind is None:
        return field.enum_type is not None or field.full_name in _OF_TIME
    within = above | {kind.full_name}
    return kind.full_name not in above and any(
        _can_hold(_of_values(inner_field), within) for inner_field in kind.fields
    )
