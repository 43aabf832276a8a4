"""Name usage analysis: facts, quantities and settings that each part of a scorecard reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import STAGE, names_in_condition
from rules.model.symbol_table import conditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.scorecard import LadderRow, Quantity, Scorecard, VerdictRule
    from rules.model.symbol_table import DefinitionIndex


def facts_and_quantities_in(names: DefinitionIndex, quantity: Quantity) -> tuple[str, ...]:
    """Return the names that a quantity reads directly, without record fields."""
    record_fields = names.fields(quantity.within)
    return tuple(name for name in quantity.reads if name not in record_fields)


def names_in_rule(rule: VerdictRule) -> tuple[str, ...]:
    """Return the names in the conditions and dates of a verdict rule."""
    read = [name for row in rule.rows for name in names_in_condition(row.when)]
    dates = [day.name for day in (rule.first, rule.last, rule.warn_from) if day is not None and day.name is not None]
    return tuple(dict.fromkeys((*read, *dates)))


def names_in_row(scorecard: Scorecard, row: LadderRow) -> tuple[str, ...]:
    """Return the names in the conditions of a ladder row and of the exceptions to its grade."""
    ladder = scorecard.ladder
    exceptions = () if ladder is None else (ladder.rows[position] for position in ladder.exceptions_to(row))
    return tuple(
        dict.fromkeys(name for ladder_row in (row, *exceptions) for name in names_in_condition(ladder_row.requires))
    )


def names_behind(names: DefinitionIndex, roots: Iterable[str]) -> tuple[str, ...]:
    """Return the names and all names that their quantities and indicators depend on."""
    visited: dict[str, None] = {}
    pending = list(roots)
    while pending:
        name = pending.pop(0)
        if name in visited:
            continue
        visited[name] = None
        quantity, indicator = names.quantities.get(name), names.indicators.get(name)
        if quantity is not None:
            pending += facts_and_quantities_in(names, quantity)
        elif indicator is not None:
            pending += indicator.scale.reads
        elif name == STAGE:
            pending += [read for row in names.scorecard.stage_rows for read in names_in_condition(row.when)]
    return tuple(visited)


def _names_in_quantities(names: DefinitionIndex) -> Iterator[str]:
    for quantity in names.scorecard.quantities:
        record_fields = names.fields(quantity.within)
        yield from (f"{quantity.within}.{name}" if name in record_fields else name for name in quantity.reads)


def used_names(names: DefinitionIndex) -> frozenset[str]:
    """Return every name that the scorecard reads; record fields as `list.field`."""
    card = names.scorecard
    used = set(_names_in_quantities(names))
    for placed in conditions(card):
        if placed.within is None:
            used.update(names_in_condition(placed.condition))
    used.update(*(indicator.scale.reads for indicator in card.indicators))
    used.update(result.name for result in (*card.results, *(card.record_results or ())))
    used.update(name for fact in card.facts if fact.previous is not None for name in fact.previous.reads)
    used.update(fact.issued_for for fact in card.facts if fact.issued_for is not None)
    used.update(card.tracks.by if card.tracks is not None else ())
    used.update(name for rule in card.verdict_rules for name in names_in_rule(rule))
    used.update({card.verdicts.governed_by} if card.verdicts is not None else ())
    return frozenset(used)
