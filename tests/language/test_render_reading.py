"""Rendered conditions and formulas: property tests of the round trip through the compiler."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.language.export import export_folder
from rules.language.language_compiler import compile_language
from rules.language.lexicon import load_lexicon
from rules.model.expressions import (
    CalendarDay,
    ChoiceClause,
    Clause,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DateRangeClause,
    Formula,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    MonthOfDay,
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
from rules.model.scorecard import FindingRule, FormulaQuantity, Scorecard
from tests.language.test_export import files_of, whole
from tests.support.tiers import tries

NUMBERS = {"share": ("%", "‰"), "intensity": ("MWh/t", "kWh/t"), "violations": ("time",), "I1": ("point",)}
DECIMALS = st.integers(-2000, 200000).map(lambda thousandths: Fraction(thousandths, 1000))
SHIFTS = {"shift_months": st.integers(-40, 40), "shift_days": st.integers(-40, 40)}
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 12, 31))


@st.composite
def number_clauses(draw: st.DrawFn) -> Clause:
    name = draw(st.sampled_from(sorted(NUMBERS)))
    unit = draw(st.sampled_from(NUMBERS[name]))
    low, high = sorted((draw(DECIMALS), draw(DECIMALS)))
    if draw(st.booleans()):
        literals = (NumberLiteral(value=value, unit=unit) for value in (low, high))
        return NumberRangeClause(name=name, low=next(literals), high=next(literals))
    operand: NumberLiteral | NameReference = NumberLiteral(value=low, unit=unit)
    if name != "I1" and draw(st.booleans()):
        operand = NameReference(id="covered" if name == "share" else name)
    return NumberClause(name=name, operator=draw(st.sampled_from(NumberOperator)), operand=operand)


def choice_clauses() -> st.SearchStrategy[Clause]:
    choices = {
        "system": ["absent", "certified"],
        "public": ["yes", "no"],
        "scope": ["wide", "narrow"],
        "registry": ["closed"],
    }
    return st.sampled_from(sorted(choices)).flatmap(
        lambda name: st.builds(
            ChoiceClause,
            name=st.just(name),
            values=st.lists(st.sampled_from(choices[name]), min_size=1, unique=True).map(tuple),
            negated=st.booleans(),
        )
    )


def expressions() -> st.SearchStrategy[DateExpression]:
    literals = st.builds(DateExpression, literal=DAYS, month_start=st.booleans(), **SHIFTS)
    names = st.builds(
        DateExpression, name=st.sampled_from(["issued", "as_of_date"]), month_start=st.booleans(), **SHIFTS
    )
    edges = st.builds(
        DateExpression,
        name=st.just("claim_year"),
        edge=st.sampled_from(PeriodEdge),
        calendar_day=st.none() | st.sampled_from(CalendarDay),
        **SHIFTS,
    )
    return literals | names | edges


def date_clauses() -> st.SearchStrategy[Clause]:
    compared = st.builds(
        DateClause, name=st.just("issued"), operator=st.sampled_from(DateOperator), operand=expressions()
    )
    first = DateExpression(name="claim_year", edge=PeriodEdge.FIRST)
    lasts = st.integers(0, 30).map(
        lambda months: DateExpression(name="claim_year", edge=PeriodEdge.LAST, shift_months=months)
    )
    inside = lasts.map(lambda last: DateRangeClause(name="issued", first=first, last=last))
    before = st.tuples(expressions(), st.integers(1, 9)).map(
        lambda pair: DateRangeClause(
            name="issued",
            first=pair[0].model_copy(update={"shift_months": pair[0].shift_months - 12 * pair[1]}),
            last=pair[0],
        )
    )
    return compared | inside | before


def other_clauses() -> st.SearchStrategy[Clause]:
    included = st.builds(
        lambda kind, values: kind(name="media", values=tuple(values)),
        st.sampled_from([IncludesClause, IncludesNoneClause]),
        st.lists(st.sampled_from(["web", "print"]), min_size=1, unique=True),
    )
    outcomes = st.builds(OutcomeClause, criterion=st.sampled_from(["G1", "I4"]), outcome=st.sampled_from(Outcome))
    return included | outcomes


CLAUSES = number_clauses() | choice_clauses() | date_clauses() | other_clauses()
LEAVES: list[Formula] = [
    NameReference(id="share"),
    NumberLiteral(value=Fraction(100), unit="%"),
    NumberLiteral(value=Fraction(1, 2)),
]
EXPONENTS: list[Formula] = [
    NumberLiteral(value=Fraction(3)),
    NumberLiteral(value=Fraction(-2)),
    Operation(
        operator=FormulaOperator.SUBTRACT,
        operands=(YearOfDay(date=DateExpression(name="issued")), NumberLiteral(value=Fraction(2024))),
    ),
]
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: (
        st.builds(Operation, operator=st.sampled_from(FormulaOperator), operands=st.tuples(inner, inner))
        | st.builds(
            Operation,
            operator=st.sampled_from([FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM]),
            operands=st.tuples(inner, inner, inner),
        )
        | st.builds(RoundedNumber, value=inner, step=st.sampled_from(LEAVES[1:3]), mode=st.sampled_from(RoundingMode))
        | st.builds(Power, base=inner, exponent=st.sampled_from(EXPONENTS))
        | st.builds(
            Operation,
            operator=st.just(FormulaOperator.MULTIPLY),
            operands=st.tuples(
                inner, st.builds(YearOfDay, date=expressions()) | st.builds(MonthOfDay, date=expressions())
            ),
        )
    ),
    max_leaves=8,
)


DAYS_OF: st.SearchStrategy[Formula] = st.recursive(
    st.builds(DateFormula, date=expressions() | st.just("never")),
    lambda inner: st.builds(
        Operation,
        operator=st.sampled_from([FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM]),
        operands=st.lists(inner, min_size=2, max_size=3).map(tuple),
    ),
    max_leaves=5,
)


def read_back(scorecard: Scorecard, language: str) -> Scorecard:
    exported = export_folder(scorecard, files_of(language), language)
    compiled = compile_language(exported, load_lexicon(language))
    assert compiled.scorecard is not None, [one.render() for one in compiled.report.diagnostics]
    return compiled.scorecard


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@settings(max_examples=tries(25))
@given(conditions=st.lists(st.lists(CLAUSES, min_size=1, max_size=3).map(tuple), min_size=8, max_size=8))
def test_rendered_conditions_compile_to_the_same_conditions(
    language: str, conditions: list[tuple[Clause, ...]]
) -> None:
    card = whole(language)
    findings = tuple(
        FindingRule(id=f"F{number}", when=condition, severity=card.findings[0].severity, basis=("own",))
        for number, condition in enumerate(conditions)
    )
    path = f"rules.{language}.feature"
    files = files_of(language)
    files[path] = with_findings(files[path], [finding.id for finding in findings])
    exported = export_folder(card.model_copy(update={"findings": findings}), files, language)
    compiled = compile_language(exported, load_lexicon(language))
    assert compiled.scorecard is not None, [one.render() for one in compiled.report.diagnostics]
    assert compiled.scorecard.findings == findings


def with_findings(text: str, ids: list[str]) -> str:
    """Return the text with exactly these ids in the findings table; the model fills the other cells."""
    lines = text.split("\n")
    rows = [at for at, line in enumerate(lines) if line.strip().startswith(("| F1 ", "| F2.", "| F3 "))]
    cells = lines[rows[0]].count("|") - 1
    made = [f"        | {name} |{' |' * (cells - 1)}" for name in ids]
    return "\n".join([*lines[: rows[0]], *made, *lines[rows[-1] + 1 :]])


def ratios_of_spans() -> st.SearchStrategy[Formula]:
    year = DateExpression(name="claim_year", edge=PeriodEdge.FIRST)
    after = DateExpression(name="claim_year", edge=PeriodEdge.LAST, shift_days=1)
    spans = st.builds(TimeSpan, unit=st.just(SpanUnit.MONTHS), first=expressions(), last=expressions())
    whole_period = st.just(TimeSpan(unit=SpanUnit.MONTHS, first=year, last=after))
    years = st.builds(TimeSpan, unit=st.just(SpanUnit.YEARS), first=expressions(), last=expressions())
    grown = st.builds(
        Power, base=st.just(NumberLiteral(value=Fraction("1.05"))), exponent=years, counted_in=st.just("year")
    )
    ratio = st.builds(
        Operation, operator=st.just(FormulaOperator.DIVIDE), operands=st.tuples(spans | whole_period, spans)
    )
    return ratio | grown


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@settings(max_examples=tries(25))
@given(formula=FORMULAS | ratios_of_spans(), day=DAYS_OF)
def test_rendered_formulas_compile_to_the_same_formulas(language: str, formula: Formula, day: Formula) -> None:
    card = whole(language)
    stated = {"covered": formula, "due": day}
    quantities = tuple(
        one.model_copy(update={"rows": (one.rows[0].model_copy(update={"formula": stated[one.id]}),)})
        if isinstance(one, FormulaQuantity) and one.id in stated
        else one
        for one in card.quantities
    )
    changed = card.model_copy(update={"quantities": quantities})
    assert read_back(changed, language).quantities == quantities
