"""Why is the evidence behind a fact out of date, and since or until which day?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.messages import clauses, speaker, told
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_evidence import date_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Record
    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Scorecard

_say = speaker(__name__)


def out_of_date(id: str, reason: UnknownReason, record: Record, scorecard: Scorecard) -> str:
    """Say which evidence is out of date, and by which day; nothing where a fact is unknown for another reason.

    `id` is that of a fact, or of a field of a record by list, key and field.
    """
    found = list(_faults(id, record, scorecard)) if reason is UnknownReason.EVIDENCE_EXPIRED else []
    return clauses(found) if found else ""


def with_dates(said: str, dates: str, language: str) -> str:
    """Put what `out_of_date` says behind the words for its reason."""
    return told(_say("OUT_OF_DATE", said=said, why=dates), language) if dates else said


def _faults(id: str, record: Record, scorecard: Scorecard) -> Iterator[str]:
    definition, value = _asked(id, record, scorecard)
    named = () if value is None else value.evidence
    for item in record.evidence if definition is not None else ():
        counts = item.id in named and definition is not None and item.kind in definition.evidence
        if not counts or definition is None or item.assurance.rank < definition.assurance.rank:
            continue
        fault = date_fault(item, definition.maximum_age_months, parse_date(record.as_of_date))
        if fault is not None:
            months = definition.maximum_age_months
            yield _say(f"NOTE_{fault.kind.name}", evidence=item.id, day=fault.day or "", months=months or "")


def _asked(id: str, record: Record, scorecard: Scorecard) -> tuple[FactDefinition | None, DeclaredValue | None]:
    """Find what a fact, or a field of a record, asks of its evidence, and its declared value."""
    listed, _, rest = id.partition("[")
    definition = next((one for one in scorecard.facts if one.id == listed), None)
    fact = next((one for one in record.facts if one.declared.id == listed), None)
    if definition is None or fact is None or not rest:
        return definition, None if fact is None else fact.declared.value
    key, _, field = rest.rpartition("].")
    type = next((one for one in scorecard.records if one.id == definition.record), None)
    records = fact.declared.value.records if fact.declared.value is not None else None
    of_field = next((one for one in type.fields if one.id == field), None) if type is not None else None
    for number, one in enumerate(records or ()):
        names = {value.text or value.choice or value.number or value.date for value in one.values()}
        if key in names or key == str(number):
            return of_field, one.get(field)
    return of_field, None
