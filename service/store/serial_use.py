"""Double-use detection: the serial numbers, in their normal form, and the evidence that an evaluation uses."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import DeclaredFact, DeclaredValue, canonical_bytes, digest
from rules.model import AttestationKind, FactType, FindingSeverity, RecordType, Scorecard, SumQuantity
from rules.trail import CompletedEvaluation, ResolvedFact

if TYPE_CHECKING:
    from rules.contracts import EvaluatedFact, WrittenSteps

    _Found = tuple[str, str, str, FindingSeverity]
    """Kind, value, place and severity."""


_SERIALS = ("serial", "certificate number", "registry number", "register number", "序列号", "证书编号", "登记编号")
"""By these words a card says that a text is the number of a register."""


def key_is_serial(definition: RecordType) -> bool:
    """Say whether the card calls the key of a list the number of a register; else it names lines, such as `K-1`.

    A further number that must not repeat is that of the register, whatever the key is called.
    """
    if definition.unique:
        return False
    key = next(field for field in definition.fields if field.id == definition.key)
    called = normalize_identifier(" ".join((key.id.replace("_", " "), *key.labels.values())))
    return any(normalize_identifier(word) in called for word in _SERIALS)


def lists_with_local_keys(scorecard: Scorecard) -> frozenset[str]:
    """Name the lists whose keys are names that a subject gives its own lines, such as a boiler or a line of goods.

    Those of a self-assessment that asks no evidence for the list: no register stands behind them.
    """
    if scorecard.card.attestation is not AttestationKind.SELF_ASSESSMENT:
        return frozenset()
    return frozenset(fact.id for fact in scorecard.facts if fact.type is FactType.RECORDS and not fact.evidence)


def normalize_identifier(text: str) -> str:
    """Level the spelling of a serial or a name: case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


_EVIDENCE = "evidence"
_USAGE_FACT_TYPES = (FactType.RECORDS, FactType.PERIOD)


@dataclass(frozen=True, slots=True)
class Usage:
    """One value that an evaluation uses, and how grave it is if it was used before.

    `kind` keeps serials of different registers apart, `value_digest` is over the kind and the value in normal form,
    `place` is where it stands, and `period` is the claim period of the evaluation, empty if that is unknown.
    """

    value_digest: str
    kind: str
    period: str
    place: str
    severity: FindingSeverity


def usages_of(evaluated: CompletedEvaluation, scorecard: Scorecard) -> list[Usage]:
    """List what an evaluation uses, each value once, from the values that the rules used."""
    facts = [evaluated.fact(fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    evidence = [(item.id, item.digest) for item in evaluated.evidence]
    return list(_distinct_usages(facts, evidence, scorecard))


def recorded_usages(written: WrittenSteps, scorecard: Scorecard) -> list[Usage]:
    """List what an evaluation uses as its record, or what is left of it, says.

    Raises:
        ValueError, KeyError: a step does not say what one has to.
    """
    facts = [_recorded(written, fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    steps: Iterable[tuple[tuple[str, str, str], Any]] = (
        (step.partition("/"), values[0]) for step, values in written.results_by_step.items()
    )
    evidence = [(name, item["digest"]) for (group, _, name), item in steps if group == _EVIDENCE]
    return list(_distinct_usages(facts, evidence, scorecard))


def _recorded(written: WrittenSteps, fact: str) -> ResolvedFact:
    content = written.fact(fact)
    used = None if content is None else content.seen
    seen = None if used is None else DeclaredValue.model_validate_json(orjson.dumps(used))
    return ResolvedFact(DeclaredFact(id=fact), seen)


def _distinct_usages(
    facts: Sequence[ResolvedFact], evidence: Iterable[tuple[str, str]], scorecard: Scorecard
) -> Iterator[Usage]:
    """Give what is used, each value once."""
    seen_digests, period = set(), _period(facts, scorecard)
    for kind, value, place, severity in (*_serials(facts, scorecard), *_of_evidence(evidence)):
        value_digest = digest(canonical_bytes([kind, normalize_identifier(value)]))
        if value_digest not in seen_digests:
            seen_digests.add(value_digest)
            yield Usage(value_digest, kind, period, place, severity)


def uses_digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Give the digest of the uses of one evaluation, so that what is left of them can be bound."""
    in_order = sorted(rows, key=lambda row: str(row["value_digest"]))
    names = ("kind", "period", "place", "value_digest")
    return digest(canonical_bytes([{name: row[name] for name in names} for row in in_order]))


DOUBLE_USE = f'"severity": "{FindingSeverity.MAJOR.value}"'
"""The text by which a query finds a double use in the JSON list that `store_uses` gave."""


def double_use_count(archive_findings: str) -> int:
    """Count the double uses in the JSON list that `store_uses` gave."""
    return sum(finding["severity"] == FindingSeverity.MAJOR.value for finding in json.loads(archive_findings))


def _period(facts: Iterable[ResolvedFact], scorecard: Scorecard) -> str:
    """Give the claim periods of a subject as text; empty if the scorecard has none, or one is unknown."""
    periods = {definition.id for definition in scorecard.facts if definition.type is FactType.PERIOD}
    period_texts = []
    for fact in facts:
        if fact.declared.id in periods:
            if fact.used is None or fact.used.period is None:
                return ""
            period_texts.append(f"{fact.used.period.first}/{fact.used.period.last}")
    return " ".join(period_texts)


def used_register_numbers(facts: Iterable[EvaluatedFact], scorecard: Scorecard) -> Iterator[tuple[str, str, str]]:
    """Give the numbers of registers that a subject uses: what is the same for the same number, it, and its place."""
    for kind, value, place, severity in _serials(facts, scorecard):
        if severity is FindingSeverity.MAJOR:
            yield f"{kind} {normalize_identifier(value)}", value, place


def _serials(facts: Iterable[ResolvedFact | EvaluatedFact], scorecard: Scorecard) -> Iterator[_Found]:
    only_named = lists_with_local_keys(scorecard)
    summed = {quantity.list for quantity in scorecard.quantities if isinstance(quantity, SumQuantity)}
    types = {definition.id: definition for definition in scorecard.records}
    records_of = {fact.id: types[fact.record] for fact in scorecard.facts if fact.id in summed and fact.record}
    for fact in facts:
        definition = records_of.get(fact.declared.id)
        if definition is None or fact.used is None:
            continue
        for row in fact.used.records or ():
            names_lines = fact.declared.id in only_named or not key_is_serial(definition)
            yield from _row_serials(row, definition, fact.declared.id, names_lines=names_lines)


def _row_serials(
    row: dict[str, DeclaredValue], definition: RecordType, list_id: str, *, names_lines: bool
) -> Iterator[_Found]:
    """Give the serials of one record.

    Where further fields must not repeat, those are the numbers of a register, and the key may only name the lines.
    """
    texts = {field.id for field in definition.fields if field.type is FactType.TEXT}
    key = row[definition.key]
    for field in (definition.key, *definition.unique):
        value = row.get(field)
        if field in texts and value is not None and value.text:
            of_register = field in definition.unique or not names_lines
            severity = FindingSeverity.MAJOR if of_register else FindingSeverity.OBSERVATION
            place = f"facts[{list_id}].records[{key.key_text}].{field}"
            yield f"{definition.id}.{field}", value.text, place, severity


def _of_evidence(evidence: Iterable[tuple[str, str]]) -> Iterator[_Found]:
    """Give the digests of the evidence; one document may rightly serve twice, so that is only an observation."""
    for item, content_digest in evidence:
        yield _EVIDENCE, content_digest, f"evidence[{item}].content_digest", FindingSeverity.OBSERVATION
