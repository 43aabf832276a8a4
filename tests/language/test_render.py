"""Renderer of scorecard parts: clauses, formulas and values in both languages, brackets, ambiguous labels."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.outcomes import Outcome
from rules.language.render import Renderer
from rules.language.render_steps import quantity_expectation_line
from rules.model.examples import ExpectNumber
from rules.model.expressions import (
    ChoiceClause,
    Clause,
    DateClause,
    DateExpression,
    DateOperator,
    DateRangeClause,
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
)
from rules.model.published_version import read_published
from rules.model.scorecard import Choice, FactDefinition, FactType, Setting
from rules.program.date_arithmetic import NEVER
from tests.model.lint_card import SOUND

ROOT = Path(__file__).resolve().parents[2]
SHARE = {"en": "renewable share", "zh": "可再生能源占比"}
CARD = SOUND.model_copy(
    update={
        "facts": (
            FactDefinition(id="share", labels=SHARE, type=FactType.NUMBER, unit="%"),
            FactDefinition(id="violations", labels={"zh": "违法次数"}, type=FactType.NUMBER, unit="time"),
            FactDefinition(id="open", labels={"zh": "公开"}, type=FactType.FLAG),
            FactDefinition(
                id="system",
                type=FactType.CHOICE,
                choices=(Choice(id="none", labels={"zh": "无体系"}), Choice(id="certified", labels={"zh": "已认证"})),
            ),
            FactDefinition(id="media", type=FactType.CHOICES, choices=(Choice(id="web"), Choice(id="print"))),
            FactDefinition(id="issued", labels={"en": "issue date", "zh": "签发日"}, type=FactType.DATE),
            FactDefinition(id="claim_year", labels={"zh": "声明年度"}, type=FactType.PERIOD),
            FactDefinition(id="credits", type=FactType.RECORDS, record="credit"),
        ),
        "settings": (
            Setting(
                id="reading",
                labels={"en": "reading", "zh": "读法"},
                choices=(Choice(id="cascade"), Choice(id="literal")),
            ),
        ),
    }
)
END = DateExpression(name="claim_year", edge=PeriodEdge.LAST)


def literal(value: str, unit: str = "%") -> NumberLiteral:
    return NumberLiteral(value=Fraction(value), unit=unit)


def number(operator: NumberOperator, value: str, unit: str = "%", name: str = "share") -> NumberClause:
    return NumberClause(name=name, operator=operator, operand=literal(value, unit))


def day(operator: DateOperator, **operand: object) -> DateClause:
    return DateClause(name="issued", operator=operator, operand=DateExpression.model_validate(operand))


def over(operator: DateOperator, day: DateExpression) -> DateClause:
    return DateClause(name="as_of_date", operator=operator, operand=day, over=True)


CLAUSES: list[tuple[Clause, str, str]] = [
    (number(NumberOperator.IS, "80"), "renewable share is 80 %", "可再生能源占比 为 80 %"),
    (number(NumberOperator.IS_NOT, "0.5"), "renewable share is not 0.5 %", "可再生能源占比 不为 0.5 %"),
    (
        number(NumberOperator.AT_LEAST, "1", "time", "violations"),
        "violations is at least 1 time",
        "违法次数 不低于 1 次",
    ),
    (
        number(NumberOperator.LESS_THAN, "2", "time", "violations"),
        "violations is less than 2 times",
        "违法次数 低于 2 次",
    ),
    (
        number(NumberOperator.MORE_THAN, "90", "point", "total_score"),
        "the total score is more than 90 points",
        "总分 高于 90 分",
    ),
    (number(NumberOperator.AT_MOST, "30", "point", "I1"), "indicator I1 is at most 30 points", "指标 I1 不高于 30 分"),
    (
        NumberClause(name="counted", operator=NumberOperator.AT_LEAST, operand=NameReference(id="share")),
        "counted is at least renewable share",
        "counted 不低于 可再生能源占比",
    ),
    (
        NumberRangeClause(name="share", low=literal("10"), high=literal("20")),
        "renewable share is between 10 % and 20 %",
        "可再生能源占比 介于 10 % 与 20 % 之间(含)",
    ),
    (ChoiceClause(name="open", values=("yes",)), "open is yes", "公开 为 是"),
    (ChoiceClause(name="system", values=("certified",), negated=True), "system is not certified", "system 不为 已认证"),
    (
        ChoiceClause(name="system", values=("none", "certified")),
        "system is one of none, certified",
        "system 属于 无体系, 已认证",
    ),
    (
        ChoiceClause(name="system", values=("none", "certified"), negated=True),
        "system is none of none, certified",
        "system 不属于 无体系, 已认证",
    ),
    (ChoiceClause(name="reading", values=("literal",)), "reading is literal", "读法 为 literal"),
    (
        IncludesClause(name="media", values=("web", "print")),
        "media includes any of web, print",
        "media 包含任一 web, print",
    ),
    (
        IncludesNoneClause(name="media", values=("web", "print")),
        "media includes none of web, print",
        "media 不包含任一 web, print",
    ),
    (over(DateOperator.AFTER, END), "claim_year is over", "声明年度 已结束"),
    (over(DateOperator.UNTIL, END), "claim_year is not over", "声明年度 未结束"),
    (over(DateOperator.AFTER, DateExpression(name="issued")), "issue date is over", "签发日 已结束"),
    (over(DateOperator.FROM, END), "the as-of date is from the end of claim_year", "评定日期 自 声明年度 的末日 起"),
    (
        over(DateOperator.AFTER, END).model_copy(update={"over": None}),
        "the as-of date is after the end of claim_year",
        "评定日期 晚于 声明年度 的末日",
    ),
    (day(DateOperator.ON, literal="2026-03-01"), "issue date is on 2026-03-01", "签发日 在 2026-03-01 当日"),
    (
        day(DateOperator.AFTER, name="as_of_date", shift_months=-18),
        "issue date is after the as-of date minus 18 months",
        "签发日 晚于 评定日期 减 18 个月",
    ),
    (
        day(DateOperator.FROM, name="as_of_date", month_start=True, shift_days=1),
        "issue date is from the month of the as-of date plus 1 day",
        "签发日 自 评定日期 当月 加 1 天 起",
    ),
    (
        day(DateOperator.BEFORE, name="claim_year", edge="first"),
        "issue date is before the start of claim_year",
        "签发日 早于 声明年度 的首日",
    ),
    (
        DateRangeClause(
            name="issued",
            first=DateExpression(name="claim_year", edge=PeriodEdge.FIRST),
            last=END.model_copy(update={"shift_months": 12}),
        ),
        "issue date is within claim_year plus 1 year",
        "签发日 在 声明年度 加 1 年 内",
    ),
    (
        DateRangeClause(name="issued", first=END.model_copy(update={"shift_months": -60}), last=END),
        "issue date is within 5 years before the end of claim_year",
        "签发日 在 声明年度 的末日 之前 5 年内",
    ),
    (OutcomeClause(criterion="G1", outcome=Outcome.NOT_MET), "gate G1 is not met", "门槛 G1 不满足"),
    (OutcomeClause(criterion="I1", outcome=Outcome.NOT_APPLICABLE), "indicator I1 is not applicable", "指标 I1 不适用"),
]


@pytest.mark.parametrize(("clause", "english", "chinese"), CLAUSES)
def test_a_clause_reads_in_both_languages(clause: Clause, english: str, chinese: str) -> None:
    assert Renderer(CARD, "en").clause(clause) == english
    assert Renderer(CARD, "zh").clause(clause) == chinese


def test_clauses_of_a_condition_are_joined_by_semicolons() -> None:
    condition = (CLAUSES[0][0], CLAUSES[8][0])
    assert Renderer(CARD, "en").condition(condition) == "renewable share is 80 %; open is yes"
    assert Renderer(CARD, "zh").condition(()) == ""


def test_a_field_hides_a_fact_of_the_same_name() -> None:
    fields = (FactDefinition(id="share", labels={"en": "share of the lot"}, type=FactType.NUMBER, unit="%"),)
    card = CARD.model_copy(update={"records": (CARD.records[0].model_copy(update={"fields": fields}),)})
    assert Renderer(card, "en").clause(CLAUSES[0][0], "credits") == "share of the lot is 80 %"
    assert Renderer(card, "en").clause(CLAUSES[0][0]) == "renewable share is 80 %"


def test_an_ambiguous_label_is_replaced_by_ids() -> None:
    facts = (*CARD.facts, FactDefinition(id="other", labels=SHARE, type=FactType.NUMBER, unit="%"))
    assert Renderer(CARD.model_copy(update={"facts": facts}), "en").clause(CLAUSES[0][0]) == "share is 80 %"


def operation(operator: FormulaOperator, *operands: Formula | str) -> Operation:
    return Operation(
        operator=operator, operands=tuple(NameReference(id=one) if isinstance(one, str) else one for one in operands)
    )


ADD, SUBTRACT, MULTIPLY, DIVIDE = (
    FormulaOperator.ADD,
    FormulaOperator.SUBTRACT,
    FormulaOperator.MULTIPLY,
    FormulaOperator.DIVIDE,
)


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (operation(SUBTRACT, operation(SUBTRACT, "a", "b"), "c"), "a - b - c"),
        (operation(SUBTRACT, "a", operation(SUBTRACT, "b", "c")), "a - (b - c)"),
        (operation(ADD, "a", operation(ADD, "b", "c")), "a + (b + c)"),
        (operation(MULTIPLY, operation(ADD, "a", "b"), "c"), "(a + b) * c"),
        (operation(ADD, "a", operation(MULTIPLY, "b", "c")), "a + b * c"),
        (operation(DIVIDE, operation(DIVIDE, "a", "b"), "c"), "a / b / c"),
        (operation(DIVIDE, "a", operation(MULTIPLY, "b", "c")), "a / (b * c)"),
        (
            operation(
                FormulaOperator.MINIMUM, operation(DIVIDE, "a", "share"), NumberLiteral(value=Fraction(100), unit="%")
            ),
            "min(a / renewable share, 100 %)",
        ),
        (operation(FormulaOperator.MAXIMUM, operation(SUBTRACT, "a", "b"), literal("0", "")), "max(a - b, 0)"),
    ],
)
def test_a_formula_has_the_brackets_required_to_parse_it_back(formula: Formula, text: str) -> None:
    assert Renderer(CARD, "en").formula(formula) == text


VALUES: list[tuple[str, DeclaredValue, str, str]] = [
    ("share", DeclaredValue(number="80.0", unit="%"), "80.0 %", "80.0 %"),
    ("violations", DeclaredValue(number="1", unit="time"), "1 time", "1 次"),
    ("open", DeclaredValue(flag=False), "no", "否"),
    ("system", DeclaredValue(choice="none"), "none", "无体系"),
    ("media", DeclaredValue(choices=("web", "print")), "web, print", "web, print"),
    ("media", DeclaredValue(choices=()), "none", "无"),
    ("issued", DeclaredValue(date="2026-03-01"), "2026-03-01", "2026-03-01"),
    (
        "claim_year",
        DeclaredValue(period=PeriodText(first="2024-01-01", last="2024-12-31")),
        "2024-01-01 to 2024-12-31",
        "2024-01-01 至 2024-12-31",
    ),
    ("share", DeclaredValue(not_applicable=True), "not applicable", "不适用"),
]


@pytest.mark.parametrize(("name", "value", "english", "chinese"), VALUES)
def test_a_declared_value_reads_in_both_languages(name: str, value: DeclaredValue, english: str, chinese: str) -> None:
    assert Renderer(CARD, "en").value(name, value) == english
    assert Renderer(CARD, "zh").value(name, value) == chinese


def test_a_date_expression_is_rendered_completely() -> None:
    expression = DateExpression(literal=date(2026, 3, 1), month_start=True, shift_months=-1, shift_days=2)
    assert Renderer(CARD, "en").date(expression) == "the month of 2026-03-01 minus 1 month plus 2 days"


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [(Fraction(date(2026, 3, 31).toordinal()), "2026-03-31", "2026-03-31"), (Fraction(NEVER), "never", "从不")],
)
def test_an_expected_quantity_that_is_a_day_is_rendered_as_a_date(value: Fraction, english: str, chinese: str) -> None:
    card = next(iter(sorted((ROOT / "scorecards" / "disclosure-cn-exchange").glob("?.?.?.json"))))
    scorecard = read_published(card.read_bytes(), "2026-01-01T00:00:00Z").scorecard
    for language, day in (("en", english), ("zh", chinese)):
        line = quantity_expectation_line(ExpectNumber("year_end", value), Renderer(scorecard, language))
        assert day in line
        assert str(value) not in line
