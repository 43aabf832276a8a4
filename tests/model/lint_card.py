"""A small sound scorecard for tests, and ways to change one part of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.expressions import (
    ChoiceClause,
    Clause,
    DateClause,
    DateExpression,
    DateOperator,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    OutcomeClause,
)
from rules.model.scales import MatrixColumn, MatrixRow, MatrixScale
from rules.model.scorecard import (
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    CaseValue,
    Certainty,
    Choice,
    ChoicePoints,
    ChoiceScale,
    FactDefinition,
    FactType,
    FindingRule,
    FindingSeverity,
    FormulaQuantity,
    FormulaRow,
    Gate,
    Indicator,
    Ladder,
    LadderRow,
    LinePoint,
    LineScale,
    LookupQuantity,
    LookupRow,
    NotApplicablePolicy,
    RecordType,
    Rounding,
    Scorecard,
    Section,
    Setting,
    SumQuantity,
    SumRow,
)

BASIS = ("guide",)


def number(name: str, operator: NumberOperator, value: str, unit: str = "%") -> NumberClause:
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=Fraction(value), unit=unit))


def choice(name: str, *values: str, negated: bool = False) -> ChoiceClause:
    return ChoiceClause(name=name, values=values, negated=negated)


def band(low: str | None, high: str | None, points: str) -> Band:
    return Band(
        at_least=None if low is None else Fraction(low),
        below=None if high is None else Fraction(high),
        points=Fraction(points),
    )


SHARE = FactDefinition(id="share", type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(100))
OUTPUT = FactDefinition(id="output", type=FactType.NUMBER, unit="t", at_least=Fraction(1))
ENERGY = FactDefinition(id="energy", type=FactType.NUMBER, unit="MWh", at_least=Fraction(0))
SYSTEM = FactDefinition(id="system", type=FactType.CHOICE, choices=(Choice(id="none"), Choice(id="certified")))
OPEN = FactDefinition(id="open", type=FactType.FLAG)
ISSUED = FactDefinition(id="issued", type=FactType.DATE)
CREDITS = FactDefinition(id="credits", type=FactType.RECORDS, record="credit")
CREDIT = RecordType(
    id="credit",
    key="serial",
    fields=(
        FactDefinition(id="serial", type=FactType.TEXT),
        FactDefinition(id="amount", type=FactType.NUMBER, unit="tCO2e", at_least=Fraction(0)),
        FactDefinition(id="kind", type=FactType.CHOICE, choices=(Choice(id="removal"), Choice(id="reduction"))),
    ),
)
INTENSITY = FormulaQuantity(
    id="intensity",
    unit="MWh/t",
    rows=(
        FormulaRow(
            formula=Operation(
                operator=FormulaOperator.DIVIDE, operands=(NameReference(id="energy"), NameReference(id="output"))
            ),
            basis=BASIS,
        ),
    ),
)
COUNTED = SumQuantity(
    id="counted",
    unit="tCO2e",
    list="credits",
    of="amount",
    rows=(SumRow(where=(choice("kind", "removal"),), basis=BASIS),),
)
FACTOR = LookupQuantity(
    id="factor",
    by=("system", "open"),
    rows=tuple(
        LookupRow(keys=(one, other), value=Fraction(other == "yes"), basis=BASIS)
        for one in ("none", "certified")
        for other in ("yes", "no")
    ),
)
BANDS = BandScale(
    measure="share", unit="%", bands=(band(None, "50", "0"), band("50", "80", "20"), band("80", None, "40"))
)
I1 = Indicator(id="I1", section="S", maximum=Fraction(40), scale=BANDS, basis=BASIS)
I2 = Indicator(
    id="I2",
    section="S",
    maximum=Fraction(60),
    must=(choice("open", "yes"),),
    scale=ChoiceScale(
        measure="system",
        rows=(ChoicePoints(value="none", points=Fraction(0)), ChoicePoints(value="certified", points=Fraction(60))),
    ),
    basis=BASIS,
)
LADDER = Ladder(
    grades=(Choice(id="5"), Choice(id="3")),
    rows=(
        LadderRow(
            grade="5",
            at_least=Fraction(90),
            requires=(number("counted", NumberOperator.AT_LEAST, "10", "tCO2e"),),
            basis=BASIS,
        ),
        LadderRow(grade="3", at_least=Fraction(60), basis=BASIS),
    ),
)
SOUND = Scorecard(
    card=Card(
        id="factory",
        version="1.0.0",
        subject_kind="factory",
        attestation=AttestationKind.RATING,
        time_zone="Asia/Shanghai",
        first_date=date(2026, 1, 1),
        rounding=Rounding(places=2, mode=RoundingMode.HALF_EVEN),
        not_applicable=NotApplicablePolicy.REFUSE,
    ),
    bases=(Basis(id="guide", instrument="Guide", clause="1", certainty=Certainty.CONFIRMED),),
    settings=(Setting(id="reading", choices=(Choice(id="cascade"), Choice(id="literal"))),),
    records=(CREDIT,),
    facts=(SHARE, OUTPUT, ENERGY, SYSTEM, OPEN, ISSUED, CREDITS),
    reference_case=tuple(
        CaseValue(fact=name, value=DeclaredValue())
        for name in ("share", "output", "energy", "system", "open", "issued", "credits")
    ),
    quantities=(INTENSITY, COUNTED, FACTOR),
    gates=(
        Gate(
            id="G1",
            applies=(choice("reading", "literal"),),
            requires=(
                number("intensity", NumberOperator.AT_MOST, "3", "MWh/t"),
                number("factor", NumberOperator.IS, "1", ""),
            ),
            basis=BASIS,
        ),
    ),
    sections=(Section(id="S", maximum=Fraction(100)),),
    indicators=(I1, I2),
    ladder=LADDER,
    findings=(
        FindingRule(
            id="F1",
            when=(
                OutcomeClause(criterion="G1", outcome=Outcome.NOT_MET),
                DateClause(
                    name="issued",
                    operator=DateOperator.BEFORE,
                    operand=DateExpression(name="as_of_date", shift_months=-12),
                ),
            ),
            severity=FindingSeverity.MAJOR,
            basis=BASIS,
        ),
    ),
)


def changed(**parts: object) -> Scorecard:
    return SOUND.model_copy(update=parts)


def with_bands(*bands: Band, unit: str = "%") -> Scorecard:
    scale = BandScale(measure="share", unit=unit, bands=bands)
    return changed(indicators=(I1.model_copy(update={"scale": scale}), I2))


def with_scale(scale: object) -> Scorecard:
    return changed(indicators=(I1.model_copy(update={"scale": scale}), I2))


def with_matrix(*columns: Mapping[str, Fraction | tuple[str, ...]], across: str = "share") -> Scorecard:
    """Return a card with a matrix: its columns divide `across`, its rows the other of share and openness."""
    halves: list[dict[str, Fraction | tuple[str, ...]]] = [{"choices": ("yes",)}, {"choices": ("no",)}]
    if across != "share":
        halves = [{"below": Fraction(50)}, {"at_least": Fraction(50)}]
    points = (Fraction(40),) * len(columns)
    return with_scale(
        MatrixScale(
            measure="open" if across == "share" else "share",
            unit="" if across == "share" else "%",
            across=across,
            across_unit="%" if across == "share" else "",
            columns=tuple(map(MatrixColumn.model_validate, columns)),
            rows=tuple(MatrixRow.model_validate({**half, "points": points}) for half in halves),
        )
    )


def with_corners(*corners: tuple[int, int]) -> Scorecard:
    points = tuple(LinePoint(at=Fraction(at), points=Fraction(worth)) for at, worth in corners)
    return with_scale(LineScale(measure="share", unit="%", corners=points))


def with_requires(*clauses: Clause) -> Scorecard:
    return changed(gates=(SOUND.gates[0].model_copy(update={"requires": (*SOUND.gates[0].requires, *clauses)}),))


def with_rows(*rows: LadderRow) -> Scorecard:
    grades = tuple(Choice(id=name) for name in dict.fromkeys(row.grade for row in rows))
    return changed(ladder=Ladder(grades=grades, rows=rows))


def row(grade: str, at_least: str, *requires: Clause, below: str | None = None) -> LadderRow:
    top = None if below is None else Fraction(below)
    return LadderRow(grade=grade, at_least=Fraction(at_least), below=top, requires=requires, basis=BASIS)


def with_formula(*rows: FormulaRow) -> Scorecard:
    return changed(quantities=(INTENSITY.model_copy(update={"rows": rows}), COUNTED, FACTOR))


AT_LEAST, AT_MOST, LESS = NumberOperator.AT_LEAST, NumberOperator.AT_MOST, NumberOperator.LESS_THAN
ENERGY_NAME, OUTPUT_NAME = NameReference(id="energy"), NameReference(id="output")
QUOTIENT = Operation(operator=FormulaOperator.DIVIDE, operands=(ENERGY_NAME, OUTPUT_NAME))
INVERSE = Operation(operator=FormulaOperator.DIVIDE, operands=(OUTPUT_NAME, ENERGY_NAME))
