"""Reports of a following server: a regulator's walk by pages, events of arrived and refused versions, the commands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from rules.model.published_version import published_bytes, read_published
from service.approval.signing_keys import read_signing_key
from service.approval.statements import Act, Predicate, Statement, sign_statement
from service.configuration.settings import Settings
from service.feeds.follower import Follower
from service.feeds.follower_settings import read_feeds, state_folder
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import Role
from tests.support.browsing import Browser, new_account_at
from tests.support.commands import touchstone
from tests.support.feeds import SignedFeed, signed_feed
from tests.support.identities import new_key_of
from tests.support.receiving import Receiver, events_file
from tests.support.running import ROOT, RunningServer
from tests.support.scraping import scraped, value
from tests.support.signing import Team
from tests.support.small_card import CARD, small_card
from tests.support.waiting import until
from touchstone.internal.v1 import work_pb2
from touchstone.v1.feed_service_pb2 import FeedVersion, GetFeedRequest, ListFeedsRequest
from touchstone.v1.feed_service_pb2_grpc import FeedServiceStub

pytestmark = pytest.mark.full
PUBLISHED, NAME = "2025-01-01T00:00:00Z", f"scorecards/{CARD}/versions/1.0.0"
SHIPPED = "cdr-eligibility"


def following(folder: Path, feed: SignedFeed) -> Path:
    """Write the file of a server that follows a feed in a folder."""
    path = folder / "feeds.toml"
    path.write_text(
        f'[feeds.association]\nfolder = "{feed.folder}"\nroot = "{feed.trusted_root}"\nchannel = "production"\n'
        f'interval = "10 s"\nlog_key = "{feed.log_key}"\n',
        encoding="utf-8",
    )
    return path


def signed(team: Team) -> list[Statement]:
    """Return the statements of a version that one person wrote and another approved and published."""
    version, said = read_published(published_bytes(small_card(), {}), PUBLISHED), list[Statement]()
    for act, person, time in (
        (Act.SUBMISSION, "li.wei", "2024-12-30T00:00:00Z"),
        (Act.APPROVAL, "anna", "2024-12-31T00:00:00Z"),
        (Act.PUBLICATION, "anna", PUBLISHED),
    ):
        predicate = Predicate(
            person=person,
            time=time,
            rule_digest=version.rule_digest,
            text_digest=version.text_digest,
            submission=said[0].digest if act is Act.APPROVAL else None,
        )
        key = read_signing_key(team.key(person))
        said.append(sign_statement(act, version.name, version.content_digest, predicate, key))
    return said


def passed(_: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
    return work_pb2.CheckedReceivedVersion(examples=1)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, RunningServer]]:
    """Servers of an association and of a body that follows its feed; the version arrived before the server started."""
    folder = tmp_path_factory.mktemp("walk")
    association, body = (folder / name for name in ("association", "body"))
    body.mkdir()
    team = Team(folder / "team")
    write_version(association / "gazette", small_card(), {}, publish_time=PUBLISHED, statements=signed(team))
    feeds = following(folder, signed_feed(folder / "feed", association / "gazette"))
    (feed,) = read_feeds(feeds)
    gazette = body / "gazette"
    gazette.mkdir()
    settings = Settings(gazette=gazette, feeds=feeds)
    follower = Follower(feed, gazette, state_folder(settings, feed), trust=team.trust, examine=passed)
    assert follower.check().problem == ""
    common: dict[str, Any] = {
        "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0", "TOUCHSTONE_TRUST": str(team.trust)
    }  # fmt: skip
    with (
        RunningServer(association, association / "gazette", **common) as source,
        RunningServer(body, gazette, TOUCHSTONE_FEEDS=str(feeds), **common) as follows,
    ):
        yield source, follows


def regulator_at(server: RunningServer, name: str, language: str) -> Browser:
    browser = Browser(server.http, language)
    browser.sign_in(name, new_account_at(server, name, [Role.REGULATOR], "authority"))
    return browser


def facts_of(page: html.HtmlElement) -> Mapping[str, str]:
    return {term.text_content(): text_of(term.getnext()) for term in page.xpath("//main//dl[@class='facts']/dt")}


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_regulator_finds_the_version_its_approvers_and_its_bytes_by_links(
    servers: tuple[RunningServer, RunningServer],
) -> None:
    source, follows = servers
    browser = regulator_at(follows, "reg", "en")
    (link,) = browser.get("/rules").xpath("//main//tbody//th/a/@href")
    card = browser.get(link)
    answer = card.xpath("//main//div[@role='status']")[0]
    assert "1.0.0 applies" in text_of(answer)
    assert "in force from 2025-01-01" in text_of(answer)
    version = browser.get(answer.xpath(".//a/@href")[0])
    facts = facts_of(version)
    assert "approved by: anna, 2024-12-31" in facts["Signatures"]
    digest = Gazette(Path(source.environment["TOUCHSTONE_GAZETTE"])).version(CARD, "1.0.0").content_digest
    assert facts["Content digest"] == f"{digest} same bytes as in the feed association"
    assert facts["Known here since"]
    assert "from the feed association" in facts["Origin"]
    (feed_link,) = version.xpath("//main//dl//a[starts-with(@href, '/rules/feeds/')]/@href")
    feed = browser.get(feed_link)
    (row,) = feed.xpath("//main//table//tbody/tr")
    assert "same bytes" in text_of(row)
    assert row.xpath("th/a/@href") == [f"/rules/{CARD}/1.0.0"]
    at_source = facts_of(regulator_at(source, "reg", "en").get(f"/rules/{CARD}/1.0.0"))
    assert at_source["Content digest"] == digest
    assert at_source["Origin"] == "Published on this server or imported, not received from a feed"


def test_the_walk_is_the_same_in_chinese(servers: tuple[RunningServer, RunningServer]) -> None:
    browser = regulator_at(servers[1], "jian", "zh")
    facts = facts_of(browser.get(f"/rules/{CARD}/1.0.0"))
    assert facts["内容摘要"].endswith("字节相同")
    assert "接收自规则源 association" in facts["来源"]
    assert text_of(browser.get("/rules/feeds").xpath("//main//tbody/tr")[0]).endswith("检查通过")


def test_the_commands_report_the_feed(
    servers: tuple[RunningServer, RunningServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, follows = servers
    key = new_key_of(follows.environment["TOUCHSTONE_DATABASE_URL"], "example", Role.OPERATOR)
    monkeypatch.setenv("TOUCHSTONE_TOKEN", key)
    called = ("--server", follows.address)
    status = touchstone("feed", "status", *called)
    assert (status.exit_code, "association" in status.stdout) == (0, True), status.stderr
    versions = json.loads(touchstone("feed", "versions", "feeds/association", *called, "--format", "json").stdout)
    assert [version["scorecardVersion"] for version in versions["versions"]] == [NAME]
    assert "association" in touchstone("server", "status", *called).stdout
    unknown = touchstone("feed", "versions", "feeds/asociation", *called)
    assert unknown.exit_code != 0
    assert "association" in unknown.stderr


@pytest.fixture
def shipped(tmp_path: Path) -> SignedFeed:
    """A feed with one of the published scorecards."""
    shutil.copytree(ROOT / "scorecards" / SHIPPED, tmp_path / "association" / SHIPPED)
    return signed_feed(tmp_path / "feed", tmp_path / "association")


def test_events_and_metrics_report_an_arrived_and_a_refused_version(tmp_path: Path, shipped: SignedFeed) -> None:
    gazette = tmp_path / "gazette"
    gazette.mkdir()
    settings: dict[str, Any] = {"TOUCHSTONE_METRICS_ADDRESS": "127.0.0.1:0"}
    with Receiver() as receiver:
        settings["TOUCHSTONE_EVENTS"] = events_file(tmp_path, erp={"url": receiver.url})
        settings["TOUCHSTONE_FEEDS"] = str(following(tmp_path, shipped))

        def events(kind: str) -> list[dict[str, Any]]:
            return [each.event for each in receiver.received if each.event["type"] == f"touchstone.feed.{kind}"]

        with RunningServer(tmp_path, gazette, **settings) as server:
            published = Gazette(shipped.gazette)
            digests = {outline.name: outline.content_digest for outline in published.outlines(SHIPPED)}
            until(lambda: len(events("received")) == len(digests), 120)
            assert {event["subject"]: event["data"]["contentDigest"] for event in events("received")} == digests
            assert {event["data"]["feed"] for event in events("received")} == {"feeds/association"}
            samples = scraped(server)
            assert value(samples, "touchstone_feed_snapshot", feed="association") >= 1
            assert value(samples, "touchstone_feed_failing", feed="association") == 0
            write_version(shipped.gazette, small_card(), {}, publish_time=PUBLISHED)
            shipped.build()
            until(lambda: events("refused"), 120)
            (event,) = events("refused")
            assert (event["subject"], event["data"]["feed"]) == (NAME, "feeds/association")
            assert event["data"]["reason"]
            samples = scraped(server)
            assert value(samples, "touchstone_feed_refused", feed="association") == 1
            assert value(samples, "touchstone_feed_failing", feed="association") == 1
            feeds = FeedServiceStub(server.channel)
            (listed,) = feeds.ListFeeds(ListFeedsRequest(language_code="zh")).feeds
            assert (listed.in_use_count + listed.waiting_count, listed.refused_count) == (len(digests), 1)
            assert listed.problem
            states = {
                version.scorecard_version: version.state
                for version in feeds.GetFeed(GetFeedRequest(name="feeds/association")).versions
            }
            assert states.pop(NAME) == FeedVersion.STATE_REFUSED
            assert FeedVersion.STATE_REFUSED not in states.values()
