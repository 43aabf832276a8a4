"""Random scorecards with features that are rare in published scorecards, and mostly unknown subjects, from a seed.

Features: records nested in records, with figures for each; dates from lookups and computations; least, greatest, mean,
earliest and latest values of a list; lists, ratings and flags that may not apply; scales over multiples, with gaps;
roots and exponents of unknown values; tables by key, by date and by interpolation; a row that the rules leave
undetermined.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Literal

from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText, Subject
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.definitions import BelongsTo, FactDefinition, FactType, RecordType
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
    UndeterminedFormula,
    YearOfDay,
)
from rules.model.quantities import (
    AggregateKind,
    ConditionRow,
    FormulaQuantity,
    FormulaRow,
    NamedCondition,
    Quantity,
    RowKey,
    SumQuantity,
    SumRow,
    TableLayout,
    TableRowForm,
)
from rules.model.scales import Scale
from rules.model.scorecard import (
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    Certainty,
    Choice,
    DateLookup,
    DateRow,
    FindingRule,
    FindingSeverity,
    Gate,
    Indicator,
    Ladder,
    LadderRow,
    LinePoint,
    LineScale,
    NotApplicablePolicy,
    Result,
    Rounding,
    Scorecard,
    Section,
    Setting,
    ShareScale,
)

AS_OF = date(2026, 3, 1)
KNOWN = "2026-03-01T12:00:00Z"
_OWN = ("own",)
_ZERO, _HUNDRED = Fraction(0), Fraction(100)
_WORDS = ("old", "new", "other")
_KINDS = tuple(Choice(id=word) for word in _WORDS)
_DAY = date(2025, 6, 15)


def _number(value: object, unit: str = "") -> NumberLiteral:
    return NumberLiteral(value=Fraction(str(value)), unit=unit)


def _name(name: str) -> NameReference:
    return NameReference(id=name)


def _do(operator: FormulaOperator, *operands: Formula) -> Operation:
    return Operation(operator=operator, operands=operands)


def _formula(id: str, *rows: FormulaRow, **more: object) -> FormulaQuantity:
    return FormulaQuantity.model_validate({"id": id, "rows": rows, **more})


def _row(formula: Formula, *when: Clause, zero: int | None = None) -> FormulaRow:
    instead = None if zero is None else Fraction(zero)
    return FormulaRow(formula=formula, when=when, when_divided_by_zero=instead, basis=_OWN)


def _compared(name: str, operator: NumberOperator, value: object, unit: str = "") -> NumberClause:
    return NumberClause(name=name, operator=operator, operand=_number(value, unit))


class RareCard:
    """Builds one scorecard from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(f"rare {seed}")

    def build(self) -> Scorecard:
        pick = self.random
        return Scorecard(
            card=Card(
                id="rare", version="1.0.0", subject_kind="thing", attestation=AttestationKind.RATING, time_zone="UTC",
                first_date=date(2020, 1, 1), rounding=Rounding(places=1, mode=pick.choice(list(RoundingMode))),
                compare_rounded=pick.random() < 0.5, not_applicable=pick.choice(list(NotApplicablePolicy)),
            ),
            bases=(Basis(id="own", instrument="test", clause="1", certainty=Certainty.OWN_READING),),
            settings=(
                Setting(id="reading", choices=(Choice(id="wide"), Choice(id="narrow"))),
                Setting(id="mood", choices=(Choice(id="calm"), Choice(id="wild")), default="calm"),
            ),
            records=_records(),
            facts=_facts(),
            quantities=(*self._of_records(), *self._days(), *self._numbers(), *self._tables(), self._named()),
            gates=self._gates(),
            sections=(Section(id="A", maximum=Fraction(60)), Section(id="B", maximum=Fraction(40))),
            indicators=self._indicators(),
            ladder=self._ladder(),
            findings=self._findings(),
            results=tuple(
                Result(id=f"shown_{name}", name=name, rounding=Rounding(places=2, mode=mode), basis=_OWN)
                for name, mode in (("stepped", RoundingMode.DOWN), ("mean", RoundingMode.HALF_UP))
            ),
        )  # fmt: skip

    def clause(self) -> Clause:
        """Return a clause that is undetermined if its fact is unknown or does not apply."""
        pick = self.random
        number = pick.choice(list(NumberOperator))
        day = DateExpression(
            name=pick.choice(["due", "met_on"]), month_start=pick.random() < 0.3, shift_months=pick.randint(-2, 2)
        )
        last_seen = DateExpression(name="last_seen")
        options: list[Clause] = [
            ChoiceClause(name="flag", values=(pick.choice(["yes", "no"]),)),
            ChoiceClause(name="kind", values=tuple(pick.sample(_WORDS, 2)), negated=pick.random() < 0.5),
            ChoiceClause(name="reading", values=("wide",)),
            IncludesNoneClause(name="kinds", values=tuple(pick.sample(_WORDS, pick.randint(1, 2)))),
            _compared("rating", number, pick.choice([25, 40, 55]), "%"),
            NumberRangeClause(name="rating", low=_number(20, "%"), high=_number("0.5")),
            _compared(pick.choice(["mean", "least", "greatest"]), number, pick.choice([0, 10, 50]), "t"),
            _compared("age", number, pick.choice([0, 365, 400]), "day"),
            DateClause(name="signed", operator=pick.choice(list(DateOperator)), operand=day),
            DateClause(name="first_seen", operator=pick.choice(list(DateOperator)), operand=last_seen),
            DateRangeClause(
                name="signed", first=DateExpression(name="year", edge=PeriodEdge.FIRST),
                last=DateExpression(name="due", shift_days=30),
            ),
        ]  # fmt: skip
        return pick.choice(options)

    def condition(self, most: int = 2) -> Condition:
        return tuple(self.clause() for _ in range(self.random.randint(1, most)))

    def _counted(self, field: str) -> tuple[SumRow, ...]:
        """Return rows that select the counted records by date, kind or amount."""
        pick = self.random
        options: list[Condition] = [
            (),
            (ChoiceClause(name="sort", values=("old", "new"), negated=pick.random() < 0.3),),
            (DateClause(name="seen", operator=pick.choice(list(DateOperator)), operand=DateExpression(name="signed")),),
            (_compared(field, NumberOperator.MORE_THAN, 10, "t"),),
        ]
        return tuple(SumRow(where=pick.choice(options), basis=_OWN) for _ in range(pick.randint(1, 2)))

    def _of_records(self) -> tuple[Quantity, ...]:
        pick = self.random
        whole = Fraction(pick.choice([0, 25]))
        figures = [
            SumQuantity(
                id=name, unit="t", list="meters", of=pick.choice(["amount", "weighed"]), rows=self._counted("amount"),
                figure=kind, when_none=whole if pick.random() < 0.6 else None,
            )
            for name, kind in (
                ("mean", AggregateKind.AVERAGE), ("least", AggregateKind.LEAST), ("greatest", AggregateKind.GREATEST)
            )
        ]  # fmt: skip
        days = [
            SumQuantity(
                id=name, list="meters", of="seen", rows=self._counted("amount"), figure=kind,
                when_none_day=pick.choice([_DAY, "never", "never"]),
            )
            for name, kind in (("first_seen", AggregateKind.EARLIEST), ("last_seen", AggregateKind.LATEST))
        ]  # fmt: skip
        share = SumQuantity(
            id="part", unit="%", list="meters", of=pick.choice(["", "amount", "weighed"]), rows=self._counted("amount"),
            figure=AggregateKind.SHARE, when_none=whole,
        )  # fmt: skip
        half = _do(FormulaOperator.DIVIDE, _name("amount"), _number(2))
        weighed = _formula(
            "weighed",
            _row(half, ChoiceClause(name="sort", values=("old",))),
            _row(_do(FormulaOperator.MAXIMUM, _name("amount"), _number(pick.choice([0, 5]), "t"))),
            unit="t", list="meters",
        )  # fmt: skip
        kinds = [
            None, AggregateKind.COUNT, AggregateKind.SHARE, AggregateKind.AVERAGE, AggregateKind.LEAST,
            AggregateKind.GREATEST,
        ]  # fmt: skip
        kind = pick.choice(kinds)
        empty = kind not in (None, AggregateKind.COUNT)
        each = SumQuantity(
            id="own", unit="" if kind is AggregateKind.COUNT else "%" if kind is AggregateKind.SHARE else "t",
            list="meters", of="" if kind is AggregateKind.COUNT else "weighed", rows=self._counted("weighed"),
            figure=kind, when_none=Fraction(1) if empty else None, each="sites",
        )  # fmt: skip
        unity = _number(1, "" if kind in (AggregateKind.COUNT, AggregateKind.SHARE) else "t")
        site = _formula(
            "site_share",
            _row(
                _do(FormulaOperator.DIVIDE, _do(FormulaOperator.DIVIDE, _name("own"), unity), _name("size")),
                zero=pick.choice([0, 50]),
            ),
            unit="%", list="sites",
        )  # fmt: skip
        over = SumQuantity(
            id="sites_best", unit="%", list="sites", of="site_share", rows=(SumRow(basis=_OWN),),
            figure=pick.choice([AggregateKind.GREATEST, AggregateKind.AVERAGE, AggregateKind.LEAST]),
            when_none=Fraction(0),
        )  # fmt: skip
        return (*figures, *days, share, weighed, each, site, over)

    def _days(self) -> tuple[Quantity, ...]:
        pick = self.random
        signed = DateExpression(name="signed", shift_months=pick.randint(-13, 13))
        fixed = DateExpression(literal=_DAY, shift_days=pick.randint(-40, 40))
        of_keys: list[tuple[tuple[str, str], DateExpression | Literal["never"]]] = [
            (("old", "yes"), signed),
            (("new", "no"), fixed),
            (("other", "yes"), "never"),
        ]
        rows = tuple(
            DateRow(keys=(kind, flag), value=value, basis=_OWN)
            for (kind, flag), value in of_keys
            if pick.random() < 0.8
        ) or (DateRow(keys=("new", "yes"), value="never", basis=_OWN),)
        last = DateExpression(name="year", edge=PeriodEdge.LAST)
        lookup = DateLookup(
            id="due", by=("kind", "flag"), rows=rows, otherwise_basis=_OWN,
            otherwise=pick.choice([None, "never", last]),
        )  # fmt: skip
        moved = DateExpression(
            name=pick.choice(["signed", "last_seen"]), calendar_day=pick.choice(list(CalendarDay)),
            shift_months=pick.randint(-2, 2), shift_days=pick.randint(-1, 1),
        )  # fmt: skip
        both = _do(
            pick.choice([FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM]),
            DateFormula(date=moved),
            DateFormula(date=DateExpression(name="due", month_start=pick.random() < 0.5)),
        )
        met = _formula("met_on", _row(both, *self._early()), _row(DateFormula(date=moved)), gives="date")
        ends = DateExpression(name="signed"), DateExpression(name="year", edge=PeriodEdge.LAST, shift_days=1)
        age = _formula("age", _row(TimeSpan(unit=SpanUnit.DAYS, first=ends[0], last=ends[1])), unit="day")
        return lookup, met, age

    def _early(self) -> Condition:
        return (ChoiceClause(name="flag", values=("yes",)),)

    def _numbers(self) -> tuple[Quantity, ...]:
        pick = self.random
        rating, root = _name("rating"), _number(pick.choice(["0.5", "1.5", "0.25"]))
        years = _do(FormulaOperator.SUBTRACT, YearOfDay(date=DateExpression(name="signed")), _number(2020))
        open_base = Power(base=_do(FormulaOperator.ADD, rating, _number("0.1")), exponent=root)
        open_exponent = Power(base=_number(pick.choice(["0.97", "1.02"])), exponent=rating)
        both = Power(base=_do(FormulaOperator.ADD, _number(1), rating), exponent=_name("level"))
        falling = EulerPower(exponent=_do(FormulaOperator.SUBTRACT, _number(0), _name("level")))
        inverse = _do(FormulaOperator.DIVIDE, _number(1), _do(FormulaOperator.ADD, rating, _number("0.01")))
        crossing = _do(FormulaOperator.DIVIDE, _name("level"), _do(FormulaOperator.SUBTRACT, rating, _number(40, "%")))
        rough: list[Formula] = [open_base, open_exponent, both, falling, inverse, crossing]
        step = _number(pick.choice(["0.01", "0.1", "0.25"]))
        mode = pick.choice(list(RoundingMode))
        stepped = _formula(
            "stepped",
            _row(RoundedNumber(value=pick.choice(rough), step=step, mode=mode), *self.condition(1), zero=1),
            _row(UndeterminedFormula(), ChoiceClause(name="kind", values=(pick.choice(["old", "new"]),))),
            _row(RoundedNumber(value=pick.choice(rough), step=step, mode=pick.choice(list(RoundingMode))), zero=0),
        )
        grown = _formula("grown", _row(_do(FormulaOperator.MINIMUM, years, _number(9))), unit="")
        return stepped, grown

    def _tables(self) -> tuple[Quantity, ...]:
        """Return quantities from tables by two keys, by date and by interpolation, sometimes with a gap."""
        pick = self.random
        keyed = [
            _row(_number(10 * place + 5, "%"), ChoiceClause(name="kind", values=(kind,)), _compared("rating", *span))
            for place, (kind, span) in enumerate(
                (kind, span)
                for kind in ("old", "new", "other")
                for span in ((NumberOperator.LESS_THAN, 50, "%"), (NumberOperator.AT_LEAST, 50, "%"))
            )
            if pick.random() < 0.9
        ]
        signed = DateExpression(literal=date(2025, 1, 1)), DateExpression(literal=date(2026, 1, 1), shift_days=-1)
        dated = [
            _row(_number(10, "%"), DateClause(name="signed", operator=DateOperator.BEFORE, operand=signed[0])),
            _row(_number(40, "%"), DateRangeClause(name="signed", first=signed[0], last=signed[1])),
            _row(_name("rating"), DateClause(name="signed", operator=DateOperator.AFTER, operand=signed[1])),
        ]
        slope = _do(
            FormulaOperator.MULTIPLY, _do(FormulaOperator.SUBTRACT, _name("level"), _number(1)), _number(25, "%")
        )
        under, over = NumberOperator.LESS_THAN, NumberOperator.MORE_THAN
        line = [
            _row(_number(0, "%"), _compared("level", under, 1)),
            _row(_number(0, "%"), _compared("level", NumberOperator.IS, 1)),
            _row(slope, _compared("level", over, 1), _compared("level", under, 3)),
            _row(_number(50, "%"), _compared("level", NumberOperator.IS, 3)),
            _row(_number(50, "%"), _compared("level", over, 3)),
        ][: pick.choice([4, 5, 5])]  # fmt: skip
        forms = (
            ("keyed", TableRowForm.KEYED, ("kind", "rating"), keyed),
            ("dated", TableRowForm.DATED, ("signed",), dated),
            ("lined", TableRowForm.LINE, ("level",), line),
        )
        return tuple(
            _formula(id, *rows, unit="%", tabled=TableLayout(form=form, by=tuple(RowKey(name=name) for name in by)))
            for id, form, by, rows in forms
        )

    def _named(self) -> NamedCondition:
        rows = [ConditionRow(when=self.condition(), basis=_OWN) for _ in range(3)]
        rows += [
            ConditionRow(when=self.condition(), exception=True, basis=_OWN) for _ in range(self.random.randint(0, 2))
        ]
        return NamedCondition(id="settled", rows=tuple(rows))

    def _gates(self) -> tuple[Gate, ...]:
        settled = ChoiceClause(name="settled", values=("yes",))
        return (
            Gate(id="G0", requires=self.condition(), applies=self.condition(1), basis=_OWN),
            Gate(id="G1", requires=(settled,), applies=self.condition(1), basis=_OWN),
            Gate(id="G2", requires=(ChoiceClause(name="flag", values=("yes", "no")),), basis=_OWN),
        )

    def _indicators(self) -> tuple[Indicator, ...]:
        pick = self.random
        grid = BandScale(
            measure="rating", unit="%",
            bands=(
                Band(below=Fraction(30), points=Fraction(0)),
                Band(more_than=Fraction(35), below=Fraction(50), points=Fraction(8)),
                Band(at_least=Fraction(pick.choice([50, 55])), points=Fraction(20)),
            ),
        )  # fmt: skip
        corners = ((10, 0), (pick.choice([33, 47]), 12), (90, 20))
        line = LineScale(
            measure="rating", unit="%",
            corners=tuple(LinePoint(at=Fraction(at), points=Fraction(points)) for at, points in corners),
        )  # fmt: skip
        narrow = BandScale(
            measure="stepped",
            bands=(Band(below=Fraction(1), points=Fraction(5)), Band(at_least=Fraction(1), points=Fraction(20))),
        )
        shares = [ShareScale(measure=name) for name in ("part", "sites_best", "keyed", "dated", "lined")]
        scales: list[Scale] = [grid, line, narrow, *pick.sample(shares, 2)]
        return tuple(
            Indicator(
                id=f"I{place}", section="A" if place < 3 else "B", maximum=Fraction(20), scale=scale,
                applies=self.condition(1) if pick.random() < 0.3 else (),
                must=self.condition(1) if pick.random() < 0.3 else (),
                basis=_OWN,
            )
            for place, scale in enumerate(scales)
        )  # fmt: skip

    def _outcome(self) -> OutcomeClause:
        outcome = self.random.choice([Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE])
        return OutcomeClause(criterion=self.random.choice(["G0", "G1", "G2"]), outcome=outcome)

    def _ladder(self) -> Ladder:
        rows = (
            LadderRow(grade="3", at_least=Fraction(60), requires=(self._outcome(),), basis=_OWN),
            LadderRow(
                grade="2", more_than=Fraction("39.95"), below=Fraction(90), requires=self.condition(1), basis=_OWN
            ),
            LadderRow(grade="1", at_least=Fraction(10), basis=_OWN),
            LadderRow(grade="3", exception=True, requires=(self._outcome(), self.clause()), basis=_OWN),
        )
        return Ladder(grades=tuple(Choice(id=name) for name in "321"), rows=rows)

    def _findings(self) -> tuple[FindingRule, ...]:
        points = NumberClause(name="I0", operator=NumberOperator.LESS_THAN, operand=_number(10, "point"))
        whens: tuple[Condition, ...] = ((self._outcome(), self.clause()), (points,), (self._outcome(), points))
        return tuple(
            FindingRule(id=f"F{place}", when=when, severity=FindingSeverity.MINOR, basis=_OWN)
            for place, when in enumerate(whens)
        )


def rare_card(seed: int) -> Scorecard:
    return RareCard(seed).build()


def _records() -> tuple[RecordType, ...]:
    return (
        RecordType(
            id="site", key="place",
            fields=(
                FactDefinition(id="place", type=FactType.TEXT),
                FactDefinition(id="size", type=FactType.NUMBER, at_least=_ZERO, at_most=_HUNDRED, may_not_apply=True),
            ),
        ),
        RecordType(
            id="meter", key="serial", belongs_to=BelongsTo(list="sites", field="at"),
            fields=(
                FactDefinition(id="serial", type=FactType.TEXT),
                FactDefinition(id="at", type=FactType.TEXT),
                FactDefinition(id="amount", type=FactType.NUMBER, unit="t", at_least=_ZERO, may_not_apply=True),
                FactDefinition(id="seen", type=FactType.DATE, may_not_apply=True),
                FactDefinition(id="sort", type=FactType.CHOICE, choices=_KINDS),
            ),
        ),
    )  # fmt: skip


def _facts() -> tuple[FactDefinition, ...]:
    return (
        FactDefinition(
            id="rating", type=FactType.NUMBER, unit="%", at_least=_ZERO, at_most=_HUNDRED, multiple_of=Fraction(5),
            may_not_apply=True,
        ),
        FactDefinition(
            id="level", type=FactType.NUMBER, at_least=_ZERO, at_most=Fraction(5), multiple_of=Fraction(1, 2)
        ),
        FactDefinition(id="flag", type=FactType.FLAG, may_not_apply=True),
        FactDefinition(id="kind", type=FactType.CHOICE, choices=_KINDS),
        FactDefinition(id="kinds", type=FactType.CHOICES, choices=_KINDS),
        FactDefinition(id="signed", type=FactType.DATE, may_not_apply=True),
        FactDefinition(id="year", type=FactType.PERIOD),
        FactDefinition(id="sites", type=FactType.RECORDS, record="site"),
        FactDefinition(id="meters", type=FactType.RECORDS, record="meter", may_not_apply=True),
    )  # fmt: skip


def rare_subject(card: Scorecard, random: Random, *, unknown: float) -> Subject:
    """Return a random subject; `unknown` is the probability that a value is missing."""

    def drawn_value(definition: FactDefinition) -> DeclaredValue | None:
        if random.random() < unknown:
            return None
        if definition.may_not_apply and random.random() < 0.15:
            return DeclaredValue(not_applicable=True)
        return _VALUES[definition.type](definition, random)

    site, meter = card.records
    places = [f"S{place}" for place in range(random.randint(0, 3))]
    made: dict[str, DeclaredValue] = {}
    for definition in card.facts:
        value = None if definition.type is FactType.RECORDS else drawn_value(definition)
        if value is not None:
            made[definition.id] = value
    made["sites"] = DeclaredValue(records=tuple(_record(site, place, drawn_value) for place in places))
    meters: list[dict[str, DeclaredValue]] = []
    for place in range(random.randint(0, 4) if places else 0):
        record = _record(meter, f"M{place}", drawn_value)
        if random.random() < unknown:
            record.pop("at", None)
        else:
            record["at"] = DeclaredValue(text=random.choice(places))
        meters.append(record)
    if random.random() >= unknown / 2:
        absent = random.random() < 0.05
        made["meters"] = DeclaredValue(not_applicable=True) if absent else DeclaredValue(records=tuple(meters))
    if random.random() < unknown / 2:
        del made["sites"]
        made.pop("meters", None)
    settings = {"reading": random.choice(["wide", "narrow"])} if random.random() >= unknown else {}
    return Subject(
        subject="subjects/rare", as_of=AS_OF.isoformat(), known=KNOWN, settings=settings,
        facts=tuple(DeclaredFact(id=name, value=value) for name, value in made.items()),
    )  # fmt: skip


def _record(
    record: RecordType, key: str, value_of: Callable[[FactDefinition], DeclaredValue | None]
) -> dict[str, DeclaredValue]:
    fields = {field.id: value for field in record.fields if (value := value_of(field)) is not None}
    return {**fields, record.key: DeclaredValue(text=key)}


def _number_of(definition: FactDefinition, random: Random) -> DeclaredValue:
    top = definition.at_most or Fraction(60)
    grid = definition.multiple_of or Fraction(5)
    value = random.randint(0, int(top / grid)) * grid
    text = str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"
    return DeclaredValue(number=text, unit=definition.unit or None)


def _some_day(_: FactDefinition, random: Random) -> DeclaredValue:
    near = random.choice([_DAY, date(2024, 2, 29), date(2025, 1, 1), date(2025, 12, 31)])
    return DeclaredValue(
        date=(near + timedelta(days=random.choice([0, 0, 1, -1, 31, random.randint(-300, 50)]))).isoformat()
    )


def _some_kinds(_: FactDefinition, random: Random) -> DeclaredValue:
    return DeclaredValue(choices=tuple(one.id for one in _KINDS if random.random() < 0.5))


def _some_year(_: FactDefinition, random: Random) -> DeclaredValue:
    year = random.choice([2024, 2025])
    return DeclaredValue(period=PeriodText(first=f"{year}-01-01", last=f"{year}-12-31"))


_VALUES: dict[FactType, Callable[[FactDefinition, Random], DeclaredValue]] = {
    FactType.NUMBER: _number_of,
    FactType.DATE: _some_day,
    FactType.CHOICES: _some_kinds,
    FactType.PERIOD: _some_year,
    FactType.FLAG: lambda _, random: DeclaredValue(flag=random.random() < 0.5),
    FactType.CHOICE: lambda _, random: DeclaredValue(choice=random.choice(_KINDS).id),
    FactType.TEXT: lambda _, random: DeclaredValue(text=random.choice("xyz")),
}
