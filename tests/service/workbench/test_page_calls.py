"""Scheduling of page calls: calls that run in a separate process do not delay other calls."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from service.workbench.page_calls import PageCalls

_DRAW, _REPORT, _READ = (
    f"/touchstone.v1.{call}"
    for call in ("DossierService/GetCaseFilePage", "EvaluationService/GetReport", "CaseService/GetCase")
)


class _Interceptor:
    """Interceptor that answers reads immediately, and other calls only once they are released."""

    def __init__(self) -> None:
        self.may_go, self.begun = asyncio.Event(), list[str]()

    async def inside(self, method: str, _behavior: object, _asked: object, _context: object) -> str:
        self.begun.append(method)
        if method != _READ:
            await self.may_go.wait()
        return method


def test_drawing_does_not_delay_other_calls_of_a_page() -> None:
    async def go() -> None:
        interceptor = _Interceptor()
        page_request, other = (
            SimpleNamespace(user=None, language="en", caller=f"192.0.2.{number}") for number in (1, 2)
        )
        calls = PageCalls(interceptor, dict.fromkeys((_DRAW, _REPORT, _READ)), Any)  # type: ignore[arg-type]
        waiting = [
            asyncio.create_task(calls.ask(asking, method, None))  # type: ignore[arg-type]
            for method in (_DRAW, _REPORT)
            for asking in [page_request, other] * 20
        ]
        async with asyncio.timeout(10):
            assert await calls.ask(page_request, _READ, None) == _READ  # type: ignore[arg-type]
            assert (interceptor.begun.count(_DRAW), interceptor.begun.count(_REPORT)) == (2, 2)
            interceptor.may_go.set()
            assert len(await asyncio.gather(*waiting)) == 80
        calls.close()

    asyncio.run(go())
