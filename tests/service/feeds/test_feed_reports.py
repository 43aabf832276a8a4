"""Reports on feeds: metrics, events and the text of the status."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import anyio
import orjson
import pytest

from service.base.metrics_registry import REGISTRY
from service.configuration.settings import Settings
from service.feeds.feed_reports import FeedMetrics, FeedReports, open_feed_reports
from service.feeds.feed_status import FeedStatus, FollowedFeeds, OfferedVersion, OfferState
from service.feeds.render_feeds import feeds_text, is_any_failing
from service.monitoring.render_status import status_text
from service.store.store import Store
from tests.support.commands import touchstone
from tests.support.followed_feeds import (
    ARRIVED,
    CHECKED,
    FIRST,
    PASSED,
    SECOND,
    THIRD,
    UNAPPROVED,
    following_settings,
    store_refusing_feed,
    store_status,
)
from touchstone.v1.feed_service_pb2 import ListFeedsResponse
from touchstone.v1.system_service_pb2 import SystemStatus


def measured(settings: Settings) -> dict[str, Mapping[str, float]]:
    """Return the values of each metric by feed."""
    return {
        family.name.removeprefix("touchstone_feed_"): {sample.labels["feed"]: sample.value for sample in family.samples}
        for family in FeedMetrics(FollowedFeeds(settings)).collect()
    }


def test_metrics_report_age_interval_snapshot_and_refused_versions(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association", "regulator", interval="2 h")
    store_refusing_feed(settings)
    found = measured(settings)
    assert found["snapshot"] == {"association": 7, "regulator": 0}
    assert found["refused"] == {"association": 1, "regulator": 0}
    assert found["failing"] == {"association": 1, "regulator": 0}
    assert found["interval_seconds"] == {"association": 7_200, "regulator": 7_200}
    passed = datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert found["success_age_seconds"]["association"] == pytest.approx(
        max(0, (datetime.now(UTC) - passed).total_seconds()), abs=60
    )
    assert found["success_age_seconds"]["regulator"] < 60


@pytest.mark.parametrize("names", [(), ("association",)])
def test_metrics_are_served_only_with_feeds(tmp_path: Path, names: tuple[str, ...]) -> None:
    async def served() -> set[str]:
        async with AsyncExitStack() as parts:
            open_feed_reports(following_settings(tmp_path, *names), parts)
            found = {family.name for family in REGISTRY.collect()}
        assert "touchstone_feed_snapshot" not in {family.name for family in REGISTRY.collect()}
        return found

    assert ("touchstone_feed_snapshot" in anyio.run(served)) == bool(names)


def stored_events(settings: Settings, store: Store) -> list[tuple[str, str, dict[str, object]]]:
    store.outbox.add_new(FeedReports(FollowedFeeds(settings)).events())
    return [(event.type, event.time, orjson.loads(event.data)) for event in store.outbox.after(0, None, 100)]


def test_each_received_and_each_refused_version_has_one_event(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    digests = store_refusing_feed(settings)
    store = Store(settings.database_url)
    expected = [
        (
            "touchstone.feed.received",
            ARRIVED,
            {
                "feed": "feeds/association",
                "snapshot": 7,
                "scorecardVersion": SECOND,
                "contentDigest": digests[SECOND],
            },
        ),
        (
            "touchstone.feed.refused",
            CHECKED,
            {
                "feed": "feeds/association",
                "scorecardVersion": THIRD,
                "contentDigest": digests[THIRD],
                "reason": str(UNAPPROVED),
            },
        ),
    ]
    assert stored_events(settings, store) == expected
    (status,) = FollowedFeeds(settings).statuses()
    store_status(settings, replace(status, last_check_time="2026-07-01T09:10:00Z"))
    assert stored_events(settings, store) == expected
    offered = OfferedVersion(THIRD, digests[THIRD], OfferState.REFUSED, "Another reason.")
    store_status(settings, replace(status, offered=(offered,)))
    assert [data["reason"] for _, _, data in stored_events(settings, store)[2:]] == ["Another reason."]
    store.close()


def test_a_feed_refused_without_versions_has_one_event_until_a_check_passes(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    expired = FeedStatus(
        "association", "", "production", 7, last_check_time=CHECKED, last_success_time=PASSED, problem="Expired.",
        is_refused=True,
    )  # fmt: skip
    store = Store(settings.database_url)
    store_status(settings, replace(expired, is_refused=False))
    assert stored_events(settings, store) == []
    store_status(settings, expired)
    event = ("touchstone.feed.refused", CHECKED, {"feed": "feeds/association", "reason": "Expired."})
    assert stored_events(settings, store) == [event]
    store_status(settings, replace(expired, last_check_time="2026-07-01T09:10:00Z", problem="Expired 5 minutes ago."))
    assert stored_events(settings, store) == [event]
    store_status(settings, replace(expired, last_success_time="2026-07-02T09:00:00Z"))
    assert len(stored_events(settings, store)) == 2
    store.close()


def test_a_check_notifies_only_of_refusals_that_changed(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    digests = store_refusing_feed(settings)
    (status,) = FollowedFeeds(settings).statuses()
    notified: list[str] = []
    note = FeedReports(FollowedFeeds(settings)).notify_refusals(lambda: notified.append("once"))
    other = OfferedVersion(THIRD, digests[THIRD], OfferState.REFUSED, "Another reason.")
    for checked, count in (
        (replace(status, offered=(), problem=""), 0),
        (status, 1),
        (replace(status, last_check_time="2026-07-01T09:10:00Z"), 1),
        (replace(status, offered=(other,)), 2),
        (replace(status, offered=(), problem=""), 2),
        (status, 3),
    ):
        note(checked, ())
        assert len(notified) == count


def rendered(settings: Settings, language: str) -> str:
    response = ListFeedsResponse(feeds=FeedReports(FollowedFeeds(settings)).messages(language))
    assert is_any_failing(response) == bool(settings.feeds)
    return feeds_text(response, language)


def test_the_text_of_a_server_without_feeds_is_one_sentence(tmp_path: Path) -> None:
    settings = following_settings(tmp_path)
    assert rendered(settings, "en") == "This server follows no feed."
    assert rendered(settings, "zh") == "本服务器没有跟随任何规则源。"


def test_the_text_contains_the_numbers_the_source_and_the_reasons(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    store_refusing_feed(settings)
    heads, row, *remarks = rendered(settings, "en").splitlines()
    assert heads.split("  ")[0] == "feed"
    assert row.split() == ["association", "production", "7", CHECKED, "1", "0", "1", "1"]
    assert [line.split(" ")[0] for line in remarks] == ["association", "The", "association:"]
    assert "https://association.example/feed" in remarks[0]
    assert str(UNAPPROVED) in remarks[1]
    assert "feed versions feeds/association" in remarks[2]
    assert "该版本缺少一项批准。" in rendered(settings, "zh")


def test_the_commands_read_the_stored_state_without_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = following_settings(tmp_path, "association")
    digests = store_refusing_feed(settings)
    monkeypatch.setenv("TOUCHSTONE_FEEDS", str(settings.feeds))
    local = ("--gazette", str(settings.gazette))
    status = touchstone("feed", "status", *local)
    assert (status.exit_code, status.stdout.splitlines()[1].split()[2:4]) == (1, ["7", CHECKED])
    versions = touchstone("feed", "versions", "feeds/association", *local)
    head, first, second, third, *reasons = versions.stdout.splitlines()
    assert versions.exit_code == 1
    assert head.split("  ")[0] == "version"
    assert first.split() == ["small-factory@1.0.0", "local", "-", digests[FIRST], "same", "bytes"]
    assert second.split() == ["small-factory@2.0.0", "in", "use", ARRIVED, digests[SECOND], "same", "bytes"]
    assert third.split() == ["small-factory@3.0.0", "REFUSED", "-", digests[THIRD], "-"]
    assert [str(UNAPPROVED) in reason for reason in reasons] == [True, True]
    chinese = touchstone("feed", "versions", "feeds/association", *local, "--language", "zh").stdout
    assert "small-factory@3.0.0 被拒绝：该版本缺少一项批准。" in chinese


@pytest.mark.parametrize(("language", "word"), [("en", "1 version REFUSED"), ("zh", "1 个版本被拒绝")])
def test_the_server_status_lists_feeds_and_omits_the_section_without_them(
    tmp_path: Path, language: str, word: str
) -> None:
    settings = following_settings(tmp_path, "association")
    store_refusing_feed(settings)
    messages = FeedReports(FollowedFeeds(settings)).messages(language)
    shown = status_text(SystemStatus(parts=[{"name": "calls", "ready": True}], feeds=messages), "a:1", False, language)
    assert word in shown
    assert "production" in shown
    without = status_text(SystemStatus(parts=[{"name": "calls", "ready": True}]), "a:1", False, language)
    assert "production" not in without
    assert "feeds" not in without


def test_a_waiting_version_is_not_failing(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    offered = (OfferedVersion(THIRD, "ab" * 32, OfferState.WAITING),)
    store_status(settings, FeedStatus("association", "", "production", 3, last_check_time=CHECKED, offered=offered))
    response = ListFeedsResponse(feeds=FeedReports(FollowedFeeds(settings)).messages("en"))
    assert response.feeds[0].waiting_count == 1
    assert not is_any_failing(response)
