"""RFC 3161 time stamp verification: OpenSSL cross-check, wrong imprints, nonces, policies and certificates."""

from __future__ import annotations

import random
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from rules.contracts.errors import TrailError
from service.transparency.checkpoints import Checkpoint
from service.transparency.time_stamps import StampRequest, imprint_doubt, stamped_time
from tests.support.authority import POLICY, Authority, der, number
from tests.support.outside import program

CHECKPOINT = Checkpoint("example.org/log", 7, bytes(range(32)))
OTHER = Checkpoint("example.org/log", 8, bytes(32))
LONG_AGO = datetime.now(UTC) - timedelta(days=300)


def stamp(authority: Authority, *, trusted: Authority | None = None, **how: Any) -> str:
    """Request a time stamp, read the token from the response, and check it."""
    asked = StampRequest.of(CHECKPOINT)
    token = asked.token(authority.answer(asked.content, **how))
    return stamped_time(token, CHECKPOINT, [(trusted or authority).root], [POLICY])


def test_a_stamp_is_valid_for_our_code_and_for_openssl(tmp_path: Path) -> None:
    authority = Authority()
    assert stamp(authority) <= datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    (tmp_path / "token").write_bytes(authority.token(sha256(CHECKPOINT.body.encode()).digest(), 1))
    (tmp_path / "text").write_text(CHECKPOINT.body, encoding="utf-8")
    (tmp_path / "root.pem").write_bytes(authority.root.public_bytes(Encoding.PEM))
    openssl = program("openssl", "nobody else looks at the stamp")
    command = (openssl, "ts", "-verify", "-data", "text", "-in", "token", "-token_in", "-CAfile", "root.pem")
    completed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    assert "Verification: OK" in completed.stdout, completed.stderr


@pytest.mark.parametrize(
    ("authority", "how", "problem"),
    [
        (Authority(), {"of": bytes(32)}, "does not belong to the checkpoint of 7"),
        (Authority(), {"of": sha256(OTHER.body.encode()).digest()}, "does not belong to the checkpoint of 7"),
        (Authority(), {"nonce": 5}, "The time stamp belongs to another request, because its random number"),
        (Authority(), {"trusted": Authority()}, "certificate signature failure"),
        (Authority(policy="1.2.3"), {}, f"under the policy 1.2.3, but the trust file allows only {POLICY}"),
        (Authority(stamping=False), {}, "unsuitable certificate purpose"),
        (Authority(critical=False), {}, "unsuitable certificate purpose"),
        (Authority(begin=LONG_AGO, valid=timedelta(days=9)), {}, "certificate has expired"),
        (Authority(now=lambda: LONG_AGO), {}, "certificate is not yet valid"),
        (Authority(certificates=0), {}, "is not valid for the authority"),
    ],
)
def test_the_fault_of_an_invalid_stamp_is_reported(authority: Authority, how: dict[str, Any], problem: str) -> None:
    with pytest.raises(TrailError, match=problem):
        stamp(authority, **how)


def test_a_stamp_remains_valid_after_its_certificate_expired() -> None:
    made = LONG_AGO + timedelta(days=3)
    assert stamp(Authority(begin=LONG_AGO, valid=timedelta(days=9), now=lambda: made)).startswith(str(made.date()))


def test_a_refusal_of_the_authority_is_reported() -> None:
    with pytest.raises(TrailError, match=r"did not issue a time stamp, but answered with status 2"):
        StampRequest.of(CHECKPOINT).token(der(0x30, der(0x30, number(2))))


def test_malformed_bytes_are_refused_at_every_position() -> None:
    authority, asked, chance = Authority(), StampRequest.of(CHECKPOINT), random.Random(18)
    whole = authority.answer(asked.content)
    cut = [whole[: chance.randrange(len(whole))] for _ in range(3)]
    for content in (b"", b"<html>", whole + b"0", bytes(5_000), *cut):
        with pytest.raises(TrailError):
            asked.token(content)
    token = asked.token(whole)
    imprint = token.index(sha256(CHECKPOINT.body.encode()).digest())
    for place in chance.sample(range(imprint - 40, imprint + 70), 40):  # the signed part
        flipped = bytearray(token)
        flipped[place] ^= 1 << chance.randrange(8)
        with pytest.raises(TrailError):
            stamped_time(bytes(flipped), CHECKPOINT, [authority.root], ())
    assert imprint_doubt(token, CHECKPOINT) is None
    assert "does not belong to the checkpoint" in str(imprint_doubt(token, OTHER))
    assert "RFC 3161" in str(imprint_doubt(b"0", CHECKPOINT))
