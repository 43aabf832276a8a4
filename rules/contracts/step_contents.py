"""Contents of recorded steps (docs/spec/record.md): the parts of each kind by name.

A recorded step is an array of its id and these parts, in this order; a part of None is omitted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.canonical import Json


class FactContent(NamedTuple):
    """A declared fact, the value used if different, and the reason if unknown."""

    declared: Mapping[str, Json]
    used: Mapping[str, Json] | None = None
    unknown: str | None = None

    @staticmethod
    def read(parts: Sequence[Any]) -> FactContent:
        """Identify recorded parts by type, because absent parts are omitted."""
        declared, *others = parts
        used = next((part for part in others if isinstance(part, dict)), None)
        return FactContent(declared, used, next((part for part in others if isinstance(part, str)), None))

    @property
    def seen(self) -> Any:
        if self.used is not None:
            return self.used
        return self.declared.get("value") if self.unknown is None else None


class ListRecordContent(NamedTuple):
    """A list record: per sum whether it counts and its rows; per record quantity its content."""

    sums: Mapping[str, Json]
    quantities: Mapping[str, Sequence[Any]] | None = None


class QuantityContent(NamedTuple):
    """The known value of a quantity, and the result of reference tables, if any."""

    value: Any
    lookup: Any = None


class CriterionContent(NamedTuple):
    """The outcome of an independent condition, and a letter for each clause."""

    outcome: str
    clauses: str


class RuleContent(NamedTuple):
    """A rule with a verdict: outcome, whether in force, verdict and rows; `coming` if it is announced."""

    outcome: str
    in_force: str
    verdict: str
    rows: Sequence[str]
    coming: str | None = None


class VerdictContent(NamedTuple):
    """The reported verdict, those possible (worst first), and the deciding rules."""

    verdict: str
    possible: Sequence[str]
    deciding_rules: Sequence[str]


class IndicatorContent(NamedTuple):
    """An indicator: outcome, points, maximum, possible rows, and details by name."""

    outcome: str
    points: str
    maximum: str
    rows: Sequence[int]
    details: Mapping[str, Json] | None = None


class SectionContent(NamedTuple):
    """The points and the maximum of a section."""

    points: str
    maximum: str


def content_parts(content: tuple[Any, ...]) -> list[Any]:
    """Return the parts to record, without None."""
    return [part for part in content if part is not None] if None in content else list(content)
