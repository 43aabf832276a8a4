"""Results of decisions, in terms of the results of the imported draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.input.dmn.unary_tests import Literal


@dataclass(frozen=True, slots=True)
class ListItem:
    """One rule of a list result: the values are part of the list while the condition is true."""

    condition: str
    values: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """Result of a decision, as a quantity or as conditions.

    A number is the value of `quantity`. A word or flag is the key of the condition in `conditions` that is true. A list
    contains the values of the `items` with a true condition, in this order. Without a result, the value is null.
    """

    decision: str
    output: str
    kind: str
    quantity: str = ""
    conditions: Mapping[Literal, str] = field(default_factory=dict)
    items: tuple[ListItem, ...] = ()
