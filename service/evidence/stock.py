"""How many bytes of files does each organisation keep? Counted anew every minute, and what comes in added meanwhile."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.files.kept import Files

_say = speaker(__name__)

_COUNTED_SECONDS = 60


class Stock:
    """Holds organisations to a bound; several servers may go beyond it by what they take in within a minute."""

    def __init__(self, files: Files, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Let each organisation keep so many bytes; 0 bounds nothing, and then nothing is counted."""
        self._files = files
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._counted: dict[str, tuple[float, int]] = {}

    def take(self, organization: str, digest: str, size: int) -> None:
        """Count a file that comes in, unless it is kept already.

        Raises:
            OSError: what is kept cannot be counted.
            Refusal: the organisation would keep too much.
        """
        if not self._most or self._files.find(organization, digest) is not None:
            return
        with self._lock:
            at, count = self._counted.get(organization, (0.0, 0))
            if not at or self._clock() - at > _COUNTED_SECONDS:
                at, count = self._clock(), sum(one.size for one in self._files.list(organization))
            fits = count + size <= self._most
            self._counted[organization] = at, count + size * fits
        if not fits:
            said = _say("ORGANIZATION_FULL", most=f"{self._most:,}", kept=f"{count:,}", size=f"{size:,}")
            raise Refusal(Reason.QUOTA_EXHAUSTED, said)
