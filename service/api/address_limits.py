"""Rate limit of addresses: how much each is told of within the hour, where nobody says who they are."""

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


_HOUR = 3_600
_MOST_ADDRESSES = 100_000
_OF_SITE = 4
"""The limit of all networks of one IPv6 site together, as a multiple of the limit of one network."""


class AddressRateLimiter:
    """Limits the answers for each address within an hour; the count falls evenly with time."""

    def __init__(
        self, most: int, used_up: Callable[[int, int], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Allow each address `most` answers within an hour; 0 sets no limit.

        `used_up` writes the refusal from the limit and the seconds until the next answer.
        """
        self._most, self._used_up, self._clock = most, used_up, clock
        self._answers_by_address: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def check(self, address: str) -> None:
        """Refuse an address that has reached its limit.

        Raises:
            Refusal: states after how many seconds it may call again.
        """
        for counted, most in self._limits(address):
            with self._lock:
                count = self._count(counted, most)
            if count + 1 > most:
                seconds = int((count + 1 - most) * _HOUR / most) + 1
                raise Refusal(Reason.QUOTA_EXHAUSTED, self._used_up(most, seconds), retry_seconds=seconds)

    def note(self, address: str, answers: int) -> None:
        """Count the answers for an address; a call without an answer counts as one."""
        with self._lock:
            for counted, most in self._limits(address):
                self._answers_by_address[counted] = self._count(counted, most) + max(answers, 1), self._clock()
                self._answers_by_address.move_to_end(counted)
            while len(self._answers_by_address) > _MOST_ADDRESSES:
                self._answers_by_address.popitem(last=False)

    def _limits(self, address: str) -> list[tuple[str, int]]:
        """Return the network and the site for which an address counts, each with its limit per hour."""
        if not self._most or not address:
            return []
        site = site_of(address)
        return [(address, self._most), *([(site, _OF_SITE * self._most)] if site != address else [])]

    def _count(self, address: str, most: int) -> float:
        count, at = self._answers_by_address.get(address, (0.0, 0.0))
        return max(count - (self._clock() - at) * most / _HOUR, 0.0)


def address_of_call(_request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> str:
    """Return the address of the caller; empty if there is none."""
    return address_of(context.invocation_metadata(), context.peer())
