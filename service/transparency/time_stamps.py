"""Time stamps (RFC 3161) of checkpoints: request with nonce, token, and verification.

A token proves that the log entries existed at the stamped time, independently of the operator's clock and key.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TrailError, error_message, message_factory

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampRequest, TimeStampResponse

    from service.transparency.checkpoints import Checkpoint

_message = message_factory(__name__)

_TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
_SEQUENCE = b"\x30"
_GRANTED_DER = b"\x30\x03\x02\x01\x00"
_LONG_LENGTH = 0x80
_MAX_REASON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """Token for the checkpoint of a log size."""

    size: int
    authority: str
    time: str
    token: bytes


@dataclass(frozen=True, slots=True)
class StampRequest:
    """Time stamp request with an unpredictable nonce."""

    request: TimeStampRequest

    @staticmethod
    def of(checkpoint: Checkpoint) -> StampRequest:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder  # noqa: PLC0415 -- slow to load and rarely needed

        built = TimestampRequestBuilder().data(checkpoint.body.encode()).hash_algorithm(HashAlgorithm.SHA256)
        return StampRequest(built.build())

    @property
    def content(self) -> bytes:
        return self.request.as_bytes()

    def token(self, answer: bytes) -> bytes:
        """Return the unverified token of a matching response, or raise TrailError."""
        from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 -- slow to load and rarely needed

        try:
            response = decode_timestamp_response(answer)
            if response.status:
                reasons = [str(response.status), *response.status_string][:4]
                raise TrailError(_message("STAMP_NOT_GRANTED", status=reasons))
            token, nonce = response.time_stamp_token(), response.tst_info.nonce
        except ValueError:
            raise TrailError(_message("NO_STAMP")) from None
        if nonce != self.request.nonce:
            raise TrailError(_message("STAMP_NONCE"))
        return token


def stamped_time(
    token: bytes, checkpoint: Checkpoint, certificates: Collection[Certificate], policies: Collection[str]
) -> str:
    """Return the stamped UTC time of a checkpoint, or raise TrailError.

    The certificate must chain to `certificates`, be only for time stamps, and be valid then. Empty `policies` accept
    every policy.
    """
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415 -- slow to load and rarely needed

    response = _parse_token(token)
    if (doubt := _imprint_doubt(response, checkpoint)) is not None:
        raise TrailError(doubt)
    policy = response.tst_info.policy.dotted_string
    if policies and policy not in policies:
        raise TrailError(_message("STAMP_POLICY", found=policy, allowed=sorted(policies)))
    try:
        VerifierBuilder(roots=list(certificates)).build().verify_message(response, checkpoint.body.encode())
    except (VerificationError, ValueError) as error:
        raise TrailError(_message("STAMP_NOT_SIGNED", problem=_underlying_reason(str(error)))) from None
    return response.tst_info.gen_time.strftime(_TIME_FORMAT)


def imprint_doubt(token: bytes, checkpoint: Checkpoint) -> str | None:
    """Return why an unverified token does not match a checkpoint, or None."""
    try:
        return _imprint_doubt(_parse_token(token), checkpoint)
    except TrailError as error:
        return error_message(error)


def _imprint_doubt(response: TimeStampResponse, checkpoint: Checkpoint) -> str | None:
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, Hash  # noqa: PLC0415 -- slow to load and rarely needed

    imprint = response.tst_info.message_imprint
    for kind in (SHA256(), SHA384(), SHA512()):
        if kind.digest_size == len(imprint.message):
            hashed = Hash(kind)
            hashed.update(checkpoint.body.encode())
            if hashed.finalize() == imprint.message:
                return None
    return _message("STAMP_OTHER_CHECKPOINT", size=checkpoint.size)


def _parse_token(token: bytes) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 -- slow to load and rarely needed

    size = len(_GRANTED_DER) + len(token)
    digits = size.to_bytes((size.bit_length() + 7) // 8)
    length = bytes([size]) if size < _LONG_LENGTH else bytes([_LONG_LENGTH | len(digits)]) + digits
    try:
        response = decode_timestamp_response(_SEQUENCE + length + _GRANTED_DER + token)
        if response.time_stamp_token() != token:
            raise TrailError(_message("NO_STAMP"))
        _ = response.tst_info.gen_time
    except ValueError:
        raise TrailError(_message("NO_STAMP")) from None
    return response


def _underlying_reason(problem: str) -> str:
    reason = problem.rpartition("Verify error: ")[2] if "Verify error: " in problem else problem
    return reason.partition('"')[0][:_MAX_REASON_LENGTH]
