"""Prometheus metrics: gauge of waiting calls, and a failure counter for every reason from the start."""

import pytest

from service.base.metrics import WAITING, QueueWait
from service.base.metrics_registry import REGISTRY
from service.base.refusals import Reason


def sample(name: str, **labels: str) -> float | None:
    return REGISTRY.get_sample_value(name, labels)


def test_a_waiting_call_is_counted_until_it_ends() -> None:
    WAITING.labels("test").set(0)
    first, second = QueueWait("test"), QueueWait("test")
    assert sample("touchstone_waiting", kind="test") == 2
    first.end()
    first.end()
    assert sample("touchstone_waiting", kind="test") == 1
    second.end()
    assert sample("touchstone_waiting", kind="test") == 0


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_counter_before_it_occurs(reason: Reason) -> None:
    assert sample("touchstone_failures_total", reason=reason.value) is not None
