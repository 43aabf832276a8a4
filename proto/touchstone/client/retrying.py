"""Retries of calls until their deadline, after the server's delay or growing random pauses.

The retries of gRPC ignore `google.rpc.RetryInfo` and cannot identify repeatable calls.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import grpc

if TYPE_CHECKING:
    from touchstone.client.errors import ServerError

_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0


class Attempts:
    """Attempts at one call with a common deadline."""

    def __init__(self, seconds: float, *, may_repeat: bool) -> None:
        """Start the deadline; unless `may_repeat`, only errors with a delay from the server are retried."""
        self._deadline = time.monotonic() + seconds
        self._may_repeat = may_repeat
        self._pause = _FIRST_PAUSE

    def seconds_left(self) -> float:
        return max(self._deadline - time.monotonic(), 0)

    def pause_after(self, error: ServerError) -> float:
        """Return the seconds to wait before the next attempt.

        Raises:
            ServerError: The error is permanent, a retry could repeat a change, or too little time remains.
        """
        server_delay = error.retry_seconds
        if server_delay is None and (
            error.answered or error.code is not grpc.StatusCode.UNAVAILABLE or not self._may_repeat
        ):
            raise error
        pause = server_delay
        if pause is None or pause <= 0:  # a zero delay would overload a server that repeats it
            pause = random.uniform(self._pause / 2, self._pause)  # noqa: S311 -- spreads the retries of many clients
            self._pause = min(2 * self._pause, _LONGEST_PAUSE)
        if pause > self.seconds_left():
            raise error
        return pause
