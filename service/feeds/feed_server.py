"""Publication by a server: a thread that builds the feed from the gazette, and signs it again before it expires."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import InputError, TouchstoneError, error_message, message_factory
from service.approval.signing_keys import public_half, read_signing_key
from service.base import logs
from service.base.background_work import BackgroundThread
from service.base.instants import instant_of
from service.base.metrics import FEED_BUILDS_FAILED
from service.feeds.feed_file import read_feed_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from service.configuration.settings import Settings

_message = message_factory(__name__)

FEED, KEY, CHANNEL = "TOUCHSTONE_FEED", "TOUCHSTONE_FEED_KEY", "TOUCHSTONE_FEED_CHANNEL"
_POLL_SECONDS = 60.0
"""Interval for changes by other processes, such as a signature added in the folder."""


class FeedPublisher(BackgroundThread):
    """Thread that publishes a gazette in one channel with the online key.

    Files of publishers with other keys wait for their signatures.
    """

    def __init__(
        self, gazette: Path, folder: Path, channel: str, key: Ed25519PrivateKey, *, poll_seconds: float = _POLL_SECONDS
    ) -> None:
        self._gazette, self._folder, self._channel, self._key = gazette, folder, channel, key
        self._poll_seconds = poll_seconds
        self._problem = ""
        self._announced = set[tuple[str, int]]()
        """Expiring roles, by name and version, that the log names."""
        self._held_back = dict[str, str]()
        """Reasons of the roles that the last build held back."""
        super().__init__("feed")

    def _round(self) -> float:
        try:
            self._build()
            self._problem = ""
        except Exception as error:  # an invalid file must not stop the thread
            FEED_BUILDS_FAILED.inc()
            problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
            if problem != self._problem:  # once, not every minute
                logs.error("feed_not_published", feed=str(self._folder), problem=problem[:400])
            self._problem = problem
        return self._poll_seconds

    def _build(self) -> None:
        from service.feeds.publishing import build_feed  # noqa: PLC0415 -- optional dependency

        built = build_feed(self._gazette, self._folder, self._channel, [self._key])
        for role in built.expiring:
            if (role.role, role.version) not in self._announced:
                self._announced.add((role.role, role.version))
                logs.warning("feed_role_expires", role=role.role, time=instant_of(role.expires))
        if built.refreshed is not None:
            held_back = {held.role: held.problem for held in built.refreshed.held_back}
            for role_name, problem in held_back.items():
                if self._held_back.get(role_name) != problem:  # once, not every minute
                    logs.warning("feed_role_held_back", role=role_name, problem=problem[:400])
            self._held_back = held_back
        if built.added:
            snapshot = 0 if built.refreshed is None else built.refreshed.snapshot
            waiting = [role.role for role in built.staged if not role.is_complete]
            logs.info(
                "feed_published", channel=self._channel, files=len(built.added), snapshot=snapshot, waiting=waiting
            )


def start_feed(settings: Settings, stack: AsyncExitStack) -> Callable[[], None]:
    """Publish the gazette of a server until `stack` is closed, and return a function that requests a build.

    A feed without a key is only served.

    Raises:
        InputError: If a setting or the feed is invalid, or the key is not an online key.
    """
    if settings.feed is None:
        if settings.feed_key is not None:
            raise InputError.of(FEED, _message("FEED_NEEDED"), "REQUIRED")
        return lambda: None
    feed = read_feed_file(settings.feed)
    feed.check_channel(settings.feed_channel, CHANNEL)
    if settings.feed_key is None:
        return lambda: None
    from service.feeds import publishing as _publishing  # noqa: F401, PLC0415 -- optional dependency

    key = read_signing_key(settings.feed_key)
    if public_half(key) not in feed.online.keys:
        raise InputError.of(KEY, _message("NOT_ONLINE_KEY"), "WRONG_VALUE")
    publisher = FeedPublisher(settings.gazette, settings.feed, settings.feed_channel, key)
    stack.callback(publisher.stop)
    return publisher.wake
