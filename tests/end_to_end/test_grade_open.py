"""Undetermined grades (`KIND_GRADE_OPEN`) at every interface of a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import httpx
import pytest
from google.protobuf import json_format
from google.protobuf.message import Message

from tests.support.calling import request_for
from tests.support.casework import REPORT, Body
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_pb2, fact_pb2
from touchstone.v1.evaluation_service_pb2 import (
    ExplainEvaluationRequest,
    GetReportRequest,
    ListEvaluationsRequest,
    SimulateEvaluationRequest,
    TrailCheck,
    VerifyEvaluationTrailRequest,
)

ORGANIZATION = "organizations/open-grades"
OPEN, GRADED = evaluation_pb2.Conclusion.KIND_GRADE_OPEN, evaluation_pb2.Conclusion.KIND_GRADED
EXCLUDED = evaluation_pb2.GradeResult.POSSIBILITY_EXCLUDED
REJECTED = fact_pb2.Verification(
    judgement="JUDGEMENT_REJECTED",
    method="on site",
    reason="the meter was replaced",
    person="users/a",
    date="2026-02-01",
)
HEADS = {"en": "Grade undetermined: there may be none", "zh": "等级待定：可能没有等级"}
SENTENCES = {
    "en": "It is undetermined whether a row of the grade table is satisfied, so no grade is certain.",
    "zh": "等级表中是否有一行成立尚未确定，因此还不能确定有等级。",
}


@pytest.fixture(scope="module")
def stored(door: RunningServer) -> evaluation_pb2.Evaluation:
    """Store a subject with a known share and a subject with an unknown share, and return the second evaluation."""
    made: list[evaluation_pb2.Evaluation] = []
    changes: dict[str, Any]
    for name, changes in (("sure", {}), ("open", {"renewable_share": None})):
        request = request_for(small_subject(credits=None, **changes))
        request.subject = f"{ORGANIZATION}/subjects/{name}"
        made.append(door.evaluations.EvaluateSubject(request))
    assert [one.record.conclusion.kind for one in made] == [GRADED, OPEN]
    return made[1]


def test_json_and_list_filters_report_an_undetermined_grade(
    door: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    answer = httpx.get(f"{door.http}/v1/{stored.name}", timeout=60).json()
    assert answer["record"]["conclusion"]["kind"] == "KIND_GRADE_OPEN"
    for kind, wanted in (("KIND_GRADE_OPEN", [stored.name]), ("KIND_NOT_GRADED", [])):
        asked = ListEvaluationsRequest(parent=ORGANIZATION, filter=f"record.conclusion.kind = {kind}")
        assert [one.name for one in door.evaluations.ListEvaluations(asked).evaluations] == wanted


def test_an_undetermined_grade_verifies(door: RunningServer, stored: evaluation_pb2.Evaluation) -> None:
    answer = door.evaluations.VerifyEvaluationTrail(VerifyEvaluationTrailRequest(name=stored.name))
    results = {check.check: check.result for check in answer.checks}
    assert results[TrailCheck.CHECK_RECOMPUTATION] == TrailCheck.RESULT_PASSED


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", HEADS)
def test_reports_and_explanations_show_an_undetermined_grade(
    door: RunningServer, stored: evaluation_pb2.Evaluation, language: str
) -> None:
    for form, wanted in (("FORM_PAGE", HEADS[language]), ("FORM_OSCAL", '"grade_open"')):
        asked = GetReportRequest(name=stored.name, language_code=language, form=form)
        assert wanted in door.evaluations.GetReport(asked).content.decode()
    explained = door.evaluations.ExplainEvaluation(ExplainEvaluationRequest(name=stored.name, language_code=language))
    texts = [one.text for one in explained.statements]
    assert any(SENTENCES[language] in text for text in texts)


@pytest.mark.full
def test_no_interface_reports_a_grade_while_the_grade_is_undetermined(door: RunningServer) -> None:
    """Vary the missing facts, rejected facts and settings, in evaluations and in simulations."""
    facts = [fact.id for fact in small_subject().facts]
    left_out: list[dict[str, Any]] = [dict.fromkeys(pair) for pair in combinations(facts, 2)]
    requests = [request_for(small_subject(**given)) for given in ({}, *left_out)]
    for request in requests[::2]:
        request.settings.clear()
    for request in requests[::3]:
        fact = next((one for one in request.facts if one.fact_id == "renewable_share"), None)
        if fact is not None:
            fact.verification.CopyFrom(REJECTED)
    answers = list(door.evaluations.StreamEvaluateSubjects(iter(requests)))
    all_conclusions = [one for answer in answers for one in conclusions(answer)]
    for request in requests[:8]:
        shown = httpx.post(f"{door.http}/v1/{request.subject}:evaluate", json=plain(request), timeout=60).json()
        all_conclusions += conclusions(json_format.ParseDict(shown, evaluation_pb2.Evaluation()))
        asked = SimulateEvaluationRequest(request=request, facts=requests[0].facts[:1])
        all_conclusions += conclusions(door.evaluations.SimulateEvaluation(asked))
    assert all(answer.HasField("evaluation") for answer in answers)
    assert len(all_conclusions) > len(answers) + 16
    kinds = {evaluation_pb2.Conclusion.KIND_NOT_GRADED: {"none"}, GRADED: set(), OPEN: {"none"}}
    for conclusion in all_conclusions:
        possible = {each.grade for each in conclusion.grades if each.possibility != EXCLUDED}
        if conclusion.kind in kinds:
            assert possible & {"none"} == kinds[conclusion.kind]
            assert (possible == {"none"}) is (conclusion.kind == evaluation_pb2.Conclusion.KIND_NOT_GRADED)
    assert {one.kind for one in all_conclusions} >= {GRADED, OPEN}


def conclusions(message: Message) -> Iterator[evaluation_pb2.Conclusion]:
    if isinstance(message, evaluation_pb2.Conclusion):
        yield message
        return
    for field, value in message.ListFields():
        if field.message_type is not None and not field.message_type.GetOptions().map_entry:
            for part in value if field.is_repeated else (value,):
                yield from conclusions(part)


def plain(request: Message) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(as_json(request))
    return {name: value for name, value in document.items() if name != "subject"}


@pytest.mark.full
def test_a_certificate_with_an_undetermined_grade_is_not_granted(body: Body) -> None:
    body.to_evaluation("open-grade")
    name = body.evaluate(renewable_share=None)
    fields = {"evaluation": name, "report_digest": REPORT}
    body.step("ada", "open-grade", "conclude", **fields)
    body.step("ada", "open-grade", "hand_over")
    body.step("dan", "open-grade", "recommend", **fields)
    message = body.refused("dan", "open-grade", "grant", **fields, sites=["hall-0", "hall-1"]).message
    assert message == (
        f"The grade of {name} is undetermined, so nothing can be granted. "
        "Provide the missing inputs (renewable_share), evaluate again, and use that evaluation."
    )
