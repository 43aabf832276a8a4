"""Readiness checks of a server: call admission, store, gazette, and a clock that runs on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from service.base import instants, logs
from service.base.thread_pool import ThreadPool
from service.store.database import SchemaChangedError

if TYPE_CHECKING:
    from service.api.call_interceptor import CallInterceptor
    from service.gazette.versions import Gazette
    from service.store.store import Store


_say = message_factory(__name__)

MOST_BEHIND_SECONDS = 300
"""A server whose clock lies further behind what was stored is not ready."""
_TOLD_SECONDS = 2
"""What a clock is set back in ordinary service is less."""
_LOOK_SECONDS = 10
_SCHEMA_SECONDS = 2
"""How often the schema of the store is checked. Each write checks it as well."""


class ClockMonitor:
    """Holds the time of what was stored last, and tells if the clock of the machine lies behind it."""

    def __init__(self, store: Store, gazette: Gazette) -> None:
        """Hold it, and the time at which the newest version was published."""
        self._store = store
        self._threads = ThreadPool()
        self._behind = False
        self._lead = time.time() - time.monotonic()
        for card in gazette.card_ids():
            instants.set_floor(instants.milliseconds_of(gazette.outlines(card)[-1].publish_time))
        self.look()

    def look(self) -> None:
        """Hold what others stored, and log whether the clock went back or came up again."""
        instants.set_floor(self._store.log.newest_time())
        behind, lead = instants.clock_lag_seconds(), time.time() - time.monotonic()
        back, self._lead = self._lead - lead, lead
        was_behind, self._behind = self._behind, behind > _TOLD_SECONDS
        if (self._behind and not was_behind) or back > _TOLD_SECONDS:
            shown, seconds = instants.system_now(), round(max(behind, back))
            logs.warning("clock_went_back", clock=shown, seconds=seconds, time_given=instants.now())
        elif was_behind and not self._behind:
            logs.info("clock_came_up", clock=instants.system_now())

    async def watch(self) -> None:
        """Look again and again."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            with suppress(TouchstoneError):  # of which the readiness of the store tells
                await self._threads.do(self.look)


def watch_clock(store: Store, gazette: Gazette, parts: AsyncExitStack) -> None:
    """Hold the time of what was stored, and watch the clock until `parts` are closed.

    Raises:
        Refusal: the database cannot be read now.
        TrailError: a file of the gazette is damaged.
    """
    watching = asyncio.create_task(ClockMonitor(store, gazette).watch())
    parts.callback(watching.cancel)


class SchemaMonitor:
    """Checks the schema of the store repeatedly, and stops the server once other software has migrated the store."""

    def __init__(self, store: Store, stopping: asyncio.Event) -> None:
        """Check this store; `stopping` is set when its schema has changed."""
        self._store, self._stopping = store, stopping
        self._threads = ThreadPool()
        self._change: SchemaChangedError | None = None

    async def watch(self) -> None:
        """Check until the schema changes."""
        while self._change is None:
            try:
                await self._threads.do(self._store.check)
            except SchemaChangedError as error:
                self._change = error
                logs.error("schema_changed", problem=error_message(error))
                self._stopping.set()
            except TouchstoneError:
                pass  # readiness reports a store that cannot be read
            await asyncio.sleep(_SCHEMA_SECONDS)

    def raise_change(self) -> None:
        """Raise the error with which the server has to end, if the schema has changed."""
        if self._change is not None:
            raise self._change


def watch_schema(store: Store, stopping: asyncio.Event, parts: AsyncExitStack) -> SchemaMonitor:
    """Check the schema of the store until `parts` are closed."""
    monitor = SchemaMonitor(store, stopping)
    watching = asyncio.create_task(monitor.watch())
    parts.callback(watching.cancel)
    return monitor


def check_clock() -> None:
    """Say whether the clock of the machine is about where what was stored says that it is."""
    if instants.clock_lag_seconds() > MOST_BEHIND_SECONDS:
        shown, service_time = instants.system_now(), instants.now()
        raise TrailError(_say("CLOCK_BEHIND", clock=shown, held=service_time))


@dataclass(frozen=True, slots=True)
class ComponentStatus:
    """One part of a server; `problem` says why it is not ready, and is empty if it is."""

    name: str
    problem: str = ""

    @property
    def is_ready(self) -> bool:
        """Say whether it is ready."""
        return not self.problem


class Readiness:
    """Looks after each part when asked; a look takes no place of a call."""

    def __init__(self, *, calls: CallInterceptor, store: Store, gazette: Gazette) -> None:
        """Look after these parts."""
        self._calls = calls
        self._store = store
        self._gazette = gazette

    def parts(self) -> tuple[ComponentStatus, ...]:
        """Tell of every part whether it is ready: taking calls, the store, the gazette, the clock."""
        return (
            ComponentStatus("calls", "" if self._calls.are_taken else _say("STOPPING")),
            _looked_after("store", self._store.check),
            _looked_after("gazette", self._check_gazette),
            _looked_after("clock", check_clock),
        )

    def _check_gazette(self) -> None:
        if not self._gazette.check():
            raise TrailError(_say("NO_VERSIONS", folder=self._gazette.folder))


def _looked_after(name: str, look: Callable[[], object]) -> ComponentStatus:
    try:
        look()
    except TouchstoneError as error:
        return ComponentStatus(name, error_message(error))
    return ComponentStatus(name)
