"""Base classes of quantities and scales: names read, result types, and rules shared by a kind of scale."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol

from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from rules.model.definitions import TextByLanguage
    from rules.model.edge_rows import EdgeRow, PlacedCondition
    from rules.model.expressions import Condition
    from rules.model.lint.issue import Issue
    from rules.model.scales import ScaleAxis


class QuantityForm(FrozenModel):
    """A quantity computed from facts and other quantities."""

    kind: str
    asks: ClassVar[str] = "when"
    """Name of the row field with the condition."""

    @property
    @abstractmethod
    def directly_reads(self) -> tuple[str, ...]:
        """Names that the rows read, including record fields."""

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.directly_reads, *([] if self.owner is None else [self.owner]))))

    @property
    def owner(self) -> str | None:
        """The list with one value of this quantity per record; None for a value of the subject."""
        return self.within

    @property
    def within(self) -> str | None:
        """The list that provides record fields to the rows, or None."""
        return None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return ()

    @property
    def is_date(self) -> bool:
        return False


PERCENT = "%"


class ScalePart(FrozenModel):
    """A scale, or a row of a scale."""

    slips: ClassVar[tuple[str, ...]] = ()
    """Fields that mutants change."""


class ScaleForm(ScalePart):
    """Conversion of facts into points; subclasses declare everything specific to a `kind`."""

    kind: str
    reason: ClassVar[str] = "BAND_{row}"
    """Reason code of lost points, with the row number."""

    @property
    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """Names that the scale reads, without duplicates."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return ()

    @property
    def ratings(self) -> Mapping[str, str]:
        return {}

    @property
    def axes(self) -> tuple[ScaleAxis, ...]:
        return ()

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {}

    @property
    def is_writable(self) -> bool:
        return True

    def leads_to(self, _row: int) -> str:
        """Return the kind of target at a row, such as `band`, for distance texts."""
        return "band"

    def problems(self, _indicator: str, _path: str) -> Iterator[Issue]:
        return iter(())

    def edge_rows(self, _path: str) -> Iterator[EdgeRow]:
        return iter(())

    def figures(self, _indicator: str) -> Mapping[str, str]:
        """Return the units of the computed numbers by name."""
        return {}


class RatingSpan(Protocol):
    """A span of ratings in percent, both ends included."""

    @property
    def id(self) -> str:
        """Id in the scorecard."""

    @property
    def labels(self) -> TextByLanguage:
        """Labels by language."""

    @property
    def at_least(self) -> Fraction:
        """Least rating."""

    @property
    def at_most(self) -> Fraction:
        """Greatest rating."""

    def described(self, aspect: str) -> TextByLanguage | None:
        """Return the description of an aspect by language, or None."""


class SharedRules(FrozenModel):
    """Rules that all scales of one `kind` share; `kind` is also their model field."""

    kind: ClassVar[str]

    @abstractmethod
    def conditions(self) -> Iterator[PlacedCondition]:
        """Yield the conditions of all rows."""

    @abstractmethod
    def based_on(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the path and bases of each part."""

    @abstractmethod
    def edge_rows(self, scale: ScaleForm) -> Iterator[EdgeRow]:
        """Yield the coverage rows of these rules for one scale."""

    @abstractmethod
    def rule_at(self, path: str) -> str:
        """Return the lexicon key of the rule at a path."""

    @property
    @abstractmethod
    def aspects(self) -> tuple[str, ...]:
        """Rated aspects in display order."""

    @property
    @abstractmethod
    def described_levels(self) -> tuple[RatingSpan, ...]:
        """Levels used for ratings."""
