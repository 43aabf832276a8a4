"""Scale model: bands, choices, lines, shares and counts that turn a measure into points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.model.edge_rows import EdgeRow, EdgeSide, PlacedClause, bounds, number_clause
from rules.model.expressions import ChoiceClause, Condition, NumberOperator, names_in_condition
from rules.model.forms import ScaleForm
from rules.model.maturity import MaturityScale

if TYPE_CHECKING:
    from collections.abc import Iterator


class Band(FrozenModel):
    """Points for a span of values; each bound is optional, and at most one of each pair is given."""

    more_than: Exact | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    below: Exact | None = None
    points: Exact


class BandScale(ScaleForm):
    """Points by bands of a number, measured in `unit`."""

    kind: Literal["bands"] = "bands"
    measure: str
    unit: str = ""
    bands: tuple[Band, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """What it measures."""
        return (self.measure,)

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        """Visit the bands by their bounds."""
        for position, band in enumerate(self.bands):
            band_path = f"{path}.bands[{position}]"
            clauses = bounds(band_path, self.measure, self.unit, band)
            if clauses:
                yield EdgeRow(band_path, clauses)


class ChoicePoints(FrozenModel):
    """Points for one choice."""

    value: str
    points: Exact


class ChoiceScale(ScaleForm):
    """Points by choice."""

    kind: Literal["choices"] = "choices"
    measure: str
    rows: tuple[ChoicePoints, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """What it measures."""
        return (self.measure,)

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        """Visit the choices."""
        for position, row in enumerate(self.rows):
            row_path = f"{path}.rows[{position}]"
            clause = ChoiceClause(name=self.measure, values=(row.value,))
            yield EdgeRow(row_path, (PlacedClause(row_path, clause),), (EdgeSide.HOLDS,))


class LinePoint(FrozenModel):
    """One corner of a line."""

    at: Exact
    points: Exact


class LineScale(ScaleForm):
    """Points on straight lines through corners, measured in `unit`; constant before the first and after the last."""

    kind: Literal["line"] = "line"
    measure: str
    unit: str = ""
    corners: tuple[LinePoint, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """What it measures."""
        return (self.measure,)

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        """Visit the corners."""
        for position, corner in enumerate(self.corners):
            corner_path = f"{path}.corners[{position}]"
            at = number_clause(self.measure, NumberOperator.IS, corner.at, self.unit)
            yield EdgeRow(corner_path, (PlacedClause(corner_path, at),), (EdgeSide.HOLDS,))


class ShareScale(ScaleForm):
    """The maximum points times a share, which is held between 0 % and 100 %."""

    kind: Literal["share"] = "share"
    measure: str

    @property
    def reads(self) -> tuple[str, ...]:
        """What it measures."""
        return (self.measure,)


class CountScale(ScaleForm):
    """The maximum points in equal parts, one for each condition that holds (k of n)."""

    kind: Literal["count"] = "count"
    parts: tuple[Condition, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """What its parts read."""
        return tuple(dict.fromkeys(name for part in self.parts for name in names_in_condition(part)))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The parts."""
        return self.parts


Scale = Annotated[
    BandScale | ChoiceScale | LineScale | ShareScale | CountScale | MaturityScale, Field(discriminator="kind")
]
