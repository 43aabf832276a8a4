"""Two servers with one trust file: a version moves from staging to production, unchanged, once it is approved."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import grpc
import pytest

from service.approval.passkey_answers import KEY_PREFIX
from service.approval.signing_keys import read_signing_key
from service.approval.statements import PAYLOAD_TYPE, Act, read_statement, sign_envelope
from service.gazette.sidecars import APPROVALS, REPEAL, SIDECAR
from service.gazette.versions import Gazette
from service.identity.principals import Role
from service.output.mapping.scorecards import write_signed
from tests.support.calling import refused
from tests.support.certificates import RP_ID, Passkey
from tests.support.drafting import SIGNING, Drafters, of_card
from tests.support.identities import new_key_of
from tests.support.running import RunningServer
from tests.support.signing import Team
from touchstone.v1 import (
    draft_pb2,
    log_service_pb2,
    promotion_pb2,
    scorecard_pb2,
    scorecard_service_pb2 as scorecards,
    system_service_pb2,
)

ENVIRONMENTS = {
    "staging": {"approvals": {"*": 1}},
    "production": {"approvals": {"*": 2}},
    "vault": {"approvals": {"*": 1}, "approvers": ["cy"]},
}


PASSKEY = Passkey("cy")


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    passkeys = {"cy": [PASSKEY.enrolled()]}
    return Team(folder / "team", roles=dict(SIGNING), environments=ENVIRONMENTS, passkeys=passkeys)


def server_of(folder: Path, gazette: Path, team: Team, environment: str) -> RunningServer:
    place = folder / environment
    place.mkdir()
    shutil.copytree(gazette, place / "gazette")
    return RunningServer(
        place,
        place / "gazette",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_ENVIRONMENT=environment,
    )


@pytest.fixture(scope="module")
def staging(folder: Path, gazette: Path, team: Team, trusted_versions: None) -> Iterator[Drafters]:
    with server_of(folder, gazette, team, "staging") as server:
        yield Drafters(server, team)


@pytest.fixture(scope="module")
def production(folder: Path, gazette: Path, team: Team, trusted_versions: None) -> Iterator[Drafters]:
    with server_of(folder, gazette, team, "production") as server:
        yield Drafters(server, team)


@pytest.fixture(scope="module")
def trusted_versions(gazette: Path, team: Team) -> None:
    """The versions of the installation need no signatures."""
    versions = Gazette(gazette, private=True)
    versions.trust = None
    team.unsigned = [each.content_digest for card in versions.card_ids() for each in versions.outlines(card)]
    team.write()


def published(staging: Drafters, files: dict[str, str], card: str) -> str:
    staging.save("li.wei", card, of_card(files, card))
    staging.sign(Act.SUBMISSION, "li.wei", card)
    staging.sign(Act.APPROVAL, "anna", card)
    staging.sign(Act.PUBLICATION, "anna", card)
    return f"scorecards/{card}/versions/1.0.0"


def exported(at: Drafters, version: str) -> scorecards.ExportScorecardVersionResponse:
    request = scorecards.ExportScorecardVersionRequest(
        name=version, form=scorecards.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    answer: scorecards.ExportScorecardVersionResponse = at.ask("li.wei", "ExportScorecardVersion", request)
    return answer


def importing(
    export: scorecards.ExportScorecardVersionResponse, *, validate_only: bool = False
) -> promotion_pb2.ImportScorecardVersionRequest:
    return promotion_pb2.ImportScorecardVersionRequest(
        source_files=[*export.source_files, *export.publication_files], validate_only=validate_only
    )


def approvals(at: Drafters, version: str) -> promotion_pb2.VersionApprovals:
    answer: promotion_pb2.VersionApprovals = at.ask(
        "assessor", "GetVersionApprovals", promotion_pb2.GetVersionApprovalsRequest(name=version)
    )
    return answer


def signed(at: Drafters, payload: bytes, key: str) -> draft_pb2.SignedStatement:
    return write_signed(read_statement(sign_envelope(payload, read_signing_key(at.team.key(key)))))


def prepared(at: Drafters, version: str, caller: str, person: str) -> bytes:
    request = promotion_pb2.PrepareVersionApprovalRequest(name=version, person=person, reason="for production")
    payload: bytes = at.ask(caller, "PrepareVersionApproval", request).payload
    return payload


def approval(at: Drafters, version: str, person: str) -> promotion_pb2.ApproveScorecardVersionRequest:
    """Sign the statement that the server prepares."""
    statement = signed(at, prepared(at, version, person, person), person)
    return promotion_pb2.ApproveScorecardVersionRequest(name=version, statement=statement)


def file_of(at: Drafters, card: str, suffix: str) -> Path:
    return Path(at.server.environment["TOUCHSTONE_GAZETTE"]) / card / f"1.0.0{suffix}"


def test_each_server_states_its_environment(staging: Drafters, production: Drafters) -> None:
    for at, name in ((staging, "staging"), (production, "production")):
        status = at.server.system.GetSystemStatus(
            system_service_pb2.GetSystemStatusRequest(), metadata=[("authorization", f"Bearer {at.keys['assessor']}")]
        )
        assert status.environment == name


def test_a_version_moves_to_production_once_it_has_the_approvals(
    staging: Drafters, production: Drafters, files: dict[str, str]
) -> None:
    version = published(staging, files, "moved")
    (here, there, vault) = approvals(staging, version).environments
    assert (here.environment, here.approved, here.approvals_needed) == ("staging", True, 1)
    assert (there.environment, there.approved, there.approvals_lacking) == ("production", False, 1)
    assert (vault.environment, vault.approved, [each.person for each in vault.possible_approvers]) == (
        "vault", False, ["cy"],
    )  # fmt: skip
    assert [each.person for each in there.approvers] == ["anna"]
    assert [each.person for each in there.possible_approvers] == ["chen", "bo", "cy"]
    assert "needs 2 approvals in the environment 'production', and 1 is missing. Signed by: anna" in there.problem

    error = refused(production.as_("li.wei", "ImportScorecardVersion"), importing(exported(staging, version)))
    assert (error.code, error.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "STEP_NOT_ALLOWED")
    assert "Ask these people to approve it: " in error.message
    assert not file_of(production, "moved", ".json").exists()

    sidecar = file_of(staging, "moved", SIDECAR).read_bytes()
    after = staging.ask("bo", "ApproveScorecardVersion", approval(staging, version, "bo"))
    assert [each.approved for each in after.environments] == [True, True, False]
    assert file_of(staging, "moved", SIDECAR).read_bytes() == sidecar
    assert file_of(staging, "moved", APPROVALS).exists()

    export = exported(staging, version)
    checked = production.ask("li.wei", "ImportScorecardVersion", importing(export, validate_only=True))
    assert checked.name == version
    assert not file_of(production, "moved", ".json").exists()
    imported = production.ask("li.wei", "ImportScorecardVersion", importing(export))
    assert file_of(production, "moved", ".json").read_bytes() == file_of(staging, "moved", ".json").read_bytes()
    assert exported(production, version).source_files == export.source_files
    assert [(each.act, each.person) for each in imported.statements] == [
        (scorecard_pb2.VersionStatement.ACT_SUBMISSION, "li.wei"),
        (scorecard_pb2.VersionStatement.ACT_APPROVAL, "anna"),
        (scorecard_pb2.VersionStatement.ACT_PUBLICATION, "anna"),
        (scorecard_pb2.VersionStatement.ACT_APPROVAL, "bo"),
    ]
    changelogs = [Path(at.server.environment["TOUCHSTONE_GAZETTE"]) / "CHANGELOG.md" for at in (staging, production)]
    entries = [path.read_text("utf-8").partition("\n## moved 1.0.0\n")[2].partition("\n## ")[0] for path in changelogs]
    assert entries[0].strip() == entries[1].strip() != ""
    times = [at.ask("li.wei", "GetScorecardVersion", scorecards.GetScorecardVersionRequest(name=version)).publish_time
             for at in (staging, production)]  # fmt: skip
    assert times[0] == times[1]

    stored = {path: path.read_bytes() for path in file_of(production, "moved", ".json").parent.iterdir()}
    assert production.ask("li.wei", "ImportScorecardVersion", importing(export)).name == version
    assert {path: path.read_bytes() for path in file_of(production, "moved", ".json").parent.iterdir()} == stored


def test_a_repeal_follows_its_version(staging: Drafters, production: Drafters, files: dict[str, str]) -> None:
    version = published(staging, files, "ended")
    staging.ask("bo", "ApproveScorecardVersion", approval(staging, version, "bo"))
    production.ask("li.wei", "ImportScorecardVersion", importing(exported(staging, version)))
    staging.sign(Act.REPEAL, "anna", "ended", shift=timedelta(minutes=3))
    begun = production.ask("li.wei", "ImportScorecardVersion", importing(exported(staging, version)))
    assert not begun.HasField("repeal"), "production needs two signatures"
    assert file_of(production, "ended", REPEAL).read_bytes() == file_of(staging, "ended", REPEAL).read_bytes()
    assert staging.get("ended").HasField("repeal")


@pytest.mark.parametrize(
    ("person", "key", "words"),
    [
        ("anna", "", "anna has already approved scorecards/signed/versions/1.0.0"),
        ("li.wei", "", "li.wei is an author of"),
        ("bo", "cy", "for bo"),
    ],
)
def test_an_approval_that_counts_nowhere_is_refused(
    staging: Drafters, files: dict[str, str], person: str, key: str, words: str
) -> None:
    version = "scorecards/signed/versions/1.0.0"
    if not file_of(staging, "signed", ".json").exists():
        published(staging, files, "signed")
    before = sorted(file_of(staging, "signed", ".json").parent.iterdir())
    caller = "anna" if person == "li.wei" else person
    statement = signed(staging, prepared(staging, version, caller, person), key or person)
    request = promotion_pb2.ApproveScorecardVersionRequest(name=version, statement=statement)
    error = refused(staging.as_(caller, "ApproveScorecardVersion"), request)
    assert words in error.message
    assert sorted(file_of(staging, "signed", ".json").parent.iterdir()) == before


def test_an_account_that_saved_the_draft_cannot_approve_the_version(staging: Drafters, files: dict[str, str]) -> None:
    url = staging.server.environment["TOUCHSTONE_DATABASE_URL"]
    staging.keys["both"] = new_key_of(url, "example", Role.RULE_AUTHOR, Role.RULE_APPROVER)
    staging.save("both", "saved", of_card(files, "saved"))
    staging.sign(Act.SUBMISSION, "li.wei", "saved")
    staging.sign(Act.APPROVAL, "anna", "saved")
    staging.sign(Act.PUBLICATION, "anna", "saved")
    version = "scorecards/saved/versions/1.0.0"
    error = refused(staging.as_("both", "ApproveScorecardVersion"), approval(staging, version, "bo"))
    assert "saved a revision of this draft" in error.message
    staging.ask("bo", "ApproveScorecardVersion", approval(staging, version, "bo"))


def test_an_approver_of_another_environment_may_sign_here(staging: Drafters, files: dict[str, str]) -> None:
    version = published(staging, files, "vaulted")
    after = staging.ask("cy", "ApproveScorecardVersion", approval(staging, version, "cy"))
    assert [(each.environment, each.approved) for each in after.environments] == [
        ("staging", True), ("production", True), ("vault", True),
    ]  # fmt: skip


def test_a_passkey_signs_a_published_version_and_the_log_contains_it(staging: Drafters, files: dict[str, str]) -> None:
    version = published(staging, files, "keyed")
    before = log_size(staging)
    preparing = promotion_pb2.PrepareVersionApprovalRequest(name=version, person="cy")
    prepared: draft_pb2.PreparedDraftStatement = staging.ask("cy", "PrepareVersionApproval", preparing)
    assert [(key.credential, key.rp_id) for key in prepared.passkeys] == [(PASSKEY.credential, RP_ID)]
    answer = PASSKEY.respond(prepared.challenge)
    signature = draft_pb2.SignedStatement.Signature(keyid=f"{KEY_PREFIX}{answer.credential}", sig=answer.written())
    statement = draft_pb2.SignedStatement(payload=prepared.payload, payload_type=PAYLOAD_TYPE, signatures=[signature])
    request = promotion_pb2.ApproveScorecardVersionRequest(name=version, statement=statement)
    after = staging.ask("cy", "ApproveScorecardVersion", request)
    assert [each.approved for each in after.environments] == [True, True, True]
    assert log_size(staging) == before + 1


def log_size(at: Drafters) -> int:
    listing = log_service_pb2.ListLogEntriesRequest(page_size=1000)
    return len(at.ask("assessor", "ListLogEntries", listing).entries)


def test_changed_files_are_refused(staging: Drafters, production: Drafters, files: dict[str, str]) -> None:
    version = published(staging, files, "changed")
    staging.ask("bo", "ApproveScorecardVersion", approval(staging, version, "bo"))
    export = exported(staging, version)

    def tried(change: str, old: str, new: str) -> str:
        request = importing(export)
        for file in request.source_files:
            if file.path == f"1.0.0{change}":
                assert old in file.content
                file.content = file.content.replace(old, new, 1)
        error = refused(production.as_("li.wei", "ImportScorecardVersion"), request)
        assert not file_of(production, "changed", ".json").exists()
        return error.message + " ".join(error.violations.values())

    assert "digest" in tried(".json", "Guide 1-2026", "Guide 1-2027")
    assert "canonical form" in tried(SIDECAR, "{", "{ ")
    assert "digest" in tried(
        SIDECAR, json.loads(file_of(staging, "changed", SIDECAR).read_bytes())["content_digest"], "0" * 64
    )
    assert "publication time" in tried(SIDECAR, '"publish_time":"20', '"publish_time":"19')
    assert "not a file of approvals" in tried(APPROVALS, "statements", "statement")

    request = importing(export)
    del request.source_files[1:]
    error = refused(production.as_("li.wei", "ImportScorecardVersion"), request)
    assert "1.0.0.sig.json" in error.violations["source_files"]
    request.source_files[0].path = "../1.0.0.json"
    assert (
        "is not a file of one version"
        in refused(production.as_("li.wei", "ImportScorecardVersion"), request).violations["source_files[0].path"]
    )


def test_only_authors_and_approvers_import(production: Drafters) -> None:
    request = promotion_pb2.ImportScorecardVersionRequest()
    assert refused(production.as_("assessor", "ImportScorecardVersion"), request).reason == "ROLE_NEEDED"
    request.gazette = "organizations/other"
    assert refused(production.as_("li.wei", "ImportScorecardVersion"), request).reason == "OTHER_ORGANIZATION"


def test_other_bytes_under_the_same_number_are_refused(
    staging: Drafters, production: Drafters, files: dict[str, str]
) -> None:
    version = published(staging, files, "twice")
    staging.ask("bo", "ApproveScorecardVersion", approval(staging, version, "bo"))
    other = {path: text.replace("Guide 1-2026", "Guide 1-2027") for path, text in of_card(files, "twice").items()}
    production.save("chen", "twice", other)
    for act, person in (
        (Act.SUBMISSION, "chen"),
        (Act.APPROVAL, "anna"),
        (Act.APPROVAL, "bo"),
        (Act.PUBLICATION, "bo"),
    ):
        production.sign(act, person, "twice")
    content = file_of(production, "twice", ".json").read_bytes()
    error = refused(production.as_("li.wei", "ImportScorecardVersion"), importing(exported(staging, version)))
    assert "is already published with other content" in error.message
    assert file_of(production, "twice", ".json").read_bytes() == content
