"""Random scorecards from a seed, to compare evaluators on."""

from datetime import date
from fractions import Fraction
from random import Random

from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.expressions import (
    CalendarDay,
    ChoiceClause,
    Clause,
    Condition,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DateRangeClause,
    EulerPower,
    Formula,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    Operation,
    OutcomeClause,
    PeriodEdge,
    Power,
    RoundedNumber,
    SpanUnit,
    TimeSpan,
    YearOfDay,
)
from rules.model.quantities import ConditionRow, NamedCondition
from rules.model.scales import MatrixColumn, MatrixRow, MatrixScale
from rules.model.scorecard import (
    AggregateKind,
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    Certainty,
    Choice,
    ChoicePoints,
    ChoiceScale,
    CountScale,
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
    Quantity,
    RecordType,
    Rounding,
    Scorecard,
    Section,
    Setting,
    ShareScale,
    SumQuantity,
    SumRow,
)

AS_OF = date(2026, 3, 1)
_BASIS = ("own",)
_COLOURS = tuple(Choice(id=name) for name in ("red", "green", "blue"))


def random_number(random: Random) -> Fraction:
    return Fraction(random.choice([0, 10, 25, 40, 50, 50, 75, 90, 100]), random.choice([1, 1, 1, 3]))


def _definitions() -> tuple[FactDefinition, ...]:
    zero, hundred = Fraction(0), Fraction(100)
    return (
        *(
            FactDefinition(id=f"share_{place}", type=FactType.NUMBER, unit="%", at_least=zero, at_most=hundred)
            for place in range(4)
        ),
        *(
            FactDefinition(id=f"mass_{place}", type=FactType.NUMBER, unit="t", at_least=zero, may_not_apply=place == 1)
            for place in range(3)
        ),
        FactDefinition(id="colour", type=FactType.CHOICE, choices=_COLOURS),
        FactDefinition(id="colours", type=FactType.CHOICES, choices=_COLOURS),
        FactDefinition(id="flag_0", type=FactType.FLAG),
        FactDefinition(id="flag_1", type=FactType.FLAG, may_not_apply=True),
        FactDefinition(id="day", type=FactType.DATE),
        FactDefinition(id="year", type=FactType.PERIOD),
        FactDefinition(id="word", type=FactType.TEXT),
        FactDefinition(id="lots", type=FactType.RECORDS, record="lot"),
    )


LOT = RecordType(
    id="lot",
    key="serial",
    fields=(
        FactDefinition(id="serial", type=FactType.TEXT),
        FactDefinition(id="amount", type=FactType.NUMBER, unit="kg", at_least=Fraction(0), may_not_apply=True),
        FactDefinition(id="made", type=FactType.DATE),
        FactDefinition(id="shade", type=FactType.CHOICE, choices=_COLOURS),
    ),
)


def _finer(seed: int) -> tuple[FormulaQuantity | SumQuantity, ...]:
    """Return percentage quantities built from powers, rounding, time spans and record figures."""
    pick = Random(f"finer {seed}")
    day = DateExpression(name="day")
    years = Operation(
        operator=FormulaOperator.MINIMUM,
        operands=(
            Operation(
                operator=FormulaOperator.MAXIMUM,
                operands=(
                    Operation(
                        operator=FormulaOperator.SUBTRACT,
                        operands=(YearOfDay(date=day), NumberLiteral(value=Fraction(2020))),
                    ),
                    NumberLiteral(value=Fraction(0)),
                ),
            ),
            NumberLiteral(value=Fraction(9)),
        ),
    )
    whole_year = TimeSpan(
        unit=pick.choice([SpanUnit.MONTHS, SpanUnit.YEARS]),
        first=DateExpression(name="year", edge=PeriodEdge.FIRST),
        last=DateExpression(name="year", edge=PeriodEdge.LAST, shift_days=1),
    )
    formulas: list[Formula] = [
        Power(base=NumberLiteral(value=Fraction(pick.choice(["0.9", "1.05"]))), exponent=years),
        RoundedNumber(
            value=NameReference(id="share_2"),
            step=NumberLiteral(value=Fraction(pick.choice(["0.5", "10"])), unit="%"),
            mode=pick.choice(list(RoundingMode)),
        ),
        Operation(
            operator=FormulaOperator.DIVIDE, operands=(whole_year, NumberLiteral(value=Fraction(24), unit="month"))
        ),
        Power(base=NameReference(id="share_0"), exponent=NumberLiteral(value=Fraction(2))),
        RoundedNumber(
            value=Power(base=NumberLiteral(value=Fraction("1.015")), exponent=NameReference(id="share_1")),
            step=NumberLiteral(value=Fraction("0.001")),
            mode=RoundingMode.HALF_EVEN,
        ),
        RoundedNumber(
            value=EulerPower(
                exponent=Operation(
                    operator=FormulaOperator.SUBTRACT,
                    operands=(NumberLiteral(value=Fraction(0)), NameReference(id="share_0")),
                )
            ),
            step=NumberLiteral(value=Fraction("0.01")),
            mode=RoundingMode.UP,
        ),
    ]
    kind = pick.choice([AggregateKind.SHARE, AggregateKind.AVERAGE, AggregateKind.LEAST, AggregateKind.GREATEST])
    counted = (DateClause(name="made", operator=DateOperator.BEFORE, operand=day),)
    figure = SumQuantity(
        id="figure", unit="%" if kind is AggregateKind.SHARE else "t", list="lots",
        of=pick.choice(["", "amount"]) if kind is AggregateKind.SHARE else "amount",
        rows=(SumRow(where=counted, basis=_BASIS),), figure=kind, when_none=Fraction(pick.choice([0, 60])),
    )  # fmt: skip
    count = SumQuantity(
        id="lots_before", list="lots", of="", rows=(SumRow(where=counted, basis=_BASIS),), figure=AggregateKind.COUNT
    )
    unity = NumberLiteral(value=Fraction(1), unit="" if kind is AggregateKind.SHARE else "t")
    each = Operation(operator=FormulaOperator.DIVIDE, operands=(NameReference(id="figure"), unity))
    formulas += [
        each,
        Operation(
            operator=FormulaOperator.DIVIDE,
            operands=(NameReference(id="lots_before"), NumberLiteral(value=Fraction(3))),
        ),
    ]
    rows = (FormulaRow(formula=pick.choice(formulas), when_divided_by_zero=Fraction(0), basis=_BASIS),)
    return figure, count, FormulaQuantity(id="finer", unit="%", rows=rows)


def _due(seed: int) -> FormulaQuantity:
    """Return a date computed from other dates."""
    pick = Random(f"due {seed}")
    of_calendar = DateExpression(
        name="day", calendar_day=pick.choice(list(CalendarDay)), shift_months=pick.randint(-1, 1), shift_days=1
    )
    of_several = Operation(
        operator=pick.choice([FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM]),
        operands=(
            DateFormula(date=of_calendar),
            DateFormula(date=DateExpression(name="year", edge=PeriodEdge.LAST)),
            DateFormula(date="never"),
        ),
    )
    when = (ChoiceClause(name="colour", values=("red",)),)
    rows = (
        FormulaRow(formula=of_several, when=when, basis=_BASIS),
        FormulaRow(formula=DateFormula(date=of_calendar), basis=_BASIS),
    )
    return FormulaQuantity(id="due", gives="date", rows=rows)


def _exceptions(seed: int) -> tuple[LadderRow, ...]:
    """Return exceptions from grades: some depend on gates and points together, some on facts alone."""
    pick = Random(seed)
    points = NumberLiteral(value=Fraction(pick.randint(5, 15)), unit="point")
    failing = (
        OutcomeClause(criterion="G1", outcome=pick.choice([Outcome.NOT_MET, Outcome.NOT_APPLICABLE])),
        NumberClause(name="I0", operator=NumberOperator.LESS_THAN, operand=points),
    )
    share = NumberLiteral(value=random_number(pick), unit="%")
    high = (NumberClause(name="share_0", operator=NumberOperator.MORE_THAN, operand=share),)
    asked = [("3", failing), ("2", failing[1:]), ("3", high)][: pick.randint(1, 3)]
    return tuple(LadderRow(grade=grade, exception=True, requires=when, basis=_BASIS) for grade, when in asked)


class RandomCard:
    """Builds one scorecard from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.shares = ["share_0", "share_1", "share_2", "share_3", "ratio"]
        self.finer = _finer(seed) if seed % 3 == 0 else ()
        """Quantities of every third scorecard only, because columns leave most of them to the core."""
        self.shares += ["finer"] if self.finer else []
        self.due = _due(seed) if seed % 3 == 1 else None
        self.exceptions = _exceptions(seed) if seed % 2 else ()

    def clause(self, *, late: bool = False, record: bool = False, named: bool = False) -> Clause:
        """Return a random clause; `late` clauses may read points and outcomes, `record` clauses the fields of a lot.

        Clauses of a `named` condition do not refer to that condition.
        """
        pick = self.random
        number = NumberLiteral(value=random_number(pick), unit="%")
        share = pick.choice(self.shares if not record else ["share_0"])
        options: list[Clause] = [
            NumberClause(name=share, operator=pick.choice(list(NumberOperator)), operand=number),
            NumberRangeClause(
                name="share_1", low=NumberLiteral(value=Fraction(20), unit="%"),
                high=NumberLiteral(value=Fraction(1, 2), unit=""),
            ),
            NumberClause(
                name="mass_0", operator=pick.choice(list(NumberOperator)), operand=NameReference(id="mass_1")
            ),
            ChoiceClause(
                name="colour", values=tuple(pick.sample(["red", "green", "blue"], pick.randint(1, 2))),
                negated=pick.random() < 0.3,
            ),
            ChoiceClause(name=pick.choice(["flag_0", "flag_1"]), values=(pick.choice(["yes", "no"]),)),
            ChoiceClause(name="reading", values=(pick.choice(["wide", "narrow"]),)),
            ChoiceClause(name="word", values=("alpha",), negated=pick.random() < 0.5),
            IncludesClause(name="colours", values=tuple(pick.sample(["red", "green", "blue"], 2))),
            IncludesNoneClause(name="colours", values=tuple(pick.sample(["red", "green", "blue"], 2))),
            DateClause(
                name="made" if record else "day",
                operator=pick.choice(list(DateOperator)),
                operand=DateExpression(
                    name="year", edge=pick.choice(list(PeriodEdge)), shift_months=pick.randint(-6, 6)
                ),
            ),
            DateClause(
                name="made" if record else "day",
                operator=pick.choice(list(DateOperator)),
                operand=DateExpression(literal=date(2025, 6, 15)),
            ),
        ]  # fmt: skip
        if self.due is not None and not record:
            after_due = DateExpression(name="due", shift_months=pick.randint(-2, 2))
            fixed = DateExpression(literal=date(2025, 6, 30))
            options += [
                DateClause(name="day", operator=pick.choice(list(DateOperator)), operand=after_due),
                DateClause(name="due", operator=pick.choice(list(DateOperator)), operand=fixed),
            ]
        if not (named or record):
            options.append(ChoiceClause(name="settled", values=(pick.choice(["yes", "no"]),)))
        if record:
            year = DateExpression(name="year", edge=PeriodEdge.FIRST)
            last = DateExpression(name="year", edge=PeriodEdge.LAST, shift_months=12)
            options = [*options[-2:], DateRangeClause(name="made", first=year, last=last)]
            options.append(ChoiceClause(name="shade", values=(pick.choice(["red", "green"]),)))
        if late:
            options.append(OutcomeClause(criterion="G0", outcome=pick.choice([Outcome.MET, Outcome.NOT_MET])))
            points = NumberLiteral(value=Fraction(pick.randint(0, 20)), unit="point")
            options.append(NumberClause(name="I0", operator=NumberOperator.AT_LEAST, operand=points))
        return pick.choice(options)

    def condition(self, *, late: bool = False, record: bool = False, most: int = 3, named: bool = False) -> Condition:
        return tuple(self.clause(late=late, record=record, named=named) for _ in range(self.random.randint(1, most)))

    def _named_condition(self) -> NamedCondition:
        """Name a condition of two cases, mostly with an exception."""
        rows = [ConditionRow(when=self.condition(named=True, most=2), basis=_BASIS) for _ in range(2)]
        if self.random.random() < 0.7:
            rows.append(ConditionRow(when=self.condition(named=True, most=2), exception=True, basis=_BASIS))
        return NamedCondition(id="settled", rows=tuple(rows))

    def _quantities(self) -> tuple[Quantity, ...]:
        parts = NameReference(id="mass_0"), NameReference(id="mass_1"), NameReference(id="lot_sum")
        top = Operation(operator=self.random.choice([FormulaOperator.ADD, FormulaOperator.MAXIMUM]), operands=parts[:2])
        ratio = Operation(operator=FormulaOperator.DIVIDE, operands=(parts[2], top))
        capped = Operation(operator=FormulaOperator.MINIMUM, operands=(ratio, NumberLiteral(value=Fraction(1))))
        simple = Operation(
            operator=FormulaOperator.SUBTRACT,
            operands=(NumberLiteral(value=Fraction(100), unit="%"), NameReference(id="share_2")),
        )
        when = (ChoiceClause(name="colour", values=("red",)),)
        return (
            SumQuantity(
                id="lot_sum", unit="t", list="lots", of="amount",
                rows=tuple(SumRow(where=self.condition(record=True, most=2), basis=_BASIS) for _ in range(2)),
            ),
            FormulaQuantity(
                id="ratio", unit="%",
                rows=(
                    FormulaRow(formula=simple, when=when, basis=_BASIS),
                    FormulaRow(formula=capped, when_divided_by_zero=Fraction(100), basis=_BASIS),
                ),
            ),
            LookupQuantity(
                id="found", unit="%", by=("colour",), otherwise=Fraction(5),
                rows=(
                    LookupRow(keys=("red",), value=Fraction(60), basis=_BASIS),
                    LookupRow(keys=("green",), value=Fraction(80), basis=_BASIS),
                ),
            ),
            self._named_condition(),
            *self.finer,
            *([] if self.due is None else [self.due]),
        )  # fmt: skip

    def _scale(self) -> BandScale | ChoiceScale | LineScale | ShareScale | CountScale:
        pick = self.random
        measure = pick.choice(["share_0", "share_3", "ratio", "found"])
        edge = Fraction(pick.choice([30, 50, 80]))
        scales: list[BandScale | ChoiceScale | LineScale | ShareScale | CountScale] = [
            BandScale(
                measure=measure, unit="%",
                bands=(
                    Band(below=edge, points=Fraction(0)),
                    Band(at_least=edge, at_most=Fraction(90), points=Fraction(12)),
                    Band(more_than=Fraction(90), points=Fraction(20)),
                ),
            ),
            BandScale(measure="share_0", unit="", bands=(Band(at_least=Fraction(1, 2), points=Fraction(20)),)),
            LineScale(
                measure=measure, unit="%",
                corners=(
                    LinePoint(at=Fraction(10), points=Fraction(0)),
                    LinePoint(at=edge, points=Fraction(15)),
                    LinePoint(at=Fraction(95), points=Fraction(20)),
                ),
            ),
            ShareScale(measure=measure),
            ChoiceScale(
                measure="colour",
                rows=(
                    ChoicePoints(value="red", points=Fraction(20)),
                    ChoicePoints(value="green", points=Fraction(7)),
                    ChoicePoints(value="blue", points=Fraction(0)),
                ),
            ),
            CountScale(parts=tuple(self.condition(most=2) for _ in range(3))),
        ]  # fmt: skip
        return pick.choice(scales)

    def build(self) -> Scorecard:
        pick = self.random
        indicators = tuple(
            Indicator(
                id=f"I{place}", section="A" if place < 3 else "B", maximum=Fraction(20), scale=self._scale(),
                applies=self.condition(most=1) if pick.random() < 0.25 else (),
                must=self.condition(most=1) if pick.random() < 0.25 else (),
                basis=_BASIS,
            )
            for place in range(5)
        )  # fmt: skip
        gates = tuple(
            Gate(
                id=f"G{place}", requires=self.condition(), applies=self.condition(most=1) if place else (), basis=_BASIS
            )
            for place in range(2)
        )
        rows = (
            LadderRow(grade="3", more_than=Fraction(60), requires=self.condition(most=1), basis=_BASIS),
            LadderRow(
                grade="2", at_least=Fraction(40), at_most=Fraction(90), requires=self.condition(most=1), basis=_BASIS
            ),
            LadderRow(grade="1", more_than=Fraction(20), basis=_BASIS),
        )
        return Scorecard(
            card=Card(
                id="random", version="1.0.0", subject_kind="thing", attestation=AttestationKind.RATING,
                time_zone="UTC", first_date=date(2020, 1, 1),
                rounding=Rounding(places=pick.choice([0, 1]), mode=RoundingMode.HALF_EVEN),
                compare_rounded=pick.random() < 0.2,
                not_applicable=pick.choice(list(NotApplicablePolicy)),
            ),
            bases=(Basis(id="own", instrument="test", clause="1", certainty=Certainty.OWN_READING),),
            settings=(Setting(id="reading", choices=(Choice(id="wide"), Choice(id="narrow"))),),
            records=(LOT,),
            facts=_definitions(),
            quantities=self._quantities(),
            gates=gates,
            sections=(Section(id="A", maximum=Fraction(60)), Section(id="B", maximum=Fraction(40))),
            indicators=indicators,
            ladder=Ladder(grades=tuple(Choice(id=name) for name in "321"), rows=(*rows, *self.exceptions)),
            findings=tuple(
                FindingRule(
                    id=f"F{place}", when=self.condition(late=True), severity=FindingSeverity.MINOR, basis=_BASIS
                )
                for place in range(3)
            ),
            applies=self.condition(most=1) if pick.random() < 0.3 else (),
        )  # fmt: skip


def with_matrices(card: Scorecard, seed: int) -> Scorecard:
    """Score all indicators but the first by matrices, some of them without a row or column for some values."""
    pick, worded = Random(seed), ("colour", "flag_1", "settled")

    def bounds() -> list[dict[str, Fraction]]:
        edge = Fraction(pick.choice([25, 50, 75]))
        return [{"below": edge}, {"at_least": edge, "at_most": Fraction(90)}, {"more_than": Fraction(90)}]

    def choices(name: str) -> list[dict[str, tuple[str, ...]]]:
        sets = [("red", "blue"), ("green",)] if name == "colour" else [("yes",), ("no",)]
        return [{"choices": held} for held in sets]

    def matrix() -> MatrixScale:
        measure, across = pick.sample(
            ["share_0", "share_1", "share_3", "ratio", "found", "colour", "flag_1", "settled"], 2
        )
        down, over = ([*(choices(name) if name in worded else bounds())] for name in (measure, across))
        if pick.random() < 0.3:
            down.pop()
        return MatrixScale(
            measure=measure, unit="" if measure in worded else "%",
            across=across, across_unit="" if across in worded else "%",
            columns=tuple(MatrixColumn.model_validate(part) for part in over),
            rows=tuple(
                MatrixRow.model_validate({**part, "points": [Fraction(pick.choice([0, 5, 8, 20])) for _ in over]})
                for part in down
            ),
        )  # fmt: skip

    first, *rest = card.indicators
    scored = (first, *(indicator.model_copy(update={"scale": matrix()}) for indicator in rest))
    return card.model_copy(update={"indicators": scored})
