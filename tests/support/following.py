"""A follower of a signed feed with a clock of its own, and an HTTP server that can misbehave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from rules.contracts.canonical import digest
from service.base import instants
from service.base.call_context import newest_states
from service.feeds.feed_sources import FeedSource, HttpSource, TransferLimits
from service.feeds.feed_status import FeedStatus, ReceivedVersion
from service.feeds.follower import Follower
from service.feeds.follower_settings import STATE_FOLDER, FollowedFeed
from service.gazette.publication import write_version
from service.gazette.received import read_received
from service.gazette.versions import Gazette
from tests.support.feeds import signed_feed
from tests.support.small_card import CARD, small_card
from touchstone.internal.v1 import work_pb2

FAST = TransferLimits(idle_seconds=0.5, base_seconds=1, bytes_per_second=1_000_000)
PASSED = work_pb2.CheckedReceivedVersion(examples=1)


def publish_small(gazette: Path, version: str, year: int, *, supersedes: str | None = None) -> str:
    """Publish a version of the small card for one year, and return its name."""
    card = small_card(version=version, first=f"{year}-01-01", last=f"{year}-12-31", supersedes=supersedes)
    write_version(gazette, card, {"card.en.feature": "words"}, publish_time="2025-01-01T00:00:00Z")
    return f"scorecards/{CARD}/versions/{version}"


@dataclass
class Clock:
    """A clock that a test moves."""

    now: str = field(default_factory=instants.now)

    def __call__(self) -> str:
        return self.now

    def move(self, **span: float) -> None:
        self.now = instants.plus(self.now, timedelta(**span))


@dataclass
class Association:
    """A publisher with one version in its feed, and a follower with an empty gazette."""

    folder: Path
    threshold: int = 1
    clock: Clock = field(default_factory=Clock)
    version: str = ""
    """Version that the folder `published` has already."""

    def __post_init__(self) -> None:
        self.published = self.folder / "published"
        self.first = self.version or publish_small(self.published, "1.0.0", 2025)
        self.feed = signed_feed(self.folder / "feed", self.published, threshold=self.threshold, now=self.clock.now)
        self.root = self.folder / "root.json"
        self.root.write_bytes(self.feed.trusted_root.read_bytes())

    def publish(self, version: str, year: int) -> str:
        """Publish another version, and build the feed."""
        name = publish_small(self.published, version, year)
        self.feed.build(now=self.clock.now)
        return name

    def followed(self, name: str = "association", **changes: Any) -> FollowedFeed:
        settings: dict[str, Any] = {
            "root": self.root,
            "channel": "production",
            "folder": self.feed.folder,
            "log_key": self.feed.log_key,
        }
        return FollowedFeed(name, **{**settings, **changes})

    def follower(self, gazette: Path | None = None, **changes: Any) -> SmallFollower:
        return SmallFollower(self, gazette or self.folder / "gazette", **changes)


class SmallFollower:
    """A follower with a worker that accepts every version, except those that `refuse` names."""

    def __init__(
        self,
        association: Association,
        gazette: Path,
        *,
        source: FeedSource | None = None,
        trust: Path | None = None,
        is_dry: bool = False,
        **changes: Any,
    ) -> None:
        gazette.mkdir(exist_ok=True)
        feed = association.followed(**changes)
        self.clock = association.clock
        self.gazette, self.state = gazette, gazette / STATE_FOLDER / feed.name
        self.refuse: set[str] = set()
        self.examined: list[str] = []
        self.activations = 0
        self.checks: list[tuple[FeedStatus, tuple[ReceivedVersion, ...]]] = []
        self.follower = Follower(
            feed,
            gazette,
            self.state,
            trust=trust,
            examine=self.examine,
            source=source,
            clock=association.clock,
            on_activation=self.count_activation,
            on_check=lambda status, new: self.checks.append((status, new)),
            is_dry=is_dry,
        )

    def count_activation(self) -> None:
        self.activations += 1

    def examine(self, job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
        self.examined.append(digest(job.content))
        if any(f'"version":"{number}"'.encode() in job.content for number in self.refuse):
            return work_pb2.CheckedReceivedVersion(problems=["it fails"], chinese_problems=["未通过"])
        return PASSED

    def check(self) -> FeedStatus:
        return self.follower.check()

    @property
    def versions(self) -> list[str]:
        gazette = Gazette(self.gazette, private=True)
        with newest_states():
            return [outline.card.version for outline in gazette.outlines(CARD)] if gazette.card_ids() else []

    @property
    def arrived(self) -> dict[str, str]:
        feed = read_received(self.gazette).feeds.get(self.follower.feed.name)
        return {} if feed is None else {item.name: item.arrived_time for item in feed.items}


Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


@dataclass
class FeedServer:
    """HTTP server of a folder with entity tags; `answers` replaces the response to paths that contain a text."""

    folder: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, int]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def source(self) -> HttpSource:
        return HttpSource(self.address, limits=FAST)


@contextmanager
def serving(folder: Path) -> Iterator[FeedServer]:
    """Serve a folder over HTTP on a free port."""
    state = FeedServer(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # otherwise each response waits 40 ms

        def do_GET(self) -> None:
            path = state.folder / self.path.lstrip("/")
            content = path.read_bytes() if path.is_file() else b""
            answer = next((each for part, each in state.answers.items() if part in self.path), None)
            state.headers.append({name.lower(): value for name, value in self.headers.items()})
            if answer is not None:
                state.requests.append((self.path, 0))
                answer(self, content)
            elif not path.is_file():
                self.respond(404, b"")
            elif self.headers.get("if-none-match") == _tag(content):
                self.respond(304, b"", _tag(content))
            else:
                self.respond(200, content, _tag(content))

        def respond(self, status: int, content: bytes, tag: str = "") -> None:
            state.requests.append((self.path, status))
            self.send_response(status)
            if tag:
                self.send_header("etag", tag)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 64

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _tag(content: bytes) -> str:
    return f'"{digest(content)[:16]}"'
