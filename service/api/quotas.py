"""Rate limits of an organisation: token buckets for its calls and for evaluated subjects.

Each server counts separately. Shared counts would need another server such as Redis, or a locked row per call.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import InputError, Violation, message_factory
from service.base import logs
from service.base.metrics import QUOTA_REFUSED
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.identity.principals import caller
from service.input.given_files import read_settings_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from service.configuration.settings import Settings
    from service.identity.principals import Principal

_message = message_factory(__name__)

_MAX_BUCKETS = 10_000
"""The buckets unused for longest are dropped first; they are full again anyway."""
_ORGANIZATION_PREFIX = "organizations/"


class QuotaKind(StrEnum):
    """Kind of counted unit: calls or evaluated subjects."""

    CALLS = "calls"
    ITEMS = "items"


_MESSAGE_KEYS = {QuotaKind.CALLS: "QUOTA_OF_CALLS", QuotaKind.ITEMS: "QUOTA_OF_ITEMS"}
_SETTING_NAME = "TOUCHSTONE_QUOTAS"
_NUMBER_NAMES = tuple(f"{kind.value}_{part}" for kind in QuotaKind for part in ("per_second", "burst"))
_PER_SECOND_RANGE = range(1_000_001)
_BURST_RANGE = range(1, 1_000_001)


class Rate(NamedTuple):
    """Average rate per second, and burst after an idle period; 0 per second is unlimited."""

    per_second: int
    burst: int


UNBOUNDED = Rate(0, 0)

Quota = dict[QuotaKind, Rate]
"""Limits of one organisation; a missing kind is unlimited."""


class _Bucket:
    def __init__(self, rate: Rate, at: float) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at = at

    def take(self, at: float) -> float:
        grown = self._tokens + max(at - self._at, 0) * self._rate.per_second
        self._tokens, self._at = min(grown, self._rate.burst), at
        if self._tokens >= 1:
            self._tokens -= 1
            return 0
        return (1 - self._tokens) / self._rate.per_second


class Quotas:
    """Limits the requests of each organisation to this server.

    Callers without an organisation have their own buckets; without authentication all callers share them.
    """

    def __init__(
        self,
        of_each: Quota | None = None,
        of_organizations: Mapping[str, Quota] | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._default_quota = of_each or {}
        self._quotas_by_organization = of_organizations or {}
        self._clock = clock
        self._buckets: OrderedDict[tuple[QuotaKind, str], _Bucket] = OrderedDict()

    def take(self, kind: QuotaKind) -> None:
        if not self._default_quota and not self._quotas_by_organization:
            return
        principal = caller()
        rate = self._quotas_by_organization.get(principal.organization, self._default_quota).get(kind, UNBOUNDED)
        if not rate.per_second:
            return
        seconds = self._bucket(kind, _quota_owner(principal), rate).take(self._clock())
        if seconds:
            QUOTA_REFUSED.labels(kind.value).inc()
            logs.bind(organization=principal.organization)
            delay = math.ceil(seconds)
            message = _message(_MESSAGE_KEYS[kind], per_second=rate.per_second, burst=rate.burst, seconds=delay)
            raise Refusal(Reason.QUOTA_EXHAUSTED, message, retry_seconds=delay)

    def _bucket(self, kind: QuotaKind, name: str, rate: Rate) -> _Bucket:
        bucket = self._buckets.setdefault((kind, name), _Bucket(rate, self._clock()))
        self._buckets.move_to_end((kind, name))
        while len(self._buckets) > _MAX_BUCKETS:
            self._buckets.popitem(last=False)
        return bucket


def _quota_owner(principal: Principal) -> str:
    organization = principal.organization
    return f"{_ORGANIZATION_PREFIX}{organization}" if organization else principal.account


def quotas_of(settings: Settings) -> Quotas:
    """Return the configured quotas; raise InputError with all problems of the quota file."""
    numbers = {name: getattr(settings, f"quota_{name}") for name in _NUMBER_NAMES}
    of_organizations = {} if settings.quotas is None else read_quotas(settings.quotas, numbers)
    return Quotas(_quota(numbers), of_organizations)


def read_quotas(path: Path, of_each: dict[str, int]) -> dict[str, Quota]:
    """Parse the quota file: one table per organisation id with the numbers that differ from `of_each`."""
    tables = read_settings_file(path, field=_SETTING_NAME)
    violations: list[Violation] = []
    quotas = {}
    for name, table in tables.items():
        location = f"{_SETTING_NAME}[{name[:80]}]"
        try:
            organization = parse_organization(name, field=location)
        except InputError as error:
            violations.extend(error.violations)
        else:
            quotas[organization] = _quota(of_each | _numbers(table, location, violations))
    if violations:
        raise InputError(tuple(violations))
    return quotas


def _numbers(table: Any, location: str, violations: list[Violation]) -> dict[str, int]:
    if not isinstance(table, dict) or not table.keys() <= set(_NUMBER_NAMES):
        violations.append(Violation(location, _message("QUOTA_TABLE", known=_NUMBER_NAMES), "MALFORMED"))
        return {}
    for name, number in table.items():
        allowed = _BURST_RANGE if name.endswith("burst") else _PER_SECOND_RANGE
        if type(number) is not int or number not in allowed:
            message = _message("QUOTA_NUMBER", found=str(number)[:20], least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{location}.{name}", message, "WRONG_VALUE"))
    return table


def _quota(numbers: dict[str, int]) -> Quota:
    return {kind: Rate(numbers[f"{kind.value}_per_second"], numbers[f"{kind.value}_burst"]) for kind in QuotaKind}
