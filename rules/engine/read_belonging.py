"""Referential integrity of records: refusal of references to a parent record that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, RecordsExtent, records_of
from rules.contracts.messages import message_factory
from rules.contracts.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.extents import Extent
    from rules.engine.read_values import Violations
    from rules.model.scorecard import Scorecard

_say = message_factory(__name__)


def refuse_orphan_records(scorecard: Scorecard, extents: Mapping[str, Extent], violations: Violations) -> None:
    """Refuse each record that names a record which the list that it belongs to does not have."""
    types = {record.id: record for record in scorecard.records}
    for fact in scorecard.facts:
        belongs = types[fact.record].belongs_to if fact.record is not None else None
        others = None if belongs is None else extents.get(belongs.list)
        if belongs is None or not isinstance(others, RecordsExtent) or others.records is None:
            continue
        there = {record.key for record in others.records}
        for record in records_of(extents[fact.id]):
            named = record.fields[belongs.field]
            if isinstance(named, ChoiceExtent) and len(named.possible) == 1 and not named.others:
                (key,) = named.possible
                if key not in there:
                    path = f"facts[{fact.id}].records[{record.key[:80]}].{belongs.field}"
                    message = _say("NO_SUCH_RECORD", found=key[:80], list=belongs.list, hint=did_you_mean(key, there))
                    violations.add(path, "UNKNOWN_RECORD", message)
