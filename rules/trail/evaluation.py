"""How does one subject, under one scorecard version, become a record?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, already, digest, written_bytes
from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.intervals import EVERYTHING
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import (
    RECORD_SCHEMA,
    Finding,
    NamedFigure,
    Record,
    SectionResult,
)
from rules.engine.decide import decide
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Inference
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import Indicator
from rules.trail.canonical_inputs import CanonicalInputs, canonical_evidence
from rules.trail.commitments import StepRecorder
from rules.trail.concluded import open_facts, read_question
from rules.trail.conclusions import alternatives, conclusion, standing
from rules.trail.figures import figure
from rules.trail.plain import SeenFact, plain_model, plain_models, plain_value
from rules.trail.prepared import Prepared
from rules.trail.reasons import Reasons
from rules.trail.rule_results import rule_results
from rules.trail.tables import missing_values, tables_used, with_tables
from rules.trail.tracks import track_of
from rules.trail.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.read_subject import Reading
    from rules.model.lookups import TableSource
    from rules.model.scorecard import FactDefinition, Gate, Scorecard
    from rules.model.tables import Table
    from rules.trail.reasons import PlainReason

    _Stated = tuple[tuple[str, ...], Fraction | None, dict[str, Json]]
    """The facts behind a criterion, its maximum, and what every record says of it."""


@dataclass(frozen=True)
class Recorded:
    """A record as its canonical bytes, with their digest; `parts` are what it was written from, but for its steps."""

    content: bytes
    digest: str
    parts: Mapping[str, object] = field(compare=False, repr=False)

    @cached_property
    def record(self) -> Record:
        """The record, read back from its bytes by whoever asks first."""
        return Record.model_validate_json(self.content)

    @cached_property
    def without_steps(self) -> Record:
        """The record but for its steps, which are nearly all of its bytes, for whoever does not need them."""
        return Record.model_validate({**self.parts, "steps": ()})


class Evaluator:
    """One scorecard version, compiled once, that evaluates subjects one after the other."""

    def __init__(
        self, scorecard: Scorecard, rule_digest: str, version_name: str, tables: TableSource | None = None
    ) -> None:
        """Build the plan and the networks; `tables` is where the reference tables of the card come from.

        Raises:
            PlanError: the card does not fit inside the fence of the engine.
        """
        self.engine = InferenceEngine(scorecard, tables)
        self._scorecard = self.engine.plan.scorecard
        self._fact_ids = frozenset(fact.id for fact in self._scorecard.facts)
        self._inputs = CanonicalInputs(self._scorecard)
        self._prepared = Prepared(self.engine)
        self._reasons = Reasons(self.engine)
        criteria: tuple[Gate | Indicator, ...] = (*self._scorecard.gates, *self._scorecard.indicators)
        self._stated = {criterion.id: self._state(criterion) for criterion in criteria}
        self._rule_digest = rule_digest
        self._version_name = version_name

    def _state(self, criterion: Gate | Indicator) -> _Stated:
        """Write what a `CriterionResult` says in every record of the card."""
        facts = tuple(name for name in self.engine.dependencies.of((criterion.id,)) if name in self._fact_ids)
        stated: dict[str, Json] = {"id": criterion.id, "kind": "gate"}
        maximum = None
        if isinstance(criterion, Indicator):
            maximum = criterion.maximum
            stated |= {"kind": "indicator", "maximum_points": format_exact(maximum)}
        if facts:
            stated["facts"] = facts
        if criterion.basis:
            stated["bases"] = criterion.basis
        return facts, maximum, stated

    def close(self) -> None:
        """Free the networks."""
        self.engine.close()

    def evaluate(self, subject: Subject, record_key: bytes, tables: Mapping[str, Table] | None = None) -> Recorded:
        """Evaluate one subject; the same subject, key and tables give the same bytes.

        Unless `tables` are given by their ids, the editions in force on the as-of date as known at the known time are
        looked in.

        Raises:
            InputError: facts, settings or evidence are wrong; all violations are listed.
            EngineDisagreement: the evaluators differ, so there is no answer.
            VersionError: an edition of a reference table that the card names is not there.
        """
        reading, question = read_question(self.engine, subject, tables)
        tables = question.tables
        decision = decide(self.engine, question)
        concluded = conclusion(self.engine, question, decision)
        declared = None
        if reading.declared is not reading.verified and reading.declared.used != reading.verified.used:
            as_declared = replace(question, facts=reading.declared.extents)
            declared = conclusion(self.engine, as_declared, decide(self.engine, as_declared, beside=decision.inference))
        facts = self._facts(subject, reading.verified)
        evidence = tuple(sorted(subject.evidence, key=lambda item: item.id))
        chosen = {name: choice for name, choice in reading.settings.items() if choice is not None}
        recorder = StepRecorder(record_key)
        walk = Walk(self.engine, decision.inference, recorder, self._prepared)
        written = plain_models(evidence)
        walk.record(self._about(subject, chosen, tables), written, facts, reading.verified.unknown)
        walk.conclude(concluded)
        trail = recorder.finish()
        why = self._reasons.of(decision.inference, reading.verified.unknown)
        document: dict[str, Json] = {
            "schema_number": RECORD_SCHEMA,
            "subject": subject.subject,
            "scorecard_version": self._version_name,
            "rule_digest": self._rule_digest,
            "settings": chosen,
            "as_of_date": subject.as_of,
            "known_time": subject.known,
            "conclusion": plain_model(concluded),
            "standing": plain_model(with_tables(standing(self.engine.plan, decision), decision.inference)),
            "criteria": self._criteria(decision.inference, walk.points, why, reading.verified),
            "facts": [self._plain_fact(fact) for fact in facts],
            "steps": already(trail.written),
            "trail_digest": trail.head,
        }
        left_out_if_empty: dict[str, Json] = {
            "declared_conclusion": plain_model(declared) if declared else {},
            "setting_alternatives": plain_models(alternatives(self.engine, question, decision)),
            "rules": plain_models(rule_results(self.engine, decision, reading.verified)),
            "sections": plain_models(self._sections(decision.inference)),
            "tables": plain_models(tables_used(tables)),
            "missing_values": plain_models(missing_values(self._scorecard, decision.inference)),
            "track": dict(track_of(self._scorecard, decision)),
            "results": plain_models(self._results(decision.inference)),
            "reasons": why,
            "findings": plain_models(self._findings(decision.inference)),
            "open_facts": plain_models(open_facts(self.engine, decision, reading.verified)),
            "evidence": written,
        }
        document |= {name: part for name, part in left_out_if_empty.items() if part}
        content = written_bytes(document)
        models = {"conclusion": concluded, "facts": [fact.parts() for fact in facts], "evidence": evidence}
        return Recorded(content, digest(content), {**document, **models})

    def _about(self, subject: Subject, settings: dict[str, str], tables: Mapping[str, Table]) -> Json:
        named: Json = {
            use.id: {"table": f"{use.name}@{use.edition}", "digest": use.digest} for use in tables_used(tables)
        }
        return {
            "schema": RECORD_SCHEMA,
            "scorecard_version": self._version_name,
            "rule_digest": self._rule_digest,
            "subject": subject.subject,
            "as_of_date": subject.as_of,
            "known_time": subject.known,
            "settings": settings,
            **({"tables": named} if named else {}),
        }

    def _criteria(
        self, inference: Inference, points: Mapping[str, dict[str, Json]], why: list[PlainReason], reading: Reading
    ) -> list[dict[str, Json]]:
        """Write a `CriterionResult` for every criterion; what the card alone says of it stands ready."""
        codes: dict[str, list[str]] = {}
        for reason in why:
            codes.setdefault(str(reason["criterion"]), []).append(str(reason["code"]))
        cited = any(value.evidence or value.records for value in reading.used.values())
        found: list[dict[str, Json]] = []
        for name, (facts, maximum, stated) in self._stated.items():
            result = stated.copy()
            earned = inference.score.earned.get(name)
            if earned is None:
                result["outcome"] = inference.gates[name].value
            else:
                result["outcome"] = self.engine.indicator_outcome(name, inference).value
                result["points"] = points[name]
                if earned.maximum is not maximum:
                    result["maximum_points"] = format_exact(earned.maximum)
            if name in codes:
                result["reason_codes"] = codes[name]
            if cited and (evidence := self._evidence_behind(facts, reading)):
                result["evidence"] = evidence
            found.append(result)
        return found

    def _evidence_behind(self, facts: tuple[str, ...], reading: Reading) -> list[str]:
        """List the evidence behind the facts behind a criterion."""
        return sorted({item for name in facts if name in reading.used for item in reading.used[name].evidence})

    def _sections(self, inference: Inference) -> tuple[SectionResult, ...]:
        rounding = self._scorecard.card.rounding
        return tuple(
            SectionResult(
                id=name,
                score=figure(scored.points, "point", rounding),
                maximum_points=format_exact(scored.maximum),
            )
            for name, scored in inference.score.sections.items()
        )

    def _results(self, inference: Inference) -> tuple[NamedFigure, ...]:
        found: list[NamedFigure] = []
        for result in self._scorecard.results:
            extent = inference.values.extents[result.name]
            interval = inference.total if result.name == TOTAL_SCORE else EVERYTHING
            if isinstance(extent, NumberExtent) and result.name != TOTAL_SCORE:
                interval = extent.interval
            unit = self.engine.plan.names.units[result.name]
            found.append(NamedFigure(id=result.id, figure=figure(interval, unit, result.rounding), bases=result.basis))
        return tuple(found)

    def _findings(self, inference: Inference) -> tuple[Finding, ...]:
        found: list[Finding] = []
        for rule in self._scorecard.findings:
            outcome = inference.second[f"finding:{rule.id}"]
            if outcome in (Outcome.MET, Outcome.UNDETERMINED):
                found.append(
                    Finding(
                        id=rule.id,
                        severity=rule.severity.value,
                        outcome=outcome,
                        close_within_days=rule.close_within_days,
                        bases=rule.basis,
                    )
                )
        return tuple(found)

    def _facts(self, subject: Subject, reading: Reading) -> tuple[SeenFact, ...]:
        """List all facts of the scorecard in its order, given or not."""
        given = {fact.id: self._inputs.fact(fact) for fact in subject.facts}
        seen: list[SeenFact] = []
        for fact in self._scorecard.facts:
            declared = given.get(fact.id) or DeclaredFact(id=fact.id)
            used = reading.used.get(fact.id)
            if used is None:
                seen.append(SeenFact(declared, unknown=reading.unknown.get(fact.id)))
            elif self._is_bare_number(fact, declared, used):
                seen.append(SeenFact(declared, used, number=used.number))
            else:
                used = canonical_evidence(used)
                seen.append(SeenFact(declared, used, reading.unknown.get(fact.id), plain_value(used)))
        return tuple(seen)

    @staticmethod
    def _is_bare_number(definition: FactDefinition, declared: DeclaredFact, used: DeclaredValue) -> bool:
        """Say whether a fact is nothing but a number in its own unit, used as it was declared."""
        as_declared = declared.value is used and declared.verification is None and not declared.ratings
        return as_declared and used.number is not None and used.unit == (definition.unit or None)

    def _plain_fact(self, fact: SeenFact) -> Json:
        if fact.number is None:
            return fact.plain()
        evidence = () if fact.used is None else fact.used.evidence
        return already(self._prepared.forms.number(fact.declared.id, fact.number).fact(fact.number, evidence))
