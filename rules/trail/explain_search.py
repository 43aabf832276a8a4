"""Nearest-value search on the grid of one number, unknown facts completed at their worst, or proof that none does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import ChoiceExtent, Extent, ListRecord, NumberExtent, RecordsExtent
from rules.contracts.intervals import Interval
from rules.contracts.outcomes import Outcome, Possibility
from rules.engine.completions import CandidateValues
from rules.engine.open_facts import UnknownInput, list_unknowns, with_value
from rules.engine.read_values import Violations, read_scalar, unknown_extent
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Record as EvaluationRecord
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.search import SearchTarget
    from rules.model.scorecard import FactDefinition, RecordType, Scorecard


Completion = tuple[tuple[UnknownInput, Extent], ...]
"""An extent for each unknown fact or field of a record."""


def apply_completion(question: InferenceQuestion, completion: Completion) -> InferenceQuestion:
    """Give the same question with the unknown known."""
    for leaf, extent in completion:
        question = with_value(question, leaf, extent)
    return question


def worst_completion(engine: InferenceEngine, record: EvaluationRecord, inference: Inference) -> Completion:
    """Give the witness of the worst grade that is still possible, or some completion; settings stay open."""
    scorecard, question = engine.plan.scorecard, inference.question
    possible = [grade for grade in record.conclusion.grades if grade.possibility is not Possibility.EXCLUDED]
    witness = possible[-1].witness if possible else {}
    candidates = CandidateValues(engine.plan, question.as_of)
    completion: list[tuple[UnknownInput, Extent]] = []
    for leaf in list_unknowns(scorecard, question):
        if leaf.definition is None:
            continue
        extent = _extent(scorecard, leaf.definition, witness[leaf.id]) if leaf.id in witness else None
        completion.append((leaf, extent if extent is not None else candidates.of(leaf, inference.values)[-1]))
    return tuple(completion)


def _extent(scorecard: Scorecard, definition: FactDefinition, value: DeclaredValue) -> Extent | None:
    """Read a value as the record gives it, in the unit of its fact."""
    if definition.type is FactType.RECORDS and value.records is not None:
        kind = next(record_type for record_type in scorecard.records if record_type.id == definition.record)
        return RecordsExtent(tuple(_record(scorecard, kind, row) for row in value.records))
    read = read_scalar(definition, value, definition.id, Violations())
    return None if read is None else read[0]


def _record(scorecard: Scorecard, kind: RecordType, row: dict[str, DeclaredValue]) -> ListRecord:
    extents = {field.id: _extent(scorecard, field, row[field.id]) for field in kind.fields if field.id in row}
    fields = {field.id: extents.get(field.id) or unknown_extent(field) for field in kind.fields}
    key = fields[kind.key]
    return ListRecord(min(key.possible) if isinstance(key, ChoiceExtent) and key.possible else "-", fields)


MAXIMUM_BOXES = 150
"""How many boxes one number may cost."""
MAXIMUM_INFERENCES = 600
"""How many inferences boxes may cost for all facts of one explanation; after that only few values are tried."""
_FARTHEST = 10**15
"""How many steps from zero an unbounded number is searched."""


class GoalStatus(StrEnum):
    """Whether what is asked surely reaches the goal, surely does not, or neither."""

    REACHED = "reached"
    OPEN = "open"
    EXCLUDED = "excluded"


@dataclass(slots=True)
class SearchState:
    """How many inferences a search has cost, and the last of each kind, of which the next reuses what is the same."""

    inferences: int = 0
    last: dict[tuple[int, bool], Inference] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a change must achieve, under every choice of the settings left open.

    With `wanted` grades, one of these for sure, which is asked of one completion of the unknown first; without any,
    that no gate fails.
    """

    engine: InferenceEngine
    choices: tuple[dict[str, str], ...]
    wanted: frozenset[str] = frozenset()
    completion: Completion = ()
    spent: SearchState = field(default_factory=SearchState)

    def inferences(self, question: InferenceQuestion) -> list[Inference]:
        """Conclude a question under every choice, by both evaluators."""
        return [self._inference(question, number) for number in range(len(self.choices))]

    def _inference(self, question: InferenceQuestion, number: int, *, completed: bool = False) -> Inference:
        kind, chosen = (number, completed), {**question.settings, **self.choices[number]}
        self.spent.last[kind] = self.engine.infer(replace(question, settings=chosen), self.spent.last.get(kind))
        return self.spent.last[kind]

    def judge(self, question: InferenceQuestion) -> GoalStatus:
        """Say what is certain of everything that a question still allows."""
        variants = [(False, question)]
        if self.completion:
            variants.insert(0, (True, apply_completion(question, self.completion)))
        status = GoalStatus.REACHED
        for number in range(len(self.choices)):
            for completed, variant in variants:
                self.spent.inferences += 1
                inference = self._inference(variant, number, completed=completed)
                judged = self._of_grades(inference) if self.wanted else _of_gates(inference)
                if judged is GoalStatus.EXCLUDED:
                    return judged
                status = judged if judged is GoalStatus.OPEN else status
        return status

    def _of_grades(self, inference: Inference) -> GoalStatus:
        good = [grade in self.wanted for grade in inference.grades]
        if all(good):
            return GoalStatus.REACHED
        return GoalStatus.OPEN if any(good) else GoalStatus.EXCLUDED

    def accepts(self, judged: GoalStatus) -> bool:
        """Say whether this is enough of one value: a gate that unknown facts leave open does not fail."""
        return judged is GoalStatus.REACHED or (not self.wanted and judged is GoalStatus.OPEN)

    def holds(self, question: InferenceQuestion) -> bool:
        """Say whether a question with one value for what is changed reaches the goal."""
        return self.accepts(self.judge(question))

    def possible(self, question: InferenceQuestion, target: SearchTarget) -> tuple[str, ...]:
        """List the answers that some choice of the open settings leaves possible, from the best."""
        possible = {answer for inference in self.inferences(question) for answer in target.of(inference)}
        return tuple(answer for answer in target.answers if answer in possible)


def _of_gates(inference: Inference) -> GoalStatus:
    if Outcome.NOT_MET in inference.passes.values():
        return GoalStatus.EXCLUDED
    return GoalStatus.OPEN if Outcome.UNDETERMINED in inference.passes.values() else GoalStatus.REACHED


@dataclass(frozen=True, slots=True)
class Grid:
    """The values worth trying of one number: the multiples of its step inside its domain, and where the plan splits."""

    step: Fraction
    low: Fraction | None
    high: Fraction | None
    thresholds: tuple[Fraction, ...] = ()


class NearestValue(NamedTuple):
    """The nearest value that reaches the goal; without one, whether it is proved that there is none."""

    value: Fraction | None
    is_proved: bool


class GridSearch:
    """Searches one number up and down from its value; `at` puts what is known of the number into the question."""

    def __init__(self, goal: Goal, at: Callable[[Extent], InferenceQuestion], grid: Grid) -> None:
        """Begin with nothing spent."""
        self._goal = goal
        self._at = at
        self._grid = grid
        self._spent = 0
        self._further: tuple[int, int | None] | None = None

    def nearest(self, current: Fraction) -> NearestValue:
        """Find the nearest value on either side; of two equally near ones the greater."""
        up, down = self._search_side(1, current), self._search_side(-1, current)
        values = [side.value for side in (up, down) if side.value is not None]
        if not values:
            return NearestValue(None, up.is_proved and down.is_proved)
        return NearestValue(min(values, key=lambda value: (abs(value - current), -value)), is_proved=True)

    def _search_side(self, sign: int, current: Fraction) -> NearestValue:
        """Search one side; places count steps away from the current value's side of zero, ascending outwards."""
        first = _floor(sign * current / self._grid.step) + 1
        bound = self._grid.high if sign > 0 else None if self._grid.low is None else -self._grid.low
        last = None if bound is None else _floor(bound / self._grid.step)
        other = self._grid.low if sign > 0 else None if self._grid.high is None else -self._grid.high
        if other is not None:
            first = max(first, -_floor(-other / self._grid.step))
        if last is not None and last < first:
            return NearestValue(None, is_proved=True)
        return self._split(sign, first, last)

    def _split(self, sign: int, first: int, last: int | None) -> NearestValue:
        boxes = [(first, last)]
        is_open = False
        while boxes:
            near, far = boxes.pop()
            if not is_open:
                self._spent += 1
                judged = self._goal.judge(self._at(self._box(sign, near, far)))
                if judged is GoalStatus.EXCLUDED:
                    # The further part of an open box whose nearer part is excluded is open: asking would tell nothing.
                    is_open = bool(boxes) and boxes[-1] == self._further and self._is_wide(boxes[-1])
                    continue
                if judged is GoalStatus.REACHED or (near == far and self._goal.accepts(judged)):
                    return NearestValue(sign * near * self._grid.step, is_proved=True)
                if near == far:
                    continue
            is_open = False
            if self._is_spent or (far is None and near > _FARTHEST):
                return self._sampled(sign, first, last)
            middle = self._middle(sign, near, far)
            self._further = (middle + 1, far)
            boxes += [self._further, (near, middle)]
        return NearestValue(None, is_proved=True)

    @property
    def _is_spent(self) -> bool:
        return self._spent >= MAXIMUM_BOXES or self._goal.spent.inferences >= MAXIMUM_INFERENCES

    @staticmethod
    def _is_wide(box: tuple[int, int | None]) -> bool:
        """Say whether a box has two ends that differ; one without end may well be excluded."""
        near, far = box
        return far is not None and near != far

    def _box(self, sign: int, near: int, far: int | None) -> NumberExtent:
        step = self._grid.step
        start, end = sign * near * step, None if far is None else sign * far * step
        return NumberExtent(Interval(start, end) if sign > 0 else Interval(end, start))

    def _holds(self, sign: int, step: int) -> bool:
        return self._goal.holds(self._at(self._box(sign, step, step)))

    def _candidate_steps(self, sign: int) -> list[int]:
        """List the first places at and behind each number that the plan compares with."""
        places: set[int] = set()
        for threshold in self._grid.thresholds:
            step = -_floor(-sign * threshold / self._grid.step)
            places |= {step, step + 1}
        return sorted(places)

    def _middle(self, sign: int, near: int, far: int | None) -> int:
        """Give the last place of the nearer part."""
        inside = [step for step in self._candidate_steps(sign) if near < step and (far is None or step <= far)]
        if inside:
            return inside[len(inside) // 2] - 1
        return near + max(abs(near), 100) if far is None else (near + far) // 2

    def _sampled(self, sign: int, first: int, last: int | None) -> NearestValue:
        """Try the places that the plan compares with, and close in between the last that fails and the first found.

        The way out when intervals prove too little: what is found holds and the place before it does not, but a
        nearer one may exist, and finding none proves nothing.
        """
        ends = [first] if last is None else [first, last]
        inside = [step for step in self._candidate_steps(sign) if first <= step and (last is None or step <= last)]
        failing = first - 1
        for step in sorted({*ends, *inside}):
            if not self._holds(sign, step):
                failing = step
                continue
            holding = step
            while holding - failing > 1:
                middle = (failing + holding) // 2
                failing, holding = (failing, middle) if self._holds(sign, middle) else (middle, holding)
            return NearestValue(sign * holding * self._grid.step, is_proved=False)
        return NearestValue(None, is_proved=False)


def _floor(number: Fraction) -> int:
    return number.numerator // number.denominator
