"""Rate limits of an organisation: token buckets for its calls and for evaluated subjects.

Each server counts for itself: libraries that share counts ask for one more server (Redis and its kin), or for a row and
a locked table per call.
"""

from __future__ import annotations

import math
import time
import tomllib
from collections import OrderedDict
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base import logs
from service.base.metrics import QUOTA_REFUSED
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.identity.principals import caller
from service.input.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from service.configuration.settings import Settings
    from service.identity.principals import Principal

_say = message_factory(__name__)

_MOST_BUCKETS = 10_000
"""Of whom the longest quiet are forgotten first, whose buckets are full again anyway."""
_ORGANIZATION_PREFIX = "organizations/"


class QuotaKind(StrEnum):
    """What is counted."""

    CALLS = "calls"
    ITEMS = "items"


_WORDS = {QuotaKind.CALLS: "QUOTA_OF_CALLS", QuotaKind.ITEMS: "QUOTA_OF_ITEMS"}
_FIELD = "TOUCHSTONE_QUOTAS"
_LARGEST = 1024 * 1024
_NUMBERS = tuple(f"{kind.value}_{part}" for kind in QuotaKind for part in ("per_second", "burst"))
_PER_SECOND = range(1_000_001)
_BURST = range(1, 1_000_001)


class Rate(NamedTuple):
    """So many a second on average, and so many at once after a while of quiet; 0 a second bounds nothing."""

    per_second: int
    burst: int


UNBOUNDED = Rate(0, 0)

Quota = dict[QuotaKind, Rate]
"""What one organisation may ask for; what it does not name is not bounded."""


class _Bucket:
    """Tokens that grow with time, up to the burst."""

    def __init__(self, rate: Rate, at: float) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at = at

    def take(self, at: float) -> float:
        """Take a token; the answer is after how many seconds there will be one, 0 if there was."""
        grown = self._tokens + max(at - self._at, 0) * self._rate.per_second
        self._tokens, self._at = min(grown, self._rate.burst), at
        if self._tokens >= 1:
            self._tokens -= 1
            return 0
        return (1 - self._tokens) / self._rate.per_second


class Quotas:
    """Counts what each organisation asks of this server; what is too much is refused at once.

    Callers without an organisation have buckets of their own, and all callers the same where nobody is asked who calls.
    """

    def __init__(
        self,
        of_each: Quota | None = None,
        of_organizations: Mapping[str, Quota] | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Allow each organisation this much, and those named by their ids something else instead."""
        self._of_each = of_each or {}
        self._of_organizations = of_organizations or {}
        self._clock = clock
        self._buckets: OrderedDict[tuple[QuotaKind, str], _Bucket] = OrderedDict()

    def take(self, kind: QuotaKind) -> None:
        """Count one call, or one subject to be evaluated, of whoever makes the call that is being answered.

        Raises:
            Refusal: its quota is used up; it is said after how many seconds the same call may be repeated.
        """
        if not self._of_each and not self._of_organizations:
            return
        principal = caller()
        rate = self._of_organizations.get(principal.organization, self._of_each).get(kind, UNBOUNDED)
        if not rate.per_second:
            return
        seconds = self._bucket(kind, _quota_owner(principal), rate).take(self._clock())
        if seconds:
            QUOTA_REFUSED.labels(kind.value).inc()
            logs.bind(organization=principal.organization)
            delay = math.ceil(seconds)
            message = _say(_WORDS[kind], per_second=rate.per_second, burst=rate.burst, seconds=delay)
            raise Refusal(Reason.QUOTA_EXHAUSTED, message, retry_seconds=delay)

    def _bucket(self, kind: QuotaKind, name: str, rate: Rate) -> _Bucket:
        bucket = self._buckets.setdefault((kind, name), _Bucket(rate, self._clock()))
        self._buckets.move_to_end((kind, name))
        while len(self._buckets) > _MOST_BUCKETS:
            self._buckets.popitem(last=False)
        return bucket


def _quota_owner(principal: Principal) -> str:
    organization = principal.organization
    return f"{_ORGANIZATION_PREFIX}{organization}" if organization else principal.account


def quotas_of(settings: Settings) -> Quotas:
    """Give the quotas that an operator has set.

    Raises:
        InputError: the file cannot be read, or says something else; every problem is named.
    """
    numbers = {name: getattr(settings, f"quota_{name}") for name in _NUMBERS}
    of_organizations = {} if settings.quotas is None else read_quotas(settings.quotas, numbers)
    return Quotas(_quota(numbers), of_organizations)


def read_quotas(path: Path, of_each: dict[str, int]) -> dict[str, Quota]:
    """Read the file: a table for each organisation, with the numbers that are others for it; by the id."""
    try:
        tables = tomllib.loads(read_file(path, most=_LARGEST).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        message = _say("QUOTAS_UNREADABLE", path=path, problem=error_message(error))
        raise InputError((Violation(_FIELD, message, "MALFORMED"),)) from None
    violations: list[Violation] = []
    quotas = {}
    for name, table in tables.items():
        place = f"{_FIELD}[{name[:80]}]"
        try:
            organization = parse_organization(name, field=place)
        except InputError as error:
            violations.extend(error.violations)
        else:
            quotas[organization] = _quota(of_each | _numbers(table, place, violations))
    if violations:
        raise InputError(tuple(violations))
    return quotas


def _numbers(table: Any, place: str, violations: list[Violation]) -> dict[str, int]:
    if not isinstance(table, dict) or not table.keys() <= set(_NUMBERS):
        violations.append(Violation(place, _say("QUOTA_TABLE", known=_NUMBERS), "MALFORMED"))
        return {}
    for name, number in table.items():
        allowed = _BURST if name.endswith("burst") else _PER_SECOND
        if type(number) is not int or number not in allowed:
            message = _say("QUOTA_NUMBER", found=str(number)[:20], least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{place}.{name}", message, "WRONG_VALUE"))
    return table


def _quota(numbers: dict[str, int]) -> Quota:
    return {kind: Rate(numbers[f"{kind.value}_per_second"], numbers[f"{kind.value}_burst"]) for kind in QuotaKind}
