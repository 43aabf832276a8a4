"""Which clauses have an example where their row holds and one where only they fail, and which places answered?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import records_of
from rules.contracts.outcomes import Outcome, all_of
from rules.engine.atoms import Atom, compare_day, lower_clause
from rules.engine.oracle import ask
from rules.engine.values import Values, measure_value
from rules.engine.verdicts import GOVERNING_FIRST, GOVERNING_LAST
from rules.model import edges
from rules.model.edges import Edge, edge_rows, place_edge, place_edges
from rules.model.expressions import DateClause, NumberOperator
from rules.model.places import EdgeRow, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.places import PlacedClause


class Coverage:
    """Collects, example by example, which sides of which clauses were shown."""

    def __init__(self, engine: InferenceEngine) -> None:
        """Begin with every edge of the card uncovered."""
        self._engine = engine
        self._rows = [(row, self._atoms(row)) for row in edge_rows(engine.plan.scorecard)]
        self._left: dict[str, set[Edge]] = {
            row.path: {Edge(clause.path, side) for clause in row.clauses for side in row.sides} for row, _ in self._rows
        }
        self._places = dict.fromkeys(place_edges(engine.plan.scorecard))

    def _atoms(self, row: EdgeRow) -> tuple[tuple[Atom, ...], ...]:
        scopes, names = self._engine.plan.records, self._engine.plan.names
        return tuple(
            _day_in_force(placed)
            or lower_clause(placed.clause, scopes[placed.within].names if placed.within in scopes else names)
            for placed in row.clauses
        )

    def shown(self, inference: Inference) -> set[Edge]:
        """Say which edges that are still uncovered an example shows."""
        found: set[Edge] = set()
        for row, atoms in self._rows:
            left = self._left[row.path]
            if left:
                found |= {edge for values in self._scopes(row, inference) for edge in _shown(row, atoms, values)} & left
        return found | (self._answered(inference) & self._places.keys())

    def _answered(self, inference: Inference) -> set[Edge]:
        """Say at which places lookups were answered."""
        return {
            place_edge(quantity, consulted.place)
            for quantity, by_record in inference.lookups.items()
            for consulted in by_record.values()
            if consulted.place is not None
        }

    def add(self, inference: Inference) -> set[Edge]:
        """Note what one example shows; give the edges that it covers first."""
        found = self.shown(inference)
        for left in self._left.values():
            left.difference_update(found)
        self._places = {edge: None for edge in self._places if edge not in found}
        return found

    def _scopes(self, row: EdgeRow, inference: Inference) -> Iterable[Values]:
        """Give the values that a row sees: those of the card, or of each record in turn."""
        within = next((placed.within for placed in row.clauses if placed.within), None)
        if within is None or within not in self._engine.plan.records:
            return (inference.values,)
        scope = self._engine.plan.records[within]
        return tuple(scope.inside(record, inference.values) for record in records_of(inference.values.extents[within]))

    @property
    def missing(self) -> tuple[Edge, ...]:
        """The edges that no example covers yet, in the order of the card."""
        return tuple(
            dict.fromkeys(
                edge
                for row, _ in self._rows
                for clause in row.clauses
                for side in row.sides
                if (edge := Edge(clause.path, side)) in self._left[row.path]
            )
            | self._places
        )


def _day_in_force(placed: PlacedClause) -> tuple[Atom, ...]:
    """Ask of the days that govern whether a rule with a verdict is in force; nothing for any other clause."""
    clause, bound = placed.clause, placed.path.rpartition(".")[2]
    if not placed.path.startswith("verdicts.") or not isinstance(clause, DateClause):
        return ()
    match bound:
        case edges.FIRST_DAY:
            return (compare_day(GOVERNING_LAST, NumberOperator.AT_LEAST, clause.operand),)
        case edges.LAST_DAY:
            return (compare_day(GOVERNING_FIRST, NumberOperator.AT_MOST, clause.operand),)
        case _:
            return ()


def _shown(row: EdgeRow, atoms: tuple[tuple[Atom, ...], ...], values: Values) -> set[Edge]:
    failing = None
    for clause, group in zip(row.clauses, atoms, strict=True):
        outcome = all_of([ask(atom, measure_value(atom.measure, values)) for atom in group])
        if outcome is Outcome.MET:
            continue
        if failing is not None or outcome is not Outcome.NOT_MET:
            return set()
        failing = clause
    return (
        {Edge(clause.path, Side.HOLDS) for clause in row.clauses}
        if failing is None
        else {Edge(failing.path, Side.FAILS)}
    )
