"""Counterfactual search: the least change of one known fact that reaches a goal, or proof that none does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import CALENDAR
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    RecordsExtent,
    known_choices,
    known_number,
    known_word,
    records_of,
)
from rules.contracts.inputs import DeclaredValue
from rules.engine.completions import CandidateValues
from rules.engine.open_facts import UnknownInput
from rules.engine.read_values import unknown_extent, whole_domain
from rules.engine.search import grade_target
from rules.model.scorecard import FactType, SumQuantity
from rules.trail.explain_search import Goal, GoalStatus, Grid, GridSearch
from rules.trail.record_figures import declared_value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.engine.inference import InferenceQuestion
    from rules.model.scorecard import FactDefinition, RecordType
    from rules.program.value_environment import Values
    from rules.trail.closed_time import ChangeFeasibility


_MAX_OWNERS_TRIED = 20
"""Limit of existing records that may own a new record; each of them costs a search."""


def added_records(
    proposed: ListRecord, kind: RecordType, key: str, facts: Mapping[str, Extent]
) -> Iterator[ListRecord]:
    """Yield a proposed record with a key, once for each record that may own it."""
    record = _with_key(proposed, kind, key)
    belongs = kind.belongs_to
    if belongs is None:
        yield record
        return
    for outer in islice(records_of(facts[belongs.list]), _MAX_OWNERS_TRIED):
        yield ListRecord(key, {**record.fields, belongs.field: known_word(outer.key)})


def _with_key(record: ListRecord, kind: RecordType, key: str) -> ListRecord:
    key_fields = {
        kind.key,
        *(field.id for field in kind.fields if field.id in kind.unique and field.type is FactType.TEXT),
    }
    applicable = {name for name in key_fields if name == kind.key or not isinstance(record.fields[name], NotApplicable)}
    return ListRecord(key, {**record.fields, **{name: known_word(key) for name in applicable}})


_ORDERED_TYPES = (FactType.NUMBER, FactType.DATE)
DEFAULT_STEP = Fraction(1, 100)
"""Step of a number without a defined step, in its own unit."""


class ChangeTiming(StrEnum):
    """Time for a change: as-of date or later, following period only, or too late."""

    STILL = "still"
    FOLLOWING = "following"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class ImprovementStep:
    """The least change of one fact that reaches a better grade, verified by evaluation.

    `required` is assumed to have the evidence of `current`. For a list, it is the whole list with the new record last.
    `grade` is the worst grade then possible. A change for the following period was verified with the closed period's
    figures; it has the following period's days and no evidence.
    """

    fact: str
    current: DeclaredValue | None
    required: DeclaredValue
    grade: str
    chance: ChangeTiming = ChangeTiming.STILL


class WaysUpResult(NamedTuple):
    """Changes that reach a goal, fewest steps first: `ways` are still possible, `missed` are not.

    `unproved` names facts with neither a change nor a proof that none exists.
    """

    ways: tuple[ImprovementStep, ...]
    unproved: tuple[str, ...]
    missed: tuple[ImprovementStep, ...] = ()


@dataclass(frozen=True, slots=True)
class _FactChange:
    extent: Extent
    steps: Fraction
    chance: ChangeTiming = ChangeTiming.STILL


def search_step(definition: FactDefinition) -> Fraction:
    """Return the search step of a number, always a multiple of `multiple_of` if set; 1 day for a date."""
    if definition.type is FactType.DATE:
        return Fraction(1)
    step = definition.step or definition.multiple_of or DEFAULT_STEP
    return step if definition.multiple_of is None or step % definition.multiple_of == 0 else definition.multiple_of


def find_ways_up(
    goal: Goal,
    question: InferenceQuestion,
    used: Mapping[str, DeclaredValue],
    among: frozenset[str],
    horizon: ChangeFeasibility | None = None,
) -> WaysUpResult:
    """Find least changes of the known facts in `among`; `used` contains the values that the rules used.

    Without `horizon` every change counts as possible.
    """
    return _ImprovementSearch(goal, question, used, horizon).search(among)


class _ImprovementSearch:
    def __init__(
        self,
        goal: Goal,
        question: InferenceQuestion,
        used: Mapping[str, DeclaredValue],
        horizon: ChangeFeasibility | None,
    ) -> None:
        self._goal = goal
        self._question = question
        self._used = used
        self._horizon = horizon
        self._scorecard = goal.engine.plan.scorecard
        self._records = {record.id: record for record in self._scorecard.records}
        self._candidates = CandidateValues(goal.engine.plan, question.as_of)
        self._unproved: list[str] = []

    @cached_property
    def _values(self) -> Values:
        return self._goal.engine.explore(self._question).values

    def search(self, among: frozenset[str]) -> WaysUpResult:
        ranked_steps: list[tuple[Fraction, int, ImprovementStep]] = []
        for position, definition in enumerate(self._scorecard.facts):
            if definition.id not in among:
                continue
            change = self._change_with_timing(definition)
            if change is not None:
                ranked_steps.append((change.steps, position, self._improvement_step(definition, change)))
        ordered = [step for _, _, step in sorted(ranked_steps, key=lambda item: item[:2])]
        still = tuple(step for step in ordered if step.chance is ChangeTiming.STILL)
        return WaysUpResult(
            still, tuple(self._unproved), tuple(step for step in ordered if step.chance is not ChangeTiming.STILL)
        )

    def _question_with(self, name: str, extent: Extent) -> InferenceQuestion:
        return replace(self._question, facts={**self._question.facts, name: extent})

    def _improvement_step(self, definition: FactDefinition, change: _FactChange) -> ImprovementStep:
        current = self._used.get(definition.id)
        question = self._question_with(definition.id, change.extent)
        grades = self._goal.possible(question, grade_target(self._goal.engine))
        required = (
            declared_value_of(self._shift_to_following(definition, change), definition, self._records)
            or DeclaredValue()
        )
        if current is not None and change.chance is not ChangeTiming.FOLLOWING:
            required = with_evidence(required, current)
        return ImprovementStep(definition.id, current, required, grades[-1] if grades else "", change.chance)

    def _shift_to_following(self, definition: FactDefinition, change: _FactChange) -> Extent:
        extent, horizon = change.extent, self._horizon
        if horizon is not None and change.chance is ChangeTiming.FOLLOWING:
            if isinstance(extent, RecordsExtent) and extent.records:
                *present, added = extent.records
                moved = horizon.following(definition.id, self._records[definition.record or ""], added)
                return RecordsExtent((*present, moved))
            if isinstance(extent, NumberExtent) and definition.type is FactType.DATE and extent.interval.value:
                return known_number(horizon.followed(extent.interval.value))
        return extent

    def _change_with_timing(self, definition: FactDefinition) -> _FactChange | None:
        horizon = self._horizon
        missed = ChangeTiming.PASSED if horizon is None or horizon.closed is None else ChangeTiming.FOLLOWING
        if horizon is None or definition.type not in (FactType.DATE, FactType.RECORDS):
            change = self._least_change(definition)
            settled = horizon is not None and horizon.is_settled(definition)
            return replace(change, chance=missed) if change is not None and settled else change
        unproved_count = len(self._unproved)
        if (change := self._least_change(definition, horizon)) is not None:
            return change
        del self._unproved[unproved_count:]
        if (change := self._least_change(definition)) is None:
            return None
        # Rules may name calendar days, so the same change may not suffice in the following period.
        reaches_goal = self._goal.holds(horizon.translated(self._question_with(definition.id, change.extent)))
        return replace(change, chance=missed if reaches_goal else ChangeTiming.PASSED)

    def _least_change(self, definition: FactDefinition, horizon: ChangeFeasibility | None = None) -> _FactChange | None:
        extent = self._question.facts[definition.id]
        match extent:
            case NumberExtent(interval) if definition.type in _ORDERED_TYPES and interval.value is not None:
                if self._excluded(definition.id, whole_domain(definition)):
                    return None
                grid = self._search_grid(definition)
                return self._number(definition, interval.value, replace(grid, low=horizon.today) if horizon else grid)
            case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
                return self._choice(definition, min(possible))
            case ChoicesExtent(surely, possibly) if surely == possibly:
                every = frozenset(choice.id for choice in definition.choices)
                if self._excluded(definition.id, ChoicesExtent(surely, every)):
                    return None
                return self._choice_added(definition, surely)
            case RecordsExtent(records) if records is not None and definition.id in self._goal.engine.plan.records:
                return self._record_added(definition, records, horizon)
            case _:
                return None

    def _excluded(self, name: str, extent: Extent) -> bool:
        return self._goal.judge(self._question_with(name, extent)) is GoalStatus.EXCLUDED

    def _search_grid(self, definition: FactDefinition) -> Grid:
        if definition.type is FactType.DATE:
            return self._day_grid(definition)
        thresholds = self._candidates.thresholds_of(definition.id)
        return Grid(search_step(definition), definition.at_least, definition.at_most, thresholds)

    def _day_grid(self, definition: FactDefinition) -> Grid:
        proposed = self._candidates.of(UnknownInput(definition.id, definition), self._values)
        days = (extent.interval.value for extent in proposed if isinstance(extent, NumberExtent))
        return Grid(search_step(definition), CALENDAR.low, CALENDAR.high, tuple(day for day in days if day is not None))

    def _number(self, definition: FactDefinition, current: Fraction, grid: Grid) -> _FactChange | None:
        nearest = GridSearch(self._goal, lambda extent: self._question_with(definition.id, extent), grid).nearest(
            current
        )
        if nearest.value is None:
            self._unproved += [] if nearest.is_proved else [definition.id]
            return None
        extent = known_number(nearest.value)
        return _FactChange(extent, abs(nearest.value - current) / grid.step)

    def _choice(self, definition: FactDefinition, current: str) -> _FactChange | None:
        if definition.type is FactType.TEXT:
            return None
        order = self._goal.engine.plan.names.domains[definition.id]
        current_index = order.index(current)
        for value in sorted(order, key=lambda choice: (abs(order.index(choice) - current_index), -order.index(choice))):
            extent = known_word(value)
            if value != current and self._goal.holds(self._question_with(definition.id, extent)):
                return _FactChange(extent, Fraction(1))
        return None

    def _choice_added(self, definition: FactDefinition, chosen: frozenset[str]) -> _FactChange | None:
        for choice in definition.choices:
            more = chosen | {choice.id}
            extent = known_choices(more)
            if more != chosen and self._goal.holds(self._question_with(definition.id, extent)):
                return _FactChange(extent, Fraction(1))
        return None

    def _record_added(
        self, definition: FactDefinition, present: tuple[ListRecord, ...], horizon: ChangeFeasibility | None
    ) -> _FactChange | None:
        kind = self._records[definition.record or ""]
        key = unused_key(present)
        unknown_record = ListRecord(key, {field.id: unknown_extent(field) for field in kind.fields})
        if self._excluded(definition.id, RecordsExtent((*present, unknown_record))):
            return None
        best: _FactChange | None = None
        for proposal in self._candidates.of(UnknownInput(definition.id, definition), self._values):
            first = (proposal.records or ())[:1] if isinstance(proposal, RecordsExtent) else ()
            for candidate in (
                added_record
                for record in first
                for added_record in added_records(record, kind, key, self._question.facts)
            ):
                record = candidate if horizon is None else horizon.still(definition.id, kind, candidate)
                best = (record and self._least_record(definition, present, record, best)) or best
        if best is None:
            self._unproved.append(definition.id)
        return best

    def _least_record(
        self, definition: FactDefinition, present: tuple[ListRecord, ...], record: ListRecord, best: _FactChange | None
    ) -> _FactChange | None:
        """Find the least amounts that reach the goal; None unless they need fewer steps than `best`."""
        steps = Fraction(0)
        for field in self._summed_fields(definition.id):

            def at(extent: Extent, record: ListRecord = record, name: str = field.id) -> InferenceQuestion:
                changed = ListRecord(record.key, {**record.fields, name: extent})
                return self._question_with(definition.id, RecordsExtent((*present, changed)))

            grid = self._search_grid(field)
            if best is not None:
                fewer = (best.steps - steps - 1) * grid.step
                grid = replace(grid, high=fewer if grid.high is None else min(grid.high, fewer))
            least = GridSearch(self._goal, at, grid).nearest(field.at_least or Fraction(0)).value
            if least is None:
                return None
            steps += abs(least) / grid.step
            record = ListRecord(record.key, {**record.fields, field.id: known_number(least)})
        extent = RecordsExtent((*present, record))
        return _FactChange(extent, steps) if self._goal.holds(self._question_with(definition.id, extent)) else None

    def _summed_fields(self, name: str) -> Iterator[FactDefinition]:
        fields = {field.id: field for field in self._goal.engine.plan.records[name].record.fields}
        sums = [item for item in self._scorecard.quantities if isinstance(item, SumQuantity) and item.list == name]
        for field in dict.fromkeys(item.of for item in sums if item.of in fields):
            yield fields[field]


def unused_key(present: tuple[ListRecord, ...]) -> str:
    """Return a key for a new record."""
    used_keys = {record.key for record in present}
    return next(name for number in range(1, len(used_keys) + 2) if (name := f"new-{number}") not in used_keys)


def with_evidence(required: DeclaredValue, current: DeclaredValue) -> DeclaredValue:
    """Return the new value with the evidence of the old; an added record has that of an existing record."""
    if required.records is None or current.records is None:
        return required.model_copy(update={"evidence": current.evidence})
    added = {
        name: value.model_copy(update={"evidence": _evidence_of(name, current.records)})
        for name, value in required.records[-1].items()
    }
    return required.model_copy(update={"records": (*current.records, added), "evidence": current.evidence})


def _evidence_of(name: str, records: tuple[dict[str, DeclaredValue], ...]) -> tuple[str, ...]:
    return next((record[name].evidence for record in records if name in record and record[name].evidence), ())
