"""Dossier serializer: a subject as YAML or JSON, and single values on one line, for a round trip."""

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
_EMPTY = frozenset(("null", "~"))


def write_value(value: DeclaredValue) -> str:
    """Write a value on one line, as `service/input/dossier/values.py` reads it again; nothing if there is none.

    Evidence is left out, as is what a record says of its own.
    """
    if value.not_applicable:
        return "{not_applicable: yes}"
    if value.number is not None:
        return value.number if value.unit is None else f"{value.number} {value.unit}"
    if value.flag is not None:
        return "yes" if value.flag else "no"
    if value.choices is not None:
        return f"[{', '.join(map(_quoted, value.choices))}]"
    if value.period is not None:
        return f"{{first: {value.period.first}, last: {value.period.last}}}"
    if value.records is not None:
        return f"[{', '.join(_record(record) for record in value.records)}]"
    texts = (value.choice, value.date, value.text)
    return next((_quoted(text) for text in texts if text is not None), "")


def comment(text: str) -> str:
    """Write a comment; no line break in the text ends it."""
    return f"# {' '.join(escape_unprintable(text).split())}"


def _record(record: dict[str, DeclaredValue]) -> str:
    written = ((name, write_value(value)) for name, value in record.items())
    return "{" + ", ".join(f"{name}: {text}" for name, text in written if text) + "}"


def _quoted(text: str) -> str:
    """Put quotes around a text that would read as something else without them."""
    if _PLAIN_TEXT_PATTERN.match(text) and text.lower() not in _EMPTY:
        return text
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=len(text) * 8 + 80).strip()


Document = str | list["Document"] | dict[str, "Document"]
_WIDTH = 110


def write_dossier(subject: Subject, *, as_json: bool = False) -> str:
    """Write a subject as the YAML or JSON of a dossier; its dates of evaluation are no part of it."""
    document: dict[str, Document] = {"subject": subject.subject}
    if subject.settings:
        document["settings"] = dict(subject.settings)
    document["facts"] = {fact.id: _fact(fact) for fact in subject.facts}
    if subject.evidence:
        document["evidence"] = {item.id: _evidence(item) for item in subject.evidence}
    if as_json:
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _fact(fact: DeclaredFact) -> dict[str, Document]:
    written = {} if fact.value is None else _value(fact.value, fact.places)
    if whole := _places(fact.places):
        written["places"] = whole
    if fact.ratings:
        written["ratings"] = [write_rating(rating) for rating in fact.ratings]
    if fact.verification is not None:
        written["verification"] = write_verification(fact.verification)
    return written


def write_verification(verification: Verification) -> dict[str, Document]:
    """Write what an assessor made of a value."""
    corrected = {} if verification.corrected is None else _value(verification.corrected)
    person, date = verification.person, verification.date
    texts = _texts(method=verification.method, reason=verification.reason, person=person, date=date)
    return {"judgement": verification.judgement.value, **corrected, **texts}


def write_rating(rating: Rating) -> dict[str, Document]:
    """Write what one assessor reads a fact to be."""
    place = _locator(rating.place)
    return {
        "person": rating.person,
        **_value(rating.value),
        **_texts(rationale=rating.rationale),
        **({"place": place} if place else {}),
    }


def _places(places: tuple[EvidencePlace, ...], record: str = "", field: str = "") -> dict[str, Document]:
    """Write the places of a fact itself, or of a field of one of its records, by evidence."""
    return {place.evidence: _locator(place.place) for place in places if (place.record, place.field) == (record, field)}


def _value(value: DeclaredValue, places: tuple[EvidencePlace, ...] = ()) -> dict[str, Document]:
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
    keys = {place.record for place in places if place.record} & {part.key_text for part in record.values()}
    written: dict[str, Document] = {}
    for id, part in record.items():
        key_places = {name: at for key in keys for name, at in _places(places, key, id).items()}
        written[id] = {**_value(part), **({"places": key_places} if key_places else {})}
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
        **_texts(
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
    return _texts(uri=locator.uri, page=locator.page, cell=locator.cell, quote=locator.quote)


def _texts(**texts: str | None) -> dict[str, Document]:
    return {key: text for key, text in texts.items() if text}
