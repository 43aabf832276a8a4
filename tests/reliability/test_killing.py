"""Durability of a server killed in the midst of writing; `make reliability` kills it 200 times."""

import pytest

from tests.reliability.killing import kill_again_and_again
from tests.reliability.killing_cases import kill_while_cases_are_led
from tests.reliability.stores import STORES, new_place, new_store


@pytest.mark.full
@pytest.mark.parametrize("store", STORES)
def test_a_killed_server_loses_no_evaluation_and_leaves_none_incomplete(store: str) -> None:
    with new_place() as (folder, gazette), new_store(store) as url:
        tally = kill_again_and_again(folder, gazette, url, times=3, seed=1)
    assert tally.kills == 3
    assert tally.repeated
    assert len(tally.acknowledged) > 3


@pytest.mark.full
@pytest.mark.parametrize("store", STORES)
def test_a_killed_server_leaves_no_case_step_incomplete_and_assigns_no_number_twice(store: str) -> None:
    with new_place() as (folder, gazette), new_store(store) as url:
        led = kill_while_cases_are_led(folder, gazette, url, times=3, seed=1)
    assert led.kills == 3
    assert led.count > 3
