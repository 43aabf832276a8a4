"""Mapped data as the content of a case step, and as the lines of a batch."""

from __future__ import annotations

import orjson

from rules.contracts import InputError, message_factory
from service.base import instants
from service.output.mapping.requests import read_request
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    evaluation_service_pb2 as evaluations,
    mapping_service_pb2 as mappings,
)

_message = message_factory(__name__)


def declared_with(known: dossiers.CaseDossier, data: mappings.MappedData) -> dossiers.DossierContent:
    """Return the declared content of a dossier with the facts of a file; other facts remain.

    Raises:
        InputError: If the file has several subjects, or another subject than the case.
    """
    if len(data.subjects) != 1:
        raise InputError.of("file", _message("ONE_SUBJECT", count=len(data.subjects)), "WRONG_VALUE")
    (subject,) = data.subjects
    if subject.subject not in {"", known.subject}:
        message = _message("OTHER_SUBJECT", found=subject.subject[:120], meant=known.subject)
        raise InputError.of("file", message, "OTHER_SUBJECT")
    mapped = {fact.fact_id for fact in subject.content.facts}
    content = dossiers.DossierContent(settings=known.content.settings, evidence=known.content.evidence)
    for fact in known.content.facts:
        if fact.fact_id not in mapped and fact.HasField("value") and not fact.ratings:
            content.facts.add(fact_id=fact.fact_id, value=fact.value, places=fact.places)
    content.facts.extend(subject.content.facts)
    stated = {item.evidence_id for item in content.evidence}
    content.evidence.extend(item for item in subject.content.evidence if item.evidence_id not in stated)
    return content


def step_reason(data: mappings.MappedData, typed: str) -> str:
    """Return the reason of a step: the mapping, its revision and the digest of the file, after the typed reason."""
    sheet = f", {data.sheet}" if data.sheet else ""
    origin = f"{data.mapping} ({data.mapping_revision}){sheet}, SHA-256 {data.file_digest}"
    return f"{typed.strip()} [{origin}]" if typed.strip() else origin


def subject_lines(data: mappings.MappedData) -> bytes:
    """Return the subjects as JSON lines, each a dossier that `batch evaluate` reads."""
    from service.input.dossier.dossier_writer import write_dossier  # noqa: PLC0415 -- not needed to start a server

    lines = []
    for subject in data.subjects:
        request = evaluations.EvaluateSubjectRequest(
            subject=subject.subject,
            scorecard=data.scorecard,
            as_of_date=instants.today("Etc/UTC").isoformat(),
            facts=subject.content.facts,
            evidence=subject.content.evidence,
            validate_only=True,
        )
        read = read_request(request, is_stored=False).subject
        lines.append(orjson.dumps(orjson.loads(write_dossier(read, as_json=True))))
    return b"".join(line + b"\n" for line in lines)
