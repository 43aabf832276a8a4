"""Mapper between models and protobuf messages: field descriptors, plus a table of the fields that differ.

Functions are generated per message and model, to avoid field lookups by name.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from importlib import import_module
from typing import Any, TypeVar, cast

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from pydantic import BaseModel

from rules.contracts import FrozenModel, InputError, Violation
from service.base.instants import to_timestamp

Report = Callable[[Violation], None]
Path = str | int | tuple["Path", ...]
"""Location in a request; rendered as text only for an error."""
Write = Callable[[Any], Any]
Read = Callable[[Any, Path, Report], Any]
Check = Callable[[Any, Path, Report], bool]

_MessageT = TypeVar("_MessageT", bound=Message)
_ModelT = TypeVar("_ModelT")

_PLURALS = {"basis": "bases", "criterion": "criteria", "evidence": "evidence"}
_TIMESTAMP = "google.protobuf.Timestamp"
_MAX_NAME_LENGTH = 60


# --- the table --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ConvertedField:
    """A field that functions write and read.

    `write` receives the attribute `of`, or the whole model if empty; without `write`, the value is unchanged. `read`
    receives the message that contains the field; without `read`, the field is not read.
    """

    of: str = ""
    write: Write | None = None
    read: Read | None = None


@dataclass(frozen=True, slots=True)
class FlattenedField:
    """A nested message filled from attributes of the model itself; omitted if empty."""

    fields: Mapping[str, Source] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnmappedField:
    """A field that is not written from the model, and the reason."""

    why: str


Source = str | ConvertedField | FlattenedField | UnmappedField
"""A string is an attribute path of the model (`a` or `a.b`)."""


@dataclass(frozen=True, slots=True)
class MessageMapping:
    """A message, its model, and the `fields` that the naming rules do not cover.

    A `model` written as `module:name` is imported only when needed. `not_in_message` lists model fields without a
    message field. `check` reports violations and returns whether the message is readable. Errors name a list element by
    `named_by`, or by position.
    """

    message: type[Message]
    model: type | str
    fields: Mapping[str, Source] = dataclasses.field(default_factory=dict)
    not_in_message: frozenset[str] = frozenset()
    omit_if_empty: bool = False
    check: Check | None = None
    named_by: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.message.DESCRIPTOR.full_name, self.model if isinstance(self.model, str) else _name_of(self.model)

    @property
    def loaded(self) -> type:
        if not isinstance(self.model, str):
            return self.model
        module, _, name = self.model.partition(":")
        return cast("type", getattr(import_module(module), name))


class Mapper:
    """Mapper of models and messages by a table of pairs, extending a `base`."""

    def __init__(self, *pairs: MessageMapping, base: Mapper | None = None, unspecified: tuple[Enum, ...] = ()) -> None:
        self.pairs = pairs
        self._pairs: dict[tuple[str, str], MessageMapping] = {pair.key: pair for pair in pairs}
        self._unspecified = unspecified
        if base is not None:
            self._pairs = {**base._pairs, **self._pairs}
            self._unspecified += base._unspecified
        self._writers: dict[Descriptor, _Writers] = {}
        self._readers: dict[tuple[Descriptor, type], Read] = {}

    def write(self, message: type[_MessageT], model: object = None, /, **named_fields: Any) -> _MessageT:
        writers = self.writers(_descriptor(message))
        fields = {} if model is None else writers[type(model)](model)
        return message(**fields, **writers.field_values(named_fields)) if named_fields else message(**fields)

    def read(self, model: type[_ModelT], message: Message, path: Path = "", report: Report | None = None) -> _ModelT:
        """Read a model; with `report`, an unreadable message yields None.

        Raises:
            InputError: If the message has violations and `report` is None.
        """
        return cast("_ModelT", self.reader_of(type(message), model)(message, path, report or _refuse))

    def reader_of(self, message: type[Message], model: type) -> Read:
        return self.reader(_descriptor(message), model)

    def forgotten(self) -> Iterator[str]:
        """Yield a message per unwritten message field and per core model field without a message field."""
        for pair in self.pairs:
            message, model, covered = _descriptor(pair.message), pair.loaded, set(pair.not_in_message)
            yield from (f"{message.name} has no {name}" for name in pair.fields if name not in message.fields_by_name)
            for field_path, _, source in _leaf_fields(message, model, pair.fields):
                if source is None:
                    yield f"nothing writes {message.name}.{field_path}"
                covered.add(_attribute(source))
            if issubclass(model, FrozenModel):
                lacking = model.model_fields.keys() - covered
                yield from (f"{message.name} does not have {model.__name__}.{name}" for name in lacking)
                yield from (f"{model.__name__} has no {name}" for name in covered - _attributes(model) - {""})

    def pair(self, message: Descriptor, model: type) -> MessageMapping:
        try:
            return self._pairs[message.full_name, _name_of(model)]
        except KeyError:
            raise LookupError(f"{_name_of(model)} is not mapped to {message.full_name}") from None

    def any_pair(self, message: Descriptor) -> MessageMapping | None:
        return next((pair for (name, _), pair in self._pairs.items() if name == message.full_name), None)

    def writers(self, message: Descriptor) -> _Writers:
        if message not in self._writers:
            self._writers[message] = _Writers(self, message)
        return self._writers[message]

    def reader(self, message: Descriptor, model: type) -> Read:
        if (message, model) not in self._readers:
            self._readers[message, model] = _reader(self, self.pair(message, model), model)
        return self._readers[message, model]

    def number(self, kind: EnumDescriptor, word: object) -> int:
        if any(word is unspecified for unspecified in self._unspecified):
            return 0
        if isinstance(word, int) and not isinstance(word, Enum):
            return word
        name = _prefix(kind) + (word.name if isinstance(word, Enum) else str(word).upper())
        if name not in kind.values_by_name:
            raise ValueError(f"{kind.name} has no {name}")
        return kind.values_by_name[name].number

    def words(self, kind: EnumDescriptor, model: Any) -> dict[int, Any]:
        names = {value.number: value.name.removeprefix(_prefix(kind)) for value in kind.values if value.number}
        if not (isinstance(model, type) and issubclass(model, Enum)):
            return {number: name.lower() for number, name in names.items()}
        words = {number: model[name] for number, name in names.items()}
        words.update((0, unspecified) for unspecified in self._unspecified if isinstance(unspecified, model))
        return words


# --- source of a field
# -------------------------------------------------------------------------------------------------


def _leaf_fields(
    message: Descriptor, model: type, fields: Mapping[str, Source], prefix: str = ""
) -> Iterator[tuple[str, FieldDescriptor, Source | None]]:
    for field in message.fields:
        source = _source(field, model, fields)
        if isinstance(source, FlattenedField):
            yield from _leaf_fields(_kind(field), model, source.fields, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", field, source


def _source(field: FieldDescriptor, model: type, fields: Mapping[str, Source]) -> Source | None:
    if field.name in fields:
        return fields[field.name]
    attributes = _attributes(model)
    if issubclass(model, dict):
        return str(field.name)
    return next((name for name in _names(field) if name in attributes), None)


def _names(field: FieldDescriptor) -> Iterator[str]:
    """Yield attribute candidates: "fact" for "fact_id", "facts" for "fact_ids", "id" for a first field "…_id"."""
    yield field.name
    stem, _, suffix = field.name.rpartition("_")
    if suffix in ("ids", "codes"):
        yield next(
            (stem.removesuffix(singular) + many for singular, many in _PLURALS.items() if stem.endswith(singular)),
            f"{stem}s",
        )
    elif suffix in ("id", "date", "code"):
        yield stem
    if suffix == "id" and field.index == 0:
        yield "id"


@cache
def _attributes(model: type) -> frozenset[str]:
    fields = {field.name for field in dataclasses.fields(model)} if dataclasses.is_dataclass(model) else set()
    fields |= {*getattr(model, "model_fields", ()), *getattr(model, "_fields", ())}
    computed = (name for base in model.__mro__ for name, value in vars(base).items() if isinstance(value, _COMPUTED))
    return frozenset(fields.union(computed))


_COMPUTED = (property, cached_property)


def _attribute(source: Source | None) -> str:
    path = source if isinstance(source, str) else source.of if isinstance(source, ConvertedField) else ""
    return path.partition(".")[0]


def word_of(kind: EnumTypeWrapper, number: int) -> str:
    """Return the stored word of an enum number, or the number if unnamed."""
    named = kind.DESCRIPTOR.values_by_number.get(number)
    return str(number) if named is None else str(named.name).removeprefix(_prefix(kind.DESCRIPTOR)).lower()


def _descriptor(message: type[Message]) -> Descriptor:
    return cast("Descriptor", message.DESCRIPTOR)


def _kind(field: FieldDescriptor) -> Descriptor:
    return cast("Descriptor", field.message_type)


def _name_of(model: type) -> str:
    return f"{model.__module__}:{model.__qualname__}"


def _prefix(kind: EnumDescriptor) -> str:
    return str(kind.values[0].name).removesuffix("UNSPECIFIED")


# --- generated functions --------------------------------------------------------------------------------------------


class _Code:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self.names: dict[str, Any] = {}

    def add(self, *lines: str) -> None:
        self._lines += lines

    def name(self, value: object) -> str:
        name = f"_{len(self.names)}"
        self.names[name] = value
        return name

    def compiled(self, head: str) -> Any:
        text = "\n    ".join((head, *self._lines))
        exec(compile(text, "<mapped>", "exec"), self.names)  # noqa: S102 -- built from names in our own code only
        return self.names[head.removeprefix("def ").partition("(")[0]]


# --- writing ----------------------------------------------------------------------------------------------------------


class _Writers(dict[type, Write]):
    """Functions that convert models of each type to fields of one message, created on first use."""

    def __init__(self, mapper: Mapper, message: Descriptor) -> None:
        self._mapper = mapper
        self._message = message
        self._fields: dict[str, Write] = {}

    def field_values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return message fields by name for the values other than None."""
        for name in values.keys() - self._fields.keys():
            text = _Code()
            text.add(f"return {_field_written(self._mapper, self._message.fields_by_name[name], text)[1]}")
            self._fields[name] = text.compiled("def write(v):")
        return {name: self._fields[name](value) for name, value in values.items() if value is not None}

    def __missing__(self, model: type) -> Write:
        if issubclass(model, Message):
            self[model] = _as_is
        else:
            fields = self._mapper.pair(self._message, model).fields
            self[model] = _writer(self._mapper, self._message, model, fields)
        return self[model]


class _Numbers(dict[Any, int]):
    def __init__(self, mapper: Mapper, kind: EnumDescriptor) -> None:
        self._mapper = mapper
        self._kind = kind

    def __missing__(self, word: object) -> int:
        self[word] = self._mapper.number(self._kind, word)
        return self[word]


def _as_is(message: Any) -> Any:
    return message


def _writer(mapper: Mapper, message: Descriptor, model: type, fields: Mapping[str, Source]) -> Write:
    text = _Code()
    text.add("out = {}")
    for field in message.fields:
        source = _source(field, model, fields)
        if isinstance(source, UnmappedField):
            continue
        if isinstance(source, FlattenedField):
            condition, value = "v", "v"
            text.add(f"v = {text.name(_writer(mapper, _kind(field), model, source.fields))}(m)")
        else:
            if source is None:
                raise LookupError(f"nothing of {model.__name__} writes {message.name}.{field.name}")
            text.add(f"v = {_value(source, model, text)}")
            condition, value = _field_written(mapper, field, text)
            if _omit_if_empty(mapper, field):
                condition, value = f"{condition} and (v := {value})", "v"
        text.add(f"if {condition}: out[{field.name!r}] = {value}")
    text.add("return out")
    return cast("Write", text.compiled("def write(m):"))


def _value(source: str | ConvertedField, model: type, text: _Code) -> str:
    of = source if isinstance(source, str) else source.of
    value = (f"m.get({of!r})" if issubclass(model, dict) else f"m.{of}") if of else "m"
    return (
        f"{text.name(source.write)}({value})"
        if isinstance(source, ConvertedField) and source.write is not None
        else value
    )


def _field_written(mapper: Mapper, field: FieldDescriptor, text: _Code) -> tuple[str, str]:
    kind = field.message_type
    condition = "v is not None" if field.has_presence else "v"
    if field.enum_type is not None:
        numbers = text.name(_Numbers(mapper, field.enum_type))
        return condition, f"[{numbers}[one] for one in v]" if field.is_repeated else f"{numbers}[v]"
    if kind is None:
        return condition, "v"
    if kind.full_name == _TIMESTAMP:
        return "v", f"{text.name(to_timestamp)}(v)"
    if kind.GetOptions().map_entry:
        return condition, _map_written(mapper, kind.fields_by_name["value"].message_type, text)
    pair = mapper.any_pair(kind)
    if pair is None and (only := _wrapped_list(field)) is not None:
        return condition, f"{{{only.name!r}: {_field_written(mapper, only, text)[1]}}}"
    writers = text.name(mapper.writers(kind))
    if field.is_repeated:
        return condition, f"[{writers}[type(one)](one) for one in v]"
    return condition, f"{writers}[type(v)](v)"


def _omit_if_empty(mapper: Mapper, field: FieldDescriptor) -> bool:
    pair = None if field.message_type is None or field.is_repeated else mapper.any_pair(field.message_type)
    return pair is not None and pair.omit_if_empty


def _map_written(mapper: Mapper, value: Descriptor | None, text: _Code) -> str:
    if value is None:
        return "v"
    message_class, writers = text.name(GetMessageClass(value)), text.name(mapper.writers(value))
    return f"{{key: {message_class}(**{writers}[type(one)](one)) for key, one in v.items()}}"


def _wrapped_list(field: FieldDescriptor) -> FieldDescriptor | None:
    fields = _kind(field).fields
    return fields[0] if not field.is_repeated and len(fields) == 1 and fields[0].is_repeated else None


# --- reading ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _FieldType:
    kind: Any
    is_required: bool
    may_be_none: bool


@cache
def _hints(model: type) -> Mapping[str, _FieldType]:
    if issubclass(model, BaseModel):
        described = model.model_fields.items()
        return {name: _hint(field.annotation, is_required=field.is_required()) for name, field in described}
    kinds, fields, missing = typing.get_type_hints(model), dataclasses.fields(cast("Any", model)), dataclasses.MISSING
    required = {field.name for field in fields if field.default is missing and field.default_factory is missing}
    return {field.name: _hint(kinds[field.name], is_required=field.name in required) for field in fields}


def _hint(kind: Any, *, is_required: bool) -> _FieldType:
    return _FieldType(_element_type(kind), is_required, type(None) in typing.get_args(kind))


def _element_type(kind: Any) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return _element_type(next(arg for arg in typing.get_args(kind) if arg is not type(None)))
    return _element_type(typing.get_args(kind)[0]) if typing.get_origin(kind) in (tuple, Sequence) else kind


def _reader(mapper: Mapper, pair: MessageMapping, model: type) -> Read:
    text, before = _Code(), None
    if pair.check is not None:
        text.add(f"if not {text.name(pair.check)}(m, path, report): return None")
    text.add("given = {}")
    for field_path, field, source in _leaf_fields(_descriptor(pair.message), model, pair.fields):
        name = _attribute(source)
        hint = _hints(model).get(name)
        if hint is None or (isinstance(source, ConvertedField) and source.read is None):
            continue
        if isinstance(source, ConvertedField):
            value = f"{text.name(source.read)}(m, path, report)"
        else:
            # Without presence, the condition already reads the value; reuse it.
            read_before = not hint.is_required and _presence_condition(field_path, field).startswith("(v :=")
            value = _field_read(mapper, field, hint, "v" if read_before else f"m.{field_path}", text)
        oneof = _oneof(field)
        same_oneof = oneof is not None and oneof == before
        if oneof is not None and not same_oneof:
            text.add(f"k = m.WhichOneof({oneof!r})")
        text.add(_field_assignment(name, value, _presence_condition(field_path, field), hint, same_oneof=same_oneof))
        before = oneof
    text.add(f"return {text.name(_maker(model))}(given)")
    return cast("Read", text.compiled("def read(m, path, report):"))


def _maker(model: type) -> Callable[[dict[str, Any]], Any]:
    return getattr(model, "trusted", lambda fields: model(**fields))


def _oneof(field: FieldDescriptor) -> str | None:
    """Return the oneof name; None for the synthetic oneof of an optional field."""
    oneof = field.containing_oneof
    return str(oneof.name) if oneof is not None and len(oneof.fields) > 1 else None


def _presence_condition(field_path: str, field: FieldDescriptor) -> str:
    if _oneof(field) is not None:
        return f"k == {field.name!r}"
    outer = f"m.{field_path}".removesuffix(f".{field.name}")
    return f"{outer}.HasField({field.name!r})" if field.has_presence else f"(v := m.{field_path})"


def _field_assignment(name: str, value: str, condition: str, hint: _FieldType, *, same_oneof: bool) -> str:
    if not hint.is_required:
        return f"{'el' * same_oneof}if {condition}: given[{name!r}] = {value}"
    return f"given[{name!r}] = {value} if {condition} else None" if hint.may_be_none else f"given[{name!r}] = {value}"


def _field_read(mapper: Mapper, field: FieldDescriptor, hint: _FieldType, value: str, text: _Code) -> str:
    kind = field.message_type
    if field.enum_type is not None:
        words = text.name(mapper.words(field.enum_type, hint.kind))
        return f"tuple([{words}[one] for one in {value}])" if field.is_repeated else f"{words}[{value}]"
    if kind is not None and kind.GetOptions().map_entry:
        return f"dict({value})"
    if kind is None:
        if isinstance(hint.kind, type) and issubclass(hint.kind, Enum):
            value = f"{text.name(hint.kind)}({value})"
        return f"tuple({value})" if field.is_repeated else value
    pair = mapper.any_pair(kind)
    if pair is None and (only := _wrapped_list(field)) is not None:
        return _field_read(mapper, only, hint, f"{value}.{only.name}", text)
    read, suffix = _lazy_reader(mapper, kind, hint.kind, text), f".{field.name}"
    if not field.is_repeated:
        return f"{read}({value}, (path, {suffix!r}), report)"
    named = f"'[', one.{pair.named_by}[:{_MAX_NAME_LENGTH}], ']'" if pair is not None and pair.named_by else "place"
    return f"tuple([{read}(one, (path, {suffix!r}, {named}), report) for place, one in enumerate({value})])"


def _lazy_reader(mapper: Mapper, message: Descriptor, model: type, text: _Code) -> str:
    """Return the name of a reader generated on first use; messages may be recursive."""

    def first(*args: Any) -> Any:
        text.names[name] = mapper.reader(message, model)
        return text.names[name](*args)

    name = text.name(first)
    return name


def path_text(path: Path) -> str:
    """Render a path as text."""
    if isinstance(path, tuple):
        return "".join(map(path_text, path))
    return path if isinstance(path, str) else f"[{path}]"


def _refuse(violation: Violation) -> None:
    raise InputError((violation,))
