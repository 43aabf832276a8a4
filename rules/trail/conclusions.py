"""Conclusion in a record: verdict rules, weakest certainty, deciding bases, setting alternatives, open facts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact, parse_exact
from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, Possibility
from rules.contracts.record import (
    Bounds,
    Conclusion,
    ConclusionCertainty,
    Figure,
    GradeResult,
    OpenFact,
    RuleResult,
    SettingAlternative,
    StageResult,
)
from rules.engine.grades import graded_rows
from rules.engine.open_facts import list_unknowns
from rules.engine.plan import deciding_quantity_rows
from rules.model.definitions import lowest_certainty
from rules.model.expressions import STAGE
from rules.model.lookups import TableQuantity
from rules.model.quantities import FormulaQuantity, SumQuantity
from rules.program.abstract_interpretation import walk_choice
from rules.trail.record_figures import declared_value_of, rounded_figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision, StageAnswer
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.open_facts import UnknownInput
    from rules.engine.plan import Plan
    from rules.engine.read_subject import FactReading
    from rules.engine.search import Completion
    from rules.engine.verdicts import VerdictResult
    from rules.model.scorecard import Quantity, Scorecard


def rule_results(engine: InferenceEngine, inference: Inference, reading: FactReading) -> tuple[RuleResult, ...]:
    """Return the result of each verdict rule, in the order of the scorecard."""
    scorecard, judged = engine.plan.scorecard, inference.verdict_result
    if scorecard.verdicts is None or judged is None:
        return ()
    known = {fact.id for fact in scorecard.facts}
    unknown = {name.split("[", maxsplit=1)[0] for name in reading.unknown}
    results: list[RuleResult] = []
    for rule, answer in zip(scorecard.verdicts.rules, judged.rules, strict=True):
        facts = tuple(name for name in engine.dependencies.of((rule.id,)) if name in known)
        evidence = {item for name in facts if name in reading.used for item in reading.used[name].evidence}
        is_open = Outcome.UNDETERMINED in (answer.outcome, answer.in_force)
        results.append(
            RuleResult(
                id=rule.id,
                outcome=answer.outcome,
                in_force=answer.in_force,
                coming=answer.is_upcoming,
                verdict=rule.verdict,
                severity=rule.severity.value,
                facts=facts,
                open_facts=tuple(name for name in facts if name in unknown) if is_open else (),
                evidence=tuple(sorted(evidence)),
                bases=rule.basis,
            )
        )
    return tuple(results)


def _verdict_bases(scorecard: Scorecard, judged: VerdictResult) -> list[str]:
    verdicts = scorecard.verdicts
    if verdicts is None:
        return []
    deciding = [rule for rule in verdicts.rules if rule.id in judged.deciding]
    bases = [basis for rule in deciding or verdicts.rules for basis in rule.basis]
    return bases if deciding else [*bases, *verdicts.otherwise_basis]


def conclusion(engine: InferenceEngine, question: InferenceQuestion, decision: Decision) -> Conclusion:
    """Return the conclusion of a decision as stored in a record."""
    scorecard = engine.plan.scorecard
    witnesses = (*(answer.witness for answer in decision.grades), *(answer.witness for answer in decision.stages))
    unknowns = list_unknowns(scorecard, question) if any(witnesses) else ()
    grades = tuple(
        GradeResult(
            grade=answer.grade,
            possibility=answer.possibility,
            witness={} if answer.witness is None else _witness(scorecard, unknowns, answer.witness),
            witness_settings={} if answer.witness is None else answer.witness.settings,
        )
        for answer in decision.grades
    )
    return Conclusion(
        kind=decision.kind,
        grade=decision.grade,
        grades=grades,
        stage=decision.stage,
        stages=tuple(_stage(scorecard, unknowns, answer) for answer in decision.stages),
        verdict=None if decision.verdict_result is None else decision.verdict_result.verdict,
        verdicts=() if decision.verdict_result is None else decision.verdict_result.possible,
        deciding_rules=() if decision.verdict_result is None else decision.verdict_result.deciding,
        score=score_figure(scorecard, decision.inference.total),
    )


def score_figure(scorecard: Scorecard, total: Interval) -> Figure | None:
    """Return the total score; None if the scorecard has no points."""
    return rounded_figure(total, "point", scorecard.card.rounding) if scorecard.indicators else None


def conclusion_word_key(scorecard: Scorecard, conclusion: Conclusion) -> str:
    """Return the key of the text for a conclusion; a failed gate has a variant for scorecards without grades."""
    ungraded = conclusion.kind is ConclusionKind.GATE_FAILED and scorecard.ladder is None
    return f"{conclusion.kind.value}_ungraded" if ungraded else conclusion.kind.value


def maximum_points_range(scorecard: Scorecard, conclusion: Conclusion) -> Bounds:
    """Return the bounds of the maximum points over the possible stages; without stages, over all sections."""
    maxima = [
        parse_exact(stage.maximum_points)
        for stage in conclusion.stages
        if stage.possibility is not Possibility.EXCLUDED
    ]
    all_sections = sum((section.maximum for section in scorecard.sections), Fraction(0))
    return Bounds(
        low=format_exact(min(maxima, default=all_sections)), high=format_exact(max(maxima, default=all_sections))
    )


def _stage(scorecard: Scorecard, unknowns: tuple[UnknownInput, ...], answer: StageAnswer) -> StageResult:
    maximum = next((stage.maximum for stage in scorecard.stage_definitions if stage.id == answer.stage), Fraction(0))
    return StageResult(
        stage=answer.stage,
        possibility=answer.possibility,
        maximum_points=format_exact(maximum),
        witness={} if answer.witness is None else _witness(scorecard, unknowns, answer.witness),
        witness_settings={} if answer.witness is None else answer.witness.settings,
    )


def _witness(
    scorecard: Scorecard, unknowns: tuple[UnknownInput, ...], completion: Completion
) -> dict[str, DeclaredValue]:
    records = {record.id: record for record in scorecard.records}
    declared_values: dict[str, DeclaredValue] = {}
    for leaf in unknowns:
        if leaf.id in completion.facts and leaf.definition is not None:
            value = declared_value_of(completion.facts[leaf.id], leaf.definition, records)
            if value is not None:
                declared_values[leaf.id] = value
    return declared_values


def setting_alternatives(
    engine: InferenceEngine, question: InferenceQuestion, decision: Decision
) -> tuple[SettingAlternative, ...]:
    """Return the conclusion for each combination of choices for the open settings."""
    return tuple(
        SettingAlternative(settings=item.settings, conclusion=conclusion(engine, question, item.decision))
        for item in decision.alternatives
    )


def weakest_certainty(plan: Plan, decision: Decision) -> ConclusionCertainty:
    """Return the weakest certainty of the deciding bases, and those bases; own reading if none decides."""
    certainties = {basis.id: basis.certainty for basis in plan.scorecard.bases}
    deciding = [basis for basis in dict.fromkeys(deciding_bases(plan, decision)) if basis in certainties]
    if not deciding:
        return ConclusionCertainty(certainty="own_reading")
    weakest = lowest_certainty(certainties[basis] for basis in deciding)
    return ConclusionCertainty(
        certainty=weakest.value,
        weakest_bases=tuple(sorted(basis for basis in deciding if certainties[basis] is weakest)),
    )


def deciding_bases(plan: Plan, decision: Decision) -> list[str]:
    """Return the bases of the conclusion: those of the failed gates, or else all that led to the result."""
    scorecard, inference = plan.scorecard, decision.inference
    if decision.kind is ConclusionKind.GATE_FAILED:
        failed = [gate for gate in scorecard.gates if inference.gates[gate.id] is Outcome.NOT_MET]
        return [basis for gate in failed for basis in gate.basis]
    return [
        *always_deciding_bases(scorecard),
        *([] if decision.verdict_result is None else _verdict_bases(scorecard, decision.verdict_result)),
        *_stage_bases(plan, inference),
        *_indicator_bases(plan, inference),
        *_ladder_bases(plan, inference, set(decision.possible)),
        *(basis for quantity in scorecard.quantities for basis in _quantity_bases(plan, quantity, inference)),
    ]


def always_deciding_bases(scorecard: Scorecard) -> list[str]:
    """Return the bases that decide every result: those of gates and of values from earlier evaluations."""
    return [
        *(basis for gate in scorecard.gates for basis in gate.basis),
        *(basis for fact in scorecard.facts if fact.previous is not None for basis in fact.previous.basis),
    ]


def has_fixed_bases(quantity: Quantity) -> bool:
    """Return whether the same bases decide for every value of a quantity."""
    if isinstance(quantity, FormulaQuantity):
        return quantity.tabled is None or quantity.list is not None
    return isinstance(quantity, SumQuantity)


def has_fixed_rows(quantity: Quantity) -> bool:
    """Return whether the bases of all rows decide the conclusion for every value of a quantity."""
    return has_fixed_bases(quantity) or isinstance(quantity, TableQuantity)


def _quantity_bases(plan: Plan, quantity: Quantity, inference: Inference) -> Iterable[str]:
    if has_fixed_rows(quantity):
        return (basis for row in quantity.rows for basis in row.basis)
    rows, otherwise = deciding_quantity_rows(plan, quantity, inference.values)
    return (*(basis for row in rows for basis in row.basis), *otherwise)


def _stage_bases(plan: Plan, inference: Inference) -> Iterable[str]:
    stages = plan.scorecard.stages
    if stages is None or plan.stage is None:
        return ()
    walked = stages.rows[: walk_choice(plan.stage, inference.first_pass).rows_examined]
    return (basis for row in walked for basis in row.basis)


def _indicator_bases(plan: Plan, inference: Inference) -> Iterable[str]:
    counting = [
        indicator
        for indicator in plan.scorecard.indicators
        if inference.score.earned[indicator.id].section_counts is not Outcome.NOT_MET
    ]
    for indicator in counting:
        yield from indicator.basis
    for kind in dict.fromkeys(indicator.scale.kind for indicator in counting):
        yield from plan.scoring[kind].bases(inference.first_pass)


def _ladder_bases(plan: Plan, inference: Inference, possible: set[str]) -> Iterable[str]:
    ladder = plan.scorecard.ladder
    if ladder is None or plan.grade is None:
        return ()
    row_walk, rows = walk_choice(plan.grade, inference.second_pass), ladder.rows
    if row_walk.surely_matches:
        positions = [position for position, _ in graded_rows(ladder)]
        rows = rows[: positions[row_walk.rows_examined - 1] + 1]
    possible_rows = (row for row in rows if row.grade in possible or NO_GRADE in possible)
    return (basis for row in possible_rows for basis in row.basis)


def open_facts(engine: InferenceEngine, decision: Decision, reading: FactReading) -> tuple[OpenFact, ...]:
    """Return the unknown facts that could still change the conclusion or a finding, in scorecard order."""
    if not reading.unknown:
        return ()
    scorecard, open_criteria = engine.plan.scorecard, engine.open_leaves(decision.inference)
    if decision.grade is not None:
        retained = {rule.id for rule in scorecard.findings} | ({STAGE} if decision.stage is None else set())
        open_criteria = {
            name: tuple(item for item in items if item in retained) for name, items in open_criteria.items()
        }
    order = {fact.id: position for position, fact in enumerate(scorecard.facts)}
    names = sorted(reading.unknown, key=lambda name: (order[name.split("[", maxsplit=1)[0]], name))
    return tuple(
        OpenFact(id=name, reason=reading.unknown[name], criteria=criteria)
        for name in names
        if (criteria := open_criteria.get(name.split("[", maxsplit=1)[0], ()))
    )
