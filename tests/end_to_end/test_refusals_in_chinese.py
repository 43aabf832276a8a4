"""Refusals in Chinese: over a socket and on the command line."""

import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2

from tests.support.calling import refused, request_for
from tests.support.chinese import HAN, english, half_width
from tests.support.commands import unless_taken_out
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import CARD, small_subject
from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_service_pb2 as api, scorecard_service_pb2 as cards, types_pb2

CHINESE = (("accept-language", "zh-CN,zh;q=0.9,en;q=0.5"),)
ORGANIZATION = "organizations/green-body"
NOWHERE = f"{ORGANIZATION}/evaluations/{uuid.UUID(int=1)}"
VERSION = f"scorecards/{CARD}/versions"


def listed(**fields: Any) -> api.ListEvaluationsRequest:
    return api.ListEvaluationsRequest(**{"parent": ORGANIZATION, **fields})


def diffed(**fields: Any) -> cards.DiffScorecardVersionsRequest:
    return cards.DiffScorecardVersionsRequest(**fields)


def draft(**fields: Any) -> api.SimulateEvaluationRequest:
    return api.SimulateEvaluationRequest(evaluation=NOWHERE, scorecard_draft=api.ScorecardDraft(**fields))


def strange() -> api.EvaluateSubjectRequest:
    request = api.EvaluateSubjectRequest(subject="me", scorecard="card", request_id="1")
    request.known_time.nanos = 1
    request.facts.add()
    request.facts.add(fact_id="a").verification.reason = "none"
    request.facts.add(fact_id="b", value=types_pb2.Value(not_applicable=False))
    request.evidence.add()
    request.evidence.add(evidence_id="e", assurance=7)
    return request


def unknown_facts() -> api.EvaluateSubjectRequest:
    request = request_for(small_subject())
    request.facts.add(fact_id="nothing", value=types_pb2.Value(number="1"))
    request.facts[0].value.unit = "parsec"
    return request


CALLS: dict[str, tuple[str, Callable[[], Any]]] = {
    "wrong form": ("EvaluateSubject", strange),
    "wrong facts": ("EvaluateSubject", unknown_facts),
    "no card": ("EvaluateSubject", lambda: request_for(small_subject(), scorecard="scorecards/none")),
    "too large": ("EvaluateSubject", lambda: api.EvaluateSubjectRequest(subject="x" * 5_000_000)),
    "no view": ("GetEvaluation", lambda: api.GetEvaluationRequest(name=NOWHERE, view=9)),  # type: ignore[arg-type]
    "no evaluation": ("GetEvaluation", lambda: api.GetEvaluationRequest(name=NOWHERE)),
    "filter field": ("ListEvaluations", lambda: listed(filter="OR = 1")),
    "filter operator": ("ListEvaluations", lambda: listed(filter="record.subject > x")),
    "filter end": ("ListEvaluations", lambda: listed(filter="record.subject =")),
    "filter joint": ("ListEvaluations", lambda: listed(filter="record.subject = a OR record.subject = b")),
    "filter text": ("ListEvaluations", lambda: listed(filter="record.subject = (1)")),
    "filter date": ("ListEvaluations", lambda: listed(filter="record.as_of_date = soon")),
    "filter time": ("ListEvaluations", lambda: listed(filter="create_time > soon")),
    "filter kind": ("ListEvaluations", lambda: listed(filter="record.conclusion.kind = GOOD")),
    "filter length": ("ListEvaluations", lambda: listed(filter="a" * 5_000)),
    "filter count": ("ListEvaluations", lambda: listed(filter=" AND ".join(["record.subject = a"] * 21))),
    "order": ("ListEvaluations", lambda: listed(order_by="size")),
    "negative size": ("ListEvaluations", lambda: listed(page_size=-1)),
    "token": ("ListEvaluations", lambda: listed(page_token="abcd")),  # noqa: S106 -- no secret
    "no baseline": ("SimulateEvaluation", api.SimulateEvaluationRequest),
    "no files": ("SimulateEvaluation", draft),
    "draft language": ("SimulateEvaluation", lambda: draft(language_code="fr")),
    "no target": ("VerifyEvaluationTrail", api.VerifyEvaluationTrailRequest),
    "no name": ("ExplainEvaluation", api.ExplainEvaluationRequest),
    "no ranking": ("RankSubjects", api.RankSubjectsRequest),
    "no tracks": (
        "RankSubjects", lambda: api.RankSubjectsRequest(parent=ORGANIZATION, scorecard_version=f"{VERSION}/1.0.0"),
    ),
    "no version": ("GetScorecardVersion", lambda: cards.GetScorecardVersionRequest(name=f"{VERSION}/9.9.9")),
    "no input schema": ("GetInputSchema", lambda: cards.GetInputSchemaRequest(name=f"{VERSION}/1.0.0")),
    "no rules of part": (
        "ListScorecardRules",
        lambda: cards.ListScorecardRulesRequest(parent=f"{VERSION}/1.0.0", language_code="zh", part="gate"),
    ),
    "no form": ("ExportScorecardVersion", cards.ExportScorecardVersionRequest),
    "form": (
        "ExportScorecardVersion",
        lambda: cards.ExportScorecardVersionRequest(name=f"{VERSION}/1.0.0", form=2, language_code="zh"),  # type: ignore[arg-type]
    ),
    "other card": (
        "DiffScorecardVersions",
        lambda: diffed(name="scorecards/a/versions/1.0.0", base_name="scorecards/b/versions/1.0.0", language_code="zh"),
    ),
}  # fmt: skip


def check(chinese: str) -> None:
    assert re.search(HAN, chinese), chinese
    assert not english(chinese), chinese
    assert not half_width(chinese), chinese


@pytest.mark.parametrize("name", CALLS)
def test_every_refusal_is_in_the_language_of_the_metadata(name: str, server: RunningServer) -> None:
    method, request = CALLS[name]
    call = getattr(server.evaluations, method, None) or getattr(server.scorecards, method)
    refusal = refused(lambda asked: call(asked, metadata=CHINESE), request())
    check(refusal.localized.pop("zh-CN"))
    assert set(refusal.localized) == set(refusal.violations)
    for problem in refusal.localized.values():
        check(problem)
    plain = refused(call, request())
    asked_in_request = getattr(request(), "language_code", "") == "zh"
    assert bool(plain.localized) == asked_in_request
    assert (plain.message, plain.violations) == (refusal.message, refusal.violations)


def test_an_item_of_a_stream_is_refused_in_the_language_of_the_call(server: RunningServer) -> None:
    items: Iterator[api.EvaluateSubjectRequest] = iter([strange()])
    (answer,) = server.evaluations.StreamEvaluateSubjects(items, metadata=CHINESE)
    localized = error_details_pb2.LocalizedMessage()
    assert any(detail.Unpack(localized) for detail in answer.error.details)
    assert localized.locale == "zh-CN"
    check(localized.message)


@pytest.mark.parametrize(
    ("languages", "chinese"),
    [
        ("zh", True), ("zh-Hant-TW", True), ("ZH-cn", True), ("fr, zh;q=0.2", True), ("en;q=0.3,zh;q=0.9", True),
        ("en", False), ("en,zh", False), ("fr", False), ("zh;q=0", False), ("zh;q=much", False), (";,=", False),
    ],
)  # fmt: skip
def test_languages_are_weighed_as_in_http(languages: str, chinese: bool, server: RunningServer) -> None:
    call = server.evaluations.GetEvaluation
    request = api.GetEvaluationRequest(name=NOWHERE)
    refusal = refused(lambda asked: call(asked, metadata=(("accept-language", languages),)), request)
    assert bool(refusal.localized) == chinese


def test_the_longest_refusal_fits_into_the_metadata_limit_of_clients(server: RunningServer) -> None:
    request = request_for(small_subject())
    for number in range(2_000):
        request.facts.add(fact_id=f"nothing_{number}", value=types_pb2.Value(number="1"))
    refusal = refused(lambda asked: server.evaluations.EvaluateSubject(asked, metadata=CHINESE), request)
    assert refusal.code is grpc.StatusCode.INVALID_ARGUMENT
    assert len(refusal.violations) > 5
    assert refusal.localized["zh-CN"].endswith("个字段。请先更正所列字段，再重新调用。")


def command(server: RunningServer, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, "-m", "service.cli.main", *arguments, "--server", server.address),
        cwd=ROOT,
        env={**os.environ, "TOUCHSTONE_GAZETTE": server.environment["TOUCHSTONE_GAZETTE"]},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluation", "list", ORGANIZATION, "--filter", "OR = 1"),
        ("explain", NOWHERE),
        ("simulate", NOWHERE),
        ("verify", NOWHERE),
        ("evaluation", "rank", f"{CARD}@1.0.0", ORGANIZATION),
        ("claims", "screen", "Our bottle is green", "--text-language", "xx"),
        ("claims", "screen", ""),
    ],
)
def test_commands_print_refusals_of_a_server_in_chinese(arguments: tuple[str, ...], server: RunningServer) -> None:
    unless_taken_out(*arguments)
    ran = command(server, *arguments, "--language", "zh")
    assert ran.returncode == 2, ran
    check(ran.stderr.removeprefix("touchstone: "))


@pytest.mark.full
def test_a_batch_prints_refusals_of_a_server_in_chinese(server: RunningServer, tmp_path: Path) -> None:
    dossier = tmp_path / "one.yaml"
    dossier.write_text("subject: organizations/a/subjects/b\nfacts:\n  nothing: 1\n", encoding="utf-8")
    ran = command(server, "batch", "evaluate", CARD, str(tmp_path), "--as-of", "2026-03-01", "--language", "zh")
    check(ran.stderr.replace(str(dossier), "").replace("one.yaml", ""))


@pytest.mark.full
def test_a_command_lists_every_invalid_field_that_the_server_named(server: RunningServer) -> None:
    arguments = ("evaluation", "list", ORGANIZATION, "--filter", "OR = 1", "--order-by", "size")
    lines = command(server, *arguments).stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["--filter", "--order-by"]


@pytest.mark.full
def test_a_server_describes_its_checks_in_the_language_of_the_call(server: RunningServer, tmp_path: Path) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    request = api.VerifyEvaluationTrailRequest(name=evaluation.name)
    for trail_check in server.evaluations.VerifyEvaluationTrail(request, metadata=CHINESE).checks:
        check(trail_check.localized_message)
    assert not any(one.localized_message for one in server.evaluations.VerifyEvaluationTrail(request).checks)
    exported = tmp_path / "evaluation.json"
    exported.write_text(as_json(evaluation), encoding="utf-8")
    ran = command(server, "verify", str(exported), "--language", "zh")
    assert ran.returncode == 0, ran
    assert "重新计算得到相同的" in ran.stdout
    assert not english(ran.stdout)
