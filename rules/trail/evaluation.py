"""Evaluator of one scorecard version: evaluation of a subject to a record, and checked re-reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.record import RECORD_SCHEMA, SEMANTICS, Record
from rules.contracts.record_bytes import RecordHead, WrittenRecord
from rules.engine.decide import decide
from rules.engine.inference_engine import InferenceEngine
from rules.engine.lane.extents import complete_extents
from rules.trail.canonical_inputs import InputCanonicalizer
from rules.trail.card_context import CardContext
from rules.trail.commitments import commitments, merkle_root
from rules.trail.evaluated import CompletedEvaluation
from rules.trail.lane import KnownSubjectEvaluator, build_conclusion_parts, build_evaluation
from rules.trail.question import read_question
from rules.trail.reading_back import replay_evaluation, require_same_steps
from rules.trail.semantics import apply_semantics
from rules.trail.tables import tables_used
from rules.trail.telling import RecordBuilder
from rules.trail.walk import StepRecorder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.model.tables import Table


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
        complete_extents(self.evaluation.inference.values)
        steps = self._step_recorder.render_steps(self.evaluation, self.written_record.commitments)
        return self.without_steps.model_copy(update={"steps": steps})

    @cached_property
    def without_steps(self) -> Record:
        """The record but for its steps, for whoever does not need them."""
        complete_extents(self.evaluation.inference.values)
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
        self._lane = None if reads_only else KnownSubjectEvaluator(prepared, self._inputs, self._step_recorder)
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
        semantics: int = SEMANTICS,
    ) -> LazyRecord:
        """Evaluate one subject; the same subject, key, tables and number of semantics give the same bytes.

        Unless `tables` are given by their ids, the editions in force on the as-of date as known at the known time are
        looked in.

        Raises:
            InputError: facts, settings or evidence are wrong; all violations are listed.
            EngineDisagreement: the evaluators differ, so there is no answer.
            VersionError: an edition of a reference table that the card names is not there.
        """
        lane = self._lane if semantics == SEMANTICS else None
        known = None if lane is None else lane.evaluate(subject, tables)
        if known is not None:
            return self._recorded(*known, record_key, semantics)
        reading, question = read_question(self.engine, subject, tables)
        decision = decide(self.engine, question)
        closing = build_conclusion_parts(self.engine, reading, decision)
        today = build_evaluation(self.engine, self._inputs, subject, reading, decision, closing)
        evaluated = apply_semantics(semantics, today)
        return self._recorded(evaluated, self._step_recorder.write_steps(evaluated), record_key, semantics)

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
        self, evaluated: CompletedEvaluation, steps: tuple[bytes, ...], record_key: bytes, semantics: int
    ) -> LazyRecord:
        leaves = commitments(record_key, steps)
        subject = evaluated.subject
        head = RecordHead(
            schema_number=RECORD_SCHEMA,
            semantics=semantics,
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
