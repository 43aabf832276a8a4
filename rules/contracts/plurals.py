"""Words that follow a number, in the form that one of a thing asks for or in that of several."""

from __future__ import annotations

import re
from typing import Any

_FORK = re.compile(r"\{(\w*)[^{}]*\}|\[([^\[\]|{}]*)\|([^\[\]|{}]*)\]")


class PluralTemplate(str):
    """A text with slots, where `{count} [subject|subjects]` says the first after 1 and the second after all else."""

    __slots__ = ()

    def __str__(self) -> str:
        """Stay what it is."""
        return self

    def format(self, *given: object, **slots: object) -> str:
        """Fill the slots; the one that stands nearest before a fork decides it."""
        number: object = None

        def chosen(match: re.Match[str]) -> str:
            nonlocal number
            if match[2] is None:
                number = slots.get(match[1])
                return match[0]
            return match[2] if str(number) == "1" else match[3]

        return _FORK.sub(chosen, str.__str__(self)).format(*given, **slots)


def parse_plurals(words: Any) -> Any:
    """Let every text of a document that has a fork know how to take it."""
    if isinstance(words, dict):
        return {key: parse_plurals(part) for key, part in words.items()}
    if isinstance(words, list):
        return [parse_plurals(part) for part in words]
    forks = isinstance(words, str) and any(match[2] is not None for match in _FORK.finditer(words))
    return PluralTemplate(words) if forks else words
