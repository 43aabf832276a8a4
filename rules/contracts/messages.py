"""Localized messages: templates with named slots, rendered in English or Chinese.

`refusals.toml` of each package has its templates by code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, reduce

from rules.contracts.toml_files import parse_plurals, read_toml

LANGUAGES = ("en", "zh")
_BETWEEN = {"en": ", ", "zh": "、"}
_EMPTY = {"en": "none", "zh": "无"}
_FULL_WIDTH_ENDS = ("。", "？", "！", "；", "：")


class Message(str):
    """An English text that can also be rendered in other languages."""

    def __new__(cls, package: str, code: str, slots: dict[str, object]) -> Message:
        self = super().__new__(cls, _render(package, code, slots, "en"))
        self._parts = package, code, slots
        return self

    _parts: tuple[str, str, dict[str, object]]

    def __reduce__(self) -> tuple[type[Message], tuple[str, str, dict[str, object]]]:
        return Message, self._parts

    def in_language(self, language: str) -> str:
        package, code, slots = self._parts
        return _render(package, code, slots, language)


class Label(Message):
    """A name in each language; its str value is the English name."""

    def __new__(cls, names: dict[str, str]) -> Label:
        self = str.__new__(cls, names["en"])
        self._names = names
        return self

    _names: dict[str, str]

    def __reduce__(self) -> tuple[type[Label], tuple[dict[str, str]]]:  # type: ignore[override]
        return Label, (self._names,)

    def in_language(self, language: str) -> str:
        return self._names[language]


def message_factory(module: str) -> Callable[..., Message]:
    """Return a function that creates messages from the templates of the module's package."""
    package = module.rpartition(".")[0]

    def create_message(code: str, /, **slots: object) -> Message:
        return Message(package, code, {name: _freeze_items(value) for name, value in slots.items()})

    return create_message


def in_language(text: str, language: str) -> str:
    """Translate a message; return any other text unchanged."""
    return text.in_language(language) if isinstance(text, Message) else text


def join_items(items: Iterable[str], language: str) -> str:
    """Join list items with the separator of the language."""
    return _BETWEEN[language].join(items)


def join_messages(parts: Iterable[str]) -> str:
    """Join messages that are complete sentences."""
    return reduce(lambda before, after: _message("SENTENCES", before=before, after=after), parts)


def join_fragments(parts: Iterable[str]) -> str:
    """Join messages that are parts of one sentence."""
    return reduce(lambda before, after: _message("FRAGMENTS", before=before, after=after), parts)


def join_sentences(sentences: Iterable[str]) -> str:
    """Join sentences of any language; a Chinese full stop needs no space after it."""
    return reduce(lambda before, after: f"{before}{'' if before.endswith(_FULL_WIDTH_ENDS) else ' '}{after}", sentences)


def join_lines(parts: Iterable[str]) -> str:
    """Join messages as lines."""
    return reduce(lambda before, after: _message("LINES", before=before, after=after), parts)


def _freeze_items(value: object) -> object:
    """Copy items to a tuple, because a generator yields them only once."""
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _render(package: str, code: str, slots: dict[str, object], language: str) -> str:
    shown = {name: _localize_value(value, language) for name, value in slots.items()}
    return templates(package)[code][language].format(**shown)


def _localize_value(value: object, language: str) -> object:
    if isinstance(value, tuple):
        if not value:
            return _EMPTY[language]
        return join_items((str(_localize_value(part, language)) for part in value), language)
    return in_language(value, language) if isinstance(value, str) else value


@cache
def templates(package: str) -> dict[str, dict[str, str]]:
    """Return the templates of a package by code and language."""
    wordings: dict[str, dict[str, str]] = parse_plurals(read_toml(package, "refusals.toml"))
    return wordings


_message = message_factory(__name__)
