"""Grades in the engine: applicability, gates, the ladder, stages, and the kind of conclusion."""

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
    """Give the id under which stands whether a row holds, or an exception does."""
    return f"ladder:{position}"


def row_condition_id(ladder: Ladder, position: int) -> str:
    """Give the id of the planned rule of what a row asks by itself."""
    return f"ladder:{position}:asked" if ladder.exceptions_to(ladder.rows[position]) else row_rule_id(position)


def rule_ids_behind_row(ladder: Ladder, position: int) -> list[str]:
    """Give the ids of all planned rules on which it rests whether a row holds."""
    return [row_condition_id(ladder, position), *map(row_rule_id, ladder.exceptions_to(ladder.rows[position]))]


def rows_with_exceptions(ladder: Ladder | None) -> tuple[tuple[str, list[str]], ...]:
    """Give the rows of a grade with exceptions: the id of each, and those of the planned rules on which it rests."""
    rows = ladder.rows if ladder is not None else ()
    return tuple(
        (row_rule_id(position), rule_ids_behind_row(ladder, position))
        for position, row in enumerate(rows)
        if ladder is not None and ladder.exceptions_to(row)
    )


def add_row_outcomes(rows: Iterable[tuple[str, list[str]]], outcomes: dict[str, Outcome]) -> None:
    """Add to the outcomes of the planned rules whether each row of a grade with exceptions holds."""
    for row, (condition, *exceptions) in rows:
        outcomes[row] = unless(outcomes[condition], any_of([outcomes[exception] for exception in exceptions]))


def lower_ladder(ladder: Ladder | None) -> FirstMatchingWord | None:
    """Lower the rows that can give a grade to the choice of one."""
    if ladder is None:
        return None
    return FirstMatchingWord(
        tuple(((row_rule_id(position),), row.grade) for position, row in graded_rows(ladder)), NO_GRADE
    )


def graded_rows(ladder: Ladder | None) -> Iterator[tuple[int, LadderRow]]:
    """Visit the rows that can give a grade, with their places."""
    return (
        (position, row) for position, row in enumerate(ladder.rows if ladder is not None else ()) if not row.exception
    )


NO_STAGE = "none"
"""The answer if no row holds; then no section counts."""


def every_stage(scorecard: Scorecard) -> tuple[str, ...]:
    """List the stages from the highest, then "none" unless the last row always holds."""
    if scorecard.stages is None:
        return ()
    named = tuple(stage.id for stage in scorecard.stages.stages)
    return (*named, NO_STAGE) if scorecard.stages.rows[-1].when else named


def stage_rules(scorecard: Scorecard, names: LoweringNames) -> list[PlannedRule]:
    """Plan one conclusion for each row."""
    rows = scorecard.stages.rows if scorecard.stages else ()
    return [PlannedRule.of(f"stage:{index}", row.when, names) for index, row in enumerate(rows)]


def lower_stages(stages: Stages | None) -> FirstMatchingWord | None:
    """Lower the rows to the choice of a stage."""
    if stages is None:
        return None
    return FirstMatchingWord(tuple(((f"stage:{index}",), row.stage) for index, row in enumerate(stages.rows)), NO_STAGE)


def sections_of(scorecard: Scorecard, stage: str) -> tuple[str, ...]:
    """List the sections that count in a stage."""
    stages = scorecard.stages.stages if scorecard.stages else ()
    return next((listed_stage.sections for listed_stage in stages if listed_stage.id == stage), ())


def section_counts(scorecard: Scorecard, section: str, possible: tuple[str, ...]) -> Outcome:
    """Say whether a section counts in all of the possible stages, in none or in some."""
    counting = [section in sections_of(scorecard, stage) for stage in possible]
    if all(counting):
        return Outcome.MET
    return Outcome.UNDETERMINED if any(counting) else Outcome.NOT_MET


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
