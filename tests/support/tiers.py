"""The two tiers of tests: `make test` for every change, and `make test-all` (`pytest --full`) for everything.

Tests marked `full` run only in the second tier. With `@pytest.mark.full(sample=5)`, the first tier runs each fifth
instance of a parametrized test. The name of the test selects where it begins, so that a parameter with two values, such
as the database, has tests with either. Random trials are fewer in the first tier. Both tiers are the same in every run.
"""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

_Tried = TypeVar("_Tried")

_LESS = 5
"""Divisor of random trials in the first tier."""
_EXAMPLES = 100
"""Number of hypothesis examples if a test does not specify it."""

_asked_for: list[bool] = []


def begin(config: pytest.Config) -> None:
    """Set the tier and hypothesis's profile, before any test is read.

    Examples are the same in every run, so that a fresh clone passes every time; only `--explore` draws others
    (`tests/support/explore.py`). How fast the machine is never fails a test.
    """
    _asked_for[:] = [config.getoption("full")]
    repeated = settings(
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=tries(_EXAMPLES),
        derandomize=True,
        database=None,
    )
    if config.getoption("explore") is not None:
        repeated = settings(repeated, derandomize=False, print_blob=True)
    settings.register_profile("touchstone", repeated)
    settings.load_profile("touchstone")


def is_full() -> bool:
    """Return whether everything runs (`--full`)."""
    return any(_asked_for)


def left_out(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return the tests that the present tier does not run."""
    if is_full():
        return []
    counts = Counter(map(_function_of, items))
    instances: Counter[str] = Counter()
    waiting: list[pytest.Item] = []
    for item in items:
        mark = item.get_closest_marker("full")
        if mark is None:
            continue
        function = _function_of(item)
        if "sample" not in mark.kwargs:
            waiting.append(item)
        else:
            first = zlib.crc32(function.encode()) % min(counts[function], mark.kwargs["sample"])
            if (instances[function] - first) % mark.kwargs["sample"]:
                waiting.append(item)
        instances[function] += 1
    return waiting


def _function_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def tries(whole: int) -> int:
    """Return the number of random trials: `whole` with `--full`, otherwise a fifth of it, at least 1.

    Tests scale the asserted minimum counts by the same factor.
    """
    return whole if is_full() else max(whole // _LESS, 1)


def all_or_few(whole: _Tried, few: _Tried) -> _Tried:
    """Return `whole` with `--full`, otherwise the `few` cases selected because they produce results."""
    return whole if is_full() else few
