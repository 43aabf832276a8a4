"""Dossier serializer: subjects as YAML or JSON, and values on one line."""

from __future__ import annotations

import json
import re

import yaml

from rules.contracts import (
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    EvidencePlace,
    Locator,
    PeriodText,
    Rating,
    Subject,
    Verification,
    escape_unprintable,
)

_PLAIN_TEXT_PATTERN = re.compile(r"[^\W_][\w ./%-]*(?<! )\Z")
_NULL_WORDS = frozenset(("null", "~"))


def write_value(value: DeclaredValue) -> str:
    """Return a value on one line without evidence, empty if there is none."""
    if value.not_applicable:
        return "{not_applicable: yes}"
    if value.number is not None:
        return value.number if value.unit is None else f"{value.number} {value.unit}"
    if value.flag is not None:
        return "yes" if value.flag else "no"
    if value.choices is not None:
        return f"[{', '.join(map(_quote_if_needed, value.choices))}]"
    if value.period is not None:
        return f"{{first: {value.period.first}, last: {value.period.last}}}"
    if value.records is not None:
        return f"[{', '.join(_record(record) for record in value.records)}]"
    texts = (value.choice, value.date, value.text)
    return next((_quote_if_needed(text) for text in texts if text is not None), "")


def comment(text: str) -> str:
    """Return a one-line YAML comment."""
    return f"# {' '.join(escape_unprintable(text).split())}"


def _record(record: dict[str, DeclaredValue]) -> str:
    written = ((name, write_value(value)) for name, value in record.items())
    return "{" + ", ".join(f"{name}: {text}" for name, text in written if text) + "}"


def _quote_if_needed(text: str) -> str:
    if _PLAIN_TEXT_PATTERN.match(text) and text.lower() not in _NULL_WORDS:
        return text
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=len(text) * 8 + 80).strip()


Document = str | list["Document"] | dict[str, "Document"]
_LINE_WIDTH = 110


def write_dossier(subject: Subject, *, as_json: bool = False) -> str:
    """Return a subject as a dossier, without evaluation dates."""
    document: dict[str, Document] = {"subject": subject.subject}
    if subject.settings:
        document["settings"] = dict(subject.settings)
    document["facts"] = {fact.id: _fact(fact) for fact in subject.facts}
    if subject.evidence:
        document["evidence"] = {item.id: _evidence(item) for item in subject.evidence}
    if as_json:
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=_LINE_WIDTH)


def _fact(fact: DeclaredFact) -> dict[str, Document]:
    written = {} if fact.value is None else value_document(fact.value, fact.places)
    if fact_locations := _locations_by_evidence(fact.places):
        written["places"] = fact_locations
    if fact.ratings:
        written["ratings"] = [_write_rating(rating) for rating in fact.ratings]
    if fact.verification is not None:
        written["verification"] = _write_verification(fact.verification)
    return written


def _write_verification(verification: Verification) -> dict[str, Document]:
    corrected = {} if verification.corrected is None else value_document(verification.corrected)
    person, date = verification.person, verification.date
    texts = _non_empty_texts(method=verification.method, reason=verification.reason, person=person, date=date)
    return {"judgement": verification.judgement.value, **corrected, **texts}


def _write_rating(rating: Rating) -> dict[str, Document]:
    locator = _locator(rating.place)
    return {
        "person": rating.person,
        **value_document(rating.value),
        **_non_empty_texts(rationale=rating.rationale),
        **({"place": locator} if locator else {}),
    }


def _locations_by_evidence(places: tuple[EvidencePlace, ...], record: str = "", field: str = "") -> dict[str, Document]:
    return {entry.evidence: _locator(entry.place) for entry in places if (entry.record, entry.field) == (record, field)}


def value_document(value: DeclaredValue, places: tuple[EvidencePlace, ...] = ()) -> dict[str, Document]:
    """Return a value with its unit and evidence, as an entry of a dossier."""
    written: dict[str, Document] = {}
    if value.not_applicable:
        written["not_applicable"] = "yes"
    elif (plain := _plain_document(value, places)) is not None:
        written["value"] = plain
    if value.unit is not None:
        written["unit"] = value.unit
    if value.evidence:
        written["evidence"] = list(value.evidence)
    return written


def _record_in_full(record: dict[str, DeclaredValue], places: tuple[EvidencePlace, ...]) -> dict[str, Document]:
    keys = {entry.record for entry in places if entry.record} & {part.key_text for part in record.values()}
    written: dict[str, Document] = {}
    for id, part in record.items():
        key_places = {
            name: locator for key in keys for name, locator in _locations_by_evidence(places, key, id).items()
        }
        written[id] = {**value_document(part), **({"places": key_places} if key_places else {})}
    return written


def _plain_document(value: DeclaredValue, places: tuple[EvidencePlace, ...]) -> Document | None:
    match value:
        case DeclaredValue(flag=bool() as flag):
            return "yes" if flag else "no"
        case DeclaredValue(choices=tuple() as ids):
            return list(ids)
        case DeclaredValue(period=PeriodText() as period):
            return {"first": period.first, "last": period.last}
        case DeclaredValue(records=tuple() as records):
            return [_record_in_full(record, places) for record in records]
    return next((text for text in (value.number, value.choice, value.date, value.text) if text is not None), None)


def _evidence(item: EvidenceItem) -> dict[str, Document]:
    locator = _locator(item.locator)
    return {
        **_non_empty_texts(
            kind=item.kind,
            issuer=item.issuer,
            digest=item.digest,
            issue_date=item.issue_date,
            valid_from=item.valid_from,
            valid_until=item.valid_until,
        ),
        "assurance": item.assurance.value,
        **({"locator": locator} if locator else {}),
    }


def _locator(locator: Locator) -> dict[str, Document]:
    return _non_empty_texts(uri=locator.uri, page=locator.page, cell=locator.cell, quote=locator.quote)


def _non_empty_texts(**texts: str | None) -> dict[str, Document]:
    return {key: text for key, text in texts.items() if text}
