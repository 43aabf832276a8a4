"""Does a named condition hold, given the outcomes of its rows, and which of them decide that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent
from rules.contracts.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model.named_conditions import ConditionRow, NamedCondition

YES, NO = "yes", "no"
DOMAIN = (NO, YES)
"""What a named condition can be, in the order of its codes, as a flag."""


def conclude_condition(condition: NamedCondition, outcomes: Sequence[Outcome]) -> Extent:
    """Say whether a condition holds, as a flag, from the outcomes of its rows; where that is open, it can be both."""
    rows = list(zip(condition.rows, outcomes, strict=True))
    holds = _any(outcome for row, outcome in rows if not row.exception)
    excepted = _any(outcome for row, outcome in rows if row.exception)
    if holds is Outcome.NOT_MET or excepted is Outcome.MET:
        return ChoiceExtent(frozenset({NO}))
    surely = holds is Outcome.MET and excepted is Outcome.NOT_MET
    return ChoiceExtent(frozenset({YES} if surely else DOMAIN))


def condition_outcome(extent: Extent | None) -> Outcome:
    """Give the outcome of a condition from its flag."""
    match extent:
        case ChoiceExtent(possible) if possible == {YES}:
            return Outcome.MET
        case ChoiceExtent(possible) if possible == {NO}:
            return Outcome.NOT_MET
        case _:
            return Outcome.UNDETERMINED


def deciding_rows(condition: NamedCondition, outcomes: Sequence[Outcome]) -> tuple[ConditionRow, ...]:
    """Give the rows on which the answer rests: an exception that holds, else those that hold or are open, else all."""
    rows = list(zip(condition.rows, outcomes, strict=True))
    excepted = tuple(row for row, outcome in rows if row.exception and outcome is Outcome.MET)
    left = tuple(row for row, outcome in rows if outcome in (Outcome.MET, Outcome.UNDETERMINED))
    return excepted or left or condition.cases


def _any(outcomes: Iterable[Outcome]) -> Outcome:
    """Join rows of which one is enough; one that does not apply does not hold."""
    found = set(outcomes)
    return next((outcome for outcome in (Outcome.MET, Outcome.UNDETERMINED) if outcome in found), Outcome.NOT_MET)
