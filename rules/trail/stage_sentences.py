"""Stage sentences: rows of the stages, stages still possible, and the points that count there at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval
from rules.contracts.messages import join_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.score import SectionScore
    from rules.model.scorecard import Scorecard, StageRow
    from rules.trail.sentences import RuleRenderer


def stage_label(scorecard: Scorecard, stage: str, language: str, nothing: str) -> str:
    """Say the name of a stage; `nothing` stands for being in none."""
    stages = scorecard.stages.stages if scorecard.stages else ()
    return next(
        (
            stage_definition.labels.get(language, stage_definition.id)
            for stage_definition in stages
            if stage_definition.id == stage
        ),
        nothing,
    )


def _label(stage: str, speaker: RuleRenderer) -> str:
    return stage_label(speaker.scorecard, stage, speaker.language, speaker.templates["no_stage"])


def stage_row_sentence(row: StageRow, speaker: RuleRenderer) -> str:
    """Write what a row of the stages asks, with the values of its conditions."""
    conditions = speaker.condition(row.when) or speaker.templates["always"]
    return speaker.templates["stage_row"].format(stage=_label(row.stage, speaker), conditions=conditions)


def stage_sentence(possible: Iterable[str], scores: Mapping[str, SectionScore], speaker: RuleRenderer) -> str:
    """Write which stages are possible and how many points count there at most."""
    names = list(possible)
    maximum = maximum_of(scores[name] for name in names)
    stage_labels = join_items((_label(name, speaker) for name in names), speaker.language)
    template = speaker.templates["stage" if len(names) == 1 else "stages"]
    return template.format(stage=stage_labels, stages=stage_labels, maximum=speaker.span(maximum, ""))


def maximum_of(scores: Iterable[SectionScore]) -> Interval:
    """Give the most points that count, over the stages still possible."""
    maxima = [score.maximum for score in scores]
    return Interval(min(maxima), max(maxima))
