"""How do the inputs of an evaluation stand in its record, as plain JSON?

The long parts of a record are written as plain JSON at once. Building a model of each part only to write it out and
drop it would cost more than the inference; the models of `rules.contracts.record` are what is read back from the bytes,
and a test holds that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.canonical import refuse_inexact
from rules.contracts.inputs import DeclaredValue, Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.canonical import Json
    from rules.contracts.inputs import DeclaredFact
    from rules.contracts.outcomes import UnknownReason


@dataclass(frozen=True, slots=True)
class SeenFact:
    """One fact of the card: what was declared, and what the rules saw, as `EvaluatedFact` reads it back."""

    declared: DeclaredFact
    used: DeclaredValue | None = None
    unknown: UnknownReason | None = None
    written: dict[str, Json] | None = None
    """What the rules saw, as plain JSON."""

    number: str | None = None
    """Given instead if the fact is nothing but a number in normal form, used as it was declared."""

    def parts(self) -> dict[str, object]:
        """Give the parts of its `EvaluatedFact`."""
        return {"declared": self.declared, "used": self.used, "unknown": self.unknown}

    def plain(self) -> dict[str, Json]:
        """Write it as it stands in the record."""
        declared = self.declared
        fact: dict[str, Json] = {
            name: part if type(part) is str else _plain(part)
            for name, part in declared.__dict__.items()
            if part is not None and part != () and name != "value"
        }
        if declared.value is not None:
            same = declared.value is self.used and self.written is not None
            fact["value"] = self.written if same else plain_value(declared.value)
        found: dict[str, Json] = {"declared": fact}
        if self.written is not None:
            found["used"] = self.written
        if self.unknown is not None:
            found["unknown"] = self.unknown.value
        return found


def plain_value(value: DeclaredValue) -> dict[str, Json]:
    """Write a value; what is absent is left out."""
    found: dict[str, Json] = {
        name: part if type(part) is str else _plain(part)
        for name, part in value.__dict__.items()
        if part is not None and part != ()
    }
    if value.choices == ():
        found["choices"] = value.choices
    if value.records == ():
        found["records"] = value.records
    return found


def _plain(part: object) -> Json:
    if isinstance(part, (str, bool, int)):
        return part
    if isinstance(part, DeclaredValue):
        return plain_value(part)
    if isinstance(part, Frozen):
        return plain_model(part)
    if isinstance(part, dict):
        return {name: _plain(item) for name, item in part.items()}
    if isinstance(part, tuple):
        return [_plain(item) for item in part]
    raise TypeError(f"{type(part).__name__} cannot stand in a record")


def plain_model(model: Frozen) -> dict[str, Json]:
    """Write a short part of the record from its model."""
    found: dict[str, Json] = model.model_dump(mode="json", exclude_defaults=True)
    refuse_inexact(found)
    return found


def plain_models(models: Iterable[Frozen]) -> list[dict[str, Json]]:
    """Write several."""
    return [plain_model(model) for model in models]
