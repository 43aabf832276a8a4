"""Which clauses does a card ask that the engine cannot conclude, whatever the facts?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.model.expressions import OutcomeClause
from rules.model.names import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """One clause by its path, why it cannot be concluded (a variant of RL055), and the criterion that it asks for."""

    path: str
    problem: str
    criterion: str


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
