"""Erasure of facts, inputs and whole evaluations: notice to readers, and proof of the remaining data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf import json_format

from service.approval.signing_keys import public_half, read_signing_key, write_new_key
from tests.support.calling import request_for
from tests.support.commands import answered, touchstone
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

ORIGIN = "example.org/log"
VERIFIER = Path(__file__).parents[2] / "examples" / "verifier" / "verify_bundle.py"
REASON = "request 17 of the person"


@pytest.fixture(scope="module")
def trust(folder: Path) -> Path:
    write_new_key(folder / "log.pem")
    public = public_half(read_signing_key(folder / "log.pem"))
    path = folder / "trust.json"
    path.write_text(json.dumps({"logs": {ORIGIN: {"keys": [{"public": public}]}}}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def running(folder: Path, gazette: Path, trust: Path) -> Iterator[RunningServer]:
    with RunningServer(
        folder, gazette, TOUCHSTONE_LOG_KEY=str(folder / "log.pem"), TOUCHSTONE_LOG_ORIGIN=ORIGIN
    ) as server:
        yield server


def stored(running: RunningServer, subject: str) -> evaluation_pb2.Evaluation:
    declared_subject = small_subject().model_copy(update={"subject": f"organizations/example/subjects/{subject}"})
    evaluation: evaluation_pb2.Evaluation = running.evaluations.EvaluateSubject(request_for(declared_subject))
    return evaluation


def erased(running: RunningServer, target: str, *options: object) -> str:
    return answered("data", "erase", target, "--reason", REASON, "--server", running.address, *options)


def verified(*arguments: object) -> str:
    """Verify an erased evaluation: some checks cannot run, and no check fails."""
    result = touchstone("verify", *arguments)
    assert result.exit_code == 1, result.stderr
    assert "FAILED" not in result.stdout
    return result.stdout


@pytest.mark.full
def test_a_fact_is_erased_and_the_rest_is_proved(  # noqa: PLR0915 -- one evaluation read by every kind of caller
    running: RunningServer, gazette: Path, trust: Path, tmp_path: Path
) -> None:
    before = stored(running, "fact")
    again = stored(running, "fact")  # follows it in the chain of the subject, and uses the same serials
    output = erased(running, before.name, "--fact", "credits")
    assert "4 steps of 1 evaluation would be erased" in output
    assert f"the same facts of the subject are also in: {again.name}" in output
    assert not running.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=before.name)).erasures
    assert "4 steps were erased from 1 evaluation" in erased(running, before.name, "--fact", "credits", "--for-ever")

    by_name = verified(before.name, "--server", running.address)
    assert "ERASED: The facts credits, and all content that shows their values, were erased on 20" in by_name
    assert f"by local (reason: {REASON})." in by_name
    for check in (
        "1. record digest passed",
        "2. commitments   passed",
        "3. trail digest  passed",
        "8. envelope      passed",
    ):
        assert check in by_name
    assert "9. log           passed" in by_name
    assert "7. recomputation not checked  Inputs of the record were erased" in by_name
    assert "9. log           passed" in answered("verify", again.name, "--server", running.address)
    assert "由 local 于 20" in verified(before.name, "--server", running.address, "--language", "zh")

    remaining = running.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=before.name))
    assert remaining.record.conclusion == before.record.conclusion
    assert not remaining.record_key
    assert "A-1" not in str(remaining)
    assert "A-1" in str(before)
    (erasure,) = remaining.erasures
    assert (list(erasure.fact_ids), erasure.reason, erasure.step_count) == (["credits"], REASON, 4)

    kept = tmp_path / "left.json"
    kept.write_text(json_format.MessageToJson(remaining), encoding="utf-8")
    by_file = verified(kept, "--gazette", gazette)
    assert "ERASED: The facts credits" in by_file
    assert "1. record digest passed" in by_file
    assert "9. log           passed" in verified(kept, "--server", running.address)
    erasure.reason = "another"
    kept.write_text(json_format.MessageToJson(remaining), encoding="utf-8")
    assert "8. envelope      FAILED" in touchstone("verify", kept, "--server", running.address).stdout
    kept.write_text(json_format.MessageToJson(before), encoding="utf-8")  # an earlier full export still verifies
    assert "9. log           passed" in answered("verify", kept, "--server", running.address)

    assert f"erased {erasure.create_time.ToJsonString()[:10]}" in answered(
        "evaluation", "list", "organizations/example", "--server", running.address, "--gazette", gazette
    )
    for command in ("explain", "simulate", "report"):
        refused = touchstone(command, before.name, "--server", running.address, "--gazette", gazette)
        assert refused.exit_code != 0, command
        assert f"by local (reason: {REASON})" in refused.stderr, command
    listed = answered("data", "erasures", "organizations/example", "--server", running.address)
    assert f"{before.name}/erasures/" in listed
    assert "credits" in listed

    bundle = tmp_path / "bundle.json"
    answered("proof", "bundle", before.name, "--server", running.address, "-o", bundle)
    checked = answered("verify", "bundle", bundle, "--trust", trust)
    assert "The bundle shows 20 of 24 steps" in checked
    assert f"(reason: {REASON})" in checked
    ran = subprocess.run(  # noqa: S603 -- ours
        (sys.executable, VERIFIER, bundle, trust), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
    forged = json.loads(bundle.read_text("utf-8"))
    forged["erasures"][0]["leaf"] = forged["erasures"][0]["leaf"].replace(REASON, "it was all fine ........")
    bundle.write_text(json.dumps(forged, sort_keys=True, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
    assert (
        "belongs to another evaluation, or the checkpoint of the log does not include it"
        in touchstone("verify", "bundle", bundle, "--trust", trust).stdout
    )
    ran = subprocess.run(  # noqa: S603 -- ours
        (sys.executable, VERIFIER, bundle, trust), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1


@pytest.mark.full
def test_all_inputs_of_a_subject_are_erased_and_its_grade_remains(running: RunningServer) -> None:
    names = [stored(running, "inputs").name for _ in range(3)]
    subject = "organizations/example/subjects/inputs"
    assert "steps were erased from 3 evaluations" in erased(running, subject, "--extent", "inputs", "--for-ever")
    for name in names:
        remaining = running.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=name))
        assert remaining.record.conclusion.grade == "gold"
        assert not remaining.record.facts
        assert not remaining.record.evidence
        assert "8. envelope      passed" in verified(name, "--server", running.address)
    assert "No content is left" in erased(running, subject, "--extent", "inputs")


def test_a_whole_evaluation_is_erased_and_its_log_leaf_remains(running: RunningServer, tmp_path: Path) -> None:
    gone = stored(running, "whole")
    erased(running, gone.name, "--extent", "evaluation", "--for-ever")
    output = verified(gone.name, "--server", running.address)
    assert "ERASED: The complete evaluation, except its leaf in the log, was erased on" in output
    assert "1. record digest not checked  The record was erased" in output
    assert "8. envelope      passed       Only the leaf remains" in output
    assert "9. log           passed" in output
    request = evaluation_service_pb2.GetEvaluationRequest(name=gone.name)
    with pytest.raises(Exception, match=rf"was stored and later erased\. .* \(reason: {REASON}"):
        running.evaluations.GetEvaluation(request)
    bundle = touchstone("proof", "bundle", gone.name, "--server", running.address, "-o", tmp_path / "b.json")
    assert f"(reason: {REASON})" in bundle.stderr
    assert "in the log" in answered("proof", "inclusion", gone.name, "--server", running.address)


def test_data_on_hold_is_not_erased(running: RunningServer) -> None:
    held = stored(running, "held")
    target = "organizations/example/subjects/held"
    answered("data", "hold", "organizations/example", target, "--reason", "case 4", "--server", running.address)
    refused = touchstone(
        "data", "erase", held.name, "--extent", "inputs", "--reason", REASON, "--for-ever", "--server", running.address
    )
    assert refused.exit_code == 2
    assert "case 4" in refused.stderr
    assert "Ask a user with one of these roles to lift the hold: decider, operator, regulator." in refused.stderr
    (hold,) = json.loads(
        answered("data", "holds", "organizations/example", "--server", running.address, "--format", "json")
    )["holds"]
    answered("data", "lift", hold["name"], "--reason", "settled", "--server", running.address)
    assert "settled" not in erased(running, held.name, "--extent", "inputs", "--for-ever")
    assert target in answered("data", "holds", "organizations/example", "--server", running.address)


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("organizations/example/subjects/fact",), "Name the facts to erase"),
        (("organizations/example/subjects/fact", "--fact", "nosuch"), "contains no content of the facts nosuch"),
        (
            ("organizations/example/subjects/fact", "--fact", "x", "--extent", "inputs"),
            "only for the extent facts",
        ),
        (("organizations/example/subjects/nobody", "--extent", "inputs"), "No evaluation of"),
        (("organizations/example/evaluations/x", "--extent", "inputs"), "is not"),
        (
            ("organizations/example/subjects/fact", "--extent", "inputs", "--reason", ""),
            "The reason has 0 characters. Enter one line of 1 to",
        ),
    ],
)
def test_invalid_erasure_requests_are_refused(
    running: RunningServer, arguments: tuple[str, ...], expected_message: str
) -> None:
    stored(running, "fact")
    reason = () if "--reason" in arguments else ("--reason", REASON)
    refused = touchstone("data", "erase", *arguments, *reason, "--server", running.address)
    assert refused.exit_code == 2
    assert expected_message in refused.stderr


@pytest.mark.full
def test_the_retention_period_is_reported_and_applied_on_request(
    tmp_path: Path, gazette: Path, running: RunningServer
) -> None:
    assert "store all content permanently" in answered(
        "data", "retention", "organizations/example", "--server", running.address
    )
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_RETENTION_INPUT_YEARS="1", TOUCHSTONE_RETENTION_DRAFT_DAYS="30"
    ) as server:
        name = stored(server, "aged").name
        output = answered("data", "retention", "organizations/example", "--server", server.address)
        assert "All inputs of 0 evaluations: due for erasure (1 year, before 20" in output
        assert "0 unpublished drafts are due for erasure, unchanged for 30 days" in output
        draft = ("organizations/example", "organizations/example/drafts/card", "--reason", "case 4")
        answered("data", "hold", *draft, "--server", server.address)
        assert "organizations/example/drafts/card" in answered(
            "data", "holds", "organizations/example", "--server", server.address
        )
        after = answered("data", "retention", "organizations/example", "--server", server.address, "--for-ever")
        assert "All inputs of 0 evaluations: erased (1 year, before 20" in after
        assert "0 unpublished drafts are erased" in after
        assert "9. log           passed" in answered("verify", name, "--server", server.address)
