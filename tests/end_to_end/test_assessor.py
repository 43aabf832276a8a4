"""Working day of an assessor with command line and server: score, explain, report, correct, compare."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf import json_format

from tests.support.commands import answered, touchstone
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

CARD = "zero-carbon-factory"
WORKED = ROOT / "examples" / "worked-factory.yaml"
DECLARED = "  scope_1: {value: 1200 tCO2e, evidence: [ver-2024]}\n"
CORRECTED = """  scope_1:
    {value: 1200 tCO2e, evidence: [ver-2024],
     verification: {judgement: corrected, value: 1500 tCO2e, method: site visit,
                    reason: the boiler of the old hall was left out, person: users/lead-auditor, date: 2025-03-01}}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with RunningServer(tmp_path_factory.mktemp("assessor"), ROOT / "scorecards") as server:
        yield server.address


@pytest.fixture(scope="module")
def stored(address: str) -> evaluation_pb2.Evaluation:
    return scored(WORKED, address)


def scored(dossier: Path, address: str) -> evaluation_pb2.Evaluation:
    output = answered("evaluate", CARD, dossier, "--as-of", "2026-11-20", "--server", address, "--format", "json")
    return json_format.Parse(output, evaluation_pb2.Evaluation())


def explained(name: str, address: str, language: str) -> evaluation_service_pb2.ExplainEvaluationResponse:
    output = answered("explain", name, "--server", address, "--language", language, "--format", "json")
    return json_format.Parse(output, evaluation_service_pb2.ExplainEvaluationResponse())


@pytest.mark.full
@pytest.mark.parametrize("name", [CARD, f"{CARD}@1.0.0"])
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_a_version_that_only_the_server_has_is_evaluated(
    address: str, tmp_path: Path, name: str, full: tuple[str, ...]
) -> None:
    options = (WORKED, "--as-of", "2026-11-20", "--server", address, "--unstored", *full)
    fetched, local = (
        answered("evaluate", name, *options, "--gazette", folder).partition("Trail digest")[0]
        for folder in (tmp_path, ROOT / "scorecards")
    )
    assert fetched == local
    assert not list(tmp_path.iterdir())


@pytest.mark.full
def test_a_version_that_only_the_server_has_needs_its_tables_in_the_gazette(address: str, tmp_path: Path) -> None:
    power = ROOT / "examples" / "cn-ets" / "power-2024.yaml"
    options = ("cn-ets-power", power, "--as-of", "2026-03-01", "--server", address, "--unstored")
    refused = touchstone("evaluate", *options, "--gazette", tmp_path)
    assert refused.exit_code == 2, refused.stdout
    assert "--gazette" in refused.stderr
    assert "scorecards/cn-ets-power/versions/1.0.0 looks up the reference table" in refused.stderr
    assert str(tmp_path) in refused.stderr
    shutil.copytree(ROOT / "scorecards" / "tables", tmp_path / "tables")
    fetched = answered("evaluate", *options, "--gazette", tmp_path)
    assert fetched == answered("evaluate", *options)


@pytest.mark.full
def test_both_languages_explain_the_same_sentence_by_sentence(stored: evaluation_pb2.Evaluation, address: str) -> None:
    english, chinese = (explained(stored.name, address, language) for language in ("en", "zh"))
    assert len(english.statements) == len(chinese.statements) > 40
    for statement, other in zip(english.statements, chinese.statements, strict=True):
        assert statement.topic == other.topic
        assert statement.criterion_id == other.criterion_id
        assert list(statement.fact_ids) == list(other.fact_ids)
        assert list(statement.evidence_ids) == list(other.evidence_ids)
        assert list(statement.bases) == list(other.bases)
        assert re.search("[一-鿿]", other.text), other.text
        assert statement.text != other.text
    assert list(english.ways_up) == list(chinese.ways_up)
    lost = [one for one in english.statements if one.topic == evaluation_service_pb2.Statement.TOPIC_LOSS]
    assert {one.criterion_id for one in lost} == {
        reason.criterion_id for reason in stored.record.reasons if reason.HasField("points_lost")
    }
    for statement in lost:
        assert statement.bases
        assert statement.fact_ids
        assert statement.evidence_ids
    ways = [one for one in english.statements if one.topic == evaluation_service_pb2.Statement.TOPIC_WAY]
    assert not english.ways_up, "on that date nothing can be done any more for the claim year"
    assert english.closed_period.period.last_date == "2024-12-31"
    assert english.closed_period.following_period.first_date == "2026-01-01"
    closed = next(place for place, one in enumerate(ways) if list(one.fact_ids) == [english.closed_period.fact_id])
    assert [list(one.fact_ids) for one in ways[closed + 1 :]] == [[way.fact_id] for way in english.following_ways_up]


@pytest.mark.full
def test_the_printed_explanation_contains_every_sentence(stored: evaluation_pb2.Evaluation, address: str) -> None:
    for language, basis in (("en", " Basis: "), ("zh", "依据：")):
        text = answered("explain", stored.name, "--server", address, "--language", language)
        for statement in explained(stored.name, address, language).statements:
            sentence = statement.text if statement.topic == evaluation_service_pb2.Statement.TOPIC_STANDING else (
                statement.text.split(basis)[0]
            )  # fmt: skip
            assert sentence in text


@pytest.mark.full
def test_the_report_contains_the_improvement_options(
    stored: evaluation_pb2.Evaluation, address: str, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    answered("report", stored.name, "--server", address, "--out", page)
    text = page.read_text(encoding="utf-8")
    assert stored.name in text
    for way in (
        one.text.split(" Evidence: ")[0]
        for one in explained(stored.name, address, "en").statements
        if one.topic == evaluation_service_pb2.Statement.TOPIC_WAY and not one.criterion_id
    ):
        assert way in text


@pytest.mark.full
def test_a_correction_changes_the_result_as_its_simulation_predicted(
    stored: evaluation_pb2.Evaluation, address: str, tmp_path: Path
) -> None:
    correction, dossier = tmp_path / "correction.yaml", tmp_path / "corrected.yaml"
    correction.write_text(f"facts:\n{CORRECTED}", encoding="utf-8")
    output = answered("simulate", stored.name, "--facts", correction, "--server", address)
    assert "\n  F1 Offset ratio: 4.00 of 8.00 points → 3." in output
    listed = json.loads(
        answered("evaluation", "list", "organizations/example", "--server", address, "--format", "json")
    )
    assert [item["name"] for item in listed["evaluations"]] == [stored.name], "a simulation is stored nowhere"

    tried = json_format.Parse(
        answered("simulate", stored.name, "--facts", correction, "--server", address, "--format", "json"),
        evaluation_service_pb2.SimulateEvaluationResponse(),
    ).difference
    worked = WORKED.read_text(encoding="utf-8")
    assert DECLARED in worked
    dossier.write_text(worked.replace(DECLARED, CORRECTED), encoding="utf-8")
    second = scored(dossier, address)
    assert second.name != stored.name
    assert second.record.conclusion == tried.after
    assert stored.record.conclusion == tried.before
    assert second.record.conclusion.grade != stored.record.conclusion.grade
    before, after = (
        {one.criterion_id: one for one in evaluation.record.criterion_results} for evaluation in (stored, second)
    )
    moved = [name for name in after if after[name].points != before[name].points]
    assert moved == [one.criterion_id for one in tried.criterion_differences] == ["F1", "F3"]
    (fact,) = [one.fact for one in second.record.facts if one.fact.fact_id == "scope_1"]
    assert fact.verification.reason == "the boiler of the old hall was left out"

    explanation = answered("explain", second.name, "--server", address)
    assert "  F1 Offset ratio: offset ratio (" in explanation
    assert "With the declared values only:" in explanation
    page = tmp_path / "second.html"
    answered("report", second.name, "--server", address, "--out", page)
    assert "the boiler of the old hall was left out" in page.read_text(encoding="utf-8")
    taken_back = answered("simulate", second.name, "--server", address, "--fact", "scope_1=1200 tCO2e")
    assert "\nAfter (1.0.0): Graded\n  Grade: three stars\n" in taken_back
