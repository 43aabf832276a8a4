"""Cases on a server with identities, each story in an empty organisation, and attempts to break the rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import grpc
import pytest

from service.identity.principals import Role
from service.store.store import Store
from service.transparency.leaves import CASE_STEP
from tests.support.calling import refused
from tests.support.casework import PARENT, PROFILE, REPORT, Body, applying
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases, case_service_pb2_grpc

pytestmark = pytest.mark.full
SETTINGS = {"TOUCHSTONE_PUBLIC_REGISTERS": "example, open"}


def test_a_case_runs_from_intake_to_certificate(body: Body) -> None:
    opened = body.apply("intake")
    assert (opened.state, opened.revision) == ("submitted", 1)
    assert body.apply("intake") == opened
    accept = next(one for one in opened.next_steps if one.step == "accept")
    assert (list(accept.roles), list(accept.persons)) == (["reviewer", "decider"], ["dan", "rui"])
    body.step("rui", "intake", "ask", due_date="2099-01-31", statement="Who runs hall 2?")
    assert ("answer", "Works Ltd 某某 工厂") in [(one.kind, one.client_display_name) for one in due(body)]
    body.step("office", "intake", "answer", statement="We do.")
    body.step("rui", "intake", "accept")
    body.step("office", "intake", "agree", agreement_digest="cd" * 32)
    small = body.refused("rui", "intake", "plan", team=["ada"], sites=["hall-0"], due_date="2099-01-31")
    assert "at least 2" in small.violations["content.sites"]
    body.step("rui", "intake", "plan", team=["ada"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", "intake", "start")
    evaluation = body.evaluate()
    concluded = body.step("ada", "intake", "conclude", evaluation=evaluation, report_digest=REPORT)
    assert concluded.content.result == "gold"
    assert re.fullmatch("[0-9a-f]{64}", concluded.content.dossier_revision)
    body.step("ada", "intake", "hand_over")
    body.step("dan", "intake", "recommend", evaluation=evaluation, report_digest=REPORT)
    granted = body.step(
        "dan", "intake", "grant", evaluation=evaluation, report_digest=REPORT, sites=["hall-0", "hall-1"],
        conditions=["keep the meters sealed"],
    )  # fmt: skip
    assert granted.state == "granted"
    issued = body.step("dan", "intake", "issue")
    (certificate,) = issued.items
    assert issued.state == "certified"
    assert re.fullmatch(r"SF-20\d\d-\d{4}", certificate.content.number)
    assert certificate.state == "valid"
    assert certificate.content.holder == "Works Ltd 某某 工厂"
    assert list(certificate.content.sites) == ["hall-0", "hall-1"]
    assert certificate.content.first_date < certificate.content.last_date
    assert {"surveillance", "expiry"} <= {one.kind for one in due(body) if one.case_name == issued.name}
    assert [one.person for one in issued.steps] == [
        "office", "rui", "office", "rui", "office", "rui", "ada", "ada", "ada", "dan", "dan", "dan",
    ]  # fmt: skip


def due(body: Body) -> list[cases.DueItem]:
    request = cases.ListDueItemsRequest(parent=PARENT, last_date="2199-12-31", page_size=1)
    items = []
    while True:
        answer = body.call("ada", "ListDueItems")(request)
        items += answer.due_items
        if not answer.next_page_token:
            return items
        request.page_token = answer.next_page_token


def test_an_invalid_date_is_reported_under_the_field_name_of_the_request(body: Body) -> None:
    asked = cases.ListDueItemsRequest(parent=PARENT, last_date="tomorrow")
    assert list(refused(body.call("ada", "ListDueItems"), asked).violations) == ["last_date"]
    person = cases.CasePerson(person="adele", display_name="Adele", last_date="tomorrow")
    saved = cases.SaveCasePersonRequest(parent=PARENT, case_person=person)
    assert list(refused(body.call("operator", "SaveCasePerson"), saved).violations) == ["case_person.last_date"]


def test_findings_with_corrective_action(body: Body) -> None:
    body.to_evaluation("findings")
    wrong: dict[str, Any] = {"severity": "major", "requirement": "r", "statement": "s"}
    bad: tuple[dict[str, Any], ...] = (
        {"due_date": "tomorrow"},
        {"due_date": "2020-01-01"},
        {"evidence": ["photograph"]},
    )
    for fields in bad:
        assert [f"content.{name}" for name in fields] == [
            *body.refused("ada", "findings", "raise", **wrong, **fields).violations
        ]
    raised = body.step(
        "ada", "findings", "raise", severity="major", requirement="§5.1", statement="No meter log of May was shown."
    )
    (finding,) = raised.items
    assert (finding.item, finding.state) == ("findings/1", "open")
    assert finding.content.due_date
    list_items = body.call("ada", "ListCaseItems")
    open_findings = cases.ListCaseItemsRequest(parent=PARENT, kind="findings", states=["open"])
    (listed,) = list_items(open_findings).case_items
    assert (listed.case_name, listed.item) == (raised.name, finding)
    assert (listed.client_display_name, listed.as_of_date) == ("Works Ltd 某某 工厂", raised.as_of_date)
    name = body.evaluate()
    body.step("ada", "findings", "conclude", evaluation=name, report_digest=REPORT)
    body.step("ada", "findings", "hand_over")
    body.step("dan", "findings", "recommend", evaluation=name, report_digest=REPORT)
    grant: dict[str, Any] = {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0"]}
    assert (
        "findings are not closed: findings/1. Close them first"
        in body.refused("dan", "findings", "grant", **grant).message
    )
    item = "findings/1"
    lacking = body.refused("office", "findings", "answer", item, cause="Nobody was told to read it.")
    assert set(lacking.violations) == {"content.correction", "content.corrective_action"}
    body.step(
        "office", "findings", "answer", item, cause="Nobody was told to read it.", correction="Read since June.",
        corrective_action="The shift plan names who reads.",
    )  # fmt: skip
    own = body.refused("ada", "findings", "accept_plan", item)
    assert "Have another person assess" in own.message
    body.step("ben", "findings", "accept_plan", item)
    extended = body.step("ben", "findings", "extend", item, due_date="2098-12-31")
    assert extended.items[0].content.due_date == "2098-12-31"
    assert "1 time" in body.refused("ben", "findings", "extend", item, due_date="2099-12-31").message
    body.step("office", "findings", "show", item, evidence=["ef" * 32])
    body.step("ben", "findings", "return", item)
    body.step("office", "findings", "answer", item, cause="c", correction="c", corrective_action="a")
    body.step("ben", "findings", "accept_plan", item)
    body.step("office", "findings", "show", item, evidence=["ab" * 32])
    closed = body.step("ben", "findings", "close", item, method="Read the log of June on site.")
    assert closed.items[0].state == "closed"
    assert not list_items(open_findings).case_items
    for field, request in (
        ("kind", cases.ListCaseItemsRequest(parent=PARENT)),
        ("kind", cases.ListCaseItemsRequest(parent=PARENT, kind="finding")),
        ("states", cases.ListCaseItemsRequest(parent=PARENT, kind="findings", states=["valid"])),
    ):
        assert list(refused(list_items, request).violations) == [field]
    assert body.step("dan", "findings", "grant", **grant).state == "granted"
    assert body.step("dan", "findings", "issue").items[0].content.number


def test_a_certificate_is_suspended_and_reinstated_after_an_appeal(body: Body) -> None:
    number = body.to_certificate("appealed").number
    item = "certificates/1"
    body.step("dan", "appealed", "suspend", item, due_date="2098-01-31", statement="Meters were found unsealed.")
    assert "suspension_end" in [one.kind for one in due(body) if one.case_name.endswith("/appealed")]
    body.step("office", "appealed", "appeal", statement="They were sealed.", complainant="Works Ltd")
    appeal = "appeals/1"
    outsider = body.refused("dan", "appealed", "acknowledge", appeal, due_date="2098-01-15")
    assert "Persons allowed to take this step: Eva" in outsider.message
    body.step("eva", "appealed", "acknowledge", appeal, due_date="2098-01-15")
    body.step("eva", "appealed", "investigate", appeal, statement="The seals are on the photographs.")
    body.step("eva", "appealed", "uphold", appeal, outcome="The suspension rested on the wrong hall.")
    whole = body.step("dan", "appealed", "reinstate", item)
    assert {one.item: one.state for one in whole.items} == {appeal: "upheld", item: "valid"}
    body.step("dan", "appealed", "withdraw", item, statement="The works was closed.")
    again = body.refused("dan", "appealed", "withdraw", item)
    assert "is not allowed in the state withdrawn" in again.message
    assert body.get("appealed").items[1].content.number == number


def test_an_open_register_is_searchable_without_credentials(body: Body) -> None:
    number = body.to_certificate("public").number
    search = case_service_pb2_grpc.RegisterServiceStub(body.server.channel).SearchRegister

    def register_entries(text: str, organization: str = PARENT, **more: Any) -> list[cases.RegisterEntry]:
        answer = search(cases.SearchRegisterRequest(parent=organization, search=text, **more))
        return list(answer.register_entries)

    (entry,) = register_entries(number.lower())
    assert (entry.state, entry.holder, entry.result) == ("valid", "Works Ltd 某某 工厂", "gold")
    for text in ("ＷＯＲＫＳ ltd", "Ltd", "某某", "工厂", number[-4:]):
        assert [one.number for one in register_entries(text)].count(number) == 1, text
    body.step("dan", "public", "suspend", "certificates/1", due_date="2098-01-31", public_reason="Meters unsealed.")
    (entry,) = register_entries(number, state="suspended")
    assert entry.public_reason == "Meters unsealed."
    assert not any(one in str(entry) for one in ("dan", "ada", "cases/"))
    assert not register_entries(number, "organizations/open")
    assert not register_entries(number, "organizations/closed")
    short = refused(search, cases.SearchRegisterRequest(parent=PARENT, search="SF"))
    assert "Enter at least 3 letters" in short.violations["search"]


def test_only_the_first_of_two_conflicting_decisions_is_recorded(body: Body) -> None:
    name = body.to_recommendation("raced")
    fields: dict[str, Any] = {"evaluation": name, "report_digest": REPORT}
    grant = body.asked("raced", "grant", sites=["hall-0"], **fields)
    refusal = body.asked("raced", "refuse", **fields)
    body.call("dan", "TakeCaseStep")(grant)
    lost = refused(body.call("eva", "TakeCaseStep"), refusal)
    assert (lost.code, lost.reason) == (grpc.StatusCode.ABORTED, "CASE_CHANGED")
    assert body.get("raced").state == "granted"


def test_an_assessor_does_not_decide_even_after_a_change_of_role(body: Body) -> None:
    name = body.to_recommendation("promoted")
    grant: dict[str, Any] = {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0"]}
    assert body.refused("ada", "promoted", "grant", **grant).reason == "ROLE_NEEDED"
    body.keys["ada-promoted"] = body.new_key(Role.DECIDER)
    unknown = body.refused("ada-promoted", "promoted", "grant", **grant)
    assert "No person is registered" in unknown.message
    account = f"api_key/{body.keys['ada-promoted'].split('_')[1]}"
    ada = next(one for one in people(body) if one.person == "ada")
    ada.accounts.append(account)
    ada.functions.append("decision")
    body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=ada))
    promoted = body.refused("ada-promoted", "promoted", "grant", **grant)
    assert "took part in the evaluation" in promoted.message
    assert "Dan, Eva" in promoted.message
    other = cases.CasePerson(person="adele", display_name="Adele", accounts=[account], functions=["decision"])
    refusal = refused(
        body.call("operator", "SaveCasePerson"), cases.SaveCasePersonRequest(parent=PARENT, case_person=other)
    )
    assert refusal.reason == "CASE_EXISTS"
    asked = body.asked("promoted", "grant", **grant)
    asked.person = "dan"
    assert "signed in as ada" in refused(body.call("ada-promoted", "TakeCaseStep"), asked).violations["person"]


def people(body: Body) -> list[cases.CasePerson]:
    response = body.call("operator", "ListCasePersons")(cases.ListCasePersonsRequest(parent=PARENT))
    return list(response.case_persons)


def test_persons_are_listed_by_need(body: Body) -> None:
    def listed(name: str, **asked: Any) -> list[str]:
        response = body.call(name, "ListCasePersons")(cases.ListCasePersonsRequest(parent=PARENT, **asked))
        return [person.person for person in response.case_persons]

    assert len(listed("ada")) > 3
    assert listed("ada", persons=["dan", "nobody-such", "ben", "dan"]) == ["ben", "dan"]
    assert listed("ada", persons=["dan"], with_caller=True) == ["ada", "dan"]
    assert listed("ada", with_caller=True) == ["ada"]
    asked = cases.ListCasePersonsRequest(parent=PARENT, persons=["ben", "dan", "eva"], page_size=2)
    first = body.call("ada", "ListCasePersons")(asked)
    assert listed("ada", persons=asked.persons, page_size=2, page_token=first.next_page_token) == ["eva"]
    asked.persons.extend(f"person-{number}" for number in range(1_000))
    assert "persons" in refused(body.call("ada", "ListCasePersons"), asked).violations


def test_a_decision_is_refused_if_a_newer_evaluation_exists(body: Body) -> None:
    name = body.to_recommendation("yesterday")
    newer = body.evaluate()
    fields: dict[str, Any] = {"report_digest": REPORT, "sites": ["hall-0"]}
    assert (
        newer in body.refused("dan", "yesterday", "grant", evaluation=name, **fields).violations["content.evaluation"]
    )
    changed = body.refused("dan", "yesterday", "grant", evaluation=newer, **fields)
    assert "was not reviewed" in changed.violations["content.evaluation"]
    report = body.refused("dan", "yesterday", "grant", evaluation=name, report_digest="99" * 32, sites=["hall-0"])
    assert "content.report_digest" in report.violations


def test_a_certificate_is_not_backdated_and_covers_only_the_evaluated_sites(body: Body) -> None:
    name = body.to_recommendation("dated")
    wide = body.refused("dan", "dated", "grant", evaluation=name, report_digest=REPORT, sites=["hall-3"])
    assert "hall-3" in wide.violations["content.sites"]
    body.step("dan", "dated", "grant", evaluation=name, report_digest=REPORT, sites=["hall-0"])
    back = body.refused("dan", "dated", "issue", first_date="2020-01-01")
    assert "is outside the period" in back.violations["content.first_date"]
    more = body.refused("dan", "dated", "issue", scope="All the world")
    assert "content.scope" in more.violations


def test_the_same_by_commands(body: Body, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def output_for(person: str, *arguments: object) -> str:
        monkeypatch.setenv("TOUCHSTONE_TOKEN", body.keys[person])
        answered = touchstone("case", *arguments, "--server", body.server.address)
        assert answered.exit_code == 0, answered.output
        return answered.stdout

    assert "hall-1" in output_for(
        "office", "client", PARENT, "typed", "--display-name", "Typed", "--sites", '{"site": "hall-1", "address": "x"}'
    )
    proposal = tmp_path / "profile.toml"
    proposal.write_text(PROFILE, encoding="utf-8")
    assert "typed" in output_for("author", "propose-profile", PARENT, "typed", proposal)
    body.apply("typed")
    reason = ("--revision", 1, "--reason", "Who runs hall 2?", "--content", "due_date=2099-01-31")
    assert "waiting" in output_for("rui", "step", f"{PARENT}/cases/typed", "ask", *reason)
    assert "2099-01-31" in output_for("rui", "due", PARENT, "--last-date", "2099-02-01")
    body.apply("typed-2")
    body.step("rui", "typed-2", "ask", due_date="2099-01-31")
    body.to_evaluation("typed-3")
    body.step("ada", "typed-3", "raise", severity="minor", requirement="§7", statement="No log was shown.")
    findings = ("items", PARENT, "findings", "--states", "open", "--states", "answered")
    listed = output_for("ada", *findings)
    for part in (r"cases/typed-3$", r"clients/works$", "Works Ltd", r"findings/1\b", "statement: +No log was shown."):
        assert re.search(part, listed, re.MULTILINE), part
    every_page = ("--page-size", 1, "--all-pages", "--format", "csv")
    rows = output_for("rui", "due", PARENT, "--last-date", "2199-12-31", *every_page).splitlines()
    assert len(rows) - 1 == len(due(body)) > 1


def test_a_case_contains_the_display_name_of_its_client(body: Body) -> None:
    body.apply("called")
    assert body.get("called").client_display_name == "Works Ltd 某某 工厂"
    (listed,) = (case for case in body.listed() if case.name == f"{PARENT}/cases/called")
    assert listed.client_display_name == "Works Ltd 某某 工厂"


def test_other_organisations_have_no_access(body: Body) -> None:
    body.apply("private")
    body.keys["spy"] = body.new_key(Role.ASSESSOR, Role.REVIEWER, Role.DECIDER, organization="other")
    for method, request in (
        ("GetCase", cases.GetCaseRequest(name=f"{PARENT}/cases/private")),
        ("ListCases", cases.ListCasesRequest(parent=PARENT)),
        ("TakeCaseStep", body.asked("private", "accept")),
        ("ListDueItems", cases.ListDueItemsRequest(parent=PARENT)),
        ("ListCaseItems", cases.ListCaseItemsRequest(parent=PARENT, kind="findings")),
        ("ListClients", cases.ListClientsRequest(parent=PARENT)),
    ):
        assert refused(body.call("spy", method), request).reason == "OTHER_ORGANIZATION"


def test_invalid_applications_name_their_fields(body: Body) -> None:
    create = body.call("office", "CreateCase")
    assert (
        "small-factory"
        in refused(create, applying("w1", scorecard="scorecards/eu-battery")).violations["content.scorecard"]
    )
    assert "hall-9" in refused(create, applying("w2", sites=["hall-9"])).violations["content.sites"]
    assert "content.number" in refused(create, applying("w3", number="SF-1")).violations
    client = cases.CaseClient(client="old", display_name="Ｏld  works", merged_into="works")
    saved = body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=client))
    assert saved.merged_into == "works"
    merged = applying("w4")
    merged.client = f"{PARENT}/clients/old"
    assert "merged into works" in refused(create, merged).violations["client"]
    response = body.call("office", "ListClients")(cases.ListClientsRequest(parent=PARENT, search="OLD WORKS"))
    assert [one.client for one in response.case_clients] == ["old"]
    second = cases.CaseClient(client="again", display_name="Works", registered_id="91110000ma01")
    there = refused(body.call("office", "SaveClient"), cases.SaveClientRequest(parent=PARENT, case_client=second))
    assert there.reason == "CASE_EXISTS"


def test_every_step_is_noted_once(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_API_KEYS="true") as running:
        body = Body(running)
        body.begin()
        numbers = [body.to_certificate(f"case-{number}").number for number in range(2)]
        steps = sum(len(body.get(f"case-{number}").steps) for number in range(2))
        url = running.environment["TOUCHSTONE_DATABASE_URL"]
    assert [one[-4:] for one in numbers] == ["0001", "0002"]
    store = Store(url)
    try:
        noted = [one.leaf for one in store.log.leaves(0, 1_000) if one.leaf.kind == CASE_STEP]
    finally:
        store.close()
    assert len(noted) == steps
    assert b"Works" not in b"".join(one.document for one in noted)


def test_a_server_without_authentication_requires_the_person_of_a_step(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as running:
        cases_stub = case_service_pb2_grpc.CaseServiceStub(running.channel)
        unnamed = refused(cases_stub.CreateCase, applying("unnamed"))
    assert "This server has no authentication, so the request must name the person" in unnamed.message
    assert "--person ada" in unnamed.message
