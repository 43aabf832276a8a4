"""Which clauses decide something, so that an example must show each holding and each failing alone?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.model.expressions import (
    TOTAL_SCORE,
    ChoiceClause,
    DateClause,
    DateOperator,
    NumberBetween,
    NumberClause,
    NumberLiteral,
    NumberOperator,
)
from rules.model.maturity import LevelReading
from rules.model.names import POINT, Names, PlacedClause, conditions
from rules.model.scorecard import (
    BandScale,
    ChoiceScale,
    DateLookup,
    LineScale,
    LookupQuantity,
    MaturityScale,
    TableQuantity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from rules.model.expressions import Condition
    from rules.model.scorecard import Band, Indicator, LadderRow, Maturity, Scorecard, Verdicts

_PERCENT = "%"
"""The unit of ratings."""
FIRST_DAY, LAST_DAY = "first", "last"
"""The ends of the paths of the days between which a rule with a verdict is in force."""


class Side(StrEnum):
    """What an example shows of a clause: its whole row holds, or only this clause of the row fails."""

    HOLDS = "holds"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of one clause; `path` is that of the clause, such as `gates[G1].requires[0]` or `…bands[1].below`."""

    path: str
    side: Side


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A row of a rule as clauses that must all hold; bounds of bands and of the ladder are written as clauses too.

    `sides` are those that need an example: a row of choices or a branch of a lookup only needs to be taken once,
    for the other rows show it failing.
    """

    path: str
    clauses: tuple[PlacedClause, ...]
    sides: tuple[Side, ...] = (Side.HOLDS, Side.FAILS)


def all_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    """List every side of every clause that needs an example, in the order of the model."""
    edges = (Edge(clause.path, side) for row in edge_rows(scorecard) for clause in row.clauses for side in row.sides)
    return tuple(dict.fromkeys((*edges, *place_edges(scorecard))))


def place_edges(scorecard: Scorecard) -> tuple[Edge, ...]:
    """List every place of every lookup in reference tables: each must answer in some example."""
    lookups = (one for one in scorecard.quantities if isinstance(one, TableQuantity))
    return tuple(place_edge(one.id, place) for one in lookups for place in range(len(one.rows)))


def place_edge(quantity: str, place: int) -> Edge:
    """Give the edge of one place of a lookup, counted from 0."""
    return Edge(f"quantities[{quantity}].rows[{place}]", Side.HOLDS)


def row_of(scorecard: Scorecard, path: str) -> EdgeRow | None:
    """Find the row that a clause with this path stands in."""
    return next((row for row in edge_rows(scorecard) if any(clause.path == path for clause in row.clauses)), None)


def edge_rows(scorecard: Scorecard) -> Iterator[EdgeRow]:
    """Visit every row that decides something; rows without any clause are left out."""
    names = Names(scorecard)
    for placed in conditions(scorecard):
        if not placed.path.startswith(("ladder.", "maturity.trend_rows")):
            yield EdgeRow(placed.path, _placed(placed.path, placed.condition, placed.within))
    for quantity in scorecard.quantities:
        if isinstance(quantity, LookupQuantity | DateLookup):
            yield from _lookup_rows(quantity, names)
    for indicator in scorecard.indicators:
        yield from scale_rows(indicator)
        if scorecard.maturity is not None and isinstance(indicator.scale, MaturityScale):
            yield from _maturity_rows(scorecard.maturity, indicator.scale)
    if scorecard.verdicts is not None:
        yield from _days_in_force(scorecard.verdicts)
    for position, row in enumerate(scorecard.ladder.rows if scorecard.ladder is not None else ()):
        path = f"ladder.rows[{position}]"
        clauses = _bounds(path, TOTAL_SCORE, POINT, row) + _placed(f"{path}.requires", row.requires)
        if clauses:
            yield EdgeRow(path, clauses)


def _placed(path: str, condition: Condition, within: str | None = None) -> tuple[PlacedClause, ...]:
    return tuple(PlacedClause(f"{path}[{place}]", clause, within) for place, clause in enumerate(condition))


def _bounds(path: str, name: str, unit: str, row: Band | LadderRow) -> tuple[PlacedClause, ...]:
    bounds = {
        "more_than": (NumberOperator.MORE_THAN, row.more_than),
        "at_least": (NumberOperator.AT_LEAST, row.at_least),
        "at_most": (NumberOperator.AT_MOST, row.at_most),
        "below": (NumberOperator.LESS_THAN, row.below),
    }
    return tuple(
        PlacedClause(f"{path}.{bound}", _compared(name, operator, value, unit))
        for bound, (operator, value) in bounds.items()
        if value is not None
    )


def _compared(name: str, operator: NumberOperator, value: Fraction, unit: str) -> NumberClause:
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=value, unit=unit))


def scale_rows(indicator: Indicator) -> Iterator[EdgeRow]:
    """Visit the rows of the scale of one indicator."""
    path, scale = f"indicators[{indicator.id}].scale", indicator.scale
    match scale:
        case BandScale(bands=bands):
            for position, band in enumerate(bands):
                place = f"{path}.bands[{position}]"
                clauses = _bounds(place, scale.measure, scale.unit, band)
                if clauses:
                    yield EdgeRow(place, clauses)
        case ChoiceScale(rows=rows):
            for position, row in enumerate(rows):
                place = f"{path}.rows[{position}]"
                clause = ChoiceClause(name=scale.measure, values=(row.value,))
                yield EdgeRow(place, (PlacedClause(place, clause),), (Side.HOLDS,))
        case LineScale(corners=corners):
            for position, corner in enumerate(corners):
                place = f"{path}.corners[{position}]"
                at = _compared(scale.measure, NumberOperator.IS, corner.at, scale.unit)
                yield EdgeRow(place, (PlacedClause(place, at),), (Side.HOLDS,))
        case _:
            pass


def _maturity_rows(maturity: Maturity, scale: MaturityScale) -> Iterator[EdgeRow]:
    """Visit, for one indicator, from where a trend counts as full, and the levels if ratings are read as their middles.

    The rows are shared by all indicators that score by maturity, and so are their paths: any one shows them.
    """
    for position, row in enumerate(maturity.trend_rows):
        path = f"maturity.trend_rows[{position}]"
        full = PlacedClause(f"{path}.at_least", _compared(scale.trend, NumberOperator.AT_LEAST, row.at_least, _PERCENT))
        yield EdgeRow(path, (full, *_placed(f"{path}.when", row.when)))
    if all(row.reading is not LevelReading.BAND_MIDDLE for row in maturity.level_rows):
        return
    for level in maturity.levels:
        path = f"maturity.levels[{level.id}]"
        low, high = (NumberLiteral(value=end, unit=_PERCENT) for end in (level.at_least, level.at_most))
        clause = NumberBetween(name=scale.level[0], low=low, high=high)
        yield EdgeRow(path, (PlacedClause(path, clause),), (Side.HOLDS,))


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


def _lookup_rows(quantity: LookupQuantity | DateLookup, names: Names) -> Iterator[EdgeRow]:
    """Visit the two branches of a lookup: some row is found, none is; the clauses show one way into each."""
    found = {row.keys for row in quantity.rows}
    branches = [("rows", quantity.rows[0].keys)] if quantity.rows else []
    if quantity.otherwise is not None:
        choices = [[choice.id for choice in names.choices(name)] for name in quantity.by]
        branches += [("otherwise", keys) for keys in islice((one for one in product(*choices) if one not in found), 1)]
    for branch, keys in branches:
        path = f"quantities[{quantity.id}].{branch}"
        clauses = tuple(
            PlacedClause(path, ChoiceClause(name=name, values=(key,)))
            for name, key in zip(quantity.by, keys, strict=True)
        )
        yield EdgeRow(path, clauses, (Side.HOLDS,))
