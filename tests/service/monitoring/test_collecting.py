"""Metric of waiting log entries: their age while they wait, none afterwards."""

from service.monitoring.monitoring_setup import LogLagTracker


def test_waiting_entries_age_until_the_tree_contains_them() -> None:
    pending = LogLagTracker()
    assert pending.seconds(5, 5, 100.0) == 0
    assert pending.seconds(7, 5, 110.0) == 0
    assert pending.seconds(9, 6, 125.0) == 15
    assert pending.seconds(9, 9, 130.0) == 0
    assert pending.seconds(10, 9, 140.0) == 0


def test_under_load_only_the_age_of_entries_outside_the_tree_counts() -> None:
    pending = LogLagTracker()
    ages = [pending.seconds(10 + second, 10 + second - 2, float(second)) for second in range(60)]
    assert max(ages) <= 2
