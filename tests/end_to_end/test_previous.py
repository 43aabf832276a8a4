"""Facts from earlier evaluations of a subject: read from the store within one organisation, and verified."""

import json
import shutil
import uuid
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import grpc
import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from service.gazette.publication import write_version
from tests.end_to_end.trails import CHECKS, PASSED, verify
from tests.support.calling import refused, request_for
from tests.support.commands import answered
from tests.support.running import RunningServer
from tests.support.surplus import surplus, tonnes, year
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2

CHECKOUT = Path(__file__).resolve().parents[2]
ACCOUNT = "cn-ets-power-account"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder, version = tmp_path_factory.mktemp("previous"), surplus()
    write_version(folder / "gazette", version.scorecard, version.sources, publish_time=version.publish_time)
    shutil.copytree(CHECKOUT / "scorecards" / ACCOUNT, folder / "gazette" / ACCOUNT)
    with RunningServer(folder, folder / "gazette") as running:
        yield running


def request(subject: Subject, organization: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    asked = subject.model_copy(update={"known": "", "subject": f"organizations/{organization}/subjects/plant"})
    made = request_for(asked, scorecard="scorecards/surplus-account")
    made.request_id = str(uuid.uuid4())
    return made


def evaluate(server: RunningServer, subject: Subject, organization: str) -> evaluation_pb2.Evaluation:
    answer: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request(subject, organization))
    return answer


def previous(evaluation: evaluation_pb2.Evaluation, fact: str = "brought") -> fact_pb2.PreviousValue:
    return next(one.fact.previous for one in evaluation.record.facts if one.fact.fact_id == fact)


def remaining_range(evaluation: evaluation_pb2.Evaluation) -> tuple[str, str]:
    (result,) = evaluation.record.results
    return result.figure.exact.low, result.figure.exact.high


@pytest.mark.full
def test_five_years_are_read_from_the_store_and_verified(server: RunningServer) -> None:
    years = [evaluate(server, year(2021, stated=tonnes(3)), "chain")]
    years += [evaluate(server, year(number), "chain") for number in range(2022, 2026)]
    assert [remaining_range(one)[0] for one in years] == ["13", "23", "33", "43", "53"]
    for before, evaluation in pairwise(years):
        previous_value = previous(evaluation)
        assert (previous_value.evaluation, previous_value.record_digest) == (before.name, before.record_digest)
        assert (previous_value.candidate_count, previous_value.value.number) == (1, remaining_range(before)[0])
    stored = verify(server, name=years[-1].name)
    assert stored.result == PASSED
    assert [check.check for check in stored.checks] == list(range(1, 11))
    assert verify(server, evaluation=years[-1]).result == PASSED


@pytest.mark.full
def test_earlier_results_of_another_organisation_are_not_used(server: RunningServer) -> None:
    evaluate(server, year(2023, stated=tonnes(3)), "one-body")
    other = evaluate(server, year(2024), "other-body")
    assert not previous(other).record_digest
    (open_,) = [one for one in other.record.facts if one.fact.fact_id == "brought"]
    assert open_.unknown_reason == fact_pb2.UNKNOWN_REASON_PREVIOUS_MISSING
    assert remaining_range(other) == ("10", "")
    (waiting,) = [one for one in other.open_answers if "brought" in one.fact_ids]
    assert waiting.answer_id == "over"


def test_the_latest_earlier_evaluation_is_used_and_a_later_as_of_date_is_ignored(server: RunningServer) -> None:
    evaluate(server, year(2023, stated=tonnes(3)), "twice")
    second = evaluate(server, year(2023, 110, stated=tonnes(3)), "twice")
    later = year(2023, 500, stated=tonnes(3)).model_copy(update={"as_of": "2026-01-01"})
    evaluate(server, later, "twice")
    previous_value = previous(evaluate(server, year(2024), "twice"))
    assert (previous_value.evaluation, previous_value.candidate_count) == (second.name, 2)


def test_a_repeated_request_has_the_same_answer_whatever_was_stored_since(server: RunningServer) -> None:
    asked = request(year(2024), "again")
    first = server.evaluations.EvaluateSubject(asked)
    evaluate(server, year(2023, stated=tonnes(3)), "again")
    assert server.evaluations.EvaluateSubject(asked) == first


def test_a_stated_value_that_differs_from_the_earlier_result_is_reported(server: RunningServer) -> None:
    evaluate(server, year(2023, stated=tonnes(3)), "stated")
    evaluation = evaluate(server, year(2024, stated=tonnes(99)), "stated")
    assert remaining_range(evaluation) == ("23", "23")
    assert "brought.STATED_OTHERWISE" in {found.finding_id for found in evaluation.record.findings}


def test_a_caller_cannot_supply_an_earlier_result_as_a_fact(server: RunningServer) -> None:
    asked = request(year(2024), "forged")
    asked.facts.add(fact_id="brought").previous.record_digest = "0" * 64
    error = refused(server.evaluations.EvaluateSubject, asked)
    assert error.code is grpc.StatusCode.INVALID_ARGUMENT
    assert (
        "The service looks up the values of earlier evaluations itself" in error.violations["facts[brought].previous"]
    )
    alone = year(2024).model_copy(
        update={"facts": (*year(2024).facts, DeclaredFact(id="short", value=DeclaredValue(flag=True)))}
    )
    error = refused(server.evaluations.EvaluateSubject, request(alone, "forged"))
    assert "reads its value from an earlier evaluation of the subject" in error.violations["facts[short].value"]


def test_an_exported_evaluation_is_verified_with_exported_earlier_evaluations(server: RunningServer) -> None:
    before = evaluate(server, year(2023, stated=tonnes(3)), "export")
    evaluation = evaluate(server, year(2024), "export")
    evaluation.ClearField("name")
    before.ClearField("name")
    assert checks(server, evaluation, [before])[CHECKS.CHECK_PREVIOUS] == PASSED


def test_malformed_earlier_evaluations_are_refused_as_invalid_arguments(server: RunningServer) -> None:
    before = evaluate(server, year(2023, stated=tonnes(3)), "spoilt")
    evaluation = evaluate(server, year(2024), "spoilt")
    texts = ("", '{"a": 1', "null", before.record_json.replace('"head"', '"heap"'), before.record_json[:-2])
    earlier_evaluations = [before, *(evaluation_pb2.Evaluation(name=before.name, record_json=text) for text in texts)]
    asked = evaluation_service_pb2.VerifyEvaluationTrailRequest(previous_evaluations=earlier_evaluations)
    for target in ({"evaluation": evaluation}, {"name": evaluation.name}):
        asked.MergeFrom(evaluation_service_pb2.VerifyEvaluationTrailRequest(**target))
        error = refused(server.evaluations.VerifyEvaluationTrail, asked)
        assert error.code is grpc.StatusCode.INVALID_ARGUMENT
        assert list(error.violations) == [f"previous_evaluations[{place}].record_json" for place in range(1, 6)]
        assert "is not valid JSON" in error.violations["previous_evaluations[2].record_json"]


def checks(
    server: RunningServer, evaluation: evaluation_pb2.Evaluation, earlier_evaluations: list[evaluation_pb2.Evaluation]
) -> dict[int, int]:
    answer = verify(server, evaluation=evaluation, previous_evaluations=earlier_evaluations)
    return {check.check: check.result for check in answer.checks}


def test_each_year_of_an_account_in_a_batch_continues_from_the_previous_year(
    server: RunningServer, tmp_path: Path
) -> None:
    output = answered(
        "batch", "evaluate", ACCOUNT, CHECKOUT / "examples" / "cn-ets" / "account-years.yaml", "--as-of", "2026-11-20",
        "--server", server.address, "--out", tmp_path / "years",
    )  # fmt: skip
    assert "3  computed; every result is known" in output
    files = [tmp_path / "years" / f"example.power-north.{one}.json" for one in (2024, 2025, 2026)]
    years = [json.loads(file.read_text("utf-8")) for file in files]
    figures = [
        {one["resultId"]: one["figure"]["rounded"]["low"] for one in each["record"]["results"]} for each in years
    ]
    assert figures == [
        {"holds": "400000", "sold": "180000", "carries": "400000"},
        {"holds": "300000", "sold": "225000", "carries": "300000"},
        {"holds": "250000", "sold": "0", "carries": "250000"},
    ]
    for before, evaluation in pairwise(years):
        previous_values = [
            fact["fact"]["previous"] for fact in evaluation["record"]["facts"] if "previous" in fact["fact"]
        ]
        assert {each["evaluation"] for each in previous_values} == {before["name"]}
        assert verify(server, name=evaluation["name"]).result == PASSED
