"""Work in cases: responsible persons and obstacles of each step, the same in a case, a list and a refusal."""

from __future__ import annotations

from collections import Counter
from typing import Any

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from tests.support.calling import refused
from tests.support.casework import PARENT, PROFILE, REPORT, Body, applying, declared
from tests.support.identities import bearing
from touchstone.v1 import case_service_pb2 as cases, case_service_pb2_grpc

pytestmark = pytest.mark.full
Kind = cases.SearchResult.Kind


def listed(body: Body, person: str, *, with_others: bool = False, page_size: int = 0) -> list[cases.WorkItem]:
    request = cases.ListMyWorkRequest(parent=PARENT, with_others=with_others, page_size=page_size)
    work_items: list[cases.WorkItem] = []
    while True:
        response = body.call(person, "ListMyWork")(request)
        work_items += response.work_items
        if not response.next_page_token:
            return work_items
        request.page_token = response.next_page_token


def work(body: Body, person: str, case: str) -> dict[str, list[str]]:
    mine = [one for one in listed(body, person) if one.case_name.endswith(f"/{case}")]
    assert all(one.mine for one in mine)
    return {one.item: [step.step for step in one.steps if not step.hindrance] for one in mine}


def why_not(body: Body, person: str, case: str, step: str, item: str = "") -> str:
    return next(one.hindrance for one in body.get(case, person).next_steps if (one.item, one.step) == (item, step))


def test_an_application_waits_for_competent_persons_with_the_role(body: Body) -> None:
    body.apply("new")
    assert work(body, "rui", "new") == {"": ["ask", "accept", "decline"]}
    assert work(body, "ada", "new") == work(body, "eva", "new") == {}
    assert "not registered as competent for the application review" in why_not(body, "eva", "new", "accept")
    told = (
        "'Accept the application' requires one of these roles: reviewer, decider. "
        "Ask a person with such a role to take this step."
    )
    assert why_not(body, "ada", "new", "accept") == told
    accept = next(step for step in body.get("new").next_steps if step.step == "accept")
    assert list(accept.persons) == ["dan", "rui"]


def test_an_evaluation_waits_only_for_its_team(body: Body) -> None:
    body.to_evaluation("planned")
    body.keys["cyd"] = body.new_key(Role.ASSESSOR)
    body.register("cyd", functions=("evaluation",))
    assert work(body, "ada", "planned") == work(body, "ben", "planned") == {"": ["conclude"]}
    assert work(body, "cyd", "planned") == {}
    assert (
        why_not(body, "cyd", "planned", "conclude")
        == "Cyd is not a member of the planned team: Ada, Ben. Have a member of the team take the step."
    )
    conclude = next(step for step in body.get("planned").next_steps if step.step == "conclude")
    assert list(conclude.persons) == ["ada", "ben"]
    refused = body.refused("cyd", "planned", "conclude", evaluation=body.evaluate(), report_digest=REPORT)
    assert "Cyd is not a member of the planned team" in refused.message
    assert "Persons allowed to take this step: Ada, Ben." in refused.message


def test_an_evaluator_has_no_part_in_the_review(body: Body) -> None:
    body.to_evaluation("reviewed")
    body.step("ada", "reviewed", "conclude", evaluation=body.evaluate(), report_digest=REPORT)
    body.step("ada", "reviewed", "hand_over")
    assert work(body, "dan", "reviewed") == {"": ["send_back", "recommend"]}
    body.step("rui", "reviewed", "complain", statement="Too slow.")
    assert "recommend" in work(body, "rui", "reviewed")[""]


def test_a_finding_waits_for_the_client_and_then_for_another_assessor(body: Body) -> None:
    body.to_evaluation("found")
    body.step("ada", "found", "raise", severity="minor", requirement="A1", statement="A meter has no seal.")
    finding = "findings/1"
    assert work(body, "office", "found")[finding] == ["answer"]
    assert finding not in work(body, "ben", "found")
    body.step(
        "office", "found", "answer", finding, cause="lost", correction="sealed", corrective_action="checks",
        statement="We sealed it.",
    )  # fmt: skip
    assert work(body, "ben", "found")[finding] == ["return", "accept_plan"]
    assert finding not in work(body, "ada", "found")
    assert "raised or answered this finding" in why_not(body, "ada", "found", "accept_plan", finding)
    (item,) = body.get("found").items
    assert item.content.statement == "A meter has no seal."
    assert [step.content.statement for step in body.get("found").steps if step.item == finding] == ["We sealed it."]


def test_an_appeal_waits_for_an_uninvolved_person_from_its_receipt(body: Body) -> None:
    body.to_certificate("appealed")
    body.step("dan", "appealed", "suspend", "certificates/1", due_date="2098-01-31")
    body.step("office", "appealed", "appeal", statement="They were sealed.", evidence=["12" * 32])
    assert work(body, "eva", "appealed") == {"certificates/1": ["reinstate"], "appeals/1": ["acknowledge"]}
    assert "appeals/1" not in work(body, "dan", "appealed")
    assert "Have a person who took no part in the case handle the complaint or appeal" in why_not(
        body, "dan", "appealed", "acknowledge", "appeals/1"
    )
    body.step("eva", "appealed", "acknowledge", "appeals/1", due_date="2098-01-15")
    body.step("eva", "appealed", "investigate", "appeals/1", statement="So it seems.", evidence=["34" * 32])
    appeal = next(one for one in body.get("appealed").items if one.item == "appeals/1")
    assert (appeal.content.statement, list(appeal.content.evidence)) == ("They were sealed.", ["12" * 32, "34" * 32])
    assert work(body, "dan", "appealed") == {"certificates/1": ["reinstate"]}
    body.step("dan", "appealed", "reinstate", "certificates/1")
    certificate = next(one for one in body.get("appealed").items if one.item == "certificates/1")
    assert (certificate.content.due_date, certificate.content.last_date != "") == ("", True)


def test_a_surveillance_waits_when_its_date_is_near(body: Body) -> None:
    body.to_certificate("far")
    assert work(body, "rui", "far") == {}
    body.profile(PROFILE.replace("surveillance_months = 12", "surveillance_months = 2"))
    body.to_certificate("near")
    assert work(body, "rui", "near") == {"certificates/1": ["survey"]}
    (surveillance,) = (one for one in listed(body, "rui") if one.case_name.endswith("/near"))
    assert surveillance.due_kind == "surveillance"
    body.step("rui", "near", "survey", team=["ada"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    assert work(body, "rui", "near") == {}  # one is under way
    assert work(body, "ada", "near") == {"surveillances/1": ["start"]}


def test_pages_contain_all_the_work_once_in_order_of_due_date(body: Body) -> None:
    for person in ("rui", "ada", "ben"):
        whole = [(one.case_name, one.item, one.due_date) for one in listed(body, person)]
        assert whole == [(one.case_name, one.item, one.due_date) for one in listed(body, person, page_size=1)]
        assert len(set(whole)) == len(whole) > 0
        days = [one[2] or "9999" for one in whole]
        assert days == sorted(days)


def test_work_of_others_names_the_persons_who_may_do_that_work(body: Body) -> None:
    every = listed(body, "ada", with_others=True)
    assert any(one.mine for one in every)
    waiting = {one.case_name.rpartition("/")[2]: one for one in every if not one.item}
    assert [list(step.persons) for step in waiting["new"].steps] == [["dan", "rui"]] * 3
    assert {one.client_display_name for one in every} == {"Works Ltd 某某 工厂"}


def test_an_applicant_sees_only_its_own_work(body: Body) -> None:
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    body.register("lin", client="works")
    body.apply("asked")
    body.step("rui", "asked", "ask", statement="Who runs hall 2?", due_date="2099-01-31")
    body.step("rui", "asked", "complain", statement="Rude on the telephone.")
    mine = listed(body, "lin")
    assert [step.step for one in mine if one.case_name.endswith("/asked") for step in one.steps] == ["answer"]
    assert listed(body, "lin", with_others=True) == mine
    assert not any(one.item.startswith(("complaints/", "appeals/")) for one in mine)
    assert not any(step.persons for one in mine for step in one.steps)


def test_work_without_a_qualified_person_is_listed_to_operators_without_the_client(body: Body) -> None:
    body.to_certificate("stuck")
    body.step("office", "stuck", "appeal", statement="The scope is too narrow.")
    assert not [one for one in listed(body, "operator") if one.case_name.endswith("/stuck")]
    handlers = [person for person in ("dan", "eva") if "appeals/1" in work(body, person, "stuck")]
    for person in handlers:
        body.register(person, revision=1, functions=("decision",))
    stuck = [one for one in listed(body, "operator") if one.case_name.endswith("/stuck") and one.item == "appeals/1"]
    assert [(one.without_person, one.mine, one.client_display_name) for one in stuck] == [(True, True, "")]
    others = [one for one in listed(body, "ada", with_others=True) if one.case_name.endswith("/stuck")]
    assert [one.without_person for one in others if one.item == "appeals/1"] == [True]
    only_others = cases.ListMyWorkRequest(parent=PARENT, only_others=True)
    assert not body.call("operator", "ListMyWork")(only_others).work_items
    for person in handlers:
        body.register(person, revision=2, functions=("decision", "appeal"))


def test_the_work_of_others_is_all_work_except_the_own_work(body: Body) -> None:
    request = cases.ListMyWorkRequest(parent=PARENT, only_others=True, page_size=1_000)
    for person in ("ada", "rui"):
        others = body.call(person, "ListMyWork")(request).work_items
        every = listed(body, person, with_others=True)
        assert list(others) == [work_item for work_item in every if not work_item.mine] != []
    assert not body.call("lin", "ListMyWork")(request).work_items


def of_kind(body: Body, person: str, kind: str, **narrowed: Any) -> list[cases.ListedCaseItem]:
    request = cases.ListCaseItemsRequest(parent=PARENT, kind=kind, page_size=1, **narrowed)
    items: list[cases.ListedCaseItem] = []
    while True:
        response = body.call(person, "ListCaseItems")(request)
        items += response.case_items
        if not response.next_page_token:
            return items
        request.page_token = response.next_page_token


def test_counts_are_those_of_the_lists(body: Body) -> None:
    body.to_evaluation("counted")
    for severity, day in (("major", "2099-05-01"), ("minor", "2099-04-01"), ("observation", "2001-01-01")):
        statement = f"A {severity} thing of the water balance."
        body.step(
            "ada", "counted", "raise", severity=severity, requirement="C7", statement=statement,
            due_date=max(day, "2099-01-01"),
        )  # fmt: skip
    counts = body.call("ada", "CountCases")(cases.CountCasesRequest(parent=PARENT, last_date="2199-12-31"))
    states = Counter((case.state, case.profile) for case in body.listed())
    assert {(count.state, count.profile): count.case_count for count in counts.case_counts} == states
    open_states = ["open", "answered", "planned", "evidenced"]
    severities = Counter(item.item.content.severity for item in of_kind(body, "ada", "findings", states=open_states))
    assert {count.severity: count.finding_count for count in counts.finding_counts} == severities
    assert list(severities) != []
    running = of_kind(body, "ada", "certificates", states=["valid", "suspended"], last_date="2199-12-31")
    assert counts.ending_certificate_count == len(running) > 0
    soon = body.call("ada", "CountCases")(cases.CountCasesRequest(parent=PARENT))
    assert soon.ending_certificate_count == 0
    foreign = refused(body.call("ada", "CountCases"), cases.CountCasesRequest(parent="organizations/other"))
    assert foreign.code is grpc.StatusCode.PERMISSION_DENIED


def test_an_applicant_sees_only_counts_of_its_own_cases(body: Body) -> None:
    other_applicant(body)
    counts = body.call("mo", "CountCases")(cases.CountCasesRequest(parent=PARENT, last_date="2199-12-31"))
    assert [(count.state, count.case_count) for count in counts.case_counts] == [("submitted", 1)]
    assert not any(count.finding_count for count in counts.finding_counts)
    assert counts.ending_certificate_count == 0


def other_applicant(body: Body) -> None:
    """Register another client, and who acts for it; it applied once."""
    if "mo" in body.keys:
        return
    mill = cases.CaseClient(
        client="mill", display_name="Mill Mills Ltd", registered_id="91110000MA02", region_code="CN",
        sites=[cases.CaseSite(site="mill-1", address="1 Mill Road")],
    )  # fmt: skip
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=mill))
    body.keys["mo"] = body.new_key(Role.APPLICANT)
    body.register("mo", client="mill")
    request = applying("mills-first", sites=["mill-1"])
    request.client, request.subject = f"{PARENT}/clients/mill", f"{PARENT}/subjects/mill"
    body.call("mo", "CreateCase")(request)


def test_items_are_filtered_by_severity_and_sorted_by_due_date(body: Body) -> None:
    every = of_kind(body, "ada", "findings", order_by="due_date")
    key = [(one.due_date or "9999", one.case_name, one.item.item) for one in every]
    assert key == sorted(key)
    assert sorted(map(str, every)) == sorted(map(str, of_kind(body, "ada", "findings")))
    grave = of_kind(body, "ada", "findings", severities=["major"])
    assert [one for one in of_kind(body, "ada", "findings") if one.item.content.severity == "major"] == grave != []
    early = of_kind(body, "ada", "findings", last_date="2099-01-31")
    assert early == [one for one in every if one.due_date and one.due_date <= "2099-01-31"] != []
    assert of_kind(body, "ada", "findings", overdue=True) == []
    for wrong in ({"severities": ["grave"]}, {"order_by": "name"}):
        request = cases.ListCaseItemsRequest(parent=PARENT, kind="findings", **wrong)
        assert "Leave the field empty, or use one of:" in refused(body.call("ada", "ListCaseItems"), request).message


def found(body: Body, person: str, letters: str, **narrowed: Any) -> set[tuple[str, str]]:
    request = cases.SearchRequest(parent=PARENT, search=letters, **narrowed)
    results = body.call(person, "Search")(request).search_results
    return {(Kind.Name(result.kind).removeprefix("KIND_").lower(), result.title) for result in results}


def test_a_few_letters_find_the_data_of_cases(body: Body) -> None:
    other_applicant(body)
    body.to_evaluation("with-evidence")
    body.step("ada", "with-evidence", "declare", dossier=declared())
    (evidence,) = body.dossier("with-evidence").content.evidence
    works, mill = "Works Ltd 某某 工厂", "Mill Mills Ltd"
    assert ("client", works) in found(body, "ada", "ORKS")
    assert found(body, "ada", "MA02") == {("client", mill), ("case", mill)}
    assert found(body, "ada", "某", kinds=["KIND_CLIENT"]) == {("client", works)}
    assert found(body, "ada", "ills-fir") == {("case", mill)}
    assert ("finding", "A minor thing of the water balance.") in found(body, "ada", "minor thing of the Water")
    certificate = next(one.content.number for one in body.get("appealed").items if one.content.number)
    assert found(body, "ada", certificate[-4:], kinds=["KIND_CERTIFICATE"]) == {("certificate", certificate)}
    assert found(body, "ada", evidence.content_digest[:8]) == {("evidence", evidence.kind)}
    assert found(body, "ada", "cyd") == {("person", "Cyd")}
    assert found(body, "ada", "major", kinds=["KIND_FINDING"]) == {("finding", "A major thing of the water balance.")}
    cut = body.call("ada", "Search")(cases.SearchRequest(parent=PARENT, search="works", most_of_kind=1))
    assert Kind.KIND_CASE in cut.cut_kinds
    for letters, problem in (("a", "at least two letters"), ("..", "at least two letters"), ("a" * 201, "at most 200")):
        request = cases.SearchRequest(parent=PARENT, search=letters)
        assert problem in refused(body.call("ada", "Search"), request).message


def test_a_search_does_not_reveal_hidden_data(body: Body) -> None:
    other_applicant(body)
    digest = body.dossier("with-evidence").content.evidence[0].content_digest
    hidden = ("works", "某某", "planned", "SF-", "water balance", digest[:8], "Ada", "with-evidence")
    assert {letters: found(body, "mo", letters) for letters in hidden} == {letters: set() for letters in hidden}
    assert found(body, "mo", "mill") == {("client", "Mill Mills Ltd"), ("case", "Mill Mills Ltd")}
    own = found(body, "lin", "water balance") | found(body, "lin", digest[:8])
    assert {kind for kind, _ in own} == {"finding", "evidence"}
    assert found(body, "lin", "mill") == set()
    assert found(body, "office", "cyd") == set()
    assert {kind for kind, _ in found(body, "operator", "Ad")} == {"person"}
    body.keys["elsewhere"] = body.new_key(Role.ASSESSOR, organization="other")
    request = cases.SearchRequest(parent="organizations/other", search="works")
    assert not body.call("elsewhere", "Search")(request).search_results


def test_the_obstacle_of_a_step_is_named_in_the_language_of_the_call(body: Body) -> None:
    request = cases.GetCaseRequest(name=f"{PARENT}/cases/new")
    stub = case_service_pb2_grpc.CaseServiceStub(body.server.channel)
    case = stub.GetCase(request, metadata=[*bearing(body.keys["ada"]), ("accept-language", "zh")])
    assert all("由以下角色办理：复核员、决定人" in step.hindrance for step in case.next_steps if step.step == "accept")


def checks(body: Body, case: str, person: str = "dan") -> dict[str, cases.DecisionCheck]:
    return {check.check: check for check in body.get(case, person).decision_checks}


def test_obstacles_to_a_decision_are_listed_from_the_evaluation_on(body: Body) -> None:
    body.to_evaluation("checked")
    assert not checks(body, "checked")
    body.step("ada", "checked", "declare", dossier=declared())
    body.step("ada", "checked", "raise", severity="major", requirement="A1", statement="A meter has no seal.")
    body.step("ada", "checked", "conclude", evaluation=body.evaluate(), report_digest=REPORT)
    found = checks(body, "checked")
    assert not found["findings_closed"].passed
    assert found["findings_closed"].in_the_way
    assert "These findings are not closed: findings/1. Close them first." in found["findings_closed"].problem
    assert (found["no_double_use"].passed, found["no_double_use"].problem) == (True, "")
    unverified = found["facts_verified"]
    assert (unverified.passed, unverified.in_the_way) == (False, False)
    assert unverified.problem.startswith("Warning; it does not prevent the decision. Facts without verification: 10 of")
    assert not found["findings_closed"].problem.startswith("Warning")
    assert "certificate_stands" not in found
    newer = body.evaluate(certified=DeclaredValue(flag=False))
    assert newer in checks(body, "checked")["evaluation_newest"].problem
    body.step("ada", "checked", "hand_over")
    assert checks(body, "checked").keys() == found.keys()


def test_a_profile_may_refuse_unverified_facts(body: Body) -> None:
    body.profile(PROFILE.replace("guards = {}", 'guards = { "case.grant" = ["facts_verified"] }'))
    name = _recommended(body, "refused")
    assert checks(body, "refused")["facts_verified"].in_the_way
    refused = body.refused("dan", "refused", "grant", evaluation=name, report_digest=REPORT, sites=["hall-0"])
    assert "Facts without verification" in refused.message
    body.profile(PROFILE)


def _recommended(body: Body, case: str) -> str:
    body.to_evaluation(case)
    body.step("ada", case, "declare", dossier=declared())
    name = body.evaluate()
    body.step("ada", case, "conclude", evaluation=name, report_digest=REPORT)
    body.step("ada", case, "hand_over")
    body.step("dan", case, "recommend", evaluation=name, report_digest=REPORT)
    return name
