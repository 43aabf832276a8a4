"""Decision of a question: possibility of each grade, stage and verdict, with witnesses and alternatives.

Interval evaluation excludes answers first. The search then completes unknown facts until each grade has a witness. It
splits unknown facts at thresholds to disprove the other grades, within a budget of boxes. Both evaluators conclude
every box and witness. A finished search is reused if only points differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import RecordsExtent, is_known
from rules.contracts.outcomes import BY_LADDER, ConclusionKind, Possibility, ladder_kind
from rules.engine.lazy_extents import names_unlike
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES
from rules.engine.score import PreviousScore
from rules.engine.search import (
    Completion,
    FinishedSearch,
    SearchTarget,
    WitnessSearch,
    grade_target,
    stage_target,
    verdict_target,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.engine.score import Score
    from rules.engine.verdicts import VerdictResult
    from rules.model.scorecard import Scorecard


class GradeAnswer(NamedTuple):
    """The possibility of one grade, with a completion that reaches it if found."""

    grade: str
    possibility: Possibility
    witness: Completion | None = None


class StageAnswer(NamedTuple):
    """The possibility of one stage, with facts that lead to it if found."""

    stage: str
    possibility: Possibility
    witness: Completion | None = None


class AlternativeDecision(NamedTuple):
    """The decision for one combination of choices for the unset settings."""

    settings: dict[str, str]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Decision:
    """The conclusion of one question, with alternatives for the unset settings."""

    inference: Inference
    kind: ConclusionKind
    grades: tuple[GradeAnswer, ...]
    alternatives: tuple[AlternativeDecision, ...] = ()
    stages: tuple[StageAnswer, ...] = ()
    search: FinishedSearch | None = field(default=None, compare=False, repr=False)

    @property
    def verdict_result(self) -> VerdictResult | None:
        return self.inference.verdict_result if self.kind is ConclusionKind.JUDGED else None

    @property
    def possible_stages(self) -> tuple[str, ...]:
        return tuple(answer.stage for answer in self.stages if answer.possibility is not Possibility.EXCLUDED)

    @property
    def stage(self) -> str | None:
        return self.possible_stages[0] if len(self.possible_stages) == 1 else None

    @property
    def possible(self) -> tuple[str, ...]:
        return tuple(answer.grade for answer in self.grades if answer.possibility is not Possibility.EXCLUDED)

    @property
    def grade(self) -> str | None:
        return self.possible[0] if len(self.possible) == 1 else None


def decide(
    engine: InferenceEngine,
    question: InferenceQuestion,
    *,
    previous: Inference | None = None,
    decided_before: Decision | None = None,
) -> Decision:
    """Conclude a question and return the possibility of every grade.

    Unset settings are tried in every combination. Results are reused from `previous`, an agreed inference with the same
    tables and no suppositions, and from `decided_before`.
    """
    inference = engine.infer(question, previous)
    combinations = _setting_combinations(engine.plan.scorecard, question)
    if combinations == [{}] and (answered := decided(engine, inference)) is not None:
        return answered
    alternatives: list[AlternativeDecision] = []
    search: FinishedSearch | None = None
    if combinations == [{}]:
        stage_answers, _ = _answers(engine, inference, stage_target(engine))
        verdict_answers, _ = _answers(engine, inference, verdict_target(engine))
        question, inference = _infer_without_disproved(engine, question, inference, stage_answers, verdict_answers)
        if decided_before and decided_before.search and reaches_same_answers(engine, decided_before.search, inference):
            answers = decided_before.grades
        else:
            answers, search = _answers(engine, inference, grade_target(engine))
    else:
        for chosen in combinations:
            narrowed_question = replace(question, settings={**question.settings, **chosen})
            alternatives.append(AlternativeDecision(chosen, decide(engine, narrowed_question, previous=inference)))
        answers = _merge_alternatives(
            engine.every_grade, [(alternative.settings, alternative.decision.grades) for alternative in alternatives]
        )
        stage_answers = _merge_alternatives(
            engine.every_stage,
            [(alternative.settings, _as_grades(alternative.decision.stages)) for alternative in alternatives],
        )
        verdict_answers = _merge_alternatives(
            verdict_target(engine).answers,
            [(alternative.settings, _as_verdicts(alternative.decision)) for alternative in alternatives],
        )
        _, inference = _infer_without_disproved(engine, question, inference, stage_answers, verdict_answers)
    if inference.kind is ConclusionKind.NOT_APPLICABLE:
        stage_answers = ()
    stages = tuple(StageAnswer(answer.grade, answer.possibility, answer.witness) for answer in stage_answers)
    return Decision(inference, *_kind_and_grades(inference, answers), tuple(alternatives), stages, search)


def leaves_one_answer(inference: Inference) -> bool:
    """Return whether at most one grade, one stage and one verdict remain."""
    verdicts = () if inference.verdict_result is None else inference.verdict_result.possible
    return max(len(inference.grades), len(inference.stages), len(verdicts)) < 2


def decided(engine: InferenceEngine, inference: Inference) -> Decision | None:
    """Return the decision of an inference that leaves one answer, else None."""
    if not leaves_one_answer(inference):
        return None
    listed_stages = () if inference.kind is ConclusionKind.NOT_APPLICABLE else engine.every_stage
    stages = _answers_without_search(listed_stages, inference.stages)
    return Decision(
        inference,
        *_kind_and_grades(inference, _answers_without_search(engine.every_grade, inference.grades)),
        stages=tuple([StageAnswer(answer.grade, answer.possibility) for answer in stages]),
    )


@lru_cache(MAX_MEMO_ENTRIES)
def _answers_without_search(every: tuple[str, ...], possible: tuple[str, ...]) -> tuple[GradeAnswer, ...]:
    return tuple(_answer(name, set(possible), None) for name in every)


def _as_grades(stages: tuple[StageAnswer, ...]) -> tuple[GradeAnswer, ...]:
    return tuple(GradeAnswer(answer.stage, answer.possibility, answer.witness) for answer in stages)


def _as_verdicts(decision: Decision) -> tuple[GradeAnswer, ...]:
    judged = decision.inference.verdict_result
    possible = judged.possible if judged else ()
    possibility = Possibility.CERTAIN if len(possible) == 1 else Possibility.NOT_EXCLUDED
    return tuple(GradeAnswer(verdict.value, possibility) for verdict in possible)


def _infer_without_disproved(
    engine: InferenceEngine,
    question: InferenceQuestion,
    inference: Inference,
    stages: tuple[GradeAnswer, ...],
    verdicts: tuple[GradeAnswer, ...],
) -> tuple[InferenceQuestion, Inference]:
    possible_stages = tuple(answer.grade for answer in stages if answer.possibility is not Possibility.EXCLUDED)
    possible_verdicts = {answer.grade for answer in verdicts if answer.possibility is not Possibility.EXCLUDED}
    current_verdicts = (
        {verdict.value for verdict in inference.verdict_result.possible} if inference.verdict_result else set()
    )
    if (possible_stages in ((), inference.stages)) and (not possible_verdicts or possible_verdicts == current_verdicts):
        return question, inference
    question = replace(question, stages=possible_stages or None, verdicts=tuple(sorted(possible_verdicts)) or None)
    return question, engine.infer(question, inference)


def _setting_combinations(scorecard: Scorecard, question: InferenceQuestion) -> list[dict[str, str]]:
    unset_settings = [setting for setting in scorecard.settings if question.settings.get(setting.id) is None]
    every = product(*([choice.id for choice in setting.choices] for setting in unset_settings))
    return [dict(zip((setting.id for setting in unset_settings), choices, strict=True)) for choices in every]


_KindAndGrades = tuple[ConclusionKind, tuple[GradeAnswer, ...]]


def _kind_and_grades(inference: Inference, grades: tuple[GradeAnswer, ...]) -> _KindAndGrades:
    possible = [answer.grade for answer in grades if answer.possibility is not Possibility.EXCLUDED]
    return ladder_kind(possible) if inference.kind in BY_LADDER else inference.kind, grades


def _answers(
    engine: InferenceEngine, inference: Inference, target: SearchTarget
) -> tuple[tuple[GradeAnswer, ...], FinishedSearch | None]:
    possible = set(target.of(inference))
    witnesses: dict[str, Completion] = {}
    search = WitnessSearch(engine, inference, target) if len(possible) > 1 else None
    if search is not None:
        if search.is_countable:
            witnesses, allowed = search.all_completions()
            possible &= allowed
        elif not target.only_if_countable:
            witnesses = search.witnesses(possible)
            unwitnessed = possible - witnesses.keys()
            possible -= search.disproved(unwitnessed) if unwitnessed else set()
    answers = tuple(_answer(grade, possible, witnesses.get(grade)) for grade in target.answers)
    return answers, None if search is None else search.finish()


def _answer(grade: str, possible: set[str], witness: Completion | None) -> GradeAnswer:
    if grade not in possible:
        return GradeAnswer(grade, Possibility.EXCLUDED)
    if len(possible) == 1:
        return GradeAnswer(grade, Possibility.CERTAIN)
    return GradeAnswer(grade, Possibility.REACHABLE if witness else Possibility.NOT_EXCLUDED, witness)


def _merge_alternatives(
    every: tuple[str, ...], alternatives: list[tuple[dict[str, str], tuple[GradeAnswer, ...]]]
) -> tuple[GradeAnswer, ...]:
    possible: set[str] = set()
    witnesses: dict[str, Completion] = {}
    for settings, answers in alternatives:
        for answer in answers:
            if answer.possibility is not Possibility.EXCLUDED:
                possible.add(answer.grade)
            facts = answer.witness.facts if answer.witness else {}
            if answer.possibility in (Possibility.CERTAIN, Possibility.REACHABLE):
                witnesses.setdefault(answer.grade, Completion(facts, settings))
    return tuple(_answer(grade, possible, witnesses.get(grade)) for grade in every)


def reaches_same_answers(engine: InferenceEngine, search: FinishedSearch, inference: Inference) -> bool:
    """Return whether a search for grades would reach the same answers from another inference.

    Only points may depend on both the changed and the unknown inputs. They must shift every explored score by the same
    amount, without crossing a number that a rule compares.
    """
    question, searched, scores = inference.question, search.inference, search.scores
    has_stages = engine.plan.scorecard.stages is not None
    if scores is None or has_stages or question.supposed_numbers or engine.codes_of_points(inference.score) is None:
        return False
    if (
        not _share_only_points_with_unknowns(engine, search, question)
        or (inference.passes, inference.applies, inference.grades)
        != (searched.passes, searched.applies, searched.grades)
        or inference.values.answers != searched.values.answers
    ):
        return False
    earned = searched.score.indicator_points
    criteria = {name for name, points in inference.score.indicator_points.items() if points != earned[name]}
    shift = _shift(searched.score, inference.score)
    for score in scores:
        moved = engine.score_calculator.score(
            inference.values, inference.first_pass, None, PreviousScore(score, criteria)
        )
        if _shift(score, moved) != shift or engine.codes_of_points(moved) != engine.codes_of_points(score):
            return False
    return True


def _share_only_points_with_unknowns(
    engine: InferenceEngine, search: FinishedSearch, question: InferenceQuestion
) -> bool:
    changed = names_unlike(question.facts, search.inference.question.facts)
    return (
        all(is_known(question.facts[name]) and name not in search.unknown for name in changed)
        and not any(isinstance(question.facts[name], RecordsExtent) for name in changed)
        and _names_read_for_candidates(engine.plan).isdisjoint(changed)
        and engine.dependencies.meet_in_points_alone(changed, search.unknown)
    )


def _names_read_for_candidates(plan: Plan) -> frozenset[str]:
    days = (name for compared, other in plan.comparison_thresholds.days for name in (compared, other.name or ""))
    return frozenset((*days, *(name for scope in plan.records.values() for name in scope.reads)))


def _shift(score: Score, moved: Score) -> tuple[Fraction, Fraction] | None:
    before, after = score.total, moved.total
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return None
    return after.low - before.low, after.high - before.high
