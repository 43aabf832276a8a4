"""Token buckets of organisations: burst, refill, retry delay, clock steps and eviction."""

from collections.abc import Iterator

import pytest

from service.api import quotas as module
from service.api.quotas import QuotaKind, Quotas, Rate
from service.base.refusals import Reason, Refusal
from service.identity.principals import LOCAL, Principal, PrincipalKind as Way, Role, set_principal


class Clock:
    """A clock that advances only when a test sets it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def _recognised() -> Iterator[None]:
    become("acme")
    yield
    set_principal(LOCAL)


def become(organization: str, id: str = "3f0c") -> None:
    set_principal(Principal(id, Way.API_KEY, organization, frozenset({Role.ASSESSOR})))


def count_allowed(quotas: Quotas, kind: QuotaKind = QuotaKind.CALLS, most: int = 1_000) -> int:
    for count in range(most):
        try:
            quotas.take(kind)
        except Refusal:
            return count
    return most


def test_the_burst_is_allowed_and_then_refilled_with_time(clock: Clock) -> None:
    quotas = Quotas({QuotaKind.CALLS: Rate(4, 10)}, clock=clock)
    assert count_allowed(quotas) == 10
    clock.now += 0.5
    assert count_allowed(quotas) == 2
    clock.now += 3_600
    assert count_allowed(quotas) == 10


def test_the_reported_retry_delay_is_sufficient(clock: Clock) -> None:
    quotas = Quotas({QuotaKind.CALLS: Rate(1, 3)}, clock=clock)
    assert count_allowed(quotas) == 3
    clock.now += 0.25
    with pytest.raises(Refusal, match=r"1 per second, 3 at once\)\. Repeat the call in 1 s") as refused:
        quotas.take(QuotaKind.CALLS)
    assert (refused.value.reason, refused.value.retry_seconds) == (Reason.QUOTA_EXHAUSTED, 1)
    clock.now += 1
    quotas.take(QuotaKind.CALLS)


def test_a_clock_that_goes_back_neither_adds_nor_removes_tokens(clock: Clock) -> None:
    quotas = Quotas({QuotaKind.CALLS: Rate(1, 3)}, clock=clock)
    quotas.take(QuotaKind.CALLS)
    clock.now -= 600
    assert count_allowed(quotas) == 2


def test_calls_items_and_organisations_have_separate_quotas(clock: Clock) -> None:
    quotas = Quotas(
        {QuotaKind.CALLS: Rate(1, 3), QuotaKind.ITEMS: Rate(1, 5)},
        {"large": {QuotaKind.CALLS: Rate(1, 7)}},
        clock=clock,
    )
    assert (count_allowed(quotas), count_allowed(quotas, QuotaKind.ITEMS)) == (3, 5)
    become("other")
    assert (count_allowed(quotas), count_allowed(quotas, QuotaKind.ITEMS)) == (3, 5)
    become("large")
    assert (count_allowed(quotas), count_allowed(quotas, QuotaKind.ITEMS)) == (7, 1_000)


def test_callers_of_one_organisation_share_a_quota_and_callers_without_one_do_not(clock: Clock) -> None:
    quotas = Quotas({QuotaKind.CALLS: Rate(1, 3)}, clock=clock)
    quotas.take(QuotaKind.CALLS)
    become("acme", "another-key")
    assert count_allowed(quotas) == 2
    for regulator in ("one", "two"):
        become("", regulator)
        assert count_allowed(quotas) == 3


def test_a_zero_rate_means_no_limit_and_needs_no_caller() -> None:
    assert count_allowed(Quotas({QuotaKind.CALLS: Rate(0, 1)})) == 1_000


def test_buckets_of_ever_new_callers_are_forgotten(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_BUCKETS", 5)
    quotas = Quotas({QuotaKind.CALLS: Rate(1, 3)}, clock=clock)
    for number in range(50):
        become("", str(number))
        quotas.take(QuotaKind.CALLS)
    assert len(quotas._buckets) == 5
    assert count_allowed(quotas) == 2
