"""Base class of quantities: names read, owning list, row conditions and result type."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.model.expressions import Condition


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
