"""How do facts and evidence become protobuf messages, and messages facts and evidence?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rules.contracts.errors import Violation
from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    EvidencePlace,
    Judgement,
    Locator,
    PeriodText,
    PreviousValue,
    Rating,
    Verification,
)
from rules.contracts.messages import speaker
from touchstone.v1 import fact_pb2, types_pb2

_say = speaker(__name__)

Report = Callable[[Violation], None]

_ASSURANCE = {
    Assurance.NONE: fact_pb2.ASSURANCE_UNSPECIFIED,
    Assurance.LIMITED: fact_pb2.ASSURANCE_LIMITED,
    Assurance.REASONABLE: fact_pb2.ASSURANCE_REASONABLE,
}
_ASSURANCE_READ = {number: assurance for assurance, number in _ASSURANCE.items()}
_JUDGEMENT = {
    Judgement.ACCEPTED: fact_pb2.Verification.JUDGEMENT_ACCEPTED,
    Judgement.CORRECTED: fact_pb2.Verification.JUDGEMENT_CORRECTED,
    Judgement.REJECTED: fact_pb2.Verification.JUDGEMENT_REJECTED,
}
_JUDGEMENT_READ = {number: judgement for judgement, number in _JUDGEMENT.items()}


def read_value(message: types_pb2.Value, path: str, report: Report) -> DeclaredValue:
    """Read a value as it was sent; whether it fits the fact is for the core to say."""
    kind = message.WhichOneof("kind")
    given = {} if kind is None else {kind: _READ[kind](message, path, report)}
    if message.unit:
        given["unit"] = message.unit
    if message.evidence_ids:
        given["evidence"] = tuple(message.evidence_ids)
    return DeclaredValue.trusted(given)


def _read_records(message: types_pb2.Value, path: str, report: Report) -> tuple[dict[str, DeclaredValue], ...]:
    base = path.removesuffix(".value")
    return tuple(
        {id: read_value(value, f"{base}.records[{index}].{id}", report) for id, value in record.fields.items()}
        for index, record in enumerate(message.records.values)
    )


def _read_not_applicable(message: types_pb2.Value, path: str, report: Report) -> bool:
    if not message.not_applicable:
        report(Violation(f"{path}.not_applicable", _say("NOT_APPLICABLE_FALSE"), "WRONG_VALUE"))
    return True


_READ: dict[str, Callable[[types_pb2.Value, str, Report], Any]] = {
    "number": lambda message, _path, _report: message.number,
    "choice": lambda message, _path, _report: message.choice,
    "flag": lambda message, _path, _report: message.flag,
    "date": lambda message, _path, _report: message.date,
    "period": lambda message, _path, _report: PeriodText.trusted(
        {"first": message.period.first_date, "last": message.period.last_date}
    ),
    "text": lambda message, _path, _report: message.text,
    "choices": lambda message, _path, _report: tuple(message.choices.values),
    "records": _read_records,
    "not_applicable": _read_not_applicable,
}
"""What stands in a value of each kind."""


def write_value(value: DeclaredValue) -> types_pb2.Value:
    """Write a value; one without kind stays one."""
    message = types_pb2.Value(
        number=value.number,
        choice=value.choice,
        flag=value.flag,
        date=value.date,
        text=value.text,
        not_applicable=value.not_applicable,
        unit=value.unit,
        evidence_ids=value.evidence,
    )
    if value.period is not None:
        message.period.first_date = value.period.first
        message.period.last_date = value.period.last
    if value.choices is not None:
        message.choices.CopyFrom(types_pb2.ChoiceList(values=value.choices))
    if value.records is not None:
        message.records.SetInParent()
        for record in value.records:
            fields = message.records.values.add().fields
            for id, field in record.items():
                fields[id].CopyFrom(write_value(field))
    return message


def read_fact(message: fact_pb2.Fact, path: str, report: Report) -> DeclaredFact:
    """Read one fact as declared or rated, with its verification."""
    value = read_value(message.value, f"{path}.value", report) if message.HasField("value") else None
    verification = None
    if message.HasField("verification"):
        verification = _read_verification(message.verification, f"{path}.verification", report)
    ratings = tuple(read_rating(one, f"{path}.ratings[{one.person[:60]}]", report) for one in message.ratings)
    if message.HasField("previous"):
        report(Violation(f"{path}.previous", _say("PREVIOUS_IS_FOUND"), "NOT_WANTED"))
    given: dict[str, Any] = {"id": message.fact_id, "value": value, "ratings": ratings, "verification": verification}
    if message.places:
        given["places"] = tuple(map(_read_place, message.places))
    return DeclaredFact.trusted(given)


def read_rating(message: fact_pb2.Rating, path: str, report: Report) -> Rating:
    """Read what one assessor reads a fact to be."""
    return Rating.trusted(
        {
            "person": message.person,
            "value": read_value(message.value, f"{path}.value", report),
            "rationale": message.rationale,
            "place": _read_locator(message.place),
        }
    )


def _read_place(message: fact_pb2.EvidencePlace) -> EvidencePlace:
    return EvidencePlace.trusted(
        {
            "evidence": message.evidence_id,
            "record": message.record_key,
            "field": message.field_id,
            "place": _read_locator(message.place),
        }
    )


def _read_locator(message: fact_pb2.Locator) -> Locator:
    return Locator.trusted({"uri": message.uri, "page": message.page, "cell": message.cell, "quote": message.quote})


def _write_locator(locator: Locator) -> fact_pb2.Locator | None:
    if locator == Locator():
        return None
    return fact_pb2.Locator(uri=locator.uri, page=locator.page, cell=locator.cell, quote=locator.quote)


def write_fact(fact: DeclaredFact) -> fact_pb2.Fact:
    """Write one fact as declared or rated, with its verification."""
    message = fact_pb2.Fact(fact_id=fact.id)
    for rating in fact.ratings:
        message.ratings.add(
            person=rating.person,
            value=write_value(rating.value),
            rationale=rating.rationale,
            place=_write_locator(rating.place),
        )
    if fact.value is not None:
        message.value.CopyFrom(write_value(fact.value))
    if fact.verification is not None:
        verification = fact.verification
        message.verification.judgement = _JUDGEMENT[verification.judgement]
        message.verification.method = verification.method
        message.verification.reason = verification.reason
        message.verification.person = verification.person
        message.verification.date = verification.date
        if verification.corrected is not None:
            message.verification.corrected_value.CopyFrom(write_value(verification.corrected))
    for one in fact.places:
        message.places.add(
            evidence_id=one.evidence, record_key=one.record, field_id=one.field, place=_write_locator(one.place)
        )
    if fact.previous is not None:
        message.previous.CopyFrom(_write_previous(fact.previous))
    return message


def _write_previous(previous: PreviousValue) -> fact_pb2.PreviousValue:
    return fact_pb2.PreviousValue(
        evaluation=previous.evaluation,
        record_digest=previous.record_digest,
        scorecard_version=previous.scorecard_version,
        as_of_date=previous.as_of_date,
        candidate_count=previous.candidates,
        value=None if previous.value is None else write_value(previous.value),
        lack=None if previous.lacks is None else f"LACK_{previous.lacks.name}",
    )


def _read_verification(message: fact_pb2.Verification, path: str, report: Report) -> Verification | None:
    judgement = _JUDGEMENT_READ.get(message.judgement)
    if judgement is None:
        allowed = tuple(fact_pb2.Verification.Judgement.Name(number) for number in _JUDGEMENT_READ)
        report(Violation(f"{path}.judgement", _say("ONE_REQUIRED", known=allowed), "REQUIRED"))
        return None
    has_corrected = message.HasField("corrected_value")
    corrected = read_value(message.corrected_value, f"{path}.corrected_value", report) if has_corrected else None
    return Verification.trusted(
        {
            "judgement": judgement,
            "corrected": corrected,
            "method": message.method,
            "reason": message.reason,
            "person": message.person,
            "date": message.date,
        }
    )


def read_evidence(message: fact_pb2.EvidenceItem, path: str, report: Report) -> EvidenceItem:
    """Read one evidence item."""
    assurance = _ASSURANCE_READ.get(message.assurance)
    if assurance is None:
        allowed = tuple(fact_pb2.Assurance.Name(number) for number in _ASSURANCE_READ)
        said = _say("NOT_ONE_OF", found=message.assurance, known=allowed)
        report(Violation(f"{path}.assurance", said, "WRONG_VALUE"))
        assurance = Assurance.NONE
    if not message.issuer:
        report(Violation(f"{path}.issuer", _say("ISSUER_REQUIRED"), "REQUIRED"))
    return EvidenceItem.trusted(
        {
            "id": message.evidence_id,
            "kind": message.kind,
            "issuer": message.issuer,
            "digest": message.content_digest,
            "issue_date": message.issue_date or None,
            "valid_from": message.validity.first_date or None,
            "valid_until": message.validity.last_date or None,
            "locator": _read_locator(message.locator),
            "assurance": assurance,
        }
    )


def write_evidence(item: EvidenceItem) -> fact_pb2.EvidenceItem:
    """Write one evidence item."""
    message = fact_pb2.EvidenceItem(
        evidence_id=item.id,
        kind=item.kind,
        issuer=item.issuer,
        issue_date=item.issue_date or "",
        content_digest=item.digest,
        assurance=_ASSURANCE[item.assurance],
        locator=_write_locator(item.locator),
    )
    if item.valid_from or item.valid_until:
        message.validity.first_date = item.valid_from or ""
        message.validity.last_date = item.valid_until or ""
    return message
