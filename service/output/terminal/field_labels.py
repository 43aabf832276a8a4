"""Labels of message fields and enum values: English from their names, Chinese from `field_labels.zh.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import read_toml

if TYPE_CHECKING:
    from google.protobuf.descriptor import EnumValueDescriptor

_PACKAGE = __name__.rpartition(".")[0]


def field_label(name: str, language: str) -> str:
    """Return the label of a field; in English, if the Chinese file has none."""
    return _chinese("fields", language).get(name) or name.replace("_", " ")


def value_word(value: EnumValueDescriptor) -> str:
    """Return the name of an enum value without the prefix of its enum, in lower case."""
    prefix = value.type.values[0].name.removesuffix("UNSPECIFIED")
    return value.name.removeprefix(prefix).lower()


def value_label(value: EnumValueDescriptor, language: str) -> str:
    """Return the label of an enum value."""
    word = value_word(value)
    return _chinese("values", language).get(word) or word.replace("_", " ")


def _chinese(table: str, language: str) -> dict[str, str]:
    labels: dict[str, str] = read_toml(_PACKAGE, "field_labels.zh.toml")[table] if language == "zh" else {}
    return labels
