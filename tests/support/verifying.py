"""Records to verify, and versions to verify them against."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from typing import Any

import orjson

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.inputs import Subject
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.trail.commitments import commitments, merkle_root
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.verify import CheckResult, KnownVersionNames, VerificationCheck, verify
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_card, small_subject

PASSED, FAILED, NOT_CHECKED = CheckResult.PASSED, CheckResult.FAILED, CheckResult.NOT_CHECKED
PUBLISHED_ON = "2024-12-01T00:00:00Z"
Document = dict[str, Any]


@cache
def published(
    version: str = "1.0.0",
    supersedes: str | None = None,
    gold: int = 80,
    at: str = PUBLISHED_ON,
    first: str = "2025-01-01",
) -> PublishedVersion:
    card = small_card(version=version, supersedes=supersedes, gold=gold, first=first)
    return read_published(published_bytes(card, {"card.en.feature": version}), at)


@cache
def recorded() -> LazyRecord:
    return record_of(small_subject())


def record_of(subject: Subject, version: PublishedVersion | None = None) -> LazyRecord:
    version = version or published()
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
    try:
        return evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY)
    finally:
        evaluator.close()


def digest_of(content: bytes) -> str:
    """Return the digest of a record, or the digest of the bytes if they are not a record."""
    try:
        return digest(canonical_bytes(orjson.loads(content)["head"]))
    except (ValueError, TypeError, KeyError):
        return digest(content)


def checked(
    content: bytes,
    *,
    stated: str | None = None,
    key: bytes = KEY,
    versions: tuple[PublishedVersion, ...] | None = None,
    known_here: KnownVersionNames | None = None,
) -> tuple[VerificationCheck, ...]:
    """Verify a record; the stated digest is the digest of the record unless `stated` is provided."""
    checks = verify(
        content=content,
        stated_digest=digest_of(content) if stated is None else stated,
        record_key=key,
        versions=(published(),) if versions is None else versions,
        known_here=known_here,
    )
    assert [check.number for check in checks] == list(range(1, 8))
    assert all(check.message for check in checks)
    return checks


def failed(checks: tuple[VerificationCheck, ...]) -> set[int]:
    return {check.number for check in checks if check.result is FAILED}


def step_of(document: Document, id: str) -> list[Any]:
    entry: list[Any] = next(step for step in document["steps"] if step[0] == id)
    return entry


def committed(document: Document, key: bytes = KEY) -> bytes:
    """Recompute all commitments, as a forger with the record key would."""
    leaves = commitments(key, [canonical_bytes(step) for step in document["steps"]])
    document["commitments"] = b64encode(b"".join(leaves)).decode()
    document["head"] |= {"trail_digest": merkle_root(leaves).hex(), "step_count": len(leaves)}
    return canonical_bytes(document)


def changed(change: Callable[[Document], None]) -> bytes:
    """Change the record and write it in canonical form, so that only the change differs."""
    document: Document = orjson.loads(recorded().content)
    change(document)
    return canonical_bytes(document)
