"""Shipped profiles: an example of each leads to a certificate; a profile that certifies nothing is stopped early."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from rules.contracts.inputs import Subject
from rules.rehearsal.example_runner import reference_subject
from service.base import instants
from service.cases.scheme_profiles import shipped_profiles
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from tests.support.calling import refused
from tests.support.casework import AGREEMENT, PARENT, REPORT, Body, applying
from tests.support.identities import bearing
from tests.support.kept import ROOT
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases, setup_service_pb2 as setup
from touchstone.v1.setup_service_pb2_grpc import SetupServiceStub

pytestmark = pytest.mark.full
GAZETTE = Gazette(ROOT / "scorecards")
EXAMPLES = {
    "csr-evaluation": "csr-three-stage",
    "product-claims": "carbon-neutral-product",
    "verification-statement": "corporate-inventory",
    "zero-carbon-factory": "zero-carbon-factory",
}
"""Scorecard of each profile with an example that leads to a certificate."""
FACTORY = shipped_profiles()["zero-carbon-factory"]
REGISTERED = frozenset(["serial", "certificate_number", "supply_number"])
"""Fields that identify a credit or power supply elsewhere; two subjects may not use the same value."""
SITES = ["hall-0", "hall-1"]


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Body]:
    with RunningServer(tmp_path_factory.mktemp("shipped"), ROOT / "scorecards", TOUCHSTONE_API_KEYS="true") as running:
        body = Body(running)
        body.begin(FACTORY)
        yield body


def example(card: str) -> Subject:
    """Return the worked factory for its card, and the reference case for any other."""
    scorecard, today = GAZETTE.newest(card).scorecard, instants.today("Asia/Shanghai")
    if card == "zero-carbon-factory":
        content = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
        return read_dossier(content, scorecard, as_of=today.isoformat(), settings={}).subject
    return reference_subject(scorecard, today)


def application(case: str, card: str, profile: str) -> cases.CreateCaseRequest:
    request = applying(case, scorecard=f"scorecards/{card}", sites=SITES)
    request.profile, request.subject = profile, f"{PARENT}/subjects/{case}"
    return request


def to_recommendation(body: Body, case: str, card: str, profile: str) -> dict[str, Any]:
    """Bring a case to its recommendation, and return the fields for the decision."""
    body.call("office", "CreateCase")(application(case, card, profile))
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    body.step("rui", case, "plan", team=["ada"], sites=SITES, due_date="2099-01-31")
    body.step("ada", case, "start")
    subject = example(card).model_copy(update={"subject": f"{PARENT}/subjects/{case}"})
    request = write_request(subject, scorecard=f"scorecards/{card}", request_id=body.new_id())
    request.ClearField("known_time")
    for record in (record for fact in request.facts for record in fact.value.records.values):
        for name in REGISTERED & record.fields.keys():
            record.fields[name].text += f"-{case}"
    evaluated = body.server.evaluations.EvaluateSubject(request, metadata=bearing(body.keys["ada"]), timeout=60)
    fields = {"evaluation": str(evaluated.name), "report_digest": REPORT}
    body.step("ada", case, "conclude", **fields)
    body.step("ada", case, "hand_over")
    body.step("dan", case, "recommend", **fields)
    return {**fields, "sites": SITES}


@pytest.mark.parametrize("profile", sorted(shipped_profiles()))
def test_the_example_of_a_shipped_profile_leads_to_a_certificate(body: Body, profile: str) -> None:
    fields = to_recommendation(body, profile, EXAMPLES[profile], profile)
    body.step("dan", profile, "grant", **fields)
    issued = body.step("dan", profile, "issue")
    assert issued.state == "certified"
    assert [item.state for item in issued.items if item.item.startswith("certificates/")] == ["valid"]


def test_a_profile_that_can_certify_nothing_is_shown_with_the_problem_and_not_approved(body: Body) -> None:
    nothing = FACTORY.replace(
        '    "zero-carbon-factory/star-table-hole", "zero-carbon-factory/type-ii-three-stars",\n', ""
    )
    nothing = nothing.replace('"zero-carbon-factory/residual", ', "")
    proposed = body.call("author", "ProposeSchemeProfile")(
        cases.ProposeSchemeProfileRequest(parent=PARENT, profile="nothing", content=nothing)
    )
    asked = setup.PreviewSchemeProfileRequest(parent=PARENT, settings=proposed.settings, language_code="zh")
    preview = SetupServiceStub(body.server.channel).PreviewSchemeProfile(asked, metadata=bearing(body.keys["author"]))
    (problem,) = preview.problems
    assert "zero-carbon-factory/residual" in problem
    assert "任何结果都不能认证" in problem
    approval = cases.ApproveSchemeProfileRequest(name=proposed.name, revision=proposed.revision)
    problem = refused(body.call("approver", "ApproveSchemeProfile"), approval).message
    assert "No result of" in problem
    assert "`accepted_readings`: zero-carbon-factory/residual." in problem


def test_a_case_moves_to_the_profile_that_was_corrected(body: Body) -> None:
    lacking = FACTORY.replace('"zero-carbon-factory/star-table-hole", ', "")
    assert lacking != FACTORY
    body.profile(lacking, id="corrected")
    fields = to_recommendation(body, "moved", "zero-carbon-factory", "corrected")
    problem = body.refused("dan", "moved", "grant", **fields).message
    assert "zero-carbon-factory/star-table-hole" in problem
    assert "update_profile" in problem
    assert not body.get("moved").newer_profile_name
    assert "update_profile" not in {step.step for step in body.get("moved").next_steps}
    assert "newest approved revision" in body.refused("rui", "moved", "update_profile", profile_name="x").message

    body.profile(FACTORY, id="corrected")
    newer = body.get("moved").newer_profile_name
    assert newer.startswith(f"{PARENT}/schemeProfiles/corrected@")
    assert "update_profile" in {step.step for step in body.get("moved").next_steps}
    assert (
        "requires a value in this field"
        in body.refused("rui", "moved", "update_profile").violations["content.profile_name"]
    )
    wrong = body.refused("rui", "moved", "update_profile", profile_name=f"{newer}9")
    assert newer in wrong.violations["content.profile_name"]
    assert body.refused("ada", "moved", "update_profile", profile_name=newer).reason == "ROLE_NEEDED"
    moved = body.step("rui", "moved", "update_profile", profile_name=newer)
    assert moved.state == "recommended"
    assert moved.profile_revision == int(newer.rpartition("@")[2])
    assert (moved.steps[-1].step, moved.steps[-1].content.profile_name) == ("update_profile", newer)
    assert not moved.content.profile_name
    assert not moved.newer_profile_name
    assert body.step("dan", "moved", "grant", **fields).state == "granted"


def test_a_profile_approved_before_its_scorecard_changed_is_reported_and_opens_no_case(body: Body) -> None:
    lacking = FACTORY.replace('"zero-carbon-factory/residual", ', "")
    proposed = body.call("author", "ProposeSchemeProfile")(
        cases.ProposeSchemeProfileRequest(parent=PARENT, profile="outdated", content=lacking)
    )
    path = make_url(body.server.environment["TOUCHSTONE_DATABASE_URL"]).database
    with closing(sqlite3.connect(str(path))) as connection, connection:
        approve = "UPDATE case_document SET document = replace(document, '\"approved\":false', '\"approved\":true')"
        changed = connection.execute(f"{approve} WHERE kind = 'schemeProfiles' AND id = 'outdated'")
        assert changed.rowcount == proposed.revision == 1
    readiness = SetupServiceStub(body.server.channel).GetReadiness(
        setup.GetReadinessRequest(parent=PARENT), metadata=bearing(body.keys["author"])
    )
    (step,) = (step for step in readiness.steps if step.step == "profile")
    assert step.state == step.STATE_DONE  # another profile certifies
    (told,) = (text for text in step.advised if "No result of" in text)
    assert "zero-carbon-factory/residual" in told
    opening = application("outdated", "zero-carbon-factory", "outdated")
    refusal = refused(body.call("office", "CreateCase"), opening)
    assert refusal.reason == "STEP_NOT_ALLOWED"
    assert "zero-carbon-factory/residual" in refusal.message
    opening.content.scorecard = "scorecards/miit-zero-carbon-factory"
    assert body.call("office", "CreateCase")(opening).state == "submitted"
