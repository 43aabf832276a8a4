"""Decision of a question: possibility of each grade, stage and verdict, with witnesses and alternatives.

Interval evaluation proves what is impossible. What it leaves open is looked at twice more: completions of the unknown
facts are tried until a grade has a witness, and unknown facts are split at the plan's thresholds until a grade without
witness is disproved or the budget of boxes is spent. Every box and every witness is concluded by both evaluators.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.outcomes import BY_LADDER, ConclusionKind, Possibility, ladder_kind
from rules.engine.search import (
    Completion,
    FinishedSearch,
    SearchTarget,
    WitnessSearch,
    grade_target,
    stage_target,
    verdict_target,
)
from rules.engine.search_reuse import gives_same_answers

if TYPE_CHECKING:
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.verdicts import VerdictResult
    from rules.model.scorecard import Scorecard


class GradeAnswer(NamedTuple):
    """What is known about one grade, with a completion that reaches it if one was found."""

    grade: str
    possibility: Possibility
    witness: Completion | None = None


class StageAnswer(NamedTuple):
    """What is known about one stage, with values of the facts behind the stages that lead to it if some were found."""

    stage: str
    possibility: Possibility
    witness: Completion | None = None


class AlternativeDecision(NamedTuple):
    """What one combination of choices for the open settings gives."""

    settings: dict[str, str]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Decision:
    """The conclusion of one question, and what each choice of the settings left open would give."""

    inference: Inference
    kind: ConclusionKind
    grades: tuple[GradeAnswer, ...]
    alternatives: tuple[AlternativeDecision, ...] = ()
    stages: tuple[StageAnswer, ...] = ()
    search: FinishedSearch | None = field(default=None, compare=False, repr=False)
    """The search for grades, if there was one."""

    @property
    def verdict_result(self) -> VerdictResult | None:
        """What the rules amount to that give a verdict; nothing unless they are what is concluded."""
        return self.inference.verdict_result if self.kind is ConclusionKind.JUDGED else None

    @property
    def possible_stages(self) -> tuple[str, ...]:
        """The stages that are not excluded, from the highest."""
        return tuple(answer.stage for answer in self.stages if answer.possibility is not Possibility.EXCLUDED)

    @property
    def stage(self) -> str | None:
        """The stage, if exactly one is possible."""
        return self.possible_stages[0] if len(self.possible_stages) == 1 else None

    @property
    def possible(self) -> tuple[str, ...]:
        """The grades that are not excluded, "none" included, from the top."""
        return tuple(answer.grade for answer in self.grades if answer.possibility is not Possibility.EXCLUDED)

    @property
    def grade(self) -> str | None:
        """The grade, if exactly one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None


def decide(
    engine: InferenceEngine,
    question: InferenceQuestion,
    *,
    beside: Inference | None = None,
    decided_before: Decision | None = None,
) -> Decision:
    """Conclude a question and say of every grade how possible it is.

    What `beside` knew the same, an agreed inference under the same tables and without suppositions, is not concluded
    again. What was searched for `decided_before` is not searched again where that would give the same.

    Settings left open are chosen in every combination, and the answer allows whatever any of them gives.
    """
    inference = engine.infer(question, beside)
    combinations = _combinations(engine.plan.scorecard, question)
    if combinations == [{}] and (answered := decided(engine, inference)) is not None:
        return answered
    tried: list[AlternativeDecision] = []
    search: FinishedSearch | None = None
    if combinations == [{}]:
        staged, _ = _answers(engine, inference, stage_target(engine))
        judged, _ = _answers(engine, inference, verdict_target(engine))
        question, inference = _narrowed(engine, question, inference, staged, judged)
        if decided_before and decided_before.search and gives_same_answers(engine, decided_before.search, inference):
            answers = decided_before.grades
        else:
            answers, search = _answers(engine, inference, grade_target(engine))
    else:
        for chosen in combinations:
            narrowed_question = replace(question, settings={**question.settings, **chosen})
            tried.append(AlternativeDecision(chosen, decide(engine, narrowed_question, beside=inference)))
        answers = _merge_alternatives(
            engine.every_grade, [(alternative.settings, alternative.decision.grades) for alternative in tried]
        )
        staged = _merge_alternatives(
            engine.every_stage,
            [(alternative.settings, _as_grades(alternative.decision.stages)) for alternative in tried],
        )
        judged = _merge_alternatives(
            verdict_target(engine).answers,
            [(alternative.settings, _as_verdicts(alternative.decision)) for alternative in tried],
        )
        _, inference = _narrowed(engine, question, inference, staged, judged)
    if inference.kind is ConclusionKind.NOT_APPLICABLE:
        staged = ()
    stages = tuple(StageAnswer(answer.grade, answer.possibility, answer.witness) for answer in staged)
    return Decision(inference, *_kind_and_grades(inference, answers), tuple(tried), stages, search)


def leaves_one_answer(inference: Inference) -> bool:
    """Say whether an inference leaves no more than one grade, one stage and one verdict."""
    verdicts = () if inference.verdict_result is None else inference.verdict_result.possible
    return max(len(inference.grades), len(inference.stages), len(verdicts)) < 2


def decided(engine: InferenceEngine, inference: Inference) -> Decision | None:
    """Give the decision of an inference that leaves one answer; None if it leaves several."""
    if not leaves_one_answer(inference):
        return None
    open_, reached = set(inference.grades), set(inference.stages)
    staged = () if inference.kind is ConclusionKind.NOT_APPLICABLE else engine.every_stage
    return Decision(
        inference,
        *_kind_and_grades(inference, tuple(_answer(grade, open_, None) for grade in engine.every_grade)),
        stages=tuple(StageAnswer(stage, _answer(stage, reached, None).possibility) for stage in staged),
    )


def _as_grades(stages: tuple[StageAnswer, ...]) -> tuple[GradeAnswer, ...]:
    return tuple(GradeAnswer(answer.stage, answer.possibility, answer.witness) for answer in stages)


def _as_verdicts(decision: Decision) -> tuple[GradeAnswer, ...]:
    """Give the verdicts that one choice of the settings leaves possible."""
    judged = decision.inference.verdict_result
    possible = judged.possible if judged else ()
    how = Possibility.CERTAIN if len(possible) == 1 else Possibility.NOT_EXCLUDED
    return tuple(GradeAnswer(verdict.value, how) for verdict in possible)


def _narrowed(
    engine: InferenceEngine,
    question: InferenceQuestion,
    inference: Inference,
    stages: tuple[GradeAnswer, ...],
    verdicts: tuple[GradeAnswer, ...],
) -> tuple[InferenceQuestion, Inference]:
    """Ask again without the stages and verdicts that were disproved."""
    open_stages = tuple(answer.grade for answer in stages if answer.possibility is not Possibility.EXCLUDED)
    open_verdicts = {answer.grade for answer in verdicts if answer.possibility is not Possibility.EXCLUDED}
    now = {verdict.value for verdict in inference.verdict_result.possible} if inference.verdict_result else set()
    if (open_stages in ((), inference.stages)) and (not open_verdicts or open_verdicts == now):
        return question, inference
    question = replace(question, stages=open_stages or None, verdicts=tuple(sorted(open_verdicts)) or None)
    return question, engine.infer(question, inference)


def _combinations(scorecard: Scorecard, question: InferenceQuestion) -> list[dict[str, str]]:
    """List every choice of the open settings; the plan holds their number in bounds."""
    open_ = [setting for setting in scorecard.settings if question.settings.get(setting.id) is None]
    every = product(*([choice.id for choice in setting.choices] for setting in open_))
    return [dict(zip((setting.id for setting in open_), choices, strict=True)) for choices in every]


_KindAndGrades = tuple[ConclusionKind, tuple[GradeAnswer, ...]]


def _kind_and_grades(inference: Inference, grades: tuple[GradeAnswer, ...]) -> _KindAndGrades:
    possible = [answer.grade for answer in grades if answer.possibility is not Possibility.EXCLUDED]
    return ladder_kind(possible) if inference.kind in BY_LADDER else inference.kind, grades


def _answers(
    engine: InferenceEngine, inference: Inference, aim: SearchTarget
) -> tuple[tuple[GradeAnswer, ...], FinishedSearch | None]:
    """Judge every grade or stage while all settings are chosen; give the search for them, if there was one."""
    open_ = set(aim.of(inference))
    witnesses: dict[str, Completion] = {}
    search = WitnessSearch(engine, inference, aim) if len(open_) > 1 else None
    if search is not None:
        if search.is_countable:
            witnesses, allowed = search.all_completions()
            open_ &= allowed
        elif not aim.only_if_countable:
            witnesses = search.witnesses(open_)
            unwitnessed = open_ - witnesses.keys()
            open_ -= search.disproved(unwitnessed) if unwitnessed else set()
    answers = tuple(_answer(grade, open_, witnesses.get(grade)) for grade in aim.answers)
    return answers, None if search is None else search.finish()


def _answer(grade: str, open_: set[str], witness: Completion | None) -> GradeAnswer:
    if grade not in open_:
        return GradeAnswer(grade, Possibility.EXCLUDED)
    if len(open_) == 1:
        return GradeAnswer(grade, Possibility.CERTAIN)
    return GradeAnswer(grade, Possibility.REACHABLE if witness else Possibility.NOT_EXCLUDED, witness)


def _merge_alternatives(
    every: tuple[str, ...], alternatives: list[tuple[dict[str, str], tuple[GradeAnswer, ...]]]
) -> tuple[GradeAnswer, ...]:
    """Allow whatever any choice of the open settings allows, with the witness of the first that reaches it."""
    open_: set[str] = set()
    witnesses: dict[str, Completion] = {}
    for settings, answers in alternatives:
        for answer in answers:
            if answer.possibility is not Possibility.EXCLUDED:
                open_.add(answer.grade)
            facts = answer.witness.facts if answer.witness else {}
            if answer.possibility in (Possibility.CERTAIN, Possibility.REACHABLE):
                witnesses.setdefault(answer.grade, Completion(facts, settings))
    return tuple(_answer(grade, open_, witnesses.get(grade)) for grade in every)
