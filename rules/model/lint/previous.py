"""Does every fact that comes from an earlier evaluation fit what it is there, and does its fact name a year?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.model.lint.issue import issue
from rules.model.named_conditions import NamedCondition
from rules.model.names import POINT
from rules.model.previous import PreviousPart, names_year
from rules.model.scorecard import FactType, TableQuantity, list_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.previous import PreviousSource
    from rules.model.scorecard import FactDefinition

_WORDS = (FactType.CHOICE, FactType.TEXT)
_TAKEN = (FactType.NUMBER, FactType.FLAG, FactType.DATE, *_WORDS)


def check_previous(names: Names) -> Iterator[Issue]:
    """Check type and unit against what is taken, as far as the card itself knows it, and how the year is named."""
    for fact in names.scorecard.facts:
        source, path = fact.previous, f"facts[{fact.id}].previous"
        if source is None:
            continue
        if fact.type not in _TAKEN:
            yield issue("RL110", path, "type", name=fact.id)
        else:
            yield from _check_part(names, fact, source, f"{path}.part")
        if source.year_of is not None and not _names_years(names.facts[source.year_of]):
            yield issue("RL110", f"{path}.evaluation", "year", name=source.year_of)


def _names_years(fact: FactDefinition) -> bool:
    if fact.previous is not None:
        return False
    years = bool(fact.choices) and all(names_year(choice.id) for choice in fact.choices)
    return fact.type is FactType.PERIOD or (fact.type is FactType.CHOICE and years)


def _check_part(names: Names, fact: FactDefinition, source: PreviousSource, path: str) -> Iterator[Issue]:
    if source.part is PreviousPart.SCORE:
        if fact.type is not FactType.NUMBER or fact.unit != POINT:
            yield issue("RL110", path, "score", name=fact.id)
    elif source.part is not PreviousPart.QUANTITY:
        if fact.type not in _WORDS:
            yield issue("RL110", path, "word", name=fact.id)
    elif source.card is None:
        yield from _check_quantity(names, fact, source.quantity or "", path)


def _check_quantity(names: Names, fact: FactDefinition, name: str, path: str) -> Iterator[Issue]:
    quantity = names.quantities[name]
    if list_of(quantity) is not None:
        yield issue("RL110", path, "each", name=fact.id, quantity=name)
        return
    wanted: tuple[FactType, ...] = (FactType.NUMBER,)
    if isinstance(quantity, NamedCondition):
        wanted = (FactType.FLAG,)
    elif names.is_date(name):
        wanted = (FactType.DATE,)
    elif isinstance(quantity, TableQuantity) and quantity.gives == "word":
        wanted = _WORDS
    if fact.type not in wanted:
        yield issue("RL110", path, "quantity", name=fact.id, quantity=name)
    elif fact.type is FactType.NUMBER and unit(fact.unit) != unit(names.unit(name)):
        yield issue("RL110", path, "unit", name=fact.id, quantity=name, unit=names.unit(name) or "1")
