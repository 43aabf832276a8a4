"""Random partial knowledge of the facts of a scorecard, and its completions."""

from datetime import date
from fractions import Fraction
from random import Random

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.intervals import Interval, point_interval
from rules.engine.inference import InferenceQuestion
from rules.engine.read_values import unknown_extent
from rules.model.scorecard import FactDefinition, FactType, Scorecard
from tests.support.random_cards import AS_OF, LOT, random_number

_DAYS = (date(2024, 1, 1).toordinal(), date(2027, 12, 31).toordinal())


def known_extent(definition: FactDefinition, random: Random) -> Extent:
    """Return a random value of a fact, or NotApplicable if the fact allows it."""
    if definition.may_not_apply and random.random() < 0.3:
        return NotApplicable()
    match definition.type:
        case FactType.NUMBER:
            value = random_number(random)
            top = definition.at_most
            return NumberExtent(point_interval(min(value, top) if top is not None else value))
        case FactType.FLAG:
            return ChoiceExtent(frozenset({random.choice(["yes", "no"])}))
        case FactType.CHOICE:
            return ChoiceExtent(frozenset({random.choice(definition.choices).id}))
        case FactType.TEXT:
            return ChoiceExtent(frozenset({random.choice(["alpha", "beta"])}))
        case FactType.CHOICES:
            chosen = frozenset(choice.id for choice in definition.choices if random.random() < 0.5)
            return ChoicesExtent(chosen, chosen)
        case FactType.DATE:
            return NumberExtent(point_interval(Fraction(random.randint(*_DAYS))))
        case FactType.PERIOD:
            first = date(random.choice([2024, 2025]), 1, 1)
            last = first.replace(month=12, day=31)
            return PeriodExtent(point_interval(Fraction(first.toordinal())), point_interval(Fraction(last.toordinal())))
        case _:
            return RecordsExtent(tuple(_lot(f"L{place}", random) for place in range(random.randint(0, 3))))


def _lot(key: str, random: Random) -> ListRecord:
    fields = {definition.id: known_extent(definition, random) for definition in LOT.fields}
    return ListRecord(key, {**fields, "serial": ChoiceExtent(frozenset({key}))})


def random_question(scorecard: Scorecard, random: Random, *, unknown: float) -> InferenceQuestion:
    """Return a random subject; `unknown` is the probability that a value is unknown."""
    facts: dict[str, Extent] = {}
    for definition in scorecard.facts:
        extent = known_extent(definition, random)
        if random.random() < unknown:
            extent = unknown_extent(definition)
        elif isinstance(extent, RecordsExtent) and extent.records is not None:
            extent = RecordsExtent(tuple(_partly(record, random, unknown=unknown) for record in extent.records))
        facts[definition.id] = extent
    reading = None if random.random() < unknown else random.choice(["wide", "narrow"])
    return InferenceQuestion(facts, {"reading": reading}, AS_OF, {})


def _partly(record: ListRecord, random: Random, *, unknown: float) -> ListRecord:
    fields = {
        definition.id: unknown_extent(definition)
        if definition.id != "serial" and random.random() < unknown
        else record.fields[definition.id]
        for definition in LOT.fields
    }
    return ListRecord(record.key, fields)


def complete(scorecard: Scorecard, question: InferenceQuestion, random: Random) -> InferenceQuestion:
    """Return the question with random values for everything unknown."""
    facts: dict[str, Extent] = {}
    for definition in scorecard.facts:
        extent = question.facts[definition.id]
        fresh = known_extent(definition, random)
        if isinstance(extent, RecordsExtent) and extent.records is not None:
            lots = {definition.id: definition for definition in LOT.fields}
            facts[definition.id] = RecordsExtent(
                tuple(
                    ListRecord(
                        record.key,
                        {
                            name: known_extent(lots[name], random) if _open(part) else part
                            for name, part in record.fields.items()
                        },
                    )
                    for record in extent.records
                )
            )
        else:
            facts[definition.id] = fresh if _open(extent) else extent
    reading = question.settings["reading"] or random.choice(["wide", "narrow"])
    return InferenceQuestion(facts, {"reading": reading}, question.as_of, {})


def _open(extent: Extent) -> bool:
    match extent:
        case NumberExtent(interval):
            return interval.value is None
        case ChoiceExtent(possible, others):
            return others or len(possible) != 1
        case ChoicesExtent(surely, possibly):
            return surely != possibly
        case PeriodExtent(first, _):
            return first.value is None
        case RecordsExtent(records):
            return records is None
        case UnknownOrAbsent():
            return True
        case _:
            return False


def inside(narrow: Interval, wide: Interval) -> bool:
    low = wide.low is None or (narrow.low is not None and narrow.low >= wide.low)
    high = wide.high is None or (narrow.high is not None and narrow.high <= wide.high)
    return low and high
