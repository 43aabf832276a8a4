"""Signatures by passkeys (WebAuthn): of these bytes, made here and only once.

A passkey signs what a browser shows nobody: a challenge. It is made of the digest of what is signed and of a number
that the server draws for this one act, so that an assertion belongs to one statement and one asking. Everything that
proves it is kept as bytes and can be checked again later, without the server.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from pydantic import Field

from rules.contracts import TrailError, message_factory
from service.approval.approval_trust import TrustedPasskey
from service.cases.credentials.facts import StrictModel
from service.cases.credentials.jose import from_base64url, to_base64url

_say = message_factory(__name__)

LABEL = b"touchstone case decision 1\n"
_ENROLMENT = b"touchstone passkey enrolment 1\n"
NONCE_BYTES = 32
_WRONG = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_Base64Url = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=20_000)]


class PasskeyAssertion(StrictModel):
    """What an authenticator answered, with the number that the server had drawn; bytes as base64url."""

    credential: _Base64Url
    nonce: _Base64Url
    client_data: _Base64Url
    authenticator_data: _Base64Url
    signature: _Base64Url


def enrolment_challenge(session: str) -> bytes:
    """Give the challenge by which somebody shows a new passkey, bound to what only their session knows."""
    return hashlib.sha256(_ENROLMENT + session.encode()).digest()


def check_enrolment(created: str, expected: bytes, rp_id: str, origin: str) -> tuple[str, str]:
    """Read what a browser tells of a new passkey; the answer is its id and public key (COSE), as base64url.

    Raises:
        TrailError: it answers something else, nobody was present and recognised, or the library is not installed.
    """
    with _checking():
        from webauthn import verify_registration_response  # noqa: PLC0415 -- may be absent

        registration = verify_registration_response(
            credential=created,
            expected_challenge=expected,
            expected_rp_id=rp_id,
            expected_origin=origin,
            require_user_verification=True,
        )
    return to_base64url(registration.credential_id), to_base64url(registration.credential_public_key)


def draw_nonce() -> str:
    """Draw the number for one asking, which the server keeps until it is answered and takes once."""
    return to_base64url(secrets.token_bytes(NONCE_BYTES))


def statement_challenge(digest: str, nonce: str) -> bytes:
    """Give the challenge that belongs to a statement, by its digest, and to one asking.

    Raises:
        TrailError: the number is not one of ours.
    """
    raw = from_base64url(nonce)
    if raw is None or len(raw) != NONCE_BYTES:
        raise TrailError(_say("NONCE_FORM"))
    return hashlib.sha256(LABEL + raw + bytes.fromhex(digest)).digest()


def accept_assertion(
    assertion: PasskeyAssertion, digest: str, passkey: TrustedPasskey, *, nonce: str, sign_count: int
) -> int:
    """Take an answer to an asking that is open; the answer is the new count of the authenticator, to be kept."""
    if not secrets.compare_digest(assertion.nonce, nonce):
        raise TrailError(_say("OTHER_ASKING"))
    return check_assertion(assertion, digest, passkey, sign_count=sign_count)


def check_assertion(assertion: PasskeyAssertion, digest: str, passkey: TrustedPasskey, *, sign_count: int = 0) -> int:
    """Check an assertion over a statement, by its digest, at any later time; the answer is its count."""
    if assertion.credential != passkey.credential:
        raise TrailError(_say("OTHER_PASSKEY"))
    credential = {
        "id": assertion.credential,
        "rawId": assertion.credential,
        "type": "public-key",
        "response": {
            "clientDataJSON": assertion.client_data,
            "authenticatorData": assertion.authenticator_data,
            "signature": assertion.signature,
        },
    }
    with _checking():
        from webauthn import verify_authentication_response  # noqa: PLC0415 -- may be absent

        if json.loads(from_base64url(assertion.client_data) or b"null").get("crossOrigin", False) is not False:
            raise TrailError(_say("CROSS_ORIGIN"))
        return verify_authentication_response(
            credential=credential,
            expected_challenge=statement_challenge(digest, assertion.nonce),
            expected_rp_id=passkey.rp_id,
            expected_origin=list(passkey.origins),
            credential_public_key=from_base64url(passkey.public) or b"",
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        ).new_sign_count


@contextmanager
def _checking() -> Iterator[None]:
    """Refuse whatever the library, which may be absent, does not take, however it says so."""
    try:
        from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415 -- only passkeys need it

        try:
            yield
        except (WebAuthnException, *_WRONG) as error:
            raise TrailError(_say("ASSERTION_WRONG", problem=(str(error) or type(error).__name__)[:200])) from None
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "webauthn":
            raise
        raise TrailError(_say("NO_EXTRA")) from None
