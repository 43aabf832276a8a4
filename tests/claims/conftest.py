"""Shared fixtures of tests of claims."""

import pytest

from tests.claims.judging import EVERYWHERE, engine
from tests.claims.mapping import table


@pytest.fixture(scope="session")
def engines() -> None:
    """Make the engines of the cards that judge rulings, which tests share, so that their cost is no single test's."""
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    for card in {card for cards in of_country.values() for card in cards} | {EVERYWHERE}:
        engine(card)
