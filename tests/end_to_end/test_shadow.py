"""Shadow evaluation of a running server: comparison, sampling, isolation from real calls, forwarding and erasure."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredValue
from service.gazette.publication import write_version
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1 import erasure_service_pb2, erasure_service_pb2_grpc, evaluation_pb2, shadow_service_pb2
from touchstone.v1.shadow_service_pb2_grpc import ShadowServiceStub

PARENT = "organizations/green-body"
VERSION, CANDIDATE = (f"scorecards/{CARD}/versions/{number}" for number in ("1.0.0", "2.0.0"))
Results = shadow_service_pb2.ListShadowResultsRequest
Summary = shadow_service_pb2.SummarizeShadowResultsRequest


def shadow_file(folder: Path, text: str) -> str:
    path = folder / "shadow.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def candidate(share: str = "1/1", more: str = "") -> str:
    return f'{more}\n[[candidate]]\ncard = "{CARD}"\nversion = "2.0.0"\nshare = "{share}"\n'


@pytest.fixture(scope="module")
def with_candidate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a gazette with a version in force, and one that needs a score of 101 for gold from next century on."""
    folder = tmp_path_factory.mktemp("gazette")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="2.0.0", first="2100-01-01", supersedes="1.0.0", gold=101)
    write_version(folder, later, {}, publish_time="2025-02-01T00:00:00Z")
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, with_candidate: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("shadowed")
    with RunningServer(
        folder,
        with_candidate,
        TOUCHSTONE_SHADOW=shadow_file(folder, candidate()),
        TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0",
    ) as running:
        yield running


def summaries(server: RunningServer) -> list[shadow_service_pb2.ShadowSummary]:
    return list(ShadowServiceStub(server.channel).SummarizeShadowResults(Summary(parent=PARENT)).summaries)


def compared(server: RunningServer) -> int:
    return sum(summary.compared_count for summary in summaries(server))


def test_results_that_a_candidate_changes_are_reported(server: RunningServer) -> None:
    before = compared(server)
    gold = server.evaluations.EvaluateSubject(request_for(small_subject()))
    lower = small_subject(renewable_share=DeclaredValue(number="10", unit="%", evidence=("meter",)))
    none = server.evaluations.EvaluateSubject(request_for(lower))
    assert gold.record.conclusion.grade == "gold"
    until(lambda: compared(server) == before + 2)

    stub = ShadowServiceStub(server.channel)
    results = {result.evaluation: result for result in stub.ListShadowResults(Results(parent=PARENT)).shadow_results}
    changed, same = results[gold.name], results[none.name]
    assert changed.outcome == shadow_service_pb2.ShadowResult.OUTCOME_DIFFERENT
    assert list(changed.changed_parts) == [shadow_service_pb2.RESULT_PART_GRADE]
    assert (changed.before.grade, changed.after.grade) == ("gold", "silver")
    assert (changed.scorecard_version, changed.candidate_version) == (VERSION, CANDIDATE)
    assert changed.subject == small_subject().subject
    assert same.outcome == shadow_service_pb2.ShadowResult.OUTCOME_SAME

    (summary,) = summaries(server)
    assert summary.candidate_version == CANDIDATE
    assert summary.same_count + summary.different_count == summary.compared_count
    assert summary.part_counts[0].part == shadow_service_pb2.RESULT_PART_GRADE
    only = stub.ListShadowResults(Results(parent=PARENT, outcome="OUTCOME_SAME")).shadow_results
    assert {result.outcome for result in only} == {shadow_service_pb2.ShadowResult.OUTCOME_SAME}
    samples = scraped(server)
    assert value(samples, "touchstone_shadow_compared_total", card=CARD, candidate="2.0.0", outcome="different") >= 1


def test_no_facts_are_stored(server: RunningServer, tmp_path: Path) -> None:
    before = compared(server)
    texts = {"remark": DeclaredValue(text="visible remark of Ms Example")}
    server.evaluations.EvaluateSubject(request_for(small_subject(**texts)))
    until(lambda: compared(server) == before + 1)
    results = ShadowServiceStub(server.channel).ListShadowResults(Results(parent=PARENT, page_size=1)).shadow_results
    assert "visible" not in str(results)
    assert "Grid company" not in str(results)


def test_pages_follow_each_other(server: RunningServer) -> None:
    before = compared(server)
    for _ in range(3):
        server.evaluations.EvaluateSubject(request_for(small_subject()))
    until(lambda: compared(server) == before + 3)
    stub, names, token = ShadowServiceStub(server.channel), list[str](), ""
    while True:
        page = stub.ListShadowResults(Results(parent=PARENT, page_size=2, page_token=token))
        names += [result.name for result in page.shadow_results]
        token = page.next_page_token
        if not token:
            break
    assert len(names) == len(set(names)) == before + 3


def test_a_repeated_request_is_compared_once(server: RunningServer) -> None:
    before, request = compared(server), request_for(small_subject())
    first, second = (server.evaluations.EvaluateSubject(request) for _ in range(2))
    assert first.name == second.name
    server.evaluations.EvaluateSubject(request_for(small_subject()))
    until(lambda: compared(server) == before + 2)


@pytest.mark.parametrize("extent", ["EXTENT_INPUTS", "EXTENT_EVALUATION"])
def test_the_comparisons_of_an_erased_evaluation_are_deleted(server: RunningServer, extent: str) -> None:
    before = compared(server)
    name = server.evaluations.EvaluateSubject(request_for(small_subject())).name
    until(lambda: compared(server) == before + 1)
    order = erasure_service_pb2.EraseEvaluationsRequest(
        parent=PARENT, target=name, reason="on request", extent=evaluation_pb2.Erasure.Extent.Value(extent)
    )
    erasure_service_pb2_grpc.ErasureServiceStub(server.channel).EraseEvaluations(order)
    assert compared(server) == before


def test_a_candidate_name_must_be_a_version(server: RunningServer) -> None:
    stub = ShadowServiceStub(server.channel)
    error = refused(stub.SummarizeShadowResults, Summary(parent=PARENT, candidate_version="scorecards/small-factory"))
    assert "candidate_version" in error.violations


def test_real_answers_are_the_same_with_and_without_candidates(
    server: RunningServer, with_candidate: Path, tmp_path: Path
) -> None:
    request = request_for(small_subject())
    request.known_time.FromJsonString("2026-01-01T00:00:00Z")
    with RunningServer(tmp_path, with_candidate) as plain:
        answers = [running.evaluations.EvaluateSubject(request) for running in (server, plain)]
    for answer in answers:  # names, times and keys are new in each evaluation
        for field in ("name", "create_time", "record_key", "record_digest", "record_json"):
            answer.ClearField(field)
        answer.record.ClearField("trail_digest")
    assert answers[0].SerializeToString(deterministic=True) == answers[1].SerializeToString(deterministic=True)
