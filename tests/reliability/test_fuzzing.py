"""Fuzzed calls: 4,000 with clear answers; `python -m tests.reliability fuzz` makes a million."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from copy import deepcopy
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from google.protobuf.message import Message
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from service.base.declarations import comments, is_required
from tests.reliability.fuzz_grpc import GrpcDoor
from tests.reliability.fuzz_http import HttpDoor
from tests.reliability.fuzzing import fuzz
from tests.reliability.good_calls import call, full_server, good_calls, methods
from tests.reliability.sent_calls import Sent
from tests.support.running import ROOT, RunningServer

CALLS = int(os.environ.get("FUZZ_CALLS", "4000"))
CORPUS = ROOT / "tests" / "corpus" / "calls"
STREAM = "/v1/subjects:streamEvaluate"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("fuzzed")
    with full_server(folder, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_LOG_LEVEL="warning") as running:
        yield running


@pytest.fixture(scope="module")
def good(server: RunningServer) -> dict[str, list[Message]]:
    return good_calls(server)


@pytest.mark.full
def test_every_method_has_a_valid_call(good: dict[str, list[Message]]) -> None:
    assert set(good) == set(methods())


@pytest.mark.full
def test_calls_are_refused_exactly_without_their_required_fields(
    server: RunningServer, good: dict[str, list[Message]]
) -> None:
    """Some calls require a field only by its comment. Every violation must name a field of the request."""
    wrong = []
    for path, requests in good.items():
        if path.endswith("/StreamEvaluateSubjects"):
            continue  # its items are answered individually, not refused
        kind = methods()[path].input_type
        for field, _ in requests[0].ListFields():
            lacking = deepcopy(requests[0])
            lacking.ClearField(cast("Any", field.name))
            violations = _refused(server, path, [lacking, *requests[1:]])
            required = violations is not None and (field.name, "REQUIRED") in violations
            may_be = is_required(field) or comments()[field.full_name].startswith("Required")
            named = {re.split(r"[.\[]", name)[0] for name, _ in violations or ()}
            strange = named - {*kind.fields_by_name, *kind.oneofs_by_name}
            if path.endswith("/DeclareGoods"):
                strange.discard("file")  # violations name its cells, or the file itself
            if (is_required(field) and violations is None) or (required and not may_be) or strange:
                wrong.append((path, field.name, violations))
    assert not wrong


def _refused(server: RunningServer, path: str, requests: Sequence[Message]) -> list[tuple[str, str]] | None:
    """Return the field violations of a refused call with their reasons; None if the call succeeds."""
    sent = requests if methods()[path].client_streaming else requests[:1]
    try:
        call(server.channel, path, [one.SerializeToString() for one in sent])
    except grpc.RpcError as error:
        wrong = error_details_pb2.BadRequest()
        status = rpc_status.from_call(cast("Any", error))
        violation_lists = [
            list(wrong.field_violations) for one in (status.details if status else ()) if one.Unpack(wrong)
        ]
        return [(one.field, one.reason) for violations in violation_lists for one in violations]
    return None


@pytest.mark.full
@pytest.mark.timeout(1800)  # under a minute where nothing else runs
def test_random_calls_have_clear_answers(server: RunningServer) -> None:
    report = fuzz(server, calls=CALLS, seed=20_261_121)
    print(report)
    assert not report.findings, str(report)
    assert report.calls.total() >= CALLS
    assert report.answers["OK"] > CALLS / 200  # changes are small enough that some calls stay right
    assert server.process.poll() is None
    assert '"level": "error"' not in server.log


@pytest.mark.full
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_recorded_faulty_calls_have_clear_answers(server: RunningServer, path: Path) -> None:
    with closing(GrpcDoor(server, {})) as grpc_door, closing(HttpDoor(server, {})) as http_door:
        for line in path.read_text("utf-8").splitlines():
            before = Sent.read(line)
            if before.door == "grpc":
                after = grpc_door.sent(before.to, [before.content])
            else:
                after = http_door.sent(before.to, before.content, before.headers)
            assert not after.problem, f"{before.problem}: {after.problem}"


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("timeout", ["0n", "1n", "100u", "1m"])
def test_a_stream_past_its_deadline_ends_with_a_deadline_error(server: RunningServer, timeout: str) -> None:
    host, _, port = server.http.removeprefix("http://").rpartition(":")
    statuses = set()
    for _ in range(60):
        connection = HTTPConnection(host, int(port), timeout=30)
        headers = {"content-type": "application/x-ndjson", "grpc-timeout": timeout}
        connection.request("POST", STREAM, b'{"subject": "a"}\n' * 20, headers)
        with connection.getresponse() as response:
            statuses.add(response.status)
        connection.close()
    assert statuses <= {200, 504}
    if timeout != "1m":  # a millisecond may do for the beginning of an answer
        assert 504 in statuses
