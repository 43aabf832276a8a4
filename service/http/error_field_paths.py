"""Field paths of errors in the caller's form: JSON spelling, and positions in lists.

The API names a field as its definition does, and what stands in a list by its id where it has one. Who sent JSON finds
the place by what they wrote, as protobuf writes it in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.rpc import error_details_pb2

from service.base.whole_numbers import parse_whole_number
from touchstone.client.json_reading import known_fields

if TYPE_CHECKING:
    from google.protobuf.message import Message
    from google.rpc import status_pb2

    from touchstone.v1 import types_pb2

_NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")
_POSITION = re.compile(r"\[([0-9]+)\]")
_ID_LENGTHS = (None, 60, 80)
"""How much of an id stands in a path."""
_TWICE = ("REPEATED", "DUPLICATE")
"""How reasons begin that are told of the later of two."""
_PLACE_IN_RECORD = re.compile(r"(facts\[.+?\])\.records\[(.*)\]\.(\w+)(\.places\[.*)")


@dataclass(frozen=True, slots=True)
class ParsedRequest:
    """What a caller asked, as a message, and whether they spell its fields as the API definition does."""

    message: Message
    is_spelt_as_defined: bool


def is_spelt_as_defined(plain: object, kind: Descriptor) -> bool:
    """Say whether a document has the names of the API definition, and not those of JSON.

    The first name tells it that differs between the two; where there is none, names are those of JSON.
    """
    return next((name == descriptor.name for name, descriptor in _spelt(plain, kind)), False)


def _spelt(plain: object, kind: Descriptor) -> Iterator[tuple[str, FieldDescriptor]]:
    """Give each name of a document that could be spelt otherwise, with its field."""
    waiting: list[tuple[object, Descriptor]] = [(plain, kind)]
    while waiting:
        part, of = waiting.pop()
        if isinstance(part, list):
            waiting += [(element, of) for element in part]
        elif isinstance(part, dict):
            known = known_fields(of)
            for name, value in part.items():
                if (descriptor := known.get(name)) is None:
                    continue
                if descriptor.name != descriptor.json_name:
                    yield name, descriptor
                of_map = _of_map(descriptor)
                inner = descriptor if of_map is None else of_map
                if inner.message_type is not None:
                    values = value if of_map is None else list(value.values()) if isinstance(value, dict) else None
                    waiting.append((values, inner.message_type))


def restate_paths(error: status_pb2.Status | types_pb2.ItemError, asked: ParsedRequest) -> None:
    """Tell the wrong fields of an error, and the first of them in its message, as they stand in what was sent."""
    paths = _CallerPaths(asked)
    renamed: dict[str, str] = {}
    for detail in error.details:
        wrong, localized = error_details_pb2.BadRequest(), error_details_pb2.LocalizedMessage()
        if detail.Unpack(wrong):
            for field_violation in wrong.field_violations:
                field_violation.field = renamed.setdefault(
                    field_violation.field,
                    paths.told(field_violation.field, is_later=field_violation.reason.startswith(_TWICE)),
                )
            detail.Pack(wrong)
        elif detail.Unpack(localized):
            localized.message = _with_first(localized.message, renamed)
            detail.Pack(localized)
    error.message = _with_first(error.message, renamed)


def _with_first(text: str, renamed: Mapping[str, str]) -> str:
    """Rename the field that a message begins with."""
    first = next(iter(renamed), "")
    return f"{renamed[first]}{text.removeprefix(first)}" if first and text.startswith(first) else text


@dataclass(slots=True)
class _CallerPaths:
    asked: ParsedRequest
    _indexes: dict[int, tuple[Sequence[Any], Mapping[str, list[int]]]] = field(default_factory=dict)
    """By the identity of a list, and with it, so that this is taken by no other: the positions of each id."""
    _is_later: bool = False

    def told(self, path: str, *, is_later: bool) -> str:
        """Give a path in the caller's form; what is no part of the message stays as it is.

        Of two elements with one id the first is meant, or the later one.
        """
        self._is_later = is_later
        if (match := _PLACE_IN_RECORD.fullmatch(path)) and (restated := self._place(match)):
            return restated
        return self._in_message(path, self.asked.message, is_outermost=True) or path

    def _place(self, match: re.Match[str]) -> str | None:
        """Find the place of a field of a record: the API tells it under the record, a message has it under the fact."""
        fact, record, of_field, rest = match.groups()
        outer = self._in_message(fact, self.asked.message, is_outermost=True)
        position = _POSITION.search(outer or "")
        if outer is None or position is None:
            return None
        facts = getattr(self.asked.message, "facts")  # noqa: B009 -- of whichever request has them
        for number, evidence_place in enumerate(facts[int(position[1])].places):
            head = f".places[{evidence_place.evidence_id[:60]}]"
            if (evidence_place.record_key[:80], evidence_place.field_id) == (record, of_field) and rest.startswith(
                head
            ):
                return f"{outer}.places[{number}]" + self._below(rest.removeprefix(head), evidence_place)
        return None

    def _spelling(self, of: FieldDescriptor) -> str:
        return of.name if self.asked.is_spelt_as_defined else of.json_name

    def _in_message(self, path: str, message: Message, *, is_outermost: bool = False) -> str | None:
        """Tell a path that begins with a name of a field; None if there is nothing of this name."""
        match = _NAME.match(path)
        if match is None:
            return None
        name, rest = match[0], path[match.end() :]
        kind = _kind(message)
        if name in kind.fields_by_name:
            return self._in_field(rest, kind.fields_by_name[name], message)
        if name in kind.oneofs_by_name:  # which no document names: the one that is given, else the first that may be
            field_name = message.WhichOneof(name) or kind.oneofs_by_name[name].fields[0].name
            return self._in_field(rest, kind.fields_by_name[field_name], message)
        return None if is_outermost else self._left_out(path, message)

    def _left_out(self, path: str, message: Message) -> str | None:
        """Tell a path that leaves out the field of this message under which it goes on: its map, or a message in it."""
        for each in _kind(message).fields:
            if _of_map(each) is not None:
                keys = sorted(getattr(message, each.name), key=len, reverse=True)
                key = next(
                    (candidate for candidate in keys if re.match(rf"{re.escape(candidate)}(?![a-z0-9_])", path)), None
                )
                if key is not None:
                    return self._in_field(f"[{key}]{path.removeprefix(key)}", each, message)
            elif each.message_type is not None and not each.is_repeated and message.HasField(each.name):
                inner = self._in_message(path, getattr(message, each.name))
                if inner is not None:
                    return f"{self._spelling(each)}.{inner}"
        return None

    def _in_field(self, rest: str, of: FieldDescriptor, message: Message) -> str | None:
        """Tell a field, and what follows its name in a path."""
        spelling, value = self._spelling(of), getattr(message, of.name)
        of_map = _of_map(of)
        if of_map is not None:
            keys = sorted(value, key=len, reverse=True)
            key = next((candidate for candidate in keys if rest.startswith(f"[{candidate}]")), None)
            if key is None or of_map.message_type is None:
                return spelling + rest
            return f"{spelling}[{key}]" + self._below(rest.removeprefix(f"[{key}]"), value[key])
        if of.message_type is None:
            return spelling + rest
        if of.is_repeated:
            return None if (listed := self._element_path(rest, value)) is None else spelling + listed
        if rest.startswith("["):  # a message that only holds a list, so that the list can be absent
            (only,) = of.message_type.fields if len(of.message_type.fields) == 1 else (None,)
            inner = None if only is None else self._in_field(rest, only, value)
            return None if inner is None else f"{spelling}.{inner}"
        return spelling + self._below(rest, value)

    def _below(self, rest: str, message: Message) -> str:
        inner = self._in_message(rest[1:], message) if rest.startswith(".") else None
        return rest if inner is None else f".{inner}"

    def _element_path(self, rest: str, values: Sequence[Any]) -> str | None:
        """Tell an element by its position; None if no element is meant by the id that is given."""
        if not rest.startswith("["):
            return rest
        index = self._index(values)
        for end in (place for place, mark in enumerate(rest) if mark == "]"):
            if numbers := index.get(rest[1:end]):
                ordered, after = numbers[:: -1 if self._is_later else 1], rest[end + 1 :]
                has_it = (position for position in ordered if self._below(after, values[position]) != after)
                number = next(has_it, ordered[0])
                return f"[{number}]" + self._below(after, values[number])
        match = _POSITION.match(rest)
        place = None if match is None else parse_whole_number(match[1], most=len(values) - 1)
        if match is None or place is None:
            return None
        return match[0] + self._below(rest[match.end() :], values[place])

    def _index(self, values: Sequence[Any]) -> Mapping[str, list[int]]:
        if id(values) not in self._indexes:
            index: dict[str, list[int]] = {}
            for number, id_ in _ids(values):
                for shown in {id_[:most] for most in _ID_LENGTHS}:
                    index.setdefault(shown, []).append(number)
            self._indexes[id(values)] = values, index
        return self._indexes[id(values)][1]


def _ids(values: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Give the ids of elements with their positions: of records all that may be one, since the scorecard says which is.

    First come those in the fields that most records have, each another.
    """
    if not values:
        return
    first = _kind(values[0]).fields[0]
    if first.type == FieldDescriptor.TYPE_STRING and not first.is_repeated:
        yield from ((number, id_) for number, one in enumerate(values) if (id_ := getattr(one, first.name)))
    elif (of_map := _of_map(first)) is not None and of_map.message_type is not None:
        keys: dict[str, list[tuple[int, str]]] = {}
        for number, element in enumerate(values):
            for name, value in getattr(element, first.name).items():
                chosen = [field_value for of, field_value in value.ListFields() if of.containing_oneof is not None]
                keys.setdefault(name, []).extend(
                    (number, record_key) for record_key in chosen if isinstance(record_key, str)
                )
        for ids in sorted(keys.values(), key=lambda ids: len({id_ for _, id_ in ids}), reverse=True):
            yield from ids


def _kind(message: Message) -> Descriptor:
    return cast("Descriptor", message.DESCRIPTOR)


def _of_map(of: FieldDescriptor) -> FieldDescriptor | None:
    """Give the field of the values of a map; None of any other field."""
    kind = of.message_type
    return kind.fields_by_name["value"] if kind is not None and kind.GetOptions().map_entry else None
