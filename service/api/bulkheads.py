"""How does one kind of work keep from taking the place, and the threads, of another? Each has a bulkhead of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.settings import Settings

_say = speaker(__name__)

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_THREADS = 2
"""Of each kind of work: they share the interpreter, so more of them only wait for each other."""


class Bulkhead:
    """Bounds the calls in flight of one kind; one too many is refused at once instead of waiting."""

    def __init__(self, limit: int) -> None:
        """Allow so many calls; threads are started when there is work for them."""
        self._limit = limit
        self._count = 0
        self._threads = ThreadPoolExecutor(_THREADS)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Count one call while it runs.

        Raises:
            Refusal: too many calls are in flight.
        """
        if self._count >= self._limit:
            raise Refusal(Reason.TOO_MANY_CALLS, _say("TOO_MANY_CALLS", limit=self._limit))
        self._count += 1
        try:
            yield
        finally:
            self._count -= 1

    async def in_thread(self, work: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs) -> Answer:
        """Do a part of a call's work in a thread of this kind; what it logs names the call."""
        around = copy_context()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: around.run(work, *given, **named))

    def close(self) -> None:
        """Drop what waits, and finish what runs."""
        self._threads.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Bulkheads:
    """One for each kind of work: evaluating, streams of it, trying out what is not stored, and reading."""

    evaluating: Bulkhead
    streams: Bulkhead
    trying: Bulkhead
    reading: Bulkhead

    @classmethod
    def of(cls, settings: Settings) -> Bulkheads:
        """Give those that an operator has set."""
        return cls(
            evaluating=Bulkhead(settings.maximum_in_flight),
            streams=Bulkhead(settings.maximum_streams),
            trying=Bulkhead(settings.maximum_trials),
            reading=Bulkhead(settings.maximum_reads),
        )

    def close(self) -> None:
        """Finish what runs in any of them."""
        for field in fields(self):
            getattr(self, field.name).close()
