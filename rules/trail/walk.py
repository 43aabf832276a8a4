"""In which order do the steps lead from the facts to the conclusion?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import names_in_condition
from rules.model.scorecard import list_of
from rules.trail.step_writer import StepWriter
from rules.trail.walk_conclusion import record_conclusion
from rules.trail.walk_facts import FactSteps
from rules.trail.walk_points import record_indicator, record_ladder_row, record_sections
from rules.trail.walk_stages import record_stages
from rules.trail.walk_verdicts import record_rule, record_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.canonical import Json
    from rules.contracts.outcomes import Outcome
    from rules.contracts.record import Step
    from rules.model.expressions import Condition
    from rules.model.scorecard import FindingRule, Gate, Words
    from rules.trail.evaluated import Evaluated
    from rules.trail.prepared import Prepared
    from rules.trail.sentences import Speaker


def written_steps(prepared: Prepared, evaluated: Evaluated) -> tuple[bytes, ...]:
    """Write the steps of one evaluation, in the order in which it was concluded."""
    return tuple(_walked(prepared, evaluated, telling=False).written)


def told_steps(prepared: Prepared, evaluated: Evaluated, commitments: Iterable[bytes]) -> tuple[Step, ...]:
    """Tell the same steps under their card, each with its commitment."""
    entries = _walked(prepared, evaluated, telling=True).entries()
    return tuple(entry.told(leaf.hex()) for entry, leaf in zip(entries, commitments, strict=True))


def _walked(prepared: Prepared, evaluated: Evaluated, *, telling: bool) -> StepWriter:
    writer = StepWriter(prepared, evaluated.inference, telling=telling)
    card, quantities, facts = writer.scorecard, prepared.quantities, FactSteps(writer)
    for item in evaluated.evidence:
        facts.evidence(item)
    for fact in evaluated.facts:
        facts.places(fact.declared)
    for fact in evaluated.facts:
        facts.fact(fact)
    for quantity in (quantities[name] for name in writer.engine.plan.order):
        if list_of(quantity) is None:
            facts.quantity(quantity)
    record_rules(writer)
    for indicator in card.indicators:
        record_indicator(writer, indicator)
    record_rest(writer, evaluated)
    return writer


def record_rules(writer: StepWriter) -> None:
    """Record what was concluded before there are points: applicability, gates, stages and verdicts."""
    card, inference = writer.scorecard, writer.inference
    if card.applies:
        record_applies(writer)
    for gate in card.gates:
        record_gate(writer, gate)
    if card.stages is not None:
        record_stages(writer, card.stages)
    if card.verdicts is not None and inference.judged is not None:
        for rule, answer in zip(card.verdicts.rules, inference.judged.rules, strict=True):
            record_rule(writer, card.verdicts, rule, answer)
        record_verdict(writer, card.verdicts, inference.judged)


def record_rest(writer: StepWriter, evaluated: Evaluated) -> None:
    """Record what follows from the points of the indicators, and the conclusion."""
    card = writer.scorecard
    if card.indicators or card.verdicts is None:
        record_sections(writer)
    for index, row in enumerate(card.ladder.rows if card.ladder else ()):
        record_ladder_row(writer, index, row)
    for finding in card.findings:
        record_finding(writer, finding)
    record_conclusion(writer, evaluated)


def record_applies(writer: StepWriter) -> None:
    """Record whether the card applies."""
    applies = writer.scorecard.applies
    _record(writer, "applies", "applicability", "card:applies", applies, writer.inference.applies)


def record_gate(writer: StepWriter, gate: Gate) -> None:
    """Record how a gate came out."""
    rule, outcome = f"{gate.id}:requires", writer.inference.gates[gate.id]
    _record(writer, f"gates/{gate.id}", "gate", rule, gate.requires, outcome, gate.labels)


def record_finding(writer: StepWriter, finding: FindingRule) -> None:
    """Record whether the rules raise a finding."""
    rule = f"finding:{finding.id}"
    outcome = writer.inference.second[rule]
    _record(writer, f"findings/{finding.id}", "finding", rule, finding.when, outcome, finding.labels)


def _record(  # noqa: PLR0913, PLR0917 - the parts of a criterion
    writer: StepWriter,
    step: str,
    kind: str,
    rule: str,
    condition: Condition,
    outcome: Outcome,
    labels: Words | None = None,
) -> None:
    """Record a condition that decides by itself."""
    identity = step.rpartition("/")[2]

    def sentence(speaker: Speaker) -> str:
        conditions = speaker.condition(condition)
        if labels is None:
            return conditions
        name = labels.get(speaker.language, "")
        return speaker.templates[kind].format(id=identity, name=name, conditions=conditions)

    def tell() -> dict[str, Json]:
        return {"clauses": writer.told(condition), "outcome": outcome.value, "sentence": writer.say(sentence)}

    found = (outcome.value, writer.code(rule, condition))
    writer.add(step, kind, found, tell, writer.on(step, lambda: names_in_condition(condition)))
