"""Worker processes of the evaluation: crashes, hangs, cancellation, drain, and new versions in every process."""

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from service.base.instants import from_timestamp
from service.evaluating.evaluators import Evaluators
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from tests.end_to_end.trails import PASSED, verify
from tests.support.calling import refused, request_for
from tests.support.postgres import new_database
from tests.support.running import ROOT, RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import ListEvaluationsRequest
from touchstone.v1.system_service_pb2 import GetSystemStatusRequest

PROGRAM = "service.api.evaluating_process"
TWO = {"TOUCHSTONE_EVALUATING_PROCESSES": "2", "TOUCHSTONE_METRICS_ADDRESS": "127.0.0.1:0"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    if request.param == "sqlite":
        return {}
    return {"TOUCHSTONE_DATABASE_URL": new_database(request.getfixturevalue("postgres"))}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, gazette: Path, database: dict[str, str]) -> Iterator[RunningServer]:
    """A server that evaluates in two processes, on either database."""
    with RunningServer(tmp_path_factory.mktemp("pair"), gazette, tree=ROOT, **TWO, **database) as server:
        until(lambda: alive(server) == 2)
        yield server


def alive(server: RunningServer) -> float:
    return value(scraped(server), "touchstone_processes_alive", program=PROGRAM)


def lost(server: RunningServer, how: str) -> float:
    return value(scraped(server), "touchstone_processes_lost_total", program=PROGRAM, how=how)


def at_work(server: RunningServer) -> float:
    return value(scraped(server), "touchstone_processes_at_work", program=PROGRAM)


def stopped(server: RunningServer) -> list[int]:
    """Stop all worker processes, so that every new evaluation hangs."""
    pids = server.evaluating
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    return pids


def go_on(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def any_done(calls: list[Any]) -> bool:
    return any(call.done() for call in calls)


def logged(server: RunningServer, event: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, server.log.splitlines()) if line["event"] == event]


@pytest.mark.full
def test_both_processes_evaluate_and_each_answer_verifies(pair: RunningServer) -> None:
    before = {pid: worked(pid) for pid in pair.evaluating}
    assert len(before) == 2
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda _: pair.evaluations.EvaluateSubject(request_for(small_subject())), range(64)))
        until(lambda: all(worked(pid) > before[pid] for pid in before) or not evaluate_more(pair, callers))
    assert len({answer.name for answer in answers}) == 64
    assert verify(pair, name=answers[0].name).result == PASSED
    assert verify(pair, evaluation=answers[-1]).result == PASSED


def evaluate_more(server: RunningServer, callers: ThreadPoolExecutor) -> list[Evaluation]:
    return list(callers.map(lambda _: server.evaluations.EvaluateSubject(request_for(small_subject())), range(8)))


def worked(pid: int) -> int:
    """Return the CPU time of a process in clock ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11])


@pytest.mark.full
def test_a_server_and_a_local_evaluation_write_the_same_record_bytes(pair: RunningServer, gazette: Path) -> None:
    subject = small_subject()
    answer = pair.evaluations.EvaluateSubject(request_for(subject))
    known = json.loads(answer.record_json)["head"]["known_time"]
    assert from_timestamp(answer.create_time, field="create_time") >= known
    version = Gazette(gazette).version(CARD, "1.0.0")
    with closing(Evaluators(None)) as evaluators:
        made = evaluators.evaluate(version, subject.model_copy(update={"known": known}), answer.record_key)
    assert made.content.decode() == answer.record_json
    assert made.digest == answer.record_digest


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV], ids=lambda number: number.name)
def test_a_process_that_crashes_loses_only_its_own_evaluation(pair: RunningServer, number: signal.Signals) -> None:
    crashed, card_lost = lost(pair, "crashed"), value(scraped(pair), "touchstone_evaluations_lost_total", card=CARD)
    request = request_for(small_subject())
    first, second = stopped(pair)
    calls = [pair.evaluations.EvaluateSubject.future(each) for each in (request, request_for(small_subject()))]
    until(lambda: at_work(pair) == 2)
    os.kill(first, number)
    go_on(first)
    until(partial(any_done, calls))
    go_on(second)
    codes = {call.code() for call in calls}
    assert codes == {grpc.StatusCode.OK, grpc.StatusCode.UNAVAILABLE}
    assert lost(pair, "crashed") == crashed + 1
    assert value(scraped(pair), "touchstone_evaluations_lost_total", card=CARD) == card_lost + 1
    line = [line for line in logged(pair, "process_lost") if line["end"] == number.name][-1]
    assert (line["program"], line["how"], line["level"]) == (PROGRAM, "crashed", "error")
    until(lambda: alive(pair) == 2 and len(pair.evaluating) == 2)
    assert pair.evaluations.EvaluateSubject(request).record.conclusion.grade == "gold"
    status = pair.system.GetSystemStatus(GetSystemStatusRequest())
    (program,) = [one for one in status.programs if one.program == PROGRAM]
    assert (program.alive, program.lost["crashed"]) == (2, int(crashed) + 1)
    assert status.lost_evaluations[CARD] == int(card_lost) + 1


@pytest.mark.full(sample=5)
def test_a_stream_item_lost_in_a_crash_can_be_sent_again_and_the_order_is_preserved(pair: RunningServer) -> None:
    requests = [request_for(small_subject()) for _ in range(12)]
    first, second = stopped(pair)
    answers = pair.evaluations.StreamEvaluateSubjects(iter(requests))
    until(lambda: at_work(pair) == 2)
    os.kill(first, signal.SIGKILL)
    go_on(second)
    responses = list(answers)
    assert [answer.request_id for answer in responses] == [request.request_id for request in requests]
    (failed,) = [answer for answer in responses if answer.HasField("error")]
    assert failed.error.code == grpc.StatusCode.UNAVAILABLE.value[0]
    assert any(detail.type_url.endswith("RetryInfo") for detail in failed.error.details)


@pytest.mark.full
def test_an_exceeded_deadline_frees_a_process_that_hangs(pair: RunningServer) -> None:
    hung = lost(pair, "hung")
    pids = stopped(pair)
    call = pair.evaluations.EvaluateSubject.future(request_for(small_subject()), timeout=2)
    assert call.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    until(lambda: lost(pair, "hung") == hung + 1)
    for pid in pids:
        go_on(pid)
    until(lambda: alive(pair) == len(pair.evaluating) == 2 and len(set(pair.evaluating) & set(pids)) == 1)
    assert pair.evaluations.EvaluateSubject(request_for(small_subject())).name


@pytest.mark.full
def test_a_process_that_hangs_loses_the_evaluation_of_a_caller_without_a_deadline(
    tmp_path: Path, gazette: Path
) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_EVALUATION_SECONDS="10") as server:
        (pid,) = stopped(server)
        refusal = refused(server.evaluations.EvaluateSubject, request_for(small_subject()))
        assert (refusal.code, refusal.reason) == (grpc.StatusCode.UNAVAILABLE, "PROCESS_LOST")
        assert refusal.retry_seconds == 1
        until(lambda: is_gone(pid))
        assert server.evaluations.EvaluateSubject(request_for(small_subject()), timeout=60).name
        (line,) = logged(server, "process_lost")
        assert line["how"] == "hung"


@pytest.mark.full
def test_a_process_that_dies_while_idle_is_replaced_before_the_next_call(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0") as server:
        (pid,) = server.evaluating
        os.kill(pid, signal.SIGKILL)
        until(lambda: lost(server, "crashed") == 1 and alive(server) == 1)
        assert server.evaluating not in ([], [pid])
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name


@pytest.mark.full
def test_evaluations_in_progress_finish_when_every_process_is_terminated(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, tree=ROOT, **TWO) as server:
        until(lambda: alive(server) == 2)
        pids = stopped(server)
        calls = [server.evaluations.EvaluateSubject.future(request_for(small_subject())) for _ in range(2)]
        until(lambda: at_work(server) == 2)
        for pid in (*pids, server.process.pid):
            os.kill(pid, signal.SIGTERM)
        until(lambda: logged(server, "stopping"))
        for pid in pids:
            go_on(pid)
        assert all(call.result().name for call in calls)
        assert server.stop() == 0
        assert all(map(is_gone, pids))


@pytest.mark.full
@pytest.mark.parametrize("hangs", [False, True])
def test_no_process_outlives_a_server_that_is_killed(tmp_path: Path, gazette: Path, hangs: bool) -> None:
    with RunningServer(tmp_path, gazette, tree=ROOT, **TWO) as server:
        until(lambda: alive(server) == 2)
        pids = stopped(server) if hangs else server.evaluating
        assert len(pids) == 2
        server.process.kill()
        server.process.wait()
        until(lambda: all(map(is_gone, pids)), seconds=30)


@pytest.mark.full
def test_a_version_that_is_published_meanwhile_reaches_every_process(tmp_path: Path) -> None:
    folder = tmp_path / "gazette"
    write_version(folder, small_card(last="2025-12-31"), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, folder, tree=ROOT, **TWO) as server:
        until(lambda: alive(server) == 2)
        request = request_for(small_subject())
        assert refused(server.evaluations.EvaluateSubject, request).code is grpc.StatusCode.FAILED_PRECONDITION
        write_version(folder, small_card(version="2.0.0", first="2026-01-01"), {}, publish_time="2025-06-01T00:00:00Z")
        for pid in server.evaluating:  # each in turn is the only one
            os.kill(pid, signal.SIGSTOP)
            request = request_for(small_subject())
            calls = [server.evaluations.EvaluateSubject.future(request_for(small_subject())) for _ in range(2)]
            until(partial(any_done, calls))
            go_on(pid)
            assert {call.result().record.scorecard_version for call in calls} == {f"scorecards/{CARD}/versions/2.0.0"}


@pytest.mark.full
def test_a_long_evaluation_ends_when_its_caller_cancels(tmp_path: Path, gazette: Path) -> None:
    credits = DeclaredValue(
        records=tuple(
            {"serial": DeclaredValue(text=f"X-{number}"), "amount": DeclaredValue(number="1", unit="tCO2e")}
            for number in range(1_500)
        )
    )
    with RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0") as server:
        (pid,) = server.evaluating
        idle = worked(pid)
        call = server.evaluations.EvaluateSubject.future(request_for(small_subject(credits=credits)))
        until(lambda: worked(pid) > idle)
        call.cancel()
        until(lambda: at_work(server) == 0)
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name
        listing = ListEvaluationsRequest(parent="organizations/green-body")
        assert len(server.evaluations.ListEvaluations(listing).evaluations) in {1, 2}
