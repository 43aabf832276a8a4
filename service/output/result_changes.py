"""Differing parts of two results of one subject: the only definition of a changed result.

Corrections, the impact of drafts and shadow evaluation use it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from touchstone.v1 import evaluation_service_pb2


class ResultPart(StrEnum):
    """Part of a result; the words match touchstone.v1.ResultPart."""

    CONCLUSION = "conclusion"
    GRADE = "grade"
    STAGE = "stage"
    VERDICT = "verdict"
    SCORE = "score"
    FIGURES = "figures"
    RECORD_FIGURES = "record_figures"
    CRITERIA = "criteria"
    FINDINGS = "findings"


OVERALL_PARTS = frozenset(
    {
        ResultPart.CONCLUSION,
        ResultPart.GRADE,
        ResultPart.STAGE,
        ResultPart.VERDICT,
        ResultPart.SCORE,
        ResultPart.FIGURES,
    }
)
"""Parts about the subject as a whole, without single criteria, records and findings."""


def changed_parts(difference: evaluation_service_pb2.EvaluationDifference) -> tuple[ResultPart, ...]:
    """Return the parts that differ, in the order of `ResultPart`; empty for the same result."""
    before, after = difference.before, difference.after
    return tuple(
        part
        for part, differs in {
            ResultPart.CONCLUSION: before.kind != after.kind,
            ResultPart.GRADE: _grades(before) != _grades(after),
            ResultPart.STAGE: _stages(before) != _stages(after),
            ResultPart.VERDICT: _verdicts(before) != _verdicts(after),
            ResultPart.SCORE: _score(before) != _score(after),
            ResultPart.FIGURES: bool(difference.figure_differences),
            ResultPart.RECORD_FIGURES: bool(difference.record_figure_differences),
            ResultPart.CRITERIA: bool(difference.criterion_differences),
            ResultPart.FINDINGS: bool(difference.finding_differences),
        }.items()
        if differs
    )


def without_examples(conclusion: evaluation_pb2.Conclusion) -> evaluation_pb2.Conclusion:
    """Return the compared parts of a conclusion, without the example values of unknown facts."""
    reduced = evaluation_pb2.Conclusion(
        kind=conclusion.kind,
        grade=conclusion.grade,
        stage=conclusion.stage,
        verdict=conclusion.verdict,
        verdicts=conclusion.verdicts,
        grades=[
            evaluation_pb2.GradeResult(grade=grade.grade, possibility=grade.possibility) for grade in conclusion.grades
        ],
        stages=[
            evaluation_pb2.StageResult(stage=stage.stage, possibility=stage.possibility) for stage in conclusion.stages
        ],
    )
    if conclusion.HasField("score"):
        reduced.score.CopyFrom(conclusion.score)
    return reduced


def _grades(conclusion: evaluation_pb2.Conclusion) -> object:
    return conclusion.grade, [(grade.grade, grade.possibility) for grade in conclusion.grades]


def _stages(conclusion: evaluation_pb2.Conclusion) -> object:
    return conclusion.stage, [(stage.stage, stage.possibility) for stage in conclusion.stages]


def _verdicts(conclusion: evaluation_pb2.Conclusion) -> object:
    return conclusion.verdict, tuple(conclusion.verdicts)


def _score(conclusion: evaluation_pb2.Conclusion) -> object:
    score = conclusion.score.exact
    return score.low, score.low_open, score.high, score.high_open
