"""Which contents does an assessment link, each by its digest? The version, the record, tables, evidence, a bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts.messages import listed
from service.answering.oscal.names import Json, identity, properties
from service.base.evidence_kinds import kind_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import EvidenceItem
    from service.answering.report.telling import RecordTeller

_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
_HEXADECIMAL = 64


def resources(teller: RecordTeller, version_digest: str, record_digest: str, bundle_digest: str) -> Iterator[Json]:
    """Give the resources; `bundle_digest` is that of the file of a proof bundle, empty if there is none."""
    record = teller.record
    yield resource("published-version", record.scorecard_version, version_digest)
    yield resource("record", f"record of {record.subject}", record_digest)
    if bundle_digest:
        yield resource("proof-bundle", f"proof bundle of {record.subject}", bundle_digest)
    for table in record.tables:
        yield resource("reference-table", f"tables/{table.name}/editions/{table.edition}", table.digest)
    for item in record.evidence:
        yield _evidence(teller, item)
    yield {
        "uuid": subject_identity(record.subject),
        "title": record.subject,
        "props": properties(kind="subject"),
    }


def resource(kind: str, title: str, digest: str) -> Json:
    """Write one content that is known by its digest."""
    return {
        "uuid": identity(digest),
        "title": title,
        "props": properties(kind=kind),
        "rlinks": [{"href": f"urn:sha256:{digest}", "hashes": [_hash(digest)]}],
    }


def subject_identity(subject: str) -> str:
    """Give the identifier of a subject."""
    return identity(f"subject {subject}")


def evidence_identity(item: EvidenceItem) -> str:
    """Give the identifier of an item of evidence: of the document, under the id that facts name it by."""
    return identity(f"evidence {item.id} {item.digest}")


def _evidence(teller: RecordTeller, item: EvidenceItem) -> Json:
    found: Json = {
        "uuid": evidence_identity(item),
        "title": listed((kind_word(item.kind, teller.language), item.issuer), teller.language),
        "props": properties(
            kind="evidence",
            id=item.id,
            assurance=item.assurance.value,
            issue_date=item.issue_date,
            valid_from=item.valid_from,
            valid_until=item.valid_until,
            page=str(item.locator.page or ""),
            cell=item.locator.cell,
        ),
    }
    hashes = [_hash(item.digest)] if len(item.digest) == _HEXADECIMAL else []
    href = quote(item.locator.uri, safe=_SAFE) if item.locator.uri else f"urn:sha256:{item.digest}" if hashes else ""
    if href:
        found["rlinks"] = [{"href": href, **({"hashes": hashes} if hashes else {})}]
    return found


def _hash(digest: str) -> Json:
    return {"algorithm": "SHA-256", "value": digest}
