"""Received versions and private gazettes: an organisation keeps its own scorecard, and all others use the received."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from rules.model.published_version import PublishedVersion
from service.base.call_context import set_current_organization
from service.base.resource_names import CardName
from service.gazette.publication import write_version
from service.gazette.table_order import TableStores
from service.gazette.tables import write_edition
from service.gazette.versions import Gazette
from tests.support.following import Association, SmallFollower
from tests.support.small_card import CARD, small_card
from tests.support.small_table import ROWS, small_table

OWN, OTHER = "own-body", "other-body"


@pytest.fixture
def association(tmp_path: Path) -> Association:
    association = Association(tmp_path)
    write_edition(association.published / "tables", small_table())
    association.feed.build(now=association.clock.now)
    return association


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The private gazette of an organisation: a scorecard and a table edition with the names of the received ones."""
    folder = tmp_path / "private" / OWN
    card = small_card(version="1.0.0", first="2025-01-01", last="2025-12-31", gold=70)
    write_version(folder, card, {}, publish_time="2025-01-01T00:00:00Z")
    write_edition(folder / "tables", small_table(ROWS[:4]))
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(tmp_path / "private"))
    return folder


def digest_for(gazette: Gazette, organization: str, day: str = "2025-06-01") -> str:
    """Return the digest of the version that applies to a call of an organisation."""
    return version_for(gazette, organization, day).content_digest


def version_for(gazette: Gazette, organization: str, day: str) -> PublishedVersion:
    set_current_organization(organization)
    try:
        return gazette.find(CardName(CARD, None), as_of=date.fromisoformat(day), known="2026-11-01T00:00:00Z")
    finally:
        set_current_organization("")


def check(following: SmallFollower) -> None:
    assert following.check().problem == ""


@pytest.mark.parametrize("is_cached", [True, False])
def test_a_received_version_does_not_replace_a_private_one(
    association: Association, own: Path, *, is_cached: bool
) -> None:
    private = Gazette(own, organization=OWN).version(CARD, "1.0.0").content_digest
    public = Gazette(association.published, private=True).version(CARD, "1.0.0").content_digest
    assert private != public
    following = association.follower()
    gazette = Gazette(following.gazette)
    assert digest_for(gazette, OWN) == private  # before the first snapshot
    check(following)
    association.publish("2.0.0", 2026)
    check(following)
    if is_cached:
        old = time.time() - 60
        for folder in (following.gazette / CARD, own / CARD):
            os.utime(folder, (old, old))
    for _ in range(2):
        assert digest_for(gazette, OWN) == private
        assert digest_for(gazette, OTHER) == digest_for(gazette, "") == public
        assert version_for(gazette, OTHER, "2026-06-01").card.version == "2.0.0"
    assert gazette.check() == 3


def test_a_private_version_added_after_the_receipt_precedes(association: Association, own: Path) -> None:
    following = association.follower()
    check(following)
    gazette = Gazette(following.gazette)
    received = digest_for(gazette, OTHER)
    later = own.parent / "late-body"
    assert digest_for(gazette, "late-body") == received
    card = small_card(version="1.0.0", first="2025-01-01", last="2025-12-31", gold=60)
    written = write_version(later, card, {}, publish_time="2025-01-01T00:00:00Z")
    gazette = Gazette(following.gazette)
    assert digest_for(gazette, "late-body") == written.content_digest
    assert digest_for(gazette, OTHER) == received


def test_a_private_table_precedes_the_received_one_of_the_same_name(association: Association, own: Path) -> None:
    following = association.follower()
    check(following)
    stores = TableStores(Gazette(following.gazette))
    (private, public) = (small_table(ROWS[:4]), small_table())

    def found(organization: str) -> str:
        table = next(
            each
            for store in stores.of(organization)
            if (each := store.edition_of("defaults", "2026-02-04")) is not None
        )
        return table.manifest.content_digest

    assert found(OWN) == private.manifest.content_digest
    assert found(OTHER) == public.manifest.content_digest


def test_a_feed_does_not_change_private_gazettes(association: Association, own: Path) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    check(association.follower())
    assert {path: path.read_bytes() for path in own.parent.rglob("*") if path.is_file()} == before
