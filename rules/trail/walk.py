"""In which order do the steps lead from the facts to the conclusion?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import names_in_condition
from rules.model.scorecard import list_of
from rules.trail.prepared import ROOT
from rules.trail.step_writer import StepWriter
from rules.trail.walk_facts import FactSteps
from rules.trail.walk_points import PointSteps
from rules.trail.walk_stages import record_stages
from rules.trail.walk_verdicts import record_verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.outcomes import Outcome, UnknownReason
    from rules.contracts.record import Conclusion
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.expressions import Condition
    from rules.model.scorecard import Words
    from rules.trail.commitments import StepRecorder
    from rules.trail.plain import SeenFact
    from rules.trail.prepared import Prepared
    from rules.trail.sentences import Speaker


class Walk:
    """Walks through one inference in the order in which it was concluded and records every step."""

    def __init__(
        self,
        engine: InferenceEngine,
        inference: Inference,
        recorder: StepRecorder,
        prepared: Prepared,
    ) -> None:
        """Begin at the facts."""
        self._writer = StepWriter(engine, inference, recorder, prepared)
        self._facts = FactSteps(self._writer)
        self._points = PointSteps(self._writer)

    @property
    def points(self) -> Mapping[str, dict[str, Json]]:
        """The points that each indicator counts, once it is recorded."""
        return self._points.points

    def record(
        self,
        about: Json,
        evidence: list[dict[str, Json]],
        facts: tuple[SeenFact, ...],
        unknown: Mapping[str, UnknownReason],
    ) -> None:
        """Record everything but the conclusion."""
        writer = self._writer
        card, inference, quantities = writer.scorecard, writer.inference, writer.prepared.quantities
        writer.recorder.record(ROOT, "evaluation", about)
        for item in evidence:
            writer.write(f"evidence/{item['id']}", "evidence", item)
        for fact in facts:
            self._facts.fact(fact, unknown.get(fact.declared.id))
        for quantity in (quantities[name] for name in writer.engine.plan.order):
            if list_of(quantity) is None:
                self._facts.quantity(quantity)
        if card.applies:
            self._criterion("applies", "applicability", card.applies, inference.applies)
        for gate in card.gates:
            self._criterion(f"gates/{gate.id}", "gate", gate.requires, inference.gates[gate.id], gate.labels)
        if card.stages is not None:
            record_stages(writer, card.stages)
        if card.verdicts is not None and inference.judged is not None:
            record_verdict(writer, card.verdicts, inference.judged)
        for indicator in card.indicators:
            self._points.indicator(indicator)
        if card.indicators or card.verdicts is None:
            self._points.sections()
        for index, row in enumerate(card.ladder.rows if card.ladder else ()):
            self._points.ladder_row(index, row)
        for finding in card.findings:
            outcome = inference.second[f"finding:{finding.id}"]
            self._criterion(f"findings/{finding.id}", "finding", finding.when, outcome, finding.labels)

    def conclude(self, conclusion: Conclusion) -> None:
        """Record the conclusion as the last step."""
        payload: Json = conclusion.model_dump(mode="json", exclude_defaults=True)
        self._writer.recorder.record("conclusion", "conclusion", payload, parent=ROOT)

    def _criterion(
        self, step: str, kind: str, condition: Condition, outcome: Outcome, labels: Words | None = None
    ) -> None:
        template = {"gate": "gate", "finding": "finding"}.get(kind)
        identity = step.rsplit("/", maxsplit=1)[-1]

        def write(speaker: Speaker) -> str:
            conditions = speaker.condition(condition)
            if template is None:
                return conditions
            name = (labels or {}).get(speaker.language, "")
            return speaker.templates[template].format(id=identity, name=name, conditions=conditions)

        sentence = self._writer.form(step, write)
        payload = f'{{"clauses":{self._writer.clauses(condition)},"outcome":"{outcome}","sentence":{sentence}}}'
        self._writer.add(step, kind, payload, lambda: names_in_condition(condition))
