"""Waiting work on pages: what waits for the reader and for others, in cases, drafts, profiles, corrections and goods.

`load_waiting` is the only function that answers this. Home, the work list, its export and the start page of a trial
show what it returns.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import parse_date
from service.workbench.claim_notices import load_own_notices
from service.workbench.pages.applicant import load_tasks
from service.workbench.queries import MOST, People, id_of, listed_all, load_people
from service.workbench.titles import card_titles, profile_title
from touchstone.v1 import (
    case_service_pb2 as cases,
    correction_service_pb2 as corrections,
    draft_pb2 as drafts,
    goods_ledger_service_pb2 as ledgers,
    scorecard_pb2,
)

if TYPE_CHECKING:
    from google.protobuf.timestamp_pb2 import Timestamp

    from service.workbench.page import PageRequest

_SHOWN, _SHOWN_OF_OTHERS, _WEEK = 100, 50, 7
_NEVER = "9999-12-31"
_MOST_PAGES = 10
"""At most so many pages of a list are read."""
_listed = partial(listed_all, most_pages=_MOST_PAGES)
_MOST_APPLICATIONS = 10
"""Unsent facts are counted in so many applications of a client, the newest first."""
_WORK = "CaseService/ListMyWork"
_CASES = "CaseService/ListCases"
_SAVE, _APPROVE, _PUBLISH = (
    f"ScorecardService/{call}" for call in ("SaveDraftRevision", "ApproveDraft", "PublishDraft")
)
_PROPOSE, _APPROVE_PROFILE = "CaseService/ProposeSchemeProfile", "CaseService/ApproveSchemeProfile"
_REEVALUATE, _DISPOSE = "CorrectionService/ReevaluateCampaign", "CorrectionService/DisposeCampaignItem"
_DECIDE_ANSWER = "GoodsLedgerService/DecideSupplierAnswer"
_SAVE_CLAIM = "ClaimService/SaveClaim"
_DECLARING = frozenset({"submitted", "waiting", "accepted", "contracted", "planned", "evaluating", "certified"})
"""The states of a case in which a client may declare facts, in it or in a surveillance."""
_State = drafts.Draft.State


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A thing that waits for a person."""

    name: str
    """What it is in a word or two, such as `Finding`."""
    sentence: str
    """What is to be done."""
    address: str
    """The page on which it is done."""
    about: str
    """The name of what it concerns, such as the client."""
    detail: str = ""
    reference: str = ""
    """The id of what it concerns, such as that of the case."""
    state: str = ""
    awaited: str = ""
    """The persons or roles for whom it waits."""
    due_date: str = ""
    due_kind: str = ""
    as_of_date: str = ""
    since: Timestamp | None = None
    case_name: str = ""

    @property
    def days_left(self) -> int | None:
        """The days left; negative if it is overdue, None if it has no due date."""
        if not self.due_date:
            return None
        return (parse_date(self.due_date) - parse_date(self.as_of_date)).days

    @property
    def group(self) -> str:
        """The group by urgency: `overdue`, `week`, `later` or `undated`."""
        if self.days_left is None:
            return "undated"
        return "overdue" if self.days_left < 0 else "week" if self.days_left <= _WEEK else "later"


@dataclass(slots=True)
class Waiting:
    """What waits for the reader and for others."""

    mine: list[WaitingRow] = field(default_factory=list)
    others: list[WaitingRow] = field(default_factory=list)
    more_mine: bool = False
    """Whether more waits for the reader than is listed."""
    more_others: bool = False
    problem: str = ""
    """Why part of the reader's own work is missing."""
    problem_of_others: str = ""
    has_sources: bool = False
    """Whether the reader has a role for whom work can wait."""
    who: People = field(default_factory=lambda: People({}, "", is_told=False))

    @property
    def groups(self) -> dict[str, list[WaitingRow]]:
        """The reader's own work by urgency, the most urgent first."""
        groups: dict[str, list[WaitingRow]] = {"overdue": [], "week": [], "later": [], "undated": []}
        for row in self.mine:
            groups[row.group].append(row)
        return groups

    def add(self, row: WaitingRow, *, mine: bool, is_shown: bool = True) -> None:
        """Add a row to the reader's own work, or to that of others if it is shown to the reader."""
        if mine:
            self.mine.append(row)
        elif is_shown:
            self.others.append(row)


class Scope(Enum):
    """How much of the waiting work is read."""

    OWN = "own"
    """The first of the reader's own."""
    FIRST = "first"
    """The first of the reader's own and of that of others."""
    WHOLE = "whole"
    """All of both, for a file."""


async def load_waiting(page_request: PageRequest, scope: Scope = Scope.FIRST) -> Waiting:
    """Return what waits for the reader and for others; a part that fails leaves the others."""
    people = await page_request.part(load_people(page_request))
    who = people.answer or People({}, "", is_told=False)
    loads = [load for calls, load in _SOURCES if any(map(page_request.may, calls))]
    parts = await asyncio.gather(*(page_request.part(load(page_request, who, scope)) for load in loads))
    waiting = Waiting(has_sources=bool(loads), who=who)
    for part in parts:
        if part.answer is None:
            waiting.problem = waiting.problem or part.problem
            continue
        found: Waiting = part.answer
        waiting.mine += found.mine
        waiting.others += found.others if scope is not Scope.OWN else ()
        waiting.more_mine |= found.more_mine
        waiting.more_others |= found.more_others
        waiting.problem = waiting.problem or found.problem
        waiting.problem_of_others = waiting.problem_of_others or found.problem_of_others
    waiting.mine.sort(key=lambda row: row.due_date or _NEVER)
    return waiting


# --- cases ------------------------------------------------------------------------------------------------------------


async def _case_work(page_request: PageRequest, who: People, scope: Scope) -> Waiting:
    found = Waiting()
    items, found.more_mine, found.problem = await _work_items(page_request, scope, only_others=False)
    found.mine = [_case_row(page_request, work_item, who) for work_item in items]
    if scope is not Scope.OWN:
        items, found.more_others, found.problem_of_others = await _work_items(page_request, scope, only_others=True)
        found.others = [_case_row(page_request, work_item, who) for work_item in items]
    if page_request.acts_for_client:
        await _add_facts_to_send(page_request, found)
    return found


async def _work_items(
    page_request: PageRequest, scope: Scope, *, only_others: bool
) -> tuple[list[cases.WorkItem], bool, str]:
    """Return the first items, or all in whole lists; whether there are more, and why none could be read.

    A page of the answer may be empty while later pages are not.
    """
    size = MOST if scope is Scope.WHOLE else _SHOWN_OF_OTHERS if only_others else _SHOWN
    asked = cases.ListMyWorkRequest(parent=page_request.parent, page_size=size, only_others=only_others)
    items: list[cases.WorkItem] = []
    for _ in range(_MOST_PAGES):
        part = await page_request.ask_part(_WORK, asked)
        if part.answer is None:
            return items, False, part.problem
        items += part.answer.work_items
        asked.page_token = part.answer.next_page_token
        if not asked.page_token or (items and scope is not Scope.WHOLE):
            break
    return items, bool(asked.page_token), ""


def _case_row(page_request: PageRequest, work_item: cases.WorkItem, who: People) -> WaitingRow:
    w, id = page_request.w, id_of(work_item.case_name)
    may_act = work_item.mine and not work_item.without_person
    steps = [step for step in work_item.steps if not (may_act and step.hindrance)]
    kind, _, number = work_item.item.partition("/")
    names = str(w["comma"].join(page_request.word("step", step.step) for step in steps))
    template = w["todo"][kind or "cases"].get(work_item.state)
    row = WaitingRow(
        name=w["item"][kind] if kind else page_request.word("function", steps[0].function),
        sentence=names if template is None else template.format(number=number), detail=names,
        address=page_request.case_address(id, work_item.item), about=work_item.client_display_name or id, reference=id,
        state=work_item.state, awaited=_awaited(page_request, steps, who), due_date=work_item.due_date,
        due_kind=page_request.word("due_kind", work_item.due_kind) if work_item.due_kind else "",
        as_of_date=work_item.as_of_date,
        since=work_item.step_time if work_item.HasField("step_time") else None, case_name=work_item.case_name,
    )  # fmt: skip
    if not (work_item.mine and work_item.without_person):
        return row
    needed = w["waiting"]["needed"].format(
        function=page_request.word("function", steps[0].function), roles=_roles(page_request, steps[0].roles)
    )
    register = w["waiting"]["without_person"].format(what=row.sentence)
    return replace(row, sentence=register, detail=needed, address="/workbench/people")


def _awaited(page_request: PageRequest, steps: Sequence[cases.NextCaseStep], who: People) -> str:
    """Return for whom steps wait: the client, the persons who may take them, or their roles if these are many."""
    if any(step.function == "client" for step in steps):
        return page_request.word("function", "client")
    persons = list(dict.fromkeys(person for step in steps for person in step.persons))
    if persons and who.is_told and not who.are_many(persons):
        return str(page_request.w["comma"].join(who.names(persons)))
    if persons:
        return _roles(page_request, steps[0].roles)
    return str(page_request.w["nobody_able"]) if who.is_told else ""


def _roles(page_request: PageRequest, roles: Iterable[str]) -> str:
    return str(page_request.w["comma"].join(page_request.word("role", role) for role in roles))


async def _add_facts_to_send(page_request: PageRequest, found: Waiting) -> None:
    """Add a row for each application of the reader's client in which facts are to be sent or corrected."""
    asked = cases.ListCasesRequest(parent=page_request.parent, page_size=_MOST_APPLICATIONS)
    listed = await page_request.ask(_CASES, asked)
    for listed_case in listed.cases:
        if listed_case.state not in _DECLARING:
            continue
        id = id_of(listed_case.name)
        part = await page_request.part(load_tasks(replace(page_request, path={"case": id})))
        if part.answer is None:
            found.problem = found.problem or part.problem
            continue
        case, tasks = part.answer
        if not tasks.open_facts:
            continue
        due_date = case.content.due_date if tasks.facts_days_left is not None else ""
        found.mine.append(
            WaitingRow(
                page_request.w["waiting"]["of_facts"],
                page_request.w["waiting"]["facts"].format(count=len(tasks.open_facts)),
                page_request.case_address(id), case.content.scope or id, reference=id, state=case.state,
                due_date=due_date, due_kind=page_request.word("due_kind", "evaluation") if due_date else "",
                as_of_date=case.as_of_date, case_name=case.name,
            )
        )  # fmt: skip


# --- rules and profiles -----------------------------------------------------------------------------------------------


async def _draft_work(page_request: PageRequest, who: People, _: Scope) -> Waiting:
    """Return drafts to finish, approve and publish."""
    request = drafts.ListDraftsRequest(parent=page_request.parent, page_size=_SHOWN)
    listed = [
        draft
        async for draft in _listed(page_request, "ScorecardService/ListDrafts", request, "drafts")
        if draft.state in {_State.STATE_DRAFT, _State.STATE_IN_REVIEW, _State.STATE_APPROVED}
    ]
    versions = [draft.revision.scorecard_version for draft in listed]
    titles = await card_titles(page_request, (name.split("/")[1] for name in versions if name))
    found, names = Waiting(), who.by_account
    for draft, version in zip(listed, versions, strict=True):
        id = id_of(draft.name)
        about = f"{titles[version.split('/')[1]].title} {id_of(version)}" if version else id
        state = _State.Name(draft.state).removeprefix("STATE_").lower()
        role = "rule-author" if draft.state == _State.STATE_DRAFT else "rule-approver"
        saved_by = names.get(draft.revision.principal, draft.revision.principal)
        row = WaitingRow(
            page_request.w["waiting"]["of_draft"], page_request.w["waiting"][f"draft_{state}"],
            f"/workbench/drafts/{id}", about, reference=id, state=state,
            awaited=saved_by if role == "rule-author" else page_request.word("role", role),
            since=draft.revision.create_time,
        )  # fmt: skip
        found.add(row, mine=_is_own_draft(page_request, draft), is_shown=draft.state != _State.STATE_DRAFT)
    return found


def _is_own_draft(page_request: PageRequest, draft: drafts.Draft) -> bool:
    """Return whether a draft waits for the reader: the author finishes it, another person approves it."""
    account = "" if page_request.user is None else page_request.user.principal.id
    wrote = account == draft.revision.principal
    if draft.state == _State.STATE_DRAFT:
        return wrote and page_request.may(_SAVE)
    if draft.state == _State.STATE_APPROVED:
        return page_request.may(_PUBLISH)
    approved_by = {
        signed.statement.person
        for signed in draft.statements
        if not signed.discounted and signed.statement.act == scorecard_pb2.VersionStatement.ACT_APPROVAL
    }
    return page_request.may(_APPROVE) and not wrote and account not in {*draft.authors, *approved_by}


async def _profile_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return proposed profiles."""
    asked = cases.ListSchemeProfilesRequest(parent=page_request.parent)
    listed = await page_request.ask("CaseService/ListSchemeProfiles", asked)
    found = Waiting()
    for profile in listed.scheme_profiles:
        if not profile.approved:
            id = id_of(profile.name)
            row = WaitingRow(
                page_request.w["waiting"]["of_profile"], page_request.w["waiting"]["profile"],
                f"/workbench/profiles/{id}", profile_title(profile.settings, page_request.language), reference=id,
                state="proposed", awaited=page_request.word("role", "rule-approver"),
            )  # fmt: skip
            found.add(row, mine=profile.proposed_by_other and page_request.may(_APPROVE_PROFILE))
    return found


# --- corrections, goods, claims ---------------------------------------------------------------------------------------


async def _correction_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return corrections with results to evaluate again, and with decisions to take."""
    request = corrections.ListCampaignsRequest(parent=page_request.parent, page_size=_SHOWN)
    found, words = Waiting(), page_request.w["waiting"]
    async for campaign in _listed(page_request, "CorrectionService/ListCampaigns", request, "campaigns"):
        decided = sum(count.count for count in campaign.disposition_counts)
        for name, count, call, role in (
            ("correction_evaluate", campaign.pending_count, _REEVALUATE, "reviewer"),
            ("correction_decide", campaign.affected_count - campaign.pending_count - decided, _DISPOSE, "decider"),
        ):
            if count > 0:
                id = id_of(campaign.name)
                row = WaitingRow(
                    words["of_correction"], words[name].format(count=count), f"/workbench/corrections/{id}",
                    campaign.value, detail=campaign.reason[:120], reference=id, state="open",
                    awaited=page_request.word("role", role), since=campaign.create_time,
                )  # fmt: skip
                found.add(row, mine=page_request.may(call))
    return found


async def _supplier_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return ledgers with answers of suppliers to accept or decline."""
    request = ledgers.ListGoodsLedgersRequest(parent=page_request.parent, page_size=_SHOWN)
    found, words = Waiting(), page_request.w["waiting"]
    async for ledger in _listed(page_request, "GoodsLedgerService/ListGoodsLedgers", request, "goods_ledgers"):
        if count := ledger.waiting_answer_count:
            id = id_of(ledger.name)
            row = WaitingRow(
                words["of_supplier"], words["supplier"].format(count=count), f"/workbench/border/{id}/suppliers",
                ledger.display_name, reference=id, state="answered",
            )  # fmt: skip
            found.add(row, mine=True)
    return found


async def _claim_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the reader's own claims with notices."""
    words = page_request.w["waiting"]
    rows = [
        WaitingRow(
            words["of_claim"], words["claim"].format(claim=(row.claim.quote or row.claim.text)[:80]),
            f"/workbench/claims/in-use/{id_of(row.claim.name)}", row.claim.product,
            detail=str(page_request.w["semicolon"].join(sentence.text for sentence in row.sentences)),
        )
        for row in await load_own_notices(page_request)
    ]  # fmt: skip
    return Waiting(rows)


_SOURCES: Sequence[tuple[Sequence[str], Callable[[PageRequest, People, Scope], Awaitable[Waiting]]]] = (
    ((_WORK,), _case_work),
    ((_SAVE, _APPROVE), _draft_work),
    ((_PROPOSE, _APPROVE_PROFILE), _profile_work),
    ((_REEVALUATE, _DISPOSE), _correction_work),
    ((_DECIDE_ANSWER,), _supplier_work),
    ((_SAVE_CLAIM,), _claim_work),
)
"""The kinds of work, each with the calls of which one lets its reader do it."""
