"""Erasure of record steps: those of selected facts, of all evidence, or of all inputs.

Erasing a fact also erases everything that could reveal its value: the records of a list, evidence that supports no
other fact, computed quantities with their lookup keys, and a track based on the fact. Outcomes, points and grades
remain. Without the scorecard the dependencies are unknown, so all quantities are erased.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.erased_records import ErasedRecord
from rules.model.name_usage import names_behind
from rules.model.symbol_table import DefinitionIndex
from rules.trail.commitments import commitment, commitments, salts
from rules.trail.trail_traversal import TRACK_STEP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rules.contracts.canonical import Json
    from rules.contracts.record_bytes import WrittenRecord
    from rules.model.scorecard import Scorecard

_DOCUMENT_GROUPS = frozenset({"evidence", "places"})
_INPUT_GROUPS = frozenset({*_DOCUMENT_GROUPS, "facts", "quantities", TRACK_STEP})


class ErasureExtent(StrEnum):
    """Extent of an erasure: some facts, the evidence, all inputs, or the whole evaluation except its log leaf."""

    FACTS = "facts"
    EVIDENCE = "evidence"
    INPUTS = "inputs"
    EVALUATION = "evaluation"


def to_erasable_record(written: WrittenRecord, record_key: bytes) -> ErasedRecord:
    """Return a complete record in erasable form: with a salt for each step instead of the record key."""
    count = len(written.steps)
    return ErasedRecord(
        written.head, written.steps, tuple(range(count)), tuple(salts(record_key, count)), written.commitments
    )


def mismatched_steps_of(record: WrittenRecord | ErasedRecord, record_key: bytes) -> list[str]:
    """Return the steps that do not match their commitments under the record key or, if erased, their own salts.

    Raises:
        ValueError: If the key of a complete record is not 32 bytes long.
    """
    if not isinstance(record, ErasedRecord):
        pairs = zip(record.results_by_step, record.commitments, commitments(record_key, record.steps), strict=True)
        return [name for name, stored, expected in pairs if stored != expected]
    remaining = zip(record.positions, record.results_by_step, record.steps, record.salts, strict=True)
    return [name for position, name, step, salt in remaining if commitment(salt, step) != record.commitments[position]]


def places_erased(
    record: ErasedRecord, extent: ErasureExtent, facts: Collection[str] = (), scorecard: Scorecard | None = None
) -> frozenset[int]:
    """Return the positions of the existing steps to erase; facts that are not in the record are ignored."""
    if extent is ErasureExtent.EVALUATION:
        return frozenset(record.positions)
    if extent is ErasureExtent.FACTS:
        erased_steps = _steps_of_facts(record, facts, scorecard)
    else:
        groups = _INPUT_GROUPS if extent is ErasureExtent.INPUTS else _DOCUMENT_GROUPS
        erased_steps = frozenset(step for step in record.results_by_step if step.partition("/")[0] in groups)
    return frozenset(
        position
        for position, step in zip(record.positions, record.results_by_step, strict=True)
        if step in erased_steps
    )


def evidence_to_keep(record: ErasedRecord, facts: Collection[str]) -> tuple[str, ...]:
    """Return the evidence of these facts that must be retained because other facts use it."""
    return tuple(sorted(_evidence_behind(record, facts) & _evidence_behind(record, _other_fact_ids(record, facts))))


def _steps_of_facts(record: ErasedRecord, facts: Collection[str], scorecard: Scorecard | None) -> frozenset[str]:
    existing_facts = [fact for fact in facts if f"facts/{fact}" in record.results_by_step]
    if not existing_facts:
        return frozenset()
    exclusive_evidence = _evidence_behind(record, existing_facts) - _evidence_behind(
        record, _other_fact_ids(record, existing_facts)
    )
    dependents = set(existing_facts) | set(_dependent_quantities(existing_facts, scorecard))
    lists = (
        {quantity.owner for quantity in scorecard.quantities if quantity.id in dependents}
        if scorecard is not None
        else None
    )
    return frozenset(
        step
        for step in record.results_by_step
        if _is_erased(step, set(existing_facts), exclusive_evidence, dependents if scorecard else None, lists)
    )


def _is_erased(
    step: str, facts: set[str], evidence: set[str], dependents: set[str] | None, lists: set[str | None] | None
) -> bool:
    group, _, name = step.partition("/")
    if group == "facts":
        owner, _, key = name.partition("/")
        return owner in facts or bool(key and (lists is None or owner in lists))
    if group == "evidence":
        return name in evidence
    if group == "places":
        return name in facts
    if group == TRACK_STEP:
        return dependents is None or TRACK_STEP in dependents
    return group == "quantities" and (dependents is None or name in dependents)


def _dependent_quantities(facts: Collection[str], scorecard: Scorecard | None) -> Iterator[str]:
    if scorecard is None:
        return
    names, wanted = DefinitionIndex(scorecard), set(facts)
    for quantity in scorecard.quantities:
        if wanted & set(names_behind(names, (quantity.id,))):
            yield quantity.id
    if scorecard.tracks is not None and wanted & set(names_behind(names, scorecard.tracks.by)):
        yield TRACK_STEP


def _other_fact_ids(record: ErasedRecord, facts: Collection[str]) -> list[str]:
    return [name for step in record.results_by_step if _is_fact(step) and (name := step.partition("/")[2]) not in facts]


def _evidence_behind(record: ErasedRecord, facts: Collection[str]) -> set[str]:
    return {item for fact in facts for item in _evidence_ids(record.results_by_step.get(f"facts/{fact}", []))}


def _evidence_ids(part: Json) -> Iterator[str]:
    if isinstance(part, dict):
        for key, inner in part.items():
            if key == "evidence" and isinstance(inner, list):
                yield from (item for item in inner if isinstance(item, str))
            else:
                yield from _evidence_ids(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _evidence_ids(inner)


def _is_fact(step: str) -> bool:
    return step.startswith("facts/") and step.count("/") == 1
