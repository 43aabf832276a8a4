"""Contents of recorded steps: the parts of each kind by their names, as docs/spec/record.md lays them down.

A step stands in the record as an array that begins with its id; what follows are these parts in their order. A part
that is None is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.canonical import Json


class FactContent(NamedTuple):
    """What was declared of a fact; what the rules saw, if that is something else; why it is unknown, if it is."""

    declared: Mapping[str, Json]
    used: Mapping[str, Json] | None = None
    unknown: str | None = None

    @staticmethod
    def read(parts: Sequence[Any]) -> FactContent:
        """Tell apart the parts that stand in a record."""
        declared, *others = parts
        used = next((part for part in others if isinstance(part, dict)), None)
        return FactContent(declared, used, next((part for part in others if isinstance(part, str)), None))

    @property
    def seen(self) -> Any:
        """The value that the rules saw; None if there is none."""
        if self.used is not None:
            return self.used
        return self.declared.get("value") if self.unknown is None else None


class ListRecordContent(NamedTuple):
    """Of a record of a list: by sum whether it counts and its rows; by quantity of single records its content."""

    sums: Mapping[str, Json]
    quantities: Mapping[str, Sequence[Any]] | None = None


class QuantityContent(NamedTuple):
    """What is known of a quantity, and what reference tables answered, if one was asked."""

    value: Any
    lookup: Any = None


class CriterionContent(NamedTuple):
    """The outcome of a condition that decides by itself, and a letter for each of its clauses."""

    outcome: str
    clauses: str


class RuleContent(NamedTuple):
    """Of a rule with a verdict: whether it holds and is in force, its verdict and rows; `coming` if it is announced."""

    outcome: str
    in_force: str
    verdict: str
    rows: Sequence[str]
    coming: str | None = None


class VerdictContent(NamedTuple):
    """The verdict told, those still possible, worst first, and the rules that decide."""

    verdict: str
    possible: Sequence[str]
    deciding_rules: Sequence[str]


class IndicatorContent(NamedTuple):
    """The outcome of an indicator, its points, the most that count, the rows still possible, and details by name."""

    outcome: str
    points: str
    maximum: str
    rows: Sequence[int]
    details: Mapping[str, Json] | None = None


class SectionContent(NamedTuple):
    """The points of a section, and the most that count."""

    points: str
    maximum: str


def content_parts(content: tuple[Any, ...]) -> list[Any]:
    """Give the parts that stand in the record."""
    return [part for part in content if part is not None]
