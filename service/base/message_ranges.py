"""Range checks: undefined enumeration numbers and invalid timestamps, which Protobuf accepts."""

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

_message = message_factory(__name__)

_TIMESTAMP_RANGES = {
    f"{Timestamp.DESCRIPTOR.full_name}.seconds": range(-62_135_596_800, 253_402_300_800),
    f"{Timestamp.DESCRIPTOR.full_name}.nanos": range(1_000_000_000),
}
"""Years 1 to 9999 in seconds since 1970, and nanoseconds."""
_MAX_VIOLATIONS = 100


class _RangedField(NamedTuple):
    name: str
    holds: FieldDescriptor
    is_repeated: bool
    is_map: bool
    numbers: Collection[int] | None
    """Allowed numbers; None for messages."""

    @property
    def within(self) -> tuple[_RangedField, ...]:
        return _ranged_fields(cast("Descriptor", self.holds.message_type))


def check_ranges(message: Message) -> None:
    """Raise InputError for undefined enumeration numbers and invalid timestamps."""
    fields = _ranged_fields(cast("Descriptor", message.DESCRIPTOR))
    if not _is_valid(message, fields):
        raise InputError(tuple(islice(_violations(message, fields, ""), _MAX_VIOLATIONS)))


def _is_valid(message: Any, fields: tuple[_RangedField, ...]) -> bool:
    for field in fields:
        if field.is_repeated:
            values = getattr(message, field.name)
            if values and not _are_all_valid(values.values() if field.is_map else values, field):
                return False
        elif field.numbers is not None:
            if getattr(message, field.name) not in field.numbers:
                return False
        elif message.HasField(field.name) and not _is_valid(getattr(message, field.name), field.within):
            return False
    return True


def _are_all_valid(values: Iterable[Any], field: _RangedField) -> bool:
    if field.numbers is not None:
        return all(value in field.numbers for value in values)
    nested_fields = field.within
    return all(_is_valid(value, nested_fields) for value in values)


def _violations(message: Any, fields: tuple[_RangedField, ...], path: str) -> Iterator[Violation]:
    for field in fields:
        value, field_path = getattr(message, field.name), f"{path}{field.name}"
        if field.is_repeated:
            for key, each in ((key, value[key]) for key in value) if field.is_map else enumerate(value):
                yield from _value_violations(each, field, f"{field_path}[{key}]")
        elif field.numbers is not None or message.HasField(field.name):
            yield from _value_violations(value, field, field_path)


def _value_violations(value: Any, field: _RangedField, path: str) -> Iterator[Violation]:
    enum = field.holds.enum_type
    if field.numbers is None:
        yield from _violations(value, field.within, f"{path}.")
    elif value in field.numbers:
        return
    elif enum is not None:
        known = [f"{enum_value.name} ({enum_value.number})" for enum_value in enum.values]
        yield Violation(path, _message("NO_SUCH_NUMBER", found=value, enum=enum.name, known=known), "WRONG_VALUE")
    else:
        least, most = (f"{_TIMESTAMP_RANGES[field.holds.full_name][end]:,}" for end in (0, -1))
        yield Violation(path, _message("NO_SUCH_TIME", found=value, least=least, most=most), "WRONG_VALUE")


@cache
def _ranged_fields(kind: Descriptor) -> tuple[_RangedField, ...]:
    return tuple(_ranged_field(field) for field in kind.fields if _has_limited_range(_value_field(field), frozenset()))


def _ranged_field(field: FieldDescriptor) -> _RangedField:
    holds = _value_field(field)
    numbers: Collection[int] | None = _TIMESTAMP_RANGES.get(holds.full_name)
    if holds.enum_type is not None:
        numbers = frozenset(holds.enum_type.values_by_number)
    return _RangedField(field.name, holds, field.is_repeated, holds is not field, numbers)


def _value_field(field: FieldDescriptor) -> FieldDescriptor:
    kind = field.message_type
    return kind.fields_by_name["value"] if kind is not None and kind.GetOptions().map_entry else field


def _has_limited_range(field: FieldDescriptor, above: frozenset[str]) -> bool:
    kind = field.message_type
    if kind is None:
        return field.enum_type is not None or field.full_name in _TIMESTAMP_RANGES
    ancestors = above | {kind.full_name}
    return kind.full_name not in above and any(
        _has_limited_range(_value_field(inner_field), ancestors) for inner_field in kind.fields
    )
