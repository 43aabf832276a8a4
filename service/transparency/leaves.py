"""Log leaves of evaluations and publications: leaf format v1, specified in docs/spec/log.md.

The tree and its mirrors contain only kind and digest, so they reveal no document content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import orjson

from rules.contracts import canonical_bytes, digest, unchecked_canonical_bytes
from rules.trail import ErasureExtent
from service.base.resource_names import OTHER_ORGANIZATION
from service.transparency.tree import leaf_hash

FORM = 1
EVALUATION, PUBLICATION, REPEAL, STATEMENT, TABLE, LOG_KEY, CAMPAIGN, DISPOSITION, ERASURE, HOLD, HOLD_LIFT = (
    "evaluation", "publication", "repeal", "statement", "table", "log-key", "campaign", "disposition", "erasure",
    "hold", "hold-lift",
)  # fmt: skip
DRAFT_ERASURE, FILE_REMOVAL = "draft-erasure", "file-removal"
ARCHIVE, ARCHIVE_RETURN = "archive", "archive-return"
CASE_STEP, CASE_DOCUMENT, ACCESS = "case-step", "case-document", "access"
_SEVERITY_ORDER = {"major": 0, "minor": 1, "observation": 2}


@dataclass(frozen=True)
class Leaf:
    """Canonical document and its subject, empty if none."""

    kind: str
    name: str
    subject: str
    document: bytes

    @cached_property
    def digest(self) -> str:
        return digest(self.document)

    @property
    def entry(self) -> bytes:
        return entry_of(self.kind, self.digest)

    @property
    def hash(self) -> bytes:
        return leaf_hash(self.entry)

    @property
    def content(self) -> Mapping[str, Any]:
        content: Mapping[str, Any] = orjson.loads(self.document)
        return content


def entry_of(kind: str, document_digest: str) -> bytes:
    """Return the tree entry of a leaf."""
    return canonical_bytes({"digest": document_digest, "kind": kind, "leaf": FORM})


def evaluation_leaf(  # noqa: PLR0913 -- all parts of the document
    *,
    name: str,
    organization: str,
    subject: str,
    request_id: str,
    request_digest: str,
    create_time: str,
    principal: Mapping[str, str],
    software: Mapping[str, str],
    archive_findings: Sequence[Mapping[str, Any]],
    record_digest: str,
    predecessor: str,
) -> Leaf:
    """Return the leaf of an evaluation; `predecessor` is the subject's previous leaf digest, or empty."""
    content: dict[str, Any] = {
        "leaf": FORM,
        "kind": EVALUATION,
        "name": name,
        "organization": organization,
        "subject": subject,
        "request_id": request_id,
        "request_digest": request_digest,
        "create_time": create_time,
        "principal": principal,
        "software": software,
        "archive_findings": summarize_findings(archive_findings),
        "record_digest": record_digest,
        "predecessor": predecessor,
    }
    return Leaf(EVALUATION, name, subject, unchecked_canonical_bytes(content))


def leaf_without_subject(kind: str, name: str, content: Mapping[str, Any]) -> Leaf:
    """Return the leaf of an object without a subject."""
    return Leaf(kind, name, "", canonical_bytes({"leaf": FORM, "kind": kind, "name": name, **content}))


def summarize_findings(findings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return counts and digests of archive findings.

    `shown` is the digest for readers who may not see names from other organizations.
    """
    in_order, shown = sort_findings(findings), sort_findings(findings, names_others=False)
    return {
        "count": len(in_order),
        "major": sum(finding["severity"] == "major" for finding in in_order),
        "digest": digest(unchecked_canonical_bytes(in_order)),
        "shown": digest(unchecked_canonical_bytes(shown)),
    }


def sort_findings(findings: Sequence[Mapping[str, Any]], *, names_others: bool = True) -> list[dict[str, Any]]:
    """Return complete archive findings by severity, optionally without names from other organizations."""
    complete = [
        {
            "id": finding["id"],
            "severity": finding["severity"],
            "place": finding["place"],
            "evaluations": _visible_names(finding, "evaluations", names_others=names_others),
            "subjects": _visible_names(finding, "subjects", names_others=names_others),
            "periods": list(finding.get("periods", ())),
        }
        for finding in findings
    ]
    return sorted(complete, key=lambda finding: _SEVERITY_ORDER.get(finding["severity"], len(_SEVERITY_ORDER)))


def _visible_names(finding: Mapping[str, Any], part: str, *, names_others: bool) -> list[str]:
    return [] if finding["id"] == OTHER_ORGANIZATION and not names_others else list(finding.get(part, ()))


ERASURES = "/erasures/"


@dataclass(frozen=True, slots=True)
class Erasure:
    """Erasure of parts of an evaluation.

    `facts` names erased facts; `steps` counts erased steps. `record_left`, `findings_left` and `uses_left` are digests
    of the remaining parts, empty after a full erasure. `findings_left_shown` omits names from other organizations.
    """

    name: str
    subject: str
    time: str
    principal: Mapping[str, str]
    reason: str
    extent: ErasureExtent
    facts: tuple[str, ...]
    steps: int
    record_left: str = ""
    findings_left: str = ""
    findings_left_shown: str = ""
    uses_left: str = ""

    @property
    def evaluation(self) -> str:
        return self.name.rpartition(ERASURES)[0]

    def leaf(self) -> Leaf:
        content = asdict(self)
        return leaf_without_subject(ERASURE, content.pop("name"), {**content, "extent": self.extent.value})

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Erasure:
        parts = {name: content[name] for name in cls.__dataclass_fields__}
        return cls(**{**parts, "extent": ErasureExtent(content["extent"]), "facts": tuple(content["facts"])})


@dataclass(frozen=True, slots=True)
class _Removal:
    KIND: ClassVar[str]

    name: str
    time: str
    principal: Mapping[str, str]
    reason: str
    files: tuple[str, ...]

    def leaf(self) -> Leaf:
        content = asdict(self)
        return leaf_without_subject(self.KIND, content.pop("name"), content)

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        return cls(content["name"], content["time"], content["principal"], content["reason"], tuple(content["files"]))


class DraftErasure(_Removal):
    """Erasure of a draft with all files."""

    __slots__ = ()
    KIND = DRAFT_ERASURE


class FileRemoval(_Removal):
    """Removal of evidence files after their retention period, logged before each attempt."""

    __slots__ = ()
    KIND = FILE_REMOVAL


@dataclass(frozen=True, slots=True)
class LegalHold:
    """Legal hold on a subject, evaluation or draft; `lift` fields are empty while it blocks erasure."""

    name: str
    target: str
    time: str
    principal: Mapping[str, str]
    reason: str
    lift_time: str = ""
    lift_principal: Mapping[str, str] | None = None
    lift_reason: str = ""

    def leaf(self) -> Leaf:
        content = {"target": self.target, "time": self.time, "principal": self.principal, "reason": self.reason}
        return leaf_without_subject(HOLD, self.name, content)

    def lift_leaf(self) -> Leaf:
        content = {"time": self.lift_time, "principal": self.lift_principal, "reason": self.lift_reason}
        return leaf_without_subject(HOLD_LIFT, self.name, content)

    @classmethod
    def read(cls, content: Mapping[str, Any], lifted: Mapping[str, Any] | None) -> LegalHold:
        parts = content["name"], content["target"], content["time"], content["principal"], content["reason"]
        return cls(*parts) if lifted is None else cls(*parts, lifted["time"], lifted["principal"], lifted["reason"])
