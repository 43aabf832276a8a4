"""Search of open questions: what-if evaluation, witnesses that reach each answer, or a disproof by subdivision."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    UnknownOrAbsent,
    known_number,
    known_word,
    records_of,
)
from rules.contracts.intervals import Interval, round_down_to_multiple
from rules.contracts.outcomes import NO_GRADE, Outcome, Verdict
from rules.engine.completions import CandidateValues, decimal_between
from rules.engine.grades import NO_STAGE
from rules.engine.open_facts import (
    UnknownInput,
    extents_of_unknowns,
    grade_criterion_id,
    list_unknowns,
    with_value,
    with_values,
)
from rules.engine.read_values import whole_domain
from rules.model.expressions import STAGE
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.score import Score


MAXIMUM_EFFORT = 3_000
"""How much exploring one search may cost in all: one for each question, and one more for every ten records."""


_AT_ONCE = 64
"""The most claims that are confirmed at once, and the most completions that are kept while a search goes on."""


class Probe:
    """Explores with the oracle alone, and has durable-rules confirm what is to be claimed, many claims at once.

    The effort is counted, never timed, so that a search ends at the same place on every machine.
    """

    def __init__(self, engine: InferenceEngine, inference: Inference, leaves: Sequence[UnknownInput]) -> None:
        """Begin with an agreed inference, and what is unknown in it and may be put in."""
        self.engine = engine
        self.inference = inference
        self.effort = 0
        self._names = list(dict.fromkeys(leaf.list or leaf.name for leaf in leaves if not leaf.is_setting))
        self._claims: list[Inference] = []
        self._explored: dict[tuple[int, ...], Inference] = {}
        lists = (fact.id for fact in engine.plan.scorecard.facts if fact.type is FactType.RECORDS)
        self._cost = 1 + sum(len(records_of(inference.question.facts[name])) for name in lists) // 10

    @property
    def is_exhausted(self) -> bool:
        """Say whether the search has to end."""
        return self.effort > MAXIMUM_EFFORT

    def explore(self, question: InferenceQuestion, previous: Inference) -> Inference:
        """Ask the oracle alone, beside what it said of a question that differs little; the same is asked once."""
        self.effort += self._cost
        key = tuple([id(question.facts[name]) for name in self._names])
        explored = self._explored.get(key)
        if explored is None or explored.question.settings != question.settings:
            explored = self.engine.explore(question, previous)
            if len(self._explored) <= _AT_ONCE:
                self._explored[key] = explored
        return explored

    @property
    def explored_scores(self) -> tuple[Score, ...] | None:
        """The score of everything that was explored, each once; None if that was too much to keep."""
        if len(self._explored) > _AT_ONCE:
            return None
        return tuple({id(explored.score): explored.score for explored in self._explored.values()}.values())

    def claim(self, explored: Inference) -> None:
        """Note what both evaluators have to agree on before anything follows from the search."""
        self._claims.append(explored)
        if len(self._claims) == _AT_ONCE:
            self.confirm()

    def confirm(self) -> None:
        """Have durable-rules conclude what was claimed."""
        self.engine.confirm(self._claims, self.inference)
        self._claims = []


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """All answers from best to worst, which of them an inference leaves possible, and the one that ends all hope.

    `criterion` gives the name under which an answer is told to be open, `relevant_inputs` the facts, lists and settings
    that can matter at all; None if any can. `only_if_countable` asks no more than to try all completions where there
    are few.
    """

    answers: tuple[str, ...]
    of: Callable[[Inference], tuple[str, ...]]
    worst_answer: str
    criterion: Callable[[str], str]
    relevant_inputs: frozenset[str] | None = None
    only_if_countable: bool = False


def grade_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for grades."""
    return SearchTarget(engine.every_grade, lambda inference: inference.grades, NO_GRADE, grade_criterion_id)


def stage_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for stages; only what their rows read can matter."""
    behind = frozenset(engine.dependencies.of((STAGE,)))
    return SearchTarget(engine.every_stage, lambda inference: inference.stages, NO_STAGE, lambda _: STAGE, behind)


def verdict_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for verdicts, the mildest first; only what their rules read can matter."""
    rules = engine.plan.scorecard.verdicts.rules if engine.plan.scorecard.verdicts else ()
    behind = frozenset(engine.dependencies.of(rule.id for rule in rules))
    every = tuple(verdict.value for verdict in reversed(Verdict)) if rules else ()
    return SearchTarget(every, _verdicts, "", lambda verdict: verdict, behind, only_if_countable=True)


def _verdicts(inference: Inference) -> tuple[str, ...]:
    possible = inference.verdict_result.possible if inference.verdict_result else ()
    return tuple(verdict.value for verdict in reversed(possible))


MAXIMUM_BOXES = 4_096


class Disproof:
    """Splits unknowns at the thresholds of the plan; deterministic."""

    def __init__(self, probe: Probe, aim: SearchTarget, leaves: Sequence[UnknownInput]) -> None:
        """Take the unknowns that can matter to the aim, in the order in which they are split."""
        self._probe = probe
        self._aim = aim
        self._leaves = leaves
        self._findings = {finding.id for finding in probe.engine.plan.scorecard.findings}

    def of(self, answers: set[str]) -> set[str]:
        """Split until no box allows some of the answers that are left, and give those.

        Boxes are split with the oracle alone. The boxes of a disproof, which hold every completion between them, are
        then claimed.
        """
        whole = self._probe.inference
        boxes = [(whole.question, whole)]
        ends: list[InferenceQuestion] = []
        remaining: set[str] = set()
        spent = 0
        while boxes and not remaining >= answers:
            if self._probe.is_exhausted:
                return set()
            question, previous = boxes.pop()
            box = self._probe.explore(question, previous)
            spent += 1
            here = answers.intersection(self._aim.of(box)) - remaining
            parts = self._split(box, here) if here and spent + len(boxes) < MAXIMUM_BOXES else []
            boxes += [(part, box) for part in parts]
            if not parts:
                remaining |= here
                ends.append(question)
        disproved = answers - remaining
        for end in ends if disproved else ():
            self._probe.claim(self._probe.explore(end, whole))
        return disproved

    def _split(self, box: Inference, here: set[str]) -> list[InferenceQuestion]:
        """Split the first unknown that something open in this box still rests on; those behind its answers come first.

        What only findings rest on changes no answer.
        """
        open_ = self._probe.engine.open_leaves(box)
        sought = {self._aim.criterion(answer) for answer in here}
        last: list[UnknownInput] = []
        for leaf in self._leaves:
            through = open_.get(leaf.list or leaf.name, ())
            if not sought.isdisjoint(through):
                if parts := self._split_unknown(box, leaf):
                    return parts
            elif not self._findings.issuperset(through):
                last.append(leaf)
        return next((parts for leaf in last if (parts := self._split_unknown(box, leaf))), [])

    def _split_unknown(self, box: Inference, leaf: UnknownInput) -> list[InferenceQuestion]:
        """Put every part of an unknown in its place; none if it cannot be split."""
        parts = self._parts(leaf, next(extents_of_unknowns(box.question, [leaf])))
        return [with_value(box.question, leaf, part) for part in parts] if len(parts) > 1 else []

    def _parts(self, leaf: UnknownInput, extent: Extent) -> list[Extent]:
        plan = self._probe.engine.plan
        if leaf.is_setting:
            return [known_word(choice) for choice in plan.names.domains[leaf.name]]
        if isinstance(extent, UnknownOrAbsent) and leaf.definition is not None:
            return [NotApplicable(), whole_domain(leaf.definition)]
        if isinstance(extent, ChoiceExtent) and not extent.others:
            return [known_word(choice) for choice in sorted(extent.possible)]
        if isinstance(extent, NumberExtent):
            interval = extent.interval
            known = plan.comparison_thresholds.thresholds.get(leaf.name, ())
            inside = [end for end in known if interval.contains(end) and end != interval.low]
            if inside:
                middle = inside[len(inside) // 2]
                return [
                    NumberExtent(Interval(interval.low, middle, interval.low_open, True)),
                    NumberExtent(Interval(middle, interval.high, False, interval.high_open)),
                ]
        return []


MAXIMUM_BISECTIONS = 12
MAXIMUM_COMBINATIONS = 64


class _WalkStep(NamedTuple):
    """A step of a walk from one value of an unknown to another, and the answers that both completions gave."""

    before: Inference
    leaf: UnknownInput
    ends: tuple[Extent, Extent]
    answers: tuple[str | None, str | None]


class FinishedSearch(NamedTuple):
    """What a search began with, the names of what was unknown, and all scores that it came to unless they are many."""

    inference: Inference
    unknown: tuple[str, ...]
    scores: tuple[Score, ...] | None


class Completion(NamedTuple):
    """A value for every unknown fact and a choice for every open setting."""

    facts: dict[str, Extent]
    settings: dict[str, str]


class WitnessSearch:
    """Looks for witnesses and disproofs; deterministic, and nothing counts before it is finished."""

    def __init__(self, engine: InferenceEngine, inference: Inference, aim: SearchTarget) -> None:
        """List everything that is unknown in the question of an agreed inference."""
        self._aim = aim
        self._question = question = inference.question
        self._leaves = tuple(leaf for leaf in list_unknowns(engine.plan.scorecard, question) if self._can_matter(leaf))
        self.probe = Probe(engine, inference, self._leaves)
        self._candidates = CandidateValues(engine.plan, question.as_of)
        self._domains = engine.plan.names.domains
        self._witnesses: dict[str, Completion] = {}

    def _can_matter(self, leaf: UnknownInput) -> bool:
        return self._aim.relevant_inputs is None or (leaf.list or leaf.name) in self._aim.relevant_inputs

    @property
    def is_countable(self) -> bool:
        """Say whether everything unknown is a choice and there are few combinations, so that all can be tried."""
        count = prod(len(self._domains[leaf.name]) for leaf in self._leaves if leaf.is_setting)
        facts = [leaf for leaf in self._leaves if not leaf.is_setting]
        for extent in extents_of_unknowns(self._question, facts):
            if not isinstance(extent, ChoiceExtent) or extent.others:
                return False
            count *= len(extent.possible)
            if count > MAXIMUM_COMBINATIONS:
                return False
        return count <= MAXIMUM_COMBINATIONS

    def all_completions(self) -> tuple[dict[str, Completion], set[str]]:
        """Conclude every combination of the unknown choices: the witnesses, and all answers that any of them allows.

        A completion can allow several, for a value that no row of a scale holds stays open with all facts known.
        """
        every: set[str] = set()
        now = self.probe.inference
        for extents in product(*[self._candidates.of(leaf, now.values) for leaf in self._leaves]):
            now = self.probe.explore(with_values(self._question, zip(self._leaves, extents, strict=True)), now)
            self.probe.claim(now)
            allowed = self._aim.of(now)
            every.update(allowed)
            if len(allowed) == 1:
                self._keep(allowed[0], now.question)
        return self._witnesses, every

    def finish(self) -> FinishedSearch:
        """Have everything confirmed that was claimed."""
        self.probe.confirm()
        unknown = tuple(leaf.list or leaf.name for leaf in self._leaves)
        return FinishedSearch(self.probe.inference, unknown, self.probe.explored_scores)

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
                if wanted <= self._witnesses.keys() or self.probe.is_exhausted:
                    break
                ends = best[leaf.id], worst[leaf.id]
                if ends[0] == ends[1]:
                    continue
                following = self.probe.explore(with_value(now.question, leaf, worst[leaf.id]), now)
                reached = self._note(following)
                if reached != answer:
                    jumps.append(_WalkStep(now, leaf, ends, (answer, reached)))
                if reached != self._aim.worst_answer:
                    now, answer = following, reached
        missing = wanted - self._witnesses.keys()
        for jump in sorted(jumps, key=lambda jump: not self._stands_between(jump, missing)):
            self._look_inside(jump, wanted)
        return {answer: witness for answer, witness in self._witnesses.items() if answer in wanted}

    def _stands_between(self, jump: _WalkStep, missing: set[str]) -> bool:
        every = self._aim.answers
        places = sorted(every.index(answer) for answer in jump.answers if answer is not None)
        return len(places) == 2 and not missing.isdisjoint(every[places[0] + 1 : places[1]])

    def _climb(self) -> tuple[Inference, dict[str, Extent], dict[str, Extent]]:
        """Choose for each unknown in turn the value that does best, the others being what they are; note the worst.

        Once the effort is spent the first candidate is chosen; those that ask nothing of the others are put in at once.
        """
        now = self.probe.inference
        best: dict[str, Extent] = {}
        worst: dict[str, Extent] = {}
        unexplored: list[tuple[UnknownInput, Extent]] = []
        moving = {leaf.name for leaf in self._leaves if leaf.list is None} | self.probe.engine.plan.quantities.keys()
        for leaf in self._leaves:
            if self.probe.is_exhausted and not self._candidates.may_move(leaf, moving):
                best[leaf.id] = worst[leaf.id] = first = self._candidates.of(leaf, now.values)[0]
                unexplored.append((leaf, first))
                continue
            now, unexplored = self._explored(now, unexplored), []
            extents = self._candidates.of(leaf, now.values)
            if self.probe.is_exhausted:
                extents = extents[:1]
            explored = [self.probe.explore(with_value(now.question, leaf, extent), now) for extent in extents]
            ranks = [self._rank(inference) for inference in explored]
            position = ranks.index(max(ranks))
            best[leaf.id], worst[leaf.id] = extents[position], extents[ranks.index(min(ranks))]
            now = explored[position]
        return self._explored(now, unexplored), best, worst

    def _explored(self, now: Inference, chosen: Sequence[tuple[UnknownInput, Extent]]) -> Inference:
        return self.probe.explore(with_values(now.question, chosen), now) if chosen else now

    def _rank(self, inference: Inference) -> tuple[int, int, Fraction, Fraction, int]:
        """Compare what is surely reached: gates, the worst possible answer, the score, the best possible answer."""
        failed = list(inference.passes.values()).count(Outcome.NOT_MET)
        passed = list(inference.passes.values()).count(Outcome.MET)
        places = [self._aim.answers.index(answer) for answer in self._aim.of(inference)]
        low, high = inference.total.low or Fraction(0), inference.total.high or Fraction(0)
        return passed - failed, -min(places, default=0), low, high, -max(places, default=0)

    def _note(self, explored: Inference) -> str | None:
        """Give the answer of a completion if it is one; it becomes a witness if none is known."""
        answers = self._aim.of(explored)
        if len(answers) != 1:
            return None
        if answers[0] not in self._witnesses:
            self.probe.claim(explored)
            self._keep(answers[0], explored.question)
        return answers[0]

    def _keep(self, answer: str, question: InferenceQuestion) -> None:
        """Keep a completion that was claimed as the witness of its answer, unless there is one."""
        if answer not in self._witnesses:
            settings = {leaf.name: question.settings[leaf.name] or "" for leaf in self._leaves if leaf.is_setting}
            open_facts = [leaf for leaf in self._leaves if not leaf.is_setting]
            extents = zip(open_facts, extents_of_unknowns(question, open_facts), strict=True)
            self._witnesses[answer] = Completion({leaf.id: extent for leaf, extent in extents}, settings)

    def _look_inside(self, jump: _WalkStep, wanted: set[str]) -> None:
        """Bisect a step between two numbers, unless all numbers between them at once allow nothing that is missing."""
        left, right = (end.interval.value if isinstance(end, NumberExtent) else None for end in jump.ends)
        if left is None or right is None or self.probe.is_exhausted or wanted <= self._witnesses.keys():
            return
        between = NumberExtent(Interval(min(left, right), max(left, right)))
        allowed = self._aim.of(self.probe.explore(with_value(jump.before.question, jump.leaf, between), jump.before))
        if not (wanted & set(allowed)) <= self._witnesses.keys():
            self._bisect(jump, (left, right), wanted)

    def _bisect(self, jump: _WalkStep, ends: tuple[Fraction, Fraction], wanted: set[str]) -> None:
        """Look between two numbers of one unknown for answers that the step from one to the other jumped over."""
        definition = jump.leaf.definition
        grid = None if definition is None else definition.multiple_of
        if definition is not None and definition.type is FactType.DATE:
            grid = Fraction(1)
        spans = [(*ends, *jump.answers)]
        for _ in range(MAXIMUM_BISECTIONS):
            if not spans or self.probe.is_exhausted or wanted <= self._witnesses.keys():
                return
            left, right, first, last = spans.pop(0)
            middle = round_down_to_multiple(decimal_between(left, right), grid)
            if middle in (left, right):
                continue
            completed = with_value(jump.before.question, jump.leaf, known_number(middle))
            centre = self._note(self.probe.explore(completed, jump.before))
            spans += [(left, middle, first, centre)] if first != centre else []
            spans += [(middle, right, centre, last)] if centre != last else []
