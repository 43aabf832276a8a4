"""Checks in the background: many followers, and constant memory."""

from __future__ import annotations

import gc
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.feeds import snapshot_reader
from service.feeds.feed_sources import HttpSource
from tests.support.feed_server import serving
from tests.support.following import Association

DAY_OF_CHECKS = 24 * 12
"""Checks of one day, one every five minutes."""


def test_twenty_followers_of_one_static_feed(tmp_path: Path) -> None:
    association = Association(tmp_path)
    with serving(association.feed.folder) as server:
        followers = [
            association.follower(
                tmp_path / f"body-{number}", folder=None, address=server.address, source=HttpSource(server.address)
            )
            for number in range(20)
        ]
        with ThreadPoolExecutor(20) as threads:
            assert [status.problem for status in threads.map(lambda each: each.check(), followers)] == [""] * 20
            association.publish("2.0.0", 2026)
            server.requests.clear()
            assert [status.problem for status in threads.map(lambda each: each.check(), followers)] == [""] * 20
            assert {tuple(each.versions) for each in followers} == {("1.0.0", "2.0.0")}
            assert {status for _, status in server.requests} <= {200, 404}
            list(threads.map(lambda each: each.check(), followers))
            server.requests.clear()
            list(threads.map(lambda each: each.check(), followers))
    assert sorted(server.requests) == sorted([("/metadata/timestamp.json", 304), ("/metadata/2.root.json", 404)] * 20)


def test_a_day_of_checks_reads_no_metadata_and_needs_constant_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    association = Association(tmp_path)
    following = association.follower()
    assert following.check().problem == ""
    following.checks.clear()
    following.follower._on_check = None

    def read_again(*_: object, **__: object) -> None:
        raise AssertionError("an unchanged feed was read again")

    monkeypatch.setattr(snapshot_reader, "Updater", read_again)
    sizes = []
    tracemalloc.start()
    try:
        for check in range(DAY_OF_CHECKS - 12):
            association.clock.move(minutes=5)
            assert following.check().problem == ""
            if check % 92 == 91:
                gc.collect()
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[-1] - sizes[0] < 16 * 1024, sizes
