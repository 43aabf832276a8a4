"""Approval pages of a draft: changes, check results and impact; signing by passkey, and creation of that passkey."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rules.contracts import InputError, TrailError, error_message, message_factory
from service.base import instants
from service.base.base64url import to_base64url
from service.cases.credentials.passkeys import check_enrolment, enrolment_challenge
from service.output.changed_words import changed_words
from service.output.mapping.mapper import word_of
from service.workbench.compared_rules import RULE, compared_parts, movable_names
from service.workbench.draft_texts import diff_lines, read_problem
from service.workbench.page import LIVE, Moved, Page, PagePart, PrefilledForm
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
from service.workbench.passkey_statements import PASSKEY_PATH, not_signed, signed_statement, statement_fields
from service.workbench.proof_measuring import MEASURE, keep_measuring, noticed_percent
from service.workbench.stored_impact import draft_impact
from touchstone.v1 import draft_pb2 as drafts, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown
    from service.workbench.pages.drafts import OpenDraft
    from service.workbench.stored_impact import ImpactPart

_message = message_factory(__name__)

_SIGNED = {
    "submit": "ScorecardService/SubmitDraft",
    "approve": "ScorecardService/ApproveDraft",
    "reject": "ScorecardService/RejectDraft",
    "publish": "ScorecardService/PublishDraft",
}
_MISSING_REASON_MESSAGES = {"submit": "CHANGE_REASON", "reject": "RETURN_REASON"}
_PREPARE = "ScorecardService/PrepareDraftStatement"
_ACTS: Mapping[str, scorecard_pb2.VersionStatement.Act] = {
    "submit": scorecard_pb2.VersionStatement.ACT_SUBMISSION,
    "approve": scorecard_pb2.VersionStatement.ACT_APPROVAL,
    "reject": scorecard_pb2.VersionStatement.ACT_REJECTION,
    "publish": scorecard_pb2.VersionStatement.ACT_PUBLICATION,
}


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
        "acts": [step for step in opened.draft.allowed_steps if page_request.may(_SIGNED.get(step, ""))],
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
        raise InputError.of("reason", _message(_MISSING_REASON_MESSAGES[step]), "REQUIRED")
    return PrefilledForm(draft_address(page_request.path["draft"], "sign"), page_request.values)


async def _load_statement(page_request: PageRequest) -> Shown | Moved:
    step, opened = page_request.typed("step"), await open_draft(page_request)
    if step not in _ACTS:
        return Moved(draft_address(opened.id, "approve"))
    person, reason = page_request.typed("person").strip(), page_request.typed("reason").strip()
    request = drafts.PrepareDraftStatementRequest(name=opened.draft.name, act=_ACTS[step], person=person, reason=reason)
    prepared = await page_request.ask(_PREPARE, request)
    fields = statement_fields(page_request, prepared)
    return {
        **await draft_frame(page_request, opened), "step": step, "person": person, "reason": reason, **fields,
        "effect": fields["stated"].get("effect"), "version_text": version_text,
        "content_digest": opened.draft.revision.content_digest,
    }  # fmt: skip


async def _sign(page_request: PageRequest) -> str:
    step = page_request.typed("step")
    if step not in _ACTS:
        raise not_signed("step")
    statement = signed_statement(page_request)
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    await page_request.ask(_SIGNED[step], drafts.SignDraftRequest(name=name, statement=statement))
    return draft_address(page_request.path["draft"], "approve")


async def _load_passkey(page_request: PageRequest) -> Shown:
    assert page_request.user is not None  # noqa: S101 -- a page that is not public has a user
    person = page_request.user.principal.id
    passkey_request = {
        "challenge": to_base64url(enrolment_challenge(page_request.token)), "party": page_request.w["product"],
        "person": person, "name": person, "known": [],
    }  # fmt: skip
    return {
        "asked": json.dumps(passkey_request), "enrolment": page_request.typed("enrolment"), "address": PASSKEY_PATH,
        "counts": bool(page_request.typed("counts")),
    }  # fmt: skip


async def _enrol_passkey(page_request: PageRequest) -> PrefilledForm:
    assert page_request.user is not None  # noqa: S101 -- a page that is not public has a user
    host = urlsplit(page_request.origin).hostname or ""
    try:
        challenge = enrolment_challenge(page_request.token)
        answer = page_request.typed("answer") or "null"
        credential, public = check_enrolment(answer, challenge, host, page_request.origin)
    except TrailError as error:
        message = error_message(error) if page_request.typed("answer") else _message("NO_PASSKEY")
        raise InputError.of("", message, "WRONG_VALUE") from None
    enrolled = {
        "credential": credential, "public": public, "rp_id": host, "origins": [page_request.origin],
        "first_day": instants.now()[:10],
    }  # fmt: skip
    trial, person = page_request.trial, page_request.user.principal.id
    if trial is not None and await page_request.in_thread(trial.enrol, person, enrolled):
        return PrefilledForm(PASSKEY_PATH, {"counts": ["true"]})
    return PrefilledForm(PASSKEY_PATH, {"enrolment": [json.dumps(enrolled)]})


PAGES = (
    Page(
        "/workbench/drafts/{draft}/approve", "draft_approve.html.jinja", GET, _load, _redirect_to_statement, script=LIVE
    ),
    Page(
        "/workbench/drafts/{draft}/sign", "draft_sign.html.jinja", _PREPARE, _load_statement, _sign,
        script="passkey.js",
    ),
    Page(PASSKEY_PATH, "rule_passkey.html.jinja", _PREPARE, _load_passkey, _enrol_passkey, script="passkey.js"),
)  # fmt: skip
