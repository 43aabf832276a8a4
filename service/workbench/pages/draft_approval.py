"""Approval page of a draft: changed rules, check results, impact and signatures."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.output.changed_words import changed_words
from service.output.mapping.mapper import word_of
from service.workbench.compared_rules import RULE, compared_parts, movable_names
from service.workbench.draft_texts import diff_lines, read_problem
from service.workbench.page import LIVE, Page, PagePart, PrefilledForm
from service.workbench.pages.drafts import (
    CHECK,
    GET,
    act_name,
    change_kind_name,
    compare_with,
    draft_address,
    draft_comments,
    draft_frame,
    open_draft,
    version_text,
)
from service.workbench.proof_measuring import MEASURE, keep_measuring, noticed_percent
from service.workbench.stored_impact import draft_impact
from touchstone.v1 import draft_pb2 as drafts, scorecard_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown
    from service.workbench.pages.drafts import OpenDraft
    from service.workbench.stored_impact import ImpactPart

_message = message_factory(__name__)

SIGNED = {
    "submit": "ScorecardService/SubmitDraft",
    "approve": "ScorecardService/ApproveDraft",
    "reject": "ScorecardService/RejectDraft",
    "publish": "ScorecardService/PublishDraft",
}


_MISSING_REASON_MESSAGES = {"submit": "CHANGE_REASON", "reject": "RETURN_REASON"}


async def _load(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    frame, comments, compared, check, impact, measuring = await asyncio.gather(
        draft_frame(page_request, opened), draft_comments(page_request), _load_comparison(page_request, opened),
        _load_check(page_request, opened), _load_impact(page_request, opened), _load_proof_figures(page_request,
        opened),
    )  # fmt: skip
    problems = check.answer.problems if check.answer is not None else opened.draft.revision.problems
    user, language = page_request.user, page_request.language
    changed = drafts.CompareDraftRevisionsResponse() if compared.answer is None else compared.answer
    parts = compared_parts(changed.rule_changes, language)
    return {
        **frame, "compared": compared, "check": check, "impact": impact, "diff_lines": diff_lines,
        "change_kind": change_kind_name, "comments": comments, "act_name": act_name, "parts": parts,
        "rule_count": len(parts.get(RULE, ())),
        "is_checking": _is_checkable(page_request, opened) and check == PagePart(),
        "measuring": measuring[0], "slips": measuring[1], "noticed_percent": noticed_percent,
        "changed_words": changed_words,
        "effect": opened.draft.effect if opened.draft.HasField("effect") else None,
        "base": version_text(opened.base), "change_reason": _change_reason(opened.draft),
        "movable": movable_names(changed.movable_outcomes, page_request.word("movable", "no_grade")),
        "step": word_of(scorecard_pb2.VersionStep, changed.required_step) if changed.required_step else "",
        "problems": [read_problem(problem) for problem in problems],
        "acts": [step for step in opened.draft.allowed_steps if page_request.may(SIGNED.get(step, ""))],
        "person": page_request.typed("person") or (user.principal.id if user is not None else ""),
        "is_own": user is not None and opened.draft.revision.principal == user.principal.id,
    }  # fmt: skip


async def _load_comparison(page_request: PageRequest, opened: OpenDraft) -> PagePart:
    return await page_request.part(compare_with(page_request, opened.base, opened.number))


def _is_checkable(page_request: PageRequest, opened: OpenDraft) -> bool:
    return page_request.may(CHECK) and bool(opened.draft.revision.content_digest)


async def _load_check(page_request: PageRequest, opened: OpenDraft) -> PagePart:
    if not _is_checkable(page_request, opened):
        return PagePart()
    key = (CHECK, page_request.user_key, page_request.language, opened.draft.revision.name, opened.state)
    request = drafts.CheckDraftRequest(name=opened.draft.name)
    return await page_request.part(page_request.background_tasks.result(key, lambda: page_request.ask(CHECK, request)))


async def _load_impact(page_request: PageRequest, opened: OpenDraft) -> ImpactPart:
    return await draft_impact(page_request, opened.base, opened.draft.revision)


def _change_reason(draft: drafts.Draft) -> str:
    submissions = [
        each.statement.reason
        for each in draft.statements
        if each.statement.act == scorecard_pb2.VersionStatement.ACT_SUBMISSION and not each.discounted
    ]
    return submissions[-1] if submissions else ""


async def _load_proof_figures(
    page_request: PageRequest, opened: OpenDraft
) -> tuple[PagePart, scorecard_pb2.ProofFigures]:
    figures, revision = opened.draft.proof_figures, opened.draft.revision
    is_known = figures.HasField("measure_time") and not figures.waiting_slip_count
    if is_known or not revision.content_digest or not page_request.may(MEASURE):
        return PagePart(), figures
    measuring = await page_request.part(keep_measuring(page_request, draft_revision=revision.name))
    if measuring.answer is False:  # measuring has just ended
        figures = (await page_request.ask(GET, drafts.GetDraftRequest(name=opened.draft.name))).proof_figures
    return measuring, figures


async def _redirect_to_statement(page_request: PageRequest) -> PrefilledForm:
    await open_draft(page_request)
    step, reason = page_request.typed("step"), page_request.typed("reason").strip()
    if step in _MISSING_REASON_MESSAGES and not reason:
        raise InputError((Violation("reason", _message(_MISSING_REASON_MESSAGES[step]), "REQUIRED"),))
    return PrefilledForm(draft_address(page_request.path["draft"], "sign"), page_request.values)


PAGES = (
    Page(
        "/workbench/drafts/{draft}/approve", "draft_approve.html.jinja", GET, _load, _redirect_to_statement, script=LIVE
    ),
)
