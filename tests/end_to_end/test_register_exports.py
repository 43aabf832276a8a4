"""Register exports on a server: gaps with the next step, reproducible files, changes since the last export, pages."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from service.identity.principals import Role
from tests.support.browsing import Browser
from tests.support.calling import refused
from tests.support.casework import PARENT, Body
from tests.support.commands import touchstone
from tests.support.identities import bearing
from tests.support.running import RunningServer
from touchstone.v1 import register_export_service_pb2 as exports
from touchstone.v1.register_export_service_pb2_grpc import RegisterExportServiceStub

pytestmark = pytest.mark.full
CHINA, CERTSEARCH = "china-certificates", "iaf-certsearch"
VALUES = """
[china-certificates.all]
ZDEP_ID = "CNCA-R-1"
[china-certificates.profiles.small]
ZProCode = "C01"
[china-certificates.clients.works]
ZORGADDR = "磨坊路1号"
[iaf-certsearch.all]
"Certification Type" = "Management System"
"Scheme Name" = "Small factory"
"Certified Entity Street" = "1 Mill Road"
"""


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    certifying = tmp_path_factory.mktemp("certifying")
    (certifying / "example").mkdir()
    with RunningServer(
        tmp_path_factory.mktemp("exporting"), gazette, TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_CERTIFYING=str(certifying), TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        body = Body(running)
        body.begin()
        body.to_certificate("first")
        yield body


def call(body: Body, method: str, person: str = "rui") -> Any:
    stub = RegisterExportServiceStub(body.server.channel)
    return lambda request: getattr(stub, method)(request, metadata=bearing(body.keys[person]), timeout=60)


def values_file(body: Body) -> Path:
    return Path(body.server.environment["TOUCHSTONE_CERTIFYING"]) / "example" / "registers.toml"


def create(body: Body, format: str = CHINA, **asked: Any) -> exports.RegisterExport:
    request = exports.CreateRegisterExportRequest(parent=PARENT, format=format, **asked)
    made: exports.RegisterExport = call(body, "CreateRegisterExport")(request)
    return made


def file(body: Body, name: str, file_type: str = "CSV") -> exports.RegisterExportFile:
    request = exports.GetRegisterExportFileRequest(name=name, file_type=f"FILE_TYPE_{file_type}")
    sent: exports.RegisterExportFile = call(body, "GetRegisterExportFile")(request)
    assert hashlib.sha256(sent.content).hexdigest() == sent.digest
    return sent


def rows(sent: exports.RegisterExportFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sent.content.decode("utf-8-sig"))))


def test_gaps_are_refused_with_the_next_step_until_the_body_fills_them(body: Body) -> None:
    request = exports.CreateRegisterExportRequest(parent=PARENT, format=CHINA)
    problem = refused(call(body, "CreateRegisterExport"), request)
    assert {field.rpartition(".")[2] for field in problem.violations} == {"ZDEP_ID", "ZORGADDR", "ZProCode"}
    assert "Complete the data of the client works" in str(problem)
    tried = create(body, validate_only=True)
    assert (tried.name, tried.row_count, tried.gap_count) == ("", 1, 3)
    assert not call(body, "ListRegisterExports")(
        exports.ListRegisterExportsRequest(parent=PARENT, format=CHINA)
    ).register_exports
    values_file(body).write_text('[china-certificates.all]\nZDEPID = "1"\n', encoding="utf-8")
    problem = refused(call(body, "CreateRegisterExport"), request)
    assert "ZDEP_ID" in str(problem)
    values_file(body).write_text(VALUES, encoding="utf-8")
    made = create(body)
    assert (made.name, made.row_count, made.gap_count) == (f"{PARENT}/registerExports/{CHINA}-1", 1, 0)
    assert "ZORGTEL" in made.empty_columns
    assert len(made.unread) == 3
    (row,) = rows(file(body, made.name))
    assert (row["ZAUDCODE"], row["ZCHANGEID"], row["ZDEP_ID"], row["ZORGADDR"]) == ("01", "01", "CNCA-R-1", "磨坊路1号")
    assert (row["ZASSMANLIST"], row["ZORGID"], row["ZMULTIPLACE"]) == ("Dan", "91110000MA01", "1")


def test_an_export_since_the_last_one_contains_only_later_events_and_earlier_files_stay_the_same(body: Body) -> None:
    values_file(body).write_text(VALUES, encoding="utf-8")
    first = create(body, from_beginning=True, allow_gaps=True)
    before = {name: file(body, first.name, name).content for name in ("CSV", "XLSX", "XML")}
    assert create(body).row_count == 0
    body.step("dan", "first", "suspend", "certificates/1", due_date="2099-01-31")
    gap = refused(call(body, "CreateRegisterExport"), exports.CreateRegisterExportRequest(parent=PARENT, format=CHINA))
    assert [field.rpartition(".")[2] for field in gap.violations] == ["ZPCID"]
    assert "0116" in str(gap)
    second = create(body, allow_gaps=True)
    assert [(one.column, one.client) for one in second.gaps] == [("ZPCID", "works")]
    (row,) = rows(file(body, second.name))
    assert (row["ZTYPECODES"], row["ZCHANGEID"], row["ZSUSENDDATE"]) == ("97_01", "02", "2099-01-31")
    assert create(body).row_count == 0
    assert {name: file(body, first.name, name).content for name in before} == before
    assert [etree.fromstring(before["XML"])[0].findtext(name) for name in ("ZOSCID", "ZAUDCODE")][1] == "01"
    listed = exports.ListRegisterExportsRequest(parent=PARENT, format=CHINA, page_size=2)
    page = call(body, "ListRegisterExports")(listed)
    assert len(page.register_exports) == 2
    assert page.next_page_token
    listed.page_token = page.next_page_token
    more = call(body, "ListRegisterExports")(listed).register_exports
    numbers = [int(one.name.rpartition("-")[2]) for one in (*page.register_exports, *more)]
    assert numbers == sorted(numbers, reverse=True)


def test_a_month_must_have_ended_and_gives_the_same_export_again(body: Body) -> None:
    values_file(body).write_text(VALUES, encoding="utf-8")
    for month, text in (("2026-13", "is not a month"), ("２０２６-01", "is not a month"), ("2099-01", "has not ended")):
        request = exports.CreateRegisterExportRequest(parent=PARENT, format=CHINA, month=month)
        assert text in str(refused(call(body, "CreateRegisterExport"), request))
    made = create(body, CERTSEARCH, month="2020-02")
    assert (made.row_count, made.start_time.seconds, made.end_time.seconds) == (0, 1_580_515_200, 1_583_020_799)
    assert create(body, CERTSEARCH, month="2020-02").name == made.name
    changes = create(body, CERTSEARCH)
    (row,) = rows(file(body, changes.name))
    assert row["Certification Status"] in {"Active", "Suspended"}


def test_another_organisation_and_an_assessor_see_no_exports(body: Body) -> None:
    values_file(body).write_text(VALUES, encoding="utf-8")
    name = create(body, from_beginning=True, allow_gaps=True).name
    body.keys["stranger"] = body.new_key(Role.DECIDER, organization="other")
    for person in ("stranger", "ada"):
        for method, request in (
            ("GetRegisterExport", exports.GetRegisterExportRequest(name=name)),
            ("ListRegisterExports", exports.ListRegisterExportsRequest(parent=PARENT, format=CHINA)),
            ("CreateRegisterExport", exports.CreateRegisterExportRequest(parent=PARENT, format=CHINA)),
        ):
            assert "PERMISSION_DENIED" in str(refused(call(body, method, person), request))
    absent = exports.GetRegisterExportRequest(name=f"{PARENT}/registerExports/{CHINA}-999")
    assert "does not exist" in str(refused(call(body, "GetRegisterExport"), absent))


def test_commands_export_and_save_the_file(body: Body, tmp_path: Path) -> None:
    values_file(body).write_text(VALUES, encoding="utf-8")
    (tmp_path / "key").write_text(body.keys["rui"])
    server = ("--server", body.server.address, "--token-file", tmp_path / "key")
    assert "ZDEP_ID" in touchstone("case", "register-formats", PARENT, *server).stdout
    output = touchstone("case", "register-export", PARENT, CHINA, "--from-beginning", "--allow-gaps", *server).stdout
    name = next(word for word in output.split() if word.startswith(f"{PARENT}/registerExports/"))
    saved = tmp_path / "china.xlsx"
    touchstone("case", "register-file", name, "--file-type", "xlsx", *server, "-o", saved)
    assert saved.read_bytes() == file(body, name, "XLSX").content
    assert name in touchstone("case", "register-exports", PARENT, CHINA, *server).stdout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_reviewer_exports_in_the_browser(body: Body, passwords: Mapping[str, str], language: str) -> None:
    values_file(body).write_text(VALUES, encoding="utf-8")
    browser = Browser(body.server.http, language)
    browser.sign_in("rui", passwords["rui"])
    page = browser.get(f"/workbench/register-exports?format={CHINA}")
    assert page.xpath("//nav//a[@href='/workbench/register-exports'][@aria-current='page']")
    values_file(body).unlink()
    address = f"/workbench/register-exports?format={CHINA}"
    assert "ZDEP_ID" in browser.send(address, 422, format=CHINA, period="beginning").text
    made = browser.get(browser.send(address, format=CHINA, period="beginning", allow_gaps="1").headers["location"])
    link = made.xpath("//main//a[contains(@href, '/csv')]/@href")[0]
    assert b"ZDEP_ID" in browser.http.get(link).content
    assert "ZDEP_ID" in browser.get(f"/workbench/register-exports/formats/{CHINA}").text_content()
    browser.get("/workbench/register-exports/formats/other", 404)
