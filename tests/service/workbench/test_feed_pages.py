"""Feed pages: problems, refused versions, versions compared with the server, and a server without feeds."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from rules.contracts import in_language
from rules.contracts.messages import LANGUAGES
from service.configuration.settings import Settings
from service.feeds.feed_service import FeedQueries
from service.feeds.feed_status import FollowedFeeds
from service.gazette.versions import Gazette
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.page import PageRequest, find_page, navigation_for, page_words, workbench_pages
from service.workbench.rendering import PageRenderer
from service.workbench.sessions import SignedInUser
from service.workbench.titles import BodyTitles
from tests.support.followed_feeds import (
    FIRST,
    SECOND,
    THIRD,
    UNAPPROVED,
    following_settings,
    store_refusing_feed,
    store_status,
)

REGULATOR = Principal("reg", PrincipalKind.ACCOUNT, "authority", frozenset({Role.REGULATOR}))


def shown(settings: Settings, path: str, language: str = "en") -> html.HtmlElement:
    """Return a feed page as a regulator sees it."""
    queries = FeedQueries(FollowedFeeds(settings), Gazette(settings.gazette, private=True))
    handlers: dict[str, Any] = {"ListFeeds": queries.feeds, "GetFeed": queries.feed}

    async def asking(page_request: PageRequest, method: str, request: Any) -> Any:
        return handlers[method.rpartition("/")[2]](request, page_request.language)

    async def unused(*_: Any) -> Any:
        raise AssertionError

    async def load() -> html.HtmlElement:
        page, segments = find_page(path)
        user, tasks = SignedInUser(REGULATOR, "token"), BackgroundTasks()
        page_request = PageRequest(
            page, language, segments, path, {}, user, "token", asking, unused, unused, unused, unused, tasks, unused
        )
        data = await page.load(page_request)
        assert isinstance(data, dict)
        tasks.close()
        return html.fromstring(bytes(PageRenderer((), BodyTitles(None)).page(page_request, data).body))

    return asyncio.run(load())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_server_without_feeds_shows_how_they_are_added(tmp_path: Path, language: str) -> None:
    page = shown(following_settings(tmp_path), "/rules/feeds", language)
    (empty,) = page.xpath("//main//div[@class='empty']")
    assert text_of(empty) == page_words(language)["feeds"]["nothing_followed"]
    assert not page.xpath("//main//table")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_each_feed_with_numbers_and_the_problem(tmp_path: Path, language: str) -> None:
    settings = following_settings(tmp_path, "association", "regulator")
    store_refusing_feed(settings)
    page, w = shown(settings, "/rules/feeds", language), page_words(language)["feeds"]
    assert page.xpath("//main//tbody//th/a/@href") == ["/rules/feeds/association", "/rules/feeds/regulator"]
    (notice,) = page.xpath("//main//div[@class='notice stop']")
    assert in_language(UNAPPROVED, language) in text_of(notice)
    assert w["old_snapshot_stays"] in text_of(notice)
    first, second = page.xpath("//main//tbody/tr")
    assert [text_of(cell) for cell in first.xpath("td[contains(@class, 'num')]")] == ["7", "1", "0", "1", "1"]
    assert "https://association.example/feed" in text_of(first)
    assert text_of(first.xpath("td[last()]")[0]) == w["failed"]
    assert text_of(second.xpath("td[last()]")[0]) == w["not_checked"]
    assert w["never"] in text_of(second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_shows_states_reasons_and_the_comparison_of_bytes(tmp_path: Path, language: str) -> None:
    settings = following_settings(tmp_path, "association")
    store_refusing_feed(settings)
    words, page = page_words(language), shown(settings, "/rules/feeds/association", language)
    w, states = words["feeds"], words["feed_state"]
    refused, offered = page.xpath("//main//table")
    (reason,) = refused.xpath(".//tbody/tr")
    assert in_language(UNAPPROVED, language) in text_of(reason)
    rows = [[text_of(cell) for cell in row.xpath("th|td")] for row in offered.xpath(".//tbody/tr")]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("small-factory 1.0.0", states["local"], w["same_bytes"]),
        ("small-factory 2.0.0", states["in_use"], w["same_bytes"]),
        ("small-factory 3.0.0", states["refused"], w["not_here"]),
    ]
    assert [row[2] for row in rows] == ["", "2026-06-02 08:00", ""]
    links = [f"/rules/{name.removeprefix('scorecards/').replace('/versions/', '/')}" for name in (FIRST, SECOND, THIRD)]
    assert offered.xpath(".//th/a/@href") == links[:2]
    assert "2026-08-01 00:00" in text_of(page.xpath("//main//dl")[0])


def test_a_changed_file_on_the_server_is_shown_as_different(tmp_path: Path) -> None:
    settings = following_settings(tmp_path, "association")
    store_refusing_feed(settings)
    (status,) = FollowedFeeds(settings).statuses()
    store_status(
        settings, replace(status, offered=tuple(replace(each, content_digest="cd" * 32) for each in status.offered))
    )
    page = shown(settings, "/rules/feeds/association")
    cells = [text_of(row.xpath("td[last()]")[0]) for row in page.xpath("//main//table")[1].xpath(".//tbody/tr")]
    assert cells == ["different bytes", "different bytes", "not on this server"]


def test_a_feed_before_its_first_check_shows_what_will_appear(tmp_path: Path) -> None:
    page = shown(following_settings(tmp_path, "association"), "/rules/feeds/association")
    assert "after the first check" in text_of(page.xpath("//main//div[@class='empty']")[0])


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.REGULATOR, True), (Role.OPERATOR, True), (Role.ASSESSOR, True), (Role.APPLICANT, False)],
)
def test_feeds_are_in_the_navigation_of_readers_under_rules(role: Role, sees: bool) -> None:
    principal = Principal("ada", PrincipalKind.ACCOUNT, "example", frozenset({role}))
    groups = {group.name: [link.address for link in group.links] for group in navigation_for(principal)}
    assert ("/rules/feeds" in groups.get("rules", [])) is sees
    (page,) = [page for page in workbench_pages() if page.address == "/rules/feeds/{feed}"]
    assert page.is_for(principal) is sees
