"""Which grades are certain, reachable, not excluded or excluded, and what would reach them?

Interval evaluation proves what is impossible. What it leaves open is looked at twice more: completions of the unknown
facts are tried until a grade has a witness, and unknown facts are split at the plan's thresholds until a grade without
witness is disproved or the budget of boxes is spent. Every box and every witness is concluded by both evaluators.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Possibility
from rules.engine.search import Completion, Search

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference, Question
    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class GradeAnswer:
    """What is known about one grade, with a completion that reaches it if one was found."""

    grade: str
    possibility: Possibility
    witness: Completion | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """What one combination of choices for the open settings gives."""

    settings: dict[str, str]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Decision:
    """The conclusion of one question, and what each choice of the settings left open would give."""

    inference: Inference
    kind: ConclusionKind
    grades: tuple[GradeAnswer, ...]
    alternatives: tuple[Alternative, ...] = ()

    @property
    def possible(self) -> tuple[str, ...]:
        """The grades that are not excluded, "none" included, from the top."""
        return tuple(answer.grade for answer in self.grades if answer.possibility is not Possibility.EXCLUDED)

    @property
    def grade(self) -> str | None:
        """The grade, if exactly one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None


def decide(engine: InferenceEngine, question: Question, *, beside: Inference | None = None) -> Decision:
    """Conclude a question and say of every grade how possible it is.

    What the question shares with that of the inference `beside` it is not concluded twice.

    Settings left open are chosen in every combination, and the answer allows whatever any of them gives.
    """
    inference = engine.infer(question, beside)
    if engine.plan.scorecard.ladder is None:
        return Decision(inference, inference.kind, ())
    combinations = _combinations(engine.plan.scorecard, question)
    if combinations == [{}]:
        return Decision(inference, *_judged(inference, _grades(engine, question, inference)))
    decided = [
        Alternative(chosen, decide(engine, replace(question, settings={**question.settings, **chosen})))
        for chosen in combinations
    ]
    return Decision(inference, *_judged(inference, _joined(decided)), tuple(decided))


def _combinations(scorecard: Scorecard, question: Question) -> list[dict[str, str]]:
    """List every choice of the open settings; the plan holds their number in bounds."""
    open_ = [setting for setting in scorecard.settings if question.settings.get(setting.id) is None]
    every = product(*([choice.id for choice in setting.choices] for setting in open_))
    return [dict(zip((setting.id for setting in open_), choices, strict=True)) for choices in every]


_Judged = tuple[ConclusionKind, tuple[GradeAnswer, ...]]


def _judged(inference: Inference, grades: tuple[GradeAnswer, ...]) -> _Judged:
    possible = [answer.grade for answer in grades if answer.possibility is not Possibility.EXCLUDED]
    none_left = inference.kind is ConclusionKind.GRADED and possible == [NO_GRADE]
    return ConclusionKind.NOT_GRADED if none_left else inference.kind, grades


def _grades(engine: InferenceEngine, question: Question, inference: Inference) -> tuple[GradeAnswer, ...]:
    """Judge every grade while all settings are chosen."""
    open_ = set(inference.grades)
    witnesses: dict[str, Completion] = {}
    if len(open_) > 1:
        search = Search(engine, question)
        if search.is_countable:
            witnesses, allowed = search.all_completions()
            open_ &= allowed
        else:
            witnesses = search.witnesses(open_)
            left = open_ - witnesses.keys()
            open_ -= search.disproved(left, witnesses) if left else set()
    return tuple(_answer(grade, open_, witnesses.get(grade)) for grade in engine.every_grade)


def _answer(grade: str, open_: set[str], witness: Completion | None) -> GradeAnswer:
    if grade not in open_:
        return GradeAnswer(grade, Possibility.EXCLUDED)
    if len(open_) == 1:
        return GradeAnswer(grade, Possibility.CERTAIN)
    return GradeAnswer(grade, Possibility.REACHABLE if witness else Possibility.NOT_EXCLUDED, witness)


def _joined(alternatives: list[Alternative]) -> tuple[GradeAnswer, ...]:
    """Allow whatever any choice of the open settings allows, with the witness of the first that reaches it."""
    open_: set[str] = set()
    witnesses: dict[str, Completion] = {}
    for alternative in alternatives:
        for answer in alternative.decision.grades:
            if answer.possibility is not Possibility.EXCLUDED:
                open_.add(answer.grade)
            facts = answer.witness.facts if answer.witness else {}
            if answer.possibility in (Possibility.CERTAIN, Possibility.REACHABLE):
                witnesses.setdefault(answer.grade, Completion(facts, alternative.settings))
    order = [answer.grade for answer in alternatives[0].decision.grades]
    return tuple(_answer(grade, open_, witnesses.get(grade)) for grade in order)
