"""Renderer of example steps: changes and expectations as Gherkin sentences and tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.render import figure_text, quantity_expectation_line
from rules.language.tables import table_lines
from rules.model.examples import (
    NOT_IN_FORCE,
    EveryRating,
    EvidenceDateChange,
    ExpectAbsent,
    ExpectConclusion,
    ExpectCondition,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOfRecord,
    ExpectOpen,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
    ExpectWord,
    FactChange,
    MissingEvidenceChange,
    SettingChange,
    StatedFactChange,
    ValueOverride,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.symbol_table import POINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from rules.contracts.inputs import DeclaredValue
    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.source import StepSection
    from rules.model.examples import Change, Expectation


def scenario_lines(
    title: str, steps: Iterable[tuple[StepSection, Sequence[str]]], words: Lexicon, *, outline: bool = False
) -> list[str]:
    """Write a scenario as it stands inside a rule: its title, and steps, each with the lines of its table."""
    lines = [f"    {words.keywords['outline' if outline else 'scenario']}: {title}".rstrip()]
    above: StepSection | None = None
    for section, (sentence, *table) in steps:
        lines.append(f"      {words.keywords['and' if section is above else str(section)]} {sentence}")
        lines += [f"        {row}" for row in table]
        above = section
    return lines


def change_lines(change: Change, renderer: Renderer) -> list[str]:
    """Write a change as the sentence of a step, followed by the lines of its table if it has one."""
    steps = renderer.words.steps
    match change:
        case FactChange(fact=fact, value=value):
            return _fact_lines(fact, value, renderer)
        case StatedFactChange(fact=fact, value=value):
            line = steps["change_stated"].write(fact=renderer.name(fact), value=renderer.value(fact, value))
        case EveryRating(percent=percent):
            line = steps["change_ratings"].write(number=renderer.words.write_number(format_exact(percent), "%"))
        case MissingEvidenceChange(fact=fact):
            line = steps["evidence_missing"].write(fact=renderer.name(fact))
        case EvidenceDateChange(fact=fact, issue_date=day):
            line = steps["evidence_dated"].write(fact=renderer.name(fact), date=day.isoformat())
        case SettingChange():
            line = _setting_line(change, renderer)
        case ValueOverride(name=name, value=number) if name == TOTAL_SCORE:
            line = steps["suppose_score"].write(number=format_exact(number))
        case _:
            shown = figure_text(change.name, change.value, renderer)
            line = steps["suppose_quantity"].write(quantity=renderer.name(change.name), number=shown)
    return [line]


def _setting_line(change: SettingChange, renderer: Renderer) -> str:
    steps, setting = renderer.words.steps, renderer.name(change.setting)
    if change.choice is None:
        return steps["setting_open"].write(setting=setting)
    return steps["setting_choice"].write(setting=setting, choice=renderer.choice(change.setting, change.choice))


def _fact_lines(fact: str, value: DeclaredValue | None, renderer: Renderer) -> list[str]:
    steps = renderer.words.steps
    name = _in_step(fact, renderer)
    if value is None or value.kind is None:
        return [steps["change_missing"].write(fact=name)]
    if value.not_applicable:
        return [steps["change_not_applicable"].write(fact=name)]
    if value.records:
        return [steps["change_records"].write(fact=name), *table_lines(record_rows(fact, value, renderer))]
    return [steps["change_value"].write(fact=name, value=renderer.value(fact, value))]


def _in_step(fact: str, renderer: Renderer) -> str:
    """Give the words of a fact, or its id where its words would read as the end of a name and a value."""
    joint = renderer.words.steps["change_value"].write(fact="", value="")
    label = renderer.name(fact)
    return fact if joint in f"{label} " else label


def record_rows(fact: str, value: DeclaredValue, renderer: Renderer) -> list[list[str]]:
    """Write the records of a list as a table with a heading, leaving out the fields that no record has."""
    records = value.records or ()
    fields = [field for field in renderer.names.fields(fact) if any(field in record for record in records)]
    rows = [[renderer.name(field, fact) for field in fields]]
    for record in records:
        rows.append([renderer.value(field, record[field], fact) if field in record else "" for field in fields])
    return rows


def evaluate_line(as_of: date, renderer: Renderer) -> str:
    """Write the step that evaluates the example."""
    return renderer.words.steps["evaluate"].write(date=as_of.isoformat())


def expectation_line(expectation: Expectation, renderer: Renderer) -> str:
    """Write an expectation as the sentence of a step."""
    words, steps = renderer.words, renderer.words.steps
    match expectation:
        case ExpectOutcome(criterion=criterion, outcome=outcome):
            line = _outcome_line(criterion, words.words["outcomes"].write(outcome), renderer)
        case ExpectNumber(name=name, value=value):
            line = _number_line(name, value, renderer)
        case ExpectWord() | ExpectMissing() | ExpectAbsent() | ExpectLeft() | ExpectOfRecord():
            line = quantity_expectation_line(expectation, renderer)
        case ExpectRange(name=name, low=low, high=high):
            line = _range_line(name, low, high, renderer)
        case ExpectOpen(name=name, because_of=fact):
            line = _open_line(name, renderer.name(fact), renderer)
        case ExpectGrades(grades=(grade,)):
            line = steps["expect_grade"].write(grade=renderer.grade(grade))
        case ExpectGrades(grades=grades):
            line = steps["expect_grades"].write(grades=words.separator.join(_grade_words(grades, renderer)))
        case ExpectFinding():
            line = _finding_line(expectation, renderer)
        case ExpectConclusion(kind=kind):
            line = steps["expect_conclusion"].write(conclusion=words.words["conclusions"].write(kind))
        case ExpectShare() | ExpectStages():
            line = _staged_line(expectation, renderer)
        case ExpectCondition():
            line = _condition_line(expectation, renderer)
        case _:
            line = _judged_line(expectation, renderer)
    return line


def _grade_words(grades: tuple[str, ...], renderer: Renderer) -> Iterator[str]:
    """Give the words of each grade, or its id where the words would read as several."""
    for grade in grades:
        label = renderer.grade(grade)
        yield grade if renderer.words.separator.strip() in label else label


def _staged_line(expectation: ExpectShare | ExpectStages, renderer: Renderer) -> str:
    words, steps = renderer.words, renderer.words.steps
    match expectation:
        case ExpectShare(indicator=indicator, percent=percent):
            reached = words.write_number(format_exact(percent), "%")
            return steps["expect_share"].write(indicator=indicator, number=reached)
        case ExpectStages(stages=(stage,)):
            return steps["expect_stage"].write(stage=renderer.stage(stage))
        case ExpectStages(stages=stages):
            listed = words.separator.join(renderer.stage(listed_stage) for listed_stage in stages)
            return steps["expect_stages"].write(stages=listed)


def _condition_line(expectation: ExpectCondition, renderer: Renderer) -> str:
    words = renderer.words
    state = words.words["condition_states"].write(expectation.outcome)
    return words.steps["expect_condition"].write(condition=renderer.name(expectation.condition), state=state)


def _judged_line(expectation: ExpectVerdict | ExpectVerdicts | ExpectRule, renderer: Renderer) -> str:
    words, steps = renderer.words, renderer.words.steps
    match expectation:
        case ExpectVerdict(verdict=verdict, rule=None):
            return steps["expect_verdict"].write(verdict=renderer.verdict(verdict))
        case ExpectVerdict(verdict=verdict, rule=str(rule)):
            return steps["expect_verdict_rule"].write(verdict=renderer.verdict(verdict), rule=rule)
        case ExpectVerdicts(verdicts=verdicts):
            listed = words.separator.join(renderer.verdict(listed_verdict) for listed_verdict in verdicts)
            return steps["expect_verdicts"].write(verdicts=listed)
        case ExpectRule(rule=rule, outcome=outcome):
            return steps["expect_rule"].write(
                rule=rule, state=words.words["rule_states"].write(outcome or NOT_IN_FORCE)
            )
        case _:
            raise TypeError(f"{expectation} names no rule")


def _outcome_line(criterion: str, outcome: str, renderer: Renderer) -> str:
    if criterion in renderer.names.gates:
        return renderer.words.steps["expect_gate"].write(gate=criterion, outcome=outcome)
    return renderer.words.steps["expect_indicator"].write(indicator=criterion, outcome=outcome)


def _finding_line(expectation: ExpectFinding, renderer: Renderer) -> str:
    steps, finding = renderer.words.steps, expectation.finding
    if not expectation.raised:
        return steps["expect_no_finding"].write(finding=finding)
    rules = renderer.scorecard.findings
    severity = expectation.severity or next(rule.severity for rule in rules if rule.id == finding)
    return steps[f"expect_{severity}"].write(finding=finding)


def _number_line(name: str, value: Fraction, renderer: Renderer) -> str:
    result = next((candidate for candidate in renderer.scorecard.results if candidate.id == name), None)
    if result is None or name in renderer.names.indicators or name == TOTAL_SCORE:
        key, slots = _measured(name, renderer, number=value)
        return renderer.words.steps[key].write(**slots)
    unit = renderer.names.unit(result.name)
    shown = renderer.words.write_number(format_exact(value), "" if unit == POINT else unit)
    return renderer.words.steps["expect_result"].write(result=renderer.result(name), number=shown)


def _range_line(name: str, low: Fraction, high: Fraction, renderer: Renderer) -> str:
    key, slots = _measured(name, renderer, low=low, high=high)
    return renderer.words.steps[f"{key}_range"].write(**slots)


def _measured(name: str, renderer: Renderer, **numbers: Fraction) -> tuple[str, dict[str, str]]:
    """Give the sentence about points, score or a quantity, and its slots with the numbers as they stand there."""
    plain = {slot: format_exact(number) for slot, number in numbers.items()}
    if name in renderer.names.indicators:
        return "expect_points", {"indicator": name, **plain}
    if name == TOTAL_SCORE:
        return "expect_score", plain
    shown = {slot: figure_text(name, number, renderer) for slot, number in numbers.items()}
    return "expect_quantity", {"quantity": renderer.name(name), **shown}


def _open_line(name: str, fact: str, renderer: Renderer) -> str:
    steps = renderer.words.steps
    if name in renderer.names.gates:
        return steps["expect_gate_open"].write(gate=name, fact=fact)
    if name in renderer.names.indicators:
        return steps["expect_indicator_open"].write(indicator=name, fact=fact)
    return steps["expect_quantity_open"].write(quantity=renderer.name(name), fact=fact)
