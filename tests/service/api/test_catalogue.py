"""Published versions by RPC: the time since when the log of the server knows them, and the feed they came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import pytest

from rules.contracts import TrailError
from service.api.catalogue import Catalogue, KnownTimes
from service.base.call_context import set_current_organization
from service.configuration.settings import Settings
from service.gazette.publication import write_version
from service.gazette.received import RECEIVED
from service.gazette.versions import Gazette
from service.proofs.log_service import append_publications
from service.store import log_sequencer
from service.store.log_sequencer import LogIdentity
from service.store.store import Store
from service.transparency.gazette_leaves import leaves_of_card
from tests.support.followed_feeds import ARRIVED, FIRST, SECOND, THIRD, digests_of, following_settings, store_received
from tests.support.small_card import CARD, small_card
from touchstone.v1.scorecard_pb2 import ScorecardVersion
from touchstone.v1.scorecard_service_pb2 import GetScorecardVersionRequest, ListScorecardVersionsRequest

IDENTITY = LogIdentity("log")
LOGGED, PUBLISHED, LATER = "2026-06-02T08:00:07Z", "2026-07-01T00:00:00Z", "2026-09-01T00:00:00Z"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return following_settings(tmp_path, "association")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = Store(settings.database_url, log_identity=IDENTITY)
    yield opened
    opened.close()


def log_at(time: str, store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Log all publications that are not logged yet; the clock shows `time`."""
    monkeypatch.setattr(log_sequencer, "now", lambda: time)
    append_publications(store, Gazette(settings.gazette), IDENTITY)


def shown(catalogue: Catalogue, name: str) -> ScorecardVersion:
    return catalogue.version(GetScorecardVersionRequest(name=name))


def test_the_known_time_is_that_of_the_first_checkpoint_with_the_version(
    settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = Catalogue(Gazette(settings.gazette), KnownTimes(store))
    assert not shown(catalogue, FIRST).HasField("known_time")
    log_at(LOGGED, store, settings, monkeypatch)
    assert shown(catalogue, FIRST).known_time.ToJsonString() == LOGGED
    earlier = small_card(version="3.0.0", first="2024-01-01", last="2024-12-31")
    write_version(settings.gazette, earlier, {}, publish_time=PUBLISHED)
    log_at(LATER, store, settings, monkeypatch)
    listed = catalogue.versions(ListScorecardVersionsRequest(parent=f"scorecards/{CARD}")).scorecard_versions
    assert {version.name: version.known_time.ToJsonString() for version in listed} == {
        FIRST: LOGGED, SECOND: LOGGED, THIRD: LATER
    }  # fmt: skip


def test_a_server_without_a_store_knows_no_time(settings: Settings) -> None:
    assert not shown(Catalogue(Gazette(settings.gazette)), FIRST).HasField("known_time")


def test_a_version_of_an_organization_has_its_own_time_and_no_origin(
    settings: Settings, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder = tmp_path / "own" / "body"
    write_version(own_folder, small_card(gold=70), {}, publish_time="2025-01-01T00:00:00Z")
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(tmp_path / "own"))
    store_received(settings, "association", 7, {FIRST: digests_of(settings)[FIRST]})
    log_at(LOGGED, store, settings, monkeypatch)
    catalogue = Catalogue(Gazette(settings.gazette), KnownTimes(store))

    def seen_by_owner() -> ScorecardVersion:
        set_current_organization("body")
        return shown(catalogue, FIRST)

    own = copy_context().run(seen_by_owner)
    assert own.gazette == "organizations/body"
    assert not own.HasField("known_time")
    assert not own.HasField("origin")
    monkeypatch.setattr(log_sequencer, "now", lambda: LATER)
    store.log.add_new(list(leaves_of_card(Gazette(own_folder, private=True), CARD, "organizations/body")))
    store.integrate_log()
    assert copy_context().run(seen_by_owner).known_time.ToJsonString() == LATER
    public = shown(catalogue, FIRST)
    assert (public.known_time.ToJsonString(), public.origin.feed) == (LOGGED, "feeds/association")


def test_a_received_version_has_the_feed_snapshot_time_and_digest(settings: Settings) -> None:
    catalogue, digests = Catalogue(Gazette(settings.gazette)), digests_of(settings)
    assert not shown(catalogue, SECOND).HasField("origin")
    store_received(settings, "association", 7, {SECOND: digests[SECOND]})
    origin = shown(catalogue, SECOND).origin
    assert (origin.feed, origin.snapshot, origin.arrive_time.ToJsonString(), origin.content_digest) == (
        "feeds/association", 7, ARRIVED, shown(catalogue, SECOND).content_digest
    )  # fmt: skip
    assert not shown(catalogue, FIRST).HasField("origin")
    store_received(settings, "association", 12, {SECOND: digests[SECOND]})
    assert shown(catalogue, SECOND).origin.snapshot == 12


def test_an_invalid_list_of_received_versions_is_reported(settings: Settings) -> None:
    (settings.gazette / RECEIVED).write_text("{", encoding="utf-8")
    with pytest.raises(TrailError):
        shown(Catalogue(Gazette(settings.gazette)), FIRST)
