"""Scale model: bands, choices, lines, shares, counts and matrices that convert measures to points.

Other packages use only the inputs, points, lint problems, mutants and loss reasons that each kind declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import Field

from rules.contracts.numbers import Exact, format_exact
from rules.model.edge_rows import BOUNDS, EdgeRow, EdgeSide, PlacedClause, bounds, number_clause
from rules.model.expressions import ChoiceClause, Condition, NumberOperator, names_in_condition
from rules.model.forms import ScaleForm, ScalePart
from rules.model.lint.issue import issue
from rules.model.maturity import MaturityScale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from rules.model.edge_rows import BoundedRow
    from rules.model.lint.issue import Issue


@dataclass(frozen=True, slots=True)
class ScaleAxis:
    """The bands (in `unit`) or choices that divide a measure; `field` names the model field with the rows."""

    measure: str
    field: str
    unit: str = ""
    bands: tuple[BoundedRow, ...] = ()
    choices: tuple[tuple[str, ...], ...] = ()

    def edge_rows(self, path: str) -> list[EdgeRow]:
        stem = f"{path}.{self.field}"
        bands = [(f"{stem}[{position}]", band) for position, band in enumerate(self.bands)]
        chosen = [
            PlacedClause(f"{stem}[{position}]", ChoiceClause(name=self.measure, values=values))
            for position, values in enumerate(self.choices)
        ]
        rows = [EdgeRow(row_path, bounds(row_path, self.measure, self.unit, band)) for row_path, band in bands]
        return [*rows, *(EdgeRow(placed.path, (placed,), (EdgeSide.HOLDS,)) for placed in chosen)]


class MeasuredScale(ScaleForm):
    """A scale that divides the values of a measure."""

    measure: str

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.measure,)

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        sides = [axis.edge_rows(path) for axis in self.axes]
        if len(sides) < 2:
            yield from (row for side in sides for row in side if row.clauses)
            return
        yield from (row for side in sides for row in side if EdgeSide.FAILS in row.sides)
        for points_path, parts in zip(self.points, product(*sides), strict=True):
            cell = f"{path}.{points_path}"
            clauses = tuple(PlacedClause(cell, placed.clause) for part in parts for placed in part.clauses)
            yield EdgeRow(cell, clauses, (EdgeSide.HOLDS,))


class BoundedPart(ScalePart):
    """A range of values, with at most one lower and one upper bound."""

    slips: ClassVar[tuple[str, ...]] = tuple(BOUNDS)

    more_than: Exact | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    below: Exact | None = None


class Band(BoundedPart):
    """Points for a range of values."""

    slips: ClassVar[tuple[str, ...]] = (*BoundedPart.slips, "points")

    points: Exact


class BandScale(MeasuredScale):
    """Points by bands of a number in `unit`."""

    slips: ClassVar[tuple[str, ...]] = ("bands",)

    kind: Literal["bands"] = "bands"
    unit: str = ""
    bands: tuple[Band, ...]

    @property
    def axes(self) -> tuple[ScaleAxis, ...]:
        return (ScaleAxis(self.measure, "bands", self.unit, self.bands),)

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {f"bands[{position}].points": band.points for position, band in enumerate(self.bands)}


class ChoicePoints(ScalePart):
    """Points for one choice."""

    slips: ClassVar[tuple[str, ...]] = ("points",)

    value: str
    points: Exact


class ChoiceScale(MeasuredScale):
    """Points by choice."""

    slips: ClassVar[tuple[str, ...]] = ("rows",)

    kind: Literal["choices"] = "choices"
    rows: tuple[ChoicePoints, ...]

    @property
    def axes(self) -> tuple[ScaleAxis, ...]:
        return (ScaleAxis(self.measure, "rows", choices=tuple((row.value,) for row in self.rows)),)

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {f"rows[{position}].points": row.points for position, row in enumerate(self.rows)}


class LinePoint(ScalePart):
    """A corner of a piecewise linear scale."""

    slips: ClassVar[tuple[str, ...]] = ("at", "points")

    at: Exact
    points: Exact


class LineScale(MeasuredScale):
    """Piecewise linear points for a number in `unit`; constant before the first and after the last corner."""

    slips: ClassVar[tuple[str, ...]] = ("corners",)
    reason: ClassVar[str] = "LINE"

    kind: Literal["line"] = "line"
    unit: str = ""
    corners: tuple[LinePoint, ...]

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {f"corners[{position}].points": corner.points for position, corner in enumerate(self.corners)}

    @property
    def is_writable(self) -> bool:
        return len({corner.at for corner in self.corners}) == len(self.corners)

    def leads_to(self, row: int) -> str:
        corner = self.corners[min(max(row - 2, 0), len(self.corners) - 1)]
        return "full" if corner.points == max(self.points.values()) else "corner"

    def problems(self, _indicator: str, path: str) -> Iterator[Issue]:
        if len(self.corners) < 2:
            yield issue("RL041", f"{path}.corners", "corners")
        for position, (before, corner) in enumerate(pairwise(self.corners), start=1):
            corner_path, row = f"{path}.corners[{position}].at", str(position + 1)
            if before.at == corner.at:
                yield issue("RL042", corner_path, "duplicate", row=row, other=str(position))
            elif before.at > corner.at:
                at, last = format_exact(corner.at), format_exact(before.at)
                yield issue("RL041", corner_path, "descending", row=row, at=at, before=last)

    def edge_rows(self, path: str) -> Iterator[EdgeRow]:
        for position, corner in enumerate(self.corners):
            corner_path = f"{path}.corners[{position}]"
            at = number_clause(self.measure, NumberOperator.IS, corner.at, self.unit)
            yield EdgeRow(corner_path, (PlacedClause(corner_path, at),), (EdgeSide.HOLDS,))


class ShareScale(MeasuredScale):
    """The maximum points times a share that is limited to 0 % to 100 %."""

    reason: ClassVar[str] = "SHARE"

    kind: Literal["share"] = "share"

    def leads_to(self, _row: int) -> str:
        return "full"


class CountScale(ScaleForm):
    """The maximum points in equal parts, one for each true condition (k of n)."""

    slips: ClassVar[tuple[str, ...]] = ("parts",)

    kind: Literal["count"] = "count"
    parts: tuple[Condition, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for part in self.parts for name in names_in_condition(part)))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return self.parts

    def problems(self, indicator: str, path: str) -> Iterator[Issue]:
        if not self.parts:
            yield issue("RL044", path, "no_part", indicator=indicator)


MAXIMUM_CELLS = 1_000
"""The most cells in a matrix; more take too long to check and to cover by examples."""


class MatrixColumn(BoundedPart):
    """A column of a matrix: a range of numbers with at least one bound, or a set of choices."""

    choices: tuple[str, ...] | None = None


class MatrixRow(MatrixColumn):
    """A row of a matrix, with its points for each column."""

    slips: ClassVar[tuple[str, ...]] = (*MatrixColumn.slips, "points")

    points: tuple[Exact, ...]


class MatrixScale(MeasuredScale):
    """Points by two measures: rows divide `measure` (in `unit`), columns divide `across` (in `across_unit`)."""

    slips: ClassVar[tuple[str, ...]] = ("columns", "rows")

    kind: Literal["matrix"] = "matrix"
    unit: str = ""
    across: str
    across_unit: str = ""
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.measure, self.across)

    @property
    def axes(self) -> tuple[ScaleAxis, ...]:
        sides = ((self.measure, "rows", self.unit, self.rows), (self.across, "columns", self.across_unit, self.columns))
        return tuple(_axis(*side) for side in sides)

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {
            f"rows[{row}].points[{column}]": points
            for row, cells in enumerate(self.rows)
            for column, points in enumerate(cells.points)
        }

    def problems(self, _indicator: str, path: str) -> Iterator[Issue]:
        if len(self.points) > MAXIMUM_CELLS:
            yield issue("RL044", path, "cells", count=f"{len(self.points):,}", most=f"{MAXIMUM_CELLS:,}")

    def leads_to(self, _row: int) -> str:
        return "cell"


def _axis(measure: str, field: str, unit: str, parts: tuple[MatrixColumn, ...]) -> ScaleAxis:
    if choices := tuple(part.choices for part in parts if part.choices):
        return ScaleAxis(measure, field, choices=choices)
    return ScaleAxis(measure, field, unit, parts)


Scale = Annotated[
    BandScale | ChoiceScale | LineScale | ShareScale | CountScale | MaturityScale | MatrixScale,
    Field(discriminator="kind"),
]
SCALE_KINDS: tuple[str, ...] = tuple(form.model_fields["kind"].default for form in get_args(get_args(Scale)[0]))
