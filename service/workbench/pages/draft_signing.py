"""Signing of drafts by passkey, and passkey creation for the trust file."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import orjson
from pydantic import ValidationError

from rules.contracts import InputError, TrailError, Violation, error_message, message_factory
from service.approval.passkey_answers import KEY_PREFIX, PasskeyAnswer
from service.approval.statements import PAYLOAD_TYPE
from service.base import instants
from service.base.base64url import to_base64url
from service.cases.credentials.passkeys import check_enrolment, enrolment_challenge
from service.workbench.page import Moved, Page, PrefilledForm
from service.workbench.pages.draft_approval import SIGNED
from service.workbench.pages.drafts import draft_address, draft_frame, open_draft, version_text
from touchstone.v1 import draft_pb2 as drafts, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_PREPARE = "ScorecardService/PrepareDraftStatement"
_ACTS: Mapping[str, scorecard_pb2.VersionStatement.Act] = {
    "submit": scorecard_pb2.VersionStatement.ACT_SUBMISSION,
    "approve": scorecard_pb2.VersionStatement.ACT_APPROVAL,
    "reject": scorecard_pb2.VersionStatement.ACT_REJECTION,
    "publish": scorecard_pb2.VersionStatement.ACT_PUBLICATION,
}
_PASSKEY_PATH = "/workbench/rule-passkey"


async def _load_statement(page_request: PageRequest) -> Shown | Moved:
    step, opened = page_request.typed("step"), await open_draft(page_request)
    if step not in _ACTS:
        return Moved(draft_address(opened.id, "approve"))
    person, reason = page_request.typed("person").strip(), page_request.typed("reason").strip()
    request = drafts.PrepareDraftStatementRequest(name=opened.draft.name, act=_ACTS[step], person=person, reason=reason)
    prepared = await page_request.ask(_PREPARE, request)
    host = urlsplit(page_request.origin).hostname or ""
    known = [passkey.credential for passkey in prepared.passkeys if passkey.rp_id == host]
    stated = orjson.loads(prepared.payload)
    return {
        **await draft_frame(page_request, opened), "step": step, "person": person, "reason": reason,
        "digest": prepared.digest, "payload": base64.b64encode(prepared.payload).decode(),
        "text": json.dumps(stated, indent=2, ensure_ascii=False), "stated": stated["predicate"],
        "effect": stated["predicate"].get("effect"), "version_text": version_text,
        "content_digest": opened.draft.revision.content_digest, "is_able": bool(known),
        "elsewhere": sorted({passkey.rp_id for passkey in prepared.passkeys}), "passkey_page": _PASSKEY_PATH,
        "asked": json.dumps({"challenge": to_base64url(prepared.challenge), "known": known}),
    }  # fmt: skip


async def _sign(page_request: PageRequest) -> str:
    step = page_request.typed("step")
    if step not in _ACTS:
        raise InputError((Violation("step", _message("NOT_SIGNED"), "REQUIRED"),))
    try:
        payload = base64.b64decode(page_request.typed("payload"), validate=True)
        answer = PasskeyAnswer.model_validate(orjson.loads(page_request.typed("answer")))
    except (binascii.Error, orjson.JSONDecodeError, ValidationError):
        raise InputError((Violation("", _message("NOT_SIGNED"), "REQUIRED"),)) from None
    signature = drafts.SignedStatement.Signature(keyid=f"{KEY_PREFIX}{answer.credential}", sig=answer.written())
    signed = drafts.SignedStatement(payload=payload, payload_type=PAYLOAD_TYPE, signatures=[signature])
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    await page_request.ask(SIGNED[step], drafts.SignDraftRequest(name=name, statement=signed))
    return draft_address(page_request.path["draft"], "approve")


async def _load_passkey(page_request: PageRequest) -> Shown:
    assert page_request.user is not None  # noqa: S101 -- a page that is not public has a user
    person = page_request.user.principal.id
    passkey_request = {
        "challenge": to_base64url(enrolment_challenge(page_request.token)), "party": page_request.w["product"],
        "person": person, "name": person, "known": [],
    }  # fmt: skip
    return {
        "asked": json.dumps(passkey_request), "enrolment": page_request.typed("enrolment"), "address": _PASSKEY_PATH,
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
        raise InputError((Violation("", message, "WRONG_VALUE"),)) from None
    enrolled = {
        "credential": credential, "public": public, "rp_id": host, "origins": [page_request.origin],
        "first_day": instants.now()[:10],
    }  # fmt: skip
    trial, person = page_request.trial, page_request.user.principal.id
    if trial is not None and await page_request.in_thread(trial.enrol, person, enrolled):
        return PrefilledForm(_PASSKEY_PATH, {"counts": ["true"]})
    return PrefilledForm(_PASSKEY_PATH, {"enrolment": [json.dumps(enrolled)]})


PAGES = (
    Page(
        "/workbench/drafts/{draft}/sign", "draft_sign.html.jinja", _PREPARE, _load_statement, _sign,
        script="passkey.js",
    ),
    Page(_PASSKEY_PATH, "rule_passkey.html.jinja", _PREPARE, _load_passkey, _enrol_passkey, script="passkey.js"),
)  # fmt: skip
