"""Dossiers of a case's subject: edits, separate ratings, comparison of years."""

from __future__ import annotations

from typing import Any

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from tests.support.browsing import Browser, account_of
from tests.support.calling import refused
from tests.support.casework import AGREEMENT, PARENT, PROFILE, REPORT, Body, declared
from touchstone.v1 import case_dossier_service_pb2 as dossiers, fact_pb2, types_pb2

pytestmark = pytest.mark.full
ACCEPTED, CORRECTED = fact_pb2.Verification.JUDGEMENT_ACCEPTED, fact_pb2.Verification.JUDGEMENT_CORRECTED


def verification(fact: str, judgement: fact_pb2.Verification.Judgement, **more: Any) -> fact_pb2.Fact:
    made = fact_pb2.Verification(judgement=judgement, method="read on site", **more)
    return fact_pb2.Fact(fact_id=fact, verification=made)


def rating(fact: str, value: types_pb2.Value, why: str = "as the plan says") -> fact_pb2.Fact:
    return fact_pb2.Fact(fact_id=fact, ratings=[fact_pb2.Rating(value=value, rationale=why)])


def facts_of(body: Body, case: str, **asked: Any) -> dict[str, dossiers.DossierFact]:
    return {one.fact_id: one for one in body.dossier(case, **asked).facts}


def test_a_dossier_is_declared_verified_and_evaluated_unchanged(body: Body) -> None:
    case = "kept"
    body.apply(case)
    assert not body.dossier(case).revision
    body.step("office", case, "declare", dossier=declared(energy_used=None, serious_violations=None))
    dossier = body.dossier(case)
    assert (dossier.revision, dossier.person, dossier.case_revision) == (1, "office", 2)
    facts = facts_of(body, case)
    assert (facts["certified"].state, facts["energy_used"].state) == ("declared", "open")
    assert facts["serious_violations"].waiting_ids
    assert not facts["certified"].waiting_ids
    assert facts["serious_violations"].section
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    planned = body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    sampling = planned.content.sampling
    assert (sampling.rule, sampling.least, list(sampling.population)) == (
        "square_root", "2", ["hall-0", "hall-1", "hall-2"],
    )  # fmt: skip
    body.step("ada", case, "start")
    body.step("office", case, "declare", dossier=declared())
    early = body.evaluate_dossier(case)
    less = types_pb2.Value(number="83.5", unit="%", evidence_ids=["meter"])
    corrected = verification("renewable_share", CORRECTED, corrected_value=less, reason="hall 1 was left out")
    content = dossiers.DossierContent(facts=[corrected, verification("certified", ACCEPTED)])
    body.step("ada", case, "verify", dossier=content)
    other = body.refused("ada", case, "conclude", evaluation=early, report_digest=REPORT)
    assert "facts[certified]" in other.violations["content.evaluation"]
    assert "dossier@3" in other.violations["content.evaluation"]
    name = body.evaluate_dossier(case)
    concluded = body.step("ada", case, "conclude", evaluation=name, report_digest=REPORT)
    assert concluded.content.dossier_name == f"{PARENT}/cases/{case}/dossier@3"
    again = body.dossier(case, since_revision=2)
    assert {one.fact_id for one in again.changes} == {"renewable_share", "certified"}
    assert facts_of(body, case)["renewable_share"].state == "corrected"
    late = body.refused("office", case, "declare", dossier=declared())
    assert "evaluated" in late.message
    assert not body.dossier(case, revision=1).content.facts[0].HasField("verification")


def test_simultaneous_edits_lose_no_data(body: Body) -> None:
    case = "edited"
    body.apply(case)
    body.step("office", case, "declare", dossier=declared())
    first = body.asked(case, "declare", dossier=declared(energy_used=DeclaredValue(number="1300", unit="kWh")))
    second = body.asked(case, "declare", dossier=declared(certified=DeclaredValue(flag=False)))
    body.call("office", "TakeCaseStep")(first)
    lost = refused(body.call("rui", "TakeCaseStep"), second)
    assert (lost.code, lost.reason) == (grpc.StatusCode.ABORTED, "CASE_CHANGED")
    assert "declare (office)" in lost.message
    assert "energy_used: 1200 kWh → 1300 kWh" in lost.message


def test_a_verification_lapses_when_its_fact_or_its_evidence_changes(body: Body) -> None:
    case = "fallen"
    body.to_evaluation(case)
    body.step("office", case, "declare", dossier=declared())
    both = [verification("renewable_share", ACCEPTED), verification("certified", ACCEPTED)]
    body.step("ben", case, "verify", dossier=dossiers.DossierContent(facts=both))
    body.step("office", case, "declare", dossier=declared(energy_used=None))
    assert facts_of(body, case)["renewable_share"].state == "accepted"
    changed = declared(energy_used=None)
    changed.evidence[0].content_digest = "cd" * 32
    body.step("office", case, "declare", dossier=changed)
    facts = facts_of(body, case)
    assert (facts["renewable_share"].state, facts["certified"].state) == ("declared", "accepted")


@pytest.mark.parametrize(
    ("person", "step", "fact", "field"),
    [
        ("office", "declare", verification("certified", ACCEPTED), "facts[certified].verification"),
        ("office", "declare", fact_pb2.Fact(fact_id="certifed"), "facts[certifed]"),
        ("ada", "verify", verification("energy_used", ACCEPTED), "facts[energy_used].fact_id"),
        ("ada", "verify", verification("certified", ACCEPTED, person="users/ben"), "verification.person"),
        ("ada", "verify", verification("certified", ACCEPTED, date="2099-01-01"), "verification.date"),
        ("ada", "verify", fact_pb2.Fact(fact_id="certified"), "facts[certified].verification"),
    ],
)
def test_content_that_does_not_belong_to_a_step_is_refused(
    body: Body, person: str, step: str, fact: fact_pb2.Fact, field: str
) -> None:
    case = "wrong"
    if not any(one.name.endswith("/wrong") for one in body.listed()):
        body.to_evaluation(case)
        body.step("office", case, "declare", dossier=declared(energy_used=None))
    lost = body.refused(person, case, step, dossier=dossiers.DossierContent(facts=[fact]))
    assert any(one.startswith("content.dossier.") and field in one for one in lost.violations), lost


def test_a_verifier_does_not_decide_and_only_an_assessor_verifies(body: Body) -> None:
    case = "verified"
    body.to_evaluation(case)
    body.step("office", case, "declare", dossier=declared())
    content = dossiers.DossierContent(facts=[verification("certified", ACCEPTED)])
    assert body.refused("office", case, "verify", dossier=content).reason == "ROLE_NEEDED"
    body.step("ben", case, "verify", dossier=content)
    name = body.evaluate_dossier(case)
    body.step("ada", case, "conclude", evaluation=name, report_digest=REPORT)
    body.step("ada", case, "hand_over")
    body.keys["ben-decider"] = body.new_key(Role.DECIDER)
    ben = body.person("ben")
    ben.accounts.append(f"api_key/{body.keys['ben-decider'].split('_')[1]}")
    ben.functions.append("review")
    body.save(ben)
    promoted = body.refused("ben-decider", case, "recommend", evaluation=name, report_digest=REPORT)
    assert "took part in the evaluation" in promoted.message
    answer = body.step("rui", case, "comment", fact="certified", statement="Which certificate is that?")
    assert answer.content.statement == ""
    (comment,) = body.dossier(case).comments
    assert (comment.person, comment.fact_id) == ("rui", "certified")
    assert "content.fact" in body.refused("rui", case, "comment", fact="luck", statement="Is it?").violations
    body.step("rui", case, "recommend", evaluation=name, report_digest=REPORT)


def begun_apart(body: Body, case: str, *rated: str) -> None:
    """Prepare a case for rating by two assessors; the facts that they rate have no declared value."""
    body.profile(PROFILE + "assessors = 2\n")
    body.apply(case)
    body.step("office", case, "declare", dossier=declared(**dict.fromkeys(("certified", "status", *rated))))
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    plan: dict[str, Any] = {"sites": ["hall-0", "hall-1"], "due_date": "2099-01-31"}
    assert "content.team" in body.refused("rui", case, "plan", team=["ada"], **plan).violations
    body.step("rui", case, "plan", team=["ada", "ben"], **plan)
    body.step("ada", case, "start")
    assert "rate" in {one.step for one in body.get(case).next_steps}


def test_separate_rating_is_offered_only_with_several_assessors(body: Body) -> None:
    body.profile(PROFILE)
    body.to_evaluation("alone")
    assert "rate" not in {one.step for one in body.get("alone").next_steps}
    read = dossiers.DossierContent(facts=[rating("status", types_pb2.Value(choice="closed"))])
    refusal = body.refused("ada", "alone", "rate", dossier=read)
    assert "only one person assesses the facts" in refusal.message


def test_two_ratings_are_shown_side_by_side_once_both_are_complete(body: Body) -> None:
    case = "beside"
    begun_apart(body, case, "renewable_share")
    page, browsers = f"/workbench/cases/{case}/moderation", {}
    for name, role in (("ada", Role.ASSESSOR), ("ben", Role.ASSESSOR), ("rui", Role.REVIEWER)):
        person = body.person(name)
        person.accounts.append(f"account/{name}")
        body.save(person)
        browsers[name] = Browser(body.server.http)
        browsers[name].sign_in(name, account_of(body, name, [role]))
    read = {"ada": ("80", "read by <b>ada</b>"), "ben": ("5", "read by ben")}
    ours, theirs = (
        dossiers.DossierContent(evidence=declared().evidence, facts=[
            rating("renewable_share", types_pb2.Value(number=number, unit="%", evidence_ids=["meter"]), why),
            rating("status", types_pb2.Value(choice="closed")),
        ])
        for number, why in read.values()
    )  # fmt: skip
    body.step("ada", case, "rate", dossier=ours)
    assert "read by <b>ada</b>" in browsers["ada"].get(page).text_content()
    for name in ("ben", "rui"):
        waiting = browsers[name].get(page).text_content()
        assert "Ratings of Ben are still missing" in waiting
        assert "read by" not in waiting
    body.step("ben", case, "rate", dossier=theirs)
    side_by_side = browsers["ben"].get(page)
    text = " ".join(side_by_side.text_content().split())
    assert "1 of 2 rated facts have equal ratings; 1 differ" in text
    assert "read by <b>ada</b>" in text
    lines = side_by_side.xpath("//section[@aria-labelledby='standings']//tbody/tr")
    assert [" ".join(one.xpath("string(th)").split()) for one in lines] == ["not settled: current state", "Ada", "Ben"]
    results = [" ".join(one.xpath("string(td[1])").split()) for one in lines]
    assert results[1] != results[2], results
    settle = f"/workbench/cases/{case}/assess/renewable_share"
    assert side_by_side.xpath(f"//main//a[@href='{settle}']")
    assert not browsers["rui"].get(page).xpath(f"//main//a[@href='{settle}']")
    browsers["ben"].send(
        settle, judgement="corrected", corrected="80", rests="meter", method="read on site",
        reason="the register says so",
    )  # fmt: skip
    seen = browsers["rui"].get(page).text_content()
    assert "Settled as 80 % by Ben" in seen
    assert "the register says so" in seen
    body.profile(PROFILE)


def test_two_assessors_rate_separately_until_both_are_complete(body: Body) -> None:
    case = "apart"
    begun_apart(body, case)
    yes, no, closed = types_pb2.Value(flag=True), types_pb2.Value(flag=False), types_pb2.Value(choice="closed")
    ours = dossiers.DossierContent(facts=[rating("certified", yes), rating("status", closed)])
    theirs = dossiers.DossierContent(facts=[rating("certified", no), rating("status", closed)])
    forged = dossiers.DossierContent(facts=[rating("certified", no)])
    forged.facts[0].ratings[0].person = "users/ben"
    assert body.refused("ada", case, "rate", dossier=forged).violations
    content = dossiers.DossierContent(facts=[rating("energy_used", types_pb2.Value(number="1", unit="kWh"))])
    assert "facts[energy_used]" in str(body.refused("ada", case, "rate", dossier=content).violations)
    answer = body.step("ada", case, "rate", dossier=ours)
    assert "certified" not in str(answer.steps[-1].content)
    for person in ("ben", "rui"):
        unseen = body.dossier(case, person)
        assert (list(unseen.rated_by), list(unseen.awaited)) == (["ada"], ["ben"])
        assert "certified" not in {one.fact_id for one in (*unseen.content.facts, *unseen.own_ratings)}
    assert {one.fact_id for one in body.dossier(case, "ada").own_ratings} == {"certified", "status"}
    assert "already submitted ratings" in body.refused("ada", case, "rate", dossier=ours).message
    early = body.refused("ada", case, "conclude", evaluation=body.evaluate_dossier(case), report_digest=REPORT)
    assert "have not submitted ratings yet: ben" in early.message
    body.step("ben", case, "rate", dossier=theirs)
    seen = {one.fact_id: one.state for one in body.dossier(case).facts}
    assert (seen["certified"], seen["status"]) == ("differing", "rated")
    differs = body.refused("ada", case, "conclude", evaluation=body.evaluate_dossier(case), report_digest=REPORT)
    assert "differ on certified" in differs.message
    settled = verification("certified", CORRECTED, corrected_value=yes, reason="the register says so")
    body.step("ben", case, "verify", dossier=dossiers.DossierContent(facts=[settled]))
    concluded = body.step("ada", case, "conclude", evaluation=body.evaluate_dossier(case), report_digest=REPORT)
    assert concluded.state == "evaluated"
    body.profile(PROFILE)


def test_a_surveillance_is_compared_with_the_year_before(body: Body) -> None:
    case, item, certificate = "surveyed", "surveillances/1", "certificates/1"
    number = body.to_certificate(case).number
    survey: dict[str, Any] = {"team": ["ada"], "due_date": "2099-01-31"}
    assert "content.sites" in body.refused("rui", case, "survey", sites=["hall-3"], **survey).violations
    planned = body.step("rui", case, "survey", sites=["hall-0"], **survey)
    before = planned.content.evaluation
    assert planned.items[-1].content.sampling.least == "1"
    assert (
        "surveillances/1 is not complete; its state is planned"
        in body.refused("rui", case, "survey", sites=["hall-0"], **survey).message
    )
    body.step("ada", case, "start", item)
    old = body.refused("ada", case, "conclude", item, evaluation=before, report_digest=REPORT)
    assert "content.evaluation" in old.violations
    name = body.evaluate(renewable_share=DeclaredValue(number="60", unit="%", evidence=("meter",)))
    fields: dict[str, Any] = {"evaluation": name, "report_digest": REPORT}
    body.step("ada", case, "conclude", item, **fields)
    compared = body.compared(case, item)
    assert (compared.previous_evaluation, compared.evaluation) == (before, name)
    assert compared.difference.criterion_differences
    browser = Browser(body.server.http)
    browser.sign_in("looking", account_of(body, "looking", [Role.REVIEWER]))
    text = browser.get(f"/workbench/cases/{case}/comparison?item={item}").text_content()
    assert all(one.criterion_id in text for one in compared.difference.criterion_differences)
    assert "needs two concluded evaluations" in browser.get(f"/workbench/cases/{case}/comparison").text_content()
    body.step("ada", case, "hand_over", item)
    body.step("dan", case, "recommend", item, **fields)
    assert body.refused("ada", case, "maintain", item, **fields).reason == "ROLE_NEEDED"
    whole = body.step("dan", case, "maintain", item, **fields)
    states = {one.item: one.state for one in whole.items}
    assert (whole.state, states[item], states[certificate]) == ("certified", "maintained", "valid")
    assert whole.content.evaluation == before
    assert next(one for one in whole.items if one.item == certificate).content.number == number
    following = body.step("rui", case, "survey", sites=["hall-1"], **survey)
    assert following.items[-1].content.previous_evaluation == name
    ended = body.step("dan", case, "discontinue", "surveillances/2", statement="The works stands still.")
    assert ended.items[-1].state == "discontinued"
