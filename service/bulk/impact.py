"""Impact of a draft: moved evaluations, score shifts and the criteria behind them, for one or several days."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from rules.columns import (
    CONCLUSION_COLUMN,
    GRADE_COLUMN,
    POSSIBLE_GRADES_COLUMN,
    SCORE_HIGH_COLUMN,
    SCORE_LOW_COLUMN,
    STAGE_COLUMN,
    VERDICT_COLUMN,
    VERDICT_VALUES,
)
from rules.contracts import (
    NO_GRADE,
    ConclusionKind,
    InputError,
    Json,
    Violation,
    canonical_bytes,
    digest,
    format_exact,
    message_factory,
)
from rules.model import PublishedVersion, Scorecard, is_in_force_on
from service.bulk.outcome_changes import CRITERIA, OutcomeChange, changed_outcomes
from service.bulk.replay import (
    BEFORE,
    EVALUATION,
    MOVED,
    MOVED_BY,
    NEAR,
    ROWS,
    SEMANTICS,
    SUBJECT,
    WAITS_FOR,
    ReplayRun,
    replay_pages,
)
from service.bulk.replay_sources import Pages, evaluate_dossiers, pages_of
from service.bulk.run_folder import PARTS, BulkResult, RunFolder, software
from service.bulk.screening import REFUSED
from service.gazette.versions import Gazette


class ScoreShift(NamedTuple):
    """The score of one subject, before and after."""

    subject: str
    before: Decimal
    after: Decimal

    @property
    def by(self) -> Decimal:
        """How far it moved; below zero where it fell."""
        return self.after - self.before


@dataclass(slots=True)
class ScoreShifts:
    """Shifts of scores whose answer stays; of the `open` ones the score, before or after, is no single number.

    `most` holds the greatest shift of each subject that moved furthest, up or down, those first.
    """

    by: list[Decimal] = field(default_factory=list)
    open: int = 0
    most: list[ScoreShift] = field(default_factory=list)

    def add(self, part: pl.DataFrame, stays: Callable[[Mapping[str, Any]], bool], named: int) -> None:
        """Take a part of the answer of a run; so many subjects are kept by name."""
        shifts: dict[str, ScoreShift] = {known_shift.subject: known_shift for known_shift in self.most}
        for row in _rescored(part).iter_rows(named=True):
            if not stays(row):
                continue
            low, high, was_low, was_high = (row[name] for name in _BOUNDS)
            if low is None or was_low is None or low != high or was_low != was_high:
                self.open += 1
                continue
            shift = ScoreShift(row[SUBJECT], was_low, Decimal(low))
            self.by.append(shift.by)
            if named:
                shifts[shift.subject] = max(shift, shifts.get(shift.subject, shift), key=_distance)
        self.most = heapq.nsmallest(
            named, shifts.values(), key=lambda each_shift: (-_distance(each_shift), each_shift.subject)
        )

    @property
    def raised(self) -> int:
        """How many scores rise."""
        return sum(by > 0 for by in self.by)

    @property
    def spread(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """The least, the median and the greatest shift; None if no score moved."""
        if not self.by:
            return None
        every, last = sorted(self.by), len(self.by) - 1
        middle = (Fraction(every[last // 2]) + Fraction(every[(last + 1) // 2])) / 2
        return Fraction(every[0]), middle, Fraction(every[-1])

    def document(self) -> dict[str, Json]:
        """Write it for programs."""
        spread = zip(("least", "median", "greatest"), self.spread or (), strict=False)
        return {
            "count": len(self.by),
            "raised": self.raised,
            "lowered": len(self.by) - self.raised,
            "open": self.open,
            **{name: format_exact(value) for name, value in spread},
            "most": [
                {
                    "subject": shift.subject,
                    "before": exact_text(shift.before),
                    "after": exact_text(shift.after),
                    "by": exact_text(shift.by),
                }
                for shift in self.most
            ],
        }


_BOUNDS = (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN, SCORE_LOW_COLUMN + BEFORE, SCORE_HIGH_COLUMN + BEFORE)


def exact_text(number: Decimal) -> str:
    """Write a number of a cell without the zeros at its end."""
    return format_exact(Fraction(number))


def _rescored(part: pl.DataFrame) -> pl.DataFrame:
    """Keep what had a score before, applies, and has another score, or another bound of it, now."""
    if SCORE_LOW_COLUMN not in part.columns:
        return part.clear()
    same = pl.lit(value=True)
    for name in (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN):
        same &= pl.col(name).cast(NEAR).eq_missing(pl.col(name + BEFORE))
    scored = pl.col(SCORE_LOW_COLUMN + BEFORE).is_not_null() | pl.col(SCORE_HIGH_COLUMN + BEFORE).is_not_null()
    applies = pl.col(CONCLUSION_COLUMN).cast(pl.String) != ConclusionKind.NOT_APPLICABLE.value
    return part.filter(pl.col(REFUSED).is_null() & scored & applies & ~same)


def _distance(shift: ScoreShift) -> Decimal:
    return abs(shift.by)


WRITTEN = DOCUMENT, PAGE = "impact.json", "impact.html"
"""What is written beside the parts."""


class Direction(StrEnum):
    """What a move is to the subject; `OPEN` where what was certain is not, `OTHER` where neither side is better."""

    LOST = "lost"
    GAINED = "gained"
    OPEN = "open"
    OTHER = "other"


@dataclass(slots=True)
class MoveGroup:
    """Evaluations that move from the same answer to the same: by which criteria, and for which new facts they wait.

    Of a card without grades, stages and verdicts `turns` say how gates, findings and results come out
    otherwise.
    """

    before: str
    after: str
    direction: Direction
    count: int = 0
    criteria: Counter[str] = field(default_factory=Counter)
    turns: Counter[OutcomeChange] = field(default_factory=Counter)
    waits_for: Counter[str] = field(default_factory=Counter)
    sample: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Impact:
    """What a draft moves, those who lose first; `asked` says of whom that was asked."""

    version: str
    content_digest: str
    asked: str
    evaluations: int
    refused: int
    by_columns: int
    groups: tuple[MoveGroup, ...]
    shifts: ScoreShifts

    @property
    def moved(self) -> int:
        """How many evaluations are concluded otherwise."""
        return sum(group.count for group in self.groups)

    def count(self, direction: Direction) -> int:
        """Say how many move in a direction."""
        return sum(group.count for group in self.groups if group.direction is direction)

    def document(self) -> dict[str, Json]:
        """Write it for programs; the digest of these bytes stands in approvals."""
        return {
            "scorecardVersion": self.version,
            "contentDigest": self.content_digest,
            "asked": self.asked,
            "evaluations": self.evaluations,
            "refused": self.refused,
            "moved": self.moved,
            **{direction.value: self.count(direction) for direction in Direction},
            "groups": [
                {
                    "before": group.before,
                    "after": group.after,
                    "direction": f"DIRECTION_{group.direction.name}",
                    "count": group.count,
                    "criteria": _count_entries(group.criteria, "id"),
                    "turns": [
                        {"part": turn.part, "id": turn.id, "before": turn.before, "after": turn.after, "count": count}
                        for turn, count in most_common(group.turns)
                    ],
                    "waitsFor": _count_entries(group.waits_for, "factId"),
                    "sample": list(group.sample),
                }
                for group in self.groups
            ],
            "scoreShifts": self.shifts.document(),
        }

    @property
    def digest(self) -> str:
        """The digest of the document."""
        return digest(canonical_bytes(self.document()))


def _count_entries(counts: Counter[str], name: str) -> list[Json]:
    return [{name: id, "count": count} for id, count in counts.most_common()]


def most_common(counts: Counter[OutcomeChange]) -> list[tuple[OutcomeChange, int]]:
    """Give what turned most often first, of the same number in the order of parts and ids."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def run_impact(  # noqa: PLR0913 -- one for each option of the command
    page: Pages,
    draft: PublishedVersion,
    out: Path,
    *,
    gazette: Gazette,
    asked: str,
    as_of: date | None,
    resume: bool,
    processes: int | None,
    language: str,
    label: str,
) -> BulkResult:
    """Conclude evaluations anew under a draft: by columns, and by the exact core what moves or is open.

    `as_of` is the day for which all of them were made, if there is one.
    """
    folder = RunFolder(out, "parquet")
    head = {
        "replay": SEMANTICS,
        "organization": asked,
        **({"asOf": as_of.isoformat()} if as_of else {}),
        "scorecard": draft.name,
        "contentDigest": draft.content_digest,
        "form": "parquet",
        "language": language,
        "evaluationsInPart": ROWS,
        "software": software(),
    }
    run = ReplayRun(gazette.folder.absolute(), draft, False, folder.absolute(), language, reasons=True)
    with folder.begin(head, resume=resume) as journal:
        return replay_pages(run, page, BulkResult(folder, journal, None), processes=processes, label=label)


def summarize_impact(out: Path, draft: PublishedVersion, result: BulkResult, *, sample: int, names: bool) -> Impact:
    """Sum up what a run found; names of subjects are told only if they are asked for, and of each group only some."""
    groups: dict[tuple[str, str, Direction], MoveGroup] = {}
    answer, shifts = AnswerComparison(draft.scorecard), ScoreShifts()
    for part in parts_of(out, result):
        shifts.add(part, answer.stays, sample if names else 0)
        for row in part.filter(pl.col(MOVED)).iter_rows(named=True):
            key = answer.move(row)
            group = groups.setdefault(key, MoveGroup(*key))
            group.count += 1
            group.turns.update(_turned(row))
            group.criteria.update(_split_ids(row[MOVED_BY]))
            group.waits_for.update(_split_ids(row[WAITS_FOR]))
            if names and len(group.sample) < sample:
                group.sample.append(row[SUBJECT])
    order = list(Direction)
    sorted_groups = sorted(
        groups.values(),
        key=lambda move_group: (
            order.index(move_group.direction),
            -move_group.count,
            move_group.before,
            move_group.after,
        ),
    )
    manifest = result.manifest
    return Impact(
        draft.name,
        draft.content_digest,
        str(manifest["organization"]),
        manifest["evaluations"],
        manifest["refused"],
        manifest["byColumns"],
        tuple(sorted_groups),
        shifts,
    )


def parts_of(out: Path, result: BulkResult) -> Iterator[pl.DataFrame]:
    """Read the parts of a run, a row for each evaluation."""
    return (pl.read_parquet(out / PARTS / part.file) for part in result.parts)


def _turned(row: Mapping[str, Any]) -> tuple[OutcomeChange, ...]:
    return changed_outcomes(row.get(CRITERIA + BEFORE), row)


def _split_ids(text: str | None) -> Iterable[str]:
    return text.split(";") if text else ()


class AnswerComparison:
    """What an evaluation answers in a word, and which answer is better."""

    def __init__(self, card: Scorecard) -> None:
        if card.ladder is not None:
            self._cell, self._best = GRADE_COLUMN, [*(grade.id for grade in card.ladder.grades), NO_GRADE]
        elif card.verdicts is not None:
            self._cell, self._best = VERDICT_COLUMN, list(reversed(VERDICT_VALUES))
        elif card.stages is not None:
            self._cell, self._best = STAGE_COLUMN, [stage.id for stage in card.stages.stages]
        else:
            self._cell, self._best = CONCLUSION_COLUMN, [ConclusionKind.SCORED.value, ConclusionKind.GATE_FAILED.value]

    def move(self, row: Mapping[str, Any]) -> tuple[str, str, Direction]:
        """Give the answer before and after an evaluation moved, and in which direction it did."""
        before, after = self.of(row, BEFORE), self.of(row, "")
        return before, after, self._direction(before, after, _turned(row))

    def stays(self, row: Mapping[str, Any]) -> bool:
        """Say whether the answer is the same before and after."""
        return self.of(row, BEFORE) == self.of(row, "")

    def of(self, row: Mapping[str, Any], affix: str) -> str:
        """Give the answer before or after; where it is open what stays possible, or else the kind of conclusion."""
        answer = (
            row.get(self._cell + affix) or row.get(POSSIBLE_GRADES_COLUMN + affix) or row[CONCLUSION_COLUMN + affix]
        )
        return str(answer)

    def _direction(self, before: str, after: str, turned: Iterable[OutcomeChange]) -> Direction:
        """Say which of two answers is better; of the same answer, whether all that turned is for the better."""
        if before in self._best and after in self._best:
            old_rank, other = self._best.index(before), self._best.index(after)
            if old_rank != other:
                return Direction.GAINED if other < old_rank else Direction.LOST
        elif before in self._best and after != ConclusionKind.NOT_APPLICABLE:
            return Direction.OPEN
        steps = {turn.step for turn in turned}
        if -1 in steps:
            return Direction.OTHER if 1 in steps else Direction.LOST
        if 0 in steps:
            return Direction.OPEN
        return Direction.GAINED if 1 in steps else Direction.OTHER


_say = message_factory(__name__)


class AnswerMove(NamedTuple):
    """The answer of one evaluation before and after; in no direction if it stays."""

    before: str
    after: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class DayImpact:
    """What a draft moves of evaluations for one day, and whether that day lies in its effect."""

    as_of: date
    in_effect: bool
    impact: Impact


@dataclass(slots=True)
class MoveSeries:
    """Evaluations that move alike on each of the days, in their order."""

    moves: tuple[AnswerMove, ...]
    count: int = 0
    sample: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImpactOnDays:
    """What a draft moves on several days, and how the days differ."""

    version: str
    content_digest: str
    asked: str
    days: tuple[DayImpact, ...]
    courses: tuple[MoveSeries, ...]

    @property
    def refused(self) -> int:
        """How many evaluations of all days are refused."""
        return sum(day.impact.refused for day in self.days)

    @property
    def alike(self) -> int:
        """How many move on every day from the same answer to the same."""
        return sum(course.count for course in self.courses if len(set(course.moves)) == 1)

    def only_on(self, day: DayImpact) -> int:
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


def evaluate_dossiers_by_day(  # noqa: PLR0913 -- what they are, and where they go
    days: Sequence[date], dossiers: Path, out: Path, card: str, gazette: Gazette, *, known: str
) -> list[tuple[date, Path, Pages]]:
    """Evaluate dossiers for each day; of several days each gets a folder of its own in `out`."""
    if len(days) > 1:
        _check_folder(out, days)
    return [
        (
            day,
            out / day.isoformat() if len(days) > 1 else out,
            pages_of(evaluate_dossiers(dossiers, card, gazette, as_of=day, known=known), ROWS),
        )
        for day in days
    ]


def _check_folder(out: Path, days: Sequence[date]) -> None:
    own = {*(day.isoformat() for day in days), *WRITTEN}
    strange = sorted(entry.name for entry in out.iterdir() if entry.name not in own) if out.is_dir() else []
    if strange:
        raise InputError((Violation("--out", _say("OTHER_DAYS", found=strange[0]), "WRONG_VALUE"),))


def impact_on_days(
    draft: PublishedVersion, runs: Sequence[tuple[date, Path, BulkResult]], *, sample: int, names: bool
) -> ImpactOnDays:
    """Sum up runs over the same dossiers, each for its day, and compare what moved, but for what a day refuses."""
    days = tuple(
        DayImpact(
            day, is_in_force_on(draft.card, day), summarize_impact(out, draft, result, sample=sample, names=names)
        )
        for day, out, result in runs
    )
    answer = AnswerComparison(draft.scorecard)
    daily_moves = [dict(_moves(out, result, answer)) for _, out, result in runs]
    courses: dict[tuple[AnswerMove, ...], MoveSeries] = {}
    for evaluation in daily_moves[0]:
        if all(evaluation in others for others in daily_moves):
            subject = daily_moves[0][evaluation][0]
            moves = tuple(others[evaluation][1] for others in daily_moves)
            if any(move.direction for move in moves):
                course = courses.setdefault(moves, MoveSeries(moves))
                course.count += 1
                if names and len(course.sample) < sample:
                    course.sample.append(subject)
    sorted_courses = sorted(
        courses.values(), key=lambda answer_course: (-answer_course.count, [move[:2] for move in answer_course.moves])
    )
    asked = days[0].impact.asked
    return ImpactOnDays(draft.name, draft.content_digest, asked, days, tuple(sorted_courses))


def _moves(out: Path, result: BulkResult, answer: AnswerComparison) -> Iterator[tuple[str, tuple[str, AnswerMove]]]:
    for part in parts_of(out, result):
        for row in part.filter(pl.col(REFUSED).is_null()).iter_rows(named=True):
            move = (
                AnswerMove(*answer.move(row))
                if row[MOVED]
                else AnswerMove(answer.of(row, BEFORE), answer.of(row, ""), None)
            )
            yield row[EVALUATION], (row[SUBJECT], move)
