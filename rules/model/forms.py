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
    """How a quantity is computed of facts and other quantities; one without a unit of its own is no number."""

    kind: str
    asks: ClassVar[str] = "when"
    """Under which name its rows state their conditions."""

    @property
    @abstractmethod
    def directly_reads(self) -> tuple[str, ...]:
        """What its rows read, record fields included."""

    @property
    def reads(self) -> tuple[str, ...]:
        """What it reads directly, record fields included, without repetition."""
        return tuple(dict.fromkeys((*self.directly_reads, *([] if self.owner is None else [self.owner]))))

    @property
    def owner(self) -> str | None:
        """The list for each of whose records it is computed; None if it is one of the whole subject."""
        return self.within

    @property
    def within(self) -> str | None:
        """The list whose fields its rows read, if they do."""
        return None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of its rows, one for each row, if they have any."""
        return ()

    @property
    def gives_day(self) -> bool:
        """Whether it is a civil date."""
        return False


PERCENT = "%"
"""The unit of ratings and of shares of the maximum."""


class ScalePart(FrozenModel):
    """A scale, or a row of one."""

    slips: ClassVar[tuple[str, ...]] = ()
    """The fields in which mutants of a card differ."""


class ScaleForm(ScalePart):
    """How a criterion turns facts into points: all that a `kind` declares of itself, for whoever asks."""

    kind: str
    reason: ClassVar[str] = "BAND_{row}"
    """The token of lost points where a row was reached, with its number."""

    @property
    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """The facts and quantities that it reads, without repetition."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that it states itself, as its `parts`."""
        return ()

    @property
    def ratings(self) -> Mapping[str, str]:
        """The facts that rate by described levels, by the aspect that each is a rating of."""
        return {}

    @property
    def axes(self) -> tuple[ScaleAxis, ...]:
        """What its rows are told apart by."""
        return ()

    @property
    def points(self) -> Mapping[str, Fraction]:
        """The points that it states, by where they stand in it."""
        return {}

    @property
    def is_writable(self) -> bool:
        """Whether a feature file can say it."""
        return True

    def leads_to(self, row: int) -> str:
        """Name what the distance to a row leads to, such as the next `band`, or `full` points."""
        del row
        return "band"

    def problems(self, indicator: str, path: str) -> Iterator[Issue]:
        """Visit what is wrong with the scale of an indicator beside its bands, choices and points."""
        del indicator, path
        return iter(())

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        """Visit the rows of the scale, which stands at this path."""
        del path
        return iter(())

    def figures(self, indicator: str) -> Mapping[str, str]:
        """Name the numbers that are computed for the scale of an indicator, with their units."""
        del indicator
        return {}


class RatingSpan(Protocol):
    """A span of ratings in percent, both ends included."""

    @property
    def id(self) -> str:
        """Its name in the card."""

    @property
    def labels(self) -> TextByLanguage:
        """Its name for people, by language."""

    @property
    def at_least(self) -> Fraction:
        """The least rating in it."""

    @property
    def at_most(self) -> Fraction:
        """The greatest rating in it."""

    def described(self, aspect: str) -> TextByLanguage | None:
        """Say what an aspect looks like in it, by language; None if nothing is said."""


class SharedRules(FrozenModel):
    """What all scales of one `kind` share in a card; it stands in the model under the name of the kind."""

    kind: ClassVar[str]

    @abstractmethod
    def conditions(self) -> Iterator[PlacedCondition]:
        """Visit the conditions of all rows."""

    @abstractmethod
    def based_on(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Visit everything that rests on bases, by its path."""

    @abstractmethod
    def edge_rows(self, scale: ScaleForm) -> Iterator[EdgeRow]:
        """Visit the rows that an example of one scale shows; all scales of the kind share them and their paths."""

    @abstractmethod
    def rule_at(self, path: str) -> str:
        """Name the rule that a path lies in, as the words of the lexicon do."""

    @property
    @abstractmethod
    def aspects(self) -> tuple[str, ...]:
        """The aspects that ratings are of, in the order in which people read them."""

    @property
    @abstractmethod
    def described_levels(self) -> tuple[RatingSpan, ...]:
        """The levels that ratings are given by."""
