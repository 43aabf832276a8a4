"""`touchstone report`: reports from files and servers; none from unverified records."""

from __future__ import annotations

from pathlib import Path

import pytest
from google.protobuf import json_format

from service.gazette.publication import write_version
from tests.service.output.report.pages import read
from tests.support.calling import request_for
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return folder


@pytest.fixture
def kept(tmp_path: Path, gazette: Path) -> Path:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(
        "subject: organizations/green-body/subjects/factory-7\n"
        "settings: {reading: cascade}\n"
        "facts: {serious_violations: 0 time, status: open}\n",
        encoding="utf-8",
    )
    path = tmp_path / "result.json"
    result = touchstone(
        "evaluate", CARD, dossier, "--as-of", "2026-03-01", "--format", "json", "--out", path, "--gazette", gazette
    )
    assert result.exit_code == 0, result.stderr
    return path


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("language", "title"), [("en", "Small factory"), ("zh", "小工厂")])
def test_a_file_becomes_a_page(kept: Path, gazette: Path, tmp_path: Path, language: str, title: str) -> None:
    out = tmp_path / "report.html"
    call = ("report", kept, "--language", language, "--gazette", gazette)
    written = touchstone(*call, "--out", out)
    assert (written.exit_code, written.stdout, written.stderr) == (0, "", "")
    page = out.read_text(encoding="utf-8")
    assert read(page).all("h1")[0].text() == title
    assert touchstone(*call).stdout == page


def test_an_issued_report_requires_body_legal_name_and_site(kept: Path, gazette: Path) -> None:
    call = ("report", kept, "--gazette", gazette, "--number", "R-1", "--issued")
    refused = touchstone(*call, "2026-11-23")
    assert refused.exit_code == 2
    assert all(option in refused.stderr for option in ("--body", "--legal-name", "--site"))
    assert "--number:" not in refused.stderr
    whole = (*call, "2026-11-23", "--body", "B", "--legal-name", "L", "--site", "S")
    assert "DRAFT" not in touchstone(*whole).stdout
    assert "DRAFT" in touchstone("report", kept, "--gazette", gazette, "--number", "R-1").stdout
    wrong = touchstone(*call, "23.11.2026", "--body", "B", "--legal-name", "L", "--site", "S", "--language", "zh")
    assert wrong.exit_code == 2
    assert "--issued" in wrong.stderr


def test_the_appendix_is_an_option(kept: Path, gazette: Path) -> None:
    page = read(touchstone("report", kept, "--appendix", "--gazette", gazette).stdout)
    assert all("open" in part.attributes for part in page.all("details"))


def test_no_page_is_written_for_a_record_that_fails_verification(kept: Path, gazette: Path, tmp_path: Path) -> None:
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("2026-03-01", "2026-03-02"), encoding="utf-8")
    out = tmp_path / "report.html"
    refused = touchstone("report", kept, "--out", out, "--gazette", gazette)
    assert refused.exit_code == 1
    assert "1. record digest FAILED" in refused.stderr
    assert "Therefore, no page was written." in refused.stderr
    assert not out.exists()


def test_no_page_is_written_under_unpublished_rules(kept: Path, tmp_path: Path) -> None:
    refused = touchstone("report", kept, "--gazette", tmp_path / "empty")
    assert refused.exit_code == 1
    assert "was not found. Use a published versions folder" in refused.stderr


def test_a_file_that_is_no_evaluation_is_refused(tmp_path: Path, gazette: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("[]", encoding="utf-8")
    assert touchstone("report", path, "--gazette", gazette).exit_code == 2
    assert touchstone("report", tmp_path / "absent.json", "--gazette", gazette).exit_code == 2


@pytest.mark.full
def test_a_stored_evaluation_is_reported_by_its_name(gazette: Path, tmp_path: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        stored = server.evaluations.EvaluateSubject(request_for(small_subject()))
        call = ("report", stored.name, "--server", server.address, "--gazette", gazette)
        fetched = touchstone(*call)
        assert fetched.exit_code == 0, fetched.stderr
        absent = touchstone("report", stored.name[:-1] + "x", "--server", server.address, "--gazette", gazette)
    assert stored.name in read(fetched.stdout).text()
    assert absent.exit_code == 2
    assert absent.stderr
    path = tmp_path / "stored.json"
    path.write_text(json_format.MessageToJson(stored), encoding="utf-8")
    assert touchstone("report", path, "--gazette", gazette).stdout == fetched.stdout
