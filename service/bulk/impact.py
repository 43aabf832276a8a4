"""Impact of a draft: changed evaluations, score shifts and criteria."""

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
    """A score before and after."""

    subject: str
    before: Decimal
    after: Decimal

    @property
    def by(self) -> Decimal:
        return self.after - self.before


@dataclass(slots=True)
class ScoreShifts:
    """Score shifts without a changed answer; `open` counts undetermined scores, `most` lists the largest shifts."""

    by: list[Decimal] = field(default_factory=list)
    open: int = 0
    most: list[ScoreShift] = field(default_factory=list)

    def add(self, part: pl.DataFrame, stays: Callable[[Mapping[str, Any]], bool], named: int) -> None:
        shifts: dict[str, ScoreShift] = {known_shift.subject: known_shift for known_shift in self.most}
        for row in _with_changed_score(part).iter_rows(named=True):
            if not stays(row):
                continue
            low, high, was_low, was_high = (row[name] for name in _SCORE_COLUMNS)
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
        return sum(by > 0 for by in self.by)

    @property
    def spread(self) -> tuple[Fraction, Fraction, Fraction] | None:
        if not self.by:
            return None
        ordered, last = sorted(self.by), len(self.by) - 1
        middle = (Fraction(ordered[last // 2]) + Fraction(ordered[(last + 1) // 2])) / 2
        return Fraction(ordered[0]), middle, Fraction(ordered[-1])

    def document(self) -> dict[str, Json]:
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


_SCORE_COLUMNS = (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN, SCORE_LOW_COLUMN + BEFORE, SCORE_HIGH_COLUMN + BEFORE)


def exact_text(number: Decimal) -> str:
    """Format a number without trailing zeros."""
    return format_exact(Fraction(number))


def _with_changed_score(part: pl.DataFrame) -> pl.DataFrame:
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


class Direction(StrEnum):
    """Effect on the subject; `OPEN` means newly undetermined, `OTHER` neither better nor worse."""

    LOST = "lost"
    GAINED = "gained"
    OPEN = "open"
    OTHER = "other"


@dataclass(slots=True)
class MoveGroup:
    """Evaluations with the same change; `waits_for` counts missing new facts, `turns` changed outcomes."""

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
    """Impact of a draft, losses first; `source_name` names the source."""

    version: str
    content_digest: str
    source_name: str
    evaluations: int
    refused: int
    by_columns: int
    groups: tuple[MoveGroup, ...]
    shifts: ScoreShifts
    as_of: str = ""
    """The as-of date of all dossiers; empty if each result has its own date."""

    @property
    def moved(self) -> int:
        return sum(group.count for group in self.groups)

    def count(self, direction: Direction) -> int:
        return sum(group.count for group in self.groups if group.direction is direction)

    def document(self) -> dict[str, Json]:
        """Return the JSON document; approvals contain its digest."""
        return {
            "scorecardVersion": self.version,
            "contentDigest": self.content_digest,
            "asked": self.source_name,
            **({"asOfDate": self.as_of} if self.as_of else {}),
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
        return digest(canonical_bytes(self.document()))


def _count_entries(counts: Counter[str], name: str) -> list[Json]:
    return [{name: id, "count": count} for id, count in counts.most_common()]


def most_common(counts: Counter[OutcomeChange]) -> list[tuple[OutcomeChange, int]]:
    """Return changes by descending count, then part and id."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def run_impact(  # noqa: PLR0913 -- one parameter for each option
    page: Pages,
    draft: PublishedVersion,
    out: Path,
    *,
    gazette: Gazette,
    source_name: str,
    as_of: date | None,
    resume: bool,
    processes: int | None,
    language: str,
    label: str,
) -> BulkResult:
    """Re-evaluate by columns under a draft; the exact core decides changed or undetermined answers.

    `as_of` is the common date of the evaluations, if any.
    """
    folder = RunFolder(out, "parquet")
    head = {
        "replay": SEMANTICS,
        "organization": source_name,
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
    """Summarize a run; `names` adds up to `sample` subjects per group."""
    groups: dict[tuple[str, str, Direction], MoveGroup] = {}
    answer, shifts = AnswerComparison(draft.scorecard), ScoreShifts()
    for part in parts_of(out, result):
        shifts.add(part, answer.stays, sample if names else 0)
        for row in part.filter(pl.col(MOVED)).iter_rows(named=True):
            key = answer.move(row)
            group = groups.setdefault(key, MoveGroup(*key))
            group.count += 1
            group.turns.update(_changes(row))
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
        manifest.get("asOf", ""),
    )


def parts_of(out: Path, result: BulkResult) -> Iterator[pl.DataFrame]:
    """Read the parts of a run."""
    return (pl.read_parquet(out / PARTS / part.file) for part in result.parts)


def _changes(row: Mapping[str, Any]) -> tuple[OutcomeChange, ...]:
    return changed_outcomes(row.get(CRITERIA + BEFORE), row)


def _split_ids(text: str | None) -> Iterable[str]:
    return text.split(";") if text else ()


class AnswerComparison:
    """Comparison of grades, verdicts, stages or conclusions."""

    def __init__(self, card: Scorecard) -> None:
        if card.ladder is not None:
            self._cell, self._ranking = GRADE_COLUMN, [*(grade.id for grade in card.ladder.grades), NO_GRADE]
        elif card.verdicts is not None:
            self._cell, self._ranking = VERDICT_COLUMN, list(reversed(VERDICT_VALUES))
        elif card.stages is not None:
            self._cell, self._ranking = STAGE_COLUMN, [stage.id for stage in card.stages.stages]
        else:
            self._cell, self._ranking = (
                CONCLUSION_COLUMN,
                [ConclusionKind.SCORED.value, ConclusionKind.GATE_FAILED.value],
            )

    def move(self, row: Mapping[str, Any]) -> tuple[str, str, Direction]:
        before, after = self.of(row, BEFORE), self.of(row, "")
        return before, after, self._direction(before, after, _changes(row))

    def stays(self, row: Mapping[str, Any]) -> bool:
        return self.of(row, BEFORE) == self.of(row, "")

    def of(self, row: Mapping[str, Any], affix: str) -> str:
        """Return the answer; if undetermined, the possible grades or the kind of conclusion."""
        answer = (
            row.get(self._cell + affix) or row.get(POSSIBLE_GRADES_COLUMN + affix) or row[CONCLUSION_COLUMN + affix]
        )
        return str(answer)

    def _direction(self, before: str, after: str, changes: Iterable[OutcomeChange]) -> Direction:
        if before in self._ranking and after in self._ranking:
            old_rank, new_rank = self._ranking.index(before), self._ranking.index(after)
            if old_rank != new_rank:
                return Direction.GAINED if new_rank < old_rank else Direction.LOST
        elif before in self._ranking and after != ConclusionKind.NOT_APPLICABLE:
            return Direction.OPEN
        steps = {turn.step for turn in changes}
        if -1 in steps:
            return Direction.OTHER if 1 in steps else Direction.LOST
        if 0 in steps:
            return Direction.OPEN
        return Direction.GAINED if 1 in steps else Direction.OTHER


_message = message_factory(__name__)


class AnswerMove(NamedTuple):
    """Answers of one evaluation; `direction` is None if they are equal."""

    before: str
    after: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class DayImpact:
    """Impact for one day; `in_effect` means the draft applies then."""

    as_of: date
    in_effect: bool
    impact: Impact


@dataclass(slots=True)
class MoveSeries:
    """Evaluations with the same changes on each day."""

    moves: tuple[AnswerMove, ...]
    count: int = 0
    sample: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImpactOnDays:
    """Impact of a draft on several days."""

    version: str
    content_digest: str
    source_name: str
    days: tuple[DayImpact, ...]
    courses: tuple[MoveSeries, ...]

    @property
    def refused(self) -> int:
        return sum(day.impact.refused for day in self.days)

    @property
    def alike(self) -> int:
        return sum(course.count for course in self.courses if len(set(course.moves)) == 1)

    def only_on(self, day: DayImpact) -> int:
        index = self.days.index(day)
        return sum(
            course.count
            for course in self.courses
            if [number for number, move in enumerate(course.moves) if move.direction is not None] == [index]
        )

    def document(self) -> dict[str, Json]:
        return {
            "scorecardVersion": self.version,
            "contentDigest": self.content_digest,
            "asked": self.source_name,
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
        return digest(canonical_bytes(self.document()))


def evaluate_dossiers_by_day(  # noqa: PLR0913 -- dossiers, output and context of the evaluations
    days: Sequence[date], dossiers: Path, out: Path, card: str, gazette: Gazette, *, known: str
) -> list[tuple[date, Path, Pages]]:
    """Evaluate dossiers for each day; several days have separate folders."""
    if len(days) > 1:
        _check_day_folders(out, days)
    return [
        (
            day,
            out / day.isoformat() if len(days) > 1 else out,
            pages_of(evaluate_dossiers(dossiers, card, gazette, as_of=day, known=known), ROWS),
        )
        for day in days
    ]


def _check_day_folders(out: Path, days: Sequence[date]) -> None:
    expected = {*(day.isoformat() for day in days), *WRITTEN}
    unexpected = sorted(entry.name for entry in out.iterdir() if entry.name not in expected) if out.is_dir() else []
    if unexpected:
        raise InputError.of("--out", _message("OTHER_DAYS", found=unexpected[0]), "WRONG_VALUE")


def impact_on_days(
    draft: PublishedVersion, runs: Sequence[tuple[date, Path, BulkResult]], *, sample: int, names: bool
) -> ImpactOnDays:
    """Summarize and compare the days; the comparison excludes evaluations refused on any day."""
    days = tuple(
        DayImpact(
            day, is_in_force_on(draft.card, day), summarize_impact(out, draft, result, sample=sample, names=names)
        )
        for day, out, result in runs
    )
    answer = AnswerComparison(draft.scorecard)
    daily_moves = [dict(_moves_by_evaluation(out, result, answer)) for _, out, result in runs]
    courses: dict[tuple[AnswerMove, ...], MoveSeries] = {}
    for evaluation in daily_moves[0]:
        if all(evaluation in day_moves for day_moves in daily_moves):
            subject = daily_moves[0][evaluation][0]
            moves = tuple(day_moves[evaluation][1] for day_moves in daily_moves)
            if any(move.direction for move in moves):
                course = courses.setdefault(moves, MoveSeries(moves))
                course.count += 1
                if names and len(course.sample) < sample:
                    course.sample.append(subject)
    sorted_courses = sorted(
        courses.values(), key=lambda answer_course: (-answer_course.count, [move[:2] for move in answer_course.moves])
    )
    source_name = days[0].impact.source_name
    return ImpactOnDays(draft.name, draft.content_digest, source_name, days, tuple(sorted_courses))


def _moves_by_evaluation(
    out: Path, result: BulkResult, answer: AnswerComparison
) -> Iterator[tuple[str, tuple[str, AnswerMove]]]:
    for part in parts_of(out, result):
        for row in part.filter(pl.col(REFUSED).is_null()).iter_rows(named=True):
            move = (
                AnswerMove(*answer.move(row))
                if row[MOVED]
                else AnswerMove(answer.of(row, BEFORE), answer.of(row, ""), None)
            )
            yield row[EVALUATION], (row[SUBJECT], move)
