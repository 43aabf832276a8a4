"""Audit of archived months against the log: the recorded archives, their evaluations and their findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import Connection, select

from rules.contracts import message_factory
from service.proofs.derived_rows_audit import ReportFault
from service.store.backups import combined_digest, evaluation_digest
from service.store.erasure_index import erasures_of
from service.store.month_archives import archive_leaf
from service.store.months import archived_months, in_archives
from service.store.tables import (
    ARCHIVED_FINDINGS,
    ERASED_REQUESTS,
    LOG_LEAVES as _LEAVES,
    ArchivedMonthRow,
)
from service.transparency.leaves import ARCHIVE, ARCHIVE_RETURN, EVALUATION, summarize_findings

_message = message_factory(__name__)


def audit_archives(connection: Connection, report_fault: ReportFault) -> None:
    """Report differences between the recorded archives and the log, and their evaluations and findings."""
    noted: dict[str, Any] = {}
    chosen = select(_LEAVES).where(_LEAVES.c.kind.in_((ARCHIVE, ARCHIVE_RETURN))).order_by(_LEAVES.c.position)
    for leaf in connection.execute(chosen).all():
        month = leaf.name.split("/")[1]
        if leaf.kind == ARCHIVE:
            noted[month] = leaf
        else:
            noted.pop(month, None)
    findings = {row.evaluation: row for row in connection.execute(select(ARCHIVED_FINDINGS)).all()}
    for row in archived_months(connection):
        entry = noted.pop(row.month, None)
        if entry is None or archive_leaf(row, orjson.loads(entry.document)["time"]).digest != entry.digest:
            report_fault(f"archived_month/{row.month}", _message("ARCHIVE_NOT_NOTED"))
        total = sum(_audited_evaluations(connection, row, findings, report_fault))
        if combined_digest(total) != row.records:
            report_fault(f"archived_month/{row.month}", _message("ARCHIVE_RECORDS"))
    for month in noted:
        report_fault(f"archived_month/{month}", _message("ARCHIVE_GONE"))
    for name in findings:
        report_fault(f"archived_finding/{name}", _message("ROW_OF_NOTHING"))


def _audited_evaluations(
    connection: Connection, archive: ArchivedMonthRow, findings: dict[str, Any], report_fault: ReportFault
) -> Iterator[int]:
    erased = select(ERASED_REQUESTS.c.evaluation).where(ERASED_REQUESTS.c.evaluation == _LEAVES.c.name)
    chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(
        _LEAVES.c.kind == EVALUATION, in_archives([archive], _LEAVES.c.name), ~erased.exists()
    )
    for name, document in connection.execute(chosen, execution_options={"yield_per": 256}):
        content = orjson.loads(document)
        yield evaluation_digest(name, content["record_digest"])
        stored = findings.pop(name, None)
        digest = summarize_findings([] if stored is None else orjson.loads(stored.archive_findings))["digest"]
        expected = content["archive_findings"]["digest"]
        if digest != expected and (erasures := erasures_of(connection, name)):
            expected = erasures[-1].findings_left
        if digest != expected or (stored is not None and stored.organization != content["organization"]):
            report_fault(f"archived_finding/{name}", _message("ROW_NOT_AS_RECORD"))
