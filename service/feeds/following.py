"""Feeds that a server follows: background checks, each at its interval."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import TimeoutError as NotYetError
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from service.base.background_work import repeat, run_until_closed
from service.base.thread_pool import ThreadPool
from service.base.worker_specs import WorkerSpec
from service.feeds.follower_settings import read_feeds, state_folder
from service.gazette.versions import refuse_packaged_gazette
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

    from service.base.worker_pool import WorkerPool
    from service.configuration.settings import Settings
    from service.feeds.feed_status import FeedStatus, ReceivedVersion
    from service.feeds.follower import Follower
    from service.feeds.snapshot_checks import Examine

_EXAMPLES_SECONDS = 600.0
_POLL_SECONDS = 0.2


class FollowingStoppedError(TouchstoneError):
    """The server stops during a check."""


def start_following(
    settings: Settings,
    processes: Callable[[WorkerSpec], WorkerPool],
    parts: AsyncExitStack,
    *,
    note_publication: Callable[[], None],
    on_check: Callable[[FeedStatus, tuple[ReceivedVersion, ...]], None] | None = None,
) -> None:
    """Follow the configured feeds until `parts` is closed.

    `note_publication` is called after new files became visible, and `on_check` after each check, both in a thread.

    Raises:
        InputError: If the file of the feeds is invalid, or the gazette belongs to the installation.
    """
    if settings.feeds is None:
        return
    feeds = read_feeds(settings.feeds)
    refuse_packaged_gazette(settings.gazette)
    from service.feeds.follower import Follower  # noqa: PLC0415 -- optional dependency

    pool = processes(WorkerSpec("service.feeds.receiving_process", (str(settings.gazette),), seconds=_EXAMPLES_SECONDS))
    stopping = threading.Event()
    examine = _examiner(pool, asyncio.get_running_loop(), stopping)
    for feed in feeds:
        follower = Follower(
            feed,
            settings.gazette,
            state_folder(settings, feed),
            trust=settings.trust,
            examine=examine,
            on_activation=note_publication,
            on_check=on_check,
        )
        _follow(follower, feed.interval_seconds, parts)
    parts.callback(stopping.set)


def _follow(follower: Follower, seconds: int, parts: AsyncExitStack) -> None:
    threads = ThreadPool()
    parts.callback(threads.close)
    run_until_closed(repeat(lambda: threads.do(follower.check), seconds, "feed_check_failed"), parts)
    parts.callback(follower.stop)


def _examiner(pool: WorkerPool, loop: asyncio.AbstractEventLoop, stopping: threading.Event) -> Examine:
    """Return a function that checks a version in a worker process, and is called in a thread."""

    def examine(job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
        work = asyncio.run_coroutine_threadsafe(pool.work(job, work_pb2.CheckedReceivedVersion), loop)
        while True:
            try:
                return work.result(_POLL_SECONDS)
            except NotYetError:
                if work.done():
                    raise
                if stopping.is_set():
                    work.cancel()
                    raise FollowingStoppedError("stopping") from None

    return examine
