"""Witness search: completions of unknown facts and open settings that reach each answer.

An answer is a grade, a stage or a verdict, as the aim of the search says.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, NumberExtent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.completions import CandidateValues, decimal_between
from rules.engine.disproof import Disproof
from rules.engine.grids import round_down_to_multiple
from rules.engine.probe import Probe
from rules.engine.unknowns import UnknownInput, extent_of_unknown, list_unknowns, with_value
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.search_targets import SearchTarget

MAXIMUM_BISECTIONS = 12
MAXIMUM_COMBINATIONS = 64


@dataclass(frozen=True, slots=True)
class _WalkStep:
    """A step of a walk from one value of an unknown to another, and the answers that both completions gave."""

    before: Inference
    leaf: UnknownInput
    ends: tuple[Extent, Extent]
    answers: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Completion:
    """A value for every unknown fact and a choice for every open setting."""

    facts: dict[str, Extent]
    settings: dict[str, str]


class WitnessSearch:
    """Looks for witnesses and disproofs; deterministic, and nothing counts before both evaluators conclude it."""

    def __init__(self, engine: InferenceEngine, inference: Inference, aim: SearchTarget) -> None:
        """List everything that is unknown in the question of an agreed inference."""
        self._aim = aim
        self.probe = Probe(engine, inference)
        self._question = question = inference.question
        self._leaves = tuple(leaf for leaf in list_unknowns(engine.plan.scorecard, question) if self._can_matter(leaf))
        self._candidates = CandidateValues(engine.plan, question.as_of)
        self._domains = engine.plan.names.domains
        self._found: dict[str, Completion] = {}

    def _can_matter(self, leaf: UnknownInput) -> bool:
        return self._aim.behind is None or (leaf.list or leaf.name) in self._aim.behind

    @property
    def is_countable(self) -> bool:
        """Say whether everything unknown is a choice and there are few combinations, so that all can be tried."""
        count = 1
        for leaf in self._leaves:
            extent = None if leaf.is_setting else extent_of_unknown(self._question, leaf)
            if extent is not None and not (isinstance(extent, ChoiceExtent) and not extent.others):
                return False
            count *= len(self._domains[leaf.name]) if extent is None else len(extent.possible)
        return count <= MAXIMUM_COMBINATIONS

    def all_completions(self) -> tuple[dict[str, Completion], set[str]]:
        """Conclude every combination of the unknown choices: the witnesses, and all answers that any of them allows.

        A completion can allow several, for a value that no row of a scale holds stays open with all facts known.
        """
        every: set[str] = set()
        values = self.probe.inference.values
        for extents in product(*(self._candidates.of(leaf, values) for leaf in self._leaves)):
            completed = self._question
            for leaf, extent in zip(self._leaves, extents, strict=True):
                completed = with_value(completed, leaf, extent)
            allowed = self._aim.of(self.probe.confirm(completed))
            every.update(allowed)
            if len(allowed) == 1:
                self._keep(allowed[0], completed)
        return self._found, every

    def disproved(self, answers: set[str]) -> set[str]:
        """Give those of some answers without witness that splitting the unknown disproves."""
        return Disproof(self.probe, self._aim, self._leaves).of(answers)

    def witnesses(self, wanted: set[str]) -> dict[str, Completion]:
        """Walk from the best completion found to the worst, one unknown at a time, and note every answer on the way.

        Two walks take the unknowns in opposite orders. A step that loses every grade is noted but not taken, so that
        one gate does not end the walk. What both leave is looked for inside their steps, first inside those whose
        answers it stands between.
        """
        start, best, worst = self._climb()
        jumps: list[_WalkStep] = []
        for order in (self._leaves[::-1], self._leaves):
            now = start
            answer = self._note(now)
            for leaf in order:
                if wanted <= self._found.keys() or self.probe.is_exhausted:
                    break
                ends = best[leaf.id], worst[leaf.id]
                if ends[0] == ends[1]:
                    continue
                following = self.probe.explore(with_value(now.question, leaf, worst[leaf.id]), now)
                reached = self._note(following)
                if reached != answer:
                    jumps.append(_WalkStep(now, leaf, ends, (answer, reached)))
                if reached != self._aim.nothing:
                    now, answer = following, reached
        missing = wanted - self._found.keys()
        for jump in sorted(jumps, key=lambda jump: not self._stands_between(jump, missing)):
            self._look_inside(jump, wanted)
        return {answer: witness for answer, witness in self._found.items() if answer in wanted}

    def _stands_between(self, jump: _WalkStep, missing: set[str]) -> bool:
        every = self._aim.every
        places = sorted(every.index(answer) for answer in jump.answers if answer is not None)
        return len(places) == 2 and not missing.isdisjoint(every[places[0] + 1 : places[1]])

    def _climb(self) -> tuple[Inference, dict[str, Extent], dict[str, Extent]]:
        """Choose for each unknown in turn the value that does best, the others being what they are; note the worst."""
        now = self.probe.inference
        best: dict[str, Extent] = {}
        worst: dict[str, Extent] = {}
        for leaf in self._leaves:
            extents = self._candidates.of(leaf, now.values)
            if self.probe.is_exhausted:
                extents = extents[:1]
            explored = [self.probe.explore(with_value(now.question, leaf, extent), now) for extent in extents]
            ranks = [self._rank(inference) for inference in explored]
            place = ranks.index(max(ranks))
            best[leaf.id], worst[leaf.id] = extents[place], extents[ranks.index(min(ranks))]
            now = explored[place]
        return now, best, worst

    def _rank(self, inference: Inference) -> tuple[int, int, Fraction, Fraction, int]:
        """Compare what is surely reached: gates, the worst possible answer, the score, the best possible answer."""
        failed = list(inference.passes.values()).count(Outcome.NOT_MET)
        passed = list(inference.passes.values()).count(Outcome.MET)
        places = [self._aim.every.index(answer) for answer in self._aim.of(inference)]
        low, high = inference.total.low or Fraction(0), inference.total.high or Fraction(0)
        return passed - failed, -min(places, default=0), low, high, -max(places, default=0)

    def _note(self, explored: Inference) -> str | None:
        """Give the answer of a completion if it is one; it becomes a witness if none is known and both conclude it."""
        answers = self._aim.of(explored)
        if len(answers) != 1:
            return None
        if answers[0] not in self._found and self._aim.of(self.probe.confirm(explored.question)) == answers:
            self._keep(answers[0], explored.question)
        return answers[0]

    def _keep(self, answer: str, question: InferenceQuestion) -> None:
        """Keep a completion that both evaluators concluded as the witness of its answer, unless there is one."""
        if answer not in self._found:
            settings = {leaf.name: question.settings[leaf.name] or "" for leaf in self._leaves if leaf.is_setting}
            facts = {leaf.id: extent_of_unknown(question, leaf) for leaf in self._leaves if not leaf.is_setting}
            self._found[answer] = Completion(facts, settings)

    def _look_inside(self, jump: _WalkStep, wanted: set[str]) -> None:
        """Bisect a step between two numbers, unless all numbers between them at once allow nothing that is missing."""
        left, right = (end.interval.value if isinstance(end, NumberExtent) else None for end in jump.ends)
        if left is None or right is None or self.probe.is_exhausted or wanted <= self._found.keys():
            return
        between = NumberExtent(Interval(min(left, right), max(left, right)))
        allowed = self._aim.of(self.probe.explore(with_value(jump.before.question, jump.leaf, between), jump.before))
        if not (wanted & set(allowed)) <= self._found.keys():
            self._bisect(jump, (left, right), wanted)

    def _bisect(self, jump: _WalkStep, ends: tuple[Fraction, Fraction], wanted: set[str]) -> None:
        """Look between two numbers of one unknown for answers that the step from one to the other jumped over."""
        definition = jump.leaf.definition
        grid = None if definition is None else definition.multiple_of
        if definition is not None and definition.type is FactType.DATE:
            grid = Fraction(1)
        spans = [(*ends, *jump.answers)]
        for _ in range(MAXIMUM_BISECTIONS):
            if not spans or self.probe.is_exhausted or wanted <= self._found.keys():
                return
            left, right, first, last = spans.pop(0)
            middle = round_down_to_multiple(decimal_between(left, right), grid)
            if middle in (left, right):
                continue
            completed = with_value(jump.before.question, jump.leaf, NumberExtent(point_interval(middle)))
            centre = self._note(self.probe.explore(completed, jump.before))
            spans += [(left, middle, first, centre)] if first != centre else []
            spans += [(middle, right, centre, last)] if centre != last else []
