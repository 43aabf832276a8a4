"""Erasure notices, and lists of omitted evaluations."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

from rules.contracts import join_messages, message_factory
from rules.trail import ErasureExtent
from service.base.refusals import Reason, Refusal
from service.output.mapping.mapper import word_of
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts import Json, Message
    from service.store.outcome_projection import OmittedEvaluations
    from service.store.tables import EvaluationRow
    from service.transparency.leaves import Erasure
    from touchstone.v1 import evaluation_pb2


class _PartialAnswer(Protocol):
    @property
    def left_out(self) -> types_pb2.LeftOut: ...


def add_left_out(answer: _PartialAnswer, omitted: OmittedEvaluations) -> None:
    """Add omitted evaluations to an answer, if any."""
    if omitted.count:
        answer.left_out.CopyFrom(left_out_message(omitted))


def left_out_message(omitted: OmittedEvaluations) -> types_pb2.LeftOut:
    """Convert omitted evaluations to a message."""
    return types_pb2.LeftOut(evaluation_count=omitted.count, evaluations=omitted.names)


def left_out_document(message: types_pb2.LeftOut) -> dict[str, Json]:
    """Return the JSON member for omitted evaluations, or an empty dictionary."""
    if not message.evaluation_count:
        return {}
    return {"leftOut": {"evaluationCount": message.evaluation_count, "evaluations": list(message.evaluations)}}


_message = message_factory(__name__)
_EXTENTS = {
    ErasureExtent.FACTS: "ERASED_FACTS",
    ErasureExtent.EVIDENCE: "ERASED_EVIDENCE",
    ErasureExtent.INPUTS: "ERASED_INPUTS",
    ErasureExtent.EVALUATION: "ERASED_EVALUATION",
}


def refuse_erased(row: EvaluationRow) -> None:
    """Raise Refusal if parts of a record were erased."""
    erasures = json.loads(row.erasures)
    if erasures:
        raise Refusal(Reason.INPUTS_ERASED, _message("INPUTS_ERASED", name=row.name, erased=_joined_messages(erasures)))


def evaluation_erased_refusal(erasure: Erasure) -> Refusal:
    """Return the refusal for an erased evaluation."""
    erasure_text = _joined_messages([asdict(erasure)])
    return Refusal(
        Reason.EVALUATION_ERASED, _message("EVALUATION_ERASED", name=erasure.evaluation, erased=erasure_text)
    )


def erasure_message(erasure: Mapping[str, Any]) -> Message:
    """Describe an erasure: content, time, principal and reason."""
    extent = _message(_EXTENTS[erasure["extent"]], facts=list(erasure["facts"]))
    return _message(
        "ERASED", what=extent, time=erasure["time"], by=erasure["principal"]["id"], reason=erasure["reason"]
    )


def erasure_messages(erasures: Iterable[evaluation_pb2.Erasure]) -> list[Message]:
    """Describe the erasures of an evaluation message."""
    return [
        erasure_message(
            {
                "extent": word_of(type(erasure).Extent, erasure.extent),
                "facts": erasure.fact_ids,
                "time": erasure.create_time.ToJsonString(),
                "principal": {"id": erasure.principal.id},
                "reason": erasure.reason,
            }
        )
        for erasure in erasures
    ]


def _joined_messages(erasures: Iterable[Mapping[str, Any]]) -> str:
    return join_messages(erasure_message(erasure) for erasure in erasures)
