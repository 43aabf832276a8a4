"""Attacks of the TUF specification, and failures: the old snapshot stays in use, and the status states the reason."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import Metadata, MetaFile, Snapshot, TargetFile, Timestamp

from rules.contracts.canonical import digest
from rules.contracts.messages import in_language
from service.base.durable_files import replace_file
from service.feeds.feed_file import write_feed_file
from service.feeds.feed_log import entries_bytes, read_entries, signed_checkpoint
from service.feeds.follower_settings import STATE_FOLDER
from service.feeds.layout import CHECKPOINT, ENTRIES, METADATA, TARGETS
from service.feeds.publishing import build_feed, create_feed, renew_feed
from service.feeds.refreshing import refresh_feed
from service.feeds.repository import Repository
from service.feeds.tuf_keys import signer_of
from service.gazette import received
from service.gazette.received import RECEIVED, RECEIVING
from service.gazette.versions import Gazette
from service.transparency.checkpoints import read_note
from tests.support.feed_server import FeedServer, serving
from tests.support.feeds import SignedFeed, feed_file, new_keys, publics
from tests.support.following import Association, SmallFollower, publish_small
from tests.support.signing import Team
from tests.support.small_card import CARD

ROLE = "production.association"
ONLINE = ("snapshot", "timestamp", "log")


@pytest.fixture
def association(tmp_path: Path) -> Association:
    return Association(tmp_path)


@pytest.fixture
def following(association: Association) -> SmallFollower:
    follower = association.follower()
    assert follower.check().problem == ""
    return follower


def assert_old(following: SmallFollower, reason: str, versions: Sequence[str] = ("1.0.0",)) -> None:
    """Check the feed a minute later; it must change nothing, and state the reason in both languages."""
    before, earlier = files_in_use(following), following.follower.status
    following.clock.move(minutes=1)
    status = following.check()
    assert reason in status.problem
    assert in_language(status.problem, "zh") != status.problem
    assert following.versions == list(versions)
    assert (status.snapshot, status.last_success_time) == (earlier.snapshot, earlier.last_success_time)
    assert status.last_check_time == following.clock.now
    assert files_in_use(following) == before
    assert Gazette(following.gazette, private=True).check() == len(versions)


def files_in_use(following: SmallFollower) -> dict[Path, bytes]:
    paths = (path for path in following.gazette.rglob("*") if path.is_file() and following.state not in path.parents)
    return {path: path.read_bytes() for path in paths}


def metadata_file(feed: SignedFeed, role: str) -> Path:
    """Return the file of the newest metadata of a role."""
    folder = feed.folder / METADATA
    if role == "timestamp":
        return folder / "timestamp.json"
    return max(folder.glob(f"*.{role}.json"), key=lambda path: int(path.name.partition(".")[0]))


def sign_again(
    feed: SignedFeed, role: str, keys: Sequence[Ed25519PrivateKey], change: Callable[[Any], None] = lambda _: None
) -> None:
    """Sign a next version of the metadata of a role, and make it visible with the online key."""
    metadata: Metadata[Any] = Metadata.from_file(str(metadata_file(feed, role)))
    metadata.signed.version += 1
    change(metadata.signed)
    metadata.signatures.clear()
    for key in keys:
        metadata.sign(signer_of(key), append=True)
    folder = feed.folder / METADATA
    name = "timestamp.json" if role == "timestamp" else f"{metadata.signed.version}.{role}.json"
    metadata.to_file(str(folder / name))
    if role != "timestamp":
        take_snapshot(feed, {} if role in {"root", "snapshot"} else {role: folder / name})


def take_snapshot(feed: SignedFeed, roles: dict[str, Path]) -> None:
    """Sign a snapshot and a timestamp that name metadata files, with the online key."""
    folder, signer = feed.folder / METADATA, signer_of(feed.online[0])
    snapshot: Metadata[Snapshot] = Metadata.from_file(str(metadata_file(feed, "snapshot")))
    if roles:
        snapshot.signed.version += 1
        for role, path in roles.items():
            snapshot.signed.meta[f"{role}.json"] = meta_of(path)
        snapshot.sign(signer)
        snapshot.to_file(str(folder / f"{snapshot.signed.version}.snapshot.json"))
    timestamp: Metadata[Timestamp] = Metadata.from_file(str(folder / "timestamp.json"))
    timestamp.signed.version += 1
    timestamp.signed.snapshot_meta = meta_of(folder / f"{snapshot.signed.version}.snapshot.json")
    timestamp.sign(signer)
    timestamp.to_file(str(folder / "timestamp.json"))


def meta_of(path: Path) -> MetaFile:
    content = path.read_bytes()
    return MetaFile(Metadata.from_bytes(content).signed.version, len(content), {"sha256": sha256(content).hexdigest()})


def add_target(feed: SignedFeed, path: str, content: bytes) -> TargetFile:
    """Store a target, and return its entry."""
    target = TargetFile(len(content), {"sha256": sha256(content).hexdigest()}, path)
    folder, _, name = path.rpartition("/")
    file = feed.folder / TARGETS / folder / f"{target.hashes['sha256']}.{name}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return target


def target_file(feed: SignedFeed, path: str, role: str = ROLE) -> Path:
    target = Repository(feed.folder).target_at(role, path)
    assert target is not None
    folder, _, name = path.rpartition("/")
    return feed.folder / TARGETS / folder / f"{target.hashes['sha256']}.{name}"


# attacks of the specification


def test_rollback_to_an_older_feed(association: Association, following: SmallFollower, tmp_path: Path) -> None:
    shutil.copytree(association.feed.folder, tmp_path / "old")
    association.publish("2.0.0", 2026)
    assert following.check().problem == ""
    shutil.rmtree(association.feed.folder)
    shutil.copytree(tmp_path / "old", association.feed.folder)
    assert_old(following, "The feed offers older metadata than this server has seen", ["1.0.0", "2.0.0"])


def test_rollback_of_one_role_in_a_new_snapshot(association: Association, following: SmallFollower) -> None:
    old = metadata_file(association.feed, ROLE)
    association.publish("2.0.0", 2026)
    assert following.check().problem == ""
    take_snapshot(association.feed, {ROLE: old})
    assert_old(following, "The feed offers older metadata than this server has seen", ["1.0.0", "2.0.0"])


def test_freeze_at_an_old_feed(association: Association, following: SmallFollower) -> None:
    association.clock.move(hours=23)
    assert following.check().problem == ""
    association.clock.move(hours=2)
    assert_old(following, "The signed metadata of the feed expired on")
    assert association.clock.now in following.follower.status.problem


def test_mix_of_two_snapshots(association: Association, following: SmallFollower) -> None:
    old = metadata_file(association.feed, ROLE).read_bytes()
    association.publish("2.0.0", 2026)
    metadata_file(association.feed, ROLE).write_bytes(old)
    assert_old(following, "differs from its signed metadata")


def test_metadata_of_one_role_missing_in_the_snapshot(association: Association, following: SmallFollower) -> None:
    snapshot = metadata_file(association.feed, "snapshot")
    association.publish("2.0.0", 2026)
    shutil.copy(snapshot, metadata_file(association.feed, "snapshot"))
    assert_old(following, "differs from its signed metadata")


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", f"{ROLE}.json", "2.0.0.json", "entries.jsonl"])
def test_endless_data_is_cut_off(association: Association, following: SmallFollower, name: str) -> None:
    association.publish("2.0.0", 2026)
    sent = 0

    def endless(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        try:
            while sent < 1 << 30:
                handler.wfile.write(b"{" * 65_536)
                sent += 65_536
        except OSError:
            return

    with serving(association.feed.folder) as server:
        server.answers = {name: endless}
        remote = over_http(association, server, following)
        reason = "is larger than" if name == "timestamp.json" else "is longer than its signed metadata allows"
        assert_old(remote, reason)
    assert sent < 128 << 20


def over_http(association: Association, server: FeedServer, following: SmallFollower) -> SmallFollower:
    """Return a follower of the same state over HTTP."""
    return association.follower(following.gazette, folder=None, address=server.address, source=server.source())


@pytest.mark.full
@pytest.mark.parametrize("part", ["head", "body", "silence"])
def test_slow_retrieval_is_cut_off(association: Association, following: SmallFollower, part: str) -> None:
    association.publish("2.0.0", 2026)

    def slow(handler: BaseHTTPRequestHandler, content: bytes) -> None:
        text = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(content)
        if part != "head":
            handler.wfile.write(text)
            text = content
        try:
            for position in range(len(text) if part != "silence" else 0):
                handler.wfile.write(text[position : position + 1])
                time.sleep(0.1)
            time.sleep(30)
        except OSError:
            return

    with serving(association.feed.folder) as server:
        server.answers = {"2.0.0.json": slow}
        start = time.monotonic()
        reason = "cannot be downloaded" if part == "head" else "is too slow"
        assert_old(over_http(association, server, following), reason)
        assert time.monotonic() - start < 15
        server.answers.clear()
        assert over_http(association, server, following).check().problem == ""


@pytest.mark.full
@pytest.mark.parametrize("status", [200, 404])
def test_slow_retrieval_within_one_read_is_cut_off(
    association: Association, following: SmallFollower, status: int
) -> None:
    """The size of a chunk, or the text of an error, arrives byte by byte."""
    name = "2.0.0.json" if status == 200 else "2.root.json"
    association.publish("2.0.0", 2026)

    def slow(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        length = b"content-length: 65536" if status == 404 else b"transfer-encoding: chunked"
        handler.wfile.write(b"HTTP/1.1 %d slow\r\n%s\r\n\r\n" % (status, length))
        try:
            for _attempt in range(200):
                handler.wfile.write(b"0")
                time.sleep(0.1)
        except OSError:
            return

    with serving(association.feed.folder) as server:
        server.answers = {name: slow}
        start = time.monotonic()
        remote = over_http(association, server, following)
        if status == 200:
            assert_old(remote, "is too slow")
        else:
            assert remote.check().problem == ""
        assert time.monotonic() - start < 8


def test_an_invalid_tag_is_not_sent(association: Association, following: SmallFollower) -> None:
    def folded(handler: BaseHTTPRequestHandler, content: bytes) -> None:
        handler.wfile.write(b'HTTP/1.1 200 OK\r\netag: "' + b"a" * 250 + b'\r\n\tb\r\n\t"\r\n')
        handler.wfile.write(b"content-length: %d\r\n\r\n" % len(content) + content)

    with serving(association.feed.folder) as server:
        server.answers = {"timestamp.json": folded}
        for _ in range(3):
            assert over_http(association, server, following).check().problem == ""
        assert not any("if-none-match" in headers for headers in server.headers)


def test_wrong_software_of_the_same_length(association: Association, following: SmallFollower) -> None:
    association.publish("2.0.0", 2026)
    path = target_file(association.feed, f"production/{CARD}/2.0.0.json")
    path.write_bytes(path.read_bytes().replace(b"2026", b"2027"))
    assert_old(following, "differs from its signed metadata")


def test_wrong_software_signed_without_the_approvals_of_this_server(association: Association) -> None:
    """Keys of the feed do not replace the approvals that the trust file of the follower requires."""
    content = (association.published / CARD / "1.0.0.json").read_bytes()
    team = Team(association.folder / "team", unsigned=[digest(content)])
    team.write()
    strict = association.follower(trust=team.trust)
    assert strict.check().problem == ""
    second = association.publish("2.0.0", 2026)
    assert_old(strict, f"{second} lacks approvals that the trust file of this server requires")


def test_the_trust_file_names_the_keys_and_witnesses_of_the_log(association: Association) -> None:
    team = Team(
        association.folder / "team", unsigned=[digest((association.published / CARD / "1.0.0.json").read_bytes())]
    )
    team.write()
    plain = json.loads(team.trust.read_text())
    origin = read_note_of(association.feed).checkpoint.origin
    following = association.follower(trust=team.trust, log_key="")

    def trust_log(key: dict[str, object], **more: object) -> None:
        team.trust.write_text(json.dumps({**plain, "logs": {origin: {"keys": [key]}}, **more}))

    public = association.feed.log_key
    trust_log({"public": public, "compromised": True})
    assert_old(following, "The publication log of the feed is not valid", [])
    trust_log({"public": public}, witnesses_needed=1)
    assert_old(following, "The checkpoint needs 1 trusted witnesses and has none", [])
    trust_log({"public": public})
    assert following.check().problem == ""


def test_another_name_of_the_log_does_not_avoid_the_trust_file(association: Association) -> None:
    """The configuration names the key, and the trust file lists it as compromised, under the name of the log."""
    feed = association.feed
    team = Team(
        association.folder / "team", unsigned=[digest((association.published / CARD / "1.0.0.json").read_bytes())]
    )
    team.write()
    plain = json.loads(team.trust.read_text())
    key = {"public": feed.log_key, "compromised": True}
    origin = read_note_of(feed).checkpoint.origin
    team.trust.write_text(json.dumps({**plain, "logs": {origin: {"keys": [key]}}}))
    content = target_file(feed, ENTRIES, "log").read_bytes()
    write_log(
        feed, content, signed_checkpoint("other.example/log", read_entries(content), feed.online[0]).text.encode()
    )
    assert_old(association.follower(trust=team.trust), "The publication log of the feed is not valid", [])


# keys


def forged(feed: SignedFeed, keys: Sequence[Ed25519PrivateKey]) -> None:
    """Sign a changed version 1.0.0 as the publisher, with some keys."""
    content = target_file(feed, f"production/{CARD}/1.0.0.json").read_bytes().replace(b"Small factory", b"Forged one")
    target = add_target(feed, f"production/{CARD}/3.0.0.json", content)
    sign_again(feed, ROLE, keys, lambda signed: signed.targets.update({target.path: target}))


def test_a_publisher_that_is_not_followed_cannot_replace_files_of_another(tmp_path: Path) -> None:
    """The first delegation counts, so files that it also lists are not those of the followed publisher."""
    association = Association(tmp_path)
    [desk] = new_keys()
    feed = SignedFeed(tmp_path / "second", association.published)
    file = feed_file(feed, ["production"], ["*"], ["*"])
    publisher = file.publishers["association"]
    create_feed(feed.folder, file, feed.keys)
    feed.build()
    before = {"desk": publisher.model_copy(update={"keys": publics([desk]), "cards": ["small-*"]}), **file.publishers}
    write_feed_file(feed.folder, file.model_copy(update={"publishers": before}))
    renew_feed(feed.folder, [*feed.keys, desk])
    publish_small(association.published, "2.0.0", 2026)
    build_feed(association.published, feed.folder, "production", [desk, *feed.online])
    association.feed, association.root = feed, feed.trusted_root
    one = association.follower(publishers=("association",))
    assert one.check().problem == ""
    assert one.versions == ["1.0.0"]
    path = f"production/{CARD}/1.0.0.sig.json"
    target = add_target(feed, path, target_file(feed, path).read_bytes().replace(b"2025-01-01T", b"2024-01-01T"))
    sign_again(feed, "production.desk", [desk], lambda signed: signed.targets.update({path: target}))
    two = association.follower(tmp_path / "two", publishers=("association",))
    assert "lacks its content or its signatures" in two.check().problem
    assert association.follower(tmp_path / "three").check().problem


def test_compromise_below_the_threshold(tmp_path: Path) -> None:
    association = Association(tmp_path, threshold=2)
    following = association.follower()
    assert following.check().problem == ""
    forged(association.feed, association.feed.publisher[:1])
    assert_old(following, "lacks valid signatures by enough trusted keys")


def test_compromise_at_the_threshold_cannot_replace_what_was_published(tmp_path: Path) -> None:
    association = Association(tmp_path, threshold=2)
    following = association.follower()
    assert following.check().problem == ""
    forged(association.feed, association.feed.publisher)
    assert_old(following, "lacks its content or its signatures")


def test_keys_revoked_after_a_compromise_sign_nothing_more(tmp_path: Path) -> None:
    association = Association(tmp_path)
    following = association.follower()
    assert following.check().problem == ""
    stolen, feed = association.feed.publisher, association.feed
    replacement = new_keys()

    def revoke(signed: Any) -> None:
        new = signer_of(replacement[0]).public_key
        role = signed.delegations.roles[ROLE]
        signed.delegations.keys[new.keyid] = new
        role.keyids = [new.keyid]

    sign_again(feed, "targets", feed.root, revoke)
    sign_again(feed, ROLE, replacement)
    assert following.check().problem == ""
    forged(feed, stolen)
    assert_old(following, "lacks valid signatures by enough trusted keys")


def test_a_compromised_online_key_publishes_no_version(association: Association, following: SmallFollower) -> None:
    forged(association.feed, association.feed.online)
    assert_old(following, "lacks valid signatures by enough trusted keys")


def test_another_root_is_refused(association: Association, following: SmallFollower) -> None:
    attacker = new_keys()

    def replace_keys(signed: Any) -> None:
        new = signer_of(attacker[0]).public_key
        signed.keys[new.keyid] = new
        signed.roles["root"].keyids = [new.keyid]

    sign_again(association.feed, "root", attacker, replace_keys)
    assert_old(following, "lacks valid signatures by enough trusted keys")


def test_a_root_rotation_is_followed(association: Association, following: SmallFollower) -> None:
    feed, new = association.feed, new_keys()

    def rotate(signed: Any) -> None:
        key = signer_of(new[0]).public_key
        signed.keys[key.keyid] = key
        signed.roles["root"].keyids = [key.keyid]

    sign_again(feed, "root", [*feed.root, *new], rotate)
    association.publish("2.0.0", 2026)
    assert following.check().problem == ""
    assert following.versions == ["1.0.0", "2.0.0"]


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "log", ROLE])
def test_expired_roles(association: Association, following: SmallFollower, role: str) -> None:
    feed = association.feed
    keys = {"root": feed.root, "targets": feed.root, ROLE: feed.publisher}.get(role, feed.online)

    def expire(signed: Any) -> None:
        signed.expires = (datetime.now(UTC) - timedelta(hours=1)).replace(microsecond=0)

    sign_again(feed, role, keys, expire)
    assert_old(following, "Signed metadata of the feed has expired")


# publication log


def write_log(feed: SignedFeed, content: bytes, note: bytes) -> None:
    targets = [add_target(feed, ENTRIES, content), add_target(feed, CHECKPOINT, note)]
    sign_again(feed, "log", feed.online, lambda signed: signed.targets.update({each.path: each for each in targets}))


def entries_of(feed: SignedFeed) -> bytes:
    return target_file(feed, ENTRIES, "log").read_bytes()


def test_a_rewritten_log_is_refused(association: Association, following: SmallFollower) -> None:
    association.publish("2.0.0", 2026)
    feed = association.feed
    leaves = tuple(reversed(read_entries(entries_of(feed))))
    note = signed_checkpoint(read_note_of(feed).checkpoint.origin, leaves, feed.online[0])
    write_log(feed, entries_bytes(leaves), note.text.encode())
    assert_old(following, "The log was rewritten: its first 1 entries differ")


def read_note_of(feed: SignedFeed) -> Any:
    return read_note(target_file(feed, CHECKPOINT, "log").read_text())


def test_a_version_outside_the_log_is_refused(association: Association, following: SmallFollower) -> None:
    old, note = entries_of(association.feed), read_note_of(association.feed)
    association.publish("2.0.0", 2026)
    write_log(association.feed, old, note.text.encode())
    assert_old(following, f"scorecards/{CARD}/versions/2.0.0 is not in the publication log")


def test_a_checkpoint_of_other_entries_is_refused(association: Association, following: SmallFollower) -> None:
    note = read_note_of(association.feed)
    association.publish("2.0.0", 2026)
    write_log(association.feed, entries_of(association.feed), note.text.encode())
    assert_old(following, "The checkpoint of the log is for other entries")


def test_a_checkpoint_with_another_key_is_refused(association: Association, following: SmallFollower) -> None:
    feed = association.feed
    leaves = read_entries(entries_of(feed))
    note = signed_checkpoint(read_note_of(feed).checkpoint.origin, leaves, new_keys()[0])
    write_log(feed, entries_of(feed), note.text.encode())
    assert_old(following, "is not signed with the key in log_key")


def test_a_log_without_a_known_key_is_refused(association: Association) -> None:
    following = association.follower(log_key="")
    assert_old(following, "Enter log_key for the feed 'association'", [])


def test_a_withdrawn_version_is_refused(association: Association, following: SmallFollower) -> None:
    association.publish("2.0.0", 2026)
    assert following.check().problem == ""
    feed = association.feed

    def withdraw(signed: Any) -> None:
        for path in [path for path in signed.targets if "/2.0.0." in path]:
            del signed.targets[path]

    sign_again(feed, ROLE, feed.publisher, withdraw)
    reason = f"The feed no longer contains versions that it contained before: scorecards/{CARD}/versions/2.0.0"
    assert_old(following, reason, ["1.0.0", "2.0.0"])


def test_changed_bytes_of_a_received_version_are_refused(association: Association, following: SmallFollower) -> None:
    feed, path = association.feed, f"production/{CARD}/1.0.0.sig.json"
    content = target_file(feed, path).read_bytes().replace(b"2025-01-01T", b"2024-01-01T")
    target = add_target(feed, path, content)
    sign_again(feed, ROLE, feed.publisher, lambda signed: signed.targets.update({path: target}))
    assert_old(following, "was received before with other bytes")


@pytest.mark.parametrize("entry", ["one\n## other 9.9.9\n", " ## other 9.9.9\n", "   # other\n", "\x1b[2Jcleared"])
def test_a_changelog_entry_cannot_forge_another(association: Association, following: SmallFollower, entry: str) -> None:
    feed, path = association.feed, f"production/{CARD}/2.0.0.changes.md"
    association.publish("2.0.0", 2026)
    target = add_target(feed, path, entry.encode())
    sign_again(feed, ROLE, feed.publisher, lambda signed: signed.targets.update({path: target}))
    assert_old(following, f"The changelog entry of scorecards/{CARD}/versions/2.0.0 contains a heading of another")


# failures


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", f"{ROLE}.json", "2.0.0.json", "2.0.0.sig.json"])
def test_half_a_download(association: Association, following: SmallFollower, name: str) -> None:
    association.publish("2.0.0", 2026)

    def half(handler: BaseHTTPRequestHandler, content: bytes) -> None:
        handler.send_response(200)
        handler.send_header("content-length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content[: len(content) // 2])
        handler.close_connection = True

    with serving(association.feed.folder) as server:
        server.answers = {name: half}
        assert_old(over_http(association, server, following), "ended early")
        server.answers.clear()
        assert over_http(association, server, following).check().problem == ""
    assert following.versions == ["1.0.0", "2.0.0"]


def test_a_half_copied_folder(association: Association, following: SmallFollower) -> None:
    association.publish("2.0.0", 2026)
    path = target_file(association.feed, f"production/{CARD}/2.0.0.json")
    content = path.read_bytes()
    path.write_bytes(content[:100])
    assert_old(following, "differs from its signed metadata")
    path.unlink()
    assert_old(following, "A file of the feed is missing")
    path.write_bytes(content)
    assert following.check().problem == ""


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"<html>", b"\xff", b'{"signed": {"_type": "root"}, "signatures": []}']
)
def test_metadata_that_is_something_else(association: Association, following: SmallFollower, content: bytes) -> None:
    metadata_file(association.feed, "timestamp").write_bytes(content)
    assert_old(following, "The metadata of the feed is not valid")


def test_an_unreachable_server(association: Association, following: SmallFollower) -> None:
    with serving(association.feed.folder) as server:
        remote = over_http(association, server, following)
    assert_old(remote, "cannot be downloaded")


@pytest.mark.parametrize("step", range(4))
def test_a_full_disk_during_activation(
    association: Association, following: SmallFollower, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    association.publish("2.0.0", 2026)
    original, count = replace_file, 0

    def full(path: Path, content: bytes, **options: bool) -> None:
        nonlocal count
        count += 1
        if count > step:
            path.with_name(f".{path.name}.part").write_bytes(content[:10])
            raise OSError(28, "No space left on device")
        original(path, content, **options)

    monkeypatch.setattr(received, "replace_file", full)
    if step < 3:
        assert_old(following, "the disk is full")
        assert not (following.gazette / RECEIVING).exists()
        monkeypatch.undo()
    assert following.check().problem == ("" if step < 3 else following.follower.status.problem)
    assert following.versions == ["1.0.0", "2.0.0"]


def test_a_full_disk_during_downloads(
    association: Association, following: SmallFollower, monkeypatch: pytest.MonkeyPatch
) -> None:
    association.publish("2.0.0", 2026)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tuf.ngclient.updater.tempfile.NamedTemporaryFile", full)
    assert_old(following, "the disk is full")
    monkeypatch.undo()
    assert following.check().problem == ""


def test_a_state_folder_that_cannot_be_used(association: Association) -> None:
    following = association.follower()
    (following.gazette / STATE_FOLDER).write_text("a file")
    assert_old(following, "The files of the feed cannot be stored", [])
    assert following.checks[-1][0] == following.follower.status


def test_a_feed_folder_that_is_gone(association: Association, following: SmallFollower) -> None:
    shutil.rmtree(association.feed.folder)
    assert_old(following, "A file of the feed is missing")


@pytest.mark.parametrize("hours", [24, -24])
def test_a_clock_wrong_by_a_day(association: Association, following: SmallFollower, hours: int) -> None:
    second = association.publish("2.0.0", 2026)
    right = association.clock.now
    association.clock.move(hours=hours, minutes=5 if hours > 0 else 0)
    if hours > 0:
        assert_old(following, "the clock of this server shows")
        association.clock.now = right
    assert following.check().problem == ""
    assert following.versions == ["1.0.0", "2.0.0"]
    assert following.arrived[second] == association.clock.now


def test_a_server_that_asks_for_a_redirect_is_reported(association: Association, following: SmallFollower) -> None:
    def redirect(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(302)
        handler.send_header("location", "http://elsewhere.example/")
        handler.send_header("content-length", "0")
        handler.end_headers()

    with serving(association.feed.folder) as server:
        server.answers = {"timestamp.json": redirect}
        assert_old(over_http(association, server, following), "with the status 302")


def test_credentials_are_sent_and_a_proxy_receives_the_whole_address(
    association: Association, following: SmallFollower
) -> None:
    with serving(association.feed.folder) as server:
        remote = association.follower(
            following.gazette,
            folder=None,
            address="http://feeds.example/",
            source=type(server.source())("http://127.0.0.1:1/", proxy=server.address, credentials="body:secret"),
        )
        server.answers = {"timestamp.json": lambda handler, _: handler.send_error(407)}
        assert_old(remote, "with the status 407")
        assert server.requests[-1][0] == "http://127.0.0.1:1/metadata/timestamp.json"
        assert server.headers[-1]["authorization"] == "Basic Ym9keTpzZWNyZXQ="
    assert "secret" not in remote.follower.status.source + remote.follower.status.problem


def test_a_refreshed_feed_without_changes_extends_its_expiry(
    association: Association, following: SmallFollower
) -> None:
    before = following.follower.status.expires
    association.clock.move(hours=20)
    refresh_feed(association.feed.folder, association.feed.online[0], now=association.clock.now)
    status = following.check()
    assert status.problem == ""
    assert status.expires > before
    assert (following.gazette / RECEIVED).exists()
