"""Missing table value sentences of an explanation: the lookup, why it has no answer, and what to check."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from rules.contracts.messages import join_items
from rules.contracts.outcomes import MissingReason
from rules.model.expressions import names_in_condition
from rules.model.quantities import FormulaQuantity
from rules.model.scorecard import FactType, TableQuantity
from rules.trail.explanation_text import Statement, Topic
from rules.trail.reportable_lookups import FailedLookup, reportable_lookups
from rules.trail.rule_sentences import missing_sentence
from rules.trail.sentences import sentence_templates

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from rules.contracts.record import MissingValue, Record
    from rules.language.render import Renderer
    from rules.model.quantities import Quantity
    from rules.trail.explanation_text import ExplanationText

_NOT_BY_KEYS = (MissingReason.NO_EDITION, MissingReason.UNFIT, MissingReason.BLANK)
"""Why a value is missing whatever it was looked up by."""


def missing_statements(
    record: Record, teller: ExplanationText, silent: Container[tuple[str, str]]
) -> Iterator[Statement]:
    """Say of each lookup without answer that leaves something open which table was asked for what, why it says nothing.

    `silent` names these lookups, each with its record. What is missing is never said to be 0.
    """
    for missing, text in missing_texts(record, teller.renderer, silent):
        rows = teller.renderer.names.quantities[missing.quantity].rows
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
