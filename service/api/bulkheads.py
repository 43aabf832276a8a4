"""Bulkheads: separate places and threads for each kind of call."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base.measures import PLACES, PLACES_REFUSED, PLACES_TAKEN, QueueWait
from service.base.refusals import Reason, Refusal
from service.base.threads import Answer, P, ThreadPool
from service.identity.principals import quota_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.configuration.settings import Settings

_say = message_factory(__name__)

_THREADS = 2
"""Of each kind of work: they share the interpreter, so more of them only wait for each other."""
_BESIDE_PROCESSES = 1
"""Where processes do the work: what is looked up for them is short, and the loop that refuses wants the interpreter."""
_FILES_AT_ONCE = 8
"""How many files of evidence are taken in, given back or checked at once, each as slow as its caller."""


_asked_for: ContextVar[Callable[[Bulkhead], None]] = ContextVar("asked_for")


def set_bulkhead_listener(tell: Callable[[Bulkhead], None]) -> None:
    """Let the call that begins say in which bulkhead it asks for a place."""
    _asked_for.set(tell)


class BulkheadFullError(Refusal):
    """One call too many of a kind of work."""

    def __init__(self, limit: int) -> None:
        """Say how many calls are in flight."""
        super().__init__(Reason.TOO_MANY_CALLS, _say("TOO_MANY_CALLS", limit=limit))


class Bulkhead:
    """Bounds the calls in flight of one kind; one too many is refused at once instead of waiting."""

    def __init__(self, limit: int, *, kind: str = "other", shares: int = 1, threads: int = _THREADS) -> None:
        """Allow so many calls of a kind; threads are started when there is work for them.

        Of what is shared, because calls may last as long as their callers want, each sharer has one of so many shares
        at most.
        """
        self._limit = limit
        self._of_each = -(-limit // shares)
        self._sharers: Counter[str] = Counter()
        self._kind = kind
        PLACES.labels(kind).set(limit)
        self._taken = PLACES_TAKEN.labels(kind)
        self._refused = PLACES_REFUSED.labels(kind)
        self._count = 0
        self._threads = ThreadPool(threads)

    @property
    def is_full(self) -> bool:
        """Say whether a call that comes now has no place."""
        return self.is_full_with(0)

    def is_full_with(self, held: int) -> bool:
        """Say whether a call has no place where so many others have one or are on their way to it."""
        return max(self._count, held) >= self._limit

    def refusal(self, limit: int | None = None) -> BulkheadFullError:
        """Count a call that has no place, and give what is said to it: how many may be in flight."""
        self._refused.inc()
        return BulkheadFullError(limit or self._limit)

    @contextmanager
    def entered(self, whose: str = "") -> Iterator[None]:
        """Count one call while it runs, for a sharer; if none is named for whoever makes the call.

        Raises:
            NoPlace: too many calls are in flight.
        """
        tell = _asked_for.get(None)
        if tell is not None:
            tell(self)
        if self.is_full:
            raise self.refusal()
        whose = whose or quota_key()
        if whose and self._sharers[whose] >= self._of_each:
            raise self.refusal(self._of_each)
        self._count += 1
        self._sharers[whose] += 1
        self._taken.inc()
        try:
            yield
        finally:
            self._taken.dec()
            self._count -= 1
            self._sharers[whose] -= 1
            if not self._sharers[whose]:
                del self._sharers[whose]

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        """Do a part of a call's work in a thread of this kind; what it logs names the call."""
        waiting = QueueWait(self._kind)

        def begin() -> Answer:
            waiting.end()
            return work(*args, **named)

        try:
            return await self._threads.do(begin)
        finally:
            waiting.end()

    def close(self) -> None:
        """Drop what waits, and finish what runs."""
        self._threads.close()


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
            evaluating=Bulkhead(settings.maximum_in_flight, kind="evaluating", threads=_BESIDE_PROCESSES),
            streams=Bulkhead(settings.maximum_streams, kind="streams", shares=2),
            trying=Bulkhead(settings.maximum_trials, kind="trying"),
            reading=Bulkhead(settings.maximum_reads, kind="reading"),
            files=Bulkhead(_FILES_AT_ONCE, kind="files", shares=2),
        )

    def close(self) -> None:
        """Finish what runs in any of them."""
        for field in fields(self):
            getattr(self, field.name).close()
