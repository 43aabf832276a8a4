"""Forms of competence and of sampling in profiles, and the accessibility of pages of audit planning and registers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from service.identity.principals import Role
from tests.end_to_end.test_audit_planning import PLANNED_PROFILE, certified, contracted, plan
from tests.support.accessibility import check_accessible
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import PARENT, Body
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
CHINA = "china-certificates"


@pytest.fixture(scope="module")
def passwords(body: Body) -> Mapping[str, str]:
    body.profile(PLANNED_PROFILE, id="planned")
    contracted(body, "practised")
    plan(body, "practised")
    body.to_certificate("certified")
    office = account_of(body, "registrar", [Role.OPERATOR, Role.REVIEWER])
    return {**people_of(body), "registrar": office}


@pytest.fixture(scope="module")
def registrar(body: Body, passwords: Mapping[str, str]) -> Browser:
    browser = Browser(body.server.http)
    browser.sign_in("registrar", passwords["registrar"])
    return browser


def test_competence_by_technical_area_is_entered_line_by_line(body: Body, registrar: Browser) -> None:
    path = "/workbench/people/ada"
    lines = "evaluation | casting | 2026-01-01 | | HR-7\nevaluation ｜ rolling ｜ 2026-01-01 ｜ 2028-12-31 ｜ HR-8"
    registrar.send(path, competences=lines)
    saved = [(row.function, row.area, row.last_date, row.evidence) for row in body.person("ada").competences]
    assert saved == [("evaluation", "casting", "", "HR-7"), ("evaluation", "rolling", "2028-12-31", "HR-8")]
    shown = registrar.get(path).xpath("//*[@name='competences']")[0].text_content().strip()
    assert shown.splitlines()[0] == "evaluation | casting | 2026-01-01 |  | HR-7"
    registrar.send(path)
    assert len(body.person("ada").competences) == 2


@pytest.mark.parametrize(("language", "name"), [("en", "Recertification"), ("zh", "再认证")])
def test_an_open_recertification_has_its_own_name_on_each_page(
    body: Body, passwords: Mapping[str, str], language: str, name: str
) -> None:
    case = f"again-{language}"
    certified(body, case)
    plan(body, case, "recertify")
    client = f"client-{language}"
    password = account_of(body, client, [Role.APPLICANT])
    person = cases.CasePerson(person=client, display_name="Client", accounts=[f"account/{client}"], client="works")
    body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=person))
    people = {"rui": passwords["rui"], client: password}
    pages = [("rui", f"/workbench/cases/{case}/comparison"), (client, f"/workbench/apply/{case}")]
    for who, path in pages:
        browser = Browser(body.server.http, language)
        browser.sign_in(who, people[who])
        shown = " ".join(browser.get(path).xpath("//main")[0].text_content().split())
        assert f"{name} 1" in shown, path


@pytest.mark.parametrize("line", [
    "evaluation | casting", "evaluation | Ca sting | 2026-01-01 | | HR-7", "dancing | casting | 2026-01-01 | | HR-7",
    "evaluation | casting | 2026-02-30 | | HR-7", "evaluation | casting | 2027-01-01 | 2026-01-01 | HR-7",
    "evaluation | casting | 2026-01-01 | | ",
])  # fmt: skip
def test_an_invalid_competence_is_refused_with_everything_typed(registrar: Browser, line: str) -> None:
    answer = registrar.send("/workbench/people/ada", 422, competences=line)
    assert 'href="#f-competences"' in answer.text
    assert line.strip() in answer.text


def test_a_profile_form_takes_sampling_audit_time_areas_and_the_window_of_renewal(
    body: Body, passwords: Mapping[str, str]
) -> None:
    author = Browser(body.server.http)
    author.sign_in("author", passwords["author"])
    path = "/workbench/profiles/planned"
    fields = author.fields(path)
    assert (fields["sample"], fields["audit_time"], fields["renewal_months"]) == ("iaf_md_1", "qms", "6")
    wrong = author.send(path, 422, renewal_months="many", restoration_months="-1", technical_areas="Ca sting")
    for name in ("renewal_months", "restoration_months"):
        assert f'href="#f-{name}"' in wrong.text
    assert 'value="many"' in wrong.text
    author.send(path, audit_time="ems", technical_areas="casting", renewal_months="3", restoration_months="2")
    again = author.fields(path)
    names = ("audit_time", "technical_areas", "renewal_months", "restoration_months")
    assert [str(again[name]).strip() for name in names] == ["ems", "casting", "3", "2"]
    assert 'href="#f-technical_areas"' in author.send(path, 422, technical_areas="Ca sting").text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_accessible(body: Body, passwords: Mapping[str, str], registrar: Browser, language: str) -> None:
    made = registrar.send(
        f"/workbench/register-exports?format={CHINA}", format=CHINA, period="beginning", allow_gaps="1"
    )
    check_accessible(
        body.server, "registrar", passwords["registrar"],
        [
            "/workbench/cases/practised/programme", "/workbench/cases/certified/programme", "/workbench/people/ada",
            "/workbench/new-person",
            f"/workbench/register-exports?format={CHINA}", f"/workbench/register-exports/formats/{CHINA}",
            "/workbench/register-exports/formats/iaf-certsearch", made.headers["location"],
        ],
        language,
    )  # fmt: skip
    check_accessible(
        body.server, "rui", passwords["rui"],
        ["/workbench/cases/certified/programme/recertify", "/workbench/cases/certified/steps/survey",
         "/workbench/cases/certified/steps/recertify"],
        language, width=375,
    )  # fmt: skip
    check_accessible(
        body.server, "author", passwords["author"], ["/workbench/profiles/planned", "/workbench/new-profile"], language
    )
