"""Singular and plural forms in message templates."""

from __future__ import annotations

import re
from typing import Any

_SLOT_OR_PLURAL = re.compile(r"\{(\w*)[^{}]*\}|\[([^\[\]|{}]*)\|([^\[\]|{}]*)\]")


class PluralTemplate(str):
    """A template with plural forms: `{count} [subject|subjects]` uses the first form for 1."""

    __slots__ = ()

    def __str__(self) -> str:
        return self

    def format(self, *values: object, **slots: object) -> str:
        """Fill the slots; the nearest slot before a plural form selects the form."""
        number: object = None

        def chosen(match: re.Match[str]) -> str:
            nonlocal number
            if match[2] is None:
                number = slots.get(match[1])
                return match[0]
            return match[2] if str(number) == "1" else match[3]

        return _SLOT_OR_PLURAL.sub(chosen, str.__str__(self)).format(*values, **slots)


def parse_plurals(words: Any) -> Any:
    """Return a copy of a document with `PluralTemplate` objects for texts with plural forms."""
    if isinstance(words, dict):
        return {key: parse_plurals(part) for key, part in words.items()}
    if isinstance(words, list):
        return [parse_plurals(part) for part in words]
    has_plurals = isinstance(words, str) and any(match[2] is not None for match in _SLOT_OR_PLURAL.finditer(words))
    return PluralTemplate(words) if has_plurals else words
