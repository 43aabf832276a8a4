"""Edges (clause coverage targets, as in MC/DC): each row holding, and each clause as the only one failing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.model.edge_rows import EdgeRow, EdgeSide, PlacedClause, bounds, place_clauses
from rules.model.expressions import (
    TOTAL_SCORE,
    ChoiceClause,
    DateClause,
    DateOperator,
)
from rules.model.scorecard import (
    DateLookup,
    LookupQuantity,
    TableQuantity,
)
from rules.model.symbol_table import POINT, DefinitionIndex, conditions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard, Verdicts

FIRST_DAY, LAST_DAY = "first", "last"
"""The ends of the paths of the days between which a rule with a verdict is in force."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of one clause; `path` is that of the clause, such as `gates[G1].requires[0]` or `…bands[1].below`."""

    path: str
    side: EdgeSide


def all_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    """List every side of every clause that needs an example, in the order of the model."""
    edges = (Edge(clause.path, side) for row in edge_rows(scorecard) for clause in row.clauses for side in row.sides)
    return tuple(dict.fromkeys((*edges, *lookup_edges(scorecard))))


def lookup_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    """List every place of every lookup in reference tables: each must answer in some example."""
    lookups = (quantity for quantity in scorecard.quantities if isinstance(quantity, TableQuantity))
    return tuple(lookup_edge(lookup.id, position) for lookup in lookups for position in range(len(lookup.rows)))


def lookup_edge(quantity: str, position: int) -> Edge:
    """Give the edge of one place of a lookup, counted from 0."""
    return Edge(f"quantities[{quantity}].rows[{position}]", EdgeSide.HOLDS)


def rows_by_clause(scorecard: Scorecard) -> dict[str, EdgeRow]:
    """Give the row that each clause stands in, by the path of the clause."""
    rows: dict[str, EdgeRow] = {}
    for row in edge_rows(scorecard):
        for clause in row.clauses:
            rows.setdefault(clause.path, row)
    return rows


def edge_rows(scorecard: Scorecard) -> Iterator[EdgeRow]:
    """Visit every row that decides something; rows without any clause are left out."""
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
    for position, row in enumerate(scorecard.ladder.rows if scorecard.ladder is not None else ()):
        path = f"ladder.rows[{position}]"
        clauses = bounds(path, TOTAL_SCORE, POINT, row) + place_clauses(f"{path}.requires", row.requires)
        if clauses:
            yield EdgeRow(path, clauses)


def _days_in_force(verdicts: Verdicts) -> Iterator[EdgeRow]:
    """Visit the days between which rules are in force, as clauses about what governs them, be it a day or a period."""
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
    """Visit the two branches of a lookup: some row is found, none is; the clauses show one way into each."""
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
