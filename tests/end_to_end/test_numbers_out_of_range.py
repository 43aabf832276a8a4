"""Enumeration numbers and timestamps out of range: refusal by field in every method, over gRPC and HTTP."""

import re
from typing import Any, cast

import grpc
import httpx
import pytest
from google.protobuf.descriptor import FieldDescriptor, MethodDescriptor
from google.protobuf.message import Message
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_status import rpc_status

from service.http.routes import Route, Routes
from service.serving.registry import SERVICES
from tests.reliability.good_calls import methods
from tests.support.ranged_numbers import WRONG_NUMBERS, WRONG_SECONDS, ways, with_number
from tests.support.running import RunningServer
from touchstone.v1 import evaluation_service_pb2

RANGED = {path: method for path, method in methods().items() if any(ways(method.input_type))}
ROUTES = [
    (route, way[0]) for route in Routes(SERVICES).all for way in ways(route.method.input_type)
    if len(way) == 1 and not route.method.client_streaming
]  # fmt: skip


def status(server: RunningServer, path: str, method: MethodDescriptor, message: Message) -> status_pb2.Status:
    """Return the status of a call, or of the only item of a stream."""
    content, channel = message.SerializeToString(), cast("Any", server.channel)
    try:
        if method.client_streaming and method.server_streaming:
            (item,) = channel.stream_stream(path)(iter([content]), timeout=60)
            error = evaluation_service_pb2.StreamEvaluateSubjectsResponse.FromString(item).error
            return status_pb2.Status(code=error.code, message=error.message, details=error.details)
        if method.client_streaming:
            channel.stream_unary(path)(iter([content]), timeout=60)
        elif method.server_streaming:
            list(channel.unary_stream(path)(content, timeout=60))
        else:
            channel.unary_unary(path)(content, timeout=60)
    except grpc.RpcError as error:
        return rpc_status.from_call(cast("Any", error)) or status_pb2.Status(code=code_pb2.UNKNOWN, message=str(error))
    return status_pb2.Status()


@pytest.mark.parametrize("path", RANGED, ids=[path.rpartition("/")[2] for path in RANGED])
def test_every_call_refuses_an_out_of_range_number_by_its_field(server: RunningServer, path: str) -> None:
    method = RANGED[path]
    for way in ways(method.input_type):
        number = (WRONG_SECONDS if way[-1].enum_type is None else WRONG_NUMBERS)[0]
        message, place = with_number(method.input_type, way, number)
        answer = status(server, path, method, message)
        assert answer.code == code_pb2.INVALID_ARGUMENT, f"{place}: {answer}"
        wrong = error_details_pb2.BadRequest()
        assert any(detail.Unpack(wrong) for detail in answer.details)
        assert [one.field for one in wrong.field_violations] == [place]


def _path(route: Route) -> str:
    return re.sub(r"\{\w+\}", "x1", route.shown)


@pytest.mark.parametrize(
    ("route", "field"), ROUTES, ids=[f"{route.verb} {route.shown} {field.name}" for route, field in ROUTES]
)
def test_so_does_every_address_over_http(door: RunningServer, route: Route, field: FieldDescriptor) -> None:
    wrong: Any = 99 if field.enum_type is not None else "10000-01-01T00:00:00Z"
    with httpx.Client(base_url=door.http, timeout=60) as client:
        if route.has_body:
            response = client.post(_path(route), json={field.name: [wrong] if field.is_repeated else wrong})
        else:
            response = client.get(_path(route), params={field.name: wrong})
    assert response.status_code == 400, response.text
    assert field.name in response.json()["message"]
