"""Erasure from a record: steps removed with a fact, with all evidence or with all inputs.

With a fact goes whatever its value could be read from: the records of a list, the evidence behind it and behind no
other fact, the quantities computed from it with the keys looked up in tables, and a track of which it is part. What
was concluded stays: outcomes, points, grades. Without the card nobody knows what rests on what, so every quantity goes.
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
    from rules.contracts.record_bytes import WrittenRecord, WrittenSteps
    from rules.model.scorecard import Scorecard

_DOCUMENTS = frozenset({"evidence", "places"})
"""What says what stands in documents: their items, and the places in them, which may quote."""
_INPUTS = frozenset({*_DOCUMENTS, "facts", "quantities", TRACK_STEP})


class ErasureExtent(StrEnum):
    """How much is erased: some facts, the items of evidence, all inputs, or the evaluation but for its leaf."""

    FACTS = "facts"
    EVIDENCE = "evidence"
    INPUTS = "inputs"
    EVALUATION = "evaluation"


def to_erasable_record(written: WrittenRecord, record_key: bytes) -> ErasedRecord:
    """Give a whole record in the form in which steps can be erased: each with its salt, and without the key."""
    count = len(written.steps)
    return ErasedRecord(
        written.head, written.steps, tuple(range(count)), tuple(salts(record_key, count)), written.commitments
    )


def mismatched_steps_of(record: WrittenRecord | ErasedRecord, record_key: bytes) -> list[str]:
    """Return the steps that do not open their commitment, with the record key or the salts of an erased record.

    Raises:
        ValueError: the key of a complete record has another length than 32 bytes.
    """
    if not isinstance(record, ErasedRecord):
        pairs = zip(record.results_by_step, record.commitments, commitments(record_key, record.steps), strict=True)
        return [name for name, stored, expected in pairs if stored != expected]
    remaining = zip(record.positions, record.results_by_step, record.steps, record.salts, strict=True)
    return [name for position, name, step, salt in remaining if commitment(salt, step) != record.commitments[position]]


def places_erased(
    record: ErasedRecord, extent: ErasureExtent, facts: Collection[str] = (), scorecard: Scorecard | None = None
) -> frozenset[int]:
    """Give the places of the steps that go, of those that are left; of facts not in the record none."""
    if extent is ErasureExtent.EVALUATION:
        return frozenset(record.positions)
    if extent is ErasureExtent.FACTS:
        gone = _with_facts(record, facts, scorecard)
    else:
        groups = _INPUTS if extent is ErasureExtent.INPUTS else _DOCUMENTS
        gone = frozenset(step for step in record.results_by_step if step.partition("/")[0] in groups)
    return frozenset(
        position for position, step in zip(record.positions, record.results_by_step, strict=True) if step in gone
    )


def remaining_facts(written: WrittenSteps) -> tuple[str, ...]:
    """Name the facts of which something was given and is not erased."""
    steps = (
        step.partition("/")[2] for step, parts in written.results_by_step.items() if _is_fact(step) and parts[0] != {}
    )
    return tuple(steps)


def evidence_to_keep(record: ErasedRecord, facts: Collection[str]) -> tuple[str, ...]:
    """Name the evidence behind some facts that stays, because another fact rests on it."""
    return tuple(sorted(_behind(record, facts) & _behind(record, _other_fact_ids(record, facts))))


def _with_facts(record: ErasedRecord, facts: Collection[str], scorecard: Scorecard | None) -> frozenset[str]:
    there = [fact for fact in facts if f"facts/{fact}" in record.results_by_step]
    if not there:
        return frozenset()
    alone = _behind(record, there) - _behind(record, _other_fact_ids(record, there))
    resting = set(there) | set(_dependent_quantities(there, scorecard))
    lists = (
        {quantity.owner for quantity in scorecard.quantities if quantity.id in resting}
        if scorecard is not None
        else None
    )
    return frozenset(
        step for step in record.results_by_step if _goes(step, set(there), alone, resting if scorecard else None, lists)
    )


def _goes(
    step: str, facts: set[str], evidence: set[str], resting: set[str] | None, lists: set[str | None] | None
) -> bool:
    """Say whether a step goes; of `resting` and `lists` nothing is known without the card."""
    group, _, name = step.partition("/")
    if group == "facts":
        owner, _, key = name.partition("/")
        return owner in facts or bool(key and (lists is None or owner in lists))
    if group == "evidence":
        return name in evidence
    if group == "places":
        return name in facts
    if group == TRACK_STEP:
        return resting is None or TRACK_STEP in resting
    return group == "quantities" and (resting is None or name in resting)


def _dependent_quantities(facts: Collection[str], scorecard: Scorecard | None) -> Iterator[str]:
    """Name the quantities that rest on any of some facts, and the track if it does."""
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


def _behind(record: ErasedRecord, facts: Collection[str]) -> set[str]:
    """Name the evidence that some facts name anywhere: for a value, a rating, or a field of a record."""
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
