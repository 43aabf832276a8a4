"""Server that refuses a set number of calls before it answers."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc
from google.protobuf.duration_pb2 import Duration
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_status import rpc_status

from touchstone.v1.case_service_pb2 import Case, CreateCaseRequest
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import (
    EvaluateSubjectRequest,
    ListEvaluationsRequest,
    ListEvaluationsResponse,
)
from touchstone.v1.scorecard_pb2 import Scorecard
from touchstone.v1.scorecard_service_pb2 import GetScorecardRequest

LOST = status_pb2.Status(code=code_pb2.UNAVAILABLE, message="the connection broke")
"""Status created by the gRPC library: the caller cannot know whether the server received the call."""


def after(*, seconds: int = 0, nanos: int = 0) -> status_pb2.Status:
    status = status_pb2.Status(code=code_pb2.UNAVAILABLE, message="later")
    status.details.add().Pack(error_details_pb2.RetryInfo(retry_delay=Duration(seconds=seconds, nanos=nanos)))
    return status


@contextmanager
def refusing(*statuses: status_pb2.Status) -> Iterator[tuple[str, list[Any]]]:
    """Serve four methods that return these refusals first, and yield the address and the received requests."""
    came: list[Any] = []

    def answering(answer: Callable[[Any], Any]) -> Callable[[Any, grpc.ServicerContext], Any]:
        def handle(request: Any, context: grpc.ServicerContext) -> Any:
            came.append(request)
            if len(came) <= len(statuses):
                status = statuses[len(came) - 1]
                if not status.details:
                    context.abort(next(one for one in grpc.StatusCode if one.value[0] == status.code), status.message)
                context.abort_with_status(rpc_status.to_status(status))
            return answer(request)

        return handle

    def serve(service: str, method: str, request: Any, answer: Callable[[Any], Any]) -> None:
        handler: grpc.RpcMethodHandler[Any, Any] = grpc.unary_unary_rpc_method_handler(
            answering(answer), request.FromString, lambda message: message.SerializeToString()
        )
        server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(f"touchstone.v1.{service}", {method: handler}),)
        )

    server = grpc.server(ThreadPoolExecutor(1))
    serve("ScorecardService", "GetScorecard", GetScorecardRequest, lambda asked: Scorecard(name=asked.name))
    serve("EvaluationService", "EvaluateSubject", EvaluateSubjectRequest, lambda _: Evaluation(name="evaluated"))
    serve("EvaluationService", "ListEvaluations", ListEvaluationsRequest, lambda _: ListEvaluationsResponse())
    serve("CaseService", "CreateCase", CreateCaseRequest, lambda _: Case(name="created"))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"127.0.0.1:{port}", came
    finally:
        server.stop(None)
