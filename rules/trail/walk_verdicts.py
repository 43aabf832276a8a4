"""Verdict steps of the trail: each rule with its rows and in-force state, and the verdict."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.engine.verdicts import names_in_rule
from rules.trail.codes import row_code
from rules.trail.verdict_sentences import rule_sentence, verdict_sentence

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.engine.verdicts import RuleStatus, VerdictResult
    from rules.model.verdicts import VerdictRule, Verdicts
    from rules.trail.step_writer import StepWriter

VERDICT_STEP = "verdict"


def record_verdict(writer: StepWriter, verdicts: Verdicts, judged: VerdictResult) -> None:
    """Record the verdict to which the rules lead."""
    rules = tuple(f"rules/{rule.id}" for rule in verdicts.rules)
    possible = [verdict.value for verdict in judged.possible]

    def tell() -> dict[str, Json]:
        return {
            "verdict": judged.verdict.value,
            "verdicts": possible,
            "deciding_rules": list(judged.deciding),
            "sentence": writer.say(lambda speaker: verdict_sentence(judged, speaker)),
        }

    writer.add(VERDICT_STEP, "verdict", (judged.verdict.value, possible, judged.deciding), tell, lambda: rules)


def record_rule(writer: StepWriter, verdicts: Verdicts, rule: VerdictRule, answer: RuleStatus) -> None:
    """Record how a rule came out, and whether it is in force."""
    named = [(f"verdict:{rule.id}:{index}", row.when) for index, row in enumerate(rule.rows)]
    rows = [(writer.inference.first[name], when) for name, when in named]

    def tell() -> dict[str, Json]:
        payload: dict[str, Json] = {
            "outcome": answer.outcome.value,
            "in_force": answer.in_force.value,
            "verdict": rule.verdict.value,
            "sentence": writer.say(partial(rule_sentence, rule, writer.values)),
            "parts": [writer.clauses.told_row(outcome, when) for outcome, when in rows],
        }
        return {**payload, "coming": True} if answer.coming else payload

    step = f"rules/{rule.id}"
    parts = (
        answer.outcome.value,
        answer.in_force.value,
        rule.verdict.value,
        [row_code(writer.inference.first[name], writer.code(name, when)) for name, when in named],
        *(("coming",) if answer.coming else ()),
    )
    writer.add(step, "rule", parts, tell, writer.on(step, lambda: names_in_rule(verdicts, rule)))
