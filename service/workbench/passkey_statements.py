"""Statements on rules that a person signs with a passkey, as fields of a page and as its answer."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import orjson
from pydantic import ValidationError

from rules.contracts import InputError, message_factory
from service.approval.passkey_answers import KEY_PREFIX, PasskeyAnswer
from service.approval.statements import PAYLOAD_TYPE
from service.base.base64url import to_base64url
from touchstone.v1 import draft_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

PASSKEY_PATH = "/workbench/rule-passkey"


def statement_fields(page_request: PageRequest, prepared: draft_pb2.PreparedDraftStatement) -> Shown:
    """Return the text of a prepared statement, and the request to a passkey of this host."""
    host = urlsplit(page_request.origin).hostname or ""
    known = [passkey.credential for passkey in prepared.passkeys if passkey.rp_id == host]
    stated = orjson.loads(prepared.payload)
    return {
        "digest": prepared.digest, "payload": base64.b64encode(prepared.payload).decode(),
        "text": json.dumps(stated, indent=2, ensure_ascii=False), "stated": stated["predicate"],
        "is_able": bool(known), "passkey_page": PASSKEY_PATH,
        "elsewhere": sorted({passkey.rp_id for passkey in prepared.passkeys}),
        "asked": json.dumps({"challenge": to_base64url(prepared.challenge), "known": known}),
    }  # fmt: skip


def signed_statement(page_request: PageRequest) -> draft_pb2.SignedStatement:
    """Return the statement that a passkey signed; raise InputError without a complete answer."""
    try:
        payload = base64.b64decode(page_request.typed("payload"), validate=True)
        answer = PasskeyAnswer.model_validate(orjson.loads(page_request.typed("answer")))
    except (binascii.Error, orjson.JSONDecodeError, ValidationError):
        raise not_signed() from None
    signature = draft_pb2.SignedStatement.Signature(keyid=f"{KEY_PREFIX}{answer.credential}", sig=answer.written())
    return draft_pb2.SignedStatement(payload=payload, payload_type=PAYLOAD_TYPE, signatures=[signature])


def not_signed(field: str = "") -> InputError:
    """Return the error for a form without a complete answer of a passkey."""
    return InputError.of(field, _message("NOT_SIGNED"), "REQUIRED")
