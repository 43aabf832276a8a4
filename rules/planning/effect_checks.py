"""Checks of the effects of measures against the facts of a scorecard and the present values of a subject."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.error_texts import error_message
from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import Subject
from rules.contracts.intervals import Interval
from rules.contracts.messages import message_factory
from rules.contracts.numbers import NumberError, format_exact
from rules.contracts.suggestions import did_you_mean
from rules.contracts.units import UnitError, convert
from rules.engine.read_evidence import EvidenceIndex
from rules.engine.read_records import RecordFields, RecordReader
from rules.engine.read_subject import MAXIMUM_RECORDS, counting_values
from rules.engine.read_values import Violations, read_scalar, value_kind_word
from rules.model.scorecard import FactType
from rules.planning.amounts import exact_amount
from rules.planning.measure_relations import Exclusions
from rules.planning.record_checks import RecordKeys, check_owners

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.planning.measures import FactEffect, LevelRange, Measure

_message = message_factory(__name__)

EFFECT_FIELDS = ("value", "amount", "share", "added", "document")
MAXIMUM_EFFECTS = 50
MAXIMUM_OTHER_MEASURES = 12


class EffectChecker:
    """Checks of all effects of a list of measures; without a subject, present values are not checked."""

    def __init__(
        self, scorecard: Scorecard, subject: Subject | None, measures: tuple[Measure, ...], violations: Violations
    ) -> None:
        self._definitions = {fact.id: fact for fact in scorecard.facts}
        self._record_types = {record.id: record for record in scorecard.records}
        self._measures = measures
        self._violations = violations
        self._subject = subject
        self._present: Mapping[str, DeclaredValue] = {} if subject is None else counting_values(scorecard, subject)
        self._from_previous = {fact.id for fact in _facts_of(subject) if _has_previous_value(fact)}
        self._record_keys = RecordKeys(self._record_types, Exclusions(measures), violations)

    def check(self) -> None:
        others: Counter[str] = Counter()
        for position, measure in enumerate(self._measures):
            seen: set[str] = set()
            for number, effect in enumerate(measure.effects[:MAXIMUM_EFFECTS]):
                path = f"measures[{position}].effects[{number}]"
                definition = self._definitions.get(effect.fact)
                if definition is None:
                    self._refuse_unknown(effect.fact, path)
                    continue
                if effect.fact in seen:
                    self._add(f"{path}.fact", "REPEATED_FACT", "EFFECT_TWICE", fact=effect.fact)
                seen.add(effect.fact)
                self._check_effect(position, measure, definition, effect, path)
                if not _is_on_number(definition, effect):
                    others[effect.fact] += 1
                    if others[effect.fact] == MAXIMUM_OTHER_MEASURES + 1:
                        self._add(
                            f"{path}.fact",
                            "TOO_MANY",
                            "TOO_MANY_OF_FACT",
                            fact=effect.fact,
                            most=MAXIMUM_OTHER_MEASURES,
                        )

        check_owners(self._definitions, self._record_types, self._measures, self._present, self._violations)

    def _add(self, path: str, reason: str, code: str, **slots: object) -> None:
        self._violations.add(path, reason, _message(code, **slots))

    def _refuse_unknown(self, fact: str, path: str) -> None:
        hint = "" if self._violations.more_than_shown else did_you_mean(fact[:80], self._definitions)
        self._add(f"{path}.fact", "UNKNOWN_FACT", "NO_SUCH_FACT", fact=fact[:80], hint=hint)

    def _check_effect(
        self, position: int, measure: Measure, definition: FactDefinition, effect: FactEffect, path: str
    ) -> None:
        kinds = [field for field in EFFECT_FIELDS if getattr(effect, field) is not None]
        if len(kinds) != 1:
            self._add(path, "REQUIRED" if not kinds else "NOT_WANTED", "ONE_EFFECT", found=kinds, known=EFFECT_FIELDS)
            return
        if effect.unit is not None and effect.amount is None:
            self._add(f"{path}.unit", "NOT_WANTED", "UNIT_WITHOUT_AMOUNT")
        if not self._can_change(definition, path):
            return
        match kinds[0]:
            case "value":
                self._check_value(position, definition, effect, path)
            case "added":
                self._check_added(position, definition, effect, path)
            case "document":
                self._check_document(definition, path)
            case _:
                self._check_scaled(measure.range, definition, effect, path)

    def _can_change(self, definition: FactDefinition, path: str) -> bool:
        if definition.issued_for is not None:
            self._add(f"{path}.fact", "NOT_WANTED", "ISSUE_DATE", of=definition.issued_for)
            return False
        if not definition.can_be_stated or definition.id in self._from_previous:
            self._add(f"{path}.fact", "NOT_WANTED", "FROM_PREVIOUS")
            return False
        return True

    def _check_value(self, position: int, definition: FactDefinition, effect: FactEffect, path: str) -> None:
        value = effect.value
        if value is None or not self._is_read(definition, value, f"{path}.value"):
            return
        if definition.type is FactType.RECORDS:
            self._record_keys.check(position, definition, value, f"{path}.value")

    def _is_read(self, definition: FactDefinition, value: DeclaredValue, path: str) -> bool:
        """Read a value like that of a subject, and add a violation for each part that is invalid."""
        found = Violations()
        if value.evidence or any(part.evidence for record in value.records or () for part in record.values()):
            found.add(f"{path}.evidence", "NOT_WANTED", _message("EVIDENCE_OF_EFFECT"))
        if definition.type is FactType.RECORDS and not value.not_applicable:
            self._read_records(definition, value, path, found)
        else:
            read_scalar(definition, value, path, found)
        self._violations.items += found.items
        return not found.items

    def _read_records(self, definition: FactDefinition, value: DeclaredValue, path: str, found: Violations) -> None:
        if value.records is None:
            found.add(path, "WRONG_TYPE", _message("RECORDS_WANTED", found=value_kind_word(value.kind)))
            return
        if len(value.records) > MAXIMUM_RECORDS:
            message = _message("TOO_MANY_RECORDS", count=len(value.records), most=MAXIMUM_RECORDS)
            found.add(f"{path}.records", "TOO_MANY_RECORDS", message)
            return
        inside = Violations()
        subject = Subject.trusted({"subject": "", "as_of": "", "known": ""})
        no_evidence = EvidenceIndex(frozenset(), subject, date.max, Violations())
        reader = RecordReader(
            definition.id, RecordFields(self._record_types[definition.record or ""]), no_evidence, inside
        )
        for position, fields in enumerate(value.records):
            reader.read({name: part.model_copy(update={"evidence": ()}) for name, part in fields.items()}, position)
        start = f"facts[{definition.id}]"
        for violation in inside.items:
            place = violation.field.replace(start, path, 1)
            found.add(place, violation.reason, violation.description)

    def _check_added(self, position: int, definition: FactDefinition, effect: FactEffect, path: str) -> None:
        value = effect.added
        if definition.type not in (FactType.CHOICES, FactType.RECORDS):
            self._add(f"{path}.added", "WRONG_TYPE", "NOTHING_TO_ADD_TO", type=value_kind_word(definition.type))
            return
        if value is None or not self._is_read(definition, value, f"{path}.added"):
            return
        if value.not_applicable:
            self._add(f"{path}.added", "WRONG_TYPE", "NOT_APPLICABLE_ADDED")
        elif definition.type is FactType.RECORDS:
            present = self._present.get(definition.id)
            self._record_keys.check(position, definition, value, f"{path}.added", present)

    def _check_document(self, definition: FactDefinition, path: str) -> None:
        fields = self._record_types[definition.record].fields if definition.record is not None else ()
        if not definition.evidence and not any(field.evidence for field in fields):
            self._add(f"{path}.document", "NOT_WANTED", "NO_DOCUMENT_NEEDED")
        elif self._subject is not None and not self._has_value(definition):
            self._add(f"{path}.document", "NOT_WANTED", "NOTHING_TO_PROVE")

    def _has_value(self, definition: FactDefinition) -> bool:
        value = self._present.get(definition.id)
        return value is not None and value.kind is not None

    def _check_scaled(
        self, levels: LevelRange | None, definition: FactDefinition, effect: FactEffect, path: str
    ) -> None:
        field = "amount" if effect.amount is not None else "share"
        place = f"{path}.{field}"
        if definition.type is not FactType.NUMBER:
            self._add(place, "WRONG_TYPE", "NOT_A_NUMBER", type=value_kind_word(definition.type))
            return
        change = self._change(definition, effect, field, path)
        present = None
        if self._subject is not None:
            present = self._present_number(definition)
            if present is None:
                self._add(place, "NO_VALUE", "NOTHING_TO_CHANGE")
        if change is not None and definition.multiple_of is not None:
            base = change if field == "amount" else None if present is None else change * present / 100
            if base is not None:
                self._check_multiple(definition, definition.multiple_of, base, levels, place)

    def _change(self, definition: FactDefinition, effect: FactEffect, field: str, path: str) -> Fraction | None:
        try:
            number = exact_amount(getattr(effect, field))
        except NumberError as error:
            self._violations.add(f"{path}.{field}", "NOT_A_NUMBER", error_message(error))
            return None
        if field == "share" or effect.unit is None:
            return number
        try:
            return convert(number, effect.unit, definition.unit)
        except UnitError as error:
            self._violations.add(f"{path}.unit", "UNIT_UNKNOWN", error_message(error))
            return None

    def _present_number(self, definition: FactDefinition) -> Fraction | None:
        value = self._present.get(definition.id)
        read = None if value is None else read_scalar(definition, value, "", Violations())
        if read is None or not isinstance(read[0], NumberExtent) or not isinstance(read[0].interval, Interval):
            return None
        return read[0].interval.value

    def _check_multiple(
        self, definition: FactDefinition, multiple: Fraction, change: Fraction, levels: LevelRange | None, path: str
    ) -> None:
        for factor in _level_factors(levels):
            if change * factor % multiple:
                numbers = change * factor, multiple
                found, wanted = (f"{format_exact(number)} {definition.unit}".rstrip() for number in numbers)
                self._add(path, "NOT_A_MULTIPLE", "CHANGE_NOT_A_MULTIPLE", found=found, multiple=wanted)
                return


def _level_factors(levels: LevelRange | None) -> tuple[Fraction, ...]:
    """Return the lowest level and the step: multiples of both are the changes at every level."""
    if levels is None:
        return (Fraction(1),)
    try:
        return exact_amount(levels.least), exact_amount(levels.step)
    except NumberError:
        return ()


def _is_on_number(definition: FactDefinition, effect: FactEffect) -> bool:
    return definition.type is FactType.NUMBER and effect.added is None and effect.document is None


def _facts_of(subject: Subject | None) -> tuple[DeclaredFact, ...]:
    return () if subject is None else subject.facts


def _has_previous_value(fact: DeclaredFact) -> bool:
    return fact.previous is not None and fact.previous.value is not None
