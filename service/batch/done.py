"""What of an evaluation does a batch add up?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answering.report.double_use import double_uses
from service.answering.result_status import stands
from service.batch.journal import Done
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_MISSING = 50


def done_of(key: str, evaluation: evaluation_pb2.Evaluation, notes: int) -> Done:
    """Tell of an evaluation what a batch adds up; `notes` are how many were made in reading the dossier."""
    conclusion, missing = evaluation.record.conclusion, evaluation.record.open_facts
    exact = conclusion.score.exact
    kind = evaluation_pb2.Conclusion.Kind.Name(conclusion.kind).removeprefix("KIND_").lower()
    return Done(
        key,
        name=evaluation.name,
        conclusion=kind,
        answer=_answer(conclusion, kind),
        score=exact.low if exact.low and exact.low == exact.high else "",
        missing=tuple(fact.fact_id for fact in missing)[:_MOST_MISSING],
        is_open=bool(evaluation.open_answers),
        waits=tuple(dict.fromkeys(_waits(evaluation)))[:_MOST_MISSING],
        notes=notes,
        remarks=len(evaluation.remarks),
        double_uses=len(double_uses(evaluation.archive_findings)),
        subject=evaluation.record.subject,
        is_gone=not stands(evaluation.status),
    )


def _waits(evaluation: evaluation_pb2.Evaluation) -> Iterator[str]:
    """Name what answers wait for: facts, settings, and quantities that no reference table gives or no rule says."""
    for answer in evaluation.open_answers:
        yield from (*answer.fact_ids, *answer.setting_ids)
        for value in answer.missing_values:
            yield value.quantity_id
        yield from answer.left_open_ids


def _answer(conclusion: evaluation_pb2.Conclusion, kind: str) -> str:
    """Give the grade, stage or verdict that a conclusion of this kind comes to, if it is one."""
    match kind:
        case "graded":
            return conclusion.grade
        case "scored":
            return conclusion.stage
        case "judged":
            return evaluation_pb2.Verdict.Name(conclusion.verdict).removeprefix("VERDICT_").lower()
        case _:
            return ""
