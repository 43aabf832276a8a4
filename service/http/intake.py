"""How much may all bodies hold that are coming in? Where it becomes too much, the one that began first gives way."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

_say = speaker(__name__)

_SECONDS = 30
"""How long a body may take to come."""


class Intake:
    """The bodies of all requests until they are read, of so many bytes at most."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._most = most
        self._bytes = 0
        self._coming: dict[Body, None] = {}
        """Those that have not come whole, longest first."""

    @contextmanager
    def body(self) -> Iterator[Body]:
        """Hold a body until it is read."""
        body = Body(self)
        try:
            yield body
        finally:
            self.drop(body)

    def begin(self, body: Body) -> None:
        """Take note that a body begins to come."""
        self._coming[body] = None

    def end(self, body: Body) -> None:
        """Take note that nothing more of a body comes."""
        self._coming.pop(body, None)

    def drop(self, body: Body) -> None:
        """Hold a body no longer."""
        self._bytes -= body.size
        body.size = 0

    def grow(self, body: Body, size: int) -> None:
        """Hold so many bytes more, for which the body goes that has been coming for longest."""
        body.size += size
        self._bytes += size
        while self._bytes > self._most and self._coming:
            oldest = next(iter(self._coming))
            self.end(oldest)
            self.drop(oldest)
            oldest.give_way()


class Body:
    """The body of one request."""

    def __init__(self, intake: Intake) -> None:
        """Begin with nothing."""
        self._intake = intake
        self._until: asyncio.Timeout | None = None
        self._gave_way = False
        self.size = 0

    async def taken(self, parts: AsyncIterator[bytes], *, most: int) -> bytes:
        """Give the whole body of so many bytes at most.

        Raises:
            Refusal: it is larger, comes too slowly, or had to give way to others.
        """
        content = bytearray()
        self._intake.begin(self)
        try:
            async with asyncio.timeout(_SECONDS) as self._until:
                async for part in parts:
                    content += part
                    self._intake.grow(self, len(part))
                    if len(content) > most:
                        raise too_large(most)
                    if self._gave_way:
                        break
        except TimeoutError:
            if not self._gave_way:
                raise Refusal(Reason.REQUEST_TOO_SLOW, _say("BODY_TOO_SLOW", most=_SECONDS)) from None
        finally:
            self._intake.end(self)
        if self._gave_way:
            raise Refusal(Reason.TOO_MANY_CALLS, _say("BODIES_TOO_LARGE"))
        return bytes(content)

    def give_way(self) -> None:
        """Take no more of it."""
        self._gave_way = True
        if self._until is not None:
            self._until.reschedule(asyncio.get_running_loop().time())


def too_large(most: int) -> Refusal:
    """Give the refusal of a body of more bytes than this."""
    return Refusal(Reason.MESSAGE_TOO_LARGE, _say("BODY_TOO_LARGE", most=f"{most:,}"))
