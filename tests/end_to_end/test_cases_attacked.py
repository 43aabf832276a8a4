"""Attacks on cases and wrong entries on a server with identities: refused, with clear errors."""

from __future__ import annotations

from typing import Any

import grpc
import pytest

from service.identity.principals import Role
from tests.support.calling import refused, request_for
from tests.support.casework import AGREEMENT, PARENT, PHOTOGRAPH, PROFILE, REPORT, SUBJECT, Body, applying
from tests.support.identities import bearing
from tests.support.small_card import meter, small_subject
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
SETTINGS = {"TOUCHSTONE_PUBLIC_REGISTERS": "example"}

_FINDING = "findings/1"
_ANSWER = {"cause": "Nobody was told.", "correction": "Read since June.", "corrective_action": "A plan says who."}


def person(body: Body, id: str) -> cases.CasePerson:
    persons: list[cases.CasePerson] = body.call("operator", "ListCasePersons")(
        cases.ListCasePersonsRequest(parent=PARENT)
    ).case_persons
    return next(one for one in persons if one.person == id)


def save(body: Body, case_person: cases.CasePerson, by: str = "operator") -> cases.CasePerson:
    saved: cases.CasePerson = body.call(by, "SaveCasePerson")(
        cases.SaveCasePersonRequest(parent=PARENT, case_person=case_person)
    )
    return saved


def account(body: Body, name: str) -> str:
    return f"api_key/{body.keys[name].split('_')[1]}"


def client(body: Body, id: str, name: str, *, revision: int = 0, **more: Any) -> cases.CaseClient:
    asked = cases.CaseClient(client=id, display_name=name, revision=revision, **more)
    saved: cases.CaseClient = body.call("office", "SaveClient")(
        cases.SaveClientRequest(parent=PARENT, case_client=asked)
    )
    return saved


def test_users_cannot_grant_themselves_a_decision(body: Body) -> None:
    name = body.to_recommendation("self-made")
    grant: dict[str, Any] = {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0"]}
    for who in ("ada", "dan", "author"):
        own = cases.SaveCasePersonRequest(parent=PARENT, case_person=person(body, "ada"))
        own.case_person.functions.append("decision")
        assert refused(body.call(who, "SaveCasePerson"), own).reason == "ROLE_NEEDED"
    promoted = person(body, "ada")  # even where an operator did it, before or after
    promoted.functions.append("decision")
    save(body, promoted)
    body.keys["ada-decides"] = body.new_key(Role.DECIDER, Role.ASSESSOR)
    promoted = person(body, "ada")
    promoted.accounts.append(account(body, "ada-decides"))
    save(body, promoted)
    assert "took part in the evaluation" in body.refused("ada-decides", "self-made", "grant", **grant).message
    fewer = person(body, "ada")
    del fewer.accounts[:]
    assert account(body, "ada-decides") in save(body, fewer).accounts
    assert "took part in the evaluation" in body.refused("ada-decides", "self-made", "grant", **grant).message


def test_a_sign_in_that_assessed_cannot_decide_under_a_second_person(body: Body) -> None:
    name = body.to_recommendation("two-names")
    grant: dict[str, Any] = {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0"]}
    second = cases.CasePerson(
        person="adele", display_name="Adele", accounts=[account(body, "ada")], functions=["decision"]
    )
    refusal = refused(
        body.call("operator", "SaveCasePerson"), cases.SaveCasePersonRequest(parent=PARENT, case_person=second)
    )
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.ALREADY_EXISTS, "CASE_EXISTS")
    assert "ada" in refusal.message
    asked = body.asked("two-names", "grant", **grant)
    asked.person = "adele"
    assert "person" in refused(body.call("dan", "TakeCaseStep"), asked).violations
    body.keys["stranger"] = body.new_key(Role.DECIDER)
    stranger = body.refused("stranger", "two-names", "grant", **grant)
    assert "No person is registered" in stranger.message
    assert body.get("two-names").state == "recommended"


def test_another_organisation_reaches_no_case_client_or_person(body: Body) -> None:
    body.apply("hidden")
    body.keys["spy"] = body.new_key(
        *(set(Role) - {Role.OPERATOR, Role.REGULATOR, Role.APPLICANT}), organization="other"
    )
    theirs = "organizations/other"
    for method, request in (
        ("CreateCase", applying("stolen")),
        ("SaveClient", cases.SaveClientRequest(parent=PARENT, case_client=cases.CaseClient(client="x"))),
        ("ListCasePersons", cases.ListCasePersonsRequest(parent=PARENT)),
        ("ListSchemeProfiles", cases.ListSchemeProfilesRequest(parent=PARENT)),
        ("ApproveSchemeProfile", cases.ApproveSchemeProfileRequest(name=f"{PARENT}/schemeProfiles/small", revision=1)),
        ("TakeCaseStep", cases.TakeCaseStepRequest(name=f"{PARENT}/cases/none", step="accept", revision=1, reason="r")),
        ("GetCase", cases.GetCaseRequest(name=f"{PARENT}/cases/none")),
    ):
        assert refused(body.call("spy", method), request).reason == "OTHER_ORGANIZATION", method
    reaching = applying("reaching")
    reaching.parent = theirs
    assert refused(body.call("spy", "CreateCase"), reaching).reason in {"OTHER_ORGANIZATION", "INVALID_FIELDS"}
    assert not body.call("spy", "ListCases")(cases.ListCasesRequest(parent=theirs)).cases


def test_no_step_and_no_day_is_dated_back(body: Body) -> None:
    body.apply("backwards")
    for fields in ({"due_date": "2020-01-01"}, {"due_date": "2026-02-30"}, {"due_date": "soon"}):
        assert [*body.refused("rui", "backwards", "ask", **fields).violations] == ["content.due_date"]
    field = body.refused("rui", "backwards", "accept", first_date="2020-01-01")
    assert "content.first_date" in field.violations
    before = body.get("backwards").steps[-1].step_time.ToDatetime()
    body.step("rui", "backwards", "accept")
    assert body.get("backwards").steps[-1].step_time.ToDatetime() >= before
    stale = cases.TakeCaseStepRequest(name=f"{PARENT}/cases/backwards", step="decline", revision=1, reason="r")
    assert refused(body.call("rui", "TakeCaseStep"), stale).reason == "CASE_CHANGED"
    for revision in (0, -1, 99):
        stale.revision = revision
        assert refused(body.call("rui", "TakeCaseStep"), stale).reason == "CASE_CHANGED"


def test_the_person_who_raised_or_answered_a_finding_cannot_judge_it(body: Body) -> None:
    body.to_evaluation("own-finding")
    raised = {"severity": "major", "requirement": "§5.1", "statement": "No meter log of May."}
    body.step("ada", "own-finding", "raise", **raised)
    body.step("office", "own-finding", "answer", _FINDING, **_ANSWER)
    body.step("ben", "own-finding", "accept_plan", _FINDING)
    body.step("office", "own-finding", "show", _FINDING, evidence=[PHOTOGRAPH])
    closing = {"method": "Read the log."}
    assert "Have another person assess" in body.refused("ada", "own-finding", "close", _FINDING, **closing).message
    body.keys["ada-again"] = body.new_key(Role.ASSESSOR, Role.REVIEWER)
    again = person(body, "ada")
    again.accounts.append(account(body, "ada-again"))
    save(body, again)
    for step, more in (("close", closing), ("drop", {}), ("reclassify", {"severity": "observation"})):
        message = body.refused("ada-again", "own-finding", step, _FINDING, **more).message
        assert "Have another person assess" in message, step
    assert body.refused("office", "own-finding", "close", _FINDING, **closing).reason == "ROLE_NEEDED"
    body.step("ben", "own-finding", "close", _FINDING, **closing)
    body.step("ada", "own-finding", "raise", **{**raised, "requirement": "§5.2"})
    body.step("ben", "own-finding", "answer", "findings/2", **_ANSWER)  # on behalf of the client
    own = body.refused("ben", "own-finding", "accept_plan", "findings/2")
    assert "Have another person assess" in own.message


@pytest.mark.parametrize(
    ("wrong", "field", "expected_message"),
    [
        ({"scorecard": "scorecards/eu-battery"}, "content.scorecard", "small-factory"),
        ({"scorecard": "eu-battery"}, "content.scorecard", "scorecards/"),
        ({"sites": ["hall-0", "hall-9"]}, "content.sites", "hall-9"),
        ({"sites": []}, "content.sites", ""),
        ({"sites": ["hall-0", "hall-0"]}, "content.sites", "twice"),
        ({"scope": "  "}, "content.scope", ""),
    ],
)
def test_an_invalid_application_is_refused_with_the_field_name(
    body: Body, wrong: dict[str, Any], field: str, expected_message: str
) -> None:
    answer = refused(body.call("office", "CreateCase"), applying("wrong", **wrong))
    assert expected_message in answer.violations[field]


def test_a_plan_outside_the_scope_of_the_application_is_refused(body: Body) -> None:
    body.apply("outside")
    body.step("rui", "outside", "accept")
    body.step("office", "outside", "agree", agreement_digest=AGREEMENT)
    plan: dict[str, Any] = {"team": ["ada"], "due_date": "2099-01-31"}
    wide = body.refused("rui", "outside", "plan", sites=["hall-0", "hall-3"], **plan)
    assert "hall-3" in wide.violations["content.sites"]
    strange = body.refused("rui", "outside", "plan", sites=["hall-0", "hall-1"], team=["dan"], due_date="2099-01-31")
    assert "content.team" in strange.violations


def test_numbers_of_profiles_do_not_collide(body: Body) -> None:
    propose = body.call("author", "ProposeSchemeProfile")
    for wrong in ("SF-{year}", "SF-{serial}-{serial}", "SF-{number}", "SF {serial}", "{serial:>4}", "SF-{serial!r}"):
        content = PROFILE.replace("SF-{year}-{serial:04}", wrong)
        request = cases.ProposeSchemeProfileRequest(parent=PARENT, profile="numbers", content=content)
        assert "content.number" in refused(propose, request).violations, wrong
    colliding = PROFILE.replace("SF-{year}-{serial:04}", "SF-{year}-{serial}")
    proposed = propose(cases.ProposeSchemeProfileRequest(parent=PARENT, profile="colliding", content=colliding))
    body.call("approver", "ApproveSchemeProfile")(
        cases.ApproveSchemeProfileRequest(name=proposed.name, revision=proposed.revision)
    )
    body.to_certificate("first-number")
    applied = applying("second-number")
    applied.profile = "colliding"
    body.call("office", "CreateCase")(applied)
    body.step("rui", "second-number", "accept")
    body.step("office", "second-number", "agree", agreement_digest=AGREEMENT)
    body.step("rui", "second-number", "plan", team=["ada"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", "second-number", "start")
    named = {"evaluation": body.evaluate(), "report_digest": REPORT}
    body.step("ada", "second-number", "conclude", **named)
    body.step("ada", "second-number", "hand_over")
    body.step("dan", "second-number", "recommend", **named)
    body.step("dan", "second-number", "grant", sites=["hall-0"], **named)
    second = body.step("dan", "second-number", "issue").items[0].content.number
    numbers = [body.get("first-number").items[0].content.number, second]
    assert [int(one.rpartition("-")[2]) for one in numbers] == [1, 2]


def test_chinese_names_are_found_in_every_spelling(body: Body) -> None:
    client(body, "baosteel", "某某（上海）钢铁 有限公司", registered_id="9131 0000-ＭＡ１Ｂ")
    find = body.call("office", "ListClients")
    for search in (
        "某某(上海)钢铁有限公司",
        " 某某 （上海） 钢铁有限公司\u3000",
        "某某\u200b上海钢铁有限公司",
        "91310000ma1b",
    ):
        clients = find(cases.ListClientsRequest(parent=PARENT, search=search)).case_clients
        assert [one.client for one in clients] == ["baosteel"], search
    renamed = client(body, "baosteel", "某某重工", revision=1)
    assert list(renamed.former_names) == ["某某（上海）钢铁 有限公司"]
    for search in ("某某重工", "某某上海钢铁有限公司"):
        assert find(cases.ListClientsRequest(parent=PARENT, search=search)).case_clients, search
    there = cases.CaseClient(client="twin", display_name="某某重工二", registered_id="91310000MA1B")
    twin = refused(body.call("office", "SaveClient"), cases.SaveClientRequest(parent=PARENT, case_client=there))
    assert (twin.reason, "baosteel" in twin.message) == ("CASE_EXISTS", True)
    nameless = cases.CaseClient(client="nameless", display_name="（ ）")
    wrong = refused(body.call("office", "SaveClient"), cases.SaveClientRequest(parent=PARENT, case_client=nameless))
    assert "case_client.display_name" in wrong.violations


def test_a_merged_client_blocks_its_case_and_passes_its_conflicts_of_interest_on(body: Body) -> None:
    client(body, "small-works", "Small Works", sites=[cases.CaseSite(site="hall-0", address="1")])
    applied = applying("merged", sites=["hall-0"])
    applied.client = f"{PARENT}/clients/small-works"
    body.call("office", "CreateCase")(applied)
    for wrong in ("small-works", "nobody"):
        asked = cases.CaseClient(client="small-works", display_name="Small Works", merged_into=wrong, revision=1)
        answer = refused(body.call("office", "SaveClient"), cases.SaveClientRequest(parent=PARENT, case_client=asked))
        assert "case_client.merged_into" in answer.violations
    client(body, "small-works", "Small Works", revision=1, merged_into="works")
    stopped = body.refused("rui", "merged", "accept")
    assert "merged into works" in stopped.violations["client"]
    interested = person(body, "dan")
    interested.interests.append("small-works")
    save(body, interested)
    body.apply("heir")
    assert "interest" in body.refused("dan", "heir", "accept").message
    body.step("rui", "heir", "accept")
    body.step("office", "heir", "agree", agreement_digest="cd" * 32)
    member = person(body, "ada")
    member.interests.append("small-works")
    save(body, member)
    plan: dict[str, Any] = {"sites": ["hall-0", "hall-1"], "due_date": "2099-01-31"}
    refused_team = body.refused("rui", "heir", "plan", team=["ada"], **plan)
    assert "interest" in refused_team.violations["content.team"]
    for interested in (person(body, "dan"), person(body, "ada")):
        del interested.interests[:]
        save(body, interested)
    body.step("rui", "heir", "plan", team=["ada"], **plan)
    ended = body.step("office", "merged", "withdraw_application")
    assert ended.state == "withdrawn_by_client"
    assert ended.subject == SUBJECT


def test_a_grant_on_expired_evidence_is_refused(body: Body) -> None:
    body.to_evaluation("expired")
    lapsed = meter().model_copy(update={"valid_until": "2026-03-31"})
    subject = small_subject().model_copy(update={"subject": SUBJECT, "evidence": (lapsed,)})
    evaluated = body.server.evaluations.EvaluateSubject(request_for(subject), metadata=bearing(body.keys["ada"]))
    named = {"evaluation": evaluated.name, "report_digest": REPORT}
    body.step("ada", "expired", "conclude", **named)
    body.step("ada", "expired", "hand_over")
    body.step("dan", "expired", "recommend", **named)
    refusal = body.refused("dan", "expired", "grant", sites=["hall-0"], **named)
    assert (refusal.reason, "meter" in refusal.message) == ("STEP_NOT_ALLOWED", True)
    assert body.get("expired").state == "recommended"
