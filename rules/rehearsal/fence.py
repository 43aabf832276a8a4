"""Which clauses does a card ask that the engine cannot conclude, whatever the facts?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.model.expressions import OutcomeClause, names_in_clause
from rules.model.names import Names, conditions
from rules.model.quantities import SumQuantity
from rules.model.uses import names_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """One clause by its path, why it cannot be concluded (a variant of RL055), and what it asks for.

    `other` is on what that rests in turn, where this is why.
    """

    path: str
    problem: str
    criterion: str
    other: str = ""


def unanswerable(scorecard: Scorecard) -> Iterator[Unanswerable]:
    """Visit the clauses that ask whether something is undetermined, or for an outcome that only points decide."""
    indicators = {indicator.id for indicator in scorecard.indicators}
    for placed in conditions(scorecard):
        for position, clause in enumerate(placed.condition):
            if not isinstance(clause, OutcomeClause):
                continue
            path = f"{placed.path}[{position}]"
            if clause.criterion in indicators and clause.outcome is not Outcome.NOT_APPLICABLE:
                yield Unanswerable(path, "points", clause.criterion)
            elif clause.outcome is Outcome.UNDETERMINED:
                yield Unanswerable(path, "undetermined", clause.criterion)
    yield from _sums_of_sums(scorecard)


def _sums_of_sums(scorecard: Scorecard) -> Iterator[Unanswerable]:
    """Visit the clauses of sums that ask for another sum over the same list; all of them are concluded together."""
    names = Names(scorecard)
    sums = [one for one in scorecard.quantities if isinstance(one, SumQuantity)]
    for one in sums:
        same = {other.id for other in sums if other.list == one.list}
        asked = ((row, place, clause) for row, part in enumerate(one.rows) for place, clause in enumerate(part.where))
        for row, place, clause in asked:
            for name in names_in_clause(clause):
                behind = () if name in names.fields(one.list) else names_behind(names, (name,))
                other = next((found for found in behind if found in same), None)
                if other is not None:
                    path = f"quantities[{one.id}].rows[{row}].where[{place}]"
                    yield Unanswerable(path, "own_list", name, other)
