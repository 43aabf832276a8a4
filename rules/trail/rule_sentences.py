"""Sentences of quantities, lookups, indicators and ladder rows, with the values of one evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval
from rules.contracts.messages import join_items
from rules.contracts.outcomes import MissingReason, Outcome
from rules.engine.aggregates import counts
from rules.engine.compute import WHOLE
from rules.engine.plan import possible_rows
from rules.engine.read_records import counted_rows, records_of_sum
from rules.model.expressions import TOTAL_SCORE, UndeterminedFormula
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity
from rules.trail.case_sentences import cases_sentence, depends_on_conditions_only
from rules.trail.scale_texts import SCALE_TEXTS
from rules.trail.tabled_sentences import left_open_sentence, tabled_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.lookups import LookupResult
    from rules.engine.scale_details import EarnedPoints
    from rules.language.lexicon import Lexicon
    from rules.model.scorecard import Indicator, LadderRow, Quantity
    from rules.program.values import Values
    from rules.trail.sentences import RuleRenderer


def quantity_sentence(  # noqa: PLR0913 - what one quantity is said with
    quantity: Quantity,
    engine: InferenceEngine,
    inference: Inference,
    speaker: RuleRenderer,
    *,
    values: Values,
    key: str = WHOLE,
) -> str:
    """Write how a quantity came about: its formula, its sum or its lookup, with the values put in.

    `values` are those of the whole subject, or of the record with the key.
    """
    name, value = speaker.plain_name(quantity.id), speaker.shown(quantity.id)
    if isinstance(quantity, FormulaQuantity):
        possible = [row for row, _ in possible_rows(engine.plan, quantity, values)]
        if quantity.tabled is not None:
            return tabled_sentence(quantity, quantity.tabled, possible, speaker)
        row_formula = (possible or list(quantity.rows))[0].formula
        if isinstance(row_formula, UndeterminedFormula) and len(possible) == 1:
            return left_open_sentence(name, row_formula, speaker)
        if len(possible) == 1 and depends_on_conditions_only(quantity):
            return cases_sentence(quantity, possible[0], speaker)
        formula = speaker.formula(row_formula, quantity.list)
        return speaker.templates["equals"].format(name=name, formula=formula, value=value)
    if isinstance(quantity, NamedCondition):
        return _named_condition(quantity, name, value, speaker)
    if isinstance(quantity, SumQuantity):
        records, perhaps = records_of_sum(
            quantity, engine.plan.records[quantity.list], inference.values.extents[quantity.list], key
        )
        outcomes = counted_rows(inference.counted[quantity.list], perhaps)
        counted = [record for record in records if counts(quantity, outcomes[record.key]) is Outcome.MET]
        return speaker.templates[f"figure_{quantity.figure}" if quantity.figure else "sum"].format(
            name=name,
            field=speaker.plain_name(quantity.of, quantity.list) if quantity.of else speaker.templates["records"],
            count=len(counted),
            all=len(records),
            list=speaker.plain_name(quantity.list),
            value=value,
        )
    if isinstance(quantity, TableQuantity):
        return _looked_up(quantity, inference.lookups[quantity.id][key], speaker)
    keys = join_items((speaker.name(key) for key in quantity.by), speaker.language)
    return speaker.templates["looked_up"].format(name=name, keys=keys, value=value)


def _named_condition(condition: NamedCondition, name: str, value: str, speaker: RuleRenderer) -> str:
    """Write in which cases a condition holds and which exceptions it has, with the values of both."""
    joined = speaker.templates["or_else"]
    conditions = joined.join(speaker.condition(row.when) for row in condition.cases)
    if condition.exceptions:
        exceptions = joined.join(speaker.condition(row.when) for row in condition.exceptions)
        conditions = speaker.templates["excepting"].format(conditions=conditions, exceptions=exceptions)
    return speaker.templates["named_condition"].format(name=name, value=value, conditions=conditions)


def _looked_up(quantity: TableQuantity, consulted: LookupResult, speaker: RuleRenderer) -> str:
    """Write which table answered for which keys, or why none did."""
    name, templates = speaker.plain_name(quantity.id, quantity.list), speaker.templates
    if consulted.reason is not None:
        reason_text = missing_sentence(
            consulted.reason, _ended_at(consulted, speaker), consulted.keys, templates, speaker.words
        )
        return templates["table_missing"].format(name=name, reason=reason_text)
    if consulted.open_keys or not consulted.tried:
        keys = [speaker.name(key_name, quantity.list) for key_name in consulted.open_keys or quantity.directly_reads]
        return templates["looked_up"].format(
            name=name, keys=join_items(keys, speaker.language), value=speaker.shown(quantity.id)
        )
    last = consulted.tried[-1]
    keys_said = keys_sentence(last.keys, speaker.words)
    return templates["table_found"].format(
        name=name, table=last.table, column=quantity.column, keys=keys_said, value=speaker.shown(quantity.id)
    )


def _ended_at(consulted: LookupResult, speaker: RuleRenderer) -> str:
    """Name the edition where the search ended, or the table if none of its editions could be asked."""
    if consulted.reason not in (MissingReason.NO_EDITION, MissingReason.UNFIT):
        return consulted.tried[-1].table
    tables = {table.id: table.name for table in speaker.scorecard.tables or ()}
    return tables.get(consulted.table, consulted.table)


def keys_sentence(keys: Iterable[tuple[str, str]], words: Lexicon) -> str:
    """Write what was looked up in each key column."""
    return join_items((f"{column} {word}" for column, word in keys), words.language)


def missing_sentence(
    reason: MissingReason,
    table: str,
    keys: Iterable[tuple[str, str]],
    templates: Mapping[str, str],
    words: Lexicon,
) -> str:
    """Write why a table gives no value."""
    return templates[f"missing_{reason.value}"].format(table=table, keys=keys_sentence(keys, words))


def indicator_sentence(indicator: Indicator, earned: EarnedPoints, speaker: RuleRenderer) -> str:
    """Write what an indicator measured and earned."""
    name = indicator.labels.get(speaker.language, "")
    details = {
        "id": indicator.id,
        "name": name,
        "points": speaker.span(earned.counted, ""),
        "maximum": speaker.span(Interval(earned.maximum, earned.maximum), ""),
    }
    if earned.counts is Outcome.NOT_MET:
        return speaker.templates["outside_stage"].format(id=indicator.id, name=name)
    if earned.applies is Outcome.NOT_MET:
        return speaker.templates["absent"].format(id=indicator.id, name=name)
    if earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return speaker.templates["must_fails"].format(**details)
    return SCALE_TEXTS[indicator.scale.kind].sentence(indicator, earned, details, speaker)


def ladder_sentence(row: LadderRow, speaker: RuleRenderer) -> str:
    """Write what a row of the ladder asks, with the total score and the values of its conditions."""
    span = Interval(
        row.at_least if row.at_least is not None else row.more_than,
        row.at_most if row.at_most is not None else row.below,
        row.at_least is None,
        row.at_most is None,
    )
    unbounded = span.low is None and span.high is None
    wanted = speaker.templates["any_score"] if unbounded else speaker.span(span, "")
    score = speaker.templates["total_in"].format(points=speaker.shown(TOTAL_SCORE), span=wanted)
    conditions = speaker.words.clauses_separator.join([score, *map(speaker.clause, row.requires)])
    return speaker.templates["grade_row"].format(grade=speaker.grade(row.grade), conditions=conditions)


def exception_sentence(row: LadderRow, speaker: RuleRenderer) -> str:
    """Write what keeps from a grade, with the values of its conditions."""
    conditions = speaker.words.clauses_separator.join(map(speaker.clause, row.requires))
    return speaker.templates["grade_exception"].format(grade=speaker.grade(row.grade), conditions=conditions)
