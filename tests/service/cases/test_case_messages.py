"""State of the certificate of a case, of none, one or several, and the text of a stored evaluation."""

from __future__ import annotations

from datetime import date

import orjson
import pytest

from service.cases.case_messages import certificate_state
from service.cases.dossier_handlers import evaluation_text
from service.store.tables import CaseItemRow
from touchstone.v1 import evaluation_pb2

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


@pytest.mark.parametrize(
    ("conclusion", "en", "zh"),
    [
        ({"kind": "KIND_GRADED", "grade": "3"}, "grade 3", "等级 3"),
        ({"kind": "KIND_JUDGED", "verdict": "VERDICT_OK"}, "verdict ok", "判定 ok"),
        ({"kind": "KIND_GRADE_OPEN"}, "grade undetermined", "等级待定"),
    ],
)
def test_the_result_of_an_evaluation_is_labelled(conclusion: dict[str, str], en: str, zh: str) -> None:
    record = evaluation_pb2.EvaluationRecord(conclusion=evaluation_pb2.Conclusion(**conclusion))  # type: ignore[arg-type]
    evaluation = evaluation_pb2.Evaluation(name="evaluations/1", record=record)
    assert evaluation_text(evaluation, "en") == f"evaluations/1: {en}"
    assert evaluation_text(evaluation, "zh") == f"evaluations/1：{zh}"
