"""What is noted of an evaluation, or of what was published? Leaf format v1, laid down in docs/spec/log.md.

A leaf is a canonical document. What stands in the tree, and what mirrors are given, is its entry, which holds no more
than its kind and its digest: who has the document can prove what it says, and nobody else learns anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts.canonical import canonical_bytes, digest, written_bytes
from service.base.double_uses import OTHER_ORGANIZATION
from service.log.tree import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORM = 1
EVALUATION, PUBLICATION, REPEAL, STATEMENT, TABLE, LOG_KEY, CAMPAIGN, DISPOSITION, ERASURE, HOLD, HOLD_LIFT = (
    "evaluation", "publication", "repeal", "statement", "table", "log-key", "campaign", "disposition", "erasure",
    "hold", "hold-lift",
)  # fmt: skip
DRAFT_ERASURE, FILE_REMOVAL = "draft-erasure", "file-removal"
"""The kinds of leaves."""
NOTED_LATER = "noted_later"
"""The part of the leaf of an evaluation that stands there only where it was noted later than stored."""
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
        said: Mapping[str, Any] = orjson.loads(self.document)
        return said


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
    noted_later: str = "",
) -> Leaf:
    """Note an evaluation with its envelope; `predecessor` is the digest of the subject's leaf before, or empty.

    `noted_later` is the time at which one was noted that had been stored before the log was kept.
    """
    said: dict[str, Any] = {
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
        "archive_findings": findings_noted(archive_findings),
        "record_digest": record_digest,
        "predecessor": predecessor,
        **({NOTED_LATER: noted_later} if noted_later else {}),
    }
    return Leaf(EVALUATION, name, subject, written_bytes(said))


def published_leaf(kind: str, name: str, said: Mapping[str, Any]) -> Leaf:
    """Note something of no subject: a version, its repeal, a statement, a table, a key, a decision, an erasure."""
    return Leaf(kind, name, "", canonical_bytes({"leaf": FORM, "kind": kind, "name": name, **said}))


def findings_noted(findings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Note findings of the archive by how many there are, how many are major, and their digest in both forms.

    `digest` is over all that was found, `shown` over what those see who may not know whose a number of another
    organisation is.
    """
    in_order, shown = findings_in_order(findings), findings_in_order(findings, names_others=False)
    return {
        "count": len(in_order),
        "major": sum(finding["severity"] == "major" for finding in in_order),
        "digest": digest(written_bytes(in_order)),
        "shown": digest(written_bytes(shown)),
    }


def findings_in_order(findings: Sequence[Mapping[str, Any]], *, names_others: bool = True) -> list[dict[str, Any]]:
    """Give findings of the archive with all their parts, the gravest first and else in their order.

    Without `names_others` those of another organisation do not say whose evaluations they are.
    """
    whole = [
        {
            "id": finding["id"],
            "severity": finding["severity"],
            "place": finding["place"],
            "evaluations": _named(finding, "evaluations", names_others=names_others),
            "subjects": _named(finding, "subjects", names_others=names_others),
            "periods": list(finding.get("periods", ())),
        }
        for finding in findings
    ]
    return sorted(whole, key=lambda finding: _GRAVEST_FIRST.get(finding["severity"], len(_GRAVEST_FIRST)))


def _named(finding: Mapping[str, Any], part: str, *, names_others: bool) -> list[str]:
    return [] if finding["id"] == OTHER_ORGANIZATION and not names_others else list(finding.get(part, ()))
