"""Trail traversal: all steps of an evaluation in order, with unchanged steps reused."""

from __future__ import annotations

from functools import partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.contracts.record_bytes import plain_model, plain_models
from rules.contracts.step_contents import CriterionContent
from rules.engine.both_evaluators import letters_of
from rules.engine.grades import rule_ids_behind_row
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES, outcome_key
from rules.engine.score import point_rule_ids
from rules.model.expressions import names_in_condition
from rules.trail.criterion_steps import (
    record_indicator,
    record_ladder_row,
    record_rule,
    record_sections,
    record_stages,
    record_verdict,
)
from rules.trail.fact_steps import FactStepRecorder, PlainFactStepWriter, quantity_head
from rules.trail.record_figures import number_code
from rules.trail.step_writer import StepWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.outcomes import Outcome
    from rules.contracts.record import RecordedStep
    from rules.engine.earned_points import EarnedPoints
    from rules.model.expressions import Condition
    from rules.model.scorecard import FindingRule, Gate, Indicator, Scorecard, TextByLanguage
    from rules.trail.card_context import CardContext
    from rules.trail.evaluation_result import CompletedEvaluation
    from rules.trail.sentences import RuleRenderer


STANDING_STEP = "standing"
TRACK_STEP = "track"
OPEN_FACTS_STEP = "open_facts"
DECLARED_CONCLUSION_STEP = "declared_conclusion"
ALTERNATIVES_STEP = "setting_alternatives"
CONCLUSION_STEP = "conclusion"


def _record_conclusion(writer: StepWriter, evaluated: CompletedEvaluation) -> None:
    declared = evaluated.declared_conclusion
    parts: dict[str, Json] = {
        OPEN_FACTS_STEP: plain_models(evaluated.open_facts),
        ALTERNATIVES_STEP: plain_models(evaluated.setting_alternatives),
        DECLARED_CONCLUSION_STEP: None if declared is None else plain_model(declared),
        TRACK_STEP: dict(evaluated.track),
        STANDING_STEP: plain_model(evaluated.standing),
        CONCLUSION_STEP: plain_model(evaluated.conclusion),
    }
    for step, part in parts.items():
        if part:
            payload = part if isinstance(part, dict) else {step: part}
            writer.add(step, "conclusion", (part,), partial(dict, payload))


class StepRecorder:
    """Records evaluations of one scorecard and reuses the bytes of unchanged steps."""

    def __init__(self, prepared: CardContext) -> None:
        self._prepared = prepared
        plan = prepared.engine.plan
        card = plan.scorecard
        self._quantities = [
            (quantity, None if quantity.is_date else quantity_head(name))
            for name in plan.order
            if (quantity := prepared.quantities[name]).owner is None
        ]
        self._facts = [fact.id for fact in card.facts]
        self._plain_steps = PlainFactStepWriter(card.facts)
        rules_by_indicator = [point_rule_ids(plan, indicator) for indicator in card.indicators]
        ends = list(accumulate(map(len, rules_by_indicator), initial=0))
        self._letters = outcome_key(chain.from_iterable(rules_by_indicator))
        self._indicators: list[tuple[str, Indicator, slice, dict[tuple[str, ...], _IndicatorStep]]] = [
            (indicator.id, indicator, slice(*ends), {})
            for indicator, ends in zip(card.indicators, pairwise(ends), strict=True)
        ]
        self._first_pass_caches = list(_first_pass_caches(card, [rule.id for rule in plan.first_network.rules]))
        self._second_pass_caches = list(_second_pass_caches(card))

    def write_steps(self, evaluated: CompletedEvaluation) -> tuple[bytes, ...]:
        return tuple(self._record_steps(evaluated, renders_text=False).written_steps)

    def render_steps(self, evaluated: CompletedEvaluation, commitments: Iterable[bytes]) -> tuple[RecordedStep, ...]:
        entries = self._record_steps(evaluated, renders_text=True).entries()
        return tuple(entry.to_recorded_step(leaf.hex()) for entry, leaf in zip(entries, commitments, strict=True))

    def _record_steps(self, evaluated: CompletedEvaluation, *, renders_text: bool) -> StepWriter:
        writer = StepWriter(self._prepared, evaluated.inference, renders_text=renders_text)
        facts = FactStepRecorder(writer)
        for item in evaluated.evidence:
            facts.evidence(item)
        for name in evaluated.names_with_places:
            facts.evidence_places(evaluated.fact(name).declared)
        plain_steps = {} if renders_text else self._plain_steps.write(evaluated.fact_reading.plain)
        for name, step in zip(self._facts, map(plain_steps.get, self._facts), strict=True):
            if step is None:
                facts.fact(evaluated.fact(name))
            else:
                writer.written_steps.append(step)
        for quantity, head in self._quantities:
            facts.quantity(quantity, head)
        inference, card = evaluated.inference, writer.scorecard
        first, second = (
            {} if renders_text else letters_of(part) for part in (inference.first_pass, inference.second_pass)
        )
        _write_steps(self._first_pass_caches, writer, first)
        if card.verdicts is not None and inference.verdict_result is not None:
            record_verdict(writer, card.verdicts, inference.verdict_result)
        self._write_indicators(writer, first)
        if card.indicators or card.verdicts is None:
            record_sections(writer)
        _write_steps(self._second_pass_caches, writer, second)
        _record_conclusion(writer, evaluated)
        return writer

    def _write_indicators(self, writer: StepWriter, first: Mapping[str, str]) -> None:
        if not first:
            for _, indicator, _, _ in self._indicators:
                record_indicator(writer, indicator)
            return
        score, written_steps, letters = writer.inference.score, writer.written_steps, self._letters(first)
        for name, indicator, span, steps in self._indicators:
            earned = score.earned[name]
            cached = steps.get(letters[span])
            if cached is not None and cached.earned is earned:
                written_steps.append(cached.written)
                continue
            if cached is not None and earned.equals_except_points(cached.earned):
                written_steps.append(cached.with_points(earned))
                continue
            record_indicator(writer, indicator)
            if len(steps) < MAX_MEMO_ENTRIES:
                outcome = writer.engine.indicator_outcome(name, writer.inference)
                steps[letters[span]] = _IndicatorStep.of(name, outcome, earned, written_steps[-1])


class _IndicatorStep(NamedTuple):
    """A recorded step of an indicator, and its bytes before and after the points."""

    earned: EarnedPoints
    written: bytes
    head: bytes
    tail: bytes

    @staticmethod
    def of(indicator: str, outcome: Outcome, earned: EarnedPoints, written: bytes) -> _IndicatorStep:
        begin = len(unchecked_canonical_bytes((f"indicators/{indicator}", outcome.value))) + 1
        return _IndicatorStep(earned, written, written[:begin], written[begin + len(number_code(earned.awarded)) :])

    def with_points(self, earned: EarnedPoints) -> bytes:
        return b"%b%b%b" % (self.head, number_code(earned.awarded).encode(), self.tail)


def _first_pass_caches(card: Scorecard, rules: list[str]) -> Iterator[_StepCache]:
    if card.applies:
        yield _StepCache(["card:applies"], _record_applies)
    for gate in card.gates:
        yield _StepCache([rule for rule in rules if rule.startswith(f"{gate.id}:")], partial(_record_gate, gate=gate))
    if card.stages:
        rule_ids = [rule for rule in rules if rule.startswith("stage:")]
        yield _StepCache(rule_ids, partial(record_stages, stages=card.stages), narrows=True)
    for position, verdict_rule in enumerate(card.verdict_rules):
        rule_ids = [rule for rule in rules if rule.startswith(f"verdict:{verdict_rule.id}:")]
        yield _StepCache(rule_ids, partial(_record_rule, position=position))


def _second_pass_caches(card: Scorecard) -> Iterator[_StepCache]:
    if card.ladder is not None:
        for index, row in enumerate(card.ladder.rows):
            rule_ids = rule_ids_behind_row(card.ladder, index)
            yield _StepCache(rule_ids, partial(record_ladder_row, index=index, row=row))
    for finding in card.findings:
        yield _StepCache([f"finding:{finding.id}"], partial(_record_finding, finding=finding))


class _StepCache:
    """Recorded steps by the outcome letters of their rules.

    With `narrows`, steps with an undetermined rule are not cached, because other rules may exclude some of their
    outcomes.
    """

    __slots__ = ("letters", "narrows", "record", "steps")

    def __init__(self, rules: list[str], record: Callable[[StepWriter], None], *, narrows: bool = False) -> None:
        self.letters, self.record, self.narrows = outcome_key(rules), record, narrows
        self.steps: dict[tuple[str, ...], list[bytes]] = {}


def _write_steps(caches: list[_StepCache], writer: StepWriter, letters: Mapping[str, str]) -> None:
    written = writer.written_steps
    for cache in caches:
        if not letters:
            cache.record(writer)
            continue
        key = cache.letters(letters)
        steps = cache.steps.get(key)
        if steps is not None:
            written += steps
            continue
        begin = len(written)
        cache.record(writer)
        if len(cache.steps) < MAX_MEMO_ENTRIES and not (cache.narrows and "u" in "".join(key)):
            cache.steps[key] = written[begin:]


def _record_rule(writer: StepWriter, *, position: int) -> None:
    verdicts, verdict_result = writer.scorecard.verdicts, writer.inference.verdict_result
    if verdicts is not None and verdict_result is not None:
        record_rule(writer, verdicts, verdicts.rules[position], verdict_result.rules[position])


def _record_applies(writer: StepWriter) -> None:
    applies = writer.scorecard.applies
    _record_condition(writer, "applies", "applicability", "card:applies", applies, writer.inference.applies)


def _record_gate(writer: StepWriter, gate: Gate) -> None:
    rule, outcome = f"{gate.id}:requires", writer.inference.gates[gate.id]
    _record_condition(writer, f"gates/{gate.id}", "gate", rule, gate.requires, outcome, gate.labels)


def _record_finding(writer: StepWriter, finding: FindingRule) -> None:
    rule = f"finding:{finding.id}"
    outcome = writer.inference.second_pass[rule]
    _record_condition(writer, f"findings/{finding.id}", "finding", rule, finding.when, outcome, finding.labels)


def _record_condition(  # noqa: PLR0913, PLR0917 -- the parts of a criterion
    writer: StepWriter,
    step: str,
    kind: str,
    rule: str,
    condition: Condition,
    outcome: Outcome,
    labels: TextByLanguage | None = None,
) -> None:
    identity = step.rpartition("/")[2]

    def sentence(renderer: RuleRenderer) -> str:
        conditions = renderer.condition(condition)
        if labels is None:
            return conditions
        name = labels.get(renderer.language, "")
        return renderer.templates[kind].format(id=identity, name=name, conditions=conditions)

    def render_payload() -> dict[str, Json]:
        return {
            "clauses": writer.render_clauses(condition),
            "outcome": outcome.value,
            "sentence": writer.in_every_language(sentence),
        }

    content = CriterionContent(outcome.value, writer.code(rule, condition))
    writer.add(step, kind, content, render_payload, writer.references_to(step, lambda: names_in_condition(condition)))
