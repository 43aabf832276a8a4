"""Double-use detection: normalized serial numbers and evidence used by an evaluation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import DeclaredFact, DeclaredValue, canonical_bytes, digest, unchecked_canonical_bytes
from rules.model import AttestationKind, FactType, FindingSeverity, RecordType, Scorecard, SumQuantity
from rules.trail import CompletedEvaluation, ResolvedFact

if TYPE_CHECKING:
    from rules.contracts import EvaluatedFact, WrittenSteps

    _UsedValue = tuple[str, str, str, FindingSeverity]
    """Kind, value, position and severity."""


_REGISTER_NUMBER_WORDS = (
    "serial",
    "certificate number",
    "registry number",
    "register number",
    "序列号",
    "证书编号",
    "登记编号",
)


def key_is_serial(definition: RecordType) -> bool:
    """Return whether the key of a list is a register number, judged by its name.

    If the list has additional unique fields, these are the register numbers instead.
    """
    if definition.unique:
        return False
    key = next(field for field in definition.fields if field.id == definition.key)
    key_name = normalize_identifier(" ".join((key.id.replace("_", " "), *key.labels.values())))
    return any(normalize_identifier(word) in key_name for word in _REGISTER_NUMBER_WORDS)


def _lists_with_local_keys(scorecard: Scorecard) -> frozenset[str]:
    """Return the lists of a self-assessment that require no evidence; their keys only name lines."""
    if scorecard.card.attestation is not AttestationKind.SELF_ASSESSMENT:
        return frozenset()
    return frozenset(fact.id for fact in scorecard.facts if fact.type is FactType.RECORDS and not fact.evidence)


def normalize_identifier(text: str) -> str:
    """Normalize case, width and spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.casefold().split())


_EVIDENCE = "evidence"
_USAGE_FACT_TYPES = (FactType.RECORDS, FactType.PERIOD)


@dataclass(frozen=True, slots=True)
class Usage:
    """A value used by an evaluation, with the severity of a double use.

    `kind` separates registers; `value_digest` covers kind and normalized value; `period` is empty if unknown.
    """

    value_digest: str
    kind: str
    period: str
    place: str
    severity: FindingSeverity


def usages_of(evaluated: CompletedEvaluation, scorecard: Scorecard) -> list[Usage]:
    """Return the distinct values that the rules used."""
    facts = [evaluated.fact(fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    evidence = [(item.id, item.digest) for item in evaluated.evidence]
    return list(_distinct_usages(facts, evidence, scorecard))


def recorded_usages(written: WrittenSteps, scorecard: Scorecard) -> list[Usage]:
    """Return the distinct values used by a record; raise ValueError or KeyError if it is malformed."""
    facts = [_recorded_fact(written, fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    steps: Iterable[tuple[tuple[str, str, str], Any]] = (
        (step.partition("/"), values[0]) for step, values in written.results_by_step.items()
    )
    evidence = [(name, item["digest"]) for (group, _, name), item in steps if group == _EVIDENCE]
    return list(_distinct_usages(facts, evidence, scorecard))


def _recorded_fact(written: WrittenSteps, fact: str) -> ResolvedFact:
    content = written.fact(fact)
    used = None if content is None else content.seen
    seen = None if used is None else DeclaredValue.model_validate_json(orjson.dumps(used))
    return ResolvedFact(DeclaredFact(id=fact), seen)


def _distinct_usages(
    facts: Sequence[ResolvedFact], evidence: Iterable[tuple[str, str]], scorecard: Scorecard
) -> Iterator[Usage]:
    seen_digests, period = set(), _claim_periods(facts, scorecard)
    for kind, value, location, severity in (*_serials(facts, scorecard), *_evidence_values(evidence)):
        value_digest = digest(unchecked_canonical_bytes([kind, normalize_identifier(value)]))
        if value_digest not in seen_digests:
            seen_digests.add(value_digest)
            yield Usage(value_digest, kind, period, location, severity)


def uses_digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the digest of an evaluation's uses."""
    in_order = sorted(rows, key=lambda row: str(row["value_digest"]))
    names = ("kind", "period", "place", "value_digest")
    return digest(canonical_bytes([{name: row[name] for name in names} for row in in_order]))


DOUBLE_USE = f'"severity": "{FindingSeverity.MAJOR.value}"'


def double_use_count(archive_findings: str) -> int:
    """Return the number of double uses."""
    return sum(finding["severity"] == FindingSeverity.MAJOR.value for finding in orjson.loads(archive_findings))


def _claim_periods(facts: Iterable[ResolvedFact], scorecard: Scorecard) -> str:
    periods = {definition.id for definition in scorecard.facts if definition.type is FactType.PERIOD}
    period_texts = []
    for fact in facts:
        if fact.declared.id in periods:
            if fact.used is None or fact.used.period is None:
                return ""
            period_texts.append(f"{fact.used.period.first}/{fact.used.period.last}")
    return " ".join(period_texts)


def used_register_numbers(facts: Iterable[EvaluatedFact], scorecard: Scorecard) -> Iterator[tuple[str, str, str]]:
    """Yield comparison key, value and location of each register number."""
    for kind, value, location, severity in _serials(facts, scorecard):
        if severity is FindingSeverity.MAJOR:
            yield f"{kind} {normalize_identifier(value)}", value, location


def _serials(facts: Iterable[ResolvedFact | EvaluatedFact], scorecard: Scorecard) -> Iterator[_UsedValue]:
    local_key_lists = _lists_with_local_keys(scorecard)
    summed = {quantity.list for quantity in scorecard.quantities if isinstance(quantity, SumQuantity)}
    types = {definition.id: definition for definition in scorecard.records}
    records_of = {fact.id: types[fact.record] for fact in scorecard.facts if fact.id in summed and fact.record}
    for fact in facts:
        definition = records_of.get(fact.declared.id)
        if definition is None or fact.used is None:
            continue
        for row in fact.used.records or ():
            names_lines = fact.declared.id in local_key_lists or not key_is_serial(definition)
            yield from _row_serials(row, definition, fact.declared.id, names_lines=names_lines)


def _row_serials(
    row: dict[str, DeclaredValue], definition: RecordType, list_id: str, *, names_lines: bool
) -> Iterator[_UsedValue]:
    texts = {field.id for field in definition.fields if field.type is FactType.TEXT}
    key = row[definition.key]
    for field in (definition.key, *definition.unique):
        value = row.get(field)
        if field in texts and value is not None and value.text:
            is_register_number = field in definition.unique or not names_lines
            severity = FindingSeverity.MAJOR if is_register_number else FindingSeverity.OBSERVATION
            location = f"facts[{list_id}].records[{key.key_text}].{field}"
            yield f"{definition.id}.{field}", value.text, location, severity


def _evidence_values(evidence: Iterable[tuple[str, str]]) -> Iterator[_UsedValue]:
    """Yield evidence digests as observations, because a document may legitimately serve twice."""
    for item, content_digest in evidence:
        yield _EVIDENCE, content_digest, f"evidence[{item}].content_digest", FindingSeverity.OBSERVATION
