"""Out-of-date evidence behind an unknown fact: each item with its fault and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.messages import in_language, join_clauses, message_factory
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_evidence import DateFault, DateFaultKind, date_fault
from rules.engine.read_subject import chosen_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Record
    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Scorecard

_say = message_factory(__name__)


def outdated_evidence(id: str, reason: UnknownReason, record: Record, scorecard: Scorecard) -> str:
    """Say which evidence is out of date, and by which day; nothing where a fact is unknown for another reason.

    `id` is that of a fact, or of a field of a record by list, key and field.
    """
    faults = list(_faults(id, record, scorecard)) if reason is UnknownReason.EVIDENCE_EXPIRED else []
    return join_clauses(faults) if faults else ""


def reason_with_dates(reason: str, dates: str, language: str) -> str:
    """Put what `outdated_evidence` says behind the words for its reason."""
    return in_language(_say("OUT_OF_DATE", said=reason, why=dates), language) if dates else reason


def _faults(id: str, record: Record, scorecard: Scorecard) -> Iterator[str]:
    named = next((fact.issued_for for fact in scorecard.facts if fact.id == id), None)
    definition, value = _asked(named or id, record, scorecard)
    if definition is None or value is None:
        return
    for item in record.evidence:
        counts = item.id in value.evidence and item.kind in definition.evidence
        if not counts or item.assurance.rank < definition.assurance.rank:
            continue
        fault = date_fault(item, definition.maximum_age_months, parse_date(record.as_of_date))
        if fault is None and named is not None and item.issue_date is None:
            fault = DateFault(DateFaultKind.UNDATED)
        if fault is not None:
            months = definition.maximum_age_months
            yield _say(f"NOTE_{fault.kind.name}", evidence=item.id, day=fault.day or "", months=months or "")


def _asked(id: str, record: Record, scorecard: Scorecard) -> tuple[FactDefinition | None, DeclaredValue | None]:
    """Find what a fact, or a field of a record, asks of its evidence, and the value that counts."""
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
