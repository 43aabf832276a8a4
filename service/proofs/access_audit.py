"""Audit of accounts, API keys and drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import Connection, select

from rules.contracts import message_factory
from service.approval.statements import read_statement
from service.store.accounts import Credential, logged_credentials
from service.store.kept_drafts import unpack_files
from service.store.tables import (
    DRAFT_CONTENTS as _CONTENTS,
    DRAFT_REVISIONS as _REVISIONS,
    DRAFT_STATEMENTS as _STATEMENTS,
    DRAFTS,
)

if TYPE_CHECKING:
    from service.proofs.derived_rows_audit import Look, ReportFault

_message = message_factory(__name__)


def audit_access(connection: Connection, report_fault: ReportFault) -> None:
    """Report accounts and API keys that differ from the log."""
    noted = dict(logged_credentials(connection))
    for credential in Credential:
        for name, content in credential.rows(connection):
            if name not in noted:
                report_fault(name, _message("ACCESS_NOT_NOTED"))
            elif noted.pop(name) != content:
                report_fault(name, _message("ACCESS_ALTERED"))
    for name, content in noted.items():
        if content:
            report_fault(name, _message("ACCESS_GONE"))


def audit_drafts(connection: Connection, look: Look, report_fault: ReportFault) -> None:
    """Report inconsistent draft revisions and unreadable statements."""
    stored_files = {(row.organization, row.digest): row.files for row in connection.execute(select(_CONTENTS))}
    newest: dict[str, int] = {}
    for row in connection.execute(select(_REVISIONS)):
        newest[row.draft] = max(newest.get(row.draft, 0), row.number)
        if unpack_files(stored_files.get((row.organization, row.files_digest)), row.files_digest) is None:
            report_fault(f"{row.draft}/revisions/{row.number}", _message("DRAFT_FILES"))
    drafts = {row.name: row.newest for row in connection.execute(select(DRAFTS))}
    for name in sorted(name for name in drafts.keys() | newest if drafts.get(name) != newest.get(name)):
        report_fault(name, _message("DRAFT_NEWEST"))
    for row in connection.execute(select(_STATEMENTS)):
        look(f"{row.draft}/statements/{row.position}", partial(_read_statement, row.envelope))


def _read_statement(envelope: str) -> None:
    read_statement(orjson.loads(envelope))
