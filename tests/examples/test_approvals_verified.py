"""Approvals in the single-file verifier: the same counts as the service, for forged and rejected ones too."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import TouchstoneError
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.trail.verify import CheckResult
from service.approval.approval_trust import read_trust
from service.approval.review_status import check_approved
from service.approval.signing_keys import read_signing_key
from service.approval.statements import Act, Predicate, Statement, read_statement, sign_statement
from service.gazette.publication import write_version
from service.gazette.version_imports import write_approval
from service.gazette.versions import Gazette
from service.output.bundles import read_bundle
from service.proofs.bundle_verification import check_bundle
from tests.examples.test_verifier import VERIFIER, checked, library
from tests.support.logged import Logged
from tests.support.signing import Team
from tests.support.small_card import small_card

__all__ = ["library"]

TIME, LATER = "2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"
CONTENT = published_bytes(small_card(), {})
VERSION = read_published(CONTENT, TIME)
OTHER = read_published(published_bytes(small_card(), {"a.en.feature": "other"}), TIME)
CHECKS = runpy.run_path(str(VERIFIER))["Bundle"]


class Desk:
    """People who sign statements about a version, a second apart; the last statement is the publication."""

    def __init__(self, team: Team) -> None:
        self.team, self.said = team, []  # type: tuple[Team, list[Statement]]

    def state(self, act: Act, person: str, of: PublishedVersion = VERSION, **more: Any) -> Statement:
        time = TIME if act is Act.PUBLICATION else f"2024-12-31T00:00:{len(self.said):02}Z"
        fields = {"rule_digest": of.rule_digest, "text_digest": of.text_digest, "person": person, "time": time}
        key = read_signing_key(self.team.key(more.pop("signer", person), more.pop("key", 0)))
        predicate = Predicate.model_validate({**fields, **more})
        self.said.append(sign_statement(act, of.name, of.content_digest, predicate, key))
        return self.said[-1]

    def submit(self, person: str = "li.wei", **more: Any) -> str:
        return self.state(Act.SUBMISSION, person, **more).digest

    def approve(self, person: str, submission: str, **more: Any) -> Statement:
        return self.state(Act.APPROVAL, person, submission=submission, **more)

    def publish(self, person: str = "anna", **more: Any) -> Statement:
        return self.state(Act.PUBLICATION, person, **more)

    def all_of_it(self) -> None:
        self.approve("anna", self.submit())
        self.publish()


def by_house(team: Team, statements: list[Any]) -> bool:
    try:
        check_approved(VERSION, tuple(map(read_statement, statements)), read_trust(team.trust))
    except TouchstoneError:
        return False
    return True


def by_one_file(team: Team, statements: list[Any]) -> bool:
    checks = CHECKS.__new__(CHECKS)
    checks.trust = json.loads(team.trust.read_bytes())
    checks.version, checks.rules = {"content": CONTENT.decode()}, json.loads(CONTENT)
    checks.beside = {"publish_time": TIME, "content_digest": VERSION.content_digest, "statements": statements}
    checks.head = {"scorecard_version": VERSION.name, "rule_digest": VERSION.rule_digest}
    try:
        checks.check_10_approvals()
    except Exception:
        return False
    return True


def rejected(desk: Desk) -> str:
    first = desk.submit()
    desk.approve("anna", first)
    desk.state(Act.REJECTION, "bo", submission=first, reason="no")
    return first


def rejected_then_published(desk: Desk) -> None:
    rejected(desk)
    desk.publish()


def rejected_and_submitted_again(desk: Desk) -> None:
    rejected(desk)
    desk.approve("bo", desk.submit(reason="again"))
    desk.publish()


def approvals_of_before_a_rejection(desk: Desk) -> None:
    first = rejected(desk)
    desk.submit(reason="again")
    desk.approve("anna", first)
    desk.publish()


def submitted_twice(desk: Desk) -> None:
    desk.submit(authors=["anna"])
    desk.approve("anna", desk.submit(reason="without anna"))
    desk.publish()


def transplanted(desk: Desk) -> None:
    """Approvals of another content under the same number."""
    first = desk.submit(of=OTHER)
    desk.approve("anna", first, of=OTHER)
    desk.publish(of=OTHER)


def approved_before_anything_was_submitted(desk: Desk) -> None:
    desk.state(Act.APPROVAL, "anna", submission="ab" * 32)
    desk.submit()
    desk.publish()


def approved_after_publication(desk: Desk) -> None:
    first = desk.submit()
    desk.approve("anna", first)
    desk.publish()
    desk.approve("bo", first, time="2025-02-01T00:00:00Z")


STORIES: dict[str, tuple[Callable[[Desk], object], bool]] = {
    "approved": (Desk.all_of_it, True),
    "nothing stated": (lambda _: None, False),
    "not published": (lambda desk: desk.approve("anna", desk.submit()), False),
    "not approved": (lambda desk: (desk.submit(), desk.publish()), False),
    "by the author": (lambda desk: (desk.approve("li.wei", desk.submit()), desk.publish()), False),
    "by another author": (lambda desk: (desk.approve("anna", desk.submit(authors=["anna"])), desk.publish()), False),
    "by a reader": (lambda desk: (desk.approve("reader", desk.submit()), desk.publish()), False),
    "under the key of another": (lambda d: (d.approve("anna", d.submit(), signer="bo"), d.publish()), False),
    "of other words": (lambda d: (d.approve("anna", d.submit(), text_digest="ab" * 32), d.publish()), False),
    "published at another time": (lambda d: (d.approve("anna", d.submit()), d.publish(time=LATER)), False),
    "rejected": (rejected_then_published, False),
    "rejected and submitted again": (rejected_and_submitted_again, True),
    "approvals of before a rejection": (approvals_of_before_a_rejection, False),
    "submitted twice": (submitted_twice, False),
    "of another content": (transplanted, False),
    "approved after publication": (approved_after_publication, True),
    "before a submission": (approved_before_anything_was_submitted, False),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_both_verifiers_agree_on_signed_statements(tmp_path: Path, name: str) -> None:
    story, holds = STORIES[name]
    desk = Desk(Team(tmp_path))
    story(desk)
    envelopes = [one.envelope for one in reversed(desk.said)]
    assert (by_house(desk.team, envelopes), by_one_file(desk.team, envelopes)) == (holds, holds)


@pytest.mark.parametrize(
    ("key", "holds"),
    [
        ({}, True),
        ({"compromised": True}, False),
        ({"last_day": "2024-12-30"}, False),
        ({"first_day": "2025-06-01"}, False),
        ({"last_day": "2025-01-01"}, True),
    ],
)
def test_a_key_is_valid_only_on_its_days(tmp_path: Path, key: dict[str, Any], holds: bool) -> None:
    desk = Desk(Team(tmp_path))
    desk.all_of_it()
    desk.team.keys["anna"][0].update(key)
    desk.team.write()
    envelopes = [one.envelope for one in desk.said]
    assert (by_house(desk.team, envelopes), by_one_file(desk.team, envelopes)) == (holds, holds)


@pytest.mark.parametrize(
    ("team", "holds"),
    [
        ({"approvals": {"*": 2}}, False),
        ({"approvals": {"*": 2, "small-factory": 1}}, True),
        ({"organizations": {"x": {"approvals": {"*": 2}, "cards": ["small-factory"]}}}, False),
        ({"organizations": {"x": {"approvals": {"small-factory": 2}, "cards": ["*"]}}}, False),
        ({"organizations": {"x": {"approvals": {"*": 2}, "cards": ["another"]}}}, True),
        ({"organizations": {"x": {"approvals": {"*": 2}}}}, True),
        ({"approvals": {"*": 2}, "unsigned": [VERSION.content_digest]}, True),
    ],
)
def test_the_trust_file_determines_the_number_of_required_approvals(
    tmp_path: Path, team: dict[str, Any], holds: bool
) -> None:
    desk = Desk(Team(tmp_path, **team))
    desk.all_of_it()
    envelopes = [one.envelope for one in desk.said]
    assert (by_house(desk.team, envelopes), by_one_file(desk.team, envelopes)) == (holds, holds)


@pytest.mark.parametrize(("needed", "holds"), [(1, True), (2, True), (3, False)])
def test_both_verifiers_count_approvals_after_the_publication(tmp_path: Path, needed: int, holds: bool) -> None:
    desk = Desk(Team(tmp_path, approvals={"*": needed}))
    approved_after_publication(desk)
    envelopes = [one.envelope for one in desk.said]
    assert (by_house(desk.team, envelopes), by_one_file(desk.team, envelopes)) == (holds, holds)


def test_a_statement_with_a_changed_byte_does_not_count(tmp_path: Path) -> None:
    desk = Desk(Team(tmp_path))
    desk.all_of_it()
    for number in range(3):
        for part in ("payload", "sig"):
            envelopes = json.loads(json.dumps([one.envelope for one in desk.said]))
            place = envelopes[number] if part == "payload" else envelopes[number]["signatures"][0]
            place[part] = ("B" if place[part][40] == "A" else "A").join((place[part][:40], place[part][41:]))
            assert not by_one_file(desk.team, envelopes), (number, part)


def test_a_verified_bundle_names_the_approver_of_its_rules(library: Path, tmp_path: Path) -> None:
    desk = Desk(Team(tmp_path / "team"))
    desk.all_of_it()
    write_version(tmp_path / "gazette", small_card(), {}, publish_time=TIME, statements=desk.said)
    logged = Logged(tmp_path)
    people = json.loads(desk.team.trust.read_bytes())
    try:
        logged.write_trust(**people)
        bundle = logged.bundle(logged.evaluate()).written()
        answer = checked(bundle, logged.trust, library, tmp_path)
        assert (answer.returncode, answer.stdout.count("passed")) == (0, 11), answer.stdout
        assert "10. approvals   passed  anna approved the rules, written by li.wei" in answer.stdout
        approvals = check_bundle(read_bundle(bundle), logged.trust)[9]
        assert "was written by li.wei (li.wei), and approved by anna (anna)." in approvals.message
        named = {person: {**one, "name": f"The {person}"} for person, one in people["people"].items()}
        logged.write_trust(**{**people, "people": named})
        assert "approved by The anna (anna)." in check_bundle(read_bundle(bundle), logged.trust)[9].message
        logged.write_trust()
        assert "so the signatures on scorecards" in check_bundle(read_bundle(bundle), logged.trust)[9].message
        logged.write_trust(**{**people, "approvals": {"*": 2}})
        answer = checked(bundle, logged.trust, library, tmp_path)
        assert answer.returncode == 1
        assert "10. approvals   FAILED  1 of 2 required approvals by persons other than the authors" in answer.stdout
        less = json.loads(bundle)
        sidecar = json.loads(less["version"]["sidecar"])
        less["version"]["sidecar"] = json.dumps({**sidecar, "statements": sidecar["statements"][:1]})
        written = json.dumps(less, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        output = checked(written, logged.trust, library, tmp_path).stdout
        assert "8. version     FAILED" in output
        assert "10. approvals   FAILED" in output
    finally:
        logged.close()


def test_a_bundle_contains_the_approvals_after_the_publication(library: Path, tmp_path: Path) -> None:
    desk = Desk(Team(tmp_path / "team", approvals={"*": 2}))
    approved_after_publication(desk)
    write_version(tmp_path / "gazette", small_card(), {}, publish_time=TIME, statements=desk.said[:-1])
    gazette = Gazette(tmp_path / "gazette", private=True)
    logged = Logged(tmp_path)
    try:
        logged.write_trust(**json.loads(desk.team.trust.read_bytes()))
        without = logged.bundle(logged.evaluate())
        assert without.version.approvals is None
        assert check_bundle(without, logged.trust)[9].result is CheckResult.FAILED
        write_approval(gazette, gazette.version(VERSION.card.id, "1.0.0"), desk.said[-1])
        bundle = logged.bundle(logged.evaluate())
        assert "approved by anna (anna), bo (bo)" in check_bundle(bundle, logged.trust)[9].message
        answer = checked(bundle.written(), logged.trust, library, tmp_path)
        assert (answer.returncode, answer.stdout.count("passed")) == (0, 11), answer.stdout
        document = json.loads(bundle.written())
        document["version"]["approvals"] = document["version"]["approvals"].replace(VERSION.content_digest, "ab" * 32)
        other = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        assert (
            "10. approvals   FAILED  approvals of other content"
            in checked(other, logged.trust, library, tmp_path).stdout
        )
        assert check_bundle(read_bundle(other), logged.trust)[9].result is CheckResult.FAILED
    finally:
        logged.close()


def test_a_version_accepted_without_signatures_is_not_called_approved(library: Path, tmp_path: Path) -> None:
    people = json.loads(Desk(Team(tmp_path / "team")).team.trust.read_bytes())
    logged = Logged(tmp_path)
    try:
        bundle = logged.bundle(logged.evaluate())
        content = sha256(bundle.version.content.encode()).hexdigest()
        for unsigned, result, said in (
            ([], CheckResult.FAILED, "FAILED  0 of 1 required approvals"),
            ([content], CheckResult.NOT_CHECKED, "-       not checked: the trust file accepts the version unsigned"),
        ):
            logged.write_trust(**{**people, "unsigned": unsigned})
            (check,) = [one for one in check_bundle(bundle, logged.trust) if one.name == "approvals"]
            assert check.result is result
            assert f"10. approvals   {said}" in checked(bundle.written(), logged.trust, library, tmp_path).stdout
    finally:
        logged.close()
