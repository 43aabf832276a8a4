"""How does a server evaluate? In one worker thread beside the event loop, for as long as somebody waits."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from service.base.measures import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.contracts.inputs import Subject
    from rules.contracts.record import Record
    from rules.engine.stopping import ShouldStop
    from rules.model.published import Published
    from rules.trail.evaluation import Recorded
    from rules.trail.open_answers import OpenAnswer
    from rules.trail.verify import Check
    from service.evaluating.evaluators import Evaluators

Answer = TypeVar("Answer")

_KIND = "evaluator"
"""Of what waits for the thread, as the metrics name it."""


class Worker:
    """Does the work of evaluators in one thread: the inference library is C code that holds the interpreter.

    What can be raised is what they raise. A caller who leaves, or whose deadline passes, frees the thread: what is
    worked on for them is given up.
    """

    def __init__(self, evaluators: Evaluators) -> None:
        """Work with these evaluators, which nobody else may use."""
        self._evaluators = evaluators
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="evaluator")

    async def evaluate(
        self, published: Published, subject: Subject, record_key: bytes, *, then: Callable[[Recorded], Answer]
    ) -> Answer:
        """Evaluate a subject under a published version, and give what is made of it at once in the same thread."""

        def work(should_stop: ShouldStop) -> Answer:
            return then(self._evaluators.evaluate(published, subject, record_key, should_stop))

        return await self._run(work)

    async def open_answers(self, published: Published, record: Record) -> tuple[OpenAnswer, ...]:
        """List what is not known in a record, each with what it waits for."""
        return await self._run(partial(self._evaluators.open_answers, published, record))

    async def verify(
        self, *, content: bytes, stated_digest: str, record_key: bytes, versions: Sequence[Published]
    ) -> tuple[Check, ...]:
        """Check a record against the published versions of its scorecard; a failed check is an answer."""
        return await self._run(
            lambda should_stop: self._evaluators.verify(
                content=content,
                stated_digest=stated_digest,
                record_key=record_key,
                versions=versions,
                should_stop=should_stop,
            )
        )

    def close(self) -> None:
        """Drop what waits, finish what runs, and free the networks."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._evaluators.close()

    async def _run(self, work: Callable[[ShouldStop], Answer]) -> Answer:
        """Do work in the thread for as long as somebody waits here."""
        left = threading.Event()
        waiting = Waiting(_KIND)

        def begin() -> Answer:
            waiting.end()
            return work(left.is_set)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, begin)
        finally:
            waiting.end()
            left.set()
