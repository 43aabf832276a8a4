"""Test tiers: the quick run for every change and the complete `--full` run, with scaled random trials.

`pytest --full` runs everything, as continuous integration does. Without it, tests marked `full` are skipped, and random
trials are fewer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, settings

from tests.support import turns

if TYPE_CHECKING:
    import pytest

_Tried = TypeVar("_Tried")

_LESS = 5
"""Divisor of random trials in a quick run."""
_EXAMPLES = 100
"""Number of hypothesis examples if a test does not specify it."""

_asked_for: list[bool] = []
_turns: list[int] = []


def begin(config: pytest.Config) -> None:
    """Set the size of the run and hypothesis's profile, before any test is read.

    Examples are the same in every run, so that a fresh clone passes every time; only `--explore` draws others
    (`tests/support/explore.py`). How fast the machine is never fails a test.
    """
    _asked_for[:] = [config.getoption("full")]
    _turns[:] = [config.getoption("turns")]
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
    """Return whether the run is complete (`--full`)."""
    return any(_asked_for)


def one_of() -> int:
    """Return the rotation size: one of this number of similar tests runs (`tests/support/turns.py`)."""
    return max(_turns, default=1) if is_full() else turns.ONE_OF


def tries(whole: int) -> int:
    """Return the number of trials: `whole` in a complete run, otherwise a fifth of it, at least 1.

    Tests scale the asserted minimum counts by the same factor.
    """
    return whole if is_full() else max(whole // _LESS, 1)


def all_or_few(whole: _Tried, few: _Tried) -> _Tried:
    """Return `whole` in a complete run, otherwise the `few` cases selected because they produce results.

    Use it where a number of cases reduced by `tries` would reach no assertion, or would still be slow.
    """
    return whole if is_full() else few
