"""Origins of facts that a case reused: where a value was verified, and whether the source still supports it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict
from sqlalchemy import select

from service.base import instants
from service.cases import dossiers
from service.cases.case_names import document_row
from service.store.cases import CASE_FILES, FACT_ORIGINS, origins_of_case_label, origins_of_source_label
from service.store.outbox import FACT_SOURCE_CORRECTED
from service.store.result_status import result_statuses
from service.store.tables import LISTED_ROWS
from touchstone.v1 import fact_pb2, types_pb2

if TYPE_CHECKING:
    from service.store.cases import CaseReader, CaseWriter
    from service.store.tables import CaseDocumentRow, CaseRow

CASES_MARK = "/cases/"
_INVALID_SOURCE_STATES = frozenset({"declined", "withdrawn"})
_MAX_ORIGINS = 1_000


class Cause(StrEnum):
    """Reason why the source no longer supports a reused fact."""

    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNVERIFIED = "unverified"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    EVIDENCE_EXPIRED = "evidence_expired"
    EVIDENCE_WITHDRAWN = "evidence_withdrawn"


@dataclass(frozen=True, slots=True)
class SourceEvidence:
    """Evidence of the source when the fact was accepted."""

    evidence_id: str
    kind: str
    content_digest: str


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """Origin of a reused fact. `case` is the id of the second case, `source` the name of a case or an evaluation."""

    case: str
    fact: str
    source: str
    source_revision: int
    source_fact: str
    source_card: str
    source_evaluation: str
    meaning: str
    value: Mapping[str, Any]
    """Value in the second case, without evidence."""
    source_value: Mapping[str, Any]
    verified_by: str
    verified_on: str
    accepted_by: str
    accept_time: str
    evidence: tuple[SourceEvidence, ...] = ()
    cause: str = ""
    notice_time: str = ""
    verification_at_notice: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0

    @classmethod
    def parse(cls, row: CaseDocumentRow) -> Self:
        document = orjson.loads(row.document)
        evidence = tuple(SourceEvidence(**item) for item in document.pop("evidence"))
        return cls(**document, evidence=evidence, revision=row.revision)

    @property
    def is_from_case(self) -> bool:
        return CASES_MARK in self.source

    def document(self) -> dict[str, Any]:
        names = [name for name in self.__slots__ if name not in {"evidence", "revision"}]
        evidence = [{name: getattr(item, name) for name in item.__slots__} for item in self.evidence]
        return {**{name: getattr(self, name) for name in names}, "evidence": evidence}


def value_document(value: types_pb2.Value) -> dict[str, Any]:
    """Return a value without its evidence, as JSON."""
    bare = types_pb2.Value()
    bare.CopyFrom(value)
    bare.ClearField("evidence_ids")
    for record in bare.records.values:
        for part in record.fields.values():
            part.ClearField("evidence_ids")
    return MessageToDict(bare, preserving_proto_field_name=True)


def value_of(document: Mapping[str, Any]) -> types_pb2.Value:
    """Return a stored value."""
    return ParseDict(dict(document), types_pb2.Value())


def verified_value(fact: fact_pb2.Fact) -> types_pb2.Value | None:
    """Return the verified value of a fact; None without a verification, or if it was rejected."""
    judgement = fact.verification.judgement
    if judgement == fact_pb2.Verification.JUDGEMENT_CORRECTED:
        return fact.verification.corrected_value
    return fact.value if judgement == fact_pb2.Verification.JUDGEMENT_ACCEPTED and fact.HasField("value") else None


def origins_of_case(reading: CaseReader, row: CaseRow) -> dict[str, FactOrigin]:
    """Return the origins that still apply to the facts of a case, by fact.

    An origin applies while the declared value is the accepted one.
    """
    label = origins_of_case_label(row.name.rpartition("/")[2])
    rows = reading.documents(row.organization, FACT_ORIGINS, label=label)
    dossier = dossiers.find_dossier(reading, row) if rows else None
    facts = {} if dossier is None else {fact.fact_id: fact for fact in dossier.content.facts}
    origins = (FactOrigin.parse(stored) for stored in rows)
    return {origin.fact: origin for origin in origins if is_applied(origin, facts.get(origin.fact))}


def fact_of(reading: CaseReader, row: CaseRow, fact_id: str) -> fact_pb2.Fact | None:
    """Return a fact of the newest dossier of a case; None if it has none."""
    dossier = dossiers.find_dossier(reading, row)
    facts = () if dossier is None else dossier.content.facts
    return next((fact for fact in facts if fact.fact_id == fact_id), None)


def is_applied(origin: FactOrigin, fact: fact_pb2.Fact | None) -> bool:
    """Return whether the declared value of a fact is still the accepted one."""
    return fact is not None and fact.HasField("value") and value_document(fact.value) == origin.value


def save_origin(writing: CaseWriter, organization: str, origin: FactOrigin) -> None:
    """Store the next revision of an origin."""
    id = f"{origin.case}/{origin.fact}"
    stored = writing.document(organization, FACT_ORIGINS, id)
    revision = 0 if stored is None else stored.revision
    writing.save(document_row(organization, FACT_ORIGINS, id, revision, origin.document()))


# --- changes of the source --------------------------------------------------------------------------------------------


def find_cause(reading: CaseReader, organization: str, origin: FactOrigin) -> str:
    """Return why the source no longer supports a reused fact; empty if it does."""
    if not origin.is_from_case:
        return _evaluation_cause(reading, origin)
    row = reading.case(origin.source)
    dossier = None if row is None else dossiers.find_dossier(reading, row)
    if row is None or dossier is None:
        return Cause.ERASED
    if row.state in _INVALID_SOURCE_STATES:
        return Cause.WITHDRAWN
    fact = next((fact for fact in dossier.content.facts if fact.fact_id == origin.source_fact), None)
    if fact is None:
        return Cause.WITHDRAWN
    return _fact_cause(fact, origin) or _evidence_cause(reading, organization, dossier.content, origin)


def _fact_cause(fact: fact_pb2.Fact, origin: FactOrigin) -> str:
    if fact.verification.judgement == fact_pb2.Verification.JUDGEMENT_REJECTED:
        return Cause.REJECTED
    value = verified_value(fact)
    if value is None:
        return Cause.UNVERIFIED
    return "" if value_document(value) == origin.source_value else Cause.CORRECTED


def _evidence_cause(
    reading: CaseReader, organization: str, content: dossiers.DossierContent, origin: FactOrigin
) -> str:
    items = {item.content_digest: item for item in content.evidence}
    today = instants.today("Etc/UTC").isoformat()
    for evidence in origin.evidence:
        item = items.get(evidence.content_digest)
        if item is None or _is_file_discarded(reading, organization, origin.source, evidence.content_digest):
            return Cause.EVIDENCE_WITHDRAWN
        if item.validity.last_date and item.validity.last_date < today:
            return Cause.EVIDENCE_EXPIRED
    return ""


def _is_file_discarded(reading: CaseReader, organization: str, source: str, content_digest: str) -> bool:
    row = reading.document(organization, CASE_FILES, f"{source.rpartition('/')[2]}/{content_digest}")
    return row is not None and "discard_time" in orjson.loads(row.document)


def _evaluation_cause(reading: CaseReader, origin: FactOrigin) -> str:
    query = select(LISTED_ROWS.c.evaluation).where(LISTED_ROWS.c.evaluation == origin.source)
    if reading.connection.execute(query).first() is None:
        return Cause.ERASED
    status = result_statuses(reading.connection, [origin.source]).get(origin.source)
    return "" if status is None or status.stands else Cause.WITHDRAWN


def announce_changes(writing: CaseWriter, organization: str, origins: Iterable[FactOrigin]) -> int:
    """Store each new cause, and announce it once; return the number of announcements."""
    count = 0
    for origin, fact in _applying(writing, organization, origins):
        newest = writing.document(organization, FACT_ORIGINS, f"{origin.case}/{origin.fact}")
        if newest is None or newest.revision != origin.revision:  # announced or accepted again meanwhile
            continue
        cause = find_cause(writing, organization, origin)
        if cause == origin.cause:
            continue
        noticed = MessageToDict(fact.verification, preserving_proto_field_name=True) if cause else {}
        known = {**origin.document(), "cause": cause, "notice_time": instants.now() if cause else ""}
        changed = FactOrigin(
            **{**known, "verification_at_notice": noticed, "evidence": origin.evidence}, revision=origin.revision
        )
        save_origin(writing, organization, changed)
        if cause:
            writing.announce(_event(organization, changed))
            count += 1
    return count


def announce_source_changes(writing: CaseWriter, organization: str, source: str) -> int:
    """Announce the changes of a source to all cases that reused its facts."""
    return announce_changes(writing, organization, origins_of_source(writing, organization, source))


def origins_of_source(reading: CaseReader, organization: str, source: str) -> list[FactOrigin]:
    """Return the origins that name a case or evaluation as their source."""
    label = origins_of_source_label(source)
    rows = reading.documents(organization, FACT_ORIGINS, label=label, limit=_MAX_ORIGINS)
    return [origin for origin in map(FactOrigin.parse, rows) if origin.source == source]


def is_waiting(origin: FactOrigin, fact: fact_pb2.Fact) -> bool:
    """Return whether a noticed change still waits: the fact was not verified again since."""
    verification = MessageToDict(fact.verification, preserving_proto_field_name=True)
    return bool(origin.cause) and (not verification or verification == origin.verification_at_notice)


def _applying(
    reading: CaseReader, organization: str, origins: Iterable[FactOrigin]
) -> Iterator[tuple[FactOrigin, fact_pb2.Fact]]:
    for origin in origins:
        row = reading.case(f"organizations/{organization}/cases/{origin.case}")
        fact = None if row is None else fact_of(reading, row, origin.fact)
        if fact is not None and is_applied(origin, fact):
            yield origin, fact


def _event(organization: str, origin: FactOrigin) -> dict[str, Any]:
    case = f"organizations/{organization}/cases/{origin.case}"
    data = {"case": case, "fact": origin.fact, "sourceCase": origin.source, "cause": origin.cause}
    distinct = f"{FACT_SOURCE_CORRECTED} {case} {origin.fact} {origin.revision} {origin.cause}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, distinct)),
        "type": FACT_SOURCE_CORRECTED,
        "organization": organization,
        "time": origin.notice_time,
        "subject": f"{case}/dossier",
        "data": orjson.dumps(data).decode(),
    }
