"""A follower activates whole snapshots of a feed, and refuses a snapshot that fails any check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rules.contracts.messages import in_language
from rules.model.published_version import Repeal
from service.approval.repeals import repeal_bytes
from service.approval.statements import Act, Predicate, Statement, sign_statement
from service.feeds.feed_status import FeedStatus, OfferState, read_status
from service.feeds.follower_settings import STATE_FOLDER
from service.gazette.publication import add_entry, find_entry, write_repeal, write_version
from service.gazette.received import RECEIVED
from service.gazette.tables import TableStore, write_edition
from service.gazette.versions import Gazette
from tests.support.feed_server import serving
from tests.support.feeds import new_keys
from tests.support.following import Association, publish_small
from tests.support.signing import Team
from tests.support.small_card import CARD, small_card
from tests.support.small_table import small_table
from touchstone.internal.v1 import work_pb2


@pytest.fixture
def association(tmp_path: Path) -> Association:
    return Association(tmp_path)


def assert_refused(status: FeedStatus, text: str) -> None:
    assert text in status.problem
    assert in_language(status.problem, "zh") != status.problem


def test_the_first_snapshot_is_activated_as_a_whole(association: Association) -> None:
    add_entry(association.published, f"{CARD} 1.0.0", "The first version.")
    write_edition(association.published / "tables", small_table())
    association.feed.build()
    following = association.follower()
    status = following.check()
    assert (status.problem, following.versions) == ("", ["1.0.0"])
    assert [(each.name, each.state) for each in status.offered] == [(association.first, OfferState.IN_USE)]
    assert following.arrived[association.first] == association.clock.now
    assert find_entry(following.gazette, f"{CARD} 1.0.0") == "The first version."
    assert TableStore(following.gazette / "tables").check() == 1
    [(checked, new)] = following.checks
    assert checked == status == read_status(following.follower.feed, following.state)
    assert [version.name for version in new] == [association.first]
    for path in (association.published / CARD).iterdir():
        assert (following.gazette / CARD / path.name).read_bytes() == path.read_bytes()


def test_a_later_snapshot_adds_versions_and_keeps_arrival_times(association: Association) -> None:
    following = association.follower()
    following.check()
    arrived = following.arrived[association.first]
    second = association.publish("2.0.0", 2026)
    association.clock.move(minutes=5)
    status = following.check()
    assert (status.problem, following.versions) == ("", ["1.0.0", "2.0.0"])
    assert following.arrived == {association.first: arrived, second: association.clock.now}
    assert [version.name for version in following.checks[-1][1]] == [second]
    assert len(following.examined) == 2


def test_a_check_without_changes_reads_two_small_files(association: Association) -> None:
    with serving(association.feed.folder) as server:
        following = association.follower(folder=None, address=server.address, source=server.source())
        assert following.check().problem == ""
        server.requests.clear()
        following.check()  # learns the tag of the timestamp
        server.requests.clear()
        association.clock.move(minutes=5)
        status = following.check()
        assert server.requests == [("/metadata/timestamp.json", 304), ("/metadata/2.root.json", 404)]
    assert status.last_check_time == status.last_success_time == association.clock.now
    assert [each.state for each in status.offered] == [OfferState.IN_USE]


def test_a_version_waits_until_its_first_day(association: Association) -> None:
    future = association.publish("2.0.0", 2028)
    following = association.follower()
    offered = {each.name: each.state for each in following.check().offered}
    assert offered == {association.first: OfferState.IN_USE, future: OfferState.WAITING}


def test_a_publication_in_the_future_is_refused(association: Association) -> None:
    card = small_card(version="2.0.0", first="2026-01-01", last="2026-12-31")
    write_version(association.published, card, {}, publish_time="2099-01-01T00:00:00Z")
    association.feed.build()
    following = association.follower()
    assert_refused(following.check(), "states the publication time 2099-01-01T00:00:00Z, which is in the future")
    assert following.versions == []


def test_a_repeal_arrives_later(association: Association) -> None:
    following = association.follower()
    following.check()
    version = Gazette(association.published).version(CARD, "1.0.0")
    write_repeal(association.published, version, Repeal(version.card.first_date, "2026-01-01T00:00:00Z", "a mistake"))
    association.feed.build()
    assert following.check().problem == ""
    repeal = Gazette(following.gazette, private=True).version(CARD, "1.0.0").repeal
    assert repeal is not None
    assert repeal.reason == "a mistake"
    assert f"{association.first}/repeal" in following.arrived


def test_signatures_of_a_repeal_that_the_feed_lacks_are_kept(association: Association) -> None:
    version = Gazette(association.published).version(CARD, "1.0.0")
    repeal = Repeal(version.card.first_date, "2026-01-01T00:00:00Z", "a mistake")

    def signed(person: str) -> Statement:
        predicate = Predicate(
            person=person,
            time=repeal.time,
            rule_digest=version.rule_digest,
            text_digest=version.text_digest,
            reason=repeal.reason,
            first_day=repeal.first_day.isoformat(),
        )
        return sign_statement(Act.REPEAL, version.name, version.content_digest, predicate, *new_keys())

    statements = [signed("anna"), signed("bo")]
    following = association.follower()
    following.check()
    more, fewer = (repeal_bytes(version.content_digest, repeal, statements[:count]) for count in (2, 1))
    path = following.gazette / CARD / "1.0.0.repeal.json"
    path.write_bytes(more)
    source = association.published / CARD / "1.0.0.repeal.json"
    source.write_bytes(fewer)
    association.feed.build()
    association.publish("2.0.0", 2026)
    assert following.check().problem == ""
    assert (path.read_bytes(), following.versions) == (more, ["1.0.0", "2.0.0"])
    other = repeal_bytes(version.content_digest, repeal, [signed("cy")])
    path.write_bytes(other)
    association.publish("3.0.0", 2027)
    assert_refused(following.check(), "with other bytes")


def test_a_local_version_with_the_same_bytes_stays_local(association: Association) -> None:
    following = association.follower()
    publish_small(following.gazette, "1.0.0", 2025)
    status = following.check()
    assert [(each.state, each.problem) for each in status.offered] == [(OfferState.LOCAL, "")]
    assert following.arrived == {}


def test_a_local_version_with_other_bytes_refuses_the_whole_snapshot(association: Association) -> None:
    second = association.publish("2.0.0", 2026)
    following = association.follower()
    publish_small(following.gazette, "1.0.0", 2024)
    status = following.check()
    assert_refused(status, f"{association.first} is already published here with other bytes")
    assert following.versions == ["1.0.0"]
    problems = {each.name: (each.state, each.problem[:26]) for each in status.offered}
    assert problems == {
        association.first: (OfferState.REFUSED, "scorecards/small-factory/v"),
        second: (OfferState.REFUSED, "The version has no problem"),
    }


def test_an_overlap_with_a_local_version_refuses_the_snapshot(association: Association) -> None:
    following = association.follower()
    publish_small(following.gazette, "0.9.0", 2025)
    assert_refused(following.check(), "are in force at the same time")
    assert following.versions == ["0.9.0"]


def test_an_overlap_published_during_the_check_refuses_the_snapshot(
    association: Association, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = association.follower()

    def examine(job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
        publish_small(following.gazette, "0.9.0", 2025)
        return following.examine(job)

    monkeypatch.setattr(following.follower, "_examine", examine)
    assert_refused(following.check(), "are in force at the same time")
    assert following.versions == ["0.9.0"]
    assert following.arrived == {}


def test_failing_examples_refuse_the_whole_snapshot_until_they_pass(association: Association) -> None:
    following = association.follower()
    following.check()
    association.publish("2.0.0", 2026)
    third = association.publish("3.0.0", 2027)
    following.refuse = {"3.0.0"}
    status = following.check()
    assert_refused(status, "its examples fail")
    assert "未通过" in in_language(status.problem, "zh")
    assert following.versions == ["1.0.0"]
    assert status.snapshot < 4
    states = {each.name.rpartition("/")[2]: each.state for each in status.offered}
    assert states == {"1.0.0": OfferState.IN_USE, "2.0.0": OfferState.REFUSED, "3.0.0": OfferState.REFUSED}
    assert next(each.problem for each in status.offered if each.name == third).startswith(third)
    following.refuse = set()
    assert following.check().problem == ""
    assert following.versions == ["1.0.0", "2.0.0", "3.0.0"]


def test_only_followed_scorecards_are_received(association: Association) -> None:
    following = association.follower(cards=("other-*",))
    assert following.check().problem == ""
    assert following.versions == []
    wider = association.follower(cards=("other-*", "small-*"))
    assert wider.check().problem == ""
    assert wider.versions == ["1.0.0"]
    narrow = association.follower(cards=("other-*",))
    assert narrow.check().problem == ""  # a changed configuration is no withdrawal
    assert narrow.versions == ["1.0.0"]


def test_a_changed_configuration_keeps_the_origin_of_versions(association: Association, tmp_path: Path) -> None:
    following = association.follower()
    following.check()
    arrived = following.arrived
    second = association.publish("2.0.0", 2026)
    for cards in (("small-*",), ("other-*",), ("small-*", "other-*")):
        association.clock.move(minutes=5)
        changed = association.follower(cards=cards)
        assert changed.check().problem == ""
        assert changed.arrived[association.first] == arrived[association.first]
    both = association.follower(cards=("small-*", "other-*"))
    assert {each.name: each.state for each in both.check().offered} == {
        association.first: OfferState.IN_USE,
        second: OfferState.IN_USE,
    }
    stricter = association.follower(trust=Team(tmp_path / "team").trust)
    assert_refused(stricter.check(), "lacks approvals")


def test_an_unknown_channel_is_reported_with_those_of_the_feed(association: Association) -> None:
    status = association.follower(channel="preview").check()
    assert_refused(status, "The feed has no channel 'preview'")
    assert "production, staging, testing" in status.problem


def test_a_dry_check_changes_nothing(association: Association) -> None:
    following = association.follower(is_dry=True)
    status = following.check()
    assert status.problem == ""
    assert [version.name for version in following.follower.new] == [association.first]
    assert following.versions == []
    assert not (following.gazette / RECEIVED).exists()
    assert not (following.state / "status.json").exists()


def test_two_feeds_share_a_gazette(tmp_path: Path, association: Association) -> None:
    (tmp_path / "b").mkdir()
    other = Association(tmp_path / "b")
    shutil.rmtree(other.published / CARD)
    publish_small(other.published, "1.0.0", 2025)
    second = publish_small(other.published, "5.0.0", 2030)
    other.feed.build()
    first_follower = association.follower()
    second_follower = other.follower(first_follower.gazette, name="regulator")
    assert first_follower.check().problem == second_follower.check().problem == ""
    assert first_follower.versions == ["1.0.0", "5.0.0"]
    assert [*first_follower.arrived] == [association.first]
    assert [*second_follower.arrived] == [second]


def test_a_gazette_restored_from_a_backup_receives_the_snapshot_again(association: Association) -> None:
    following = association.follower()
    following.check()
    (following.gazette / RECEIVED).unlink()
    shutil.rmtree(following.gazette / CARD)
    assert following.check().problem == ""
    assert following.versions == ["1.0.0"]


@pytest.mark.parametrize("damage", ["missing", "shorter", "changed", "without other files"])
@pytest.mark.parametrize("has_news", [True, False])
def test_a_lost_log_refuses_the_feed_until_the_state_is_restored_or_deleted(
    association: Association, damage: str, *, has_news: bool
) -> None:
    association.publish("2.0.0", 2026)
    following = association.follower()
    assert following.check().problem == ""
    backup = association.folder / "backup"
    shutil.copytree(following.state, backup)
    log = following.state / "log.jsonl"
    content = log.read_bytes()
    if damage == "shorter":
        log.write_bytes(content[: content.index(b"\n") + 1])
    elif damage == "changed":
        log.write_bytes(content.replace(b"2.0.0", b"2.0.1"))
    else:
        log.unlink()
    if damage == "without other files":
        (following.state / "accepted.json").unlink()
    if has_news or damage == "changed":
        association.publish("3.0.0", 2027)
    status = association.follower().check()
    assert_refused(status, f"The file {log} with the log that this server accepted before is missing")
    assert f"Restore the folder {following.state} from a backup" in status.problem
    assert "备份" in in_language(status.problem, "zh")
    assert following.versions == ["1.0.0", "2.0.0"]
    assert_refused(association.follower().check(), "Restore the folder")  # the refusal does not replace the state
    for restored in (True, False):
        shutil.rmtree(following.state)
        if restored:
            shutil.copytree(backup, following.state)
        assert association.follower().check().problem == ""
    assert log.read_bytes().startswith(content)


def test_a_log_that_is_newer_than_the_accepted_snapshot_is_compared(association: Association) -> None:
    """A process that is killed during an activation leaves the new log, and the earlier accepted snapshot."""
    following = association.follower()
    following.check()
    accepted = (following.state / "accepted.json").read_bytes()
    association.publish("2.0.0", 2026)
    following.check()
    (following.state / "accepted.json").write_bytes(accepted)
    assert following.check().problem == ""
    assert following.versions == ["1.0.0", "2.0.0"]


def test_a_check_waits_for_no_other_process(association: Association) -> None:
    import fcntl  # noqa: PLC0415

    following = association.follower()
    before = following.check()
    association.publish("2.0.0", 2026)
    with (following.gazette / STATE_FOLDER / "association" / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert following.check() == before
    assert following.versions == ["1.0.0"]
    following.check()
    assert following.versions == ["1.0.0", "2.0.0"]


def test_an_activation_by_another_process_is_noted_once(association: Association) -> None:
    following = association.follower()
    following.check()
    assert following.activations == 1
    association.publish("2.0.0", 2026)
    other = association.follower()
    other.check()
    assert other.activations == 1
    for _ in range(2):
        following.check()
        assert following.activations == 2
