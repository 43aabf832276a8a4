"""Clients of two generators, made from the OpenAPI document: each reads a result, and an error with its field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.http.openapi import openapi
from service.serving.registry import SERVICES
from tests.support.outside import named_file, program
from tests.support.running import ROOT, RunningServer

pytestmark = pytest.mark.full

EXPECTED = [
    "scorecards/zero-carbon-factory",
    "3 INVALID_FIELDS asOfDate REQUIRED",
    "KIND_GATE_FAILED",
]
LINES_AS_BYTES = "post_hooks: []\ncontent_type_overrides:\n  application/x-ndjson: application/octet-stream\n"
"""openapi-python-client supports no lines of JSON."""

OPENAPI_PYTHON_CLIENT = """
import sys
from generated import Client
from generated.api.evaluation_service import evaluate_subject
from generated.api.scorecard_service import get_scorecard
from generated.models import (
    BadRequestDetail, ErrorInfoDetail, EvaluateSubjectBody, EvaluateSubjectRequestSettings, Fact, Status, Value,
)

client = Client(base_url=sys.argv[1])
print(get_scorecard.sync("zero-carbon-factory", client=client).name)
facts = [Fact(fact_id="penalties", value=Value(number="1", unit="time"))]
settings = EvaluateSubjectRequestSettings.from_dict({"reading": "cascade"})
body = EvaluateSubjectBody("", "scorecards/zero-carbon-factory", settings=settings, facts=facts, validate_only=True)
refused = evaluate_subject.sync("example", "factory-7", client=client, body=body)
assert isinstance(refused, Status)
(reason,) = (detail.reason for detail in refused.details if isinstance(detail, ErrorInfoDetail))
(wrong,) = (detail for detail in refused.details if isinstance(detail, BadRequestDetail))
print(refused.code, reason, wrong.field_violations[0].field, wrong.field_violations[0].reason)
body.as_of_date = "2026-11-20"
print(evaluate_subject.sync("example", "factory-7", client=client, body=body).record.conclusion.kind)
"""
OPENAPI_GENERATOR = """
import sys
from openapi_client import (
    ApiClient, ApiException, BadRequestDetail, Configuration, ErrorInfoDetail, EvaluateSubjectRequest,
    EvaluationServiceApi, Fact, ScorecardServiceApi, Value,
)

client = ApiClient(Configuration(host=sys.argv[1]))
print(ScorecardServiceApi(client).get_scorecard("zero-carbon-factory").name)
body = EvaluateSubjectRequest(
    asOfDate="", scorecard="scorecards/zero-carbon-factory", settings={"reading": "cascade"}, validateOnly=True,
    facts=[Fact(factId="penalties", value=Value(number="1", unit="time"))],
)
try:
    EvaluationServiceApi(client).evaluate_subject("example", "factory-7", body)
except ApiException as refused:
    details = [detail.actual_instance for detail in refused.data.details]
    (reason,) = (detail.reason for detail in details if isinstance(detail, ErrorInfoDetail))
    (wrong,) = (detail for detail in details if isinstance(detail, BadRequestDetail))
    first = wrong.field_violations[0]
    print(refused.data.code, reason, first.var_field, first.reason)
body.as_of_date = "2026-11-20"
evaluation = EvaluationServiceApi(client).evaluate_subject("example", "factory-7", body)
print(evaluation.record.conclusion.kind.value)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("server")
    with RunningServer(folder, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("document") / "openapi.json"
    path.write_text(json.dumps(openapi(SERVICES)), encoding="utf-8")
    return path


def run(*command: str | Path, **environment: str) -> str:
    ran = subprocess.run(  # noqa: S603 -- the generators, and our own scripts
        [str(part) for part in command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-4000:]
    return ran.stdout


def test_the_client_of_openapi_python_client(server: RunningServer, document: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text(LINES_AS_BYTES, encoding="utf-8")
    generator = (sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning")
    run(*generator, "--path", document, "--config", settings, "--output-path", tmp_path / "generated")
    output = run(sys.executable, "-c", OPENAPI_PYTHON_CLIENT, server.http, PYTHONPATH=str(tmp_path))
    assert output.splitlines() == EXPECTED


def test_the_client_of_openapi_generator(server: RunningServer, document: Path, tmp_path: Path) -> None:
    generator = named_file("TOUCHSTONE_OPENAPI_GENERATOR", "openapi-generator.jar")
    java = (program("java", "openapi-generator was not run"), "-jar", generator)
    assert "rrors" not in run(*java, "validate", "-i", document)
    omitted = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"
    run(*java, "generate", "-i", document, "-g", "python", "-o", tmp_path, "--global-property", omitted)
    output = run(sys.executable, "-c", OPENAPI_GENERATOR, server.http, PYTHONPATH=str(tmp_path))
    assert output.splitlines() == EXPECTED


@pytest.mark.parametrize("language", ["java", "typescript-fetch", "go"])
def test_openapi_generator_names_each_error_detail(language: str, document: Path, tmp_path: Path) -> None:
    """These clients are generated, not compiled."""
    generator = named_file("TOUCHSTONE_OPENAPI_GENERATOR", "openapi-generator.jar")
    java = (program("java", "openapi-generator was not run"), "-jar", generator)
    run(*java, "generate", "-i", document, "-g", language, "-o", tmp_path)
    names = {path.stem.replace("_", "").lower() for path in tmp_path.rglob("*")}
    expected = {"status", "errordetail", "errorinfodetail", "badrequestdetail", "retryinfodetail"}
    assert expected <= {name.removeprefix("model") for name in names}
