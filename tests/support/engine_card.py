"""Scorecards for tests of one thing at a time: each part is one short call, everything else has a default."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from fractions import Fraction

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable, NumberExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.numbers import RoundingMode
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_values import unknown_extent
from rules.model.expressions import (
    ChoiceClause,
    Clause,
    Condition,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
)
from rules.model.scorecard import (
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    Certainty,
    Choice,
    FactDefinition,
    FactType,
    FindingRule,
    Gate,
    Indicator,
    Ladder,
    LadderRow,
    NotApplicablePolicy,
    Quantity,
    RecordType,
    Result,
    Rounding,
    Scale,
    Scorecard,
    Section,
    Setting,
)

AS_OF = date(2026, 3, 1)
KNOWN = "2026-03-01T00:00:00Z"
KEY = bytes(range(32))
LAW = ("law",)
Exactly = int | str | Fraction


def number(
    name: str, unit: str = "", low: Exactly | None = None, high: Exactly | None = None, *, may_not_apply: bool = False
) -> FactDefinition:
    """Define a number, from `low` to `high`."""
    return FactDefinition(
        id=name,
        type=FactType.NUMBER,
        unit=unit,
        at_least=None if low is None else Fraction(low),
        at_most=None if high is None else Fraction(high),
        may_not_apply=may_not_apply,
    )


def flag(name: str, *, may_not_apply: bool = False) -> FactDefinition:
    """Define a yes or no."""
    return FactDefinition(id=name, type=FactType.FLAG, may_not_apply=may_not_apply)


def choice(name: str, *values: str, may_not_apply: bool = False) -> FactDefinition:
    """Define a choice."""
    choices = tuple(Choice(id=value) for value in values)
    return FactDefinition(id=name, type=FactType.CHOICE, choices=choices, may_not_apply=may_not_apply)


def compare(name: str, operator: str, operand: Exactly, unit: str = "") -> NumberClause:
    """Compare a number with a literal."""
    literal = NumberLiteral(value=Fraction(operand), unit=unit)
    return NumberClause(name=name, operator=NumberOperator(operator), operand=literal)


def compare_names(name: str, operator: str, other: str) -> NumberClause:
    """Compare a number with another."""
    return NumberClause(name=name, operator=NumberOperator(operator), operand=NameReference(id=other))


def chosen(name: str, *values: str) -> ChoiceClause:
    """Return a clause: a choice, setting or flag has one of the values."""
    return ChoiceClause(name=name, values=values)


def band(low: Exactly | None, high: Exactly | None, points: Exactly) -> Band:
    """Return a band from `low` (inclusive) to `high` (exclusive)."""
    return Band(
        at_least=None if low is None else Fraction(low),
        below=None if high is None else Fraction(high),
        points=Fraction(points),
    )


def indicator(
    name: str, maximum: Exactly, scale: Scale, *, section: str = "S", applies: Condition = (), must: Condition = ()
) -> Indicator:
    """Define an indicator."""
    return Indicator(
        id=name, section=section, maximum=Fraction(maximum), scale=scale, applies=applies, must=must, basis=LAW
    )


def by_bands(measure: str, *bands: Band, unit: str = "") -> BandScale:
    """Score a number by bands."""
    return BandScale(measure=measure, unit=unit, bands=bands)


def gate(name: str, *requires: Clause, applies: Condition = ()) -> Gate:
    """Define a gate."""
    return Gate(id=name, requires=requires, applies=applies, basis=LAW)


def row(grade: str, at_least: Exactly | None = None, *requires: Clause) -> LadderRow:
    """Define a row of the ladder."""
    return LadderRow(
        grade=grade, at_least=None if at_least is None else Fraction(at_least), requires=requires, basis=LAW
    )


def card(
    *facts: FactDefinition,
    indicators: tuple[Indicator, ...] = (),
    sections: tuple[Section, ...] = (),
    gates: tuple[Gate, ...] = (),
    rows: tuple[LadderRow, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    settings: tuple[Setting, ...] = (),
    records: tuple[RecordType, ...] = (),
    findings: tuple[FindingRule, ...] = (),
    results: tuple[Result, ...] = (),
    bases: tuple[Basis, ...] = (),
    applies: Condition = (),
    policy: NotApplicablePolicy = NotApplicablePolicy.COUNT_AS_ZERO,
    compare_rounded: bool = False,
    places: int = 2,
    mode: RoundingMode = RoundingMode.HALF_EVEN,
) -> Scorecard:
    """Build a scorecard; by default its only section, S, has the sum of the maximum points."""
    whole = sum((item.maximum for item in indicators), Fraction(0))
    grades = tuple(Choice(id=name) for name in dict.fromkeys(item.grade for item in rows))
    return Scorecard(
        card=Card(
            id="card",
            version="1.0.0",
            subject_kind="thing",
            attestation=AttestationKind.RATING,
            time_zone="UTC",
            first_date=date(2020, 1, 1),
            rounding=Rounding(places=places, mode=mode),
            compare_rounded=compare_rounded,
            not_applicable=policy,
        ),
        bases=bases or (Basis(id="law", instrument="GB/T 1", clause="1", certainty=Certainty.CONFIRMED),),
        settings=settings,
        records=records,
        facts=facts,
        quantities=quantities,
        applies=applies,
        gates=gates,
        sections=sections or ((Section(id="S", maximum=whole),) if indicators else ()),
        indicators=indicators,
        ladder=Ladder(grades=grades, rows=rows) if rows else None,
        findings=findings,
        results=results,
    )


def is_(value: Exactly | bool | str) -> Extent:
    """Return a known value: a number (also as text), a choice, or yes or no."""
    if isinstance(value, bool):
        return ChoiceExtent(frozenset({"yes" if value else "no"}))
    if isinstance(value, str) and not value[:1].isdigit():
        return ChoiceExtent(frozenset({value}))
    return NumberExtent(point_interval(Fraction(value)))


def between(low: Exactly | None, high: Exactly | None) -> Extent:
    """Return an interval of a number, including both ends."""
    return NumberExtent(Interval(None if low is None else Fraction(low), None if high is None else Fraction(high)))


ABSENT = NotApplicable()


def question(scorecard: Scorecard, facts: Mapping[str, Extent], **settings: str) -> InferenceQuestion:
    """Return a question about a scorecard; omitted facts are unknown, omitted settings have their default if any."""
    unknown = {definition.id: unknown_extent(definition) for definition in scorecard.facts}
    chosen_settings: dict[str, str | None] = {setting.id: setting.default for setting in scorecard.settings}
    return InferenceQuestion({**unknown, **facts}, {**chosen_settings, **settings}, AS_OF, {})


def infer(scorecard: Scorecard, facts: Mapping[str, Extent], **settings: str) -> Inference:
    """Conclude once with both evaluators."""
    with closing(InferenceEngine(scorecard)) as engine:
        return engine.infer(question(scorecard, facts, **settings))


def subject(
    values: Mapping[str, DeclaredValue], *, evidence: tuple[EvidenceItem, ...] = (), **settings: str
) -> Subject:
    """Declare facts, without any judgement of an assessor."""
    facts = tuple(DeclaredFact(id=name, value=value) for name, value in values.items())
    return Subject(
        subject="subjects/x", as_of=AS_OF.isoformat(), known=KNOWN, settings=settings, facts=facts, evidence=evidence
    )
