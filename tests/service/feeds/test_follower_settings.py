"""The file of followed feeds is read as a whole, and every problem is reported with its field."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.configuration.settings import Settings
from service.feeds.feed_status import (
    STATUS_FILE,
    FeedStatus,
    FollowedFeeds,
    OfferedVersion,
    OfferState,
    write_status,
)
from service.feeds.follower_settings import FollowedFeed, read_feeds, state_folder

KEY = "A" * 43 + "="
WHOLE = f"""
[feeds.association]
address = "https://feeds.example/rules/"
root = "root.json"
channel = "production"
cards = ["zero-carbon-*"]
tables = ["grid-*"]
publishers = ["association"]
interval = "10 min"
proxy = "http://proxy.example:3128"
credentials = "credentials"
log_key = "{KEY}"

[feeds.regulator]
folder = "regulator"
root = "root.json"
channel = "staging"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "root.json").write_text("{}")
    (tmp_path / "credentials").write_text("body:secret\n")
    path = tmp_path / "feeds.toml"
    path.write_text(WHOLE)
    return path


def test_all_keys_are_read(path: Path) -> None:
    folder = path.parent
    association, regulator = read_feeds(path)
    assert association == FollowedFeed(
        "association",
        folder / "root.json",
        "production",
        address="https://feeds.example/rules/",
        cards=("zero-carbon-*",),
        tables=("grid-*",),
        publishers=("association",),
        interval_seconds=600,
        proxy="http://proxy.example:3128",
        credentials="body:secret",
        log_key=KEY,
    )
    assert (regulator.folder, regulator.cards, regulator.interval_seconds) == (folder / "regulator", ("*",), 300)
    assert "secret" not in repr(association)
    assert association.source == "https://feeds.example/rules/"


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ("feeds.association", "feeds.Association", "feeds.Association", "lower-case letters"),
        ("[feeds.regulator]", "[other.regulator]", "other", "Write each feed as a table"),
        ('address = "https://feeds.example/rules/"', "", "feeds.association.address", "exactly one of the two keys"),
        ('folder = "regulator"', 'folder = "a"\naddress = "https://a.b"', "feeds.regulator.address", "exactly one"),
        ("https://feeds.example/rules/", "http://feeds.example/", "feeds.association.address", "begins with https://"),
        ("https://feeds.example/rules/", "https://a:b@feeds.example/", "feeds.association.address", "without user"),
        ("https://feeds.example/rules/", "https://feeds.example:x/", "feeds.association.address", "is not allowed"),
        ('folder = "regulator"', "folder = 7", "feeds.regulator.folder", "The folder '7' is not allowed"),
        ('root = "root.json"', "", "feeds.association.root", "The trusted root is required"),
        ('root = "root.json"', 'root = "r.json"', "feeds.association.root", "r.json does not exist"),
        ('channel = "production"', "", "feeds.association.channel", "Enter the name of a channel"),
        ('"production"', '"Production"', "feeds.association.channel", "'Production' is not allowed"),
        ('["zero-carbon-*"]', '"zero-carbon-*"', "feeds.association.cards", "Enter a list of 1 to 100"),
        ('["zero-carbon-*"]', '["a", "../b"]', "feeds.association.cards[1]", "'../b' is not allowed"),
        ('["grid-*"]', "[]", "feeds.association.tables", "Enter a list of 1 to 100"),
        ('"10 min"', '"5 s"', "feeds.association.interval", "The interval '5 s' is not allowed"),
        ('"10 min"', "10", "feeds.association.interval", "The interval '10' is not allowed"),
        ('"10 min"', '"8000 h"', "feeds.association.interval", "10 s to 7 days"),
        ("http://proxy.example:3128", "socks://proxy.example", "feeds.association.proxy", "HTTP proxy"),
        ('credentials = "credentials"', 'credentials = "c"', "feeds.association.credentials", "does not exist"),
        (KEY, "AAAA", "feeds.association.log_key", "The key of the log 'AAAA' is not valid"),
        ("interval =", "intervall =", "feeds.association.intervall", "Did you mean"),
        ("[feeds.association]", "[feeds]\nassociation = 1\n[feeds.b]", "feeds.association", "The entry is not a table"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_reported_with_its_field(path: Path, old: str, new: str, field: str, problem: str) -> None:
    assert old in WHOLE
    path.write_text(WHOLE.replace(old, new, 1))
    with pytest.raises(InputError) as error:
        read_feeds(path)
    [violation] = error.value.violations
    assert violation.field == f"TOUCHSTONE_FEEDS.{field}"
    assert problem in violation.description
    assert in_language(violation.description, "zh") != violation.description


@pytest.mark.parametrize("content", ["", "[feeds]", "feeds = 1", "x ="])
def test_a_file_without_feeds_is_refused(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(InputError, match=r"TOUCHSTONE_FEEDS: .*(must have 1 to 32 feeds|cannot be read)"):
        read_feeds(path)


def test_all_problems_are_reported_at_once_and_without_credentials(path: Path) -> None:
    (path.parent / "credentials").write_text("body secret")
    path.write_text(WHOLE.replace('"10 min"', '"x"').replace('"staging"', '"?"'))
    with pytest.raises(InputError) as error:
        read_feeds(path)
    fields = [violation.field.removeprefix("TOUCHSTONE_FEEDS.feeds.") for violation in error.value.violations]
    assert fields == ["association.interval", "association.credentials", "regulator.channel"]
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://feeds.example/rules/", "https://body:secret@feeds.example/"),
        ("https://feeds.example/rules/", "https://feeds.example/?key=secret"),
        ("http://proxy.example:3128", "http://body:secret@proxy.example:3128"),
        ('credentials = "credentials"', 'credentials = "body:secret"'),
    ],
)
def test_a_secret_in_the_wrong_place_is_not_repeated(path: Path, old: str, new: str) -> None:
    path.write_text(WHOLE.replace(old, new, 1))
    with pytest.raises(InputError) as error:
        read_feeds(path)
    [violation] = error.value.violations
    assert "secret" not in violation.description + in_language(violation.description, "zh")


def test_a_status_is_stored_in_both_languages(path: Path, tmp_path: Path) -> None:
    settings = Settings(gazette=tmp_path / "gazette", feeds=path)
    feeds = read_feeds(path)
    initial = {feed.name: FeedStatus(feed.name, feed.source, feed.channel) for feed in feeds}
    assert {status.name: status for status in FollowedFeeds(settings).statuses()} == initial
    with pytest.raises(InputError) as error:
        read_feeds(tmp_path / "missing.toml")
    problem = error.value.violations[0].description
    offered = OfferedVersion("scorecards/a/versions/1.0.0", "ab", OfferState.REFUSED, problem)
    status = FeedStatus(
        "association", feeds[0].source, "production", 7, "2026-12-01T00:00:00Z", problem=problem, offered=(offered,)
    )
    state = state_folder(settings, feeds[0])
    state.mkdir(parents=True)
    write_status(status, state)
    found = FollowedFeeds(settings).status(feeds[0].name)
    assert found == status
    assert in_language(found.problem, "zh") == in_language(problem, "zh")
    assert in_language(found.offered[0].problem, "zh") == in_language(problem, "zh")
    (state / STATUS_FILE).write_bytes(b"{")
    assert FollowedFeeds(settings).status(feeds[0].name).snapshot == 0
    assert FollowedFeeds(Settings(gazette=tmp_path)).statuses() == []
