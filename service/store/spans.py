"""Between which texts does a field lie for several comparisons to hold, with no more than one bound at each end?

An index is entered at one bound; of two, the database might choose the farther and read all that lies between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from service.store.filters import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOWER = {">": True, ">=": False, "=": False}
_UPPER = {"<": False, "<=": True, "=": True}


@dataclass(frozen=True, slots=True)
class Span:
    """The nearest bounds of a field, and the values that it must not have."""

    low: Comparison | None
    high: Comparison | None
    excluded: tuple[Comparison, ...]

    @staticmethod
    def of(field: str, comparisons: Iterable[Comparison]) -> Span:
        """Put together what is asked of one field."""
        asked = [one for one in comparisons if one.field == field]
        lows = [(one.value, _LOWER[one.sign]) for one in asked if one.sign in _LOWER]
        highs = [(one.value, _UPPER[one.sign]) for one in asked if one.sign in _UPPER]
        low = high = None
        if lows:
            value, beyond = max(lows)
            low = Comparison(field, ">" if beyond else ">=", value)
        if highs:
            value, included = min(highs)
            high = Comparison(field, "<=" if included else "<", value)
        return Span(low, high, tuple(one for one in asked if one.sign == "!="))

    def beyond(self, position: str, *, descending: bool) -> Span:
        """Give what is left to ask of what comes after a position: no bound that this implies."""
        if descending:
            return replace(self, high=None) if self.high and self.high.on(position) else self
        return replace(self, low=None) if self.low and self.low.on(position) else self

    def on(self, column: Any) -> list[Any]:
        """Give the conditions for a column."""
        return [*self.from_low(column), *self.to_high(column), *(one.on(column) for one in self.excluded)]

    def from_low(self, column: Any) -> list[Any]:
        """Give the lower bound of a column, if there is one."""
        return [self.low.on(column)] if self.low else []

    def to_high(self, column: Any) -> list[Any]:
        """Give the upper bound of a column, if there is one."""
        return [self.high.on(column)] if self.high else []
