"""Whom does a draft move on one as-of date, and whom on another?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.model.published import covers
from service.bulk.impact import WRITTEN, Answer, Direction, impact_of, parts_of
from service.bulk.impact_sources import dossiers_in, paged
from service.bulk.replayed import BEFORE, EVALUATION, MOVED, SUBJECT
from service.bulk.replaying import ROWS
from service.bulk.screening import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from rules.contracts.canonical import Json
    from rules.model.published import Published
    from service.bulk.archived import Page
    from service.bulk.impact import Impact
    from service.bulk.result import BulkResult
    from service.gazette.versions import Gazette
    from service.store.listing import Position

_say = speaker(__name__)


class Move(NamedTuple):
    """The answer of one evaluation before and after; in no direction if it stays."""

    before: str
    after: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class OnDay:
    """What a draft moves of evaluations for one day, and whether that day lies in its effect."""

    as_of: date
    in_effect: bool
    impact: Impact


@dataclass(slots=True)
class Course:
    """Evaluations that move alike on each of the days, in their order."""

    moves: tuple[Move, ...]
    count: int = 0
    sample: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImpactOnDays:
    """What a draft moves on several days, and how the days differ."""

    version: str
    content_digest: str
    asked: str
    days: tuple[OnDay, ...]
    courses: tuple[Course, ...]

    @property
    def refused(self) -> int:
        """How many evaluations of all days are refused."""
        return sum(day.impact.refused for day in self.days)

    @property
    def alike(self) -> int:
        """How many move on every day from the same answer to the same."""
        return sum(course.count for course in self.courses if len(set(course.moves)) == 1)

    def only_on(self, day: OnDay) -> int:
        """Say how many move on that day alone."""
        place = self.days.index(day)
        return sum(
            course.count
            for course in self.courses
            if [number for number, move in enumerate(course.moves) if move.direction is not None] == [place]
        )

    def document(self) -> dict[str, Json]:
        """Write it for programs; the digest of these bytes stands in approvals."""
        return {
            "scorecardVersion": self.version,
            "contentDigest": self.content_digest,
            "asked": self.asked,
            "days": [
                {
                    "asOfDate": day.as_of.isoformat(),
                    "inEffect": day.in_effect,
                    "onlyThen": self.only_on(day),
                    **day.impact.document(),
                }
                for day in self.days
            ],
            "alike": self.alike,
            "compared": [
                {
                    "days": [
                        {
                            "asOfDate": day.as_of.isoformat(),
                            "before": move.before,
                            "after": move.after,
                            "direction": f"DIRECTION_{move.direction.name}" if move.direction else "",
                        }
                        for day, move in zip(self.days, course.moves, strict=True)
                    ],
                    "count": course.count,
                    "sample": list(course.sample),
                }
                for course in self.courses
            ],
        }

    @property
    def digest(self) -> str:
        """The digest of the document."""
        return digest(canonical_bytes(self.document()))


def dossiers_on(  # noqa: PLR0913 -- what they are, and where they go
    days: Sequence[date], dossiers: Path, out: Path, card: str, gazette: Gazette, *, known: str
) -> list[tuple[date, Path, Callable[[Position | None], Page | None]]]:
    """Evaluate dossiers for each day; of several days each gets a folder of its own in `out`.

    Raises:
        InputError: `out` holds anything but these days.
        PlacedError: a dossier is wrong.
        VersionError: no version is in force on a day.
    """
    if len(days) > 1:
        _check_folder(out, days)
    return [
        (
            day,
            out / day.isoformat() if len(days) > 1 else out,
            paged(dossiers_in(dossiers, card, gazette, as_of=day, known=known), ROWS),
        )
        for day in days
    ]


def _check_folder(out: Path, days: Sequence[date]) -> None:
    own = {*(day.isoformat() for day in days), *WRITTEN}
    strange = sorted(entry.name for entry in out.iterdir() if entry.name not in own) if out.is_dir() else []
    if strange:
        raise InputError((Violation("--out", _say("OTHER_DAYS", found=strange[0]), "WRONG_VALUE"),))


def impact_on_days(
    draft: Published, runs: Sequence[tuple[date, Path, BulkResult]], *, sample: int, names: bool
) -> ImpactOnDays:
    """Sum up runs over the same dossiers, each for its day, and compare what moved, but for what a day refuses."""
    days = tuple(
        OnDay(day, covers(draft.scorecard, day), impact_of(out, draft, result, sample=sample, names=names))
        for day, out, result in runs
    )
    answer = Answer(draft.scorecard)
    told = [dict(_moves(out, result, answer)) for _, out, result in runs]
    courses: dict[tuple[Move, ...], Course] = {}
    for evaluation in told[0]:
        if all(evaluation in others for others in told):
            subject = told[0][evaluation][0]
            moves = tuple(others[evaluation][1] for others in told)
            if any(move.direction for move in moves):
                course = courses.setdefault(moves, Course(moves))
                course.count += 1
                if names and len(course.sample) < sample:
                    course.sample.append(subject)
    found = sorted(courses.values(), key=lambda one: (-one.count, [move[:2] for move in one.moves]))
    asked = days[0].impact.asked
    return ImpactOnDays(draft.name, draft.content_digest, asked, days, tuple(found))


def _moves(out: Path, result: BulkResult, answer: Answer) -> Iterator[tuple[str, tuple[str, Move]]]:
    for part in parts_of(out, result):
        for row in part.filter(pl.col(REFUSED).is_null()).iter_rows(named=True):
            move = Move(*answer.move(row)) if row[MOVED] else Move(answer.of(row, BEFORE), answer.of(row, ""), None)
            yield row[EVALUATION], (row[SUBJECT], move)
