"""Scheduled pulls of a server: due sources, attempts, and their results in the store.

A changed file is stored before it is applied, so a run continues after a crash. On a shared database, one server at a
time runs a pull.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import LANGUAGES, InputError, TouchstoneError, error_message, in_language, message_factory
from service.api.access_guard import InternalCall
from service.api.bulkheads import BulkheadFullError
from service.base import instants, logs
from service.base.background_work import logging_failures
from service.base.grpc_status import reason_of
from service.base.metrics import PULLS
from service.base.metrics_registry import export_until_closed
from service.base.refusals import TEMPORARY_REASONS, Reason
from service.identity.principals import Principal, PrincipalKind, Role
from service.pull.applying import Applier
from service.pull.fetching import FetchError, fetch
from service.pull.pull_metrics import PullMetrics
from service.pull.pull_settings import read_pulls
from service.store.pulls import PENDING, REFUSED, TAKEN
from service.store.tables import PullRunRow, PullStateRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.api.call_interceptor import CallInterceptor
    from service.api.server_context import ServerContext
    from service.pull.pull_settings import PullSource

_message = message_factory(__name__)

UNCHANGED, FAILED = "unchanged", "failed"
OUTCOMES = (TAKEN, UNCHANGED, REFUSED, FAILED)
_POLL_SECONDS = 1.0
_MAX_TOGETHER = 4
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
_MAX_SHOWN = 20
_MAX_PROBLEM_CHARACTERS = 4_000
_MAX_UNEXPECTED = 10
"""Attempts with an unexpected error in a row, after which a file is refused, so that a newer file is fetched."""
_PENDING_REASONS = TEMPORARY_REASONS | {Reason.CASE_CHANGED, Reason.IDENTITY_UNAVAILABLE}
"""Reasons that leave a run pending. Other errors refuse its file."""


def start_pulls(parts: ServerContext, calls: CallInterceptor) -> None:
    """Run the configured pulls until the server stops.

    Raises:
        InputError: If the file of the pulls is invalid.
    """
    if parts.settings.pulls is None:
        return
    sources = read_pulls(parts.settings.pulls)
    export_until_closed(PullMetrics(parts.store.pulls, sources), parts.closed)
    parts.keep_going(PullRunner(parts, calls, sources).run)


class PullRunner:
    """Loop that starts each due pull in its own task."""

    def __init__(self, parts: ServerContext, calls: CallInterceptor, sources: Sequence[PullSource]) -> None:
        self.store, self._calls, self._behaviors = parts.store.pulls, calls, parts.behaviors
        self._sources = {source.resource: source for source in sources}
        limiter = parts.own_limiter(_MAX_TOGETHER, "pull")
        self.in_thread = limiter.in_thread
        self.applier = Applier(parts, limiter)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        for source in sources:
            for outcome in OUTCOMES:
                PULLS.labels(source.name, outcome)  # exports each counter as 0

    async def run(self) -> None:
        try:
            while True:
                with logging_failures("pulls_wait", "pulls_failed"):
                    await self._start_due()
                await asyncio.sleep(_POLL_SECONDS)
        finally:
            for task in self._tasks.values():
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks.values())

    async def _start_due(self) -> None:
        self._tasks = {name: task for name, task in self._tasks.items() if not task.done()}
        states, now = await self.in_thread(self.store.states), instants.now()
        for name, source in self._sources.items():
            due = name not in states or states[name].next_time <= now
            if due and name not in self._tasks and len(self._tasks) < _MAX_TOGETHER:
                self._tasks[name] = asyncio.create_task(self._attempt(source))

    async def _attempt(self, source: PullSource) -> None:
        with logging_failures("pull_waits", "pull_failed", pull=source.resource), ExitStack() as locks:
            if await self.in_thread(locks.enter_context, self.store.running(source.resource)):
                outcome = await Attempt(source, self).run()
                PULLS.labels(source.name, outcome).inc()
                logs.info("pull", pull=source.resource, outcome=outcome)
                return
        await asyncio.sleep(_POLL_SECONDS + random.random())  # noqa: S311 -- only spreads retries

    async def ask(self, source: PullSource, method: str, request: Any, language: str) -> Any:
        """Call a method as the pull; a full bulkhead is retried, then refused."""
        path = f"/touchstone.v1.{method}"
        principal = Principal(source.name, PrincipalKind.PULL, source.organization, frozenset({Role.INTEGRATOR}))
        context = InternalCall(principal, language, "")
        for pause in _RETRY_SECONDS:
            with suppress(BulkheadFullError):
                return await asyncio.create_task(self._calls.inside(path, self._behaviors[path], request, context))
            await asyncio.sleep(pause)
        return await asyncio.create_task(self._calls.inside(path, self._behaviors[path], request, context))


class Attempt:
    """One attempt of a pull."""

    def __init__(self, source: PullSource, runner: PullRunner) -> None:
        self._source, self._runner = source, runner
        self._store, self._in_thread = runner.store, runner.in_thread

    async def run(self) -> str:
        """Continue the pending run, or fetch the file; return the outcome."""
        source = self._source
        new = PullStateRow(name=source.resource, organization=source.organization, selection=source.selection)
        state = await self._in_thread(self._store.state, source.resource) or new
        run = await self._in_thread(self._store.pending, source.resource)
        if state.selection != source.selection:
            state = state.model_copy(update={"selection": source.selection, "tag": "", "digest": ""})
            if run is not None:  # the file was meant for another target
                changed = InputError.of("file", _message("CHANGED"), "WRONG_VALUE")
                state, run = await self._refuse(state, run, changed), None
        tag = ""
        if run is None:
            try:
                fetched = await fetch(source, state.tag)
                digest = "" if fetched.content is None else hashlib.sha256(fetched.content).hexdigest()
                if fetched.content is None or digest == state.digest:
                    await self._succeed(state, tag=fetched.tag)
                    return UNCHANGED
                revision = await self._runner.applier.mapping_revision(source, self._ask)
            except Exception as error:
                await self._fail(state, error)
                return FAILED
            tag = fetched.tag
            run = await self._in_thread(self._store.begin, self._new_run(fetched.content, digest, revision))
        return await self._apply(state, run, tag)

    def _new_run(self, content: bytes, digest: str, revision: int) -> PullRunRow:
        source = self._source
        return PullRunRow(
            name=source.resource, number=0, state=PENDING, begin_time=instants.now(),
            as_of_date=instants.today(source.schedule.zone).isoformat(), digest=digest, size=len(content),
            mapping=source.mapping_name, mapping_revision=revision, content=content,
        )  # fmt: skip

    async def _ask(self, method: str, request: Any, language: str) -> Any:
        return await self._runner.ask(self._source, method, request, language)

    async def _apply(self, state: PullStateRow, run: PullRunRow, tag: str) -> str:
        try:
            applied = await self._runner.applier.apply(self._source, run, self._ask)
        except Exception as error:
            reason = reason_of(error)
            may_succeed = reason in _PENDING_REASONS or (
                reason is Reason.UNEXPECTED and state.failures < _MAX_UNEXPECTED
            )
            if may_succeed:
                await self._fail(state, error)
                return FAILED
            await self._refuse(state, run, error)
            return REFUSED
        ended = run.model_copy(
            update={
                "state": TAKEN, "end_time": instants.now(), "content": b"", "result": applied.result,
                "evaluations": applied.evaluations,
            }
        )  # fmt: skip
        await self._succeed(state, tag=tag, digest=run.digest, run=ended)
        return TAKEN

    async def _succeed(self, state: PullStateRow, *, tag: str, digest: str = "", run: PullRunRow | None = None) -> None:
        now = instants.now()
        taken = {"digest": digest, "take_time": now} if digest else {}
        await self._save(state, run, tag=tag, success_time=now, failures=0, problem="", **taken)

    async def _fail(self, state: PullStateRow, error: Exception) -> None:
        if not isinstance(error, TouchstoneError):
            logs.error("pull_failed", pull=self._source.resource, error=type(error).__name__)
        reason = "SOURCE_FAILED" if isinstance(error, FetchError) else reason_of(error).value
        failures = state.failures + 1
        retry_time = self._source.schedule.retry_after(instants.now(), failures)
        await self._save(state, None, reason, failures=failures, problem=problem_texts(error), next_time=retry_time)

    async def _refuse(self, state: PullStateRow, run: PullRunRow, error: Exception) -> PullStateRow:
        """Refuse the file of a run; it is read again at the next scheduled time."""
        problem = problem_texts(error)
        ended = run.model_copy(
            update={"state": REFUSED, "end_time": instants.now(), "content": b"", "problem": problem}
        )
        return await self._save(state, ended, reason_of(error).value, failures=state.failures + 1, problem=problem)

    async def _save(
        self, state: PullStateRow, run: PullRunRow | None, reason: str = "", **changed: object
    ) -> PullStateRow:
        now = instants.now()
        times = {"check_time": now, "next_time": self._source.schedule.next_after(now)}
        saved = state.model_copy(update={**times, **changed})
        await self._in_thread(self._store.save, saved, run, reason, known_next_time=state.next_time)
        return saved


def problem_texts(error: BaseException) -> str:
    """Return the texts of an error by language as JSON, with the fields of an invalid file."""
    text = _problem(error)
    return orjson.dumps(
        {language: in_language(text, language)[:_MAX_PROBLEM_CHARACTERS] for language in LANGUAGES}
    ).decode()


def _problem(error: BaseException) -> str:
    if not isinstance(error, InputError):
        return error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
    parts = [_message("PROBLEM", field=each.field, problem=each.description) for each in error.violations[:_MAX_SHOWN]]
    if len(error.violations) > _MAX_SHOWN:
        parts.append(_message("MORE_PROBLEMS", count=len(error.violations) - _MAX_SHOWN))
    return parts[0] if len(parts) == 1 else _message("PROBLEMS", problems=parts)
