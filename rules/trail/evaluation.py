"""Evaluator of a scorecard version: evaluation to a record, and re-reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import ChoiceExtent
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS, Record
from rules.contracts.record_bytes import RECORD_FORMS, WrittenRecord
from rules.engine.decide import decide, leaves_one_answer
from rules.engine.grades import NO_STAGE
from rules.engine.inference import is_known
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import STAGE
from rules.trail.canonical_inputs import InputCanonicalizer
from rules.trail.card_context import CardContext
from rules.trail.commitments import commitments, merkle_root
from rules.trail.conclusions import (
    conclusion,
    has_fixed_bases,
    open_facts,
    score_figure,
    setting_alternatives,
    weakest_certainty,
)
from rules.trail.deserialization import replay_evaluation, require_same_steps
from rules.trail.evaluation_result import CompletedEvaluation
from rules.trail.question import read_question
from rules.trail.record_builder import RecordBuilder
from rules.trail.tables import tables_used, with_table_certainty
from rules.trail.trail_traversal import StepRecorder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.contracts.outcomes import ConclusionKind, Outcome
    from rules.contracts.record import Conclusion, ConclusionCertainty
    from rules.engine.decide import Decision
    from rules.engine.read_subject import SubjectReading
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.model.tables import Table


def track_of(scorecard: Scorecard, decision: Decision) -> dict[str, str]:
    """Give the value of each name that forms the track and is known, in the order of the card."""
    track: dict[str, str] = {}
    for name in scorecard.tracks.by if scorecard.tracks else ():
        value = decision.stage if name == STAGE else _value(decision, name)
        if value is not None and not (name == STAGE and value == NO_STAGE):
            track[name] = value
    return track


def _value(decision: Decision, name: str) -> str | None:
    extent = decision.inference.values.extents[name]
    if not isinstance(extent, ChoiceExtent) or extent.others or len(extent.possible) != 1:
        return None
    return min(extent.possible)


_MAX_CACHED = 1_024
_SHARED = ("stage", "maturity")
"""What the rules begin with on whose outcomes the bases of many indicators rest."""
_Ended = tuple["ConclusionKind", tuple[str, ...], tuple[str, ...], object]
"""The kind of a conclusion, the grades and the stages left, and the verdict with the rules that decide it."""
_Decided = tuple["ConclusionKind", tuple[str, ...], tuple["Outcome", ...]]
"""The kind of a conclusion, the grades left, and how gates, stages, rows of maturity, ladder and findings came out."""


class ConclusionWriter:
    """Writes conclusions of one card and how sure they are.

    Of subjects of which everything is known, what ended alike is written once.
    """

    def __init__(self, engine: InferenceEngine) -> None:
        """Find the rules on which it rests how sure a conclusion is."""
        self._engine = engine
        card, rules = engine.plan.scorecard, engine.plan.first_network.rules
        self._shared = [rule.id for rule in rules if rule.id.partition(":")[0] in _SHARED]
        self._keeps_standing = card.verdicts is None and all(map(has_fixed_bases, card.quantities))
        self._conclusions: dict[_Ended, Conclusion] = {}
        self._standings: dict[_Decided, ConclusionCertainty] = {}

    def parts(self, reading: SubjectReading, decision: Decision) -> ConclusionParts:
        """Conclude from a decision about the verified values, and from the declared ones."""
        declared = _declared(self._engine, reading, decision)
        return ConclusionParts(
            self._conclusion(decision),
            self._standing(decision),
            None if declared is None else self._conclusion(declared),
        )

    def _conclusion(self, decision: Decision) -> Conclusion:
        inference, judged = decision.inference, decision.verdict_result
        if not (is_known(inference) and leaves_one_answer(inference)) or decision.alternatives:
            return conclusion(self._engine, inference.question, decision)
        verdict_key = judged and (judged.possible, judged.verdict, judged.deciding)
        ended = decision.kind, inference.grades, inference.stages, verdict_key
        cached = self._conclusions.get(ended)
        if cached is None:
            cached = conclusion(self._engine, inference.question, decision)
            if len(self._conclusions) < _MAX_CACHED:
                self._conclusions[ended] = cached
        return cached.model_copy(update={"score": score_figure(self._engine.plan.scorecard, inference.total)})

    def _standing(self, decision: Decision) -> ConclusionCertainty:
        inference = decision.inference
        if not (self._keeps_standing and is_known(inference)) or decision.alternatives:
            return certainty_of_decision(self._engine, decision)
        shared = [inference.first_pass[rule] for rule in self._shared]
        outcomes = (*inference.gates.values(), *shared, *inference.second_pass.values())
        decided = decision.kind, inference.grades, outcomes
        certainty = self._standings.get(decided)
        if certainty is None:
            certainty = certainty_of_decision(self._engine, decision)
            if len(self._standings) < _MAX_CACHED:
                self._standings[decided] = certainty
        return certainty


def certainty_of_decision(engine: InferenceEngine, decision: Decision) -> ConclusionCertainty:
    """Say how sure a decision is, the rows of tables that answered included."""
    return with_table_certainty(weakest_certainty(engine.plan, decision), decision.inference)


class ConclusionParts(NamedTuple):
    """What is concluded in the end, how sure that is, and what would be of the declared values where they differ."""

    conclusion: Conclusion
    standing: ConclusionCertainty
    declared: Conclusion | None


def _declared(engine: InferenceEngine, reading: SubjectReading, decision: Decision) -> Decision | None:
    """Decide about the declared values, if others are used than those."""
    if reading.declared is reading.verified or reading.declared.used == reading.verified.used:
        return None
    inference = decision.inference
    question = replace(inference.question, facts=reading.declared.extents, stages=None, verdicts=None)
    return decide(engine, question, beside=inference, decided_before=decision)


def build_evaluation(  # noqa: PLR0913, PLR0917 - the parts of an evaluation
    engine: InferenceEngine,
    inputs: InputCanonicalizer,
    subject: Subject,
    reading: SubjectReading,
    decision: Decision,
    closing: ConclusionParts,
) -> CompletedEvaluation:
    """Say what an evaluation came to, of which the verified values were decided."""
    inference = decision.inference
    question = inference.question
    return CompletedEvaluation(
        inputs=inputs,
        subject=subject,
        settings={name: choice for name, choice in reading.settings.items() if choice is not None},
        evidence=tuple(sorted(subject.evidence, key=lambda item: item.id)),
        fact_reading=reading.verified,
        tables=question.tables,
        inference=inference,
        conclusion=closing.conclusion,
        declared_conclusion=closing.declared,
        setting_alternatives=setting_alternatives(engine, question, decision),
        standing=closing.standing,
        open_facts=open_facts(engine, decision, reading.verified),
        track=track_of(engine.plan.scorecard, decision),
    )


@dataclass(frozen=True)
class LazyRecord:
    """A record as it is written, and as it is told by whoever asks first."""

    written_record: WrittenRecord
    evaluation: CompletedEvaluation = field(compare=False, repr=False)
    _record_builder: RecordBuilder = field(compare=False, repr=False)
    _step_recorder: StepRecorder = field(compare=False, repr=False)

    @property
    def content(self) -> bytes:
        """The bytes of the record."""
        return self.written_record.content

    @property
    def digest(self) -> str:
        """The digest of the record."""
        return self.written_record.digest

    @property
    def wording_digest(self) -> str:
        """The digest of the sentences in which its steps are told."""
        return self._record_builder.prepared.wording_digest

    @property
    def scorecard(self) -> Scorecard:
        """The card under which it is told."""
        return self._record_builder.scorecard

    @cached_property
    def record(self) -> Record:
        """The record with its steps, put into words."""
        steps = self._step_recorder.render_steps(self.evaluation, self.written_record.commitments)
        return self.without_steps.model_copy(update={"steps": steps})

    @cached_property
    def without_steps(self) -> Record:
        """The record but for its steps, for whoever does not need them."""
        return self._record_builder.record(self.evaluation, self.written_record.head, ())


class Evaluator:
    """One scorecard version, compiled once, that evaluates subjects one after the other and reads records again."""

    def __init__(  # noqa: PLR0913 -- the card, and what is ready of it
        self,
        scorecard: Scorecard,
        rule_digest: str,
        version_name: str,
        tables: TableSource | None = None,
        *,
        reads_only: bool = False,
        engine: InferenceEngine | None = None,
    ) -> None:
        """Build the plan and the networks; `tables` is where the reference tables of the card come from.

        One that `reads_only` evaluates nothing and needs no networks. An `engine` of the same card is taken as it is.

        Raises:
            PlanError: the card does not fit inside the fence of the engine.
        """
        self.engine = engine or InferenceEngine(scorecard, tables, oracle_only=reads_only)
        self._scorecard = self.engine.plan.scorecard
        self._inputs = InputCanonicalizer(self._scorecard)
        prepared = CardContext(self.engine)
        self._record_builder = RecordBuilder(prepared, scorecard)
        self._step_recorder = StepRecorder(prepared)
        self._conclusion_writer = ConclusionWriter(self.engine)
        self._rule_digest = rule_digest
        self._version_name = version_name

    def close(self) -> None:
        """Free the networks."""
        self.engine.close()

    def evaluate(
        self,
        subject: Subject,
        record_key: bytes,
        tables: Mapping[str, Table] | None = None,
        *,
        form: int = RECORD_SCHEMA,
    ) -> LazyRecord:
        """Evaluate one subject and write the record in a form; the same arguments give the same bytes.

        Unless `tables` are given by their ids, the editions in force on the as-of date as known at the known time are
        looked in.

        Raises:
            InputError: facts, settings or evidence are wrong; all violations are listed.
            EngineDisagreement: the evaluators differ, so there is no answer.
            VersionError: an edition of a reference table that the card names is not there.
        """
        reading, question = read_question(self.engine, subject, tables)
        decision = decide(self.engine, question)
        closing = self._conclusion_writer.parts(reading, decision)
        evaluated = build_evaluation(self.engine, self._inputs, subject, reading, decision, closing)
        return self._recorded(evaluated, self._step_recorder.write_steps(evaluated), record_key, form)

    def read(self, written: WrittenRecord) -> LazyRecord:
        """Read a record of this version again: what its steps found is told under the card.

        What they say of criteria and points is inferred once more by the oracle, and must be the same; what was
        searched for, such as the grades still possible, is taken from the record.

        Raises:
            TrailError: it is none of this version, or its steps do not follow from its inputs.
            VersionError: a reference table that it names is not there.
        """
        evaluated = replay_evaluation(self.engine, self._inputs, written, self._version_name)
        require_same_steps(written, self._step_recorder.write_steps(evaluated))
        return LazyRecord(written, evaluated, self._record_builder, self._step_recorder)

    def _recorded(
        self, evaluated: CompletedEvaluation, steps: tuple[bytes, ...], record_key: bytes, form: int
    ) -> LazyRecord:
        leaves = commitments(record_key, steps)
        subject = evaluated.subject
        head = RECORD_FORMS[form](
            schema_number=form,
            semantics=SEMANTICS,
            scorecard_version=self._version_name,
            rule_digest=self._rule_digest,
            subject=subject.subject,
            settings=dict(evaluated.settings),
            as_of_date=subject.as_of,
            known_time=subject.known,
            tables=tables_used(evaluated.tables),
            step_count=len(steps),
            trail_digest=merkle_root(leaves).hex(),
        )
        return LazyRecord(
            WrittenRecord(head, steps, tuple(leaves)), evaluated, self._record_builder, self._step_recorder
        )
