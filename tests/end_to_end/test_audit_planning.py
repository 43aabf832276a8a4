"""Audit planning on a server: samples, audit time, competence by area, recertification, and the programme."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from rules.contracts import add_months, parse_date
from service.audit_planning.audit_rules import audit_rules
from service.identity.principals import Role
from tests.support.calling import refused
from tests.support.casework import AGREEMENT, PARENT, PROFILE, REPORT, Body
from tests.support.commands import touchstone
from tests.support.identities import bearing
from tests.support.small_card import CARD
from touchstone.v1 import (
    audit_plan_pb2 as plans,
    audit_planning_service_pb2 as planning,
    audit_planning_service_pb2_grpc,
    case_service_pb2 as cases,
    register_export_service_pb2 as exports,
)
from touchstone.v1.register_export_service_pb2_grpc import RegisterExportServiceStub

pytestmark = pytest.mark.full
PLANNED_PROFILE = PROFILE.replace('sample = "square_root"', 'sample = "iaf_md_1"\naudit_time = "qms"').replace(
    "validity_months = 36", "validity_months = 6\nrenewal_months = 6"
)
SAMPLING_CONDITIONS = [
    plans.SamplingCondition(condition=id, met=True, reason="seen")
    for id in (*audit_rules()["conditions"], *audit_rules()["sampling_conditions"])
]


@pytest.fixture(scope="module", autouse=True)
def planned(body: Body) -> None:
    """Add a profile that samples by MD 1 and computes the audit time."""
    body.profile(PLANNED_PROFILE, id="planned")


def ask(body: Body, method: str, request: Any, person: str = "rui") -> Any:
    stub = audit_planning_service_pb2_grpc.AuditPlanningServiceStub(body.server.channel)
    return getattr(stub, method)(request, metadata=bearing(body.keys[person]), timeout=60)


def programme(body: Body, case: str) -> planning.AuditProgramme:
    answer: planning.AuditProgramme = ask(
        body, "GetAuditProgramme", planning.GetAuditProgrammeRequest(name=f"{PARENT}/cases/{case}")
    )
    return answer


def sampling(**more: Any) -> plans.SiteSampling:
    return plans.SiteSampling(central_function="hall-0", conditions=SAMPLING_CONDITIONS, **more)


def times(*sites: str, days: str = "10", on_site: str = "9", reason: str = "") -> plans.AuditTime:
    personnel = [plans.PersonnelGroup(persons=20)]
    return plans.AuditTime(
        sites=[plans.SiteAuditTime(site=site, personnel=personnel) for site in sites], planned_days=days,
        on_site_days=on_site, deviation_reason=reason,
    )  # fmt: skip


def contracted(body: Body, case: str, **accepted: Any) -> None:
    request = cases.CreateCaseRequest(
        parent=PARENT, case_id=case, client=f"{PARENT}/clients/works", subject=f"{PARENT}/subjects/works",
        profile="planned",
        content=cases.CaseContent(
            scorecard=f"scorecards/{CARD}", scope="Making of parts", sites=[f"hall-{number}" for number in range(4)]
        ),
    )  # fmt: skip
    body.call("office", "CreateCase")(request)
    body.step("rui", case, "accept", **accepted)
    body.step("office", case, "agree", agreement_digest=AGREEMENT)


def preview(body: Body, case: str, step: str = "plan", **content: Any) -> planning.AuditPlanPreview:
    answer: planning.AuditPlanPreview = ask(
        body, "PreviewAuditPlan",
        planning.PreviewAuditPlanRequest(
            name=f"{PARENT}/cases/{case}", step=step, content=cases.CaseContent(**content)
        ),
    )  # fmt: skip
    return answer


def chosen(answer: planning.AuditPlanPreview) -> dict[str, Any]:
    """Return the suggested plan of a preview as the content of a step."""
    sample = answer.sampling
    drawn = {site for group in sample.sampled_groups for site in group.random_sites}
    selected = [
        plans.SelectedSite(site=site, criterion="longest_ago", reason="never visited")
        for site in sample.sites
        if site not in drawn | {"hall-0"}
    ]
    return {"sites": list(sample.sites), "site_sampling": sampling(selected=selected)}


def plan(body: Body, case: str, step: str = "plan", person: str = "rui", **more: Any) -> cases.Case:
    content = chosen(preview(body, case, step, site_sampling=sampling(), **more))
    return body.step(
        person, case, step, team=["ada", "ben"], due_date="2099-01-31", audit_time=times(*content["sites"]),
        **{**content, **more},
    )  # fmt: skip


def certified(body: Body, case: str) -> cases.CaseContent:
    """Advance a new case to its certificate, which can be renewed at once, and return the certificate."""
    contracted(body, case)
    plan(body, case)
    body.step("ada", case, "start")
    evaluated = body.evaluate()
    body.step("ada", case, "conclude", evaluation=evaluated, report_digest=REPORT)
    body.step("ada", case, "hand_over")
    body.step("dan", case, "recommend", evaluation=evaluated, report_digest=REPORT)
    body.step("dan", case, "grant", evaluation=evaluated, report_digest=REPORT, sites=["hall-0", "hall-1", "hall-2"])
    return _certificate(body.step("dan", case, "issue"), 1)


def test_the_sample_of_a_case_is_recorded_and_anybody_can_compute_it_again(body: Body) -> None:
    contracted(body, "sampled")
    sample = plan(body, "sampled").content.sampling
    (group,) = sample.sampled_groups
    assert next(step.number for step in body.get("sampled").steps if step.step == "agree") == sample.seed_step
    assert (sample.rule, sample.method, sample.least, group.least) == ("iaf_md_1", "sampled", "3", 2)
    keys = {site: hashlib.sha256(f"{sample.seed}\n{site}".encode()).hexdigest() for site in group.sites}
    assert list(group.random_sites) == [min(keys, key=lambda site: keys[site])]
    assert [*programme(body, "sampled").plans[0].differences] == []
    check = planning.CheckSiteSampleRequest(sampling=sample)
    assert not ask(body, "CheckSiteSample", check).differences
    check.sampling.sites.remove(group.random_sites[0])
    assert list(ask(body, "CheckSiteSample", check).differences) == ["sites"]
    empty = refused(lambda request: ask(body, "CheckSiteSample", request), planning.CheckSiteSampleRequest())
    assert "not a recorded sample" in empty.message


def test_another_preview_draws_the_same_sample(body: Body) -> None:
    contracted(body, "again")
    first = preview(body, "again", site_sampling=sampling()).sampling
    body.step("rui", "again", "complain", statement="Rude on the telephone.")
    assert preview(body, "again", site_sampling=sampling()).sampling == first


def test_a_plan_without_random_sites_conditions_or_time_is_refused_with_every_field(body: Body) -> None:
    contracted(body, "refused")
    content = chosen(preview(body, "refused", site_sampling=sampling()))
    known: dict[str, Any] = {
        "team": ["ada"],
        "due_date": "2099-01-31",
        **content,
        "audit_time": times(*content["sites"]),
    }

    def fields(**changed: Any) -> set[str]:
        return set(body.refused("rui", "refused", "plan", **{**known, **changed}).violations)

    assert fields(site_sampling=None) == {"content.site_sampling"}
    assert fields(site_sampling=plans.SiteSampling(central_function="hall-9")) == {
        "content.site_sampling.central_function", "content.site_sampling.conditions",
    }  # fmt: skip
    assert fields(sites=["hall-1"]) == {"content.sites"}
    assert fields(audit_time=None) == {"content.audit_time"}
    assert fields(audit_time=times("hall-0")) == {"content.audit_time.sites"}
    assert fields(audit_time=times(*content["sites"], days="8.5", on_site="8.5")) == {"content.audit_time.planned_days"}
    assert fields(audit_time=times(*content["sites"], on_site="7")) == {"content.audit_time.planned_days"}
    less = times(*content["sites"], days="8.5", on_site="8.5", reason="Stage 1 was held in June.")
    computed = body.step("rui", "refused", "plan", **{**known, "audit_time": less}).content.computed_time
    assert (computed.computed_days, computed.planned_days, computed.too_short) == ("9", "8.5", True)
    assert computed.deviation_reason.startswith("Stage 1")


def test_a_profile_without_md_1_and_md_5_refuses_their_plans(body: Body) -> None:
    body.apply("plain")
    body.step("rui", "plain", "accept")
    body.step("office", "plain", "agree", agreement_digest=AGREEMENT)
    known: dict[str, Any] = {"team": ["ada"], "sites": ["hall-0", "hall-1"], "due_date": "2099-01-31"}
    wrong = body.refused("rui", "plain", "plan", **known, site_sampling=sampling())
    assert [*wrong.violations] == ["content.site_sampling"]
    wrong = body.refused("rui", "plain", "plan", **known, audit_time=times("hall-0"))
    assert [*wrong.violations] == ["content.audit_time"]


def test_competence_covers_the_technical_areas_on_the_day_of_the_step(body: Body) -> None:
    def competence(area: str, first: str = "2020-01-01", last: str = "") -> plans.TechnicalCompetence:
        return plans.TechnicalCompetence(
            function="evaluation", area=area, first_date=first, last_date=last, evidence="HR-7"
        )

    def save(person: str, *competences: plans.TechnicalCompetence) -> None:
        known = body.person(person)
        del known.competences[:]
        known.competences.extend(competences)
        body.save(known)

    contracted(body, "areas", technical_areas=["casting"])
    content = chosen(preview(body, "areas", site_sampling=sampling()))
    known: dict[str, Any] = {
        "team": ["ada"],
        "due_date": "2099-01-31",
        **content,
        "audit_time": times(*content["sites"]),
    }
    assert "casting" in body.refused("rui", "areas", "plan", **known).message
    save("ada", competence("casting", last="2021-01-01"))
    assert "has no competence for the evaluation that is valid" in body.refused("rui", "areas", "plan", **known).message
    save("ada", competence("welding"))
    assert "casting" in body.refused("rui", "areas", "plan", **known).message
    save("ada", competence("casting", last="2098-12-31"), competence("welding", last="2020-06-30"))
    body.step("rui", "areas", "plan", **known)
    due = body.call("rui", "ListDueItems")(cases.ListDueItemsRequest(parent=PARENT, last_date="2099-12-31"))
    ends = {one.item: (one.due_date, one.case_person) for one in due.due_items if one.kind == "competence"}
    assert ends["evaluation/casting"] == ("2098-12-31", f"{PARENT}/casePersons/ada")
    broken = body.person("ada")
    broken.competences.append(competence("Casting 1"))
    wrong = refused(
        body.call("operator", "SaveCasePerson"), cases.SaveCasePersonRequest(parent=PARENT, case_person=broken)
    )
    assert "case_person.competences[2].area" in wrong.violations
    save("ada")


def test_a_recertification_renews_the_certificate_from_its_end_and_counts_the_cycle(body: Body) -> None:
    first = certified(body, "renewed")
    evaluated = first.evaluation
    assert first.decision_date == first.first_date
    cycle = programme(body, "renewed")
    assert (cycle.cycle, cycle.certificate, cycle.last_date) == (1, first.number, first.last_date)
    assert [audit.audit for audit in cycle.audits] == ["recertification"]

    began = plan(body, "renewed", "recertify", renewed_sites=["hall-0", "hall-1", "hall-2", "hall-3"])
    (item,) = (one for one in began.items if one.item == "recertifications/1")
    assert (item.state, item.content.scope, item.content.predecessor) == ("planned", "Making of parts", first.number)
    groups = {group.group: group.least for group in item.content.sampling.sampled_groups}
    assert groups == {"all": 2, "new-sites": 1}
    again = body.refused("rui", "renewed", "recertify", **_recertify(body))
    assert "recertifications/1 is not complete" in again.message
    body.step("ada", "renewed", "start", "recertifications/1")
    same = body.refused("ada", "renewed", "conclude", "recertifications/1", evaluation=evaluated, report_digest=REPORT)
    assert "content.evaluation" in same.violations
    newer = body.evaluate()
    body.step("ada", "renewed", "conclude", "recertifications/1", evaluation=newer, report_digest=REPORT)
    body.step("ada", "renewed", "hand_over", "recertifications/1")
    body.step("dan", "renewed", "recommend", "recertifications/1", evaluation=newer, report_digest=REPORT)
    decided = {"evaluation": newer, "report_digest": REPORT}
    outside = body.refused("dan", "renewed", "renew", "recertifications/1", **decided, sites=["hall-7"])
    assert "content.sites" in outside.violations
    body.step("dan", "renewed", "renew", "recertifications/1", **decided, sites=["hall-0", "hall-1", "hall-3"])
    done = body.step("dan", "renewed", "issue_renewal", "recertifications/1")
    renewed, states = _certificate(done, 2), {one.item: one.state for one in done.items}
    assert (states["certificates/1"], states["certificates/2"], states["recertifications/1"]) == (
        "superseded", "valid", "reissued",
    )  # fmt: skip
    assert (renewed.cycle, renewed.predecessor, renewed.evaluation) == (2, first.number, newer)
    assert renewed.first_date >= first.first_date
    assert renewed.last_date == add_months(parse_date(first.last_date), 6).isoformat()
    assert programme(body, "renewed").cycle == 2
    exporting = RegisterExportServiceStub(body.server.channel)
    request = exports.CreateRegisterExportRequest(
        parent=PARENT, format="china-certificates", from_beginning=True, allow_gaps=True
    )
    made = exporting.CreateRegisterExport(request, metadata=bearing(body.keys["rui"]), timeout=60)
    sent = exporting.GetRegisterExportFile(
        exports.GetRegisterExportFileRequest(name=made.name, file_type="FILE_TYPE_CSV"),
        metadata=bearing(body.keys["rui"]), timeout=60,
    )  # fmt: skip
    rows = [
        row for row in csv.DictReader(io.StringIO(sent.content.decode("utf-8-sig")))
        if row["ZOSCID"] in {first.number, renewed.number}
    ]  # fmt: skip
    shown = [(row["ZOSCID"], row["ZAUDCODE"], row["ZAUDDAYSS"], row["ZOLDREGIID"]) for row in rows]
    assert sorted(shown) == sorted([
        (first.number, "01", "10", ""), (first.number, "04", "", ""), (renewed.number, "02", "10", first.number),
    ])  # fmt: skip


def _recertify(body: Body) -> dict[str, Any]:
    content = chosen(preview(body, "renewed", "recertify", site_sampling=sampling()))
    return {**content, "team": ["ada"], "due_date": "2099-01-31", "audit_time": times(*content["sites"])}


def _certificate(case: cases.Case, number: int) -> cases.CaseContent:
    return next(item.content for item in case.items if item.item == f"certificates/{number}")


def test_a_recertification_cannot_begin_too_early(body: Body) -> None:
    body.profile(PLANNED_PROFILE.replace("renewal_months = 6", "renewal_months = 3"), id="planned")
    contracted(body, "early")
    plan(body, "early")
    body.step("ada", "early", "start")
    evaluated = body.evaluate()
    body.step("ada", "early", "conclude", evaluation=evaluated, report_digest=REPORT)
    body.step("ada", "early", "hand_over")
    body.step("dan", "early", "recommend", evaluation=evaluated, report_digest=REPORT)
    body.step("dan", "early", "grant", evaluation=evaluated, report_digest=REPORT, sites=["hall-0"])
    issued = body.step("dan", "early", "issue")
    assert "recertify" not in {step.step for step in issued.next_steps}
    one_site: dict[str, Any] = {
        "team": ["ada"],
        "sites": ["hall-0"],
        "due_date": "2099-01-31",
        "audit_time": times("hall-0"),
    }
    wrong = body.refused("rui", "early", "recertify", **one_site, site_sampling=sampling())
    assert "can begin on" in wrong.message


def test_rules_are_listed_with_certainty_and_source(body: Body) -> None:
    rules = ask(body, "GetAuditRules", planning.GetAuditRulesRequest())
    assert {rule.certainty for rule in rules.rules} == {"secondary", "recalled", "own_interpretation"}
    assert {table.table: len(table.bands) for table in rules.tables} == {"qms": 23, "ems": 23, "ohsms": 23}


def test_surveillance_takes_a_smaller_sample_and_without_sampling_30_percent_of_a_year(body: Body) -> None:
    body.profile(PLANNED_PROFILE.replace("validity_months = 6", "validity_months = 36"), id="planned")
    contracted(body, "surveyed")
    unmet = plans.SiteSampling(
        central_function="hall-0",
        conditions=[
            plans.SamplingCondition(condition=row.condition, met=row.condition != "similar_processes", reason="seen")
            for row in SAMPLING_CONDITIONS
        ],
    )
    sample = preview(body, "surveyed", site_sampling=unmet).sampling
    assert (sample.method, sample.least, len(sample.sites)) == ("every_site", "4", 4)
    plan(body, "surveyed")
    body.step("ada", "surveyed", "start")
    evaluated = body.evaluate()
    concluded: dict[str, Any] = {"evaluation": evaluated, "report_digest": REPORT}
    body.step("ada", "surveyed", "conclude", **concluded)
    body.step("ada", "surveyed", "hand_over")
    body.step("dan", "surveyed", "recommend", **concluded)
    body.step("dan", "surveyed", "grant", **concluded, sites=[f"hall-{number}" for number in range(4)])
    body.step("dan", "surveyed", "issue")
    cycle = programme(body, "surveyed")
    assert [audit.audit for audit in cycle.audits] == ["surveillance", "surveillance", "recertification"]
    assert all(audit.sites[0] == "hall-0" for audit in cycle.audits)
    later = preview(body, "surveyed", "survey", site_sampling=sampling()).sampling
    assert (later.audit, later.least) == ("surveillance", "3")
    issued = next(step.number for step in body.get("surveyed").steps if step.step == "issue")
    assert later.seed_step == issued
    assert later.seed != cycle.plans[0].sampling.seed
    every = preview(body, "surveyed", "survey", site_sampling=unmet, due_date="2099-01-31").sampling
    assert (every.method, every.least) == ("every_site", "2")
    began = plan(body, "surveyed", "survey")
    assert [*programme(body, "surveyed").plans[-1].differences] == []
    (item,) = (one for one in began.items if one.item == "surveillances/1")
    assert item.content.computed_time.audit == "surveillance"
    visited = preview(body, "surveyed", "survey", site_sampling=unmet, due_date="2099-06-30").sampling
    assert set(visited.visited_in_year) == set(item.content.sites) - {"hall-0"}
    assert visited.least == "1"


def test_commands_list_rules_and_the_programme(body: Body, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.touch(0o600)
    token.write_text(body.keys["rui"], encoding="utf-8")
    signed_in = ("--server", body.server.address, "--token-file", token)
    listed = touchstone("case", "audit-rules", *signed_in, "--format", "json")
    assert listed.exit_code == 0, listed.stderr
    assert {"qms", "ems", "ohsms"} == {table["table"] for table in json.loads(listed.stdout)["tables"]}
    shown = touchstone("case", "programme", f"{PARENT}/cases/sampled", *signed_in, "--format", "json")
    assert shown.exit_code == 0, shown.stderr
    recorded = json.loads(shown.stdout)
    assert recorded["plans"][0]["sampling"]["rule"] == "iaf_md_1"
    (tmp_path / "programme.json").write_text(shown.stdout, encoding="utf-8")
    confirmed = touchstone("case", "check-sample", tmp_path / "programme.json")
    assert (confirmed.exit_code, "confirmed" in confirmed.stdout) == (0, True), confirmed.stderr
    changed = confirmed
    for number in range(100):  # another seed can draw the same sites
        sample = {**recorded["plans"][0]["sampling"], "seed": f"{number:064x}"}
        (tmp_path / "changed.json").write_text(json.dumps(sample), encoding="utf-8")
        changed = touchstone("case", "check-sample", tmp_path / "changed.json", "--format", "json")
        if changed.exit_code:
            break
    assert changed.exit_code == 1, changed.stderr
    assert "sampled_groups" in changed.stdout
    text = touchstone("case", "programme", f"{PARENT}/cases/sampled", *signed_in)
    assert text.exit_code == 0, text.stderr
    assert "iaf_md_1" in text.stdout


def test_applicants_see_neither_plans_nor_programmes(body: Body) -> None:
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    body.register("lin", client="works")
    seen = body.get("sampled", "lin")
    assert not seen.content.HasField("sampling")
    assert not seen.content.HasField("site_sampling")
    assert not any(step.content.HasField("site_sampling") for step in seen.steps)
    request = planning.GetAuditProgrammeRequest(name=f"{PARENT}/cases/sampled")
    assert "role" in refused(lambda asked: ask(body, "GetAuditProgramme", asked, "lin"), request).message


def test_a_plan_with_very_long_texts_or_lists_is_refused(body: Body) -> None:
    contracted(body, "hostile")
    long = sampling(excluded=[plans.ExcludedSite(site="hall-1", reason="x" * 4_001)])
    many = sampling(selected=[plans.SelectedSite(site="a", criterion="size", reason="r")] * 1_001)
    for wrong in (long, many):
        request = planning.PreviewAuditPlanRequest(
            name=f"{PARENT}/cases/hostile", step="plan", content=cases.CaseContent(site_sampling=wrong)
        )
        assert (
            "content.site_sampling" in refused(lambda asked: ask(body, "PreviewAuditPlan", asked), request).violations
        )
    request = planning.PreviewAuditPlanRequest(name=f"{PARENT}/cases/hostile", step="grant")
    assert "step" in refused(lambda asked: ask(body, "PreviewAuditPlan", asked), request).violations
