"""A server follows a feed without a restart, and answers under the old versions while a snapshot is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from service.configuration.folders import PUBLISHED
from service.configuration.settings import Settings
from service.feeds.feed_status import FollowedFeeds
from tests.support.commands import touchstone
from tests.support.feeds import signed_feed
from tests.support.running import RunningServer
from tests.support.waiting import until
from touchstone.v1 import scorecard_service_pb2

FIRST, SECOND = "carbon-label", "green-direct-connection"


def copy_card(gazette: Path, card: str) -> None:
    shutil.copytree(PUBLISHED / card, gazette / card)


@pytest.mark.full
def test_a_published_version_is_in_force_at_a_follower_within_an_interval(tmp_path: Path) -> None:
    published, gazette = tmp_path / "published", tmp_path / "gazette"
    copy_card(published, FIRST)
    gazette.mkdir()
    feed = signed_feed(tmp_path / "feed", published)
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(
        f'[feeds.association]\nfolder = "feed"\nroot = "feed/metadata/1.root.json"\nchannel = "production"\n'
        f'interval = "10 s"\nlog_key = "{feed.log_key}"\n'
    )
    followed = FollowedFeeds(Settings(gazette=gazette, feeds=feeds))
    with RunningServer(tmp_path, gazette, TOUCHSTONE_FEEDS=str(feeds)) as server:

        def cards() -> set[str]:
            listed = server.scorecards.ListScorecards(scorecard_service_pb2.ListScorecardsRequest())
            return {each.name.partition("/")[2] for each in listed.scorecards}

        until(lambda: cards() == {FIRST}, 60)
        copy_card(published, SECOND)
        feed.build()
        until(lambda: cards() == {FIRST, SECOND}, 60)
        until(lambda: len(followed.status("association").offered) == 3)
        timestamp = tmp_path / "feed" / "metadata" / "timestamp.json"
        content = timestamp.read_bytes()
        timestamp.write_bytes(b"{}")
        until(lambda: followed.status("association").problem != "", 60)
        assert cards() == {FIRST, SECOND}
        timestamp.write_bytes(content)
        until(lambda: followed.status("association").problem == "", 60)
    assert "feed_refused" in server.log
    audited = touchstone(
        "data", "audit", "--database-url", server.environment["TOUCHSTONE_DATABASE_URL"], "--gazette", gazette
    )
    assert audited.exit_code == 0, audited.output
