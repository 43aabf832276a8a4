"""Log leaves of evaluations and publications: leaf format v1, laid down in docs/spec/log.md.

A leaf is a canonical document. What stands in the tree, and what mirrors are given, is its entry, which holds no more
than its kind and its digest: who has the document can prove what it says, and nobody else learns anything.
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
CASE_STEP, CASE_DOCUMENT, ACCESS = "case-step", "case-document", "access"
"""The kinds of leaves."""
_GRAVEST_FIRST = {"major": 0, "minor": 1, "observation": 2}


@dataclass(frozen=True)
class Leaf:
    """One leaf by the bytes of its document; name and subject are those of what it is about, if there is one."""

    kind: str
    name: str
    subject: str
    document: bytes

    @cached_property
    def digest(self) -> str:
        """The digest of the document."""
        return digest(self.document)

    @property
    def entry(self) -> bytes:
        """What stands in the tree."""
        return entry_of(self.kind, self.digest)

    @property
    def hash(self) -> bytes:
        """The leaf of the tree."""
        return leaf_hash(self.entry)

    @property
    def said(self) -> Mapping[str, Any]:
        """What the document says."""
        content: Mapping[str, Any] = orjson.loads(self.document)
        return content


def entry_of(kind: str, document_digest: str) -> bytes:
    """Write the entry of a leaf."""
    return canonical_bytes({"digest": document_digest, "kind": kind, "leaf": FORM})


def evaluation_leaf(  # noqa: PLR0913 -- the parts of the envelope
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
    """Return the leaf of an evaluation; `predecessor` is the digest of the earlier leaf of its subject, or empty."""
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
    """Note something of no subject: a version, its repeal, a statement, a table, a key, a decision, an erasure."""
    return Leaf(kind, name, "", canonical_bytes({"leaf": FORM, "kind": kind, "name": name, **content}))


def summarize_findings(findings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Note findings of the archive by how many there are, how many are major, and their digest in both forms.

    `digest` is over all that was found, `shown` over what those see who may not know whose a number of another
    organisation is.
    """
    in_order, shown = sort_findings(findings), sort_findings(findings, names_others=False)
    return {
        "count": len(in_order),
        "major": sum(finding["severity"] == "major" for finding in in_order),
        "digest": digest(unchecked_canonical_bytes(in_order)),
        "shown": digest(unchecked_canonical_bytes(shown)),
    }


def sort_findings(findings: Sequence[Mapping[str, Any]], *, names_others: bool = True) -> list[dict[str, Any]]:
    """Give findings of the archive with all their parts, the gravest first and else in their order.

    Without `names_others` those of another organisation do not say whose evaluations they are.
    """
    whole = [
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
    return sorted(whole, key=lambda finding: _GRAVEST_FIRST.get(finding["severity"], len(_GRAVEST_FIRST)))


def _visible_names(finding: Mapping[str, Any], part: str, *, names_others: bool) -> list[str]:
    return [] if finding["id"] == OTHER_ORGANIZATION and not names_others else list(finding.get(part, ()))


ERASURES = "/erasures/"
"""Stands between the name of an evaluation or a draft and the number of an erasure of it, counted from 1."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased of an evaluation.

    `principal` has id, kind and organisation. `facts` are named where facts were erased, `steps` says how many steps
    went. `record_left` is the digest of the bytes of what is left of the record, `findings_left` that of the findings
    of the archive, and `findings_left_shown` as those see them who may not know others; all are empty where nothing is
    left. `uses_left` is the digest of what is left of the uses of numbers and documents.
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
        """The name of the evaluation."""
        return self.name.rpartition(ERASURES)[0]

    def leaf(self) -> Leaf:
        """Write the leaf that notes it."""
        content = asdict(self)
        return leaf_without_subject(ERASURE, content.pop("name"), {**content, "extent": self.extent.value})

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Erasure:
        """Read what a leaf says.

        Raises:
            KeyError: a part is missing.
            ValueError: its extent is none.
        """
        parts = {name: content[name] for name in cls.__dataclass_fields__}
        return cls(**{**parts, "extent": ErasureExtent(content["extent"]), "facts": tuple(content["facts"])})


@dataclass(frozen=True, slots=True)
class _Removal:
    """That something with files went; `files` are their digests in order, so that a copy can be recognised."""

    KIND: ClassVar[str]

    name: str
    time: str
    principal: Mapping[str, str]
    reason: str
    files: tuple[str, ...]

    def leaf(self) -> Leaf:
        """Write the leaf that notes it."""
        content = asdict(self)
        return leaf_without_subject(self.KIND, content.pop("name"), content)

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        """Read what a leaf says."""
        return cls(content["name"], content["time"], content["principal"], content["reason"], tuple(content["files"]))


class DraftErasure(_Removal):
    """That a draft went whole, with the files of its revisions."""

    __slots__ = ()
    KIND = DRAFT_ERASURE


class FileRemoval(_Removal):
    """That files behind evidence went for their years, while the records that state their digests stay.

    It is noted before they go, so one that could not be removed then is noted again when it is.
    """

    __slots__ = ()
    KIND = FILE_REMOVAL


@dataclass(frozen=True, slots=True)
class LegalHold:
    """A legal hold: nothing of the target, a subject, an evaluation or a draft, is erased before somebody lifts it.

    The parts that begin with `lift` are those of its end, empty before that.
    """

    name: str
    target: str
    time: str
    principal: Mapping[str, str]
    reason: str
    lift_time: str = ""
    lift_principal: Mapping[str, str] | None = None
    lift_reason: str = ""

    def leaf(self) -> Leaf:
        """Write the leaf that notes that it was set."""
        content = {"target": self.target, "time": self.time, "principal": self.principal, "reason": self.reason}
        return leaf_without_subject(HOLD, self.name, content)

    def lift_leaf(self) -> Leaf:
        """Write the leaf that notes that it was lifted."""
        content = {"time": self.lift_time, "principal": self.lift_principal, "reason": self.lift_reason}
        return leaf_without_subject(HOLD_LIFT, self.name, content)

    @classmethod
    def read(cls, content: Mapping[str, Any], lifted: Mapping[str, Any] | None) -> LegalHold:
        """Read what the leaves of its beginning and its end say.

        Raises:
            KeyError: a part is missing.
        """
        parts = content["name"], content["target"], content["time"], content["principal"], content["reason"]
        return cls(*parts) if lifted is None else cls(*parts, lifted["time"], lifted["principal"], lifted["reason"])
