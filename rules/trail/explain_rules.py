"""Verdict rule sentences of an explanation: rules met, open and upcoming, then those without effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome, all_of
from rules.trail.explanation_text import Statement, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import Record, RuleResult
    from rules.model.scorecard import Scorecard
    from rules.trail.explanation_text import ExplanationText


def rule_statements(scorecard: Scorecard, record: Record, teller: ExplanationText) -> Iterator[Statement]:
    """Tell the rules that hold, those that are open, worst first, and those to come; name the rest."""
    stated_ids = set()
    for wanted in (Outcome.MET, Outcome.UNDETERMINED):
        matching = [rule for rule in record.rules if all_of([rule.outcome, rule.in_force]) is wanted]
        for rule in sorted(matching, key=lambda rule_result: rule_result.verdict.rank):
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "rule", wanted, teller)
    for rule in record.rules:
        if rule.coming:
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "coming", rule.outcome, teller)
    rest = [rule for rule in record.rules if rule.id not in stated_ids]
    if rest:
        bases = tuple(dict.fromkeys(basis for rule in rest for basis in rule.bases))
        text = teller.say("rules_besides", count=str(len(rest)), rules=teller.listed([rule.id for rule in rest]))
        yield Statement(Topic.CONCLUSION, text + teller.support(bases, ()), bases=bases)


def _statement(
    scorecard: Scorecard, rule: RuleResult, template: str, outcome: Outcome, teller: ExplanationText
) -> Statement:
    sentence = teller.sentence(teller.payload(f"rules/{rule.id}"))
    text = teller.say(template, sentence=sentence, outcome=teller.word("rows", outcome.value))
    remedies = {
        verdict_rule.id: verdict_rule.remedy
        for verdict_rule in (scorecard.verdicts.rules if scorecard.verdicts else ())
    }
    remedy = teller.own(remedies.get(rule.id, {}))
    text += teller.say("remedy", remedy=remedy) if remedy else ""
    text += teller.support(rule.bases, rule.evidence)
    return Statement(Topic.CONCLUSION, text, rule.id, rule.facts, rule.evidence, rule.bases)
