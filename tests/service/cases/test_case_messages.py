"""State of the certificate of a case, of none, one or several."""

from __future__ import annotations

from datetime import date

import orjson
import pytest

from service.cases.case_messages import certificate_state
from service.store.tables import CaseItemRow

TODAY = date(2026, 11, 27)


def item(number: int, state: str, last_date: str = "2027-01-31", kind: str = "certificates") -> CaseItemRow:
    content = orjson.dumps({"last_date": last_date}).decode()
    return CaseItemRow(case_name="organizations/a/cases/b", kind=kind, number=number, state=state, content=content)


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([], ""),
        ([item(1, "open", kind="findings")], ""),
        ([item(1, "valid")], "valid"),
        ([item(1, "valid", "2026-11-27")], "valid"),
        ([item(1, "valid", "2026-11-26")], "expired"),
        ([item(1, "suspended", "2026-11-26")], "expired"),
        ([item(1, "suspended")], "suspended"),
        ([item(1, "withdrawn")], "withdrawn"),
        ([item(1, "valid"), item(2, "withdrawn")], "valid"),
        ([item(1, "withdrawn"), item(2, "cancelled")], "cancelled"),
        ([item(1, "suspended"), item(2, "valid")], "valid"),
    ],
)
def test_the_state_is_that_of_the_certificate_that_counts(items: list[CaseItemRow], state: str) -> None:
    assert certificate_state(items, TODAY) == state
