"""How does a model become a message, and a message a model? By its descriptor, and by a table of what differs.

A `Mapper` holds the table. What maps a pair of message and model it writes as text when that is first wanted, and
compiles it, so that nothing is looked up by name while messages are mapped.
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

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import Frozen
from service.base.instants import to_timestamp

Report = Callable[[Violation], None]
Path = str | int | tuple["Path", ...]
"""Where something stands in a request: names and positions, one after the other, put together only if it is told."""
Write = Callable[[Any], Any]
Read = Callable[[Any, Path, Report], Any]
Check = Callable[[Any, Path, Report], bool]

_M = TypeVar("_M", bound=Message)
_T = TypeVar("_T")

_PLURALS = {"basis": "bases", "criterion": "criteria", "evidence": "evidence"}
_TIMESTAMP = "google.protobuf.Timestamp"
_NAME_SHOWN = 60


# --- what is declared -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """A field that functions write and read: of the attribute `of` of a model, or of the whole model.

    Without `write` it is written as it is. `read` is given the message that has the field; without it nothing reads it.
    """

    of: str = ""
    write: Write | None = None
    read: Read | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message of which the fields stand in the model itself; it is left out where nothing stands in it."""

    differs: Mapping[str, Source] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Apart:
    """A field that the model does not have, and why."""

    why: str


Source = str | Made | Part | Apart
"""Where a field of a message stands in a model: in another attribute, at the end of a dotted way, or as said above."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A message, the model that it is written from or read as, and where fields stand that no rule finds.

    A model may be named, `module:name`, so that it is not loaded. The message has none of its `unsaid` fields. A
    `sparse` message is left out where nothing stands in it. `check` reports what is wrong with a message and says
    whether it can be read; one of several is told by its field `named_by`, or else by its position.
    """

    message: type[Message]
    model: type | str
    differs: Mapping[str, Source] = dataclasses.field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()
    sparse: bool = False
    check: Check | None = None
    named_by: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The names of message and model."""
        return self.message.DESCRIPTOR.full_name, self.model if isinstance(self.model, str) else _name_of(self.model)

    @property
    def loaded(self) -> type:
        """The model itself."""
        if not isinstance(self.model, str):
            return self.model
        module, _, name = self.model.partition(":")
        return cast("type", getattr(import_module(module), name))


class Mapper:
    """Maps by a table of pairs, and by that of another mapper."""

    def __init__(self, *pairs: Pair, beside: Mapper | None = None, unspecified: tuple[Enum, ...] = ()) -> None:
        """Map these; an `unspecified` word is said by leaving its field out."""
        self.pairs = pairs
        self._pairs: dict[tuple[str, str], Pair] = {pair.key: pair for pair in pairs}
        self._unspecified = unspecified
        if beside is not None:
            self._pairs = {**beside._pairs, **self._pairs}
            self._unspecified += beside._unspecified
        self._writers: dict[Descriptor, _Writers] = {}
        self._readers: dict[tuple[Descriptor, type], Read] = {}

    def write(self, message: type[_M], model: object = None, **given: Any) -> _M:
        """Write a message: a model, with fields that it does not have, or these alone; what is None is left out."""
        writers = self.writers(_descriptor(message))
        fields = {} if model is None else writers[type(model)](model)
        return message(**fields, **writers.given(given)) if given else message(**fields)

    def read(self, model: type[_T], message: Message, path: Path = "", report: Report | None = None) -> _T:
        """Read a model from a message, and report what is wrong with it; nothing comes of what cannot be read.

        Raises:
            InputError: something is wrong, and there is nobody to report it to.
        """
        return cast("_T", self.reader(_descriptor(type(message)), model)(message, path, report or _refuse))

    def forgotten(self) -> Iterator[str]:
        """Tell which fields of messages nothing writes, and which of models of the core no message says."""
        for pair in self.pairs:
            message, model, said = _descriptor(pair.message), pair.loaded, set(pair.unsaid)
            yield from (f"{message.name} has no {name}" for name in pair.differs if name not in message.fields_by_name)
            for place, _, source in _places(message, model, pair.differs):
                if source is None:
                    yield f"nothing writes {message.name}.{place}"
                said.add(_attribute(source))
            if issubclass(model, Frozen):
                fields = model.model_fields.keys()
                yield from (f"{message.name} does not say {model.__name__}.{name}" for name in fields - said)
                yield from (f"{model.__name__} has no {name}" for name in said - _attributes(model) - {""})

    def pair(self, message: Descriptor, model: type) -> Pair:
        """Find a pair in the table.

        Raises:
            LookupError: there is none.
        """
        try:
            return self._pairs[message.full_name, _name_of(model)]
        except KeyError:
            raise LookupError(f"{_name_of(model)} is not mapped to {message.full_name}") from None

    def any_pair(self, message: Descriptor) -> Pair | None:
        """Find the first pair of a message."""
        return next((pair for (name, _), pair in self._pairs.items() if name == message.full_name), None)

    def writers(self, message: Descriptor) -> _Writers:
        """Give what writes each model as a message."""
        if message not in self._writers:
            self._writers[message] = _Writers(self, message)
        return self._writers[message]

    def reader(self, message: Descriptor, model: type) -> Read:
        """Give what reads a message as a model."""
        if (message, model) not in self._readers:
            self._readers[message, model] = _reader(self, self.pair(message, model), model)
        return self._readers[message, model]

    def number(self, kind: EnumDescriptor, word: object) -> int:
        """Give the number of a word.

        Raises:
            ValueError: there is no such word; a record that somebody forged may have any.
        """
        if any(word is one for one in self._unspecified):
            return 0
        if isinstance(word, int) and not isinstance(word, Enum):
            return word
        name = _prefix(kind) + (word.name if isinstance(word, Enum) else str(word).upper())
        if name not in kind.values_by_name:
            raise ValueError(f"{kind.name} has no {name}")
        return kind.values_by_name[name].number

    def words(self, kind: EnumDescriptor, model: Any) -> dict[int, Any]:
        """Give the words of an enum by number, as members of a model or as text."""
        names = {one.number: one.name.removeprefix(_prefix(kind)) for one in kind.values if one.number}
        if not (isinstance(model, type) and issubclass(model, Enum)):
            return {number: name.lower() for number, name in names.items()}
        words = {number: model[name] for number, name in names.items()}
        words.update((0, one) for one in self._unspecified if isinstance(one, model))
        return words


# --- where a field stands ---------------------------------------------------------------------------------------------


def _places(
    message: Descriptor, model: type, differs: Mapping[str, Source], before: str = ""
) -> Iterator[tuple[str, FieldDescriptor, Source | None]]:
    """Give every field of a message, and of its parts that stand in the model itself, with where it stands."""
    for field in message.fields:
        source = _source(field, model, differs)
        if isinstance(source, Part):
            yield from _places(_part(field), model, source.differs, f"{before}{field.name}.")
        else:
            yield f"{before}{field.name}", field, source


def _source(field: FieldDescriptor, model: type, differs: Mapping[str, Source]) -> Source | None:
    """Say where a field stands: as the table says, or else under the first name there is, in a dictionary its own."""
    if field.name in differs:
        return differs[field.name]
    attributes = _attributes(model)
    if issubclass(model, dict):
        return str(field.name)
    return next((name for name in _names(field) if name in attributes), None)


def _names(field: FieldDescriptor) -> Iterator[str]:
    """Give the names it may have in a model: `fact_id` is `fact`, or `id` if it is the first, `fact_ids` is `facts`."""
    yield field.name
    stem, _, suffix = field.name.rpartition("_")
    if suffix in ("ids", "codes"):
        yield next((stem.removesuffix(one) + many for one, many in _PLURALS.items() if stem.endswith(one)), f"{stem}s")
    elif suffix in ("id", "date", "code"):
        yield stem
    if suffix == "id" and field.index == 0:
        yield "id"


@cache
def _attributes(model: type) -> frozenset[str]:
    """Name what a model says: its fields, and what it works out of them."""
    fields = {one.name for one in dataclasses.fields(model)} if dataclasses.is_dataclass(model) else set()
    fields |= {*getattr(model, "model_fields", ()), *getattr(model, "_fields", ())}
    worked_out = (name for base in model.__mro__ for name, value in vars(base).items() if isinstance(value, _COMPUTED))
    return frozenset(fields.union(worked_out))


_COMPUTED = (property, cached_property)


def _attribute(source: Source | None) -> str:
    """Name the attribute of which something is said; none for the whole model."""
    way = source if isinstance(source, str) else source.of if isinstance(source, Made) else ""
    return way.partition(".")[0]


def word_of(kind: EnumTypeWrapper, number: int) -> str:
    """Give the word of a number, as it is stored; one that has no name stands for itself."""
    named = kind.DESCRIPTOR.values_by_number.get(number)
    return str(number) if named is None else str(named.name).removeprefix(_prefix(kind.DESCRIPTOR)).lower()


def _descriptor(message: type[Message]) -> Descriptor:
    return cast("Descriptor", message.DESCRIPTOR)


def _part(field: FieldDescriptor) -> Descriptor:
    """Give the kind of a field that is a message."""
    return cast("Descriptor", field.message_type)


def _name_of(model: type) -> str:
    return f"{model.__module__}:{model.__qualname__}"


def _prefix(kind: EnumDescriptor) -> str:
    return str(kind.values[0].name).removesuffix("UNSPECIFIED")


# --- the text of functions --------------------------------------------------------------------------------------------


class _Text:
    """The text of a function, and what it names."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.names: dict[str, Any] = {}

    def add(self, *lines: str) -> None:
        self._lines += lines

    def name(self, value: object) -> str:
        """Name something for the text."""
        name = f"_{len(self.names)}"
        self.names[name] = value
        return name

    def compiled(self, head: str) -> Any:
        text = "\n    ".join((head, *self._lines))
        exec(compile(text, "<mapped>", "exec"), self.names)  # noqa: S102 -- written above, of names in our own code
        return self.names[head.removeprefix("def ").partition("(")[0]]


# --- writing ----------------------------------------------------------------------------------------------------------


class _Writers(dict[type, Write]):
    """What writes each model as one message: the fields that its constructor takes; a message itself stays as it is."""

    def __init__(self, mapper: Mapper, message: Descriptor) -> None:
        self._mapper = mapper
        self._message = message
        self._fields: dict[str, Write] = {}

    def given(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Write the values of fields by their names."""
        for name in values.keys() - self._fields.keys():
            text = _Text()
            text.add(f"return {_field_written(self._mapper, self._message.fields_by_name[name], text)[1]}")
            self._fields[name] = text.compiled("def write(v):")
        return {name: self._fields[name](value) for name, value in values.items() if value is not None}

    def __missing__(self, model: type) -> Write:
        if issubclass(model, Message):
            self[model] = _as_is
        else:
            differs = self._mapper.pair(self._message, model).differs
            self[model] = _writer(self._mapper, self._message, model, differs)
        return self[model]


class _Numbers(dict[Any, int]):
    """The numbers of the words of an enum."""

    def __init__(self, mapper: Mapper, kind: EnumDescriptor) -> None:
        self._mapper = mapper
        self._kind = kind

    def __missing__(self, word: object) -> int:
        self[word] = self._mapper.number(self._kind, word)
        return self[word]


def _as_is(message: Any) -> Any:
    return message


def _writer(mapper: Mapper, message: Descriptor, model: type, differs: Mapping[str, Source]) -> Write:
    """Write the function that gives the fields of a message."""
    text = _Text()
    text.add("out = {}")
    for field in message.fields:
        source = _source(field, model, differs)
        if isinstance(source, Apart):
            continue
        if isinstance(source, Part):
            given, value = "v", "v"
            text.add(f"v = {text.name(_writer(mapper, _part(field), model, source.differs))}(m)")
        else:
            if source is None:
                raise LookupError(f"nothing of {model.__name__} writes {message.name}.{field.name}")
            text.add(f"v = {_value(source, model, text)}")
            given, value = _field_written(mapper, field, text)
            if _is_sparse(mapper, field):
                given, value = f"{given} and (v := {value})", "v"
        text.add(f"if {given}: out[{field.name!r}] = {value}")
    text.add("return out")
    return cast("Write", text.compiled("def write(m):"))


def _value(source: str | Made, model: type, text: _Text) -> str:
    """Write how the value of an attribute is had; of a dictionary, by its key."""
    of = source if isinstance(source, str) else source.of
    value = (f"m.get({of!r})" if issubclass(model, dict) else f"m.{of}") if of else "m"
    return f"{text.name(source.write)}({value})" if isinstance(source, Made) and source.write is not None else value


def _field_written(mapper: Mapper, field: FieldDescriptor, text: _Text) -> tuple[str, str]:
    """Say when the value `v` of an attribute is given, and how it is written."""
    kind = field.message_type
    given = "v is not None" if field.has_presence else "v"
    if field.enum_type is not None:
        numbers = text.name(_Numbers(mapper, field.enum_type))
        return given, f"[{numbers}[one] for one in v]" if field.is_repeated else f"{numbers}[v]"
    if kind is None:
        return given, "v"
    if kind.full_name == _TIMESTAMP:
        return "v", f"{text.name(to_timestamp)}(v)"
    if kind.GetOptions().map_entry:
        return given, _map_written(mapper, kind.fields_by_name["value"].message_type, text)
    pair = mapper.any_pair(kind)
    if pair is None and (only := _only(field)) is not None:
        return given, f"{{{only.name!r}: {_field_written(mapper, only, text)[1]}}}"
    writers = text.name(mapper.writers(kind))
    if field.is_repeated:
        return given, f"[{writers}[type(one)](one) for one in v]"
    return given, f"{writers}[type(v)](v)"


def _is_sparse(mapper: Mapper, field: FieldDescriptor) -> bool:
    pair = None if field.message_type is None or field.is_repeated else mapper.any_pair(field.message_type)
    return pair is not None and pair.sparse


def _map_written(mapper: Mapper, value: Descriptor | None, text: _Text) -> str:
    if value is None:
        return "v"
    made, writers = text.name(GetMessageClass(value)), text.name(mapper.writers(value))
    return f"{{key: {made}(**{writers}[type(one)](one)) for key, one in v.items()}}"


def _only(field: FieldDescriptor) -> FieldDescriptor | None:
    """Give the list that is all that a part holds, such as choices: it stands in a part because it may be absent."""
    fields = _part(field).fields
    return fields[0] if not field.is_repeated and len(fields) == 1 and fields[0].is_repeated else None


# --- reading ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hint:
    """What a field of a model holds, one or many of it, whether it must be given, and whether that may be None."""

    kind: Any
    is_required: bool
    may_be_none: bool


@cache
def _hints(model: type) -> Mapping[str, _Hint]:
    if issubclass(model, BaseModel):
        described = model.model_fields.items()
        return {name: _hint(field.annotation, is_required=field.is_required()) for name, field in described}
    kinds, fields, missing = typing.get_type_hints(model), dataclasses.fields(cast("Any", model)), dataclasses.MISSING
    required = {one.name for one in fields if one.default is missing and one.default_factory is missing}
    return {one.name: _hint(kinds[one.name], is_required=one.name in required) for one in fields}


def _hint(kind: Any, *, is_required: bool) -> _Hint:
    return _Hint(_one_of(kind), is_required, type(None) in typing.get_args(kind))


def _one_of(kind: Any) -> Any:
    """Give what stands in a hint beside None, and what is in a sequence."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return _one_of(next(one for one in typing.get_args(kind) if one is not type(None)))
    return _one_of(typing.get_args(kind)[0]) if typing.get_origin(kind) in (tuple, Sequence) else kind


def _reader(mapper: Mapper, pair: Pair, model: type) -> Read:
    """Write the function that makes a model of a message."""
    text, before = _Text(), None
    if pair.check is not None:
        text.add(f"if not {text.name(pair.check)}(m, path, report): return None")
    text.add("given = {}")
    for place, field, source in _places(_descriptor(pair.message), model, pair.differs):
        name = _attribute(source)
        hint = _hints(model).get(name)
        if hint is None or (isinstance(source, Made) and source.read is None):
            continue
        if isinstance(source, Made):
            value = f"{text.name(source.read)}(m, path, report)"
        else:
            value = _field_read(mapper, field, hint, f"m.{place}", text)
        oneof = _oneof(field)
        again = oneof is not None and oneof == before
        if oneof is not None and not again:
            text.add(f"k = m.WhichOneof({oneof!r})")
        text.add(_field_given(name, value, _is_given(place, field), hint, again=again))
        before = oneof
    text.add(f"return {text.name(_maker(model))}(given)")
    return cast("Read", text.compiled("def read(m, path, report):"))


def _maker(model: type) -> Callable[[dict[str, Any]], Any]:
    return model.trusted if issubclass(model, Frozen) else lambda given: model(**given)


def _oneof(field: FieldDescriptor) -> str | None:
    """Name that of which a message has one field; none where it is only whether a field is given."""
    oneof = field.containing_oneof
    return str(oneof.name) if oneof is not None and len(oneof.fields) > 1 else None


def _is_given(place: str, field: FieldDescriptor) -> str:
    """Write whether a field is given."""
    if _oneof(field) is not None:
        return f"k == {field.name!r}"
    outer = f"m.{place}".removesuffix(f".{field.name}")
    return f"{outer}.HasField({field.name!r})" if field.has_presence else f"m.{place}"


def _field_given(name: str, value: str, is_given: str, hint: _Hint, *, again: bool) -> str:
    """Write how a field is given to the model; `again` if the one before is another of the same oneof."""
    if not hint.is_required:
        return f"{'el' * again}if {is_given}: given[{name!r}] = {value}"
    return f"given[{name!r}] = {value} if {is_given} else None" if hint.may_be_none else f"given[{name!r}] = {value}"


def _field_read(mapper: Mapper, field: FieldDescriptor, hint: _Hint, value: str, text: _Text) -> str:
    """Write how the value of a field is read."""
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
    if pair is None and (only := _only(field)) is not None:
        return _field_read(mapper, only, hint, f"{value}.{only.name}", text)
    read, place = _later(mapper, kind, hint.kind, text), f".{field.name}"
    if not field.is_repeated:
        return f"{read}({value}, (path, {place!r}), report)"
    named = f"'[', one.{pair.named_by}[:{_NAME_SHOWN}], ']'" if pair is not None and pair.named_by else "place"
    return f"tuple([{read}(one, (path, {place!r}, {named}), report) for place, one in enumerate({value})])"


def _later(mapper: Mapper, message: Descriptor, model: type, text: _Text) -> str:
    """Name what reads a part; it is made when it is first wanted, since a part may hold its own kind."""

    def first(*given: Any) -> Any:
        text.names[name] = mapper.reader(message, model)
        return text.names[name](*given)

    name = text.name(first)
    return name


def path_told(path: Path) -> str:
    """Put together where something stands."""
    if isinstance(path, tuple):
        return "".join(map(path_told, path))
    return path if isinstance(path, str) else f"[{path}]"


def _refuse(violation: Violation) -> None:
    raise InputError((violation,))
