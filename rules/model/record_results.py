"""Figures for single records: declared by the scorecard, or derived from the sums behind its results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.name_usage import names_behind
from rules.model.quantities import FormulaQuantity, SumQuantity
from rules.model.scorecard import RecordResult
from rules.model.symbol_table import DefinitionIndex

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard


def record_results(card: Scorecard) -> tuple[RecordResult, ...]:
    """Return the declared record results, or else the record quantities added up by the sums behind the results.

    The trail of each record contains these quantities, so this also works for older versions.
    """
    if card.record_results is not None:
        return card.record_results
    names = DefinitionIndex(card)
    behind = set(names_behind(names, (result.name for result in card.results)))
    added = {
        quantity.of
        for quantity in card.quantities
        if isinstance(quantity, SumQuantity) and quantity.figure is None and quantity.id in behind
    }
    return tuple(
        RecordResult(
            id=quantity.id,
            labels=quantity.labels,
            name=quantity.id,
            rounding=card.card.rounding,
            basis=tuple(dict.fromkeys(basis for row in quantity.rows for basis in row.basis)),
            list=owner,
        )
        for quantity in card.quantities
        if isinstance(quantity, FormulaQuantity | SumQuantity)
        and quantity.id in added
        and (owner := quantity.owner) is not None
    )
