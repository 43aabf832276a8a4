"""Nearest-value search: the closest grid value that reaches a goal, or proof that none exists."""

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


def _apply_completion(question: InferenceQuestion, completion: Completion) -> InferenceQuestion:
    for leaf, extent in completion:
        question = with_value(question, leaf, extent)
    return question


def worst_completion(engine: InferenceEngine, record: EvaluationRecord, inference: Inference) -> Completion:
    """Complete the unknown facts with the witness of the worst possible grade.

    Facts without a witness receive their last candidate value. Undecided settings stay undecided.
    """
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
"""Limit on the intervals that the search evaluates for one number."""
MAXIMUM_INFERENCES = 600
"""Limit on inferences for all facts of one explanation; beyond it, only selected values are tested."""
_MAX_STEPS_FROM_ZERO = 10**15


class GoalStatus(StrEnum):
    """Whether a question certainly reaches the goal, certainly misses it, or neither."""

    REACHED = "reached"
    OPEN = "open"
    EXCLUDED = "excluded"


@dataclass(slots=True)
class SearchState:
    """Number of inferences of a search, and the last inference of each kind for reuse."""

    inferences: int = 0
    last: dict[tuple[int, bool], Inference] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """Goal of a change, required under every choice of the undecided settings.

    If `wanted` is set, one of its grades must be certain; `completion` is evaluated first. Otherwise no gate may fail.
    """

    engine: InferenceEngine
    choices: tuple[dict[str, str], ...]
    wanted: frozenset[str] = frozenset()
    completion: Completion = ()
    spent: SearchState = field(default_factory=SearchState)

    def inferences(self, question: InferenceQuestion) -> list[Inference]:
        return [self._inference(question, number) for number in range(len(self.choices))]

    def _inference(self, question: InferenceQuestion, number: int, *, completed: bool = False) -> Inference:
        kind, chosen = (number, completed), {**question.settings, **self.choices[number]}
        self.spent.last[kind] = self.engine.infer(replace(question, settings=chosen), self.spent.last.get(kind))
        return self.spent.last[kind]

    def judge(self, question: InferenceQuestion) -> GoalStatus:
        """Return the goal status that is certain for every value allowed by the question."""
        variants = [(False, question)]
        if self.completion:
            variants.insert(0, (True, _apply_completion(question, self.completion)))
        status = GoalStatus.REACHED
        for number in range(len(self.choices)):
            for completed, variant in variants:
                self.spent.inferences += 1
                inference = self._inference(variant, number, completed=completed)
                judged = self._status_of_grades(inference) if self.wanted else _status_of_gates(inference)
                if judged is GoalStatus.EXCLUDED:
                    return judged
                status = judged if judged is GoalStatus.OPEN else status
        return status

    def _status_of_grades(self, inference: Inference) -> GoalStatus:
        good = [grade in self.wanted for grade in inference.grades]
        if all(good):
            return GoalStatus.REACHED
        return GoalStatus.OPEN if any(good) else GoalStatus.EXCLUDED

    def accepts(self, judged: GoalStatus) -> bool:
        return judged is GoalStatus.REACHED or (not self.wanted and judged is GoalStatus.OPEN)

    def holds(self, question: InferenceQuestion) -> bool:
        return self.accepts(self.judge(question))

    def possible(self, question: InferenceQuestion, target: SearchTarget) -> tuple[str, ...]:
        possible = {answer for inference in self.inferences(question) for answer in target.of(inference)}
        return tuple(answer for answer in target.answers if answer in possible)


def _status_of_gates(inference: Inference) -> GoalStatus:
    if Outcome.NOT_MET in inference.passes.values():
        return GoalStatus.EXCLUDED
    return GoalStatus.OPEN if Outcome.UNDETERMINED in inference.passes.values() else GoalStatus.REACHED


@dataclass(frozen=True, slots=True)
class Grid:
    """Candidate values of one number: multiples of the step within its domain, and thresholds of the plan."""

    step: Fraction
    low: Fraction | None
    high: Fraction | None
    thresholds: tuple[Fraction, ...] = ()


class NearestValue(NamedTuple):
    """Nearest value that reaches the goal; if None, `is_proved` means that no such value exists."""

    value: Fraction | None
    is_proved: bool


class GridSearch:
    """Search for one number in both directions; `at` inserts an extent of the number into the question."""

    def __init__(self, goal: Goal, at: Callable[[Extent], InferenceQuestion], grid: Grid) -> None:
        self._goal = goal
        self._at = at
        self._grid = grid
        self._spent = 0
        self._far_part: tuple[int, int | None] | None = None

    def nearest(self, current: Fraction) -> NearestValue:
        up, down = self._search_side(1, current), self._search_side(-1, current)
        values = [side.value for side in (up, down) if side.value is not None]
        if not values:
            return NearestValue(None, up.is_proved and down.is_proved)
        return NearestValue(min(values, key=lambda value: (abs(value - current), -value)), is_proved=True)

    def _search_side(self, sign: int, current: Fraction) -> NearestValue:
        """Search one side; step numbers are negated on the lower side, so that they ascend outwards."""
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
                    # If the near part of an undetermined box is excluded, the far part is undetermined: skip its
                    # evaluation.
                    is_open = bool(boxes) and boxes[-1] == self._far_part and self._is_wide(boxes[-1])
                    continue
                if judged is GoalStatus.REACHED or (near == far and self._goal.accepts(judged)):
                    return NearestValue(sign * near * self._grid.step, is_proved=True)
                if near == far:
                    continue
            is_open = False
            if self._is_spent or (far is None and near > _MAX_STEPS_FROM_ZERO):
                return self._sample(sign, first, last)
            middle = self._last_near_step(sign, near, far)
            self._far_part = (middle + 1, far)
            boxes += [self._far_part, (near, middle)]
        return NearestValue(None, is_proved=True)

    @property
    def _is_spent(self) -> bool:
        return self._spent >= MAXIMUM_BOXES or self._goal.spent.inferences >= MAXIMUM_INFERENCES

    @staticmethod
    def _is_wide(box: tuple[int, int | None]) -> bool:
        near, far = box
        return far is not None and near != far

    def _box(self, sign: int, near: int, far: int | None) -> NumberExtent:
        step = self._grid.step
        start, end = sign * near * step, None if far is None else sign * far * step
        return NumberExtent(Interval(start, end) if sign > 0 else Interval(end, start))

    def _holds(self, sign: int, step: int) -> bool:
        return self._goal.holds(self._at(self._box(sign, step, step)))

    def _candidate_steps(self, sign: int) -> list[int]:
        steps: set[int] = set()
        for threshold in self._grid.thresholds:
            step = -_floor(-sign * threshold / self._grid.step)
            steps |= {step, step + 1}
        return sorted(steps)

    def _last_near_step(self, sign: int, near: int, far: int | None) -> int:
        inside = [step for step in self._candidate_steps(sign) if near < step and (far is None or step <= far)]
        if inside:
            return inside[len(inside) // 2] - 1
        return near + max(abs(near), 100) if far is None else (near + far) // 2

    def _sample(self, sign: int, first: int, last: int | None) -> NearestValue:
        """Test the thresholds, then bisect between the last failing and the first passing step.

        This fallback proves nothing: a nearer value may exist.
        """
        ends = [first] if last is None else [first, last]
        inside = [step for step in self._candidate_steps(sign) if first <= step and (last is None or step <= last)]
        failing = first - 1
        for step in sorted({*ends, *inside}):
            if not self._holds(sign, step):
                failing = step
                continue
            passing = step
            while passing - failing > 1:
                middle = (failing + passing) // 2
                failing, passing = (failing, middle) if self._holds(sign, middle) else (middle, passing)
            return NearestValue(sign * passing * self._grid.step, is_proved=False)
        return NearestValue(None, is_proved=False)


def _floor(number: Fraction) -> int:
    return number.numerator // number.denominator
