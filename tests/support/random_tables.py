"""Random reference tables, scorecards that look values up in them, and subjects with unknowns, from a seed."""

from datetime import date
from fractions import Fraction
from random import Random

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.numbers import RoundingMode
from rules.engine.inference import InferenceQuestion
from rules.engine.read_values import unknown_extent
from rules.model.expressions import (
    ChoiceClause,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
)
from rules.model.scorecard import (
    AttestationKind,
    Basis,
    Card,
    Certainty,
    Choice,
    FactDefinition,
    FactType,
    FormulaQuantity,
    FormulaRow,
    Gate,
    KeyDerivation,
    Ladder,
    LadderRow,
    NotApplicablePolicy,
    RecordType,
    Rounding,
    Scorecard,
    SumQuantity,
    SumRow,
    TableKey,
    TableLookup,
    TableQuantity,
    TableReference,
)
from rules.model.table_form import seal_table
from rules.model.tables import Table
from tests.support.small_table import placed, small_manifest, small_table

AS_OF = date(2026, 6, 30)
CODES = ("2804", "7203", "7208", "720851")
COUNTRIES = ("BR", "CN", "other")
_OWN = ("own",)
_PLACES = ("BR", "CN", "ZZ", "*")
_DAYS = (date(2025, 1, 1).toordinal(), date(2028, 12, 31).toordinal())


def random_tables(random: Random) -> dict[str, Table]:
    """Return default values by country and code, and rates by year; some tables may be missing."""
    figures = ("1", "2", "3", "0", "-", "N/A", "", "1.5")
    ways = ("C", "E", "*", "-")
    rows = tuple(
        (country, code, "*", *random.choices(figures, k=2), random.choice(ways), "secondary")
        for country in COUNTRIES
        for code in CODES
        if random.random() < 0.8
    ) or (("BR", "7208", "*", "1", "1", "C", "secondary"),)
    figure = {"unit": "tCO2e/t", "look_further": True, "unknown": True, "out_of_scope": True}
    values = [
        {"id": "direct", **figure},
        {"id": "total", **figure},
        {"id": "route", "type": "code", "look_further": True, "every": True},
        {"id": "certainty", "type": "certainty"},
    ]
    complete = random.random() < 0.6
    years = tuple((year, random.choice(("0.1", "0.5", "1")), "secondary") for year in ("2025", "2026", "2027-"))
    rates = small_manifest(
        name="rates",
        keys=[{"id": "year", "type": "years"}],
        values=[{"id": "rate"}, {"id": "certainty", "type": "certainty"}],
    )
    tables = {
        "defaults": small_table(rows, values=values, complete=complete),
        "rates": seal_table(rates, placed(years)),
    }
    if random.random() < 0.1:
        del tables[random.choice(sorted(tables))]
    return tables


def _keys(country: str | None, code: str = "code") -> tuple[TableKey, ...]:
    key = TableKey(column="country", word="other") if country is None else TableKey(column="country", name=country)
    return (TableKey(column="cn_code", name=code), key)


def _looked_up(id: str, column: str, owner: str | None, random: Random) -> TableQuantity:
    country, code = ("origin", "kind") if owner else ("country", "code")
    places = [TableLookup(table="defaults", keys=_keys(country, code), basis=_OWN)]
    if random.random() < 0.7:
        places.append(TableLookup(table="defaults", keys=_keys(None, code), basis=_OWN))
    word = column == "route"
    return TableQuantity(
        id=id, unit="" if word else "kgCO2e/t", gives="word" if word else "number", list=owner, column=column,
        rows=tuple(places),
    )  # fmt: skip


def _choices(*words: str) -> tuple[Choice, ...]:
    return tuple(Choice(id=word) for word in words)


def _compared(name: str, operand: NumberLiteral) -> tuple[NumberClause, ...]:
    return (NumberClause(name=name, operator=NumberOperator.AT_MOST, operand=operand),)


def _name(name: str) -> NameReference:
    return NameReference(id=name)


def _times(*names: str) -> Operation:
    return Operation(operator=FormulaOperator.MULTIPLY, operands=tuple(map(_name, names)))


def table_card(seed: int) -> Scorecard:
    """Return a card with lookups for the subject and for each lot, formulas of single lots, and their sums."""
    random = Random(seed)
    year = (TableKey(column="year", name="made", reading=KeyDerivation.YEAR),)
    whole = (TableKey(column="year", name="day", reading=KeyDerivation.YEAR),)
    limit = NumberLiteral(value=Fraction(random.choice((0, 500, 2000, 40000))), unit="kgCO2e")
    by_c = ChoiceClause(name="route", values=("C",))
    word = ChoiceClause(name="way", values=(random.choice(("C", "E", "*")),), negated=random.random() < 0.3)
    return Scorecard(
        card=Card(
            id="random", version="1.0.0", subject_kind="thing", attestation=AttestationKind.RATING, time_zone="UTC",
            first_date=date(2020, 1, 1), rounding=Rounding(places=1, mode=RoundingMode.HALF_EVEN),
            not_applicable=NotApplicablePolicy.DROP_AND_RESCALE,
        ),
        bases=(Basis(id="own", instrument="test", clause="1", certainty=Certainty.SECONDARY),),
        tables=(TableReference(id="defaults", name="defaults"), TableReference(id="rates", name="rates")),
        records=(
            RecordType(
                id="lot", key="serial",
                fields=(
                    FactDefinition(id="serial", type=FactType.TEXT),
                    FactDefinition(id="amount", type=FactType.NUMBER, unit="t", at_least=Fraction(0)),
                    FactDefinition(id="origin", type=FactType.TEXT, may_not_apply=True),
                    FactDefinition(id="kind", type=FactType.CHOICE, choices=_choices(*CODES)),
                    FactDefinition(id="made", type=FactType.DATE),
                ),
            ),
        ),
        facts=(
            FactDefinition(id="country", type=FactType.CHOICE, choices=_choices("BR", "CN", "ZZ")),
            FactDefinition(id="code", type=FactType.CHOICE, choices=_choices(*CODES)),
            FactDefinition(id="day", type=FactType.DATE, may_not_apply=True),
            FactDefinition(id="lots", type=FactType.RECORDS, record="lot"),
        ),
        quantities=(
            _looked_up("total", random.choice(("total", "direct")), None, random),
            _looked_up("route", "route", None, random),
            TableQuantity(id="rate", column="rate", rows=(TableLookup(table="rates", keys=whole, basis=_OWN),)),
            FormulaQuantity(
                id="burden", unit="tCO2e/t",
                rows=(
                    FormulaRow(formula=_times("total", "rate"), when=(by_c,), basis=_OWN),
                    FormulaRow(formula=_name("total"), basis=_OWN),
                ),
            ),
            _looked_up("specific", "total", "lots", random),
            _looked_up("way", "route", "lots", random),
            TableQuantity(
                id="yearly", column="rate", list="lots", rows=(TableLookup(table="rates", keys=year, basis=_OWN),)
            ),
            FormulaQuantity(
                id="part", unit="kgCO2e", list="lots",
                rows=(
                    FormulaRow(formula=_times("amount", "specific"), when=(word,), basis=_OWN),
                    FormulaRow(formula=_times("amount", "specific", "yearly"), basis=_OWN),
                ),
            ),
            FormulaQuantity(
                id="share", unit="%", list="lots",
                rows=(
                    FormulaRow(
                        formula=Operation(operator=FormulaOperator.DIVIDE, operands=(_name("part"), _name("all"))),
                        when_divided_by_zero=Fraction(0), basis=_OWN,
                    ),
                ),
            ),
            SumQuantity(id="all", unit="tCO2e", list="lots", of="part", rows=()),
            SumQuantity(
                id="some", unit="tCO2e", list="lots", of="part",
                rows=(
                    SumRow(where=(word,), basis=_OWN),
                    SumRow(where=_compared("part", limit), basis=_OWN),
                ),
            ),
            SumQuantity(id="shares", unit="%", list="lots", of="share", rows=()),
        ),
        gates=(
            Gate(id="G0", requires=_compared("some", limit), basis=_OWN),
            Gate(id="G1", requires=(ChoiceClause(name="route", values=("C", "*")),), basis=_OWN),
        ),
        ladder=Ladder(
            grades=(Choice(id="2"), Choice(id="1")),
            rows=(
                LadderRow(
                    grade="2",
                    requires=(
                        NumberClause(
                            name="burden", operator=NumberOperator.AT_MOST,
                            operand=NumberLiteral(value=Fraction(3, 2), unit="tCO2e/t"),
                        ),
                    ),
                    basis=_OWN,
                ),
                LadderRow(grade="1", basis=_OWN),
            ),
        ),
    )  # fmt: skip


def _known(definition: FactDefinition, random: Random) -> Extent:
    if definition.may_not_apply and random.random() < 0.2:
        return NotApplicable()
    match definition.type:
        case FactType.NUMBER:
            return NumberExtent(point_interval(Fraction(random.randint(0, 4))))
        case FactType.CHOICE:
            return ChoiceExtent(frozenset({random.choice(definition.choices).id}))
        case FactType.TEXT:
            return ChoiceExtent(frozenset({random.choice(_PLACES)}))
        case FactType.DATE:
            return NumberExtent(point_interval(Fraction(random.randint(*_DAYS))))
        case _:
            raise TypeError(definition.type)


def _record(key: str, fields: dict[str, Extent]) -> ListRecord:
    return ListRecord(key, {**fields, "serial": ChoiceExtent(frozenset({key}))})


def table_question(card: Scorecard, random: Random, tables: dict[str, Table], *, unknown: float) -> InferenceQuestion:
    """Return a random subject with values that are known, unknown or limited to a few choices."""

    def some(definition: FactDefinition) -> Extent:
        if random.random() >= unknown:
            return _known(definition, random)
        if definition.type is FactType.DATE and random.random() < 0.5:
            first = random.randint(*_DAYS)
            return NumberExtent(Interval(Fraction(first), Fraction(first + random.randint(0, 500)), high_open=True))
        return unknown_extent(definition)

    (lot,) = card.records
    facts: dict[str, Extent] = {one.id: some(one) for one in card.facts if one.type is not FactType.RECORDS}
    keys = [f"L{place}" for place in range(random.randint(0, 3))]
    records = tuple(
        ListRecord(key, {**{one.id: some(one) for one in lot.fields}, "serial": ChoiceExtent(frozenset({key}))})
        for key in keys
    )
    facts["lots"] = RecordsExtent(None) if random.random() < unknown / 4 else RecordsExtent(records)
    return InferenceQuestion(facts, {}, AS_OF, {}, tables=tables)


def table_completion(card: Scorecard, question: InferenceQuestion, random: Random) -> InferenceQuestion:
    (lot,) = card.records
    definitions = {one.id: one for one in (*card.facts, *lot.fields)}

    def complete(name: str, extent: Extent) -> Extent:
        definition = definitions[name]
        if isinstance(extent, NumberExtent) and extent.interval.value is None and definition.type is FactType.DATE:
            low, high = extent.interval.low or Fraction(1), extent.interval.high or Fraction(3_652_059)
            first, last = max(int(low), _DAYS[0]), min(int(high) - 1, _DAYS[1])
            return NumberExtent(point_interval(Fraction(random.randint(first, max(first, last)))))
        is_open = isinstance(extent, UnknownOrAbsent) or extent == unknown_extent(definition)
        return _known(definition, random) if is_open and definition.type is not FactType.RECORDS else extent

    facts: dict[str, Extent] = {}
    for name, extent in question.facts.items():
        if not isinstance(extent, RecordsExtent):
            facts[name] = complete(name, extent)
            continue
        records = extent.records
        if records is None:
            count = random.randint(0, 2)
            records = tuple(
                _record(f"L{place}", {one.id: _known(one, random) for one in lot.fields}) for place in range(count)
            )
        facts[name] = RecordsExtent(
            tuple(
                ListRecord(one.key, {part: complete(part, value) for part, value in one.fields.items()})
                for one in records
            )
        )
    return InferenceQuestion(facts, {}, question.as_of, {}, tables=question.tables)
