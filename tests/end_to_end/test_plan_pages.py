"""Pages of improvement plans on a server, for visitors, assessors and applicants, without scripts."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import grpc
import httpx
import pypdf
import pytest
import yaml
from docx import Document
from lxml import html
from openpyxl import load_workbook

from rules.contracts import DeclaredValue
from service.gazette.publication import write_version
from service.identity.principals import Role
from service.workbench.page import page_words
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import refused, request_for
from tests.support.casework import PARENT, SUBJECT, Body
from tests.support.identities import bearing
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import case_service_pb2 as cases, plan_pb2, plan_service_pb2
from touchstone.v1.plan_service_pb2_grpc import PlanServiceStub

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]
TRY = f"/try/{CARD}/plan"
ANSWERS = {
    "scorecard": f"scorecards/{CARD}",
    "settings": {"reading": "cascade"},
    "facts": [
        {"fact_id": "renewable_share", "value": {"number": "45", "unit": "%"}},
        {"fact_id": "serious_violations", "value": {"number": "0", "unit": "time"}},
        {"fact_id": "status", "value": {"choice": "open"}},
    ],
}
"""Answers that reach no grade: 30 points."""
GRADES = "every"
SOLAR = {"how": "value", "change": "80", "once": "100,000 – 120000", "yearly": "500", "lead_days": "30"}
CLOSED = {"how": "value", "change": "closed", "once": "5000"}


def begin(folder: Path) -> RunningServer:
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    settings: dict[str, Any] = {
        "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0", "TOUCHSTONE_SELF_CHECK": CARD,
        "TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR": "0",
    }  # fmt: skip
    return RunningServer(folder, folder / "gazette", **settings)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Body]:
    with begin(tmp_path_factory.mktemp("plans")) as running:
        body = Body(running)
        body.begin()
        yield body


class PlanForm:
    """The form of a plan in a browser without scripts."""

    def __init__(self, browser: Browser, path: str, **first: str) -> None:
        self.browser, self.path = browser, path
        page = browser.get(path)
        self.take(page)
        self.values |= first

    def take(self, page: html.HtmlElement) -> None:
        self.page = page
        (form,) = page.xpath("//form[@id='plan']")
        self.values: dict[str, Any] = {}
        for name, value in form.form_values():
            before = self.values.get(name)
            self.values[name] = value if before is None else [*([before] if isinstance(before, str) else before), value]

    def send(self, do: str, status: Any = 200, file: Any = b"", **typed: Any) -> httpx.Response:
        values = {**self.values, **typed, "do": do}
        sent = {name: ("m.yaml" if file else "", file)} if (name := "file") else {}
        answer = self.browser.http.post(self.path, data=values, files=sent)
        assert answer.status_code == status, html.fromstring(answer.text).xpath("string(//main)")
        return answer

    def do(self, do: str, status: Any = 200, file: Any = b"", **typed: Any) -> str:
        """Send the form, take the next one, and return the text of the page."""
        self.take(html.fromstring(self.send(do, status, file, **typed).text))
        return self.text

    @property
    def text(self) -> str:
        return " ".join(str(self.page.xpath("string(//main)")).split())

    def add(self, fact: str, fields: Mapping[str, str]) -> None:
        self.do("add", add_fact=fact)
        number = self.rows - 1
        self.values |= {f"{name}-{number}{'-0' * (name in ('how', 'change'))}": value for name, value in fields.items()}

    @property
    def rows(self) -> int:
        return sum(name.startswith("measure-") for name in self.values)

    def search(self, status: Any = 200, **typed: Any) -> str:
        """Search until the result is on the page."""
        text = self.do("search", status, **typed)
        for _ in range(100):
            if not self.page.xpath("//button[@value='stop']"):
                return text
            time.sleep(0.2)
            text = self.do("search", status)
        raise AssertionError(text)

    def table(self, section: str) -> list[list[str]]:
        rows = self.page.xpath(f"//div[@aria-labelledby='{section}']//tbody/tr")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def tried(body: Body, language: str = "en", **first: str) -> PlanForm:
    """Open the plan of answers, without proposals."""
    form = PlanForm(Browser(body.server.http, language), TRY, answers=json.dumps(ANSWERS), goal=GRADES, **first)
    while form.rows:
        form.do("remove:0")
    return form


def filled(body: Body, language: str = "en") -> PlanForm:
    form = tried(body, language)
    form.add("renewable_share", SOLAR)
    form.add("status", CLOSED)
    return form


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_visitor_finds_the_cost_of_each_grade(body: Body, language: str) -> None:
    form = filled(body, language)
    text = form.search()
    silver, gold = form.table("curve")
    assert (silver[0], gold[0]) == ("silver", {"en": "Gold", "zh": "金"}[language])
    assert [re.sub(r"\D", "", row[1]) for row in (silver, gold)] == ["5000", "125500"]
    assert [row[3] for row in (silver, gold)] == ["1", "2"]
    proved = {"en": "Proved: no cheaper plan exists.", "zh": "已证明：没有费用更低的方案。"}[language]
    assert silver[4] == gold[4] == proved
    assert len(form.page.xpath("//figure[contains(@class, 'plot')]")) == 3  # the curve, and the time of each plan
    moved = form.table("plan-2-moved")
    assert [row[0] for row in moved[:2]] == (
        ["I1 Renewable energy", "I2 Status"] if language == "en" else ["I1 可再生能源", "I2 状态"]
    )
    assert page_words(language)["plans"]["not_stored"] in text


def test_each_goal_has_its_answer(body: Body) -> None:
    form = filled(body)
    text = form.search(goal="grade:gold")
    assert "at most 125,500 CNY" in text
    (heads,) = form.page.xpath("//div[@aria-labelledby='alternatives']//thead/tr")
    assert [cell.text_content().strip() for cell in heads][1:] == ["Cheapest", "Fastest", "Fewest measures"]
    text = form.search(goal="highest:", budget="6,000")
    assert "70" in text
    assert "no plan within the budget reaches a higher value" in text
    for goal in ("highest:offset", "lowest:offset"):
        assert "'offset' is not known for this subject" in form.do("search", 422, goal=goal)
    text = form.search(goal="grade:gold", budget="", **{"once-0": "", "yearly-0": ""})  # not considered
    assert "no plan earns more than 70" in text
    assert "1 of 2 measures with a cost" in text


def test_problems_are_at_their_fields_and_nothing_is_lost(body: Body) -> None:
    form = filled(body)
    text = form.do(
        "search", 422, goal="grade:gold", budget="x", goal_date="", years="0", currency="RMB",
        **{"change-0-0": "", "lead_days-0": "soon", "once-1": "-5", "how-1-0": ""},
    )  # fmt: skip
    for field in ("budget", "goal_date", "years", "change-0-0", "lead_days-0", "how-1-0"):
        assert form.page.xpath(f"//*[@id='e-{field}']"), (field, text)
        assert form.page.xpath(f"//a[@href='#f-{field}']")
    assert "Row 1 (Renewable share):" in text
    assert (form.values["once-0"], form.values["years"], form.rows) == ("100,000 – 120000", "0", 2)
    form = filled(body)
    form.do("search", 422, goal="grade:gold", **{"once-1": "-5", "change-0-0": "120", "earliest_date-1": "soon"})
    for field in ("once-1", "change-0-0", "earliest_date-1"):
        assert form.page.xpath(f"//*[@id='e-{field}']"), (field, form.text)
    assert "Row 2 (status):" in form.text
    form.do("search", 422, currency="XXQ", **{"once-1": "5", "change-0-0": "80", "earliest_date-1": ""})
    assert form.page.xpath("//*[@id='e-currency']"), form.text
    form = tried(body)
    form.do("search", 422)
    assert form.page.xpath("//*[@id='e-measures']")
    form.do("add", 422)
    assert form.page.xpath("//*[@id='e-add_fact']")
    form.do("upload", 422)
    assert form.page.xpath("//*[@id='e-file']")
    form.do("upload", 422, file=b"measures: [{id: a, cost: 5}]")
    assert form.page.xpath("//*[@id='e-file']")


def test_a_range_and_a_requirement_are_typed_on_the_page(body: Body) -> None:
    form = filled(body)
    form.do("open:0", **{"how-0-0": "amount", "change-0-0": "1", "once-0": "", "yearly-0": ""})
    levels = {"level_least-0": "0", "level_most-0": "50", "level_step-0": "5", "level_once-0": "1,000"}
    text = form.search(goal="grade:gold", **{**levels, "requires-0": "own-2"})
    assert "40,000 CNY" in text  # 35 percentage points at least, 40 after the measure that is required
    form.do("search", 422, **{"level_most-0": "12", "level_step-0": "-5", "requires-0": ["own-2", "own-1"]})
    for field in ("level_step-0", "requires-0"):
        assert form.page.xpath(f"//*[@id='e-{field}']"), form.text
    assert form.values["level_step-0"] == "-5"
    form.do("open:1", **{"requires-0": "own-2"})
    form.do("search", 422, **{"requires-1": "own-1"})  # a circle is at the first of its measures, which opens
    assert form.page.xpath("//*[@id='e-requires-0']"), form.text
    assert form.values["open"] == "0"
    form.do("add_effect:0", 422, **{"add_effect-0": ""})
    assert form.page.xpath("//*[@id='e-add_effect-0']"), form.text


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"measure-0": "{"}, 422),
        ({"measure-0": "[" * 50_000}, 422),
        ({"measure-0": '{"id": "x", "effects": [{"fact_id": "none_such", "share": "5"}]}', "once-0": "1"}, 422),
        ({"do": "dossier:99"}, 422),
        ({"do": "dossier:x"}, 422),
        ({"do": "remove:99"}, 200),
        ({"do": "none_such"}, 200),
        ({"goal": "grade:none_such"}, 422),
        ({"answers": "{"}, 422),
        ({"form_token": "of-another-visit"}, 403),
    ],
)
def test_input_that_no_page_sends_is_refused_on_the_page(body: Body, typed: dict[str, str], status: int) -> None:
    form = filled(body)
    form.search()
    do = typed.pop("do", "search")
    if "answers" in typed:  # the page itself cannot be shown without answers
        values = {**form.values, **typed, "do": do}
        assert form.browser.http.post(TRY, data=values, files={"file": ("", b"")}).status_code in (400, 422)
        return
    answer = form.send(do, status, **typed)
    assert "<script>" not in answer.text


def test_typed_text_is_escaped_on_the_page_and_in_files(body: Body) -> None:
    script = "<script>alert(1)</script>\"'>"
    form = tried(body)
    form.add("status", {**CLOSED, "measure_name": f"={script}", "measure_group": "power"})
    form.search(goal="grade:silver")
    assert not form.page.xpath("//script[not(@src)]")
    assert script in form.text
    book = load_workbook(BytesIO(form.send("report:xlsx").content))
    named = [cell for sheet in book for row in sheet.iter_rows() for cell in row if script in str(cell.value)]
    assert named
    assert {cell.data_type for cell in named} == {"s"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_reports_have_the_sections_of_the_page(body: Body, language: str) -> None:
    form = filled(body, language)
    form.search()
    found = form.page.xpath("//div[@id='answer']//*[self::h2 or self::h3]")
    heads = [" ".join(head.text_content().split()) for head in found]
    assert len(heads) > 8
    document = Document(BytesIO(form.send("report:docx").content))
    written = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.style and str(paragraph.style.name).startswith("Heading")
    ]
    assert written == heads
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"5,000 CNY", "125,500 CNY"} <= cells
    book = load_workbook(BytesIO(form.send("report:xlsx").content))
    assert {5000, 125500} <= {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    paper = pypdf.PdfReader(BytesIO(form.send("report:pdf").content))
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in paper.pages))
    for head in heads:
        assert re.sub(r"\s", "", head) in text
    assert form.send("report:pdf").content == form.send("report:pdf").content


def test_measures_are_saved_and_uploaded_without_loss(body: Body) -> None:
    form = filled(body)
    form.search()
    saved = form.send("yaml").content
    assert {measure["id"] for measure in yaml.safe_load(saved)["measures"]} == {"own-1", "own-2"}
    for kind in ("yaml", "workbook"):
        other = tried(body)
        other.do("upload", file=form.send(kind).content)
        assert other.rows == 2
        for name in ("once-0", "yearly-0", "lead_days-0", "change-0-0", "how-0-0", "change-1-0", "once-1"):
            assert other.values[name].replace(",", "") == form.values[name].replace(",", ""), (kind, name)
        other.search()
        assert other.table("curve") == form.table("curve")


@pytest.mark.parametrize(("language", "name"), [("en", "Renewable share: 80 %"), ("zh", "可再生能源占比：80 %")])
def test_proposals_are_filled_in_without_costs(body: Body, language: str, name: str) -> None:
    browser = Browser(body.server.http, language)
    (form,) = browser.get(f"/try/{CARD}").xpath("//form[@id='check']")
    token = dict(form.form_values())["form_token"]
    sent = {"form_token": token, "answers": json.dumps(ANSWERS), "do": "begin"}
    plan = PlanForm(browser, TRY)
    plan.take(html.fromstring(browser.http.post(TRY, data=sent, files={"file": ("", b"")}).text))
    assert plan.values["goal"] == "grade:silver"  # the next grade
    assert plan.values["measure_name-0"] == name
    assert {plan.values[f"once-{row}"] for row in range(plan.rows)} == {""}
    plan.do("search", 422)
    assert plan.page.xpath("//*[@id='e-measures']")
    row = next(row for row in range(plan.rows) if plan.values.get(f"change-{row}-0") == "closed")
    assert "5,000 CNY" in plan.search(**{f"once-{row}": "5000"})
    saved = plan.send("yaml").content
    plan.do("upload", file=saved)  # a file has all rows, also those without a cost
    assert plan.values[f"once-{row}"] == "5000"
    assert {plan.values[f"once-{other}"] for other in range(plan.rows) if other != row} == {""}
    assert page_words(language)["plans"]["without_cost"].format(count=plan.rows - 1) in plan.text


def test_a_self_check_saves_the_end_state_but_does_not_evaluate_it_as_of_today(body: Body) -> None:
    form = filled(body)
    form.search()
    assert not form.page.xpath("//button[starts-with(@value, 'end:')]")
    saved = yaml.safe_load(form.send("dossier:1").content)
    assert saved["facts"]["status"]["value"] == "closed"


def staff(body: Body, role: Role = Role.ASSESSOR, language: str = "en") -> Browser:
    name = f"{role.value}-{body.new_id()}"
    browser = Browser(body.server.http, language)
    browser.sign_in(name, new_account_at(body.server, name, [role], "example"))
    return browser


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_assessor_plans_from_a_stored_result(body: Body, language: str) -> None:
    name = body.evaluate(status=DeclaredValue(choice="open")).rpartition("/")[2]
    browser = staff(body, language=language)
    link = page_words(language)["plans"]["link"]
    (address,) = browser.get(f"/workbench/results/{name}").xpath(f"//main//a[text()='{link}']/@href")
    form = PlanForm(browser, address)
    while form.rows:
        form.do("remove:0")
    form.add("status", CLOSED)
    text = form.search(goal="grade:gold")
    assert "5,000 CNY" in text
    form.do("end:0")
    (panel,) = form.page.xpath("//section[@aria-labelledby='end']")
    assert "100.00" in panel.text_content()
    assert form.send("report:docx").content[:2] == b"PK"
    assert form.send("report:pdf").content[:4] == b"%PDF"


def test_an_applicant_plans_for_the_own_case_only(body: Body) -> None:
    case = body.new_id()
    body.to_evaluation(case)
    account = f"lin-{case}"
    known = cases.CasePerson(person=account, display_name="Lin", accounts=[f"account/{account}"], client="works")
    body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=known))
    browser = Browser(body.server.http)
    browser.sign_in(account, new_account_at(body.server, account, [Role.APPLICANT], "example"))
    form = PlanForm(browser, f"/workbench/cases/{case}/plan")
    assert not form.page.xpath("//nav[contains(@class, 'menu')]")
    while form.rows:
        form.do("remove:0")
    form.add("status", CLOSED)
    assert "Gold" in form.search(goal="grade:gold")
    assert not form.page.xpath("//button[starts-with(@value, 'end:')]")  # only assessors evaluate
    evaluation = body.evaluate().rpartition("/")[2]
    assert browser.http.get(f"/workbench/results/{evaluation}/plan").status_code in (403, 404)
    stranger = Browser(body.server.http)
    other = f"other-{case}"
    stranger.sign_in(other, new_account_at(body.server, other, [Role.APPLICANT], "elsewhere"))
    refusals = [stranger.http.get(f"/workbench/cases/{case}{page}") for page in ("", "/plan")]
    assert [refusal.status_code for refusal in refusals] == [refusals[0].status_code] * 2
    assert refusals[1].status_code >= 400
    assert "Works Ltd" not in refusals[1].text


def test_an_applicant_plans_only_from_facts_in_the_request(body: Body) -> None:
    evaluation, key = body.evaluate(), bearing(body.new_key(Role.APPLICANT))
    stub = PlanServiceStub(body.server.channel)
    closed = plan_pb2.FactEffect(fact_id="status", value={"choice": "closed"})
    cost = plan_pb2.CostRange(least="5", most="5")
    measures = plan_pb2.MeasureList(
        currency="CNY", measures=[plan_pb2.Measure(id="a", effects=[closed], cost_once=cost)]
    )
    goal = plan_pb2.PlanGoal(kind=plan_pb2.PLAN_GOAL_KIND_GRADE, grade="silver", date="2027-11-30")
    own = request_for(small_subject(status=DeclaredValue(choice="open")))
    own.subject, own.request_id = SUBJECT, ""
    versioned = type(own)()
    versioned.CopyFrom(own)
    versioned.scorecard = f"scorecards/{CARD}/versions/1.0.0"
    wanted: dict[str, Any] = {"measures": measures, "goal": goal}
    baselines: list[dict[str, Any]] = [
        {"evaluation": evaluation}, {"request": versioned}, {"request": own, "scorecard_version": versioned.scorecard},
    ]  # fmt: skip
    for baseline in baselines:
        request = plan_service_pb2.PlanImprovementRequest(**wanted, **baseline)
        answer = refused(lambda each: list(stub.PlanImprovement(each, metadata=key)), request)
        assert (answer.code, answer.reason) == (grpc.StatusCode.PERMISSION_DENIED, "ROLE_NEEDED")
    answers = list(stub.PlanImprovement(plan_service_pb2.PlanImprovementRequest(**wanted, request=own), metadata=key))
    assert answers[-1].result.plans[0].is_proved


def test_a_search_can_be_stopped_and_leaves_the_form(body: Body) -> None:
    form = filled(body)
    form.do("stop")
    assert page_words("en")["plans"]["stopped"] in form.text
    assert form.rows == 2
    assert "125,500 CNY" in form.search()
