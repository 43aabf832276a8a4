"""Benchmark of followed feeds: checks of a feed of 1,000 versions, and memory over a day of checks.

A check without changes is measured in turn with one of a feed of 10 versions. The feed is served over HTTP with entity
tags. Memory is the growth over 288 checks, those of one day.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.timing import in_turn
from rules.contracts import digest
from rules.model import published_bytes
from service.feeds.follower import Follower
from service.feeds.follower_settings import STATE_FOLDER, FollowedFeed
from service.gazette.sidecars import SIDECAR, sidecar_bytes
from tests.support.feed_server import FeedServer, serving
from tests.support.feeds import signed_feed
from tests.support.following import PASSED
from tests.support.small_card import small_card

_CHECKS_OF_A_DAY = 288
_VERSIONS_OF_A_CARD = 50


def _publish(gazette: Path, count: int) -> None:
    """Write versions of small scorecards, each in force for a year."""
    for number in range(count):
        name, year = f"card-{number // _VERSIONS_OF_A_CARD}", 2000 + number % _VERSIONS_OF_A_CARD
        version = f"{number % _VERSIONS_OF_A_CARD + 1}.0.0"
        card = small_card(version=version, first=f"{year}-01-01", last=f"{year}-12-31")
        card = card.model_copy(update={"card": card.card.model_copy(update={"id": name})})
        content = published_bytes(card, {"card.en.feature": "words"})
        folder = gazette / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{version}.json").write_bytes(content)
        sidecar = sidecar_bytes(digest(content), "2025-01-01T00:00:00Z", ())
        (folder / f"{version}{SIDECAR}").write_bytes(sidecar)


@contextmanager
def _followed(folder: Path, count: int) -> Iterator[tuple[Follower, FeedServer]]:
    """Follow a feed with some versions, and print the time of its first check."""
    _publish(folder / "published", count)
    feed = signed_feed(folder / "feed", folder / "published")
    gazette = folder / "gazette"
    gazette.mkdir()
    with serving(feed.folder) as server:
        followed = FollowedFeed("a", feed.trusted_root, "production", address=server.address, log_key=feed.log_key)
        state = gazette / STATE_FOLDER / "a"
        follower = Follower(followed, gazette, state, trust=None, examine=lambda _: PASSED)
        start = time.perf_counter()
        _check(follower)
        print(f"first check of {count} versions, without examples: {time.perf_counter() - start:.1f} s")
        _check(follower)
        yield follower, server


def _check(follower: Follower, _: int = 0) -> None:
    status = follower.check()
    if status.problem:
        raise SystemExit(status.problem)


def _forget(server: FeedServer) -> None:
    """Delete the requests that the server in this process recorded."""
    server.requests.clear()
    server.headers.clear()
    gc.collect()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--versions", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        with _followed(few, 10) as (small, _), _followed(many, options.versions) as (large, server):
            measured = in_turn(
                lambda number: _check(large, number), lambda number: _check(small, number), rounds=options.rounds
            )
            milliseconds = 1_000 * median(measured.ours)
            print(
                f"check without changes of {options.versions} versions: p50 {milliseconds:.1f} ms,"
                f" {1 / measured.ratio:.1f} × one of 10 versions"
            )
            tracemalloc.start()
            for _ in range(12):
                _check(large)
            _forget(server)
            before, _ = tracemalloc.get_traced_memory()
            for _ in range(_CHECKS_OF_A_DAY):
                _check(large)
            _forget(server)
            after, _ = tracemalloc.get_traced_memory()
            print(f"memory after {_CHECKS_OF_A_DAY} checks: {(after - before) / 1_024:+.0f} kB")


if __name__ == "__main__":
    main()
