"""Stages in the engine: planned rules, the choice of a stage, and the sections that count in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.network import PlannedRule
from rules.program.nodes import FirstMatchingWord

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard, Stages
    from rules.program.lowering import LoweringNames

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
