"""Applicants map spreadsheets for their own client, and never learn of the mappings of another client."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of
from tests.support.calling import Refused, refused
from tests.support.casework import CLIENT, PARENT, Body, applying
from tests.support.files_of_kinds import zipped
from tests.support.identities import bearing
from touchstone.v1 import case_service_pb2 as cases, mapping_service_pb2 as mappings, mapping_service_pb2_grpc

MILL = f"{PARENT}/clients/mill"
CARD = "scorecards/small-factory"
HALL = cases.CaseSite(site="hall", address="1 Mill Lane")
HEADINGS = ("Energy used (kWh)", "Remark")
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Energy">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
FIRST_ID, SECOND_ID = "m-0123456789ab", "m-ba9876543210"


@pytest.fixture(scope="module")
def people(body: Body) -> Body:
    """The body with an applicant for each of two clients, one of another body, and one without a client."""
    other = cases.CaseClient(client="mill", display_name="Mill Ltd", region_code="CN", sites=[HALL])
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=other))
    for person, client in (("lin", "works"), ("mia", "mill"), ("stray", "")):
        body.keys[person] = body.new_key(Role.APPLICANT)
        if client:
            body.register(person, client=client)
    body.keys["stranger"] = body.new_key(Role.APPLICANT, organization="other")
    for id, client in (("shared", ""), ("of-works", CLIENT), ("of-mill", MILL)):
        created(body, "ada", id, client=client)
    return body


@pytest.fixture(scope="module")
def lin(people: Body) -> Browser:
    """The browser of the applicant of the first client."""
    return applicant(people, "lin")


def applicant(body: Body, name: str) -> Browser:
    browser, password = Browser(body.server.http), account_of(body, name, [Role.APPLICANT])
    person = body.person(name)
    person.accounts.append(f"account/{name}")
    body.save(person)
    browser.sign_in(name, password)
    return browser


def called(body: Body, person: str, method: str) -> Callable[[Any], Any]:
    stub = mapping_service_pb2_grpc.MappingServiceStub(body.server.channel)
    return lambda request: getattr(stub, method)(request, metadata=bearing(body.keys[person]), timeout=60)


def creation(id: str, base: int = 0, **fields: Any) -> mappings.CreateMappingRequest:
    made = mappings.Mapping(**{"display_name": id, "scorecard": CARD, **fields})
    made.columns.add(heading="Energy", target="energy_used")
    return mappings.CreateMappingRequest(parent=PARENT, mapping_id=id, mapping=made, base_revision=base)


def created(body: Body, person: str, id: str, base: int = 0, **fields: Any) -> mappings.Mapping:
    mapping: mappings.Mapping = called(body, person, "CreateMapping")(creation(id, base, **fields))
    return mapping


def listed(body: Body, person: str, **fields: Any) -> set[str]:
    request = mappings.ListMappingsRequest(parent=PARENT, page_size=1_000, **fields)
    return {each.display_name for each in called(body, person, "ListMappings")(request).mappings}


def suggested(body: Body, person: str) -> set[str]:
    file = mappings.MappedFile(content=b"Energy\n5\n")
    request = mappings.SuggestMappingRequest(parent=PARENT, scorecard=CARD, file=file)
    return {each.display_name for each in called(body, person, "SuggestMapping")(request).matching_mappings}


def in_csv(*rows: tuple[str, ...]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def in_xlsx(*rows: tuple[str, ...]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 -- slow to load

    workbook, file = Workbook(), io.BytesIO()
    for cells in rows:
        workbook.worksheets[0].append(cells)
    workbook.save(file)
    return file.getvalue()


def in_ods(*rows: tuple[str, ...]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = [f"<table:table-row>{''.join(map(cell.format, cells))}</table:table-row>" for cells in rows]
    content = ODS.format(rows="".join(lines)).encode()
    return zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": content})


def in_parquet(*rows: tuple[str, ...]) -> bytes:
    import polars  # noqa: PLC0415 -- slow to load

    file = io.BytesIO()
    polars.DataFrame(list(rows[1:]), schema=list(rows[0]), orient="row").write_parquet(file)
    return file.getvalue()


def posted(browser: Browser, address: str, typed: Any, content: bytes | None, status: int) -> Any:
    files = {"unused": ("", b"")} if content is None else {"file": ("energy", content)}
    fields = {name: value for name, value in typed.items() if name != "file"}
    answer = browser.http.post(address, data=fields, files=files)
    assert answer.status_code == status, html.fromstring(answer.text).text_content()
    return answer


def facts_of(body: Body, case: str) -> dict[str, str]:
    return {fact.fact_id: fact.value.number for fact in body.dossier(case).content.facts}


@pytest.mark.parametrize("write", [in_csv, in_xlsx, in_ods, in_parquet])
def test_an_applicant_maps_a_file_for_its_case_and_reads_the_next_by_one_click(
    people: Body, lin: Browser, write: Callable[..., bytes]
) -> None:
    case = f"mapped-{write.__name__.replace('_', '-')}"
    people.to_evaluation(case)
    (start,) = lin.get(f"/workbench/apply/{case}").xpath("//main//a[contains(@href, '/mapped-file')]/@href")
    (new,) = lin.get(start).xpath("//main//a[contains(@href, '/mappings/new')]/@href")
    shown = posted(lin, "/workbench/mappings/new", lin.fields(new), write(HEADINGS, ("5000", "x")), 200)
    form = html.fromstring(shown.text).xpath("//main//form[@method='post']")[-1]
    typed = dict(form.form_values())
    assert (typed["target-0"], typed["unit-0"]) == ("energy_used", "kWh")
    typed |= {"target-1": "", "display_name": case}
    assert "mill" not in shown.text
    saved = posted(lin, form.get("action"), typed, None, 303)
    assert facts_of(people, case) == {"energy_used": "5"}
    step = [each for each in people.get(case, "dan").steps if each.step == "declare"][-1]
    assert (step.person, step.function) == ("lin", "client")
    assert "energy" in lin.get(saved.headers["location"]).text_content().lower()
    request = mappings.ListMappingsRequest(parent=PARENT, page_size=1_000)
    stored = {each.display_name: each for each in called(people, "ada", "ListMappings")(request).mappings}
    assert stored[case].client == CLIENT
    people.apply(f"{case}-next")
    again = lin.fields(f"/workbench/cases/{case}-next/mapped-file")
    chosen, id = f"{PARENT}/mappings/{again['mapping']}", stored[case].name.rpartition("/")[2]
    times = {each.name: each.create_time.seconds for each in stored.values()}
    assert times[chosen] == max(times.values())  # the newest is chosen; two can be of one second
    again = {**again, "mapping": id}
    posted(lin, f"/workbench/cases/{case}-next/mapped-file", again, write(HEADINGS[::-1], ("y", "7000")), 303)
    assert facts_of(people, f"{case}-next") == {"energy_used": "7"}
    assert people.get(f"{case}-next", "dan").revision == 2  # the application and the declaration


def test_a_file_is_declared_in_a_surveillance(people: Body, lin: Browser) -> None:
    people.to_certificate("watched")
    people.step("rui", "watched", "survey", team=["ada"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    address = "/workbench/cases/watched/mapped-file"
    typed = {**lin.fields(address), "mapping": "of-works"}
    posted(lin, address, typed, b"Energy\n9\n", 303)
    step = people.get("watched").steps[-1]
    assert (step.step, step.item) == ("declare", "surveillances/1")


def test_an_applicant_sees_its_own_mappings_and_those_of_the_organization_only(people: Body, lin: Browser) -> None:
    assert listed(people, "mia") == suggested(people, "mia") == {"shared", "of-mill"}
    assert listed(people, "mia", client=MILL) == {"shared", "of-mill"}
    assert {"shared", "of-works"} <= listed(people, "lin")
    assert "of-mill" not in listed(people, "lin") | suggested(people, "lin")
    assert {"shared", "of-works", "of-mill"} <= listed(people, "ada")
    page = lin.get("/workbench/mappings").text_content()
    assert "of-works" in page
    assert "of-mill" not in page
    lin.get("/workbench/mappings/of-mill", status=404)
    lin.get("/workbench/mappings/of-mill/edit", status=404)
    lin.get("/workbench/mappings/none-such", status=404)


def hidden(body: Body, person: str, method: str, request: Any, absent: Any) -> Refused:
    """Return the refusal of a request, which equals that for a mapping that does not exist."""
    refusal, other = (replace(refused(called(body, person, method), each), call="") for each in (request, absent))
    assert str(refusal).replace("of-works", "none-such") == str(other)
    return refusal


def test_mappings_of_another_client_do_not_exist_for_an_applicant(people: Body) -> None:
    own, absent = (f"{PARENT}/mappings/{id}" for id in ("of-works", "none-such"))
    file = mappings.MappedFile(content=b"Energy\n5\n")
    for method, kind, fields in (
        ("GetMapping", mappings.GetMappingRequest, {}),
        ("GetMapping", mappings.GetMappingRequest, {"revision": 1}),
        ("DeleteMapping", mappings.DeleteMappingRequest, {}),
        ("ApplyMapping", mappings.ApplyMappingRequest, {"file": file}),
    ):
        requests = (kind(name=name, **fields) for name in (own, absent))
        assert hidden(people, "mia", method, *requests).reason == "MAPPING_NOT_FOUND"
    for base, reason in ((0, "INVALID_FIELDS"), (1, "MAPPING_NOT_FOUND")):
        creations = (creation(id, base, display_name="x") for id in ("of-works", "none-such"))
        assert hidden(people, "mia", "CreateMapping", *creations).reason == reason
    taken = created(people, "ada", FIRST_ID, client=CLIENT)  # even a guessed id
    refusal = refused(called(people, "mia", "CreateMapping"), creation(FIRST_ID))
    assert refusal.reason == "INVALID_FIELDS"
    assert "12 new random hexadecimal digits" in str(refusal)
    assert called(people, "ada", "GetMapping")(mappings.GetMappingRequest(name=taken.name)).client == CLIENT
    for method, request in (
        ("ListMappings", mappings.ListMappingsRequest(parent=PARENT, client=CLIENT)),
        ("CreateMapping", creation(SECOND_ID, client=CLIENT)),
    ):
        for client in (CLIENT, f"{PARENT}/clients/none-such"):
            changed: Any = getattr(request, "mapping", request)
            changed.client = client
            message = str(refused(called(people, "mia", method), request))
            assert f"You act for another client. Use {MILL}" in message
            assert client not in message


def test_a_mapping_that_moves_to_another_client_is_hidden_with_all_its_revisions(people: Body) -> None:
    created(people, "ada", "moving", client=MILL)
    created(people, "ada", "moving", 1, client=CLIENT)
    created(people, "ada", "widened", client=CLIENT)
    created(people, "ada", "widened", 1)
    get = called(people, "mia", "GetMapping")
    for id, revision in (("moving", 0), ("moving", 1), ("widened", 1)):
        request = mappings.GetMappingRequest(name=f"{PARENT}/mappings/{id}", revision=revision)
        assert refused(get, request).reason == "MAPPING_NOT_FOUND", (id, revision)
    assert get(mappings.GetMappingRequest(name=f"{PARENT}/mappings/widened")).revision == 2
    for id in ("moving", "widened"):
        called(people, "ada", "DeleteMapping")(mappings.DeleteMappingRequest(name=f"{PARENT}/mappings/{id}"))


def test_an_applicant_uses_mappings_of_the_organization_without_changing_them(people: Body, lin: Browser) -> None:
    name = f"{PARENT}/mappings/shared"
    applying_it = mappings.ApplyMappingRequest(name=name, file=mappings.MappedFile(content=b"Energy\n5\n"))
    assert called(people, "mia", "ApplyMapping")(applying_it).mapping == name
    for method, request in (
        ("CreateMapping", creation("shared", 1)),
        ("DeleteMapping", mappings.DeleteMappingRequest(name=name)),
    ):
        refusal = refused(called(people, "mia", method), request)
        assert (refusal.reason, refusal.code.name) == ("ROLE_NEEDED", "PERMISSION_DENIED")
        assert "belongs to the whole organisation" in refusal.message
    page = lin.get("/workbench/mappings/shared")
    assert "you can use it, but not change it" in page.text_content()
    assert not page.xpath("//main//form")
    own = lin.get("/workbench/mappings/of-works")
    assert own.xpath("//main//a[contains(@href, '/edit')]")
    assert not own.xpath("//main//input[@type='file']")  # a batch is no task of an applicant


def test_an_applicant_creates_changes_and_deletes_mappings_of_its_own_client(people: Body, lin: Browser) -> None:
    first = created(people, "mia", SECOND_ID)
    assert (first.client, first.revision) == (MILL, 1)
    assert refused(called(people, "mia", "CreateMapping"), creation(SECOND_ID)).reason == "MAPPING_CHANGED"
    assert created(people, "mia", SECOND_ID, 1, client=MILL).revision == 2
    reading = mappings.GetMappingRequest(name=first.name)
    assert refused(called(people, "lin", "GetMapping"), reading).reason == "MAPPING_NOT_FOUND"
    called(people, "mia", "DeleteMapping")(mappings.DeleteMappingRequest(name=first.name))
    assert refused(called(people, "mia", "GetMapping"), reading).reason == "MAPPING_NOT_FOUND"
    created(people, "ada", "by-staff", client=CLIENT)
    lin.send("/workbench/mappings/by-staff/edit", display_name="Corrected")
    newest = called(people, "ada", "GetMapping")(mappings.GetMappingRequest(name=f"{PARENT}/mappings/by-staff"))
    assert (newest.display_name, newest.client, newest.revision) == ("Corrected", CLIENT, 2)
    posted(lin, "/workbench/mappings/by-staff", lin.fields("/workbench/mappings/by-staff"), None, 303)
    lin.get("/workbench/mappings/by-staff", status=404)


def test_a_file_is_not_read_into_the_case_of_another_client(people: Body, lin: Browser) -> None:
    request = applying("of-the-mill")
    request.client, request.subject = MILL, f"{PARENT}/subjects/mill"
    request.content.sites[:] = ["hall"]
    people.call("office", "CreateCase")(request)
    revision = people.get("of-the-mill").revision
    typed = {**lin.fields("/workbench/mappings/new"), "case": "of-the-mill", "mapping": "of-works"}
    posted(lin, "/workbench/cases/of-the-mill/mapped-file", typed, b"Energy\n5\n", 404)
    typed |= {"scorecard": CARD, "heading-0": "Energy", "target-0": "energy_used", "display_name": "Forged"}
    posted(lin, "/workbench/mappings/save", typed, None, 404)
    assert people.get("of-the-mill").revision == revision
    assert "Forged" not in listed(people, "ada")


def test_applicants_of_another_organization_or_without_a_client_have_no_access(people: Body) -> None:
    file = mappings.MappedFile(content=b"Energy\n5\n")
    name, absent = (f"{PARENT}/mappings/{id}" for id in ("of-works", "none-such"))
    for method, request in (
        ("GetMapping", mappings.GetMappingRequest(name=name)),
        ("GetMapping", mappings.GetMappingRequest(name=absent)),
        ("ListMappings", mappings.ListMappingsRequest(parent=PARENT)),
        ("DeleteMapping", mappings.DeleteMappingRequest(name=name)),
        ("ApplyMapping", mappings.ApplyMappingRequest(name=name, file=file)),
        ("CreateMapping", creation(SECOND_ID)),
        ("SuggestMapping", mappings.SuggestMappingRequest(parent=PARENT, scorecard=CARD, file=file)),
    ):
        assert refused(called(people, "stranger", method), request).reason == "OTHER_ORGANIZATION", method
        assert "No client user is registered" in refused(called(people, "stray", method), request).message, method


@pytest.mark.full
def test_a_client_has_a_hundred_mappings_that_do_not_count_for_others(people: Body) -> None:
    ids = [f"m-{number:012x}" for number in range(101)]
    free = 100 - len(listed(people, "mia") - {"shared"})
    for id in ids[:free]:
        created(people, "mia", id)
    assert "already has 100 mappings" in refused(called(people, "mia", "CreateMapping"), creation(ids[100])).message
    assert created(people, "mia", ids[0], 1).revision == 2
    assert created(people, "lin", ids[100]).client == CLIENT
    assert created(people, "ada", "more").client == ""
