"""Is nothing lost when a server is killed in the midst of writing? `make reliability` does it 200 times."""

import pytest

from tests.reliability.killing import kill_again_and_again
from tests.reliability.stores import STORES, new_place, new_store


@pytest.mark.full
@pytest.mark.parametrize("store", STORES)
def test_a_server_that_is_killed_loses_nothing_and_leaves_nothing_half(store: str) -> None:
    with new_place() as (folder, gazette), new_store(store) as url:
        found = kill_again_and_again(folder, gazette, url, times=3, seed=1)
    assert found.kills == 3
    assert found.repeated
    assert len(found.acknowledged) > 3
