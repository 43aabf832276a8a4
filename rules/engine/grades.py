"""Grade rules: applicability, gates, ladder, stages and the kind of conclusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, any_of, ladder_kind, unless
from rules.engine.network import PlannedRule
from rules.program.abstract_interpretation import chosen
from rules.program.nodes import FirstMatchingWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.model.scorecard import Ladder, LadderRow, Scorecard, Stages
    from rules.program.lowering import LoweringNames


def row_rule_id(position: int) -> str:
    """Return the id of the outcome of a ladder row, exceptions included."""
    return f"ladder:{position}"


def row_condition_id(ladder: Ladder, position: int) -> str:
    """Return the id of the rule for the row's own condition."""
    return f"ladder:{position}:asked" if ladder.exceptions_to(ladder.rows[position]) else row_rule_id(position)


def rule_ids_behind_row(ladder: Ladder, position: int) -> list[str]:
    """Return the ids of the rules behind a row: its condition, then its exceptions."""
    return [row_condition_id(ladder, position), *map(row_rule_id, ladder.exceptions_to(ladder.rows[position]))]


def rows_with_exceptions(ladder: Ladder | None) -> tuple[tuple[str, list[str]], ...]:
    """Return the id of each row with exceptions, and of the rules behind it."""
    rows = ladder.rows if ladder is not None else ()
    return tuple(
        (row_rule_id(position), rule_ids_behind_row(ladder, position))
        for position, row in enumerate(rows)
        if ladder is not None and ladder.exceptions_to(row)
    )


def add_row_outcomes(rows: Iterable[tuple[str, list[str]]], outcomes: dict[str, Outcome]) -> None:
    """Add the outcome of each row with exceptions to `outcomes`."""
    for row, (condition, *exceptions) in rows:
        outcomes[row] = unless(outcomes[condition], any_of([outcomes[exception] for exception in exceptions]))


def lower_ladder(ladder: Ladder | None) -> FirstMatchingWord | None:
    """Lower the ladder to the choice of a grade."""
    if ladder is None:
        return None
    return FirstMatchingWord(
        tuple(((row_rule_id(position),), row.grade) for position, row in graded_rows(ladder)), NO_GRADE
    )


def graded_rows(ladder: Ladder | None) -> Iterator[tuple[int, LadderRow]]:
    """Iterate over the rows that can lead to a grade, with their positions."""
    return (
        (position, row) for position, row in enumerate(ladder.rows if ladder is not None else ()) if not row.exception
    )


NO_STAGE = "none"
"""The stage if no row matches. No section counts in it."""


def every_stage(scorecard: Scorecard) -> tuple[str, ...]:
    """List the stages, highest first, with "none" unless the last row is unconditional."""
    if scorecard.stages is None:
        return ()
    named = tuple(stage.id for stage in scorecard.stages.stages)
    return (*named, NO_STAGE) if scorecard.stages.rows[-1].when else named


def stage_rules(scorecard: Scorecard, names: LoweringNames) -> list[PlannedRule]:
    """Plan one rule for each stage row."""
    return [PlannedRule.of(f"stage:{index}", row.when, names) for index, row in enumerate(scorecard.stage_rows)]


def lower_stages(stages: Stages | None) -> FirstMatchingWord | None:
    """Lower the stage rows to the choice of a stage."""
    if stages is None:
        return None
    return FirstMatchingWord(tuple(((f"stage:{index}",), row.stage) for index, row in enumerate(stages.rows)), NO_STAGE)


def sections_of(scorecard: Scorecard, stage: str) -> tuple[str, ...]:
    """Return the sections that count in a stage."""
    return next((definition.sections for definition in scorecard.stage_definitions if definition.id == stage), ())


def section_counts(scorecard: Scorecard, section: str, possible: tuple[str, ...]) -> Outcome:
    """Return whether a section counts in all, some or none of the possible stages."""
    counting = [section in sections_of(scorecard, stage) for stage in possible]
    if all(counting):
        return Outcome.MET
    return Outcome.UNDETERMINED if any(counting) else Outcome.NOT_MET


def applicability(outcomes: Mapping[str, Outcome]) -> Outcome:
    """Return whether the scorecard applies. "Not applicable" counts as not met."""
    applies = outcomes.get("card:applies", Outcome.MET)
    return Outcome.NOT_MET if applies is Outcome.NOT_APPLICABLE else applies


def gate_outcome(gate: str, outcomes: Mapping[str, Outcome]) -> Outcome:
    """Return the outcome of a gate."""
    applies = outcomes.get(f"{gate}:applies", Outcome.MET)
    if applies in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return Outcome.NOT_APPLICABLE
    required = outcomes[f"{gate}:requires"]
    return required if applies is Outcome.MET or required is Outcome.NOT_APPLICABLE else Outcome.UNDETERMINED


def gate_passes(outcome: Outcome, required: Outcome) -> Outcome:
    """Return whether the subject passes a gate. "Not applicable" passes."""
    is_not_applicable = Outcome.NOT_APPLICABLE in (outcome, required)
    return Outcome.MET if is_not_applicable or required is Outcome.MET else outcome


def possible_grades(
    choice: FirstMatchingWord | None,
    second: Mapping[str, Outcome],
    passes: Mapping[str, Outcome],
    *,
    applies: Outcome,
    refused: Outcome,
) -> tuple[str, ...]:
    """Return the grades still possible; only `NO_GRADE` if applicability, a gate or a refusal excludes them."""
    if choice is None:
        return ()
    if applies is Outcome.NOT_MET or Outcome.NOT_MET in passes.values() or refused is Outcome.MET:
        return (NO_GRADE,)
    possible = chosen(choice, second)
    if NO_GRADE not in possible and Outcome.UNDETERMINED in (refused, applies, *passes.values()):
        return (*possible, NO_GRADE)
    return possible


def conclusion_kind(
    scorecard: Scorecard, applies: Outcome, passes: Mapping[str, Outcome], grades: tuple[str, ...], *, refused: Outcome
) -> ConclusionKind:
    """Return the kind of conclusion. A failed gate decides only if the scorecard certainly applies."""
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
