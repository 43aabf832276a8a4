"""Subject of an inventory question, and its names in the workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from rules.contracts import (
    DateError,
    DeclaredFact,
    DeclaredValue,
    EvidencePlace,
    NumberError,
    Subject,
    Verification,
    convert,
    format_exact,
    parse_date,
    parse_decimal_or_ratio,
)
from rules.model import FactDefinition, FactType, Scorecard
from service.input.workbook.vocabulary import record_of
from service.schemes.inventory.workbook_form import (
    FactSource,
    InventoryForm,
    InventoryQuestion,
    definition_of,
    field_of,
)

_PATH = re.compile(r"facts\[([^\]]*)\]")
_FIELD = re.compile(r"(records\[[^\]]*\]\.)(\w+)")
_ADDRESS = re.compile(r"([^\[]+)\[(.*)\](?:\.([^.\]]+))?\Z", re.DOTALL)


def subject_for_question(question: InventoryQuestion, form: InventoryForm, read: Subject) -> Subject:
    """Return the subject of a question: its own facts, and inventory facts of its scorecard."""
    card, stated = form.cards[question.card], {fact.id: fact for fact in read.facts}
    facts = [_question_fact(definition_of(card, id), value) for id, value in question.facts.items()]
    for id, source in form.facts[question.card].items():
        if source.name in stated and id not in question.facts:
            mapped_fact = _FactMapper(form, question.card, id, source).fact(stated[source.name])
            facts += [] if mapped_fact is None else [mapped_fact]
    named = {name for fact in facts for name in _evidence_of(fact)}
    return Subject(
        subject=read.subject,
        as_of=read.as_of,
        known=read.known,
        settings=form.settings_of(question.card, read.settings),
        facts=tuple(facts),
        evidence=tuple(item for item in read.evidence if item.id in named),
    )


def path_in_form(path: str, card: str, form: InventoryForm) -> str:
    """Return the workbook path of a scorecard field such as `facts[instruments].records[A].serial`."""
    prefix = _PATH.match(path)
    if prefix is None or prefix[1] not in form.facts[card]:
        return path
    name, rest = form.facts[card][prefix[1]].name, path[prefix.end() :]
    fields = form.fields.get((card, prefix[1]), {})
    rest = _FIELD.sub(lambda match: match[1] + (fields[match[2]].name if match[2] in fields else match[2]), rest)
    return f"facts[{name}]{rest}"


def name_in_form(address: str, card: str, form: InventoryForm) -> tuple[str, str, str]:
    """Return the workbook fact, record key and field for an address such as `instruments[A].serial`."""
    match = _ADDRESS.match(address)
    fact, key, inner = (match[1], match[2], match[3] or "") if match else (address, "", "")
    source = form.facts[card].get(fact)
    if source is None:
        return fact, key, inner
    fields = form.fields.get((card, fact), {})
    return source.name, key, fields[inner].name if inner in fields else inner


class _FactMapper:
    def __init__(self, form: InventoryForm, card: str, fact: str, source: FactSource) -> None:
        self._form, self._source, self._id = form, source, fact
        self._card: Scorecard = form.cards[card]
        self._target_definition = definition_of(self._card, fact)
        self._form_definition = definition_of(form.scorecard, source.name)
        self._fields = form.fields.get((card, fact), {})

    def fact(self, fact: DeclaredFact) -> DeclaredFact | None:
        value, verification = self._value(fact.value), fact.verification
        if value is None:
            return None
        if verification is not None:
            corrected = self._value(verification.corrected)
            if corrected is None and verification.corrected is not None:
                return None
            verification = Verification(**{**dict(verification), "corrected": corrected})
        places = tuple(mapped for place in fact.places if (mapped := self._place(place)) is not None)
        return DeclaredFact(id=self._id, value=value, verification=verification, places=places)

    def _value(self, value: DeclaredValue | None) -> DeclaredValue | None:
        if value is None or value.not_applicable:
            return value
        if value.records is not None and not self._source.way:
            return value.model_copy(update={"records": tuple(map(self._record, value.records))})
        return _convert_value(value, self._source.way, self._form_definition, self._target_definition)

    def _record(self, record: Mapping[str, DeclaredValue]) -> dict[str, DeclaredValue]:
        target_type, source_type = (
            record_of(self._card, self._target_definition),
            record_of(self._form.scorecard, self._form_definition),
        )
        values: dict[str, DeclaredValue] = {}
        for id, source in self._fields.items():
            if source.name in record:
                of, to = field_of(source_type, source.name), field_of(target_type, id)
                value = _convert_value(record[source.name], source.way, of, to)
                values |= {} if value is None else {id: value}
        return values

    def _place(self, place: EvidencePlace) -> EvidencePlace | None:
        if self._source.way or not place.field:
            return None if self._source.way else place
        field = next((id for id, source in self._fields.items() if source.name == place.field), None)
        return None if field is None else place.model_copy(update={"field": field})


def _convert_value(
    value: DeclaredValue, conversion: str, source: FactDefinition, target: FactDefinition
) -> DeclaredValue | None:
    if value.not_applicable:
        return value
    if conversion:
        name, _, argument = conversion.partition(" ")
        return WAYS[name](value, argument, target)
    if value.number is not None and not (source.unit and target.unit) and source.unit != target.unit:
        return value.model_copy(update={"unit": target.unit or None})
    return value


def _last_year(value: DeclaredValue, _argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    try:
        year = parse_date(value.period.last).year if value.period else None
    except DateError:
        return None  # the scorecard that reads the period itself refuses it at its cell
    return None if year is None else DeclaredValue(number=str(year), evidence=value.evidence)


def _first_day(value: DeclaredValue, _argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    return None if value.period is None else DeclaredValue(date=value.period.first, evidence=value.evidence)


def _is_choice(value: DeclaredValue, argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    return None if value.choice is None else DeclaredValue(flag=value.choice == argument, evidence=value.evidence)


def _last_day(value: DeclaredValue, _argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    return None if value.period is None else DeclaredValue(date=value.period.last, evidence=value.evidence)


def _sum(value: DeclaredValue, argument: str, wanted: FactDefinition) -> DeclaredValue | None:
    amounts = _field_values(value, argument)
    if amounts is None:
        return None
    total = Fraction(0)
    for amount in amounts:
        if amount.number is None:
            return None
        try:
            total += convert(parse_decimal_or_ratio(amount.number), amount.unit or "", wanted.unit)
        except (NumberError, ValueError):
            return None  # the scorecard that reads the list itself refuses it at its cell
    return DeclaredValue(number=format_exact(total), unit=wanted.unit or None, evidence=value.evidence)


def _each_is_yes(value: DeclaredValue, argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    return _all_flags_equal(value, argument, expected=True)


def _none_is_yes(value: DeclaredValue, argument: str, _target_definition: FactDefinition) -> DeclaredValue | None:
    return _all_flags_equal(value, argument, expected=False)


def _all_flags_equal(value: DeclaredValue, argument: str, *, expected: bool) -> DeclaredValue | None:
    """Return whether all flags are `expected`; None without records, or if blanks could decide."""
    flags = {amount.flag for amount in _field_values(value, argument) or ()}
    if not flags or (None in flags and (not expected) not in flags):
        return None
    return DeclaredValue(flag=flags == {expected}, evidence=value.evidence)


def _field_values(value: DeclaredValue, argument: str) -> list[DeclaredValue] | None:
    """Return a field of all records, or of those matching "FIELD where CHOICE VALUE".

    Blank fields have no value. None if a record lacks the choice.
    """
    field, _, condition = argument.partition(" where ")
    choice, _, required_choice = condition.partition(" ")
    records = value.records or ()
    if condition:
        if any(choice not in record for record in records):
            return None
        records = tuple(record for record in records if record[choice].choice == required_choice)
    return [record.get(field, DeclaredValue()) for record in records]


Way = Callable[[DeclaredValue, str, FactDefinition], DeclaredValue | None]
WAYS: Mapping[str, Way] = {
    "last_year": _last_year,
    "first_day": _first_day,
    "last_day": _last_day,
    "is": _is_choice,
    "sum": _sum,
    "each": _each_is_yes,
    "none": _none_is_yes,
}
"""Conversions from form facts to scorecard facts, by name."""


def _question_fact(definition: FactDefinition, written: str) -> DeclaredFact:
    kind = {FactType.NUMBER: "number", FactType.DATE: "date", FactType.CHOICE: "choice"}[definition.type]
    return DeclaredFact(id=definition.id, value=DeclaredValue.model_validate({kind: written}))


def _evidence_of(fact: DeclaredFact) -> set[str]:
    values = [fact.value, fact.verification.corrected if fact.verification else None]
    names = {name for value in values if value is not None for name in value.evidence}
    for value in values:
        for record in (value.records or ()) if value is not None else ():
            names.update(name for field_value in record.values() for name in field_value.evidence)
    return names
