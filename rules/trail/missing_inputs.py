"""Data classes of the dependency trace: unknowns that leave answers open, and bases along the trace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.lookups import LookupResult


@dataclass(frozen=True, slots=True)
class MissingInput:
    """What stops the rules: a fact that is not known, a quantity without value in any table, or one they leave open.

    `list` and `record` name the record of which it is a field or quantity; `missing` is what the tables answered.
    """

    name: str
    list: str = ""
    record: str = ""
    missing: LookupResult | None = field(default=None, compare=False)
    by_rules: bool = False


@dataclass(frozen=True, slots=True)
class DependencyTrace:
    """What leaves open whether the card applies, its gates, and each result; and the bases of all rows on the way.

    `left_open` are, of each result, the quantities that the rules themselves leave open.
    """

    applies: tuple[MissingInput, ...]
    gates: tuple[MissingInput, ...]
    results: Mapping[str, tuple[MissingInput, ...]]
    bases: frozenset[str]
    left_open: Mapping[str, tuple[MissingInput, ...]] = field(default_factory=dict)
