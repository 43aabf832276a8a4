"""Verdict rule results in a record, and the bases of the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.contracts.record import RuleResult

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.read_subject import FactReading
    from rules.engine.verdicts import VerdictResult
    from rules.model.scorecard import Scorecard


def rule_results(engine: InferenceEngine, inference: Inference, reading: FactReading) -> tuple[RuleResult, ...]:
    """Write the answer to each rule, in the order of the card."""
    scorecard, judged = engine.plan.scorecard, inference.judged
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
                coming=answer.coming,
                verdict=rule.verdict,
                severity=rule.severity.value,
                facts=facts,
                open_facts=tuple(name for name in facts if name in unknown) if is_open else (),
                evidence=tuple(sorted(evidence)),
                bases=rule.basis,
            )
        )
    return tuple(results)


def verdict_bases(scorecard: Scorecard, judged: VerdictResult) -> list[str]:
    """List the bases of the rules that decide; where none does, of all that do not hold and of what is said then."""
    verdicts = scorecard.verdicts
    if verdicts is None:
        return []
    deciding = [rule for rule in verdicts.rules if rule.id in judged.deciding]
    bases = [basis for rule in deciding or verdicts.rules for basis in rule.basis]
    return bases if deciding else [*bases, *verdicts.otherwise_basis]
