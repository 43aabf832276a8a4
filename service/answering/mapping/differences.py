"""What differs between two records of one subject, as clients read it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import ConclusionKind, Possibility, Verdict
from rules.contracts.record import Bounds, Conclusion, Figure, GradeResult, StageResult
from service.answering.mapping.open_answers import write_open_answers
from service.answering.mapping.records import write_conclusion, write_criterion, write_figure, write_table
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.record import CriterionResult, Record
    from rules.trail.open_answers import OpenAnswer


def write_difference(
    before: Record, after: Record, *, evaluation: str, open_answers: Iterable[OpenAnswer] = ()
) -> evaluation_service_pb2.EvaluationDifference:
    """Write both conclusions, and the criteria and named figures that differ, in the order of the later scorecard.

    `open_answers` are those of the record after.
    """
    figures_before = {result.id: result.figure for result in before.results}
    figures_after = {result.id: result.figure for result in after.results}
    olds = {result.id: result for result in before.criteria}
    news = {result.id: result for result in after.criteria}
    ids = [*news, *(id for id in olds if id not in news)]
    return evaluation_service_pb2.EvaluationDifference(
        evaluation=evaluation,
        before=write_conclusion(before.conclusion),
        after=write_conclusion(after.conclusion),
        criterion_differences=[
            evaluation_service_pb2.CriterionDifference(
                criterion_id=id,
                before=write_criterion(olds[id]) if id in olds else None,
                after=write_criterion(news[id]) if id in news else None,
            )
            for id in ids
            if _answer(olds.get(id)) != _answer(news.get(id))
        ],
        figure_differences=[
            evaluation_service_pb2.FigureDifference(
                result_id=id,
                before=write_figure(figures_before.get(id)),
                after=write_figure(figures_after.get(id)),
            )
            for id in {**figures_after, **figures_before}
            if figures_before.get(id) != figures_after.get(id)
        ],
        record_figure_differences=_of_records(before, after),
        before_tables=[write_table(use) for use in before.tables],
        after_tables=[write_table(use) for use in after.tables],
        after_open_answers=write_open_answers(open_answers),
    )


def _of_records(before: Record, after: Record) -> list[evaluation_service_pb2.RecordFigureDifference]:
    """Write the figures of single records that differ, those of the record after first."""
    olds, news = (
        {(of.list, of.key, one.id): one.figure for of in record.record_results for one in of.figures}
        for record in (before, after)
    )
    return [
        evaluation_service_pb2.RecordFigureDifference(
            list_id=place[0],
            record_key=place[1],
            result_id=place[2],
            before=write_figure(olds.get(place)),
            after=write_figure(news.get(place)),
        )
        for place in {**news, **olds}
        if olds.get(place) != news.get(place)
    ]


def read_conclusion(message: evaluation_pb2.Conclusion) -> Conclusion:
    """Read a conclusion as an answer shows it; the witnesses of its grades and stages are left out."""
    kind = evaluation_pb2.Conclusion.Kind.Name(message.kind).removeprefix("KIND_")
    return Conclusion(
        kind=ConclusionKind[kind],
        grade=message.grade or None,
        grades=tuple(GradeResult(grade=one.grade, possibility=_possibility(one)) for one in message.grades),
        stage=message.stage or None,
        stages=tuple(
            StageResult(stage=one.stage, possibility=_possibility(one), maximum_points=one.maximum_points)
            for one in message.stages
        ),
        verdict=_verdict(message.verdict) if message.verdict else None,
        verdicts=tuple(_verdict(one) for one in message.verdicts),
        deciding_rules=tuple(message.deciding_rule_ids),
        score=read_figure(message.score) if message.HasField("score") else None,
    )


def _verdict(number: evaluation_pb2.Verdict) -> Verdict:
    return Verdict[evaluation_pb2.Verdict.Name(number).removeprefix("VERDICT_")]


def _possibility(message: evaluation_pb2.GradeResult | evaluation_pb2.StageResult) -> Possibility:
    return Possibility[evaluation_pb2.GradeResult.Possibility.Name(message.possibility).removeprefix("POSSIBILITY_")]


def read_figure(message: types_pb2.Figure) -> Figure:
    """Read a figure."""
    rounded = read_bounds(message.rounded) if message.HasField("rounded") else None
    return Figure(unit=message.unit, exact=read_bounds(message.exact), rounded=rounded)


def read_bounds(message: types_pb2.Interval) -> Bounds:
    """Read an interval; an end that is not given is unbounded."""
    return Bounds(
        low=message.low or None, low_open=message.low_open, high=message.high or None, high_open=message.high_open
    )


def _answer(result: CriterionResult | None) -> object:
    return None if result is None else (result.kind, result.outcome, result.points, result.maximum_points)
