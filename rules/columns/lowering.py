"""How is a card, as far as columns can hold it, lowered to columns, and what is left to the exact core?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.columns.concluding import Concluding
from rules.columns.exact import BeyondColumns
from rules.columns.forms import either
from rules.columns.quantities import Quantities
from rules.columns.steps import Steps
from rules.columns.values import Facts
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.columns.exact import Exact
    from rules.columns.forms import Node
    from rules.columns.values import Given
    from rules.engine.infer import InferenceEngine

_LIMITS = tuple(10**digits for digits in (15, 12, 10, 9, 8, 7, 6))
"""How large the scaled whole numbers of a fact may be: the first with which nothing can overflow."""
ODD = "odd"


@dataclass(frozen=True, slots=True)
class Lowered:
    """What to compute: `layers` of steps, each reading those before it, then the cells.

    `odd` holds of subjects that go to the exact core. A cell of `codes` is a place among its words, below zero if it is
    empty; one of `numbers` is an exact number where the truth beside it holds, else empty.
    """

    layers: tuple[dict[str, Node], ...]
    codes: dict[str, Node]
    numbers: dict[str, tuple[Exact, Node]]
    odd: Node


def lower_card(engine: InferenceEngine, given: Given) -> Lowered:
    """Lower a card for columns of some form.

    Raises:
        BeyondColumns: it says something that columns cannot hold, so that every subject goes to the core.
    """
    for limit in _LIMITS[:-1]:
        try:
            return _lowered(engine, given, limit)
        except BeyondColumns:
            continue
    return _lowered(engine, given, _LIMITS[-1])


def _lowered(engine: InferenceEngine, given: Given, limit: int) -> Lowered:
    steps = Steps()
    facts = Facts(engine.plan, given, limit)
    for fact in engine.plan.scorecard.facts:
        if fact.type is FactType.NUMBER:
            facts.number(fact.id)
    concluding = Concluding(Quantities(engine.plan, facts, steps), steps, engine.every_grade)
    concluding.conclude()
    odd = either(*facts.odd)
    wanted = {**concluding.codes, ODD: odd}
    for name, (number, there) in concluding.numbers.items():
        below = {} if number.below is None else {f"{name}:below": number.below.node}
        wanted |= {f"{name}:above": number.above.node, f"{name}:there": there, **below}
    return Lowered(steps.layers(wanted), concluding.codes, concluding.numbers, odd)
