"""Out-of-date evidence behind an unknown fact: each item with its fault and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.messages import join_clauses, message_factory, told
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
    found = list(_faults(id, record, scorecard)) if reason is UnknownReason.EVIDENCE_EXPIRED else []
    return join_clauses(found) if found else ""


def reason_with_dates(said: str, dates: str, language: str) -> str:
    """Put what `outdated_evidence` says behind the words for its reason."""
    return told(_say("OUT_OF_DATE", said=said, why=dates), language) if dates else said


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
    definition = next((one for one in scorecard.facts if one.id == listed), None)
    fact = next((one for one in record.facts if one.declared.id == listed), None)
    value, _ = chosen_value(None if fact is None else fact.declared, verified=True)
    if definition is None or value is None or not rest:
        return definition, value
    key, _, field = rest.rpartition("].")
    type = next((one for one in scorecard.records if one.id == definition.record), None)
    if type is None:
        return None, None
    of_field = next((one for one in type.fields if one.id == field), None)
    found = next((one for one in value.records or () if type.key in one and one[type.key].key_text == key), {})
    return of_field, found.get(field)
