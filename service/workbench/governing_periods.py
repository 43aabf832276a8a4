"""Governing periods of a scorecard: the version of each day by known time, and their drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts import add_days
from service.workbench.queries import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from touchstone.v1.scorecard_pb2 import ScorecardVersion

_AXIS_START_PERCENT, _AXIS_END_PERCENT = 18.0, 99.0
_ROW_PIXELS, _TOP_PIXELS = 30, 8
_MAX_ROWS, _MAX_TICKS = 12, 8
_NO_END = date.max


@dataclass(frozen=True, slots=True)
class GoverningPeriod:
    """Days of a governing version; `last` is `date.max` without an end."""

    version: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class KnownState:
    """Governing periods known from an instant (`YYYY-MM-DDThh:mm:ssZ`) until the next."""

    since: str
    periods: Sequence[GoverningPeriod]

    def governing(self, day: date) -> str:
        return next((period.version for period in self.periods if period.first <= day <= period.last), "")


def known_states(versions: Iterable[ScorecardVersion]) -> list[KnownState]:
    """Return the known state after each publication and repeal, earliest first.

    A repeal does not restore the superseded version.
    """
    all_versions = list(versions)
    instants = {version.publish_time.ToJsonString() for version in all_versions}
    instants |= {version.repeal.repeal_time.ToJsonString() for version in all_versions if version.HasField("repeal")}
    return [KnownState(instant, _periods(all_versions, instant)) for instant in sorted(instants)]


def superseded_by(versions: Iterable[ScorecardVersion]) -> dict[str, str]:
    """Return the number of the superseding version by the name of the superseded version."""
    return {version.supersedes: id_of(version.name) for version in versions if version.supersedes}


def last_days(versions: Iterable[ScorecardVersion]) -> dict[str, str]:
    """Return the last day of each version by name: of its own, or before another version governs; empty without an end.

    A version that never governs has its own last day.
    """
    all_versions = list(versions)
    states = known_states(all_versions)
    own = {version.name: version.effect.last_date for version in all_versions}
    governed = {period.version: period.last for period in (states[-1].periods if states else ())}
    return own | {name: "" if last == _NO_END else last.isoformat() for name, last in governed.items()}


def _periods(versions: Sequence[ScorecardVersion], instant: str) -> list[GoverningPeriod]:
    known = [version for version in versions if version.publish_time.ToJsonString() <= instant]
    bounds = sorted({bound for version in known for bound in _change_days(version)})
    periods: list[GoverningPeriod] = []
    for first, after in pairwise(bounds):
        governing = _governing(known, first, instant)
        last = after if after == _NO_END else add_days(after, -1)
        if periods and periods[-1].version == governing and add_days(periods[-1].last, 1) == first:
            periods[-1] = GoverningPeriod(governing, periods[-1].first, last)
        elif governing:
            periods.append(GoverningPeriod(governing, first, last))
    return periods


def _change_days(version: ScorecardVersion) -> set[date]:
    last = version.effect.last_date
    bounds = {date.fromisoformat(version.effect.first_date)}
    bounds.add(add_days(date.fromisoformat(last), 1) if last else _NO_END)
    return bounds | {date.fromisoformat(version.repeal.first_date)} if version.HasField("repeal") else bounds


def _governing(known: Sequence[ScorecardVersion], day: date, instant: str) -> str:
    on = day.isoformat()
    covering = [
        version
        for version in known
        if version.effect.first_date <= on and (not version.effect.last_date or on <= version.effect.last_date)
    ]
    superseded = {version.supersedes for version in covering}
    alive = [
        version.name
        for version in covering
        if version.name not in superseded and not _is_repealed(version, on, instant)
    ]
    return alive[0] if len(alive) == 1 else ""


def _is_repealed(version: ScorecardVersion, day: str, instant: str) -> bool:
    if not version.HasField("repeal"):
        return False
    return version.repeal.first_date <= day and version.repeal.repeal_time.ToJsonString() <= instant


@dataclass(frozen=True, slots=True)
class Block:
    """Drawn period; x and width in percent, y in pixels."""

    x: float
    width: float
    y: int
    version: str
    style: str


@dataclass(frozen=True, slots=True)
class TimeAxes:
    """Drawing of days across and known states down; `ring` marks the query."""

    height: int
    blocks: Sequence[Block]
    rows: Sequence[tuple[int, str]]
    """Y position and start of each row; the first start is empty."""
    ticks: Sequence[tuple[float, int]]
    ring: tuple[float, int]
    is_cut: bool

    @property
    def bottom(self) -> int:
        return self.height - 24


def draw_axes(states: Sequence[KnownState], day: date, known: str, answer: str) -> TimeAxes:
    """Draw known states, and the query for the version of a day."""
    shown = states[-_MAX_ROWS:]
    days = [date for state in shown for period in state.periods for date in (period.first, period.last)]
    years = [each.year for each in (*days, day) if each != _NO_END]
    first, last = date(min(years), 1, 1), date(min(max(years) + 2, date.max.year), 1, 1)

    def across(each: date) -> float:
        share = (min(each, last) - first).days / max((last - first).days, 1)
        return round(_AXIS_START_PERCENT + share * (_AXIS_END_PERCENT - _AXIS_START_PERCENT), 2)

    blocks = [
        Block(
            across(period.first), round(across(period.last) - across(period.first), 2), _TOP_PIXELS + _ROW_PIXELS * row,
            period.version, _style(row, len(shown), period.version, answer),
        )
        for row, state in enumerate(shown, start=1)
        for period in state.periods
    ]  # fmt: skip
    query_row = sum(state.since <= known for state in shown)
    step = -(-(last.year - first.year) // _MAX_TICKS)
    return TimeAxes(
        height=_TOP_PIXELS + _ROW_PIXELS * (len(shown) + 1) + 24,
        blocks=blocks,
        rows=[
            (_TOP_PIXELS, ""),
            *((_TOP_PIXELS + _ROW_PIXELS * row, state.since) for row, state in enumerate(shown, start=1)),
        ],
        ticks=[(across(date(year, 1, 1)), year) for year in range(first.year, last.year, step)],
        ring=(across(day), _TOP_PIXELS + _ROW_PIXELS * query_row + _ROW_PIXELS // 2),
        is_cut=len(shown) < len(states),
    )


def _style(row: int, rows: int, version: str, answer: str) -> str:
    if row == rows and version == answer:
        return "certain"
    return "void" if row % 2 else "hatch-ground"
