"""Missing fact statements of an explanation: reason, outdated evidence, and the effect of each value."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import Extent, NumberExtent, known_number
from rules.contracts.intervals import round_down_to_multiple
from rules.contracts.outcomes import Possibility, Verdict
from rules.engine.completions import CandidateValues
from rules.engine.open_facts import list_unknowns, with_value
from rules.engine.search import grade_target, stage_target, verdict_target
from rules.model.expressions import STAGE
from rules.model.scorecard import FactType
from rules.trail.explanation_text import Statement, Topic
from rules.trail.open_items import open_item_title, outdated_evidence, reason_with_dates
from rules.trail.record_figures import declared_value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Conclusion, OpenFact, Record
    from rules.engine.inference import Inference
    from rules.engine.open_facts import UnknownInput
    from rules.engine.search import SearchTarget
    from rules.trail.explain_search import Goal
    from rules.trail.explanation_text import ExplanationText


MAXIMUM_FACTS = 60
"""Limit on the missing facts with computed effects; the others are only named."""


class ValueEffect(NamedTuple):
    """Values of one missing fact that leave the same grades, stages or verdicts possible."""

    values: tuple[DeclaredValue, ...]
    grades: tuple[str, ...]


class ValueEffectFinder:
    """Finder of the effects of one missing fact while all other facts stay unchanged."""

    def __init__(self, goal: Goal, inference: Inference, excluded: frozenset[str], target: SearchTarget) -> None:
        self._goal = goal
        self._question = question = inference.question
        self._excluded = excluded
        self._target = target
        self._candidates = CandidateValues(goal.engine.plan, question.as_of)
        self._values = inference.values
        scorecard = goal.engine.plan.scorecard
        self._records = {record.id: record for record in scorecard.records}
        self._leaves = {leaf.id: leaf for leaf in list_unknowns(scorecard, question)}
        self._remaining_facts = MAXIMUM_FACTS

    def of(self, address: str) -> tuple[ValueEffect, ...]:
        leaf = self._leaves.get(address)
        if leaf is None or leaf.definition is None or self._remaining_facts == 0:
            return ()
        self._remaining_facts -= 1
        by_grades: dict[tuple[str, ...], list[DeclaredValue]] = {}
        for extent in self._extents(leaf):
            value = declared_value_of(extent, leaf.definition, self._records)
            if value is not None:
                possible = self._goal.possible(with_value(self._question, leaf, extent), self._target)
                grades = tuple(grade for grade in possible if grade not in self._excluded)
                by_grades.setdefault(grades, []).append(value)
        return tuple(ValueEffect(tuple(values), grades) for grades, values in by_grades.items())

    def _extents(self, leaf: UnknownInput) -> list[Extent]:
        extents = self._candidates.of(leaf, self._values)
        if leaf.definition is None or leaf.definition.type is not FactType.NUMBER:
            return extents
        numbers = [
            extent.interval.value
            for extent in extents
            if isinstance(extent, NumberExtent) and extent.interval.value is not None
        ]
        multiple = leaf.definition.multiple_of
        between = [round_down_to_multiple(min((low + high) / 2, low + 1), multiple) for low, high in pairwise(numbers)]
        others = [extent for extent in extents if not isinstance(extent, NumberExtent)]
        return [*map(known_number, sorted({*numbers, *between})), *others]


class MissingFactExplainer:
    """Explainer of the missing facts of one record, with the effects of candidate values."""

    def __init__(self, goal: Goal, inference: Inference, record: Record, wording: ExplanationText) -> None:
        self._goal = goal
        self._inference = inference
        self._record = record
        self._wording = wording

    @cached_property
    def _grades(self) -> ValueEffectFinder:
        return self._finder(_excluded_grades(self._record.conclusion), grade_target(self._goal.engine))

    @cached_property
    def _stages(self) -> ValueEffectFinder:
        return self._finder(_excluded_stages(self._record.conclusion), stage_target(self._goal.engine))

    @cached_property
    def _verdicts(self) -> ValueEffectFinder:
        possible = self._record.conclusion.verdicts
        excluded = frozenset(verdict.value for verdict in Verdict if verdict not in possible)
        worst_first = tuple(verdict.value for verdict in Verdict)
        return self._finder(excluded, replace(verdict_target(self._goal.engine), answers=worst_first))

    def _finder(self, excluded: frozenset[str], target: SearchTarget) -> ValueEffectFinder:
        return ValueEffectFinder(self._goal, self._inference, excluded, target)

    def statements(self, criterion: str | None) -> Iterator[Statement]:
        for fact in self._record.open_facts:
            if criterion is None or criterion in fact.criteria:
                yield self._open_fact(fact, criterion)

    def _open_fact(self, fact: OpenFact, criterion: str | None) -> Statement:
        text = self._wording.fill(
            "open_fact",
            name=self._wording.fact(fact.id),
            reason=self._reason(fact),
            criteria=self._wording.listed(map(self._criterion, fact.criteria)),
        )
        only = fact.criteria[0] if len(fact.criteria) == 1 else None
        return Statement(Topic.OPEN_FACT, text + self._effects(fact), criterion or only, (fact.id,))

    def _criterion(self, id: str) -> str:
        wording = self._wording
        return open_item_title(wording.renderer, id, wording.language, the_stage=wording.fill("the_stage"))

    def _reason(self, fact: OpenFact) -> str:
        reason_text, waits = (self._wording.word("unknown", fact.reason.value), self._wording.origins.waits(fact.id))
        dates = outdated_evidence(fact.id, fact.reason, self._record, self._goal.engine.plan.scorecard)
        reason = reason_with_dates(reason_text, dates, self._wording.language)
        return self._wording.fill("reason_waits", reason=reason, what=waits) if waits else reason

    def _effects(self, fact: OpenFact) -> str:
        wording, conclusion = self._wording, self._record.conclusion
        if STAGE in fact.criteria:
            return self._sentence(fact, self._stages, "effect_same_stages", wording.stages)
        if conclusion.verdicts:
            return self._sentence(fact, self._verdicts, "effect_same_verdicts", self._verdict_words)
        if not self._goal.engine.every_grade:
            return ""
        return self._sentence(fact, self._grades, "effect_same", wording.grades)

    def _verdict_words(self, verdicts: Iterable[str]) -> str:
        return self._wording.listed(self._wording.word("verdicts", verdict) for verdict in verdicts)

    def _sentence(
        self,
        fact: OpenFact,
        effects: ValueEffectFinder,
        same_effect_template: str,
        name: Callable[[Iterable[str]], str],
    ) -> str:
        owner, _, field = fact.id.partition("].")
        within = owner.split("[", maxsplit=1)[0] if field else None
        value_effects = effects.of(fact.id)
        if len(value_effects) == 1:
            return self._wording.fill(
                same_effect_template, count=str(len(value_effects[0].values)), grades=name(value_effects[0].grades)
            )
        text = ""
        for effect in value_effects:
            values = self._wording.joined(
                dict.fromkeys(self._wording.value(field or owner, value, within) for value in effect.values)
            )
            text += self._wording.fill("effect", values=values, grades=name(effect.grades))
        return text


def _excluded_grades(conclusion: Conclusion) -> frozenset[str]:
    return frozenset(
        grade_result.grade for grade_result in conclusion.grades if grade_result.possibility is Possibility.EXCLUDED
    )


def _excluded_stages(conclusion: Conclusion) -> frozenset[str]:
    return frozenset(
        stage_result.stage for stage_result in conclusion.stages if stage_result.possibility is Possibility.EXCLUDED
    )
