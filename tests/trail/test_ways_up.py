"""Verified improvements: nearest on the grid, none left out, against exhaustive search, with a bounded budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import cast

import pytest

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, Extent, ListRecord, NumberExtent, RecordsExtent
from rules.contracts.inputs import DeclaredValue
from rules.contracts.intervals import point_interval
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import Outcome
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import FactDefinition, FactType, Scorecard
from rules.trail import explain_search
from rules.trail.explain_search import Goal, GoalStatus, Grid, GridSearch
from rules.trail.record_figures import declared_value_of
from rules.trail.ways_up import DEFAULT_STEP, ImprovementStep, find_ways_up, search_step, with_evidence
from tests.support.random_cards import RandomCard
from tests.support.random_extents import complete, random_question
from tests.support.tiers import all_or_few

STEP = Fraction(10)


def coarse(scorecard: Scorecard) -> Scorecard:
    """Limit all numbers to a small domain with a wide step, so that every value can be tried.

    Record fields only get the step.
    """

    def narrowed(fact: FactDefinition) -> FactDefinition:
        number = fact.type is FactType.NUMBER
        return fact.model_copy(update={"step": STEP, "at_most": Fraction(100)}) if number else fact

    def stepped(field: FactDefinition) -> FactDefinition:
        return field.model_copy(update={"step": STEP}) if field.type is FactType.NUMBER else field

    records = tuple(
        record.model_copy(update={"fields": tuple(stepped(field) for field in record.fields)})
        for record in scorecard.records
    )
    return scorecard.model_copy(update={"facts": tuple(narrowed(fact) for fact in scorecard.facts), "records": records})


def used_values(scorecard: Scorecard, question: InferenceQuestion) -> dict[str, DeclaredValue]:
    records = {record.id: record for record in scorecard.records}
    written = {fact.id: declared_value_of(question.facts[fact.id], fact, records) for fact in scorecard.facts}
    return {name: value for name, value in written.items() if value is not None}


def other_values(definition: FactDefinition, extent: Extent) -> list[tuple[Fraction, Extent]]:
    """List every single change of a fact with how far it goes; nothing for types that are not changed."""
    match extent:
        case NumberExtent(interval) if definition.type is FactType.NUMBER and interval.value is not None:
            current = interval.value
            grid = [STEP * place for place in range(11)]
            return [(abs(value - current), NumberExtent(point_interval(value))) for value in grid if value != current]
        case ChoiceExtent(possible) if definition.type is not FactType.TEXT and len(possible) == 1:
            words = [choice.id for choice in definition.choices] or ["no", "yes"]
            return [(Fraction(1), ChoiceExtent(frozenset({word}))) for word in words if word not in possible]
        case ChoicesExtent(surely, possibly) if surely == possibly:
            more = [surely | {choice.id} for choice in definition.choices if choice.id not in surely]
            return [(Fraction(1), ChoicesExtent(chosen, chosen)) for chosen in more]
        case _:
            return []


def put(question: InferenceQuestion, name: str, extent: Extent) -> InferenceQuestion:
    return replace(question, facts={**question.facts, name: extent})


def cases(seeds: range, unknown: float) -> Iterator[tuple[Scorecard, InferenceEngine, InferenceQuestion, Inference]]:
    for seed in seeds:
        engine = InferenceEngine(coarse(RandomCard(seed).build()))
        scorecard = engine.plan.scorecard
        random = Random(seed)
        for _ in range(4):
            question = random_question(scorecard, random, unknown=unknown)
            question = replace(question, settings={"reading": random.choice(["wide", "narrow"])})
            yield scorecard, engine, question, engine.infer(question)
        engine.close()


def goal_above(engine: InferenceEngine, grade: str) -> Goal:
    return Goal(engine, ({},), frozenset(engine.every_grade[: engine.every_grade.index(grade)]))


def as_extent(definition: FactDefinition, way: ImprovementStep) -> Extent:
    value = way.required
    if value.number is not None:
        return NumberExtent(point_interval(parse_exact(value.number)))
    if value.date is not None:
        return NumberExtent(point_interval(Fraction(_ordinal(value.date))))
    if value.choices is not None:
        return ChoicesExtent(frozenset(value.choices), frozenset(value.choices))
    word = value.choice if value.flag is None else ("yes" if value.flag else "no")
    assert definition.type in (FactType.CHOICE, FactType.FLAG)
    return ChoiceExtent(frozenset({word or ""}))


def nearest_of_all(definition: FactDefinition, question: InferenceQuestion, goal: Goal) -> Fraction | None:
    """Return the distance of the nearest single change that reaches the goal, by exhaustive search with the oracle."""
    distances: list[Fraction] = []
    for distance, extent in other_values(definition, question.facts[definition.id]):
        inference = goal.engine.explore(put(question, definition.id, extent))
        if goal.wanted:
            reached = set(inference.grades) <= goal.wanted
        else:
            reached = Outcome.NOT_MET not in inference.passes.values()
        distances += [distance] if reached else []
    return min(distances, default=None)


BATCHES = all_or_few([range(30), range(40, 70)], [range(33, 35), range(66, 68)])


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("seeds", BATCHES, ids=["0", "1"])
@pytest.mark.parametrize("towards", ["grades", "gates"])
def test_improvements_are_exactly_the_nearest_changes_found_by_exhaustive_search(seeds: range, towards: str) -> None:
    way_count, none = 0, 0
    for scorecard, engine, question, inference in cases(seeds, 0):
        goal = goal_above(engine, inference.grades[0])
        if towards == "gates":
            goal = Goal(engine, ({},))
        if (towards == "grades" and not goal.wanted) or goal.holds(question):
            continue
        answer = find_ways_up(goal, question, used_values(scorecard, question), frozenset(question.facts))
        by_fact = {way.fact: way for way in answer.ways}
        for definition in scorecard.facts:
            if definition.type in (FactType.RECORDS, FactType.DATE):
                continue
            expected = nearest_of_all(definition, question, goal)
            way = by_fact.get(definition.id)
            assert (way is None) == (expected is None), definition.id
            assert definition.id not in answer.unproved
            if way is None or expected is None:
                none += 1
                continue
            way_count += 1
            extent = as_extent(definition, way)
            if isinstance(extent, NumberExtent) and way.current is not None and extent.interval.value is not None:
                assert abs(extent.interval.value - parse_exact(way.current.number or "")) == expected
            again = engine.infer(put(question, definition.id, extent))
            assert way.grade == again.grades[-1]
            assert goal.holds(put(question, definition.id, extent))
    assert way_count > all_or_few(8, 1)
    assert none > all_or_few(100, 10)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("towards", ["grades", "gates"])
def test_a_date_is_shifted_to_the_nearest_day_that_does(towards: str) -> None:
    """Between the present day and the one found no day tried does; where none is found, none near or far does."""
    way_count, none, unproved = 0, 0, 0
    for scorecard, engine, question, inference in cases(all_or_few(range(30), range(25, 28)), 0):
        goal = goal_above(engine, inference.grades[0]) if towards == "grades" else Goal(engine, ({},))
        if (towards == "grades" and not goal.wanted) or goal.holds(question):
            continue
        days = [one for one in scorecard.facts if one.type is FactType.DATE]
        answer = find_ways_up(goal, question, used_values(scorecard, question), frozenset(one.id for one in days))
        by_fact = {way.fact: way for way in answer.ways}
        for definition in days:
            extent = question.facts[definition.id]
            if not isinstance(extent, NumberExtent) or extent.interval.value is None:
                continue
            current, way = int(extent.interval.value), by_fact.get(definition.id)

            def reaches(
                day: int, name: str = definition.id, goal: Goal = goal, question: InferenceQuestion = question
            ) -> bool:
                changed = put(question, name, NumberExtent(point_interval(Fraction(day))))
                inference = goal.engine.explore(changed)
                gates = Outcome.NOT_MET not in inference.passes.values()
                return set(inference.grades) <= goal.wanted if goal.wanted else gates

            far = 3_000 if way is None else abs(_ordinal(way.required.date or "") - current) - 1
            nearer = {*range(1, min(far, 20) + 1), *range(max(far - 5, 1), far + 1), *range(1, far + 1, 149)}
            assert not any(reaches(current + sign * shift) for shift in nearer for sign in (1, -1))
            if way is None:
                none += 1
                unproved += definition.id in answer.unproved
            else:
                assert reaches(_ordinal(way.required.date or ""))
                assert way.current is not None
                assert way.current.date == date.fromordinal(current).isoformat()
                way_count += 1
    assert way_count > 1
    assert none > 20 * unproved


def test_an_added_record_reaches_the_goal_with_the_smallest_sufficient_amount() -> None:
    added = 0
    for scorecard, engine, question, inference in cases(all_or_few(range(180), range(126, 132)), 0):
        goal = goal_above(engine, inference.grades[0])
        if not goal.wanted:
            continue
        answer = find_ways_up(goal, question, used_values(scorecard, question), frozenset({"lots"}))
        listed = question.facts["lots"]
        assert isinstance(listed, RecordsExtent)
        assert listed.records is not None
        for way in answer.ways:
            record = way.required.records[-1] if way.required.records else {}
            assert len(way.required.records or ()) == len(listed.records) + 1
            fields: dict[str, Extent] = {
                "serial": ChoiceExtent(frozenset({record["serial"].text or ""})),
                "made": NumberExtent(point_interval(Fraction(_ordinal(record["made"].date or "")))),
                "shade": ChoiceExtent(frozenset({record["shade"].choice or ""})),
            }
            amount = parse_exact(record["amount"].number or "")
            assert amount > 0
            assert amount % STEP == 0
            for less, expected in ((Fraction(0), True), (STEP, False)):
                last = ListRecord("new-1", {**fields, "amount": NumberExtent(point_interval(amount - less))})
                changed = put(question, "lots", RecordsExtent((*listed.records, last)))
                if amount > less:
                    assert (set(engine.infer(changed).grades) <= goal.wanted) is expected
            added += 1
    assert added > 3


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_an_improvement_is_valid_for_all_values_of_unknown_facts() -> None:
    checked = 0
    for scorecard, engine, question, inference in cases(all_or_few(range(24), range(2)), 0.15):
        goal = goal_above(engine, inference.grades[-1])
        if not goal.wanted:
            continue
        answer = find_ways_up(goal, question, used_values(scorecard, question), frozenset(question.facts) - {"lots"})
        random = Random(7)
        definitions = {fact.id: fact for fact in scorecard.facts}
        for way in answer.ways:
            changed = put(question, way.fact, as_extent(definitions[way.fact], way))
            for _ in range(3):
                assert set(engine.infer(complete(scorecard, changed, random)).grades) <= goal.wanted
                checked += 1
    assert checked > all_or_few(20, 2)


def test_a_number_without_step_is_searched_in_hundredths() -> None:
    fact = coarse(RandomCard(0).build()).facts[0]
    assert search_step(fact) == STEP
    assert search_step(fact.model_copy(update={"step": None})) == DEFAULT_STEP == Fraction(1, 100)


def test_a_required_value_refers_to_the_evidence_of_the_present_value() -> None:
    old = DeclaredValue(number="3", unit="t", evidence=("scale",))
    assert with_evidence(DeclaredValue(number="4", unit="t"), old).evidence == ("scale",)
    row = {"amount": old, "serial": DeclaredValue(text="A")}
    listed = DeclaredValue(records=(row,), evidence=("registry",))
    more = DeclaredValue(records=(row, {"amount": DeclaredValue(number="9", unit="t")}))
    required = with_evidence(more, listed)
    assert required.evidence == ("registry",)
    assert required.records is not None
    assert required.records[-1]["amount"].evidence == ("scale",)


class _Stub(Goal):
    """A goal decided by the number of steps alone; an interval across both kinds of values is open."""

    def judge(self, question: object) -> GoalStatus:
        low, high = cast("tuple[int, int]", question)
        inside = [place in REACHING for place in range(low, min(high, 10**6) + 1)]
        if all(inside):
            return GoalStatus.REACHED
        return GoalStatus.OPEN if any(inside) else GoalStatus.EXCLUDED


REACHING = frozenset({*range(37, 40), *range(90, 200), -4})


def _search(low: int | None, high: int | None, thresholds: tuple[Fraction, ...] = ()) -> GridSearch:
    grid = Grid(
        Fraction(1, 2),
        None if low is None else Fraction(low, 2),
        None if high is None else Fraction(high, 2),
        thresholds,
    )

    def at(extent: Extent) -> object:
        assert isinstance(extent, NumberExtent)
        ends = (extent.interval.low, extent.interval.high)
        first, last = (None if end is None else int(end * 2) for end in ends)
        return (-(10**3) if first is None else first, 10**3 if last is None else last)

    goal = _Stub(engine=None, choices=({},), wanted=frozenset({"a"}))  # type: ignore[arg-type]
    return GridSearch(goal, at, grid)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("current", "low", "high", "nearest"),
    [
        (Fraction(0), 0, 300, Fraction(37, 2)),  # the nearest of two islands
        (Fraction(16), 0, 300, Fraction(37, 2)),
        (Fraction(25), 0, 300, Fraction(39, 2)),  # downwards, the far end of an island
        (Fraction(44), 41, 300, Fraction(90, 2)),
        (Fraction(0), None, 20, Fraction(-4, 2)),  # below zero
        (Fraction(1, 3), -10, 20, Fraction(-4, 2)),  # from a value between two steps
        (Fraction(20), 40, None, Fraction(90, 2)),  # without an upper end
        (Fraction(0), 0, 30, None),
    ],
)
@pytest.mark.parametrize("thresholds", [(), (Fraction(37, 2), Fraction(45)), (Fraction(1, 3), Fraction(-2))])
def test_the_nearest_value_is_found_in_both_directions(
    current: Fraction, low: int | None, high: int | None, nearest: Fraction | None, thresholds: tuple[Fraction, ...]
) -> None:
    result = _search(low, high, thresholds).nearest(current)
    assert result.value == nearest
    assert result.is_proved


def test_with_an_exhausted_budget_a_found_value_is_minimal_and_a_missing_value_is_unproved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(explain_search, "MAXIMUM_BOXES", 1)
    assert _search(0, 190).nearest(Fraction(0)).value == Fraction(90, 2)
    nothing = _search(0, 300).nearest(Fraction(0))
    assert nothing.value is None
    assert not nothing.is_proved
