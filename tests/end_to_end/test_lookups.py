"""A card that looks values up is published, evaluated, explained and verified, by a server and offline."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import grpc
import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from tests.support.calling import refused, request_for
from tests.support.commands import touchstone
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

CARD = "default-values"
CHECK = evaluation_service_pb2.TrailCheck
DOSSIER = """subject: organizations/importer/subjects/year-2026
facts:
  goods:
    - {line: L1, cn_code: "72083900", origin: BR, imported_on: 2026-05-10, net_mass: 1000 t}
    - {line: L2, cn_code: "72083900", origin: BR, imported_on: 2026-08-10, net_mass: 1 t}
"""


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    shutil.copytree(ROOT / "scorecards" / "tables", folder / "tables")
    card = ROOT / "tests" / "scorecards" / "default_values"
    published = touchstone("publish", card, "--reason", "for a test", "--gazette", folder)
    assert published.exit_code == 0, published.output
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), gazette) as running:
        yield running


def subject(day: str = "2026-05-10") -> Subject:
    good = {
        "line": DeclaredValue(text="L1"),
        "cn_code": DeclaredValue(text="72083900"),
        "origin": DeclaredValue(text="BR"),
        "imported_on": DeclaredValue(date=day),
        "net_mass": DeclaredValue(number="1000", unit="t"),
    }
    facts = (DeclaredFact(id="goods", value=DeclaredValue(records=(good,))),)
    return Subject(subject="organizations/importer/subjects/year", as_of="2026-11-20", known="", facts=facts)


def evaluated(server: RunningServer, day: str = "2026-05-10") -> evaluation_pb2.Evaluation:
    request = request_for(subject(day), scorecard=f"scorecards/{CARD}")
    return cast("evaluation_pb2.Evaluation", server.evaluations.EvaluateSubject(request))


def checks(server: RunningServer, name: str) -> dict[int, tuple[int, str]]:
    request = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=name)
    return {one.check: (one.result, one.message) for one in server.evaluations.VerifyEvaluationTrail(request).checks}


@pytest.mark.full
def test_an_evaluation_returns_its_tables_and_the_values_missing_in_them(server: RunningServer) -> None:
    evaluation = evaluated(server, "2026-08-10")
    record = evaluation.record
    used = {use.table_id: f"{use.name}@{use.edition}" for use in record.tables}
    assert used["mark_up"] == "cbam-mark-up@2025-12-31"
    assert all(len(use.digest) == 64 for use in record.tables)
    (missing,) = record.missing_values
    assert (missing.quantity_id, missing.record_key, missing.table_id) == ("price", "L1", "prices")
    assert dict(missing.keys) == {"quarter": "2026-Q3"}
    assert missing.reason == evaluation_pb2.MissingValue.REASON_NOT_COVERED
    figures = {one.result_id: one.figure.exact for one in record.results}
    assert (figures["certificates_due"].low, figures["certificates_due"].high) == ("446.25", "446.25")
    assert (figures["cost_due"].low, figures["cost_due"].high) == ("", "")
    assert any(table.startswith("cbam-default-values@") for table in record.standing.weakest_tables)
    assert {result for result, _ in checks(server, evaluation.name).values()} == {CHECK.RESULT_PASSED}


@pytest.mark.full
def test_the_steps_of_a_list_contain_the_lookups(server: RunningServer) -> None:
    made = evaluated(server)
    steps = server.evaluations.ListTrailSteps(
        evaluation_service_pb2.ListTrailStepsRequest(parent=made.name, root_step_id="facts/goods/L1")
    ).trail_steps
    quantities = json.loads(steps[0].payload_json)["quantities"]
    assert quantities["see"]["value"] == {"low": "1.782", "high": "1.782"}
    assert quantities["default"]["lookup"]["tried"][-1]["row"][:2] == ["BR", "7208"]
    _, _, payload = json.loads(steps[0].found_json)
    assert payload["see"] == ["1.782"]
    assert payload["default"][1]["tried"][-1][4][:2] == ["BR", "7208"]


@pytest.mark.full
def test_a_table_that_has_gone_fails_the_verification_and_refuses_the_evaluation(tmp_path: Path, gazette: Path) -> None:
    folder = shutil.copytree(gazette, tmp_path / "gazette")
    (tmp_path / "server").mkdir()
    with RunningServer(tmp_path / "server", folder) as server:
        name = evaluated(server).name
        for path in (folder / "tables").glob("cbam-mark-up-*.json"):
            path.unlink()
        results = checks(server, name)
        assert results[5][0] == CHECK.RESULT_FAILED
        assert "cbam-mark-up@2025-12-31" in results[5][1]
        assert results[7][0] == CHECK.RESULT_FAILED
        request = request_for(subject("2026-05-11"), scorecard=f"scorecards/{CARD}")
        answer = refused(server.evaluations.EvaluateSubject, request)
        assert answer.code is grpc.StatusCode.FAILED_PRECONDITION
        assert "cbam-mark-up@2025-12-31 of the scorecard was not found" in answer.message


def test_the_command_line_does_the_same_without_a_server(tmp_path: Path, gazette: Path) -> None:
    dossier, kept = tmp_path / "dossier.yaml", tmp_path / "result.json"
    dossier.write_text(DOSSIER, encoding="utf-8")
    made = touchstone(
        "evaluate", CARD, dossier, "--as-of", "2026-11-20", "--format", "json", "--out", kept, "--gazette", gazette
    )
    assert made.exit_code == 0, made.output
    verified = touchstone("verify", kept, "--gazette", gazette)
    assert verified.exit_code == 0, verified.output
    assert "cbam-certificate-price@2026-07-06" in verified.output
    explained = touchstone("explain", kept, "--language", "zh", "--gazette", gazette)
    assert explained.exit_code == 0, explained.output
    assert "进口货物 L2 的价格待定" in explained.output
    shown = touchstone("evaluate", CARD, dossier, "--as-of", "2026-11-20", "--gazette", gazette)
    assert "price of goods imported L2 is undetermined" in shown.output
    page = tmp_path / "page.html"
    written = touchstone("report", kept, "--out", page, "--gazette", gazette)
    assert written.exit_code == 0, written.output
    assert "does not cover quarter 2026-Q3" in page.read_text(encoding="utf-8")


def test_a_draft_is_checked_against_the_tables_of_its_gazette(tmp_path: Path, gazette: Path) -> None:
    folder = ROOT / "tests" / "scorecards" / "precursors"
    assert touchstone("check", folder, "--gazette", gazette).exit_code == 0
    elsewhere = touchstone("check", folder, "--gazette", tmp_path)
    assert elsewhere.exit_code == 1
    assert "RL081: The published versions folder has no reference table 'cbam-default-values'" in elsewhere.output
