"""FeedService: states of followed feeds, their versions compared with those of the server, and unknown feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts import InputError, in_language
from service.base.refusals import Reason, Refusal
from service.configuration.settings import Settings
from service.feeds.feed_service import FeedQueries
from service.feeds.feed_status import FollowedFeeds
from service.gazette.versions import Gazette
from tests.support.followed_feeds import (
    ARRIVED,
    CHECKED,
    FIRST,
    PASSED,
    SECOND,
    THIRD,
    UNAPPROVED,
    following_settings,
    store_received,
    store_refusing_feed,
)
from touchstone.v1.feed_service_pb2 import Feed, FeedVersion, GetFeedRequest, ListFeedsRequest


def queries(settings: Settings) -> FeedQueries:
    return FeedQueries(FollowedFeeds(settings), Gazette(settings.gazette, private=True))


def listed(settings: Settings, language: str = "en") -> list[Feed]:
    return list(queries(settings).feeds(ListFeedsRequest(), language).feeds)


def test_a_server_without_feeds_lists_none(tmp_path: Path) -> None:
    settings = following_settings(tmp_path)
    assert listed(settings) == []
    with pytest.raises(Refusal) as raised:
        queries(settings).feed(GetFeedRequest(name="feeds/association"), "en")
    assert raised.value.reason is Reason.FEED_NOT_FOUND
    assert "follows no feed" in str(raised.value)


def test_a_feed_is_listed_before_its_first_check(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "regulator", "association")
    assert [feed.name for feed in listed(settings)] == ["feeds/association", "feeds/regulator"]
    (feed, _) = listed(settings)
    assert (feed.source, feed.channel, feed.snapshot) == ("https://association.example/feed", "production", 0)
    assert not feed.HasField("last_check_time")
    assert not feed.problem


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_list_counts_the_versions_by_state_and_contains_the_problem(tmp_path: Path, language: str) -> None:
    settings = following_settings(tmp_path, "association")
    store_refusing_feed(settings)
    (feed,) = listed(settings, language)
    assert (feed.in_use_count, feed.waiting_count, feed.local_count, feed.refused_count) == (1, 0, 1, 1)
    assert feed.problem == in_language(UNAPPROVED, language)
    assert not feed.versions
    assert (feed.last_check_time.ToJsonString(), feed.last_success_time.ToJsonString()) == (CHECKED, PASSED)


def test_versions_of_a_feed_are_compared_with_those_of_the_server(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    digests = store_refusing_feed(settings)
    feed = queries(settings).feed(GetFeedRequest(name="feeds/association"), "en")
    assert [(each.scorecard_version, FeedVersion.State.Name(each.state)) for each in feed.versions] == [
        (FIRST, "STATE_LOCAL"), (SECOND, "STATE_IN_USE"), (THIRD, "STATE_REFUSED")
    ]  # fmt: skip
    first, second, third = feed.versions
    assert (first.own_content_digest, second.own_content_digest) == (first.content_digest, second.content_digest)
    assert second.own_content_digest == digests[SECOND]
    assert third.own_content_digest == ""
    assert second.arrive_time.ToJsonString() == ARRIVED
    assert not first.HasField("arrive_time")
    assert (second.problem, third.problem) == ("", str(UNAPPROVED))


def test_a_version_from_another_feed_has_no_time_of_arrival(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association", "regulator")
    digests = store_refusing_feed(settings)
    store_received(settings, "regulator", 3, {SECOND: digests[SECOND]})
    feed = queries(settings).feed(GetFeedRequest(name="feeds/association"), "en")
    assert not any(each.HasField("arrive_time") for each in feed.versions)


def test_an_unknown_feed_is_refused_with_the_followed_feeds(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    with pytest.raises(Refusal, match="association") as raised:
        queries(settings).feed(GetFeedRequest(name="feeds/asociation"), "en")
    assert raised.value.reason is Reason.FEED_NOT_FOUND


@pytest.mark.parametrize("name", ["", "association", "feeds/", "feeds/Upper", "feeds/a/b", f"feeds/{'a' * 64}"])
def test_a_malformed_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as raised:
        queries(following_settings(tmp_path, "association")).feed(GetFeedRequest(name=name), "en")
    assert [violation.field for violation in raised.value.violations] == ["name"]


def test_an_invalid_file_of_feeds_is_refused_at_the_start(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    (tmp_path / "feeds.toml").write_text("[feeds.association]\n", encoding="utf-8")
    with pytest.raises(InputError):
        FollowedFeeds(settings)
