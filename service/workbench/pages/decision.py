"""Decision page of a case: full statement, passkey signature and the case step.

If two persons sign, the first downloads a file, which the second uploads here to sign the same statement.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import MessageToJson
from pydantic import ValidationError

from rules.contracts import InputError, TouchstoneError, TrailError, error_message, message_factory
from service.base.base64url import to_base64url
from service.cases.credentials.decisions import (
    DecisionStatement,
    PasskeySignature,
    SignedDecision,
    assemble_signed_decision,
    read_decision_statement,
    read_signed_decision,
)
from service.cases.credentials.passkeys import PasskeyAssertion, statement_challenge
from service.workbench.decision_frame import load_decision_frame, statement_in_titles
from service.workbench.page import Download, Page, PrefilledForm, read_message
from service.workbench.pages.case_pages import case_page_context, field_titles
from service.workbench.passkey_statements import not_signed
from service.workbench.queries import scalar_fields
from service.workbench.titles import content_titles
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown, Values
    from service.workbench.queries import People

_message = message_factory(__name__)


def carried_form_values(request: cases.TakeCaseStepRequest, others: Sequence[str]) -> Values:
    """Return the form values for this page: the step and the other deciders."""
    return {"request": [MessageToJson(request, indent=None)], "other_deciders": others}


def prepare_decision_request(
    request: cases.TakeCaseStepRequest, others: Sequence[str], *, passkey: bool
) -> cases.PrepareCaseDecisionRequest:
    """Return the request for a step's statement; `passkey` also draws a nonce."""
    return cases.PrepareCaseDecisionRequest(
        name=request.name, item=request.item, step=request.step, revision=request.revision, reason=request.reason,
        content=request.content, other_deciders=others, passkey=passkey,
    )  # fmt: skip


def _request(page_request: PageRequest) -> cases.TakeCaseStepRequest | None:
    text = page_request.typed("request") or (page_request.file or b"").decode("utf-8", "replace")
    if not text:
        return None
    try:
        request = read_message(text, cases.TakeCaseStepRequest())
    except ValueError:
        raise _file_error("NO_HALF") from None
    name = f"{page_request.parent}/cases/{page_request.path['case']}"
    if request.name != name:
        raise _file_error("OTHER_CASE", found=request.name[:80], meant=name)
    return request


def _partial_decision(request: cases.TakeCaseStepRequest) -> SignedDecision | None:
    if not request.signed_decision:
        return None
    try:
        partial = read_signed_decision(request.signed_decision)
    except TrailError as error:
        raise InputError.of("file", error_message(error), "MALFORMED") from None
    if not isinstance(partial.signatures[0], PasskeySignature):
        raise _file_error("NO_HALF")
    return partial


def _file_error(name: str, **slots: str) -> InputError:
    return InputError.of("file", _message(name, **slots), "WRONG_VALUE")


async def _load(page_request: PageRequest) -> Shown:
    case, who, shown = await case_page_context(page_request)
    shown |= {"request": None, "statement": None}
    try:
        request = shown["request"] = _request(page_request)
        item, step = (request.item, request.step) if request is not None else ("", "")
        shown |= await load_decision_frame(page_request, case, who, item, step)
        if request is None:
            return shown
        named = await field_titles(page_request, case, request.content, shown)
        shown["typed"] = [
            *content_titles(page_request, scalar_fields(request.content), named), ("reason", request.reason)
        ]  # fmt: skip
        parts = ("/workbench/cases", shown["id"], request.item, "steps", request.step)
        shown["back"] = "/".join(filter(None, parts))
        prepared = await _prepare_statement(page_request, request)
    except TouchstoneError as error:
        if not page_request.errors:
            page_request.note_problems(error)
        if "acts" not in shown:  # invalid file: the step is unknown
            shown |= await load_decision_frame(page_request, case, who)
        return shown
    titled = await statement_in_titles(page_request, prepared[0], who, shown["client"], case.time_zone)
    return {**shown, "titled": titled, **_signing(page_request, who, request, prepared)}


def _signing(
    page_request: PageRequest,
    who: People,
    request: cases.TakeCaseStepRequest,
    prepared: tuple[DecisionStatement, str, list[str]],
) -> Shown:
    statement, nonce, signed = prepared
    passkeys = who.known[who.me].passkeys if who.me else ()
    known = [passkey for passkey in passkeys if not passkey.last_date and not passkey.compromised]
    passkey_request = {
        "challenge": to_base64url(statement_challenge(statement.digest, nonce)),
        "known": [passkey.credential for passkey in known if page_request.origin in passkey.origins],
    }
    lacking = [decider for decider in statement.decision.deciders if decider not in (*signed, who.me)]
    return {
        "statement": statement, "signed": who.names(signed), "lacking": who.names(lacking),
        "has_signed": who.me in signed, "nonce": nonce, "asked": json.dumps(passkey_request),
        "able": bool(passkey_request["known"]),
        "elsewhere": sorted({origin for passkey in known for origin in passkey.origins}),
        "carrying": carried_form_values(request, [name for name in statement.decision.deciders if name != who.me]),
        "text": statement.content.decode(),
    }  # fmt: skip


async def _prepare_statement(
    page_request: PageRequest, request: cases.TakeCaseStepRequest
) -> tuple[DecisionStatement, str, list[str]]:
    partial = _partial_decision(request)
    if partial is not None:
        first: Any = partial.signatures[0]
        return partial.decision_statement, first.assertion.nonce, [signature.person for signature in partial.signatures]
    prepare_request = prepare_decision_request(request, page_request.several("other_deciders"), passkey=True)
    prepared = await page_request.ask("CaseService/PrepareCaseDecision", prepare_request)
    return read_decision_statement(prepared.statement), prepared.nonce, []


async def _act(page_request: PageRequest) -> str | PrefilledForm | Download:
    request = _request(page_request)
    if request is None:
        raise _file_error("NO_HALF_FILE")
    if not page_request.typed("statement"):
        return PrefilledForm(page_request.address, carried_form_values(request, ()))
    _, who, _ = await case_page_context(page_request)
    signed = _add_signature(page_request, request, who.me)
    request.signed_decision = signed.written()
    if {signature.person for signature in signed.signatures} != set(signed.decision_statement.decision.deciders):
        name = f"{page_request.path['case']}-{request.step}.json"
        return Download(name, "application/json", MessageToJson(request).encode())
    await page_request.ask("CaseService/TakeCaseStep", request)
    return "/".join(filter(None, ("/workbench/cases", page_request.path["case"], request.item)))


def _add_signature(page_request: PageRequest, request: cases.TakeCaseStepRequest, person: str) -> SignedDecision:
    partial = _partial_decision(request)
    try:
        statement = read_decision_statement(page_request.typed("statement").encode())
        answer = {**orjson.loads(page_request.typed("answer")), "nonce": page_request.typed("nonce")}
        mine = PasskeySignature(person=person, assertion=PasskeyAssertion.model_validate(answer))
    except (orjson.JSONDecodeError, TypeError, ValidationError):
        raise not_signed() from None
    except TrailError as error:
        raise InputError.of("", error_message(error), "WRONG_VALUE") from None
    if partial is not None and partial.decision_statement.digest != statement.digest:
        raise _file_error("NO_HALF")
    return assemble_signed_decision(statement, (*(() if partial is None else partial.signatures), mine))


PAGES = (
    Page(
        "/workbench/cases/{case}/decision", "decision.html.jinja", "CaseService/TakeCaseStep", _load, _act,
        takes_file=True, script="passkey.js",
    ),
)  # fmt: skip
