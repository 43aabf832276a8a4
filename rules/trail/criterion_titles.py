"""Display names of gates, indicators, findings and verdict rules: id and label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.open_facts import grade_criterion_id
from rules.model.expressions import STAGE

if TYPE_CHECKING:
    from rules.language.render import Renderer
    from rules.model.definitions import TextByLanguage
    from rules.model.scorecard import Scorecard


def criterion_title(scorecard: Scorecard, id: str, language: str) -> str:
    """Name a criterion by its id and, if it has one in the language, its label."""
    labels: dict[str, TextByLanguage] = {gate.id: gate.labels for gate in scorecard.gates}
    labels.update((indicator.id, indicator.labels) for indicator in scorecard.indicators)
    labels.update((finding.id, finding.labels) for finding in scorecard.findings)
    labels.update((rule.id, rule.labels) for rule in (scorecard.verdicts.rules if scorecard.verdicts else ()))
    return f"{id} {labels.get(id, {}).get(language, '')}".rstrip()


def open_item_title(renderer: Renderer, id: str, language: str, *, the_stage: str) -> str:
    """Name what an unknown fact leaves open: the stage, a grade, or a criterion."""
    if id == STAGE:
        return the_stage
    grade = id.removeprefix(grade_criterion_id(""))
    return criterion_title(renderer.scorecard, id, language) if grade == id else renderer.grade(grade)
