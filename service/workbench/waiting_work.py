"""Waiting work on pages: cases, drafts, profiles, corrections, and the work of products."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import add_days, parse_date
from service.base import instants
from service.cases.signature_renewals import USUAL_DAYS_AHEAD
from service.workbench.page import product_pages
from service.workbench.pages.applicant import load_tasks
from service.workbench.pages.outlook import LIST as OUTLOOK, shown_changes
from service.workbench.queries import MOST, People, id_of, listed_all, load_people
from service.workbench.titles import card_titles, profile_title
from touchstone.v1 import (
    case_service_pb2 as cases,
    correction_service_pb2 as corrections,
    draft_pb2 as drafts,
    fact_reuse_service_pb2 as reuse,
    outlook_service_pb2 as outlook,
    scorecard_pb2,
)

if TYPE_CHECKING:
    from google.protobuf.timestamp_pb2 import Timestamp

    from service.workbench.page import PageRequest

PAGE_SIZE, _OTHERS_PAGE_SIZE, _WEEK_DAYS = 100, 50, 7
_NEVER = "9999-12-31"
_MAX_PAGES = 10
list_pages = partial(listed_all, most_pages=_MAX_PAGES)
_MAX_APPLICATIONS = 10
_OUTLOOK_DAYS = 60
_WORK = "CaseService/ListMyWork"
_CASES = "CaseService/ListCases"
_SAVE, _APPROVE, _PUBLISH = (
    f"ScorecardService/{call}" for call in ("SaveDraftRevision", "ApproveDraft", "PublishDraft")
)
_PROPOSE, _APPROVE_PROFILE = "CaseService/ProposeSchemeProfile", "CaseService/ApproveSchemeProfile"
_REEVALUATE, _DISPOSE = "CorrectionService/ReevaluateCampaign", "CorrectionService/DisposeCampaignItem"
_DECLARING_STATES = frozenset({"submitted", "waiting", "accepted", "contracted", "planned", "evaluating", "certified"})
"""Case states that permit a client to declare facts, in the case or in a surveillance."""
_DUE, _RENEW = "CaseService/ListDueItems", "CaseService/RenewCertificateSignatures"
_REUSED = "FactReuseService/ListReusedFacts"
_State = drafts.Draft.State


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Task that waits for a person."""

    name: str
    sentence: str
    address: str
    about: str
    """Name of its object, such as the client."""
    detail: str = ""
    reference: str = ""
    """Id of its object, such as the case."""
    state: str = ""
    awaited: str = ""
    due_date: str = ""
    due_kind: str = ""
    as_of_date: str = ""
    since: Timestamp | None = None
    case_name: str = ""

    @property
    def days_left(self) -> int | None:
        if not self.due_date:
            return None
        return (parse_date(self.due_date) - parse_date(self.as_of_date)).days

    @property
    def group(self) -> str:
        if self.days_left is None:
            return "undated"
        return "overdue" if self.days_left < 0 else "week" if self.days_left <= _WEEK_DAYS else "later"


@dataclass(slots=True)
class Waiting:
    """Work that waits for the reader and for others."""

    mine: list[WaitingRow] = field(default_factory=list)
    others: list[WaitingRow] = field(default_factory=list)
    more_mine: bool = False
    more_others: bool = False
    problem: str = ""
    """Reason why some of the reader's work is missing."""
    problem_of_others: str = ""
    has_sources: bool = False
    who: People = field(default_factory=lambda: People({}, "", is_visible=False))

    @property
    def groups(self) -> dict[str, list[WaitingRow]]:
        groups: dict[str, list[WaitingRow]] = {"overdue": [], "week": [], "later": [], "undated": []}
        for row in self.mine:
            groups[row.group].append(row)
        return groups

    def add(self, row: WaitingRow, *, mine: bool, is_shown: bool = True) -> None:
        if mine:
            self.mine.append(row)
        elif is_shown:
            self.others.append(row)


class Scope(Enum):
    """Amount of waiting work to load."""

    OWN = "own"
    """First page of the reader's work."""
    FIRST = "first"
    """First pages of all work."""
    WHOLE = "whole"
    """All pages, for a file."""


async def load_waiting(page_request: PageRequest, scope: Scope = Scope.FIRST) -> Waiting:
    """Return the work of the reader and of others; a source that fails does not affect the rest."""
    people = await page_request.part(load_people(page_request))
    who = people.answer or People({}, "", is_visible=False)
    sources = (*_SOURCES, *(source for product in product_pages() for source in product.waiting_sources))
    loads = [load for calls, load in sources if any(map(page_request.may, calls))]
    parts = await asyncio.gather(*(page_request.part(load(page_request, who, scope)) for load in loads))
    waiting = Waiting(has_sources=bool(loads), who=who)
    for part in parts:
        if part.answer is None:
            waiting.problem = waiting.problem or part.problem
            continue
        loaded: Waiting = part.answer
        waiting.mine += loaded.mine
        waiting.others += loaded.others if scope is not Scope.OWN else ()
        waiting.more_mine |= loaded.more_mine
        waiting.more_others |= loaded.more_others
        waiting.problem = waiting.problem or loaded.problem
        waiting.problem_of_others = waiting.problem_of_others or loaded.problem_of_others
    waiting.mine.sort(key=lambda row: row.due_date or _NEVER)
    return waiting


# --- cases ------------------------------------------------------------------------------------------------------------


async def _case_work(page_request: PageRequest, who: People, scope: Scope) -> Waiting:
    waiting = Waiting()
    items, waiting.more_mine, waiting.problem = await _work_items(page_request, scope, only_others=False)
    waiting.mine = [_case_row(page_request, work_item, who) for work_item in items]
    if scope is not Scope.OWN:
        items, waiting.more_others, waiting.problem_of_others = await _work_items(page_request, scope, only_others=True)
        waiting.others = [_case_row(page_request, work_item, who) for work_item in items]
    if page_request.acts_for_client:
        await _add_facts_to_send(page_request, waiting)
    return waiting


async def _work_items(
    page_request: PageRequest, scope: Scope, *, only_others: bool
) -> tuple[list[cases.WorkItem], bool, str]:
    size = MOST if scope is Scope.WHOLE else _OTHERS_PAGE_SIZE if only_others else PAGE_SIZE
    request = cases.ListMyWorkRequest(parent=page_request.parent, page_size=size, only_others=only_others)
    items: list[cases.WorkItem] = []
    for _ in range(_MAX_PAGES):
        part = await page_request.ask_part(_WORK, request)
        if part.answer is None:
            return items, False, part.problem
        items += part.answer.work_items
        request.page_token = part.answer.next_page_token
        if not request.page_token or (items and scope is not Scope.WHOLE):
            break
    return items, bool(request.page_token), ""


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
    if any(step.function == "client" for step in steps):
        return page_request.word("function", "client")
    persons = list(dict.fromkeys(person for step in steps for person in step.persons))
    if persons and who.is_visible and not who.are_many(persons):
        return str(page_request.w["comma"].join(who.names(persons)))
    if persons:
        return _roles(page_request, steps[0].roles)
    return str(page_request.w["nobody_able"]) if who.is_visible else ""


def _roles(page_request: PageRequest, roles: Iterable[str]) -> str:
    return str(page_request.w["comma"].join(page_request.word("role", role) for role in roles))


async def _add_facts_to_send(page_request: PageRequest, waiting: Waiting) -> None:
    request = cases.ListCasesRequest(parent=page_request.parent, page_size=_MAX_APPLICATIONS)
    listed = await page_request.ask(_CASES, request)
    for listed_case in listed.cases:
        if listed_case.state not in _DECLARING_STATES:
            continue
        id = id_of(listed_case.name)
        part = await page_request.part(load_tasks(replace(page_request, path={"case": id})))
        if part.answer is None:
            waiting.problem = waiting.problem or part.problem
            continue
        case, tasks = part.answer
        if not tasks.open_facts:
            continue
        due_date = case.content.due_date if tasks.facts_days_left is not None else ""
        waiting.mine.append(
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
    request = drafts.ListDraftsRequest(parent=page_request.parent, page_size=PAGE_SIZE)
    listed = [
        draft
        async for draft in list_pages(page_request, "ScorecardService/ListDrafts", request, "drafts")
        if draft.state in {_State.STATE_DRAFT, _State.STATE_IN_REVIEW, _State.STATE_APPROVED}
    ]
    versions = [draft.revision.scorecard_version for draft in listed]
    titles = await card_titles(page_request, (name.split("/")[1] for name in versions if name))
    waiting, names = Waiting(), who.by_account
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
        waiting.add(row, mine=_is_own_draft(page_request, draft), is_shown=draft.state != _State.STATE_DRAFT)
    return waiting


def _is_own_draft(page_request: PageRequest, draft: drafts.Draft) -> bool:
    """Return whether the reader must act: the author finishes a draft, another person approves it."""
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
    request = cases.ListSchemeProfilesRequest(parent=page_request.parent)
    listed = await page_request.ask("CaseService/ListSchemeProfiles", request)
    waiting = Waiting()
    for profile in listed.scheme_profiles:
        if not profile.approved:
            id = id_of(profile.name)
            row = WaitingRow(
                page_request.w["waiting"]["of_profile"], page_request.w["waiting"]["profile"],
                f"/workbench/profiles/{id}", profile_title(profile.settings, page_request.language), reference=id,
                state="proposed", awaited=page_request.word("role", "rule-approver"),
            )  # fmt: skip
            waiting.add(row, mine=profile.proposed_by_other and page_request.may(_APPROVE_PROFILE))
    return waiting


# --- corrections ------------------------------------------------------------------------------------------------------


async def _correction_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    request = corrections.ListCampaignsRequest(parent=page_request.parent, page_size=PAGE_SIZE)
    waiting, words = Waiting(), page_request.w["waiting"]
    async for campaign in list_pages(page_request, "CorrectionService/ListCampaigns", request, "campaigns"):
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
                waiting.add(row, mine=page_request.may(call))
    return waiting


# --- reused facts -----------------------------------------------------------------------------------------------------


async def _reuse_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the reused facts with a changed source."""
    request = reuse.ListReusedFactsRequest(parent=page_request.parent, only_changed=True, page_size=PAGE_SIZE)
    waiting, words = Waiting(), page_request.w["waiting"]
    async for fact in list_pages(page_request, _REUSED, request, "reused_facts"):
        id = id_of(fact.case_name)
        row = WaitingRow(
            words["of_reuse"], words["reuse"].format(fact=fact.fact_id), f"/workbench/cases/{id}/reuse#reused", id,
            detail=id_of(fact.source.name), reference=id, state="open", since=fact.notice_time,
            case_name=fact.case_name,
        )  # fmt: skip
        waiting.add(row, mine=True)
    return waiting


# --- PDF signatures of certificates -----------------------------------------------------------------------------------


async def _signature_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the first archive time stamp that ends soon; one command renews all of them."""
    waiting, words = Waiting(), page_request.w["waiting"]
    if not page_request.may(_RENEW):
        return waiting
    until = add_days(instants.today("Etc/UTC"), USUAL_DAYS_AHEAD).isoformat()
    request = cases.ListDueItemsRequest(parent=page_request.parent, last_date=until, kind="signature", page_size=1)
    for item in (await page_request.ask(_DUE, request)).due_items:
        id = id_of(item.case_name)
        row = WaitingRow(
            words["of_signature"], words["signature"].format(date=item.due_date),
            page_request.case_address(id, item.item), item.client_display_name or id, reference=id, state=item.state,
            due_date=item.due_date, due_kind=page_request.word("due_kind", item.kind), as_of_date=item.as_of_date,
            since=item.step_time, case_name=item.case_name,
        )  # fmt: skip
        waiting.add(row, mine=True)
    return waiting


# --- expected changes of certified results ----------------------------------------------------------------------------


async def _outlook_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the expected changes of results with a valid certificate, up to two months ahead."""
    waiting, words, today = Waiting(), page_request.w["waiting"], instants.today("Etc/UTC")
    if not page_request.may(OUTLOOK):
        return waiting
    until = add_days(today, _OUTLOOK_DAYS).isoformat()
    request = outlook.ListExpectedChangesRequest(parent=page_request.parent, until_date=until, page_size=PAGE_SIZE)
    listed = [change async for change in list_pages(page_request, OUTLOOK, request, "expected_changes")]
    for one in await shown_changes(page_request, [change for change in listed if change.certificate]):
        change = one.change
        is_future = change.date > today.isoformat()
        row = WaitingRow(
            words["of_outlook"], words["outlook"].format(after=one.after, date=change.date, cause=one.causes[0]),
            f"/workbench/outlook/{one.id}", change.client_display_name or id_of(change.subject),
            reference=id_of(change.case_name), state="open", awaited=page_request.word("role", "reviewer"),
            due_date=change.date if is_future else "", as_of_date=today.isoformat(), since=change.create_time,
            due_kind=words["of_outlook"] if is_future else "", case_name=change.case_name,
        )  # fmt: skip
        waiting.add(row, mine=page_request.may(_REEVALUATE))
    return waiting


WaitingSource = tuple[Sequence[str], Callable[["PageRequest", People, Scope], Awaitable[Waiting]]]
"""Loader with the calls that permit it; one permission suffices."""
_SOURCES: Sequence[WaitingSource] = (
    ((_WORK,), _case_work),
    ((_SAVE, _APPROVE), _draft_work),
    ((_PROPOSE, _APPROVE_PROFILE), _profile_work),
    ((_REEVALUATE, _DISPOSE), _correction_work),
    ((_REUSED,), _reuse_work),
    ((_DUE,), _signature_work),
    ((_WORK, _REEVALUATE), _outlook_work),
)
