"""How do answers that are not known stand in protobuf messages, with what they wait for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.trail.open_answers import OpenAnswer
from service.answering.mapping.records import write_missing
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.record import Record


def write_open_answers(answers: Iterable[OpenAnswer]) -> list[evaluation_pb2.OpenAnswer]:
    """Write what each answer waits for."""
    return [
        evaluation_pb2.OpenAnswer(
            answer_id=answer.id,
            fact_ids=answer.facts,
            setting_ids=answer.settings,
            missing_values=[write_missing(value) for value in answer.missing],
            left_open_ids=answer.left_open,
        )
        for answer in answers
    ]


def has_open_answers(record: evaluation_pb2.EvaluationRecord) -> bool:
    """Say whether a gate, finding or result of a record is not known."""
    open_ = evaluation_pb2.OUTCOME_UNDETERMINED
    gate = evaluation_pb2.CriterionResult.KIND_GATE
    return (
        any(one.kind == gate and one.outcome == open_ for one in record.criterion_results)
        or any(one.outcome == open_ for one in record.findings)
        or any(not one.figure.exact.low or one.figure.exact.low != one.figure.exact.high for one in record.results)
    )


def read_open_answers(message: evaluation_pb2.Evaluation, record: Record) -> tuple[OpenAnswer, ...]:
    """Read what each answer waits for; what the tables do not give is looked up in the record."""
    missing = {(value.quantity, value.record): value for value in record.missing_values}
    return tuple(
        OpenAnswer(
            answer.answer_id,
            tuple(answer.fact_ids),
            tuple(answer.setting_ids),
            tuple(
                missing[value.quantity_id, value.record_key]
                for value in answer.missing_values
                if (value.quantity_id, value.record_key) in missing
            ),
            tuple(answer.left_open_ids),
        )
        for answer in message.open_answers
    )
