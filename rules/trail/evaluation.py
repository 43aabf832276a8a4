"""How does one subject, under one scorecard version, become a record?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.errors import InputError, Violation
from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.intervals import EVERYTHING
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import (
    RECORD_SCHEMA,
    CriterionResult,
    EvaluatedFact,
    Finding,
    NamedFigure,
    OpenFact,
    Record,
    SectionResult,
)
from rules.engine.decide import decide
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Inference, Question
from rules.engine.read_subject import read_subject
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.trail.canonical_inputs import CanonicalInputs, canonical_evidence
from rules.trail.commitments import StepRecorder, chain
from rules.trail.conclusions import alternatives, conclusion, standing
from rules.trail.figures import bounds, figure
from rules.trail.reasons import reasons
from rules.trail.rule_results import rule_results
from rules.trail.sentences import phrasebooks
from rules.trail.tracks import track_of
from rules.trail.walk import Walk

if TYPE_CHECKING:
    from rules.contracts.record import Reason
    from rules.engine.decide import Decision
    from rules.engine.read_subject import Reading
    from rules.model.scorecard import Scorecard

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record with its canonical bytes and their digest."""

    record: Record
    content: bytes
    digest: str


def record_bytes(record: Record) -> bytes:
    """Write a record as canonical JSON; empty and absent fields are left out."""
    plain: Json = record.model_dump(mode="json", exclude_defaults=True)
    if not isinstance(plain, dict):
        raise TypeError("a record is an object")
    return canonical_bytes({**plain, "schema_number": record.schema_number})


class Evaluator:
    """One scorecard version, compiled once, that evaluates subjects one after the other."""

    def __init__(self, scorecard: Scorecard, rule_digest: str, version_name: str) -> None:
        """Build the plan and the networks.

        Raises:
            PlanError: the card does not fit inside the fence of the engine.
        """
        self.engine = InferenceEngine(scorecard)
        self._scorecard = self.engine.plan.scorecard
        self._fact_ids = frozenset(fact.id for fact in self._scorecard.facts)
        self._inputs = CanonicalInputs(self._scorecard)
        self._books = phrasebooks(self._scorecard)
        self._rule_digest = rule_digest
        self._version_name = version_name

    def close(self) -> None:
        """Free the networks."""
        self.engine.close()

    def evaluate(self, subject: Subject, record_key: bytes) -> Recorded:
        """Evaluate one subject; the same subject and key give the same bytes.

        Raises:
            InputError: facts, settings or evidence are wrong; all violations are listed.
            EngineDisagreement: the evaluators differ, so there is no answer.
        """
        if not _INSTANT.match(subject.known):
            wanted = f"'{subject.known[:40]}' is not an instant in the form YYYY-MM-DDThh:mm:ssZ"
            raise InputError((Violation("known_time", wanted, "NOT_AN_INSTANT"),))
        reading = read_subject(self._scorecard, subject)
        question = Question(reading.verified.extents, reading.settings, reading.as_of, {})
        decision = decide(self.engine, question)
        concluded = conclusion(self.engine, question, decision)
        declared = None
        if reading.declared is not reading.verified and reading.declared.used != reading.verified.used:
            as_declared = Question(reading.declared.extents, reading.settings, reading.as_of, {})
            declared = conclusion(self.engine, as_declared, decide(self.engine, as_declared))
        facts = self._facts(subject, reading.verified)
        evidence = tuple(sorted(subject.evidence, key=lambda item: item.id))
        chosen = {name: choice for name, choice in reading.settings.items() if choice is not None}
        recorder = StepRecorder(record_key)
        walk = Walk(self.engine, decision.inference, recorder, self._books)
        walk.record(self._about(subject, chosen), evidence, facts, reading.verified.unknown)
        walk.conclude(concluded)
        why = reasons(self.engine, decision.inference, reading.verified.unknown)
        record = Record(
            subject=subject.subject,
            scorecard_version=self._version_name,
            rule_digest=self._rule_digest,
            settings=chosen,
            as_of_date=subject.as_of,
            known_time=subject.known,
            conclusion=concluded,
            declared_conclusion=declared,
            setting_alternatives=alternatives(self.engine, question, decision),
            standing=standing(self._scorecard, decision),
            criteria=self._criteria(decision.inference, why, reading.verified),
            rules=rule_results(self.engine, decision, reading.verified),
            sections=self._sections(decision.inference),
            track=track_of(self._scorecard, decision),
            results=self._results(decision.inference),
            reasons=why,
            findings=self._findings(decision.inference),
            open_facts=self._open_facts(decision, reading.verified),
            facts=facts,
            evidence=evidence,
            steps=recorder.steps,
            trail_digest=chain(recorder.steps),
        )
        content = record_bytes(record)
        return Recorded(record, content, digest(content))

    def _about(self, subject: Subject, settings: dict[str, str]) -> Json:
        return {
            "schema": RECORD_SCHEMA,
            "scorecard_version": self._version_name,
            "rule_digest": self._rule_digest,
            "subject": subject.subject,
            "as_of_date": subject.as_of,
            "known_time": subject.known,
            "settings": settings,
        }

    def _criteria(self, inference: Inference, why: tuple[Reason, ...], reading: Reading) -> tuple[CriterionResult, ...]:
        codes: dict[str, list[str]] = {}
        for reason in why:
            codes.setdefault(reason.criterion, []).append(reason.code)
        found: list[CriterionResult] = []
        for gate in self._scorecard.gates:
            facts, evidence = self._behind(gate.id, reading)
            found.append(
                CriterionResult(
                    id=gate.id,
                    kind="gate",
                    outcome=inference.gates[gate.id],
                    reason_codes=tuple(codes.get(gate.id, ())),
                    facts=facts,
                    evidence=evidence,
                    bases=gate.basis,
                )
            )
        for indicator in self._scorecard.indicators:
            facts, evidence = self._behind(indicator.id, reading)
            earned = inference.score.earned[indicator.id]
            found.append(
                CriterionResult(
                    id=indicator.id,
                    kind="indicator",
                    outcome=self.engine.indicator_outcome(indicator.id, inference),
                    points=bounds(earned.counted),
                    maximum_points=format_exact(earned.maximum),
                    reason_codes=tuple(codes.get(indicator.id, ())),
                    facts=facts,
                    evidence=evidence,
                    bases=indicator.basis,
                )
            )
        return tuple(found)

    def _behind(self, criterion: str, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """List the facts behind a criterion and the evidence behind those."""
        facts = tuple(name for name in self.engine.dependencies.of((criterion,)) if name in self._fact_ids)
        evidence = (item for name in facts if name in reading.used for item in reading.used[name].evidence)
        return facts, tuple(sorted(set(evidence)))

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

    def _open_facts(self, decision: Decision, reading: Reading) -> tuple[OpenFact, ...]:
        """List the unknown facts that could still change the conclusion or a finding, in the order of the card."""
        through = self.engine.open_leaves(decision.inference)
        if decision.grade is not None:
            kept = {rule.id for rule in self._scorecard.findings} | ({STAGE} if decision.stage is None else set())
            through = {name: tuple(item for item in items if item in kept) for name, items in through.items()}
        order = {fact.id: place for place, fact in enumerate(self._scorecard.facts)}
        names = sorted(reading.unknown, key=lambda name: (order[name.split("[", maxsplit=1)[0]], name))
        return tuple(
            OpenFact(id=name, reason=reading.unknown[name], criteria=criteria)
            for name in names
            if (criteria := through.get(name.split("[", maxsplit=1)[0], ()))
        )

    def _facts(self, subject: Subject, reading: Reading) -> tuple[EvaluatedFact, ...]:
        """List all facts of the scorecard in its order, given or not."""
        given = {fact.id: self._inputs.fact(fact) for fact in subject.facts}
        used = {name: canonical_evidence(value) for name, value in reading.used.items()}
        return tuple(
            EvaluatedFact(
                declared=given.get(fact.id, DeclaredFact(id=fact.id)),
                used=used.get(fact.id),
                unknown=reading.unknown.get(fact.id),
            )
            for fact in self._scorecard.facts
        )
