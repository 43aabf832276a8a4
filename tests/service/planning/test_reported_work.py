"""Work with reports as a stream: the latest report, the answer last, errors, and the end of unread work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest

from service.planning.reported_work import with_reports
from touchstone.internal.v1 import work_pb2

JOB = work_pb2.Piece()


class FakeWorker:
    """Sends given reports, then answers, fails or waits."""

    def __init__(self, *reports: bytes, error: Exception | None = None, endless: bool = False) -> None:
        self._reports, self._error, self._endless = reports, error, endless
        self.ended = False

    async def work(
        self,
        job: Any,  # noqa: ARG002 -- every job is the same
        answer: Any,
        *,
        language: str = "en",  # noqa: ARG002
        on_report: Callable[[bytes], None] | None = None,
    ) -> Any:
        assert on_report is not None
        try:
            for report in self._reports:
                on_report(report)
                await asyncio.sleep(0)
            if self._endless:
                await asyncio.Event().wait()
            if self._error is not None:
                raise self._error
            return answer(content=b"answer")
        finally:
            self.ended = True


def answers(worker: FakeWorker, *, pause: float = 0) -> list[Any]:
    async def collect() -> list[Any]:
        found = []
        async with aclosing(with_reports(worker, JOB, work_pb2.Piece, language="en")) as stream:
            async for answer in stream:
                found.append(answer)
                await asyncio.sleep(pause)
        return found

    return asyncio.run(collect())


def test_reports_come_before_the_answer() -> None:
    *reports, last = answers(FakeWorker(b"1", b"2", b"3"))
    assert reports[-1] == b"3"
    assert last == work_pb2.Piece(content=b"answer")


def test_a_slow_reader_misses_reports_but_neither_the_latest_nor_the_answer() -> None:
    *reports, last = answers(FakeWorker(*(b"%d" % number for number in range(100))), pause=0.01)
    assert len(reports) < 50
    assert reports[-1] == b"99"
    assert last.content == b"answer"


def test_an_error_of_the_work_is_raised_after_the_reports() -> None:
    async def fail() -> None:
        worker = FakeWorker(b"1", error=ZeroDivisionError())
        stream = with_reports(worker, JOB, work_pb2.Piece, language="en")
        assert await anext(stream) == b"1"
        with pytest.raises(ZeroDivisionError):
            await anext(stream)

    asyncio.run(fail())


def test_work_ends_if_its_stream_is_closed() -> None:
    async def leave() -> None:
        worker = FakeWorker(b"1", endless=True)
        async with aclosing(with_reports(worker, JOB, work_pb2.Piece, language="en")) as stream:
            assert await anext(stream) == b"1"
        assert worker.ended

    asyncio.run(leave())
