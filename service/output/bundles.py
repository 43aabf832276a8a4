"""Proof bundle: models and reader of the file format.

It is laid down in docs/spec/log.md. It is canonical JSON, and every byte of it is bound by some check.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from rules.contracts import TrailError, canonical_bytes, message_factory
from rules.model import read_published
from rules.trail import MerkleInclusion, PreviousRecord
from service.base.instants import is_instant
from service.transparency.leaves import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model import PublishedVersion

_say = message_factory(__name__)

_FORMS = "touchstone-bundle-"
FORM = f"{_FORMS}1"
HASH_BYTES = 32


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class LogLeafProof(_Strict):
    """The document of a leaf, its position in the log, and the nodes beside its way up, each in base64."""

    leaf: str
    position: int
    beside: list[str]

    def as_leaf(self, kind: str) -> Leaf:
        """Give it as a leaf of a kind."""
        return Leaf(kind, "", "", self.leaf.encode())

    def root(self, kind: str, size: int) -> bytes | None:
        """Give the root over so many leaves that follows from it; None if its proof has not the form of one."""
        siblings = decode_hashes(self.beside)
        return (
            None if siblings is None else MerkleInclusion(self.position, size, siblings).root(self.as_leaf(kind).hash)
        )


class DisclosedStep(_Strict):
    """One step of a record, its place among all, and what proves it: its salt and the commitments beside its way up."""

    place: int
    step: str
    salt: str
    beside: list[str]


class DisclosedRecord(_Strict):
    """A record of which only some steps are shown: its head, and these."""

    head: str
    steps: list[DisclosedStep]


class BundledVersion(LogLeafProof):
    """A published version and what stood beside it when it was published, with its leaf."""

    content: str
    sidecar: str


class BundledTable(_Strict):
    """An edition of a reference table: its manifest and its rows."""

    manifest: str
    rows: str


class BundledCase(_Strict):
    """A case in which a certificate rests on the evaluation: the step that concluded on it, and what followed.

    `content` is what was given with that step, as canonical JSON, of which its leaf notes the digest; `steps` are the
    leaves of all steps in certificates and appeals that bear on the result.
    """

    concluded: LogLeafProof
    content: str
    steps: list[LogLeafProof]


class BundledTimeStamp(_Strict):
    """The token of an authority over the text of a checkpoint, and what proves that the evaluation stands under it."""

    authority: str
    checkpoint: str
    beside: list[str]
    token: str


class Bundle(_Strict):
    """The whole file; either `record`, `record_key` and `archive_findings` are there, or `shown`.

    `erasures` are those of an evaluation of which something was erased, and what is left is shown. `decisions` are
    those that campaigns had made on the result, `cases` those whose certificates or appeals bear on it. `time_stamps`
    are the first ones that cover the evaluation, perhaps over another checkpoint than the one that is signed.
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
        """Write the file."""
        return canonical_bytes(self.model_dump(exclude_none=True))


def read_bundle(content: bytes) -> Bundle:
    """Read a bundle.

    Raises:
        TrailError: it is none; says what is wrong first.
    """
    try:
        document = orjson.loads(content)
        form = _form_of(document)
        if form.startswith(_FORMS) and form != FORM:
            raise TrailError(_say("OTHER_BUNDLE_FORM", found=form[:40], known=FORM))
        bundle = Bundle.model_validate(document)
        same = bundle.written() == content
    except (orjson.JSONDecodeError, TypeError, RecursionError) as error:
        raise TrailError(_say("NO_BUNDLE", problem=str(error)[:200])) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise TrailError(_say("NO_BUNDLE", problem=f"{place}: {first['msg']}")) from None
    if not same:
        raise TrailError(_say("BUNDLE_NOT_CANONICAL"))
    parts = (bundle.record is not None, bundle.record_key is not None, bundle.archive_findings is not None)
    if len({*parts, bundle.shown is None}) != 1:
        raise TrailError(_say("BUNDLE_HALF"))
    return bundle


def encode_hashes(hashes: Iterable[bytes]) -> list[str]:
    """Write hashes as a bundle holds them."""
    return [base64.b64encode(raw_hash).decode() for raw_hash in hashes]


def decode_base64(text: str) -> bytes | None:
    """Read base64 as it has to be written; None if it is not."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode() == text else None


def decode_hashes(texts: Iterable[str]) -> tuple[bytes, ...] | None:
    """Read hashes; None if one is none."""
    decoded = [decode_base64(text) for text in texts]
    hashes = tuple(value for value in decoded if value is not None and len(value) == HASH_BYTES)
    return hashes if len(hashes) == len(decoded) else None


def is_bundle(content: bytes) -> bool:
    """Return whether a file states that it is a bundle, of any form."""
    try:
        return _form_of(orjson.loads(content)).startswith(_FORMS)
    except orjson.JSONDecodeError:
        return False


def _form_of(document: object) -> str:
    return str(document.get("form")) if isinstance(document, dict) else ""


def read_bundled_record(content: bytes) -> PreviousRecord:
    """Give the record in a bundle, with the name and digest that its leaf notes, and the version that it brings.

    Whether the bundle proves itself is asked by checking it.
    """
    bundle = read_bundle(content)
    key = None if bundle.record_key is None else decode_base64(bundle.record_key)
    if bundle.record is None or key is None:
        raise TrailError(_say("BUNDLE_IN_PART"))
    leaf = orjson.loads(bundle.evaluation.leaf)
    version = read_bundled_version(bundle.version)
    return PreviousRecord(str(leaf["name"]), bundle.record.encode(), str(leaf["record_digest"]), key, version)


def read_bundled_version(bundled: BundledVersion) -> PublishedVersion:
    """Read the version that a bundle holds.

    Raises:
        TrailError: it is no published form, or what stands beside it is about another.
    """
    try:
        sidecar = orjson.loads(bundled.sidecar)
        content_digest, time = sidecar["content_digest"], sidecar["publish_time"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise TrailError(_say("SIDECAR_UNREADABLE")) from None
    if not isinstance(time, str) or not is_instant(time):
        raise TrailError(_say("SIDECAR_UNREADABLE"))
    version = read_published(bundled.content.encode(), time)
    if version.content_digest != content_digest:
        raise TrailError(_say("SIDECAR_OTHER", version=version.name))
    return version
