"""The gazette of the servers that these tests start."""

from pathlib import Path

import pytest

from service.gazette.publication import write_version
from tests.support.small_card import small_card


@pytest.fixture(scope="session")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return folder
