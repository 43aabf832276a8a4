"""Test tiers: the quick run of every change and the `--full` run, with scaled random trials.

`pytest --full` runs everything, as continuous integration does; without it what is marked `full` is left out, and what
is tried at random is tried less often.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, settings

from tests.support import turns

if TYPE_CHECKING:
    import pytest

_Tried = TypeVar("_Tried")

_LESS = 5
"""Of so many tries one is made unless everything is asked for."""
_EXAMPLES = 100
"""How many hypothesis makes where a test does not say."""

_asked_for: list[bool] = []
_turns: list[int] = []


def begin(config: pytest.Config) -> None:
    """Remember which is asked for, before any test is read.

    For hypothesis a slow machine is no fault, and a failure in continuous integration fails again when it is repeated.
    """
    _asked_for[:] = [config.getoption("full")]
    _turns[:] = [config.getoption("turns")]
    settings.register_profile(
        "touchstone",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize=bool(os.environ.get("CI")),
        max_examples=tries(_EXAMPLES),
    )
    settings.load_profile("touchstone")


def is_full() -> bool:
    """Say whether everything is asked for."""
    return any(_asked_for)


def one_of() -> int:
    """Of how many tests alike one is run (`tests/support/turns.py`)."""
    return max(_turns, default=1) if is_full() else turns.ONE_OF


def tries(whole: int) -> int:
    """How often something is tried: `whole` where everything is asked for, else a fifth of it, and once at least.

    What a test asserts of how many came out is scaled by the same.
    """
    return whole if is_full() else max(whole // _LESS, 1)


def all_or_few(whole: _Tried, few: _Tried) -> _Tried:
    """Give what is tried where everything is asked for, else the few that were chosen because something comes of them.

    For the few where `tries` would come upon nothing that is asserted, or would still take long.
    """
    return whole if is_full() else few
