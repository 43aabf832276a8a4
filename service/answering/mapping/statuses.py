"""How is the status of a result written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.instants import to_timestamp
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from service.store.result_status import ResultStatus
    from touchstone.v1 import evaluation_service_pb2

    Telling = (
        evaluation_pb2.Evaluation
        | evaluation_service_pb2.ExplainEvaluationResponse
        | evaluation_service_pb2.SimulateEvaluationResponse
        | evaluation_service_pb2.VerifyEvaluationTrailResponse
    )


def write_status(status: ResultStatus | None) -> evaluation_pb2.ResultStatus | None:
    """Write what was decided of a result last; nothing if nothing was."""
    if status is None:
        return None
    return evaluation_pb2.ResultStatus(
        state=f"STATE_{status.state.name}",
        campaign=status.campaign,
        reason=status.reason,
        decide_time=to_timestamp(status.time),
    )


def tell_status(answer: Telling, status: ResultStatus | None) -> None:
    """Say in an answer about a result what was decided of it last, if anything was."""
    if (written := write_status(status)) is not None:
        answer.status.CopyFrom(written)
