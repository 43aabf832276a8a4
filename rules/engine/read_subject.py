"""Subject reader: declared, rated and verified facts, settings and evidence, with every input violation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError
from rules.contracts.extents import Extent, RecordsExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PreviousGapReason, Subject, Verification
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import UnknownReason
from rules.contracts.suggestions import did_you_mean, did_you_mean_or_known
from rules.engine.lazy_extents import LazyExtents, copy_of
from rules.engine.plain_facts import PlainFactReader, PlainFacts
from rules.engine.read_evidence import EvidenceIndex, check_places, read_optional_date, required_evidence_kinds
from rules.engine.read_records import RecordFields, RecordReader, refuse_orphan_records
from rules.engine.read_values import Violations, read_scalar, unknown_extent, value_kind_word
from rules.model.scorecard import FactDefinition, FactType, Scorecard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Rating


_message = message_factory(__name__)

_REASON_BY_GAP = {
    PreviousGapReason.OPEN: UnknownReason.PREVIOUS_OPEN,
    PreviousGapReason.REPEALED: UnknownReason.PREVIOUS_REPEALED,
    PreviousGapReason.ERASED: UnknownReason.PREVIOUS_ERASED,
}


def check_origin(definition: FactDefinition, fact: DeclaredFact | None, violations: Violations) -> None:
    """Add a violation for a value from a source that the scorecard does not allow."""
    if fact is None:
        return
    source = definition.previous
    if source is None and fact.previous is not None:
        violations.add(f"facts[{fact.id}].previous", "NOT_WANTED", _message("NO_PREVIOUS_WANTED"))
    stated = fact.value is not None or fact.ratings or fact.verification is not None
    if source is not None and not source.may_be_stated and stated:
        violations.add(f"facts[{fact.id}].value", "NOT_WANTED", _message("PREVIOUS_ALONE"))


def read_previous(
    definition: FactDefinition, fact: DeclaredFact | None, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    """Read the value from an earlier evaluation; None if it is missing or invalid."""
    if fact is None or fact.previous is None or fact.previous.value is None:
        return None
    value = fact.previous.value
    return read_scalar(definition, value, f"facts[{definition.id}].previous.value", violations)


def _missing_previous_reason(fact: DeclaredFact | None) -> UnknownReason:
    previous = None if fact is None else fact.previous
    return (
        UnknownReason.PREVIOUS_MISSING if previous is None or previous.lacks is None else _REASON_BY_GAP[previous.lacks]
    )


def settle_ratings(
    scorecard: Scorecard, facts: Mapping[str, DeclaredFact], violations: Violations
) -> tuple[dict[str, DeclaredFact], frozenset[str]]:
    """Return the facts with the values that ratings agree on, and the ids with differing ratings.

    The evidence of all ratings is merged. If ratings differ, only the evidence remains, for a later correction.
    """
    rated = {name: fact for name, fact in facts.items() if fact.ratings}
    definitions = {definition.id: definition for definition in scorecard.facts} if rated else {}
    settled = dict(facts)
    differing: set[str] = set()
    for name, fact in rated.items():
        extents = _read_ratings(definitions[name], fact, violations)
        evidence = tuple(sorted({item for rating in fact.ratings for item in rating.value.evidence}))
        agree = all(extent is not None and extent == extents[0] for extent in extents)
        value = fact.ratings[0].value if agree else DeclaredValue()
        settled[name] = fact.model_copy(update={"value": value.model_copy(update={"evidence": evidence})})
        if not agree:
            differing.add(name)
            _refuse_acceptance(fact, violations)
    return settled, frozenset(differing)


def _read_ratings(definition: FactDefinition, fact: DeclaredFact, violations: Violations) -> list[Extent | None]:
    if fact.value is not None:
        violations.add(f"facts[{fact.id}].value", "VALUE_AND_RATINGS", _message("VALUE_AND_RATINGS"))
    if definition.type is FactType.RECORDS:
        violations.add(f"facts[{fact.id}].ratings", "WRONG_TYPE", _message("RECORDS_RATED"))
        return [None]
    seen: set[str] = set()
    extents: list[Extent | None] = []
    for rating in fact.ratings:
        path = f"facts[{fact.id}].ratings[{rating.person[:60]}]"
        _check_rating_text(rating, path, violations)
        if rating.person in seen:
            violations.add(path, "REPEATED_PERSON", _message("RATES_TWICE", person=rating.person[:60]))
        seen.add(rating.person)
        read = read_scalar(definition, rating.value, f"{path}.value", violations)
        extents.append(None if read is None else read[0])
    return extents


def _check_rating_text(rating: Rating, path: str, violations: Violations) -> None:
    for name, text in (("person", rating.person), ("rationale", rating.rationale)):
        if not text.strip():
            violations.add(
                f"{path}.{name}", "REQUIRED", _message("RATING_LACKS", name=_message(f"NAME_{name.upper()}"))
            )


def _refuse_acceptance(fact: DeclaredFact, violations: Violations) -> None:
    if fact.verification is not None and fact.verification.judgement is Judgement.ACCEPTED:
        violations.add(f"facts[{fact.id}].verification.judgement", "RATINGS_DIFFER", _message("RATINGS_DIFFER"))


MAXIMUM_RECORDS = 10_000


@dataclass(frozen=True, slots=True)
class FactReading:
    """The facts of a subject, read as declared or as verified.

    `unknown` has the reason for each unknown fact or `list[key].field`.
    """

    extents: dict[str, Extent]
    used: dict[str, DeclaredValue]
    unknown: dict[str, UnknownReason]
    plain: PlainFacts = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SubjectReading:
    """A valid subject with its verified facts, which count, and its declared facts."""

    as_of: date
    settings: dict[str, str | None]
    verified: FactReading
    declared: FactReading


def read_subject(scorecard: Scorecard, subject: Subject) -> SubjectReading:
    """Read a subject and collect all violations.

    Raises:
        InputError: If there is any violation.
    """
    return SubjectReader(scorecard).read(subject)


_DECLARED_FIELDS = itemgetter("id", "value", "ratings", "verification", "previous", "places")


class SubjectReader:
    """Reader for the subjects of one scorecard. Plain facts are read in columns."""

    def __init__(self, scorecard: Scorecard) -> None:
        self._scorecard = scorecard
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._evidence_kinds = required_evidence_kinds(scorecard)
        self._plain = PlainFactReader(scorecard.facts)
        self._record_fields = {record.id: RecordFields(record) for record in scorecard.records}
        self._has_parent_lists = any(record.belongs_to is not None for record in scorecard.records)

    def read(self, subject: Subject) -> SubjectReading:
        violations = Violations()
        as_of = _as_of_date(subject, violations)
        settings = _chosen_settings(self._scorecard, subject, violations)
        evidence_index = EvidenceIndex(self._evidence_kinds, subject, as_of, violations)
        declared_fields = [_DECLARED_FIELDS(fact.__dict__) for fact in subject.facts]
        columns = zip(*declared_fields, strict=True) if declared_fields else ((),) * 6
        names, values, ratings, judgements, previous, locations = columns
        if any(locations):
            check_places(subject.facts, violations)
        facts: dict[str, DeclaredFact] = dict(zip(names, subject.facts, strict=True))
        stated: dict[str, DeclaredValue] = {}
        if len(facts) == len(names) and facts.keys() <= self._definitions.keys():
            stated = {name: value for name, value in zip(names, values, strict=True) if value is not None}
            for special in (ratings, judgements, previous):
                for name in compress(names, special):
                    stated.pop(name, None)
            for name, judgement in compress(zip(names, judgements, strict=True), judgements):
                _check_verification(name, judgement, violations)
        else:
            facts = _known_facts(self._definitions, subject, violations)
        differing: frozenset[str] = frozenset()
        if any(ratings):
            facts, differing = settle_ratings(self._scorecard, facts, violations)
        plain = self._plain.read(stated, evidence_index)
        reader = FactReader(self._definitions, self._record_fields, evidence_index, violations, differing)
        all_plain = len(plain.values) == len(stated)
        verified = reader.read(facts, plain, stated if all_plain else {name: stated[name] for name in plain.values})
        declared = reader.read_declared(facts, verified) if any(judgements) else verified
        for reading in (verified, declared) if self._has_parent_lists else ():
            refuse_orphan_records(self._scorecard, reading.extents, violations)
        if violations.items:
            raise InputError(tuple(dict.fromkeys(violations.items)))
        return SubjectReading(as_of, settings, verified, declared)


def _as_of_date(subject: Subject, violations: Violations) -> date:
    try:
        return parse_date(subject.as_of)
    except DateError as error:
        violations.add("as_of_date", "NOT_A_DATE", error_message(error))
        return date.max


def _chosen_settings(scorecard: Scorecard, subject: Subject, violations: Violations) -> dict[str, str | None]:
    known = {setting.id: setting for setting in scorecard.settings}
    for name, choice in sorted(subject.settings.items()):
        if name not in known:
            hint = did_you_mean_or_known(name, known)
            violations.add(f"settings[{name[:60]}]", "UNKNOWN_SETTING", _message("NO_SUCH_SETTING", hint=hint))
            continue
        choices = [item.id for item in known[name].choices]
        if choice not in choices:
            hint = did_you_mean(choice, choices)
            violations.add(
                f"settings[{name}]",
                "UNKNOWN_CHOICE",
                _message("NOT_ONE_OF", found=choice[:40], known=choices, hint=hint),
            )
    return {name: subject.settings.get(name, setting.default) for name, setting in known.items()}


def _known_facts(
    known: Mapping[str, FactDefinition], subject: Subject, violations: Violations
) -> dict[str, DeclaredFact]:
    facts: dict[str, DeclaredFact] = {}
    for fact in subject.facts:
        if fact.id not in known:
            hint = did_you_mean(fact.id, known)
            violations.add(
                f"facts[{fact.id[:60]}]", "UNKNOWN_FACT", _message("NO_SUCH_FACT", fact=fact.id[:60], hint=hint)
            )
        elif fact.id in facts:
            violations.add(f"facts[{fact.id}]", "REPEATED_FACT", _message("FACT_TWICE"))
        else:
            facts[fact.id] = fact
            if fact.verification is not None:
                _check_verification(fact.id, fact.verification, violations)
    return facts


def _check_verification(fact: str, verification: Verification, violations: Violations) -> None:
    path = f"facts[{fact}].verification"
    corrected = verification.judgement is Judgement.CORRECTED
    if corrected and verification.corrected is None:
        violations.add(f"{path}.corrected_value", "REQUIRED", _message("CORRECTION_LACKS_VALUE"))
    if not corrected and verification.corrected is not None:
        violations.add(f"{path}.corrected_value", "NOT_WANTED", _message("VALUE_WITHOUT_CORRECTION"))
    if verification.judgement is not Judgement.ACCEPTED and not verification.reason.strip():
        violations.add(f"{path}.reason", "REQUIRED", _message("REASON_MISSING"))
    needed = {"method": verification.method, "person": verification.person, "date": verification.date}
    for name, text in needed.items():
        if not text.strip():
            violations.add(
                f"{path}.{name}", "REQUIRED", _message("JUDGEMENT_LACKS", name=_message(f"NAME_{name.upper()}"))
            )
    if verification.date.strip():
        read_optional_date(verification.date, f"{path}.date", violations)


class FactReader:
    """Reader for the facts of one subject, as verified and as declared."""

    def __init__(
        self,
        definitions: Mapping[str, FactDefinition],
        record_fields: Mapping[str, RecordFields],
        evidence_index: EvidenceIndex,
        violations: Violations,
        differing: frozenset[str],
    ) -> None:
        self._definitions = definitions
        self._differing = differing
        self._record_fields = record_fields
        self._evidence_index = evidence_index
        self._violations = violations

    def read(self, facts: Mapping[str, DeclaredFact], plain: PlainFacts, used: dict[str, DeclaredValue]) -> FactReading:
        reading = FactReading(LazyExtents((), plain.values), used, {}, plain)
        for name, definition in self._definitions.items() if len(used) < len(self._definitions) else ():
            if name in plain.values:
                continue
            fact = facts.get(name)
            if definition.issued_for is not None:
                self._read_issued(reading, definition, facts, verified=True)
            else:
                self._read_fact(reading, definition, fact, verified=True)
            if definition.previous is not None or (fact is not None and fact.previous is not None):
                check_origin(definition, fact, self._violations)
        return reading

    def read_declared(self, facts: Mapping[str, DeclaredFact], verified: FactReading) -> FactReading:
        reading = FactReading(copy_of(verified.extents), dict(verified.used), dict(verified.unknown), verified.plain)
        for definition in self._definitions.values():
            fact = facts.get(definition.id)
            if definition.issued_for is not None:
                self._read_issued(reading, definition, facts, verified=False)
            if fact is None or fact.verification is None:
                continue
            counted, rejected = chosen_value(fact, verified=True)
            if rejected or counted is not fact.value:
                reading.used.pop(definition.id, None)
                for name in verified.unknown:
                    if name.split("[", maxsplit=1)[0] == definition.id:
                        del reading.unknown[name]
                self._read_fact(reading, definition, fact, verified=False)
        return reading

    def _read_fact(
        self, reading: FactReading, definition: FactDefinition, fact: DeclaredFact | None, *, verified: bool
    ) -> None:
        scalar = read_previous(definition, fact, self._violations)
        if scalar is not None:
            reading.extents[definition.id], reading.used[definition.id] = scalar
            return
        value, rejected = chosen_value(fact, verified=verified)
        corrected = verified and fact is not None and _is_corrected(fact)
        path = f"facts[{definition.id}].{'verification.corrected_value' if corrected else 'value'}"
        if value is None or value.kind is None:
            self._set_unknown(reading, definition, self._why_unknown(definition, fact, rejected=rejected))
        elif definition.type is FactType.RECORDS and not value.not_applicable:
            self._read_records(reading, definition, value)
        else:
            scalar = read_scalar(definition, value, path, self._violations)
            reason = self._evidence_index.fault(definition, value.evidence, path)
            if scalar is None or reason is not None:
                self._set_unknown(reading, definition, reason or UnknownReason.NOT_GIVEN)
            else:
                reading.extents[definition.id], reading.used[definition.id] = scalar

    def _read_issued(
        self, reading: FactReading, definition: FactDefinition, facts: Mapping[str, DeclaredFact], *, verified: bool
    ) -> None:
        if definition.id in facts:
            self._violations.add(
                f"facts[{definition.id}]", "NOT_WANTED", _message("ISSUED_ALONE", of=definition.issued_for)
            )
        source = self._definitions[definition.issued_for or ""]
        fact = facts.get(source.id)
        value, rejected = chosen_value(fact, verified=verified)
        reading.used.pop(definition.id, None)
        reading.unknown.pop(definition.id, None)
        if value is None or value.kind is None:
            self._set_unknown(reading, definition, self._why_unknown(source, fact, rejected=rejected))
            return
        issue_day = self._evidence_index.issued(source, value.evidence, f"facts[{source.id}].value")
        if isinstance(issue_day, UnknownReason):
            self._set_unknown(reading, definition, issue_day)
            return
        day = DeclaredValue.trusted({"date": issue_day.isoformat(), "evidence": value.evidence})
        read = read_scalar(definition, day, f"facts[{definition.id}].value", self._violations)
        if read is not None:
            reading.extents[definition.id], reading.used[definition.id] = read

    def _why_unknown(self, definition: FactDefinition, fact: DeclaredFact | None, *, rejected: bool) -> UnknownReason:
        if rejected:
            return UnknownReason.REJECTED
        if definition.id in self._differing:
            return UnknownReason.RATINGS_DIFFER
        return UnknownReason.NOT_GIVEN if definition.previous is None else _missing_previous_reason(fact)

    @staticmethod
    def _set_unknown(reading: FactReading, definition: FactDefinition, reason: UnknownReason) -> None:
        reading.extents[definition.id] = unknown_extent(definition)
        reading.unknown[definition.id] = reason

    def _read_records(self, reading: FactReading, definition: FactDefinition, value: DeclaredValue) -> None:
        record_fields = self._record_fields[definition.record or ""]
        base = f"facts[{definition.id}]"
        records = value.records
        if records is None:
            wanted = _message("RECORDS_WANTED", record=record_fields.record_type.id, kind=value_kind_word(value.kind))
            self._violations.add(f"{base}.value", "WRONG_TYPE", wanted)
            records = ()
        if len(records) > MAXIMUM_RECORDS:
            self._violations.add(
                f"{base}.records",
                "TOO_MANY_RECORDS",
                _message("TOO_MANY_RECORDS", count=len(records), most=MAXIMUM_RECORDS),
            )
            records = ()
        reason = self._evidence_index.fault(definition, value.evidence, base)
        reader = RecordReader(definition.id, record_fields, self._evidence_index, self._violations)
        read = [
            read_record
            for position, fields in enumerate(records)
            if (read_record := reader.read(fields, position)) is not None
        ]
        if reason is not None:
            self._set_unknown(reading, definition, reason)
            return
        reading.unknown.update(reader.unknown)
        read.sort(key=lambda read_record: read_record[0].key)
        reading.extents[definition.id] = RecordsExtent(tuple(record for record, _ in read))
        normal = tuple(used for _, used in read)
        reading.used[definition.id] = DeclaredValue.trusted({"records": normal, "evidence": value.evidence})


def counting_values(scorecard: Scorecard, subject: Subject) -> dict[str, DeclaredValue]:
    """Return the value of each fact after ratings, corrections and rejections."""
    violations = Violations()
    known = {definition.id: definition for definition in scorecard.facts}
    facts, _ = settle_ratings(scorecard, _known_facts(known, subject, violations), violations)
    chosen = {id: chosen_value(fact, verified=True)[0] for id, fact in facts.items()}
    return {id: value for id, value in chosen.items() if value is not None}


def _is_corrected(fact: DeclaredFact) -> bool:
    return fact.verification is not None and fact.verification.judgement is Judgement.CORRECTED


def chosen_value(fact: DeclaredFact | None, *, verified: bool) -> tuple[DeclaredValue | None, bool]:
    """Return the value that counts, and whether the assessor rejected it."""
    if fact is None:
        return None, False
    verification = fact.verification
    if not verified or verification is None or verification.judgement is Judgement.ACCEPTED:
        return fact.value, False
    if verification.judgement is Judgement.REJECTED:
        return None, True
    corrected = verification.corrected
    if corrected is not None and not corrected.evidence and fact.value is not None:
        return corrected.model_copy(update={"evidence": fact.value.evidence}), False
    return corrected, False
