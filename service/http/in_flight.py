"""Limits on concurrent HTTP calls and their bytes; refusal at once beyond them."""

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

_say = message_factory(__name__)

_BODY_SECONDS = 30
"""How long a body may take to come."""
_BODIES = 16
"""How many bodies of the largest size are held at once."""


class InFlight:
    """The calls that are being answered: so many at most, and of each method no more than the gRPC port takes."""

    def __init__(self, bulkhead: Bulkhead, turning_away: LoadShedder) -> None:
        """Bound all calls by the one, and those of a method by what the port knows of it."""
        self.bulkhead = bulkhead
        self._turning_away = turning_away
        self._held: Counter[str] = Counter()

    def check(self, called: str) -> None:
        """Refuse a call for which there is no place.

        This comes before its body is read, and again where it enters, since a body that is still coming holds no place.
        """
        if self.bulkhead.is_full:
            raise self.bulkhead.refusal()
        refusal = self._turning_away.refusal(called, held=self._held[called])
        if refusal is not None:
            raise refusal

    @contextmanager
    def entered(self, called: str) -> Iterator[None]:
        """Hold a place for a call of this method, from before the port knows of it."""
        self.check(called)
        self._held[called] += 1
        try:
            with self.bulkhead.slot():
                yield
        finally:
            self._held[called] -= 1


class BodyLimiter:
    """The bodies of requests until they are read: so many bytes each, and so many times as much together."""

    def __init__(self, most: int, *, at_once: int = 0, seconds: int = 0) -> None:
        """Take bodies of so many bytes, which come within so many seconds, and so many of the largest at once."""
        self._most, self._together = most, (at_once or _BODIES) * most
        self._seconds = seconds or _BODY_SECONDS
        self._held = 0

    @asynccontextmanager
    async def read(self, request: Request) -> AsyncIterator[bytes]:
        """Hold the whole body of a request."""
        async with self.bounded(request) as bounded:
            yield await bounded.body()

    @asynccontextmanager
    async def bounded(self, request: Request) -> AsyncIterator[Request]:
        """Give a request whose body is refused as soon as it is too large or too slow; what was read counts meanwhile.

        Raises:
            Refusal: the body is announced to be too large, of which nothing is read then.
        """
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
                raise Refusal(Reason.REQUEST_TOO_SLOW, _say("BODY_TOO_SLOW", most=self._seconds)) from None
            size = len(message.get("body", b""))
            taken += size
            self._held += size
            if taken > self._most:
                raise self._too_large()
            if self._held > self._together:
                raise Refusal(Reason.TOO_MANY_CALLS, _say("BODIES_TOO_LARGE"))
            return message

        try:
            yield Request(request.scope, receive)
        finally:
            self._held -= taken

    def _too_large(self) -> Refusal:
        return Refusal(Reason.MESSAGE_TOO_LARGE, _say("BODY_TOO_LARGE", most=f"{self._most:,}"))
