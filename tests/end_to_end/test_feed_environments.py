"""From staging to production over one feed: a version reaches a body's servers, each with the approvals it requires."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from rules.model.published_version import PublishedVersion
from service.approval.signing_keys import public_half, read_signing_key
from service.configuration.settings import Settings
from service.feeds.feed_status import FeedStatus, FollowedFeeds
from service.gazette.received import read_received
from service.identity.principals import Role
from tests.support.browsing import Browser, new_account_at
from tests.support.commands import touchstone
from tests.support.identities import new_key_of
from tests.support.promoting import publish, small_version
from tests.support.running import RunningServer
from tests.support.signing import Team
from tests.support.waiting import until
from touchstone.v1.scorecard_service_pb2 import ListScorecardsRequest

pytestmark = pytest.mark.full
ENVIRONMENTS = {"staging": {"approvals": {"*": 1}}, "production": {"approvals": {"*": 2}}}
INTERVAL = 10
CHECK_SECONDS = 10
"""Most seconds that a check, with its worker, lasts on a busy machine."""


@dataclass
class FollowingServer:
    """Server of a body that follows the channel of its environment."""

    folder: Path
    feeds: Path
    server: RunningServer

    @property
    def gazette(self) -> Path:
        return self.folder / "gazette"

    def token(self) -> str:
        return new_key_of(self.server.environment["TOUCHSTONE_DATABASE_URL"], "authority", Role.REGULATOR)

    def cards(self, token: str) -> list[str]:
        metadata = [("authorization", f"Bearer {token}")]
        listed = self.server.scorecards.ListScorecards(ListScorecardsRequest(), metadata=metadata)
        return [each.name for each in listed.scorecards]

    @property
    def status(self) -> FeedStatus:
        (status,) = FollowedFeeds(Settings(gazette=self.gazette, feeds=self.feeds)).statuses()
        return status


@dataclass
class Publisher:
    """Association with a staging gazette and a feed of two channels, written by commands."""

    folder: Path

    def __post_init__(self) -> None:
        self.gazette, self.feed = self.folder / "published", self.folder / "feed"
        self.board, self.online = self.folder / "board.pem", self.folder / "online.pem"
        for key in (self.board, self.online):
            self.run("draft", "signing-key", key)
        channels = ("--channel", "staging", "--channel", "production")
        keys = ("--key", self.board, "--online-key", self.online)
        self.run("feed", "init", self.feed, "--name", "rules.example/feed", *channels, *keys)

    @property
    def keys(self) -> tuple[object, ...]:
        return "--key", self.board, "--key", self.online

    def run(self, *arguments: object) -> str:
        result = touchstone(*arguments)
        assert result.exit_code == 0, result.output
        return str(result.stdout)

    def build(self) -> None:
        self.run("feed", "build", self.gazette, "--out", self.feed, "--channel", "staging", *self.keys)

    def promote(self, version: PublishedVersion) -> str:
        card = version.card
        return self.run("feed", "promote", self.feed, card.id, card.version, "--to", "production", *self.keys)


def following(folder: Path, publisher: Publisher, team: Team, environment: str) -> FollowingServer:
    place = folder / environment
    (place / "gazette").mkdir(parents=True)
    feeds = place / "feeds.toml"
    log_key = public_half(read_signing_key(publisher.online))
    feeds.write_text(
        f'[feeds.association]\nfolder = "{publisher.feed}"\nroot = "{publisher.feed}/metadata/1.root.json"\n'
        f'channel = "{environment}"\ninterval = "{INTERVAL} s"\nlog_key = "{log_key}"\n'
    )
    server = RunningServer(
        place,
        place / "gazette",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_ENVIRONMENT=environment,
        TOUCHSTONE_FEEDS=str(feeds),
    )
    return FollowingServer(place, feeds, server)


def within_an_interval(condition: Callable[[], bool]) -> None:
    started = time.monotonic()
    until(condition, INTERVAL + CHECK_SECONDS)
    assert time.monotonic() - started <= INTERVAL + CHECK_SECONDS


def facts_of(page: html.HtmlElement) -> dict[str, str]:
    terms = page.xpath("//main//dl[@class='facts']/dt")
    return {term.text_content(): " ".join(term.getnext().text_content().split()) for term in terms}


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


def test_a_version_moves_from_staging_to_production_of_a_body(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    team = Team(tmp_path / "team", environments=ENVIRONMENTS)
    publisher = Publisher(tmp_path)
    version = small_version(tmp_path / "draft")
    publish(publisher.gazette, version, team)
    card, name = version.card.id, version.name
    publisher.build()
    staging = following(tmp_path / "body", publisher, team, "staging")
    production = following(tmp_path / "body", publisher, team, "production")
    with staging.server, production.server:
        tokens = {each.folder.name: each.token() for each in (staging, production)}
        until(lambda: staging.cards(tokens["staging"]) == [f"scorecards/{card}"], 60)
        until(lambda: production.status.last_check_time != "", 60)
        assert production.cards(tokens["production"]) == []

        publisher.promote(version)
        within_an_interval(lambda: production.status.problem != "")
        assert f"{name} lacks approvals that the trust file of this server requires" in production.status.problem
        assert production.cards(tokens["production"]) == []

        monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
        monkeypatch.setenv("TOUCHSTONE_ENVIRONMENT", "staging")
        signer = ("--key", team.key("bo"), "--person", "bo", "--gazette", publisher.gazette)
        told = publisher.run("card", "approve", card, "1.0.0", *signer)
        assert "production: 2 approvals required, complete" in told
        publisher.build()
        publisher.promote(version)
        within_an_interval(lambda: production.cards(tokens["production"]) == [f"scorecards/{card}"])
        until(lambda: production.status.problem == "", 60)

        (bytes_here, bytes_there) = ((each / card / "1.0.0.json").read_bytes()
                                     for each in (publisher.gazette, production.gazette))  # fmt: skip
        assert bytes_here == bytes_there
        snapshots = {item.name: item.snapshot for item in read_received(production.gazette).feeds["association"].items}
        assert snapshots[name] == snapshots[f"{name}/approvals"] == production.status.snapshot

        browser = Browser(production.server.http, "en")
        browser.sign_in("reg", new_account_at(production.server, "reg", [Role.REGULATOR], "authority"))
        facts = facts_of(browser.get(f"/rules/{card}/1.0.0"))
        assert facts["Content digest"] == f"{version.content_digest} same bytes as in the feed association"
        assert "anna" in facts["Signatures"]
        assert "bo" in facts["Signatures"]
        assert facts["Known here since"]
        assert f"from the feed association, snapshot {snapshots[name]}" in facts["Origin"]
        approvals = text_of(browser.get(f"/rules/{card}/1.0.0/promotion"))
        assert "complete" in approvals
        assert "same bytes" in text_of(browser.get("/rules/feeds/association"))
        assert f"{card}" in text_of(browser.get("/rules"))
    for each in (staging, production):
        monkeypatch.setenv("TOUCHSTONE_ENVIRONMENT", each.folder.name)
        url = each.server.environment["TOUCHSTONE_DATABASE_URL"]
        audited = touchstone("data", "audit", "--database-url", url, "--gazette", each.gazette)
        assert audited.exit_code == 0, audited.output
