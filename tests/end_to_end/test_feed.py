"""The feed of a running server: a publication appears in it, and it is served with revalidation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tuf.ngclient import Updater

from service.approval.signing_keys import read_signing_key, write_new_key
from service.approval.statements import Act
from service.feeds.publishing import create_feed
from service.gazette.publication import write_version
from tests.support.drafting import SIGNING, Drafters, of_card, small_draft
from tests.support.feeds import SignedFeed, feed_file
from tests.support.running import RunningServer
from tests.support.signing import Team
from tests.support.small_card import small_card
from tests.support.waiting import until

pytestmark = pytest.mark.full
PATH = "production/small-factory/1.0.0.json"


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> SignedFeed:
    folder = tmp_path_factory.mktemp("feed")
    write_new_key(folder / "online.pem")
    key = read_signing_key(folder / "online.pem")
    feed = SignedFeed(folder / "feed", folder / "gazette", publisher=[key], online=[key])
    version = write_version(feed.gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    team = Team(folder / "team", roles=dict(SIGNING), unsigned=[version.content_digest])
    assert team.trust.exists()
    create_feed(feed.folder, feed_file(feed, ["production"], ["*"], ["*"]), feed.keys)
    return feed


@pytest.fixture(scope="module")
def server(feed: SignedFeed) -> Iterator[RunningServer]:
    folder = feed.folder.parent
    with RunningServer(
        folder,
        feed.gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_TRUST=str(folder / "team" / "trust.json"),
        TOUCHSTONE_FEED=str(feed.folder),
        TOUCHSTONE_FEED_KEY=str(folder / "online.pem"),
    ) as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{server.http}/feed/", timeout=60) as client:
        until(lambda: client.get("metadata/2.snapshot.json").status_code == 200)
        yield client


def followed(server: RunningServer, feed: SignedFeed, state: Path, path: str) -> bytes | None:
    state.mkdir(exist_ok=True)
    updater = Updater(
        str(state),
        f"{server.http}/feed/metadata/",
        str(state),
        f"{server.http}/feed/targets/",
        bootstrap=feed.trusted_root.read_bytes(),
    )
    target = updater.get_targetinfo(path)
    return None if target is None else Path(updater.download_target(target)).read_bytes()


def test_a_publication_on_the_server_appears_in_the_feed(
    server: RunningServer, feed: SignedFeed, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    until(lambda: followed(server, feed, tmp_path / "first", PATH))
    people = Drafters(server, Team(feed.folder.parent / "team", roles={}, keys={}))
    files = of_card(small_draft(tmp_path_factory.mktemp("draft") / "draft"), "published")
    people.save("li.wei", "published", files)
    people.sign(Act.SUBMISSION, "li.wei", "published")
    people.sign(Act.APPROVAL, "anna", "published")
    people.sign(Act.PUBLICATION, "anna", "published")
    until(lambda: followed(server, feed, tmp_path / "second", "production/published/1.0.0.json"))
    content = (feed.gazette / "published" / "1.0.0.json").read_bytes()
    assert followed(server, feed, tmp_path / "second", "production/published/1.0.0.json") == content


def test_an_unchanged_timestamp_is_answered_without_content(client: httpx.Client) -> None:
    first = client.get("metadata/timestamp.json")
    assert (first.status_code, first.headers["cache-control"]) == (200, "public, no-cache")
    again = client.get("metadata/timestamp.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_versioned_files_may_be_cached_permanently(client: httpx.Client, feed: SignedFeed) -> None:
    (target,) = (feed.folder / "targets" / "production" / "small-factory").glob("*.1.0.0.json")
    for path, file in (
        ("metadata/1.root.json", feed.trusted_root),
        (f"targets/production/small-factory/{target.name}", target),
    ):
        response = client.get(path)
        assert response.status_code == 200
        assert response.content == file.read_bytes()
        assert "immutable" in response.headers["cache-control"]
        assert client.get(path, headers={"if-none-match": f'"other", {response.headers["etag"]}'}).status_code == 304
        head = client.head(path)
        assert (head.headers["content-length"], head.content) == (str(len(response.content)), b"")


@pytest.mark.parametrize(
    "path",
    [
        "feed.toml",
        "pending/2.root.json",
        ".digests.json",
        "metadata/9.root.json",
        "metadata/../feed.toml",
        "metadata/%2e%2e/feed.toml",
        "metadata/",
        "targets/production/small-factory/1.0.0.json",
        f"targets/../{'0' * 64}.json",
    ],
)
def test_other_files_of_the_folder_are_not_served(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_files_of_a_feed_cannot_be_written(client: httpx.Client) -> None:
    assert client.post("metadata/timestamp.json", json={}).status_code in (404, 405)
    assert client.request("OPTIONS", "metadata/timestamp.json").headers["allow"] == "GET, HEAD, OPTIONS"
