"""Time stamping client (RFC 3161), and the thread that stamps checkpoints.

The log never waits for a stamp; failures are retried.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rules.contracts import InputError, TouchstoneError, TrailError, error_message, message_factory
from service.base import logs
from service.base.background_work import BackgroundThread
from service.base.bounded_http_client import BoundedHttpClient
from service.base.instants import now, seconds_between
from service.base.metrics import CHECKPOINT_TIMESTAMPS_FAILED, CHECKPOINTS_TIMESTAMPED
from service.base.refusals import Reason, Refusal
from service.transparency.time_stamps import StampRequest, TimeStamp

if TYPE_CHECKING:
    from service.configuration.settings import Settings
    from service.store.store import Store
    from service.transparency.checkpoints import Checkpoint
    from service.transparency.log_trust import LogTrust

_message = message_factory(__name__)

_TIMEOUT_SECONDS = 20.0
_MAXIMUM_ANSWER_BYTES = 64 * 1024
_HEADERS = {"content-type": "application/timestamp-query", "accept": "application/timestamp-reply"}
_OK = 200
_POLL_SECONDS = 1.0
_FIRST_DELAY_SECONDS, _LONGEST_DELAY_SECONDS = 5.0, 3_600.0


class TimeStampAuthority:
    """A time stamping authority at a URL (RFC 3161, section 3.4)."""

    def __init__(self, url: str, *, field: str) -> None:
        if not _is_url(url):
            raise InputError.of(field, _message("AUTHORITY_URL", url=url[:200]), "MALFORMED")
        self._url = url
        self._client = BoundedHttpClient(url, seconds=_TIMEOUT_SECONDS, most=_MAXIMUM_ANSWER_BYTES)

    def stamp(self, checkpoint: Checkpoint, trust: LogTrust) -> TimeStamp:
        request = StampRequest.of(checkpoint)
        try:
            status, answer = self._client.post(request.content, _HEADERS)
        except (OSError, HTTPException) as error:
            raise self._unavailable(type(error).__name__) from None
        finally:
            self._client.close()
        if status != _OK:
            raise self._unavailable(f"HTTP {status}")
        if len(answer) >= _MAXIMUM_ANSWER_BYTES:
            raise TrailError(_message("STAMP_TOO_LARGE", most=_MAXIMUM_ANSWER_BYTES))
        token = request.token(answer)
        name, time = trust.stamped(token, checkpoint)
        return TimeStamp(checkpoint.size, name, time, token)

    def cut_off(self) -> None:
        """Abort a pending request from another thread."""
        self._client.cut_off()

    def _unavailable(self, problem: str) -> Refusal:
        return Refusal(Reason.AUTHORITY_UNAVAILABLE, _message("NO_AUTHORITY", url=self._url, problem=problem))


class CheckpointStamper(BackgroundThread):
    """Thread that stamps the newest checkpoint, at most once per interval."""

    def __init__(self, store: Store, authority: TimeStampAuthority, trust: Path, interval: float) -> None:
        self._store = store
        self._authority = authority
        self._trust = trust
        self._interval = interval
        self._failures = 0
        super().__init__("time-stamps")

    def request_stop(self) -> None:
        super().request_stop()
        self._authority.cut_off()

    def _round(self) -> float:
        try:
            wait = self._stamp_if_due()
            self._failures = 0
        except Exception as error:  # a failing authority must not stop the thread
            wait = min(_FIRST_DELAY_SECONDS * 2**self._failures, _LONGEST_DELAY_SECONDS)
            self._failures += 1
            CHECKPOINT_TIMESTAMPS_FAILED.inc()
            problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
            if not self.is_stopping:
                logs.warning("checkpoint_not_stamped", problem=problem[:400], again_after_seconds=wait)
        return wait

    def _stamp_if_due(self) -> float:
        note, newest = self._store.log.note(), self._store.time_stamps.newest()
        if newest is not None and (remaining := self._interval - seconds_between(now(), newest.time)) > 0:
            return max(remaining, _POLL_SECONDS)
        if note is None or (newest is not None and newest.size >= note.checkpoint.size):
            return _POLL_SECONDS
        from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load, and seldom needed

        stamp = self._authority.stamp(note.checkpoint, read_log_trust(self._trust))
        self._store.time_stamps.add(stamp)
        CHECKPOINTS_TIMESTAMPED.inc()
        logs.info("checkpoint_stamped", size=stamp.size, authority=stamp.authority, time=stamp.time)
        return max(self._interval, _POLL_SECONDS)


def start_stamping(settings: Settings, store: Store, parts: AsyncExitStack) -> None:
    """Stamp checkpoints until `parts` is closed, if an authority is set.

    Raises:
        InputError: If the URL or trust file is unusable.
    """
    if not settings.time_stamp_url:
        return
    from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load, and seldom needed

    authority = TimeStampAuthority(settings.time_stamp_url, field="TOUCHSTONE_TIME_STAMP_URL")
    if settings.trust is None or not read_log_trust(settings.trust).authorities:
        raise InputError.of("TOUCHSTONE_TIME_STAMP_URL", _message("NO_AUTHORITY_TRUSTED"), "REQUIRED")
    stamping = CheckpointStamper(store, authority, settings.trust, settings.time_stamp_interval_seconds)
    parts.callback(stamping.stop)


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and url.isascii()
    except ValueError:
        return False
