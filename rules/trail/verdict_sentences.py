"""Verdict sentences: rule conditions, in-force dates and possible verdicts, with their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import join_items
from rules.program.possible import day_interval

if TYPE_CHECKING:
    from rules.contracts.outcomes import Verdict
    from rules.engine.verdicts import VerdictResult
    from rules.model.expressions import DateExpression
    from rules.model.verdicts import VerdictRule
    from rules.program.values import Values
    from rules.trail.sentences import RuleRenderer


def verdict_words(verdict: Verdict, speaker: RuleRenderer) -> str:
    """Say a verdict."""
    return speaker.templates[f"verdict_{verdict.value}"]


def rule_sentence(rule: VerdictRule, values: Values, speaker: RuleRenderer) -> str:
    """Write what a rule asks, with the values of its conditions, its days and its verdict."""
    rows = [speaker.condition(row.when) or speaker.templates["always"] for row in rule.rows]
    text = speaker.templates["rule"].format(
        id=rule.id,
        name=rule.labels.get(speaker.language, ""),
        conditions=speaker.templates["or_else"].join(rows),
        verdict=verdict_words(rule.verdict, speaker),
    )
    return text + force_words(rule, values, speaker)


def force_words(rule: VerdictRule, values: Values, speaker: RuleRenderer) -> str:
    """Say from when until when a rule is in force; nothing if it always is."""
    ends = (("force_from", rule.first), ("force_until", rule.last))
    day_texts = [
        speaker.templates[template].format(date=_day(expression, values, speaker))
        for template, expression in ends
        if expression is not None
    ]
    return speaker.templates["force"].format(days=join_items(day_texts, speaker.language)) if day_texts else ""


def _day(expression: DateExpression, values: Values, speaker: RuleRenderer) -> str:
    interval = day_interval(expression, values)
    return speaker.templates["not_applicable"] if interval is None else speaker.day(interval)


def verdict_sentence(judged: VerdictResult, speaker: RuleRenderer) -> str:
    """Write which verdict is told and which are possible."""
    if len(judged.possible) == 1:
        return speaker.templates["verdict"].format(verdict=verdict_words(judged.verdict, speaker))
    possible = join_items((verdict_words(verdict, speaker) for verdict in judged.possible), speaker.language)
    verdict_text = verdict_words(judged.verdict, speaker)
    return speaker.templates["verdict_open"].format(verdict=verdict_text, possible=possible)
