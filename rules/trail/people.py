"""Renderer of scorecard parts for human readers: natural lists and decimals, not parsed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import join_items
from rules.contracts.numbers import format_for_display, parse_exact
from rules.language.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.inputs import DeclaredValue

_PLACES = 2
"""At least so many decimals; there are more where they are needed to be told from a round number."""


class PeopleRenderer(Renderer):
    """Writes as `Renderer` does, but lists as the language does, and values that are fractions as decimals."""

    def choices(self, name: str, values: Iterable[str], within: str | None = None) -> str:
        """Write several values of a choice as a list."""
        return join_items((self.choice(name, value, within) for value in values), self.language)

    def value(self, name: str, value: DeclaredValue, within: str | None = None) -> str:
        """Write a declared value; one that never ends is told by decimals and marked as near."""
        if value.number is None or "/" not in value.number:
            return super().value(name, value, within)
        return self.words.write_number(format_for_display(parse_exact(value.number), _PLACES), value.unit or "")
