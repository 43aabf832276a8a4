"""Conclusions and results of criteria in short form, for tables that compare two evaluations."""

from __future__ import annotations

from service.output.mapping.mapper import word_of
from touchstone.v1 import evaluation_pb2


def conclusion_summary(conclusion: evaluation_pb2.Conclusion) -> tuple[str, str]:
    """Return the grade or stage, and the span of points."""
    score = conclusion.score.rounded if conclusion.score.HasField("rounded") else conclusion.score.exact
    points = " – ".join(dict.fromkeys(filter(None, (score.low, score.high)))) if conclusion.HasField("score") else ""
    return conclusion.grade or conclusion.stage, points


def criterion_result(result: evaluation_pb2.CriterionResult) -> tuple[str, str]:
    """Return the outcome of a criterion, and its span of points; both are empty if the version lacks it."""
    outcome = word_of(evaluation_pb2.Outcome, result.outcome) if result.outcome else ""
    return outcome, " – ".join(dict.fromkeys(filter(None, (result.points.low, result.points.high))))
