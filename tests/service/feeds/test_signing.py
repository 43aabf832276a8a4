"""Signatures of a feed: thresholds, expiry, renewal, changed keys and the online key."""

import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import ExpiredMetadataError

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from rules.model.published_version import Repeal
from service.base.refusals import Refusal
from service.base.resource_names import CardName
from service.configuration.folders import PUBLISHED
from service.feeds.feed_file import SigningRole, write_feed_file
from service.feeds.layout import ENTRIES, LOG_ROLE, TableTarget, parse_target
from service.feeds.promotion import promote_version
from service.feeds.publishing import build_feed, create_feed, renew_feed, sign_role
from service.feeds.refreshing import refresh_feed, roles_held_back
from service.feeds.repository import Repository
from service.gazette.publication import write_repeal, write_version
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.transparency.checkpoints import read_note
from service.transparency.log_signatures import cosign
from tests.support.feeds import (
    SignedFeed,
    feed_file,
    followed,
    new_keys,
    publics,
    signed_feed,
    small_gazette,
    updater,
)
from tests.support.small_card import small_card

PATH = "production/small-factory/1.0.0.json"


def later(**span: float) -> str:
    return (datetime.now(UTC) + timedelta(**span)).strftime("%Y-%m-%dT%H:%M:%SZ")


def entries_of(feed: SignedFeed) -> bytes:
    repository = Repository(feed.folder)
    entry = repository.target_at(LOG_ROLE, ENTRIES)
    assert entry is not None
    return repository.target(entry)


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    return small_gazette(tmp_path / "gazette")


@pytest.fixture
def two(tmp_path: Path, gazette: Path) -> SignedFeed:
    """A feed that needs two signatures for each offline role, created by the first of two people."""
    feed = SignedFeed(tmp_path / "feed", gazette, root=new_keys(2), publisher=new_keys(2))
    file = feed_file(feed, ["production", "staging"], ["*"], ["*"], threshold=2)
    create_feed(feed.folder, file, [feed.root[0], feed.publisher[0]])
    return feed


def test_a_feed_below_its_threshold_is_invisible(two: SignedFeed) -> None:
    assert not list((two.folder / "metadata").iterdir())
    assert (two.folder / "pending" / "1.root.json").exists()
    with pytest.raises(Refusal, match="'root' lacks 1 signature"):
        two.build()
    with pytest.raises(Refusal, match="'root' lacks 1 signature"):
        refresh_feed(two.folder, two.online[0])


def complete(feed: SignedFeed) -> None:
    for role, keys in (
        ("root", feed.root),
        ("targets", feed.root),
        ("production.association", feed.publisher),
        ("staging.association", feed.publisher),
    ):
        sign_role(feed.folder, role, keys[1:])


def test_metadata_is_visible_with_all_its_signatures(two: SignedFeed, tmp_path: Path) -> None:
    complete(two)
    keys = [two.publisher[0], two.online[0]]
    built = build_feed(two.gazette, two.folder, "production", keys)
    assert [(role.role, role.signatures, role.missing) for role in built.staged] == [("production.association", 1, 1)]
    assert followed(two, tmp_path / "before", PATH) is None
    (state, *_) = sign_role(two.folder, "production.association", [two.publisher[1]])
    assert state.is_complete
    assert followed(two, tmp_path / "before", PATH) is None
    refresh_feed(two.folder, two.online[0])
    assert followed(two, tmp_path / "before", PATH)


def test_one_person_cannot_sign_twice(two: SignedFeed) -> None:
    with pytest.raises(InputError, match="may sign the role 'root', or they signed it before"):
        sign_role(two.folder, "root", [two.root[0]])
    assert (two.folder / "pending" / "1.root.json").exists()


def test_a_key_of_another_role_is_refused(two: SignedFeed) -> None:
    with pytest.raises(InputError, match="may sign the role 'root'"):
        sign_role(two.folder, "root", [two.publisher[1], two.online[0], *new_keys()])


def test_a_role_that_is_not_pending_is_refused_with_those_that_are(two: SignedFeed) -> None:
    sign_role(two.folder, "root", [two.root[1]])
    with pytest.raises(InputError, match=r"that need them: targets, production\.association, staging\.association"):
        sign_role(two.folder, "root", [two.root[1]])


def test_a_second_build_adds_a_signature_to_the_same_metadata(two: SignedFeed, tmp_path: Path) -> None:
    complete(two)
    for key in two.publisher:
        build_feed(two.gazette, two.folder, "production", [key, two.online[0]])
    assert followed(two, tmp_path, PATH)
    assert (two.folder / "metadata" / "2.production.association.json").exists()


def test_metadata_completed_on_another_machine_replaces_the_pending_copy(two: SignedFeed, tmp_path: Path) -> None:
    complete(two)
    build_feed(two.gazette, two.folder, "production", [two.publisher[0]])
    offline = tmp_path / "offline"
    shutil.copytree(two.folder, offline)
    sign_role(offline, "production.association", [two.publisher[1]])
    name = "2.production.association.json"
    shutil.copy(offline / "metadata" / name, two.folder / "metadata" / name)
    assert (two.folder / "pending" / name).exists()
    assert build_feed(two.gazette, two.folder, "production", two.online).staged == ()
    assert followed(two, tmp_path / "state", PATH)
    assert not (two.folder / "pending" / name).exists()


def test_only_the_online_key_refreshes(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    with pytest.raises(InputError, match="not an online key"):
        refresh_feed(feed.folder, feed.root[0])


def test_the_online_key_cannot_publish(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    built = build_feed(gazette, feed.folder, "production", feed.online)
    (state,) = built.staged
    assert (state.role, state.signatures, state.missing) == ("production.association", 0, 1)
    refresh_feed(feed.folder, feed.online[0])
    assert followed(feed, tmp_path, PATH) is None


def test_an_expired_timestamp_is_refused_until_the_next_refresh(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, now=later(days=-2))
    with pytest.raises(ExpiredMetadataError):
        updater(feed, tmp_path / "state").refresh()
    refresh_feed(feed.folder, feed.online[0])
    assert followed(feed, tmp_path / "state", PATH)


def test_an_unforced_refresh_signs_only_metadata_that_expires_soon(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)

    def versions_after(**span: float) -> list[int]:
        refresh_feed(feed.folder, feed.online[0], force=False, now=later(**span))
        repository = Repository(feed.folder)
        states = (repository.state(role) for role in ("log", "snapshot", "timestamp", "production.association"))
        return [state.version for state in states if state is not None]

    assert versions_after(hours=11) == [2, 2, 2, 2]
    assert versions_after(hours=13) == [2, 2, 3, 2]
    assert versions_after(days=4) == [3, 3, 4, 2]


def test_a_build_renews_publisher_metadata_in_the_last_third_of_its_validity(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    assert feed.build(now=later(days=119)).staged == ()
    (state,) = feed.build(now=later(days=121)).staged
    assert (state.role, state.version) == ("production.association", 3)


def test_roles_that_expire_within_thirty_days_are_reported(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    assert feed.build(now=later(days=149)).expiring == ()
    assert not {"root", "targets"} & {role.role for role in feed.build(now=later(days=334)).expiring}
    expiring = feed.build(now=later(days=336)).expiring
    assert {"root", "targets"} <= {role.role for role in expiring}
    assert "production.association" not in {role.role for role in expiring}
    renew_feed(feed.folder, feed.root, now=later(days=336))
    assert not {"root", "targets"} & {role.role for role in feed.build(now=later(days=336)).expiring}


def test_a_renewal_postpones_the_expiry_of_offline_roles(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    renewed = {role.role: role for role in renew_feed(feed.folder, [*feed.root, *feed.online], now=later(days=300))}
    assert (renewed["root"].version, renewed["targets"].version) == (2, 2)
    assert renewed["root"].expires > datetime.now(UTC) + timedelta(days=660)
    assert "production.association" not in renewed
    refresh_feed(feed.folder, feed.online[0])
    assert followed(feed, tmp_path / "state", PATH)


def test_new_root_keys_need_signatures_of_the_earlier_ones(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    (replacement,) = new_keys()
    rewrite(feed, root=SigningRole(keys=publics([replacement])))
    (state, *_) = renew_feed(feed.folder, [replacement, *feed.online])
    assert (state.role, state.version, state.missing) == ("root", 2, 1)
    assert Repository(feed.folder).newest("root").signed.version == 1  # type: ignore[union-attr]
    sign_role(feed.folder, "root", feed.root)
    assert followed(feed, tmp_path / "state", PATH)
    assert updater(feed, tmp_path / "state")._trusted_set.root.version == 1
    client = updater(feed, tmp_path / "state")
    client.refresh()
    assert client._trusted_set.root.version == 2


def rewrite(feed: SignedFeed, **changes: object) -> None:
    file = Repository(feed.folder).feed
    write_feed_file(feed.folder, file.model_copy(update=changes))


@pytest.mark.parametrize("is_removed", [True, False])
def test_a_publisher_cannot_remove_or_replace_published_files(
    tmp_path: Path, gazette: Path, *, is_removed: bool
) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    repository, role = Repository(feed.folder), "production.association"
    visible = repository.newest(role)
    assert visible is not None
    signed, before = visible.signed, entries_of(feed)
    signed.version += 1
    path = PATH.replace(".json", ".sig.json")
    if is_removed:
        del signed.targets[PATH]
    else:
        other = followed(feed, tmp_path / "before", path)
        assert other is not None
        signed.targets[path] = repository.add_target(path, other.replace(b"2025-01-01T", b"2024-01-01T"))
    repository.stage(role, signed, [])
    assert Repository(feed.folder).pending_changes(role) == ((PATH if is_removed else path),)
    (state, *_) = sign_role(feed.folder, role, feed.publisher)
    assert state.is_complete
    (held,) = refresh_feed(feed.folder, feed.online[0]).held_back
    assert held.role == role
    assert f"{'removes' if is_removed else 'changes'} the published file" in held.problem
    assert entries_of(feed) == before
    assert followed(feed, tmp_path / "after", PATH)
    if is_removed:  # other roles stay usable
        build_feed(gazette, feed.folder, "staging", feed.keys)
        assert followed(feed, tmp_path / "after", PATH.replace("production", "staging"))


INVALID = {
    "version": (".json", b"{}", "a scorecard version. Use"),
    "text": (".json", b"\xff", "Problem: "),
    "number": (".json", None, "contains scorecards/small-factory/versions/1.0.0"),
    "signatures": (".sig.json", b"{}", "Problem: "),
    "repeal": (".repeal.json", b"{}", "Problem: "),
    "approvals": (".approvals.json", b"[]", "Problem: "),
    "lost": ("lost", b"", "is missing"),
}


def publish_invalid(feed: SignedFeed, role: str, case: str) -> None:
    """Sign a copy of the published version under another number, with one invalid file."""
    repository = Repository(feed.folder)
    newest = repository.newest(role)
    assert newest is not None
    suffix, content, _ = INVALID[case]
    path = f"{role.partition('.')[0]}/small-factory/9.0.0"
    original = feed.gazette / "small-factory"
    files = {each: (original / f"1.0.0{each}").read_bytes() for each in (".json", ".sig.json")}
    if content:
        files[suffix] = content
    signed = newest.signed
    signed.version += 1
    for each, text in files.items():
        signed.targets[f"{path}{each}"] = repository.add_target(f"{path}{each}", text)
    repository.stage(role, signed, feed.publisher)
    if case == "lost":
        (lost,) = (feed.folder / "targets" / path).parent.glob("*.9.0.0.json")
        lost.unlink()


@pytest.mark.parametrize("case", INVALID)
def test_an_invalid_file_holds_back_only_its_role(tmp_path: Path, gazette: Path, case: str) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    role, before = "staging.association", entries_of(feed)
    publish_invalid(feed, role, case)
    assert roles_held_back(Repository(feed.folder)) == refresh_feed(feed.folder, feed.online[0]).held_back
    built = feed.build("production")
    assert built.refreshed is not None
    (held,) = built.refreshed.held_back
    assert held.role == role
    assert "publishes staging/small-factory/9.0.0.json, but its files are not valid" in held.problem
    assert INVALID[case][2] in held.problem
    assert in_language(held.problem, "zh") != held.problem
    assert entries_of(feed) == before
    assert followed(feed, tmp_path / "state", PATH)
    assert followed(feed, tmp_path / "state", PATH.replace("production", "staging"))
    assert followed(feed, tmp_path / "state", "staging/small-factory/9.0.0.json") is None
    (feed.folder / "metadata" / f"3.{role}.json").unlink()
    assert refresh_feed(feed.folder, feed.online[0]).held_back == ()


def test_files_of_a_replaced_publisher_key_are_held_back_until_signed_again(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    (replacement,) = new_keys()
    association = Repository(feed.folder).feed.publishers["association"]
    rewrite(feed, publishers={"association": association.model_copy(update={"keys": publics([replacement])})})
    renew_feed(feed.folder, feed.root)
    refreshed = refresh_feed(feed.folder, feed.online[0])
    problems = {held.role: held.problem for held in refreshed.held_back}
    assert "signatures are not those that feed.toml requires" in problems["production.association"]
    assert followed(feed, tmp_path / "state", PATH)
    renew_feed(feed.folder, [replacement])
    assert refresh_feed(feed.folder, feed.online[0]).held_back == ()
    assert followed(feed, tmp_path / "state", PATH)
    followed_root = updater(feed, tmp_path / "state")
    followed_root.refresh()
    assert followed_root._trusted_set.targets.version == 2


def test_a_new_online_key_signs_log_snapshot_and_timestamp(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    earlier, feed.online = feed.online, new_keys()
    rewrite(feed, online=feed_file(feed, ["production"], ["*"], ["*"]).online)
    renew_feed(feed.folder, feed.root)
    with pytest.raises(InputError, match="not an online key"):
        refresh_feed(feed.folder, earlier[0])
    refresh_feed(feed.folder, feed.online[0], force=False)
    assert followed(feed, tmp_path / "state", PATH)
    note = read_note((followed(feed, tmp_path / "state", "log/checkpoint") or b"").decode())
    assert len(note.signatures) == 2


def test_a_removed_publisher_stays_in_the_snapshot(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    assert followed(feed, tmp_path / "state", PATH)
    association = Repository(feed.folder).feed.publishers["association"]
    rewrite(feed, publishers={"association": association.model_copy(update={"channels": ["staging"]})})
    renew_feed(feed.folder, [*feed.root, *feed.online])
    assert followed(feed, tmp_path / "state", PATH) is None


def test_a_promotion_signs_the_same_digests_in_another_channel(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    built = promote_version(feed.folder, CardName("small-factory", "1.0.0"), "production", feed.keys)
    assert {path.partition("1.0.0")[2] for path in built.added} == {".json", ".sig.json", ".changes.md"}
    repository = Repository(feed.folder)
    targets = {
        channel: {
            path.partition("/")[2]: entry.hashes
            for path, entry in repository.newest(f"{channel}.association").signed.targets.items()  # type: ignore[union-attr]
            if "/small-factory/" in path
        }
        for channel in ("staging", "production")
    }
    assert targets["production"] == targets["staging"]
    assert followed(feed, tmp_path / "state", PATH) == followed(
        feed, tmp_path / "state", "staging/small-factory/1.0.0.json"
    )
    entries = followed(feed, tmp_path / "state", "log/entries.jsonl") or b""
    assert entries.count(b'"kind":"publication"') == 1


def test_a_version_that_no_channel_has_cannot_be_promoted(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    with pytest.raises(InputError, match=re.escape("one of its versions in the feed (1.0.0)")):
        promote_version(feed.folder, CardName("small-factory", "2.0.0"), "production", feed.keys)
    with pytest.raises(InputError, match="no channel 'live'"):
        promote_version(feed.folder, CardName("small-factory", "1.0.0"), "live", feed.keys)


def test_a_promotion_needs_a_publisher_of_the_channel(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    file = Repository(feed.folder).feed
    association = file.publishers["association"].model_copy(update={"channels": ["staging"]})
    other = association.model_copy(update={"channels": ["production"], "cards": ["other"]})
    rewrite(feed, publishers={"association": association, "other": other})
    with pytest.raises(Refusal, match="'production' may sign small-factory"):
        promote_version(feed.folder, CardName("small-factory", "1.0.0"), "production", feed.keys)


def test_cosignatures_are_added_to_the_checkpoint_of_the_same_tree(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette)
    note = read_note((followed(feed, tmp_path / "state", "log/checkpoint") or b"").decode())
    (witness,) = new_keys()
    cosigned = note.with_signature(cosign(note.checkpoint, "witness.example", witness, 1_800_000_000)).text
    refresh_feed(feed.folder, feed.online[0], cosigned=cosigned)
    assert followed(feed, tmp_path / "state", "log/checkpoint") == cosigned.encode()
    write_version(
        gazette,
        small_card(version="1.1.0", first="2026-01-01", supersedes="1.0.0"),
        {},
        publish_time="2025-12-01T00:00:00Z",
    )
    feed.build()
    grown = read_note((followed(feed, tmp_path / "state", "log/checkpoint") or b"").decode())
    assert [signature.name for signature in grown.signatures] == ["feeds.example/rules"]
    with pytest.raises(InputError, match="not for the current log of 3 entries"):
        refresh_feed(feed.folder, feed.online[0], cosigned=cosigned)


@pytest.mark.full
def test_a_promotion_includes_the_tables_of_the_version(tmp_path: Path) -> None:
    gazette = tmp_path / "published"
    shutil.copytree(PUBLISHED / "cbam-electricity", gazette / "cbam-electricity")
    shutil.copytree(PUBLISHED / "tables", gazette / "tables")
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    (version, *_) = Gazette(gazette, private=True).versions("cbam-electricity")
    name = CardName("cbam-electricity", version.card.version)
    built = promote_version(feed.folder, name, "production", feed.keys)
    promoted = {target.table for path in built.added if isinstance(target := parse_target(path), TableTarget)}
    assert promoted == {table.name for table in version.scorecard.tables or ()}
    editions = [each for each in TableStore(gazette / "tables").editions() if each.name in promoted]
    assert len([path for path in built.added if path.startswith("production/tables/")]) == 2 * len(editions)


def test_a_promotion_does_not_replace_a_repeal_by_an_earlier_state(tmp_path: Path, gazette: Path) -> None:
    feed = signed_feed(tmp_path / "feed", gazette, channel="staging")
    name = CardName("small-factory", "1.0.0")
    promote_version(feed.folder, name, "production", feed.keys)
    version = Gazette(gazette, private=True).version("small-factory", "1.0.0")
    write_repeal(gazette, version, Repeal(date(2027, 1, 1), "2026-06-01T00:00:00Z", "withdrawn"))
    feed.build("production")
    repeal = followed(feed, tmp_path / "state", f"{PATH[:-5]}.repeal.json")
    assert repeal
    (gazette / "small-factory" / "1.0.0.repeal.json").unlink()
    shorter = write_repeal(gazette, version, Repeal(date(2027, 1, 1), "2026-06-01T00:00:00Z", "error"))
    assert shorter.repeal
    feed.build("staging")
    assert promote_version(feed.folder, name, "production", feed.keys).added == ()
    assert followed(feed, tmp_path / "state", f"{PATH[:-5]}.repeal.json") == repeal
