"""Supplier spreadsheets on the pages: mapped by few actions, and read again the next year by one."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from service.configuration.folders import PUBLISHED
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser
from tests.support.calling import refused
from tests.support.casework import PARENT, SUBJECT, Body
from tests.support.commands import answered
from tests.support.identities import bearing
from tests.support.supplier_sheets import SHEETS, value_of
from touchstone.v1 import mapping_service_pb2 as mappings, mapping_service_pb2_grpc

CARD = "zero-carbon-factory"
ROOT = "/workbench/mappings"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_SECONDS, SECONDS_EACH = 180, 5
"""A person needs at most five seconds to choose or correct one field."""


@pytest.fixture(scope="module")
def gazette(gazette: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette of the tests with one more scorecard, which has many facts."""
    folder = tmp_path_factory.mktemp("gazette") / "gazette"
    shutil.copytree(gazette, folder)
    shutil.copytree(PUBLISHED / CARD, folder / CARD)
    return folder


@pytest.fixture(scope="module")
def office(body: Body, passwords: Mapping[str, str]) -> Browser:
    browser = Browser(body.server.http)
    browser.sign_in("ada", passwords["ada"])
    return browser


def delimited(*rows: list[str], separator: str = ",") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode()


def sheet(headings: Mapping[str, str], **more: str) -> bytes:
    named = {**headings, **dict.fromkeys(more, "")}
    values = [more.get(heading, value_of(target)) for heading, target in named.items()]
    return delimited(list(named), values)


def sent(browser: Browser, path: str, content: bytes, status: int = 303, **typed: str) -> object:
    """Fill in the form of a page with a file and send it."""
    fields = {**browser.fields(path), **typed}
    fields.pop("file", None)
    answer = browser.http.post(path, data=fields, files={"file": ("sheet.csv", content)})
    assert answer.status_code == status, answer.text
    return answer


@pytest.mark.parametrize("language", SHEETS)
def test_an_unknown_spreadsheet_is_mapped_in_three_minutes_and_read_by_one_click(
    office: Browser, language: str
) -> None:
    wanted = SHEETS[language]
    fields = {**office.fields(f"{ROOT}/new"), "scorecard": f"scorecards/{CARD}"}
    fields.pop("file", None)
    actions = ["scorecard", "file", "suggest"]
    shown = office.http.post(f"{ROOT}/new", data=fields, files={"file": ("sheet.csv", sheet(wanted))})
    assert shown.status_code == 200, shown.text
    from lxml import html  # noqa: PLC0415 -- slow to load

    form = html.fromstring(shown.text).xpath("//main//form[@method='post']")[-1]
    typed = {name: value for name, value in form.form_values() if name != "file"}
    suggested = {typed[f"heading-{number}"]: typed[f"target-{number}"] for number in range(len(wanted))}
    corrections = [heading for heading in wanted if suggested[heading] != wanted[heading]]
    assert len(wanted) - len(corrections) >= 24
    for number in range(len(wanted)):
        typed[f"target-{number}"] = wanted[typed[f"heading-{number}"]]
    typed["display_name"] = f"Supplier, {language}"
    actions += [*corrections, "name", "save"]
    saved = office.http.post(f"{ROOT}/save", data=typed, files={"unused": ("", b"")})
    assert saved.status_code == 303, html.fromstring(saved.text).text_content()
    assert len(actions) * SECONDS_EACH <= MOST_SECONDS
    reordered = dict(reversed(wanted.items()))
    read = sent(office, saved.headers["location"], sheet(reordered, Remark="none"), 200, do="read")
    (line,) = read.text.splitlines()  # type: ignore[attr-defined]
    dossier = json.loads(line)
    assert dossier["subject"] == f"{PARENT}/subjects/works-1"
    facts = {target.partition(".")[0] for target in wanted.values() if target != "subject"}
    assert dossier["facts"].keys() == facts


def test_a_file_is_read_into_a_case_and_other_facts_remain(body: Body, office: Browser) -> None:
    case = "mapped"
    body.to_evaluation(case)
    rows = delimited(["Energy (kWh)", "Remark"], ["5000", "x"])
    address = f"{ROOT}/new?scorecard=scorecards/small-factory&case={case}"
    fields = {**office.fields(address), "scorecard": "scorecards/small-factory"}
    fields.pop("file", None)
    shown = office.http.post(f"{ROOT}/new", data=fields, files={"file": ("sheet.csv", rows)})
    from lxml import html  # noqa: PLC0415 -- slow to load

    form = html.fromstring(shown.text).xpath("//main//form[@method='post']")[-1]
    typed = {name: value for name, value in form.form_values() if name != "file"}
    typed |= {"target-0": "energy_used", "unit-0": "kWh", "target-1": "", "display_name": "Meter"}
    saved = office.http.post(f"{ROOT}/save", data=typed, files={"unused": ("", b"")})
    assert saved.status_code == 303, html.fromstring(saved.text).text_content()
    assert saved.headers["location"] == f"/workbench/cases/{case}/dossier"
    declared = {fact.fact_id: fact.value for fact in body.dossier(case).content.facts}
    assert declared["energy_used"].number == "5"
    again = delimited(["New", "Energy (kWh)"], ["y", "7000"])
    answer = sent(office, f"/workbench/cases/{case}/mapped-file", again)
    assert "1 new column, which was not read" in office.get(answer.headers["location"]).text_content()  # type: ignore[attr-defined]
    (mapping,) = [each for each in mappings_of(body) if each.display_name == "Meter" and each.client]
    assert mapping.client == body.get(case).client
    dossier = body.dossier(case)
    assert {fact.fact_id: fact.value.number for fact in dossier.content.facts}["energy_used"] == "7"
    reason = [step.reason for step in body.get(case).steps if step.step == "declare"][-1]
    assert "SHA-256" in reason
    assert "/mappings/m-" in reason


def stub(body: Body) -> mapping_service_pb2_grpc.MappingServiceStub:
    return mapping_service_pb2_grpc.MappingServiceStub(body.server.channel)


def called(body: Body, person: str, method: str) -> object:
    return lambda request: getattr(stub(body), method)(request, metadata=bearing(body.keys[person]), timeout=60)


def mappings_of(body: Body) -> list[mappings.Mapping]:
    request = mappings.ListMappingsRequest(parent=PARENT, page_size=1_000)
    return list(called(body, "ada", "ListMappings")(request).mappings)  # type: ignore[operator]


def test_a_mapping_names_a_registered_client(body: Body) -> None:
    for client, problem in (("nobody", "is not registered"), ("a/b", "clients/…")):
        mapping = small_mapping(client=f"{PARENT}/clients/{client}")
        request = mappings.CreateMappingRequest(parent=PARENT, mapping_id="of-client", mapping=mapping)
        assert problem in str(refused(called(body, "ada", "CreateMapping"), request))  # type: ignore[arg-type]


def test_a_stored_mapping_is_changed_on_its_page(body: Body, office: Browser) -> None:
    stored = small_mapping(skipped_words=["Grand total"])
    stored.columns[0].words["none"] = "0"
    request = mappings.CreateMappingRequest(parent=PARENT, mapping_id="changed", mapping=stored)
    called(body, "ada", "CreateMapping")(request)  # type: ignore[operator]
    address = f"{ROOT}/changed/edit"
    fields = dict(office.fields(address))
    assert (fields["words-0"], fields["skipped_words"]) == ("none = 0", "Grand total")
    fields |= {
        "words-0": "none = 0; n.a. = not applicable",
        "evidence_kind": "meter-reading",
        "evidence_issuer": "Grid",
    }
    fields |= {"constant_target-0": "renewable_share", "constant_value-0": "40"}
    refusals = {
        "words-0": ("none", "has no value"), "constant_value-0": ("forty", "not a number"),
        "unit-0": ("barrel", "is not a unit"), "evidence_kind": ("", "is not an evidence kind"),
    }  # fmt: skip
    for name, (typed, problem) in refusals.items():
        answer = office.http.post(address, data={**fields, name: typed})
        assert answer.status_code == 422, (name, answer.status_code)
        assert problem in answer.text, name
        assert f'href="#f-{name}"' in answer.text, name
    saved = office.http.post(address, data=fields)
    assert saved.headers.get("location") == f"{ROOT}/changed", saved.text
    newest = called(body, "ada", "GetMapping")(mappings.GetMappingRequest(name=f"{PARENT}/mappings/changed"))  # type: ignore[operator]
    assert (newest.revision, newest.evidence.issuer, newest.constants[0].value) == (2, "Grid", "40")
    assert newest.columns[0].words == {"none": "0", "n.a.": "not applicable"}
    assert "has the revision 2, not 1" in office.http.post(address, data=fields).text
    assert "renewable" in office.get(f"{ROOT}/changed").text_content().lower()


def small_mapping(**fields: object) -> mappings.Mapping:
    made = mappings.Mapping(display_name="Meter", scorecard="scorecards/small-factory", **fields)  # type: ignore[arg-type]
    made.columns.add(heading="Energy", target="energy_used")
    return made


def test_mappings_have_revisions_and_are_deleted_with_all_of_them(body: Body) -> None:
    create = called(body, "ada", "CreateMapping")
    request = mappings.CreateMappingRequest(parent=PARENT, mapping_id="meter", mapping=small_mapping())
    first = create(request)  # type: ignore[operator]
    assert (first.name, first.revision) == (f"{PARENT}/mappings/meter", 1)
    assert "has the revision 1, not 0" in refused(create, request).message  # type: ignore[arg-type]
    request.base_revision, request.mapping.display_name = 1, "Main meter"
    assert create(request).revision == 2  # type: ignore[operator]
    get = called(body, "ada", "GetMapping")
    assert get(mappings.GetMappingRequest(name=first.name)).display_name == "Main meter"  # type: ignore[operator]
    assert get(mappings.GetMappingRequest(name=first.name, revision=1)).display_name == "Meter"  # type: ignore[operator]
    listed = called(body, "ada", "ListMappings")(mappings.ListMappingsRequest(parent=PARENT, page_size=1_000))  # type: ignore[operator]
    assert [each.revision for each in listed.mappings if each.name == first.name] == [2]
    called(body, "ada", "DeleteMapping")(mappings.DeleteMappingRequest(name=first.name))  # type: ignore[operator]
    assert "does not exist" in refused(get, mappings.GetMappingRequest(name=first.name)).message  # type: ignore[arg-type]


def test_another_organization_sees_no_mapping(body: Body) -> None:
    from service.identity.principals import Role  # noqa: PLC0415 -- used once

    body.keys["stranger"] = body.new_key(Role.ASSESSOR, organization="other")
    called(body, "ada", "CreateMapping")(  # type: ignore[operator]
        mappings.CreateMappingRequest(parent=PARENT, mapping_id="own", mapping=small_mapping())
    )
    name = f"{PARENT}/mappings/own"
    for method, request in (
        ("GetMapping", mappings.GetMappingRequest(name=name)),
        ("ListMappings", mappings.ListMappingsRequest(parent=PARENT)),
        ("DeleteMapping", mappings.DeleteMappingRequest(name=name)),
        ("ApplyMapping", mappings.ApplyMappingRequest(name=name, file=mappings.MappedFile(content=b"Energy\n1\n"))),
    ):
        assert refused(called(body, "stranger", method), request).code.name in {"NOT_FOUND", "PERMISSION_DENIED"}  # type: ignore[arg-type]


def test_a_file_of_another_kind_is_named_with_the_allowed_kinds(body: Body) -> None:
    request = mappings.SuggestMappingRequest(
        parent=PARENT, scorecard=f"scorecards/{CARD}", file=mappings.MappedFile(content=b"%PDF-1.4\n" + bytes(40))
    )
    message = str(refused(called(body, "ada", "SuggestMapping"), request))  # type: ignore[arg-type]
    assert "a PDF document" in message
    assert "CSV, XLSX, ODS, Parquet" in message


def test_the_subject_of_the_request_names_all_rows(body: Body) -> None:
    called(body, "ada", "CreateMapping")(  # type: ignore[operator]
        mappings.CreateMappingRequest(parent=PARENT, mapping_id="named", mapping=small_mapping())
    )
    request = mappings.ApplyMappingRequest(
        name=f"{PARENT}/mappings/named", file=mappings.MappedFile(content=b"Energy\n12\n"), subject=SUBJECT
    )
    data = called(body, "ada", "ApplyMapping")(request)  # type: ignore[operator]
    assert [each.subject for each in data.subjects] == [SUBJECT]
    assert data.mapping_revision == 1


def test_the_commands_suggest_save_and_apply_a_mapping(body: Body, tmp_path: Path) -> None:
    token, file, made = tmp_path / "token", tmp_path / "sheet.csv", tmp_path / "mapping.json"
    token.write_text(body.keys["ada"])
    file.write_bytes(sheet(SHEETS["english"]))
    options = ("--server", body.server.address, "--token-file", token)
    mapping = json.loads(answered("mapping", "suggest", PARENT, CARD, file, "--format", "json", *options))
    made.write_text(json.dumps({**mapping, "displayName": "Supplier"}))
    answered("mapping", "save", f"{PARENT}/mappings/by-command", made, *options)
    lines = answered("mapping", "apply", f"{PARENT}/mappings/by-command", file, *options).splitlines()
    assert [json.loads(line)["subject"] for line in lines] == [f"{PARENT}/subjects/works-1"]


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_editor_is_accessible_and_works_by_keyboard_and_by_drag(
    body: Body, passwords: Mapping[str, str], tmp_path: Path, language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    file = tmp_path / "sheet.csv"
    file.write_bytes(delimited(["Energy (kWh)", "Remark"], ["5000", "x"]))
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True).new_page()
        page.goto(f"{body.server.http}/workbench/sign-in?language={language}")
        page.fill("#f-name", "ada")
        page.fill("#f-password", passwords["ada"])
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "sign-in" not in url)
        page.goto(f"{body.server.http}{ROOT}/new?scorecard=scorecards/small-factory")
        page.set_input_files("#f-file", file)
        page.focus("main button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#f-target-0")
        violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert violations == [], [(each["id"], each["nodes"][:1]) for each in violations]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        page.select_option("#f-target-0", "")
        page.set_viewport_size({"width": 1280, "height": 2000})
        page.locator("#drag-facts li:not([hidden])").first.drag_to(page.locator("tr[data-column='0']"))
        assert page.input_value("#f-target-0") != ""
        page.select_option("#f-target-0", "energy_used")
        page.fill("#f-display_name", "Meter")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/mappings/m-" in url)
        violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert violations == [], [(each["id"], each["nodes"][:1]) for each in violations]
        browser.close()


@pytest.mark.parametrize(
    "typed",
    [
        {"scorecard": "x"},
        {"scorecard": "scorecards/none"},
        {"words-0": "{"},
        {"header_row": "x", "decimal_mark": "x", "date_order": "x"},
        {"carried": "%%"},
        {"case": "nothing"},
        {"case": "../x"},
        {"revision": "-1", "constant_target-0": "none"},
    ],
)
def test_forged_fields_of_the_editor_cause_no_failure(office: Browser, typed: Mapping[str, str]) -> None:
    fields = dict(office.fields(f"{ROOT}/new"))
    fields.pop("file", None)
    fields |= {"scorecard": "scorecards/small-factory", "heading-0": "Energy", "target-0": "energy_used"}
    answer = office.http.post(
        f"{ROOT}/save", data={**fields, "display_name": "Forged", **typed}, files={"u": ("", b"")}
    )
    assert answer.status_code in {303, 400, 404, 422}, answer.text
