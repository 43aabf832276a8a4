"""Audit of accounts, API keys and drafts altered in the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.accounts.local_accounts import new_account, renew_password
from service.cli.keys import issue_key
from service.identity.principals import Role
from service.proofs.store_audit import AuditReport, audit
from service.store.accounts import open_accounts, open_api_keys
from service.store.kept_drafts import files_digest
from service.store.reporting_views import open_archive
from service.store.tables import DraftStatementRow, RevisionRow
from service.workbench.guess_limits import SignInOrigin
from service.workbench.sessions import Sessions
from tests.support.light_hashes import light_hashes  # noqa: F401 -- a fixture
from tests.support.logged import Logged, alter

DRAFT = "organizations/a/drafts/factory"
FILES = {"card.en.feature": "# language: en\n"}


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    """A store with accounts that went through everything, a key that was revoked, and a draft."""
    logged = Logged(tmp_path)
    with open_accounts(logged.url) as accounts, open_api_keys(logged.url) as keys:
        sessions = Sessions(accounts)
        new_account(accounts, "ada", "a", [Role.ASSESSOR])
        renewed = renew_password(accounts, "ada")
        signed, _ = sessions.sign_in("ada", renewed, SignInOrigin("127.0.0.1"))
        sessions.choose_password(signed, renewed, "four words of hers")
        new_account(accounts, "rui", "a", [Role.REVIEWER])
        accounts.end("rui", "2026-03-04T00:00:00Z")
        new_account(accounts, "nia", "a", [Role.APPLICANT], is_invited=True)
        sessions.uninvite("nia")
        new_account(accounts, "nia", "a", [Role.APPLICANT], is_invited=True)
        issue_key(keys, organization="organizations/a", roles=["assessor"], expires=None, note="meters")
        key = issue_key(keys, organization="organizations/a", roles=["assessor"], expires=None, note="office").row
        keys.change(key.id, revoke_time="2026-03-04T00:00:00Z")
        keys.note_use(key.id, "2026-03-05T00:00:00Z")
    revision = RevisionRow(
        draft=DRAFT, number=1, organization="a", files_digest=files_digest(FILES), create_time="2026-03-04T00:00:00Z",
        principal="ada", note="", version="", content_digest="", rule_digest="", text_digest="", problems="[]",
    )  # fmt: skip
    logged.store.drafts.add_revision(revision, FILES, base=0)
    yield logged
    logged.close()


def audited(logged: Logged) -> AuditReport:
    with open_archive(logged.url) as store:
        return audit(store.connection, logged.gazette)


def altered(logged: Logged, statement: str) -> None:
    """Change the store as only who owns the database can: without the triggers that refuse it."""
    with closing(sqlite3.connect(logged.url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
        alter(connection, statement)


def test_whatever_commands_and_pages_change_is_noted(logged: Logged) -> None:
    audit_report = audited(logged)
    assert audit_report.faults == []


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE account SET roles = '[\"decider\"]' WHERE name = 'ada'", "accounts/ada"),
        ("UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE name = 'nia') WHERE name = 'ada'",
         "accounts/ada"),
        ("UPDATE account SET organization = 'b' WHERE name = 'ada'", "accounts/ada"),
        ("UPDATE account SET end_time = NULL WHERE name = 'rui'", "accounts/rui"),
        ("UPDATE account SET first_until = '2099-01-01T00:00:00Z' WHERE name = 'nia'", "accounts/nia"),
        ("DELETE FROM account WHERE name = 'rui'", "accounts/rui"),
        ("INSERT INTO account SELECT 'eve', password_hash, organization, roles, '2099-01-01T00:00:00Z', NULL, NULL"
         " FROM account WHERE name = 'ada'", "accounts/eve"),
        ("UPDATE api_key SET roles = '[\"regulator\"]' WHERE note = 'meters'", "apiKeys/"),
        ("UPDATE api_key SET revoke_time = NULL WHERE note = 'office'", "apiKeys/"),
        ("UPDATE api_key SET expire_time = '2099-01-01T00:00:00Z' WHERE note = 'meters'", "apiKeys/"),
        ("DELETE FROM api_key WHERE note = 'office'", "apiKeys/"),
        ("UPDATE draft_content SET files = x'00'", f"{DRAFT}/revisions/1"),
        ("DELETE FROM draft_content", f"{DRAFT}/revisions/1"),
        ("UPDATE draft SET newest = 2", DRAFT),
        ("DELETE FROM draft_revision", DRAFT),
    ],
)  # fmt: skip
def test_altered_accounts_keys_and_drafts_are_named(logged: Logged, statement: str, place: str) -> None:
    altered(logged, statement)
    places = [fault.place for fault in audited(logged).faults]
    assert len(places) == 1, places
    assert places[0].startswith(place)


def test_an_invalid_draft_statement_is_named(logged: Logged) -> None:
    row = DraftStatementRow(draft=DRAFT, position=0, envelope="{}", principal="ada", create_time="2026-03-04T00:00:00Z")
    logged.store.drafts.add_statement(row)
    assert [fault.place for fault in audited(logged).faults] == [f"{DRAFT}/statements/0"]


def test_an_account_that_the_log_does_not_have_is_named(logged: Logged) -> None:
    altered(
        logged,
        "INSERT INTO account SELECT 'old', password_hash, organization, roles, '2025-01-01T00:00:00Z', NULL, NULL"
        " FROM account WHERE name = 'ada'",
    )
    (fault,) = audited(logged).faults
    assert (fault.place, "created outside the service" in fault.problem) == ("accounts/old", True)
