"""Helper for trails: calls of a server that verify one."""

from typing import cast

from tests.support.running import RunningServer
from touchstone.v1 import evaluation_service_pb2

CHECKS = evaluation_service_pb2.TrailCheck
PASSED = evaluation_service_pb2.TrailCheck.RESULT_PASSED
FAILED = evaluation_service_pb2.TrailCheck.RESULT_FAILED
NOT_CHECKED = evaluation_service_pb2.TrailCheck.RESULT_NOT_CHECKED


def verify(server: RunningServer, **target: object) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    request = evaluation_service_pb2.VerifyEvaluationTrailRequest(**target)  # type: ignore[arg-type]
    return cast(
        "evaluation_service_pb2.VerifyEvaluationTrailResponse", server.evaluations.VerifyEvaluationTrail(request)
    )
