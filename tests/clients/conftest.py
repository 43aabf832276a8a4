"""Server of the tests of clients, with an HTTP address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.running import ROOT, RunningServer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("server")
    with RunningServer(folder, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running
