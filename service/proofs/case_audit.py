"""Audit of cases against the log and their last steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Integer, Row, select, type_coerce

from rules.contracts import message_factory
from service.proofs.derived_rows_audit import Look, ReportFault, compare_leaf
from service.store.cases import (
    CERTIFICATES,
    COMPETENCE,
    case_digest,
    document_leaf,
    lookup_labels,
    register_entries,
    step_leaf,
)
from service.store.result_status import RESULTS
from service.store.tables import (
    CASE_DOCUMENTS as _DOCUMENTS,
    CASE_DUE_ITEMS as _DUE,
    CASE_ITEMS as _ITEMS,
    CASE_LABELS as _LABELS,
    CASE_STEPS as _STEPS,
    CASES,
    CERTIFICATE_NUMBERS as _NUMBERS,
    LOG_LEAVES as _LEAVES,
    REGISTER_ENTRIES as _ENTRIES,
    CaseDocumentRow,
    CaseItemRow,
    CaseRow,
    CaseStepRow,
)
from service.transparency.leaves import CASE_DOCUMENT, CASE_STEP

if TYPE_CHECKING:
    from collections.abc import Iterator

_message = message_factory(__name__)

_CASE_LEAVES = select(_LEAVES.c.kind, _LEAVES.c.name, _LEAVES.c.digest).where(
    _LEAVES.c.kind.in_((CASE_STEP, CASE_DOCUMENT))
)
_Label = tuple[str, str, str, str]


def audit_cases(connection: Connection, look: Look, report_fault: ReportFault) -> None:
    """Report contradictions between cases, documents, steps, labels, register and log."""
    noted = {(row.kind, row.name): row.digest for row in connection.execute(_CASE_LEAVES)}
    expected = set(_documents(connection, noted, look, report_fault))
    last = dict(_steps(connection, noted, look, report_fault))
    expected |= set(_result_labels(connection))
    for name in connection.execute(select(CASES.c.name).order_by(CASES.c.name)).scalars().all():
        look(name, partial(_case, connection, name, last.pop(name, ""), report_fault))
    for name in last:
        report_fault(name, _message("CASE_NOT_THERE"))
    for table in (_ITEMS, _DUE, _NUMBERS):
        lost = select(table.c.case_name).where(table.c.case_name.not_in(select(CASES.c.name))).distinct()
        if table is _DUE:
            lost = lost.where(_DUE.c.kind != COMPETENCE)
        for name in connection.execute(lost).scalars():
            report_fault(name, _message("ROW_OF_NOTHING"))
    for _, name in noted:
        report_fault(name, _message("DECISION_NOT_THERE"))
    labels = {tuple(row) for row in connection.execute(select(*_LABELS.primary_key.columns))}
    for organization, kind, label, id in sorted(expected ^ labels):
        problem = "LABEL_NOT_THERE" if (organization, kind, label, id) in expected else "LABEL_OF_NOTHING"
        report_fault(f"organizations/{organization}/{kind}/{id}", _message(problem, label=label))
    _register(connection, look, report_fault)


def _documents(
    connection: Connection, noted: dict[tuple[str, str], str], look: Look, report_fault: ReportFault
) -> Iterator[_Label]:
    key = (_DOCUMENTS.c.organization, _DOCUMENTS.c.kind, _DOCUMENTS.c.id)
    newest: tuple[str, ...] = ()
    marked = type_coerce(_DOCUMENTS.c.newest, Integer).label("marked")  # the stored value of the flag
    query = select(_DOCUMENTS, marked).order_by(*key, _DOCUMENTS.c.revision.desc())
    for columns in connection.execute(query):
        row = CaseDocumentRow.model_validate(dict(columns._mapping))
        identity = (row.organization, row.kind, row.id)
        location = f"organizations/{row.organization}/{row.kind}/{row.id}@{row.revision}"
        look(location, partial(compare_leaf, location, partial(document_leaf, row), noted, report_fault))
        if columns.marked != int(identity != newest):
            report_fault(location, _message("NOT_THE_NEWEST"))
        newest = identity
        look(location, partial(orjson.loads, row.document))
        for kind, label in lookup_labels(row.kind, orjson.loads(row.document)):
            yield row.organization, kind, label, row.id


def _register(connection: Connection, look: Look, report_fault: ReportFault) -> None:
    expected: dict[tuple[str, str, str], dict[str, object]] = {}
    cases = {row.name: row for row in map(_case_row, connection.execute(select(CASES)))}
    for columns in connection.execute(select(_ITEMS).where(_ITEMS.c.kind == CERTIFICATES)):
        row = CaseItemRow.model_validate(dict(columns._mapping))
        if row.case_name in cases:
            look(row.case_name, partial(_expect, cases[row.case_name], row, expected))
    for columns in connection.execute(select(_ENTRIES)):
        entry = dict(columns._mapping)
        if expected.pop((entry["organization"], entry["label"], entry["number"]), None) != entry:
            report_fault(
                f"organizations/{entry['organization']}/register/{entry['number']}", _message("NOT_AS_CERTIFIED")
            )
    for organization, _, number in expected:
        report_fault(f"organizations/{organization}/register/{number}", _message("NOT_AS_CERTIFIED"))


def _case_row(columns: Row[Any]) -> CaseRow:
    return CaseRow.model_validate(dict(columns._mapping))


def _expect(case: CaseRow, row: CaseItemRow, expected: dict[tuple[str, str, str], dict[str, object]]) -> None:
    for register_entry in register_entries(case, row):
        expected[register_entry.organization, register_entry.label, register_entry.number] = register_entry.model_dump()


def _result_labels(connection: Connection) -> Iterator[_Label]:
    chosen = select(_STEPS.c.case_name, _STEPS.c.content, CASES.c.organization)
    chosen = chosen.join_from(_STEPS, CASES, CASES.c.name == _STEPS.c.case_name)
    for row in connection.execute(chosen.where(_STEPS.c.step == "conclude", _STEPS.c.item == "")):
        yield row.organization, RESULTS, orjson.loads(row.content)["evaluation"], row.case_name


def _steps(
    connection: Connection, noted: dict[tuple[str, str], str], look: Look, report_fault: ReportFault
) -> Iterator[tuple[str, str]]:
    for columns in connection.execute(select(_STEPS).order_by(_STEPS.c.case_name, _STEPS.c.number)):
        row = CaseStepRow.model_validate(dict(columns._mapping))
        location = f"{row.case_name}/steps/{row.number}"
        look(location, partial(compare_leaf, location, partial(step_leaf, row), noted, report_fault))
        yield row.case_name, row.case_digest


def _case(connection: Connection, name: str, expected_digest: str, report_fault: ReportFault) -> None:
    if case_digest(connection, name) != expected_digest:
        report_fault(name, _message("CASE_NOT_AS_LEFT"))
