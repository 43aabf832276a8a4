"""Shared engine of the CBAM card that a test module names."""

from collections.abc import Iterator

import pytest

from rules.engine.inference_engine import InferenceEngine
from tests.support.cbam_cards import SHELF, published


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[InferenceEngine]:
    made = InferenceEngine(published(request.module.CARD).scorecard, SHELF)
    yield made
    made.close()
