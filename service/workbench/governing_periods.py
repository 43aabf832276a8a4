"""Two time axes of a card: the version that governs each day, as known at each time, and their drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts import add_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from touchstone.v1.scorecard_pb2 import ScorecardVersion

_FROM, _TO = 18.0, 99.0
"""Where the axis of days begins and ends, in per cent of the width; what was known when stands before it."""
_ROW, _TOP = 30, 8
"""How high a row is, and what stands above the first, in pixels."""
_MOST_ROWS, _MOST_TICKS = 12, 8
_WITHOUT_END = date.max


@dataclass(frozen=True, slots=True)
class GoverningPeriod:
    """The days on which a version governs; the last is `date.max` if it does so without end."""

    version: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class KnownState:
    """What was known from an instant on (`YYYY-MM-DDThh:mm:ssZ`) until the next."""

    since: str
    periods: Sequence[GoverningPeriod]

    def governing(self, day: date) -> str:
        """Give the version that governs a day; empty if none does."""
        return next((period.version for period in self.periods if period.first <= day <= period.last), "")


def known_states(versions: Iterable[ScorecardVersion]) -> list[KnownState]:
    """Give what was known of the versions of a card after each publication and repeal, the earliest first.

    As for an evaluation, of versions that cover a day the one governs that supersedes the others, and what a repealed
    one superseded does not come back.
    """
    every = list(versions)
    instants = {version.publish_time.ToJsonString() for version in every}
    instants |= {version.repeal.repeal_time.ToJsonString() for version in every if version.HasField("repeal")}
    return [KnownState(instant, _periods(every, instant)) for instant in sorted(instants)]


def _periods(versions: Sequence[ScorecardVersion], instant: str) -> list[GoverningPeriod]:
    known = [version for version in versions if version.publish_time.ToJsonString() <= instant]
    bounds = sorted({bound for version in known for bound in _bounds(version)})
    periods: list[GoverningPeriod] = []
    for first, after in pairwise(bounds):
        governing = _governing(known, first, instant)
        last = after if after == _WITHOUT_END else add_days(after, -1)
        if periods and periods[-1].version == governing and add_days(periods[-1].last, 1) == first:
            periods[-1] = GoverningPeriod(governing, periods[-1].first, last)
        elif governing:
            periods.append(GoverningPeriod(governing, first, last))
    return periods


def _bounds(version: ScorecardVersion) -> set[date]:
    """Give the first days on which something may be otherwise because of a version."""
    last = version.effect.last_date
    bounds = {date.fromisoformat(version.effect.first_date)}
    bounds.add(add_days(date.fromisoformat(last), 1) if last else _WITHOUT_END)
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


# --- the drawing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """One period: x and width in per cent, y in pixels."""

    x: float
    width: float
    y: int
    version: str
    style: str


@dataclass(frozen=True, slots=True)
class TimeAxes:
    """The drawing: down what was known when, across the days; the ring is the question that was asked."""

    height: int
    blocks: Sequence[Block]
    rows: Sequence[tuple[int, str]]
    """Where each row begins, and since when it was known; the first, of which nothing was known, since never."""
    ticks: Sequence[tuple[float, int]]
    ring: tuple[float, int]
    is_cut: bool
    """Whether the oldest rows are left out."""

    @property
    def bottom(self) -> int:
        """Where the last row ends, in pixels."""
        return self.height - 24


def draw_axes(states: Sequence[KnownState], day: date, known: str, answer: str) -> TimeAxes:
    """Draw what was known, with the question: which version governs a day, as known by an instant."""
    shown = states[-_MOST_ROWS:]
    days = [date for state in shown for period in state.periods for date in (period.first, period.last)]
    years = [each.year for each in (*days, day) if each != _WITHOUT_END]
    first, last = date(min(years), 1, 1), date(min(max(years) + 2, date.max.year), 1, 1)

    def across(each: date) -> float:
        place = (min(each, last) - first).days / max((last - first).days, 1)
        return round(_FROM + place * (_TO - _FROM), 2)

    blocks = [
        Block(
            across(period.first), round(across(period.last) - across(period.first), 2), _TOP + _ROW * row,
            period.version, _style(row, len(shown), period.version, answer),
        )
        for row, state in enumerate(shown, start=1)
        for period in state.periods
    ]  # fmt: skip
    asked_row = sum(state.since <= known for state in shown)
    step = -(-(last.year - first.year) // _MOST_TICKS)
    return TimeAxes(
        height=_TOP + _ROW * (len(shown) + 1) + 24,
        blocks=blocks,
        rows=[(_TOP, ""), *((_TOP + _ROW * row, state.since) for row, state in enumerate(shown, start=1))],
        ticks=[(across(date(year, 1, 1)), year) for year in range(first.year, last.year, step)],
        ring=(across(day), _TOP + _ROW * asked_row + _ROW // 2),
        is_cut=len(shown) < len(states),
    )


def _style(row: int, rows: int, version: str, answer: str) -> str:
    """Give how a block is filled: what is known now and answers stands out, the others alternate."""
    if row == rows and version == answer:
        return "certain"
    return "void" if row % 2 else "hatch-ground"
