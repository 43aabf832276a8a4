"""Work on claims ends soon after whoever asked has left, and counts as a call until it has ended."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.errors import Stopped
from rules.contracts.inputs import Subject
from rules.engine.stopping import ShouldStop, Waiting
from rules.model.published import Published
from service.api.calls import Bulkhead, Calls
from service.base.refusals import Refusal
from service.evaluating.evaluators import Evaluators
from service.evaluating.worker import Worker
from service.gazette.versions import Gazette
from service.reading.documents.document import Document
from service.schemes.claims.answer_message import write_page
from service.schemes.claims.judging import Asked, Judged, judged
from service.schemes.claims.refusals import Names, Refusals
from service.schemes.claims.screening_service import ScreeningApi
from tests.support.waiting import soon
from touchstone.v1 import screening_service_pb2_grpc
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest, ScreenClaimsRequest

GAZETTE = Gazette(Path(__file__).resolve().parents[4] / "scorecards")
NAMES = Names(jurisdictions="jurisdictions", shown="shown", as_of="as_of", text="text", languages="languages")
DAY = "2026-11-20"
CLAIMS = 40
TEXT = " ".join(f"Our eco-friendly soap number {number}." for number in range(CLAIMS))


def is_full(bulkhead: Bulkhead) -> bool:
    try:
        with bulkhead.entered():
            return False
    except Refusal:
        return True


def test_a_call_that_was_left_counts_until_its_thread_ends() -> None:
    bulkhead, begun, told, release = Bulkhead(1), threading.Event(), threading.Event(), threading.Event()

    def work(has_left: ShouldStop) -> None:
        begun.set()
        while not has_left():
            pass
        told.set()
        release.wait(20)
        raise ZeroDivisionError

    async def run() -> None:
        call = asyncio.ensure_future(bulkhead.in_thread(work))
        await soon(begun.is_set)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await soon(told.is_set)
        assert is_full(bulkhead)
        release.set()
        await soon(lambda: not is_full(bulkhead))

    asyncio.run(run())


def test_work_in_a_thread_is_answered_or_fails_and_frees_its_place() -> None:
    bulkhead = Bulkhead(1)

    def fail(_: ShouldStop) -> int:
        raise ZeroDivisionError

    async def run() -> None:
        assert await bulkhead.in_thread(lambda _: 7) == 7
        with pytest.raises(ZeroDivisionError):
            await bulkhead.in_thread(fail)
        assert not is_full(bulkhead)

    asyncio.run(run())


class Held(Worker):
    """A worker whose answers wait until they are released."""

    def __init__(self) -> None:
        super().__init__(Evaluators.beside(GAZETTE))
        self.asked, self.release = 0, asyncio.Event()

    async def conclude(self, published: Published, subject: Subject) -> Any:
        self.asked += 1
        await self.release.wait()
        return await super().conclude(published, subject)


class Watched(ScreeningApi):
    """Tells when the first call is over for its caller."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.left = asyncio.Event()

    async def CheckClaims(self, request: Any, context: Any) -> Any:  # noqa: N802 -- the name of the call
        context.add_done_callback(lambda _: self.left.set())
        return await super().CheckClaims(request, context)


def test_a_check_that_was_left_keeps_its_place_and_asks_no_more() -> None:
    async def run() -> None:
        worker, bulkhead = Held(), Bulkhead(1)
        server = grpc.aio.server(interceptors=[Calls()])
        api = Watched(bulkhead, GAZETTE, worker)
        screening_service_pb2_grpc.add_ScreeningServiceServicer_to_server(api, server)
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                stub: Any = screening_service_pb2_grpc.ScreeningServiceStub(channel)
                call = stub.CheckClaims(CheckClaimsRequest(text=TEXT, jurisdictions=["EU-DE"], as_of_date=DAY))
                await soon(lambda: worker.asked == 1)
                call.cancel()
                await api.left.wait()
                for request, method in (
                    (CheckClaimsRequest(text=TEXT, jurisdictions=["UK"]), stub.CheckClaims),
                    (ScreenClaimsRequest(text=TEXT), stub.ScreenClaims),
                ):
                    with pytest.raises(grpc.aio.AioRpcError) as refused:
                        await method(request, timeout=20)
                    assert refused.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
                worker.release.set()
                await soon(lambda: not is_full(bulkhead))
                assert worker.asked == 1
                assert (await stub.ScreenClaims(ScreenClaimsRequest(text=TEXT))).candidate_claims
        finally:
            worker.release.set()
            await server.stop(0)
            worker.close()

    asyncio.run(run())


def check(should_stop: ShouldStop) -> Judged:
    """Judge the text here for somebody who may leave."""
    waiting = Waiting()
    asked = Asked(jurisdictions=("EU-DE",), as_of=DAY, waiting=waiting)
    with closing(Evaluators.beside(GAZETTE)) as evaluators, waiting.until(should_stop):
        return judged(Document("text", TEXT), asked, GAZETTE, evaluators.conclude, Refusals(NAMES))


def leaving_after(times: int) -> tuple[ShouldStop, Callable[[], int]]:
    """Give somebody who leaves after having been asked so often, and how often that was asked."""
    count = 0

    def should_stop() -> bool:
        nonlocal count
        count += 1
        return count > times

    return should_stop, lambda: count


@pytest.mark.parametrize("claims", [0, 1, CLAIMS - 1, CLAIMS, CLAIMS + 1, 2 * CLAIMS - 1])
def test_nothing_more_is_judged_for_who_left(claims: int) -> None:
    should_stop, asked = leaving_after(claims)
    with pytest.raises(Stopped):
        check(should_stop)
    assert asked() == claims + 1


def test_nothing_more_is_written_for_who_left() -> None:
    found = check(lambda: False)
    assert len(found.claims) == CLAIMS
    waiting = Waiting()
    for claims in (0, 1, CLAIMS - 1):
        should_stop, asked = leaving_after(claims)
        with waiting.until(should_stop), pytest.raises(Stopped):
            write_page(found, "en", waiting)
        assert asked() == claims + 1
    assert len(write_page(found, "en", waiting).checked_claims) == CLAIMS
