"""Validate-only evaluation, explanation and simulation: nothing stored, on a server and in process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.output.terminal.output import RemoteError
from service.serving.transport import stubs
from tests.support.calling import request_for
from tests.support.running import ROOT, RunningServer
from tests.support.surplus import surplus, tonnes, year
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, scorecard_pb2

EVALUATIONS = "evaluation_service.EvaluationService"
PASSED = evaluation_service_pb2.TrailCheck.RESULT_PASSED
Ask = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, version = tmp_path_factory.mktemp("unstored"), surplus()
    write_version(folder / "gazette", version.scorecard, version.sources, publish_time=version.publish_time)
    return folder


@pytest.fixture(scope="module", params=["by a server", "in process"])
def ask(request: pytest.FixtureRequest, folder: Path) -> Iterator[Ask]:
    if request.param == "in process":
        with stubs(None, gazette=Gazette(folder / "gazette")) as stub_of:
            yield lambda method, asked: getattr(stub_of(EVALUATIONS), method)(asked)
        return
    with RunningServer(folder, folder / "gazette") as server, stubs(server.address, gazette=Gazette(folder)) as stub_of:
        yield lambda method, asked: getattr(stub_of(EVALUATIONS), method)(asked)


def asked(number: int, *, stated: Any = None, **fields: Any) -> evaluation_service_pb2.EvaluateSubjectRequest:
    subject = year(number, stated=stated) if stated is not None else year(number)
    made = request_for(subject.model_copy(update={"known": ""}), scorecard="scorecards/surplus-account")
    made.request_id = ""
    made.validate_only = True
    made.MergeFrom(evaluation_service_pb2.EvaluateSubjectRequest(**fields))
    return made


def remaining_amount(evaluation: evaluation_pb2.Evaluation) -> str:
    (result,) = evaluation.record.results
    return result.figure.exact.low


@pytest.mark.full(sample=5)
def test_the_answer_has_no_name_and_verifies(ask: Ask) -> None:
    evaluation = ask("EvaluateSubject", asked(2021, stated=tonnes(3)))
    field_names = {field.name for field, _ in evaluation.ListFields()}
    assert not field_names.intersection(("name", "request_id", "create_time", "principal"))
    assert remaining_amount(evaluation) == "13"
    checked = ask("VerifyEvaluationTrail", evaluation_service_pb2.VerifyEvaluationTrailRequest(evaluation=evaluation))
    assert checked.result == PASSED


def test_facts_are_read_from_an_earlier_evaluation_in_the_request(ask: Ask) -> None:
    before = ask("EvaluateSubject", asked(2023, stated=tonnes(3)))
    assert remaining_amount(ask("EvaluateSubject", asked(2024, previous_evaluations=[before]))) == "23"


def test_an_unrelated_or_altered_earlier_evaluation_is_refused_by_its_field(ask: Ask) -> None:
    before = ask("EvaluateSubject", asked(2023, stated=tonnes(3)))
    with pytest.raises(RemoteError) as other:
        ask("EvaluateSubject", asked(2023, previous_evaluations=[before]))
    assert [one.field for one in other.value.violations()] == ["previous_evaluations"]
    before.record_digest = "0" * 64
    with pytest.raises(RemoteError) as changed:
        ask("EvaluateSubject", asked(2024, previous_evaluations=[before], previous_bundles=[b"{}"]))
    assert [one.field for one in changed.value.violations()] == ["previous_bundles[0]"]


@pytest.mark.full(sample=5)
def test_an_exported_evaluation_is_explained_and_tried(ask: Ask) -> None:
    evaluation = ask("EvaluateSubject", asked(2021, stated=tonnes(3)))
    explain = evaluation_service_pb2.ExplainEvaluationRequest(evaluation=evaluation, language_code="en")
    assert ask("ExplainEvaluation", explain).statements
    same = evaluation_service_pb2.SimulateEvaluationRequest(exported=evaluation)
    assert not ask("SimulateEvaluation", same).difference.figure_differences


def test_an_evaluation_that_fails_verification_is_neither_explained_nor_simulated(ask: Ask) -> None:
    evaluation = ask("EvaluateSubject", asked(2021, stated=tonnes(3)))
    evaluation.record_json = evaluation.record_json.replace('"3"', '"4"')
    for method, request in (
        (
            "ExplainEvaluation",
            evaluation_service_pb2.ExplainEvaluationRequest(evaluation=evaluation, language_code="en"),
        ),
        ("SimulateEvaluation", evaluation_service_pb2.SimulateEvaluationRequest(exported=evaluation)),
    ):
        with pytest.raises(RemoteError, match="check 1 failed"):
            ask(method, request)


@pytest.fixture(scope="module")
def draft() -> evaluation_service_pb2.ScorecardDraft:
    folder = ROOT / "features" / "zero-carbon-factory"
    files = [
        scorecard_pb2.SourceFile(path=file.name, content=file.read_text("utf-8"))
        for file in sorted(folder.glob("*.en.feature"))
    ]
    return evaluation_service_pb2.ScorecardDraft(source_files=files)


@pytest.mark.full
def test_a_draft_can_replace_a_published_scorecard_but_not_accompany_it(
    ask: Ask, draft: evaluation_service_pb2.ScorecardDraft
) -> None:
    request = evaluation_service_pb2.EvaluateSubjectRequest(
        subject="organizations/a/subjects/b", as_of_date="2026-11-20", validate_only=True, scorecard_draft=draft
    )
    evaluation = ask("EvaluateSubject", request)
    assert evaluation.record.scorecard_version.startswith("scorecards/zero-carbon-factory/versions/")
    request.scorecard = "scorecards/surplus-account"
    with pytest.raises(RemoteError) as refused:
        ask("EvaluateSubject", request)
    assert [one.field for one in refused.value.violations()] == ["scorecard"]
    del request.scorecard_draft.source_files[1:]
    request.scorecard = ""
    with pytest.raises(RemoteError) as broken:
        ask("EvaluateSubject", request)
    assert all(one.field.startswith("scorecard_draft.source_files[") for one in broken.value.violations())


@pytest.mark.full
def test_validate_only_evaluations_are_not_stored(folder: Path) -> None:
    with RunningServer(folder, folder / "gazette") as server:
        server.evaluations.EvaluateSubject(asked(2021, stated=tonnes(3)))
        parent = "/".join(asked(2021).subject.split("/")[:2])
        listed = server.evaluations.ListEvaluations(evaluation_service_pb2.ListEvaluationsRequest(parent=parent))
        assert not listed.evaluations


def test_bundles_of_earlier_results_are_refused_without_validate_only(folder: Path) -> None:
    with RunningServer(folder, folder / "gazette") as server, stubs(server.address, gazette=Gazette(folder)) as stub_of:
        request = asked(2024, previous_bundles=[b"{}"])
        request.validate_only = False
        request.request_id = "7b0f1f9e-6f0a-4f0e-9a53-0f6f6f6f6f6f"
        with pytest.raises(RemoteError) as refused:
            stub_of(EVALUATIONS).EvaluateSubject(request)
        assert [one.field for one in refused.value.violations()] == ["previous_bundles"]
