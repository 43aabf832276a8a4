"""Quantity sentences of an explanation: how each figure was computed, and table lookups without an answer."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.messages import join_items
from rules.contracts.outcomes import MissingReason, Outcome
from rules.engine.verdicts import names_in_rule
from rules.model.expressions import TOTAL_SCORE, names_in_condition
from rules.model.quantities import FormulaQuantity
from rules.model.record_results import record_results
from rules.model.scorecard import FactType, TableQuantity
from rules.trail.dependency_trace import computed_quantities_behind
from rules.trail.explanation_text import Statement, Topic
from rules.trail.rule_sentences import missing_sentence
from rules.trail.sentences import sentence_templates

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from rules.contracts.record import MissingValue, Record
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.language.render import Renderer
    from rules.model.quantities import Quantity
    from rules.model.scorecard import Scorecard
    from rules.trail.dependency_trace import ComputedQuantity
    from rules.trail.explanation_text import ExplanationText


def computed_statements(
    engine: InferenceEngine,
    inference: Inference,
    record: Record,
    explanation_text: ExplanationText,
    criterion: str | None = None,
) -> Iterator[Statement]:
    """Say of each quantity behind a result, a gate or a rule how it was computed, as its step recorded it.

    Of one criterion or result, if it is asked for, only what that rests on.
    """
    if inference.applies is Outcome.NOT_MET:
        return
    facts = {fact.id for fact in engine.plan.scorecard.facts}
    for quantity in _computed(engine, inference, record, criterion):
        behind = tuple(fact for fact in engine.dependencies.of((quantity.name,)) if fact in facts)
        text = (
            f"{_sentence(quantity, explanation_text)}{explanation_text.fill_template('end')}"
            + explanation_text.support(quantity.bases, ())
        )
        yield Statement(Topic.COMPUTATION, text, criterion, behind, (), quantity.bases)


def figures_of_records_by_address(scorecard: Scorecard, record: Record) -> dict[str, tuple[str, str, str]]:
    """Give quantity, list and key of each figure of a record, by its address, such as `units[A].allocated`."""
    names = {result.id: result.name for result in record_results(scorecard)}
    return {
        f"{of.list}[{of.key}].{figure.id}": (names[figure.id], of.list, of.key)
        for of in record.record_results
        for figure in of.figures
    }


def _computed(
    engine: InferenceEngine, inference: Inference, record: Record, criterion: str | None
) -> tuple[ComputedQuantity, ...]:
    names = dict(_names(engine, inference, record))
    if criterion is not None and criterion not in names:
        figure_place = figures_of_records_by_address(engine.plan.scorecard, record).get(criterion)
        return (
            ()
            if figure_place is None
            else computed_quantities_behind(engine, inference, figure_place[:1], *figure_place[1:])
        )
    of = names if criterion is None else {criterion: names[criterion]}
    return computed_quantities_behind(
        engine, inference, dict.fromkeys(name for behind in of.values() for name in behind)
    )


def _names(engine: InferenceEngine, inference: Inference, record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the names that each result, gate that applies and rule that bears on the verdict reads."""
    card = engine.plan.scorecard
    for result in card.results:
        if result.name != TOTAL_SCORE:
            yield result.id, (result.name,)
    for gate in card.gates:
        if inference.gates[gate.id] is not Outcome.NOT_APPLICABLE:
            yield gate.id, tuple(names_in_condition((*gate.applies, *gate.requires)))
    if card.verdicts is not None:
        bearing = {rule.id for rule in record.rules if rule.outcome in (Outcome.MET, Outcome.UNDETERMINED)}
        for rule in card.verdicts.rules:
            if rule.id in bearing:
                yield rule.id, names_in_rule(card.verdicts, rule)


def _sentence(quantity: ComputedQuantity, explanation_text: ExplanationText) -> str:
    """Give the sentence that was recorded; of a record, with the record that it is about."""
    if not quantity.list:
        return _once(explanation_text.payload(f"quantities/{quantity.name}").sentence[explanation_text.language])
    recorded = explanation_text.payload(f"facts/{quantity.list}/{quantity.record}").quantities[quantity.name]
    of = {"list": explanation_text.renderer.name(quantity.list), "record": quantity.record}
    return explanation_text.fill_template(
        "of_record", sentence=_once(recorded.sentence[explanation_text.language]), **of
    )


def _once(sentence: str) -> str:
    """Say a value once that is its own formula."""
    *head, formula, value = ("", *sentence.rsplit(" = ", 2))
    return f"{head[-1]} = {value}" if head[1:] and formula == value else sentence


class FailedLookup(NamedTuple):
    """One lookup without answer: of which record of which list, in which table it ended, and by which keys."""

    list: str
    record: str
    table: str
    keys: tuple[tuple[str, str], ...]


def reportable_lookups(looked: Sequence[FailedLookup]) -> tuple[bool, ...]:
    """Say of each lookup whether it is to be told, of those of one evaluation in the order of telling.

    A word that one lookup of a record was asked for alone, and that its table does not know, explains every other
    lookup of the record by that word: a code that is in no list has no default value either. So does the same table
    asked for the same twice.
    """
    return tuple(
        not any(_explains(looked, other, position) for other in range(len(looked))) for position in range(len(looked))
    )


def _explains(looked: Sequence[FailedLookup], other: int, position: int) -> bool:
    lookup, following = looked[other], looked[position]
    if other == position or (lookup.list, lookup.record) != (following.list, following.record):
        return False
    if lookup.keys == following.keys:
        return other < position and (lookup.table == following.table or len(lookup.keys) == 1)
    return len(lookup.keys) == 1 and any(_is_same_word(lookup.keys[0], key) for key in following.keys)


def _is_same_word(key: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether both ask for one word; a code may have been asked for by its heading."""
    (column, word), (other_column, other_word) = key, other
    return column == other_column and (word.startswith(other_word) or other_word.startswith(word))


_NOT_BY_KEYS = (MissingReason.NO_EDITION, MissingReason.UNFIT, MissingReason.BLANK)
"""Why a value is missing whatever it was looked up by."""


def missing_statements(
    record: Record, explanation_text: ExplanationText, silent: Container[tuple[str, str]]
) -> Iterator[Statement]:
    """Say of each lookup without answer that leaves something open which table was asked for what, why it says nothing.

    `silent` names these lookups, each with its record. What is missing is never said to be 0.
    """
    for missing, text in missing_texts(record, explanation_text.renderer, silent):
        rows = explanation_text.renderer.names.quantities[missing.quantity].rows
        bases = tuple(dict.fromkeys(basis for row in rows for basis in row.basis))
        yield Statement(Topic.OPEN_FACT, text, bases=bases)


def missing_texts(
    record: Record, renderer: Renderer, silent: Container[tuple[str, str]] | None = None
) -> Iterator[tuple[MissingValue, str]]:
    """Say in one sentence each what the reference tables give no value for, why, and what to check.

    What only follows from another is not said; what decides which row of a quantity holds comes before the rest.
    """
    quantities = renderer.names.quantities
    deciding = {name for quantity in quantities.values() for name in _names_deciding(quantity)}
    told_of = [
        missing_value
        for missing_value in record.missing_values
        if silent is None or (missing_value.quantity, missing_value.record) in silent
    ]
    told_of.sort(key=lambda missing_value: missing_value.quantity not in deciding)
    templates = sentence_templates(renderer.language)
    reportable = reportable_lookups(
        [
            FailedLookup(
                quantities[missing_value.quantity].owner or "",
                missing_value.record,
                missing_value.table,
                _keys(missing_value),
            )
            for missing_value in told_of
        ]
    )
    for missing in compress(told_of, reportable):
        quantity = quantities[missing.quantity]
        owner = quantity.owner
        name, reason = missing_value_name_and_reason(missing, record, renderer)
        reason += _remedy(missing, quantity, renderer)
        if owner is None:
            yield missing, templates["missing_value"].format(name=name, reason=reason)
        else:
            template = templates["missing_of_record"]
            yield missing, template.format(name=name, list=renderer.name(owner), key=missing.record, reason=reason)


def _names_deciding(quantity: Quantity) -> Iterator[str]:
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    return (name for row in rows for name in names_in_condition(row.when))


def _remedy(missing: MissingValue, quantity: Quantity, renderer: Renderer) -> str:
    """Name the texts to check by which the value was looked up: a code or a country may be misspelt, a day is not."""
    if missing.reason in _NOT_BY_KEYS or not isinstance(quantity, TableQuantity):
        return ""
    owner = quantity.owner
    names = dict.fromkeys(key.name for row in quantity.rows for key in row.keys if key.name is not None)
    texts = [name for name in names if _is_text(name, owner, renderer)]
    text_names = join_items((renderer.name(name, owner) for name in texts), renderer.language)
    return sentence_templates(renderer.language)["missing_remedy"].format(names=text_names) if texts else ""


def _is_text(name: str, owner: str | None, renderer: Renderer) -> bool:
    return getattr(renderer.names.definition(name, owner), "type", None) is FactType.TEXT


def _keys(missing: MissingValue) -> tuple[tuple[str, str], ...]:
    return tuple((key.column, key.word) for key in missing.keys)


def missing_value_name_and_reason(missing: MissingValue, record: Record, renderer: Renderer) -> tuple[str, str]:
    """Name what the reference tables give no value for, and say why."""
    uses = {use.id: f"{use.name}@{use.edition}" for use in record.tables}
    keys = list(_keys(missing))
    table = uses.get(missing.table, missing.name)
    reason = missing_sentence(missing.reason, table, keys, sentence_templates(renderer.language), renderer.words)
    return renderer.name(missing.quantity, renderer.names.quantities[missing.quantity].owner), reason
