"""Sentences for quantities, lookups, indicators, ladder and stage rows, and verdict rules, with actual values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval
from rules.contracts.messages import join_items
from rules.contracts.outcomes import MissingReason, Outcome
from rules.engine.aggregates import counts
from rules.engine.compute import WHOLE
from rules.engine.plan import deciding_quantity_rows
from rules.model.edge_rows import row_span
from rules.model.expressions import TOTAL_SCORE, NumberLiteral, Operation, UndeterminedFormula
from rules.model.quantities import FormulaRow, NamedCondition
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity, TableRowForm
from rules.program.abstract_interpretation import day_interval
from rules.trail.scale_texts import SCALE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.outcomes import Verdict
    from rules.engine.earned_points import EarnedPoints
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.lookups import LookupResult
    from rules.engine.score import SectionScore
    from rules.engine.verdicts import VerdictResult
    from rules.language.lexicon import Lexicon
    from rules.model.expressions import DateExpression
    from rules.model.scorecard import Indicator, LadderRow, Quantity, Scorecard, StageRow, TableLayout, VerdictRule
    from rules.program.value_environment import Values
    from rules.trail.sentences import RuleRenderer


_MAX_CASES = 4
"""Limit on the listed cases that are not met; a default value may have many."""


def depends_on_conditions_only(quantity: FormulaQuantity) -> bool:
    """Return whether all rows are plain numbers or undetermined, so that only their conditions matter."""
    plain = quantity.list is None and quantity.tabled is None and len(quantity.rows) > 1
    return plain and all(isinstance(row.formula, NumberLiteral | UndeterminedFormula) for row in quantity.rows)


def _cases_sentence(quantity: FormulaQuantity, chosen_row: FormulaRow, renderer: RuleRenderer) -> str:
    name, value, templates = renderer.plain_name(quantity.id), renderer.shown_value(quantity.id), renderer.templates
    above = quantity.rows[: quantity.rows.index(chosen_row)]
    missed = [
        tuple(clause for clause in row.when if clause not in chosen_row.when)
        for row in above
        if row.formula != chosen_row.formula and all(clause in row.when for clause in chosen_row.when)
    ]
    texts = [renderer.condition(chosen_row.when)] if chosen_row.when else []
    if missed:
        cases = templates["or_else"].join(renderer.condition(clauses) for clauses in missed[:_MAX_CASES])
        texts.append(templates["none_holds"].format(cases=cases))
    conditions = renderer.words.clauses_separator.join(texts)
    template = templates["named_condition" if texts else "equals"]
    return template.format(name=name, value=value, conditions=conditions, formula=value)


def _tabled_sentence(
    quantity: FormulaQuantity, tabled: TableLayout, possible: Sequence[FormulaRow], renderer: RuleRenderer
) -> str:
    name, templates = renderer.plain_name(quantity.id), renderer.templates
    keys = join_items((renderer.name(key.name, quantity.list) for key in tabled.by), renderer.language)
    single_formula = possible[0].formula if len(possible) == 1 else None
    if isinstance(single_formula, UndeterminedFormula):
        return _left_open_sentence(name, single_formula, renderer, keys)
    if isinstance(single_formula, Operation):
        formula = renderer.formula(single_formula, quantity.list)
        return templates["equals"].format(name=name, formula=formula, value=renderer.shown_value(quantity.id))
    template = "in_force" if tabled.form is TableRowForm.DATED else "looked_up"
    return templates[template].format(name=name, keys=keys, value=renderer.shown_value(quantity.id))


def _left_open_sentence(name: str, formula: UndeterminedFormula, renderer: RuleRenderer, keys: str = "") -> str:
    reason = (formula.because or {}).get(renderer.language)
    if reason:
        return renderer.templates["left_open_because"].format(name=name, reason=reason)
    return renderer.templates["left_open" if keys else "left_open_here"].format(name=name, keys=keys)


def stage_label(scorecard: Scorecard, stage: str, language: str, nothing: str) -> str:
    """Return the label of a stage; `nothing` if there is no such stage."""
    labels = {definition.id: definition.labels for definition in scorecard.stage_definitions}
    return labels[stage].get(language, stage) if stage in labels else nothing


def _label(stage: str, renderer: RuleRenderer) -> str:
    return stage_label(renderer.scorecard, stage, renderer.language, renderer.templates["no_stage"])


def stage_row_sentence(row: StageRow, renderer: RuleRenderer) -> str:
    """Write the conditions of a stage row with their values."""
    conditions = renderer.condition(row.when) or renderer.templates["always"]
    return renderer.templates["stage_row"].format(stage=_label(row.stage, renderer), conditions=conditions)


def stage_sentence(possible: Iterable[str], scores: Mapping[str, SectionScore], renderer: RuleRenderer) -> str:
    """Write the possible stages and the maximum points that count in them."""
    names = list(possible)
    maximum = _maximum_of(scores[name] for name in names)
    stage_labels = join_items((_label(name, renderer) for name in names), renderer.language)
    template = renderer.templates["stage" if len(names) == 1 else "stages"]
    return template.format(stage=stage_labels, stages=stage_labels, maximum=renderer.span(maximum, ""))


def _maximum_of(scores: Iterable[SectionScore]) -> Interval:
    maxima = [score.maximum for score in scores]
    return Interval(min(maxima), max(maxima))


def _verdict_words(verdict: Verdict, renderer: RuleRenderer) -> str:
    return renderer.templates[f"verdict_{verdict.value}"]


def rule_sentence(rule: VerdictRule, values: Values, renderer: RuleRenderer) -> str:
    """Write a rule with the values of its conditions, its dates and its verdict."""
    rows = [renderer.condition(row.when) or renderer.templates["always"] for row in rule.rows]
    text = renderer.templates["rule"].format(
        id=rule.id,
        name=rule.labels.get(renderer.language, ""),
        conditions=renderer.templates["or_else"].join(rows),
        verdict=_verdict_words(rule.verdict, renderer),
    )
    return text + _force_words(rule, values, renderer)


def _force_words(rule: VerdictRule, values: Values, renderer: RuleRenderer) -> str:
    ends = (("force_from", rule.first), ("force_until", rule.last))
    day_texts = [
        renderer.templates[template].format(date=_day(expression, values, renderer))
        for template, expression in ends
        if expression is not None
    ]
    return renderer.templates["force"].format(days=join_items(day_texts, renderer.language)) if day_texts else ""


def _day(expression: DateExpression, values: Values, renderer: RuleRenderer) -> str:
    interval = day_interval(expression, values)
    return renderer.templates["not_applicable"] if interval is None else renderer.day(interval)


def verdict_sentence(judged: VerdictResult, renderer: RuleRenderer) -> str:
    """Write the verdict and, if there are several, the possible verdicts."""
    if len(judged.possible) == 1:
        return renderer.templates["verdict"].format(verdict=_verdict_words(judged.verdict, renderer))
    possible = join_items((_verdict_words(verdict, renderer) for verdict in judged.possible), renderer.language)
    verdict_text = _verdict_words(judged.verdict, renderer)
    return renderer.templates["verdict_open"].format(verdict=verdict_text, possible=possible)


def _formula_sentence(quantity: FormulaQuantity, possible: list[FormulaRow], renderer: RuleRenderer) -> str:
    name = renderer.plain_name(quantity.id)
    if quantity.tabled is not None:
        return _tabled_sentence(quantity, quantity.tabled, possible, renderer)
    row_formula = (possible or list(quantity.rows))[0].formula
    if isinstance(row_formula, UndeterminedFormula) and len(possible) == 1:
        return _left_open_sentence(name, row_formula, renderer)
    if len(possible) == 1 and depends_on_conditions_only(quantity):
        return _cases_sentence(quantity, possible[0], renderer)
    formula, value = renderer.formula(row_formula, quantity.list), renderer.shown_value(quantity.id)
    return renderer.templates["equals"].format(name=name, formula=formula, value=value)


def quantity_sentence(  # noqa: PLR0913
    quantity: Quantity,
    engine: InferenceEngine,
    inference: Inference,
    renderer: RuleRenderer,
    *,
    values: Values,
    key: str = WHOLE,
) -> str:
    """Write the computation of a quantity with its values: formula, aggregate or lookup.

    `values` belong to the subject, or to the record with the key.
    """
    name, value = renderer.plain_name(quantity.id), renderer.shown_value(quantity.id)
    if isinstance(quantity, FormulaQuantity):
        rows, _ = deciding_quantity_rows(engine.plan, quantity, values)
        return _formula_sentence(quantity, [row for row in rows if isinstance(row, FormulaRow)], renderer)
    if isinstance(quantity, NamedCondition):
        return _named_condition(quantity, name, value, renderer)
    if isinstance(quantity, SumQuantity):
        records = inference.operands_of_sum(quantity, engine.plan.records[quantity.list], key)
        counted = [record for record, outcomes in records if counts(quantity, outcomes) is Outcome.MET]
        return renderer.templates[f"figure_{quantity.figure}" if quantity.figure else "sum"].format(
            name=name,
            field=renderer.plain_name(quantity.of, quantity.list) if quantity.of else renderer.templates["records"],
            count=len(counted),
            all=len(records),
            list=renderer.plain_name(quantity.list),
            value=value,
        )
    if isinstance(quantity, TableQuantity):
        return _lookup_sentence(quantity, inference.lookups[quantity.id][key], renderer)
    keys = join_items((renderer.name(key) for key in quantity.by), renderer.language)
    return renderer.templates["looked_up"].format(name=name, keys=keys, value=value)


def _named_condition(condition: NamedCondition, name: str, value: str, renderer: RuleRenderer) -> str:
    separator = renderer.templates["or_else"]
    conditions = separator.join(renderer.condition(row.when) for row in condition.cases)
    if condition.exceptions:
        exceptions = separator.join(renderer.condition(row.when) for row in condition.exceptions)
        conditions = renderer.templates["excepting"].format(conditions=conditions, exceptions=exceptions)
    return renderer.templates["named_condition"].format(name=name, value=value, conditions=conditions)


def _lookup_sentence(quantity: TableQuantity, result: LookupResult, renderer: RuleRenderer) -> str:
    name, templates = renderer.plain_name(quantity.id, quantity.list), renderer.templates
    if result.reason is not None:
        reason_text = missing_sentence(
            result.reason, _last_edition(result, renderer), result.keys, templates, renderer.words
        )
        return templates["table_missing"].format(name=name, reason=reason_text)
    if result.open_keys or not result.tried:
        keys = [renderer.name(key_name, quantity.list) for key_name in result.open_keys or quantity.directly_reads]
        return templates["looked_up"].format(
            name=name, keys=join_items(keys, renderer.language), value=renderer.shown_value(quantity.id)
        )
    last = result.tried[-1]
    keys_text = _keys_sentence(last.keys, renderer.words)
    return templates["table_found"].format(
        name=name, table=last.table, column=quantity.column, keys=keys_text, value=renderer.shown_value(quantity.id)
    )


def _last_edition(result: LookupResult, renderer: RuleRenderer) -> str:
    if result.reason not in (MissingReason.NO_EDITION, MissingReason.UNFIT):
        return result.tried[-1].table
    tables = {table.id: table.name for table in renderer.scorecard.tables or ()}
    return tables.get(result.table, result.table)


def _keys_sentence(keys: Iterable[tuple[str, str]], words: Lexicon) -> str:
    return join_items((f"{column} {word}" for column, word in keys), words.language)


def missing_sentence(
    reason: MissingReason, table: str, keys: Iterable[tuple[str, str]], templates: Mapping[str, str], words: Lexicon
) -> str:
    """Write the reason that a table has no value."""
    return templates[f"missing_{reason.value}"].format(table=table, keys=_keys_sentence(keys, words))


def indicator_sentence(indicator: Indicator, earned: EarnedPoints, renderer: RuleRenderer) -> str:
    """Write the measure and points of an indicator."""
    name = indicator.labels.get(renderer.language, "")
    details = {
        "id": indicator.id,
        "name": name,
        "points": renderer.span(earned.awarded, ""),
        "maximum": renderer.span(Interval(earned.maximum, earned.maximum), ""),
    }
    if earned.section_counts is Outcome.NOT_MET:
        return renderer.templates["outside_stage"].format(id=indicator.id, name=name)
    if earned.applies is Outcome.NOT_MET:
        return renderer.templates["absent"].format(id=indicator.id, name=name)
    if earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return renderer.templates["must_fails"].format(**details)
    return SCALE_TEXTS[indicator.scale.kind].sentence(indicator, earned, details, renderer)


def ladder_sentence(row: LadderRow, renderer: RuleRenderer) -> str:
    """Write the conditions of a ladder row with the total score and actual values."""
    span = row_span(row)
    unbounded = span.low is None and span.high is None
    wanted = renderer.templates["any_score"] if unbounded else renderer.span(span, "")
    score = renderer.templates["total_in"].format(points=renderer.shown_value(TOTAL_SCORE), span=wanted)
    conditions = renderer.words.clauses_separator.join([score, *map(renderer.clause, row.requires)])
    return renderer.templates["grade_row"].format(grade=renderer.grade(row.grade), conditions=conditions)


def exception_sentence(row: LadderRow, renderer: RuleRenderer) -> str:
    """Write an exception to a grade with the values of its conditions."""
    conditions = renderer.words.clauses_separator.join(map(renderer.clause, row.requires))
    return renderer.templates["grade_exception"].format(grade=renderer.grade(row.grade), conditions=conditions)
