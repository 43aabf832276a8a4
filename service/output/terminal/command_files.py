"""Command files: reads the `commands.toml` of a package. Invalid entries are errors that name file and entry.

- `[nouns.NOUN]` is the text of a noun that the package adds.
- `[fields.NAME]` is a field of several commands. `fields.toml` of this package declares those of several packages.
- `[commands."NOUN VERB"]` is a `Command`. Each name in its `fields` is a field of its own table `own_fields`, of the
  file, or of `fields.toml`, in this order.

The keys are those of `Command` and `CommandField`. The name of a field is its `word`, unless the field has one.
`use` names a declared field to copy; the other keys replace its values.
A `kind` is `path`, `int`, `bool`, a list of choices, or the function `module:name` that returns them.
"""

from __future__ import annotations

from dataclasses import fields as dataclass_fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import read_toml
from service.output.terminal.command_declarations import BilingualText, Command, CommandField

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

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
    shared = _shared_fields()
    try:
        content = read_toml(package, COMMAND_FILE)
        _check_keys("top level", content, {"nouns", "fields", "commands"})
        fields = _read_fields(content.get("fields", {}), shared)
        return CommandFile(
            path,
            {noun: _text(noun, text) for noun, text in content.get("nouns", {}).items()},
            tuple(_command(name, values, fields) for name, values in content.get("commands", {}).items()),
        )
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


@cache
def _shared_fields() -> Mapping[str, CommandField]:
    return _read_fields(read_toml(__name__.rpartition(".")[0], "fields.toml")["fields"], {})


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
