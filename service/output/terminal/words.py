"""Words of commands: their language, message templates, and labels of message fields and enum values.

Labels are English from the names, Chinese from `field_labels.zh.toml`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts import read_toml, wording_loader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.descriptor import EnumValueDescriptor


words = wording_loader(__name__)


def period_text(first: object, last: object, language: str) -> str:
    """Return a date range as text; open-ended without `last`."""
    templates = words(language)
    return str(templates["span"].format(first=first, last=last) if last else templates["open_span"].format(first=first))


SPOKEN = ("en", "zh")
LANGUAGE_VARIABLE = "TOUCHSTONE_LANGUAGE"
_COMMAND_LANGUAGE = ContextVar("asked_language", default="en")


def language_of_environment() -> str:
    """Return the default language of commands."""
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    return language if language in SPOKEN else SPOKEN[0]


def requested_language() -> str:
    """Return the language of the running command."""
    return _COMMAND_LANGUAGE.get()


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Use a language within the context."""
    token = _COMMAND_LANGUAGE.set(language)
    try:
        yield
    finally:
        _COMMAND_LANGUAGE.reset(token)


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


@cache
def _chinese(table: str, language: str) -> dict[str, str]:
    labels: dict[str, str] = read_toml(_PACKAGE, "field_labels.zh.toml")[table] if language == "zh" else {}
    return labels
