"""Passkey signatures (WebAuthn) of decision statements.

The signed challenge combines the statement digest with a nonce for one request.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Annotated

from pydantic import Field

from rules.contracts import TrailError, message_factory
from service.approval.approval_trust import TrustedPasskey
from service.approval.passkey_answers import PasskeyAnswer, check_passkey_answer, checking_passkeys
from service.base.base64url import from_base64url, to_base64url

_message = message_factory(__name__)

LABEL = b"touchstone case decision 1\n"
_ENROLMENT = b"touchstone passkey enrolment 1\n"
NONCE_BYTES = 32
_Base64Url = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=20_000)]


class PasskeyAssertion(PasskeyAnswer):
    """Authenticator answer with the server's nonce."""

    nonce: _Base64Url


def enrolment_challenge(session: str) -> bytes:
    """Return the challenge for a new passkey, bound to the session."""
    return hashlib.sha256(_ENROLMENT + session.encode()).digest()


def check_enrolment(created: str, expected: bytes, rp_id: str, origin: str) -> tuple[str, str]:
    """Return the base64url id and public key (COSE) of a new passkey.

    Raises:
        TrailError: If the answer is invalid or the library missing.
    """
    with checking_passkeys():
        from webauthn import verify_registration_response  # noqa: PLC0415 -- optional dependency

        registration = verify_registration_response(
            credential=created,
            expected_challenge=expected,
            expected_rp_id=rp_id,
            expected_origin=origin,
            require_user_verification=True,
        )
    return to_base64url(registration.credential_id), to_base64url(registration.credential_public_key)


def draw_nonce() -> str:
    """Return a nonce to be accepted once."""
    return to_base64url(secrets.token_bytes(NONCE_BYTES))


def statement_challenge(digest: str, nonce: str) -> bytes:
    """Return the challenge of a statement digest and nonce.

    Raises:
        TrailError: If the nonce has the wrong form.
    """
    raw = from_base64url(nonce)
    if raw is None or len(raw) != NONCE_BYTES:
        raise TrailError(_message("NONCE_FORM"))
    return hashlib.sha256(LABEL + raw + bytes.fromhex(digest)).digest()


def accept_assertion(
    assertion: PasskeyAssertion, digest: str, passkey: TrustedPasskey, *, nonce: str, sign_count: int
) -> int:
    """Verify an assertion for `nonce`; return the sign count to store."""
    if not secrets.compare_digest(assertion.nonce, nonce):
        raise TrailError(_message("OTHER_ASKING"))
    return check_assertion(assertion, digest, passkey, sign_count=sign_count)


def check_assertion(assertion: PasskeyAssertion, digest: str, passkey: TrustedPasskey, *, sign_count: int = 0) -> int:
    """Verify an assertion for its own nonce; return its sign count."""
    challenge = statement_challenge(digest, assertion.nonce)
    return check_passkey_answer(assertion, challenge, passkey, sign_count=sign_count)
