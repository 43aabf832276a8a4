"""Search for possible answers: witnesses, or a disproof by subdivision."""

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
"""The effort limit: a question costs 1, plus 1 for every ten records."""


_BATCH_SIZE = 64
"""The number of inferences confirmed together, and the maximum number of cached inferences."""


class Probe:
    """Explores with the oracle alone; durable-rules confirms claimed inferences in batches.

    The effort is counted, not timed, so that results are the same on every machine.
    """

    def __init__(self, engine: InferenceEngine, inference: Inference, leaves: Sequence[UnknownInput]) -> None:
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
        return self.effort > MAXIMUM_EFFORT

    def explore(self, question: InferenceQuestion, previous: Inference) -> Inference:
        self.effort += self._cost
        key = tuple([id(question.facts[name]) for name in self._names])
        explored = self._explored.get(key)
        if explored is None or explored.question.settings != question.settings:
            explored = self.engine.explore(question, previous)
            if len(self._explored) <= _BATCH_SIZE:
                self._explored[key] = explored
        return explored

    @property
    def explored_scores(self) -> tuple[Score, ...] | None:
        if len(self._explored) > _BATCH_SIZE:
            return None
        return tuple({id(explored.score): explored.score for explored in self._explored.values()}.values())

    def claim(self, explored: Inference) -> None:
        self._claims.append(explored)
        if len(self._claims) == _BATCH_SIZE:
            self.confirm()

    def confirm(self) -> None:
        self.engine.confirm(self._claims, self.inference)
        self._claims = []


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """The answers from best to worst, and a function that reads the possible ones from an inference.

    `criterion` maps an answer to its criterion id. `relevant_inputs` is None if any input can matter.
    `only_if_countable` limits the search to few completions.
    """

    answers: tuple[str, ...]
    of: Callable[[Inference], tuple[str, ...]]
    worst_answer: str
    criterion: Callable[[str], str]
    relevant_inputs: frozenset[str] | None = None
    only_if_countable: bool = False


def grade_target(engine: InferenceEngine) -> SearchTarget:
    """Return the search target for grades."""
    return SearchTarget(engine.every_grade, lambda inference: inference.grades, NO_GRADE, grade_criterion_id)


def stage_target(engine: InferenceEngine) -> SearchTarget:
    """Return the search target for stages."""
    behind = frozenset(engine.dependencies.of((STAGE,)))
    return SearchTarget(engine.every_stage, lambda inference: inference.stages, NO_STAGE, lambda _: STAGE, behind)


def verdict_target(engine: InferenceEngine) -> SearchTarget:
    """Return the search target for verdicts."""
    rules = engine.plan.scorecard.verdict_rules
    behind = frozenset(engine.dependencies.of(rule.id for rule in rules))
    every = tuple(verdict.value for verdict in reversed(Verdict)) if rules else ()
    return SearchTarget(every, _verdicts, "", lambda verdict: verdict, behind, only_if_countable=True)


def _verdicts(inference: Inference) -> tuple[str, ...]:
    possible = inference.verdict_result.possible if inference.verdict_result else ()
    return tuple(verdict.value for verdict in reversed(possible))


MAXIMUM_BOXES = 4_096


class Disproof:
    """Splits unknowns at the thresholds of the plan."""

    def __init__(self, probe: Probe, aim: SearchTarget, leaves: Sequence[UnknownInput]) -> None:
        self._probe = probe
        self._aim = aim
        self._leaves = leaves
        self._findings = {finding.id for finding in probe.engine.plan.scorecard.findings}

    def of(self, answers: set[str]) -> set[str]:
        """Return the answers that no completion allows; empty if the effort limit is reached.

        If any is disproved, durable-rules must confirm the final boxes, which contain every completion.
        """
        root = self._probe.inference
        boxes = [(root.question, root)]
        ends: list[InferenceQuestion] = []
        remaining: set[str] = set()
        spent = 0
        while boxes and not remaining >= answers:
            if self._probe.is_exhausted:
                return set()
            question, previous = boxes.pop()
            box = self._probe.explore(question, previous)
            spent += 1
            box_answers = answers.intersection(self._aim.of(box)) - remaining
            parts = self._split(box, box_answers) if box_answers and spent + len(boxes) < MAXIMUM_BOXES else []
            boxes += [(part, box) for part in parts]
            if not parts:
                remaining |= box_answers
                ends.append(question)
        disproved = answers - remaining
        for end in ends if disproved else ():
            self._probe.claim(self._probe.explore(end, root))
        return disproved

    def _split(self, box: Inference, box_answers: set[str]) -> list[InferenceQuestion]:
        criteria_by_input = self._probe.engine.open_leaves(box)
        wanted_criteria = {self._aim.criterion(answer) for answer in box_answers}
        fallback_leaves: list[UnknownInput] = []
        for leaf in self._leaves:
            criteria = criteria_by_input.get(leaf.list or leaf.name, ())
            if not wanted_criteria.isdisjoint(criteria):
                if parts := self._split_unknown(box, leaf):
                    return parts
            elif not self._findings.issuperset(criteria):
                fallback_leaves.append(leaf)
        return next((parts for leaf in fallback_leaves if (parts := self._split_unknown(box, leaf))), [])

    def _split_unknown(self, box: Inference, leaf: UnknownInput) -> list[InferenceQuestion]:
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
    before: Inference
    leaf: UnknownInput
    ends: tuple[Extent, Extent]
    answers: tuple[str | None, str | None]


class FinishedSearch(NamedTuple):
    """The start of a search, its unknown inputs, and the explored scores.

    `scores` is None if there were too many to cache.
    """

    inference: Inference
    unknown: tuple[str, ...]
    scores: tuple[Score, ...] | None


class Completion(NamedTuple):
    """A value for every unknown fact and a choice for every unset setting."""

    facts: dict[str, Extent]
    settings: dict[str, str]


class WitnessSearch:
    """Searches for witnesses and disproofs; results are valid only after `finish`."""

    def __init__(self, engine: InferenceEngine, inference: Inference, aim: SearchTarget) -> None:
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
        """Return the witnesses and all possible answers, from every combination of the unknown choices.

        A completion can allow several answers, for example if a value is outside all rows of a scale.
        """
        every: set[str] = set()
        now = self.probe.inference
        for extents in product(*[self._candidates.of(leaf, now.values) for leaf in self._leaves]):
            now = self.probe.explore(with_values(self._question, zip(self._leaves, extents, strict=True)), now)
            self.probe.claim(now)
            allowed = self._aim.of(now)
            every.update(allowed)
            if len(allowed) == 1:
                self._store_witness(allowed[0], now.question)
        return self._witnesses, every

    def finish(self) -> FinishedSearch:
        self.probe.confirm()
        unknown = tuple(leaf.list or leaf.name for leaf in self._leaves)
        return FinishedSearch(self.probe.inference, unknown, self.probe.explored_scores)

    def disproved(self, answers: set[str]) -> set[str]:
        return Disproof(self.probe, self._aim, self._leaves).of(answers)

    def witnesses(self, wanted: set[str]) -> dict[str, Completion]:
        """Return witnesses of wanted answers, found on a walk from the best completion to the worst.

        Each step changes one unknown. A step to the worst answer is not followed, so that one gate does not end the
        walk. Missing answers are searched within the steps.
        """
        start, best, worst = self._climb()
        jumps: list[_WalkStep] = []
        for order in (self._leaves[::-1], self._leaves):
            now = start
            answer = self._record_answer(now)
            for leaf in order:
                if wanted <= self._witnesses.keys() or self.probe.is_exhausted:
                    break
                ends = best[leaf.id], worst[leaf.id]
                if ends[0] == ends[1]:
                    continue
                following = self.probe.explore(with_value(now.question, leaf, worst[leaf.id]), now)
                reached = self._record_answer(following)
                if reached != answer:
                    jumps.append(_WalkStep(now, leaf, ends, (answer, reached)))
                if reached != self._aim.worst_answer:
                    now, answer = following, reached
        missing = wanted - self._witnesses.keys()
        for jump in sorted(jumps, key=lambda jump: not self._encloses_missing(jump, missing)):
            self._search_step(jump, wanted)
        return {answer: witness for answer, witness in self._witnesses.items() if answer in wanted}

    def _encloses_missing(self, jump: _WalkStep, missing: set[str]) -> bool:
        every = self._aim.answers
        positions = sorted(every.index(answer) for answer in jump.answers if answer is not None)
        return len(positions) == 2 and not missing.isdisjoint(every[positions[0] + 1 : positions[1]])

    def _climb(self) -> tuple[Inference, dict[str, Extent], dict[str, Extent]]:
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
        failed = list(inference.passes.values()).count(Outcome.NOT_MET)
        passed = list(inference.passes.values()).count(Outcome.MET)
        positions = [self._aim.answers.index(answer) for answer in self._aim.of(inference)]
        low, high = inference.total.low or Fraction(0), inference.total.high or Fraction(0)
        return passed - failed, -min(positions, default=0), low, high, -max(positions, default=0)

    def _record_answer(self, explored: Inference) -> str | None:
        answers = self._aim.of(explored)
        if len(answers) != 1:
            return None
        if answers[0] not in self._witnesses:
            self.probe.claim(explored)
            self._store_witness(answers[0], explored.question)
        return answers[0]

    def _store_witness(self, answer: str, question: InferenceQuestion) -> None:
        if answer not in self._witnesses:
            settings = {leaf.name: question.settings[leaf.name] or "" for leaf in self._leaves if leaf.is_setting}
            open_facts = [leaf for leaf in self._leaves if not leaf.is_setting]
            extents = zip(open_facts, extents_of_unknowns(question, open_facts), strict=True)
            self._witnesses[answer] = Completion({leaf.id: extent for leaf, extent in extents}, settings)

    def _search_step(self, jump: _WalkStep, wanted: set[str]) -> None:
        left, right = (end.interval.value if isinstance(end, NumberExtent) else None for end in jump.ends)
        if left is None or right is None or self.probe.is_exhausted or wanted <= self._witnesses.keys():
            return
        between = NumberExtent(Interval(min(left, right), max(left, right)))
        allowed = self._aim.of(self.probe.explore(with_value(jump.before.question, jump.leaf, between), jump.before))
        if not (wanted & set(allowed)) <= self._witnesses.keys():
            self._bisect(jump, (left, right), wanted)

    def _bisect(self, jump: _WalkStep, ends: tuple[Fraction, Fraction], wanted: set[str]) -> None:
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
            centre = self._record_answer(self.probe.explore(completed, jump.before))
            spans += [(left, middle, first, centre)] if first != centre else []
            spans += [(middle, right, centre, last)] if centre != last else []
