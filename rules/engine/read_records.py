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
"""Records in the order of their keys, and the keys of those that only may belong."""


@dataclass(slots=True)
class RecordsByParent:
    """The records of a list by the key of the record that they belong to; some may belong to several, or to any."""

    surely: dict[str, list[ListRecord]] = field(default_factory=dict)
    to_several: list[tuple[ListRecord, frozenset[str]]] = field(default_factory=list)
    to_any: list[ListRecord] = field(default_factory=list)
    _of_no_other: RecordsOfParent | None = None

    @classmethod
    def of(cls, scope: RecordScope, extent: Extent) -> RecordsByParent:
        """Group the records of a list by the field that says where they belong."""
        grouped, belongs = cls(), scope.record.belongs_to
        for record in records_of(extent) if belongs is not None else ():
            where = record.fields[belongs.field] if belongs is not None else None
            if not isinstance(where, ChoiceExtent) or where.others:
                grouped.to_any.append(record)
            elif len(where.possible) == 1:
                grouped.surely.setdefault(next(iter(where.possible)), []).append(record)
            else:
                grouped.to_several.append((record, where.possible))
        return grouped

    def belonging_to(self, key: str) -> RecordsOfParent:
        """Give the records that belong to a record, or may.

        Where none but those belong that may belong to any, the answer is the very same object, so that what follows
        from it need not be computed for each.
        """
        perhaps = [record for record, possible in self.to_several if key in possible]
        if not perhaps and key not in self.surely:
            if self._of_no_other is None:
                self._of_no_other = _in_order((), self.to_any)
            return self._of_no_other
        return _in_order(self.surely.get(key, ()), [*perhaps, *self.to_any])


def _in_order(surely: Iterable[ListRecord], perhaps: list[ListRecord]) -> RecordsOfParent:
    records = sorted((*surely, *perhaps), key=lambda record: record.key)
    return tuple(records), frozenset(record.key for record in perhaps)


def counted_rows(
    counted: Mapping[str, Mapping[str, Outcome]], perhaps: frozenset[str]
) -> Mapping[str, Mapping[str, Outcome]]:
    """Say which rows of sums hold for each record; where it only may belong, what holds is left open."""
    if not perhaps:
        return counted
    left_open = {Outcome.MET: Outcome.UNDETERMINED}
    opened = {key: {rule: left_open.get(outcome, outcome) for rule, outcome in counted[key].items()} for key in perhaps}
    return {**counted, **opened}


class RecordGroups:
    """The records of lists by those that they belong to; each list is grouped once, as it stands."""

    def __init__(self) -> None:
        """Begin with no list grouped."""
        self._grouped: dict[str, tuple[Extent, RecordsByParent]] = {}

    def of_sum(self, quantity: SumQuantity, scope: RecordScope, extent: Extent, key: str) -> RecordsOfParent:
        """Give the records over which a sum goes, and which of them only may belong; of the whole subject all."""
        if quantity.each is None:
            return records_of(extent), frozenset()
        grouped = self._grouped.get(quantity.list)
        if grouped is None or grouped[0] is not extent:
            grouped = self._grouped[quantity.list] = extent, RecordsByParent.of(scope, extent)
        return grouped[1].belonging_to(key)


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


class RecordFields:
    """The fields of the records of one type, each with what reads most of its values."""

    def __init__(self, record_type: RecordType) -> None:
        """List them; a field that asks for evidence has no usual values."""
        self.record_type = record_type
        self.ids = frozenset(definition.id for definition in record_type.fields)
        self.definitions = [
            (definition.id, definition, _never_usual if definition.evidence else usual_reader(definition))
            for definition in record_type.fields
        ]


def _never_usual(_: DeclaredValue) -> None:
    return None


class RecordReader:
    """Reads the records of one list; unknown fields are noted under `list[key].field` with their reason."""

    def __init__(
        self, fact: str, record_fields: RecordFields, evidence_index: EvidenceIndex, violations: Violations
    ) -> None:
        """Begin a list; no key and no unique field may repeat in it."""
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
        """Read one record: what is known of it, and its fields in normal form; None if it has no key."""
        key_value = fields.get(self._type.key)
        key = key_value.key_text if key_value is not None else ""
        path = f"facts[{self._fact}].records[{(key or str(position))[:80]}]"
        if not key:
            self._violations.add(path, "KEY_MISSING", _say("KEY_MISSING", key=self._type.key))
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
                    f"{path}.{name[:60]}", "UNKNOWN_FIELD", _say("NO_SUCH_FIELD", record=self._type.id, hint=hint)
                )

    def _refuse_repetition(self, fields: Mapping[str, DeclaredValue], key: str, path: str) -> None:
        for name, values in self._seen.items():
            value = fields.get(name)
            text = value.key_text if value is not None else ""
            same = fold_text(text)
            if same and same in values:
                self._violations.add(
                    f"{path}.{name}",
                    "DUPLICATE",
                    _say("COUNTED_TWICE", name=name, text=text, other=values[same][:80]),
                )
            elif same:
                values[same] = key
