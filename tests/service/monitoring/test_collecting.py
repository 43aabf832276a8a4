"""Metric of waiting log entries: their age while they wait, none afterwards."""

from service.monitoring.monitoring_setup import LogLagTracker


def test_what_waits_grows_older_until_the_tree_has_it() -> None:
    pending = LogLagTracker()
    assert pending.seconds(5, 5, 100.0) == 0
    assert pending.seconds(7, 5, 110.0) == 0
    assert pending.seconds(9, 6, 125.0) == 15
    assert pending.seconds(9, 9, 130.0) == 0
    assert pending.seconds(10, 9, 140.0) == 0


def test_under_load_what_came_later_is_not_as_old_as_what_the_tree_has_by_now() -> None:
    pending = LogLagTracker()
    ages = [pending.seconds(10 + second, 10 + second - 2, float(second)) for second in range(60)]
    assert max(ages) <= 2
