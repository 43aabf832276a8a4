"""Which steps lead to the verdict: each rule with its rows and its days, then what they amount to?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.verdicts import names_in_rule
from rules.trail.prepared import ROOT
from rules.trail.verdict_sentences import rule_sentence, verdict_sentence

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.engine.verdicts import Judged, RuleAnswer
    from rules.model.verdicts import VerdictRule, Verdicts
    from rules.trail.step_writer import StepWriter


def record_verdict(writer: StepWriter, verdicts: Verdicts, judged: Judged) -> None:
    """Record each rule, then the verdict."""
    for rule, answer in zip(verdicts.rules, judged.rules, strict=True):
        _record_rule(writer, verdicts, rule, answer)
    payload: Json = {
        "verdict": judged.verdict.value,
        "verdicts": [verdict.value for verdict in judged.possible],
        "deciding_rules": list(judged.deciding),
        "sentence": writer.say(lambda speaker: verdict_sentence(judged, speaker)),
    }
    writer.recorder.record(
        "verdict", "verdict", payload, parent=ROOT, references=tuple(f"rules/{rule.id}" for rule in verdicts.rules)
    )


def _record_rule(writer: StepWriter, verdicts: Verdicts, rule: VerdictRule, answer: RuleAnswer) -> None:
    payload: dict[str, Json] = {
        "outcome": answer.outcome.value,
        "in_force": answer.in_force.value,
        "verdict": rule.verdict.value,
        "sentence": writer.say(lambda speaker: rule_sentence(rule, writer.values, speaker)),
        "parts": [
            {
                "outcome": writer.inference.first[f"verdict:{rule.id}:{index}"].value,
                "clauses": writer.clauses_json(row.when),
            }
            for index, row in enumerate(rule.rows)
        ],
    }
    if answer.coming:
        payload["coming"] = True
    step = f"rules/{rule.id}"
    references = writer.prepared.known(step, lambda: names_in_rule(verdicts, rule))
    writer.recorder.record(step, "rule", payload, parent=ROOT, references=references)
