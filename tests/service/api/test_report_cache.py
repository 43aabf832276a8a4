"""Cache of written reports: one writing for equal requests, another for another status, none for a refusal."""

from __future__ import annotations

import asyncio

import pytest

from service.api.evaluation_service import ReportCache
from service.base.refusals import Reason, Refusal
from touchstone.v1 import evaluation_pb2
from touchstone.v1.evaluation_service_pb2 import GetReportRequest, Report


class Writing:
    """Writes reports and counts them."""

    def __init__(self) -> None:
        self.count = 0

    async def __call__(self) -> Report:
        self.count += 1
        return Report(content=bytes(10))


def asked(language_code: str = "en") -> GetReportRequest:
    return GetReportRequest(name="organizations/example/evaluations/1", language_code=language_code)


def test_a_report_is_written_once_for_each_distinct_request() -> None:
    cache, writing = ReportCache(), Writing()
    withdrawn, erased = asked(), asked()
    withdrawn.evaluation.status.state = evaluation_pb2.ResultStatus.STATE_WITHDRAWN
    erased.evaluation.record_digest = "another"
    issued = asked()
    issued.particulars.number = "R-1"

    async def go() -> None:
        for expected, request in enumerate((asked(), asked(language_code="zh"), withdrawn, erased, issued), 1):
            for _ in range(2):
                await cache.report(request, writing)
            assert writing.count == expected

    asyncio.run(go())


def test_a_refusal_is_not_cached() -> None:
    cache, writing = ReportCache(), Writing()

    async def refuse() -> Report:
        raise Refusal(Reason.TOOK_TOO_LONG, "later")

    async def go() -> None:
        with pytest.raises(Refusal):
            await cache.report(asked(), refuse)
        await cache.report(asked(), writing)
        assert writing.count == 1

    asyncio.run(go())
