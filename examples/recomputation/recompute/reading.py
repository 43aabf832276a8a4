"""What do the declared facts and evidence of a record say under a card?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from recompute.days import LAST, add_months, day_number
from recompute.intervals import exactly, interval
from recompute.known import ABSENT, PERHAPS, YES_NO, Choice, Choices, Json, Known, Number, Period, Records, choice_of
from recompute.numbers import convert, read_number, write_number
from recompute.words import GivenError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recompute.card import Card

ASSURANCE = ("none", "limited", "reasonable")
KINDS = ("number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable")
USUAL = {"evidence": [], "locator": {}, "place": {}, "reason": "", "assurance": "none", "ratings": []}
_PLACE = ("uri", "page", "cell", "quote")


@dataclass
class Reading:
    """What is known of each fact, what the rules see of it, and why it is unknown; of fields as `list[key].field`."""

    known: dict[str, Known] = field(default_factory=dict)
    used: dict[str, Json] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)


def numeric(definition: Json, name: str) -> Fraction | None:
    """Give a bound of a definition."""
    return Fraction(definition[name]) if name in definition else None


def whole_domain(definition: Json) -> Known:
    """Give all that the domain of a fact allows."""
    kind, days = definition["type"], interval(Fraction(1), Fraction(LAST))
    listed = frozenset(choice["id"] for choice in definition.get("choices", []))
    if kind == "number":
        return Number(interval(numeric(definition, "at_least"), numeric(definition, "at_most")))
    found: dict[str, Known] = {
        "date": Number(days),
        "period": Period(days, days),
        "flag": choice_of(*YES_NO),
        "choice": Choice(listed),
        "choices": Choices(frozenset(), listed),
        "text": Choice(frozenset(), any_word=True),
        "records": Records(None),
    }
    return found[kind]


def unknown_value(definition: Json) -> Known:
    """Give all that an unknown fact can be."""
    return PERHAPS if definition.get("may_not_apply") else whole_domain(definition)


def usual_left_out(part: Json) -> Json:
    """Write a declared part without what is usual, evidence sorted."""
    if isinstance(part, list):
        return [usual_left_out(item) for item in part]
    if not isinstance(part, dict):
        return part
    said = {name: usual_left_out(value) for name, value in part.items()}
    if "evidence" in said:
        said["evidence"] = sorted(set(said["evidence"]))
    return {name: value for name, value in said.items() if name not in USUAL or value != USUAL[name]}


def usual_place(item: Json) -> Json:
    """Write a locator without its empty parts."""
    return {name: text for name, text in item.items() if name not in _PLACE or text}


def key_of(value: Json) -> str:
    """Give the key that a value of the key field is."""
    return str(value.get("text") or value.get("choice") or value.get("number") or value.get("date") or "")


class Reader:
    """Reads the facts of one record."""

    def __init__(self, card: Card, evidence: Mapping[str, Json], as_of: int) -> None:
        """Take the items of evidence by their ids."""
        self._card = card
        self._evidence = evidence
        self._as_of = date.fromordinal(as_of)

    def read(self, facts: Mapping[str, Json], *, verified: bool) -> Reading:
        """Read all facts of the card, as verified or as declared.

        Raises:
            GivenError: a value is none that the card takes.
        """
        reading = Reading()
        for definition in self._card.facts:
            name = definition["id"]
            previous = facts.get(name, {}).get("previous", {})
            value, reason = self._counting(definition, facts.get(name, {}), verified=verified)
            if "value" in previous:
                value = previous["value"]
            elif definition.get("previous") and reason == "not_given":
                reason = f"previous_{previous.get('lacks', 'missing')}"
            if value is None or not any(kind in value for kind in KINDS):
                reading.unknown[name] = reason
            elif definition["type"] == "records" and "not_applicable" not in value:
                self._read_list(reading, definition, value)
            else:
                known, used = read_value(definition, value)
                fault = None if "value" in previous else self._fault(definition, value)
                if fault:
                    reading.unknown[name] = fault
                else:
                    reading.known[name], reading.used[name] = known, used
            reading.known.setdefault(name, unknown_value(definition))
        return reading

    def _counting(self, definition: Json, fact: Json, *, verified: bool) -> tuple[Json | None, str]:
        """Give the value that counts, and why there is none."""
        value, reason = fact.get("value"), "not_given"
        if fact.get("ratings"):
            read = [read_value(definition, rating["value"])[0] for rating in fact["ratings"]]
            alike = all(one == read[0] for one in read)
            value = dict(fact["ratings"][0]["value"]) if alike else {}
            value["evidence"] = sorted({item for one in fact["ratings"] for item in one["value"].get("evidence", [])})
            reason = reason if alike else "ratings_differ"
        verification = fact.get("verification") if verified else None
        if verification is not None and verification["judgement"] == "rejected":
            return None, "rejected"
        if verification is not None and verification["judgement"] == "corrected":
            corrected = dict(verification["corrected"])
            if not corrected.get("evidence") and value is not None:
                corrected["evidence"] = value.get("evidence", [])
            return corrected, reason
        return value, reason

    def _read_list(self, reading: Reading, definition: Json, value: Json) -> None:
        name, record = definition["id"], self._card.records[definition["record"]]
        found: list[tuple[str, dict[str, Known], Json]] = []
        unknown: dict[str, str] = {}
        for row in value["records"]:
            key = key_of(row.get(record["key"], {}))
            fields: dict[str, Known] = {}
            used: dict[str, Json] = {}
            for part in record["fields"]:
                given = row.get(part["id"], {})
                fault: str | None = "not_given"
                if any(kind in given for kind in KINDS):
                    fields[part["id"]], used[part["id"]] = read_value(part, given)
                    fault = self._fault(part, given)
                if fault:
                    fields[part["id"]] = unknown_value(part)
                    used.pop(part["id"], None)
                    unknown[f"{name}[{key}].{part['id']}"] = fault
            found.append((key, fields, used))
        fault = self._fault(definition, value)
        if fault:
            reading.unknown[name] = fault
            return
        found.sort(key=lambda one: one[0])
        reading.unknown |= unknown
        reading.known[name] = Records(tuple((key, fields) for key, fields, _ in found))
        reading.used[name] = usual_left_out({"records": [one[2] for one in found], "evidence": _evidence(value)})

    def _fault(self, definition: Json, value: Json) -> str | None:
        """Say why a value does not count for want of evidence."""
        if not definition.get("evidence"):
            return None
        items = [self._evidence[name] for name in value.get("evidence", []) if name in self._evidence]
        of_kind = [item for item in items if item["kind"] in definition["evidence"]]
        wanted = ASSURANCE.index(definition.get("assurance", "none"))
        assured = [item for item in of_kind if ASSURANCE.index(item.get("assurance", "none")) >= wanted]
        if not items:
            return "evidence_missing"
        if not of_kind:
            return "evidence_kind"
        if not assured:
            return "evidence_assurance"
        in_date = any(self._is_in_date(item, definition.get("maximum_age_months")) for item in assured)
        return None if in_date else "evidence_expired"

    def _is_in_date(self, item: Json, months: int | None) -> bool:
        days = {
            name: date.fromisoformat(item[name]) for name in ("valid_from", "valid_until", "issue_date") if name in item
        }
        if self._as_of < max(days.get("valid_from", date.min), days.get("issue_date", date.min)):
            return False
        if self._as_of > days.get("valid_until", date.max):
            return False
        return months is None or ("issue_date" in days and self._as_of <= add_months(days["issue_date"], months))


def _evidence(value: Json) -> list[str]:
    return sorted(set(value.get("evidence", [])))


def read_value(definition: Json, value: Json) -> tuple[Known, Json]:
    """Read a value that is no list; give what is known, and what the rules see.

    Raises:
        GivenError: it is none of the type of the fact.
    """
    kind, evidence = definition["type"], _evidence(value)
    seen: Json = dict(value)
    known: Known
    if value.get("not_applicable"):
        seen, known = {"not_applicable": True}, ABSENT
    elif kind not in value:
        raise GivenError("WRONG_KIND", name=definition["id"], wanted=kind)
    elif kind == "number":
        number = convert(read_number(value["number"]), value.get("unit") or "", definition.get("unit", ""))
        seen = {"number": write_number(number)} | ({"unit": definition["unit"]} if definition.get("unit") else {})
        known = Number(exactly(number))
    elif kind == "choices":
        order = [choice["id"] for choice in definition["choices"]]
        seen = {"choices": [one for one in order if one in value["choices"]]}
        known = Choices(frozenset(value["choices"]), frozenset(value["choices"]))
    elif kind == "date":
        known = Number(exactly(day_number(value["date"])))
    elif kind == "period":
        known = Period(*(exactly(day_number(value["period"][end])) for end in ("first", "last")))
    elif kind == "flag":
        known = choice_of(YES_NO[bool(value["flag"])])
    else:
        known = choice_of(value[kind])
    return known, usual_left_out({**seen, "evidence": evidence})


def in_order(card: Card, definition: Json, value: Json) -> Json:
    """Write a declared value as it stands in the record: choices as the card lists them, records by key."""
    said = usual_left_out(value)
    if "choices" in said:
        order = [choice["id"] for choice in definition["choices"]]
        said["choices"] = sorted(said["choices"], key=order.index)
    if "records" in said:
        record = card.records[definition["record"]]
        parts = {part["id"]: part for part in record["fields"]}
        rows = [{name: in_order(card, parts[name], part) for name, part in row.items()} for row in said["records"]]
        said["records"] = sorted(rows, key=lambda row: key_of(row[record["key"]]))
    return said


def declared_in_order(card: Card, definition: Json, fact: Json) -> Json:
    """Write a declared fact as it stands in the record."""
    said: Json = {}
    if "value" in fact:
        said["value"] = in_order(card, definition, fact["value"])
    if fact.get("ratings"):
        rated = [usual_left_out({**one, "value": in_order(card, definition, one["value"])}) for one in fact["ratings"]]
        said["ratings"] = sorted(rated, key=lambda one: str(one["person"]))
    if "verification" in fact:
        said["verification"] = usual_left_out(dict(fact["verification"]))
        if "corrected" in said["verification"]:
            said["verification"]["corrected"] = in_order(card, definition, fact["verification"]["corrected"])
    if "previous" in fact:
        said["previous"] = fact["previous"]
    return said
