"""How does one kind of work keep from taking the place, and the threads, of another? Each has a bulkhead of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from rules.contracts.messages import speaker
from service.base.measures import PLACES, PLACES_REFUSED, PLACES_TAKEN, Waiting
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.settings import Settings

_say = speaker(__name__)

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_THREADS = 2
"""Of each kind of work: they share the interpreter, so more of them only wait for each other."""
_FILES_AT_ONCE = 8
"""How many files of evidence are taken in, given back or checked at once, each as slow as its caller."""


class Bulkhead:
    """Bounds the calls in flight of one kind; one too many is refused at once instead of waiting."""

    def __init__(self, limit: int, *, kind: str = "other") -> None:
        """Allow so many calls of a kind; threads are started when there is work for them."""
        self._limit = limit
        self._kind = kind
        PLACES.labels(kind).set(limit)
        self._taken = PLACES_TAKEN.labels(kind)
        self._refused = PLACES_REFUSED.labels(kind)
        self._count = 0
        self._threads = ThreadPoolExecutor(_THREADS)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Count one call while it runs.

        Raises:
            Refusal: too many calls are in flight.
        """
        if self._count >= self._limit:
            self._refused.inc()
            raise Refusal(Reason.TOO_MANY_CALLS, _say("TOO_MANY_CALLS", limit=self._limit))
        self._count += 1
        self._taken.inc()
        try:
            yield
        finally:
            self._taken.dec()
            self._count -= 1

    async def in_thread(self, work: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs) -> Answer:
        """Do a part of a call's work in a thread of this kind; what it logs names the call."""
        around = copy_context()
        waiting = Waiting(self._kind)

        def begin() -> Answer:
            waiting.end()
            return around.run(work, *given, **named)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, begin)
        finally:
            waiting.end()

    def close(self) -> None:
        """Drop what waits, and finish what runs."""
        self._threads.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Bulkheads:
    """One for each kind of work: evaluating, streams of it, trying what is not stored, reading, files of evidence."""

    evaluating: Bulkhead
    streams: Bulkhead
    trying: Bulkhead
    reading: Bulkhead
    files: Bulkhead

    @classmethod
    def of(cls, settings: Settings) -> Bulkheads:
        """Give those that an operator has set."""
        return cls(
            evaluating=Bulkhead(settings.maximum_in_flight, kind="evaluating"),
            streams=Bulkhead(settings.maximum_streams, kind="streams"),
            trying=Bulkhead(settings.maximum_trials, kind="trying"),
            reading=Bulkhead(settings.maximum_reads, kind="reading"),
            files=Bulkhead(_FILES_AT_ONCE, kind="files"),
        )

    def close(self) -> None:
        """Finish what runs in any of them."""
        for field in fields(self):
            getattr(self, field.name).close()
