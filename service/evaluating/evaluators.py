"""Who evaluates? One worker thread, beside the event loop, with an evaluator ready for each version in use."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import metadata
from platform import python_version
from typing import TYPE_CHECKING, TypeVar

from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.open_answers import open_answers
from rules.trail.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.contracts.inputs import Subject
    from rules.contracts.record import Record
    from rules.engine.stopping import ShouldStop
    from rules.model.lookups import TableSource
    from rules.model.published import Published
    from rules.trail.evaluation import Recorded
    from rules.trail.explain import Explanation
    from rules.trail.open_answers import OpenAnswer
    from rules.trail.verify import Check

Answer = TypeVar("Answer")

_READY = 32
"""How many versions are kept ready; building one takes far longer than an evaluation."""
_DRAFTS_READY = 2
"""How many drafts; they must not push out what is published."""


def new_record_key() -> bytes:
    """Draw the key from which the salts of one record are derived."""
    return os.urandom(32)


@cache
def software_versions() -> dict[str, str]:
    """Name the software whose versions an evaluation states."""
    packages = ("touchstone", "durable-rules", "protobuf", "pydantic")
    return {"python": python_version(), **{package: metadata.version(package) for package in packages}}


class Evaluators:
    """Evaluates and verifies in one worker thread: the inference library is C code that holds the interpreter.

    A caller who leaves, or whose deadline passes, frees the thread: what is worked on for them is given up.
    """

    def __init__(self, tables: TableSource | None = None) -> None:
        """Start without any version; each is prepared on first use. `tables` is where reference tables come from."""
        self._tables = tables
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="evaluator")
        self._ready: OrderedDict[str, Evaluator] = OrderedDict()
        self._drafts: OrderedDict[str, Evaluator] = OrderedDict()

    async def evaluate(self, published: Published, subject: Subject, record_key: bytes) -> Recorded:
        """Evaluate a subject under a published version.

        Raises:
            InputError: the facts, settings or evidence cannot be accepted.
            EngineDisagreement: the two evaluators differ.
            PlanError: the version does not fit the engine.
            VersionError: an edition of a reference table that the version names is not there.
        """

        def run(should_stop: ShouldStop) -> Recorded:
            evaluator = self._evaluator(published)
            with evaluator.engine.waiting.until(should_stop):
                return evaluator.evaluate(subject, record_key)

        return await self._run(run)

    async def explain(self, published: Published, record: Record, language: str, criterion: str | None) -> Explanation:
        """Explain a record under the version it was made with.

        Raises:
            InputError: the language is not spoken, or there is no such criterion.
            EngineDisagreement: the two evaluators differ on a change that was tried.
        """

        def run(should_stop: ShouldStop) -> Explanation:
            evaluator = self._evaluator(published)
            with evaluator.engine.waiting.until(should_stop):
                return explain(evaluator, record, language, criterion)

        return await self._run(run)

    async def open_answers(self, published: Published, record: Record) -> tuple[OpenAnswer, ...]:
        """List what is not known in a record, each with what it waits for.

        Raises:
            EngineDisagreement: the two evaluators differ.
            VersionError: a reference table that the record names is not there.
        """

        def run(should_stop: ShouldStop) -> tuple[OpenAnswer, ...]:
            evaluator = self._evaluator(published)
            with evaluator.engine.waiting.until(should_stop):
                return open_answers(evaluator.engine, record)

        return await self._run(run)

    async def verify(
        self, *, content: bytes, stated_digest: str, record_key: bytes, versions: Sequence[Published]
    ) -> tuple[Check, ...]:
        """Check a record against the published versions of its scorecard; a failed check is an answer."""

        def run(should_stop: ShouldStop) -> tuple[Check, ...]:
            return verify(
                content=content,
                stated_digest=stated_digest,
                record_key=record_key,
                versions=versions,
                tables=self._tables,
                should_stop=should_stop,
            )

        return await self._run(run)

    def close(self) -> None:
        """Drop what waits, finish what runs."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        for ready in (self._ready, self._drafts):
            while ready:
                ready.popitem()[1].close()

    async def _run(self, work: Callable[[ShouldStop], Answer]) -> Answer:
        """Do work in the thread for as long as somebody waits here."""
        left = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, work, left.is_set)
        finally:
            left.set()

    def _evaluator(self, published: Published) -> Evaluator:
        is_draft = not published.publish_time
        ready, most = (self._drafts, _DRAFTS_READY) if is_draft else (self._ready, _READY)
        evaluator = ready.pop(published.content_digest, None)
        if evaluator is None:
            evaluator = Evaluator(published.scorecard, published.rule_digest, published.name, self._tables)
            if not is_draft:
                _settle()
        ready[published.content_digest] = evaluator
        while len(ready) > most:
            ready.popitem(last=False)[1].close()
        return evaluator


def _settle() -> None:
    """Spare what stays for long from every later search for garbage, which would cost one call in fifteen its time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
