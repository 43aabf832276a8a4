"""Passkey page for case decisions; an operator enrols the new passkey."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, TrailError, error_message, message_factory
from service.base.base64url import to_base64url
from service.cases.credentials.passkeys import check_enrolment, enrolment_challenge
from service.workbench.page import Page, PrefilledForm
from service.workbench.queries import load_people
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)


async def _load(page_request: PageRequest) -> Shown:
    who = await load_people(page_request, ())
    me = who.known[who.me] if who.me else None
    known = [] if me is None else [passkey.credential for passkey in me.passkeys]
    passkey_request = {
        "challenge": to_base64url(enrolment_challenge(page_request.token)), "party": page_request.w["product"],
        "person": who.me,
        "name": who.name(who.me), "known": known,
    }  # fmt: skip
    return {"me": me, "asked": json.dumps(passkey_request), "enrolment": page_request.typed("enrolment")}


async def _act(page_request: PageRequest) -> PrefilledForm:
    who = await load_people(page_request, ())
    host = urlsplit(page_request.origin).hostname or ""
    try:
        challenge = enrolment_challenge(page_request.token)
        credential, public = check_enrolment(
            page_request.typed("answer") or "null", challenge, host, page_request.origin
        )
    except TrailError as error:
        message = error_message(error) if page_request.typed("answer") else _message("NO_PASSKEY")
        raise InputError.of("", message, "WRONG_VALUE") from None
    made = cases.CasePersonPasskey(credential=credential, public=public, rp_id=host, origins=[page_request.origin])
    enrolment = MessageToJson(cases.CasePerson(person=who.me, passkeys=[made]), indent=None)
    return PrefilledForm(page_request.address, {"enrolment": [enrolment]})


PAGES = (
    Page(
        "/workbench/passkey", "passkey.html.jinja", "CaseService/TakeCaseStep", _load, _act, script="passkey.js"
    ),
)  # fmt: skip
