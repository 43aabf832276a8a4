"""Signatures by passkeys (WebAuthn): of these bytes, made here and only once.

A passkey signs what a browser shows nobody: a challenge. It is made of the digest of what is signed and of a number
that the server draws for this one act, so that an assertion belongs to one statement and one asking. Everything that
proves it is kept as bytes and can be checked again later, without the server.
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

_say = message_factory(__name__)

LABEL = b"touchstone case decision 1\n"
_ENROLMENT = b"touchstone passkey enrolment 1\n"
NONCE_BYTES = 32
_Base64Url = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=20_000)]


class PasskeyAssertion(PasskeyAnswer):
    """What an authenticator answered, with the number that the server had drawn."""

    nonce: _Base64Url


def enrolment_challenge(session: str) -> bytes:
    """Give the challenge by which somebody shows a new passkey, bound to what only their session knows."""
    return hashlib.sha256(_ENROLMENT + session.encode()).digest()


def check_enrolment(created: str, expected: bytes, rp_id: str, origin: str) -> tuple[str, str]:
    """Read what a browser tells of a new passkey; the answer is its id and public key (COSE), as base64url.

    Raises:
        TrailError: it answers something else, nobody was present and recognised, or the library is not installed.
    """
    with checking_passkeys():
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
    challenge = statement_challenge(digest, assertion.nonce)
    return check_passkey_answer(assertion, challenge, passkey, sign_count=sign_count)
