"""Record list reader: keys, typed fields, reasons for unknown fields, and uniqueness checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import Extent, ListRecord
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import UnknownReason
from rules.contracts.suggestions import did_you_mean
from rules.engine.read_values import Violations, fold_text, read_scalar, unknown_extent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.read_evidence import EvidenceIndex
    from rules.model.scorecard import RecordType

_say = message_factory(__name__)


class RecordReader:
    """Reads the records of one list; unknown fields are noted under `list[key].field` with their reason."""

    def __init__(self, fact: str, record_type: RecordType, shelf: EvidenceIndex, violations: Violations) -> None:
        """Begin a list; no key and no unique field may repeat in it."""
        self._fact = fact
        self._type = record_type
        self._shelf = shelf
        self._violations = violations
        self._fields = {definition.id for definition in record_type.fields}
        self._seen: dict[str, dict[str, str]] = {name: {} for name in (record_type.key, *record_type.unique)}
        self.unknown: dict[str, UnknownReason] = {}

    def read(
        self, fields: Mapping[str, DeclaredValue], place: int
    ) -> tuple[ListRecord, dict[str, DeclaredValue]] | None:
        """Read one record: what is known of it, and its fields in normal form; None if it has no key."""
        key_value = fields.get(self._type.key)
        key = key_value.key_text if key_value is not None else ""
        path = f"facts[{self._fact}].records[{(key or str(place))[:80]}]"
        if not key:
            self._violations.add(path, "KEY_MISSING", _say("KEY_MISSING", key=self._type.key))
            return None
        for name in fields:
            if name not in self._fields:
                hint = did_you_mean(name, self._fields)
                self._violations.add(
                    f"{path}.{name[:60]}", "UNKNOWN_FIELD", _say("NO_SUCH_FIELD", record=self._type.id, hint=hint)
                )
        extents: dict[str, Extent] = {}
        used: dict[str, DeclaredValue] = {}
        normal = dict(fields)
        for definition in self._type.fields:
            value = fields.get(definition.id)
            scalar = None
            reason: UnknownReason | None = UnknownReason.NOT_GIVEN
            if value is not None and value.kind is not None:
                address = f"{path}.{definition.id}"
                scalar = read_scalar(definition, value, address, self._violations)
                reason = self._shelf.fault(definition, value.evidence, address)
                if scalar is not None:
                    normal[definition.id] = scalar[1]
            if scalar is None or reason is not None:
                extents[definition.id] = unknown_extent(definition)
                self.unknown[f"{self._fact}[{key}].{definition.id}"] = reason or UnknownReason.NOT_GIVEN
            else:
                extents[definition.id], used[definition.id] = scalar
        self._refuse_repetition(normal, key, path)
        return ListRecord(key, extents), used

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
