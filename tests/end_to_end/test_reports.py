"""GetReport: one evaluation as page, workbook and OSCAL, by a server as from a file, if it verifies."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import httpx
import openpyxl
import pytest

from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.output.issued_report import MEDIA_TYPES, issue_report
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_card, small_subject
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import GetReportRequest, Report, ReportParticulars

ISSUED = ReportParticulars(number="R-1", body="B", issue_date="2026-11-23", legal_name="L", site="S")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("reports")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(folder, folder / "gazette", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


@pytest.fixture(scope="module")
def stored(server: RunningServer) -> Evaluation:
    evaluation: Evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    return evaluation


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_reports_are_identical_by_name_by_file_and_in_process(
    server: RunningServer, stored: Evaluation, form: Report.Form, language: str
) -> None:
    asked: dict[str, Any] = {"form": form, "language_code": language, "appendix": True, "particulars": ISSUED}
    named = server.evaluations.GetReport(GetReportRequest(name=stored.name, **asked))
    supplied = server.evaluations.GetReport(GetReportRequest(evaluation=stored, **asked))
    here = issue_report(
        GetReportRequest(evaluation=stored, **asked), Gazette(Path(server.environment["TOUCHSTONE_GAZETTE"]))
    )
    assert named == supplied == here
    assert (named.evaluation, named.record_digest) == (stored.name, stored.record_digest)
    assert named.media_type == MEDIA_TYPES[form]


def test_reports_are_available_over_http(server: RunningServer, stored: Evaluation) -> None:
    address = f"{server.http}/v1/{stored.name}:report"
    response = httpx.get(address, params={"languageCode": "en", "form": "FORM_OSCAL"}, timeout=60).json()
    assert response["mediaType"] == "application/json"
    body = {"name": stored.name, "languageCode": "en", "form": "FORM_OSCAL"}
    assert httpx.post(f"{server.http}/v1/evaluations:report", json=body, timeout=60).json() == response


def test_the_workbook_has_a_sheet_for_each_table_and_numbers(server: RunningServer, stored: Evaluation) -> None:
    request = GetReportRequest(name=stored.name, language_code="en", form=Report.FORM_WORKBOOK)
    book = openpyxl.load_workbook(io.BytesIO(server.evaluations.GetReport(request).content))
    assert {"Conclusion", "Sections", "Gates", "Evidence", "Proof"} <= set(book.sheetnames)
    assert "Trail" not in book.sheetnames
    assert all(isinstance(row[2], int | float) for row in list(book["Sections"].iter_rows(values_only=True))[1:])
    assert "DRAFT" in str(book["Gates"].oddHeader)


def test_an_evaluation_that_fails_verification_gets_no_report(server: RunningServer, stored: Evaluation) -> None:
    altered = type(stored).FromString(stored.SerializeToString())
    altered.record_json = json.dumps({**json.loads(stored.record_json), "as_of_date": "2026-03-02"})
    refusal = refused(server.evaluations.GetReport, GetReportRequest(evaluation=altered, language_code="en"))
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "VERIFICATION_FAILED")
    assert "check 1 " in refusal.message


def test_all_invalid_fields_are_named(server: RunningServer, stored: Evaluation) -> None:
    request = GetReportRequest(
        name=stored.name, language_code="fr", bundle_digest="x", particulars=ReportParticulars(issue_date="2026-11-23")
    )
    wrong = {f"particulars.{name}" for name in ("number", "body", "legal_name", "site")}
    assert set(refused(server.evaluations.GetReport, request).violations) == wrong | {"language_code", "bundle_digest"}
    assert set(refused(server.evaluations.GetReport, GetReportRequest(language_code="en")).violations) == {"target"}
