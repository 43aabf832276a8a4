"""Waiting work on pages: tasks of every kind, listed only for persons allowed to do them."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from rules.contracts.messages import LANGUAGES
from service.base.refusals import Reason, Refusal
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.page import PageRequest, workbench_pages
from service.workbench.sessions import SignedInUser
from service.workbench.waiting_work import Waiting, load_waiting
from tests.support.templates import template_files
from touchstone.v1 import (
    case_service_pb2 as cases,
    claim_service_pb2 as claims,
    correction_service_pb2 as corrections,
    draft_pb2 as drafts,
    goods_ledger_service_pb2 as ledgers,
    scheme_profile_pb2 as profiles,
    scorecard_pb2,
)

_BODY = "organizations/example"
_State = drafts.Draft.State


def _draft(id: str, state: drafts.Draft.State, *, wrote: str, signed: str = "") -> drafts.Draft:
    draft = drafts.Draft(
        name=f"{_BODY}/drafts/{id}", state=state, authors=[wrote], revision=drafts.DraftRevision(principal=wrote)
    )
    if signed:
        draft.statements.add(
            statement=scorecard_pb2.VersionStatement(person=signed, act=scorecard_pb2.VersionStatement.ACT_APPROVAL)
        )
    return draft


_APPEAL = cases.WorkItem(
    case_name=f"{_BODY}/cases/first", item="appeals/1", state="received", as_of_date="2026-01-31",
    steps=[
        cases.NextCaseStep(item="appeals/1", step="acknowledge", function="appeal", roles=["reviewer", "decider"])
    ],
)  # fmt: skip


def _answer(user: str, role: Role, call: str, request: Any) -> Any:
    """Answer as a server would that has one thing of each kind."""
    match call:
        case "CaseService/ListMyWork":
            if user == "zoe" and not request.only_others:
                days = ("2027-11-28", "", "2026-12-27")
                steps = [cases.NextCaseStep(step="answer", function="client")]
                own = [cases.WorkItem(mine=True, due_date=day, as_of_date="2026-11-27", steps=steps) for day in days]
                return cases.ListMyWorkResponse(work_items=own)
            stuck = cases.WorkItem(mine=role is Role.OPERATOR, without_person=True)
            stuck.MergeFrom(_APPEAL)
            is_listed = stuck.mine != request.only_others
            return cases.ListMyWorkResponse(work_items=[stuck] if is_listed else [])
        case "CaseService/ListDueItems":
            assert (request.kind, request.page_size) == ("signature", 1)
            due = cases.DueItem(
                case_name=f"{_BODY}/cases/first", item="certificates/2", kind="signature", due_date="2026-12-24",
                as_of_date="2026-11-27",
            )  # fmt: skip
            return cases.ListDueItemsResponse(due_items=[due])
        case "ScorecardService/ListDrafts":
            return drafts.ListDraftsResponse(
                drafts=[
                    _draft("begun", _State.STATE_DRAFT, wrote="amy"),
                    _draft("submitted", _State.STATE_IN_REVIEW, wrote="amy"),
                    _draft("half-approved", _State.STATE_IN_REVIEW, wrote="amy", signed="lee"),
                    _draft("old", _State.STATE_PUBLISHED, wrote="amy"),
                ]
            )
        case "CaseService/ListSchemeProfiles":
            named = profiles.SchemeProfileSettings(display_name="Factories", display_name_zh="工厂")
            proposed = cases.SchemeProfile(
                name=f"{_BODY}/schemeProfiles/factories", settings=named, proposed_by_other=user != "amy"
            )
            return cases.ListSchemeProfilesResponse(
                scheme_profiles=[proposed, cases.SchemeProfile(name="schemeProfiles/shipped", approved=True)]
            )
        case "CorrectionService/ListCampaigns":
            decided = corrections.DispositionCount(count=1)
            return corrections.ListCampaignsResponse(
                campaigns=[
                    corrections.Campaign(
                        name=f"{_BODY}/campaigns/meter", value="meter-7", affected_count=6, pending_count=2,
                        disposition_counts=[decided],
                    ),
                    corrections.Campaign(name="over", affected_count=1, disposition_counts=[decided]),
                ]
            )  # fmt: skip
        case "GoodsLedgerService/ListGoodsLedgers":
            ledger = ledgers.GoodsLedger(name=f"{_BODY}/goodsLedgers/year", display_name="2026", waiting_answer_count=2)
            return ledgers.ListGoodsLedgersResponse(goods_ledgers=[ledger, ledgers.GoodsLedger(name="quiet")])
        case "ClaimService/ListClaims":
            assert request.only_own
            claim = claims.ClaimInUse(name=f"{_BODY}/claims/soap", quote="Green soap", product="Soap")
            return claims.ListClaimsResponse(claims=[claim] if user == "ada" else [])
        case "CaseService/ListCasePersons":
            return cases.ListCasePersonsResponse(
                case_persons=[cases.CasePerson(person="amy-1", display_name="Amy", accounts=["account/amy"])]
            )
    raise AssertionError(call)


def waiting_for(user: str, role: Role, language: str = "en", failing: str = "") -> Waiting:
    async def asking(page_request: PageRequest, method: str, request: Any) -> Any:
        call = method.removeprefix("/touchstone.v1.")
        assert page_request.may(call), call
        if call == failing:
            raise Refusal(Reason.UNEXPECTED, "told why")
        return _answer(user, role, call, request)

    async def unused(*_: Any) -> Any:
        raise AssertionError

    page = next(page for page in workbench_pages() if page.address == "/workbench/my-work")
    signed_in = SignedInUser(Principal(user, PrincipalKind.ACCOUNT, "example", frozenset({role})), "token")
    tasks = BackgroundTasks()
    page_request = PageRequest(
        page,
        language,
        {},
        "/workbench/my-work",
        {},
        signed_in,
        "token",
        asking,
        unused,
        unused,
        unused,
        unused,
        tasks,
        unused,
    )
    assert page.is_for(signed_in.principal)
    waiting = asyncio.run(load_waiting(page_request))
    tasks.close()
    return waiting


def mine(waiting: Waiting) -> list[tuple[str, str]]:
    """Return the reader's own work as page and sentence."""
    return [(row.address.removeprefix("/workbench/"), row.sentence) for row in waiting.mine]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DECIDER, Role.ASSESSOR, Role.INTEGRATOR])
def test_those_who_may_renew_signatures_see_the_first_day_of_a_time_stamp_that_ends(role: Role) -> None:
    rows = [row for row in waiting_for("amy", role).mine if row.due_date == "2026-12-24"]
    assert [(row.address, row.days_left) for row in rows] == (
        [("/workbench/cases/first/certificates/2", 27)] if role in (Role.REVIEWER, Role.DECIDER) else []
    )
    assert all(row.sentence.endswith("an archive time stamp ends on 2026-12-24") for row in rows)


def test_an_approver_sees_the_submitted_draft_and_the_proposed_profile() -> None:
    approver = waiting_for("lee", Role.RULE_APPROVER)
    assert mine(approver) == [
        ("drafts/submitted", "Approve or reject the draft"),
        ("profiles/factories", "Check and approve the proposed scheme profile"),
    ]
    assert [row.about for row in approver.others] == ["half-approved"]
    assert not approver.problem
    assert approver.has_sources


def test_an_author_waits_for_the_approver_and_finishes_begun_drafts() -> None:
    author = waiting_for("amy", Role.RULE_AUTHOR)
    assert mine(author) == [("drafts/begun", "Finish the draft and submit it for approval")]
    assert [(row.about, row.awaited) for row in author.others] == [
        ("submitted", "Rule approver"), ("half-approved", "Rule approver"), ("Factories", "Rule approver"),
    ]  # fmt: skip


def test_a_correction_waits_for_its_evaluators_and_its_deciders() -> None:
    decide = ("corrections/meter", "Decide on 3 results of a correction")
    evaluate = ("corrections/meter", "Evaluate 2 results of a correction again")
    assert {evaluate, decide} <= set(mine(waiting_for("dan", Role.DECIDER)))
    reviewer = waiting_for("rui", Role.REVIEWER)
    assert evaluate in mine(reviewer)
    assert decide not in mine(reviewer)
    assert [row.awaited for row in reviewer.others if row.sentence == decide[1]] == ["Decider"]


def test_own_work_of_all_kinds_is_sorted_by_date() -> None:
    days = [row.due_date for row in waiting_for("zoe", Role.ASSESSOR).mine]
    assert days == ["2026-12-27", "2027-11-28", "", ""]  # the last is an answer of a supplier


def test_answers_of_suppliers_and_own_claims_are_work() -> None:
    assessor = waiting_for("ada", Role.ASSESSOR)
    assert ("border/year/suppliers", "Accept or decline 2 answers of suppliers") in mine(assessor)
    assert ("claims/in-use/soap", "Review the claim “Green soap”") in mine(assessor)


def test_an_appeal_that_no_person_may_handle_is_reported_to_operators() -> None:
    operator = waiting_for("op", Role.OPERATOR)
    (row,) = operator.mine
    assert row.address == "/workbench/people"
    assert row.sentence == "No registered person may do this. Register one: Acknowledge appeal 1"
    assert row.detail == "Function: Complaints and appeals. Role: Reviewer, Decider."
    (other,) = (row for row in waiting_for("ada", Role.ASSESSOR).others if row.case_name)
    assert other.awaited == "no registered person"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_that_cannot_be_read_leaves_the_others(language: str) -> None:
    approver = waiting_for("lee", Role.RULE_APPROVER, language, failing="ScorecardService/ListDrafts")
    assert "told why" in approver.problem
    assert [row.address for row in approver.mine] == ["/workbench/profiles/factories"]


def test_a_regulator_has_no_work() -> None:
    assert not waiting_for("reg", Role.REGULATOR).has_sources


def test_pages_show_the_name_of_a_person_instead_of_the_sign_in_id() -> None:
    waiting = waiting_for("ada", Role.ASSESSOR)
    assert waiting.who.by_account["amy"] == waiting.who.by_account["amy-1"] == "Amy"


def test_no_template_shows_the_id_of_a_principal() -> None:
    for path in template_files():
        for shown in re.findall(r"{{.*?}}", path.read_text(encoding="utf-8"), re.DOTALL):
            if "principal" in shown and "user.principal" not in shown:
                assert "account_name(" in shown, (path.name, shown)
