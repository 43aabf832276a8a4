"""Trust file: strict parsing by both readers, and each problem named with its location."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.approval.approval_trust import RequiredApprovals, read_rule_trust, read_trust
from service.approval.signing_keys import read_signing_key, write_new_key
from service.transparency.log_trust import read_log_trust
from tests.support.signing import Team


def wrong(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as error:
        read_trust(path)
    return [(violation.field, violation.description) for violation in error.value.violations]


def test_the_trust_file_is_read_again_after_a_change(tmp_path: Path) -> None:
    team = Team(tmp_path)
    assert read_trust(team.trust).approvals_needed("a") == RequiredApprovals(1)
    team.approvals = {"*": 2, "b": 3}
    team.write()
    assert [read_trust(team.trust).approvals_needed(card).count for card in "ab"] == [2, 3]


@pytest.mark.parametrize(
    ("card", "organization", "needed"),
    [
        ("a", "", RequiredApprovals(1)),
        ("a", "strict", RequiredApprovals(2, "strict")),
        ("b", "strict", RequiredApprovals(4, "strict")),
        ("c", "strict", RequiredApprovals(3)),
        ("listed", "", RequiredApprovals(2, "strict")),
        ("listed", "lax", RequiredApprovals(2, "strict")),
        ("c", "lax", RequiredApprovals(3)),
        ("a", "unknown", RequiredApprovals(1)),
        ("d", "", RequiredApprovals(5, "lax")),
    ],
)
def test_the_stricter_of_card_and_organisation_counts(
    tmp_path: Path, card: str, organization: str, needed: RequiredApprovals
) -> None:
    strict = {"approvals": {"*": 2, "b": 4}, "cards": ["listed"]}
    organizations = {"strict": strict, "lax": {"approvals": {"*": 1, "d": 5}, "cards": ["*"]}}
    team = Team(tmp_path, approvals={"*": 1, "c": 3}, organizations=organizations)
    assert read_trust(team.trust).approvals_needed(card, organization) == needed


@pytest.mark.parametrize(
    ("environment", "card", "needed"),
    [
        ("", "a", RequiredApprovals(2)),
        ("testing", "a", RequiredApprovals(1)),
        ("testing", "listed", RequiredApprovals(1)),
        ("testing", "strict", RequiredApprovals(4, "owner")),
        ("staging", "a", RequiredApprovals(2)),
        ("staging", "listed", RequiredApprovals(5)),
        ("production", "a", RequiredApprovals(3)),
        ("production", "listed", RequiredApprovals(3)),
    ],
)
def test_the_number_of_an_environment_replaces_the_general_one(
    tmp_path: Path, environment: str, card: str, needed: RequiredApprovals, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = {"approvals": {"strict": 4, "*": 1}, "cards": ["strict"]}
    environments = {
        "testing": {"approvals": {"*": 1}},
        "staging": {"approvals": {"listed": 5}},
        "production": {"approvals": {"*": 3}},
    }
    team = Team(tmp_path, approvals={"*": 2, "listed": 3}, organizations={"owner": owner}, environments=environments)
    monkeypatch.setenv("TOUCHSTONE_ENVIRONMENT", environment)
    trust = read_rule_trust(team.trust)
    assert trust is not None
    assert trust.approvals_needed(card) == needed
    assert trust.environments == ("testing", "staging", "production")
    assert read_trust(team.trust, "staging").approvals_needed("listed").count == 5


def test_an_unlisted_environment_is_refused_unless_the_file_lists_none(tmp_path: Path) -> None:
    team = Team(tmp_path)
    assert read_trust(team.trust, "prodution").approvals_needed("a").count == 1
    team.environments = {"production": {}}
    team.write()
    with pytest.raises(InputError) as error:
        read_trust(team.trust, "prodution")
    (violation,) = error.value.violations
    assert violation.field == "trust.environments"
    assert "no environment 'prodution'. Use one of these" in violation.description
    assert violation.description.endswith("production.")


def test_only_some_approvers_may_count_in_an_environment(tmp_path: Path) -> None:
    team = Team(tmp_path, environments={"testing": {}, "production": {"approvers": ["bo"]}})
    assert read_trust(team.trust, "testing").approvers_here() == ("li.wei", "anna", "bo")
    assert read_trust(team.trust, "production").approvers_here() == ("bo",)


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (("environments", "Production"), {}, "trust.environments.Production.[key]"),
        (("environments", "staging"), {"approvals": {"*": 0}}, "trust.environments.staging.approvals.*"),
        (("environments", "staging"), {"approval": {}}, "trust.environments.staging.approval"),
        (("environments", "staging"), {"approvers": []}, "trust.environments.staging.approvers"),
        (("environments", "staging"), {"approvers": ["bo", "reader"]}, "trust.environments.staging.approvers.1"),
        (("environments", "staging"), {"approvers": ["nobody"]}, "trust.environments.staging.approvers.0"),
        (("schema",), 2, "trust.schema"),
        (("approvals", "*"), 0, "trust.approvals.*"),
        (("organizations", "a"), {"approvals": {"*": 21}}, "trust.organizations.a.approvals.*"),
        (("people",), {}, "trust.people"),
        (("people", "anna", "roles"), ["boss"], "trust.people.anna.roles.0"),
        (("people", "anna", "keys", 0, "first_day"), "soon", "trust.people.anna.keys.0.first_day"),
        (("people", "anna", "keys", 0, "public"), "AAAA", "trust.people.anna.keys.0.public"),
        (("people", "anna", "kyes"), [], "trust.people.anna.kyes"),
        (("unsigned",), ["ab"], "trust.unsigned.0"),
    ],
)
def test_each_problem_is_named_with_its_field(
    tmp_path: Path, place: tuple[str | int, ...], value: object, field: str
) -> None:
    team = Team(tmp_path)
    plain = json.loads(team.trust.read_text())
    inner = plain
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    team.trust.write_text(json.dumps(plain))
    assert [found for found, _ in wrong(team.trust)] == [field]


def test_a_key_belongs_to_one_person(tmp_path: Path) -> None:
    team = Team(tmp_path)
    team.keys["bo"] = team.keys["anna"]
    team.write()
    ((field, words),) = wrong(team.trust)
    assert field == "trust.people.bo.keys.0.public"
    assert "as a key of anna" in words


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pem"
    write_new_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    read_signing_key(path)
    path.chmod(0o640)
    with pytest.raises(InputError, match=r"Other users can read .* \(mode 0640\)"):
        read_signing_key(path)


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.pem"
    write_new_key(path)
    before = path.read_bytes()
    with pytest.raises(InputError, match="never overwritten"):
        write_new_key(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_an_invalid_signing_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.pem"
    path.touch(0o600)
    path.write_text(content)
    with pytest.raises(InputError, match="not an Ed25519 key in PEM"):
        read_signing_key(path)


def test_a_pipe_is_no_signing_key(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(InputError, match="cannot be used"):
        read_signing_key(tmp_path / "pipe")


CASES = {
    "no.json": (None, "trust", "no.json cannot be read. "),
    "text.json": ('{"schema": 1,\n  people}', "trust", "Problem: 2:"),
    "logs.json": ('{"people": [], "logs": {}}', "trust.people", "is not valid. See docs/publication.md"),
}


def violations_of(reader: Callable[[Path], object], path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as error:
        reader(path)
    return [(violation.field, violation.description) for violation in error.value.violations]


@pytest.mark.parametrize("reader", [read_trust, read_log_trust])
@pytest.mark.parametrize("name", CASES)
def test_faults_are_reported_with_their_locations(tmp_path: Path, reader: Any, name: str) -> None:
    content, field, words = CASES[name]
    if content is not None:
        (tmp_path / name).write_text(content)
    assert any(place == field and words in description for place, description in violations_of(reader, tmp_path / name))


@pytest.mark.parametrize("reader", [read_trust, read_log_trust])
def test_a_pipe_is_no_file(tmp_path: Path, reader: Any) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "cannot be read" in violations_of(reader, tmp_path / "pipe")[0][1]
