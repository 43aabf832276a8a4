"""Command declarations: model of commands, fields and results, and reader of the `commands.toml` of a package.

Declarations are data, so that help loads no implementation. An example is `service/evidence/commands.toml`.

- `[nouns.NOUN]` is the text of a noun that the package adds.
- `[fields.NAME]` is a field of several commands. `fields.toml` of this package declares those of several packages, and
  the shared options.
- `[commands."NOUN VERB"]` is a `Command`. Each name in its `fields` is a field of its own table `own_fields`, of the
  file, or of `fields.toml`, in this order.

The keys are those of `Command` and `CommandField`. The name of a field is its `word`, unless the field has one.
`use` names a declared field to copy; the other keys replace its values.
A `kind` is `path`, `int`, `bool`, a list of choices, or the function `module:name` that returns them.
A `form` is a key of `FORMS`: a date, or an existing file or folder. It is checked before the command is loaded.
A field is positional (`FOLDER`, `[CARD]`, `FILE...`) or an option (`--out FILE`, `-o, --out`, `--weighed/--unweighed`).

A command calls an RPC (`Service/Method`) or a function (`module:name`). Functions receive fields and shared options by
parameter name, and also `ask` (repeats the RPC), `stubs` and "request".

- RPC: `to` names the request field, and `read(text, …)` converts the value.
- RPC: `prepare` changes the request, `fold` merges answers, `refused` adds a file location to an error.
- Function: returns an answer for `text`, bytes for `--out`, a string, or a `CommandResult`.
- `json(answer, …)` returns a message, document or text.
- `no(answer, …)` returns whether to exit with 1; `no_means` documents it.
- In `text`, `json` and `no`, a name without module is an answer field. The field `notes` is printed to standard error.
- `options` lists accepted shared options. RPCs accept server, format and out.
- `file` names the input-file field for error locations. `seconds` is the server timeout.

`tests/service/cli/test_declared.py` checks every declaration.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields as dataclass_fields, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Set


_SERVERS = ("server", "token_file", "ca", "tls", "certificate", "certificate_key")
_PACKAGE = __name__.rpartition(".")[0]
_ALWAYS_SHARED = ("profile", "language")


class BilingualText(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def __call__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


NOTHING = BilingualText("", "")


@dataclass(frozen=True)
class CommandField:
    """A positional argument or an option."""

    word: str
    help: BilingualText
    to: str = ""
    read: str = ""
    name: str = ""
    kind: Any = str
    """A type, a tuple of choices, or the name of a function that returns it."""
    form: str = ""
    """The form of the typed text, a key of `value_forms.FORMS`."""
    default: Any = None
    required: bool = False
    many: bool = False
    least: int | None = None
    most: int | None = None
    variable: str = ""

    def __post_init__(self) -> None:
        word = self.opts[-1].partition("/")[0] if self.is_option else self.word
        object.__setattr__(self, "name", self.name or re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_"))

    @property
    def is_option(self) -> bool:
        return self.word.startswith("-")

    @property
    def choices(self) -> tuple[str, ...]:
        resolved: Any = load_object(self.kind)() if isinstance(self.kind, str) else self.kind
        return resolved if isinstance(resolved, tuple) else ()

    @cached_property
    def opts(self) -> tuple[str, ...]:
        return tuple(part.split()[0] for part in self.word.split(", "))

    @property
    def metavar(self) -> str:
        return self.word.partition(self.opts[-1])[2].strip() if self.is_option else self.word.strip("[].")

    @property
    def is_required(self) -> bool:
        return self.required or not (self.is_option or self.word.startswith("["))

    @property
    def is_repeated(self) -> bool:
        return self.many or self.word.rstrip("]").endswith("...")


@dataclass(frozen=True)
class CommandResult:
    """Result of a function; `no` is a negative answer, `file` is written unchanged instead of `text`."""

    text: str
    no: bool = False
    document: Any = None
    file: bytes = b""


@dataclass(frozen=True)
class Command:
    """A command: name, RPC or function, fields and output."""

    name: str
    call: str
    help: BilingualText
    fields: tuple[CommandField, ...] = ()
    text: str = ""
    json: str = ""
    more: BilingualText = NOTHING
    examples: tuple[str, ...] = ()
    no: str = ""
    no_means: BilingualText = NOTHING
    prepare: str = ""
    fold: str = ""
    refused: str = ""
    options: tuple[str, ...] = ()
    file: str = ""
    seconds: int = 60
    names_file: bool = False
    """Whether the path of the file written by `--out` is printed to standard error."""
    is_generated: bool = False
    """Whether the declaration is generated from the API (`service/cli/api_commands.py`)."""
    reads_only: bool | None = None
    """Whether an assistant may call a function; the API declares this for RPCs.

    True if it decides, stores and writes nothing, except through options that assistants lack.
    """

    @property
    def is_rpc(self) -> bool:
        return "/" in self.call

    @property
    def field_positions(self) -> dict[str, str]:
        """Typed option or argument, by request field."""
        return {field.to: field.opts[-1] if field.is_option else field.metavar for field in self.fields if field.to}

    @property
    def shared(self) -> tuple[CommandField, ...]:
        shared_names = {*_ALWAYS_SHARED, *(("server", "format", "out") if self.is_rpc else ()), *self.options}
        shared_names |= set(_SERVERS) if "server" in shared_names else set()
        own = {field.name for field in self.fields}
        return tuple(field for field in SHARED if field.name in shared_names and field.name not in own)


def load_object(path: str) -> Any:
    """Load the object `module:name`."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


def call_by_name(path: str, *first: Any, names: Mapping[str, Any]) -> Any:
    """Call a function with the values it accepts; without module, return that attribute of the first argument."""
    if ":" not in path:
        return getattr(first[0], path)
    function = load_object(path)
    code = function.__code__
    parameters = code.co_varnames[len(first) : code.co_argcount + code.co_kwonlyargcount]
    return function(*first, **{name: names[name] for name in parameters if name in names})


COMMAND_FILE = "commands.toml"
_KINDS: Mapping[str, Any] = {"path": Path, "int": int, "bool": bool}
_TEXTS = {"help", "more", "no_means"}
_LANGUAGES = {"en", "zh"}
_COMMAND_KEYS = {"own_fields", *(each.name for each in dataclass_fields(Command))} - {"name", "is_generated"}
_FIELD_KEYS = {"use", *(each.name for each in dataclass_fields(CommandField))}


class CommandFile(NamedTuple):
    """Content of a command file."""

    path: str
    nouns: Mapping[str, BilingualText]
    commands: tuple[Command, ...]


def read_commands(package: str) -> CommandFile:
    """Read the command file of a package.

    Raises:
        ValueError: If an entry is invalid.
    """
    path = f"{package.replace('.', '/')}/{COMMAND_FILE}"
    try:
        content = read_toml(package, COMMAND_FILE)
        _check_keys("top level", content, {"nouns", "fields", "commands"})
        fields = _read_fields(content.get("fields", {}), COMMON_FIELDS)
        return CommandFile(
            path,
            {noun: _text(noun, text) for noun, text in content.get("nouns", {}).items()},
            tuple(_command(name, values, fields) for name, values in content.get("commands", {}).items()),
        )
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _command(name: str, declared: Mapping[str, Any], known: Mapping[str, CommandField]) -> Command:
    values = _values(name, declared, _COMMAND_KEYS, required={"call", "help"})
    own, names = values.pop("own_fields", {}), values.pop("fields", ())
    if unused := sorted(own.keys() - set(names)):
        raise ValueError(f"{name}: the field {unused[0]!r} is declared, but fields does not name it")
    fields = _read_fields(own, known, f"{name}: ")
    return Command(name, fields=tuple(_named_field(name, field, fields) for field in names), **values)


def _read_fields(
    declared: Mapping[str, Any], known: Mapping[str, CommandField], owner: str = ""
) -> Mapping[str, CommandField]:
    fields = dict(known)
    for name, values in declared.items():
        fields[name] = _field(f"{owner}{name}", name, values, fields)
    return fields


def _field(entry: str, name: str, declared: Mapping[str, Any], known: Mapping[str, CommandField]) -> CommandField:
    if "use" in declared:
        values = _values(entry, declared, _FIELD_KEYS)
        return replace(_named_field(entry, values.pop("use"), known), **values)
    return CommandField(**{"word": name, **_values(entry, declared, _FIELD_KEYS, required={"help"})})


def _named_field(entry: str, name: str, known: Mapping[str, CommandField]) -> CommandField:
    if name not in known:
        raise ValueError(f"{entry}: the field {name!r} is not declared")
    return known[name]


def _values(
    entry: str, declared: Mapping[str, Any], allowed: Set[str], *, required: Set[str] = frozenset()
) -> dict[str, Any]:
    _check_keys(entry, declared, allowed)
    if missing := sorted(required - declared.keys()):
        raise ValueError(f"{entry}: {missing[0]} is missing")
    return {key: _value(entry, key, value) for key, value in declared.items()}


def _check_keys(entry: str, declared: Mapping[str, Any], allowed: Set[str]) -> None:
    if unknown := sorted(declared.keys() - allowed):
        raise ValueError(f"{entry}: the key {unknown[0]!r} is unknown; known are {', '.join(sorted(allowed))}")


def _value(entry: str, key: str, value: Any) -> Any:
    if key in _TEXTS:
        return _text(f"{entry}: {key}", value)
    if isinstance(value, list):
        return tuple(value)
    if key == "kind" and ":" not in value:
        if value not in _KINDS:
            raise ValueError(f"{entry}: the kind {value!r} is unknown; known are {', '.join(_KINDS)}")
        return _KINDS[value]
    return value


def _text(entry: str, value: Any) -> BilingualText:
    if not isinstance(value, dict) or value.keys() != _LANGUAGES or not all(value.values()):
        raise ValueError(f"{entry}: needs a text in each language, en and zh")
    return BilingualText(**value)


_FIELD_FILE = read_toml(_PACKAGE, "fields.toml")
COMMON_FIELDS = _read_fields(_FIELD_FILE["fields"], {})
"""Fields of several packages, by name."""
GENERATED_FIELDS = _read_fields(_FIELD_FILE["generated"], {})
"""Fields of commands that are generated from the API, by name."""
SHARED = tuple(_read_fields(_FIELD_FILE["shared"], {}).values())
"""Shared options: command line, then environment, then profile."""
SHARED_NAMES = {field.name for field in SHARED}
