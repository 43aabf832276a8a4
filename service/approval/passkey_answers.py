"""Passkey signatures (WebAuthn): verification at any later time, without server or clock.

The challenge derives from the statement digest, which covers person, time and exact version.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import TrailError, canonical_bytes, error_message, message_factory
from service.base.base64url import from_base64url

if TYPE_CHECKING:
    from service.approval.approval_trust import TrustedPasskey

_message = message_factory(__name__)

LABEL = b"touchstone version statement 1\n"
KEY_PREFIX = "passkey:"
_INVALID_ANSWER_ERRORS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_Base64Url = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=20_000)]


class PasskeyAnswer(BaseModel):
    """Answer of an authenticator, with bytes as base64url."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    credential: _Base64Url
    client_data: _Base64Url
    authenticator_data: _Base64Url
    signature: _Base64Url

    def written(self) -> bytes:
        return canonical_bytes(self.model_dump(exclude={"credential"}))


def read_passkey_answer(key: str, signature: bytes) -> PasskeyAnswer | None:
    """Read a passkey signature, or raise ValueError if malformed; None for other keys."""
    if not key.startswith(KEY_PREFIX):
        return None
    try:
        parts = json.loads(signature)
        return PasskeyAnswer.model_validate({**parts, "credential": key.removeprefix(KEY_PREFIX)})
    except ValidationError as error:
        raise ValueError(error_message(error)) from None
    except _INVALID_ANSWER_ERRORS:
        raise ValueError("sig") from None


def version_challenge(digest: str) -> bytes:
    """Return the challenge for a statement on a version."""
    return hashlib.sha256(LABEL + bytes.fromhex(digest)).digest()


def check_passkey_answer(
    answer: PasskeyAnswer, challenge: bytes, passkey: TrustedPasskey, *, sign_count: int = 0
) -> int:
    """Verify a passkey signature, and return the new signature counter.

    Raises:
        TrailError: If it does not match, the user was not verified, or the library is missing.
    """
    if answer.credential != passkey.credential:
        raise TrailError(_message("OTHER_PASSKEY"))
    credential = {
        "id": answer.credential,
        "rawId": answer.credential,
        "type": "public-key",
        "response": {
            "clientDataJSON": answer.client_data,
            "authenticatorData": answer.authenticator_data,
            "signature": answer.signature,
        },
    }
    with checking_passkeys():
        from webauthn import verify_authentication_response  # noqa: PLC0415 -- may not be installed

        if json.loads(from_base64url(answer.client_data) or b"null").get("crossOrigin", False) is not False:
            raise TrailError(_message("CROSS_ORIGIN"))
        return verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=passkey.rp_id,
            expected_origin=list(passkey.origins),
            credential_public_key=from_base64url(passkey.public) or b"",
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        ).new_sign_count


@contextmanager
def checking_passkeys() -> Iterator[None]:
    """Convert errors or absence of the optional WebAuthn library to TrailError."""
    try:
        from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415 -- only passkeys need it

        try:
            yield
        except (WebAuthnException, *_INVALID_ANSWER_ERRORS) as error:
            raise TrailError(_message("ASSERTION_WRONG", problem=(str(error) or type(error).__name__)[:200])) from None
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "webauthn":
            raise
        raise TrailError(_message("NO_PASSKEYS")) from None
