"""Limits on concurrent HTTP calls and their bytes, with immediate refusal."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from starlette.requests import Request

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number

if TYPE_CHECKING:
    from starlette.types import Message

    from service.api.bulkheads import Bulkhead, LoadShedder

_message = message_factory(__name__)

_BODY_SECONDS = 30
_BODIES = 16


class InFlight:
    """Running calls, limited in total and per method like the gRPC port."""

    def __init__(self, bulkhead: Bulkhead, turning_away: LoadShedder) -> None:
        self.bulkhead = bulkhead
        self._load_shedder = turning_away
        self._held: Counter[str] = Counter()

    def check(self, called: str) -> None:
        if self.bulkhead.is_full:
            raise self.bulkhead.refusal()
        refusal = self._load_shedder.refusal(called, held=self._held[called])
        if refusal is not None:
            raise refusal

    @contextmanager
    def entered(self, called: str) -> Iterator[None]:
        self.check(called)
        self._held[called] += 1
        try:
            with self.bulkhead.slot():
                yield
        finally:
            self._held[called] -= 1


class BodyLimiter:
    """Limits of request bodies: size, duration and total memory. Zero `at_once` or `seconds` means the default."""

    def __init__(self, most: int, *, at_once: int = 0, seconds: int = 0) -> None:
        self._most, self._together = most, (at_once or _BODIES) * most
        self._seconds = seconds or _BODY_SECONDS
        self._held = 0

    @asynccontextmanager
    async def read(self, request: Request) -> AsyncIterator[bytes]:
        async with self.bounded(request) as bounded:
            yield await bounded.body()

    @asynccontextmanager
    async def bounded(self, request: Request) -> AsyncIterator[Request]:
        announced = request.headers.get("content-length", "")
        if announced.isdecimal() and parse_whole_number(announced, most=self._most) is None:
            raise self._too_large()
        deadline, taken = asyncio.get_running_loop().time() + self._seconds, 0

        async def receive() -> Message:
            nonlocal taken
            try:
                async with asyncio.timeout_at(deadline):
                    message = await request.receive()
            except TimeoutError:
                raise Refusal(Reason.REQUEST_TOO_SLOW, _message("BODY_TOO_SLOW", most=self._seconds)) from None
            size = len(message.get("body", b""))
            taken += size
            self._held += size
            if taken > self._most:
                raise self._too_large()
            if self._held > self._together:
                raise Refusal(Reason.TOO_MANY_CALLS, _message("BODIES_TOO_LARGE"))
            return message

        try:
            yield Request(request.scope, receive)
        finally:
            self._held -= taken

    def _too_large(self) -> Refusal:
        return Refusal(Reason.MESSAGE_TOO_LARGE, _message("BODY_TOO_LARGE", most=f"{self._most:,}"))
