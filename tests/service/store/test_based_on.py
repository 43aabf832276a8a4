"""Certificates and open cases that are based on results."""

from __future__ import annotations

import orjson
from sqlalchemy import Connection, insert

from service.store.result_status import RESULTS, BasedOn, based_on
from service.store.store import Store
from service.store.tables import CaseItemRow, CaseLabelRow, CaseRow
from service.store.write_access import with_write_access

BEFORE, LATER = (f"organizations/a/evaluations/{name}" for name in ("before", "later"))


def _add_case(connection: Connection, id: str, state: str, *evaluations: str) -> str:
    """Add a case that concluded on each of these evaluations, and is based on the last."""
    name = f"organizations/a/cases/{id}"
    row = CaseRow(
        name=name, organization="a", state=state, revision=1, client="c", subject="s", profile="p", profile_revision=1,
        content=orjson.dumps({"evaluation": evaluations[-1]}).decode(), create_time="2026-01-01T00:00:00Z",
    )  # fmt: skip
    connection.execute(insert(CaseRow).values(row.model_dump()))
    for evaluation in evaluations:
        label = CaseLabelRow(organization="a", kind=RESULTS, label=evaluation, id=name)
        connection.execute(insert(CaseLabelRow).values(label.model_dump()))
    return name


def _add_item(connection: Connection, case: str, kind: str, number: int, state: str, **content: str) -> None:
    row = CaseItemRow(
        case_name=case, kind=kind, number=number, state=state, content=orjson.dumps({"number": "1", **content}).decode()
    )
    connection.execute(insert(CaseItemRow).values(row.model_dump()))


def test_valid_certificates_and_open_cases_are_counted(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        _add_case(connection, "open", "in_review", BEFORE)
        _add_case(connection, "since-evaluated-again", "in_review", BEFORE, LATER)
        _add_case(connection, "refused", "refused", BEFORE)
        case = _add_case(connection, "certified", "certified", BEFORE)
        _add_item(connection, case, "certificates", 1, "valid", evaluation=BEFORE)
        _add_item(connection, case, "certificates", 2, "suspended", evaluation=BEFORE)
        _add_item(connection, case, "certificates", 3, "withdrawn", evaluation=BEFORE)
        _add_item(connection, case, "certificates", 4, "valid", evaluation=LATER)
        _add_item(connection, case, "certificates", 5, "valid", evaluation=BEFORE, expire_time="2020-01-01T00:00:00Z")
        _add_item(connection, case, "surveillances", 1, "evaluated", evaluation=LATER)
        _add_item(connection, case, "surveillances", 2, "maintained", evaluation=BEFORE)
        assert based_on(connection, "a", [BEFORE]) == BasedOn(2, 1)
        assert based_on(connection, "a", [LATER]) == BasedOn(0, 2)
        assert based_on(connection, "a", []) == BasedOn(0, 0)
