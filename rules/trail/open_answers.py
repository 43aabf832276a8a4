"""Open answers: unknown facts, settings and table values that each gate, finding or result waits for.

Derived from a record by inferring its inputs again, so that only what lies on the way that the rules took is named.
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
    from collections.abc import Iterator

    from rules.contracts.record import Bounds, MissingValue, Record
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.trail.dependency_trace import Blocker


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """What one answer waits for: facts, the nearest first, settings to choose, and what no reference table gives.

    `left_open` are the quantities that the rules themselves leave open; no fact would close them.
    """

    id: str
    facts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    missing: tuple[MissingValue, ...] = ()
    left_open: tuple[str, ...] = ()


def open_answers(engine: InferenceEngine, record: Record, at_hand: Inference | None = None) -> tuple[OpenAnswer, ...]:
    """List the gates, findings and results of a record that are not known, each with what it waits for.

    What was inferred when the record was made may be `at_hand`; else its inputs are inferred again.

    Raises:
        VersionError: a reference table that the record names is not there.
        EngineDisagreement: the evaluators differ.
    """
    names = dict(_open_names(engine, record))
    if not names:
        return ()
    tables = tables_of_record(record.tables, engine.tables)
    reading, question = read_question(engine, subject_of(record), tables)
    inference = engine.infer(question) if at_hand is None else at_hand
    stops = missing_inputs_by_answer(engine, inference, reading.verified.unknown)
    chosen = {name for name, choice in reading.settings.items() if choice is not None}
    settings = [setting.id for setting in engine.plan.scorecard.settings if setting.id not in chosen]
    missing = {(missing_value.quantity, missing_value.record): missing_value for missing_value in record.missing_values}
    listed = {fact.id.split("[", maxsplit=1)[0]: fact.id for fact in reversed(record.open_facts)}
    leaving = {id: tuple(fact.id for fact in record.open_facts if id in fact.criteria) for id in names}

    def answer(id: str, name: str) -> OpenAnswer:
        own_stops = stops.get(id, ())
        behind = engine.dependencies.of((name,))
        facts = tuple(_address(stop) for stop in own_stops if stop.missing is None and not stop.by_rules)
        return OpenAnswer(
            id,
            facts
            or tuple(listed[fact] for fact in behind if fact in listed and not own_stops)
            or (() if own_stops else leaving[id]),
            tuple(setting for setting in settings if setting in behind),
            tuple(
                missing[stop.name, stop.record]
                for stop in own_stops
                if stop.missing is not None and (stop.name, stop.record) in missing
            ),
            tuple(_address(stop) for stop in own_stops if stop.by_rules),
        )

    return tuple(answer(id, name) for id, name in names.items())


def _open_names(engine: InferenceEngine, record: Record) -> Iterator[tuple[str, str]]:
    """Give the ids of what is open, each with the name under which its dependencies are known."""
    for criterion in record.criteria:
        if criterion.kind == "gate" and criterion.outcome is Outcome.UNDETERMINED:
            yield criterion.id, criterion.id
    for finding in record.findings:
        if finding.outcome is Outcome.UNDETERMINED:
            yield finding.id, finding.id
    names = {result.id: result.name for result in engine.plan.scorecard.results}
    for result in record.results:
        if _is_open(result.figure.exact):
            yield result.id, names[result.id]


def _is_open(bounds: Bounds) -> bool:
    return bounds.low is None or bounds.low != bounds.high


def _address(stop: Blocker) -> str:
    return f"{stop.list}[{stop.record}].{stop.name}" if stop.list else stop.name
