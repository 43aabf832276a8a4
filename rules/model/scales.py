"""How does an indicator turn what it measures into points?"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rules.contracts.inputs import Frozen
from rules.contracts.numbers import Exact
from rules.model.expressions import Condition
from rules.model.maturity import MaturityScale


class Band(Frozen):
    """Points for a span of values; each bound is optional, and at most one of each pair is given."""

    more_than: Exact | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    below: Exact | None = None
    points: Exact


class BandScale(Frozen):
    """Points by bands of a number, measured in `unit`."""

    kind: Literal["bands"] = "bands"
    measure: str
    unit: str = ""
    bands: tuple[Band, ...]


class ChoicePoints(Frozen):
    """Points for one choice."""

    value: str
    points: Exact


class ChoiceScale(Frozen):
    """Points by choice."""

    kind: Literal["choices"] = "choices"
    measure: str
    rows: tuple[ChoicePoints, ...]


class LinePoint(Frozen):
    """One corner of a line."""

    at: Exact
    points: Exact


class LineScale(Frozen):
    """Points on straight lines through corners, measured in `unit`; constant before the first and after the last."""

    kind: Literal["line"] = "line"
    measure: str
    unit: str = ""
    corners: tuple[LinePoint, ...]


class ShareScale(Frozen):
    """The maximum points times a share, which is held between 0 % and 100 %."""

    kind: Literal["share"] = "share"
    measure: str


class CountScale(Frozen):
    """The maximum points in equal parts, one for each condition that holds (k of n)."""

    kind: Literal["count"] = "count"
    parts: tuple[Condition, ...]


Scale = Annotated[
    BandScale | ChoiceScale | LineScale | ShareScale | CountScale | MaturityScale, Field(discriminator="kind")
]
