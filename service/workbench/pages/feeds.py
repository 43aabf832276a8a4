"""Feed pages: the followed feeds, and one feed with the versions that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.output.mapping.mapper import word_of
from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import feed_service_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_LIST, _GET = "FeedService/ListFeeds", "FeedService/GetFeed"


async def _load_list(page_request: PageRequest) -> Shown:
    request = feed_service_pb2.ListFeedsRequest(language_code=page_request.language)
    return {"feeds": (await page_request.ask(_LIST, request)).feeds, "id_of": id_of}


async def _load_feed(page_request: PageRequest) -> Shown:
    request = feed_service_pb2.GetFeedRequest(
        name=f"feeds/{page_request.path['feed']}", language_code=page_request.language
    )
    feed: feed_service_pb2.Feed = await page_request.ask(_GET, request)
    versions = [(version, _state(version)) for version in feed.versions]
    return {
        "feed": feed, "title": id_of(feed.name), "versions": versions,
        "refused": [version for version, state in versions if state == "refused"],
        "card_and_number": _card_and_number,
    }  # fmt: skip


def _state(version: feed_service_pb2.FeedVersion) -> str:
    return word_of(feed_service_pb2.FeedVersion.State, version.state)


def _card_and_number(name: str) -> tuple[str, str]:
    _, card, _, number = name.split("/")
    return card, number


PAGES = (
    Page("/rules/feeds", "feeds.html.jinja", _LIST, _load_list, nav="feeds", nav_group="rules"),
    Page("/rules/feeds/{feed}", "feed.html.jinja", _GET, _load_feed),
)
