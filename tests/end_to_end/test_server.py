"""Server process: restarts, call limits, logs and graceful stop."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, cast

import grpc
import httpx
import pytest
from google.protobuf.descriptor_database import DescriptorDatabase
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2

from rules.contracts.inputs import DeclaredValue
from service.gazette.publication import write_version
from service.serving.registry import SERVICES
from tests.end_to_end.trails import FAILED, PASSED, verify
from tests.support.calling import Refused, refused, request_for
from tests.support.running import COMMAND, ROOT, RunningServer
from tests.support.small_card import small_card, small_subject
from tests.support.waiting import until
from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_service_pb2


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, *arguments),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def in_flight(server: RunningServer) -> tuple[evaluation_service_pb2.EvaluateSubjectRequest, Any, Refused]:
    """Start two calls on a server with a limit of one, and return the pending call, its request and the refusal."""
    requests = [request_for(small_subject()) for _ in range(2)]
    calls = [server.evaluations.EvaluateSubject.future(request) for request in requests]
    ended: SimpleQueue[Any] = SimpleQueue()
    for call in calls:
        call.add_done_callback(ended.put)
    first = ended.get(timeout=60)
    ((request, other),) = [(request, call) for request, call in zip(requests, calls, strict=True) if call is not first]
    answer = refused(lambda _: first.result(), request)
    assert not other.done()
    return request, other, answer


def test_health_answers(server: RunningServer) -> None:
    health: Any = health_pb2_grpc.HealthStub(server.channel)
    for name in ("", *SERVICES):
        answer = health.Check(health_pb2.HealthCheckRequest(service=name))
        assert answer.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("version", ["v1", "v1alpha"])
def test_reflection_answers_in_both_versions(server: RunningServer, version: str) -> None:
    name = f"grpc.reflection.{version}.ServerReflection"
    reflect: Any = server.channel.stream_stream(
        f"/{name}/ServerReflectionInfo",
        request_serializer=reflection_pb2.ServerReflectionRequest.SerializeToString,
        response_deserializer=reflection_pb2.ServerReflectionResponse.FromString,
    )
    listing = reflection_pb2.ServerReflectionRequest(list_services="")
    names = [service.name for service in next(reflect(iter([listing]))).list_services_response.service]
    assert {*SERVICES, name} <= set(names)
    files = DescriptorDatabase()
    for service in names:
        asked = reflection_pb2.ServerReflectionRequest(file_containing_symbol=service)
        for content in next(reflect(iter([asked]))).file_descriptor_response.file_descriptor_proto:
            files.Add(FileDescriptorProto.FromString(content))
    pool = DescriptorPool(files)
    for service in names:
        assert pool.FindServiceByName(service).methods


@pytest.mark.full
def test_a_second_server_on_the_same_store_or_port_is_refused(tmp_path: Path, gazette: Path) -> None:
    linked = tmp_path / "linked.sqlite3"
    linked.symlink_to(tmp_path / "store.sqlite3")
    with RunningServer(tmp_path, gazette) as first:
        for environment, code, words in (
            ({}, 3, "Another server uses"),
            ({"TOUCHSTONE_DATABASE_URL": f"sqlite:///{linked}"}, 3, "Another server uses"),
            ({"TOUCHSTONE_DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3", "TOUCHSTONE_ADDRESS": first.address},
             3, "cannot listen on"),
            ({"TOUCHSTONE_DATABASE_URL": "mysql://host/base"}, 3, "does not name a SQLite file"),
            ({"TOUCHSTONE_MAXIMUM_IN_FLIGHT": "0"}, 2, "TOUCHSTONE_MAXIMUM_IN_FLIGHT"),
        ):  # fmt: skip
            second = run(*COMMAND[1:], **{**first.environment, **environment})
            assert second.returncode == code
            assert words in second.stderr


@pytest.mark.full
def test_answers_outlive_restarts_and_new_versions(tmp_path: Path) -> None:
    gazette = tmp_path / "gazette"
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    request = request_for(small_subject())
    with RunningServer(tmp_path, gazette) as server:
        first = server.evaluations.EvaluateSubject(request)
        corrected = small_card(version="1.1.0", supersedes="1.0.0", gold=100)
        write_version(gazette, corrected, {}, publish_time="2026-01-01T00:00:00Z")
        assert server.evaluations.EvaluateSubject(request) == first
        assert server.stop() == 0
    with RunningServer(tmp_path, gazette) as server:
        assert server.evaluations.EvaluateSubject(request) == first
        fresh = server.evaluations.EvaluateSubject(request_for(small_subject()))
        assert fresh.record.scorecard_version.endswith("/1.1.0")
        checks = {one.check: one for one in verify(server, name=first.name).checks}
        assert FAILED not in {one.result for one in checks.values()}
        # The first evaluation was made after the publication date of the new version, which reached this gazette later.
        in_force = checks[evaluation_service_pb2.TrailCheck.CHECK_IN_FORCE]
        assert (in_force.result, fresh.record.scorecard_version in in_force.message) == (PASSED, True)


@pytest.mark.full
def test_a_stop_waits_for_calls_in_flight(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_MAXIMUM_IN_FLIGHT="1") as server:
        health: Any = health_pb2_grpc.HealthStub(server.channel)
        watching = iter(health.Watch(health_pb2.HealthCheckRequest(service="")))
        assert next(watching).status == health_pb2.HealthCheckResponse.SERVING
        with server.held():
            request, slow, _ = in_flight(server)
            server.process.terminate()
            assert next(watching).status == health_pb2.HealthCheckResponse.NOT_SERVING
        assert slow.result(timeout=60).record.conclusion.grade == "gold"
        assert server.stop() == 0
        assert '"event": "stopped"' in server.log
    with RunningServer(tmp_path, gazette) as server:
        assert server.evaluations.EvaluateSubject(request) == slow.result()


@pytest.mark.full
def test_more_calls_than_the_limit_are_refused_at_once(tmp_path: Path, gazette: Path) -> None:
    with (
        RunningServer(
            tmp_path, gazette, TOUCHSTONE_MAXIMUM_IN_FLIGHT="1", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
        ) as server,
        httpx.Client(base_url=server.http) as http,
    ):
        with server.held():
            _, slow, answer = in_flight(server)
            assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS")
            request = request_for(small_subject())
            again = refused(server.evaluations.EvaluateSubject, request)  # which is refused before it is read
            assert replace(again, call="") == replace(answer, call="")
            assert again.call
            path = f"/v1/{request.subject}:evaluate"
            body = as_json(request).replace(f'"subject": "{request.subject}",', "")
            by_http = [http.post(path, content=body, headers={"content-type": "application/json"}) for _ in range(2)]
            assert [response.status_code for response in by_http] == [429, 429], by_http[0].text
            assert by_http[0].headers.get("connection") != "close"
        assert slow.result(timeout=60).name
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name


@pytest.mark.full
def test_a_call_past_its_deadline_can_be_repeated(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        request = request_for(small_subject())
        with server.held(), pytest.raises(grpc.RpcError) as raised:
            server.evaluations.EvaluateSubject(request, timeout=2)
        assert cast("grpc.Call", raised.value).code() is grpc.StatusCode.DEADLINE_EXCEEDED
        until(lambda: '"event": "cancelled"' in server.log)
        answer = server.evaluations.EvaluateSubject(request)
        assert server.evaluations.EvaluateSubject(request) == answer


@pytest.mark.full
def test_logs_contain_no_fact_values_and_no_keys(tmp_path: Path, gazette: Path) -> None:
    words = "words that only the caller may see"
    with RunningServer(tmp_path, gazette) as server:
        subject = small_subject(remark=DeclaredValue(text=words))
        evaluation = server.evaluations.EvaluateSubject(request_for(subject))
        wrong = small_subject(status=DeclaredValue(choice=words))
        assert words in refused(server.evaluations.EvaluateSubject, request_for(wrong)).message
        verify(server, evaluation=evaluation)
        server.stop()
        lines = [json.loads(line) for line in server.log.splitlines()]
        assert [line["event"] for line in lines] == [
            "listening", "answered", "refused", "answered", "stopping", "stopped",
        ]  # fmt: skip
        assert words not in server.log
        assert evaluation.record_key.hex() not in server.log


def test_the_module_is_the_command() -> None:
    assert run("-m", "service.cli.main", "--version").stdout.startswith("touchstone ")
