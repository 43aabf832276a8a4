"""Which completions of the unknown reach which answer, and which can be disproved by splitting the unknown?

An answer is a grade, a stage or a verdict, as the aim of the search says.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PerhapsAbsent,
    RecordsExtent,
)
from rules.contracts.intervals import Interval, exactly
from rules.contracts.outcomes import Outcome
from rules.engine.completions import Candidates, decimal_between
from rules.engine.grids import snapped
from rules.engine.leaves import Leaf, extent_at, put, unknown_leaves
from rules.engine.read_values import whole_domain
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.engine.aims import Aim
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference, Question

MAXIMUM_BOXES = 4_096
MAXIMUM_BISECTIONS = 12
MAXIMUM_COMBINATIONS = 64
MAXIMUM_EFFORT = 3_000
"""How much evaluating one search may cost in all: one for each evaluation, and one more for every ten records."""


@dataclass(frozen=True, slots=True)
class _Jump:
    """A step of a walk from one value of an unknown to another, and the grades that both completions gave."""

    question: Question
    leaf: Leaf
    ends: tuple[Extent, Extent]
    grades: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Completion:
    """A value for every unknown fact and a choice for every open setting."""

    facts: dict[str, Extent]
    settings: dict[str, str]


class Search:
    """Looks for witnesses and for disproofs; deterministic, and nothing it finds counts before it is evaluated."""

    def __init__(self, engine: InferenceEngine, question: Question, aim: Aim) -> None:
        """List everything that is unknown."""
        self._engine = engine
        self._question = question
        self._aim = aim
        self._leaves = tuple(leaf for leaf in unknown_leaves(engine.plan.scorecard, question) if self._can_matter(leaf))
        self._candidates = Candidates(engine.plan, question.as_of)
        self._found: dict[str, Completion] = {}
        self._allowed: set[str] = set()
        listed = [extent for extent in question.facts.values() if isinstance(extent, RecordsExtent) and extent.records]
        self._cost = 1 + sum(len(extent.records or ()) for extent in listed) // 10
        self.effort = 0

    def _can_matter(self, leaf: Leaf) -> bool:
        return self._aim.behind is None or (leaf.list or leaf.name) in self._aim.behind

    @property
    def _exhausted(self) -> bool:
        return self.effort > MAXIMUM_EFFORT

    def _explore(self, question: Question) -> Inference:
        self.effort += self._cost
        return self._engine.explore(question)

    def _infer(self, question: Question) -> Inference:
        self.effort += self._cost
        return self._engine.infer(question)

    @property
    def is_countable(self) -> bool:
        """Say whether everything unknown is a choice and there are few combinations, so that all can be tried."""
        count = 1
        for leaf in self._leaves:
            extent = None if leaf.is_setting else extent_at(self._question, leaf)
            if extent is not None and not (isinstance(extent, ChoiceExtent) and not extent.others):
                return False
            count *= len(self._engine.plan.names.domains[leaf.name]) if extent is None else len(extent.possible)
        return count <= MAXIMUM_COMBINATIONS

    def all_completions(self) -> tuple[dict[str, Completion], set[str]]:
        """Evaluate every combination of the unknown choices: the witnesses, and all grades that any of them allows.

        A completion can allow several grades, for a value that no row of a scale holds stays open with all facts known.
        """
        values = self._explore(self._question).values
        for extents in product(*(self._candidates.of(leaf, values) for leaf in self._leaves)):
            completed = self._question
            for leaf, extent in zip(self._leaves, extents, strict=True):
                completed = put(completed, leaf, extent)
            allowed = self._aim.of(self._infer(completed))
            self._allowed.update(allowed)
            if len(allowed) == 1:
                self._keep(allowed[0], completed)
        return self._found, self._allowed

    def witnesses(self, wanted: set[str]) -> dict[str, Completion]:
        """Walk from the best completion found to the worst, one unknown at a time, and note every grade on the way.

        Two walks take the unknowns in opposite orders. A step that loses every grade is noted but not taken, so that
        one gate does not end the walk. What both leave is looked for inside their steps, first inside those whose
        grades it stands between.
        """
        start, best, worst = self._climb()
        jumps: list[_Jump] = []
        for order in (self._leaves[::-1], self._leaves):
            now = start
            grade = self._note(now)
            for leaf in order:
                if wanted <= self._found.keys() or self._exhausted:
                    break
                ends = best[leaf.id], worst[leaf.id]
                if ends[0] == ends[1]:
                    continue
                following = put(now, leaf, worst[leaf.id])
                reached = self._note(following)
                if reached != grade:
                    jumps.append(_Jump(now, leaf, ends, (grade, reached)))
                if reached != self._aim.nothing:
                    now, grade = following, reached
        missing = wanted - self._found.keys()
        for jump in sorted(jumps, key=lambda jump: not self._stands_between(jump, missing)):
            self._bisect(jump, wanted)
        return {grade: witness for grade, witness in self._found.items() if grade in wanted}

    def _stands_between(self, jump: _Jump, missing: set[str]) -> bool:
        every = self._aim.every
        places = sorted(every.index(grade) for grade in jump.grades if grade is not None)
        return len(places) == 2 and not missing.isdisjoint(every[places[0] + 1 : places[1]])

    def _climb(self) -> tuple[Question, dict[str, Extent], dict[str, Extent]]:
        """Choose for each unknown in turn the value that does best, the others being what they are; note the worst."""
        now = self._question
        best: dict[str, Extent] = {}
        worst: dict[str, Extent] = {}
        values = self._explore(now).values
        for leaf in self._leaves:
            extents = self._candidates.of(leaf, values)
            if self._exhausted:
                best[leaf.id] = worst[leaf.id] = extents[0]
                now = put(now, leaf, extents[0])
                continue
            explored = [self._explore(put(now, leaf, extent)) for extent in extents]
            ranks = [self._rank(inference) for inference in explored]
            place = ranks.index(max(ranks))
            best[leaf.id], worst[leaf.id] = extents[place], extents[ranks.index(min(ranks))]
            now, values = put(now, leaf, extents[place]), explored[place].values
        return now, best, worst

    def _rank(self, inference: Inference) -> tuple[int, int, Fraction, Fraction, int]:
        """Compare what is surely reached: gates, the worst possible grade, the score, the best possible grade."""
        failed = list(inference.passes.values()).count(Outcome.NOT_MET)
        passed = list(inference.passes.values()).count(Outcome.MET)
        places = [self._aim.every.index(answer) for answer in self._aim.of(inference)]
        low, high = inference.total.low or Fraction(0), inference.total.high or Fraction(0)
        return passed - failed, -min(places, default=0), low, high, -max(places, default=0)

    def _note(self, question: Question) -> str | None:
        """Explore a completion; if it gives one answer that has no witness yet, infer it in full and keep it."""
        answers = self._aim.of(self._explore(question))
        if len(answers) != 1:
            return None
        grade = answers[0]
        if grade not in self._found:
            self._infer(question)
            self._keep(grade, question)
        return grade

    def _keep(self, grade: str, question: Question) -> None:
        """Keep an inferred completion as the witness of its grade, unless there is one."""
        if grade not in self._found:
            settings = {leaf.name: question.settings[leaf.name] or "" for leaf in self._leaves if leaf.is_setting}
            facts = {leaf.id: extent_at(question, leaf) for leaf in self._leaves if not leaf.is_setting}
            self._found[grade] = Completion(facts, settings)

    def _bisect(self, jump: _Jump, wanted: set[str]) -> None:
        """Look between two numbers of one unknown for grades that the step from one to the other jumped over."""
        good, bad = jump.ends
        if not (isinstance(good, NumberExtent) and isinstance(bad, NumberExtent)):
            return
        leaf, question = jump.leaf, jump.question
        spans = [(good.interval.value, bad.interval.value, *jump.grades)]
        grid = None if leaf.definition is None else leaf.definition.multiple_of
        if leaf.definition is not None and leaf.definition.type is FactType.DATE:
            grid = Fraction(1)
        for _ in range(MAXIMUM_BISECTIONS):
            if not spans or self._exhausted or wanted <= self._found.keys():
                return
            left, right, before, after = spans.pop(0)
            if left is None or right is None or left == right:
                continue
            middle = decimal_between(left, right)
            if grid is not None:
                middle = snapped(middle, grid)
            if middle in (left, right):
                continue
            centre = self._note(put(question, leaf, NumberExtent(exactly(middle))))
            spans += [(left, middle, before, centre)] if before != centre else []
            spans += [(middle, right, centre, after)] if centre != after else []

    def disproved(self, left: set[str], witnesses: dict[str, Completion]) -> set[str]:
        """Split unknowns until no box allows a grade that has no witness; give the grades that were disproved."""
        boxes = [self._question]
        remaining: set[str] = set()
        spent = 0
        while boxes:
            if self._exhausted:
                return set()
            box = boxes.pop()
            spent += 1
            inference = self._infer(box)
            here = (set(self._aim.of(inference)) & left) - witnesses.keys()
            if not here <= remaining:
                parts = self._split(box, inference) if spent + len(boxes) < MAXIMUM_BOXES else []
                boxes += parts
                remaining |= set() if parts else here
            if remaining >= left:
                break
        return left - remaining

    def _split(self, box: Question, inference: Inference) -> list[Question]:
        """Split the first unknown that an open question of this box still rests on."""
        for leaf in unknown_leaves(self._engine.plan.scorecard, box):
            if not self._can_matter(leaf):
                continue
            parts = self._parts(leaf, extent_at(box, leaf))
            if len(parts) > 1 and self._matters(leaf, inference):
                return [put(box, leaf, part) for part in parts]
        return []

    def _matters(self, leaf: Leaf, inference: Inference) -> bool:
        return (leaf.list or leaf.name) in self._engine.open_leaves(inference)

    def _parts(self, leaf: Leaf, extent: Extent) -> list[Extent]:
        if leaf.is_setting:
            return [ChoiceExtent(frozenset({choice})) for choice in self._engine.plan.names.domains[leaf.name]]
        if isinstance(extent, PerhapsAbsent) and leaf.definition is not None:
            return [NotApplicable(), whole_domain(leaf.definition)]
        if isinstance(extent, ChoiceExtent) and not extent.others:
            return [ChoiceExtent(frozenset({choice})) for choice in sorted(extent.possible)]
        if isinstance(extent, NumberExtent):
            known = self._candidates.thresholds_of(leaf.name)
            inside = [end for end in known if extent.interval.contains(end) and end != extent.interval.low]
            if inside:
                middle = inside[len(inside) // 2]
                interval = extent.interval
                return [
                    NumberExtent(Interval(interval.low, middle, interval.low_open, True)),
                    NumberExtent(Interval(middle, interval.high, False, interval.high_open)),
                ]
        return []
