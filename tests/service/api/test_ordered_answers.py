"""Ordered answers of a stream: concurrent items, shutdown, idle streams, end by the caller."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from service.api.ordered_answers import answer_in_order
from service.base.refusals import Reason, Refusal


class Asked:
    """Requests that come one by one, and then no more although the stream stays open, unless it is closed."""

    def __init__(self, *requests: int, closed: bool = False) -> None:
        self._requests = requests
        self._closed = closed
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[int]:
        for request in self._requests:
            self.read += 1
            yield request
        if not self._closed:
            await asyncio.Event().wait()


async def doubled(request: int) -> int:
    for _ in range(10 - request):  # earlier requests finish later
        await asyncio.sleep(0)
    return 2 * request


def test_requests_in_progress_are_answered_and_no_more_are_read_after_shutdown() -> None:
    async def run() -> None:
        stopping, working, begun = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def answer(request: int) -> int:
            if request == 3:
                begun.set()
            await working.wait()
            return await doubled(request)

        asked = Asked(1, 2, 3, 4, 5, 6)
        answers = answer_in_order(aiter(asked), answer, ahead=3, stopping=stopping)
        first = asyncio.ensure_future(anext(answers))
        await begun.wait()
        stopping.set()
        await asyncio.sleep(0)
        working.set()
        assert [await first, await anext(answers), await anext(answers)] == [2, 4, 6]
        with pytest.raises(Refusal) as raised:
            await anext(answers)
        assert raised.value.reason is Reason.SHUTTING_DOWN
        assert asked.read == 3

    asyncio.run(asyncio.wait_for(run(), 30))


def test_an_idle_stream_ends_at_once() -> None:
    async def run() -> None:
        stopping = asyncio.Event()
        answers = answer_in_order(aiter(Asked(1)), doubled, ahead=3, stopping=stopping)
        assert await anext(answers) == 2
        waiting = asyncio.ensure_future(anext(answers))
        await asyncio.sleep(0)
        stopping.set()
        with pytest.raises(Refusal):
            await waiting

    asyncio.run(asyncio.wait_for(run(), 30))


@pytest.mark.parametrize("stops", [False, True])
def test_a_stream_closed_by_its_caller_is_answered_completely(stops: bool) -> None:
    async def run() -> None:
        stopping = asyncio.Event()
        answers = answer_in_order(aiter(Asked(1, 2, closed=True)), doubled, ahead=8, stopping=stopping)
        assert await anext(answers) == 2
        if stops:
            stopping.set()
        assert [answer async for answer in answers] == [4]

    asyncio.run(asyncio.wait_for(run(), 30))
