"""Independent reference of improvement plans: every combination of measures and levels, evaluated in ascending order.

It shares no code with the planner but its models. A combination that fails is generalized: facts are widened to all the
values that measures can produce while the goal stays impossible. The facts that remain exclude further combinations.
`learns=False` evaluates each combination alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import lcm
from typing import NamedTuple, TypeVar

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.numbers import format_exact, parse_decimal, parse_decimal_or_ratio
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.decide import decide
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import counting_values
from rules.engine.read_values import whole_domain
from rules.model.scorecard import FactDefinition, FactType
from rules.planning.measures import CostRange, Measure, PlanRequest
from rules.trail.question import read_question

_Rank = TypeVar("_Rank", bound="tuple[object, ...]")


class Chosen(NamedTuple):
    """A measure at a level, which is None without a range."""

    measure: str
    level: Fraction | None = None


Combination = tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The first and last day of a measure."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Found:
    """The first combination in the order of the search that reaches the goal, and the work done for it."""

    chosen: Combination | None
    cost: Fraction | None
    combinations: int
    evaluations: int


class Exhaustive:
    """All combinations of measures of one request."""

    def __init__(
        self,
        engine: InferenceEngine,
        request: PlanRequest,
        excluded: frozenset[str] = frozenset(),
        *,
        learns: bool = True,
    ) -> None:
        """`excluded` are measures that change facts of an ended period, and must not be taken."""
        self._engine, self._request, self._learns = engine, request, learns
        self._card = engine.plan.scorecard
        self._measures = {measure.id: measure for measure in request.measures.measures}
        self._definitions = {fact.id: fact for fact in self._card.facts}
        self._present = counting_values(self._card, request.subject)
        self.schedules = schedules_of(request)
        self.available = _available(request, self.schedules, excluded)
        self._touching: dict[str, dict[str, None]] = {}
        for measure in self.available:
            for fact in dict.fromkeys(effect.fact for effect in measure.effects):
                self._touching.setdefault(fact, {})[measure.id] = None
        self._states: dict[tuple[str, Combination], int] = {}
        self._extents: dict[str, list[dict[str, Extent]]] = {fact: [{}] for fact in self._touching}
        self._distinct: dict[tuple[str, str], int] = {}
        self._known: dict[tuple[int, ...], frozenset[str]] = {}
        self._excluding: dict[frozenset[str], list[list[tuple[int, int]]]] = {}
        self._wide: dict[str, dict[str, Extent]] = {}
        self.evaluations = 0

    # Combinations

    @cached_property
    def combinations(self) -> list[Combination]:
        """Every combination that the relations of the measures allow."""
        return self._extended(self.available)

    def allows(self, chosen: Combination) -> bool:
        """Return whether measures with levels can be taken together."""
        names = {one.measure for one in chosen}
        measures = [measure for measure in self.available if measure.id in names]
        levels = {Chosen(measure.id, level) for measure in measures for level in _levels(measure)}
        return (
            len(measures) == len(chosen)
            and levels.issuperset(chosen)
            and all(names.issuperset(measure.requires) for measure in measures)
            and not any(_exclude_each_other(one, other) for one, other in combinations(measures, 2))
        )

    def _extended(self, waiting: Sequence[Measure]) -> list[Combination]:
        """Return all combinations of measures; each comes after those that it requires."""
        made: list[tuple[Combination, frozenset[str]]] = [((), frozenset())]
        for place, measure in enumerate(waiting):
            needed = frozenset(measure.requires)
            barred = frozenset(one.id for one in waiting[:place] if _exclude_each_other(measure, one))
            levels = [Chosen(measure.id, level) for level in _levels(measure)]
            made += [
                ((*chosen, level), names | {measure.id})
                for chosen, names in made
                if needed <= names and barred.isdisjoint(names)
                for level in levels
            ]
        return [chosen for chosen, _ in made]

    def cost(self, chosen: Combination) -> Fraction:
        """Return the highest total cost."""
        return Fraction(sum(map(self._units.__getitem__, chosen)), self._unit)

    @cached_property
    def _costs(self) -> dict[Chosen, Fraction]:
        years = self._request.goal.years
        every = [Chosen(measure.id, level) for measure in self._measures.values() for level in _levels(measure)]
        return {one: once[1] + years * yearly[1] for one in every for once, yearly in [self.costs(one)]}

    @cached_property
    def _unit(self) -> int:
        return lcm(*(cost.denominator for cost in self._costs.values()))

    @cached_property
    def _units(self) -> dict[Chosen, int]:
        """The highest total cost of each measure and level, in whole units."""
        return {one: int(cost * self._unit) for one, cost in self._costs.items()}

    def costs(self, one: Chosen) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
        """Return the lowest and highest cost once, and those per year."""
        measure = self._measures[one.measure]
        once, yearly = _ends(measure.cost_once), _ends(measure.cost_per_year)
        if measure.range is None or one.level is None:
            return once, yearly
        more_once, more_yearly = _ends(measure.range.cost_once), _ends(measure.range.cost_per_year)
        return (
            (once[0] + one.level * more_once[0], once[1] + one.level * more_once[1]),
            (yearly[0] + one.level * more_yearly[0], yearly[1] + one.level * more_yearly[1]),
        )

    def last_day(self, chosen: Combination) -> date:
        """Return the last day of a plan, today if it is empty."""
        return max(
            (self.schedules[one.measure].last for one in chosen), default=date.fromisoformat(self._request.today)
        )

    # Searches

    def _sum(self, chosen: Combination) -> int:
        return sum(map(self._units.__getitem__, chosen))

    def cheapest(self, grades: frozenset[str]) -> Found:
        return self._first(grades, lambda chosen: (self._sum(chosen),))

    def fastest(self, grades: frozenset[str]) -> Found:
        return self._first(grades, lambda chosen: (self.last_day(chosen), self._sum(chosen)))

    def fewest(self, grades: frozenset[str]) -> Found:
        return self._first(grades, lambda chosen: (len(chosen), self._sum(chosen)))

    def best_figure(self, budget: Fraction, figure: str, *, highest: bool) -> tuple[Fraction, Fraction] | None:
        """Return the best certain limit of a figure within a budget, with its lowest cost; None if there is none."""
        sign = -1 if highest else 1
        figures = self.figures(budget, figure, highest=highest)
        return min(figures, key=lambda found: (sign * found[0], found[1]), default=None)

    def figures(self, budget: Fraction, figure: str, *, highest: bool) -> Iterator[tuple[Fraction, Fraction]]:
        """Yield the certain limit of a figure and the cost of each combination within a budget."""
        for chosen in self.combinations:
            cost = self.cost(chosen)
            if cost <= budget:
                value = certain_limit(self.inference(chosen), figure, highest=highest)
                if value is not None:
                    yield value, cost

    def _first(self, grades: frozenset[str], rank: Callable[[Combination], _Rank]) -> Found:
        for count, chosen in enumerate(sorted(self.combinations, key=rank), start=1):
            state = self._state(chosen)
            if not self._is_excluded(state, grades) and self._grades(state) <= grades:
                return Found(chosen, self.cost(chosen), count, self.evaluations)
            if self._learns and not self._is_excluded(state, grades) and self._learn(state, grades) == []:
                return Found(None, None, count, self.evaluations)
        return Found(None, None, len(self.combinations), self.evaluations)

    # Evaluation

    @cached_property
    def _base(self) -> tuple[InferenceQuestion, Inference]:
        question = self._question(self._request.subject)
        return question, self._engine.explore(question)

    def _question(self, subject: Subject) -> InferenceQuestion:
        _, question = read_question(self._engine, subject.model_copy(update={"as_of": self._request.goal.date}))
        return replace(question, facts=dict(question.facts))

    def _state(self, chosen: Combination) -> tuple[int, ...]:
        """Return the number of the state of each fact that a measure can change."""
        return tuple(self._state_of(fact, chosen) for fact in self._touching)

    def _state_of(self, fact: str, chosen: Combination) -> int:
        names = self._touching[fact]
        changing = tuple([one for one in chosen if one.measure in names])
        key = fact, changing
        if key not in self._states:
            self._states[key] = self._new_state(fact, changing) if changing else 0
        return self._states[key]

    def _new_state(self, fact: str, changing: Combination) -> int:
        subject = self.end_state(changing, only=fact)
        after = {one.id: one for one in subject.facts}[fact]
        distinct = fact, after.model_dump_json()
        if distinct not in self._distinct:
            before = self._base[0].facts
            changed = {name: it for name, it in self._question(subject).facts.items() if it != before[name]}
            self._extents[fact].append(changed)
            self._distinct[distinct] = len(self._extents[fact]) - 1
        return self._distinct[distinct]

    def _grades(self, state: tuple[int, ...]) -> frozenset[str]:
        if state not in self._known:
            inference = self._inferred(state)
            possible = inference.grades
            if len(possible) != 1:
                possible = decide(self._engine, inference.question).possible
            self._known[state] = frozenset(possible)
        return self._known[state]

    def inference(self, chosen: Combination) -> Inference:
        """Return the conclusions after a combination."""
        return self._inferred(self._state(chosen))

    def is_applicable(self, inference: Inference) -> bool:
        """Return whether the scorecard applies, and no indicator that must apply is absent."""
        return inference.applies is Outcome.MET and self._engine.refused(inference.score) is Outcome.NOT_MET

    def _inferred(self, state: tuple[int, ...]) -> Inference:
        return self._explored([self._extents[fact][number] for fact, number in zip(self._touching, state, strict=True)])

    def _explored(self, changes: Sequence[Mapping[str, Extent]]) -> Inference:
        self.evaluations += 1
        question, inference = self._base
        facts = dict(question.facts)
        for change in changes:
            facts.update(change)
        return self._engine.explore(replace(question, facts=facts), inference)

    # Learned exclusions

    def _is_excluded(self, state: tuple[int, ...], grades: frozenset[str]) -> bool:
        learned = self._excluding.setdefault(grades, [])
        for place, reason in enumerate(learned):
            if all(state[fact] == number for fact, number in reason):
                if place:
                    learned.insert(place // 2, learned.pop(place))
                return True
        return False

    def _learn(self, state: tuple[int, ...], grades: frozenset[str]) -> list[tuple[int, int]] | None:
        """Widen each fact of a state while no grade of the goal is possible; return the facts that remain."""
        changes: list[Mapping[str, Extent]] = [
            self._extents[fact][number] for fact, number in zip(self._touching, state, strict=True)
        ]
        if not grades.isdisjoint(self._explored(changes).grades):
            return None  # not certain, so it excludes nothing but itself
        remaining: list[tuple[int, int]] = []
        for place, fact in enumerate(self._touching):
            before, changes[place] = changes[place], self._widened(fact)
            if not grades.isdisjoint(self._explored(changes).grades):
                changes[place] = before
                remaining.append((place, state[place]))
        self._excluding[grades].append(remaining)
        return remaining

    def _widened(self, fact: str) -> Mapping[str, Extent]:
        if fact not in self._wide:
            for chosen in self._all_changes(fact):
                self._state_of(fact, chosen)
            before, states = self._base[0].facts, self._extents[fact]
            names = {name for state in states for name in state}
            self._wide[fact] = {
                name: _hull([state.get(name, before[name]) for state in states], self._definitions[name])
                for name in names
            }
        return self._wide[fact]

    def _all_changes(self, fact: str) -> list[Combination]:
        measures = [self._measures[name] for name in self._touching[fact]]
        return self._extended([measure.model_copy(update={"requires": ()}) for measure in measures])

    # The end state

    def end_state(self, chosen: Combination, *, only: str | None = None) -> Subject:
        """Return the subject after the measures, with the documents that its scorecard requires."""
        subject, papers = self._request.subject, _Papers(self._request.goal.date)
        facts = {one.id: one for one in subject.facts}
        for fact in self._definitions:
            changing = [one for one in chosen if any(it.fact == fact for it in self._measures[one.measure].effects)]
            if changing and only in {None, fact}:
                facts[fact] = self._changed(fact, changing, facts.get(fact), papers)
        return subject.model_copy(
            update={
                "as_of": self._request.goal.date,
                "facts": tuple(facts.values()),
                "evidence": (*subject.evidence, *papers.items),
            }
        )

    def _changed(
        self, name: str, changing: Sequence[Chosen], declared: DeclaredFact | None, papers: _Papers
    ) -> DeclaredFact:
        definition, present = self._definitions[name], self._present.get(name)
        value, number = present, Fraction(0)
        effects = [
            (effect, one.level)
            for one in changing
            for effect in self._measures[one.measure].effects
            if effect.fact == name
        ]
        for effect, _ in effects:
            if effect.value is not None:
                value = effect.value
        for effect, level in effects:
            times = Fraction(1) if level is None else level
            if effect.amount is not None:
                amount = parse_decimal(effect.amount)
                unit = definition.unit if effect.unit is None else effect.unit
                number += times * convert(amount, unit, definition.unit)
            if effect.share is not None:
                assert present is not None
                number += times * parse_decimal(effect.share) / 100 * _in_unit(present, definition)
        if any(effect.amount is not None or effect.share is not None for effect, _ in effects):
            assert value is not None
            value = _clamped(_in_unit(value, definition) + number, definition)
        for effect, _ in effects:
            if effect.added is not None:
                value = _joined(definition, value, effect.added)
        assert value is not None
        old = () if present is None else present.evidence
        changed = papers.prove(value, definition, self._fields(definition), old)
        return DeclaredFact(id=name, value=changed, previous=None if declared is None else declared.previous)

    def _fields(self, definition: FactDefinition) -> Mapping[str, FactDefinition]:
        record = next((one for one in self._card.records if one.id == definition.record), None)
        return {} if record is None else {one.id: one for one in record.fields}


@dataclass
class _Papers:
    """The documents that a plan assumes, one for each kind and level of assurance."""

    day: str
    items: list[EvidenceItem] = field(default_factory=list)

    def prove(
        self,
        value: DeclaredValue,
        definition: FactDefinition,
        fields: Mapping[str, FactDefinition],
        old: tuple[str, ...] = (),
    ) -> DeclaredValue:
        changes: dict[str, object] = {"evidence": (*old, *self._paper(definition, definition.id))}
        if value.records is not None:
            changes["records"] = tuple(
                {name: self.prove(part, fields[name], {}, part.evidence) for name, part in row.items()}
                for row in value.records
            )
        return value.model_copy(update=changes)

    def _paper(self, definition: FactDefinition, name: str) -> tuple[str, ...]:
        if not definition.evidence:
            return ()
        id = f"assumed for {name} {len(self.items)}"
        self.items.append(
            EvidenceItem(
                id=id,
                kind=definition.evidence[0],
                issuer="planned",
                digest="0" * 64,
                issue_date=self.day,
                assurance=Assurance.REASONABLE,
            )
        )
        return (id,)


def certain_limit(inference: Inference, figure: str, *, highest: bool) -> Fraction | None:
    """Return the lowest value of a figure to raise, and the highest one of a figure to lower; None if unknown."""
    interval = inference.total
    if figure:
        extent = inference.values.extents[figure]
        interval = extent.interval if isinstance(extent, NumberExtent) else Interval(None, None)
    if interval.low is None or interval.high is None:
        return None
    return interval.low if highest else interval.high


def schedules_of(request: PlanRequest) -> dict[str, Schedule]:
    """Return the first and last day of each measure."""
    measures = {measure.id: measure for measure in request.measures.measures}
    known: dict[str, Schedule] = {}

    def of(name: str) -> Schedule:
        if name not in known:
            measure = measures[name]
            first = date.fromisoformat(request.today)
            if measure.earliest_date is not None:
                first = max(first, date.fromisoformat(measure.earliest_date))
            for required in measure.requires:
                first = max(first, of(required).last + timedelta(days=1))
            known[name] = Schedule(first, first + timedelta(days=measure.lead_days))
        return known[name]

    return {name: of(name) for name in measures}


def _available(
    request: PlanRequest, schedules: Mapping[str, Schedule], excluded: frozenset[str]
) -> tuple[Measure, ...]:
    """Return the measures that can be taken, each after those that it requires."""
    goal = date.fromisoformat(request.goal.date)
    found: dict[str, Measure] = {}
    waiting = {measure.id: measure for measure in request.measures.measures if measure.id not in excluded}
    while True:
        ready = {
            name: measure
            for name, measure in waiting.items()
            if schedules[name].last <= goal and found.keys() >= set(measure.requires)
        }
        if not ready:
            return tuple(found.values())
        found |= ready
        waiting = {name: measure for name, measure in waiting.items() if name not in ready}


def _levels(measure: Measure) -> list[Fraction | None]:
    if measure.range is None:
        return [None]
    least, most, step = (parse_decimal(text) for text in (measure.range.least, measure.range.most, measure.range.step))
    levels: list[Fraction | None] = [least + step * place for place in range(int((most - least) / step) + 1)]
    return [level for level in levels if level] or levels  # a level of zero is no measure


def _exclude_each_other(one: Measure, other: Measure) -> bool:
    sets = ({effect.fact for effect in each.effects if effect.value is not None} for each in (one, other))
    same_group = bool(one.group) and one.group == other.group
    return same_group or one.id in other.excludes or other.id in one.excludes or not set.isdisjoint(*sets)


def _ends(cost: CostRange) -> tuple[Fraction, Fraction]:
    return parse_decimal(cost.least), parse_decimal(cost.most)


def _in_unit(value: DeclaredValue, definition: FactDefinition) -> Fraction:
    return convert(parse_decimal_or_ratio(value.number or ""), value.unit or "", definition.unit)


def _clamped(number: Fraction, definition: FactDefinition) -> DeclaredValue:
    if definition.at_least is not None and number < definition.at_least:
        number = definition.at_least
    if definition.at_most is not None and number > definition.at_most:
        number = definition.at_most
    return DeclaredValue(number=format_exact(number), unit=definition.unit or None)


def _joined(definition: FactDefinition, value: DeclaredValue | None, added: DeclaredValue) -> DeclaredValue:
    if definition.type is FactType.CHOICES:
        chosen = {*((value.choices or ()) if value is not None else ()), *(added.choices or ())}
        return DeclaredValue(choices=tuple(one.id for one in definition.choices if one.id in chosen))
    rows = (value.records or ()) if value is not None else ()
    return DeclaredValue(records=(*rows, *(added.records or ())))


def _hull(extents: Sequence[Extent], definition: FactDefinition) -> Extent:
    """Return an extent that contains all the others."""
    first = extents[0]
    if all(extent == first for extent in extents):
        return first
    if all(isinstance(extent, NumberExtent) for extent in extents):
        return NumberExtent(_span([extent.interval for extent in extents if isinstance(extent, NumberExtent)]))
    if all(isinstance(extent, ChoiceExtent) for extent in extents):
        words = [extent for extent in extents if isinstance(extent, ChoiceExtent)]
        return ChoiceExtent(
            frozenset().union(*(word.possible for word in words)), others=any(word.others for word in words)
        )
    if all(isinstance(extent, ChoicesExtent) for extent in extents):
        several = [extent for extent in extents if isinstance(extent, ChoicesExtent)]
        surely = frozenset.intersection(*(each.surely for each in several))
        return ChoicesExtent(surely, frozenset().union(*(each.possibly for each in several)))
    if all(isinstance(extent, PeriodExtent) for extent in extents):
        periods = [extent for extent in extents if isinstance(extent, PeriodExtent)]
        return PeriodExtent(_span([each.first for each in periods]), _span([each.last for each in periods]))
    if all(isinstance(extent, RecordsExtent) for extent in extents):
        return RecordsExtent(None)
    return UnknownOrAbsent() if definition.may_not_apply else whole_domain(definition)


def _span(intervals: Sequence[Interval]) -> Interval:
    lows, highs = [each.low for each in intervals], [each.high for each in intervals]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    return point_interval(low) if low is not None and low == high else Interval(low, high)
