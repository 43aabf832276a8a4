"""Synthetic scorecards and subjects of any size, the same for every contestant of a benchmark."""

from datetime import date
from fractions import Fraction
from random import Random

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.numbers import RoundingMode, format_exact
from rules.model.expressions import ChoiceClause, NumberClause, NumberLiteral, NumberOperator, NumberRangeClause
from rules.model.scorecard import (
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    Certainty,
    Choice,
    CountScale,
    FactDefinition,
    FactType,
    Indicator,
    Ladder,
    LadderRow,
    NotApplicablePolicy,
    Rounding,
    Scorecard,
    Section,
)

POINTS = Fraction(4)
"""The most points of every indicator."""


def rising(place: int) -> tuple[Fraction, Fraction]:
    """Return the two band thresholds of an indicator."""
    return Fraction(30 + place % 20), Fraction(60 + place % 30)


def scorecard(criteria: int) -> Scorecard:
    """Make a card: a quarter each of rising bands, falling bands, a number with a flag, and a number in a range."""
    facts: list[FactDefinition] = []
    indicators: list[Indicator] = []
    zero, hundred = Fraction(0), Fraction(100)
    for place in range(criteria):
        low, high = rising(place)
        name, flag = f"f{place}", f"g{place}"
        facts.append(FactDefinition(id=name, type=FactType.NUMBER, unit="%", at_least=zero, at_most=hundred))
        scale: BandScale | CountScale
        if place % 4 == 0:
            bands = (
                Band(below=low, points=zero),
                Band(at_least=low, below=high, points=POINTS / 2),
                Band(at_least=high, points=POINTS),
            )
            scale = BandScale(measure=name, unit="%", bands=bands)
        elif place % 4 == 1:
            bands = (
                Band(at_most=low, points=POINTS),
                Band(more_than=low, at_most=high, points=POINTS / 2),
                Band(more_than=high, points=zero),
            )
            scale = BandScale(measure=name, unit="%", bands=bands)
        elif place % 4 == 2:
            facts.append(FactDefinition(id=flag, type=FactType.FLAG))
            least = NumberClause(
                name=name, operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=low, unit="%")
            )
            scale = CountScale(parts=((least, ChoiceClause(name=flag, values=("yes",))),))
        else:
            within = NumberRangeClause(
                name=name, low=NumberLiteral(value=low, unit="%"), high=NumberLiteral(value=high, unit="%")
            )
            scale = CountScale(parts=((within,),))
        indicators.append(Indicator(id=f"I{place}", section="A", maximum=POINTS, scale=scale, basis=("own",)))
    total = POINTS * criteria
    return Scorecard(
        card=Card(
            id="benchmark",
            version="1.0.0",
            titles={"en": "Benchmark", "zh": "基准测试"},
            subject_kind="factory",
            attestation=AttestationKind.RATING,
            time_zone="UTC",
            first_date=date(2020, 1, 1),
            rounding=Rounding(places=2, mode=RoundingMode.HALF_EVEN),
            not_applicable=NotApplicablePolicy.COUNT_AS_ZERO,
        ),
        bases=(Basis(id="own", instrument="Benchmark", clause="1", certainty=Certainty.OWN_READING),),
        facts=tuple(facts),
        sections=(Section(id="A", maximum=total),),
        indicators=tuple(indicators),
        ladder=Ladder(
            grades=tuple(Choice(id=grade) for grade in ("3", "2", "1")),
            rows=(
                LadderRow(grade="3", more_than=total * 8 / 10, basis=("own",)),
                LadderRow(grade="2", more_than=total * 5 / 10, basis=("own",)),
                LadderRow(grade="1", more_than=total * 3 / 10, basis=("own",)),
            ),
        ),
    )


def numbers(criteria: int, seed: int) -> dict[str, Fraction | bool]:
    """Return the facts of a random subject."""
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    values: dict[str, Fraction | bool] = {}
    for place in range(criteria):
        values[f"f{place}"] = Fraction(random.randrange(10_001), 100)
        if place % 4 == 2:
            values[f"g{place}"] = random.random() < 0.7
    return values


def subject(criteria: int, seed: int) -> Subject:
    """Return the same random subject as evaluator input."""
    return Subject(
        subject=f"organizations/benchmark/subjects/s{seed}",
        as_of="2026-03-01",
        known="2026-03-01T00:00:00Z",
        facts=tuple(
            DeclaredFact(
                id=name,
                value=DeclaredValue(flag=value)
                if isinstance(value, bool)
                else DeclaredValue(number=format_exact(value), unit="%"),
            )
            for name, value in numbers(criteria, seed).items()
        ),
    )


def points(criteria: int, seed: int) -> Fraction:
    """Compute the total score directly, so that every contestant is checked before it is timed."""
    facts = numbers(criteria, seed)
    total = Fraction(0)
    for place in range(criteria):
        low, high = rising(place)
        value = facts[f"f{place}"]
        if place % 4 == 0:
            total += POINTS if value >= high else POINTS / 2 if value >= low else 0
        elif place % 4 == 1:
            total += POINTS if value <= low else POINTS / 2 if value <= high else 0
        elif place % 4 == 2:
            total += POINTS if value >= low and facts[f"g{place}"] else 0
        else:
            total += POINTS if low <= value <= high else 0
    return total
