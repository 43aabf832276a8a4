"""Undetermined answers: unknown facts, settings and table values that each gate, finding or result needs.

The inference is repeated, so that only inputs that affect it are listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.trail.dependency_trace import missing_inputs_by_answer
from rules.trail.deserialization import subject_of
from rules.trail.question import read_question
from rules.trail.tables import tables_of_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts.record import Bounds, MissingValue, Record
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.trail.dependency_trace import Blocker


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Inputs that an undetermined answer needs: facts, nearest first, settings and missing table values.

    `left_open` are quantities that the rules leave undetermined; no fact can determine them.
    """

    id: str
    facts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    missing: tuple[MissingValue, ...] = ()
    left_open: tuple[str, ...] = ()


def open_answers(engine: InferenceEngine, record: Record, at_hand: Inference | None = None) -> tuple[OpenAnswer, ...]:
    """Return the undetermined gates, findings and results of a record, each with the inputs it needs.

    `at_hand` is the inference of the record; None repeats it.

    Raises:
        VersionError: If a reference table of the record is missing.
        EngineDisagreement: If the two evaluators differ.
    """
    names = dict(_undetermined_names(engine, record))
    if not names:
        return ()
    tables = tables_of_record(record.tables, engine.tables)
    reading, question = read_question(engine, subject_of(record), tables)
    inference = engine.infer(question) if at_hand is None else at_hand
    blockers = missing_inputs_by_answer(engine, inference, reading.verified.unknown)
    undecided = [setting.id for setting in engine.plan.scorecard.settings if reading.settings.get(setting.id) is None]
    missing = {(value.quantity, value.record): value for value in record.missing_values}
    addresses = {fact.id.split("[", maxsplit=1)[0]: fact.id for fact in reversed(record.open_facts)}

    def answer(id: str, name: str) -> OpenAnswer:
        own_blockers, behind = blockers.get(id, ()), engine.dependencies.of((name,))
        lookups = [(blocker.name, blocker.record) for blocker in own_blockers if blocker.missing is not None]
        return OpenAnswer(
            id,
            _blocking_facts(own_blockers) if own_blockers else _open_facts_behind(record, id, behind, addresses),
            tuple(setting for setting in undecided if setting in behind),
            tuple(missing[key] for key in lookups if key in missing),
            tuple(_address(blocker) for blocker in own_blockers if blocker.by_rules),
        )

    return tuple(answer(id, name) for id, name in names.items())


def _blocking_facts(blockers: Sequence[Blocker]) -> tuple[str, ...]:
    return tuple(_address(blocker) for blocker in blockers if blocker.missing is None and not blocker.by_rules)


def _open_facts_behind(
    record: Record, answer: str, behind: tuple[str, ...], addresses: Mapping[str, str]
) -> tuple[str, ...]:
    return tuple(addresses[fact] for fact in behind if fact in addresses) or tuple(
        fact.id for fact in record.open_facts if answer in fact.criteria
    )


def _undetermined_names(engine: InferenceEngine, record: Record) -> Iterator[tuple[str, str]]:
    for criterion in record.criteria:
        if criterion.kind == "gate" and criterion.outcome is Outcome.UNDETERMINED:
            yield criterion.id, criterion.id
    for finding in record.findings:
        if finding.outcome is Outcome.UNDETERMINED:
            yield finding.id, finding.id
    names = {result.id: result.name for result in engine.plan.scorecard.results}
    for result in record.results:
        if _is_undetermined(result.figure.exact):
            yield result.id, names[result.id]


def _is_undetermined(bounds: Bounds) -> bool:
    return bounds.low is None or bounds.low != bounds.high


def _address(blocker: Blocker) -> str:
    return f"{blocker.list}[{blocker.record}].{blocker.name}" if blocker.list else blocker.name
