"""Clause coverage targets, as in MC/DC: each row true, and each clause as the only false one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.model.edge_rows import EdgeRow, EdgeSide, PlacedClause, bounds, place_clauses
from rules.model.expressions import TOTAL_SCORE, ChoiceClause, DateClause, DateOperator
from rules.model.scorecard import DateLookup, LookupQuantity, TableQuantity
from rules.model.symbol_table import POINT, DefinitionIndex, conditions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard, Verdicts

FIRST_DAY, LAST_DAY = "first", "last"


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of one clause, identified by a path such as `gates[G1].requires[0]`."""

    path: str
    side: EdgeSide


def all_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    """Return each side of each clause that needs an example."""
    edges = (Edge(clause.path, side) for row in edge_rows(scorecard) for clause in row.clauses for side in row.sides)
    return tuple(dict.fromkeys((*edges, *_lookup_edges(scorecard))))


def _lookup_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    lookups = (quantity for quantity in scorecard.quantities if isinstance(quantity, TableQuantity))
    return tuple(lookup_edge(lookup.id, position) for lookup in lookups for position in range(len(lookup.rows)))


def lookup_edge(quantity: str, position: int) -> Edge:
    """Return the target of a lookup row; `position` counts from 0."""
    return Edge(f"quantities[{quantity}].rows[{position}]", EdgeSide.HOLDS)


def rows_by_clause(scorecard: Scorecard) -> dict[str, EdgeRow]:
    """Return the row of each clause by clause path."""
    rows: dict[str, EdgeRow] = {}
    for row in edge_rows(scorecard):
        for clause in row.clauses:
            rows.setdefault(clause.path, row)
    return rows


def edge_rows(scorecard: Scorecard) -> Iterator[EdgeRow]:
    """Yield each row with clauses that affects a result."""
    names = DefinitionIndex(scorecard)
    for placed in conditions(scorecard):
        if not placed.part:
            yield EdgeRow(placed.path, place_clauses(placed.path, placed.condition, placed.within))
    for quantity in scorecard.quantities:
        if isinstance(quantity, LookupQuantity | DateLookup):
            yield from _lookup_rows(quantity, names)
    for indicator in scorecard.indicators:
        yield from indicator.scale.edge_rows(f"indicators[{indicator.id}].scale")
        if (shared := scorecard.rules_of(indicator.scale)) is not None:
            yield from shared.edge_rows(indicator.scale)
    if scorecard.verdicts is not None:
        yield from _days_in_force(scorecard.verdicts)
    for position, row in enumerate(scorecard.ladder_rows):
        path = f"ladder.rows[{position}]"
        clauses = bounds(path, TOTAL_SCORE, POINT, row) + place_clauses(f"{path}.requires", row.requires)
        if clauses:
            yield EdgeRow(path, clauses)


def _days_in_force(verdicts: Verdicts) -> Iterator[EdgeRow]:
    for rule in verdicts.rules:
        path = f"verdicts.rules[{rule.id}]"
        bounds = ((FIRST_DAY, DateOperator.FROM, rule.first), (LAST_DAY, DateOperator.UNTIL, rule.last))
        clauses = tuple(
            PlacedClause(f"{path}.{bound}", DateClause(name=verdicts.governed_by, operator=operator, operand=day))
            for bound, operator, day in bounds
            if day is not None
        )
        if clauses:
            yield EdgeRow(path, clauses)


def _lookup_rows(quantity: LookupQuantity | DateLookup, names: DefinitionIndex) -> Iterator[EdgeRow]:
    row_keys = {row.keys for row in quantity.rows}
    branches = [("rows", quantity.rows[0].keys)] if quantity.rows else []
    if quantity.otherwise is not None:
        choices = [[choice.id for choice in names.choices(name)] for name in quantity.by]
        branches += [
            ("otherwise", keys)
            for keys in islice((combination for combination in product(*choices) if combination not in row_keys), 1)
        ]
    for branch, keys in branches:
        path = f"quantities[{quantity.id}].{branch}"
        clauses = tuple(
            PlacedClause(path, ChoiceClause(name=name, values=(key,)))
            for name, key in zip(quantity.by, keys, strict=True)
        )
        yield EdgeRow(path, clauses, (EdgeSide.HOLDS,))
