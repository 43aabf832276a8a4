"""Hourly rate limit of addresses for anonymous callers."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from service.base.call_context import address_of, site_of
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    import grpc


_HOUR_SECONDS = 3_600
_MAX_ADDRESSES = 100_000
_SITE_FACTOR = 4
"""Limit of an IPv6 site, as a multiple of the limit of one network."""


class AddressRateLimiter:
    """Limits the answers per address and hour; the count decreases linearly with time."""

    def __init__(
        self, most: int, used_up: Callable[[int, int], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Allow `most` answers per address, 0 for no limit.

        `used_up` returns the error message for the limit and the seconds to wait.
        """
        self._hourly_limit, self._refusal_message, self._clock = most, used_up, clock
        self._answers_by_address: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def check(self, address: str) -> None:
        """Check the limit of an address, without counting the call.

        Raises:
            Refusal: If the limit is reached. It states when to retry.
        """
        for counted_address, most in self._limits(address):
            with self._lock:
                count = self._count(counted_address, most)
            if count + 1 > most:
                seconds = int((count + 1 - most) * _HOUR_SECONDS / most) + 1
                raise Refusal(Reason.QUOTA_EXHAUSTED, self._refusal_message(most, seconds), retry_seconds=seconds)

    def note(self, address: str, answers: int) -> None:
        with self._lock:
            for counted_address, most in self._limits(address):
                self._answers_by_address[counted_address] = (
                    self._count(counted_address, most) + max(answers, 1),
                    self._clock(),
                )
                self._answers_by_address.move_to_end(counted_address)
            while len(self._answers_by_address) > _MAX_ADDRESSES:
                self._answers_by_address.popitem(last=False)

    def _limits(self, address: str) -> list[tuple[str, int]]:
        if not self._hourly_limit or not address:
            return []
        site = site_of(address)
        return [
            (address, self._hourly_limit),
            *([(site, _SITE_FACTOR * self._hourly_limit)] if site != address else []),
        ]

    def _count(self, address: str, most: int) -> float:
        count, at = self._answers_by_address.get(address, (0.0, 0.0))
        return max(count - (self._clock() - at) * most / _HOUR_SECONDS, 0.0)


def address_of_call(_request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> str:
    """Return the address of the caller; empty if there is none."""
    return address_of(context.invocation_metadata(), context.peer())
