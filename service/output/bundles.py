"""Proof bundle: models and reader of the file format.

See docs/spec/log.md. Checks cover every byte.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from rules.contracts import TrailError, canonical_bytes, error_message, message_factory
from rules.model import read_published
from rules.trail import MerkleInclusion, PreviousRecord
from service.base.instants import is_instant
from service.transparency.leaves import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model import PublishedVersion

_message = message_factory(__name__)

_FORM_PREFIX = "touchstone-bundle-"
FORM = f"{_FORM_PREFIX}1"
HASH_BYTES = 32


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class LogLeafProof(_Strict):
    """Log leaf with its position and, in `beside`, sibling hashes."""

    leaf: str
    position: int
    beside: list[str]

    def as_leaf(self, kind: str) -> Leaf:
        return Leaf(kind, "", "", self.leaf.encode())

    def root(self, kind: str, size: int) -> bytes | None:
        siblings = decode_hashes(self.beside)
        return (
            None if siblings is None else MerkleInclusion(self.position, size, siblings).root(self.as_leaf(kind).hash)
        )


class DisclosedStep(_Strict):
    """Step of a record with position, salt and sibling commitments."""

    place: int
    step: str
    salt: str
    beside: list[str]


class DisclosedRecord(_Strict):
    """Record with only some steps disclosed."""

    head: str
    steps: list[DisclosedStep]


class BundledVersion(LogLeafProof):
    """Published version with sidecar, log leaf, and the approvals signed after its publication."""

    content: str
    sidecar: str
    approvals: str | None = None


class BundledTable(_Strict):
    """Edition of a reference table."""

    manifest: str
    rows: str


class BundledCase(_Strict):
    """Case with a certificate based on the evaluation.

    The leaf of `concluded` contains the digest of `content`, the step's input. `steps` are certificate and appeal
    leaves.
    """

    concluded: LogLeafProof
    content: str
    steps: list[LogLeafProof]


class BundledTimeStamp(_Strict):
    """Time-stamp token, with proof that its checkpoint covers the evaluation."""

    authority: str
    checkpoint: str
    beside: list[str]
    token: str


class Bundle(_Strict):
    """Proof bundle, with either `record`, `record_key` and `archive_findings`, or `shown`.

    After `erasures`, `shown` contains the remaining record. `decisions` are campaign decisions on the result.
    `time_stamps` may concern another checkpoint.
    """

    form: Literal["touchstone-bundle-1"] = "touchstone-bundle-1"
    evaluation: LogLeafProof
    checkpoint: str
    signature: dict[str, Any] | None = None
    record: str | None = None
    record_key: str | None = None
    archive_findings: list[dict[str, Any]] | None = None
    shown: DisclosedRecord | None = None
    erasures: list[LogLeafProof] | None = None
    decisions: list[LogLeafProof] | None = None
    cases: list[BundledCase] | None = None
    time_stamps: list[BundledTimeStamp] | None = None
    version: BundledVersion
    tables: list[BundledTable] = []

    def written(self) -> bytes:
        return canonical_bytes(self.model_dump(exclude_none=True))


def read_bundle(content: bytes) -> Bundle:
    """Read a bundle.

    Raises:
        TrailError: If it is malformed, incomplete or not canonical.
    """
    try:
        document = orjson.loads(content)
        form = _form_of(document)
        if form.startswith(_FORM_PREFIX) and form != FORM:
            raise TrailError(_message("OTHER_BUNDLE_FORM", found=form[:40], known=FORM))
        bundle = Bundle.model_validate(document)
        is_canonical = bundle.written() == content
    except (orjson.JSONDecodeError, TypeError, RecursionError) as error:
        raise TrailError(_message("NO_BUNDLE", problem=error_message(error))) from None
    except ValidationError as error:
        raise TrailError(_message("NO_BUNDLE", problem=error_message(error))) from None
    if not is_canonical:
        raise TrailError(_message("BUNDLE_NOT_CANONICAL"))
    parts = (bundle.record is not None, bundle.record_key is not None, bundle.archive_findings is not None)
    if len({*parts, bundle.shown is None}) != 1:
        raise TrailError(_message("BUNDLE_HALF"))
    return bundle


def encode_hashes(hashes: Iterable[bytes]) -> list[str]:
    """Return hashes in base64."""
    return [base64.b64encode(raw_hash).decode() for raw_hash in hashes]


def decode_base64(text: str) -> bytes | None:
    """Decode canonical base64, or return None."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode() == text else None


def decode_hashes(texts: Iterable[str]) -> tuple[bytes, ...] | None:
    """Decode base64 hashes, or return None."""
    decoded = [decode_base64(text) for text in texts]
    hashes = tuple(value for value in decoded if value is not None and len(value) == HASH_BYTES)
    return hashes if len(hashes) == len(decoded) else None


def is_bundle(content: bytes) -> bool:
    """Return whether a file claims to be a bundle."""
    try:
        return _form_of(orjson.loads(content)).startswith(_FORM_PREFIX)
    except orjson.JSONDecodeError:
        return False


def _form_of(document: object) -> str:
    return str(document.get("form")) if isinstance(document, dict) else ""


def read_bundled_record(content: bytes) -> PreviousRecord:
    """Return the unverified record of a bundle with its version."""
    bundle = read_bundle(content)
    key = None if bundle.record_key is None else decode_base64(bundle.record_key)
    if bundle.record is None or key is None:
        raise TrailError(_message("BUNDLE_IN_PART"))
    leaf = orjson.loads(bundle.evaluation.leaf)
    version = read_bundled_version(bundle.version)
    return PreviousRecord(str(leaf["name"]), bundle.record.encode(), str(leaf["record_digest"]), key, version)


def read_bundled_version(bundled: BundledVersion) -> PublishedVersion:
    """Read the version in a bundle.

    Raises:
        TrailError: If it is malformed or contradicts its sidecar.
    """
    try:
        sidecar = orjson.loads(bundled.sidecar)
        content_digest, time = sidecar["content_digest"], sidecar["publish_time"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise TrailError(_message("SIDECAR_UNREADABLE")) from None
    if not isinstance(time, str) or not is_instant(time):
        raise TrailError(_message("SIDECAR_UNREADABLE"))
    version = read_published(bundled.content.encode(), time)
    if version.content_digest != content_digest:
        raise TrailError(_message("SIDECAR_OTHER", version=version.name))
    return version
