"""Repetition of calls until their deadline: as the server says, else with growing, random pauses.

gRPC repeats calls by itself, too, but knows nothing of `google.rpc.RetryInfo`, nor which calls may be repeated.
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
    """The attempts at one call, which share one deadline."""

    def __init__(self, seconds: float, *, may_repeat: bool) -> None:
        """Begin now; without the word of the server only what `may_repeat` is made again."""
        self._deadline = time.monotonic() + seconds
        self._may_repeat = may_repeat
        self._pause = _FIRST_PAUSE

    def seconds_left(self) -> float:
        """Say how long the next attempt may take."""
        return max(self._deadline - time.monotonic(), 0)

    def pause_after(self, error: ServerError) -> float:
        """Say after how many seconds the call is made again.

        Raises:
            ServerError: another attempt would not mend it, might do twice what is asked once, or would come too late.
        """
        named = error.retry_seconds
        if named is None and (error.answered or error.code is not grpc.StatusCode.UNAVAILABLE or not self._may_repeat):
            raise error
        pause = named
        if pause is None or pause <= 0:  # at once is no pause: a server that says so again and again is spared, too
            pause = random.uniform(self._pause / 2, self._pause)  # noqa: S311 -- so that clients do not come back all at once
            self._pause = min(2 * self._pause, _LONGEST_PAUSE)
        if pause > self.seconds_left():
            raise error
        return pause
