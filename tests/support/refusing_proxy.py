"""Proxy of a gRPC server that refuses the first call of each unary method with a delay, over mutual TLS."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import grpc
from google.protobuf.duration_pb2 import Duration
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_status import rpc_status

from tests.support.identities import Authority, Certified

STREAMED = "/touchstone.v1.EvaluationService/StreamEvaluateSubjects"
DELAY_NANOS = 50_000_000


@dataclass
class Received:
    """Encoded requests and metadata by method, in order of arrival."""

    address: str = ""
    requests: dict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    metadata: list[dict[str, Any]] = field(default_factory=list)


class _Proxy(grpc.GenericRpcHandler):
    def __init__(self, target: grpc.Channel, received: Received) -> None:
        self._target, self._received = target, received

    def service(self, details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any]:
        # On the wire, a unary call is a stream of one message.
        def forward(requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
            self._received.metadata.append(dict(context.invocation_metadata()))
            if details.method != STREAMED:
                (request,) = requests
                earlier = self._received.requests[details.method]
                earlier.append(request)
                if len(earlier) == 1:
                    context.abort_with_status(rpc_status.to_status(_later()))
                requests = iter((request,))
            call: Any = self._target.stream_stream(details.method)
            answers = call(requests, timeout=30)
            try:
                yield from answers
            except grpc.RpcError:
                context.set_trailing_metadata(answers.trailing_metadata())
                context.abort(answers.code(), answers.details())

        return grpc.stream_stream_rpc_method_handler(forward)


def _later() -> status_pb2.Status:
    status = status_pb2.Status(code=code_pb2.UNAVAILABLE, message="later")
    status.details.add().Pack(error_details_pb2.RetryInfo(retry_delay=Duration(nanos=DELAY_NANOS)))
    return status


@contextmanager
def refusing_proxy(target: str, authority: Authority, own: Certified) -> Iterator[Received]:
    """Forward calls to a server; callers must present a certificate of the authority."""
    received = Received()
    credentials = grpc.ssl_server_credentials(
        [(own.key.read_bytes(), own.certificate.read_bytes())], authority.file.read_bytes(), require_client_auth=True
    )
    with grpc.insecure_channel(target) as channel:
        server = grpc.server(ThreadPoolExecutor(4), handlers=[_Proxy(channel, received)])
        port = server.add_secure_port("127.0.0.1:0", credentials)
        received.address = f"localhost:{port}"
        server.start()
        try:
            yield received
        finally:
            server.stop(None)
