"""Approvals signed after publication travel in feeds, count by the follower's own trust file, and never disappear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from service.base.resource_names import CardName
from service.feeds.feed_log import read_entries
from service.feeds.feed_status import FeedStatus, OfferState
from service.feeds.layout import VersionTarget
from service.feeds.promotion import promote_version
from service.gazette.sidecars import APPROVALS, SIDECAR, approvals_bytes
from service.gazette.version_imports import write_approval
from service.gazette.versions import Gazette
from service.transparency.gazette_leaves import leaves_of
from tests.support.feeds import followed, signed_feed
from tests.support.following import Association, SmallFollower
from tests.support.promoting import later_approval, publish
from tests.support.signing import Team
from tests.support.small_card import CARD, small_card

VERSION = read_published(published_bytes(small_card(), {}), "2026-01-02T00:00:00Z")
NAME = f"scorecards/{CARD}/versions/1.0.0"
FILE = f"{CARD}/1.0.0{APPROVALS}"
ENVIRONMENTS = {"staging": {"approvals": {"*": 1}}, "production": {"approvals": {"*": 2}}}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    roles = {"li.wei": ["rule-author"], **{person: ["rule-approver"] for person in ("anna", "bo", "cy")}}
    return Team(tmp_path / "team", roles=roles, environments=ENVIRONMENTS)


@pytest.fixture
def association(tmp_path: Path, team: Team, monkeypatch: pytest.MonkeyPatch) -> Association:
    """An association with one version that anna approved, and followers in the environment `production`."""
    publish(tmp_path / "published", VERSION, team)
    monkeypatch.setenv("TOUCHSTONE_ENVIRONMENT", "production")
    return Association(tmp_path, version=VERSION.name)


def approve(gazette: Path, team: Team, person: str, second: int = 0) -> None:
    reader = reader_of(gazette)
    submission = reader.statements(VERSION)[0].digest
    approval = later_approval(VERSION, team, person, f"2026-02-01T00:00:{second:02}Z", submission)
    write_approval(reader, VERSION, approval)


def reader_of(gazette: Path, trust: Path | None = None) -> Gazette:
    gazette_reader = Gazette(gazette, private=True)
    gazette_reader.trust = trust
    return gazette_reader


def later_approvers(gazette: Path) -> list[str]:
    """Return the people who approved after the publication."""
    return [each.predicate.person for each in reader_of(gazette).statements(VERSION)[3:]]


def check(following: SmallFollower, association: Association) -> FeedStatus:
    association.feed.build(now=association.clock.now)
    return following.check()


def test_a_further_approval_brings_a_version_into_force(association: Association, team: Team) -> None:
    following = association.follower(trust=team.trust)
    status = check(following, association)
    assert f"{NAME} lacks approvals that the trust file of this server requires" in status.problem
    path = VersionTarget("production", CARD, "1.0.0", SIDECAR).path
    assert path in status.problem
    assert str(following.gazette) not in status.problem
    assert not (following.gazette / CARD).exists()
    approve(association.published, team, "bo")
    assert check(following, association).problem == ""
    version: PublishedVersion = reader_of(following.gazette, team.trust).version(CARD, "1.0.0")
    assert version.content_digest == VERSION.content_digest
    assert later_approvers(following.gazette) == ["bo"]
    assert (following.gazette / FILE).read_bytes() == (association.published / FILE).read_bytes()
    assert set(following.arrived) == {NAME, f"{NAME}/approvals"}


def test_an_approval_by_a_stranger_does_not_count(association: Association, team: Team, tmp_path: Path) -> None:
    stranger = Team(tmp_path / "strangers", roles={"bo": ["rule-approver"]})
    approve(association.published, stranger, "bo")
    following = association.follower(trust=team.trust)
    assert "lacks approvals" in check(following, association).problem


def test_a_revoked_approver_refuses_the_snapshot_until_others_approve(association: Association, team: Team) -> None:
    """The trust file marks the key of an approver as compromised after the receipt."""
    approve(association.published, team, "bo")
    following = association.follower(trust=team.trust)
    assert check(following, association).problem == ""
    team.keys["bo"][0]["compromised"] = True
    team.write()
    status = check(following, association)
    assert f"{NAME} lacks approvals that the trust file of this server requires" in status.problem
    assert "compromised" in status.problem
    assert status.is_refused
    (offered,) = status.offered
    assert offered.state is OfferState.REFUSED
    assert offered.problem.startswith(f"{NAME} lacks approvals")
    assert check(following, association).problem == status.problem  # not only at the first check
    with pytest.raises(TrailError, match="compromised"):
        reader_of(following.gazette, team.trust).version(CARD, "1.0.0")
    approve(association.published, team, "cy", 1)
    status = check(following, association)
    assert status.problem == ""
    assert [each.state for each in status.offered] == [OfferState.IN_USE]
    assert reader_of(following.gazette, team.trust).version(CARD, "1.0.0").content_digest == VERSION.content_digest


def test_an_approval_signed_here_replaces_that_of_a_revoked_approver(association: Association, team: Team) -> None:
    approve(association.published, team, "bo")
    following = association.follower(trust=team.trust)
    assert check(following, association).problem == ""
    team.keys["bo"][0]["compromised"] = True
    team.write()
    assert "lacks approvals" in check(following, association).problem
    approve(following.gazette, team, "cy", 1)
    assert check(following, association).problem == ""
    assert later_approvers(following.gazette) == ["bo", "cy"]


def test_a_version_of_a_revoked_approver_is_used_until_the_restart(association: Association, team: Team) -> None:
    approve(association.published, team, "bo")
    following = association.follower(trust=team.trust)
    assert check(following, association).problem == ""
    reader = reader_of(following.gazette, team.trust)
    before = reader.version(CARD, "1.0.0")
    team.keys["bo"][0]["compromised"] = True
    team.write()
    assert "lacks approvals" in check(following, association).problem
    assert reader.version(CARD, "1.0.0") == before
    with pytest.raises(TrailError, match="compromised"):
        reader_of(following.gazette, team.trust).version(CARD, "1.0.0")


def test_received_and_local_approvals_are_kept(association: Association, team: Team) -> None:
    approve(association.published, team, "bo", 1)
    following = association.follower(trust=team.trust)
    assert check(following, association).problem == ""
    approve(following.gazette, team, "cy", 2)
    assert check(following, association).problem == ""
    assert later_approvers(following.gazette) == ["bo", "cy"]
    approve(association.published, team, "li.wei", 3)
    assert check(following, association).problem == ""
    assert later_approvers(following.gazette) == ["bo", "cy", "li.wei"]
    assert later_approvers(association.published) == ["bo", "li.wei"]
    before = (following.gazette / FILE).read_bytes()
    association.clock.move(hours=1)
    assert check(following, association).problem == ""
    assert (following.gazette / FILE).read_bytes() == before


def test_an_approval_signed_here_during_the_check_is_not_lost(
    association: Association, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(association.published, team, "bo", 1)
    following = association.follower(trust=team.trust)
    check(following, association)
    approve(association.published, team, "li.wei", 3)
    association.feed.build(now=association.clock.now)
    refuse, meanwhile = following.follower._refuse_existing, [1]

    def approved_meanwhile(checked: object) -> None:
        if meanwhile:
            meanwhile.pop()
            (following.gazette / FILE).write_bytes(
                approvals_bytes(
                    VERSION.content_digest,
                    (
                        *reader_of(following.gazette).statements(VERSION)[3:],
                        later_approval(VERSION, team, "cy", "2026-02-01T00:00:09Z", "ab" * 32),
                    ),
                )
            )
        refuse(checked)  # type: ignore[arg-type]

    monkeypatch.setattr(following.follower, "_refuse_existing", approved_meanwhile)
    assert "published files of the snapshot during the check" in following.check().problem
    assert later_approvers(following.gazette) == ["bo", "cy"]
    assert following.check().problem == ""
    assert later_approvers(following.gazette) == ["bo", "cy", "li.wei"]


def test_approvals_of_other_content_refuse_the_snapshot(association: Association, team: Team) -> None:
    approve(association.published, team, "bo")
    following = association.follower(trust=team.trust)
    following.gazette.joinpath(CARD).mkdir(parents=True)
    for suffix in (".json", ".sig.json"):
        name = f"{CARD}/1.0.0{suffix}"
        (following.gazette / name).write_bytes((association.published / name).read_bytes())
    (following.gazette / FILE).write_bytes(approvals_bytes("ab" * 32, ()))
    assert "contains approvals of the content digest" in check(following, association).problem


def test_the_log_and_every_channel_keep_all_approvals(association: Association, team: Team, tmp_path: Path) -> None:
    approve(association.published, team, "bo", 1)
    feed = association.feed
    feed.build("staging")
    feed.build()
    other = tmp_path / "other"
    publish(other, VERSION, team)
    approve(other, team, "cy", 2)
    staging = signed_feed(tmp_path / "other-feed", other, channel="staging")
    assert json.loads(followed(staging, tmp_path / "a", f"staging/{FILE}") or b"")["statements"]
    feed.gazette = other
    feed.build()
    content = followed(feed, tmp_path / "b", f"production/{FILE}") or b""
    assert [json.loads(content)["content_digest"], len(json.loads(content)["statements"])] == [
        VERSION.content_digest,
        2,
    ]
    assert not feed.build().added
    assert not promote_version(feed.folder, CardName(CARD, "1.0.0"), "production", feed.keys).added
    promoted = promote_version(feed.folder, CardName(CARD, "1.0.0"), "testing", feed.keys)
    assert f"testing/{FILE}" in promoted.added
    entries = read_entries(followed(feed, tmp_path / "c", "log/entries.jsonl") or b"")
    digests = [leaf.digest for leaf in entries]
    assert len(digests) == len(set(digests))
    for gazette in (association.published, other):
        assert {leaf.digest for leaf in leaves_of(reader_of(gazette))} <= set(digests)
