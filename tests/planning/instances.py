"""Random improvement plans to search for: a dossier of any graded card, measures on its facts, and a better grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Subject, Verification
from rules.contracts.numbers import format_exact, parse_decimal_or_ratio
from rules.contracts.outcomes import NO_GRADE
from rules.contracts.units import convert, convertible_units
from rules.engine.decide import decide
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import counting_values
from rules.model.quantities import NamedCondition
from rules.model.scorecard import FactDefinition, FactType, RecordType, Scorecard
from rules.planning.amounts import AMOUNT_DIGITS, AMOUNT_PLACES
from rules.planning.effect_checks import MAXIMUM_OTHER_MEASURES
from rules.planning.measures import (
    CostRange,
    FactEffect,
    GoalKind,
    LevelRange,
    Measure,
    MeasureList,
    PlanGoal,
    PlanRequest,
)
from rules.trail.question import read_question
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from tests.recomputation.made_subjects import RandomSubjects, examples_of
from tests.support.random_subjects import random_subject

_GAZETTE = Gazette(Path(__file__).resolve().parents[2] / "scorecards")
_COSTS = (0, 1, 2, 3, 5, 5, 5, 10, 10, 20, 40)
_LEAD_DAYS = (0, 0, 10, 30, 30, 90, 250)
_LEVELS = (2, 3, 4)
_DAYS_AHEAD = (40, 200, 365, 365, 500)
_DAYS_AFTER = (0, 0, 0, 1, 60, 300)
_CHANGED = (0, 2, 4, 7, 12)
"""Expected numbers of facts with another value than in an example."""
_FROM_AIM = 0.7
_TRIES = 60
_HELPFUL = (0.5, 0.9, 1, 1, 1)
"""Probabilities that a measure changes facts unlike the reference case, and that an effect leads towards it.

At 1, the measures together change all such facts.
"""
_PERIODS_RUNNING = 0.8


Rows = tuple[dict[str, DeclaredValue], ...]


@cache
def graded_cards() -> Mapping[str, Scorecard]:
    """Return the newest version of each published card that has grades."""
    newest = {name: _GAZETTE.newest(name).scorecard for name in _GAZETTE.card_ids()}
    return {name: card for name, card in newest.items() if card.ladder is not None}


@dataclass(frozen=True, slots=True)
class Models:
    """Subjects to begin from, and those with the best grades to lead to."""

    starts: tuple[Subject, ...]
    aims: tuple[Subject, ...]


@cache
def published_models(card: str) -> Models:
    """Return examples of a published card, a few for each grade."""
    version = _GAZETTE.newest(card)
    by_grade: dict[tuple[str, ...], list[Subject]] = {}
    with closing(InferenceEngine(version.scorecard)) as engine:
        for subject in spread(list(examples_of(version, TableStore(_GAZETTE.folder / FOLDER))), 200):
            for chosen in _all_settings(version.scorecard, subject):
                with suppress(InputError):
                    grades = possible_grades(engine, chosen, chosen.as_of)
                    by_grade.setdefault(grades, []).append(chosen)
    reached = [subjects for grade in version.scorecard.grades if (subjects := by_grade.pop((grade.id,), []))]
    starts = [subject for subjects in (*reached, by_grade.get((NO_GRADE,), [])) for subject in spread(subjects, 8)]
    return Models(tuple(starts), tuple(subject for subjects in reached[:2] for subject in spread(subjects, 12)))


def random_models(card: Scorecard, seed: int) -> Models | None:
    """Return random subjects of a random card; None if all of them have the same grade."""
    random, by_grade = Random(seed), dict[tuple[str, ...], list[Subject]]()
    with closing(InferenceEngine(card)) as engine:
        for _ in range(_TRIES):
            for chosen in _all_settings(card, random_subject(card, random, unknown=0)):
                by_grade.setdefault(possible_grades(engine, chosen, chosen.as_of), []).append(chosen)
    reached = [subjects for grade in card.grades if (subjects := by_grade.pop((grade.id,), []))]
    others = by_grade.get((NO_GRADE,), [])
    if len(reached) + bool(others) < 2:
        return None
    starts = [subject for subjects in (*reached, others) for subject in subjects]
    return Models(tuple(starts), tuple(reached[0]))


def _all_settings(card: Scorecard, subject: Subject) -> Iterator[Subject]:
    """Yield a subject with each choice for the settings that it leaves open."""
    opened = [setting for setting in card.settings if setting.id not in subject.settings]
    for choices in product(*(setting.choices for setting in opened)):
        chosen = {setting.id: choice.id for setting, choice in zip(opened, choices, strict=True)}
        yield subject.model_copy(update={"settings": subject.settings | chosen})


def spread(subjects: Sequence[Subject], count: int) -> list[Subject]:
    """Return evenly spread members of a sequence."""
    return list(subjects[:: max(1, len(subjects) // count)][:count])


@dataclass(frozen=True, slots=True)
class Shape:
    """Form of the instances.

    `ranges` is the share of measures with a range. `unknown`, `undocumented` and `judged` are shares of the facts.
    """

    measures: int = 8
    ranges: float = 0.15
    unknown: float = 0.0
    undocumented: float = 0.0
    judged: float = 0.0
    kind: GoalKind = GoalKind.GRADE
    alternatives: bool = False


@dataclass
class Instances:
    """Random requests for one card, the same for the same seed."""

    engine: InferenceEngine
    models: Models
    shape: Shape = field(default_factory=Shape)

    def request(self, seed: int) -> PlanRequest:
        """Return a request with a goal better than the present grade.

        Raises:
            AssertionError: If no random subject has a certain grade below the best one.
        """
        random = Random(f"{self.engine.plan.scorecard.card.id} {seed}")
        for _ in range(_TRIES):
            if (request := _Drawn(self.engine, self.models, self.shape, random).request()) is not None:
                return request
        raise AssertionError(f"no random subject of seed {seed} can be improved")


def possible_grades(engine: InferenceEngine, subject: Subject, day: str) -> tuple[str, ...]:
    """Return the grades that a subject can have on a day."""
    _, question = read_question(engine, subject.model_copy(update={"as_of": day}))
    grades = engine.explore(question).grades
    return grades if len(grades) == 1 else decide(engine, question).possible


def figures_of(card: Scorecard) -> list[str]:
    """Return the figures that a goal can have, and the total points as often as all quantities."""
    quantities = [
        quantity.id
        for quantity in card.quantities
        if quantity.owner is None and not quantity.is_date and not isinstance(quantity, NamedCondition)
    ]
    return [*quantities, *([""] * max(1, len(quantities)) if card.indicators else [])]


class _Drawn:
    """One random dossier with measures on its facts."""

    def __init__(self, engine: InferenceEngine, models: Models, shape: Shape, random: Random) -> None:
        self._engine, self._shape, self._random = engine, shape, random
        self._card = engine.plan.scorecard
        self._helpful = random.choice(_HELPFUL)
        lists = {record.belongs_to.list for record in self._card.records if record.belongs_to is not None}
        self._parents = frozenset(lists)
        self._made = RandomSubjects(self._card, random.randrange(10**9))
        aim = random.choice(models.aims)
        start = aim if random.random() < _FROM_AIM else random.choice(models.starts)
        self._day = date.fromisoformat(aim.as_of) + timedelta(days=random.choice(_DAYS_AFTER))
        self._today = self._day - timedelta(days=random.choice(_DAYS_AHEAD))
        periods = [fact.value.period.last for fact in start.facts if fact.value is not None and fact.value.period]
        if periods and random.random() < _PERIODS_RUNNING:
            self._today = min(self._today, date.fromisoformat(min(periods)) - timedelta(days=random.choice((0, 100))))
        self._subject = self._degraded(start)
        self._present = counting_values(self._card, self._subject)
        self._wanted = {fact.id: fact.value for fact in aim.facts if fact.value is not None}
        self._documented = {fact.id for fact in self._subject.facts if fact.value is not None and fact.value.evidence}

    def request(self) -> PlanRequest | None:
        grades = [choice.id for choice in self._card.grades]
        now = possible_grades(self._engine, self._subject, self._day.isoformat())
        worst = max((grades.index(grade) if grade in grades else len(grades) for grade in now), default=len(grades))
        if not worst or (len(now) > 1 and not self._shape.unknown):
            return None
        random, shape = self._random, self._shape
        goal = PlanGoal(date=self._day.isoformat(), years=random.randint(1, 4), kind=shape.kind)
        if shape.kind is GoalKind.GRADE:
            goal = goal.model_copy(update={"grade": grades[random.choice((worst - 1, random.randrange(worst)))]})
        elif shape.kind is not GoalKind.EVERY_GRADE:
            budget = str(random.choice((0, 10, 25, 60, 200)))
            goal = goal.model_copy(update={"budget": budget, "figure": random.choice(figures_of(self._card))})
        return PlanRequest(
            subject=self._subject,
            measures=MeasureList(currency=random.choice(("CNY", "EUR")), measures=tuple(self._measures())),
            goal=goal,
            today=self._today.isoformat(),
            alternatives=shape.alternatives,
        )

    def _degraded(self, start: Subject) -> Subject:
        """Return a subject with other values of some facts, some of them unknown, and with all settings."""
        random, shape = self._random, self._shape
        chosen = {one.id: random.choice(one.choices).id for one in self._card.settings}
        share = random.choice(_CHANGED) / len(self._card.facts)
        facts = []
        for fact in start.facts:
            definition = next(one for one in self._card.facts if one.id == fact.id)
            if random.random() < shape.unknown:
                continue
            value = fact.value
            if value is not None and random.random() < share and self._can_differ(definition):
                value = self._made.value(definition, self._day).model_copy(update={"evidence": value.evidence})
            if value is not None and random.random() < shape.undocumented:
                value = value.model_copy(update={"evidence": ()})
            verification = self._judged(definition, value) if random.random() < shape.judged else None
            facts.append(DeclaredFact(id=fact.id, value=value, previous=fact.previous, verification=verification))
        return start.model_copy(
            update={"facts": tuple(facts), "settings": chosen | start.settings, "as_of": self._today.isoformat()}
        )

    def _can_differ(self, definition: FactDefinition) -> bool:
        if self._helpful == 1 and (definition.given or definition.id in self._parents):
            return False
        return definition.type not in {FactType.PERIOD, FactType.RECORDS}

    def _judged(self, definition: FactDefinition, value: DeclaredValue | None) -> Verification | None:
        if value is None or definition.type in {FactType.RECORDS, FactType.PERIOD}:
            return None
        judgement = self._random.choice((Judgement.ACCEPTED, Judgement.CORRECTED))
        corrected = self._made.value(definition, self._day) if judgement is Judgement.CORRECTED else None
        return Verification(
            judgement=judgement,
            corrected=corrected,
            method="recounted",
            reason="read again",
            person="users/li",
            date=self._today.isoformat(),
        )

    def _measures(self) -> Iterator[Measure]:
        random = self._random
        facts = [fact for fact in self._card.facts if fact.can_be_stated and not fact.given and self._can_change(fact)]
        differing = [fact for fact in facts if self._differs(fact)]
        waiting = random.sample(differing, len(differing)) if self._helpful == 1 else []
        pool = _Pool()
        for place in range(self._shape.measures):
            count = random.choice((1, 1, 1, 2, 3))
            if waiting:
                count = max(count, -(-len(waiting) // max(1, self._shape.measures - place - 2)))
            near = differing if differing and random.random() < self._helpful else facts
            near = [fact for fact in near if pool.changes[fact.id] < MAXIMUM_OTHER_MEASURES]
            chosen = waiting[:count] or random.sample(near, min(count, len(near)))
            waiting = waiting[count:]
            if chosen:
                pool.add(self._measure(f"m{place}", chosen, pool))
        yield from random.sample(pool.measures, len(pool.measures))

    def _can_change(self, fact: FactDefinition) -> bool:
        return fact.type is not FactType.PERIOD and fact.id not in self._parents

    def _differs(self, fact: FactDefinition) -> bool:
        present, wanted = self._present.get(fact.id), self._wanted.get(fact.id)
        return wanted is not None and (present is None or _bare(present) != _bare(wanted))

    def _measure(self, name: str, facts: list[FactDefinition], pool: _Pool) -> Measure:
        random = self._random
        levels = None
        if random.random() < self._shape.ranges and any(map(self._is_scaled, facts)):
            levels, facts = self._levels(), [fact for fact in facts if self._is_scaled(fact)]
        effects = tuple(self._effect(name, fact, levels) for fact in facts)
        measure = Measure(
            id=name,
            name=f"measure {name}",
            effects=effects,
            cost_once=self._cost(),
            cost_per_year=self._cost() if random.random() < 0.4 else CostRange(),
            lead_days=random.choice(_LEAD_DAYS),
            earliest_date=self._earliest() if random.random() < 0.2 else None,
            group=random.choice("ab") if random.random() < 0.2 else "",
            range=levels,
        )
        return pool.with_relations(measure, random)

    def _is_scaled(self, fact: FactDefinition) -> bool:
        present = self._present.get(fact.id)
        documented = not fact.evidence or fact.id in self._documented
        return present is not None and present.number is not None and documented

    def _levels(self) -> LevelRange:
        random = self._random
        step = random.choice((Fraction(1), Fraction(1), Fraction(2), Fraction(1, 2)))
        least = step * random.choice((0, 1, 1))
        return LevelRange(
            least=format_exact(least),
            most=format_exact(least + step * (random.choice(_LEVELS) - 1)),
            step=format_exact(step),
            cost_once=self._cost(),
            cost_per_year=self._cost() if random.random() < 0.4 else CostRange(),
        )

    def _earliest(self) -> str:
        return (self._today + timedelta(days=self._random.choice((-20, 0, 15, 100, 360)))).isoformat()

    def _cost(self) -> CostRange:
        random = self._random
        most = Fraction(random.choice(_COSTS)) + (Fraction(random.randrange(100), 100) if random.random() < 0.2 else 0)
        least = most * Fraction(random.choice((1, 1, 2, 3)), random.choice((3, 4))) if random.random() < 0.3 else most
        return CostRange(least=_decimal(min(least, most)), most=_decimal(most))

    def _effect(self, measure: str, fact: FactDefinition, levels: LevelRange | None) -> FactEffect:
        random, present = self._random, self._present.get(fact.id)
        wanted = self._wanted.get(fact.id)
        if fact.evidence and present is not None and fact.id not in self._documented and random.random() < 0.7:
            return FactEffect(fact=fact.id, document=True)
        if wanted is None or random.random() > self._helpful:
            wanted = self._made.value(fact, self._today)
        number = None if present is None or present.number is None else _number(fact, present)
        while number is not None and wanted.number is None:
            wanted = self._made.value(fact, self._today)
        if number is not None:
            return self._number_effect(fact, number, _number(fact, wanted), levels)
        grows = present is not None and self._can_be_added_to(fact, present) and random.random() < 0.7
        if grows and (added := self._added(measure, fact, wanted)) is not None:
            return FactEffect(fact=fact.id, added=added)
        return FactEffect(fact=fact.id, value=self._value(measure, fact, wanted))

    def _can_be_added_to(self, fact: FactDefinition, present: DeclaredValue) -> bool:
        record = next((one for one in self._card.records if one.id == fact.record), None)
        if record is None:
            return fact.type is FactType.CHOICES and not present.not_applicable
        return present.records is not None and not _fixed_keys(record)

    def _number_effect(
        self, fact: FactDefinition, present: Fraction, wanted: Fraction, levels: LevelRange | None
    ) -> FactEffect:
        random = self._random
        manner = random.choice(("value", "amount", "amount", "share"))
        change = wanted - present or Fraction(random.choice((-5, 1, 2, 10)))
        if levels is not None:
            change /= random.choice((1, 2, 3))
            manner = "amount" if manner == "value" else manner
        if fact.multiple_of is not None:
            change = -(-change // fact.multiple_of) * fact.multiple_of
            manner = "amount" if manner == "share" or levels is not None else manner
            if levels is not None:
                change *= parse_decimal_or_ratio(levels.step).denominator
        share = _decimal(change / present * 100) if present else ""
        if manner == "share" and 0 < len(share) < AMOUNT_DIGITS:
            return FactEffect(fact=fact.id, share=share)
        amount = _decimal(change, None if fact.multiple_of is None else AMOUNT_PLACES)
        if levels is not None and len(amount) >= AMOUNT_DIGITS:
            amount = _decimal(Fraction(levels.step).denominator * (fact.multiple_of or Fraction(1)))
        if manner == "value" or len(amount) >= AMOUNT_DIGITS:
            return FactEffect(fact=fact.id, value=DeclaredValue(number=format_exact(wanted), unit=fact.unit or None))
        unit = random.choice(convertible_units(fact.unit)) if fact.unit and random.random() < 0.15 else None
        if unit is not None and fact.multiple_of is None:
            converted = _decimal(convert(change, fact.unit, unit))
            if len(converted) < AMOUNT_DIGITS:
                return FactEffect(fact=fact.id, amount=converted, unit=unit)
        return FactEffect(fact=fact.id, amount=amount)

    def _added(self, measure: str, fact: FactDefinition, wanted: DeclaredValue) -> DeclaredValue | None:
        if fact.type is FactType.CHOICES:
            choices = set(wanted.choices or ()) | {self._random.choice(fact.choices).id}
            return DeclaredValue(choices=tuple(one.id for one in fact.choices if one.id in choices))
        return self._records(measure, fact, (wanted.records or ())[:2])

    def _value(self, measure: str, fact: FactDefinition, wanted: DeclaredValue) -> DeclaredValue:
        if wanted.records is None:
            return _bare(wanted)
        reference = self._wanted.get(fact.id)
        rows = (reference.records or ()) if reference is not None else wanted.records
        count = self._random.choice((len(rows), len(rows), self._random.randint(0, len(rows))))
        return self._records(measure, fact, rows[:count]) or DeclaredValue(records=())

    def _records(self, measure: str, fact: FactDefinition, rows: Rows) -> DeclaredValue | None:
        """Return a list with keys that no other measure uses, and parents that exist; None if it is empty."""
        record = next(one for one in self._card.records if one.id == fact.record)
        fixed, made = _fixed_keys(record), []
        parents = self._parents_of(record.belongs_to.list) if record.belongs_to is not None else []
        if record.belongs_to is not None and not parents:
            return None
        for place, row in enumerate(rows):
            named = {name: _bare(part) for name, part in row.items()}
            if not fixed:
                named |= {id: DeclaredValue(text=f"{measure} {fact.id} {place}") for id in (record.key, *record.unique)}
            if record.belongs_to is not None:
                named[record.belongs_to.field] = DeclaredValue(text=self._random.choice(parents))
            made.append(named)
        return DeclaredValue(records=tuple(made)) if made else None

    def _parents_of(self, name: str) -> list[str]:
        definition = next(one for one in self._card.facts if one.id == name)
        key = next(one.key for one in self._card.records if one.id == definition.record)
        present = self._present.get(name)
        return [row[key].key_text for row in (present.records or () if present is not None else ()) if key in row]


@dataclass
class _Pool:
    """Measures that do not contradict each other by their requirements."""

    measures: list[Measure] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)

    def add(self, measure: Measure) -> None:
        self.measures.append(measure)
        self.changes.update(effect.fact for effect in measure.effects)

    def with_relations(self, measure: Measure, random: Random) -> Measure:
        """Return a measure that requires and excludes some of the measures before it."""
        earlier = {one.id: one for one in self.measures}
        if earlier and random.random() < 0.2:
            required = tuple(sorted(random.sample(sorted(earlier), min(random.choice((1, 1, 2)), len(earlier)))))
            needed = [measure, *(earlier[name] for name in self._closure(required))]
            if not any(conflict(one, other) for one in needed for other in needed if one.id < other.id):
                measure = measure.model_copy(update={"requires": required})
        needed_names = self._closure(measure.requires)
        others = sorted(earlier.keys() - needed_names)
        if others and random.random() < 0.15:
            measure = measure.model_copy(update={"excludes": (random.choice(others),)})
        return measure

    def _closure(self, names: tuple[str, ...]) -> set[str]:
        earlier = {one.id: one for one in self.measures}
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += earlier[name].requires
        return found


def conflict(one: Measure, other: Measure) -> bool:
    """Return whether at most one of two measures can be taken."""
    if one.group and one.group == other.group:
        return True
    if other.id in one.excludes or one.id in other.excludes:
        return True
    return bool(_facts_set(one) & _facts_set(other))


def _fixed_keys(record: RecordType) -> bool:
    """Return whether the keys of a record are not free texts, so that records of two measures can be the same."""
    alone = {record.key, *record.unique}
    return any(one.type is not FactType.TEXT for one in record.fields if one.id in alone)


def _facts_set(measure: Measure) -> set[str]:
    return {effect.fact for effect in measure.effects if effect.value is not None}


def _bare(value: DeclaredValue) -> DeclaredValue:
    """Return a value without the evidence that it names."""
    rows = value.records and tuple({name: _bare(part) for name, part in row.items()} for row in value.records)
    return value.model_copy(update={"evidence": (), "records": rows if value.records is not None else None})


def _number(fact: FactDefinition, value: DeclaredValue) -> Fraction:
    return convert(parse_decimal_or_ratio(value.number or "0"), value.unit or "", fact.unit)


def _decimal(number: Fraction, places: int | None = None) -> str:
    return format_exact(Fraction(round(number * 10 ** (places or 2)), 10 ** (places or 2)))
