"""Independent time stamp verifier: the same verdict as the service for valid, forged and altered tokens."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from cryptography.x509 import load_der_x509_certificate

from rules.contracts.errors import TouchstoneError
from service.proofs.time_stamp_client import TimeStampAuthority as Asking
from service.store.tables import EvaluationRow
from service.transparency.checkpoints import Checkpoint
from service.transparency.log_trust import read_log_trust
from service.transparency.time_stamps import stamped_time
from tests.examples.test_verifier import VERIFIER, library, logged
from tests.support.authority import AUTHORITY, POLICY, Authority, Stamping
from tests.support.logged import Logged

__all__ = ["library", "logged"]

CHECKPOINT = Checkpoint("example.org/log", 5, bytes(32))
IMPRINT = sha256(CHECKPOINT.body.encode()).digest()


@pytest.fixture(scope="module")
def verifier() -> Iterator[Any]:
    """Import the verifier from its own folder, because it imports the other verifier from there."""
    sys.path.insert(0, str(VERIFIER.parent))
    yield import_module("verify_time_stamps")
    sys.path.remove(str(VERIFIER.parent))


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def by_house(token: bytes, trusted: dict[str, Any]) -> str:
    roots = [load_der_x509_certificate(base64.b64decode(one)) for one in trusted["certificates"]]
    try:
        return stamped_time(token, CHECKPOINT, roots, trusted.get("policies", ())).replace("Z", "+00:00")
    except TouchstoneError:
        return ""


def by_file(verifier: Any, token: bytes, trusted: dict[str, Any]) -> str:
    try:
        return str(verifier.stamped(token, CHECKPOINT.body, trusted))
    except Exception:
        return ""


def long_ago() -> datetime:
    return datetime.now(UTC) - timedelta(days=900)


@pytest.mark.parametrize(
    ("made", "trust", "holds"),
    [
        ({}, {}, True),
        ({"begin": long_ago(), "now": lambda: long_ago() + timedelta(days=1)}, {}, True),  # it expired since then
        ({"begin": long_ago()}, {}, False),  # it had expired when it stamped
        ({"begin": datetime.now(UTC) + timedelta(days=5)}, {}, False),  # it was not valid yet
        ({"stamping": False}, {}, False),
        ({"critical": False}, {}, False),
        ({"certificates": 0}, {}, False),
        ({"certificates": 2}, {}, True),
        ({}, {"policies": [POLICY, "1.2.3"]}, True),
        ({"policy": "1.2.3.4"}, {"policies": [POLICY]}, False),
        ({}, Authority().trusted, False),  # another authority
    ],
)
def test_the_verifier_accepts_exactly_the_tokens_that_the_service_accepts(
    verifier: Any, made: Any, trust: dict[str, Any], holds: bool
) -> None:
    stamping = Authority(**made)
    token, trusted = stamping.token(IMPRINT, 7), {**stamping.trusted, **trust}
    stated = by_house(token, trusted)
    assert (bool(stated), by_file(verifier, token, trusted)) == (holds, stated)


def test_a_token_over_another_checkpoint_of_equal_size_is_refused(verifier: Any, authority: Authority) -> None:
    other = Checkpoint("example.org/log", 5, b"\1" * 32)
    token = authority.token(sha256(other.body.encode()).digest(), 7)
    with pytest.raises(ValueError, match="the time stamp belongs to other content"):
        verifier.stamped(token, CHECKPOINT.body, authority.trusted)


def test_a_stamp_signed_with_another_key_than_its_certificate_is_refused(verifier: Any) -> None:
    named, signing = Authority(), Authority()
    signing.leaf = named.leaf
    with pytest.raises(ValueError, match="not signed with the key of its certificate"):
        verifier.stamped(signing.token(IMPRINT, 7), CHECKPOINT.body, named.trusted)


def test_a_changed_byte_in_the_bound_parts_of_a_token_is_detected(verifier: Any, authority: Authority) -> None:
    token = authority.token(IMPRINT, 7)
    stamp_text = by_file(verifier, token, authority.trusted)
    ((_, (data,)),) = verifier.Values(token)
    _, _, (_, (stamp,)), (certificate,), ((_, _, _, attributes, _, signature),) = data
    bound = [(token.index(part), len(part)) for part in (stamp, certificate.whole, attributes.whole[1:], signature)]
    chance = random.Random(3161)
    for place in chance.sample(range(len(token)), 300):
        flipped = bytearray(token)
        flipped[place] ^= 1 << chance.randrange(8)
        changed_stamp = by_file(verifier, bytes(flipped), authority.trusted)
        assert changed_stamp in {"", stamp_text}, place
        assert not changed_stamp or not any(begin <= place < begin + size for begin, size in bound), place


@pytest.fixture(scope="module")
def stamped(logged: Logged, authority: Authority) -> tuple[EvaluationRow, bytes]:
    """An evaluation, and its bundle with a stamp."""
    logged.write_trust(time_stamp_authorities={AUTHORITY: authority.trusted}, time_stamps_needed=1)
    row = logged.evaluate()
    checkpoint = logged.cosigned().checkpoint
    with Stamping(authority.answer) as answering:
        asking = Asking(answering.url, field="url")
        logged.store.time_stamps.add(asking.stamp(checkpoint, read_log_trust(logged.trust)))
    return row, logged.bundle(row).written()


def run(bundle: bytes, trust: Path, library: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    for name in ("verify_bundle.py", "verify_time_stamps.py"):
        shutil.copy(VERIFIER.parent / name, folder)
    (folder / "bundle.json").write_bytes(bundle)
    shutil.copy(trust, folder / "trust.json")
    return subprocess.run(
        (sys.executable, "-S", "verify_time_stamps.py", "bundle.json", "trust.json"),
        cwd=folder,
        env={"PYTHONPATH": str(library)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.full
def test_the_verifier_reports_who_stamped_a_bundle_and_when(
    logged: Logged, stamped: tuple[EvaluationRow, bytes], library: Path, tmp_path: Path
) -> None:
    answer = run(stamped[1], logged.trust, library, tmp_path)
    assert (answer.returncode, answer.stdout.count("passed"), answer.stderr) == (0, 11, ""), answer.stdout
    assert "Not checked here: that the record follows from the rules (examples/recomputation)." in answer.stdout
    assert f"12. time_stamps passed  {AUTHORITY} stamped the checkpoint at 20" in answer.stdout
    later = logged.bundle(logged.evaluate()).written()
    answer = run(later, logged.trust, library, tmp_path)
    assert "12. time_stamps FAILED  0 trusted authorities stamped it; 1 are required" in answer.stdout


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("change", ["beside", "checkpoint", "token", "transplanted"])
def test_a_stamp_that_is_not_of_this_evaluation_fails(
    logged: Logged, stamped: tuple[EvaluationRow, bytes], library: Path, tmp_path: Path, change: str
) -> None:
    document = json.loads(stamped[1])
    (time_stamp,) = document["time_stamps"]
    if change == "transplanted":
        document = {**json.loads(logged.bundle(logged.evaluate()).written()), "time_stamps": [time_stamp]}
    else:
        time_stamp[change] = {"beside": [], "checkpoint": CHECKPOINT.body, "token": "AAAA"}[change]
    written = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    answer = run(written, logged.trust, library, tmp_path)
    assert (answer.returncode, answer.stderr) == (1, "")
    assert "12. time_stamps FAILED" in answer.stdout
