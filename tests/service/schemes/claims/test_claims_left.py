"""Abandoned work on claims: ends soon after the caller has left, and occupies its slot until then."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.errors import EvaluationCancelledError
from rules.engine.cancellation import CancellationScope, ShouldStop
from service.base.worker_loop import ANSWER, ERROR
from service.base.worker_pool import WorkerProcess
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.schemes.claims import services
from service.schemes.claims.answer_builder import write_page
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.refusals import ProblemCollector, RequestFieldNames
from service.schemes.claims.settings import Settings
from service.store.store import Store
from tests.support.calling import refused
from tests.support.in_process import server_parts
from tests.support.running import RunningServer, seconds_of_work
from tests.support.waiting import soon, until
from touchstone.v1.scorecard_service_pb2 import ListScorecardsRequest
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest, ScreenClaimsRequest
from touchstone.v1.screening_service_pb2_grpc import ScreeningServiceStub

GAZETTE = Gazette(Path(__file__).resolve().parents[4] / "scorecards")
NAMES = RequestFieldNames(
    jurisdictions="jurisdictions", shown="shown", as_of="as_of", text="text", languages="languages"
)
DAY = "2026-11-20"
CLAIMS = 40
TEXT = " ".join(f"Our eco-friendly soap number {number}." for number in range(CLAIMS))
LONG = "carbon neutral " * 30_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), GAZETTE.folder, TOUCHSTONE_MAXIMUM_SCREENINGS="1") as running:
        yield running


def is_free(server: RunningServer) -> bool:
    try:
        server.screenings.ScreenClaims(ScreenClaimsRequest(text="A green soap."))
    except grpc.RpcError as error:
        return error.code() is not grpc.StatusCode.RESOURCE_EXHAUSTED
    return True


@contextmanager
def begun(server: RunningServer) -> Iterator[None]:
    """Wait until work on the calls made inside has begun."""
    until(lambda: is_free(server))
    before = {pid: seconds_of_work(pid) for pid in server.processes}
    yield
    until(lambda: any(seconds_of_work(pid) > before.get(pid, 0) + 0.1 for pid in server.processes))


@pytest.mark.full
@pytest.mark.parametrize("leaves", ["deadline", "cancel"])
def test_abandoned_work_ends_and_frees_its_slot(server: RunningServer, leaves: str) -> None:
    """This work takes far longer than its caller waits."""
    with begun(server):
        before = server.processes
        timeout = 0.5 if leaves == "deadline" else None
        call = server.screenings.ScreenClaims.future(ScreenClaimsRequest(text=LONG), timeout=timeout)
    if leaves == "cancel":
        call.cancel()
    until(call.done)
    until(lambda: is_free(server))
    until(lambda: len(server.processes) == 1 and server.processes != before)


@pytest.mark.full
def test_an_abandoned_check_ends_between_two_claims_and_its_process_stays_warm(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A busy machine may not reach the next claim within the usual time limit, so the limit is a minute."""
    monkeypatch.setattr("service.base.worker_pool._LEAVING_SECONDS", 60)
    ends, exchange = list[int](), WorkerProcess.exchange

    async def exchanged(worker: WorkerProcess, *arguments: Any) -> tuple[int, bytes]:
        kind, answer = await exchange(worker, *arguments)
        ends.append(kind)
        return kind, answer

    monkeypatch.setattr(WorkerProcess, "exchange", exchanged)
    short, long = (CheckClaimsRequest(text=TEXT * many, jurisdictions=["EU-DE"], as_of_date=DAY) for many in (1, 40))

    async def run() -> None:
        server = grpc.aio.server()
        port = server.add_insecure_port("127.0.0.1:0")
        async with AsyncExitStack() as closed:
            store = closed.enter_context(closing(Store(f"sqlite:///{tmp_path}/store.sqlite3")))
            parts = server_parts(Settings(gazette=GAZETTE.folder, maximum_screenings=1), store, server, closed)
            services.add(parts)
            await server.start()
            closed.push_async_callback(server.stop, 0)
            channel = await closed.enter_async_context(grpc.aio.insecure_channel(f"127.0.0.1:{port}"))
            check = ScreeningServiceStub(channel).CheckClaims
            await check(short)  # so that its cards are read
            (processes,) = parts._processes.values()
            (worker,) = processes._idle
            before = seconds_of_work(worker.process.pid)
            call = check(long)
            await soon(lambda: seconds_of_work(worker.process.pid) > before + 0.1)
            call.cancel()
            await soon(lambda: processes._idle)
            assert processes._idle == [worker]
            assert worker.is_alive
            await check(short)

    asyncio.run(run())
    assert ends == [ANSWER, ERROR, ANSWER]


@pytest.mark.full
def test_four_hostile_pages_block_no_other_call_and_end_with_the_server(tmp_path: Path) -> None:
    page = "<div>" * 1_000 + "".join(f"<b a{number}></b x>" for number in range(500)) + "<p>Green soap.</p>" * 150_000
    with RunningServer(tmp_path, GAZETTE.folder, TOUCHSTONE_GRACE_SECONDS="1") as server:
        request = ScreenClaimsRequest(file=page.encode())
        calls = [server.screenings.ScreenClaims.future(request, timeout=60) for _ in range(4)]
        until(lambda: len(server.processes) == 4)
        for _ in range(20):
            server.scorecards.ListScorecards(ListScorecardsRequest())
        assert not any(call.done() for call in calls)
        assert refused(server.screenings.ScreenClaims, request).retry_seconds == 1
        hostile = server.processes
        assert server.stop() == 0
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in hostile))
        assert all(call.exception() is not None for call in calls)


@pytest.mark.full
def test_a_nested_page_is_refused_at_once(server: RunningServer) -> None:
    until(lambda: is_free(server))
    before = sum(map(seconds_of_work, server.processes))
    refusal = refused(server.screenings.ScreenClaims, ScreenClaimsRequest(file=b"<div>" * 700_000))
    assert sum(map(seconds_of_work, server.processes)) - before < 5
    assert refusal.code is grpc.StatusCode.INVALID_ARGUMENT
    assert list(refusal.violations) == ["file"]


def check(should_stop: ShouldStop) -> ClaimCheckResult:
    waiting = CancellationScope()
    asked = ClaimCheckRequest(jurisdictions=("EU-DE",), as_of=DAY, waiting=waiting)
    with closing(Evaluators.for_gazette(GAZETTE)) as evaluators, waiting.until(should_stop):
        return judge_text(Document("text", TEXT), asked, GAZETTE, evaluators.conclude, ProblemCollector(NAMES))


def leaving_after(times: int) -> tuple[ShouldStop, Callable[[], int]]:
    """Return a stop check that becomes true after `times` calls, and a counter of its calls."""
    count = 0

    def should_stop() -> bool:
        nonlocal count
        count += 1
        return count > times

    return should_stop, lambda: count


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("claims", [0, 1, CLAIMS - 1, CLAIMS, CLAIMS + 1, 2 * CLAIMS - 1])
def test_no_more_claims_are_judged_after_the_caller_has_left(claims: int) -> None:
    should_stop, asked = leaving_after(claims)
    with pytest.raises(EvaluationCancelledError):
        check(should_stop)
    assert asked() == claims + 1


def test_no_more_claims_are_written_after_the_caller_has_left() -> None:
    result = check(lambda: False)
    assert len(result.claims) == CLAIMS
    waiting = CancellationScope()
    for claims in (0, 1, CLAIMS - 1):
        should_stop, asked = leaving_after(claims)
        with waiting.until(should_stop), pytest.raises(EvaluationCancelledError):
            write_page(result, "en", waiting)
        assert asked() == claims + 1
    assert len(write_page(result, "en", waiting).checked_claims) == CLAIMS
