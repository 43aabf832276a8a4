"""Clauses, date expressions and formulas: parsed forms in both languages, precedence, nesting limits and shifts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from rules.contracts.outcomes import Outcome
from rules.language.compiler import compile_folder
from rules.language.formulas import MAXIMUM_DEPTH
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
from rules.model.scorecard import FormulaQuantity
from tests.language.folders import CORPUS, LABORATORY, read_folder

FILES = read_folder(LABORATORY)
MARKER = {"en": "| G3 | Other papers |", "zh": "| G3   | 其他材料 |"}


def with_cell(language: str, begin: str, column: int, cell: str) -> dict[str, str]:
    files = {path: text for path, text in FILES.items() if f".{language}." in path}
    path = f"rules.{language}.feature"
    lines = files[path].split("\n")
    (row,) = [number for number, line in enumerate(lines) if line.strip().startswith(begin)]
    cells = lines[row].split("|")
    cells[column] = f" {cell} "
    lines[row] = "|".join(cells)
    return files | {path: "\n".join(lines)}


def gate_clauses(language: str, condition: str) -> tuple[Clause, ...]:
    compilation = compile_folder(with_cell(language, MARKER[language], 3, condition))
    card = compilation.scorecard
    assert card is not None, [each.render() for each in compilation.diagnostics]
    (gate,) = [gate for gate in card.gates if gate.id == "G3"]
    return gate.requires


def number(operator: NumberOperator, value: int, unit: str = "MWh") -> NumberClause:
    return NumberClause(name="energy", operator=operator, operand=NumberLiteral(value=Fraction(value), unit=unit))


def literal(value: int | str, unit: str = "") -> NumberLiteral:
    return NumberLiteral(value=Fraction(value), unit=unit)


def year(edge: PeriodEdge, months: int = 0, days: int = 0) -> DateExpression:
    return DateExpression(name="year", edge=edge, shift_months=months, shift_days=days)


FIRST, LAST = PeriodEdge.FIRST, PeriodEdge.LAST
CLAUSES: list[tuple[str, str, Clause]] = [
    ("energy use is 5 MWh", "用能量 为 5 MWh", number(NumberOperator.IS, 5)),
    ("energy is not 5 MWh", "energy 不为 5 MWh", number(NumberOperator.IS_NOT, 5)),
    ("energy use is at least 5 GWh", "用能量 不低于 5 GWh", number(NumberOperator.AT_LEAST, 5, "GWh")),
    ("energy use is at most 5 MWh", "用能量不高于5MWh", number(NumberOperator.AT_MOST, 5)),
    ("energy use is more than 5 MWh", "用能量 高于 5 MWh", number(NumberOperator.MORE_THAN, 5)),
    ("energy use is less than 5 MWh", "用能量低于 5 MWh", number(NumberOperator.LESS_THAN, 5)),
    (
        "energy use is at most green energy",
        "用能量 不高于 绿色用能（全部）",
        NumberClause(name="energy", operator=NumberOperator.AT_MOST, operand=NameReference(id="green")),
    ),
    (
        "green share is between 20 % and 90 %",
        "绿色占比 介于 20 % 与 90 % 之间(含)",
        NumberRangeClause(name="share", low=literal(20, "%"), high=literal(90, "%")),
    ),
    (
        "violations is at most 1 time",
        "违法次数 不高于 1 次",
        NumberClause(name="violations", operator=NumberOperator.AT_MOST, operand=literal(1, "time")),
    ),
    ("water index is 10/3", "用水指数 为 10/3", NumberClause(
        name="water", operator=NumberOperator.IS, operand=literal("10/3"))),
    ("region is north", "地区 为 north", ChoiceClause(name="region", values=("north",))),
    ("energy system is not none at all", "能源体系 不为 没有", ChoiceClause(
        name="system", values=("absent",), negated=True)),
    ("region is one of south, west", "地区 属于 south, west", ChoiceClause(name="region", values=("south", "west"))),
    ("region is none of south, west", "地区 不属于 south, west", ChoiceClause(
        name="region", values=("south", "west"), negated=True)),
    ("made public is yes", "已公开 为 是", ChoiceClause(name="public", values=("yes",))),
    ("reading is falling", "读法 为 逐级顺延", ChoiceClause(name="reading", values=("cascade",))),
    ("site name is Plant 1, hall B", "厂址名称 为 Plant 1, hall B", ChoiceClause(
        name="site", values=("Plant 1, hall B",))),
    ("media includes any of web, print", "媒介 包含任一 web, print", IncludesClause(
        name="media", values=("web", "print"))),
    ("media includes none of web, print", "媒介 不包含任一 web, print", IncludesNoneClause(
        name="media", values=("web", "print"))),
    ("issue date is on 2026-03-01", "签发日 在 2026-03-01 当日", DateClause(
        name="issued", operator=DateOperator.ON, operand=DateExpression(literal=date(2026, 3, 1)))),
    ("issue date is before the as-of date", "签发日 早于 评定日期", DateClause(
        name="issued", operator=DateOperator.BEFORE, operand=DateExpression(name="as_of_date"))),
    ("issue date is after the start of claim year", "签发日 晚于 核算年度 的首日", DateClause(
        name="issued", operator=DateOperator.AFTER, operand=year(FIRST))),
    ("issue date is from the end of claim year plus 1 day", "签发日 自 核算年度 的末日 加 1 天 起", DateClause(
        name="issued", operator=DateOperator.FROM, operand=year(LAST, days=1))),
    ("issue date is until the month of issue date minus 2 years", "签发日 不迟于 签发日 当月 减 2 年", DateClause(
        name="issued", operator=DateOperator.UNTIL,
        operand=DateExpression(name="issued", month_start=True, shift_months=-24))),
    ("issue date is within claim year", "签发日 在 核算年度 内", DateRangeClause(
        name="issued", first=year(FIRST), last=year(LAST))),
    ("issue date is within claim year plus 6 months", "签发日 在 核算年度 加 6 个月 内", DateRangeClause(
        name="issued", first=year(FIRST), last=year(LAST, 6))),
    ("issue date is within 2 years before the end of claim year plus 3 months",
     "签发日 在 核算年度 的末日 加 3 个月 之前 2 年内",
     DateRangeClause(name="issued", first=year(LAST, 3 - 24), last=year(LAST, 3))),
    ("issue date is within 1 year before the as-of date", "签发日 在 评定日期 之前 1 年内", DateRangeClause(
        name="issued", first=DateExpression(name="as_of_date", shift_months=-12),
        last=DateExpression(name="as_of_date"))),
    ("issue date is within 6 months before the as-of date", "签发日 在 评定日期 之前 6 个月内", DateRangeClause(
        name="issued", first=DateExpression(name="as_of_date", shift_months=-6),
        last=DateExpression(name="as_of_date"))),
    ("issue date is within 90 days before the end of claim year", "签发日 在 核算年度 的末日 之前 90 天内",
     DateRangeClause(
        name="issued", first=DateExpression(name="year", edge=LAST, shift_days=-90), last=year(LAST))),
    ("the end of claim year is before the as-of date", "核算年度 的末日 早于 评定日期", DateClause(
        name="year", edge=LAST, operator=DateOperator.BEFORE, operand=DateExpression(name="as_of_date"))),
    ("claim year is over", "核算年度 已结束", DateClause(
        name="as_of_date", operator=DateOperator.AFTER, operand=year(LAST), over=True)),
    ("claim year is not over", "核算年度 未结束", DateClause(
        name="as_of_date", operator=DateOperator.UNTIL, operand=year(LAST), over=True)),
    ("the end of claim year is over", "核算年度 的末日 已结束", DateClause(
        name="as_of_date", operator=DateOperator.AFTER, operand=year(LAST), over=True)),
    ("the start of claim year is not over", "核算年度 的首日 未结束", DateClause(
        name="as_of_date", operator=DateOperator.UNTIL, operand=year(FIRST), over=True)),
    ("issue date is over", "签发日 已结束", DateClause(
        name="as_of_date", operator=DateOperator.AFTER, operand=DateExpression(name="issued"), over=True)),
    ("the start of year is after the end of claim year minus 1 year",
     "核算年度的首日晚于核算年度的末日减1年",
     DateClause(
        name="year", edge=FIRST, operator=DateOperator.AFTER, operand=year(LAST, -12))),
    ("the end of claim year is within 2 years before issue date", "核算年度 的末日 在 签发日 之前 2 年内",
     DateRangeClause(
        name="year", edge=LAST, first=DateExpression(name="issued", shift_months=-24),
        last=DateExpression(name="issued"))),
]  # fmt: skip


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("english", "chinese", "clause"), CLAUSES, ids=[clause[0] for clause in CLAUSES])
def test_each_clause_means_the_same_in_both_languages(english: str, chinese: str, clause: Clause) -> None:
    assert gate_clauses("en", english) == (clause,)
    assert gate_clauses("zh", chinese) == (clause,)


@pytest.mark.parametrize(
    "condition",
    [
        "claim year is before 2026-01-01",
        "the end of claim years is before 2026-01-01",
        "the end of energy use is 5 MWh",
    ],
)
def test_only_an_end_of_a_period_is_a_date(condition: str) -> None:
    compilation = compile_folder(with_cell("en", MARKER["en"], 3, condition))
    assert compilation.scorecard is None
    assert {one.location.path for one in compilation.diagnostics} == {"rules.en.feature"}


@pytest.mark.parametrize(
    ("language", "condition", "ends"),
    [
        ("en", "claim year is before 2026-01-01", "the start of …, the end of …"),
        ("zh", "核算年度 早于 2026-01-01", "… 的首日, … 的末日"),
    ],
)
def test_comparing_a_period_is_reported_with_a_hint_at_its_ends(language: str, condition: str, ends: str) -> None:
    (diagnostic,) = compile_folder(with_cell(language, MARKER[language], 3, condition)).diagnostics
    assert diagnostic.code == "RL016"
    assert ends in diagnostic.hint


def test_clauses_are_parted_by_semicolons() -> None:
    clauses = gate_clauses("en", "region is north;issue date is before 2026-03-01 ; made public is no")
    assert [clause.kind for clause in clauses] == ["choice", "date", "choice"]


CRITERIA: list[tuple[str, str, Clause]] = [
    ("gate G1 is met", "门槛 G1 满足", OutcomeClause(criterion="G1", outcome=Outcome.MET)),
    ("gate Few of them is not met", "门槛 违法不多 不满足", OutcomeClause(criterion="G1", outcome=Outcome.NOT_MET)),
    ("gate G1 is undetermined", "门槛G1待定", OutcomeClause(criterion="G1", outcome=Outcome.UNDETERMINED)),
    ("indicator B1 is not applicable", "指标 披露 不适用", OutcomeClause(
        criterion="B1", outcome=Outcome.NOT_APPLICABLE)),
    ("indicator A1 is at least 20 points", "指标 A1 不低于 20 分", NumberClause(
        name="A1", operator=NumberOperator.AT_LEAST, operand=literal(20, "point"))),
    ("indicator A1 is 1 point", "指标 A1 为 1 分", NumberClause(
        name="A1", operator=NumberOperator.IS, operand=literal(1, "point"))),
    ("the total score is less than 80.01", "总分 低于 80.01", NumberClause(
        name="total_score", operator=NumberOperator.LESS_THAN, operand=literal("80.01", "point"))),
    ("the total score is less than 80 points", "总分 低于 80 分", NumberClause(
        name="total_score", operator=NumberOperator.LESS_THAN, operand=literal(80, "point"))),
]  # fmt: skip


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("english", "chinese", "clause"), CRITERIA, ids=[clause[0] for clause in CRITERIA])
def test_findings_may_read_outcomes_and_the_score(english: str, chinese: str, clause: Clause) -> None:
    for language, condition in (("en", english), ("zh", chinese)):
        compilation = compile_folder(with_cell(language, "| F1  ", 3, condition))
        assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
        assert compilation.scorecard.findings[0].when == (clause,)


def operation(operator: FormulaOperator, *operands: Formula) -> Operation:
    return Operation(operator=operator, operands=operands)


ADD, SUBTRACT = FormulaOperator.ADD, FormulaOperator.SUBTRACT
MULTIPLY, DIVIDE = FormulaOperator.MULTIPLY, FormulaOperator.DIVIDE
ENERGY, GREEN, WATER = (NameReference(id=name) for name in ("energy", "green", "water"))
FORMULAS: list[tuple[str, Formula]] = [
    ("energy", ENERGY),
    ("energy - green - 5 MWh", operation(SUBTRACT, operation(SUBTRACT, ENERGY, GREEN), literal(5, "MWh"))),
    ("energy - (green - 5 MWh)", operation(SUBTRACT, ENERGY, operation(SUBTRACT, GREEN, literal(5, "MWh")))),
    ("energy*water+green", operation(ADD, operation(MULTIPLY, ENERGY, WATER), GREEN)),
    ("energy + green * 50 %", operation(ADD, ENERGY, operation(MULTIPLY, GREEN, literal(50, "%")))),
    ("energy / water / 2", operation(DIVIDE, operation(DIVIDE, ENERGY, WATER), literal(2))),
    ("energy / (water * 2)", operation(DIVIDE, ENERGY, operation(MULTIPLY, WATER, literal(2)))),
    ("-5 MWh + energy", operation(ADD, literal(-5, "MWh"), ENERGY)),
    ("energy - -5 MWh", operation(SUBTRACT, ENERGY, literal(-5, "MWh"))),
    ("max(energy - green, 0)", operation(FormulaOperator.MAXIMUM, operation(SUBTRACT, ENERGY, GREEN), literal(0))),
    ("min (energy, green, 3600 MJ)", operation(FormulaOperator.MINIMUM, ENERGY, GREEN, literal(3600, "MJ"))),
    ("1200 MWh/water", operation(DIVIDE, literal(1200, "MWh"), WATER)),
    ("2 t/MWh * energy / 1 t * 1 MWh", operation(MULTIPLY, operation(
        DIVIDE, operation(MULTIPLY, literal(2, "t/MWh"), ENERGY), literal(1, "t")), literal(1, "MWh"))),
    ("0.5 * energy", operation(MULTIPLY, literal("0.5"), ENERGY)),
]  # fmt: skip
LABELS = {
    "energy": ("energy use", "用能量"),
    "green": ("green energy", "绿色用能（全部）"),
    "water": ("water index", "用水指数"),
}


LEFT = {"en": "| max(energy use - green energy, 0)", "zh": "| max(用能量 - 绿色用能（全部）, 0)"}


def formula_of(language: str, formula: str) -> Formula:
    compilation = compile_folder(with_cell(language, LEFT[language], 1, formula))
    card = compilation.scorecard
    assert card is not None, [each.render() for each in compilation.diagnostics]
    (quantity,) = [one for one in card.quantities if one.id == "left"]
    assert isinstance(quantity, FormulaQuantity)
    return quantity.rows[1].formula


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("text", "formula"), FORMULAS, ids=[formula[0] for formula in FORMULAS])
def test_each_formula_is_read_by_precedence(text: str, formula: Formula) -> None:
    assert formula_of("en", text) == formula
    for position, language in enumerate(("en", "zh")):
        labelled = text
        for id, labels in LABELS.items():
            labelled = labelled.replace(id, labels[position])
        assert formula_of(language, labelled) == formula


@pytest.mark.full
def test_the_nesting_depth_of_a_formula_is_limited() -> None:
    """Evaluation, rendering and publication of a formula are recursive, so every level uses stack space."""
    most, name = MAXIMUM_DEPTH, "energy"
    for deep in (f"{'(' * most}{name}{')' * most}", " + ".join([name] * (most + 1))):
        assert isinstance(formula_of("en", deep), (NameReference, Operation))
    for too_deep in (
        f"{'(' * 3_000}{name}{')' * 3_000}",
        f"{'min(' * 3_000}{name}{', 1 MWh)' * 3_000}",
        " + ".join([name] * 3_000),
        " * ".join(["2"] * 3_000) + f" * {name}",
        "(" * 3_000,
    ):
        for language in ("en", "zh"):
            diagnostics = compile_folder(with_cell(language, LEFT[language], 1, too_deep)).diagnostics
            assert [(one.code, str(most) in one.message) for one in diagnostics] == [("RL010", True)]


GOOD = read_folder(CORPUS / "good" / "RL070")["card.en.feature"]
TABLE = "    And the date due, on basis guide\n      | is |\n      | {} |\n    And this reference case"


def message_of_cell(cell: str) -> list[str]:
    text = GOOD.replace("    And this reference case", TABLE.format(cell), 1)
    compiled = compile_folder({"card.en.feature": text})
    return [f"{each.message} {each.hint}" for each in compiled.diagnostics if each.code != "RL052"]


def test_the_remedy_moves_each_date_that_is_compared() -> None:
    remedy = (
        "Write instead, with each date shifted: "
        "latest(2026-01-31 plus 1 month, earliest(2026-02-01, 2026-03-01) plus 1 month)"
    )
    (message,) = message_of_cell("latest(2026-01-31, earliest(2026-02-01, 2026-03-01)) plus 1 month")
    assert message.endswith(remedy)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("depth", "refused"), [(100, False), (101, True), (3000, True)])
def test_dates_inside_dates_are_read_to_a_depth(depth: int, refused: bool) -> None:
    cell = "latest(" * depth + "2026-01-01" + ", never)" * depth
    messages = message_of_cell(cell)
    assert ["more than 100" in one for one in messages if "100" in one] == ([True] if refused else [])


def test_a_date_is_a_date_everywhere() -> None:
    text = GOOD.replace("    And this reference case", TABLE.format("the end of the year of the as-of date"), 1)
    text = text.replace("share is at least 50 %", "due is from the as-of date plus 1 day; share is at least 50 %", 1)
    card = compile_folder({"card.en.feature": text}).scorecard
    assert card is not None
    (due,) = card.quantities
    assert isinstance(due, FormulaQuantity)
    assert due.gives == "date"
