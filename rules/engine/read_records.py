"""Record list reader: keys, typed fields, reasons for unknown fields, uniqueness, and references to parent records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, ListRecord, RecordsExtent, records_of
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.contracts.suggestions import did_you_mean
from rules.engine.read_values import Violations, fold_text, read_scalar, unknown_extent, usual_reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.plan import RecordScope
    from rules.engine.read_evidence import EvidenceIndex
    from rules.model.scorecard import RecordType, Scorecard, SumQuantity


RecordsOfParent = tuple[tuple[ListRecord, ...], frozenset[str]]
"""Records of a parent, sorted by key, and the keys of the uncertain members."""


@dataclass(slots=True)
class RecordsByParent:
    """The records of a list by parent key. Some may belong to several parents, or to any."""

    surely: dict[str, list[ListRecord]] = field(default_factory=dict)
    to_several: list[tuple[ListRecord, frozenset[str]]] = field(default_factory=list)
    to_any: list[ListRecord] = field(default_factory=list)
    _shared_result: RecordsOfParent | None = None

    @classmethod
    def of(cls, scope: RecordScope, extent: Extent) -> RecordsByParent:
        grouped, belongs = cls(), scope.record.belongs_to
        for record in records_of(extent) if belongs is not None else ():
            parent = record.fields[belongs.field] if belongs is not None else None
            if not isinstance(parent, ChoiceExtent) or parent.others:
                grouped.to_any.append(record)
            elif len(parent.possible) == 1:
                grouped.surely.setdefault(next(iter(parent.possible)), []).append(record)
            else:
                grouped.to_several.append((record, parent.possible))
        return grouped

    def belonging_to(self, key: str) -> RecordsOfParent:
        """Return the certain and possible records of a parent.

        Parents with only `to_any` records share one result object, for caching by identity.
        """
        uncertain = [record for record, possible in self.to_several if key in possible]
        if not uncertain and key not in self.surely:
            if self._shared_result is None:
                self._shared_result = _in_order((), self.to_any)
            return self._shared_result
        return _in_order(self.surely.get(key, ()), [*uncertain, *self.to_any])


def _in_order(surely: Iterable[ListRecord], uncertain: list[ListRecord]) -> RecordsOfParent:
    records = sorted((*surely, *uncertain), key=lambda record: record.key)
    return tuple(records), frozenset(record.key for record in uncertain)


def counted_rows(
    counted: Mapping[str, Mapping[str, Outcome]], perhaps: frozenset[str]
) -> Mapping[str, Mapping[str, Outcome]]:
    """Return the row outcomes by record; "met" becomes undetermined for `perhaps`."""
    if not perhaps:
        return counted
    weakened = {Outcome.MET: Outcome.UNDETERMINED}
    weakened_rows = {
        key: {rule: weakened.get(outcome, outcome) for rule, outcome in counted[key].items()} for key in perhaps
    }
    return {**counted, **weakened_rows}


class RecordGroups:
    """Records grouped by parent. Each list is grouped once while its extent is unchanged."""

    def __init__(self) -> None:
        self._grouped: dict[str, tuple[Extent, RecordsByParent]] = {}

    def of_sum(self, quantity: SumQuantity, scope: RecordScope, extent: Extent, key: str) -> RecordsOfParent:
        if quantity.each is None:
            return records_of(extent), frozenset()
        grouped = self._grouped.get(quantity.list)
        if grouped is None or grouped[0] is not extent:
            grouped = self._grouped[quantity.list] = extent, RecordsByParent.of(scope, extent)
        return grouped[1].belonging_to(key)


_message = message_factory(__name__)


def refuse_orphan_records(scorecard: Scorecard, extents: Mapping[str, Extent], violations: Violations) -> None:
    """Add a violation for each record with an unknown parent key."""
    types = {record.id: record for record in scorecard.records}
    for fact in scorecard.facts:
        belongs = types[fact.record].belongs_to if fact.record is not None else None
        others = None if belongs is None else extents.get(belongs.list)
        if belongs is None or not isinstance(others, RecordsExtent) or others.records is None:
            continue
        parent_keys = {record.key for record in others.records}
        for record in records_of(extents[fact.id]):
            named = record.fields[belongs.field]
            if isinstance(named, ChoiceExtent) and len(named.possible) == 1 and not named.others:
                (key,) = named.possible
                if key not in parent_keys:
                    path = f"facts[{fact.id}].records[{record.key[:80]}].{belongs.field}"
                    message = _message(
                        "NO_SUCH_RECORD", found=key[:80], list=belongs.list, hint=did_you_mean(key, parent_keys)
                    )
                    violations.add(path, "UNKNOWN_RECORD", message)


class RecordFields:
    """The fields of one record type, each with a fast reader for its usual values."""

    def __init__(self, record_type: RecordType) -> None:
        self.record_type = record_type
        self.ids = frozenset(definition.id for definition in record_type.fields)
        self.definitions = [
            (definition.id, definition, _never_usual if definition.evidence else usual_reader(definition))
            for definition in record_type.fields
        ]


def _never_usual(_: DeclaredValue) -> None:
    return None


class RecordReader:
    """Reader for the records of one list. `unknown` maps `list[key].field` to a reason."""

    def __init__(
        self, fact: str, record_fields: RecordFields, evidence_index: EvidenceIndex, violations: Violations
    ) -> None:
        self._fact = fact
        self._fields = record_fields
        self._type = record_fields.record_type
        self._evidence_index = evidence_index
        self._violations = violations
        self._seen: dict[str, dict[str, str]] = {name: {} for name in (self._type.key, *self._type.unique)}
        self.unknown: dict[str, UnknownReason] = {}

    def read(
        self, fields: Mapping[str, DeclaredValue], position: int
    ) -> tuple[ListRecord, dict[str, DeclaredValue]] | None:
        key_value = fields.get(self._type.key)
        key = key_value.key_text if key_value is not None else ""
        path = f"facts[{self._fact}].records[{(key or str(position))[:80]}]"
        if not key:
            self._violations.add(path, "KEY_MISSING", _message("KEY_MISSING", key=self._type.key))
            return None
        if not fields.keys() <= self._fields.ids:
            self._refuse_unknown(fields, path)
        extents: dict[str, Extent] = {}
        used: dict[str, DeclaredValue] = {}
        plain: dict[str, object] = {}
        normal = dict(fields)
        for name, definition, usual in self._fields.definitions:
            value = fields.get(name)
            if value is not None and not value.evidence and (usual_value := usual(value)) is not None:
                (extents[name], plain[name]), used[name] = usual_value, value
                continue
            scalar = None
            reason: UnknownReason | None = UnknownReason.NOT_GIVEN
            if value is not None and value.kind is not None:
                address = f"{path}.{name}"
                scalar = read_scalar(definition, value, address, self._violations)
                reason = self._evidence_index.fault(definition, value.evidence, address)
                if scalar is not None:
                    normal[name] = scalar[1]
            if scalar is None or reason is not None:
                extents[name] = unknown_extent(definition)
                self.unknown[f"{self._fact}[{key}].{name}"] = reason or UnknownReason.NOT_GIVEN
            else:
                extents[name], used[name] = scalar
        self._refuse_repetition(normal, key, path)
        return ListRecord(key, extents, plain), used

    def _refuse_unknown(self, fields: Mapping[str, DeclaredValue], path: str) -> None:
        for name in fields:
            if name not in self._fields.ids:
                hint = did_you_mean(name, self._fields.ids)
                self._violations.add(
                    f"{path}.{name[:60]}", "UNKNOWN_FIELD", _message("NO_SUCH_FIELD", record=self._type.id, hint=hint)
                )

    def _refuse_repetition(self, fields: Mapping[str, DeclaredValue], key: str, path: str) -> None:
        for name, values in self._seen.items():
            value = fields.get(name)
            text = value.key_text if value is not None else ""
            folded = fold_text(text)
            if folded and folded in values:
                self._violations.add(
                    f"{path}.{name}",
                    "DUPLICATE",
                    _message("COUNTED_TWICE", name=name, text=text, other=values[folded][:80]),
                )
            elif folded:
                values[folded] = key
