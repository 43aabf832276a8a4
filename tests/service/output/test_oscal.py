"""OSCAL assessment results: contents, references, validity by NIST's schema, reproducible bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema_rs import Draft7Validator

from service.cli.verify import read_evaluation
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.output.oscal.document import VERSION, assessment_results, oscal_token
from service.output.verified_evaluations import VerifiedEvaluation, verified
from tests.support.commands import answered, touchstone
from tests.support.outside import named_file
from touchstone.v1 import evaluation_pb2

DAY = ("--as-of", "2026-03-01")
WORKED = Path("examples/worked-factory.yaml")


def evaluated(folder: Path, card: str, dossier: Path) -> Path:
    out = folder / f"{dossier.stem}.json"
    answered("evaluate", card, dossier, *DAY, "--format", "json", "--out", out)
    return out


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Results with evidence, a failed gate, and verdicts."""
    folder = tmp_path_factory.mktemp("oscal")
    failing = folder / "failing.yaml"
    lawful = "legally_established: {value: yes"
    failing.write_text(WORKED.read_text("utf-8").replace(lawful, lawful.replace("yes", "no")), encoding="utf-8")
    return {
        "worked": evaluated(folder, "zero-carbon-factory", WORKED),
        "failing": evaluated(folder, "zero-carbon-factory", failing),
        "public": evaluated(folder, "zero-carbon-factory", Path("examples/astronergy-yancheng.yaml")),
        "claim": evaluated(folder, "carbon-neutral-product", Path("examples/carbon-neutral-bottle.yaml")),
    }


@pytest.fixture(scope="module")
def failing(results: dict[str, Path]) -> VerifiedEvaluation:
    return verified(read_evaluation(results["failing"]), Gazette(PUBLISHED))


def written(verified: VerifiedEvaluation, language: str = "en", **changes: Any) -> Any:
    evaluation = evaluation_pb2.Evaluation()
    evaluation.CopyFrom(verified.evaluation)
    evaluation.archive_findings.extend(changes.pop("archive_findings", ()))
    return assessment_results(verified.record, verified.version, language, evaluation=evaluation, **changes)


def all_of(document: Any, key: str) -> list[Any]:
    if isinstance(document, dict):
        own = [value for name, value in document.items() if name == key]
        return own + [one for value in document.values() for one in all_of(value, key)]
    return [one for each in document for one in all_of(each, key)] if isinstance(document, list) else []


@pytest.mark.full
def test_all_is_written_and_every_reference_leads_somewhere(results: dict[str, Path]) -> None:
    for path in results.values():
        document = json.loads(answered("report", "--as", "oscal", path))
        (result,) = document["assessment-results"]["results"]
        made = all_of(document, "uuid")
        assert len(made) == len(set(made))
        assert {UUID(one).version for one in made} == {5}
        named = [
            *all_of(document, "observation-uuid"),
            *all_of(document, "risk-uuid"),
            *all_of(document, "subject-uuid"),
        ]
        links = [href[1:] for href in all_of(document, "href") if href.startswith("#")]
        assert {*named, *links} <= set(made)
        assert result["observations"]
        assert document["assessment-results"]["metadata"]["oscal-version"] == VERSION


@pytest.mark.full
def test_the_same_evaluation_yields_the_same_bytes(results: dict[str, Path], tmp_path: Path) -> None:
    for name in ("one", "two"):
        answered("report", "--as", "oscal", results["worked"], "--out", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_software_versions_are_sorted_by_name(failing: VerifiedEvaluation) -> None:
    """Protobuf leaves the order of a map open, and another process may see another."""
    stated = written(failing)["assessment-results"]["metadata"]["props"]
    names = [one["name"] for one in stated if one["name"] != "language"]
    assert names == sorted(names)
    assert len(names) == len(failing.evaluation.software_versions)


def test_a_failed_gate_is_a_finding_and_an_open_risk(failing: VerifiedEvaluation) -> None:
    (result,) = written(failing)["assessment-results"]["results"]
    (finding,) = [one for one in result["findings"] if one["title"] == "G1"]
    assert finding["target"]["status"] == {"state": "not-satisfied", "reason": "fail"}
    (risk,) = result["risks"]
    assert (risk["uuid"], risk["status"]) == (finding["related-risks"][0]["risk-uuid"], "open")
    assert "legally established" in risk["statement"]
    (other,) = [one for one in result["findings"] if one["title"] == "G2"]
    assert other["target"]["status"] == {"state": "satisfied", "reason": "pass"}
    assert "不" in written(failing, "zh")["assessment-results"]["results"][0]["risks"][0]["description"]


def test_a_double_use_is_the_first_risk(failing: VerifiedEvaluation) -> None:
    used = evaluation_pb2.Finding(
        finding_id="ARCHIVE.OTHER_SUBJECT",
        severity=evaluation_pb2.Finding.SEVERITY_MAJOR,
        place="facts[credits].A-1",
        subjects=["organizations/example/subjects/other"],
    )
    (result,) = written(failing, archive_findings=[used])["assessment-results"]["results"]
    assert result["risks"][0]["title"] == "ARCHIVE.OTHER_SUBJECT"
    assert "other" in result["risks"][0]["statement"]


def test_evidence_is_linked_by_its_digest_and_a_false_bundle_is_refused(
    results: dict[str, Path], tmp_path: Path
) -> None:
    document = json.loads(answered("report", "--as", "oscal", results["public"]))
    exported = json.loads(results["public"].read_text("utf-8"))
    digests = {one["digest"] for one in exported["record"]["evidence"] if "digest" in one}
    assert digests | {exported["recordDigest"]} <= {one["value"] for one in all_of(document, "hashes") for one in one}
    other = tmp_path / "bundle.json"
    other.write_text("{}", encoding="utf-8")
    refused = touchstone("report", "--as", "oscal", results["worked"], "--bundle", other)
    assert (refused.exit_code, "The file is not a proof bundle" in refused.stderr) == (2, True)


def test_ids_are_converted_to_valid_tokens() -> None:
    assert [oscal_token(one) for one in ("G1", "1.2 a", "M.POWER", "门")] == ["G1", "_1.2_a", "M.POWER", "_"]


def test_the_output_is_valid_under_the_published_schema(results: dict[str, Path]) -> None:
    schema = named_file("TOUCHSTONE_OSCAL_SCHEMA", "oscal_assessment-results_schema.json of NIST")
    validator = Draft7Validator(json.loads(schema.read_text("utf-8")))
    for path in results.values():
        for language in ("en", "zh"):
            document = json.loads(answered("report", "--as", "oscal", path, "--language", language))
            assert [error.message for error in validator.iter_errors(document)] == []
            document["assessment-results"]["results"][0]["observations"][0].pop("uuid")
            assert not validator.is_valid(document)
