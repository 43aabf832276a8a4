"""One running server for all tests that only call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from service.gazette.publication import write_version
from tests.support.running import RunningServer
from tests.support.small_card import small_card

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    first = small_card(version="1.0.0", first="2025-01-01", last="2026-12-31")
    write_version(folder, first, {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="2.0.0", first="2027-01-01")
    write_version(folder, second, {}, publish_time="2026-06-01T00:00:00Z")
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), gazette) as running:
        yield running


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    """A server that takes JSON over HTTP as well, and only small messages."""
    folder = tmp_path_factory.mktemp("door")
    with RunningServer(
        folder, gazette, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_MAXIMUM_MESSAGE_BYTES="300000"
    ) as running:
        yield running
