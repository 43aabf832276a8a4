"""Readiness checks, and monitors of clock and schema."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from service.base import instants, logs
from service.base.background_work import run_until_closed
from service.base.thread_pool import ThreadPool
from service.store.database import SchemaChangedError

if TYPE_CHECKING:
    from service.api.call_interceptor import CallInterceptor
    from service.gazette.versions import Gazette
    from service.store.store import Store


_message = message_factory(__name__)

MOST_BEHIND_SECONDS = 300
"""Maximum lag behind stored times of a ready server."""
_LOGGED_LAG_SECONDS = 2
_CLOCK_CHECK_SECONDS = 10
_SCHEMA_CHECK_SECONDS = 2
"""Check interval; each write also checks the schema."""


class ClockMonitor:
    """Monitor that keeps service time from falling behind stored times."""

    def __init__(self, store: Store, gazette: Gazette) -> None:
        self._store = store
        self._threads = ThreadPool()
        self._behind = False
        self._lead = time.time() - time.monotonic()
        for card in gazette.card_ids():
            instants.set_floor(instants.milliseconds_of(gazette.outlines(card)[-1].publish_time))
        self.look()

    def look(self) -> None:
        instants.set_floor(self._store.log.newest_time())
        behind, lead = instants.clock_lag_seconds(), time.time() - time.monotonic()
        setback, self._lead = self._lead - lead, lead
        was_behind, self._behind = self._behind, behind > _LOGGED_LAG_SECONDS
        if (self._behind and not was_behind) or setback > _LOGGED_LAG_SECONDS:
            shown, seconds = instants.system_now(), round(max(behind, setback))
            logs.warning("clock_went_back", clock=shown, seconds=seconds, time_given=instants.now())
        elif was_behind and not self._behind:
            logs.info("clock_came_up", clock=instants.system_now())

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(_CLOCK_CHECK_SECONDS)
            with suppress(TouchstoneError):  # store readiness reports it
                await self._threads.do(self.look)


def watch_clock(store: Store, gazette: Gazette, parts: AsyncExitStack) -> None:
    """Prevent service time from falling behind stored times until `parts` are closed.

    Raises:
        Refusal: If the database cannot be read.
        TrailError: If the gazette is invalid.
    """
    run_until_closed(ClockMonitor(store, gazette).watch(), parts)


class SchemaMonitor:
    """Monitor that stops the server after a migration by other software."""

    def __init__(self, store: Store, stopping: asyncio.Event) -> None:
        self._store, self._stopping = store, stopping
        self._threads = ThreadPool()
        self._change: SchemaChangedError | None = None

    async def watch(self) -> None:
        while self._change is None:
            try:
                await self._threads.do(self._store.check)
            except SchemaChangedError as error:
                self._change = error
                logs.error("schema_changed", problem=error_message(error))
                self._stopping.set()
            except TouchstoneError:
                pass  # readiness reports a store that cannot be read
            await asyncio.sleep(_SCHEMA_CHECK_SECONDS)

    def raise_change(self) -> None:
        if self._change is not None:
            raise self._change


def watch_schema(store: Store, stopping: asyncio.Event, parts: AsyncExitStack) -> SchemaMonitor:
    """Check the store's schema until `parts` are closed."""
    monitor = SchemaMonitor(store, stopping)
    run_until_closed(monitor.watch(), parts)
    return monitor


def _check_clock() -> None:
    if instants.clock_lag_seconds() > MOST_BEHIND_SECONDS:
        shown, service_time = instants.system_now(), instants.now()
        raise TrailError(_message("CLOCK_BEHIND", clock=shown, held=service_time))


@dataclass(frozen=True, slots=True)
class ComponentStatus:
    """Readiness of a component; `problem` is empty if ready."""

    name: str
    problem: str = ""

    @property
    def is_ready(self) -> bool:
        return not self.problem


class Readiness:
    """Readiness checks outside the call quota."""

    def __init__(self, *, calls: CallInterceptor, store: Store, gazette: Gazette) -> None:
        self._calls = calls
        self._store = store
        self._gazette = gazette

    def parts(self) -> tuple[ComponentStatus, ...]:
        return (
            ComponentStatus("calls", "" if self._calls.are_taken else _message("STOPPING")),
            _component_status("store", self._store.check),
            _component_status("gazette", self._check_gazette),
            _component_status("clock", _check_clock),
        )

    def _check_gazette(self) -> None:
        if not self._gazette.check():
            raise TrailError(_message("NO_VERSIONS", folder=self._gazette.folder))


def _component_status(name: str, check: Callable[[], object]) -> ComponentStatus:
    try:
        check()
    except TouchstoneError as error:
        return ComponentStatus(name, error_message(error))
    return ComponentStatus(name)
