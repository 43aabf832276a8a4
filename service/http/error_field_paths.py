"""Field paths of errors in the caller's form: JSON spelling and list positions.

The API uses its own field names and the ids of elements. Callers need the paths of their JSON.
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
_SHORTENED_ID_LENGTHS = (None, 60, 80)
_LATER_ELEMENT_REASONS = ("REPEATED", "DUPLICATE")
_RECORD_FIELD_PATH = re.compile(r"(facts\[.+?\])\.records\[(.*)\]\.(\w+)(\.places\[.*)")


@dataclass(frozen=True, slots=True)
class ParsedRequest:
    """Request message, and whether its JSON used the field names of the API definition."""

    message: Message
    is_spelt_as_defined: bool


def is_spelt_as_defined(plain: object, kind: Descriptor) -> bool:
    """Return whether a document uses the API's field names, not JSON names; the first difference decides."""
    return next((name == descriptor.name for name, descriptor in _spelt(plain, kind)), False)


def _spelt(plain: object, kind: Descriptor) -> Iterator[tuple[str, FieldDescriptor]]:
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
                of_map = _map_value_field(descriptor)
                inner = descriptor if of_map is None else of_map
                if inner.message_type is not None:
                    values = value if of_map is None else list(value.values()) if isinstance(value, dict) else None
                    waiting.append((values, inner.message_type))


def restate_paths(error: status_pb2.Status | types_pb2.ItemError, request: ParsedRequest) -> None:
    """Change the field paths of an error, and in its message, to the caller's form."""
    paths = _CallerPaths(request)
    renamed: dict[str, str] = {}
    for detail in error.details:
        wrong, localized = error_details_pb2.BadRequest(), error_details_pb2.LocalizedMessage()
        if detail.Unpack(wrong):
            for field_violation in wrong.field_violations:
                field_violation.field = renamed.setdefault(
                    field_violation.field,
                    paths.caller_path(
                        field_violation.field, is_later=field_violation.reason.startswith(_LATER_ELEMENT_REASONS)
                    ),
                )
            detail.Pack(wrong)
        elif detail.Unpack(localized):
            localized.message = _with_first(localized.message, renamed)
            detail.Pack(localized)
    error.message = _with_first(error.message, renamed)


def _with_first(text: str, renamed: Mapping[str, str]) -> str:
    """Replace the first field, which a colon follows in each language."""
    first = next(iter(renamed), "")
    return re.sub(rf"(?<!\S){re.escape(first)}(?=[:：])", lambda _: renamed[first], text, count=1) if first else text


@dataclass(slots=True)
class _CallerPaths:
    request: ParsedRequest
    _indexes: dict[int, tuple[Sequence[Any], Mapping[str, list[int]]]] = field(default_factory=dict)
    """Positions by element id, keyed by `id()` of a list. The list is included so that its identity is not reused."""
    _is_later: bool = False

    def caller_path(self, path: str, *, is_later: bool) -> str:
        """Return a path in the caller's form; unchanged if it is not part of the message.

        If two elements share an id, `is_later` selects the later.
        """
        self._is_later = is_later
        if (match := _RECORD_FIELD_PATH.fullmatch(path)) and (restated := self._record_field_path(match)):
            return restated
        return self._in_message(path, self.request.message, is_outermost=True) or path

    def _record_field_path(self, match: re.Match[str]) -> str | None:
        """Return the path of a record field: the API reports it by record, a message stores it by fact."""
        fact, record, of_field, rest = match.groups()
        outer = self._in_message(fact, self.request.message, is_outermost=True)
        position = _POSITION.search(outer or "")
        if outer is None or position is None:
            return None
        facts = getattr(self.request.message, "facts")  # noqa: B009 -- any request type with facts
        for number, evidence_place in enumerate(facts[int(position[1])].places):
            head = f".places[{evidence_place.evidence_id[:60]}]"
            if (evidence_place.record_key[:80], evidence_place.field_id) == (record, of_field) and rest.startswith(
                head
            ):
                return f"{outer}.places[{number}]" + self._below(rest.removeprefix(head), evidence_place)
        return None

    def _spelling(self, of: FieldDescriptor) -> str:
        return of.name if self.request.is_spelt_as_defined else of.json_name

    def _in_message(self, path: str, message: Message, *, is_outermost: bool = False) -> str | None:
        match = _NAME.match(path)
        if match is None:
            return None
        name, rest = match[0], path[match.end() :]
        kind = _kind(message)
        if name in kind.fields_by_name:
            return self._in_field(rest, kind.fields_by_name[name], message)
        if name in kind.oneofs_by_name:  # documents never name it: use the field that is set, or the first
            field_name = message.WhichOneof(name) or kind.oneofs_by_name[name].fields[0].name
            return self._in_field(rest, kind.fields_by_name[field_name], message)
        return None if is_outermost else self._through_omitted_field(path, message)

    def _through_omitted_field(self, path: str, message: Message) -> str | None:
        for each in _kind(message).fields:
            if _map_value_field(each) is not None:
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
        spelling, value = self._spelling(of), getattr(message, of.name)
        of_map = _map_value_field(of)
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
        if rest.startswith("["):  # a wrapper message, which makes its list optional
            (only,) = of.message_type.fields if len(of.message_type.fields) == 1 else (None,)
            inner = None if only is None else self._in_field(rest, only, value)
            return None if inner is None else f"{spelling}.{inner}"
        return spelling + self._below(rest, value)

    def _below(self, rest: str, message: Message) -> str:
        inner = self._in_message(rest[1:], message) if rest.startswith(".") else None
        return rest if inner is None else f".{inner}"

    def _element_path(self, rest: str, values: Sequence[Any]) -> str | None:
        if not rest.startswith("["):
            return rest
        index = self._index(values)
        for end in (offset for offset, mark in enumerate(rest) if mark == "]"):
            if numbers := index.get(rest[1:end]):
                ordered, after = numbers[:: -1 if self._is_later else 1], rest[end + 1 :]
                has_it = (position for position in ordered if self._below(after, values[position]) != after)
                number = next(has_it, ordered[0])
                return f"[{number}]" + self._below(after, values[number])
        match = _POSITION.match(rest)
        offset = None if match is None else parse_whole_number(match[1], most=len(values) - 1)
        if match is None or offset is None:
            return None
        return match[0] + self._below(rest[match.end() :], values[offset])

    def _index(self, values: Sequence[Any]) -> Mapping[str, list[int]]:
        if id(values) not in self._indexes:
            index: dict[str, list[int]] = {}
            for number, id_ in _ids(values):
                for shown in {id_[:most] for most in _SHORTENED_ID_LENGTHS}:
                    index.setdefault(shown, []).append(number)
            self._indexes[id(values)] = values, index
        return self._indexes[id(values)][1]


def _ids(values: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Yield positions and ids of elements; for records the texts of each field, most distinct first."""
    if not values:
        return
    first = _kind(values[0]).fields[0]
    if first.type == FieldDescriptor.TYPE_STRING and not first.is_repeated:
        yield from ((number, id_) for number, item in enumerate(values) if (id_ := getattr(item, first.name)))
    elif (of_map := _map_value_field(first)) is not None and of_map.message_type is not None:
        yield from _record_keys(values, first.name)


def _record_keys(records: Sequence[Any], map_name: str) -> Iterator[tuple[int, str]]:
    keys: dict[str, list[tuple[int, str]]] = {}
    for number, record in enumerate(records):
        for name, value in getattr(record, map_name).items():
            chosen = [field_value for of, field_value in value.ListFields() if of.containing_oneof is not None]
            keys.setdefault(name, []).extend((number, key) for key in chosen if isinstance(key, str))
    for ids in sorted(keys.values(), key=lambda ids: len({id_ for _, id_ in ids}), reverse=True):
        yield from ids


def _kind(message: Message) -> Descriptor:
    return cast("Descriptor", message.DESCRIPTOR)


def _map_value_field(of: FieldDescriptor) -> FieldDescriptor | None:
    kind = of.message_type
    return kind.fields_by_name["value"] if kind is not None and kind.GetOptions().map_entry else None
