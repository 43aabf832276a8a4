"""Open facts and settings: those that could still change the conclusion, with the criteria affected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.grades import graded_rows
from rules.model.expressions import STAGE, TOTAL_SCORE, names_in_condition
from rules.model.uses import names_in_row
from rules.program.possible import walk_choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.engine.dependencies import Dependencies
    from rules.engine.inference import Inference
    from rules.engine.plan import Plan


_Open = tuple[str, tuple[str, ...]]
"""Something open, and the names that it reads."""


def open_criteria_by_name(plan: Plan, dependencies: Dependencies, inference: Inference) -> dict[str, tuple[str, ...]]:
    """Map each fact or setting behind something open to the criteria, ladder rows and findings it is open through.

    An indicator counts only while the total score is the answer, or compared by a ladder row that is open. This never
    leaves out a fact that could change the conclusion; it may name one that could not.
    """
    through: dict[str, list[str]] = {}
    parts = (
        _before_points(plan, inference), _stages(plan, inference), _verdicts(inference), _points(plan, inference)
    )  # fmt: skip
    for part in parts:
        for criterion, names in part:
            for leaf in dependencies.of(names):
                through.setdefault(leaf, []).append(criterion)
    return {name: tuple(dict.fromkeys(criteria)) for name, criteria in through.items()}


def grade_criterion_id(grade: str) -> str:
    """Give the name under which a grade is told to be open."""
    return f"grade-{grade}"


def _before_points(plan: Plan, inference: Inference) -> Iterator[_Open]:
    if inference.applies is Outcome.UNDETERMINED:
        yield "card", names_in_condition(plan.scorecard.applies)
    for gate in plan.scorecard.gates:
        if inference.passes[gate.id] is Outcome.UNDETERMINED:
            yield gate.id, (gate.id,)


def _stages(plan: Plan, inference: Inference) -> Iterator[_Open]:
    stages = plan.scorecard.stages
    if stages is not None and plan.stage is not None and len(inference.stages) > 1:
        for place in walk_choice(plan.stage, inference.first_pass).open:
            yield STAGE, names_in_condition(stages.rows[place].when)


def _verdicts(inference: Inference) -> Iterator[_Open]:
    judged = inference.verdict_result
    if judged is None or len(judged.possible) == 1:
        return
    for rule in judged.rules:
        if rule.holds is Outcome.UNDETERMINED and rule.verdict in judged.possible:
            yield rule.rule, (rule.rule,)


def _points(plan: Plan, inference: Inference) -> Iterator[_Open]:
    scorecard = plan.scorecard
    score_matters = scorecard.ladder is None
    rows = list(graded_rows(scorecard.ladder))
    for place in walk_choice(plan.grade, inference.second_pass).open if plan.grade is not None else ():
        score_matters, (_, row) = True, rows[place]
        read = names_in_row(scorecard, row)
        yield grade_criterion_id(row.grade), tuple(name for name in read if name != TOTAL_SCORE)
    for indicator in scorecard.indicators:
        earned = inference.score.earned[indicator.id]
        if score_matters and (earned.awarded.value is None or earned.applies is Outcome.UNDETERMINED):
            yield indicator.id, (indicator.id,)
    for finding in scorecard.findings:
        if inference.second_pass[f"finding:{finding.id}"] is Outcome.UNDETERMINED:
            yield finding.id, names_in_condition(finding.when)
