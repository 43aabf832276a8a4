"""Builds of a feed: complete, idempotent, append-only, and read back by the TUF client."""

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from rules.contracts.errors import InputError, TrailError
from rules.contracts.messages import in_language
from rules.model.published_version import Repeal
from service.base.refusals import Refusal
from service.feeds import gazette_files
from service.feeds.feed_log import read_entries, tree_root
from service.feeds.publishing import create_feed
from service.feeds.refreshing import refresh_feed
from service.feeds.repository import Repository
from service.gazette.publication import write_repeal, write_version
from service.gazette.tables import write_edition
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file
from service.transparency.checkpoints import read_note
from service.transparency.gazette_leaves import leaves_of
from service.transparency.log_signatures import is_signed_by
from tests.support.feeds import SignedFeed, feed_file, followed, new_keys, publics, signed_feed, small_gazette, updater
from tests.support.small_card import small_card
from tests.support.small_table import small_table

VERSION = "production/small-factory/1.0.0.json"


@pytest.fixture
def feed(tmp_path: Path) -> SignedFeed:
    return signed_feed(tmp_path / "feed", small_gazette(tmp_path / "gazette"))


def metadata_of(feed: SignedFeed) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (feed.folder / "metadata").iterdir()}


def test_a_follower_receives_the_bytes_of_the_gazette(feed: SignedFeed, tmp_path: Path) -> None:
    card = feed.gazette / "small-factory"
    for suffix in (".json", ".sig.json"):
        assert (
            followed(feed, tmp_path, f"production/small-factory/1.0.0{suffix}")
            == (card / f"1.0.0{suffix}").read_bytes()
        )
    changes = followed(feed, tmp_path, "production/small-factory/1.0.0.changes.md")
    assert changes == b"The first version.\n"
    for file in (feed.gazette / "tables").iterdir():
        path = f"production/tables/defaults/2026-02-04.{file.name}"
        assert followed(feed, tmp_path, path) == file.read_bytes()
    assert followed(feed, tmp_path, "staging/small-factory/1.0.0.json") is None


def test_the_log_contains_the_leaves_of_the_gazette(feed: SignedFeed, tmp_path: Path) -> None:
    entries = followed(feed, tmp_path, "log/entries.jsonl")
    assert entries is not None
    leaves = read_entries(entries)
    assert {leaf.digest for leaf in leaves} == {leaf.digest for leaf in leaves_of(Gazette(feed.gazette, private=True))}
    note = read_note((followed(feed, tmp_path, "log/checkpoint") or b"").decode())
    assert (note.checkpoint.origin, note.checkpoint.size) == ("feeds.example/rules", len(leaves))
    assert note.checkpoint.root == tree_root(leaves)
    assert is_signed_by(note, feed.log_key)


def test_a_build_without_a_change_writes_nothing(feed: SignedFeed) -> None:
    before = metadata_of(feed)
    built = feed.build()
    assert (built.added, built.staged) == ((), ())
    assert metadata_of(feed) == before


def test_a_build_reads_only_changed_files(feed: SignedFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    aged = time.time() - 3_600
    for path in feed.gazette.rglob("*"):
        os.utime(path, (aged, aged))
    feed.build()
    read = list[Path]()

    def reading(path: Path) -> bytes:
        read.append(path)
        return read_published_file(path)

    monkeypatch.setattr(gazette_files, "read_published_file", reading)
    feed.build()
    assert read == []
    publish_next(feed)
    feed.build()
    assert {path.name for path in read} == {"1.1.0.json", "1.1.0.sig.json"}


def publish_next(feed: SignedFeed) -> None:
    following = small_card(version="1.1.0", first="2026-01-01", supersedes="1.0.0", gold=85)
    write_version(feed.gazette, following, {}, publish_time="2025-12-01T00:00:00Z")


def test_a_new_version_is_appended_to_the_log(feed: SignedFeed, tmp_path: Path) -> None:
    before = followed(feed, tmp_path, "log/entries.jsonl") or b""
    publish_next(feed)
    assert feed.build().added == (
        "production/small-factory/1.1.0.json",
        "production/small-factory/1.1.0.sig.json",
    )
    after = followed(feed, tmp_path, "log/entries.jsonl") or b""
    assert after.startswith(before)
    assert len(read_entries(after)) == len(read_entries(before)) + 1
    assert followed(feed, tmp_path, "production/small-factory/1.1.0.json")


def test_a_repeal_is_published_and_logged(feed: SignedFeed, tmp_path: Path) -> None:
    version = Gazette(feed.gazette, private=True).version("small-factory", "1.0.0")
    write_repeal(feed.gazette, version, Repeal(date(2027, 1, 1), "2026-06-01T00:00:00Z", "withdrawn"))
    assert feed.build().added == ("production/small-factory/1.0.0.repeal.json",)
    kinds = [leaf.kind for leaf in read_entries(followed(feed, tmp_path, "log/entries.jsonl") or b"")]
    assert kinds == ["table", "publication", "repeal"]


def test_published_bytes_are_never_replaced(feed: SignedFeed) -> None:
    shutil.rmtree(feed.gazette / "small-factory")
    write_version(feed.gazette, small_card(gold=85), {}, publish_time="2025-01-01T00:00:00Z")
    before = metadata_of(feed)
    with pytest.raises(Refusal, match="other bytes of production/small-factory"):
        feed.build()
    with pytest.raises(Refusal, match="other bytes of staging/small-factory"):
        feed.build("staging")
    assert metadata_of(feed) == before


def test_a_version_missing_in_the_gazette_stays_in_the_feed(feed: SignedFeed, tmp_path: Path) -> None:
    shutil.rmtree(feed.gazette / "small-factory")
    assert feed.build().added == ()
    assert followed(feed, tmp_path, VERSION)


def test_an_invalid_version_is_not_published(feed: SignedFeed) -> None:
    publish_next(feed)
    path = feed.gazette / "small-factory" / "1.1.0.json"
    path.write_bytes(path.read_bytes().replace(b"85", b"84"))
    before = metadata_of(feed)
    with pytest.raises(TrailError, match=r"1\.1\.0\.json"):
        feed.build()
    assert metadata_of(feed) == before


@pytest.mark.parametrize(
    "unwritten",
    [[], ["3.snapshot.json"], ["3.snapshot.json", "3.log.json"]],
    ids=["before the timestamp", "before the snapshot", "before the log"],
)
def test_an_interrupted_build_is_completed_by_the_next(feed: SignedFeed, tmp_path: Path, unwritten: list[str]) -> None:
    before = metadata_of(feed)
    publish_next(feed)
    feed.build()
    metadata = feed.folder / "metadata"
    (metadata / "timestamp.json").write_bytes(before["timestamp.json"])
    for name in unwritten:
        (metadata / name).unlink()
    assert followed(feed, tmp_path / "old", VERSION)
    assert feed.build().added == ()
    assert followed(feed, tmp_path / "new", "production/small-factory/1.1.0.json")
    assert followed(feed, tmp_path / "old", "production/small-factory/1.1.0.json")


def test_scorecards_without_a_publisher_are_reported(tmp_path: Path) -> None:
    feed = signed_feed(tmp_path / "feed", small_gazette(tmp_path / "gazette"), cards=["other-*"], tables=["other"])
    built = feed.build()
    assert (built.added, built.unassigned) == ((), ("small-factory", "tables/defaults"))
    assert followed(feed, tmp_path, VERSION) is None


def test_the_first_publisher_with_a_matching_pattern_signs(tmp_path: Path) -> None:
    regulator, association = new_keys(2)
    feed = SignedFeed(tmp_path / "feed", small_gazette(tmp_path / "gazette"), publisher=[association])
    file = feed_file(feed, ["production"], ["*"], ["*"])
    first = file.publishers["association"].model_copy(
        update={"keys": publics([regulator]), "cards": ["small-*"], "tables": []}
    )
    ordered = {"regulator": first, **file.publishers}
    create_feed(feed.folder, file.model_copy(update={"publishers": ordered}), [*feed.keys, regulator])
    built = feed.build()
    states = {role.role: role.missing for role in built.staged}
    assert states == {"production.regulator": 1, "production.association": 0}
    assert followed(feed, tmp_path / "a", VERSION) is None
    feed.publisher.append(regulator)
    feed.build()
    assert followed(feed, tmp_path / "b", VERSION)


def test_an_unknown_channel_is_refused_with_the_known_ones(feed: SignedFeed) -> None:
    with pytest.raises(InputError, match="production, staging, testing") as raised:
        feed.build("live")
    (violation,) = raised.value.violations
    assert (violation.field, violation.reason) == ("--channel", "NOT_FOUND")
    assert "没有通道“live”" in in_language(violation.description, "zh")


def test_a_feed_is_created_once(feed: SignedFeed) -> None:
    with pytest.raises(InputError, match="already contains a feed"):
        create_feed(feed.folder, feed_file(feed, ["production"], ["*"], ["*"]), feed.keys)


def test_a_changed_target_of_the_log_stops_the_refresh(feed: SignedFeed) -> None:
    logs = (feed.folder / "targets" / "log").glob("*.entries.jsonl")
    entries = max(logs, key=lambda path: path.stat().st_size)
    entries.write_bytes(entries.read_bytes()[:-1])
    with pytest.raises(TrailError, match="does not match the digest in its name"):
        refresh_feed(feed.folder, feed.online[0])


def test_private_keys_and_pending_metadata_are_not_among_the_served_files(feed: SignedFeed) -> None:
    names = {path.name for path in feed.folder.iterdir()}
    assert names == {"feed.toml", "metadata", "pending", "targets"}
    assert not any(b"PRIVATE" in path.read_bytes() for path in feed.folder.rglob("*") if path.is_file())
    assert list((feed.folder / "pending").iterdir()) == []


def test_the_tables_of_a_gazette_are_published_with_their_digests(feed: SignedFeed) -> None:
    rows = next((feed.gazette / "tables").glob("*.csv"))
    rows.write_bytes(rows.read_bytes() + b"\n")
    with pytest.raises(TrailError, match=f"edition {small_table().name}"):
        feed.build("staging")


def test_the_client_state_survives_between_builds(feed: SignedFeed, tmp_path: Path) -> None:
    updater(feed, tmp_path / "state").refresh()
    publish_next(feed)
    feed.build()
    assert followed(feed, tmp_path / "state", "production/small-factory/1.1.0.json")


@pytest.mark.parametrize("excess", [0, 1])
def test_a_table_whose_file_name_would_be_too_long_is_refused(tmp_path: Path, excess: int) -> None:
    gazette = small_gazette(tmp_path / "gazette")
    longest = 249 - len(f"{'0' * 64}..-{'0' * 12}.json")
    name, edition = "t" * 80, "1" * (longest - 80 + excess)
    write_edition(gazette / "tables", small_table(name=name, edition=edition))
    feed = SignedFeed(tmp_path / "feed", gazette)
    create_feed(feed.folder, feed_file(feed, ["production"], ["*"], ["*"]), feed.keys)
    if excess:
        with pytest.raises(Refusal, match="the file name would have 250 bytes, and at most 249 are allowed") as raised:
            feed.build()
        assert f"table '{name}' and its edition '{edition}'" in str(raised.value)
        assert followed(feed, tmp_path / "state", "production/small-factory/1.0.0.json") is None
    else:
        feed.build()
        repository = Repository(feed.folder)
        newest = repository.newest("production.association")
        assert newest is not None
        (target,) = (each for path, each in newest.signed.targets.items() if name in path and path.endswith(".json"))
        assert len(target.get_prefixed_paths()[0].rpartition("/")[2]) == 249
        assert repository.target(target)
