"""Texts on the open items of a record: titles, outdated evidence and table lookups without a value."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import parse_date
from rules.contracts.messages import in_language, join_fragments, join_items, message_factory
from rules.contracts.outcomes import MissingReason, UnknownReason
from rules.engine.open_facts import grade_criterion_id
from rules.engine.read_evidence import DateFault, DateFaultKind, date_fault
from rules.engine.read_subject import chosen_value
from rules.model.expressions import STAGE, names_in_condition
from rules.model.quantities import FormulaQuantity
from rules.model.scorecard import FactType, TableQuantity
from rules.trail.rule_sentences import missing_sentence
from rules.trail.sentences import sentence_templates

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import MissingValue, Record
    from rules.language.render import Renderer
    from rules.model.definitions import FactDefinition, TextByLanguage
    from rules.model.quantities import Quantity
    from rules.model.scorecard import Scorecard

_KEY_INDEPENDENT_REASONS = (MissingReason.NO_EDITION, MissingReason.UNFIT, MissingReason.BLANK)
_message = message_factory(__name__)


def criterion_title(scorecard: Scorecard, id: str, language: str) -> str:
    """Return the id of a criterion, followed by its label in the language if there is one."""
    labels: dict[str, TextByLanguage] = {gate.id: gate.labels for gate in scorecard.gates}
    labels.update((indicator.id, indicator.labels) for indicator in scorecard.indicators)
    labels.update((finding.id, finding.labels) for finding in scorecard.findings)
    labels.update((rule.id, rule.labels) for rule in scorecard.verdict_rules)
    return f"{id} {labels.get(id, {}).get(language, '')}".rstrip()


def open_item_title(renderer: Renderer, id: str, language: str, *, the_stage: str) -> str:
    """Return the title of an undetermined item: the stage, a grade or a criterion."""
    if id == STAGE:
        return the_stage
    grade = id.removeprefix(grade_criterion_id(""))
    return criterion_title(renderer.scorecard, id, language) if grade == id else renderer.grade(grade)


def outdated_evidence(id: str, reason: UnknownReason, record: Record, scorecard: Scorecard) -> str:
    """Return notes on the outdated or undated evidence of a fact; empty if it is unknown for another reason.

    `id` is a fact id, or a record field such as `list[key].field`.
    """
    faults = list(_faults(id, record, scorecard)) if reason is UnknownReason.EVIDENCE_EXPIRED else []
    return join_fragments(faults) if faults else ""


def reason_with_dates(reason: str, dates: str, language: str) -> str:
    """Append the notes from `outdated_evidence` to the reason, if there are any."""
    return in_language(_message("OUT_OF_DATE", said=reason, why=dates), language) if dates else reason


def _faults(id: str, record: Record, scorecard: Scorecard) -> Iterator[str]:
    issued_for = next((fact.issued_for for fact in scorecard.facts if fact.id == id), None)
    definition, value = _definition_and_value(issued_for or id, record, scorecard)
    if definition is None or value is None:
        return
    for item in record.evidence:
        counts = item.id in value.evidence and item.kind in definition.evidence
        if not counts or item.assurance.rank < definition.assurance.rank:
            continue
        fault = date_fault(item, definition.maximum_age_months, parse_date(record.as_of_date))
        if fault is None and issued_for is not None and item.issue_date is None:
            fault = DateFault(DateFaultKind.UNDATED)
        if fault is not None:
            months = definition.maximum_age_months
            yield _message(f"NOTE_{fault.kind.name}", evidence=item.id, day=fault.day or "", months=months or "")


def _definition_and_value(
    id: str, record: Record, scorecard: Scorecard
) -> tuple[FactDefinition | None, DeclaredValue | None]:
    listed, _, rest = id.partition("[")
    definition = next((candidate for candidate in scorecard.facts if candidate.id == listed), None)
    fact = next((evaluated for evaluated in record.facts if evaluated.declared.id == listed), None)
    value, _ = chosen_value(None if fact is None else fact.declared, verified=True)
    if definition is None or value is None or not rest:
        return definition, value
    key, _, field = rest.rpartition("].")
    type = next((record_type for record_type in scorecard.records if record_type.id == definition.record), None)
    if type is None:
        return None, None
    of_field = next((field_definition for field_definition in type.fields if field_definition.id == field), None)
    matching_row = next((row for row in value.records or () if type.key in row and row[type.key].key_text == key), {})
    return of_field, matching_row.get(field)


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
