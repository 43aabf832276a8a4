"""Lowering of a card to column expressions, and the mask of subjects left to the exact core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.columns.cells import output_columns
from rules.columns.concluding import ConclusionLowering
from rules.columns.exact import NotVectorizableError
from rules.columns.forms import any_true
from rules.columns.lists import ListSums
from rules.columns.quantities import QuantityColumns
from rules.columns.steps import SharedColumns
from rules.columns.values import CardFactColumns
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.columns.forms import Node
    from rules.columns.lists import LoweredList
    from rules.columns.values import InputColumns
    from rules.engine.infer import InferenceEngine

_LIMITS = tuple(10**digits for digits in (15, 12, 10, 9, 8, 7, 6))
"""How large the scaled whole numbers of a fact may be: the first with which nothing can overflow."""
NEEDS_CORE = "odd"


@dataclass(frozen=True, slots=True)
class LoweredCard:
    """What to compute: sums over `lists`, then `layers` of steps, each reading those before it, then the cells.

    `odd` holds of subjects that go to the exact core. A cell of `codes` is a place among its words, below zero if it is
    empty; one of `numbers` is a whole number of the last decimal place of the cell where the truth beside it holds,
    else empty.
    """

    lists: tuple[LoweredList, ...]
    layers: tuple[dict[str, Node], ...]
    codes: dict[str, Node]
    numbers: dict[str, tuple[Node, Node]]
    odd: Node


def lower_card(engine: InferenceEngine, input_columns: InputColumns) -> LoweredCard:
    """Lower a card for columns of some form.

    Raises:
        BeyondColumns: it says something that columns cannot hold, so that every subject goes to the core.
    """
    for limit in _LIMITS[:-1]:
        try:
            return _lowered(engine, input_columns, limit)
        except NotVectorizableError:
            continue
    return _lowered(engine, input_columns, _LIMITS[-1])


def _lowered(engine: InferenceEngine, input_columns: InputColumns, limit: int) -> LoweredCard:
    steps = SharedColumns()
    plan = engine.plan
    facts = CardFactColumns.of_card(plan, input_columns, limit)
    for fact in plan.scorecard.facts:
        if fact.type is FactType.NUMBER:
            facts.number(fact.id)
    lists = {name: ListSums(plan, name, input_columns, limit) for name in plan.records if name in input_columns.lists}
    concluding = ConclusionLowering(
        QuantityColumns(plan, facts, steps, lists), steps, engine.every_grade, output_columns(engine)
    )
    concluding.conclude()
    summed = tuple(list_sums.lowered() for list_sums in lists.values() if list_sums.is_asked)
    odd = any_true(*facts.odd, *(lowered.odd_column for lowered in summed))
    wanted = {**concluding.codes, NEEDS_CORE: odd}
    for name, (shown, there) in concluding.numbers.items():
        wanted |= {f"{name}:number": shown, f"{name}:there": there}
    return LoweredCard(summed, steps.layers(wanted), concluding.codes, concluding.numbers, odd)
