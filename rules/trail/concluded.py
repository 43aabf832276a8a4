"""What do the rules of a card say of a subject, condition by condition, without a word of a trail?

A record says it to whoever has one, an evaluator to whoever keeps none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.contracts.record import OpenFact
from rules.engine.decide import decide
from rules.engine.inference import Question
from rules.engine.read_subject import read_subject
from rules.engine.verdicts import RuleAnswer
from rules.model.expressions import STAGE
from rules.trail.clause_steps import clause_outcome
from rules.trail.conclusions import standing
from rules.trail.payloads import Payload
from rules.trail.tables import with_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.contracts.record import Record
    from rules.engine.decide import Decision
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.read_subject import Reading, SubjectReading
    from rules.model.tables import Table

_say = speaker(__name__)

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """Whether a row of a rule holds, and each of its conditions."""

    outcome: Outcome
    clauses: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Concluded:
    """A conclusion with what it rests on: every rule with its `rows`, and the unknown facts that could change it."""

    kind: ConclusionKind
    verdicts: tuple[Verdict, ...]
    rules: tuple[RuleAnswer, ...]
    rows: Mapping[str, tuple[RowOutcome, ...]]
    open_facts: tuple[str, ...]
    certainty: str


def concluded_in(record: Record) -> Concluded:
    """Take it from a record and its steps."""
    payloads = {step.id: step.payload for step in record.steps if step.kind == "rule"}
    parts = {id: Payload.model_validate_json(payload).parts for id, payload in payloads.items()}
    return Concluded(
        kind=record.conclusion.kind,
        verdicts=record.conclusion.verdicts,
        rules=tuple(RuleAnswer(one.id, one.verdict, one.outcome, one.in_force, one.coming) for one in record.rules),
        rows={
            id.removeprefix("rules/"): tuple(
                RowOutcome(part.outcome, tuple(clause.outcome for clause in part.clauses)) for part in rows
            )
            for id, rows in parts.items()
        },
        open_facts=tuple(fact.id for fact in record.open_facts),
        certainty=record.standing.certainty,
    )


def conclude(engine: InferenceEngine, subject: Subject) -> Concluded:
    """Conclude by both evaluators, as for a record, from the verified values; a record of it would say the same.

    Raises:
        InputError: facts, settings or evidence are wrong; all violations are listed.
        EngineDisagreement: the evaluators differ, so there is no answer.
        VersionError: an edition of a reference table that the card names is not there.
    """
    reading, question = read_question(engine, subject)
    decision = decide(engine, question)
    judged = decision.inference.judged
    return Concluded(
        kind=decision.kind,
        verdicts=() if decision.judged is None else decision.judged.possible,
        rules=() if judged is None else judged.rules,
        rows=_rows(engine, decision.inference),
        open_facts=tuple(fact.id for fact in open_facts(engine, decision, reading.verified)),
        certainty=with_tables(standing(engine.plan, decision), decision.inference).certainty,
    )


def _rows(engine: InferenceEngine, inference: Inference) -> dict[str, tuple[RowOutcome, ...]]:
    """Say of the rows of each rule, and of their conditions, whether they hold; a condition is asked once."""
    verdicts, names = engine.plan.scorecard.verdicts, engine.plan.names
    known: dict[int, Outcome] = {}
    rows: dict[str, tuple[RowOutcome, ...]] = {}
    for rule in verdicts.rules if verdicts is not None and inference.judged is not None else ():
        found = []
        for index, row in enumerate(rule.rows):
            for clause in row.when:
                if id(clause) not in known:
                    known[id(clause)] = clause_outcome(engine.atoms_of(clause, names), inference.values)
            outcome = inference.first[f"verdict:{rule.id}:{index}"]
            found.append(RowOutcome(outcome, tuple(known[id(clause)] for clause in row.when)))
        rows[rule.id] = tuple(found)
    return rows


def read_question(
    engine: InferenceEngine, subject: Subject, tables: Mapping[str, Table] | None = None
) -> tuple[SubjectReading, Question]:
    """Read what is given, and ask what follows from the verified values.

    Unless `tables` are given by their ids, the editions in force on the as-of date as known at the known time are
    looked in.

    Raises:
        InputError: facts, settings or evidence are wrong; all violations are listed.
        VersionError: an edition of a reference table that the card names is not there.
    """
    if not _INSTANT.match(subject.known):
        wanted = _say("NOT_AN_INSTANT", found=subject.known[:40])
        raise InputError((Violation("known_time", wanted, "NOT_AN_INSTANT"),))
    reading = read_subject(engine.plan.scorecard, subject)
    if tables is None:
        tables = engine.tables_at(reading.as_of, parse_date(subject.known[:10]))
    return reading, Question(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)


def open_facts(engine: InferenceEngine, decision: Decision, reading: Reading) -> tuple[OpenFact, ...]:
    """List the unknown facts that could still change the conclusion or a finding, in the order of the card."""
    scorecard, through = engine.plan.scorecard, engine.open_leaves(decision.inference)
    if decision.grade is not None:
        kept = {rule.id for rule in scorecard.findings} | ({STAGE} if decision.stage is None else set())
        through = {name: tuple(item for item in items if item in kept) for name, items in through.items()}
    order = {fact.id: place for place, fact in enumerate(scorecard.facts)}
    names = sorted(reading.unknown, key=lambda name: (order[name.split("[", maxsplit=1)[0]], name))
    return tuple(
        OpenFact(id=name, reason=reading.unknown[name], criteria=criteria)
        for name in names
        if (criteria := through.get(name.split("[", maxsplit=1)[0], ()))
    )
