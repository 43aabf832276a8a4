"""Reader for the facts and evidence in a record: declared or verified values, and reasons for unknown ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from recompute.days import LAST, add_months, day_number
from recompute.intervals import Interval, closed, exactly
from recompute.known import ABSENT, PERHAPS, YES_NO, Choice, Choices, Json, Known, Number, Period, Records, choice_of
from recompute.numbers import convert, read_number, write_number
from recompute.words import GivenError, checking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recompute.card import Card

ASSURANCE = ("none", "limited", "reasonable")
KINDS = ("number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable")
USUAL = {"evidence": [], "locator": {}, "place": {}, "assurance": "none", "ratings": []}
USUAL |= dict.fromkeys(("reason", "record", "field", "uri", "page", "cell", "quote"), "")


@dataclass
class Reading:
    """The facts as read: known values, values visible to the rules, and reasons for unknowns.

    Fields are stored as `list[key].field`.
    """

    known: dict[str, Known] = field(default_factory=dict)
    used: dict[str, Json] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)


def bounds_of(definition: Json) -> Interval:
    """Return the numbers that a definition allows."""
    return closed(read_number(definition[end]) if end in definition else None for end in ("at_least", "at_most"))


def whole_domain(definition: Json) -> Known:
    """Return the full domain of a fact or setting."""
    days = Interval(Fraction(1), Fraction(LAST))
    listed = frozenset(choice["id"] for choice in definition.get("choices", []))
    found: dict[str, Known] = {
        "number": Number(bounds_of(definition)),
        "date": Number(days),
        "period": Period(days, days),
        "flag": choice_of(*YES_NO),
        "choice": Choice(listed),
        "choices": Choices(frozenset(), listed),
        "text": Choice(frozenset(), any_word=True),
        "records": Records(None),
    }
    return found[definition["type"]]


def unknown_value(definition: Json) -> Known:
    """Return all possible values of an unknown fact."""
    return PERHAPS if definition.get("may_not_apply") else whole_domain(definition)


def usual_left_out(part: Json) -> Json:
    """Return a declared part without default values and with sorted evidence."""
    if isinstance(part, list):
        return [usual_left_out(item) for item in part]
    if not isinstance(part, dict):
        return part
    said = {name: usual_left_out(value) for name, value in part.items()}
    if isinstance(said.get("evidence"), list):
        said["evidence"] = sorted(set(said["evidence"]))
    return {name: value for name, value in said.items() if name not in USUAL or value != USUAL[name]}


def key_of(value: Json) -> str:
    """Return the record key from the value of the key field."""
    return str(value.get("text") or value.get("choice") or value.get("number") or value.get("date") or "")


class Reader:
    """Reader for the facts of one record. Without evidence, evidence requirements are not checked."""

    def __init__(self, card: Card, as_of: int, evidence: Mapping[str, Json] | None = None) -> None:
        self._card = card
        self._evidence = evidence
        self._as_of = date.fromordinal(as_of)

    def read(self, facts: Mapping[str, Json], *, verified: bool) -> Reading:
        """Read all facts of the card, as verified or as declared.

        Raises:
            GivenError: a value is none that the card takes.
        """
        found = Reading()
        for definition in self._card.facts:
            with checking(f"record: facts/{definition['id']}"):
                if "issued_for" in definition:
                    self._issued(found, definition, facts, verified=verified)
                else:
                    self._fact(found, definition, facts.get(definition["id"], {}), verified=verified)
        return found

    def _issued(self, found: Reading, definition: Json, facts: Mapping[str, Json], *, verified: bool) -> None:
        """Read the latest issue date of the evidence for another fact."""
        name = definition["id"]
        source = next(one for one in self._card.facts if one["id"] == definition["issued_for"])
        value, reason = self._counting(source, facts.get(source["id"], {}), verified=verified)
        given = {}
        if any(kind in value for kind in KINDS):
            reason = self._fault(source, value) or "evidence_expired"
            days = [item["issue_date"] for item in self._standing(source, value)[-1] if "issue_date" in item]
            given = {"date": max(days), "evidence": value.get("evidence", [])} if days else {}
        found.known[name], used = self.value({**definition, "evidence": []}, given, name, found.unknown, reason)
        found.used |= {} if used is None else {name: used}

    def _fact(self, found: Reading, definition: Json, fact: Json, *, verified: bool) -> None:
        name, asked = definition["id"], definition
        value, reason = self._counting(definition, fact, verified=verified)
        previous = fact.get("previous", {})
        if "value" in previous:
            value, asked = previous["value"], {**definition, "evidence": []}
        elif definition.get("previous") and reason == "not_given":
            reason = f"previous_{previous.get('lacks', 'missing')}"
        found.known[name], used = self.value(asked, value, name, found.unknown, reason)
        found.used |= {} if used is None else {name: used}

    def _counting(self, definition: Json, fact: Json, *, verified: bool) -> tuple[Json, str]:
        """Return the value that counts, and the reason if there is none."""
        value, reason = fact.get("value", {}), "not_given"
        if fact.get("ratings"):
            read = [read_value(definition, rating["value"])[0] for rating in fact["ratings"]]
            alike = all(one == read[0] for one in read)
            value = dict(fact["ratings"][0]["value"]) if alike else {}
            value["evidence"] = [item for one in fact["ratings"] for item in one["value"].get("evidence", [])]
            reason = reason if alike else "ratings_differ"
        verification = fact.get("verification", {}) if verified else {}
        if verification.get("judgement") == "rejected":
            return {}, "rejected"
        if verification.get("judgement") == "corrected":
            corrected = verification["corrected"]
            return {**corrected, "evidence": corrected.get("evidence") or value.get("evidence", [])}, reason
        return value, reason

    def value(
        self, definition: Json, value: Json, name: str, unknown: dict[str, str], reason: str = "not_given"
    ) -> tuple[Known, Json]:
        """Return the known value of a fact or field, and the value visible to the rules (None if unknown).

        The reasons for unknowns are added to `unknown`.
        """
        inside: dict[str, str] = {}
        fault: str | None = reason
        known, used = unknown_value(definition), None
        if any(kind in value for kind in KINDS):
            fault = self._fault(definition, value)
            if definition["type"] == "records" and "not_applicable" not in value:
                found = self._records(definition, value, inside)
            else:
                found = read_value(definition, value)
            known, used = (known, used) if fault else found
        unknown |= {name: fault} if fault else inside
        return known, used

    def _records(self, definition: Json, value: Json, unknown: dict[str, str]) -> tuple[Known, Json]:
        record = self._card.records[definition["record"]]
        fields = {part["id"]: part for part in record["fields"]}
        rows: list[tuple[str, dict[str, Known]]] = []
        used: list[Json] = []
        keyed = [(key_of(row.get(record["key"], {})), row) for row in value["records"]]
        for key, row in sorted(keyed, key=lambda one: one[0]):
            under = f"{definition['id']}[{key}]"
            read = {id: self.value(part, row.get(id, {}), f"{under}.{id}", unknown) for id, part in fields.items()}
            rows.append((key, {name: known for name, (known, _) in read.items()}))
            used.append({name: said for name, (_, said) in read.items() if said is not None})
        return Records(tuple(rows)), _seen(value, {"records": used})

    def _fault(self, definition: Json, value: Json) -> str | None:
        """Return why a value does not count because of its evidence."""
        if not definition.get("evidence") or self._evidence is None:
            return None
        items, of_kind, assured, in_date = self._standing(definition, value)
        left = {"missing": items, "kind": of_kind, "assurance": assured, "expired": in_date}
        return next((f"evidence_{lacking}" for lacking, found in left.items() if not found), None)

    def _standing(self, definition: Json, value: Json) -> tuple[list[Json], ...]:
        """Return the evidence of a value in four steps: found, accepted kind, sufficient assurance, in date."""
        evidence = self._evidence or {}
        items = [evidence[name] for name in value.get("evidence", []) if name in evidence]
        of_kind = [item for item in items if item["kind"] in definition["evidence"]]
        wanted = ASSURANCE.index(definition.get("assurance", "none"))
        assured = [item for item in of_kind if ASSURANCE.index(item.get("assurance", "none")) >= wanted]
        in_date = [item for item in assured if self._is_in_date(item, definition.get("maximum_age_months"))]
        return items, of_kind, assured, in_date

    def _is_in_date(self, item: Json, months: int | None) -> bool:
        ends = ("valid_from", "valid_until", "issue_date")
        days = {name: date.fromordinal(day_number(item[name])) for name in ends if name in item}
        first = max(days.get("valid_from", date.min), days.get("issue_date", date.min))
        if not first <= self._as_of <= days.get("valid_until", date.max):
            return False
        return months is None or ("issue_date" in days and self._as_of <= add_months(days["issue_date"], months))


def _seen(value: Json, said: Json) -> Json:
    return usual_left_out({**said, "evidence": value.get("evidence", [])})


def read_value(definition: Json, value: Json) -> tuple[Known, Json]:
    """Read a value that is not a list. Return the known value and the value visible to the rules.

    Raises:
        GivenError: the value does not have the type of the fact.
    """
    kind, said = definition["type"], value
    known: Known
    if value.get("not_applicable"):
        said, known = {"not_applicable": True}, ABSENT
    elif kind not in value:
        raise GivenError("WRONG_KIND", name=definition["id"], wanted=kind)
    elif kind == "number":
        unit = definition.get("unit", "")
        number = convert(read_number(value["number"]), value.get("unit") or "", unit)
        said = {"number": write_number(number)} | ({"unit": unit} if unit else {})
        known = Number(exactly(number))
    elif kind == "choices":
        said = {"choices": [one["id"] for one in definition["choices"] if one["id"] in value["choices"]]}
        known = Choices(frozenset(value["choices"]), frozenset(value["choices"]))
    elif kind == "date":
        known = Number(exactly(day_number(value["date"])))
    elif kind == "period":
        known = Period(*(exactly(day_number(value["period"][end])) for end in ("first", "last")))
    elif kind == "flag":
        known = choice_of(YES_NO[bool(value["flag"])])
    else:
        known = choice_of(value[kind])
    return known, _seen(value, said)


def in_order(card: Card, definition: Json, value: Json) -> Json:
    """Return a declared value in record order: choices as listed in the card, records by key."""
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
    """Return a declared fact in the form of the record."""
    stated = {name: fact[name] for name in ("value", "ratings", "verification", "previous") if name in fact}
    said = {**usual_left_out(stated), **({"previous": stated["previous"]} if "previous" in stated else {})}
    rated = said.get("ratings", [])
    for part in (said, *rated, said.get("verification", {})):
        part |= {name: in_order(card, definition, part[name]) for name in ("value", "corrected") if name in part}
    return {**said, "ratings": sorted(rated, key=lambda one: str(one["person"]))} if rated else said
