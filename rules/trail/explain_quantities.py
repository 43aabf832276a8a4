"""Quantity statements of an explanation: computed figures, and table lookups without a value."""

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
    wording: ExplanationText,
    criterion: str | None = None,
) -> Iterator[Statement]:
    """Yield the recorded computation of each quantity behind a result, gate or rule, or behind one criterion."""
    if inference.applies is Outcome.NOT_MET:
        return
    facts = {fact.id for fact in engine.plan.scorecard.facts}
    for quantity in _computed(engine, inference, record, criterion):
        behind = tuple(fact for fact in engine.dependencies.of((quantity.name,)) if fact in facts)
        text = f"{_sentence(quantity, wording)}{wording.fill('end')}" + wording.support(quantity.bases, ())
        yield Statement(Topic.COMPUTATION, text, criterion, behind, (), quantity.bases)


def figures_of_records_by_address(scorecard: Scorecard, record: Record) -> dict[str, tuple[str, str, str]]:
    """Return (quantity, list, record key) of each record figure by address, such as `units[A].allocated`."""
    names = {result.id: result.name for result in record_results(scorecard)}
    return {
        f"{record_figures.list}[{record_figures.key}].{figure.id}": (
            names[figure.id],
            record_figures.list,
            record_figures.key,
        )
        for record_figures in record.record_results
        for figure in record_figures.figures
    }


def _computed(
    engine: InferenceEngine, inference: Inference, record: Record, criterion: str | None
) -> tuple[ComputedQuantity, ...]:
    names = dict(_names_by_criterion(engine, inference, record))
    if criterion is not None and criterion not in names:
        figure_location = figures_of_records_by_address(engine.plan.scorecard, record).get(criterion)
        return (
            ()
            if figure_location is None
            else computed_quantities_behind(engine, inference, figure_location[:1], *figure_location[1:])
        )
    selected = names if criterion is None else {criterion: names[criterion]}
    return computed_quantities_behind(
        engine, inference, dict.fromkeys(name for behind in selected.values() for name in behind)
    )


def _names_by_criterion(
    engine: InferenceEngine, inference: Inference, record: Record
) -> Iterator[tuple[str, tuple[str, ...]]]:
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


def _sentence(quantity: ComputedQuantity, wording: ExplanationText) -> str:
    if not quantity.list:
        return _without_repeated_value(wording.payload(f"quantities/{quantity.name}").sentence[wording.language])
    recorded = wording.payload(f"facts/{quantity.list}/{quantity.record}").quantities[quantity.name]
    slots = {"list": wording.renderer.name(quantity.list), "record": quantity.record}
    return wording.fill("of_record", sentence=_without_repeated_value(recorded.sentence[wording.language]), **slots)


def _without_repeated_value(sentence: str) -> str:
    *head, formula, value = ("", *sentence.rsplit(" = ", 2))
    return f"{head[-1]} = {value}" if head[1:] and formula == value else sentence


class FailedLookup(NamedTuple):
    """Table lookup without a value: its record, the last table consulted, and the keys."""

    list: str
    record: str
    table: str
    keys: tuple[tuple[str, str], ...]


def reportable_lookups(looked: Sequence[FailedLookup]) -> tuple[bool, ...]:
    """Return for each lookup of one evaluation, in reporting order, whether to report it.

    A failed lookup by one key explains the other lookups of its record by that key: an unlisted code has no default
    value. Exact repetitions are not reported.
    """
    return tuple(
        not any(_explains(looked, other, position) for other in range(len(looked))) for position in range(len(looked))
    )


def _explains(lookups: Sequence[FailedLookup], other: int, position: int) -> bool:
    lookup, following = lookups[other], lookups[position]
    if other == position or (lookup.list, lookup.record) != (following.list, following.record):
        return False
    if lookup.keys == following.keys:
        return other < position and (lookup.table == following.table or len(lookup.keys) == 1)
    return len(lookup.keys) == 1 and any(_is_same_word(lookup.keys[0], key) for key in following.keys)


def _is_same_word(key: tuple[str, str], other: tuple[str, str]) -> bool:
    """Return whether both keys match; a code also matches its heading (a prefix)."""
    (column, word), (other_column, other_word) = key, other
    return column == other_column and (word.startswith(other_word) or other_word.startswith(word))


_KEY_INDEPENDENT_REASONS = (MissingReason.NO_EDITION, MissingReason.UNFIT, MissingReason.BLANK)


def missing_statements(
    record: Record, wording: ExplanationText, silent: Container[tuple[str, str]]
) -> Iterator[Statement]:
    """Yield a statement for each failed lookup in `silent`, which contains (quantity, record key).

    A missing value is never reported as 0.
    """
    for missing, text in missing_texts(record, wording.renderer, silent):
        rows = wording.renderer.names.quantities[missing.quantity].rows
        bases = tuple(dict.fromkeys(basis for row in rows for basis in row.basis))
        yield Statement(Topic.OPEN_FACT, text, bases=bases)


def missing_texts(
    record: Record, renderer: Renderer, silent: Container[tuple[str, str]] | None = None
) -> Iterator[tuple[MissingValue, str]]:
    """Yield each reportable missing table value with a sentence on the reason and the texts to check.

    If `silent` is None, all missing values are considered.
    """
    quantities = renderer.names.quantities
    deciding = {name for quantity in quantities.values() for name in _deciding_names(quantity)}
    selected = [
        missing_value
        for missing_value in record.missing_values
        if silent is None or (missing_value.quantity, missing_value.record) in silent
    ]
    selected.sort(key=lambda missing_value: missing_value.quantity not in deciding)
    templates = sentence_templates(renderer.language)
    reportable = reportable_lookups(
        [
            FailedLookup(
                quantities[missing_value.quantity].owner or "",
                missing_value.record,
                missing_value.table,
                _keys(missing_value),
            )
            for missing_value in selected
        ]
    )
    for missing in compress(selected, reportable):
        quantity = quantities[missing.quantity]
        owner = quantity.owner
        name, reason = missing_value_name_and_reason(missing, record, renderer)
        reason += _remedy(missing, quantity, renderer)
        if owner is None:
            yield missing, templates["missing_value"].format(name=name, reason=reason)
        else:
            template = templates["missing_of_record"]
            yield missing, template.format(name=name, list=renderer.name(owner), key=missing.record, reason=reason)


def _deciding_names(quantity: Quantity) -> Iterator[str]:
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    return (name for row in rows for name in names_in_condition(row.when))


def _remedy(missing: MissingValue, quantity: Quantity, renderer: Renderer) -> str:
    if missing.reason in _KEY_INDEPENDENT_REASONS or not isinstance(quantity, TableQuantity):
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
    """Return the name of the quantity without a table value, and the reason in words."""
    uses = {use.id: f"{use.name}@{use.edition}" for use in record.tables}
    keys = list(_keys(missing))
    table = uses.get(missing.table, missing.name)
    reason = missing_sentence(missing.reason, table, keys, sentence_templates(renderer.language), renderer.words)
    return renderer.name(missing.quantity, renderer.names.quantities[missing.quantity].owner), reason
