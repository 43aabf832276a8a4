"""Test tiers: the quick run of every change and the `--full` run, with scaled random trials.

`pytest --full` runs everything, as continuous integration does; without it what is marked `full` is left out, and what
is tried at random is tried less often.
"""

from __future__ import annotations

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
