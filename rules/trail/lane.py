"""How is a subject evaluated of which everything is known?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.engine.decide import decide
from rules.engine.lane.extents import OpenError, complete
from rules.engine.lane.inferring import KnownInference
from rules.engine.lane.reading import KnownReader
from rules.engine.read_subject import SubjectReading
from rules.trail.conclusions import alternatives, conclusion, open_facts, standing
from rules.trail.evaluated import Evaluated
from rules.trail.known_steps import KnownSteps
from rules.trail.question import is_instant
from rules.trail.tables import with_tables
from rules.trail.tracks import track_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.engine.decide import Decision
    from rules.engine.infer import InferenceEngine
    from rules.model.tables import Table
    from rules.trail.canonical_inputs import CanonicalInputs
    from rules.trail.prepared import Prepared


class Lane:
    """Evaluates the subjects of one card of which everything is known, and gives up at the first thing that is not."""

    def __init__(self, prepared: Prepared, inputs: CanonicalInputs) -> None:
        """Prepare what is the same for all of them."""
        self._engine, self._inputs = prepared.engine, inputs
        self._reader = KnownReader(prepared.engine.plan.scorecard)
        self._inference = KnownInference(prepared.engine)
        self._steps = KnownSteps(prepared)

    @classmethod
    def of(cls, prepared: Prepared, inputs: CanonicalInputs) -> Lane | None:
        """Make the lane of a card; none if the card has something that is left to the general way."""
        return cls(prepared, inputs) if KnownInference.takes(prepared.engine) else None

    def evaluate(
        self, subject: Subject, tables: Mapping[str, Table] | None
    ) -> tuple[Evaluated, tuple[bytes, ...]] | None:
        """Evaluate a subject and write the steps; nothing if something is open or wrong.

        Raises:
            EngineDisagreement: the evaluators differ, so there is no answer.
            VersionError: an edition of a reference table that the card names is not there.
        """
        self._engine.waiting.go_on()
        read = self._reader.read(subject) if is_instant(subject.known) else None
        if read is None:
            return None
        if tables is None:
            tables = self._engine.tables_at(read.as_of, parse_date(subject.known[:10]))
        try:
            known = self._inference.infer(read, tables)
        except OpenError:
            return None
        verified = read.reading()
        reading = SubjectReading(read.as_of, dict(read.settings), verified, read.declared or verified)
        evaluated = evaluated_as(self._engine, self._inputs, subject, reading, known.decision)
        return evaluated, self._steps.written(read, evaluated, known)


def evaluated_as(
    engine: InferenceEngine, inputs: CanonicalInputs, subject: Subject, reading: SubjectReading, decision: Decision
) -> Evaluated:
    """Say what an evaluation came to, of which the verified values were decided.

    Raises:
        EngineDisagreement: the evaluators differ about the declared values, so there is no answer.
    """
    inference, declared = decision.inference, None
    question = inference.question
    if reading.declared is not reading.verified and reading.declared.used != reading.verified.used:
        complete(inference.values)
        as_declared = replace(question, facts=reading.declared.extents, stages=None, verdicts=None)
        declared = conclusion(engine, as_declared, decide(engine, as_declared, beside=inference))
    return Evaluated(
        inputs=inputs,
        subject=subject,
        settings={name: choice for name, choice in reading.settings.items() if choice is not None},
        evidence=tuple(sorted(subject.evidence, key=lambda item: item.id)),
        reading=reading.verified,
        tables=question.tables,
        inference=inference,
        conclusion=conclusion(engine, question, decision),
        declared_conclusion=declared,
        setting_alternatives=alternatives(engine, question, decision),
        standing=with_tables(standing(engine.plan, decision), inference),
        open_facts=open_facts(engine, decision, reading.verified),
        track=track_of(engine.plan.scorecard, decision),
    )
