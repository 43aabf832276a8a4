"""Transparency log of a server: proof by bundle, name and file, witnesses, time stamps and mirrors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from google.protobuf import json_format

from service.approval.signing_keys import public_half, read_signing_key, write_new_key
from service.gazette.versions import Gazette
from tests.end_to_end.trails import verify
from tests.support.authority import AUTHORITY, Authority, Stamping
from tests.support.calling import request_for
from tests.support.commands import answered, touchstone
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, log_service_pb2, log_service_pb2_grpc

ORIGIN, WITNESS = "example.org/log", "witness.example"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def tsa(authority: Authority) -> Iterator[Stamping]:
    with Stamping(authority.answer) as answering:
        yield answering


@pytest.fixture(scope="module")
def trust(folder: Path, gazette: Path, authority: Authority) -> Path:
    for name in ("log", "witness"):
        write_new_key(folder / f"{name}.pem")
    public = {name: public_half(read_signing_key(folder / f"{name}.pem")) for name in ("log", "witness")}
    plain = {
        "schema": 1,
        "time_stamp_authorities": {AUTHORITY: authority.trusted},
        "people": {"anna": {"name": "Anna", "roles": ["rule-approver"], "keys": []}},
        "unsigned": [version.content_digest for version in Gazette(gazette).versions("small-factory")],
        "logs": {ORIGIN: {"keys": [{"public": public["log"]}]}},
        "witnesses": {WITNESS: {"keys": [{"public": public["witness"], "first_day": "2025-01-01"}]}},
        "witnesses_needed": 1,
    }
    path = folder / "trust.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def logging(folder: Path, gazette: Path, trust: Path, tsa: Stamping) -> Iterator[RunningServer]:
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_LOG_KEY=str(folder / "log.pem"),
        TOUCHSTONE_LOG_ORIGIN=ORIGIN,
        TOUCHSTONE_TRUST=str(trust),
        TOUCHSTONE_TIME_STAMP_URL=tsa.url,
        TOUCHSTONE_TIME_STAMP_INTERVAL_SECONDS="86400",
    ) as running:
        yield running


@pytest.fixture(scope="module")
def evaluation(logging: RunningServer) -> evaluation_pb2.Evaluation:
    response: evaluation_pb2.Evaluation = logging.evaluations.EvaluateSubject(request_for(small_subject()))
    return response


def witnessed(logging: RunningServer, folder: Path, trust: Path) -> str:
    key, seen = folder / "witness.pem", folder / "seen"
    return answered(
        "proof", "witness", "--server", logging.address, "--name", WITNESS, "--key", key, "--trust", trust,
        "--folder", seen, "--once",
    )  # fmt: skip


@pytest.mark.full
def test_a_bundle_is_checked_without_the_server(
    logging: RunningServer, folder: Path, trust: Path, evaluation: evaluation_pb2.Evaluation, tmp_path: Path
) -> None:
    assert "in the log" in answered("proof", "inclusion", evaluation.name, "--server", logging.address)
    assert f"entries of {ORIGIN}" in witnessed(logging, folder, trust)
    whole, shown = tmp_path / "bundle.json", tmp_path / "shown.json"
    answered("proof", "bundle", evaluation.name, "--server", logging.address, "-o", whole)
    checked = answered("verify", "bundle", whole, "--trust", trust)
    assert [line.split(".")[0].strip() for line in checked.splitlines()[:13]] == [str(one) for one in range(1, 14)]
    assert "These checks do not prove who entered the facts" in checked
    assert f"{evaluation.record.subject}, as of " in checked
    assert "proof bundle" in touchstone("explain", whole).stderr
    assert "以上检查均不证明" in answered("verify", "bundle", whole, "--trust", trust, "--language", "zh")
    answered("proof", "bundle", evaluation.name, "--server", logging.address, "-o", shown, "--show", "facts/certified")
    report = json.loads(answered("verify", "bundle", shown, "--trust", trust, "--format", "json"))
    assert report["holds"]
    assert report["conclusion"] == ""
    assert [check["number"] for check in report["checks"]] == list(range(1, 14))
    not_checked = [check["number"] for check in report["checks"] if check["result"] == "not_checked"]
    assert {9, 11} <= {*not_checked}
    forged = tmp_path / "forged.json"
    forged.write_text(whole.read_text("utf-8").replace('"position":', '"position":1', 1), encoding="utf-8")
    refused = touchstone("verify", "bundle", forged, "--trust", trust)
    assert refused.exit_code == 1
    assert "FAILED" in refused.stdout


@pytest.mark.full
def test_name_and_file_are_checked_by_the_log(
    logging: RunningServer, gazette: Path, evaluation: evaluation_pb2.Evaluation, tmp_path: Path
) -> None:
    by_name = answered("verify", evaluation.name, "--server", logging.address)
    assert "8. envelope      passed" in by_name
    assert "9. log           passed" in by_name
    assert "The holder of the log made these checks" in by_name
    (trust := tmp_path / "trust.json").touch()
    refused = touchstone("verify", evaluation.name, "--server", logging.address, "--trust", trust)
    assert (refused.exit_code, "Only the checks of a proof bundle use a trust file." in refused.stderr) == (2, True)
    kept = tmp_path / "kept.json"
    kept.write_text(json_format.MessageToJson(evaluation), encoding="utf-8")
    assert "9. log           passed" in answered("verify", kept, "--server", logging.address)
    assert "These checks do not prove that the evaluation was stored under this name," in answered(
        "verify", kept, "--gazette", gazette
    )
    altered = evaluation_pb2.Evaluation()
    altered.CopyFrom(evaluation)
    altered.create_time.seconds -= 86_400
    kept.write_text(json_format.MessageToJson(altered), encoding="utf-8")
    result = touchstone("verify", kept, "--server", logging.address)
    assert result.exit_code == 1
    assert "8. envelope      FAILED       The field create_time is" in result.stdout
    chinese = touchstone("verify", kept, "--server", logging.address, "--language", "zh").stdout
    assert "8. 信封" in chinese
    assert "以上核验均不证明：事实由谁录入，文件与核定是否属实。" in chinese


@pytest.mark.parametrize("place", ["principal", "finding"])
def test_an_unknown_enumeration_number_is_refused_before_the_comparison(
    logging: RunningServer, evaluation: evaluation_pb2.Evaluation, place: str
) -> None:
    odd = evaluation_pb2.Evaluation()
    odd.CopyFrom(evaluation)
    if place == "principal":
        odd.principal.kind = 99  # type: ignore[assignment]  # no version of ours names it
    else:
        odd.archive_findings.add(severity=99)
    with pytest.raises(grpc.RpcError, match="99 is not a value of") as refused:
        verify(logging, evaluation=odd)
    assert refused.value.code() is grpc.StatusCode.INVALID_ARGUMENT


def test_an_earlier_checkpoint_proves_that_the_log_only_grew(logging: RunningServer, tmp_path: Path) -> None:
    seen, mirror = tmp_path / "seen.txt", tmp_path / "mirror"
    seen.write_text(answered("proof", "checkpoint", "--server", logging.address), encoding="utf-8")
    named = logging.evaluations.EvaluateSubject(request_for(small_subject())).name
    answered("proof", "inclusion", named, "--server", logging.address)  # which waits until it is in the tree
    assert "The log grew from" in answered("proof", "growth", "--server", logging.address, "--since", seen)
    assert "entries" in answered("proof", "mirror", mirror, "--server", logging.address)
    assert (mirror / "checkpoint").read_text("utf-8").startswith(f"{ORIGIN}\n")
    lines = seen.read_text("utf-8").splitlines(keepends=True)
    seen.write_text("".join((*lines[:2], f"{'A' * 43}=\n", *lines[3:])), encoding="utf-8")
    assert touchstone("proof", "growth", "--server", logging.address, "--since", seen).exit_code == 1


def test_invalid_proof_requests_are_refused(logging: RunningServer) -> None:
    stub = log_service_pb2_grpc.LogServiceStub(logging.channel)
    note = stub.GetCheckpoint(log_service_pb2.GetCheckpointRequest()).note
    for method, asked, message in (
        ("GetCheckpoint", log_service_pb2.GetCheckpointRequest(tree_size=10**9), "no checkpoint of 1000000000"),
        (
            "GetConsistencyProof",
            log_service_pb2.GetConsistencyProofRequest(first_tree_size=2),
            "the second size 0 are not allowed",
        ),
        ("ListLogEntries", log_service_pb2.ListLogEntriesRequest(first_position=-1), "must not be negative"),
        ("CosignCheckpoint", log_service_pb2.CosignCheckpointRequest(note="x"), "The text is not a signed checkpoint"),
        ("CosignCheckpoint", log_service_pb2.CosignCheckpointRequest(note=note), "no cosignature of a trusted witness"),
    ):
        with pytest.raises(Exception, match=message):
            getattr(stub, method)(asked)


def test_time_stamps_are_requested_by_the_server_or_supplied_by_a_caller(
    logging: RunningServer, authority: Authority, tsa: Stamping, trust: Path, tmp_path: Path
) -> None:
    stub = log_service_pb2_grpc.LogServiceStub(logging.channel)
    stamped = log_service_pb2.GetCheckpointRequest(time_stamped=True)
    until(lambda: tsa.asked)  # by the server, when it started
    named = logging.evaluations.EvaluateSubject(request_for(small_subject())).name
    answered("proof", "inclusion", named, "--server", logging.address)
    by_hand = ("proof", "stamp", "--server", logging.address, "--authority", tsa.url, "--trust", trust)
    assert f"{AUTHORITY} stamped the" in answered(*by_hand)
    assert "盖时间戳" in answered(*by_hand, "--language", "zh")
    newest = stub.GetCheckpoint(stamped)
    assert [one.authority for one in newest.time_stamps] == [AUTHORITY]
    assert answered("proof", "checkpoint", "--server", logging.address, "--stamped") == newest.note
    assert f"Newest time stamp of the log: {AUTHORITY}" in answered("server", "status", "--server", logging.address)
    path = tmp_path / "bundle.json"
    answered("proof", "bundle", named, "--server", logging.address, "-o", path)
    assert f"The time stamp of {AUTHORITY} proves" in touchstone("verify", "bundle", path, "--trust", trust).stdout
    token = authority.token(bytes(32), 1)
    for asked, message in (
        (log_service_pb2.StampCheckpointRequest(tree_size=newest.tree_size, token=b"0"), "not a time stamp"),
        (
            log_service_pb2.StampCheckpointRequest(tree_size=newest.tree_size, token=token),
            "does not belong to the checkpoint",
        ),
        (log_service_pb2.StampCheckpointRequest(tree_size=10**9, token=token), "no checkpoint of 1000000000"),
    ):
        with pytest.raises(Exception, match=message):
            stub.StampCheckpoint(asked)
    with Stamping(lambda _: b"<html>") as broken:
        refused = touchstone(*by_hand[:4], "--authority", broken.url, "--trust", trust)
    assert (refused.exit_code, "not a time stamp" in refused.stderr) == (1, True)
    refused = touchstone(*by_hand[:4], "--authority", "http://127.0.0.1:1/", "--trust", trust)
    assert (refused.exit_code, "did not answer: ConnectionRefusedError" in refused.stderr) == (3, True)
