"""Time stamps (RFC 3161) of checkpoints: request with nonce, token, and verification.

What is stamped is the text of the checkpoint that the log signs. So a token proves that whatever stands in the log
under it was there at the time that the authority states, by a clock and a key that are not the operator's.
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

_say = message_factory(__name__)

_FORM = "%Y-%m-%dT%H:%M:%SZ"
_SEQUENCE = b"\x30"
_GRANTED = b"\x30\x03\x02\x01\x00"
"""The status of an answer that brings a token, in DER."""
_LONG = 0x80
_MAX_REASON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """A token over the checkpoint of a size: who stamped it, and the time that stands in it."""

    size: int
    authority: str
    time: str
    token: bytes


@dataclass(frozen=True, slots=True)
class StampRequest:
    """A stamp that is asked for, under a nonce that nobody knows before."""

    request: TimeStampRequest

    @staticmethod
    def of(checkpoint: Checkpoint) -> StampRequest:
        """Ask for a stamp of a checkpoint, with the certificate by which it can be checked."""
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder  # noqa: PLC0415 -- slow to load, seldom needed

        built = TimestampRequestBuilder().data(checkpoint.body.encode()).hash_algorithm(HashAlgorithm.SHA256)
        return StampRequest(built.build())

    @property
    def content(self) -> bytes:
        """Give what is sent to an authority."""
        return self.request.as_bytes()

    def token(self, answer: bytes) -> bytes:
        """Give the token in an answer; whether it holds is asked by `stamped_time`.

        Raises:
            TrailError: it is no answer, brings no token, or one that was made for another request.
        """
        from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 -- slow to load, and seldom needed

        try:
            response = decode_timestamp_response(answer)
            if response.status:
                raise TrailError(_say("STAMP_NOT_GRANTED", status=response.status, said=[*response.status_string][:3]))
            token, nonce = response.time_stamp_token(), response.tst_info.nonce
        except ValueError:
            raise TrailError(_say("NO_STAMP")) from None
        if nonce != self.request.nonce:
            raise TrailError(_say("STAMP_NONCE"))
        return token


def stamped_time(
    token: bytes, checkpoint: Checkpoint, certificates: Collection[Certificate], policies: Collection[str]
) -> str:
    """Give the time at which an authority stamped a checkpoint.

    Its certificate has to come from one of the certificates given and to be for time stamps alone, and must have been
    valid then; the policy has to be one of those given, if there are any.
    """
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415 -- slow to load, and seldom needed

    response = _parse_token(token)
    if (doubt := _imprint_doubt(response, checkpoint)) is not None:
        raise TrailError(doubt)
    policy = response.tst_info.policy.dotted_string
    if policies and policy not in policies:
        raise TrailError(_say("STAMP_POLICY", found=policy, allowed=sorted(policies)))
    try:
        VerifierBuilder(roots=list(certificates)).build().verify_message(response, checkpoint.body.encode())
    except (VerificationError, ValueError) as error:
        raise TrailError(_say("STAMP_NOT_SIGNED", problem=_underlying_reason(str(error)))) from None
    return response.tst_info.gen_time.strftime(_FORM)


def imprint_doubt(token: bytes, checkpoint: Checkpoint) -> str | None:
    """Say why a token is not about a checkpoint, whoever signed it; None if it is."""
    try:
        return _imprint_doubt(_parse_token(token), checkpoint)
    except TrailError as error:
        return error_message(error)


def _imprint_doubt(response: TimeStampResponse, checkpoint: Checkpoint) -> str | None:
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, Hash  # noqa: PLC0415 -- likewise

    imprint = response.tst_info.message_imprint
    for kind in (SHA256(), SHA384(), SHA512()):
        if kind.digest_size == len(imprint.message):
            hashed = Hash(kind)
            hashed.update(checkpoint.body.encode())
            if hashed.finalize() == imprint.message:
                return None
    return _say("STAMP_OTHER_CHECKPOINT", size=checkpoint.size)


def _parse_token(token: bytes) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 -- slow to load, and seldom needed

    size = len(_GRANTED) + len(token)
    digits = size.to_bytes((size.bit_length() + 7) // 8)
    length = bytes([size]) if size < _LONG else bytes([_LONG | len(digits)]) + digits
    try:
        response = decode_timestamp_response(_SEQUENCE + length + _GRANTED + token)
        if response.time_stamp_token() != token:
            raise TrailError(_say("NO_STAMP"))
        _ = response.tst_info.gen_time
    except ValueError:
        raise TrailError(_say("NO_STAMP")) from None
    return response


def _underlying_reason(problem: str) -> str:
    """Give what the library behind the library found, in its own words, where they stand among others."""
    reason = problem.rpartition("Verify error: ")[2] if "Verify error: " in problem else problem
    return reason.partition('"')[0][:_MAX_REASON_LENGTH]
