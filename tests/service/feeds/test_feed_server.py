"""Publication by a server: a build after each publication, with the online key only."""

from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.approval.signing_keys import public_half, read_signing_key, write_new_key
from service.base import logs
from service.configuration.settings import Settings
from service.feeds.feed_server import FeedPublisher, start_feed
from service.feeds.publishing import create_feed
from service.feeds.repository import Repository
from service.gazette.publication import write_version
from tests.support.feeds import SignedFeed, feed_file, followed, small_gazette
from tests.support.small_card import small_card
from tests.support.waiting import until

PATH = "production/small-factory/1.0.0.json"


@pytest.fixture
def online(tmp_path: Path) -> Path:
    write_new_key(tmp_path / "online.pem")
    return tmp_path / "online.pem"


@pytest.fixture
def feed(tmp_path: Path, online: Path) -> SignedFeed:
    """A feed with the online key as the key of its publisher, as for a server that publishes alone."""
    key = read_signing_key(online)
    feed = SignedFeed(tmp_path / "feed", small_gazette(tmp_path / "gazette"), publisher=[key], online=[key])
    create_feed(feed.folder, feed_file(feed, ["production", "staging"], ["*"], ["*"]), feed.keys)
    return feed


@pytest.fixture
def lines() -> Iterator[list[tuple[str, str]]]:
    lines: list[tuple[str, str]] = []
    before = logs.set_writer(lambda _level, event, fields: lines.append((event, str(fields.get("problem", "")))))
    yield lines
    logs.set_writer(before)


def settings_of(published: SignedFeed, key: Path | None, **changes: Any) -> Settings:
    return Settings(**{"gazette": published.gazette, "feed": published.folder, "feed_key": key, **changes})


def test_a_publication_appears_in_the_feed(
    feed: SignedFeed, online: Path, tmp_path: Path, lines: list[tuple[str, str]]
) -> None:
    publisher = FeedPublisher(feed.gazette, feed.folder, "production", read_signing_key(online))
    try:
        until(lambda: followed(feed, tmp_path / "state", PATH))
        following = small_card(version="1.1.0", first="2026-01-01", supersedes="1.0.0")
        write_version(feed.gazette, following, {}, publish_time="2025-12-01T00:00:00Z")
        publisher.wake()
        until(lambda: followed(feed, tmp_path / "state", "production/small-factory/1.1.0.json"))
    finally:
        publisher.stop()
    assert [event for event, _ in lines] == ["feed_published", "feed_published"]


def test_a_problem_is_logged_once_and_the_thread_continues(
    feed: SignedFeed, online: Path, tmp_path: Path, lines: list[tuple[str, str]]
) -> None:
    sidecar = feed.gazette / "small-factory" / "1.0.0.sig.json"
    valid = sidecar.read_bytes()
    sidecar.write_bytes(b"{}")
    publisher = FeedPublisher(feed.gazette, feed.folder, "production", read_signing_key(online), poll_seconds=0.01)
    try:
        until(lambda: lines)
        sidecar.write_bytes(valid)
        until(lambda: followed(feed, tmp_path / "state", PATH))
    finally:
        publisher.stop()
    assert [event for event, _ in lines] == ["feed_not_published", "feed_published"]
    assert "1.0.0.sig.json" in lines[0][1]


class Counting(FeedPublisher):
    builds = 0

    def _build(self) -> None:
        super()._build()
        self.builds += 1


def test_an_expiring_role_is_logged_once(
    feed: SignedFeed, online: Path, tmp_path: Path, lines: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (datetime.now(UTC) + timedelta(days=340)).strftime("%Y-%m-%dT%H:%M:%SZ")
    monkeypatch.setattr("service.base.instants.now", lambda: later)
    publisher = Counting(feed.gazette, feed.folder, "production", read_signing_key(online), poll_seconds=0.01)
    try:
        until(lambda: publisher.builds > 2)
    finally:
        publisher.stop()
    expiring = [event for event, _ in lines if event == "feed_role_expires"]
    assert len(expiring) == len({"root", "targets", "staging.association"})


def test_a_role_that_is_held_back_is_logged_once_for_each_change(
    feed: SignedFeed, online: Path, lines: list[tuple[str, str]]
) -> None:
    role, path = "staging.association", "staging/small-factory/1.0.0"
    feed.build("staging")

    def publish(suffix: str, content: bytes) -> None:
        repository = Repository(feed.folder)
        newest = repository.newest(role)
        assert newest is not None
        newest.signed.version += 1
        newest.signed.targets[f"{path}{suffix}"] = repository.add_target(f"{path}{suffix}", content)
        with repository.locked():
            repository.stage(role, newest.signed, feed.publisher)

    def held() -> list[str]:
        return [problem for event, problem in lines if event == "feed_role_held_back"]

    publish(".repeal.json", b"{}")
    publisher = Counting(feed.gazette, feed.folder, "production", read_signing_key(online), poll_seconds=0.01)
    try:
        until(lambda: publisher.builds > 2)
        assert len(held()) == 1
        assert f"publishes {path}.json, but its files are not valid" in held()[0]
        publish(".json", b"{}")
        until(lambda: len(held()) > 1)
        assert f"changes the published file {path.partition('/')[2]}.json" in held()[1]
        for version in (3, 4):
            (feed.folder / "metadata" / f"{version}.{role}.json").unlink()
        before = publisher.builds
        until(lambda: publisher.builds > before + 2)
        publish(".repeal.json", b"{}")
        until(lambda: len(held()) > 2)
    finally:
        publisher.stop()
    assert held()[2] == held()[0]


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"feed": None}, "TOUCHSTONE_FEED", "no feed"),
        ({"feed_channel": "live"}, "TOUCHSTONE_FEED_CHANNEL", "production, staging"),
        ({"feed": Path("/nonexistent")}, "feed.toml", "no feed file"),
    ],
)
def test_invalid_settings_end_the_start(
    feed: SignedFeed, online: Path, changes: dict[str, object], field: str, problem: str
) -> None:
    with pytest.raises(InputError) as raised:
        start_feed(settings_of(feed, online, **changes), AsyncExitStack())
    (violation,) = raised.value.violations
    assert violation.field == field
    assert problem in violation.description


def test_only_an_online_key_belongs_on_a_server(feed: SignedFeed, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    write_new_key(other)
    assert public_half(read_signing_key(other)) not in feed.log_key
    with pytest.raises(InputError, match="TOUCHSTONE_FEED_KEY: The key is not an online key"):
        start_feed(settings_of(feed, other), AsyncExitStack())


def test_a_server_without_a_key_only_serves_the_feed(feed: SignedFeed, tmp_path: Path) -> None:
    start_feed(settings_of(feed, None), AsyncExitStack())()
    assert followed(feed, tmp_path / "state", PATH) is None
