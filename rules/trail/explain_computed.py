"""Computation sentences of an explanation: how each figure behind a result, gate or rule was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.verdicts import names_in_rule
from rules.model.expressions import TOTAL_SCORE, names_in_condition
from rules.model.record_results import record_results
from rules.trail.dependency_trace import computed_quantities_behind
from rules.trail.explanation_text import Statement, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import Record
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.scorecard import Scorecard
    from rules.trail.dependency_trace import ComputedQuantity
    from rules.trail.explanation_text import ExplanationText


def computed_statements(
    engine: InferenceEngine, inference: Inference, record: Record, teller: ExplanationText, asked: str | None = None
) -> Iterator[Statement]:
    """Say of each quantity behind a result, a gate or a rule how it was computed, as its step recorded it.

    Of one criterion or result, if it is asked for, only what that rests on.
    """
    if inference.applies is Outcome.NOT_MET:
        return
    facts = {fact.id for fact in engine.plan.scorecard.facts}
    for quantity in _computed(engine, inference, record, asked):
        behind = tuple(fact for fact in engine.dependencies.of((quantity.name,)) if fact in facts)
        text = f"{_sentence(quantity, teller)}{teller.say('end')}" + teller.support(quantity.bases, ())
        yield Statement(Topic.COMPUTATION, text, asked, behind, (), quantity.bases)


def figures_of_records_by_address(scorecard: Scorecard, record: Record) -> dict[str, tuple[str, str, str]]:
    """Give quantity, list and key of each figure of a record, by its address, such as `units[A].allocated`."""
    names = {result.id: result.name for result in record_results(scorecard)}
    return {
        f"{of.list}[{of.key}].{figure.id}": (names[figure.id], of.list, of.key)
        for of in record.record_results
        for figure in of.figures
    }


def _computed(
    engine: InferenceEngine, inference: Inference, record: Record, asked: str | None
) -> tuple[ComputedQuantity, ...]:
    names = dict(_names(engine, inference, record))
    if asked is not None and asked not in names:
        figure_place = figures_of_records_by_address(engine.plan.scorecard, record).get(asked)
        return (
            ()
            if figure_place is None
            else computed_quantities_behind(engine, inference, figure_place[:1], *figure_place[1:])
        )
    of = names if asked is None else {asked: names[asked]}
    return computed_quantities_behind(
        engine, inference, dict.fromkeys(name for behind in of.values() for name in behind)
    )


def _names(engine: InferenceEngine, inference: Inference, record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the names that each result, gate that applies and rule that bears on the verdict reads."""
    card = engine.plan.scorecard
    for result in card.results:
        if result.name != TOTAL_SCORE:
            yield result.id, (result.name,)
    for gate in card.gates:
        if inference.gates[gate.id] is not Outcome.NOT_APPLICABLE:
            yield gate.id, tuple(names_in_condition((*gate.applies, *gate.requires)))
    if card.verdicts is not None:
        bearing = {rule.id for rule in record.rules if rule.outcome in (Outcome.MET, Outcome.UNDETERMINED)}
        for rule in card.verdicts.rules:
            if rule.id in bearing:
                yield rule.id, names_in_rule(card.verdicts, rule)


def _sentence(quantity: ComputedQuantity, teller: ExplanationText) -> str:
    """Give the sentence that was recorded; of a record, with the record that it is about."""
    if not quantity.list:
        return _once(teller.payload(f"quantities/{quantity.name}").sentence[teller.language])
    recorded = teller.payload(f"facts/{quantity.list}/{quantity.record}").quantities[quantity.name]
    of = {"list": teller.renderer.name(quantity.list), "record": quantity.record}
    return teller.say("of_record", sentence=_once(recorded.sentence[teller.language]), **of)


def _once(sentence: str) -> str:
    """Say a value once that is its own formula."""
    *head, formula, value = ("", *sentence.rsplit(" = ", 2))
    return f"{head[-1]} = {value}" if head[1:] and formula == value else sentence
