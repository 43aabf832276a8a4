"""Card with two indicators for tests of lost points, and helpers for distances."""

from collections.abc import Mapping
from fractions import Fraction

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem
from rules.contracts.record import Bounds, Figure, Record
from rules.model.scorecard import (
    ChoicePoints,
    ChoiceScale,
    CountScale,
    FactDefinition,
    FactType,
    LinePoint,
    LineScale,
    Scorecard,
)
from rules.trail.evaluation import Evaluator
from tests.support.engine_card import KEY, band as half_open, by_bands, choice, chosen, compare, flag, number, subject

FACTS = (
    number("share", "%", 0, 100),
    number("level", "%", 0, 100),
    number("mass", "t", 0),
    number("limit", "kg", 0),
    number("narrow", "%", 0, 79),
    number("violations", "time", 0, may_not_apply=True),
    choice("method", "one", "two"),
    flag("a"),
    flag("b"),
    FactDefinition(
        id="metered", type=FactType.NUMBER, unit="%", evidence=("meter",), assurance=Assurance.LIMITED,
        at_least=Fraction(0), at_most=Fraction(100),
    ),
)  # fmt: skip
THREE = by_bands("share", half_open(None, 50, 0), half_open(50, 80, 12), half_open(80, None, 30), unit="%")


def percent(value: str) -> DeclaredValue:
    return DeclaredValue(number=value, unit="%")


def evaluated(scorecard: Scorecard, values: Mapping[str, DeclaredValue], *facts: DeclaredFact) -> Record:
    evaluator = Evaluator(scorecard, "ab" * 32, "scorecards/card/versions/1.0.0")
    item = EvidenceItem(
        id="m", kind="meter", issuer="x", digest="0a" * 32, valid_until="2026-02-28", assurance=Assurance.LIMITED
    )
    declared_subject = subject(values, evidence=(item,))
    try:
        return evaluator.evaluate(
            declared_subject.model_copy(update={"facts": (*declared_subject.facts, *facts)}), KEY
        ).record
    finally:
        evaluator.close()


def exactly(value: str) -> Bounds:
    return Bounds(low=value, high=value)


def far(value: str, unit: str) -> Figure:
    return Figure(unit=unit, exact=exactly(value))


LINE = LineScale(
    measure="level",
    unit="%",
    corners=(LinePoint(at=Fraction(0), points=Fraction(0)), LinePoint(at=Fraction(70), points=Fraction(10))),
)
METHODS = ChoiceScale(
    measure="method",
    rows=(ChoicePoints(value="one", points=Fraction(3)), ChoicePoints(value="two", points=Fraction(20))),
)
PARTS = CountScale(parts=((chosen("a", "yes"),), (chosen("b", "yes"),), (compare("share", "at_least", 90, "%"),)))
