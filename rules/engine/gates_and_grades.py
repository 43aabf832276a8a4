"""Applicability, gates, possible grades and kind of conclusion, from the outcomes of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, ladder_kind
from rules.program.possible import chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model.scorecard import Scorecard
    from rules.program.nodes import FirstMatchingWord


def applicability(outcomes: Mapping[str, Outcome]) -> Outcome:
    """Say whether the card applies; a card does not apply to a subject to which its question does not."""
    applies = outcomes.get("card:applies", Outcome.MET)
    return Outcome.NOT_MET if applies is Outcome.NOT_APPLICABLE else applies


def gate_outcome(gate: str, outcomes: Mapping[str, Outcome]) -> Outcome:
    """Give the outcome of a gate."""
    applies = outcomes.get(f"{gate}:applies", Outcome.MET)
    if applies in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return Outcome.NOT_APPLICABLE
    required = outcomes[f"{gate}:requires"]
    return required if applies is Outcome.MET or required is Outcome.NOT_APPLICABLE else Outcome.UNDETERMINED


def gate_passes(outcome: Outcome, required: Outcome) -> Outcome:
    """Say whether a gate lets the subject through by its outcome and what it requires; one not applicable does, too."""
    lets_through = Outcome.NOT_APPLICABLE in (outcome, required)
    return Outcome.MET if lets_through or required is Outcome.MET else outcome


def possible_grades(
    choice: FirstMatchingWord | None,
    second: Mapping[str, Outcome],
    passes: Mapping[str, Outcome],
    *,
    applies: Outcome,
    refused: Outcome,
) -> tuple[str, ...]:
    """Give the grades of the rows of the ladder that may be the first that holds."""
    if choice is None:
        return ()
    if applies is Outcome.NOT_MET or Outcome.NOT_MET in passes.values() or refused is Outcome.MET:
        return (NO_GRADE,)
    possible = chosen(choice, second)
    if NO_GRADE not in possible and Outcome.UNDETERMINED in (refused, applies, *passes.values()):
        return (*possible, NO_GRADE)
    return possible


def conclusion_kind(
    scorecard: Scorecard,
    applies: Outcome,
    passes: Mapping[str, Outcome],
    grades: tuple[str, ...],
    *,
    refused: Outcome,
) -> ConclusionKind:
    """Give the first kind that matches; a failed gate fails nobody whom the card may not concern."""
    if applies is Outcome.NOT_MET:
        return ConclusionKind.NOT_APPLICABLE
    if applies is Outcome.MET and Outcome.NOT_MET in passes.values():
        return ConclusionKind.GATE_FAILED
    if refused is Outcome.MET or Outcome.UNDETERMINED in (refused, applies, *passes.values()):
        return ConclusionKind.INCOMPLETE
    if scorecard.verdicts is not None:
        return ConclusionKind.JUDGED
    if scorecard.ladder is None:
        return ConclusionKind.SCORED
    return ladder_kind(grades)
