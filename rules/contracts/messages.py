"""Localized messages: templates with named slots, rendered in English or Chinese.

The words stand in `refusals.toml` of the package that says them, under a code with named slots.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, reduce

from rules.contracts.plurals import parse_plurals
from rules.contracts.toml_files import read_toml

LANGUAGES = ("en", "zh")
_BETWEEN = {"en": ", ", "zh": "、"}


class Message(str):
    """A text in English that can be told in the other languages too; wherever a text is wanted it is one."""

    def __new__(cls, package: str, code: str, slots: dict[str, object]) -> Message:
        """Fill the slots of the words that the package has under this code."""
        self = super().__new__(cls, _filled(package, code, slots, "en"))
        self._parts = package, code, slots
        return self

    _parts: tuple[str, str, dict[str, object]]

    def __reduce__(self) -> tuple[type[Message], tuple[str, str, dict[str, object]]]:
        """Let it be copied."""
        return Message, self._parts

    def in_language(self, language: str) -> str:
        """Say it in a language, with every message that stands in a slot."""
        package, code, slots = self._parts
        return _filled(package, code, slots, language)


class Label(Message):
    """What something is called in each language, such as a choice; wherever a text is wanted it is the English name."""

    def __new__(cls, names: dict[str, str]) -> Label:
        """Take the name in each of the languages."""
        self = str.__new__(cls, names["en"])
        self._names = names
        return self

    _names: dict[str, str]

    def __reduce__(self) -> tuple[type[Label], tuple[dict[str, str]]]:  # type: ignore[override]
        """Let it be copied."""
        return Label, (self._names,)

    def in_language(self, language: str) -> str:
        """Give the name in a language."""
        return self._names[language]


def message_factory(module: str) -> Callable[..., Message]:
    """Give the function that says what stands in `refusals.toml` of the package of a module."""
    package = module.rpartition(".")[0]

    def say(code: str, /, **slots: object) -> Message:
        return Message(package, code, {name: _freeze_items(value) for name, value in slots.items()})

    return say


def in_language(text: str, language: str) -> str:
    """Say a text in a language, if it is known in it."""
    return text.in_language(language) if isinstance(text, Message) else text


def join_items(items: Iterable[str], language: str) -> str:
    """Join the items of a list as the language does."""
    return _BETWEEN[language].join(items)


def join_clauses(parts: Iterable[str]) -> str:
    """Say one thing after the other, as the clauses of a sentence."""
    return reduce(lambda before, after: _say("CLAUSES", before=before, after=after), parts)


def join_lines(parts: Iterable[str]) -> str:
    """Say one thing after the other, each on a line of its own."""
    return reduce(lambda before, after: _say("LINES", before=before, after=after), parts)


def error_message(error: BaseException) -> str:
    """Give what an error says, as the message it was raised with."""
    message = error.args[0] if error.args else ""
    return message if isinstance(message, Message) else str(error)


def _freeze_items(value: object) -> object:
    """Keep what is listed, since a generator gives it only once."""
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _filled(package: str, code: str, slots: dict[str, object], language: str) -> str:
    shown = {name: _localize_value(value, language) for name, value in slots.items()}
    return templates(package)[code][language].format(**shown)


def _localize_value(value: object, language: str) -> object:
    if isinstance(value, tuple):
        return join_items((str(_localize_value(part, language)) for part in value), language)
    return in_language(value, language) if isinstance(value, str) else value


@cache
def templates(package: str) -> dict[str, dict[str, str]]:
    """Give the words of a package by code and language."""
    wordings: dict[str, dict[str, str]] = parse_plurals(read_toml(package, "refusals.toml"))
    return wordings


_say = message_factory(__name__)
