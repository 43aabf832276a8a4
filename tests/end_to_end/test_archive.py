"""The archive is listed page by page; filters are read or refused; trying something else stores nothing."""

import hashlib
import json
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from rules.trail.commitments import MerkleInclusion
from service.gazette.versions import Gazette
from service.output.mapping.requests import INPUTS
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2, scorecard_service_pb2, types_pb2

ORGANIZATION = "organizations/listing-body"
VERSION = f"scorecards/{CARD}/versions"
List = evaluation_service_pb2.ListEvaluationsRequest
Steps = evaluation_service_pb2.ListTrailStepsRequest
Simulate = evaluation_service_pb2.SimulateEvaluationRequest


@pytest.fixture(scope="module")
def stored(server: RunningServer) -> list[evaluation_pb2.Evaluation]:
    """Store seven evaluations of one organisation: three gold, three silver, one with failed gate."""
    evaluations = []
    for number in range(7):
        changes: dict[str, DeclaredValue | None] = {"credits": None}
        if number % 2:
            changes["status"] = DeclaredValue(choice="open")
        if number == 6:
            changes["serious_violations"] = DeclaredValue(number="1", unit="time")
        request = request_for(small_subject(**changes))
        request.subject = f"{ORGANIZATION}/subjects/s{number}"
        request.as_of_date = f"2026-03-0{number + 1}"
        evaluations.append(server.evaluations.EvaluateSubject(request))
    return evaluations


def names(answer: Any) -> list[str]:
    return [evaluation.name for evaluation in answer.evaluations]


def pages(server: RunningServer, **fields: Any) -> list[list[str]]:
    page_names = []
    token = ""
    while True:
        answer = server.evaluations.ListEvaluations(List(parent=ORGANIZATION, page_token=token, **fields))
        page_names.append(names(answer))
        token = answer.next_page_token
        if not token:
            return page_names


@pytest.mark.full
def test_evaluations_are_listed_newest_first_page_by_page(server: RunningServer, stored: list[Any]) -> None:
    expected = [evaluation.name for evaluation in reversed(stored)]
    assert pages(server, page_size=3) == [expected[:3], expected[3:6], expected[6:]]
    assert pages(server, page_size=7) == [expected]
    assert pages(server, order_by="record.as_of_date", page_size=4) == [expected[:2:-1], expected[2::-1]]
    assert names(server.evaluations.ListEvaluations(List(parent="organizations/nobody"))) == []


def test_the_basic_view_is_brief_and_the_full_view_is_complete(server: RunningServer, stored: list[Any]) -> None:
    for evaluation in server.evaluations.ListEvaluations(List(parent=ORGANIZATION)).evaluations:
        get = evaluation_service_pb2.GetEvaluationRequest(
            name=evaluation.name, view=evaluation_pb2.EVALUATION_VIEW_BASIC
        )
        assert evaluation == server.evaluations.GetEvaluation(get)
    full = List(parent=ORGANIZATION, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    for stored_evaluation in (listed := [*stored][::-1]):
        del stored_evaluation.open_answers[:]  # worked out for one evaluation at a time
    assert list(server.evaluations.ListEvaluations(full).evaluations) == listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0, 1, 2, 3, 4, 5, 6]),
        ("record.conclusion.grade = gold", [0, 2, 4]),
        ("record.conclusion.grade != gold", [1, 3, 5, 6]),
        ("record.conclusion.grade = 金", [0, 2, 4]),
        ('record.conclusion.grade = "GOLD"', [0, 2, 4]),
        ("record.conclusion.grade != 金", [1, 3, 5, 6]),
        ("record.conclusion.grade = 金 AND record.conclusion.grade = silver", []),
        ("record.conclusion.grade = 银", []),
        ("record.conclusion.kind = KIND_GATE_FAILED", [6]),
        ("record.as_of_date >= 2026-03-03 AND record.as_of_date < 2026-03-05", [2, 3]),
        (f'record.subject = "{ORGANIZATION}/subjects/s4"', [4]),
        (f"record.subject='{ORGANIZATION}/subjects/s4'AND record.conclusion.grade=gold", [4]),
        (f"record.scorecard_version != {VERSION}/1.0.0", []),
        ("create_time > 2020-01-01T00:00:00Z", [0, 1, 2, 3, 4, 5, 6]),
        ('create_time < "2020-01-01T00:00:00Z"', []),
        (r'record.conclusion.grade = "it\'s; DROP TABLE evaluation --"', []),
    ],
)
def test_filters_select_evaluations(server: RunningServer, stored: list[Any], text: str, expected: list[int]) -> None:
    matches = set(names(server.evaluations.ListEvaluations(List(parent=ORGANIZATION, filter=text))))
    assert matches == {stored[number].name for number in expected}


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("record.conclusion.grade = gold; DROP TABLE evaluation", 31, "cannot be read"),
        ("record.conclusion.grade = gold' OR '1'='1", 31, "after a complete comparison. Write AND between comparisons"),
        (
            "record.conclusion.grade = gold OR create_time > 2020-01-01T00:00:00Z",
            32,
            "after a complete comparison. Write AND between comparisons",
        ),
        ("1=1", 1, "is not a field for filters"),
        ("record_key = x", 1, "is not a field for filters"),
        ("record.conclusion.grade = (SELECT record_key FROM evaluation)", 27, "cannot be read"),
        ("record.conclusion.grade < gold", 25, "is not an operator for"),
        ("record.conclusion.grade =", 26, "ends too early: it lacks a literal"),
        ("record.conclusion.grade = gold AND", 35, "ends too early: it lacks a field"),
        ("record.as_of_date = 2026-02-30", 21, "does not exist in the calendar"),
        ("create_time > yesterday", 15, "is not a time"),
        ("record.conclusion.kind = graded", 26, "KIND_GRADED"),
        ("NOT record.conclusion.grade = gold", 1, "is not a field for filters"),
        ("record.conclusion.grade = 'gold", 27, "cannot be read"),
        (" AND ".join(["record.conclusion.grade = gold"] * 30), 697, "more than 20"),
        ("x" * 10_000, 4001, "at most 4000"),
    ],
)
def test_an_invalid_filter_is_refused_with_its_location(
    server: RunningServer, text: str, column: int, words: str
) -> None:
    answer = refused(server.evaluations.ListEvaluations, List(parent=ORGANIZATION, filter=text))
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert answer.violations["filter"].startswith(f"Column {column}: ")
    assert words in answer.violations["filter"]


def test_a_page_token_belongs_to_its_query(server: RunningServer, stored: list[Any]) -> None:
    token = server.evaluations.ListEvaluations(List(parent=ORGANIZATION, page_size=2)).next_page_token
    steps = server.evaluations.ListTrailSteps(Steps(parent=stored[0].name, page_size=2)).next_page_token
    for request in (
        List(parent="organizations/other-body", page_token=token),
        List(parent=ORGANIZATION, filter="record.conclusion.grade = gold", page_token=token),
        List(parent=ORGANIZATION, order_by="create_time", page_token=token),
        List(parent=ORGANIZATION, view=evaluation_pb2.EVALUATION_VIEW_FULL, page_token=token),
        List(parent=ORGANIZATION, page_token=steps),
        List(parent=ORGANIZATION, page_token=token[:-4]),
        List(parent=ORGANIZATION, page_token="nonsense" * 1_000),
    ):
        answer = refused(server.evaluations.ListEvaluations, request)
        assert (answer.code, set(answer.violations)) == (grpc.StatusCode.INVALID_ARGUMENT, {"page_token"})
    versions = scorecard_service_pb2.ListScorecardVersionsRequest(parent=f"scorecards/{CARD}", page_token=token)
    assert set(refused(server.scorecards.ListScorecardVersions, versions).violations) == {"page_token"}
    other = Steps(parent=stored[1].name, page_token=steps)
    assert set(refused(server.evaluations.ListTrailSteps, other).violations) == {"page_token"}
    assert len(names(server.evaluations.ListEvaluations(List(parent=ORGANIZATION, page_size=5, page_token=token)))) == 5


def test_every_wrong_field_of_a_listing_is_named(server: RunningServer) -> None:
    request = List(parent="organizations/A", page_size=-1, filter="?", order_by="name; DROP")
    answer = refused(server.evaluations.ListEvaluations, request)
    assert set(answer.violations) == {"parent", "page_size", "filter", "order_by"}
    request.view = 7  # type: ignore[assignment]
    answer = refused(server.evaluations.ListEvaluations, request)
    assert set(answer.violations) == {"view"}, "a number without a name is refused before all else is looked at"


def test_steps_are_listed_depth_first_page_by_page(server: RunningServer) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    recorded = json.loads(evaluation.record_json)["steps"]
    steps: list[Any] = []
    token = ""
    while not steps or token:
        answer = server.evaluations.ListTrailSteps(Steps(parent=evaluation.name, page_size=5, page_token=token))
        steps.extend(answer.trail_steps)
        token = answer.next_page_token
    assert [json.loads(step.found_json) for step in steps] == recorded
    for step in steps:
        leaf = hashlib.sha256(b"\0" + step.salt + step.found_json.encode()).digest()
        proof = MerkleInclusion(step.proof.place, step.proof.step_count, tuple(step.proof.path))
        assert (leaf.hex(), proof.root(leaf)) == (step.commitment, bytes.fromhex(evaluation.record.trail_digest))
    assert json.loads(steps[-1].payload_json)["grade"] == "gold"
    below = server.evaluations.ListTrailSteps(Steps(parent=evaluation.name, root_step_id="facts/credits")).trail_steps
    assert below[0].step_id == "facts/credits"
    assert {step.parent_step_id for step in below[1:]} == {"facts/credits"}
    assert len(below) == 3
    unknown = refused(server.evaluations.ListTrailSteps, Steps(parent=evaluation.name, root_step_id="facts/x"))
    assert (unknown.code, unknown.reason) == (grpc.StatusCode.NOT_FOUND, "STEP_NOT_FOUND")


def test_a_simulation_with_another_fact_is_not_stored(server: RunningServer, stored: list[Any]) -> None:
    before = pages(server)
    status = fact_pb2.Fact(fact_id="status", value=INPUTS.write(types_pb2.Value, DeclaredValue(choice="open")))
    difference = server.evaluations.SimulateEvaluation(Simulate(evaluation=stored[0].name, facts=[status])).difference
    assert difference.evaluation == stored[0].name
    assert (difference.before.grade, difference.after.grade) == ("gold", "silver")
    (changed,) = difference.criterion_differences
    assert (changed.criterion_id, changed.before.points.low, changed.after.points.low) == ("I2", "40", "0")
    unknown = fact_pb2.Fact(fact_id="status")
    opened = server.evaluations.SimulateEvaluation(Simulate(evaluation=stored[0].name, facts=[unknown])).difference
    assert opened.after.grade == ""
    same = server.evaluations.SimulateEvaluation(Simulate(evaluation=stored[0].name)).difference
    assert (same.before, list(same.criterion_differences)) == (same.after, [])
    assert pages(server) == before


def test_a_version_that_is_not_in_force_can_be_simulated(server: RunningServer, stored: list[Any]) -> None:
    request = request_for(small_subject())
    request.request_id = ""
    for baseline in (Simulate(evaluation=stored[0].name), Simulate(request=request)):
        baseline.scorecard_version = f"{VERSION}/2.0.0"
        difference = server.evaluations.SimulateEvaluation(baseline).difference
        assert (difference.before.grade, difference.after.grade) == ("gold", "gold")


def test_wrong_simulations_are_refused_by_field(server: RunningServer, stored: list[Any]) -> None:
    def violations(**fields: Any) -> set[str]:
        return set(refused(server.evaluations.SimulateEvaluation, Simulate(**fields)).violations)

    name = stored[0].name
    assert violations() == {"baseline"}
    assert violations(evaluation=name, scorecard_version=f"{VERSION}/x") == {"scorecard_version"}
    assert violations(evaluation=name, scorecard_version="scorecards/other/versions/1.0.0") == {"scorecard_version"}
    assert violations(evaluation=name, facts=[{"fact_id": "status"}, {"fact_id": "status"}]) == {"facts[status]"}
    assert violations(evaluation=name, facts=[{"fact_id": "statos"}], settings={"x": "y"}) == {"settings[x]"}
    assert violations(request={"subject": "x"}) >= {"request.subject", "request.scorecard", "request.as_of_date"}
    missing = refused(server.evaluations.SimulateEvaluation, Simulate(evaluation=f"{name[:-4]}0000"))
    assert missing.code is grpc.StatusCode.NOT_FOUND


def test_versions_are_exported_and_compared(server: RunningServer, gazette: Path) -> None:
    form = scorecard_service_pb2.ExportScorecardVersionRequest
    published = server.scorecards.ExportScorecardVersion(form(name=f"{VERSION}/1.0.0", form=form.FORM_PUBLISHED))
    (file,) = published.source_files
    assert (gazette / CARD / file.path).read_text(encoding="utf-8") == file.content
    wrong = refused(server.scorecards.ExportScorecardVersion, form(name="x", form=form.FORM_FEATURE))
    assert set(wrong.violations) == {"name", "language_code"}
    both = form(name=f"{VERSION}/1.0.0", form=form.FORM_PUBLISHED, language_code="en")
    assert set(refused(server.scorecards.ExportScorecardVersion, both).violations) == {"language_code"}
    request = scorecard_service_pb2.DiffScorecardVersionsRequest(
        name=f"{VERSION}/2.0.0", base_name=f"{VERSION}/1.0.0", language_code="zh"
    )
    answer = server.scorecards.DiffScorecardVersions(request)
    assert [change.path for change in answer.changes] == ["card.first_date", "card.last_date"]
    assert answer.changes[0].text == "评分卡, 起始日由2025-01-01改为2027-01-01"
    request.base_name = "scorecards/other/versions/1.0.0"
    request.language_code = "fr"
    assert set(refused(server.scorecards.DiffScorecardVersions, request).violations) == {"base_name", "language_code"}


def test_the_input_schema_of_a_version_is_returned(server: RunningServer, gazette: Path) -> None:
    form = scorecard_service_pb2.GetInputSchemaRequest
    answer = server.scorecards.GetInputSchema(form(name=f"{VERSION}/1.0.0/inputSchema"))
    schema = json.loads(answer.json_schema)
    version = Gazette(gazette).version(CARD, "1.0.0")
    assert answer.name == f"{version.name}/inputSchema"
    assert schema["$id"].endswith(f":versions:1.0.0:dossier:{version.rule_digest}")
    facts = schema["properties"]["facts"]["anyOf"][0]["properties"]
    assert list(facts) == [fact.id for fact in version.scorecard.facts]
    for wrong in (f"{VERSION}/1.0.0", "inputSchema", ""):
        assert set(refused(server.scorecards.GetInputSchema, form(name=wrong)).violations) == {"name"}
    missing = refused(server.scorecards.GetInputSchema, form(name=f"{VERSION}/9.9.9/inputSchema"))
    assert missing.code is grpc.StatusCode.NOT_FOUND


def test_the_rules_of_a_version_are_listed_page_by_page_with_their_bases(server: RunningServer, gazette: Path) -> None:
    scorecard = Gazette(gazette).version(CARD, "1.0.0").scorecard
    asked = scorecard_service_pb2.ListScorecardRulesRequest(
        parent=f"{VERSION}/1.0.0", language_code="en", page_size=2
    )  # fmt: skip
    first = server.scorecards.ListScorecardRules(asked)
    assert [basis.basis.basis_id for basis in first.bases] == [basis.id for basis in scorecard.bases]
    rules = list(first.scorecard_rules)
    asked.page_token = first.next_page_token
    while asked.page_token:
        page = server.scorecards.ListScorecardRules(asked)
        assert len(page.scorecard_rules) <= 2
        assert not page.bases
        rules += page.scorecard_rules
        asked.page_token = page.next_page_token
    paths = [rule.path for rule in rules]
    assert len(set(paths)) == len(paths)
    assert {f"gates[{gate.id}]" for gate in scorecard.gates} <= set(paths)
    assert {f"facts[{fact.id}]" for fact in scorecard.facts} <= set(paths)
    certainties = {basis.id: basis.certainty for basis in scorecard.bases}
    for rule in rules:
        weakest = [certainties[id].name for id in rule.basis_ids]
        assert bool(rule.certainty) == bool(weakest)
        if weakest:
            assert types_pb2.Certainty.Name(rule.certainty).removeprefix("CERTAINTY_") in weakest
        assert set(rule.fact_ids) <= {fact.id for fact in scorecard.facts}
        assert set(rule.rule_paths) <= set(paths)
    asked.part = "gates"
    only = server.scorecards.ListScorecardRules(asked).scorecard_rules
    assert {rule.part for rule in only} == {"gates"}
    wrong = refused(server.scorecards.ListScorecardRules, scorecard_service_pb2.ListScorecardRulesRequest(part="gate"))
    assert set(wrong.violations) == {"parent", "language_code"}
    asked.part = "gate"
    assert (
        "The version has no rules for the part '"
        in refused(server.scorecards.ListScorecardRules, asked).violations["part"]
    )


def test_an_evaluation_is_explained_in_both_languages(server: RunningServer, stored: list[Any]) -> None:
    explain = evaluation_service_pb2.ExplainEvaluationRequest
    silver, failed = stored[1], stored[6]
    english = server.evaluations.ExplainEvaluation(explain(name=silver.name, language_code="en"))
    chinese = server.evaluations.ExplainEvaluation(explain(name=silver.name, language_code="zh"))
    assert [item.topic for item in english.statements] == [item.topic for item in chinese.statements]
    assert {item.topic for item in english.statements} >= {
        evaluation_service_pb2.Statement.TOPIC_CONCLUSION, evaluation_service_pb2.Statement.TOPIC_LOSS,
    }  # fmt: skip
    (way,) = english.ways_up
    assert (way.fact_id, way.required_value.choice, way.resulting_grade) == ("status", "closed", "gold")
    statements = server.evaluations.ExplainEvaluation(
        explain(name=failed.name, language_code="en", criterion_id="G1")
    ).statements
    assert {item.criterion_id for item in statements} == {"G1"}
    assert statements[0].bases[0].instrument == "GB/T 1"
    wrong = refused(server.evaluations.ExplainEvaluation, explain(name=silver.name, criterion_id="G9"))
    assert set(wrong.violations) == {"language_code", "criterion_id"}
    missing = explain(name=f"{silver.name[:-4]}0000", language_code="en")
    assert refused(server.evaluations.ExplainEvaluation, missing).code is grpc.StatusCode.NOT_FOUND
