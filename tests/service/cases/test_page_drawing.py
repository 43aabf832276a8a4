"""Rendering of document pages: caching by request, no retry after a limit, and fair turns by caller."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from service.base.refusals import Reason, Refusal
from service.cases.case_files import CaseFileApi
from service.identity.principals import LOCAL, Principal, PrincipalKind, set_principal
from touchstone.internal.v1 import work_pb2
from touchstone.v1.case_dossier_service_pb2 import CaseFilePage

RUI, BEN = (Principal(name, PrincipalKind.ACCOUNT, "example", frozenset()) for name in ("rui", "ben"))


class Drawing:
    """A fake page renderer that may exceed a limit, and records requested pages and concurrency."""

    def __init__(self, reason: Reason | None = None) -> None:
        self.reason, self.drawn, self.now, self.most = reason, list[int](), 0, 0

    async def work(self, asked: work_pb2.DrawDocumentPage, _answer: Any, **_: Any) -> CaseFilePage:
        self.drawn.append(asked.page_number)
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        if self.reason is not None:
            raise Refusal(self.reason, "too much")
        return CaseFilePage(page_number=asked.page_number, text=asked.quote, width_pixels=asked.width_pixels)


def api(drawing: Drawing) -> CaseFileApi:
    set_principal(LOCAL)
    return CaseFileApi(None, None, drawing)  # type: ignore[arg-type] # no call enters


def asked(number: int = 1, **changes: Any) -> work_pb2.DrawDocumentPage:
    return work_pb2.DrawDocumentPage(**{"page_number": number, "quote": "12 t", "width_pixels": 100, **changes})


def test_a_page_is_drawn_once_for_each_width_and_quote() -> None:
    drawing = Drawing()
    files = api(drawing)

    async def draw_all() -> list[CaseFilePage]:
        requests = (asked(), asked(), asked(2), asked(width_pixels=200), asked(quote=""), asked())
        return [await files._draw("digest", request, "en") for request in requests]

    pages = asyncio.run(draw_all())
    assert (pages[0], pages[0]) == (pages[1], pages[5])
    assert (drawing.drawn, pages[3].width_pixels, pages[4].text) == ([1, 2, 1, 1], 200, "")
    asyncio.run(files._draw("other", asked(), "en"))
    assert len(drawing.drawn) == 5


@pytest.mark.parametrize("reason", [Reason.TOOK_TOO_LONG, Reason.NEEDS_TOO_MUCH, Reason.PROCESS_LOST])
def test_a_page_that_exceeded_a_limit_is_not_retried_in_any_width(reason: Reason) -> None:
    drawing = Drawing(reason)
    files = api(drawing)
    for request in (asked(), asked(), asked(width_pixels=200)):
        with pytest.raises(Refusal) as refused:
            asyncio.run(files._draw("digest", request, "en"))
        assert refused.value.reason is Reason.EVIDENCE_FILE_NOT_DRAWN
    assert drawing.drawn == [1]


def test_pages_of_one_caller_are_drawn_in_turn_and_delay_no_other_caller() -> None:
    drawing = Drawing()
    files = api(drawing)

    async def draw(principal: Principal, number: int) -> None:
        set_principal(principal)
        await files._draw("digest", asked(number), "en")

    async def at_once() -> None:
        async with asyncio.TaskGroup() as calls:
            for number in range(1, 9):
                calls.create_task(draw(RUI, number))
            calls.create_task(draw(BEN, 99))

    asyncio.run(at_once())
    assert (drawing.most, 99 in drawing.drawn[:2]) == (2, True)


def test_two_concurrent_requests_for_a_page_draw_the_page_once() -> None:
    drawing = Drawing()
    files = api(drawing)

    async def twice() -> None:
        await asyncio.gather(*(files._draw("digest", asked(), "en") for _ in range(2)))

    asyncio.run(twice())
    assert drawing.drawn == [1]
