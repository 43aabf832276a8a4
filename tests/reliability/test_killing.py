"""Durability of a server killed in the midst of writing; `make reliability` kills it 200 times."""

import pytest

from tests.reliability.killing import kill_again_and_again
from tests.reliability.killing_cases import kill_while_cases_are_led
from tests.reliability.stores import STORES, new_place, new_store


@pytest.mark.full
@pytest.mark.parametrize("store", STORES)
def test_a_server_that_is_killed_loses_nothing_and_leaves_nothing_half(store: str) -> None:
    with new_place() as (folder, gazette), new_store(store) as url:
        tally = kill_again_and_again(folder, gazette, url, times=3, seed=1)
    assert tally.kills == 3
    assert tally.repeated
    assert len(tally.acknowledged) > 3


@pytest.mark.full
@pytest.mark.parametrize("store", STORES)
def test_a_server_that_is_killed_leaves_no_step_of_a_case_half_done_and_gives_no_number_twice(store: str) -> None:
    with new_place() as (folder, gazette), new_store(store) as url:
        led = kill_while_cases_are_led(folder, gazette, url, times=3, seed=1)
    assert led.kills == 3
    assert led.count > 3
