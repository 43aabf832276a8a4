"""Missing fact sentences of an explanation: the reason, what each leaves open, and what its values decide."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Possibility, Verdict
from rules.model.expressions import STAGE
from rules.trail.criterion_titles import open_item_title
from rules.trail.evidence_dates import outdated_evidence, reason_with_dates
from rules.trail.explain_open import ValueEffectFinder
from rules.trail.explain_search import possible_stages, possible_verdicts
from rules.trail.explanation_text import Statement, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rules.contracts.record import Conclusion, OpenFact, Record
    from rules.engine.inference import InferenceQuestion
    from rules.trail.explain_search import Goal
    from rules.trail.explanation_text import ExplanationText


class MissingFactExplainer:
    """Tells the missing facts of one record; each is tried at the values worth trying."""

    def __init__(self, goal: Goal, question: InferenceQuestion, record: Record, teller: ExplanationText) -> None:
        """Ask what each value would decide: the stage, the verdict or the grade."""
        self._goal = goal
        self._question = question
        self._record = record
        self._teller = teller

    @cached_property
    def _grades(self) -> ValueEffectFinder:
        return ValueEffectFinder(self._goal, self._question, _excluded_grades(self._record.conclusion))

    @cached_property
    def _stages(self) -> ValueEffectFinder:
        excluded = _excluded_stages(self._record.conclusion)
        return ValueEffectFinder(
            self._goal, self._question, excluded, lambda question: possible_stages(self._goal, question)
        )

    @cached_property
    def _verdicts(self) -> ValueEffectFinder:
        possible = self._record.conclusion.verdicts
        excluded = frozenset(verdict.value for verdict in Verdict if verdict not in possible)
        return ValueEffectFinder(
            self._goal, self._question, excluded, lambda question: possible_verdicts(self._goal, question)
        )

    def statements(self, criterion: str | None) -> Iterator[Statement]:
        """Tell every missing fact, or those that leave one criterion open."""
        for fact in self._record.open_facts:
            if criterion is None or criterion in fact.criteria:
                yield self._open_fact(fact, criterion)

    def _open_fact(self, fact: OpenFact, criterion: str | None) -> Statement:
        teller = self._teller
        text = teller.say(
            "open_fact",
            name=teller.fact(fact.id),
            reason=self._reason(fact),
            criteria=teller.listed(map(self._criterion, fact.criteria)),
        )
        only = fact.criteria[0] if len(fact.criteria) == 1 else None
        return Statement(Topic.OPEN_FACT, text + self._effects(fact), criterion or only, (fact.id,))

    def _criterion(self, id: str) -> str:
        teller = self._teller
        return open_item_title(teller.renderer, id, teller.language, the_stage=teller.say("the_stage"))

    def _reason(self, fact: OpenFact) -> str:
        """Say why a fact is unknown; of one from an earlier evaluation, which one it waits for."""
        reason_text, waits = self._teller.word("unknown", fact.reason.value), self._teller.origins.waits(fact.id)
        dates = outdated_evidence(fact.id, fact.reason, self._record, self._goal.engine.plan.scorecard)
        reason = reason_with_dates(reason_text, dates, self._teller.language)
        return self._teller.say("reason_waits", reason=reason, what=waits) if waits else reason

    def _effects(self, fact: OpenFact) -> str:
        """Say what stays possible for each value; nothing where points alone are open."""
        teller, conclusion = self._teller, self._record.conclusion
        if STAGE in fact.criteria:
            return self._said(fact, self._stages, "effect_same_stages", teller.stages)
        if conclusion.verdicts:
            return self._said(fact, self._verdicts, "effect_same_verdicts", self._verdict_words)
        if not self._goal.engine.every_grade:
            return ""
        return self._said(fact, self._grades, "effect_same", teller.grades)

    def _verdict_words(self, verdicts: Iterable[str]) -> str:
        return self._teller.listed(self._teller.word("verdicts", verdict) for verdict in verdicts)

    def _said(self, fact: OpenFact, effects: ValueEffectFinder, same: str, name: Callable[[Iterable[str]], str]) -> str:
        teller = self._teller
        owner, _, field = fact.id.partition("].")
        within = owner.split("[", maxsplit=1)[0] if field else None
        value_effects = effects.of(fact.id)
        if len(value_effects) == 1:
            return teller.say(same, count=str(len(value_effects[0].values)), grades=name(value_effects[0].grades))
        text = ""
        for effect in value_effects:
            values = teller.joined(
                dict.fromkeys(teller.value(field or owner, value, within) for value in effect.values)
            )
            text += teller.say("effect", values=values, grades=name(effect.grades))
        return text


def _excluded_grades(conclusion: Conclusion) -> frozenset[str]:
    return frozenset(
        grade_result.grade for grade_result in conclusion.grades if grade_result.possibility is Possibility.EXCLUDED
    )


def _excluded_stages(conclusion: Conclusion) -> frozenset[str]:
    return frozenset(
        stage_result.stage for stage_result in conclusion.stages if stage_result.possibility is Possibility.EXCLUDED
    )
